//! What a paper seems to be, and what seems to stand in it: suggestions for a person, never facts.
//!
//! Pure functions over the text of pages, from a PDF or from text recognition alike. What words mean is data
//! (`data/*.toml`) wherever it is a list. **Precision before recall**: a form that nobody has seen gives fewer suggestions,
//! not wrong ones, and a field with two answers that contradict each other gives none or the better founded one.
//!
//! The words come from whoever sent the paper. The patterns are matched in linear time, and no more than [`MOST_PAGES`]
//! pages and [`MOST_WORDS`] words of one are looked at.

mod class;
mod court;
mod fold;
mod form;
mod label;
mod patterns;
mod sheet;
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
    fields.sort_by(|a, b| a.field.cmp(&b.field).then(b.confidence.total_cmp(&a.confidence)));
    Suggestions { class, fields }
}
