//! Template + facts → letter.

use super::{Block, Letter, Missing, Span};
use crate::facts::{Facts, Item};
use crate::template::{Inline, Node};
use crate::{List, Template};

/// Puts the facts into the template.
///
/// Only the branches whose conditions hold are shown, and only their fields are needed.
///
/// # Errors
/// [`Missing`] names every needed field that is absent or blank (white space and invisible characters only).
pub fn compose(template: &Template, facts: &Facts) -> Result<Letter, Missing> {
    let mut composer = Composer { facts, item: None, missing: Vec::new() };
    let subject = composer.inlines(template.subject());
    let blocks = without_empty_sections(composer.nodes(template.nodes()));
    if !composer.missing.is_empty() {
        return Err(Missing { fields: composer.missing });
    }
    let mut line = String::new();
    super::text::spans(&subject, &mut line);
    Ok(Letter { subject: line, blocks, ..Letter::empty(template) })
}

struct Composer<'f> {
    facts: &'f Facts,
    /// The list item we are in, with its list and its place (from 1).
    item: Option<(List, usize, &'f Item)>,
    missing: Vec<String>,
}

impl Composer<'_> {
    fn nodes(&mut self, nodes: &[Node]) -> Vec<Block> {
        let mut blocks = Vec::new();
        for node in nodes {
            self.node(node, &mut blocks);
        }
        blocks
    }

    fn node(&mut self, node: &Node, blocks: &mut Vec<Block>) {
        match node {
            Node::Heading { level, inlines, .. } => {
                let spans = self.inlines(inlines);
                blocks.push(Block::Heading { level: *level, spans });
            }
            Node::Paragraph(inlines) => {
                let spans = self.inlines(inlines);
                blocks.push(Block::Paragraph { spans });
            }
            Node::Bullets { start, items } => {
                let start = start.map(|number| u32::try_from(number).unwrap_or(u32::MAX));
                let items = items.iter().map(|item| self.nodes(item)).collect();
                add_list(blocks, start, items);
            }
            Node::Quote(inner) => {
                let inner = self.nodes(inner);
                blocks.push(Block::Quote { blocks: inner });
            }
            Node::When { condition, then, otherwise } => {
                let shown = if self.facts.conditions.contains(condition) { then } else { otherwise };
                for node in shown {
                    self.node(node, blocks);
                }
            }
            Node::Each { list, body } => self.each(*list, body, blocks),
        }
    }

    fn each(&mut self, list: List, body: &[Node], blocks: &mut Vec<Block>) {
        let facts = self.facts;
        let items = facts.lists.get(&list).map(Vec::as_slice).unwrap_or_default();
        if items.is_empty() {
            self.lacks(list.name().to_owned());
        }
        for (index, item) in items.iter().enumerate() {
            self.item = Some((list, index + 1, item));
            for node in body {
                self.node(node, blocks);
            }
        }
        self.item = None;
    }

    fn inlines(&mut self, inlines: &[Inline]) -> Vec<Span> {
        inlines.iter().map(|inline| self.inline(inline)).collect()
    }

    fn inline(&mut self, inline: &Inline) -> Span {
        match inline {
            Inline::Text(text) => Span::Text { text: text.clone() },
            Inline::Field(name) => {
                let facts = self.facts;
                self.value(name.clone(), facts.values.get(name), name.clone())
            }
            Inline::Item(name) => {
                let (value, place) = match self.item {
                    Some((list, place, item)) => (item.get(name), format!("{}.{place}.{name}", list.name())),
                    None => (None, format!("item.{name}")),
                };
                self.value(format!("item.{name}"), value, place)
            }
            Inline::Emphasis(inner) => Span::Emphasis { spans: self.inlines(inner) },
            Inline::Strong(inner) => Span::Strong { spans: self.inlines(inner) },
            Inline::Break => Span::Break,
        }
    }

    /// A value's span; a blank or absent one is noted under `place`.
    fn value(&mut self, field: String, value: Option<&String>, place: String) -> Span {
        let text = value.map(|value| one_line(value)).unwrap_or_default();
        if text.chars().all(|c| c.is_whitespace() || c.is_control() || crate::layout::is_invisible(c)) {
            self.lacks(place);
        }
        Span::Value { field, text }
    }

    fn lacks(&mut self, name: String) {
        if !self.missing.contains(&name) {
            self.missing.push(name);
        }
    }
}

/// A heading with nothing under it is left out: what stood there depends on conditions that do not hold.
fn without_empty_sections(blocks: Vec<Block>) -> Vec<Block> {
    let mut kept: Vec<Block> = Vec::with_capacity(blocks.len());
    for block in blocks.into_iter().rev() {
        let ends_here = match (&block, kept.last()) {
            (Block::Heading { level, .. }, Some(Block::Heading { level: next, .. })) => next <= level,
            (Block::Heading { .. }, None) => true,
            _ => false,
        };
        if !ends_here {
            kept.push(block);
        }
    }
    kept.reverse();
    kept
}

/// Two lists of one kind in a row are one list: the parts stood in different branches of the template.
fn add_list(blocks: &mut Vec<Block>, start: Option<u32>, items: Vec<Vec<Block>>) {
    if let Some(Block::List { start: before, items: earlier }) = blocks.last_mut()
        && before.is_some() == start.is_some()
    {
        earlier.extend(items);
        return;
    }
    blocks.push(Block::List { start, items });
}

/// Line breaks of every kind become one space, byte order marks (left by copying from files) go; all else stays as it is,
/// white space at the ends apart.
fn one_line(value: &str) -> String {
    let is_break = |c: char| matches!(c, '\n' | '\r' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}');
    let value = value.replace('\u{FEFF}', "");
    value.trim().split(is_break).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}
