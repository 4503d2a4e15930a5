//! The agency's numbers. Subpoena number, case number and file number differ, and none is the agent's own reference
//! (legal-reference §2.1): only the label tells which is which.

use super::paragraph::Sentence;
use super::{Form, best};
use crate::recognise::label::Role;
use crate::recognise::value::{number_in, regex};
use matter::suggestion::{Field, Method, Suggestion, Value};

/// Places of a paper where a number may stand that are looked at.
const MOST: usize = 500;
/// Cells that are read as one line stand so many heights of it apart.
const PARTED: f32 = 0.5;
/// A number in another cell's line begins so near the side of its label.
const SIDE: f32 = 4.0;
/// And so many heights of a line below it.
const BELOW: f32 = 1.2;

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
            labelled = under(form);
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

/// The file's number, where its label has none beside it or in a line of its own below. In the next line a cell at the left may end
/// so near that both are read as one: the number begins at the label's side and ends the line. Or the label is the last word of its
/// line, and the number the whole next one.
fn under(form: &Form) -> Vec<Suggestion> {
    let sheet = form.sheet;
    let open = form.regions.with(Role::FileNumber).filter(|region| !region.hit.caption && !region.hit.right);
    let found = open.filter_map(|region| {
        let label = sheet.segments.get(region.hit.segment)?;
        let begin = sheet.tokens.get(region.hit.tokens.start)?.rect.left;
        let ends = region.hit.tokens.end == label.tokens.end;
        let last = !sheet.on_page(label.page).any(|(_, one)| one.same_row(label) && one.left > label.right);
        let below = sheet.on_page(label.page).filter(|(_, one)| {
            let gap = one.top - label.bottom;
            ends && one.top > label.middle() && gap < BELOW * label.height().max(one.height())
        });
        let mut numbers = below.filter_map(|(at, line)| {
            let parted = line.tokens.clone().skip(1).find(|token| {
                let both =
                    token.checked_sub(1).and_then(|before| sheet.tokens.get(before)).zip(sheet.tokens.get(*token));
                both.is_some_and(|(before, here)| {
                    let gap = here.rect.left - before.rect.right;
                    gap > PARTED * line.height() && (here.rect.left - begin).abs() < SIDE
                })
            });
            let owned = form.regions.owners.get(at).copied().flatten().is_some();
            let wrapped = last && !owned && line.right < label.left;
            let from = parted.or(wrapped.then_some(line.tokens.start))?;
            let span = sheet.tokens.get(from)?.span.start..line.span.end;
            number_in(sheet.get(&span)).filter(|at| at.start == 0 && at.end == span.len()).map(|_| span)
        });
        Some(form.text(Field::FileNumber, numbers.next()?, Method::Label, 0.8))
    });
    let found: Vec<Suggestion> = found.collect();
    let same = found.first().is_some_and(|first| found.iter().all(|one| one.value == first.value));
    if same { found } else { Vec::new() }
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
        let own = |at: &std::ops::Range<usize>| at.start == 0 && named && !line.get(at.clone()).is_some_and(is_media);
        if let Some(at) = number_in(line).filter(own) {
            let span = word.end()..word.end() + at.end;
            found.push(form.text(Field::FileNumber, span, Method::Sentence, 0.75));
        }
    }
    if found.is_empty() {
        found.extend(broken(form));
    }
    let same = found.first().is_some_and(|first| found.iter().all(|one| one.value == first.value));
    if same { found } else { Vec::new() }
}

/// The name of a file on a disk: "8812.mp4".
fn is_media(text: &str) -> bool {
    regex!(r"\.[a-z]{2,4}\d?$").is_some_and(|media| media.is_match(text))
}

/// The same in brackets that a line breaks: "(File No." and in the next line of its column "4417)".
fn broken(form: &Form) -> Vec<Suggestion> {
    let bracket = regex!(
        r"(?i)[\[(](?:(?:our|dhs|ice|agency|office|investigative)\s)?file\s(?:(?:no|nr|nbr|number|ref|reference)\b\.?\s?)?[:#]?\s?([^\s()\[\]]{3,40})[\])]"
    );
    let number = |sentence: &Sentence| {
        let mut all =
            bracket?.captures_iter(&sentence.text).filter_map(|found| found.get(1)).map(|found| found.as_str());
        let text = all.next()?;
        number_in(text).filter(|at| at.start == 0 && at.end == text.len() && !is_media(text))?;
        let mut places = sentence.spans.iter().flat_map(|span| {
            let found = form.sheet.get(span).match_indices(text);
            found.map(|(at, _)| span.start + at..span.start + at + text.len()).collect::<Vec<_>>()
        });
        // Two different ones are no answer, nor one that stands there twice.
        let place = places.next().filter(|_| all.all(|other| other == text))?;
        places.next().is_none().then(|| form.text(Field::FileNumber, place, Method::Sentence, 0.75))
    };
    form.sentences().iter().filter_map(number).take(MOST).collect()
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
