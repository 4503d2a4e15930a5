//! What stands next to what: over a caption, right above, right below.

use super::Role;
use crate::recognise::sheet::{Segment, Sheet};
use crate::recognise::value::date_in;

/// The middle of a day stands so near that of its caption.
const REACH_ASIDE: f32 = 90.0;

/// What is filled in on the line over a caption in brackets, in the middle of which the caption stands. What begins at the
/// right of the caption before it, and at the left of this one, is this one's.
pub(super) fn over_line(sheet: &Sheet, caption: &Segment) -> Option<usize> {
    let bracketed = |one: &Segment| sheet.get(&one.span).starts_with('(') && sheet.get(&one.span).ends_with(')');
    if !bracketed(caption) {
        return None;
    }
    let before = sheet.on_page(caption.page).filter(|(_, one)| one.same_row(caption) && one.right < caption.left);
    let before = before.filter(|(_, one)| bracketed(one)).map(|(_, one)| one.right).fold(0.0, f32::max);
    // The line under it ends as far at the right of the caption as it begins at the left.
    let margin = sheet.on_page(caption.page).map(|(_, one)| one.right).fold(0.0, f32::max);
    let mut over = sheet.on_page(caption.page).filter(|(_, one)| {
        caption.left + caption.right - one.left < margin + 20.0
            && one.bottom < caption.middle()
            && caption.top - one.bottom < 1.2 * caption.height()
            && one.left < caption.right
            && one.left > before
            && !bracketed(one)
    });
    let (at, _) = over.next()?;
    over.next().is_none().then_some(at)
}

/// Whether a line holds nothing but words that lead to the next one: "at", "before".
pub(super) fn is_lead_in(text: &str) -> bool {
    let lead = ["at", "on", "before", "to", "by", "and", "or", "from", "for", "the", "in", "of", "which", "are"];
    text.split_whitespace().all(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        lead.contains(&word.as_str())
    })
}

/// The nearest segment above that shares some width and whose gap is at most so many heights.
pub(super) fn directly_above(sheet: &Sheet, segment: &Segment, most: f32) -> Option<usize> {
    let candidates = sheet.on_page(segment.page).filter(|(_, other)| {
        other.shares_width(segment) && other.middle() < segment.middle() - 0.4 * segment.height().min(other.height())
    });
    let (at, above) =
        candidates.max_by(|a, b| a.1.bottom.total_cmp(&b.1.bottom).then(a.1.right.total_cmp(&b.1.right)))?;
    (segment.top - above.bottom < most * segment.height().max(above.height())).then_some(at)
}

/// The nearest segment below that shares some width and whose gap is at most so many heights.
pub(super) fn directly_below(sheet: &Sheet, segment: &Segment, most: f32) -> Option<usize> {
    let candidates = sheet.on_page(segment.page).filter(|(_, other)| {
        other.shares_width(segment) && other.middle() > segment.middle() + 0.4 * segment.height().min(other.height())
    });
    let (at, below) = candidates.min_by(|a, b| a.1.top.total_cmp(&b.1.top).then(a.1.left.total_cmp(&b.1.left)))?;
    (below.top - segment.bottom < most * segment.height().max(below.height())).then_some(at)
}

/// Above a caption for a day, the cell with a day: words of the sentence that leads to it may stand on its line, nearer.
pub(super) fn dated_above(sheet: &Sheet, role: Role, caption: &Segment) -> Option<usize> {
    let day = matches!(role, Role::PeriodFrom | Role::PeriodTo | Role::Issued | Role::ReturnDate | Role::Date);
    let above = directly_above(sheet, caption, 1.9).filter(|_| day)?;
    let line = sheet.segments.get(above)?;
    let dated = |one: &Segment| date_in(sheet.get(&one.span)).is_some();
    if dated(line) {
        return None;
    }
    let off = |one: &Segment| (one.left + one.right - caption.left - caption.right).abs();
    let cells = sheet.on_page(line.page).filter(|(_, one)| one.same_row(line) && dated(one));
    let nearest = cells.min_by(|a, b| off(a.1).total_cmp(&off(b.1)));
    nearest.filter(|(_, one)| off(one) < 2.0 * REACH_ASIDE).map(|(at, _)| at)
}
