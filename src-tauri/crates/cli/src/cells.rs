//! Accounts and records as a person names them: `all`, or `ACCOUNT:CATEGORY` with `*` for either, separated by commas.

use contract::DemandView;
use serde_json::{Value, json};

use crate::failure::{Failure, Outcome};
use crate::find;
use crate::wire::{camel, json as wire};

/// The cells named, each by name. `all` names every cell there is now.
pub(crate) fn named(view: &DemandView, text: &str) -> Outcome<Vec<Value>> {
    let all: Vec<Value> = view.gates.iter().map(|row| wire(&row.cell)).collect();
    let mut chosen: Vec<Value> = Vec::new();
    for part in text.split(',').map(str::trim).filter(|part| !part.is_empty()) {
        let (account, category) = match part {
            "all" => ("*", "*"),
            // An account may hold a colon (a URL), a category never does.
            _ => part.rsplit_once(':').ok_or_else(|| {
                Failure::usage(format!(
                    "`{part}` names no records: write ACCOUNT:CATEGORY, *:CATEGORY, ACCOUNT:* or all"
                ))
            })?,
        };
        let account = if account == "*" { None } else { Some(find::target(view, Some(account))?) };
        let category = if category == "*" { None } else { Some(json!(camel(category))) };
        let fits = |cell: &&Value| {
            account.as_ref().is_none_or(|account| cell.get("target") == Some(&json!(account)))
                && category.as_ref().is_none_or(|category| cell.get("category") == Some(category))
        };
        let found: Vec<Value> = all.iter().filter(fits).cloned().collect();
        if found.is_empty() {
            return Err(Failure::NotOne(format!("`{part}` is not in this demand: it seeks {}.", sought(view))));
        }
        for cell in found {
            if !chosen.contains(&cell) {
                chosen.push(cell);
            }
        }
    }
    if chosen.is_empty() {
        return Err(Failure::usage("Name the accounts and records with --cells, or write --cells all."));
    }
    Ok(chosen)
}

/// `all` stays all, also for cells added later; anything else is named one by one.
pub(crate) fn all_or_named(view: &DemandView, text: &str) -> Outcome<Value> {
    if text.trim() == "all" {
        return Ok(json!({ "type": "all" }));
    }
    Ok(json!({ "type": "some", "cells": named(view, text)? }))
}

fn sought(view: &DemandView) -> String {
    let mut categories: Vec<String> = view.gates.iter().map(|row| crate::wire::tag(&row.cell.category)).collect();
    categories.sort();
    categories.dedup();
    categories.join(", ")
}

/// A cell for a person's eye.
pub(crate) fn shown(view: &DemandView, cell: &Value) -> String {
    let targets = view.demand.facts.as_ref().map(|facts| facts.targets.as_slice()).unwrap_or_default();
    let target = cell.get("target").and_then(Value::as_str);
    let account = targets.iter().find(|known| Some(known.id.to_string().as_str()) == target);
    let account = account.map_or("no account stated", |known| known.identifier.as_str());
    let category = cell.get("category").and_then(Value::as_str).unwrap_or_default();
    format!("{account}: {}", crate::vocabulary::word("category", category))
}
