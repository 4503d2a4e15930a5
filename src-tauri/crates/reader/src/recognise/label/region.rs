//! What belongs to which label: beside it, below it, or above a caption.

use std::collections::HashMap;
use std::ops::Range;

use super::{Hit, Role, find};
use crate::recognise::sheet::{Segment, Sheet};

/// A value may stand so many heights of a line below its label: room for a signature.
const REACH: f32 = 3.6;
/// Lines of one value stand closer than this.
const PITCH: f32 = 1.45;

/// What stands by one label.
#[derive(Debug, Clone)]
pub(in crate::recognise) struct Region {
    pub(in crate::recognise) role: Role,
    /// The section it stands in: the last label before it that is no part of another.
    pub(in crate::recognise) section: Option<Role>,
    pub(in crate::recognise) hit: Hit,
    /// Line by line.
    pub(in crate::recognise) spans: Vec<Range<usize>>,
    /// The first of them stands on the label's own line.
    pub(in crate::recognise) beside: bool,
}

/// All regions of a sheet.
#[derive(Debug)]
pub(in crate::recognise) struct Regions {
    pub(in crate::recognise) all: Vec<Region>,
    /// For each segment, the region its words belong to, if its beginning is no label.
    pub(in crate::recognise) owners: Vec<Option<usize>>,
}

impl Regions {
    pub(in crate::recognise) fn of(sheet: &Sheet) -> Self {
        let hits = find(sheet);
        let mut regions = Self { all: Vec::new(), owners: vec![None; sheet.segments.len()] };
        for hit in hits {
            let spans = inline(sheet, &hit).into_iter().collect::<Vec<_>>();
            let beside = !spans.is_empty();
            regions.all.push(Region { role: hit.role, section: None, hit, spans, beside });
        }
        regions.cut_at_next(sheet);
        let captions = regions.take_captions(sheet);
        regions.take_rest(sheet, &captions);
        regions.set_sections(sheet);
        regions
    }

    /// Regions of a role.
    pub(in crate::recognise) fn with(&self, role: Role) -> impl Iterator<Item = &Region> {
        self.all.iter().filter(move |region| region.role == role)
    }

    /// A label's words end where the next label of the same line begins.
    fn cut_at_next(&mut self, sheet: &Sheet) {
        let starts: Vec<(usize, usize)> = self
            .all
            .iter()
            .filter_map(|region| Some((region.hit.segment, sheet.tokens.get(region.hit.tokens.start)?.span.start)))
            .collect();
        for region in &mut self.all {
            let Some(span) = region.spans.first_mut() else { continue };
            let next = starts.iter().filter(|(segment, at)| *segment == region.hit.segment && *at >= span.start);
            if let Some(end) = next.map(|(_, at)| *at).min() {
                *span = sheet.trim(&(span.start..end.min(span.end)));
            }
            if span.start >= span.end {
                region.spans.clear();
                region.beside = false;
            }
        }
    }

    /// The labels on a segment: they come in the order of the text.
    fn on(&self, segment: usize) -> Range<usize> {
        let from = self.all.partition_point(|region| region.hit.segment < segment);
        from..self.all.partition_point(|region| region.hit.segment <= segment)
    }

    /// The label that a segment begins with.
    fn at_start(&self, sheet: &Sheet, segment: usize) -> Option<usize> {
        let first = sheet.segments.get(segment)?.tokens.start;
        self.on(segment).find(|at| self.all.get(*at).is_some_and(|region| region.hit.tokens.start <= first + 2))
    }

    /// The segments that begin with a label, and where the text after it begins.
    pub(in crate::recognise) fn at_starts(&self, sheet: &Sheet) -> HashMap<usize, Option<usize>> {
        let starts = (0..sheet.segments.len()).filter_map(|at| {
            let region = self.all.get(self.at_start(sheet, at)?)?;
            Some((at, region.spans.first().filter(|_| region.beside).map(|span| span.start)))
        });
        starts.collect()
    }

    /// The last label on a segment.
    fn last_on(&self, segment: usize) -> Option<usize> {
        self.on(segment).next_back()
    }

    /// Captions take what stands above them. Says which segments were taken.
    fn take_captions(&mut self, sheet: &Sheet) -> Vec<bool> {
        let mut taken = vec![false; sheet.segments.len()];
        for number in 0..self.all.len() {
            let Some(region) = self.all.get(number).filter(|region| region.hit.caption) else { continue };
            let Some(caption) = sheet.segments.get(region.hit.segment) else { continue };
            let mut spans = Vec::new();
            let mut below = caption;
            while let Some(at) = directly_above(sheet, below, 1.9) {
                let Some(above) = sheet.segments.get(at) else { break };
                if self.last_on(at).is_some() || taken.get(at) == Some(&true) {
                    break;
                }
                spans.insert(0, above.span.clone());
                if let Some(mark) = taken.get_mut(at) {
                    *mark = true;
                }
                if let Some(owner) = self.owners.get_mut(at) {
                    *owner = Some(number);
                }
                below = above;
            }
            if let Some(region) = self.all.get_mut(number) {
                region.spans = spans;
                region.beside = false;
            }
        }
        taken
    }

    /// Every other segment belongs to the label to its left, or to what stands above it.
    fn take_rest(&mut self, sheet: &Sheet, taken: &[bool]) {
        let mut order: Vec<usize> = (0..sheet.segments.len()).collect();
        let key = |at: &usize| sheet.segments.get(*at).map_or((0, 0.0, 0.0), |s| (s.page, s.middle(), s.left));
        order.sort_by(|a, b| {
            let (a, b) = (key(a), key(b));
            a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.total_cmp(&b.2))
        });
        for at in order {
            let Some(segment) = sheet.segments.get(at) else { continue };
            if taken.get(at) == Some(&true) {
                continue;
            }
            let begins = self.at_start(sheet, at);
            if let Some(region) = begins {
                let last = self.last_on(at).or(Some(region));
                if let Some(owner) = self.owners.get_mut(at) {
                    *owner = last;
                }
                continue;
            }
            let owner = self.beside(sheet, segment).or_else(|| self.above(sheet, segment));
            let Some(owner) = owner else { continue };
            // Words before a label in the middle of the line go on with what came before; the label has the rest.
            let first_label =
                self.on(at).filter_map(|one| self.all.get(one)).map(|region| region.hit.tokens.start).min();
            let end = first_label
                .and_then(|token| sheet.tokens.get(token))
                .map_or(segment.span.end, |token| token.span.start);
            let span = sheet.trim(&(segment.span.start..end));
            if let Some(region) = self.all.get_mut(owner).filter(|_| !span.is_empty()) {
                region.spans.push(span);
            }
            let owner = self.last_on(at).unwrap_or(owner);
            if let Some(mark) = self.owners.get_mut(at) {
                *mark = Some(owner);
            }
        }
    }

    /// The label left of a segment on its line, with nothing between and nothing of its own beside it.
    fn beside(&self, sheet: &Sheet, segment: &Segment) -> Option<usize> {
        let left = sheet
            .on_page(segment.page)
            .filter(|(_, other)| other.same_row(segment) && other.right <= segment.left + 1.0);
        let (at, _) = left.max_by(|a, b| a.1.right.total_cmp(&b.1.right))?;
        let last = self.last_on(at)?;
        let region = self.all.get(last)?;
        let label = sheet.segments.get(at)?;
        let open = region.spans.is_empty() && !region.hit.caption;
        // In another column, while the label's own value stands right under it.
        let far = segment.left - label.right > 3.0 * label.height();
        let under = || {
            sheet.on_page(label.page).any(|(below, other)| {
                other.page == label.page
                    && (other.left - label.left).abs() < 4.0
                    && other.top > label.middle()
                    && other.top - label.bottom < 0.9 * label.height()
                    && self.at_start(sheet, below).is_none()
            })
        };
        (open && !(far && under())).then_some(last)
    }

    fn above(&self, sheet: &Sheet, segment: &Segment) -> Option<usize> {
        let at = directly_above(sheet, segment, REACH)?;
        let above = sheet.segments.get(at)?;
        let owner = self.owners.get(at).copied().flatten()?;
        let region = self.all.get(owner)?;
        if region.hit.caption {
            return None;
        }
        let near = segment.top - above.bottom < PITCH * segment.height();
        (near || region.spans.is_empty()).then_some(owner)
    }

    /// A part such as "Title:" belongs to the section before it, on the same page and not too far.
    fn set_sections(&mut self, sheet: &Sheet) {
        let sections: Vec<(usize, Role)> =
            self.all.iter().enumerate().filter_map(|(number, region)| Some((number, region.role.section()?))).collect();
        for number in 0..self.all.len() {
            let Some(region) = self.all.get(number).filter(|region| region.role.is_part()) else { continue };
            let Some(here) = sheet.segments.get(region.hit.segment) else { continue };
            let mut best: Option<(f32, Role)> = None;
            for (other, role) in &sections {
                let Some(section) = self.all.get(*other).and_then(|region| sheet.segments.get(region.hit.segment))
                else {
                    continue;
                };
                let earlier = section.page == here.page
                    && (section.middle() < here.middle() - 1.0 || section.same_row(here) && section.left <= here.left);
                if !earlier {
                    continue;
                }
                // The same column first: a section beside it is not the one it stands in.
                let column = if section.left <= here.right && here.left <= section.right.max(section.left + 200.0) {
                    0.0
                } else {
                    200.0
                };
                let distance = here.middle() - section.middle() + column;
                if best.is_none_or(|(least, _)| distance < least) {
                    best = Some((distance, *role));
                }
            }
            if let Some(region) = self.all.get_mut(number) {
                region.section = best.map(|(_, role)| role);
            }
        }
    }
}

/// The words after a label on its own line.
fn inline(sheet: &Sheet, hit: &Hit) -> Option<Range<usize>> {
    if hit.caption {
        return None;
    }
    let segment = sheet.segments.get(hit.segment)?;
    let start = sheet.tokens.get(hit.tokens.end).filter(|_| hit.tokens.end < segment.tokens.end)?.span.start;
    let text = sheet.get(&(start..segment.span.end));
    let rest = text.trim_start_matches([':', '.', '#', '-', '–', '—', ' ', '_']);
    let mut start = start + (text.len() - rest.len());
    // An instruction in brackets is no value: "TO (Name, Address, City …)".
    if rest.starts_with('(') && (rest.matches(',').count() >= 2 || rest.to_lowercase().contains("if ")) {
        start += rest.find(')').map_or(rest.len(), |at| at + 1);
    }
    Some(sheet.trim(&(start..segment.span.end))).filter(|span| !span.is_empty())
}

/// The nearest segment above that shares some width and whose gap is at most so many heights.
fn directly_above(sheet: &Sheet, segment: &Segment, most: f32) -> Option<usize> {
    let candidates = sheet.on_page(segment.page).filter(|(_, other)| {
        other.shares_width(segment) && other.middle() < segment.middle() - 0.4 * segment.height().min(other.height())
    });
    let (at, above) =
        candidates.max_by(|a, b| a.1.bottom.total_cmp(&b.1.bottom).then(a.1.right.total_cmp(&b.1.right)))?;
    (segment.top - above.bottom < most * segment.height().max(above.height())).then_some(at)
}
