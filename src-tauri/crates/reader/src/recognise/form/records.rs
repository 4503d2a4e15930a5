//! The records a form asks for, one by one, and where each falls under 18 U.S.C. § 2703(c)(2) (legal-reference §1.4).

use std::ops::Range;
use std::sync::LazyLock;

use matter::demand::Category;
use regex::RegexSet;
use serde::Deserialize;

use super::list::{cut, items, sentence_end, tidy};
use super::words::rider_heading;
use super::{Form, Row, rows};
use crate::recognise::label::Role;
use crate::recognise::value::regex;
use matter::suggestion::{Field, Method, Suggestion, Value};

#[derive(Deserialize)]
struct Table {
    record: Vec<Kind>,
}

#[derive(Deserialize)]
struct Kind {
    category: Category,
    words: Vec<String>,
}

static KINDS: LazyLock<Vec<(Category, RegexSet)>> = LazyLock::new(|| {
    let table = toml::from_str::<Table>(include_str!("../data/records.toml")).map(|table| table.record);
    let kind = |row: Kind| {
        let set = RegexSet::new(row.words.iter().map(|words| format!("(?i){words}"))).ok()?;
        Some((row.category, set))
    };
    table.unwrap_or_default().into_iter().filter_map(kind).collect()
});

/// Where words fall: the first kind of the table that they fit, which is the one furthest from a subscriber's basic data.
pub(super) fn category(text: &str) -> Option<Category> {
    KINDS.iter().find(|(_, set)| set.is_match(text)).map(|(category, _)| *category)
}

/// Records in one list. More are a book's.
const MOST: usize = 60;

pub(super) fn suggest(form: &Form) -> Vec<Suggestion> {
    let rider = rider_heading(form).map(|(page, _)| page);
    let mut lists: Vec<Vec<Row>> = Vec::new();
    for region in form.regions.with(Role::Records) {
        lists.push(form.rows(region));
    }
    let mut found: Vec<Suggestion> = Vec::new();
    for (list, region) in lists.iter().zip(form.regions.with(Role::Records)) {
        let in_rider = rider.is_some_and(|rider| form.page_of(region) >= rider);
        for (text, spans) in items(form, list) {
            // What falls nowhere is seldom a record at all.
            let Some(category) = category(&text) else { continue };
            let value = Value::Record { category: Some(category), text };
            let sure = if in_rider { 0.9 } else { 0.85 };
            if !found.iter().any(|other| other.value == value) {
                found.push(form.suggestion(Field::Record, value, &spans, Method::Label, sure));
            }
        }
    }
    if found.is_empty() {
        for (text, spans) in from_sentence(form) {
            let Some(category) = category(&text) else { continue };
            let value = Value::Record { category: Some(category), text };
            found.push(form.suggestion(Field::Record, value, &spans, Method::Sentence, 0.75));
        }
    }
    found.truncate(MOST);
    found
}

/// "…, the following records: a; b; and c."
fn from_sentence(form: &Form) -> Vec<(String, Vec<Range<usize>>)> {
    let lead = regex!(
        r"(?i)\b(?:the\s+following(?:\s+(?:records|documents|information|items))?|testimony\s+concerning|records\s+to\s+be\s+produced\s+are\s+the\s+following|to\s+wit)\s*:\s*"
    );
    let Some(found) = lead.and_then(|lead| lead.find(&form.sheet.text)) else { return Vec::new() };
    let rest = form.sheet.text.get(found.end()..).unwrap_or_default();
    let page = rest.find('\u{c}').unwrap_or(rest.len());
    let window = rest.get(..page).unwrap_or_default();
    let end = sentence_end(window);
    cut(window.get(..end).unwrap_or_default())
        .into_iter()
        .filter_map(|(text, at)| {
            Some((tidy(&text)?, vec![form.sheet.trim(&(found.end() + at.start..found.end() + at.end))]))
        })
        .collect()
}

/// The places that list what is asked for: where accounts are named.
pub(super) fn areas(form: &Form) -> Vec<Range<usize>> {
    let mut areas: Vec<Range<usize>> = Vec::new();
    let listed = |role: Option<Role>| matches!(role, Some(Role::Records | Role::Identifiers));
    for region in form.regions.all.iter().filter(|region| listed(Some(region.role)) || listed(region.section)) {
        areas.extend(region.spans.iter().cloned());
    }
    if let Some((page, heading)) = rider_heading(form) {
        let on = form
            .sheet
            .segments
            .iter()
            .filter(|segment| segment.page >= page && segment.span.start > heading.end && segment.top > 48.0);
        areas.extend(on.map(|segment| segment.span.clone()));
    }
    rows(form.sheet, &areas).into_iter().map(|row| row.span).collect()
}

#[cfg(test)]
mod tests {
    use super::{Category, category};

    #[test]
    fn records_fall_where_the_law_puts_them() {
        for (text, expected) in [
            ("subscriber name", Category::Name),
            ("billing and mailing addresses", Category::Address),
            ("records of session times and durations", Category::Sessions),
            ("length of service, including start date", Category::Service),
            ("IP addresses used to access the account", Category::Identity),
            ("means and source of payment", Category::Payment),
            ("Social Security number", Category::OtherNonContent),
            ("message headers without content", Category::OtherNonContent),
            ("contents of direct messages", Category::Content),
        ] {
            assert_eq!(category(text), Some(expected), "{text}");
        }
        assert_eq!(category("all other things"), None);
    }
}
