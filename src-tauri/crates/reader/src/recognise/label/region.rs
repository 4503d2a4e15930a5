//! What belongs to which label: beside it, below it, or above a caption.

use std::collections::HashMap;
use std::ops::Range;

use super::composed::is_form_words;
use super::find::find;
use super::near::{dated_above, directly_above, is_lead_in, over_line};
use super::placed::value_at_left;
use super::{Hit, Role};
use crate::recognise::sheet::{Segment, Sheet};
use crate::recognise::value::{date_in, is_title};

/// A value may stand so many heights of a line below its label: room for a signature.
const REACH: f32 = 3.6;
/// Where somebody signs there is more room.
const SIGNED: f32 = 6.0;
/// Lines of one value stand closer than this.
const PITCH: f32 = 1.45;
/// Lines of one value over its caption stand closer than this.
const TIGHT: f32 = 0.75;

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
        let mut taken = vec![false; sheet.segments.len()];
        regions.take_right(sheet, &mut taken);
        regions.take_captions(sheet, &mut taken);
        regions.take_rest(sheet, &taken);
        regions.set_sections(sheet);
        regions
    }

    /// Regions of a role.
    pub(in crate::recognise) fn with(&self, role: Role) -> impl Iterator<Item = &Region> {
        self.all.iter().filter(move |region| region.role == role)
    }

    /// A label's words end where the next label of the same line begins.
    fn cut_at_next(&mut self, sheet: &Sheet) {
        for number in 0..self.all.len() {
            let Some(region) = self.all.get(number) else { continue };
            let Some(span) = region.spans.first().cloned() else { continue };
            let starts = self.on(region.hit.segment).filter_map(|at| self.all.get(at));
            let starts = starts.filter_map(|region| Some(sheet.tokens.get(region.hit.tokens.start)?.span.start));
            let next = starts.filter(|at| *at >= span.start).min();
            let Some(region) = self.all.get_mut(number) else { continue };
            let Some(span) = region.spans.first_mut() else { continue };
            if let Some(end) = next {
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

    /// Whether a label of this segment begins with this token.
    pub(in crate::recognise) fn is_at(&self, segment: usize, token: usize) -> bool {
        self.on(segment).any(|at| self.all.get(at).is_some_and(|region| region.hit.tokens.start == token))
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

    /// Labels at the right take what stands at their left. Lines of one value may each have the same label.
    fn take_right(&mut self, sheet: &Sheet, taken: &mut [bool]) {
        let mut last: Option<usize> = None;
        for number in 0..self.all.len() {
            let Some(region) = self.all.get(number).filter(|region| region.hit.right) else { continue };
            let (role, segment) = (region.role, region.hit.segment);
            let Some(left) = value_at_left(sheet, segment) else { continue };
            let Some(span) = sheet.segments.get(left).map(|left| left.span.clone()) else { continue };
            let owner = last.filter(|last| self.all.get(*last).is_some_and(|last| last.role == role)).unwrap_or(number);
            if let Some(owner) = self.all.get_mut(owner) {
                owner.spans.push(span);
                owner.beside = false;
            }
            last = Some(owner);
            if let Some(mark) = taken.get_mut(left) {
                *mark = true;
            }
            for at in [left, segment] {
                if let Some(mark) = self.owners.get_mut(at) {
                    *mark = Some(owner);
                }
            }
        }
    }

    /// Captions take what stands above them.
    fn take_captions(&mut self, sheet: &Sheet, taken: &mut [bool]) {
        for number in 0..self.all.len() {
            let Some(region) = self.all.get(number).filter(|region| region.hit.caption) else { continue };
            let Some(caption) = sheet.segments.get(region.hit.segment) else { continue };
            let mut spans = Vec::new();
            let mut below = caption;
            let mut reach = 1.9;
            let next = |below: &Segment, reach: f32, first: bool| {
                directly_above(sheet, below, reach).or_else(|| over_line(sheet, below).filter(|_| first))
            };
            let dated = dated_above(sheet, region.role, caption).filter(|at| taken.get(*at) != Some(&true));
            while let Some(at) = dated.filter(|_| spans.is_empty()).or_else(|| next(below, reach, spans.is_empty())) {
                let Some(above) = sheet.segments.get(at) else { break };
                let text = sheet.get(&above.span);
                let begins = spans.is_empty() || (above.left - below.left).abs() < 6.0;
                // A day is nobody's signature.
                let day = matches!(region.role, Role::Signature | Role::SignatureIssuing) && date_in(text).is_some();
                if self.last_on(at).is_some() || taken.get(at) == Some(&true) || !begins || is_lead_in(text) || day {
                    break;
                }
                spans.insert(0, above.span.clone());
                if let Some(mark) = taken.get_mut(at) {
                    *mark = true;
                }
                if let Some(owner) = self.owners.get_mut(at) {
                    *owner = Some(number);
                }
                if dated.is_some() {
                    break;
                }
                below = above;
                reach = TIGHT;
            }
            if let Some(region) = self.all.get_mut(number) {
                region.spans = spans;
                region.beside = false;
            }
        }
    }

    /// Every other segment belongs to the label to its left, or to what stands above it.
    fn take_rest(&mut self, sheet: &Sheet, taken: &[bool]) {
        let mut order: Vec<usize> = (0..sheet.segments.len()).collect();
        let key = |at: &usize| sheet.segments.get(*at).map_or((0, 0.0, 0.0), |s| (s.page, s.middle(), s.left));
        order.sort_by(|a, b| {
            let (a, b) = (key(a), key(b));
            a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.total_cmp(&b.2))
        });
        // Segments that hold more words of a label, and whose.
        let mut words: HashMap<usize, usize> = HashMap::new();
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
            if let Some(label) = self.goes_on(sheet, at, &words) {
                words.insert(at, label);
                if let Some(mark) = self.owners.get_mut(at) {
                    *mark = Some(label);
                }
                continue;
            }
            let owner = self.beside(sheet, segment).or_else(|| self.above(sheet, segment, false));
            let owner = owner.or_else(|| self.across(sheet, segment));
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
        let open = region.spans.is_empty() && !region.hit.caption && !region.hit.right;
        // In another column, while the label's own value stands right under it. Words of a form are another label there, unless
        // what is listed is made of such words.
        let listed = matches!(region.role, Role::Records | Role::Identifiers);
        let far = segment.left - label.right > 3.0 * label.height();
        let under = || {
            sheet.on_page(label.page).any(|(below, other)| {
                other.page == label.page
                    && (other.left - label.left).abs() < 4.0
                    && other.top > label.middle()
                    && other.top - label.bottom < 0.9 * label.height()
                    && self.at_start(sheet, below).is_none()
                    && (listed || !is_form_words(sheet.get(&other.span)))
            })
        };
        // Right under another label that has nothing yet it is that one's.
        let over = || {
            let labelled = directly_above(sheet, segment, 0.9).filter(|above| self.at_start(sheet, *above).is_some());
            let near =
                labelled.and_then(|above| Some((sheet.segments.get(above)?, self.all.get(self.last_on(above)?)?)));
            near.is_some_and(|(above, other)| {
                (above.left - segment.left).abs() < 12.0
                    && other.spans.is_empty()
                    && !other.hit.caption
                    && !other.hit.right
            })
        };
        (open && (segment.led || !(far && (under() || over())))).then_some(last)
    }

    /// The label whose own words go on in this segment: "Officer before whom to appear (name," and below it "title, address)".
    /// `before`: the segments above of which that is known.
    fn goes_on(&self, sheet: &Sheet, at: usize, before: &HashMap<usize, usize>) -> Option<usize> {
        let segment = sheet.segments.get(at)?;
        let text = sheet.get(&segment.span);
        let small = text.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_lowercase) || text.ends_with(')');
        if !small || !is_form_words(text) {
            return None;
        }
        let above = directly_above(sheet, segment, 0.8)?;
        let label = sheet.segments.get(above)?;
        let owner = self.owners.get(above).copied().flatten()?;
        let region = self.all.get(owner)?;
        // Words of the label only, in letters of its size, and nothing of its own beside it yet on this line.
        let words = region.hit.segment == above && !region.beside || before.get(&above) == Some(&owner);
        let size = (label.height() - segment.height()).abs() < 0.16 * label.height();
        let left = (-4.0..24.0).contains(&(segment.left - label.left));
        (words && size && left && !region.hit.caption).then_some(owner)
    }

    fn above(&self, sheet: &Sheet, segment: &Segment, signed: bool) -> Option<usize> {
        if let Some(label) = self.hanging(sheet, segment) {
            return Some(label);
        }
        let at = directly_above(sheet, segment, if signed { SIGNED } else { REACH })
            .or_else(|| directly_above(sheet, segment, SIGNED).filter(|at| self.is_signed(*at)))?;
        let above = sheet.segments.get(at)?;
        let owner = self.owners.get(at).copied().flatten()?;
        let region = self.all.get(owner)?;
        // Under the words "(signature)" the block about whoever signs goes on.
        if region.role == Role::Signature && region.hit.segment == at && !signed {
            return self.above(sheet, above, true);
        }
        if region.hit.caption || region.hit.right {
            return None;
        }
        let near = segment.top - above.bottom < PITCH * segment.height() || signed && self.is_signed(at);
        // On one line with what the label has already: "name" at the left, "title" at the right.
        let last =
            region.spans.last().and_then(|span| sheet.segment_at(span.start)).and_then(|at| sheet.segments.get(at));
        let near = near || last.is_some_and(|last| last.same_row(segment));
        (near || region.spans.is_empty()).then_some(owner)
    }

    /// The label that hangs out at the left, on the line above: "TO:", and indented under it the address. Another label may
    /// stand on the same line further right.
    fn hanging(&self, sheet: &Sheet, segment: &Segment) -> Option<usize> {
        let (at, _) = sheet.on_page(segment.page).find(|(at, label)| {
            let indent = segment.left - label.right;
            (0.0..24.0).contains(&indent)
                && label.middle() < segment.top
                && segment.top - label.bottom < 0.8 * segment.height()
                && sheet.get(&label.span).ends_with(':')
                && self.at_start(sheet, *at).is_some()
        })?;
        let number = self.last_on(at)?;
        self.all.get(number).filter(|region| region.spans.is_empty() && !region.hit.caption).map(|_| number)
    }

    /// The label in the column of labels at the left whose entry begins lower, under room for a signature: other entries of the
    /// column of entries stand beside theirs.
    fn across(&self, sheet: &Sheet, segment: &Segment) -> Option<usize> {
        let place = |region: &Region| sheet.segments.get(region.hit.segment);
        let entry = |region: &Region| {
            let span = region.spans.first().filter(|_| !region.hit.caption && !region.hit.right)?;
            sheet.segments.get(sheet.segment_at(span.start)?)
        };
        let above =
            |label: &Segment| label.page == segment.page && label.right < segment.left && label.middle() < segment.top;
        let labels = self.all.iter().enumerate().filter_map(|(at, region)| Some((at, region, place(region)?)));
        let labels = labels.filter(|(_, _, label)| above(label));
        let (at, region, label) = labels.max_by(|a, b| a.2.middle().total_cmp(&b.2.middle()))?;
        let signed = matches!(region.role, Role::Issuing | Role::SignatureIssuing);
        if !signed || !region.spans.is_empty() || segment.top - label.bottom > SIGNED * segment.height() {
            return None;
        }
        let same = self.all.iter().filter(|other| {
            let both = place(other).zip(entry(other));
            both.is_some_and(|(one, value)| {
                one.page == label.page
                    && (one.left - label.left).abs() < 4.0
                    && one.same_row(value)
                    && (value.left - segment.left).abs() < 4.0
            })
        });
        (same.take(2).count() == 2).then_some(at)
    }

    /// Whether a segment belongs to where somebody signs, and nothing stands there yet.
    fn is_signed(&self, at: usize) -> bool {
        let owner = self.owners.get(at).copied().flatten().and_then(|owner| self.all.get(owner));
        owner.is_some_and(|region| {
            matches!(region.role, Role::Issuing | Role::SignatureIssuing) && region.spans.is_empty()
        })
    }
}

/// The words after a label on its own line.
pub(super) fn inline(sheet: &Sheet, hit: &Hit) -> Option<Range<usize>> {
    if hit.caption || hit.right {
        return None;
    }
    let segment = sheet.segments.get(hit.segment)?;
    let start = sheet.tokens.get(hit.tokens.end).filter(|_| hit.tokens.end < segment.tokens.end)?.span.start;
    let text = sheet.get(&(start..segment.span.end));
    let rest = text.trim_start_matches([':', '.', '#', '-', '–', '—', ' ', '_']);
    let mut start = start + (text.len() - rest.len());
    // An instruction in brackets is no value: "TO (Name, Address, City …)".
    if rest.starts_with('(') && (rest.matches(',').count() >= 2 || rest.to_lowercase().contains("if ")) {
        let end = rest.find(')').map_or(rest.len(), |at| at + 1);
        let value = rest.get(end..).unwrap_or_default().trim_start_matches([':', ' ']);
        start += rest.len() - value.len();
    }
    let span = sheet.trim(&(start..segment.span.end));
    // More words of the label: "… before whom to appear: Name, Title, Address". A title may be made of such words too.
    let text = sheet.get(&span);
    let more = text.starts_with('(') || text.contains(',');
    let label = more && is_form_words(text) && !is_title(text);
    (!span.is_empty() && !label).then_some(span)
}
