//! Accounts with a word that says what they are, before or after them: "Account no. 4417", "willow_22 (user name)".

use super::identifiers::Found;
use super::recipient::is_town;
use super::{Form, Row};
use crate::recognise::label::is_form_words;
use crate::recognise::value::{is_name, is_title, phone_in, regex};
use matter::suggestion::{IdentifierKind, Method};

/// Accounts of one kind in one piece of running text.
const MOST: usize = 100;

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
    let on_page = || form.sheet.on_page(here.page).map(|(_, one)| one);
    let at_right = on_page().find(|one| {
        one.same_row(here)
            && one.left > here.right
            && one.span.start >= row.span.end
            && is_form_words(form.sheet.get(&one.span))
    });
    // Or at its left, in a table.
    let at_left = on_page().filter(|one| {
        one.same_row(here) && one.right <= here.left && here.left - one.right < 120.0 && one.span.end <= row.span.start
    });
    let nearest = at_left.max_by(|a, b| a.right.total_cmp(&b.right));
    let at_left = nearest.filter(|one| hinted(form.sheet.get(&one.span)).is_some());
    at_right.or(at_left).map_or("", |one| form.sheet.get(&one.span))
}

/// Accounts of one kind behind a word for it: "Account numbers: 4417-2210, 5519-0043", "User names: willow_22, @sample". What
/// has a space in it ends them.
pub(super) fn grouped(form: &Form, area: &std::ops::Range<usize>, found: &mut Vec<Found>) {
    let text = form.sheet.get(area);
    let word = regex!(
        r"(?im)(?:^|[.;]\s+)(?:(account\s+(?:numbers?|nos?\.?|ids?)|acct\.?\s+(?:nos?\.?|ids?))|(?:user\s*|screen\s+|account\s+|profile\s+)names?|handles?|profiles?)(?:\(s\))?\s*:\s*"
    );
    for word in word.into_iter().flat_map(|word| word.captures_iter(text)).take(MOST) {
        let Some(all) = word.get(0) else { continue };
        let kind = if word.get(1).is_some() { IdentifierKind::AccountId } else { IdentifierKind::Handle };
        let mut at = all.end();
        let mut group = Vec::new();
        let mut whole = true;
        let entry = regex!(r"^\s*([@\w][^\s,;]{2,60}?)\s*([,;]|$|\.?\n|\.$)");
        while let Some(next) = entry.and_then(|entry| entry.captures(text.get(at..).unwrap_or_default())) {
            let (Some(value), Some(end)) = (next.get(1), next.get(2)) else { break };
            let span = area.start + at + value.start()..area.start + at + value.end();
            let plain = value.as_str().chars().all(|c| c.is_alphanumeric() || "@_.-:/".contains(c));
            let digits = value.as_str().chars().filter(char::is_ascii_digit).count();
            let marked = value.as_str().contains(['_', '.', '@', '/']) || digits > 0;
            // A word among them says that all are words.
            whole &=
                plain && !value.as_str().contains("://") && if word.get(1).is_some() { digits >= 4 } else { marked };
            if !whole || group.len() >= MOST {
                break;
            }
            group.push(Found { kind, value: value.as_str().to_owned(), span, method: Method::Label });
            if !end.as_str().starts_with([',', ';']) {
                break;
            }
            at += end.end();
        }
        if whole && found.len() < 2 * MOST {
            group.retain(|one| {
                !found.iter().any(|other| other.span.start < one.span.end && one.span.start < other.span.end)
            });
            found.append(&mut group);
        }
    }
}

/// Accounts in running text: "account number 4417-2210", "the account known as willow.22".
pub(super) fn spoken(form: &Form, area: &std::ops::Range<usize>, found: &mut Vec<Found>) {
    let text = form.sheet.get(area);
    let shapes = [
        (
            IdentifierKind::AccountId,
            regex!(
                r"(?i)\b(?:account|acct\.?|user|customer|subscriber|profile|member)\s+(?:id(?:entifier)?|number(?:ed)?|nos?\.?|#)\s+([a-z0-9](?:[\w:.-]*\w)?)"
            ),
        ),
        (IdentifierKind::AccountId, regex!(r"(?i)(?:^|[\s,;])((?:uid|acct|usr|acc)[-_][0-9a-z-]*\d[0-9a-z-]*)")),
        (
            IdentifierKind::Handle,
            regex!(r"(?i)\b(?:account|user|page|profile)\s+(?:known\s+as|named|called)\s+[“’]?(@?[\w][\w.-]*\w)"),
        ),
        (
            IdentifierKind::Handle,
            regex!(
                r"(?i)\b(?:user\s?name|screen\s+name|handle|(?:page|profile|account)\s+name)\s+[“’]?(\w+(?:[_.-]\w+)+|\w*[a-z_]\d+)\b"
            ),
        ),
    ];
    for (kind, shape) in shapes {
        for captures in shape.into_iter().flat_map(|shape| shape.captures_iter(text)).take(MOST) {
            let Some(value) = captures.get(1) else { continue };
            let digits = value.as_str().chars().filter(char::is_ascii_digit).count();
            let told = kind == IdentifierKind::Handle || digits >= 4;
            // What breaks off at the end of a line may go on in the next one.
            let rest = text.get(value.end()..).unwrap_or_default();
            let broken = rest.starts_with(['-', '_', '/', '@'])
                || rest.starts_with('\n') && value.as_str().ends_with(['-', '_', '.']);
            let span = area.start + value.start()..area.start + value.end();
            let known = found.iter().any(|one| one.span.start < span.end && span.start < one.span.end);
            if told && !broken && !known {
                found.push(Found { kind, value: value.as_str().to_owned(), span, method: Method::Label });
            }
        }
    }
}

/// One account on a line with the words for what it is, and nothing else.
pub(super) fn told(form: &Form, row: &Row, found: &mut Vec<Found>) {
    let caption = caption(form, row);
    let whole = format!("{} {caption}", form.sheet.get(&row.span));
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
        let word = caption.is_empty() && value.as_str().chars().all(char::is_lowercase) && !text.contains(':');
        // "B-1." numbers the item of a list.
        let item = regex!(r"^[A-Z]-?\d{1,2}\.?$").is_some_and(|item| item.is_match(value.as_str()));
        if plain
            && !word
            && !item
            && !known
            && value.end() <= row.span.len()
            && (digits || kind == IdentifierKind::Handle)
        {
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
