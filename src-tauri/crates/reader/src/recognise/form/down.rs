//! The lines of a paper from the top of each page to its foot, whichever column they stand in: lists that go down a page are
//! followed so.

use std::ops::Range;

use super::Form;
use super::list::mark;
use crate::recognise::sheet::Segment;

/// One line.
pub(super) struct Down<'f> {
    /// Its number among the segments.
    pub(super) at: usize,
    pub(super) segment: &'f Segment,
    /// Where its words begin, in 1/72 inch: after a mark.
    pub(super) left: f32,
    /// Its words without the mark; never empty.
    pub(super) span: Range<usize>,
    /// A bullet, a number or a letter stands before it.
    pub(super) marked: bool,
}

/// All lines, down each page.
pub(super) fn down<'f>(form: &'f Form<'_>) -> impl Iterator<Item = Down<'f>> {
    let sheet = form.sheet;
    let mut order: Vec<(usize, &Segment)> = sheet.segments.iter().enumerate().collect();
    order.sort_by(|(_, a), (_, b)| a.page.cmp(&b.page).then(a.top.total_cmp(&b.top)));
    order.into_iter().filter_map(move |(at, segment)| {
        let length = mark(sheet.get(&segment.span)).unwrap_or(0);
        let span = sheet.trim(&(segment.span.start + length..segment.span.end));
        let first = sheet.tokens.get(sheet.tokens_in(&span).start).filter(|_| !span.is_empty())?;
        Some(Down { at, segment, left: first.rect.left, span, marked: length > 0 })
    })
}
