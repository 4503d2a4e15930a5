//! `{{field}}` in running text.

use super::{Inline, Problem, TemplateFault};
use crate::{List, field_named};

/// Splits `text` (which stands on `line`) into words and fields; `scope` is the list block around it, if any.
pub(super) fn text(text: &str, line: usize, scope: Option<List>) -> Result<Vec<Inline>, TemplateFault> {
    let mut inlines = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        if !before.is_empty() {
            inlines.push(Inline::Text(before.to_owned()));
        }
        let (name, after) = after.split_once("}}").ok_or(TemplateFault::at(line, Problem::UnclosedField))?;
        inlines.push(field(name.trim(), line, scope)?);
        rest = after;
    }
    if !rest.is_empty() {
        inlines.push(Inline::Text(rest.to_owned()));
    }
    Ok(inlines)
}

fn field(name: &str, line: usize, scope: Option<List>) -> Result<Inline, TemplateFault> {
    if let Some(item) = name.strip_prefix("item.") {
        let known = scope.is_some_and(|list| list.fields().iter().any(|field| field.name == item));
        return if known {
            Ok(Inline::Item(item.to_owned()))
        } else {
            Err(TemplateFault::at(line, Problem::FieldOutsideList(name.to_owned())))
        };
    }
    match field_named(name) {
        Some(field) => Ok(Inline::Field(field.name.to_owned())),
        None => Err(TemplateFault::at(line, Problem::UnknownField(name.to_owned()))),
    }
}
