//! What stands on a form of the agency, field by field.

mod accounts;
mod address;
mod appear;
mod authority;
mod category;
mod column;
mod down;
mod elsewhere;
mod fax;
mod identifiers;
mod list;
mod marked;
mod named;
mod numbers;
mod page_address;
mod paragraph;
mod people;
mod period;
mod place;
mod plain;
mod purpose;
mod reached;
mod recipient;
mod records;
mod running;
mod served;
mod silence;
mod telephone;
mod titles;
mod unlabelled;
mod when;
mod words;

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::label::{Region, Regions, is_form_words};
use super::patterns::Patterns;
use super::sheet::Sheet;
use super::value::is_title;
use matter::suggestion::{Field, Method, Suggestion, Value};
use paragraph::Sentence;

/// What all parts of this look at.
pub(super) struct Form<'s> {
    sheet: &'s Sheet,
    regions: &'s Regions,
    patterns: &'s Patterns,
    covers: HashSet<u32>,
}

/// A line of a region: the spans that stand on it.
pub(super) struct Row {
    pub(super) span: Range<usize>,
    pub(super) text: String,
    pub(super) segment: usize,
}

impl Form<'_> {
    /// The lines of a region, spans of one line put together.
    fn rows(&self, region: &Region) -> Vec<Row> {
        // More words of the label, in brackets under it, stand between the lines of what it names.
        let label = |span: &&Range<usize>| {
            let text = self.sheet.get(span);
            (text.starts_with('(') || text.ends_with(')')) && is_form_words(text) && !is_title(text)
        };
        let spans: Vec<Range<usize>> = region.spans.iter().filter(|span| !label(span)).cloned().collect();
        rows(self.sheet, &spans)
    }

    fn suggestion(
        &self,
        field: Field,
        value: Value,
        spans: &[Range<usize>],
        method: Method,
        confidence: f32,
    ) -> Suggestion {
        suggestion(self.sheet, field, value, spans, method, confidence)
    }

    fn text(&self, field: Field, span: Range<usize>, method: Method, confidence: f32) -> Suggestion {
        let value = Value::Text { text: self.sheet.quote(&span) };
        self.suggestion(field, value, &[span], method, confidence)
    }

    /// Whether a page is a letter's or a fax's cover, whose dates and names are its own.
    fn is_cover(&self, page: u32) -> bool {
        self.covers.contains(&page)
    }

    /// The sentences of the form, without its labels.
    fn sentences(&self) -> Vec<Sentence> {
        let paragraphs = paragraph::paragraphs(self.sheet, &self.regions.at_starts(self.sheet));
        paragraph::sentences(self.sheet, &paragraphs)
    }

    fn page_of(&self, region: &Region) -> u32 {
        self.sheet.segments.get(region.hit.segment).map_or(0, |segment| segment.page)
    }
}

/// The pages of a sheet that are a fax's cover.
fn covers(sheet: &Sheet) -> HashSet<u32> {
    let pages: HashSet<u32> = sheet.segments.iter().map(|segment| segment.page).collect();
    let is_cover = |page: &u32| {
        let head: String = page_text(sheet, *page).chars().take(400).flat_map(char::to_lowercase).collect();
        ["facsimile", "fax cover", "transmittal", "cover sheet", "fax transmission"]
            .iter()
            .any(|word| head.contains(word))
    };
    pages.into_iter().filter(is_cover).collect()
}

/// The text of one page.
pub(super) fn page_text(sheet: &Sheet, page: u32) -> &str {
    let mut on = sheet.on_page(page).map(|(_, segment)| segment);
    let Some(first) = on.next() else { return "" };
    let end = on.last().map_or(first.span.end, |last| last.span.end);
    sheet.get(&(first.span.start..end))
}

/// Spans as lines: what stands on one row of the page is one of them.
pub(super) fn rows(sheet: &Sheet, spans: &[Range<usize>]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for span in spans {
        let Some(segment) = sheet.segment_at(span.start) else { continue };
        let text = sheet.quote(span);
        let last = rows.last_mut().filter(|row| {
            let both = sheet.segments.get(row.segment).zip(sheet.segments.get(segment));
            both.is_some_and(|(a, b)| a.same_row(b)) && row.span.end <= span.start
        });
        match last {
            Some(row) => {
                row.text = format!("{} {text}", row.text);
                row.span.end = span.end;
            }
            None => rows.push(Row { span: span.clone(), text, segment }),
        }
    }
    rows
}

/// Whether a line is full: the first word of the next one had no room left at its end. The margin is where the longest line goes
/// to that begins at the same side, within the cell: what stands at the right of these lines is another's.
fn wraps(sheet: &Sheet, row: &Row, next: &Row) -> bool {
    let Some((here, below)) = sheet.segments.get(row.segment).zip(sheet.segments.get(next.segment)) else {
        return false;
    };
    let near = |other: &&super::sheet::Segment| {
        other.left > here.right + 1.0
            && other.left > below.right
            && other.bottom > here.top - 4.0 * here.height()
            && other.top < here.bottom + 4.0 * here.height()
    };
    let wall = sheet.on_page(here.page).map(|(_, other)| other).filter(near).map(|other| other.left);
    let wall = wall.fold(f32::INFINITY, f32::min);
    let same =
        |other: &&super::sheet::Segment| (other.left - here.left.min(below.left)).abs() < 6.0 && other.right <= wall;
    let own = sheet.on_page(here.page).map(|(_, other)| other).filter(same);
    let margin = own.map(|other| other.right).fold(here.right, f32::max);
    let word = sheet.tokens.get(sheet.tokens_in(&next.span).start).map_or(0.0, |token| token.rect.width());
    margin - here.right < word + 0.2 * here.height()
}

pub(super) fn suggestion(
    sheet: &Sheet,
    field: Field,
    value: Value,
    spans: &[Range<usize>],
    method: Method,
    confidence: f32,
) -> Suggestion {
    let quote = spans.iter().map(|span| sheet.quote(span)).collect::<Vec<_>>().join(" ");
    Suggestion { field, value, quote, places: sheet.places(spans), method, confidence }
}

/// The best of several suggestions for a field that has one value: by method and how often it was found, then the first.
fn best(mut found: Vec<Suggestion>) -> Option<Suggestion> {
    let votes: Vec<usize> =
        found.iter().map(|one| found.iter().filter(|other| other.value == one.value).count()).collect();
    let best = (0..found.len()).max_by(|a, b| {
        let key = |at: &usize| (found.get(*at).map_or(0.0, |one| one.confidence), votes.get(*at).copied().unwrap_or(0));
        let ((a_sure, a_votes), (b_sure, b_votes)) = (key(a), key(b));
        a_sure.total_cmp(&b_sure).then(a_votes.cmp(&b_votes)).then(b.cmp(a))
    })?;
    Some(found.swap_remove(best))
}

/// Everything that is suggested of a form.
pub(super) fn suggest(sheet: &Sheet, regions: &Regions, patterns: &Patterns) -> Vec<Suggestion> {
    let form = Form { sheet, regions, patterns, covers: covers(sheet) };
    let mut all = Vec::new();
    let numbers = numbers::suggest(&form);
    all.extend(recipient::suggest(&form));
    let people = people::suggest(&form);
    all.extend(when::suggest(&form));
    all.extend(appear::suggest(&form));
    let words = words::suggest(&form);
    all.extend(identifiers::suggest(&form, &numbers, &people));
    all.extend(numbers);
    all.extend(people);
    all.extend(words);
    all.extend(records::suggest(&form));
    all.extend(silence::suggest(&form));
    all.extend(fax::suggest(sheet));
    all
}

/// What is offered of any other paper that is addressed to the platform.
pub(super) fn common(sheet: &Sheet) -> Vec<Suggestion> {
    fax::suggest(sheet).into_iter().collect()
}

/// The sentences of a paper, with the places of their lines and the number of their paragraph.
pub(super) fn sentences_of(sheet: &Sheet) -> Vec<(String, Vec<Range<usize>>, usize)> {
    let paragraphs = paragraph::paragraphs(sheet, &HashMap::new());
    let sentences = paragraph::sentences(sheet, &paragraphs);
    sentences.into_iter().map(|sentence| (sentence.text, sentence.spans, sentence.paragraph)).collect()
}
