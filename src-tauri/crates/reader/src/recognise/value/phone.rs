//! Telephone numbers of the North American plan, and e-mail addresses.

use std::ops::Range;

use super::regex;

/// The first telephone number in a text, with its extension.
pub(in crate::recognise) fn phone_in(text: &str) -> Option<(String, Range<usize>)> {
    let shape = regex!(
        r"(?:\+?1[-. ]{0,2})?(?:\(\d{3}\)\s{0,2}|\b\d{3}[-. ]{1,2})\d{3}[-. ]{1,2}\d{4}\b(?:\s*[,;]?\s*(?i:ext|x|extension|option|opt|press)\.?\s*\d{1,6}\b)?"
    );
    let found = shape?.find(text)?;
    let before = text.get(..found.start()).unwrap_or_default();
    // A longer row of digits is another kind of number.
    if before.ends_with(|c: char| c.is_ascii_digit() || c == '-') {
        return None;
    }
    Some((found.as_str().to_owned(), found.range()))
}

/// The first e-mail address in a text.
pub(in crate::recognise) fn email_in(text: &str) -> Option<(String, Range<usize>)> {
    let shape = regex!(r"[A-Za-z0-9][A-Za-z0-9._%+-]*@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,24}");
    let found = shape?.find(text)?;
    Some((found.as_str().to_owned(), found.range()))
}

#[cfg(test)]
mod tests {
    use super::phone_in;

    #[test]
    fn telephones() {
        for text in [
            "(415) 555-0142",
            "+1 215 555 0107",
            "+1-310-555-0176",
            "503-555-0121",
            "956.555.0110",
            "(703) 555-0101, ext. 4410",
            "(703) 555-0101, option 3",
        ] {
            assert_eq!(phone_in(text).map(|(phone, _)| phone).as_deref(), Some(text));
        }
        assert!(phone_in("88213-444-555-7710").is_none());
        assert!(phone_in("2026-004-4170").is_none());
    }
}
