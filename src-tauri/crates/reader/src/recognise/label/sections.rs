//! Which section of a form a part stands in: whose title "Title:" is.

use std::collections::HashMap;

use super::Role;
use super::region::{Region, Regions};
use crate::recognise::fold::folded;
use crate::recognise::sheet::{Segment, Sheet};

/// By so much the section of the caption beside it must be nearer than a caption's own.
const NEARER: f32 = 12.0;
/// A caption is told by a section above it that is so near, in heights of a line.
const NEAR: f32 = 8.0;

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
        let told = self.servers(sheet);
        let mut pages: HashMap<u32, Page> = HashMap::new();
        for region in &self.all {
            if is_detail(region) {
                continue;
            }
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
            let receipt = |one: &Segment| folded(sheet.get(&one.span)).contains(&folded("receipt"));
            // Whom it was served on stands below; but a day, where the line goes on behind its blank.
            let on_whom = |one: &Segment| {
                let text = sheet.get(&one.span).trim_end_matches([':', ' ', '_']).to_lowercase();
                let goes_on = || {
                    sheet.on_page(one.page).any(|(_, next)| {
                        let day = sheet
                            .get(&next.span)
                            .starts_with(|first: char| first.is_lowercase() || first.is_ascii_digit());
                        next.same_row(one) && next.left > one.right && day
                    })
                };
                ["to", "on", "upon"].iter().any(|end| text.ends_with(&format!(" {end}"))) && !goes_on()
            };
            let other = |one: &Segment| receipt(one) || on_whom(one);
            let served = certificate && !words.contains(&folded("receipt")) && !below.into_iter().any(other);
            let signs = ["signature of server", "signature of person making service", "signature of person serving"];
            let served = served || region.role == Role::End && signs.iter().any(|one| words.starts_with(&folded(one)));
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
        for (number, role) in told {
            if let Some(region) = self.all.get_mut(number) {
                region.role = role;
                region.section = Some(Role::Server);
            }
        }
    }
}

impl Regions {
    /// "(name of officer)" and "(title of officer)" are whoever's the section is about: the contact's, or the server's where the words
    /// above one of them, in its row, speak of who may serve.
    fn servers(&self, sheet: &Sheet) -> Vec<(usize, Role)> {
        let mut pages: HashMap<u32, Page> = HashMap::new();
        let part = |region: &Region| match region.role {
            Role::ContactName if region.hit.caption => Some(Role::Name),
            Role::ContactTitle if region.hit.caption => Some(Role::Title),
            _ => None,
        };
        for region in self.all.iter().filter(|region| part(region).is_none() && !is_detail(region)) {
            let Some((role, label)) = region.role.section().zip(sheet.segments.get(region.hit.segment)) else {
                continue;
            };
            let page = pages.entry(label.page).or_default();
            let heads = heads(sheet, region);
            page.sections.push(Section { role, segment: region.hit.segment, end: label.right, heads });
            page.middles.push(label.middle());
        }
        pages.values_mut().for_each(|page| page.middles.sort_by(f32::total_cmp));
        let captions = self
            .all
            .iter()
            .enumerate()
            .filter_map(|(at, region)| Some((at, part(region)?, sheet.segments.get(region.hit.segment)?)));
        let captions: Vec<(usize, Role, &Segment)> = captions.collect();
        let serves = |here: &Segment| {
            let section = pages.get(&here.page).and_then(|page| page.nearest(sheet, here));
            matches!(section, Some((distance, Role::Server, _)) if distance < NEAR * here.height())
        };
        let in_row = |here: &Segment| captions.iter().any(|(_, _, other)| other.same_row(here) && serves(other));
        captions.iter().filter(|(_, _, here)| in_row(here)).map(|(at, role, _)| (*at, *role)).collect()
    }
}

/// Whether a label is a heading for all that stands below it: alone on its line, at the side where the page begins or in its middle.
fn heads(sheet: &Sheet, region: &Region) -> bool {
    let Some(label) = sheet.segments.get(region.hit.segment).filter(|_| !region.beside) else { return false };
    let on_page = || sheet.on_page(label.page).map(|(_, one)| one);
    let (left, right) = on_page().fold((label.left, label.right), |a, one| (a.0.min(one.left), a.1.max(one.right)));
    let alone = on_page().filter(|one| one.same_row(label)).count() == 1;
    let centred = (label.left + label.right - left - right).abs() < 24.0 && label.left > left + 60.0;
    alone && (label.left < left + 12.0 && label.right < 300.0 || centred)
}

/// A caption of what else is filled in, a day or a manner: it begins no section.
fn is_detail(region: &Region) -> bool {
    region.role == Role::End && region.hit.caption
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
