//! What kind of paper it is (legal-reference §1.6), by marks of each kind: `data/classes.toml`. A paper with a court's caption
//! is the court's (`court/kind.rs`), whatever it speaks of.

use std::ops::Range;
use std::sync::LazyLock;

use matter::demand::Instrument;
use regex::Regex;
use serde::Deserialize;

use super::court;
use super::label::{Regions, Role};
use super::sheet::Sheet;
use matter::suggestion::{Class, Classed, Reason};

/// Marks of a kind must weigh so much together …
const ENOUGH: f32 = 0.7;
/// … and so much more than those of any other kind.
const AHEAD: f32 = 0.2;

/// Which fields there are to look for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A form of the agency.
    Form,
    /// A court's paper.
    Court,
    /// Anything else.
    Other,
}

impl Kind {
    pub(super) const fn of(class: Class) -> Self {
        match class {
            Class::Demand { instrument: Instrument::I138 | Instrument::Dhs3115 } => Self::Form,
            Class::Court { .. } => Self::Court,
            Class::Demand { .. } => Self::Other,
        }
    }
}

#[derive(Deserialize)]
struct Table {
    class: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    instrument: Instrument,
    marks: Vec<MarkRow>,
    /// One of these must be there.
    needs: Vec<String>,
    #[serde(default)]
    against: Vec<String>,
    /// A form's own fields do as well as what it needs.
    #[serde(default)]
    fields: bool,
}

#[derive(Deserialize)]
struct MarkRow {
    id: String,
    words: String,
    weight: f32,
}

struct Kinds {
    instrument: Instrument,
    marks: Vec<(String, Regex, f32)>,
    needs: Vec<Regex>,
    against: Vec<Regex>,
    fields: bool,
}

fn compiled(rows: &[String]) -> Option<Vec<Regex>> {
    rows.iter().map(|row| Regex::new(&format!("(?i){row}")).ok()).collect()
}

static KINDS: LazyLock<Vec<Kinds>> = LazyLock::new(|| {
    let rows = toml::from_str::<Table>(include_str!("data/classes.toml")).map(|table| table.class);
    let kind = |row: Row| {
        let marks = row
            .marks
            .into_iter()
            .map(|mark| Some((mark.id, Regex::new(&format!("(?i){}", mark.words)).ok()?, mark.weight)));
        Some(Kinds {
            instrument: row.instrument,
            marks: marks.collect::<Option<_>>()?,
            needs: compiled(&row.needs)?,
            against: compiled(&row.against)?,
            fields: row.fields,
        })
    };
    rows.unwrap_or_default().into_iter().filter_map(kind).collect()
});

/// What the paper is, where that is clear.
pub(super) fn classed(sheet: &Sheet, regions: &Regions) -> Option<Classed> {
    if let Some(caption) = court::caption(sheet) {
        // A clerk's subpoena has a court's caption as well, and is no ruling.
        return demand(sheet, regions, true).or_else(|| court::classed(sheet, &caption));
    }
    demand(sheet, regions, false)
}

fn demand(sheet: &Sheet, regions: &Regions, captioned: bool) -> Option<Classed> {
    let mut scored: Vec<(f32, Instrument, Vec<Reason>)> = Vec::new();
    let whole = Whole::of(&sheet.text);
    for kind in KINDS.iter() {
        let of_court =
            matches!(kind.instrument, Instrument::GrandJury | Instrument::JudicialSubpoena | Instrument::Warrant);
        if captioned && !of_court || kind.against.iter().any(|against| against.is_match(&whole.text)) {
            continue;
        }
        let needed =
            kind.needs.iter().any(|needs| needs.is_match(&whole.text)) || kind.fields && form_fields(regions) >= 3;
        if !needed {
            continue;
        }
        let mut weight = 0.0;
        let mut reasons = Vec::new();
        for (id, words, worth) in &kind.marks {
            if let Some(found) = words.find(&whole.text) {
                weight += worth;
                let span = whole.on_sheet(&found.range());
                reasons.push(Reason { mark: id.clone(), quote: sheet.quote(&span), places: sheet.places(&[span]) });
            }
        }
        scored.push((weight, kind.instrument, reasons));
    }
    scored.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut scored = scored.into_iter();
    let (weight, instrument, reasons) = scored.next()?;
    let second = scored.next().map_or(0.0, |(weight, ..)| weight);
    (weight >= ENOUGH && weight - second >= AHEAD).then(|| Classed {
        class: Class::Demand { instrument },
        confidence: (0.5 + 0.5 * (weight - second).min(1.0)).min(0.99),
        reasons,
    })
}

/// A text in which a word that is parted at the end of a line is one word.
struct Whole {
    text: String,
    /// Up to where each part goes, in this text and in that of the sheet.
    parts: Vec<(usize, usize)>,
}

impl Whole {
    fn of(sheet: &str) -> Self {
        let mut whole = Self { text: String::with_capacity(sheet.len()), parts: Vec::new() };
        let mut at = 0;
        for part in sheet.split('\u{ad}') {
            // The end of the line after a hyphen is no space between words.
            let kept = if at > 0 { part.strip_prefix('\n').unwrap_or(part) } else { part };
            whole.text.push_str(kept);
            at += part.len();
            whole.parts.push((whole.text.len(), at));
            at += '\u{ad}'.len_utf8();
        }
        whole
    }

    /// Where on the sheet a part of this text stands.
    fn on_sheet(&self, span: &Range<usize>) -> Range<usize> {
        let of = |at: usize| {
            let part = self.parts.get(self.parts.partition_point(|(end, _)| *end < at));
            part.map_or(at, |(end, on_sheet)| on_sheet - (end - at))
        };
        of(span.start)..of(span.end)
    }
}

/// How many of a form's own fields have a label on the paper.
fn form_fields(regions: &Regions) -> usize {
    let roles =
        [Role::Number, Role::Recipient, Role::Contact, Role::Issuing, Role::ReturnDate, Role::Records, Role::Issued];
    roles.iter().filter(|role| regions.with(**role).next().is_some()).count()
}

#[cfg(test)]
mod tests {
    use super::Whole;

    #[test]
    fn parted_words_are_found_where_they_stand() {
        let sheet = "an immi\u{ad}\ngration sub\u{ad}poena and";
        let whole = Whole::of(sheet);
        assert_eq!(whole.text, "an immigration subpoena and");
        for (word, on_sheet) in
            [("an", "an"), ("immigration", "immi\u{ad}\ngration"), ("subpoena", "sub\u{ad}poena"), ("and", "and")]
        {
            let at = whole.text.find(word).unwrap();
            assert_eq!(sheet.get(whole.on_sheet(&(at..at + word.len()))), Some(on_sheet));
        }
    }
}
