//! What an order does. "Order" plus a company's name says nothing: an order may say *not* to produce (legal-reference §9, trap
//! 2). "Produce" is suggested only where nothing else in the paper speaks against it.

use std::ops::Range;

use matter::proceeding::{PaperKind, What};
use regex::Regex;
use serde::Deserialize;
use std::sync::LazyLock;

use crate::recognise::form::{sentences_of, suggestion};
use crate::recognise::sheet::Sheet;
use matter::suggestion::{Field, Method, Suggestion, Value};

#[derive(Deserialize)]
struct Table {
    /// A sentence with one of these decides something.
    operative: Vec<String>,
    /// A sentence that tells what was decided or asked before.
    told: Vec<String>,
    effect: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    what: What,
    words: Vec<String>,
    #[serde(default)]
    not: Vec<String>,
}

struct Words {
    operative: Vec<Regex>,
    told: Vec<Regex>,
    effects: Vec<(What, Vec<Regex>, Vec<Regex>)>,
}

static WORDS: LazyLock<Option<Words>> = LazyLock::new(|| {
    let table: Table = toml::from_str(include_str!("../data/effects.toml")).ok()?;
    let all = |rows: &[String]| rows.iter().map(|row| Regex::new(row).ok()).collect::<Option<Vec<_>>>();
    let effects =
        table.effect.iter().map(|row| Some((row.what, all(&row.words)?, all(&row.not)?))).collect::<Option<_>>()?;
    Some(Words { operative: all(&table.operative)?, told: all(&table.told)?, effects })
});

/// What the paper does, for a person to compare with the paper. Only an order can do more than wait.
pub(super) fn find(sheet: &Sheet, kind: PaperKind) -> Vec<Suggestion> {
    let Some(words) = WORDS.as_ref() else { return Vec::new() };
    if kind == PaperKind::OrderToShowCause {
        let value = Value::Effect { what: What::Pending };
        let span = crate::recognise::value::regex!(r"(?i)\bshow\s+cause\b")
            .and_then(|p| p.find(&sheet.text))
            .map(|found| found.range());
        return span
            .map(|span| suggestion(sheet, Field::Effect, value, &[span], Method::Sentence, 0.8))
            .into_iter()
            .collect();
    }
    if !kind.can_rule() {
        return Vec::new();
    }
    let mut found: Vec<(What, Vec<Range<usize>>)> = Vec::new();
    let mut deciding: Option<usize> = None;
    for sentence in sentences_of(sheet) {
        let has = |patterns: &[Regex]| patterns.iter().any(|pattern| pattern.is_match(&sentence.0));
        // "… is GRANTED. Respondent shall produce …": what follows in the paragraph decides too.
        if has(&words.operative) {
            deciding = Some(sentence.2);
        }
        if deciding != Some(sentence.2) || has(&words.told) {
            continue;
        }
        for (what, patterns, not) in &words.effects {
            if has(patterns) && !has(not) && !found.iter().any(|(other, _)| other == what) {
                found.push((*what, sentence.1.clone()));
            }
        }
    }
    // Silence is also "shall not disclose"; to stop production is more than silence only where production is spoken of.
    let stops = |what: &What| {
        matches!(what, What::DoNotProduce | What::Stay | What::Quash | What::Deny | What::Vacate | What::Reverse)
    };
    if found.iter().any(|(what, _)| stops(what)) {
        found.retain(|(what, _)| *what != What::Produce);
    }
    found
        .into_iter()
        .map(|(what, spans)| suggestion(sheet, Field::Effect, Value::Effect { what }, &spans, Method::Sentence, 0.8))
        .collect()
}
