//! Letters to the user: drafted, read, approved, saved, marked as sent with proof.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use contract::{Commands, LetterRequest, LetterView};
use serde_json::json;

use super::done;
use crate::failure::{Failure, Outcome};
use crate::say::Answer;
use crate::seat::Seat;
use crate::vocabulary::{field, word};
use crate::wire::{camel, id, new_id, tag};
use crate::words::of_problem;
use crate::{find, time};

#[derive(Debug, Subcommand)]
pub(crate) enum Letter {
    /// Draft the notice to one user
    Draft(Draft),
    /// The letter's text, and what is missing
    Text(Named),
    /// Save the letter as a PDF: as approved, or a draft that says so
    Pdf(Pdf),
    /// Counsel approves it; the PDF's bytes are kept
    Approve(Named),
    /// Mark it as sent, with proof: the notice window starts
    Sent(Sent),
    /// It came back: the window did not run
    Bounce(Bounce),
    /// Set it aside; another is made
    Aside(Aside),
}

#[derive(Debug, Args)]
pub(crate) struct Named {
    /// The letter's id, or a demand for its latest letter
    letter: String,
}

#[derive(Debug, Args)]
pub(crate) struct Draft {
    /// The demand: reference, agency number or id
    demand: String,
    /// The account; the only one when left out
    #[arg(long)]
    target: Option<String>,
    /// en or es; else the account's own, else en
    #[arg(long)]
    language: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Pdf {
    #[command(flatten)]
    named: Named,
    /// Where to
    #[arg(long, value_name = "FILE")]
    to: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Sent {
    #[command(flatten)]
    named: Named,
    /// How: email, in-product, post, other
    #[arg(long, value_name = "WAY")]
    channel: String,
    /// To which address
    #[arg(long)]
    address: String,
    /// When
    #[arg(long, default_value = "now", value_name = "TIME")]
    at: String,
    /// The proof: a file to attach, or a document that is attached
    #[arg(long, value_name = "FILE")]
    proof: String,
}

#[derive(Debug, Args)]
pub(crate) struct Bounce {
    #[command(flatten)]
    named: Named,
    /// What came back
    #[arg(long)]
    note: String,
}

#[derive(Debug, Args)]
pub(crate) struct Aside {
    #[command(flatten)]
    named: Named,
    /// Why
    #[arg(long)]
    reason: String,
}

fn shown(seat: &Seat, letter: &str) -> Outcome<LetterView> {
    Ok(seat.desk.letter(LetterRequest { letter: id(letter)? })?)
}

fn missing(view: &LetterView) -> String {
    if view.missing.is_empty() {
        return String::new();
    }
    let names = view.missing.iter().map(|name| field(name)).collect::<Vec<_>>().join(", ");
    format!("\nEmpty, and needed before approval: {names}.")
}

/// The letter's words, what stops it, and whether they still hold.
fn words(view: &LetterView) -> String {
    let mut parts: Vec<String> = Vec::new();
    if view.kept_only {
        parts.push(
            "The text that was approved cannot be shown here word for word. The PDF that was approved is kept: \
             `desk letter pdf` saves it."
                .to_owned(),
        );
    } else if !view.text.is_empty() {
        parts.push(view.text.trim_end().to_owned());
    }
    parts.extend(view.stopped.iter().map(|problem| format!("Stopped. {}", of_problem(&json!(problem)))));
    if view.facts_changed {
        parts.push(match tag(&view.letter.step).as_str() {
            "sent" => "A fact in it has changed since. It went out as it was approved.".to_owned(),
            _ => "A fact in it has changed since it was approved: it is made again before it is sent.".to_owned(),
        });
    }
    parts.join("\n\n")
}

impl Letter {
    pub(crate) fn run(&self, seat: &Seat) -> Outcome<Answer> {
        match self {
            Self::Draft(verb) => verb.run(seat),
            Self::Text(named) => {
                let (letter, _) = find::letter(seat, &named.letter)?;
                let view = shown(seat, &letter)?;
                let state = word("letter", &tag(&view.letter.step));
                let text = format!("{}\n\n[{state}, {} pages]{}", words(&view), view.pages, missing(&view));
                Ok(Answer::new(json!(view), text))
            }
            Self::Pdf(verb) => verb.run(seat),
            Self::Approve(named) => {
                let (letter, _) = find::letter(seat, &named.letter)?;
                let approved = seat.act(json!({ "type": "approveLetter", "letter": letter }), None)?;
                let approval = shown(seat, &letter)?.letter.approval;
                let own = approval.as_ref().is_some_and(|approval| approval.self_approved);
                let words = if own { "Approved by its author: there is one counsel only." } else { "Approved." };
                Ok(done(&approved, json!({ "letter": letter, "approval": approval }), words))
            }
            Self::Sent(verb) => verb.run(seat),
            Self::Bounce(verb) => {
                let (letter, _) = find::letter(seat, &verb.named.letter)?;
                let act = json!({ "type": "recordBounce", "letter": letter, "note": verb.note });
                let words = "Recorded: it came back. The window did not run; a second channel is due.";
                Ok(done(&seat.act(act, None)?, json!({ "letter": letter }), words))
            }
            Self::Aside(verb) => {
                let (letter, _) = find::letter(seat, &verb.named.letter)?;
                let act = json!({ "type": "setLetterAside", "letter": letter, "reason": verb.reason });
                Ok(done(&seat.act(act, None)?, json!({ "letter": letter }), "Set aside."))
            }
        }
    }
}

impl Draft {
    fn run(&self, seat: &Seat) -> Outcome<Answer> {
        let demand = find::demand(seat, &self.demand)?;
        let view = seat.view(&demand)?;
        let target = find::target(&view, self.target.as_deref())?;
        let targets = view.demand.facts.as_ref().map(|facts| facts.targets.as_slice()).unwrap_or_default();
        let known =
            targets.iter().find(|known| Some(known.id.to_string()) == target).map(|known| known.language.clone());
        let language = self.language.clone().or(known.filter(|own| !own.is_empty())).unwrap_or_else(|| "en".to_owned());
        let letter = new_id()?;
        let drafted = seat.act(
            json!({
                "type": "draftLetter", "letter": letter, "demand": demand,
                "target": target, "kind": "userNotice", "language": language,
            }),
            Some(&view),
        )?;
        let made = shown(seat, &letter)?;
        let words = format!("Drafted: letter {letter} ({language}).{}", missing(&made));
        Ok(done(&drafted, json!({ "letter": letter, "language": language, "missing": made.missing }), words))
    }
}

impl Pdf {
    fn run(&self, seat: &Seat) -> Outcome<Answer> {
        let (letter, _) = find::letter(seat, &self.named.letter)?;
        let bytes = seat.desk.letter_pdf(id(&letter)?)?;
        std::fs::write(&self.to, &bytes).map_err(|why| Failure::file(&self.to, why))?;
        let step = tag(&shown(seat, &letter)?.letter.step);
        let words = format!("Saved {} ({}, {} bytes).", self.to.display(), word("letter", &step), bytes.len());
        Ok(Answer::new(json!({ "letter": letter, "step": step, "file": self.to, "length": bytes.len() }), words))
    }
}

impl Sent {
    fn run(&self, seat: &Seat) -> Outcome<Answer> {
        let (letter, demand) = find::letter(seat, &self.named.letter)?;
        let proof = find::document_or_file(seat, &seat.view(&demand)?, &self.proof, "sendingProof")?;
        let sent = seat.act(
            json!({
                "type": "markLetterSent", "letter": letter, "sent": time::moment(&self.at, seat.zone())?,
                "channel": camel(&self.channel), "address": self.address, "proof": proof,
            }),
            None,
        )?;
        let made = shown(seat, &letter)?;
        let ends = made.letter.window_ends();
        let until = ends.map(|at| time::shown(at, seat.zone())).unwrap_or_default();
        let words = format!("Marked as sent. The user's window runs until {until}.");
        Ok(done(&sent, json!({ "letter": letter, "windowEnds": ends, "proof": proof }), words))
    }
}
