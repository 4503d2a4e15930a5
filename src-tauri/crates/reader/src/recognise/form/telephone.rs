//! Telephone numbers of officials, told from those of fax machines, and what goes on behind a person in one line.

use std::ops::Range;

use super::{Form, Row};
use crate::recognise::value::{email_in, name_title, phone_in, regex};
use matter::suggestion::{Field, Method, Suggestion, Value};

/// "Jo Example, Special Agent; 630 Cinderbank Avenue, Port Halloran, CA 90000; Tel. …": what goes on behind a title in its line.
pub(super) fn behind(form: &Form, rows: &[Row], found: &mut Vec<Suggestion>) {
    let Some(first) = rows.first() else { return };
    // Lines that follow each other in the text: in between stands what is another cell's.
    let mut last = first.span.end;
    for row in rows.iter().skip(1).take(3) {
        if form.sheet.text.get(last..row.span.start).is_none_or(|gap| !gap.trim().is_empty()) {
            break;
        }
        last = row.span.end;
    }
    let line = form.sheet.get(&first.span);
    let Some(title) = name_title(line).title else { return };
    let from = first.span.start + title.end;
    let Some(window) = form.sheet.text.get(from..last.max(from)) else { return };
    let address = regex!(r"^\s*[,;–—-]\s*([A-Z0-9][^;:()]{8,180}?,\s+[A-Z]{2}\s+\d{5}(?:-\d{4})?)\b");
    let address = address.and_then(|address| address.captures(window)).and_then(|all| all.get(1));
    let Some(at) = address.filter(|at| phone_in(at.as_str()).is_none() && !at.as_str().contains('@')) else { return };
    let span = from + at.start()..from + at.end();
    let lines = vec![form.sheet.quote(&span)];
    found.push(form.suggestion(Field::ContactAddress, Value::Lines { lines }, &[span], Method::Label, 0.8));
    let rest = window.get(at.end()..).unwrap_or_default();
    let place = |part: Range<usize>| from + at.end() + part.start..from + at.end() + part.end;
    found.extend(telephone_in(rest).map(|part| form.text(Field::ContactPhone, place(part), Method::Label, 0.8)));
    found.extend(email_in(rest).map(|(_, part)| form.text(Field::ContactEmail, place(part), Method::Label, 0.8)));
}

pub(super) fn phone(form: &Form, field: Field, rows: &[Row], sure: f32, found: &mut Vec<Suggestion>) {
    for row in rows.iter().take(9) {
        let text = form.sheet.get(&row.span);
        let other = regex!(r"(?i)\b(?:serving|issuing)\s+(?:officer|official|agent)\b");
        if other.is_some_and(|other| other.is_match(text)) {
            continue;
        }
        if let Some(at) = telephone_in(text) {
            // An extension that is printed elsewhere is a part of it.
            let ext = regex!(r"(?i)^\W*ext\b");
            if rows.iter().any(|other| ext.is_some_and(|ext| ext.is_match(&other.text))) {
                return;
            }
            // "(main), (213) 555-0191 (fax)": all that the line says of it.
            let rest = text.get(at.end..).unwrap_or_default();
            let more =
                regex!(r"^\s*\((?:main|office|direct|cell|desk)\)(?:,\s*\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}\s*\(fax\))?");
            let end = more.and_then(|more| more.find(rest)).map_or(at.end, |more| at.end + more.end());
            found.push(form.text(field, row.span.start + at.start..row.span.start + end, Method::Label, sure));
            return;
        }
    }
}

/// The first number in a text that is no fax machine's: by the word before it, or behind it in brackets.
pub(super) fn telephone_in(text: &str) -> Option<Range<usize>> {
    let before = regex!(
        r"(?i)(?:fax|facsimile|(?:^|[^a-z])fx|(?:^|[^a-z])f)(?:\s+(?:nos?|num|number|line|machine|is|at|to)\b)*[\W\d]{0,6}$"
    )?;
    let behind = regex!(r"(?i)^(?:,? *ext[^()\n]{0,12})? *\((?:fax|facsimile)\b")?;
    let pair = regex!(r"(?i)\b(?:tel\w*|phones?|ph|voice)\b\W{0,3}(?:and\W+)?(?:fax|facsimile|fx|f)\W*$")?;
    let mut from = 0;
    for _ in 0..4 {
        let (_, at) = phone_in(text.get(from..)?)?;
        let at = from + at.start..from + at.end;
        // "Telephone / fax: …" names the telephone first.
        let head = text.get(..at.start)?;
        let fax = before.is_match(head) && !pair.is_match(head) || behind.is_match(text.get(at.end..)?);
        if !fax {
            return Some(at);
        }
        from = at.end;
    }
    None
}
