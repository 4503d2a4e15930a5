//! To whom a form is addressed.

use super::{Form, Row, best, wraps};
use crate::recognise::label::{Role, is_form_words};
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
    // What belongs to the label, and to nobody's name, stands above.
    let skip = rows.iter().take_while(|row| is_form_words(&row.text)).count();
    let rows = rows.get(skip..)?;
    let town = rows.iter().position(|row| is_town(&row.text));
    let first = rows.first()?;
    let cut = name_end(&first.text)?;
    let mut name = first.text.get(..cut)?.trim_end_matches([',', ';', ' ']).to_owned();
    let own = first.span.start..first.span.start + name.len().min(first.span.len());
    let mut name_spans = vec![own];
    let mut rows = rows;
    let whole = first.text.get(cut..).is_some_and(|rest| rest.trim_matches([',', ' ']).is_empty());
    let comma = whole && cut < first.text.len();
    // A name that fills its line may go on in the next one.
    if whole
        && let Some(next) = rows.get(1).filter(|next| {
            // A word alone that only ends names of companies.
            let lone = next.text.split_whitespace().count() <= 2 && ends_name(&next.text);
            let ends = comma && ends_name(&next.text) || lone;
            (ends || !comma && wraps(form.sheet, first, next)) && !begins_address(&next.text)
        })
    {
        if !ends_name(&next.text) {
            return None;
        }
        name = format!("{name}{} {}", if comma { "," } else { "" }, next.text);
        name_spans.push(next.span.clone());
        rows = rows.get(1..)?;
    }
    let town = town.and_then(|town| (town + 1).checked_sub(name_spans.len()));
    // Without an address below it a company must be written like one.
    if !is_company(&name) || town.is_none() && !has_suffix(&name) {
        return None;
    }
    let value = Value::Text { text: name };
    let name = form.suggestion(Field::Recipient, value, &name_spans, method, sure);
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
    // An address whose end was not found goes on into the command.
    let command = regex!(r"(?i)\byou\s+are\b|\bhereby\b");
    if lines.iter().any(|line| command.is_some_and(|command| command.is_match(line))) {
        return Some((name, None));
    }
    if let Some(last) = lines.last_mut() {
        last.truncate(last.trim_end_matches('.').len());
    }
    let spans: Vec<_> = rows.get(..=town)?.iter().map(|row| row.span.clone()).collect();
    let address = (!lines.is_empty())
        .then(|| form.suggestion(Field::RecipientAddress, Value::Lines { lines }, &spans, method, sure));
    Some((name, address))
}

/// Where the name ends in a line that may go on with the address: at the first comma that neither "Inc." nor a description of
/// the company follows. `None` where that cannot be told.
fn name_end(line: &str) -> Option<usize> {
    for (at, letter) in line.char_indices() {
        if !matches!(letter, ',' | ';') {
            continue;
        }
        let after = line.get(at + 1..).unwrap_or_default().trim_start();
        let own = regex!(
            r"(?i)^(?:inc|incorporated|llc|l\.\s?l\.\s?c|ltd|limited|lp|l\.\s?p|llp|l\.l\.p|pbc|p\.b\.c|p\.c|pc|co|corp|corporation|plc|s\.\s?a|s\.\s?de|n\.\s?a|n\.\s?v|b\.\s?v|gmbh|ag|ab|sarl|s\.a\.r\.l|doing business as|d/b/a|dba|f/k/a|formerly|an?\s+(?:division|subsidiary|unit|affiliate)\s+of\b|an?\s+(?:[\w.'’-]+\s+){0,5}(?:corporation|company|partnership|cooperative|association|foundation|nonprofit|trust|organization|l\.?l\.?c|entity|business))\b"
        );
        if own.is_some_and(|own| own.is_match(after)) {
            continue;
        }
        let rest = after.split([',', ';']).next().unwrap_or_default();
        if after.is_empty() || begins_address(rest) {
            return Some(at);
        }
        // Words of the name itself: "Larch, Linden & Elm LLC".
        let known = has_suffix(line.get(..at).unwrap_or_default());
        if known || !has_suffix(rest) {
            return known.then_some(at);
        }
    }
    Some(line.len())
}

/// Whether a line is of an address: a number, a box, or somebody's attention.
fn begins_address(text: &str) -> bool {
    text.chars().any(|c| c.is_ascii_digit())
        || regex!(
            r"(?i)^(?:att(?:n|ention)|c/o|care\s+of|p\.?\s?o\.?\s+box|suite|floor|building|bldg|room|mail|office|legal|law\s+enforcement|subpoena|custodian|registered|government|compliance|department|dept|general\s+counsel|trust|records|privacy|security|the\s+custodian)\b"
        )
        .is_some_and(|begin| begin.is_match(text))
        || is_town(text)
}

/// The last words of companies' names.
fn ends_name(text: &str) -> bool {
    text.split_whitespace().count() <= 3 && has_suffix(text)
}

/// Whether a name ends as companies' names do.
pub(super) fn has_suffix(name: &str) -> bool {
    regex!(r"(?i)\b(?:inc|llc|l\.l\.c|ltd|l\.p|lp|llp|pbc|co|corp|corporation|company|plc|s\.a|s\. de r\.l|n\.v|n\.a|s\.a\.s|b\.v|gmbh|incorporated|cooperative|foundation|association|society|limited)\b").is_some_and(|suffix| suffix.is_match(name))
}

fn is_company(name: &str) -> bool {
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let form = regex!(
        r"(?i)\b(?:you are|subpoena|summons|block|attached|appear|produce|hereby|name of|address|addressed|issued|authorized|summoned|required)\b"
    );
    let street = regex!(r"^\d+[\d-]*\s");
    letters >= 3
        && !is_form_words(name)
        && !street.is_some_and(|street| street.is_match(name))
        && name.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
        && name.split_whitespace().count() <= 14
        && !form.is_some_and(|form| form.is_match(name))
        && crate::recognise::value::phone_in(name).is_none()
        && crate::recognise::value::date_in(name).is_none()
        && name.chars().filter(char::is_ascii_digit).count() * 3 < letters
}

#[cfg(test)]
mod tests {
    use super::name_end;

    #[test]
    fn where_names_of_companies_end() {
        for (line, name) in [
            ("Example Networks, Inc.", "Example Networks, Inc."),
            ("Example Networks, Inc., 12 Sample Street, Milldale, CA 90001", "Example Networks, Inc."),
            ("Example Boards, a Delaware nonprofit corporation", "Example Boards, a Delaware nonprofit corporation"),
            ("Example Enlaces, S. de R.L.", "Example Enlaces, S. de R.L."),
            ("Example Networks LLC, Attn: Legal", "Example Networks LLC"),
            ("Sample, Example & Partners LLC, 12 Sample Street", "Sample, Example & Partners LLC"),
        ] {
            assert_eq!(name_end(line).and_then(|end| line.get(..end)), Some(name), "{line}");
        }
        assert_eq!(name_end("Example Boards, Western Division"), None);
    }
}
