//! Accounts with a word that says what they are, before or after them: "Account no. 4417", "willow_22 (user name)".

use super::identifiers::Found;
use super::recipient::is_town;
use super::{Form, Row};
use crate::recognise::label::is_form_words;
use crate::recognise::value::{is_name, is_title, phone_in, regex};
use matter::suggestion::{IdentifierKind, Method};

/// What words say of the account beside them; nothing where they say two things.
fn hinted(words: &str) -> Option<IdentifierKind> {
    let kinds = [
        (
            IdentifierKind::Handle,
            regex!(
                r"(?i)\b(?:user\s?names?|screen\s+names?|handles?|profile\s+names?|page\s+names?|account\s+names?|display\s+names?|names?\s+of\s+(?:the\s+)?(?:user|page|account|profile)|pseudonyms?|aliases)\b"
            ),
        ),
        (
            IdentifierKind::AccountId,
            regex!(
                r"(?i)\b(?:(?:account|acct\.?|user|profile|member|subscriber|customer)\s*(?:ids?\b|identifiers?\b|identification|numbers?\b|nos?\b\.?|num\b|#)|unique\s+id|uid\b)"
            ),
        ),
    ];
    let mut found = kinds.into_iter().filter(|(_, words_of)| words_of.is_some_and(|pattern| pattern.is_match(words)));
    let first = found.next()?;
    found.next().is_none().then_some(first.0)
}

/// The words for what a line is, printed at its right.
fn caption<'f>(form: &'f Form, row: &Row) -> &'f str {
    let Some(here) = form.sheet.segments.get(row.segment) else { return "" };
    let at_right = form.sheet.segments.iter().find(|one| {
        one.same_row(here)
            && one.left > here.right
            && one.span.start >= row.span.end
            && is_form_words(form.sheet.get(&one.span))
    });
    at_right.map_or("", |one| form.sheet.get(&one.span))
}

/// One account on a line with the words for what it is, and nothing else.
pub(super) fn told(form: &Form, row: &Row, found: &mut Vec<Found>) {
    let whole = format!("{} {}", form.sheet.get(&row.span), caption(form, row));
    let text = whole.trim_end();
    let shapes = [
        regex!(
            r"^\W*(?:[A-Z]?\d{1,3}\s+)?(?P<words>[A-Za-z][A-Za-z ./]{2,30}?(?:#|\bno\.)?)\s*[:\s]\s*(?P<value>[^\s,;()]{3,80})\s*$"
        ),
        regex!(r"^\W*(?P<value>[^\s,;()]{3,80})\s+\(?(?P<words>[A-Za-z][A-Za-z ./]{2,40}(?:#|\bno\.)?)\)?\s*$"),
    ];
    for captures in shapes.into_iter().flatten().filter_map(|shape| shape.captures(text)) {
        let (Some(words), Some(value)) = (captures.name("words"), captures.name("value")) else { continue };
        let Some(kind) = hinted(words.as_str()) else { continue };
        let digits = value.as_str().chars().filter(char::is_ascii_digit).count() >= 4;
        let plain = value.as_str().chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ':' | '@'));
        let known = found
            .iter()
            .any(|one| one.span.start < row.span.start + value.end() && row.span.start + value.start() < one.span.end);
        // "names of the account holder": a word of the sentence is no account.
        let word = value.as_str().chars().all(|c| c.is_lowercase()) && !text.contains(':');
        if plain && !word && !known && value.end() <= row.span.len() && (digits || kind == IdentifierKind::Handle) {
            found.push(Found {
                kind,
                value: value.as_str().to_owned(),
                span: row.span.start + value.start()..row.span.start + value.end(),
                method: Method::Label,
            });
            return;
        }
    }
}

/// Telephone numbers that stand right under a person, a title or a town: an official's.
pub(super) fn official_phones(form: &Form) -> Vec<String> {
    let segments = &form.sheet.segments;
    let numbers = segments.iter().enumerate().filter_map(|(at, here)| {
        let (phone, _) = phone_in(form.sheet.get(&here.span))?;
        let from = at.saturating_sub(12);
        let above = segments.get(from..at)?.iter().rev().any(|above| {
            let text = form.sheet.get(&above.span);
            let near = above.page == here.page
                && (above.left - here.left).abs() < 8.0
                && above.top < here.middle()
                && here.top - above.bottom < 0.9 * here.height();
            near && (is_name(text) || is_title(text) || is_town(text))
        });
        above.then_some(phone)
    });
    numbers.collect()
}
