//! What is printed: one JSON document, or words.

use std::io::Write;

use serde_json::{Value, json};

use crate::failure::Failure;
use crate::words;

/// What a verb came to.
pub(crate) struct Answer {
    /// For a program.
    pub(crate) value: Value,
    /// For a person; without a last line end.
    pub(crate) text: String,
    /// The exit code.
    pub(crate) code: u8,
    /// Said beside a document that has no place for it.
    remark: Option<&'static str>,
    /// True where the words are a document for a program as well.
    raw: bool,
}

impl Answer {
    pub(crate) fn new(value: Value, text: impl Into<String>) -> Self {
        Self { value, text: text.into(), code: 0, remark: None, raw: false }
    }

    /// A document for a program, whichever way it is asked: JSON, TypeScript.
    pub(crate) fn document(value: Value, text: impl Into<String>) -> Self {
        Self { raw: true, ..Self::new(value, text) }
    }
}

/// Said first of everything that comes from a damaged register.
const READ_ONLY: &str = "READ ONLY: damaged register; what is missing cannot be told";

impl Answer {
    /// Marks what comes from a damaged register: in words by a first line; for a program in the document itself, or on
    /// standard error where the document is no object.
    pub(crate) fn marked_as_damaged(mut self) -> Self {
        match &mut self.value {
            Value::Object(fields) => {
                fields.insert("readOnly".to_owned(), Value::Bool(true));
            }
            _ => self.remark = Some(READ_ONLY),
        }
        if self.raw {
            self.text = pretty(&self.value);
        } else {
            self.text = format!("{READ_ONLY}\n{}", self.text);
        }
        self
    }
}

/// Text for a person's eye. A control character could command the terminal, and a mark that turns text round could make
/// one name look like another: each is written out. Only line ends stay.
pub(crate) fn visible(text: &str) -> String {
    let hidden = |c: char| {
        matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{61c}' | '\u{feff}')
            || c.is_control() && c != '\n'
    };
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if hidden(c) {
            shown.push_str(&format!("[U+{:04X}]", u32::from(c)));
        } else {
            shown.push(c);
        }
    }
    shown
}

/// Stored text as part of a line. What follows a line break in it goes on behind a bar: it cannot look like a line that the
/// desk says itself.
pub(crate) fn folded(text: &str) -> String {
    text.replace('\n', "\n    | ")
}

/// A line in words on standard output. A reader that went away (`desk list | head`) is no fault of ours.
pub(crate) fn line(text: &str) {
    plain(&visible(text));
}

fn plain(text: &str) {
    let _ = writeln!(std::io::stdout().lock(), "{text}");
}

pub(crate) fn answer(json: bool, answer: &Answer) {
    if let Some(remark) = answer.remark.filter(|_| json || answer.raw) {
        let _ = writeln!(std::io::stderr().lock(), "{remark}");
    }
    if json {
        plain(&pretty(&answer.value));
    } else if answer.raw {
        plain(&answer.text);
    } else if !answer.text.is_empty() {
        line(&answer.text);
    }
}

/// In words on standard error; with `--json` as the one document on standard output.
pub(crate) fn failure(json: bool, failure: &Failure) {
    let said = words::of(failure);
    if json {
        let fault = match failure {
            Failure::Fault(fault) => serde_json::to_value(fault).unwrap_or(Value::Null),
            other => json!({ "type": "commandLine", "detail": other.to_string() }),
        };
        plain(&pretty(&json!({
            "fault": fault,
            "exitCode": failure.code(),
            "words": { "happened": said.happened, "safe": said.safe, "toDo": said.to_do, "points": said.points },
        })));
        return;
    }
    let mut error = std::io::stderr().lock();
    let _ = writeln!(error, "{}", visible(&said.happened));
    for point in &said.points {
        let _ = writeln!(error, "  - {}", visible(point));
    }
    for rest in [&said.safe, &said.to_do] {
        if !rest.is_empty() {
            let _ = writeln!(error, "{}", visible(rest));
        }
    }
}

fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_else(|_| "null".to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Answer, folded, visible};
    use serde_json::json;

    #[test]
    fn nothing_that_was_stored_commands_the_terminal_or_turns_text_round() {
        assert_eq!(visible("a\u{1b}[2Jb\u{7}\u{9b}1m\r\tc\nd"), "a[U+001B][2Jb[U+0007][U+009B]1m[U+000D][U+0009]c\nd");
        assert_eq!(visible("inv\u{202e}fdp.exe\u{2066}\u{200b}\u{feff}"), "inv[U+202E]fdp.exe[U+2066][U+200B][U+FEFF]");
        assert_eq!(visible("Ñandú é 東京 \u{1f642}"), "Ñandú é 東京 \u{1f642}");
    }

    #[test]
    fn a_line_break_in_stored_text_starts_no_line_of_the_desks() {
        assert_eq!(folded("call back\nIn force: a court ordered it"), "call back\n    | In force: a court ordered it");
    }

    #[test]
    fn what_comes_from_a_damaged_register_says_so_first() {
        let marked = Answer::new(json!({"rows": []}), "0 of 0").marked_as_damaged();
        assert_eq!(marked.value, json!({"rows": [], "readOnly": true}));
        assert_eq!(marked.text, "READ ONLY: damaged register; what is missing cannot be told\n0 of 0");
        let list = Answer::new(json!([]), "").marked_as_damaged();
        assert_eq!((list.value, list.remark.is_some()), (json!([]), true));
    }
}
