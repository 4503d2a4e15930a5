//! Words of a text, as they are compared.

use std::borrow::Cow;
use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::docket::is_invisible;

/// Raised when any text gives other words or marks than before: what is indexed is then indexed anew. Unicode's own tables are
/// part of it.
#[must_use]
pub fn form() -> String {
    const FORM: u32 = 2;
    let (std, table) = (char::UNICODE_VERSION, unicode_normalization::UNICODE_VERSION);
    format!("{FORM} {}.{}.{} {}.{}.{}", std.0, std.1, std.2, table.0, table.1, table.2)
}

/// One word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word<'a> {
    /// As it is compared: lower case, no diacritics, letters and digits only.
    pub plain: Cow<'a, str>,
    /// Where it begins in the text, in bytes.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
}

/// Lower case, without diacritics: the form in which text is compared.
#[must_use]
pub fn folded(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    // A sigma is one letter wherever it stands in its word.
    let one = |letter: char| if letter == 'ς' { 'σ' } else { letter };
    text.nfkd().filter(|letter| !is_combining_mark(*letter)).flat_map(char::to_lowercase).map(one).collect()
}

/// A longer run of letters is no word that anybody looks for; the rest of it is left out of the comparison.
const LONGEST: usize = 64;

/// The words of a text in order: runs of letters and digits; each sign of a script written without spaces by itself.
#[must_use]
pub fn words(text: &str) -> Vec<Word<'_>> {
    let mut found = Vec::new();
    let mut begun: Option<usize> = None;
    for (at, letter) in text.char_indices() {
        // Most text, and none of what follows.
        if letter.is_ascii_alphanumeric() {
            begun.get_or_insert(at);
            continue;
        }
        if letter.is_ascii() {
            push(&mut found, text, begun.take(), at);
            continue;
        }
        let alone = is_written_without_spaces(letter);
        // A mark set on a letter belongs to it, also where it stands as a character of its own; and what nobody can see ends
        // no word: mail programs put soft hyphens into them, and so may somebody who does not want a word found.
        let hidden = is_combining_mark(letter) || is_invisible(letter);
        let within = (letter.is_alphanumeric() && !alone) || (begun.is_some() && hidden);
        if within {
            begun.get_or_insert(at);
            continue;
        }
        push(&mut found, text, begun.take(), at);
        if alone {
            push(&mut found, text, Some(at), at.saturating_add(letter.len_utf8()));
        }
    }
    push(&mut found, text, begun, text.len());
    found
}

fn push<'a>(found: &mut Vec<Word<'a>>, text: &'a str, from: Option<usize>, to: usize) {
    let Some(from) = from else { return };
    let written = text.get(from..to).unwrap_or_default();
    if written.is_ascii() {
        let plain = written.get(..LONGEST).unwrap_or(written);
        // Most words stand as they are compared.
        let upper = plain.bytes().any(|byte| byte.is_ascii_uppercase());
        let plain = if upper { Cow::Owned(plain.to_ascii_lowercase()) } else { Cow::Borrowed(plain) };
        found.push(Word { plain, from, to });
        return;
    }
    let plain: String = folded(written).chars().filter(|c| c.is_alphanumeric()).take(LONGEST).collect();
    if !plain.is_empty() {
        found.push(Word { plain: Cow::Owned(plain), from, to });
    }
}

/// Han, Hiragana, Katakana, Thai, Lao, Khmer, Myanmar.
fn is_written_without_spaces(letter: char) -> bool {
    matches!(letter, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3134f}' | '\u{e00}'..='\u{eff}' | '\u{1780}'..='\u{17ff}' | '\u{1000}'..='\u{109f}')
        && letter.is_alphanumeric()
}

/// A text as the index takes it: its words, a space between. Whatever the text holds, it holds nothing else.
#[must_use]
pub fn indexed(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for word in words(text) {
        if !plain.is_empty() {
            plain.push(' ');
        }
        plain.push_str(&word.plain);
    }
    plain
}

/// Letters of the beginnings that stand in an index by themselves. Of fewer nearly every text has some; the words with
/// a longer one are few enough to be gone through.
pub(super) const BEGINNINGS: std::ops::RangeInclusive<usize> = 3..=4;

/// The beginnings of the words of an indexed text, each once, a space between.
#[must_use]
pub fn beginnings(indexed: &str) -> String {
    let mut found = BTreeSet::new();
    for word in indexed.split(' ') {
        for letters in BEGINNINGS {
            let end =
                word.char_indices().nth(letters.saturating_sub(1)).map(|(at, last)| at.saturating_add(last.len_utf8()));
            found.extend(end.and_then(|end| word.get(..end)));
        }
    }
    found.into_iter().collect::<Vec<_>>().join(" ")
}
