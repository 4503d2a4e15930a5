//! Plain text.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use reader::paper::{Contents, Format};
use reader::talk::Refusal;

use crate::written::{Sheets, Written};

pub(crate) fn read(bytes: &[u8]) -> Result<Written, Refusal> {
    let text = decode(bytes).ok_or(Refusal::FormatUnknown)?;
    let mut sheets = Sheets::default();
    sheets.write(&text);
    Ok(Written::of(sheets, Contents::of(Format::Text)))
}

/// The text of these bytes, if they are text: marked Unicode, UTF-8, else the Western code page of Windows, which holds
/// for anything, and so only where there are no control characters.
pub(crate) fn decode(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let (encoding, marked) = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => (encoding, true),
        None if std::str::from_utf8(bytes).is_ok() => (UTF_8, false),
        None => (WINDOWS_1252, false),
    };
    let (text, _, broken) = encoding.decode(bytes);
    let odd = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}' | '\u{1a}');
    (marked || (!broken && !text.chars().any(odd))).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn text_is_told_from_bytes() {
        assert_eq!(decode("Zo\u{eb}".as_bytes()).unwrap(), "Zo\u{eb}");
        assert_eq!(decode(b"Zo\xeb \x93quoted\x94").unwrap(), "Zo\u{eb} \u{201c}quoted\u{201d}");
        assert_eq!(decode(b"\xff\xfeZ\x00o\x00").unwrap(), "Zo");
        assert!(decode(b"\x00\x01\x02").is_none());
    }
}
