//! People named in sentences: "to appear before …, Special Agent, telephone …".

use std::ops::Range;

use super::Form;
use super::telephone::telephone_in;
use crate::recognise::label::Role;
use crate::recognise::value::{email_in, is_name, is_title, name_title, phone_in, regex};
use matter::suggestion::{Field, Method, Suggestion, Value};

/// Letters of a sentence before the words that say what somebody does.
const SENTENCE: usize = 400;
/// Such words of a paper that are looked at.
pub(super) const MOST: usize = 500;

/// Sentences that name a person in a role.
pub(super) fn from_sentences(form: &Form, section: Role, found: &mut Vec<Suggestion>) {
    let (pattern, fields) = match section {
        Role::Contact => (
            regex!(
                r"(?i)\b(?:appear\s+before|produce(?:d)?\s+to|records\s+to|before|questions[^.]{0,80}(?:directed|addressed|put|sent)\s+to|please\s+contact|contact|point\s+of\s+contact\s+is|respond\s+to|direct\s+(?:any\s+)?(?:questions|inquiries)\s+to|deliver(?:ed)?\s+to|address\s+it\s+to|to\s+whom\s+you\s+answer\s+is|call|reach)\s+"
            ),
            (Field::ContactName, Field::ContactTitle),
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
        let Some(At { person, end, .. }) = person_at(text, word.end()) else { continue };
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
}

pub(super) fn sentence_start(text: &str, at: usize) -> usize {
    let all = text.get(..at).unwrap_or_default();
    let near = all.char_indices().rev().nth(SENTENCE).map_or(0, |(at, _)| at);
    let before = all.get(near..).unwrap_or_default();
    let mark = before.rfind(". ").map(|at| at + 2).into_iter().chain(before.rfind(".\n").map(|at| at + 2)).max();
    near + mark.unwrap_or(0)
}

/// Where a name and a title stand in the text.
pub(super) type NameAndTitle = (Range<usize>, Range<usize>);

/// A person in a sentence.
pub(super) struct At {
    pub(super) person: NameAndTitle,
    /// Where name and title end.
    pub(super) end: usize,
    /// How far the sentence was read as theirs: it may go on with a department.
    pub(super) reach: usize,
}

/// "Jo Example, whose title is Special Agent", "Jo Example in the capacity of Special Agent", "Jo Example (Special Agent)".
fn joined(window: &str) -> Option<(NameAndTitle, usize)> {
    let joint = regex!(
        r"(?i)^([^.;:()]{5,60}?(?:,?\s(?:Jr|Sr|II|III|IV)\b\.?)?),?\s*(?:\bwhose\s+title\s+is\s+|\b(?:in\s+the\s+capacity\s+of|acting\s+as|serving\s+as)\s+(?:an?\s+)?|\(|\s[-–—/]\s)"
    )?;
    let all = joint.captures(window)?;
    let name = all.get(1)?;
    let rest = window.get(all.get(0)?.end()..)?;
    let stop = regex!(r"[;:()]|\.\s|\.$|,\s(?:or|and|to|who|being|is)\b|\s(?:is|to|or|who|being|may)\s|\n\n|\x0c|$")?
        .find(rest)?;
    let title = rest.get(..stop.start())?;
    if !is_name(name.as_str()) || !is_title(title) {
        return None;
    }
    let start = all.get(0)?.end();
    let end = start + stop.start();
    let closed = end + usize::from(window.get(end..).is_some_and(|rest| rest.starts_with(')')));
    Some(((name.range(), start..start + title.trim_end_matches([',', ' ']).len()), closed))
}

/// Name and title that begin here, in either order, both needed; and where they end.
pub(super) fn person_at(text: &str, start: usize) -> Option<At> {
    let window: String = text.get(start..)?.chars().take(160).collect();
    let lead = window.len() - window.trim_start().len();
    if let Some(((name, title), end)) = joined(window.get(lead..)?) {
        let place = |range: Range<usize>| start + lead + range.start..start + lead + range.end;
        let end = start + lead + end;
        return Some(At { person: (place(name), place(title)), end, reach: end });
    }
    let stops = regex!(
        r"(?i)[.;:(]\s|,|\bat\b|\bon\b|\btelephone\b|\bis\b|\bor\b|\bby\b|\bwho\b|\bas\b|\n\n|\n[_\[☐☒(]|\x0c|$"
    )?;
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
    let ((mut name, title), reach) = best?;
    // "…, Ph.D." is the name's; one that is parted by a hyphen at the end of a line is half a name.
    let rest = window.get(name.end..)?;
    if rest.starts_with('-') {
        return None;
    }
    let suffix = regex!(r"^,\s+(?:Jr|Sr|I{2,3}|IV|Ph\.\s?D|J\.\s?D|M\.\s?D|Esq)\b\.?");
    name.end += suffix.and_then(|suffix| suffix.find(rest)).map_or(0, |suffix| suffix.end());
    let end = title.end.max(name.end);
    let place = |range: Range<usize>| start + range.start..start + range.end;
    Some(At { person: (place(name), place(title)), end: start + end, reach: start + end.max(reach) })
}

/// Where what a person works in ends, behind their title: ", Homeland Security Investigations, Group 2".
pub(super) fn department(rest: &str) -> usize {
    let parts = regex!(r"^(?:,\s+[A-Z][^,.;:()]{1,60}){1,2}");
    parts.and_then(|parts| parts.find(rest)).map_or(0, |parts| parts.end())
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
    let address = regex!(
        r"^(?:,\s+([^;:]{8,160}?,\s+[A-Z]{2}\s+\d{5}(?:-\d{4})?),\s+(?:and\s+)?who\s+(?:may|can|is\s+to)\s+be\s|,?\s+(?:of|whose\s+(?:office|address)\b[^.;:()]{0,40}?\s(?:is|are)(?:\s+at)?:?)\s+([A-Z0-9][^;:()]{8,180}?,\s+[A-Z]{2}\s+\d{5}(?:-\d{4})?)\b)"
    );
    let address = address.and_then(|address| address.captures(window)).and_then(|all| all.get(1).or(all.get(2)));
    let address = address.filter(|at| {
        let text = at.as_str();
        // It runs on over the end of a sentence, or to a company.
        let over = regex!(
            r"\.\s+(?:The|This|These|You|Your|If|All|Any|Records|Please|It|He|She|To)\b|\n\n|\b(?:Inc|LLC|Ltd|Corp)\b"
        );
        !text.contains('@') && phone_in(text).is_none() && !over.is_some_and(|over| over.is_match(text))
    });
    if let Some(at) = address {
        let span = end + at.start()..end + at.end();
        // Lines of their own, where the address begins one.
        let own = window.get(..at.start()).is_some_and(|before| before.ends_with('\n'));
        let lines = match own {
            true => at.as_str().lines().map(|line| line.trim().to_owned()).collect(),
            false => vec![form.sheet.quote(&span)],
        };
        found.push(form.suggestion(Field::ContactAddress, Value::Lines { lines }, &[span], Method::Sentence, 0.8));
    }
    let after = address.map_or_else(|| department(window), |at| at.end());
    if let Some(at) = telephone_in(window).filter(|at| at.start < after + 48) {
        found.push(form.text(Field::ContactPhone, end + at.start..end + at.end, Method::Sentence, 0.8));
    }
    if let Some((_, at)) = email_in(window).filter(|(_, at)| at.start < after + 100) {
        found.push(form.text(Field::ContactEmail, end + at.start..end + at.end, Method::Sentence, 0.8));
    }
}
