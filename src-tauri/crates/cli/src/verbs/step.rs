//! The steps of a demand through the desk, holds, notes and links.

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::done;
use crate::failure::Outcome;
use crate::say::Answer;
use crate::seat::Seat;
use crate::wire::camel;
use crate::{find, time};

/// Acts on a demand, and says so.
fn act(seat: &Seat, named: &str, words: &str, build: impl FnOnce(&str) -> Outcome<Value>) -> Outcome<Answer> {
    let demand = find::demand(seat, named)?;
    let acted = seat.act(build(&demand)?, None)?;
    Ok(done(&acted, json!({ "demand": demand }), words))
}

#[derive(Debug, Args)]
pub(crate) struct Assign {
    /// The demand: reference, agency number or id
    demand: String,
    /// The owner's name; nobody when left out
    owner: Option<String>,
}

impl Assign {
    pub(crate) fn run(&self, seat: &Seat) -> Outcome<Answer> {
        let owner = self.owner.as_deref().map(|name| find::person(seat, name)).transpose()?;
        let words = self.owner.as_ref().map_or("Given to nobody.".to_owned(), |name| format!("Given to {name}."));
        act(seat, &self.demand, &words, |demand| Ok(json!({ "type": "assign", "demand": demand, "owner": owner })))
    }
}

#[derive(Debug, Args)]
pub(crate) struct Noted {
    /// The demand: reference, agency number or id
    demand: String,
    /// A note
    #[arg(long, default_value = "")]
    note: String,
}

impl Noted {
    pub(crate) fn run(&self, seat: &Seat, kind: &str, words: &str) -> Outcome<Answer> {
        act(seat, &self.demand, words, |demand| Ok(json!({ "type": kind, "demand": demand, "note": self.note })))
    }
}

#[derive(Debug, Args)]
pub(crate) struct Reasoned {
    /// The demand: reference, agency number or id
    demand: String,
    /// Why
    #[arg(long)]
    reason: String,
}

impl Reasoned {
    pub(crate) fn run(&self, seat: &Seat, kind: &str, words: &str) -> Outcome<Answer> {
        act(seat, &self.demand, words, |demand| Ok(json!({ "type": kind, "demand": demand, "reason": self.reason })))
    }
}

#[derive(Debug, Args)]
pub(crate) struct Note {
    /// The demand: reference, agency number or id
    demand: String,
    /// The note
    text: String,
    /// Privileged: kept out of exports
    #[arg(long)]
    privileged: bool,
}

impl Note {
    pub(crate) fn run(&self, seat: &Seat) -> Outcome<Answer> {
        act(seat, &self.demand, "Noted.", |demand| {
            Ok(json!({ "type": "addNote", "demand": demand, "text": self.text, "privileged": self.privileged }))
        })
    }
}

#[derive(Debug, Args)]
pub(crate) struct Link {
    /// The demand: reference, agency number or id
    demand: String,
    /// How it belongs to the other: duplicate, reissue, superseded-by
    kind: String,
    /// The other demand
    other: String,
    /// Take the link back: it was set by mistake; say why
    #[arg(long, value_name = "WHY")]
    remove: Option<String>,
}

impl Link {
    pub(crate) fn run(&self, seat: &Seat) -> Outcome<Answer> {
        let other = find::demand(seat, &self.other)?;
        if let Some(reason) = &self.remove {
            let link = json!({ "kind": camel(&self.kind), "demand": other });
            return act(seat, &self.demand, "The link is taken back.", |demand| {
                Ok(json!({ "type": "unlinkDemand", "demand": demand, "link": link, "reason": reason }))
            });
        }
        act(seat, &self.demand, "Linked.", |demand| {
            Ok(
                json!({ "type": "linkDemand", "demand": demand, "link": { "kind": camel(&self.kind), "demand": other } }),
            )
        })
    }
}

#[derive(Debug, Args)]
pub(crate) struct Withdrawal {
    /// The demand: reference, agency number or id
    demand: String,
    /// The agency's paper: a file to attach, or a document that is attached
    #[arg(long)]
    document: Option<String>,
    /// A note
    #[arg(long, default_value = "")]
    note: String,
    /// Take a withdrawal back that was recorded by mistake; say why
    #[arg(long, value_name = "WHY", conflicts_with_all = ["document", "note"])]
    retract: Option<String>,
}

impl Withdrawal {
    pub(crate) fn run(&self, seat: &Seat) -> Outcome<Answer> {
        if let Some(reason) = &self.retract {
            return act(seat, &self.demand, "Taken back: no withdrawal is on record.", |demand| {
                Ok(json!({ "type": "retractWithdrawal", "demand": demand, "reason": reason }))
            });
        }
        let demand = find::demand(seat, &self.demand)?;
        let view = seat.view(&demand)?;
        let document = self.document.as_deref().map(|named| find::document_or_file(seat, &view, named, "other"));
        let document = document.transpose()?;
        act(
            seat,
            &demand,
            "Recorded: the agency withdrew it. A withdrawal is not a ruling and lowers no order.",
            |demand| {
                Ok(json!({ "type": "recordWithdrawal", "demand": demand, "document": document, "note": self.note }))
            },
        )
    }
}

#[derive(Debug, Args)]
pub(crate) struct Close {
    /// The demand: reference, agency number or id
    demand: String,
    /// complied-with-order, complied-in-part, disclosed-on-other-basis, objected, withdrawn-by-agency, quashed-or-denied, superseded, referred, not-authentic, no-records, duplicate
    #[arg(long)]
    outcome: String,
    /// A note
    #[arg(long, default_value = "")]
    note: String,
}

impl Close {
    pub(crate) fn run(&self, seat: &Seat) -> Outcome<Answer> {
        act(seat, &self.demand, "Closed.", |demand| {
            Ok(json!({ "type": "close", "demand": demand, "outcome": camel(&self.outcome), "note": self.note }))
        })
    }
}

/// Our duty to keep what a demand concerns.
#[derive(Debug, Subcommand)]
pub(crate) enum Hold {
    /// Place a hold
    On(Reasoned),
    /// Lift it
    Off(Reasoned),
    /// Record that a custodian preserved data
    Preserved {
        /// The demand: reference, agency number or id
        demand: String,
        /// Who preserved it
        #[arg(long)]
        custodian: String,
        /// In which system
        #[arg(long)]
        system: String,
        /// When
        #[arg(long, default_value = "now", value_name = "TIME")]
        at: String,
    },
}

impl Hold {
    pub(crate) fn run(&self, seat: &Seat) -> Outcome<Answer> {
        let set = |reasoned: &Reasoned, on: bool, words: &str| {
            act(seat, &reasoned.demand, words, |demand| {
                Ok(json!({ "type": "setHold", "demand": demand, "on": on, "reason": reasoned.reason }))
            })
        };
        match self {
            Self::On(reasoned) => set(reasoned, true, "Hold placed."),
            Self::Off(reasoned) => set(reasoned, false, "Hold lifted."),
            Self::Preserved { demand, custodian, system, at } => {
                act(seat, demand, "Preservation recorded.", |demand| {
                    let at = time::moment(at, seat.zone())?;
                    Ok(json!({
                        "type": "confirmPreservation", "demand": demand,
                        "custodian": custodian, "system": system, "at": at,
                    }))
                })
            }
        }
    }
}
