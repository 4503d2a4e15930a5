//! The line a fax machine prints at the head of a page: evidence of receipt, never of issue (legal-reference §2.1).

use crate::recognise::form::{rows, suggestion};
use crate::recognise::sheet::Sheet;
use crate::recognise::value::regex;
use matter::suggestion::{Field, Method, Suggestion, Value};

/// The head of a page, in 1/72 inch: machines print within it.
const HEAD: f32 = 62.0;

/// The line of the first page that has one.
pub(super) fn suggest(sheet: &Sheet) -> Option<Suggestion> {
    let spans: Vec<_> =
        sheet.segments.iter().filter(|segment| segment.top < HEAD).map(|segment| segment.span.clone()).collect();
    rows(sheet, &spans).into_iter().find_map(|row| {
        let text = row.text.as_str();
        let date = regex!(r"(?i)\b\d{1,2}[/-]\d{1,2}[/-]\d{2,4}\b|\b\d{4}[/-]\d{1,2}[/-]\d{1,2}\b|\b\d{1,2}[- ](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[- ]\d{2,4}\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[-. ]+\d{1,2}[-, ]+\d{4}\b");
        let time = regex!(r"\b\d{1,2}:\d{2}\b");
        let machine = regex!(r"(?i)\bfax\b|\bfrom\b|\bto:|\bpage\b|\bp\.\s?\d|\bpg\b|\breceived\b|->|>>|\b[TR]X\b|\b\d{3}\s?\d{3}\s?\d{4}\b|\b1\d{10}\b");
        let court = regex!(r"(?i)\bfiled\b|\bdocument\b|\bdkt\b");
        if court.is_some_and(|court| court.is_match(text)) {
            return None;
        }
        let all = [date, time, machine].into_iter().all(|pattern| pattern.is_some_and(|pattern| pattern.is_match(text)));
        all.then(|| suggestion(sheet, Field::FaxLine, Value::Text { text: text.to_owned() }, &[row.span], Method::Shape, 0.9))
    })
}
