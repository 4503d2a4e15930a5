//! What a paper says of the contact away from the contact's own place: in the letter that they signed, and in sentences that
//! name them.

use super::named::after_person;
use super::people::{Fields, from_block};
use super::{Form, rows};
use crate::recognise::value::regex;
use matter::suggestion::{Field, Method, Suggestion};

/// What stands by the contact's name elsewhere. Only what the contact's own place does not say counts.
pub(super) fn suggest(form: &Form, fields: &Fields, name: &str, found: &mut Vec<Suggestion>) {
    let mut more: Vec<Suggestion> = Vec::new();
    let mut signed: Vec<u32> = Vec::new();
    for (at, first) in form.sheet.segments.iter().enumerate() {
        if form.is_cover(first.page) || form.sheet.quote(&first.span) != name {
            continue;
        }
        let mut spans = vec![first.span.clone()];
        let mut last = first;
        for (_, next) in form.sheet.on_page(first.page).filter(|(next, _)| *next > at) {
            let below = next.top > last.middle() && next.top - last.bottom < 0.9 * next.height();
            if spans.len() < 8 && below && (next.left - first.left).abs() < 8.0 {
                spans.push(next.span.clone());
                last = next;
            }
        }
        from_block(form, fields, &rows(form.sheet, &spans), &mut more);
        signed.push(first.page);
    }
    // "Questions may be put to …, at 415-555-0142."
    for (at, _) in form.sheet.text.match_indices(name) {
        let end = at + name.len();
        if form.sheet.text.get(end..).is_some_and(|rest| rest.starts_with([' ', ',', '\n'])) {
            after_person(form, end, &mut more);
        }
    }
    // "Please call me at …" says who signed the page.
    let first_person = regex!(
        r"(?i)\b(?:call|reach|contact|telephone|e-?mail|write(?:\s+to)?|questions?\s+to|inquir(?:y|ies)\s+to)\s+(?:me|the\s+undersigned)\s+(?:directly\s+)?(?:at|by)\b"
    );
    for words in first_person.into_iter().flat_map(|pattern| pattern.find_iter(&form.sheet.text)) {
        let page = form.sheet.segment_at(words.start()).and_then(|at| form.sheet.segments.get(at)).map(|one| one.page);
        if page.is_some_and(|page| signed.contains(&page)) {
            after_person(form, words.end(), &mut more);
        }
    }
    let known: Vec<Field> = found.iter().map(|one| one.field).collect();
    more.retain(|one| {
        let part = matches!(one.field, Field::ContactAddress | Field::ContactPhone | Field::ContactEmail);
        part && !known.contains(&one.field)
    });
    found.extend(more.into_iter().map(|one| Suggestion { method: Method::Sentence, confidence: 0.75, ..one }));
}
