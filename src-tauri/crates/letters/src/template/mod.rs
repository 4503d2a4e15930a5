//! A template: TOML head, a CommonMark subset, `{{field}}`, and blocks between `:::` lines.
//!
//! ```text
//! ::: when CONDITION      ::: each LIST           ::: locked clause-id
//! text                    - {{item.name}}         wording only counsel changes
//! ::: else                :::                     :::
//! other text
//! :::
//! ```

mod blocks;
mod fault;
mod head;
mod inline;
mod markdown;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

pub use fault::{Problem, TemplateFault};

use crate::{Condition, Language, List};

/// What a letter is for. Each kind has its own rules in the use cases (who is told, when, with whose approval).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Kind {
    /// The notification to the user before any disclosure (legal reference, §5.3).
    UserNotice,
}

/// A locked clause: wording that only counsel changes. Compare digests to see whether somebody else did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Clause {
    /// The id given in the template.
    pub id: String,
    /// SHA-256 of the clause's source lines, lower-case hex.
    pub digest: String,
}

/// A parsed template, ready to compose. Parsing has checked every field, condition, list and block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    head: head::Head,
    subject: Vec<Inline>,
    nodes: Vec<Node>,
    clauses: Vec<Clause>,
    digest: String,
}

/// A block of the template tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Node {
    Heading { level: u8, line: usize, inlines: Vec<Inline> },
    Paragraph(Vec<Inline>),
    Bullets { start: Option<u64>, items: Vec<Vec<Node>> },
    Quote(Vec<Node>),
    When { condition: Condition, then: Vec<Node>, otherwise: Vec<Node> },
    Each { list: List, body: Vec<Node> },
}

/// A piece of running text of the template tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Inline {
    Text(String),
    Field(String),
    Item(String),
    Emphasis(Vec<Inline>),
    Strong(Vec<Inline>),
    Break,
}

impl Template {
    /// Reads a template's source.
    ///
    /// # Errors
    /// [`TemplateFault`] names the line and what is wrong there: an unknown field, condition, list or block, a block or
    /// field that is not closed, Markdown outside the subset, a head that cannot be read.
    pub fn parse(source: &str) -> Result<Self, TemplateFault> {
        let (head, body, first_line) = head::split(source)?;
        if head.title.contains("{{") {
            return Err(TemplateFault::at(head::line_of(source, "title"), Problem::FieldInTitle));
        }
        let subject = inline::text(&head.subject, head::line_of(source, "subject"), None)?;
        let (nodes, clauses) = blocks::parse(body, first_line)?;
        if nodes.is_empty() {
            return Err(TemplateFault::at(first_line, Problem::Empty));
        }
        check_headings(&nodes, &mut 0)?;
        Ok(Self { head, subject, nodes, clauses, digest: hex_digest(source) })
    }

    /// The template's id.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.head.id
    }

    /// What the letter is for.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.head.kind
    }

    /// The letter's language.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.head.language
    }

    /// The version its author gave it.
    #[must_use]
    pub const fn version(&self) -> u32 {
        self.head.version
    }

    /// The document title. It never carries a value.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.head.title
    }

    /// SHA-256 of the whole source, lower-case hex. A letter freezes it, so that the wording can be found again.
    #[must_use]
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// The locked clauses in the order they stand.
    #[must_use]
    pub fn clauses(&self) -> &[Clause] {
        &self.clauses
    }

    /// Every field the template can name, in any branch; item fields as `item.NAME`.
    #[must_use]
    pub fn fields(&self) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        inline_fields(&self.subject, &mut found);
        node_fields(&self.nodes, &mut found);
        found
    }

    /// Every condition the template asks about.
    #[must_use]
    pub fn conditions(&self) -> BTreeSet<Condition> {
        let mut found = BTreeSet::new();
        walk(&self.nodes, &mut |node| {
            if let Node::When { condition, .. } = node {
                found.insert(*condition);
            }
        });
        found
    }

    /// Every list the template walks.
    #[must_use]
    pub fn lists(&self) -> BTreeSet<List> {
        let mut found = BTreeSet::new();
        walk(&self.nodes, &mut |node| {
            if let Node::Each { list, .. } = node {
                found.insert(*list);
            }
        });
        found
    }

    pub(crate) fn subject(&self) -> &[Inline] {
        &self.subject
    }

    pub(crate) fn nodes(&self) -> &[Node] {
        &self.nodes
    }
}

/// Lower-case hex of the SHA-256 of `text`.
fn hex_digest(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().fold(String::with_capacity(64), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// Calls `visit` for every node, parents first.
fn walk<'t>(nodes: &'t [Node], visit: &mut dyn FnMut(&'t Node)) {
    for node in nodes {
        visit(node);
        match node {
            Node::Bullets { items, .. } => items.iter().for_each(|item| walk(item, visit)),
            Node::Quote(inner) | Node::Each { body: inner, .. } => walk(inner, visit),
            Node::When { then, otherwise, .. } => {
                walk(then, visit);
                walk(otherwise, visit);
            }
            Node::Heading { .. } | Node::Paragraph(_) => {}
        }
    }
}

fn node_fields(nodes: &[Node], found: &mut BTreeSet<String>) {
    walk(nodes, &mut |node| {
        if let Node::Heading { inlines, .. } | Node::Paragraph(inlines) = node {
            inline_fields(inlines, found);
        }
    });
}

fn inline_fields(inlines: &[Inline], found: &mut BTreeSet<String>) {
    for inline in inlines {
        match inline {
            Inline::Field(name) => drop(found.insert(name.clone())),
            Inline::Item(name) => drop(found.insert(format!("item.{name}"))),
            Inline::Emphasis(inner) | Inline::Strong(inner) => inline_fields(inner, found),
            Inline::Text(_) | Inline::Break => {}
        }
    }
}

/// Heading levels start at 1 and never skip: PDF/UA-1 (ISO 14289-1, 7.4.2) wants them in sequence.
fn check_headings(nodes: &[Node], last: &mut u8) -> Result<(), TemplateFault> {
    let mut fault = None;
    walk(nodes, &mut |node| {
        if let Node::Heading { level, line, .. } = node {
            if *level > 3 || *level > *last + 1 {
                fault.get_or_insert(TemplateFault::at(*line, Problem::HeadingLevel));
            }
            *last = (*level).min(3);
        }
    });
    fault.map_or(Ok(()), Err)
}
