//! Cuts a docket number into words, numbers and colons.

/// Longer text is a paragraph, not a docket number: kept raw, not read.
const LONGEST: usize = 120;

/// One piece of a docket number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// Letters as written.
    Word(String),
    /// Digits as written; leading zeros matter for telling a year from a number.
    Digits(String),
    /// The colon after the office digit.
    Colon,
}

/// Direction marks, zero-width characters and the like: nothing a reader could see.
pub(crate) const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// `None` when the text holds something no docket number holds (control and direction marks included).
pub(super) fn tokens(raw: &str) -> Option<Vec<Token>> {
    if raw.chars().nth(LONGEST).is_some() {
        return None;
    }
    let mut found: Vec<Token> = Vec::new();
    // Whether the next letter or digit continues the last piece.
    let mut open = false;
    for c in raw.chars() {
        match (c, found.last_mut()) {
            ('0'..='9', Some(Token::Digits(digits))) if open => digits.push(c),
            ('0'..='9', _) => found.push(Token::Digits(c.into())),
            ('a'..='z' | 'A'..='Z', Some(Token::Word(word))) if open => word.push(c),
            ('a'..='z' | 'A'..='Z', _) => found.push(Token::Word(c.into())),
            (':', _) => found.push(Token::Colon),
            // Hyphens of every kind, because numbers are pasted from PDFs and word processors.
            (
                '-'
                | '\u{2010}'..='\u{2015}'
                | '\u{2212}'
                | '.'
                | ','
                | '('
                | ')'
                | '/'
                | '_'
                | '#'
                | ' '
                | '\u{a0}'
                | '\t'
                | '\n'
                | '\r',
                _,
            ) => {}
            _ => return None,
        }
        open = c.is_ascii_alphanumeric();
    }
    Some(found)
}
