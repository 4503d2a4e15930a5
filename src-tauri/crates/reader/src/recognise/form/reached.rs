//! Where the contact is reached, said in a sentence that does not name them: "Questions may be put to the same officer at …,
//! telephone …".

use super::Form;
use super::named::MOST;
use super::telephone::telephone_in;
use crate::recognise::value::{email_in, phone_in, regex};
use matter::suggestion::{Field, Method, Suggestion, Value};

/// Letters of such a sentence.
const LONG: usize = 300;

/// Address, telephone and e-mail of whoever is the contact.
pub(super) fn from_sentences(form: &Form, found: &mut Vec<Suggestion>) {
    let text = &form.sheet.text;
    let cue = regex!(
        r"(?ix)\b(?:
            (?:questions?|inquir(?:y|ies))\b[^.;]{0,60}?\b(?:officer|official|agent)\b[^.;:]{0,40}?\s(?:at|to)
          | (?:same|said|above|above-named|named)\s+(?:officer|official|agent)\b[^.;:]{0,40}?\s(?:at|to)
          | (?:officer|official|agent)\s+(?:named|identified)\s+(?:above|below|herein)\b[^.;:]{0,40}?\s(?:at|to)
          | he\s+or\s+she\s+(?:can|may)\s+be\s+reached\s+(?:at|by)
          | write\s+to
        )\s*:?\s"
    );
    for word in cue.into_iter().flat_map(|cue| cue.find_iter(text)).take(MOST) {
        // Who serves or signs is another; where to object, and whose account it is, is nobody's office here.
        let head = text.get(..word.start()).unwrap_or_default();
        let head = head.char_indices().rev().nth(120).map_or(head, |(at, _)| head.get(at..).unwrap_or_default());
        let sentence = format!("{} {}", head.rsplit(". ").next().unwrap_or_default(), word.as_str());
        let other = regex!(
            r"(?i)\b(?:serv(?:ing|er|ed)|issuing|contest|petition|object|quash|modify|challenge|appeal|subscriber|compliance\s+officer)\b"
        );
        if other.is_some_and(|other| other.is_match(&sentence)) {
            continue;
        }
        let window: String = text.get(word.end()..).unwrap_or_default().chars().take(LONG).collect();
        // The office's letter may go on with somebody else.
        let stop = regex!(
            r"(?i)\x0c|\b(?:issued|served|account|accounts|subpoena|summons)\b|[a-z]{3}\.\s+[A-Z][a-z]+\s+[a-z]"
        );
        let end = stop.and_then(|stop| stop.find(&window)).map_or(window.len(), |stop| stop.start());
        let window = window.get(..end).unwrap_or_default();
        let address = regex!(r"^([A-Z0-9][^;:()]{8,180}?,\s+[A-Z]{2}\s+\d{5}(?:-\d{4})?)\b");
        let address = address.and_then(|address| address.captures(window)).and_then(|all| all.get(1));
        let address = address.filter(|at| {
            let text = at.as_str();
            // Where to write to a court or to somebody's counsel is no office of the agency's.
            let other = regex!(r"(?i)\b(?:court|clerk|counsel|attorney|inspector|ombudsman|custodian)\b");
            !text.contains('@')
                && phone_in(text).is_none()
                && !text.contains("\n\n")
                && !other.is_some_and(|other| other.is_match(text))
        });
        let mut after = 0;
        if let Some(at) = address {
            let span = word.end()..word.end() + at.end();
            // Lines of their own after a colon; else only where the text breaks.
            let own = word.as_str().trim_end().ends_with(':') && word.as_str().ends_with('\n');
            let lines = match own {
                true => at.as_str().lines().map(|line| line.trim().to_owned()).collect(),
                false => vec![form.sheet.quote(&span)],
            };
            found.push(form.suggestion(Field::ContactAddress, Value::Lines { lines }, &[span], Method::Sentence, 0.75));
            after = at.end();
        }
        if let Some(at) = telephone_in(window).filter(|at| at.start < after + 48) {
            found.push(form.text(
                Field::ContactPhone,
                word.end() + at.start..word.end() + at.end,
                Method::Sentence,
                0.75,
            ));
        }
        // An account's address may follow: the word for mail stands before the official's.
        let mail = |at: usize| {
            let before = window.get(..at).unwrap_or_default();
            regex!(r"(?i)\b(?:e-?mail|electronic\s+mail)\W*(?:at\s+)?$").is_some_and(|mail| mail.is_match(before))
        };
        if let Some((_, at)) = email_in(window).filter(|(_, at)| at.start < after + 140 && mail(at.start)) {
            found.push(form.text(
                Field::ContactEmail,
                word.end() + at.start..word.end() + at.end,
                Method::Sentence,
                0.75,
            ));
        }
    }
}
