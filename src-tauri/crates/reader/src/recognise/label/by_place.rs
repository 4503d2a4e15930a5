//! Labels whose words say one thing in one place and another in another.

use super::{Hit, Role};
use crate::recognise::fold::folded;
use crate::recognise::sheet::{HEAD, Segment, Sheet};
use crate::recognise::value::{date_in, regex};

/// Tells them by what stands about them.
pub(super) fn tell(sheet: &Sheet, hits: &mut Vec<Hit>) {
    issued_by(sheet, hits);
    until(sheet, hits);
    served_on(sheet, hits);
}

/// "7. Issued on April 10, 2026 by": whoever stands below issues.
fn issued_by(sheet: &Sheet, hits: &mut Vec<Hit>) {
    let words = regex!(r"(?i)^\W*(?:\d{1,2}\W+)?issued\b[^:;]{0,60}\bby:?$");
    for (segment, one) in sheet.segments.iter().enumerate() {
        let last = one.tokens.end.saturating_sub(1);
        let text = sheet.get(&one.span);
        if words.is_some_and(|words| words.is_match(text))
            && date_in(text).is_some()
            && !hits.iter().any(|hit| hit.segment == segment && hit.tokens.contains(&last))
        {
            let tokens = last..one.tokens.end;
            hits.push(Hit { role: Role::Issuing, segment, tokens, caption: false, right: false });
        }
    }
    hits.sort_by_key(|hit| (hit.segment, hit.tokens.start));
}

/// "Records dated from" and "to" in one row of cells, or "from" and "to" with a day after the first: since when and until when.
fn until(sheet: &Sheet, hits: &mut [Hit]) {
    let alone = |hit: &Hit, words: &[&str]| {
        let text = sheet.tokens.get(hit.tokens.clone()).and_then(|tokens| Some((tokens.first()?, tokens.last()?)));
        text.is_some_and(|(first, last)| {
            let text = folded(sheet.get(&(first.span.start..last.span.end)));
            words.iter().any(|word| folded(word) == text)
        })
    };
    let places: Vec<usize> = (0..hits.len())
        .filter(|at| {
            hits.get(*at).is_some_and(|hit| {
                hit.role == Role::PeriodFrom || hit.role == Role::From && alone(hit, &["from"]) && is_dated(sheet, hit)
            })
        })
        .collect();
    let ends: Vec<usize> = (0..hits.len())
        .filter(|at| {
            hits.get(*at).is_some_and(|hit| {
                matches!(hit.role, Role::Recipient | Role::Contact | Role::PeriodTo)
                    && alone(hit, &["to", "through", "thru", "until", "records to"])
            })
        })
        .collect();
    for from in places {
        let Some(begin) = hits.get(from).and_then(|hit| sheet.segments.get(hit.segment)) else { continue };
        let end = ends.iter().copied().find(|at| {
            hits.get(*at)
                .and_then(|hit| sheet.segments.get(hit.segment))
                .is_some_and(|end| end.same_row(begin) && begin.right <= end.left)
        });
        let Some(end) = end else { continue };
        if let Some(hit) = hits.get_mut(end) {
            hit.role = Role::PeriodTo;
        }
        if let Some(hit) = hits.get_mut(from) {
            hit.role = Role::PeriodFrom;
        }
    }
}

/// Whether nothing but a day stands after a label on its line: in its cell, or in the next one. Where the line ends with it, below it.
fn is_dated(sheet: &Sheet, hit: &Hit) -> bool {
    let Some(here) = sheet.segments.get(hit.segment).filter(|here| here.top > HEAD) else { return false };
    let after = sheet.tokens.get(hit.tokens.end).filter(|_| hit.tokens.end < here.tokens.end);
    if let Some(after) = after {
        return is_day(sheet.get(&(after.span.start..here.span.end)));
    }
    let on_page = || sheet.on_page(here.page).map(|(_, one)| one);
    let right = on_page().filter(|one| one.same_row(here) && one.left >= here.right);
    let right = right.min_by(|a, b| a.left.total_cmp(&b.left));
    let below = || {
        on_page().find(|one| {
            (one.left - here.left).abs() < 6.0 && one.top > here.middle() && one.top - here.bottom < here.height()
        })
    };
    right.is_some_and(|one| is_day(sheet.get(&one.span))) || below().is_some_and(|one| is_day(sheet.get(&one.span)))
}

fn is_day(text: &str) -> bool {
    date_in(text).is_some_and(|(_, at)| at.start == 0 && text.len() - at.end < 2)
}

/// "SERVED ON" over the lines of an address is whom it was served on; else it is a day.
fn served_on(sheet: &Sheet, hits: &mut [Hit]) {
    for hit in hits.iter_mut().filter(|hit| hit.role == Role::End) {
        let Some(label) = sheet.segments.get(hit.segment) else { continue };
        if hit.tokens != label.tokens || sheet.get(&label.span) != "SERVED ON" {
            continue;
        }
        let on_page = || sheet.on_page(label.page).map(|(_, one)| one);
        let below = |one: &&Segment| {
            (one.left - label.left).abs() < 4.0
                && one.top > label.middle()
                && one.top - label.bottom < 3.5 * label.height()
        };
        let lines: Vec<&str> = on_page().filter(below).map(|one| sheet.get(&one.span)).collect();
        if lines.len() > 1 && lines.iter().all(|line| date_in(line).is_none()) {
            hit.role = Role::Recipient;
        }
    }
}
