//! Which type a paper is of, by its first bytes and never by its name.

/// How many bytes from the start are enough to tell a type.
pub const SNIFFED: usize = 8192;

/// The type of some content by its first bytes; `application/octet-stream` where nothing is certain.
#[must_use]
pub fn media_type(head: &[u8]) -> &'static str {
    if head.is_empty() {
        return "application/x-empty";
    }
    // A PDF may have up to 1,024 bytes before its mark (ISO 32000 readers accept that; fax servers write it).
    let marked = head.get(..1024.min(head.len())).unwrap_or(head);
    if marked.windows(5).any(|window| window == b"%PDF-") {
        return "application/pdf";
    }
    if let Some(kind) = infer::get(head) {
        return kind.mime_type();
    }
    if let Some((first, rest)) = split_line(head)
        && first.starts_with(b"From ")
        && is_mail(rest)
    {
        return "application/mbox";
    }
    if is_mail(head) {
        return "message/rfc822";
    }
    if is_html(head) {
        return "text/html";
    }
    match std::str::from_utf8(head) {
        Ok(text) if is_plain(text) => "text/plain",
        // The cut at `SNIFFED` may fall into a character.
        Err(fault) if fault.error_len().is_none() && head.len() >= SNIFFED => "text/plain",
        _ => "application/octet-stream",
    }
}

fn is_plain(text: &str) -> bool {
    !text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}'))
}

fn split_line(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = bytes.iter().position(|byte| *byte == b'\n')?;
    bytes.split_at_checked(end + 1)
}

/// Saved pages begin with remarks, white space or a mark of Unicode as often as with a tag.
fn is_html(head: &[u8]) -> bool {
    let text = String::from_utf8_lossy(head).to_ascii_lowercase();
    let text = text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    text.starts_with('<') && ["<html", "<!doctype html", "<body"].iter().any(|tag| text.contains(tag))
}

/// A mail begins with header lines; two of the usual ones are enough.
fn is_mail(head: &[u8]) -> bool {
    const USUAL: [&str; 10] = [
        "from:",
        "to:",
        "subject:",
        "date:",
        "received:",
        "message-id:",
        "mime-version:",
        "content-type:",
        "return-path:",
        "delivered-to:",
    ];
    let text = String::from_utf8_lossy(head);
    let found = text
        .lines()
        .take(60)
        .take_while(|line| !line.is_empty())
        .filter(|line| {
            let line = line.to_ascii_lowercase();
            USUAL.iter().any(|name| line.starts_with(name))
        })
        .count();
    found >= 2
}

/// The extension an export of this type gets: from a short list, never from the paper's own name.
#[must_use]
pub fn extension(media_type: &str) -> &'static str {
    match media_type {
        "application/pdf" => "pdf",
        "message/rfc822" => "eml",
        "application/mbox" => "mbox",
        "text/plain" => "txt",
        "text/html" => "html",
        "image/png" => "png",
        "image/jpeg" => "jpg",
        "image/tiff" => "tif",
        "image/heif" | "image/heic" => "heic",
        "application/zip" => "zip",
        "application/msword" => "doc",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => "docx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => "xlsx",
        "application/vnd.ms-outlook" => "msg",
        "application/rtf" | "text/rtf" => "rtf",
        _ => "bin",
    }
}

#[cfg(test)]
mod tests;
