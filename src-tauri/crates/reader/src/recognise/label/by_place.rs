//! Labels whose words say one thing in one place and another in another.

use super::{Hit, Role};
use crate::recognise::fold::folded;
use crate::recognise::sheet::{Segment, Sheet};
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
        let known = hits.iter().any(|hit| hit.segment == segment && hit.tokens.contains(&last));
        if !known && words.is_some_and(|words| words.is_match(sheet.get(&one.span))) {
            let tokens = last..one.tokens.end;
            hits.push(Hit { role: Role::Issuing, segment, tokens, caption: false, right: false });
        }
    }
    hits.sort_by_key(|hit| (hit.segment, hit.tokens.start));
}

/// "Records dated from" and "to" in one row of cells: until when.
fn until(sheet: &Sheet, hits: &mut [Hit]) {
    let places = |role: Role, hits: &[Hit]| -> Vec<usize> {
        hits.iter().filter(|hit| hit.role == role).map(|hit| hit.segment).collect()
    };
    let from = places(Role::PeriodFrom, hits);
    for hit in hits.iter_mut().filter(|hit| hit.role == Role::Recipient) {
        let Some(here) = sheet.segments.get(hit.segment) else { continue };
        let beside = from
            .iter()
            .filter_map(|at| sheet.segments.get(*at))
            .any(|one| one.same_row(here) && one.right <= here.left);
        if beside && matches!(folded(sheet.get(&here.span)).as_str(), "to" | "through" | "until") {
            hit.role = Role::PeriodTo;
        }
    }
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
