//! The agency's numbers. Subpoena number, case number and file number differ, and none is the agent's own reference
//! (legal-reference §2.1): only the label tells which is which.

use super::{Form, best};
use crate::recognise::label::Role;
use crate::recognise::value::{number_in, regex};
use matter::suggestion::{Field, Method, Suggestion, Value};

/// Places of a paper where a number may stand that are looked at.
const MOST: usize = 500;

pub(super) fn suggest(form: &Form) -> Vec<Suggestion> {
    let kinds = [
        (Role::Number, Field::SubpoenaNumber),
        (Role::CaseNumber, Field::CaseNumber),
        (Role::FileNumber, Field::FileNumber),
    ];
    let mut found: Vec<Suggestion> = Vec::new();
    for (role, field) in kinds {
        let mut labelled: Vec<Suggestion> = form
            .regions
            .with(role)
            .filter_map(|region| {
                let span = region.spans.first()?;
                let at = number_in(form.sheet.get(span))?;
                let span = span.start + at.start..span.start + at.end;
                let sure = if region.beside { 0.95 } else { 0.9 };
                Some(form.text(field, span, Method::Label, sure))
            })
            .collect();
        if role == Role::Number && labelled.is_empty() {
            labelled = unlabelled(form);
        }
        if role == Role::Number && labelled.is_empty() {
            labelled = controlled(form);
        }
        if role == Role::FileNumber && labelled.is_empty() {
            labelled = filed(form);
        }
        found.extend(best(labelled));
    }
    // One number in two fields is right in at most one of them; which, only a person can say.
    let twice = |one: &Suggestion| found.iter().filter(|other| other.value == one.value).count() > 1;
    found.iter().filter(|one| !twice(one) || one.field == Field::SubpoenaNumber).cloned().collect()
}

/// "Control no.": on a form without another number of its own it is the form's.
fn controlled(form: &Form) -> Vec<Suggestion> {
    let words = regex!(r"(?i)\b(?:control|serial|order|process)\b");
    let regions = form.regions.with(Role::Matter).filter(|region| !form.is_cover(form.page_of(region)));
    let found: Vec<Suggestion> = regions
        .filter_map(|region| {
            let (first, last) = (region.hit.tokens.start, region.hit.tokens.end.checked_sub(1)?);
            let label = form.sheet.tokens.get(first)?.span.start..form.sheet.tokens.get(last)?.span.end;
            let span =
                region.spans.first().filter(|_| words.is_some_and(|words| words.is_match(form.sheet.get(&label))))?;
            let at = number_in(form.sheet.get(span))?;
            Some(form.text(Field::SubpoenaNumber, span.start + at.start..span.start + at.end, Method::Label, 0.7))
        })
        .collect();
    if let [one] = found.as_slice() { vec![one.clone()] } else { Vec::new() }
}

/// "(File 4417)", "Summons 26-004417 | File 4417", "please refer to file 4417": the file's number in a line of others. Two
/// different ones are no answer.
fn filed(form: &Form) -> Vec<Suggestion> {
    let text = &form.sheet.text;
    let word = regex!(
        r"(?im)(?:^|[\[(|·;/]\s*|\s[–—-]\s|\brefer\s+to\s+(?:the\s+|our\s+)?)(?:(?:our|dhs|ice|agency|office|investigative|a-?)[ -]?)?file *(?:no|nr|nbr|number|num|ref(?:erence)?|id)?\b\.? *[#:]? *"
    );
    let mut found: Vec<Suggestion> = Vec::new();
    for word in word.into_iter().flat_map(|word| word.find_iter(text)).take(MOST) {
        let line = text.get(word.end()..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        // "the video; file 8812.mp4" is no number of a paper's.
        let named = word.as_str().contains(['F', 'R', 'O', '(', '[']) || word.as_str().contains("refer");
        let media = regex!(r"\.[a-z]{2,4}\d?$");
        let own = |at: &std::ops::Range<usize>| {
            at.start == 0
                && named
                && !line.get(at.clone()).is_some_and(|one| media.is_some_and(|media| media.is_match(one)))
        };
        if let Some(at) = number_in(line).filter(own) {
            let span = word.end()..word.end() + at.end;
            found.push(form.text(Field::FileNumber, span, Method::Sentence, 0.75));
        }
    }
    let same = found.first().is_some_and(|first| found.iter().all(|one| one.value == first.value));
    if same { found } else { Vec::new() }
}

/// "Summons 26-004417" in a heading or a subject line; "No. 26-004417" under the title.
fn unlabelled(form: &Form) -> Vec<Suggestion> {
    let text = &form.sheet.text;
    let mut found = Vec::new();
    let after_word = regex!(r"(?i)\b(?:subpoena|summons)\s+(?:(?:no|number|num)\b\.?\s*)?[:#]?\s*");
    for word in after_word.into_iter().flat_map(|pattern| pattern.find_iter(text)).take(MOST) {
        let rest = text.get(word.end()..).unwrap_or_default();
        let rest = rest.get(..rest.char_indices().nth(120).map_or(rest.len(), |(at, _)| at)).unwrap_or_default();
        let first: &str = rest.split_whitespace().next().unwrap_or_default();
        if first.chars().any(|c| c.is_ascii_digit())
            && let Some(at) = number_in(rest)
        {
            found.push(form.text(
                Field::SubpoenaNumber,
                word.end() + at.start..word.end() + at.end,
                Method::Sentence,
                0.8,
            ));
        }
    }
    let alone = regex!(r"(?im)^(?:no|number)\b\.?\s*:?\s*");
    for word in alone.into_iter().flat_map(|pattern| pattern.find_iter(text)).take(MOST) {
        let line = text.get(word.end()..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        if let Some(at) = number_in(line).filter(|at| at.end == line.trim_end().len()) {
            found.push(form.text(
                Field::SubpoenaNumber,
                word.end() + at.start..word.end() + at.end,
                Method::Shape,
                0.7,
            ));
        }
    }
    // Two different numbers, each called the subpoena's, are no answer.
    let first = found.first().map(|one| one.value.clone());
    if found.iter().filter(|one| one.method == Method::Sentence).any(|one| Some(&one.value) != first.as_ref()) {
        found.retain(|one| matches!(&one.value, Value::Text { .. }) && Some(&one.value) == first.as_ref());
    }
    found
}
