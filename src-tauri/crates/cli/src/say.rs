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
}

impl Answer {
    pub(crate) fn new(value: Value, text: impl Into<String>) -> Self {
        Self { value, text: text.into(), code: 0 }
    }
}

/// A line on standard output. A reader that went away (`desk list | head`) is no fault of ours.
pub(crate) fn line(text: &str) {
    let _ = writeln!(std::io::stdout().lock(), "{text}");
}

pub(crate) fn answer(json: bool, answer: &Answer) {
    if json {
        line(&pretty(&answer.value));
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
        line(&pretty(&json!({
            "fault": fault,
            "exitCode": failure.code(),
            "words": { "happened": said.happened, "safe": said.safe, "toDo": said.to_do, "points": said.points },
        })));
        return;
    }
    let mut error = std::io::stderr().lock();
    let _ = writeln!(error, "{}", said.happened);
    for point in &said.points {
        let _ = writeln!(error, "  - {point}");
    }
    for rest in [&said.safe, &said.to_do] {
        if !rest.is_empty() {
            let _ = writeln!(error, "{rest}");
        }
    }
}

fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_else(|_| "null".to_owned())
}
