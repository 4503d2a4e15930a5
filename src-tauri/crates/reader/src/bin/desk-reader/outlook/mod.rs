//! One item of Outlook: a mail, mostly; appointments, contacts and tasks are read as far as they are like one.

use std::io::Cursor;

use cfb::CompoundFile;
use mail_parser::MessageParser;
use reader::paper::{Contents, Format, MailAddress, MailHead, Role, most};
use reader::talk::Refusal;

use crate::mail::{head_of, write_head};
use crate::written::{Sheets, Written, short};
use crate::{html, rich_text};

mod inner;
mod property;
mod squeezed;

use property::Item;

/// A compound file with the properties of an item at its root.
pub(crate) fn is_item(bytes: &[u8]) -> bool {
    CompoundFile::open(Cursor::new(bytes)).is_ok_and(|file| file.is_stream(property::PROPERTIES))
}

/// Why a compound file is not read that is no item.
pub(crate) fn refusal(bytes: &[u8]) -> Refusal {
    match CompoundFile::open(Cursor::new(bytes)) {
        // An Office file behind a password: the real one lies inside, encrypted.
        Ok(file) if file.is_stream("EncryptedPackage") => Refusal::EncryptionUnknown,
        Ok(_) => Refusal::FormatUnknown,
        Err(_) => Refusal::Damaged,
    }
}

pub(crate) fn read(bytes: &[u8]) -> Result<Written, Refusal> {
    let file = CompoundFile::open(Cursor::new(bytes)).map_err(|_| Refusal::Damaged)?;
    let mut item = Item::root(file);
    let head = head(&mut item);
    let mut sheets = Sheets::default();
    write_head(&mut sheets, &head);
    let title = head.subject.clone();
    let mut contents = Contents { head: Some(head), ..Contents::of(Format::OutlookItem) };
    let mut links = Vec::new();
    let mut alternative = None;
    let page = item.html();
    if let Some(text) = item.text(property::BODY).filter(|text| !text.trim().is_empty()) {
        sheets.write(&text);
        alternative = page;
    } else if let Some(found) = page.as_deref().and_then(|page| html::found(&html::decode(page)).ok()) {
        found.lines.iter().for_each(|line| sheets.line(line));
        (links, contents.remote) = (found.links, found.remote);
    } else if let Some(text) = item.binary(property::SQUEEZED_RTF).and_then(|rtf| squeezed::undo(&rtf)) {
        rich_text::lines(&text).iter().for_each(|line| sheets.line(line));
    }
    let mut written = Written::of(sheets, contents);
    written.facts.title = title;
    links.iter().for_each(|link| written.link(link));
    if let Some(page) = alternative {
        written.hold(None, Some("text/html".into()), Role::Alternative, page);
    }
    attachments(&mut item, &mut written);
    Ok(written)
}

/// From the lines it came with by mail, if it has them; else from its properties.
fn head(item: &mut Item<'_>) -> MailHead {
    let lines = item.text(property::TRANSPORT_LINES).unwrap_or_default();
    let mut head = MessageParser::default().parse_headers(lines.as_bytes()).as_ref().map(head_of).unwrap_or_default();
    head.subject = item.text(property::SUBJECT).as_deref().map(short).or(head.subject);
    let address = |item: &mut Item<'_>, name, smtp, other| {
        let address = MailAddress {
            name: item.text(name).as_deref().map(short).filter(|name| !name.is_empty()),
            address: item.text(smtp).or_else(|| item.text(other)).as_deref().map(short).unwrap_or_default(),
        };
        (address != MailAddress::default()).then_some(address)
    };
    if head.from.is_empty() {
        head.from.extend(address(item, property::FROM_NAME, property::FROM_SMTP, property::FROM_ADDRESS));
    }
    if head.sender.is_empty() {
        let sender = address(item, property::SENDER_NAME, property::SENDER_SMTP, property::SENDER_ADDRESS);
        head.sender.extend(sender.filter(|sender| !head.from.contains(sender)));
    }
    if head.date.is_none() {
        head.date = item.time(property::SUBMITTED).or_else(|| item.time(property::DELIVERED));
    }
    let known = !(head.to.is_empty() && head.cc.is_empty() && head.bcc.is_empty());
    let recipients = if known { Vec::new() } else { item.storages("__recip_version1.0_") };
    for recipient in recipients.into_iter().take(most::HEADS) {
        let mut one = item.within(&recipient);
        let list = match one.number(property::RECIPIENT_KIND) {
            Some(2) => &mut head.cc,
            Some(3) => &mut head.bcc,
            _ => &mut head.to,
        };
        list.extend(address(&mut one, property::DISPLAY_NAME, property::SMTP_ADDRESS, property::ADDRESS));
    }
    head
}

fn attachments(item: &mut Item<'_>, written: &mut Written) {
    for storage in item.storages("__attach_version1.0_") {
        let mut one = item.within(&storage);
        let name = one.text(property::LONG_FILE_NAME).or_else(|| one.text(property::FILE_NAME));
        let name = name.or_else(|| one.text(property::DISPLAY_NAME));
        let claimed = one.text(property::MIME_TYPE);
        // Shown within the text where that names it.
        let role = if one.text(property::CONTENT_ID).is_some() { Role::Inline } else { Role::Attached };
        if let Some(bytes) = one.binary(property::DATA) {
            written.hold(name, claimed, role, bytes);
        } else if let Some(message) = inner::message(&mut one) {
            written.hold(name, claimed.or(Some("application/vnd.ms-outlook".into())), role, message);
        }
    }
}
