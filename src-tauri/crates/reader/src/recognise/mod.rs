//! What a paper seems to be, and what seems to stand in it: suggestions for a person, never facts.
//!
//! Pure functions over the text of pages, from a PDF or from text recognition alike. What words mean is data
//! (`data/*.toml`) wherever it is a list. **Precision before recall**: a form that nobody has seen gives fewer suggestions,
//! not wrong ones, and a field with two answers that contradict each other gives none or the better founded one.
//!
//! The words come from whoever sent the paper, and they are looked at in the desk's own process. So the patterns are matched in
//! linear time, nothing calls itself as often as a page says, and no more than [`MOST_PAGES`] pages, [`MOST_WORDS`] words of one and
//! so many cells of a page and a paper are looked at.

mod class;
mod court;
mod fold;
mod form;
mod label;
mod patterns;
mod sheet;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod typed;
mod value;

use crate::paper::PageText;

use class::Kind;
use label::Regions;
use sheet::Sheet;

pub use matter::suggestion::{
    Class, Classed, Field, IdentifierKind, JudgePower, Method, Place, Reason, Silence, Suggestion, Suggestions, Value,
};
pub use patterns::Patterns;

/// Pages of a paper that are looked at.
pub const MOST_PAGES: usize = 40;
/// Words of a page that are looked at. A page of small print has 1,500.
pub const MOST_WORDS: usize = 5_000;
/// Their bytes. The same page has 10,000.
const MOST_BYTES: usize = 60_000;
/// Letters of one word. What is longer is none, and is not looked at.
const LONGEST_WORD: usize = 400;
/// Cells of a page that are looked at: words that stand together on a line. A ruled form has 200, a dense table 800.
const MOST_CELLS: usize = 1_200;
/// Cells of a whole paper. What is told by the places of cells compares each with all others of its page, so this bounds the
/// time that a paper takes, whatever its pages are filled with.
const MOST_CELLS_OF_PAPER: usize = 8_000;

/// In a long text on a scan one word of so many may be unsure.
const LONG_TEXT_PER_SLIP: usize = 6;

/// What is suggested about a paper with these pages.
#[must_use]
pub fn suggest(pages: &[PageText], patterns: &Patterns) -> Suggestions {
    let sheet = Sheet::of(pages);
    let regions = Regions::of(&sheet);
    let class = class::classed(&sheet, &regions);
    let mut fields = match class.as_ref().map(|classed| Kind::of(classed.class)) {
        Some(Kind::Form) => form::suggest(&sheet, &regions, patterns),
        Some(Kind::Court) => court::suggest(&sheet, class.as_ref().map(|classed| classed.class)),
        // Of any other paper only what is the same everywhere is offered.
        Some(Kind::Other) => form::common(&sheet),
        // A court's caption tells court and number, though what the paper is was not clear.
        None => court::suggest(&sheet, None),
    };
    // One box is told by the other: both or none.
    let is_box = |one: &Suggestion| matches!(one.field, Field::Appear | Field::Produce);
    let boxes = fields.iter().filter(|one| is_box(one)).all(|one| is_sure(&sheet, one));
    fields.retain(|one| if is_box(one) { boxes } else { is_sure(&sheet, one) });
    fields.sort_by(|a, b| a.field.cmp(&b.field).then(b.confidence.total_cmp(&a.confidence)));
    Suggestions { class, fields }
}

/// Whether the words of a suggestion are what the paper says, as far as a scan can tell: a name or a number with a letter wrong is
/// worse than none. In a long text a person sees a slip; and what is told by a turn of phrase is told whatever a letter of it is. A
/// typed mark is one character, and what stands beside a lost one is unsure: all of it counts.
fn is_sure(sheet: &Sheet, suggestion: &Suggestion) -> bool {
    let (all, unsure) = sheet.unsure(&suggestion.places);
    match suggestion.field {
        Field::Component | Field::NonDisclosure => true,
        Field::Purpose | Field::Warning => unsure * LONG_TEXT_PER_SLIP <= all,
        _ => unsure == 0,
    }
}
