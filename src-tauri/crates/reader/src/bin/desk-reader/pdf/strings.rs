//! Text in the dictionaries of a PDF: UTF-16, UTF-8 or PDFDocEncoding.

use reader::paper::most;

/// As a person reads it, without the white space around it; see [`line`].
pub(super) fn short(bytes: &[u8]) -> String {
    line(bytes).trim().to_owned()
}

/// As a person reads it, on one line and not longer than a short text may be.
pub(super) fn line(bytes: &[u8]) -> String {
    let mut text: String = decode(bytes).chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    let mut end = text.len().min(most::SHORT);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.truncate(end);
    text
}

/// As a person reads it.
pub(super) fn decode(bytes: &[u8]) -> String {
    if let Some(rest) = bytes.strip_prefix(&[0xfe, 0xff]) {
        return utf16(rest, u16::from_be_bytes);
    }
    if let Some(rest) = bytes.strip_prefix(&[0xff, 0xfe]) {
        return utf16(rest, u16::from_le_bytes);
    }
    if let Some(rest) = bytes.strip_prefix(&[0xef, 0xbb, 0xbf]) {
        return String::from_utf8_lossy(rest).into_owned();
    }
    bytes.iter().map(|byte| document(*byte)).collect()
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).filter_map(|pair| Some(unit(pair.try_into().ok()?)));
    char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// PDFDocEncoding: Latin-1 but for two ranges (ISO 32000, annex D).
fn document(byte: u8) -> char {
    const LOW: &str = "\u{2d8}\u{2c7}\u{2c6}\u{2d9}\u{2dd}\u{2db}\u{2da}\u{2dc}";
    const HIGH: &str = "\u{2022}\u{2020}\u{2021}\u{2026}\u{2014}\u{2013}\u{192}\u{2044}\u{2039}\u{203a}\u{2212}\u{2030}\
        \u{201e}\u{201c}\u{201d}\u{2018}\u{2019}\u{201a}\u{2122}\u{fb01}\u{fb02}\u{141}\u{152}\u{160}\u{178}\u{17d}\u{131}\
        \u{142}\u{153}\u{161}\u{17e}\u{fffd}\u{20ac}";
    let of = |table: &str, first: u8| table.chars().nth(usize::from(byte - first));
    match byte {
        0x18..=0x1f => of(LOW, 0x18),
        0x80..=0xa0 => of(HIGH, 0x80),
        _ => Some(char::from(byte)),
    }
    .unwrap_or(char::REPLACEMENT_CHARACTER)
}

#[cfg(test)]
mod tests {
    use super::{decode, short};

    #[test]
    fn each_encoding_is_read() {
        assert_eq!(decode(b"\xfe\xff\x00Z\x00o\x00\xeb"), "Zo\u{eb}");
        assert_eq!(decode(b"\xff\xfeZ\x00o\x00\xeb\x00"), "Zo\u{eb}");
        assert_eq!(decode(b"\xef\xbb\xbfZo\xc3\xab"), "Zo\u{eb}");
        assert_eq!(decode(b"Zo\xeb \x84 \x80 \xa0"), "Zo\u{eb} \u{2014} \u{2022} \u{20ac}");
        assert_eq!(decode(b"\xfe\xff\xd8\x00"), "\u{fffd}");
    }

    #[test]
    fn a_short_text_is_one_line_and_short() {
        assert_eq!(short(b" a\r\nb\x00c "), "a  b c");
        assert!(short(&vec![0xeb; 9_000]).len() <= reader::paper::most::SHORT);
    }
}
