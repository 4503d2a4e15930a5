//! `cargo xtask rooms`: the rules of the house that a compiler does not know.

mod arrows;
mod code;
mod names;
mod rules;
mod size;
#[cfg(test)]
mod tests;
mod top;
mod walk;

use crate::cargo::metadata::Metadata;
use crate::fault::{Fault, Outcome, no_more};
use crate::home::Home;

/// One place where a rule is broken.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Refusal {
    /// `path` or `path:line`, below the top folder.
    at: String,
    /// The rule, as a sentence.
    rule: String,
    /// What to do about it.
    remedy: &'static str,
}

/// Refuses, and prints where and why.
pub(crate) fn run(home: &Home, args: &[String]) -> Outcome {
    no_more("rooms", args)?;
    check(home)
}

/// As [`run`], for the lane of the same name.
pub(crate) fn check(home: &Home) -> Outcome {
    let files = walk::files(home)?;
    let mut refusals = arrows::check(&Metadata::read(home)?.packages);
    refusals.extend(top::check(home)?);
    for file in &files {
        refusals.extend(rules::check(file));
        refusals.extend(size::check(file));
    }
    refusals.extend(rules::unsafe_places(&files));
    for file in files.iter().filter(|file| size::is_long(file)) {
        println!("long: {} has {} lines; above {} is a sign of two jobs", file.path, file.lines(), size::RUST_WANTED);
    }
    refusals.sort();
    refusals.dedup();
    for refusal in &refusals {
        println!("{}: {}\n    {}", refusal.at, refusal.rule, refusal.remedy);
    }
    if refusals.is_empty() {
        println!("The house is in order: {} files.", files.len());
        return Ok(());
    }
    Err(Fault::new(
        format!("{} rule{} broken", refusals.len(), if refusals.len() == 1 { " is" } else { "s are" }),
        "mend each place listed above; a rule that is wrong is changed in src-tauri/xtask/src/rooms with a reason",
    ))
}
