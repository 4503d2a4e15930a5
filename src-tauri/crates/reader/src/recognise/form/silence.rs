//! "Do not tell": asked for, claimed, ordered (legal-reference §1.5). A court's order is read from the order itself
//! (`court`), never from an agency's paper.

use serde::Deserialize;
use std::sync::LazyLock;

use regex::RegexSet;

use super::Form;
use super::paragraph::Sentence;
use matter::suggestion::{Field, Method, Silence, Suggestion, Value};

#[derive(Deserialize)]
struct Table {
    subject: Vec<String>,
    free: Vec<String>,
    asserted: Vec<String>,
    requested: Vec<String>,
}

struct Sets {
    subject: RegexSet,
    free: RegexSet,
    asserted: RegexSet,
    requested: RegexSet,
}

static SETS: LazyLock<Option<Sets>> = LazyLock::new(|| {
    let table: Table = toml::from_str(include_str!("../data/silence.toml")).ok()?;
    let set = |rows: &[String]| RegexSet::new(rows.iter().map(|row| format!("(?i){row}"))).ok();
    Some(Sets {
        subject: set(&table.subject)?,
        free: set(&table.free)?,
        asserted: set(&table.asserted)?,
        requested: set(&table.requested)?,
    })
});

/// Whether a sentence speaks of telling others at all.
pub(super) fn speaks(text: &str) -> bool {
    SETS.as_ref().is_some_and(|sets| sets.subject.is_match(text))
}

/// What one sentence says of it.
fn standing(text: &str) -> Option<Silence> {
    let sets = SETS.as_ref()?;
    if !sets.subject.is_match(text) || sets.free.is_match(text) {
        None
    } else if sets.asserted.is_match(text) {
        Some(Silence::Asserted)
    } else if sets.requested.is_match(text) {
        Some(Silence::Requested)
    } else {
        None
    }
}

pub(super) fn suggest(form: &Form) -> Option<Suggestion> {
    let sentences = form.sentences();
    let found: Vec<(Silence, &Sentence)> =
        sentences.iter().filter_map(|sentence| Some((standing(&sentence.text)?, sentence))).collect();
    // The sterner of two wins: letters are held until counsel decides.
    let standing = found.iter().map(|(standing, _)| *standing).max()?;
    let spans: Vec<_> = found.iter().flat_map(|(_, sentence)| sentence.spans.iter().cloned()).collect();
    Some(form.suggestion(Field::NonDisclosure, Value::NonDisclosure { standing }, &spans, Method::Sentence, 0.85))
}

#[cfg(test)]
mod tests {
    use super::{Silence, standing};

    #[test]
    fn requests_claims_and_neither() {
        for text in [
            "You are requested not to disclose the existence of this summons for an indefinite period of time.",
            "We ask that you do not notify the account holder.",
            "Please keep this request confidential.",
            "It is requested that the existence of this subpoena be kept in confidence.",
        ] {
            assert_eq!(standing(text), Some(Silence::Requested), "{text}");
        }
        for text in [
            "You shall not disclose the existence of this subpoena to any person.",
            "Disclosure of this summons to the subscriber is prohibited.",
            "The existence of this summons is confidential by law and must not be made known to the user.",
            "You are not to mention this subpoena to anyone.",
            "This request is not to be discussed with the account holder.",
        ] {
            assert_eq!(standing(text), Some(Silence::Asserted), "{text}");
        }
        for text in [
            "Nothing in this subpoena prohibits you from notifying the subscriber.",
            "Produce the records to the official named above.",
            "Disclosure of the records is requested by November 5.",
            "Files shared by the user must be kept until they are produced.",
            "Officers are not to share records of other customers with the contractor.",
            "Documents that mention the user shall be withheld from other productions.",
        ] {
            assert_eq!(standing(text), None, "{text}");
        }
    }
}
