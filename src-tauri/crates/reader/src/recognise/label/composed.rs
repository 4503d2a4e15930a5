//! Headings and captions that are worded in their own way, told from the words they are made of: `data/headings.toml`.

use std::collections::HashSet;
use std::sync::LazyLock;

use serde::Deserialize;

use super::Role;

#[derive(Deserialize)]
struct Table {
    words: Vec<String>,
    heading: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    role: Role,
    /// Of each list one word must be there.
    all: Vec<Vec<String>>,
    #[serde(default)]
    none: Vec<String>,
}

struct Headings {
    words: HashSet<String>,
    rows: Vec<Row>,
}

static HEADINGS: LazyLock<Option<Headings>> = LazyLock::new(|| {
    let table: Table = toml::from_str(include_str!("../data/headings.toml")).ok()?;
    let words = table.words.iter().flat_map(|line| line.split_whitespace()).map(str::to_owned).collect();
    Some(Headings { words, rows: table.heading })
});

/// Words of a heading; more are a sentence.
const MOST: usize = 20;

/// The words of a text in small letters, without what parts them. "#" is a word for a number.
fn words(text: &str) -> Vec<String> {
    text.replace('#', " no ")
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// Whether a text is made of the words of forms alone: then it is no value.
pub(in crate::recognise) fn is_form_words(text: &str) -> bool {
    let Some(headings) = HEADINGS.as_ref() else { return false };
    let words = words(text);
    // A letter or a small number counts the blocks of a form.
    let counts = |word: &str| word.chars().count() == 1 || word.len() <= 2 && word.chars().all(|c| c.is_ascii_digit());
    words.iter().any(|word| !counts(word))
        && words.iter().all(|word| counts(word) || headings.words.contains(word.as_str()))
}

/// The field that a heading names, where its words tell.
pub(super) fn role_of(text: &str) -> Option<Role> {
    let headings = HEADINGS.as_ref()?;
    let found = words(text);
    // A box of the command is no heading: "Produce records".
    let command = found.first().is_some_and(|first| matches!(first.as_str(), "appear" | "produce" | "testify" | "you"));
    if command || found.len() > MOST || !is_form_words(text) {
        return None;
    }
    let has = |word: &String| found.contains(word);
    let row =
        headings.rows.iter().find(|row| row.all.iter().all(|one| one.iter().any(has)) && !row.none.iter().any(has));
    row.map(|row| row.role)
}

#[cfg(test)]
mod tests {
    use super::{HEADINGS, Role, is_form_words, role_of};

    #[test]
    fn every_word_of_a_rule_is_a_word_of_headings() {
        let headings = HEADINGS.as_ref().unwrap();
        for row in &headings.rows {
            for word in row.all.iter().flatten().chain(&row.none) {
                assert!(headings.words.contains(word), "{word}");
            }
        }
    }

    #[test]
    fn headings_in_other_words() {
        for (text, role) in [
            ("Person or company addressed", Role::Recipient),
            ("Official to whom to report or deliver", Role::Contact),
            ("Person to whom the records must be delivered", Role::Contact),
            ("Day on which you must appear", Role::ReturnDate),
            ("Hour of appearance", Role::ReturnTime),
            ("Where to appear", Role::Place),
            ("Officer who may serve this summons", Role::Server),
            ("Officer issuing this summons (name and title)", Role::Issuing),
            ("Documents and information requested", Role::Records),
            ("Accounts concerned", Role::Identifiers),
            ("Reason for this summons", Role::Purpose),
            ("Investigation / case no.", Role::CaseNumber),
            ("Signature of issuing officer", Role::SignatureIssuing),
        ] {
            assert_eq!(role_of(text), Some(role), "{text}");
        }
    }

    #[test]
    fn what_is_no_heading() {
        for text in
            ["Produce the records listed below", "Summons to Appear and/or Produce Records", "Example Networks, Inc."]
        {
            assert_eq!(role_of(text), None, "{text}");
        }
        assert!(is_form_words("13 Accounts, users or addresses concerned"));
        assert!(!is_form_words("Example Networks, Inc."));
        assert!(!is_form_words("12"));
    }
}
