//! Proceedings and court papers. What a paper orders is claimed until counsel verifies it against the paper itself.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use contract::{Commands, DemandView, Empty};
use serde_json::{Value, json};

use super::done;
use crate::failure::{Failure, Outcome};
use crate::say::Answer;
use crate::seat::Seat;
use crate::wire::{camel, new_id};
use crate::{cells, find, time};

/// The points counsel answers on the paper (legal reference §3.4).
const POINTS: &[&str] = &[
    "districtCourt",
    "recipientBound",
    "docketMatches",
    "operativeWords",
    "identifiesDemand",
    "scopeAndDeadline",
    "signedAndEntered",
    "filingStamp",
    "seal",
    "statuteAndVenue",
    "notStayed",
    "nonDisclosureAttached",
];

#[derive(Debug, Subcommand)]
pub(crate) enum Court {
    /// Open a proceeding: one docket in one court
    Open(Open),
    /// A proceeding concerns one more demand
    Join(Join),
    /// A proceeding does not concern a demand that was joined by mistake
    Leave(Leave),
    /// Record a court paper; what it orders is claimed until counsel verifies it
    Paper(Box<Paper>),
    /// Counsel verifies a paper against the paper itself
    Verify(Verify),
    /// Counsel sets aside a paper that is not what it was taken for
    Aside(Aside),
    /// A proceeding ended without a ruling
    End(End),
}

impl Court {
    pub(crate) fn run(&self, seat: &Seat) -> Outcome<Answer> {
        match self {
            Self::Open(verb) => verb.run(seat),
            Self::Join(verb) => verb.run(seat),
            Self::Leave(verb) => verb.run(seat),
            Self::Paper(verb) => verb.run(seat),
            Self::Verify(verb) => verb.run(seat),
            Self::Aside(verb) => verb.run(seat),
            Self::End(verb) => verb.run(seat),
        }
    }
}

#[derive(Debug, Args)]
pub(crate) struct Open {
    /// The demands it concerns
    #[arg(required = true)]
    demands: Vec<String>,
    /// The court's id, one of the 94 (cand)
    #[arg(long)]
    court: String,
    /// The docket number as printed, in any spelling
    #[arg(long)]
    docket: String,
    /// enforcement, recipient-challenge, user-challenge, non-disclosure, appeal, contempt
    #[arg(long, default_value = "enforcement")]
    kind: String,
}

impl Open {
    fn run(&self, seat: &Seat) -> Outcome<Answer> {
        let demands = self.demands.iter().map(|named| find::demand(seat, named)).collect::<Outcome<Vec<_>>>()?;
        let proceeding = new_id()?;
        let opened = seat.act(
            json!({
                "type": "openProceeding", "proceeding": proceeding, "court": self.court,
                "docket": self.docket, "kind": camel(&self.kind), "demands": demands,
            }),
            None,
        )?;
        Ok(done(&opened, json!({ "proceeding": proceeding }), format!("Proceeding {} opened.", self.docket)))
    }
}

#[derive(Debug, Args)]
pub(crate) struct Join {
    /// The demand that has the proceeding already
    demand: String,
    /// The demand it concerns besides
    other: String,
    /// The docket number, when the demand has more than one proceeding
    #[arg(long, value_name = "DOCKET")]
    proceeding: Option<String>,
}

impl Join {
    fn run(&self, seat: &Seat) -> Outcome<Answer> {
        let view = seat.view(&find::demand(seat, &self.demand)?)?;
        let proceeding = find::proceeding(&view, self.proceeding.as_deref())?;
        let other = find::demand(seat, &self.other)?;
        let act = json!({ "type": "joinDemand", "proceeding": proceeding, "demand": other });
        Ok(done(&seat.act(act, Some(&view))?, json!({ "proceeding": proceeding }), "Joined."))
    }
}

#[derive(Debug, Args)]
pub(crate) struct Leave {
    /// The demand that was joined by mistake
    demand: String,
    /// The docket number, when the demand has more than one proceeding
    #[arg(long, value_name = "DOCKET")]
    proceeding: Option<String>,
    /// Why
    #[arg(long)]
    reason: String,
}

impl Leave {
    fn run(&self, seat: &Seat) -> Outcome<Answer> {
        let view = seat.view(&find::demand(seat, &self.demand)?)?;
        let proceeding = find::proceeding(&view, self.proceeding.as_deref())?;
        let demand = view.demand.id;
        let act =
            json!({ "type": "leaveProceeding", "proceeding": proceeding, "demand": demand, "reason": self.reason });
        Ok(done(&seat.act(act, Some(&view))?, json!({ "proceeding": proceeding }), "Taken out of the proceeding."))
    }
}

/// What a paper does, one effect; more than one come from a file.
#[derive(Debug, Args)]
pub(crate) struct EffectOptions {
    /// What the paper does: produce, do-not-produce, stay, lift, quash, deny, vacate, reverse, satisfied, silence, pending
    #[arg(long = "what", value_name = "EFFECT")]
    what: Option<String>,
    /// To which accounts and records: all, or ACCOUNT:CATEGORY,…
    #[arg(long, default_value = "all", value_name = "CELLS")]
    cells: String,
    /// By when, as printed; without a zone, in that of the court's district
    #[arg(long, value_name = "DATE")]
    comply_by: Option<String>,
    /// The earlier paper it acts on: number on the docket, title or id
    #[arg(long, value_name = "PAPER")]
    acts_on: Option<String>,
    /// Several effects as JSON (the contract's list of Effect)
    #[arg(long, value_name = "FILE", conflicts_with = "what")]
    effects: Option<PathBuf>,
}

impl EffectOptions {
    /// The effects, if any were given. Production is ordered for cells named one by one.
    fn read(&self, seat: &Seat, view: &DemandView, proceeding: &str) -> Outcome<Option<Vec<Value>>> {
        if let Some(path) = &self.effects {
            let text = std::fs::read_to_string(path).map_err(|why| Failure::file(path, why))?;
            let read = serde_json::from_str(&text);
            return read.map(Some).map_err(|fault| Failure::usage(format!("{}: {fault}", path.display())));
        }
        let Some(what) = self.what.as_deref().map(camel) else { return Ok(None) };
        let covered = if what == "produce" {
            json!({ "type": "some", "cells": cells::named(view, &self.cells)? })
        } else {
            cells::all_or_named(view, &self.cells)?
        };
        let acts_on = self.acts_on.as_deref().map(|named| find::paper(view, Some(named))).transpose()?;
        Ok(Some(vec![json!({
            "what": what,
            "demand": view.demand.id,
            "cells": covered,
            "actsOn": acts_on.map(|(_, paper)| paper),
            "complyBy": self.comply_by(seat, view, proceeding)?,
        })]))
    }

    /// A court's printed day is the court's own: without a zone it is read in the zone of its district, and where the
    /// district keeps two, in the one where that time comes first.
    fn comply_by(&self, seat: &Seat, view: &DemandView, proceeding: &str) -> Outcome<Option<Value>> {
        let Some(text) = &self.comply_by else { return Ok(None) };
        let court = view.proceedings.iter().find(|found| found.id.to_string() == proceeding).map(|found| &found.court);
        let day = time::date(text.split_whitespace().next().unwrap_or_default())?;
        let courts = seat.desk.law(Empty {})?.courts;
        let zone = courts
            .iter()
            .find(|known| court.is_some_and(|court| court == known.id.as_str()))
            .and_then(|court| court.earliest_zone(day));
        time::printed(text, zone.unwrap_or(seat.zone())).map(Some)
    }
}

#[derive(Debug, Args)]
pub(crate) struct Paper {
    /// The demand: reference, agency number or id
    demand: String,
    /// The docket number, when the demand has more than one proceeding
    #[arg(long, value_name = "DOCKET")]
    proceeding: Option<String>,
    /// petition, motion, proposed-order, order-to-show-cause, report-and-recommendation, order, appellate-decision, minute-entry, dismissal, other-paper
    #[arg(long)]
    kind: String,
    /// The paper: a file to attach, or a document that is attached
    #[arg(long, value_name = "FILE")]
    document: Option<String>,
    /// Its title, without names of users
    #[arg(long, default_value = "")]
    title: String,
    /// Its number on the docket
    #[arg(long, default_value = "", value_name = "NUMBER")]
    entry_number: String,
    /// Who signed: not-known, district-judge, appellate-panel, magistrate-with-consent, magistrate[:REASON], not-a-federal-court
    #[arg(long, default_value = "not-known", value_name = "JUDGE")]
    judge: String,
    /// Date signed
    #[arg(long, value_name = "DATE")]
    signed: Option<String>,
    /// Date entered on the docket; sealed:DATE:WHO CONFIRMED IT for a sealed one
    #[arg(long, value_name = "DATE")]
    entered: Option<String>,
    /// When it reached us
    #[arg(long, value_name = "TIME")]
    served: Option<String>,
    #[command(flatten)]
    effects: EffectOptions,
}

impl Paper {
    fn run(&self, seat: &Seat) -> Outcome<Answer> {
        let demand = find::demand(seat, &self.demand)?;
        let view = seat.view(&demand)?;
        let proceeding = find::proceeding(&view, self.proceeding.as_deref())?;
        let document = self.document.as_deref().map(|named| find::document_or_file(seat, &view, named, "courtPaper"));
        let paper = new_id()?;
        let recorded = seat.act(
            json!({ "type": "recordCourtPaper", "proceeding": proceeding, "paper": {
                "id": paper,
                "kind": camel(&self.kind),
                "title": self.title,
                "entryNumber": self.entry_number,
                "judge": judge(&self.judge),
                "signed": self.signed.as_deref().map(time::date).transpose()?,
                "entered": entered(self.entered.as_deref())?,
                "served": self.served.as_deref().map(|text| time::moment(text, seat.zone())).transpose()?,
                "document": document.transpose()?,
                "effects": self.effects.read(seat, &view, &proceeding)?.unwrap_or_default(),
            } }),
            None,
        )?;
        let more = json!({ "demand": demand, "proceeding": proceeding, "paper": paper });
        Ok(done(&recorded, more, "Court paper recorded. What it orders is claimed until counsel verifies it."))
    }
}

fn judge(text: &str) -> Value {
    match text.split_once(':') {
        Some(("magistrate", reason)) => json!({ "type": "magistrate", "counselReason": reason.trim() }),
        _ => json!({ "type": camel(text) }),
    }
}

fn entered(text: Option<&str>) -> Outcome<Value> {
    let Some(text) = text else { return Ok(json!({ "type": "notKnown" })) };
    match text.strip_prefix("sealed:") {
        Some(rest) => {
            let (day, with) = rest.split_once(':').unwrap_or((rest, ""));
            Ok(json!({ "type": "sealedConfirmed", "date": time::date(day)?, "with": with.trim() }))
        }
        None => Ok(json!({ "type": "on", "date": time::date(text)? })),
    }
}

#[derive(Debug, Args)]
pub(crate) struct Verify {
    /// The demand: reference, agency number or id
    demand: String,
    /// The paper: number on the docket, title or id; the only one not verified yet when left out
    #[arg(long)]
    paper: Option<String>,
    /// The points that hold on the paper: all, or a list with commas (district-court,recipient-bound,…)
    #[arg(long, default_value = "", value_name = "POINTS")]
    holds: String,
    /// What the paper says differently from how it was recorded; left out, the effects recorded are taken
    #[command(flatten)]
    effects: EffectOptions,
    /// Counsel's note
    #[arg(long, default_value = "")]
    note: String,
}

impl Verify {
    pub(crate) fn run(&self, seat: &Seat) -> Outcome<Answer> {
        let demand = find::demand(seat, &self.demand)?;
        let view = seat.view(&demand)?;
        let (proceeding, paper) = find::paper(&view, self.paper.as_deref())?;
        let effects = match self.effects.read(seat, &view, &proceeding)? {
            Some(effects) => effects,
            None => recorded_effects(&view, &paper),
        };
        let holds: Vec<String> =
            self.holds.split(',').map(|point| camel(point.trim())).filter(|p| !p.is_empty()).collect();
        if let Some(unknown) = holds.iter().find(|point| *point != "all" && !POINTS.contains(&point.as_str())) {
            return Err(Failure::usage(format!("`{unknown}` is not a point: all, {}", POINTS.join(", "))));
        }
        let all = holds.iter().any(|point| point == "all");
        let points: Vec<Value> = POINTS
            .iter()
            .map(|point| json!({ "point": point, "holds": all || holds.iter().any(|held| held == point), "note": "" }))
            .collect();
        let verified = seat.act(
            json!({
                "type": "verifyPaper", "proceeding": proceeding, "paper": paper,
                "effects": effects, "points": points, "note": self.note,
            }),
            Some(&view),
        )?;
        let now = seat.view(&demand)?;
        let words = format!("Verified against the paper.\n{}", super::show::headline(&now, seat.zone()));
        let more = json!({ "demand": demand, "paper": paper, "compulsion": now.compulsion });
        Ok(done(&verified, more, words))
    }
}

fn recorded_effects(view: &DemandView, paper: &str) -> Vec<Value> {
    let papers = view.proceedings.iter().flat_map(|found| &found.papers);
    papers
        .filter(|recorded| recorded.paper.id.to_string() == paper)
        .flat_map(|recorded| &recorded.paper.effects)
        .map(crate::wire::json)
        .collect()
}

#[derive(Debug, Args)]
pub(crate) struct Aside {
    /// The demand: reference, agency number or id
    demand: String,
    /// The paper: number on the docket, title or id; the only one not verified yet when left out
    #[arg(long)]
    paper: Option<String>,
    /// Why
    #[arg(long)]
    reason: String,
}

impl Aside {
    fn run(&self, seat: &Seat) -> Outcome<Answer> {
        let view = seat.view(&find::demand(seat, &self.demand)?)?;
        let (proceeding, paper) = find::paper(&view, self.paper.as_deref())?;
        let act = json!({ "type": "setPaperAside", "proceeding": proceeding, "paper": paper, "reason": self.reason });
        Ok(done(&seat.act(act, Some(&view))?, json!({ "paper": paper }), "Set aside."))
    }
}

#[derive(Debug, Args)]
pub(crate) struct End {
    /// The demand: reference, agency number or id
    demand: String,
    /// The docket number, when the demand has more than one proceeding
    #[arg(long, value_name = "DOCKET")]
    proceeding: Option<String>,
    /// A note
    #[arg(long, default_value = "")]
    note: String,
}

impl End {
    fn run(&self, seat: &Seat) -> Outcome<Answer> {
        let view = seat.view(&find::demand(seat, &self.demand)?)?;
        let proceeding = find::proceeding(&view, self.proceeding.as_deref())?;
        let act = json!({ "type": "endProceeding", "proceeding": proceeding, "note": self.note });
        Ok(done(&seat.act(act, Some(&view))?, json!({ "proceeding": proceeding }), "Ended without a ruling."))
    }
}
