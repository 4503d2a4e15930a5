//! Which kind of paper it is, by its content, and opening it as that.

use reader::paper::Format;
use reader::talk::Refusal;

use crate::paper::{Paper, PaperBytes};
use crate::{archive, html, mail, mailbox, outlook, pdf, picture, rich_text, spreadsheet, table, text, word};

/// Opens a paper, with a password where one was given.
pub(crate) fn open(bytes: &PaperBytes, password: Option<&str>) -> Result<Box<dyn Paper>, Refusal> {
    if bytes.as_ref().is_empty() {
        return Err(Refusal::NoPages);
    }
    match format(bytes) {
        Some(format) => open_as(format, bytes, password),
        None if bytes.as_ref().starts_with(COMPOUND) => Err(outlook::refusal(bytes.as_ref())),
        None => Err(Refusal::FormatUnknown),
    }
}

/// Opens it as what it is said to be.
pub(crate) fn open_as(format: Format, bytes: &PaperBytes, password: Option<&str>) -> Result<Box<dyn Paper>, Refusal> {
    let all = bytes.as_ref();
    Ok(match format {
        Format::Pdf => Box::new(pdf::Document::open(bytes, password)?),
        Format::Picture => Box::new(picture::Pictures::open(bytes)?),
        Format::Mail => Box::new(mail::read(all)?),
        Format::Mailbox => Box::new(mailbox::read(bytes)?),
        Format::OutlookItem => Box::new(outlook::read(all)?),
        Format::Word => Box::new(word::read(bytes)?),
        Format::Spreadsheet => Box::new(spreadsheet::read(bytes)?),
        Format::RichText => Box::new(rich_text::read(all)?),
        Format::Html => Box::new(html::read(all)?),
        Format::Text => Box::new(text::read(all)?),
        Format::Table => Box::new(table::read(all)?),
        Format::Archive => Box::new(archive::read(bytes)?),
    })
}

/// Its type by its content. Some need a look further than at the start.
pub(crate) fn media_type(bytes: &[u8]) -> &'static str {
    let head = bytes.get(..reader::SNIFFED.min(bytes.len())).unwrap_or(bytes);
    if head.starts_with(COMPOUND) && outlook::is_item(bytes) {
        return "application/vnd.ms-outlook";
    }
    reader::media_type(head)
}

/// How a compound file begins: what Office wrote before it wrote archives, and Outlook's items.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// What it is; none where it is nothing that is read here.
pub(crate) fn format(paper: &PaperBytes) -> Option<Format> {
    let bytes = paper.as_ref();
    let head = bytes.get(..reader::SNIFFED.min(bytes.len())).unwrap_or(bytes);
    match reader::media_type(head) {
        "application/pdf" => Some(Format::Pdf),
        "image/png" | "image/jpeg" | "image/tiff" | "image/gif" | "image/bmp" | "image/webp" => Some(Format::Picture),
        "message/rfc822" => Some(Format::Mail),
        "application/mbox" => Some(Format::Mailbox),
        "application/rtf" => Some(Format::RichText),
        "text/html" => Some(Format::Html),
        // Every Office file of the newer kind is an archive.
        _ if head.starts_with(b"PK") => Some(archive::format(paper).unwrap_or(Format::Archive)),
        _ if head.starts_with(COMPOUND) => outlook::is_item(bytes).then_some(Format::OutlookItem),
        "text/plain" | "application/octet-stream" => {
            let text = text::decode(bytes)?;
            Some(if table::delimiter(&text).is_some() { Format::Table } else { Format::Text })
        }
        _ => None,
    }
}
