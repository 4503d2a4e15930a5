//! The docket number in a caption, in any spelling (legal-reference §3.5). Which text is one is for `matter::docket` to say:
//! what it cannot read is not suggested, though a person may write anything.

use std::ops::Range;

use matter::docket::{CaseKind, DocketNumber};

use super::Caption;
use crate::recognise::form::suggestion;
use crate::recognise::sheet::Sheet;
use crate::recognise::value::regex;
use matter::suggestion::{Field, Method, Suggestion, Value};

/// The number after a label, else one that can be nothing else, on the page of the caption; else the stamp's.
pub(super) fn find(sheet: &Sheet, caption: &Caption) -> Option<Suggestion> {
    let label = regex!(
        r"(?i)\b(?:case|civil\s+action|civil\s+case|miscellaneous|misc\.?|mc|docket|action|criminal)?\s*(?:no|nos|number|#)\s?[.:]{0,2}\s*:?\s*"
    );
    let shape = regex!(r"(?i)\b(?:\d{1,2}:)?\d{2}-?[a-z]{2,4}-?\d{2,6}(?:-[A-Z]{2,4})*(?:\s?\([A-Za-z]{2,5}\))*");
    let on_page = sheet.segments.iter().filter(|segment| segment.page == caption.page);
    let mut found: Vec<(bool, Range<usize>)> = Vec::new();
    for segment in on_page {
        let text = sheet.get(&segment.span);
        // The head of the page is the stamp's, the foot repeats titles.
        if segment.top < 50.0 || segment.top > 560.0 {
            continue;
        }
        for word in label.into_iter().flat_map(|label| label.find_iter(text)) {
            let rest = text.get(word.end()..).unwrap_or_default();
            if let Some(length) = longest(rest, caption.appeals) {
                found.push((true, segment.span.start + word.end()..segment.span.start + word.end() + length));
            }
        }
        for hit in shape.into_iter().flat_map(|shape| shape.find_iter(text)) {
            if let Some(length) = longest(text.get(hit.start()..).unwrap_or_default(), false) {
                found.push((false, segment.span.start + hit.start()..segment.span.start + hit.start() + length));
            }
        }
    }
    // The one that belongs to this caption comes first; a related case is named further down.
    let (labelled, span) = found.iter().find(|(labelled, _)| *labelled).or_else(|| found.first()).cloned()?;
    let docket = DocketNumber::new(sheet.quote(&span));
    let sure = if labelled { 0.95 } else { 0.85 };
    let method = if labelled { Method::Label } else { Method::Shape };
    Some(suggestion(sheet, Field::Docket, Value::Docket { docket }, &[span], method, sure))
}

/// The longest beginning that is read as a docket number, in bytes.
fn longest(text: &str, appeals: bool) -> Option<usize> {
    let mut ends: Vec<usize> =
        regex!(r"\S+").into_iter().flat_map(|word| word.find_iter(text)).map(|word| word.end()).take(6).collect();
    ends.reverse();
    ends.into_iter().find_map(|end| {
        let part = text.get(..end)?.trim_end_matches([',', ';', '.']);
        let parsed = DocketNumber::new(part);
        let parsed = parsed.parsed()?;
        // A bare "17-1622" is a number of a court of appeals, and anywhere else it may be anything.
        let allowed = appeals || parsed.kind != CaseKind::Appeal;
        let known = !matches!(&parsed.kind, CaseKind::Other(code) if code.len() > 3);
        (allowed && known).then_some(part.len())
    })
}
