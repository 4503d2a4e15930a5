//! The head of a mail: what it says, and how it is written at the top of its text.

use mail_parser::{Address, Message};
use reader::paper::{MailAddress, MailHead, most};

use crate::written::{Sheets, short};

/// What a message says of itself.
pub(crate) fn of(message: &Message<'_>) -> MailHead {
    MailHead {
        from: addresses(message.from()),
        sender: addresses(message.sender()),
        reply_to: addresses(message.reply_to()),
        return_path: message.return_address().map(short).filter(|text| !text.is_empty()),
        to: addresses(message.to()),
        cc: addresses(message.cc()),
        bcc: addresses(message.bcc()),
        subject: message.subject().map(short),
        date: message.date().filter(|date| date.is_valid()).map(|date| short(&date.to_rfc3339())),
        message_id: message.message_id().map(short),
        authentication: lines(message, "Authentication-Results"),
        received: lines(message, "Received"),
    }
}

fn addresses(list: Option<&Address<'_>>) -> Vec<MailAddress> {
    let one = |address: &mail_parser::Addr<'_>| MailAddress {
        name: address.name().map(short).filter(|name| !name.is_empty()),
        address: address.address().map(short).unwrap_or_default(),
    };
    list.map(|list| list.iter().take(most::HEADS).map(one).collect()).unwrap_or_default()
}

/// All lines of this name as they are written, each on one line.
fn lines(message: &Message<'_>, name: &str) -> Vec<String> {
    let those = message.headers_raw().filter(|(known, _)| known.eq_ignore_ascii_case(name));
    let folded = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    those.take(most::HEADS).map(|(_, text)| short(&folded(text))).collect()
}

/// The lines that a person expects above a mail, in the words of the standard.
pub(crate) fn write(sheets: &mut Sheets, head: &MailHead) {
    let mut list = |name: &str, addresses: &[MailAddress]| {
        if !addresses.is_empty() {
            let all: Vec<String> = addresses.iter().map(said).collect();
            sheets.line(&format!("{name}: {}", all.join(", ")));
        }
    };
    list("From", &head.from);
    list("Sender", &head.sender);
    list("Reply-To", &head.reply_to);
    list("To", &head.to);
    list("Cc", &head.cc);
    list("Bcc", &head.bcc);
    for (name, text) in [("Date", &head.date), ("Subject", &head.subject)] {
        if let Some(text) = text {
            sheets.line(&format!("{name}: {text}"));
        }
    }
    sheets.line("");
}

fn said(address: &MailAddress) -> String {
    match &address.name {
        Some(name) => format!("{name} <{}>", address.address),
        None => address.address.clone(),
    }
}
