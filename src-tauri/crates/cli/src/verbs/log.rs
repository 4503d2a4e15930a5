//! Logging a demand, correcting it, attaching its papers.

use std::path::PathBuf;

use clap::Args;
use contract::{
    AttachPartReply, AttachPartRequest, AttachReply, Commands as _, PaperLook, PaperPart, PaperRef, PaperRequest,
};
use serde_json::{Value, json};

use super::done;
use crate::facts::{FactOptions, of_known, of_new};
use crate::failure::Outcome;
use crate::find;
use crate::say::{Answer, folded};
use crate::seat::Seat;
use crate::vocabulary::word;
use crate::wire::{camel, id, new_id, read, tag};

#[derive(Debug, Args)]
pub(crate) struct Log {
    #[command(flatten)]
    facts: FactOptions,
    /// The paper itself, attached as soon as the demand is logged. Repeat for more; the first is the instrument
    #[arg(long = "attach", value_name = "FILE")]
    papers: Vec<PathBuf>,
}

impl Log {
    pub(crate) fn run(&self, seat: &Seat) -> Outcome<Answer> {
        let demand = new_id()?;
        let facts = of_new(&self.facts, seat.zone())?;
        let logged = seat.act(json!({ "type": "logDemand", "demand": demand, "facts": facts }), None)?;
        let mut lines = vec![format!("Logged {}.", logged.reference.as_deref().unwrap_or(&demand))];
        let mut attached = Vec::new();
        for (place, paper) in self.papers.iter().enumerate() {
            let role = if place == 0 { "instrument" } else { "other" };
            let reply = seat.attach(&demand, paper, role)?;
            lines.push(said(&reply));
            attached.push(json!(reply));
        }
        Ok(done(&logged, json!({ "demand": demand, "attached": attached }), lines.join("\n")))
    }
}

#[derive(Debug, Args)]
pub(crate) struct Amend {
    /// The demand: reference, agency number or id
    demand: String,
    /// Why
    #[arg(long)]
    reason: String,
    #[command(flatten)]
    facts: FactOptions,
}

impl Amend {
    pub(crate) fn run(&self, seat: &Seat) -> Outcome<Answer> {
        let demand = find::demand(seat, &self.demand)?;
        let view = seat.view(&demand)?;
        let facts = of_known(&self.facts, seat.zone(), json!(view.demand.facts))?;
        let act = json!({ "type": "amendDemand", "demand": demand, "facts": facts, "reason": self.reason });
        let amended = seat.act(act, Some(&view))?;
        Ok(done(&amended, json!({ "demand": demand }), format!("Amended {}.", view.demand.reference)))
    }
}

#[derive(Debug, Args)]
pub(crate) struct Attach {
    /// The demand: reference, agency number or id
    demand: String,
    /// The files, of any type and size
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// What they are: instrument, rider, cover, court-paper, search-proof, sending-proof, letter, other
    #[arg(long, default_value = "other", value_name = "ROLE")]
    role: String,
    /// Read them now, so that their words can be found; else the window does it by itself
    #[arg(long)]
    read: bool,
}

impl Attach {
    pub(crate) fn run(&self, seat: &Seat) -> Outcome<Answer> {
        let demand = find::demand(seat, &self.demand)?;
        let role = camel(&self.role);
        let mut replies: Vec<Value> = Vec::new();
        let mut lines = Vec::new();
        for file in &self.files {
            let reply = seat.attach(&demand, file, &role)?;
            lines.push(said(&reply));
            if self.read {
                seat.desk.read_waiting(Some(reply.attached.document), None)?;
            }
            replies.push(json!(reply));
        }
        Ok(Answer::new(json!({ "demand": demand, "attached": replies }), lines.join("\n")))
    }
}

#[derive(Debug, Args)]
pub(crate) struct Parts {
    /// The demand: reference, agency number or id
    demand: String,
    /// The paper, by its name, the beginning of its SHA-256 or its id
    paper: String,
    /// Keep this one of the files inside it as a paper of its own; without it, they are listed
    #[arg(long, value_name = "NUMBER")]
    keep: Option<u32>,
    /// What it is: instrument, rider, cover, court-paper, search-proof, sending-proof, letter, other
    #[arg(long, default_value = "other", value_name = "ROLE")]
    role: String,
}

impl Parts {
    pub(crate) fn run(&self, seat: &Seat) -> Outcome<Answer> {
        let demand = find::demand(seat, &self.demand)?;
        let view = seat.view(&demand)?;
        let document = find::document(&view, &self.paper)?;
        let Some(part) = self.keep else {
            let paper = PaperRef::Document { document: id(&document)? };
            return Ok(match seat.desk.paper(PaperRequest { paper, password: None })? {
                PaperLook::Open(facts) => Answer::new(json!(facts.parts), listed(&facts.parts)),
                PaperLook::Unreadable { why } => super::read::unreadable(why),
            });
        };
        let request = AttachPartRequest {
            op: id(&new_id()?)?,
            demand: id(&demand)?,
            document: id(&document)?,
            part,
            role: read(json!(camel(&self.role)))?,
        };
        Ok(match seat.desk.attach_part(request)? {
            AttachPartReply::Kept(reply) => Answer::new(json!(AttachPartReply::Kept(reply.clone())), said(&reply)),
            AttachPartReply::Unreadable { why } => super::read::unreadable(why),
        })
    }
}

fn listed(parts: &[PaperPart]) -> String {
    if parts.is_empty() {
        return "No file is inside it.".to_owned();
    }
    let line = |part: &PaperPart| {
        let size = part.length.map_or_else(String::new, |length| format!(", {} bytes", length.get()));
        let held = part.withheld.map_or_else(String::new, |why| format!(" ({})", word("unreadable", &tag(&why))));
        format!("{:3}  {} {}{size}{held}", part.number, folded(&part.name), folded(&part.media_type))
    };
    parts.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// An attached file in words: what it is, its digest, where the same bytes lie besides.
pub(crate) fn said(reply: &AttachReply) -> String {
    let kept = &reply.attached;
    let what = if reply.already_here { "Already here" } else { "Attached" };
    let mut said = format!(
        "{what}: {} ({}, {} bytes)\n  SHA-256 {}",
        folded(&kept.name),
        folded(&kept.media_type),
        kept.length.get(),
        tag(&kept.sha256)
    );
    for other in &reply.same_as {
        said.push_str(&format!("\n  same file as {}", other.reference));
    }
    said
}
