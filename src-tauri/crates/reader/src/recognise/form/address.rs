//! An address in a block, line by line.

use super::recipient::is_town;
use super::{Form, Row, wraps};
use crate::recognise::value::{email_in, is_name, phone_in, regex};
use matter::suggestion::{Field, Method, Suggestion, Value};

/// Lines up to the one with town and ZIP code. One that is full may go on in the next one: where that cannot be told there is
/// no address.
pub(super) fn address(form: &Form, field: Field, rows: &[Row], sure: f32, found: &mut Vec<Suggestion>) {
    let mut lines: Vec<String> = Vec::new();
    let mut spans = Vec::new();
    for (at, row) in rows.iter().enumerate().take(7) {
        // A sentence below the block speaks of something else.
        let sentence = regex!(r"(?i)^\W*(?:questions?|if|you|this|please|to\s+\w+\s+this)\b|\b(?:write\s+to|whose)\b");
        if phone_in(&row.text).is_some()
            || email_in(&row.text).is_some()
            || is_name(&row.text)
            || sentence.is_some_and(|sentence| sentence.is_match(&row.text))
        {
            return;
        }
        let before = at.checked_sub(1).and_then(|before| rows.get(before));
        let joined = before.map_or(Some(false), |before| joins(form, before, row));
        let Some(joined) = joined else { return };
        match lines.last_mut().filter(|_| joined) {
            Some(line) => line.push_str(&format!(" {}", row.text)),
            None => lines.push(row.text.clone()),
        }
        spans.push(row.span.clone());
        if lines.last().is_some_and(|line| is_town(line)) {
            // A town alone is the rest of an address, and no address.
            let alone = regex!(
                r"^(?:[^,\d]*|(?:Room|Suite|Floor|Bldg|Building|Unit|Road|Street|Avenue)\b.*),\s*[A-Z]{2}\.?,?\s+\d{5}(?:-\d{4})?\W*$"
            );
            if lines.len() == 1 && lines.iter().any(|line| alone.is_some_and(|alone| alone.is_match(line))) {
                return;
            }
            let lines = lines.iter().flat_map(|line| line.split("; "));
            let lines = lines.map(|line| line.trim_end_matches([',', ';']).to_owned()).collect();
            found.push(form.suggestion(field, Value::Lines { lines }, &spans, Method::Label, sure));
            return;
        }
    }
}

/// Whether a line of an address only goes on in the next one. `None` where it may.
fn joins(form: &Form, line: &Row, next: &Row) -> Option<bool> {
    let rest = regex!(
        r"^(?:(?:[A-Z]{2}\s+)?\d{5}(?:-\d{4})?$|(?:Road|Street|Avenue|Drive|Lane|Boulevard|Court|Way|Place|Parkway|Highway|Terrace|Square|Plaza)\b)"
    );
    if rest.is_some_and(|rest| rest.is_match(&next.text)) {
        return Some(true);
    }
    // "HSI, Office of the Special Agent" and "in Charge".
    if next.text.starts_with(char::is_lowercase) {
        return Some(true);
    }
    let begins = regex!(r"(?i)^(?:\d|p\.?\s?o\.?\s|box\b|suite\b|attn\b|floor\b|room\b)");
    let whole = regex!(
        r"(?i)\d\s*$|\b(?:building|tower|annex|floor|suite|unit|box|desk|office|road|street|avenue|drive|lane|boulevard|court|way|place|parkway|highway|terrace|square|plaza)\b"
    );
    let last = line.text.trim_end_matches(',').rsplit(',').next().unwrap_or_default();
    let whole = line.text.ends_with(',') || whole.is_some_and(|whole| whole.is_match(last));
    if !wraps(form.sheet, line, next) || begins.is_some_and(|begins| begins.is_match(&next.text)) || whole {
        return Some(false);
    }
    match (line.text.contains(','), is_town(&next.text)) {
        // A street alone over its town.
        (false, true) => Some(false),
        (true, true) => Some(true),
        _ => None,
    }
}
