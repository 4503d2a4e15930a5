//! What can be wrong with a template, with the line to look at.

use thiserror::Error;

/// A template that cannot be used, and where.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("line {line}: {problem}")]
pub struct TemplateFault {
    /// The line in the template's source, counted from 1.
    pub line: usize,
    /// What is wrong there.
    pub problem: Problem,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Problem {
    /// The source does not start with a head between two `+++` lines.
    #[error("the head between two +++ lines is missing or not closed")]
    NoHead,
    /// The head is not TOML, or lacks or adds a key.
    #[error("the head cannot be read: {0}")]
    Head(String),
    /// The title goes into the PDF's metadata and must not carry a value.
    #[error("the title must not name a field, because it becomes part of the file's metadata")]
    FieldInTitle,
    /// `{{name}}` with a name that is not on the list.
    #[error("unknown field \"{0}\"")]
    UnknownField(String),
    /// `{{item.name}}` outside a list block, or one that this list's items do not have.
    #[error("\"{0}\" is not a field of the list here")]
    FieldOutsideList(String),
    /// `{{` without its `}}` in the same line.
    #[error("a field is opened with {{{{ and not closed")]
    UnclosedField,
    /// `::: when NAME` with a name that is not on the list.
    #[error("unknown condition \"{0}\"")]
    UnknownCondition(String),
    /// `::: each NAME` with a name that is not on the list.
    #[error("unknown list \"{0}\"")]
    UnknownList(String),
    /// A `:::` line that is none of the known ones.
    #[error("unknown block line \":::{0}\"")]
    UnknownBlock(String),
    /// A block without its closing `:::`; the line is where it was opened.
    #[error("the block opened here is not closed")]
    UnclosedBlock,
    /// A closing `:::` with no block open.
    #[error("there is no block to close here")]
    NothingToClose,
    /// `::: else` outside a condition, or twice.
    #[error("\"else\" belongs into a \"when\" block, once")]
    StrayElse,
    /// A list block inside another, or a locked clause inside a list or clause.
    #[error("this block cannot stand inside the block around it")]
    Nesting,
    /// A locked clause without an id of letters, digits and hyphens.
    #[error("a locked clause needs an id of small letters, digits and hyphens")]
    ClauseId,
    /// The same clause id twice.
    #[error("the locked clause \"{0}\" occurs twice")]
    ClauseTwice(String),
    /// Markdown that is not part of the subset (links, images, tables, code, HTML, rules).
    #[error("{0} cannot be used in a letter")]
    NotInSubset(&'static str),
    /// A heading deeper than three, or one that skips a level.
    #[error("headings go from 1 to 3 and skip no level")]
    HeadingLevel,
    /// No text at all.
    #[error("the template has no text")]
    Empty,
}

impl TemplateFault {
    pub(crate) const fn at(line: usize, problem: Problem) -> Self {
        Self { line, problem }
    }
}
