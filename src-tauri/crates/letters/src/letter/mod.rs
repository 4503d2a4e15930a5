//! A composed letter: the tree with its values, from which every output is made.

mod compose;
mod text;

use serde::{Deserialize, Serialize};
use thiserror::Error;

pub use compose::compose;

use crate::template::Kind;
use crate::{Language, Template};

/// A letter with every value in place. Nothing in it is markup any more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Letter {
    /// The template's id.
    pub template: String,
    /// The template's version.
    pub version: u32,
    /// SHA-256 of the template's source, lower-case hex.
    pub template_digest: String,
    /// What the letter is for.
    pub kind: Kind,
    /// The language it is written in.
    pub language: Language,
    /// The document title; carries no value.
    pub title: String,
    /// The subject line for a mail.
    pub subject: String,
    /// The text.
    pub blocks: Vec<Block>,
}

/// A block of a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Block {
    /// A heading, level 1 to 3.
    Heading {
        /// 1 is the letter's own heading.
        level: u8,
        /// Its words.
        spans: Vec<Span>,
    },
    /// A paragraph.
    Paragraph {
        /// Its words.
        spans: Vec<Span>,
    },
    /// A list; numbered from `start` if that is given.
    List {
        /// The first number, or none for a list with bullets.
        start: Option<u32>,
        /// The items.
        items: Vec<Vec<Block>>,
    },
    /// A quotation.
    Quote {
        /// What is quoted.
        blocks: Vec<Block>,
    },
}

/// A piece of running text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Span {
    /// The template's own words.
    Text {
        /// The words.
        text: String,
    },
    /// A value from the facts, exactly as given (line breaks became one space).
    Value {
        /// The field it fills; items as `item.NAME`.
        field: String,
        /// The value.
        text: String,
    },
    /// Emphasised.
    Emphasis {
        /// What is emphasised.
        spans: Vec<Span>,
    },
    /// Strongly emphasised.
    Strong {
        /// What is strong.
        spans: Vec<Span>,
    },
    /// A line break.
    Break,
}

/// The letter cannot be made: facts it needs are not there.
#[derive(Debug, Clone, PartialEq, Eq, Error, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[error("the letter still has {} empty field(s): {}", fields.len(), fields.join(", "))]
pub struct Missing {
    /// Every field that is needed by the branches shown and absent or blank, in the order of the letter, once each.
    /// An empty list goes by its name (`records`), an item's field by `records.2.description` (counted from 1).
    pub fields: Vec<String>,
}

impl Letter {
    /// The letter as plain text: one line per paragraph, headings and lists marked by line shape only, ending in one
    /// line feed. Letterhead and footer belong to the page and are not in it.
    #[must_use]
    pub fn text(&self) -> String {
        text::plain(&self.blocks)
    }

    /// Every value that was put into the letter's text, with its field, in order. The subject line's are not in it.
    #[must_use]
    pub fn values(&self) -> Vec<(&str, &str)> {
        let mut found = Vec::new();
        block_values(&self.blocks, &mut found);
        found
    }

    fn empty(template: &Template) -> Self {
        Self {
            template: template.id().to_owned(),
            version: template.version(),
            template_digest: template.digest().to_owned(),
            kind: template.kind(),
            language: template.language(),
            title: template.title().to_owned(),
            subject: String::new(),
            blocks: Vec::new(),
        }
    }
}

fn block_values<'l>(blocks: &'l [Block], found: &mut Vec<(&'l str, &'l str)>) {
    for block in blocks {
        match block {
            Block::Heading { spans, .. } | Block::Paragraph { spans } => span_values(spans, found),
            Block::List { items, .. } => items.iter().for_each(|item| block_values(item, found)),
            Block::Quote { blocks } => block_values(blocks, found),
        }
    }
}

fn span_values<'l>(spans: &'l [Span], found: &mut Vec<(&'l str, &'l str)>) {
    for span in spans {
        match span {
            Span::Value { field, text } => found.push((field, text)),
            Span::Emphasis { spans } | Span::Strong { spans } => span_values(spans, found),
            Span::Text { .. } | Span::Break => {}
        }
    }
}
