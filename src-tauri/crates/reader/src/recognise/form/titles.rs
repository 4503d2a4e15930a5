//! Titles that are broken over two lines of a block.

use std::ops::Range;

use super::recipient::is_town;
use super::{Form, Row, wraps};
use crate::recognise::value::{is_name, is_title, regex};
use matter::suggestion::{Field, Method, Suggestion, Value};

/// Whether the next line is the rest of a title: a department's last words, and no name, number or address.
pub(super) fn goes_on(line: &str, next: &str) -> bool {
    let next = next.trim();
    let words = next.split_whitespace().count();
    let unit = regex!(
        r"^(?:Responsibility|Removal|Operations|Investigations|Enforcement|Protection Officer|Services|Officer|Agent|Director|Charge|Security|Anti-Smuggling|Examinations|Audit|Professional Responsibility|in Charge|and Removal|Deportation Officer|and Deportation Officer|of Professional Responsibility|National Security|Regulatory Audit)$"
    );
    let open = line.trim_end().ends_with([',', '-']) || regex!(r"(?i)\b(?:of|and|in|for|the|office of professional|detention and|border|customs and border|detention and deportation|supervisory|special agent in|, special|operational|professional|field office|, records|regulatory|deputy|assistant)$").is_some_and(|open| open.is_match(line.trim_end()));
    let unit = unit.is_some_and(|unit| unit.is_match(next));
    // Departments end so, and places of work too: these only where the line before breaks off.
    let part = regex!(r"^(?:[A-Z][a-z]+ ){0,2}(?:Division|Branch|Section|Technology|Return|Programs?)$");
    words <= 4 && open && part.is_some_and(|part| part.is_match(next))
        || words <= 4 && unit && (open || !is_title(next))
        || open && is_rest(next)
}

/// The first part of a title at the end of a line: the whole line, or what stands after a name and a comma.
pub(super) fn head(form: &Form, row: &Row) -> Option<Range<usize>> {
    let text = form.sheet.get(&row.span);
    if begins_title(text) {
        return Some(row.span.clone());
    }
    let end = regex!(
        r"(?:(?:Supervisory|Senior|Acting|Assistant|Deputy)\s+)?(?:Detention\s+and|Deportation|Customs\s+and(?:\s+Border(?:\s+Protection)?)?|Immigration\s+(?:Enforcement|Services))$"
    );
    if let Some(end) = end.and_then(|end| end.find(text)) {
        return Some(row.span.start + end.start()..row.span.end);
    }
    let at = text.rfind(", ")?;
    let (name, rest) = (text.get(..at)?, text.get(at + 2..)?);
    (is_name(name) && begins_title(rest)).then(|| row.span.start + at + 2..row.span.end)
}

/// A name, with what stands of it in the next line: "Ph.D." after a comma, the second half after a hyphen. `None` where the
/// line breaks off and the next one does not go on.
pub(super) fn name(
    form: &Form,
    field: Field,
    row: &Row,
    name: &Range<usize>,
    next: Option<&Row>,
    sure: f32,
) -> Option<Suggestion> {
    let span = row.span.start + name.start..row.span.start + name.end;
    let rest = form.sheet.get(&row.span).get(name.end..).unwrap_or_default().trim();
    let first = form.sheet.quote(&span);
    let half = rest == "-" || first.ends_with('-');
    let suffix = regex!(r"^(?:Jr|Sr|I{2,3}|IV|Ph\.\s?D|J\.\s?D|M\.\s?D|Esq)\.?$");
    let second = next.filter(|next| {
        if half {
            !next.text.contains(' ') && next.text.starts_with(char::is_uppercase)
        } else {
            rest == "," && suffix.is_some_and(|suffix| suffix.is_match(&next.text))
        }
    });
    match second {
        Some(next) => {
            let parts = if half { "-" } else { ", " };
            let text = format!("{}{parts}{}", first.trim_end_matches('-'), next.text);
            Some(form.suggestion(field, Value::Text { text }, &[span, next.span.clone()], Method::Label, sure))
        }
        None if half => None,
        None => Some(form.text(field, span, Method::Label, sure)),
    }
}

/// A title's place in its line, with the comma that joins it to the next one.
pub(super) fn with_comma(line: &str, title: &Range<usize>, span: &Range<usize>) -> Range<usize> {
    let comma = line.get(title.end..).is_some_and(|rest| rest.trim() == ",");
    span.start + title.start..span.start + title.end + usize::from(comma)
}

/// The words of a title. A comma at its very end is none of it.
pub(super) fn text(form: &Form, spans: &[Range<usize>]) -> String {
    let text = spans.iter().map(|span| form.sheet.quote(span)).collect::<Vec<_>>().join(" ");
    text.trim_end_matches([',', ' ']).to_owned()
}

/// Whether a line is the first part of a title whose office stands in the next: "Customs and", "Supervisory Detention".
fn begins_title(text: &str) -> bool {
    regex!(r"^(?:Customs and(?: Border(?: Protection)?)?|(?:Supervisory )?Detention(?: and)?|Supervisory|Immigration(?: Enforcement| Services)?|Special|Senior(?: Special)?|Assistant|Deputy|Acting|Supervisory Detention and)$").is_some_and(|begin| begin.is_match(text.trim()))
}

/// Words with capitals alone, as the rest of a title is written: no number, no person, no address.
fn is_rest(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    let plain = words.iter().all(|word| {
        matches!(*word, "of" | "and" | "the" | "for" | "in" | "&")
            || word.chars().next().is_some_and(char::is_uppercase)
    });
    let other = line.chars().any(|c| c.is_ascii_digit() || matches!(c, '@' | ':' | '(' | '|' | '/'));
    (1..=5).contains(&words.len()) && plain && !other && !is_name(line) && !is_town(line)
}

/// Whether a line under a title may be its rest, and may be the first of an address: the title's line is full, and nothing
/// tells. Then neither is offered.
pub(super) fn is_unsure(form: &Form, row: &Row, next: &Row) -> bool {
    let office =
        regex!(r"(?i)^(?:U\.?S\.?|DHS|ICE|HSI|ERO|CBP|USCIS|FDNS|Department|Homeland|Attn|c/o|Office|Federal)\b");
    let words = next.text.split_whitespace().count();
    words <= 3
        && is_rest(&next.text)
        && !is_title(&next.text)
        && !office.is_some_and(|office| office.is_match(&next.text))
        && wraps(form.sheet, row, next)
}

#[cfg(test)]
mod tests {
    use super::goes_on;

    #[test]
    fn titles_go_on_in_the_next_line() {
        assert!(goes_on("Special Agent, Cyber and", "Operational Technology"));
        assert!(goes_on("Special Agent in Charge, Office of Professional", "Responsibility"));
        assert!(goes_on("Senior Special Agent, Special", "Investigations Division"));
        assert!(goes_on("Assistant Field Office", "Director"));
        assert!(!goes_on("Program Manager, Records Return", "Trade Enforcement Branch"));
        assert!(!goes_on("Special Agent", "Federal Annex"));
        assert!(!goes_on("Special Agent, Cyber and", "12 Sample Street"));
    }
}
