//! Letters: a template and facts become one parsed tree, and that tree becomes a tagged PDF, page pictures or plain text.
//!
//! ```text
//! Template::parse(text) ─▶ compose(&template, &facts) ─▶ Letter ─▶ text() · pdf(..) · pages(..)
//! ```
//!
//! The crate knows no store, no files, no network and no clock: fonts are part of the program, and every date is passed in.
//! A value is data and never markup; a missing field stops the letter and names itself. What may be said in a letter is a
//! matter of the facts handed in: this crate states nothing of its own.

#![forbid(unsafe_code)]

mod condition;
mod facts;
mod field;
mod language;
mod layout;
mod letter;
pub mod shipped;
mod template;

pub use condition::Condition;
pub use facts::{Facts, Item};
pub use field::{FIELDS, Field, List, field_named};
pub use language::Language;
pub use layout::{LayoutFault, Png, Stationery, forget, pages, pdf, undrawable};
pub use letter::{Block, Letter, Missing, Span, compose};
pub use template::{Clause, Kind, Problem, Template, TemplateFault};
