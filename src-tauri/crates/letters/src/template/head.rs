//! The TOML head between two `+++` lines.

use serde::Deserialize;

use super::{Kind, Problem, TemplateFault};
use crate::Language;

/// The head, as written.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Head {
    /// Which letter this is; the same in every language.
    pub(super) id: String,
    /// What the letter is for.
    pub(super) kind: Kind,
    /// The language it is written in.
    pub(super) language: Language,
    /// Raised by its author with every change.
    pub(super) version: u32,
    /// The document title; no values.
    pub(super) title: String,
    /// The subject line of a mail; may name fields.
    pub(super) subject: String,
}

/// Splits a source into its head, its body, and the line (from 1) on which the body starts.
pub(super) fn split(source: &str) -> Result<(Head, &str, usize), TemplateFault> {
    let source = source.strip_prefix('\u{FEFF}').unwrap_or(source);
    let no_head = || TemplateFault::at(1, Problem::NoHead);
    let mut lines = source.split_inclusive('\n');
    let first = lines.next().ok_or_else(no_head)?;
    if first.trim_end() != "+++" {
        return Err(no_head());
    }
    let start = first.len();
    let mut end = start;
    for (index, line) in lines.enumerate() {
        if line.trim_end() == "+++" {
            let toml = source.get(start..end).unwrap_or_default();
            let body = source.get(end + line.len()..).unwrap_or_default();
            return Ok((read(toml)?, body, index + 3));
        }
        end += line.len();
    }
    Err(no_head())
}

fn read(toml: &str) -> Result<Head, TemplateFault> {
    toml::from_str(toml).map_err(|error| {
        let before = error.span().and_then(|span| toml.get(..span.start)).unwrap_or_default();
        TemplateFault::at(2 + before.matches('\n').count(), Problem::Head(error.message().to_owned()))
    })
}

/// The line (from 1) of a key of the head; 1 if it cannot be found.
pub(super) fn line_of(source: &str, key: &str) -> usize {
    source
        .lines()
        .position(|line| line.trim_start().strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with('=')))
        .map_or(1, |index| index + 1)
}
