//! Who may serve, named in a sentence (8 CFR 287.4(c), 19 U.S.C. 1509(a)(1): served by an officer who is designated).

use super::Form;
use super::named::{MOST, NameAndTitle, department, person_at, sentence_start};
use crate::recognise::value::regex;
use matter::suggestion::{Field, Method, Suggestion};

pub(super) fn from_sentences(form: &Form, found: &mut Vec<Suggestion>) {
    let text = &form.sheet.text;
    let mut take = |person: NameAndTitle| {
        found.push(form.text(Field::ServerName, person.0, Method::Sentence, 0.8));
        found.push(form.text(Field::ServerTitle, person.1, Method::Sentence, 0.8));
    };
    let rest = |end: usize| text.get(end..).unwrap_or_default();
    // "… may be served by Jo Example, Special Agent".
    let by = regex!(
        r"(?i)\b(?:(?:served\s+)?by\s+hand\s+of\s*:?|(?:served|handed\s+to\s+you)\s+by|service\s+(?:(?:of|upon)\s+(?:\w+\s+){1,4})?(?:(?:may|shall|will|is\s+to)\s+be\s+|is\s+)?(?:made\s+|effected\s+)?by|for\s+service\s+(?:by|to)|service\b[^.;]{0,60}?\b(?:entrusted|committed|delegated)\s+to|delivered\s+for\s+(?:personal\s+)?service\s+to|(?:delegated|designated|assigned)\s+for\s+(?:the\s+)?service(?:\s+of\s+this\s+(?:subpoena|summons))?\s*:|designate[sd]?|the\s+bearer\s+hereof\s*,|authorized\s+to\s+serve\s+(?:\w+\s+){0,3}(?:is|are)|process\s+server\s+is)\s+(?:either\s+)?"
    );
    // "… authorizes Jo Example, Special Agent, to serve", which says so only behind.
    let bids = regex!(
        r"(?i)\b(?:authori[sz](?:e|es|ed|ing)|direct(?:s|ed)?|appoint(?:s|ed)?|assign(?:s|ed)?|commissioned|empower(?:s|ed)?|instruct(?:s|ed)?)\s+"
    );
    let to_serve = regex!(
        r"(?i)^,?\s+(?:is\s+)?to\s+(?:serve\s+(?:this|the|such|said|it|upon|a\s+copy)|make\s+service|effect\s+service)\b"
    );
    // "I, Jo Example, Special Agent, served this summons".
    let own = regex!(r"\bI,\s+");
    let served = regex!(
        r"(?i)^,?\s+(?:being\s+(?:duly\s+)?(?:authori[sz]ed|designated)\s+to\s+serve\b|(?:have\s+|hereby\s+|certify\s+that\s+I\s+)*(?:personally\s+)?(?:served|delivered)\b)"
    );
    // "To Jo Example, Special Agent: you are hereby designated to serve this subpoena".
    let to = regex!(r"(?i)\bto\s+");
    let told = regex!(
        r"(?i)^\s*[:,–—]?\s*you\s+are\s+(?:hereby\s+)?(?:designated|authori[sz]ed|directed|appointed|assigned)\s+to\s+(?:serve\s+(?:it\b|(?:this|the|such|said)\s+(?:subpoena|summons|process|demand)\b)|(?:make|effect)\s+service\b)"
    );
    for (before, after) in [(by, None), (bids, Some(to_serve)), (own, Some(served)), (to, Some(told))] {
        for word in before.into_iter().flat_map(|before| before.find_iter(text)).take(MOST) {
            let follows = |end: usize| {
                let far = end + department(rest(end));
                after.is_none_or(|after| {
                    after.is_some_and(|after| after.is_match(rest(end)) || after.is_match(rest(far)))
                })
            };
            if let Some(at) = person_at(text, word.end()).filter(|at| follows(at.end)) {
                take(at.person);
            }
        }
    }
    // "Jo Example, Special Agent, is designated to serve this summons."
    let after = regex!(
        r"(?i),?\s+(?:(?:is|are|has\s+been)\s+(?:hereby\s+)?(?:designated|authori[sz]ed|directed|appointed|assigned|empowered)\s+to\s+(?:(?:\w+\s+and\s+)?serve|make\s+service|effect\s+service)|(?:may|shall|will|is\s+to)\s+serve\s+(?:this|the|such|said|it|upon)|who\s+is\s+(?:hereby\s+)?(?:authori[sz]ed|designated)\s+to\s+serve)\b"
    );
    for word in after.into_iter().flat_map(|after| after.find_iter(text)).take(MOST) {
        let start = sentence_start(text, word.start());
        if let Some(at) = person_at(text, start).filter(|at| at.reach + 2 >= word.start()) {
            take(at.person);
        }
    }
}
