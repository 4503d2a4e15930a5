//! Any command by name, and the contract itself.

use std::io::Read;

use clap::Args;
use contract::COMMANDS;
use serde_json::{Value, json};

use crate::args::Common;
use crate::failure::{Failure, Outcome};
use crate::say::Answer;
use crate::seat::{self, Seat};

/// Commands that answer before a register is open.
const WITHOUT_REGISTER: &[&str] = &["session", "law", "read_docket_number", "open_sample", "create_register"];

#[derive(Debug, Args)]
pub(crate) struct Do {
    /// The command's name (`desk schema --json` lists them)
    name: String,
    /// Its request as JSON; - reads it from standard input; left out, an empty one
    request: Option<String>,
    /// A file or folder the request names by token: NAME=PATH; `{NAME}` in the request becomes its token. Repeat for more
    #[arg(long = "file", value_name = "NAME=PATH")]
    files: Vec<String>,
}

impl Do {
    pub(crate) fn run(&self, common: &Common) -> Outcome<Answer> {
        if !COMMANDS.contains(&self.name.as_str()) {
            return Err(Failure::usage(format!(
                "There is no command `{}`. There are: {}.",
                self.name,
                COMMANDS.join(", ")
            )));
        }
        let mut text = match self.request.as_deref() {
            Some("-") => {
                let mut text = String::new();
                std::io::stdin().read_to_string(&mut text).map_err(|why| Failure::file("standard input", why))?;
                text
            }
            Some(text) => text.to_owned(),
            None => "{}".to_owned(),
        };
        let needs_register = !WITHOUT_REGISTER.contains(&self.name.as_str());
        let seat = if needs_register { Some(Seat::take(common)?) } else { None };
        let desk = match &seat {
            Some(seat) => std::sync::Arc::clone(&seat.desk),
            None => seat::desk()?,
        };
        for file in &self.files {
            let (name, path) =
                file.split_once('=').ok_or_else(|| Failure::usage(format!("`{file}` is not NAME=PATH")))?;
            text = text.replace(&format!("{{{name}}}"), &desk.offer(path.as_ref())?.token);
        }
        let request: Value =
            serde_json::from_str(&text).map_err(|fault| Failure::usage(format!("the request: {fault}")))?;
        let reply = contract::route(&*desk, &self.name, request)?;
        let shown = serde_json::to_string_pretty(&reply).unwrap_or_default();
        let answer = Answer::document(reply, shown);
        let damaged = seat.is_some_and(|seat| seat.session.read_only);
        Ok(if damaged { answer.marked_as_damaged() } else { answer })
    }
}

/// The contract: TypeScript, and the names.
pub(crate) fn schema() -> Answer {
    let typescript = contract::typescript();
    Answer::document(json!({ "commands": COMMANDS, "typescript": typescript }), typescript.trim_end())
}
