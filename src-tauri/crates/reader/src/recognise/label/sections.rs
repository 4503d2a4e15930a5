//! Which section of a form a part stands in: whose title "Title:" is.

use std::collections::HashMap;

use super::Role;
use super::region::{Regions, heads};
use crate::recognise::fold::folded;
use crate::recognise::sheet::{Segment, Sheet};

/// By so much the section of the caption beside it must be nearer than a caption's own.
const NEARER: f32 = 12.0;

/// A label that begins a section.
struct Section {
    role: Role,
    segment: usize,
    /// Where its own words end: what is filled in beside them may go over the whole page.
    end: f32,
    heads: bool,
}

/// The sections of one page, and where on it they stand, from the top.
#[derive(Default)]
struct Page {
    sections: Vec<Section>,
    middles: Vec<f32>,
}

impl Page {
    /// Whether a section begins between two lines.
    fn between(&self, top: f32, bottom: f32) -> bool {
        let first = self.middles.partition_point(|middle| *middle <= top + 1.0);
        self.middles.get(first).is_some_and(|middle| *middle < bottom - 1.0)
    }

    /// The section that stands nearest above a place, its own column first: how far it is, and where its label begins.
    fn nearest(&self, sheet: &Sheet, here: &Segment) -> Option<(f32, Role, f32)> {
        let mut best: Option<(f32, Role, f32)> = None;
        for section in &self.sections {
            let Some(label) = sheet.segments.get(section.segment) else { continue };
            let earlier = label.middle() < here.middle() - 1.0 || label.same_row(here) && label.left <= here.left;
            if !earlier {
                continue;
            }
            // The same column first: a section beside it is not the one it stands in.
            let column = if label.left <= here.right && here.left <= section.end.max(label.left + 200.0) {
                0.0
            } else if label.same_row(here) {
                40.0
            } else if section.heads && !self.between(label.middle(), here.middle()) {
                12.0
            } else {
                200.0
            };
            let distance = here.middle() - label.middle() + column;
            if best.is_none_or(|(least, _, _)| distance < least) {
                best = Some((distance, section.role, label.left));
            }
        }
        best
    }
}

impl Regions {
    /// A part such as "Title:" belongs to the section before it, on the same page and not too far.
    pub(super) fn set_sections(&mut self, sheet: &Sheet) {
        let mut pages: HashMap<u32, Page> = HashMap::new();
        for region in &self.all {
            let Some((role, label)) = region.role.section().zip(sheet.segments.get(region.hit.segment)) else {
                continue;
            };
            let last = region.hit.tokens.end.checked_sub(1).and_then(|at| sheet.tokens.get(at));
            let end = last.map_or(label.right, |token| token.rect.right);
            // Who certifies that it was served is who served it; who received it is somebody else.
            let words = folded(sheet.get(&label.span));
            let certificate =
                ["certificate of service", "proof of service"].iter().any(|one| words.starts_with(&folded(one)));
            let below = sheet
                .on_page(label.page)
                .map(|(_, one)| one)
                .filter(|one| one.top > label.middle() && one.top - label.bottom < 4.0 * label.height());
            let below: Vec<&str> = below.map(|one| sheet.get(&one.span)).collect();
            let other = |text: &str| {
                let text = text.trim_end_matches([':', ' ', '_']).to_lowercase();
                folded(&text).contains(&folded("receipt"))
                    || ["to", "on", "upon"].iter().any(|end| text.ends_with(&format!(" {end}")))
            };
            let served = certificate && !words.contains(&folded("receipt")) && !below.iter().any(|text| other(text));
            let role = if served { Role::Server } else { role };
            let page = pages.entry(label.page).or_default();
            page.sections.push(Section { role, segment: region.hit.segment, end, heads: heads(sheet, region) });
            page.middles.push(label.middle());
        }
        pages.values_mut().for_each(|page| page.middles.sort_by(f32::total_cmp));
        let captions: Vec<usize> = self
            .all
            .iter()
            .filter(|region| region.role.is_part() && region.hit.caption)
            .map(|region| region.hit.segment)
            .collect();
        for region in self.all.iter_mut().filter(|region| region.role.is_part()) {
            let captions = if region.hit.caption { captions.as_slice() } else { &[] };
            // Whom a paper is for has neither on a form.
            let officials = matches!(region.role, Role::Phone | Role::Title);
            region.section = part_of(sheet, region.hit.segment, captions, officials, &pages);
        }
    }
}

/// The section of a part. Captions of one row are about one person, unless the other's section is no nearer than its own, or its own
/// heads the column that only this caption stands in.
fn part_of(sheet: &Sheet, at: usize, captions: &[usize], officials: bool, pages: &HashMap<u32, Page>) -> Option<Role> {
    let here = sheet.segments.get(at)?;
    let page = pages.get(&here.page)?;
    let own = page.nearest(sheet, here);
    let beside = captions.iter().filter_map(|other| sheet.segments.get(*other));
    let beside = beside.filter(|other| other.same_row(here) && other.right <= here.left);
    let beside = beside.max_by(|a, b| a.right.total_cmp(&b.right));
    let theirs = beside.and_then(|other| Some((page.nearest(sheet, other)?, other.right)));
    match (own, theirs) {
        (Some((_, Role::Recipient, _)), Some(((_, role, _), _))) if officials => Some(role),
        (Some((distance, _, left)), Some(((other, role, _), right))) if other + NEARER < distance && left < right => {
            Some(role)
        }
        (Some((_, role, _)), _) | (None, Some(((_, role, _), _))) => Some(role),
        (None, None) => None,
    }
}
