//! Reading any file through the reader and its walls, with no register: what it is, its pages, and what is suggested.

use std::path::PathBuf;

use clap::Args;
use contract::{Unreadable, WholePaper};
use serde_json::{Value, json};

use crate::failure::{Failure, Outcome};
use crate::say::{Answer, folded};
use crate::vocabulary::{field, word};
use crate::wire::tag;

/// The exit code of a paper that was not read: the reader refused it, or was stopped at it.
const REFUSED: u8 = 3;

#[derive(Debug, Args)]
pub(crate) struct Read {
    /// The file
    file: PathBuf,
    /// Print the text of its pages too
    #[arg(long)]
    text: bool,
    /// Leave pictures of text as they are: no text recognition
    #[arg(long)]
    no_recognition: bool,
    /// A file whose first line is the password of the paper
    #[arg(long, value_name = "FILE")]
    paper_password_file: Option<PathBuf>,
}

impl Read {
    pub(crate) fn run(&self) -> Outcome<Answer> {
        let password = match &self.paper_password_file {
            Some(path) => {
                let kept = std::fs::read_to_string(path).map_err(|why| Failure::file(path, why))?;
                Some(zeroize::Zeroizing::new(kept.lines().next().unwrap_or_default().to_owned()))
            }
            None => None,
        };
        let read = desk::read_whole(&self.file, password.as_ref().map(|text| text.as_str()), !self.no_recognition)?;
        Ok(match read {
            Ok(paper) => Answer::new(json!(paper), self.words(&paper)),
            Err(why) => unreadable(why),
        })
    }

    fn words(&self, paper: &WholePaper) -> String {
        let count = paper.pages.len();
        let recognised = paper.pages.iter().filter(|page| page.recognised).count();
        let unread = paper.pages.iter().filter(|page| page.facts.needs_recognition && !page.recognised).count();
        let mut lines = vec![format!("{}, {count} pages", word("format", &tag(&paper.facts.format)))];
        if recognised > 0 {
            lines.push(format!("{recognised} of them are pictures whose text was recognised: it can be wrong."));
        }
        if unread > 0 {
            lines.push(format!("{unread} of them are pictures that were not read."));
        }
        lines.extend(paper.facts.cautions.iter().map(|one| format!("! {} ({})", field(&tag(&one.kind)), one.count)));
        lines.extend(
            paper.facts.parts.iter().map(|part| format!("inside: {} {}", folded(&part.name), folded(&part.media_type))),
        );
        if let Some(class) = &paper.suggestions.class {
            lines.push(format!("\nSeems to be: {}", said(&json!(class.class))));
            lines.extend(class.reasons.iter().map(|mark| format!("  because it says “{}”", folded(&mark.quote))));
        }
        for one in &paper.suggestions.fields {
            let page = one.places.first().map_or(0, |place| place.page.saturating_add(1));
            lines.push(format!("{}: {}  (page {page})", field(&tag(&one.field)), folded(&said(&json!(one.value)))));
        }
        lines.push("\nNothing of this is a fact before a person has read the paper.".to_owned());
        if self.text {
            for page in &paper.pages {
                lines.push(format!("\n--- page {} ---", page.facts.page.saturating_add(1)));
                lines.extend(
                    page.text
                        .iter()
                        .flat_map(|text| &text.lines)
                        .map(|line| line.words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ")),
                );
            }
        }
        lines.join("\n")
    }
}

pub(super) fn unreadable(why: Unreadable) -> Answer {
    let tag = tag(&why);
    let words = format!("{}\nThe file was not changed.", word("unreadable", &tag));
    let mut answer = Answer::new(json!({ "type": "unreadable", "why": tag }), words);
    answer.code = REFUSED;
    answer
}

/// A suggested value in a line: its parts without the name of its type.
fn said(value: &Value) -> String {
    match value {
        Value::Object(fields) => {
            let parts = fields.iter().filter(|(name, value)| *name != "type" && !value.is_null());
            parts.map(|(_, value)| said(value)).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ")
        }
        Value::Array(all) => all.iter().map(said).collect::<Vec<_>>().join(", "),
        Value::String(text) => text.clone(),
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        Value::Null => String::new(),
        Value::Number(number) => number.to_string(),
    }
}
