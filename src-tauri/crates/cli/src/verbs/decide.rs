//! Counsel's decisions, the release gate, and what leaves the building.

use chrono_tz::Tz;
use clap::{Args, Subcommand};
use contract::DemandView;
use serde_json::{Value, json};

use super::done;
use crate::failure::Outcome;
use crate::say::Answer;
use crate::seat::Seat;
use crate::vocabulary::word;
use crate::wire::{camel, json as wire, new_id};
use crate::{cells, find, time, words};

#[derive(Debug, Args)]
pub(crate) struct Decide {
    /// The demand: reference, agency number or id
    demand: String,
    /// comply-with-order, disclose-on-other-basis, object, narrow, hold-pending-challenge, move-to-quash, refer, not-authentic, no-records
    #[arg(long)]
    decision: String,
    /// For which accounts and records: all, or ACCOUNT:CATEGORY,…
    #[arg(long, default_value = "all")]
    cells: String,
    /// A note; privileged
    #[arg(long, default_value = "")]
    note: String,
}

impl Decide {
    pub(crate) fn run(&self, seat: &Seat) -> Outcome<Answer> {
        let demand = find::demand(seat, &self.demand)?;
        let view = seat.view(&demand)?;
        let cells = cells::all_or_named(&view, &self.cells)?;
        let decision = camel(&self.decision);
        let act = json!({
            "type": "decideCells", "demand": demand, "cells": cells, "decision": decision, "note": self.note,
        });
        let words = format!("Decided: {}.", word("decision", &decision));
        Ok(done(&seat.act(act, Some(&view))?, json!({ "demand": demand }), words))
    }
}

#[derive(Debug, Args)]
pub(crate) struct Gate {
    /// The demand: reference, agency number or id
    demand: String,
}

impl Gate {
    pub(crate) fn run(&self, seat: &Seat) -> Outcome<Answer> {
        let view = seat.view(&find::demand(seat, &self.demand)?)?;
        let value = json!({ "demand": view.demand.id, "asOf": view.as_of, "gates": view.gates });
        Ok(Answer::new(value, lines(&view, seat.zone()).join("\n")))
    }
}

/// The gate, cell by cell.
pub(crate) fn lines(view: &DemandView, zone: Tz) -> Vec<String> {
    let one = |row: &contract::CellGate| {
        let gate = wire(&row.gate);
        let reasons = || {
            let all = gate.get("reasons").and_then(Value::as_array).into_iter().flatten();
            let all = all.map(|reason| words::of_closed(reason, zone));
            all.collect::<Vec<_>>().join("; ")
        };
        let basis = || gate.pointer("/basis/type").and_then(Value::as_str).unwrap_or_default();
        let state = match gate.get("type").and_then(Value::as_str) {
            Some("open") => format!("open: {}", word("basis", basis())),
            _ => format!("closed: {}", reasons()),
        };
        format!("{} — {state}", cells::shown(view, &wire(&row.cell)))
    };
    view.gates.iter().map(one).collect()
}

/// A ground other than an order, recorded and signed.
#[derive(Debug, Subcommand)]
pub(crate) enum Basis {
    /// Other compulsory process
    Process {
        #[command(flatten)]
        for_cells: Signed,
        /// What it is
        #[arg(long)]
        process: String,
        /// The paper: a file to attach, or a document that is attached
        #[arg(long)]
        document: Option<String>,
    },
    /// Danger of death or serious physical injury, 18 U.S.C. § 2702(c)(4)
    Emergency {
        #[command(flatten)]
        for_cells: Signed,
        /// The facts relied on
        #[arg(long)]
        ground: String,
    },
    /// The user's lawful consent, 18 U.S.C. § 2702(c)(2)
    Consent {
        #[command(flatten)]
        for_cells: Signed,
        /// The proof: a file to attach, or a document that is attached
        #[arg(long)]
        document: String,
    },
    /// An exception: opens when two people signed it, one of them counsel
    Exception {
        #[command(flatten)]
        for_cells: Signed,
        /// The ground
        #[arg(long)]
        ground: String,
    },
}

#[derive(Debug, Args)]
pub(crate) struct Signed {
    /// The demand: reference, agency number or id
    demand: String,
    /// For which accounts and records: all, or ACCOUNT:CATEGORY,…
    #[arg(long)]
    cells: String,
    /// Why
    #[arg(long)]
    reason: String,
}

impl Basis {
    pub(crate) fn run(&self, seat: &Seat) -> Outcome<Answer> {
        let (Self::Process { for_cells, .. }
        | Self::Emergency { for_cells, .. }
        | Self::Consent { for_cells, .. }
        | Self::Exception { for_cells, .. }) = self;
        let demand = find::demand(seat, &for_cells.demand)?;
        let view = seat.view(&demand)?;
        let kept = |named: &str| find::document_or_file(seat, &view, named, "other");
        let basis = match self {
            Self::Process { process, document, .. } => {
                json!({ "type": "otherProcess", "process": process, "document": document.as_deref().map(kept).transpose()? })
            }
            Self::Emergency { ground, .. } => json!({ "type": "emergency", "ground": ground }),
            Self::Consent { document, .. } => json!({ "type": "userConsent", "document": kept(document)? }),
            Self::Exception { ground, .. } => json!({ "type": "exception", "ground": ground }),
        };
        let act = json!({
            "type": "signBasis", "demand": demand, "cells": cells::all_or_named(&view, &for_cells.cells)?,
            "basis": basis, "reason": for_cells.reason,
        });
        let signed = seat.act(act, None)?;
        let now = seat.view(&demand)?;
        Ok(done(
            &signed,
            json!({ "demand": demand, "gates": now.gates }),
            format!("Signed.\n{}", lines(&now, seat.zone()).join("\n")),
        ))
    }
}

#[derive(Debug, Args)]
pub(crate) struct Resolve {
    #[command(flatten)]
    signed: Signed,
}

impl Resolve {
    pub(crate) fn run(&self, seat: &Seat) -> Outcome<Answer> {
        let demand = find::demand(seat, &self.signed.demand)?;
        let view = seat.view(&demand)?;
        let cells = cells::all_or_named(&view, &self.signed.cells)?;
        let act = json!({ "type": "resolveConflict", "demand": demand, "cells": cells, "reason": self.signed.reason });
        Ok(done(&seat.act(act, Some(&view))?, json!({ "demand": demand }), "Signed."))
    }
}

/// What left the building.
#[derive(Debug, Args)]
pub(crate) struct Disclosed {
    /// The demand: reference, agency number or id
    demand: String,
    /// Which accounts and records: all, or ACCOUNT:CATEGORY,…
    #[arg(long)]
    cells: String,
    /// What, in words
    #[arg(long)]
    what: String,
    /// To whom, and how
    #[arg(long)]
    to: String,
    /// When
    #[arg(long, default_value = "now", value_name = "TIME")]
    at: String,
    /// A copy of what was handed over: a file to attach, or a document that is attached. Repeat for more
    #[arg(long = "document", value_name = "FILE")]
    documents: Vec<String>,
}

impl Disclosed {
    fn read(&self, seat: &Seat, view: &DemandView) -> Outcome<Value> {
        let kept = |named: &String| find::document_or_file(seat, view, named, "other");
        Ok(json!({
            "id": new_id()?,
            "cells": cells::named(view, &self.cells)?,
            "what": self.what,
            "to": self.to,
            "disclosed": time::moment(&self.at, seat.zone())?,
            "documents": self.documents.iter().map(kept).collect::<Outcome<Vec<_>>>()?,
        }))
    }
}

#[derive(Debug, Args)]
pub(crate) struct Disclose {
    #[command(flatten)]
    disclosed: Disclosed,
}

impl Disclose {
    pub(crate) fn run(&self, seat: &Seat) -> Outcome<Answer> {
        let demand = find::demand(seat, &self.disclosed.demand)?;
        let disclosure = self.disclosed.read(seat, &seat.view(&demand)?)?;
        // Looked at again: attaching a copy is an entry of its own.
        let view = seat.view(&demand)?;
        let act = json!({ "type": "disclose", "demand": demand, "disclosure": disclosure });
        Ok(done(
            &seat.act(act, Some(&view))?,
            json!({ "demand": demand, "disclosure": disclosure }),
            "Disclosure recorded.",
        ))
    }
}

#[derive(Debug, Args)]
pub(crate) struct Incident {
    #[command(flatten)]
    disclosed: Disclosed,
    /// How it came about
    #[arg(long)]
    note: String,
}

impl Incident {
    pub(crate) fn run(&self, seat: &Seat) -> Outcome<Answer> {
        let demand = find::demand(seat, &self.disclosed.demand)?;
        let disclosure = self.disclosed.read(seat, &seat.view(&demand)?)?;
        let act = json!({ "type": "recordIncident", "demand": demand, "disclosure": disclosure, "note": self.note });
        let more = json!({ "demand": demand, "disclosure": disclosure });
        Ok(done(&seat.act(act, None)?, more, "Incident recorded."))
    }
}
