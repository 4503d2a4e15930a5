//! Where to appear or produce.

use super::recipient::{has_suffix, is_town};
use super::{Form, Row};
use crate::recognise::label::{Role, is_form_words};
use crate::recognise::value::{date_in, name_title, phone_in, regex};
use matter::suggestion::{Field, Method, Suggestion, Value};

/// By a label; else in the command: between "at" and "on", after the time of day, or as "the place of return".
pub(super) fn suggest(form: &Form) -> Option<Suggestion> {
    let regions = form.regions.with(Role::Place).filter(|region| !form.is_cover(form.page_of(region)));
    let labelled: Vec<Suggestion> = regions.filter_map(|region| from_rows(form, &form.rows(region))).collect();
    // Two different places are no answer.
    match labelled.first() {
        Some(first) if labelled.iter().all(|one| one.value == first.value) => return Some(first.clone()),
        Some(_) => return None,
        None => {}
    }
    // Brackets stand in labels; a place between them is two cells' words.
    from_sentence(form).filter(|place| !place.quote.contains('('))
}

/// The lines up to a town. A company, a person or a telephone number among them is another field's.
fn from_rows(form: &Form, rows: &[Row]) -> Option<Suggestion> {
    let skip = rows.iter().take_while(|row| is_form_words(&row.text)).count();
    let rows = rows.get(skip..)?;
    // The town's ZIP code may stand in the next line.
    let ends = |at: usize, row: &Row| {
        let before = at.checked_sub(1).and_then(|before| rows.get(before));
        is_town(&row.text) || before.is_some_and(|before| is_town(&format!("{} {}", before.text, row.text)))
    };
    let town = rows.iter().take(4).enumerate().position(|(at, row)| ends(at, row))?;
    let rows = rows.get(..=town)?;
    let other = |row: &Row| {
        let person = name_title(&row.text);
        names_company(&row.text) || phone_in(&row.text).is_some() || person.name.is_some()
    };
    if rows.iter().any(other) {
        return None;
    }
    let mut spans: Vec<_> = rows.iter().map(|row| row.span.clone()).collect();
    let lead = regex!(r"^(?i:at|to)\s+");
    if let (Some(first), Some(lead)) =
        (spans.first_mut(), lead.and_then(|lead| lead.find(form.sheet.get(&rows.first()?.span))))
    {
        first.start += lead.end();
    }
    if let Some(last) = spans.last_mut() {
        last.end -= form.sheet.get(last).len() - form.sheet.get(last).trim_end_matches('.').len();
    }
    let text = spans.iter().map(|span| form.sheet.quote(span)).collect::<Vec<_>>().join(" ");
    if text.contains('(') || date_in(&text).is_some() {
        return None;
    }
    // Half of an address, without the number of its street, is none.
    let whole = text.trim_start().chars().next().is_some_and(|c| c.is_ascii_digit()) || digits_before_town(&text);
    whole.then(|| form.suggestion(Field::Place, Value::Text { text }, &spans, Method::Label, 0.9))
}

/// Whether a company is named before the town and its state: CO is Colorado.
fn names_company(text: &str) -> bool {
    let state =
        regex!(r",\s+[A-Z]{2}\.?,?\s+\d{5}").and_then(|state| state.find(text)).map_or(text.len(), |at| at.start());
    text.get(..state).is_some_and(has_suffix)
}

/// Whether a number stands before the town's.
fn digits_before_town(text: &str) -> bool {
    let town = regex!(r",\s+[^,]+,\s+[A-Z]{2}\.?,?\s+\d{5}");
    town.and_then(|town| town.find(text))
        .and_then(|town| text.get(..town.start()))
        .is_some_and(|head| head.chars().any(|c| c.is_ascii_digit()))
}

/// Such places of a paper that are looked at.
const MOST: usize = 50;
/// Letters of a sentence before a place.
const SENTENCE: usize = 160;

/// An address of one line, with town, state and ZIP code.
macro_rules! address {
    () => {
        r"([A-Z0-9][^;:]{8,140}?,\s+[A-Z]{2}\.?\s+\d{5}(?:-\d{4})?)"
    };
}
/// What may stand before it.
macro_rules! offices {
    () => {
        r"(?:the\s+offices?\s+(?:of\s+[^,]{2,60}|located)\s*,?\s+at\s+)?)"
    };
}

fn from_sentence(form: &Form) -> Option<Suggestion> {
    let shapes = [
        regex!(concat!(
            r"(?i:\b(?:at|to)\s+",
            offices!(),
            address!(),
            r"\s*,?\s+(?i:on|at\s+(?:the\s+hour|\d)|no\s+later|not\s+later|by|before)\b"
        )),
        regex!(concat!(
            r"(?i:\b(?:[ap]\.?\s?m\.?|noon|hours|hrs\.?|forenoon|afternoon|morning|local\s+time|(?:\d{1,2}(?:st|nd|rd|th)?,?\s+(?:(?:day\s+of\s+)?[a-z]{3,9}\.?,?\s+)?|[/.-])20\d\d)\s*,?\s+(?:in\s+the\s+offices?\s+)?at\s+",
            offices!(),
            address!()
        )),
        regex!(concat!(
            r"(?i:\bplace\s*(?::|(?:of\s+(?:return|production|appearance|compliance)\s+)?(?:is|being|shall\s+be|will\s+be)\s*:?)\s+)",
            address!()
        )),
    ];
    let text = &form.sheet.text;
    shapes.into_iter().enumerate().find_map(|(number, shape)| {
        shape?.captures_iter(text).take(MOST).find_map(|all| {
            // The second is told by a day or an hour before it, which may be anything's.
            let found = all.get(1).filter(|_| number != 1 || is_due(text, all.get(0).map_or(0, |all| all.start())))?;
            let start = found.as_str().rfind(" at ").map_or(0, |at| at + 4);
            let span = form.sheet.trim(&(found.start() + start..found.end()));
            let place = form.sheet.quote(&span);
            let one = form.text(Field::Place, span, Method::Sentence, 0.8);
            (!names_company(&place) && place.chars().any(|c| c.is_ascii_digit())).then_some(one)
        })
    })
}

/// Whether the sentence before a place says that something is due there, and not that something was done.
fn is_due(text: &str, at: usize) -> bool {
    let head = text.get(..at).unwrap_or_default();
    let near = head.char_indices().rev().nth(SENTENCE).map_or(0, |(at, _)| at);
    let head = head.get(near..).unwrap_or_default();
    let ends = regex!(r"[a-z]{3}\.\s+[A-Z]").and_then(|ends| ends.find_iter(head).last());
    let head = head.get(ends.map_or(0, |ends| ends.end() - 1)..).unwrap_or_default();
    let done = regex!(r"(?i)\b(?:issued|signed|dated|given|executed|served|filed|entered|occurred)\b[^.;]{0,40}$");
    let due = regex!(
        r"(?i)\b(?:due|return(?:able|ed)?|later\s+than|on\s+or\s+before|appear(?:ance)?|attend|comply|produced?|report|deliver(?:ed)?|required|commanded|summoned|place|when)\b"
    );
    due.is_some_and(|due| due.is_match(head)) && !done.is_some_and(|done| done.is_match(head))
}
