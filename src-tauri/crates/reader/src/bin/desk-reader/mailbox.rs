//! Several mails in one file: each is a part, and the pages list them.

use std::io::Cursor;

use mail_parser::MessageParser;
use mail_parser::mailbox::mbox::MessageIterator;
use reader::paper::{Contents, Format, Role, most};
use reader::talk::Refusal;

use crate::mail::head_of;
use crate::paper::PaperBytes;
use crate::written::{Sheets, Written, short};

pub(crate) fn read(bytes: &PaperBytes) -> Result<Written, Refusal> {
    let mut sheets = Sheets::default();
    let mut held = Vec::new();
    let mut whole = true;
    for message in MessageIterator::new(Cursor::new(bytes.as_ref())) {
        // Between two messages there is nothing that could be lost; what is no message ends it.
        let Ok(message) = message else {
            whole = false;
            break;
        };
        if held.len() >= most::PARTS {
            whole = false;
            break;
        }
        let raw = message.unwrap_contents();
        let parsed = MessageParser::default().parse_headers(&raw[..]);
        let head = parsed.as_ref().map(head_of).unwrap_or_default();
        let from = head.from.first().map(|from| from.address.clone()).unwrap_or_default();
        let subject = head.subject.clone().unwrap_or_default();
        sheets.line(&format!("{}  {from}  {subject}", head.date.unwrap_or_default()));
        held.push((short(&subject), raw));
    }
    if held.is_empty() {
        return Err(Refusal::Damaged);
    }
    let mut written = Written::of(sheets, Contents { whole, ..Contents::of(Format::Mailbox) });
    for (name, raw) in held {
        written.hold(Some(name), Some("message/rfc822".into()), Role::Message, raw);
    }
    Ok(written)
}
