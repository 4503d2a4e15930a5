//! Where a record falls under 18 U.S.C. § 2703(c)(2) (legal-reference §1.4): `data/records.toml`. Contents of messages are never
//! taken for what is about them: that is looked for first, in what is left when all is taken off that only speaks about them.

use std::collections::HashMap;
use std::sync::LazyLock;

use matter::demand::Category;
use regex::{Regex, RegexSet};
use serde::Deserialize;

#[derive(Deserialize)]
struct Table {
    left_out: Vec<String>,
    special: Vec<String>,
    about: Vec<String>,
    letters: Vec<String>,
    content: Vec<String>,
    stands_for: HashMap<String, String>,
    record: Vec<Kind>,
}

#[derive(Deserialize)]
struct Kind {
    category: Category,
    words: Vec<String>,
}

struct Kinds {
    left_out: Vec<Regex>,
    special: Vec<Regex>,
    about: Vec<Regex>,
    letters: RegexSet,
    content: RegexSet,
    rows: Vec<(Category, RegexSet)>,
}

/// What stands where something was taken off, so that what stood beside it does not become one phrase.
const GONE: &str = " … ";

static KINDS: LazyLock<Option<Kinds>> = LazyLock::new(|| {
    let table: Table = toml::from_str(include_str!("../data/records.toml")).ok()?;
    // What a name stands for may hold another one.
    let spelled = |words: &String| {
        let once = |words: String| {
            table.stands_for.iter().fold(words, |words, (name, for_it)| words.replace(&format!("{{{name}}}"), for_it))
        };
        format!("(?i){}", once(once(words.clone())))
    };
    let each = |rows: &[String]| rows.iter().map(|words| Regex::new(&spelled(words)).ok()).collect::<Option<Vec<_>>>();
    let set = |rows: &[String]| RegexSet::new(rows.iter().map(spelled)).ok();
    Some(Kinds {
        left_out: each(&table.left_out)?,
        special: each(&table.special)?,
        about: each(&table.about)?,
        letters: set(&table.letters)?,
        content: set(&table.content)?,
        rows: table.record.iter().map(|row| Some((row.category, set(&row.words)?))).collect::<Option<_>>()?,
    })
});

/// A text without what these patterns find in it, and whether they found anything.
fn without(text: &str, patterns: &[Regex]) -> (String, bool) {
    patterns.iter().fold((text.to_owned(), false), |(text, found), pattern| {
        if pattern.is_match(&text) { (pattern.replace_all(&text, GONE).into_owned(), true) } else { (text, found) }
    })
}

/// Where words fall; nothing where they fall nowhere.
pub(super) fn category(text: &str) -> Option<Category> {
    let kinds = KINDS.as_ref()?;
    // A hyphen at the end of a line parts no word.
    let text = text.replace("- ", "-");
    let (asked, left_out) = without(&text, &kinds.left_out);
    let (rest, special) = without(&asked, &kinds.special);
    let (rest, about) = without(&rest, &kinds.about);
    // Where contents are left out of something that only speaks about messages, the messages beside it are still asked for.
    let letters = (about || !left_out) && kinds.letters.is_match(&rest);
    if letters || kinds.content.is_match(&rest) {
        return Some(Category::Content);
    }
    if special {
        return Some(Category::Special);
    }
    if about {
        return Some(Category::OtherNonContent);
    }
    let row = kinds.rows.iter().find(|(_, set)| set.is_match(&asked)).map(|(category, _)| *category);
    row.or(left_out.then_some(Category::OtherNonContent))
}

#[cfg(test)]
mod tests {
    use super::{Category, KINDS, category};

    fn all(expected: Category, texts: &[&str]) {
        assert!(KINDS.is_some());
        for text in texts {
            assert_eq!(category(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn records_fall_where_the_law_puts_them() {
        for (text, expected) in [
            ("subscriber name", Category::Name),
            ("billing and mailing addresses", Category::Address),
            ("records of session times and durations", Category::Sessions),
            ("length of service, including start date", Category::Service),
            ("IP addresses used to access the account", Category::Identity),
            ("means and source of payment", Category::Payment),
            ("Social Security number", Category::OtherNonContent),
            ("log of IP addresses assigned to each session", Category::Identity),
            ("number of any card used to pay for advertising", Category::Payment),
            ("subscriber’s name as given when the account was opened", Category::Name),
            ("videos watched", Category::Special),
        ] {
            assert_eq!(category(text), Some(expected), "{text}");
        }
        assert_eq!(category("all other things"), None);
    }

    #[test]
    fn content_is_content_whatever_else_is_asked_for() {
        all(
            Category::Content,
            &[
                "all messages sent to or from the account",
                "all e-mail to or from the account",
                "direct messages with dates of communications",
                "private messages exchanged with correspondents",
                "user posts with number of messages",
                "comments and size of uploads",
                "recordings of calls and call detail records",
                "dates and times of messages and the messages themselves",
                "e-mail headers and bodies",
                "contents of all e-mails to and from",
                "contents of direct messages",
                "posts, comments, messages and associated metadata",
                "photographs with their metadata",
                "metadata of photographs",
                "metadata and content",
                "text, date and time of messages sent",
                "sender, recipient, text and time of each message",
                "addresses and messages exchanged",
                "routing and content data",
                "header information and messages",
                "messages, with date and time of each",
                "message headers, subject lines and text",
                "dates of messages but no subject lines, and the text",
                "logs of chats",
                "logs of direct messages",
                "direct message logs",
                "list of contacts and copies of messages",
                "index of e-mails and the e-mails",
                "traffic data and message contents",
                "size and substance of communications",
                "messages with or without text",
                "messages, and headers without content",
                "messages and non-content records",
                "messages whose contents were not included in the first response",
                "all transmissions to the account",
                "messages",
            ],
        );
    }

    #[test]
    fn what_is_about_messages_is_no_content() {
        all(
            Category::OtherNonContent,
            &[
                "message headers without content",
                "headers of all messages, excluding content",
                "headers showing to and from, date and time",
                "header information (to, from, date) for messages sent or received",
                "to and from fields of all mail, but no subject lines or text",
                "number, size and time of messages sent or received",
                "number of messages to and from the account",
                "messages sent and received, without content",
                "sender and recipient of each message",
                "sender, recipient, date and time of each message",
                "dates and times of messages",
                "log of messages sent, by recipient and time only",
                "log of uploads, by time and size",
                "list of addresses the account corresponded with",
                "address book and uploaded contacts",
                "traffic data",
                "non-content records of messages",
                "headers, subject lines excluded",
                "metadata of all communications",
            ],
        );
    }

    #[test]
    fn words_with_a_second_meaning_do_not_decide_alone() {
        all(Category::OtherNonContent, &["connected accounts", "accounts connected to the account", "social graph"]);
        all(
            Category::Sessions,
            &["dates and times of connections", "date and time of each connection", "connection logs", "access logs"],
        );
        all(Category::Sessions, &["long distance telephone connection records", "call detail records"]);
        all(Category::Identity, &["profile URL", "URLs of the account"]);
        all(Category::Service, &["subscription plan", "plans and services"]);
        for text in [
            "connections",
            "list of connections",
            "records in connection with the matter",
            "URLs",
            "plans of the subscriber",
            "usage records",
            "records of use",
            "message logs",
            "types of communications",
        ] {
            assert_eq!(category(text), None, "{text}");
        }
    }
}
