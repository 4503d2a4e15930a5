//! People named in sentences: "to appear before …, Special Agent, telephone …".

use std::ops::Range;

use super::Form;
use crate::recognise::label::Role;
use crate::recognise::value::{email_in, name_title, phone_in, regex};
use matter::suggestion::{Field, Method, Suggestion, Value};

/// Letters of a sentence before the words that say what somebody does.
const SENTENCE: usize = 400;
/// Such words of a paper that are looked at.
const MOST: usize = 500;

/// Sentences that name a person in a role.
pub(super) fn from_sentences(form: &Form, section: Role, found: &mut Vec<Suggestion>) {
    let (pattern, fields) = match section {
        Role::Contact => (
            regex!(
                r"(?i)\b(?:appear\s+before|produce(?:d)?\s+to|records\s+to|before|questions[^.]{0,80}(?:directed|addressed|put|sent)\s+to|please\s+contact|contact|point\s+of\s+contact\s+is|respond\s+to|direct\s+(?:any\s+)?(?:questions|inquiries)\s+to|deliver(?:ed)?\s+to|call|reach)\s+"
            ),
            (Field::ContactName, Field::ContactTitle),
        ),
        Role::Server => (
            regex!(r"(?i)\b(?:served\s+by|service\s+(?:may\s+be\s+)?made\s+by|designate[sd]?)\s+(?:either\s+)?"),
            (Field::ServerName, Field::ServerTitle),
        ),
        Role::Issuing => (
            regex!(
                r"(?im)(?:^|\bthis\s+(?:subpoena|summons)\s+(?:(?:is|was)\s+)?)issued\s+(?:on\s+)?(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2},\s+\d{4}|\d{1,2}\s+[A-Z][a-z]{2,8}\.?\s+\d{4}|\d{1,2}/\d{1,2}/\d{2,4}),?\s+by\s+"
            ),
            (Field::IssuingName, Field::IssuingTitle),
        ),
        _ => return,
    };
    let text = &form.sheet.text;
    for word in pattern.into_iter().flat_map(|pattern| pattern.find_iter(text)).take(MOST) {
        let Some((person, end)) = person_at(text, word.end()) else { continue };
        // What a court issued is another paper.
        let court = regex!(r"(?i)\b(?:judge|magistrate|clerk|justice)\b");
        if court.is_some_and(|court| court.is_match(form.sheet.get(&person.1))) {
            continue;
        }
        found.push(form.text(fields.0, person.0, Method::Sentence, 0.8));
        found.push(form.text(fields.1, person.1, Method::Sentence, 0.8));
        if section == Role::Contact {
            after_person(form, end, found);
        }
    }
    if section == Role::Contact {
        // "Inquiries may be made of the officer named above by telephone at …".
        let named_above = regex!(
            r"(?i)\b(?:inquiries|questions)\b[^.]{0,80}\b(?:officer|official|agent)\s+(?:named|identified|above|in\s+(?:item|block))\b[^.\d]{0,60}\btel(?:ephone|\.)?[^.\d(+]{0,14}"
        );
        for word in named_above.into_iter().flat_map(|pattern| pattern.find_iter(text)).take(MOST) {
            after_person(form, word.end(), found);
        }
    }
    // "I, …, Special Agent, served this summons by …".
    if section == Role::Server {
        let first_person = regex!(r"\bI,\s+");
        for word in first_person.into_iter().flat_map(|pattern| pattern.find_iter(text)).take(MOST) {
            let Some((person, end)) = person_at(text, word.end()) else { continue };
            let served =
                regex!(r"^,?\s+(?:have\s+|hereby\s+|certify\s+that\s+I\s+)*(?:personally\s+)?(?:served|delivered)\b");
            let rest = text.get(end..).unwrap_or_default();
            if served.is_some_and(|served| served.is_match(rest)) {
                found.push(form.text(fields.0, person.0, Method::Sentence, 0.8));
                found.push(form.text(fields.1, person.1, Method::Sentence, 0.8));
            }
        }
    }
    // "…, Special Agent, is designated to serve this summons."
    if section == Role::Server {
        let after = regex!(r"(?i),?\s+(?:is|are)\s+(?:hereby\s+)?(?:designated|authorized)\s+to\s+serve");
        for word in after.into_iter().flat_map(|pattern| pattern.find_iter(text)).take(MOST) {
            let start = sentence_start(text, word.start());
            if let Some((person, end)) = person_at(text, start).filter(|(_, end)| *end + 2 >= word.start()) {
                let _ = end;
                found.push(form.text(fields.0, person.0, Method::Sentence, 0.8));
                found.push(form.text(fields.1, person.1, Method::Sentence, 0.8));
            }
        }
    }
}

fn sentence_start(text: &str, at: usize) -> usize {
    let all = text.get(..at).unwrap_or_default();
    let near = all.char_indices().rev().nth(SENTENCE).map_or(0, |(at, _)| at);
    let before = all.get(near..).unwrap_or_default();
    let mark = before.rfind(". ").map(|at| at + 2).into_iter().chain(before.rfind(".\n").map(|at| at + 2)).max();
    near + mark.unwrap_or(0)
}

/// Where a name and a title stand in the text.
type NameAndTitle = (Range<usize>, Range<usize>);

/// Name and title that begin here, in either order, both needed; and where they end.
fn person_at(text: &str, start: usize) -> Option<(NameAndTitle, usize)> {
    let window: String = text.get(start..)?.chars().take(160).collect();
    let stops = regex!(r"(?i)[.;:(]\s|,|\bat\b|\bon\b|\btelephone\b|\bis\b|\bor\b|\bby\b|\bwho\b|\bas\b|\n\n|\x0c|$")?;
    let mut best = None;
    for stop in stops.find_iter(&window).take(6) {
        let head = window.get(..stop.start())?;
        let person = name_title(head);
        if let (Some(name), Some(title)) = (person.name, person.title) {
            let longer = best.as_ref().is_none_or(|(_, end)| stop.start() > *end);
            if longer && name.start.min(title.start) <= 4 {
                best = Some(((name, title), stop.start()));
            }
        }
    }
    let ((mut name, title), end) = best?;
    // "…, Ph.D." is the name's; one that is parted by a hyphen at the end of a line is half a name.
    let rest = window.get(name.end..)?;
    if rest.starts_with('-') {
        return None;
    }
    let suffix = regex!(r"^,\s+(?:Jr|Sr|I{2,3}|IV|Ph\.\s?D|J\.\s?D|M\.\s?D|Esq)\b\.?");
    name.end += suffix.and_then(|suffix| suffix.find(rest)).map_or(0, |suffix| suffix.end());
    let end = end.max(name.end);
    let place = |range: Range<usize>| start + range.start..start + range.end;
    Some(((place(name), place(title)), start + end))
}

/// A telephone number and an e-mail address right after a person in a sentence.
pub(super) fn after_person(form: &Form, end: usize, found: &mut Vec<Suggestion>) {
    let text = &form.sheet.text;
    let window: String = text.get(end..).unwrap_or_default().chars().take(260).collect();
    // Up to where somebody else could be meant.
    let stop = regex!(r"(?i)\x0c|\b(?:before|dated|issued|account|accounts)\b")
        .and_then(|stop| stop.find(&window))
        .map_or(window.len(), |stop| stop.start());
    let window = window.get(..stop).unwrap_or_default();
    // ", 630 Cinderbank Avenue, Port Halloran, CA 90000, who may be reached …": an address right after the person.
    let address =
        regex!(r"^,\s+([^;:]{8,160}?,\s+[A-Z]{2}\s+\d{5}(?:-\d{4})?),\s+(?:and\s+)?who\s+(?:may|can|is\s+to)\s+be\s");
    let address = address.and_then(|address| address.captures(window)).and_then(|all| all.get(1));
    let address = address.filter(|at| !at.as_str().contains('@') && phone_in(at.as_str()).is_none());
    if let Some(at) = address {
        let span = end + at.start()..end + at.end();
        let lines = vec![form.sheet.quote(&span)];
        found.push(form.suggestion(Field::ContactAddress, Value::Lines { lines }, &[span], Method::Sentence, 0.8));
    }
    let after = address.map_or(0, |at| at.end());
    if let Some((_, at)) = phone_in(window).filter(|(_, at)| at.start < after + 48) {
        found.push(form.text(Field::ContactPhone, end + at.start..end + at.end, Method::Sentence, 0.8));
    }
    if let Some((_, at)) = email_in(window).filter(|(_, at)| at.start < after + 100) {
        found.push(form.text(Field::ContactEmail, end + at.start..end + at.end, Method::Sentence, 0.8));
    }
}
