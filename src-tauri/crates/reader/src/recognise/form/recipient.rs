//! To whom a form is addressed.

use super::{Form, Row, best};
use crate::recognise::label::Role;
use crate::recognise::value::regex;
use matter::suggestion::{Field, Method, Suggestion, Value};

/// A town with its state and ZIP code ends an address.
pub(super) fn is_town(text: &str) -> bool {
    regex!(r"\b[A-Z]{2}\.?,?\s+[0-9OIl]{5}(?:\s?[-–]\s?[0-9OIl]{4})?\s*$")
        .is_some_and(|zip| zip.is_match(text.trim_end_matches(['.', ','])))
}

pub(super) fn suggest(form: &Form) -> Vec<Suggestion> {
    let mut found = Vec::new();
    for region in form.regions.with(Role::Recipient) {
        let mut rows = form.rows(region);
        if rows.is_empty() {
            continue;
        }
        rows.extend(address_below(form, region));
        if let Some(pair) = read(form, &rows, Method::Label, 0.95) {
            found.push(pair);
        }
    }
    // "(name)" and "(address)" under what is filled in.
    let named = form.regions.all.iter().filter(|part| part.role == Role::Name && part.section == Some(Role::Recipient));
    for region in named {
        let mut rows = form.rows(region);
        rows.extend(address_below(form, region));
        found.extend(read(form, &rows, Method::Label, 0.95));
    }
    if found.is_empty() {
        found.extend(letter(form));
    }
    // The recipient that an address came with is the better one.
    let with_address = found.iter().position(|(_, address)| address.is_some());
    let (name, address) = match with_address {
        Some(at) => found.swap_remove(at),
        None => match best(found.into_iter().map(|(name, _)| name).collect()) {
            Some(name) => (name, None),
            None => return Vec::new(),
        },
    };
    [Some(name), address].into_iter().flatten().collect()
}

/// "Address:" with a label of its own, under the recipient's.
fn address_below(form: &Form, region: &crate::recognise::label::Region) -> Vec<Row> {
    let parts = form.regions.all.iter().filter(|part| {
        part.role == Role::Address
            && part.section == Some(Role::Recipient)
            && form.page_of(part) == form.page_of(region)
    });
    parts.take(1).flat_map(|part| form.rows(part)).collect()
}

/// A letter: the lines that end in a town, under the date or at the head, before the text begins.
fn letter(form: &Form) -> Vec<(Suggestion, Option<Suggestion>)> {
    let first = form.sheet.segments.iter().take_while(|segment| segment.page == 0).take(30);
    let spans: Vec<_> = first.map(|segment| segment.span.clone()).collect();
    let rows = super::rows(form.sheet, &spans);
    let Some(town) = rows.iter().position(|row| is_town(&row.text)) else { return Vec::new() };
    // Upwards as long as the lines stand close together and at one side.
    let mut start = town;
    while let (Some(row), Some(above)) = (rows.get(start), start.checked_sub(1).and_then(|at| rows.get(at))) {
        let sides = form.sheet.segments.get(row.segment).zip(form.sheet.segments.get(above.segment));
        let joined = sides.is_some_and(|(a, b)| (a.left - b.left).abs() < 4.0 && a.top - b.bottom < 0.9 * a.height());
        let other = crate::recognise::value::date_in(&above.text).is_some();
        if !joined || other {
            break;
        }
        start -= 1;
    }
    let block: Vec<Row> = rows.into_iter().skip(start).take(town + 1 - start).collect();
    // The sender's own address at the head of the page is not it: it has the agency's name.
    let sender = block.first().is_some_and(|row| {
        let text = row.text.to_lowercase();
        ["department", "homeland", "customs", "immigration", "office of"].iter().any(|word| text.contains(word))
    });
    let company = block.first().is_some_and(|row| has_suffix(&row.text));
    if sender || !company || block.len() < 2 {
        return Vec::new();
    }
    read(form, &block, Method::Shape, 0.75).into_iter().collect()
}

/// Name and address from lines that may be one. Only up to the town: what follows belongs to something else.
fn read(form: &Form, rows: &[Row], method: Method, sure: f32) -> Option<(Suggestion, Option<Suggestion>)> {
    let town = rows.iter().position(|row| is_town(&row.text));
    let first = rows.first()?;
    let cut = name_end(&first.text);
    let name = first.text.get(..cut)?.trim_end_matches([',', ';', ' ']).to_owned();
    // Without an address below it a company must be written like one.
    if !is_company(&name) || town.is_none() && !has_suffix(&name) {
        return None;
    }
    let name_span = first.span.start..first.span.start + name.len().min(first.span.len());
    let value = Value::Text { text: name };
    let name = form.suggestion(Field::Recipient, value, &[name_span], method, sure);
    let Some(town) = town.filter(|town| *town <= 7) else { return Some((name, None)) };
    let rest = first.text.get(cut..).unwrap_or_default().trim_start_matches([',', ';', ' ']).to_owned();
    let mut lines: Vec<String> = Some(rest).filter(|rest| !rest.is_empty()).into_iter().collect();
    let more = rows.get(1..=town).unwrap_or_default().iter().map(|row| row.text.clone());
    // After an address that begins on the name's own line the next line is only where the text breaks.
    match lines.first_mut() {
        Some(line) => more.for_each(|part| {
            line.push(' ');
            line.push_str(&part);
        }),
        None => lines.extend(more),
    }
    let spans: Vec<_> = rows.get(..=town)?.iter().map(|row| row.span.clone()).collect();
    let address = (!lines.is_empty())
        .then(|| form.suggestion(Field::RecipientAddress, Value::Lines { lines }, &spans, method, sure));
    Some((name, address))
}

/// Where the name ends in a line that may go on with the address: at the first comma or dash that no "Inc." follows.
fn name_end(line: &str) -> usize {
    for (at, letter) in line.char_indices() {
        if !matches!(letter, ',' | ';') {
            continue;
        }
        let after = line.get(at + 1..).unwrap_or_default().trim_start();
        let suffix = regex!(
            r"^(?i)(?:inc|llc|l\.l\.c|ltd|lp|l\.p|llp|pbc|co|corp|plc|s\.a|n\.a|gmbh|doing business as|d/b/a|dba)\b"
        );
        if !suffix.is_some_and(|suffix| suffix.is_match(after)) {
            return at;
        }
    }
    line.len()
}

/// Whether a name ends as companies' names do.
fn has_suffix(name: &str) -> bool {
    regex!(r"(?i)\b(?:inc|llc|l\.l\.c|ltd|l\.p|lp|llp|pbc|co|corp|corporation|company|plc|s\.a|cooperative|foundation|limited)\b").is_some_and(|suffix| suffix.is_match(name))
}

fn is_company(name: &str) -> bool {
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let form = regex!(
        r"(?i)\b(?:you are|subpoena|summons|block|attached|appear|produce|hereby|name of|address|issued|authorized)\b"
    );
    letters >= 3
        && name.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
        && name.split_whitespace().count() <= 14
        && !form.is_some_and(|form| form.is_match(name))
        && crate::recognise::value::phone_in(name).is_none()
        && crate::recognise::value::date_in(name).is_none()
        && name.chars().filter(char::is_ascii_digit).count() * 3 < letters
}
