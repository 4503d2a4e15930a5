//! One mail.

use mail_parser::decoders::{base64::base64_decode, quoted_printable::quoted_printable_decode};
use mail_parser::{Encoding, Message, MessageParser, MessagePart, MimeHeaders as _, PartType};
use reader::paper::{Contents, Format, MailHead, Role};
use reader::talk::Refusal;

use crate::html;
use crate::written::{Sheets, Written};

mod head;

pub(crate) use head::{of as head_of, write as write_head};

pub(crate) fn read(bytes: &[u8]) -> Result<Written, Refusal> {
    let message = MessageParser::default().parse(bytes).ok_or(Refusal::Damaged)?;
    let head = head_of(&message);
    let mut sheets = Sheets::default();
    write_head(&mut sheets, &head);
    let mut about = About::default();
    for id in &message.text_body {
        if let Some(part) = message.part(*id) {
            body(part, &mut sheets, &mut about);
        }
    }
    let mut written = Written::of(sheets, contents(head, about.remote));
    written.facts.scripts = about.scripts;
    about.links.iter().for_each(|link| written.link(link));
    for id in &message.html_body {
        if let Some(part) = message.part(*id).filter(|part| part.is_text_html() && !message.text_body.contains(id)) {
            written.hold(None, claimed(part), Role::Alternative, original(&message, part));
        }
    }
    for part in message.attachments() {
        let inline = matches!(part.body, PartType::InlineBinary(_));
        let role = if inline { Role::Inline } else { Role::Attached };
        let name = part.attachment_name().map(str::to_owned).or_else(|| subject(part));
        written.hold(name, claimed(part), role, original(&message, part));
    }
    written.facts.title = message.subject().map(str::to_owned);
    Ok(written)
}

/// What was met in the bodies.
#[derive(Default)]
struct About {
    links: Vec<String>,
    remote: u32,
    scripts: u32,
}

fn contents(head: MailHead, remote: u32) -> Contents {
    Contents { head: Some(head), remote, ..Contents::of(Format::Mail) }
}

fn body(part: &MessagePart<'_>, sheets: &mut Sheets, about: &mut About) {
    match &part.body {
        PartType::Text(text) => sheets.write(text),
        PartType::Html(text) => match html::found(text) {
            Ok(found) => {
                found.lines.iter().for_each(|line| sheets.line(line));
                about.links.extend(found.links);
                about.remote = about.remote.saturating_add(found.remote);
                about.scripts = about.scripts.saturating_add(found.scripts);
            }
            // As it is written, then.
            Err(_) => sheets.write(text),
        },
        _ => {}
    }
}

fn claimed(part: &MessagePart<'_>) -> Option<String> {
    if part.is_message() {
        return Some("message/rfc822".into());
    }
    let kind = part.content_type()?;
    Some(format!("{}/{}", kind.ctype(), kind.subtype().unwrap_or("*")))
}

/// What a message without a file name is called.
fn subject(part: &MessagePart<'_>) -> Option<String> {
    part.message()?.subject().map(str::to_owned)
}

/// The bytes as they were sent, before the encoding for the way; text in the character set it was written in.
fn original(message: &Message<'_>, part: &MessagePart<'_>) -> Vec<u8> {
    let at = |offset: u32| usize::try_from(offset).unwrap_or(usize::MAX);
    let raw = message.raw_message().get(at(part.raw_body_offset())..at(part.raw_end_offset()));
    let decoded = match (&part.body, raw) {
        (PartType::Text(_) | PartType::Html(_) | PartType::Message(_), Some(raw)) => match part.encoding {
            Encoding::None => Some(raw.to_vec()),
            Encoding::Base64 => base64_decode(raw),
            Encoding::QuotedPrintable => quoted_printable_decode(raw),
        },
        _ => None,
    };
    decoded.unwrap_or_else(|| part.contents().to_vec())
}
