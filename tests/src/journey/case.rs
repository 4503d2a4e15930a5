//! A demand in the making: its facts, its papers, its dockets.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    reason = "a journey may stop where it stands"
)]

use serde_json::{Value, json};

use super::office::{Office, new_id};

/// The categories that demands here ask for.
const SOUGHT: [&str; 3] = ["name", "identity", "sessions"];

/// Everything the intake form takes, of an immigration subpoena for these accounts (id and handle).
#[must_use]
pub fn facts(office: &Office, accounts: &[(&str, &str)]) -> Value {
    let received = office.now() - chrono::TimeDelta::hours(1);
    let moment = json!({"at": received, "zone": "America/Los_Angeles"});
    let targets: Vec<Value> = accounts
        .iter()
        .map(|(id, handle)| json!({"id": id, "kind": "handle", "identifier": handle, "account": "", "language": "en", "zone": null}))
        .collect();
    json!({
        "instrument": "i138",
        "authority": "8 U.S.C. § 1225(d)",
        "purpose": "an inquiry",
        "component": "iceHsi",
        "office": "San Francisco",
        "issuingOfficial": {"name": "M. Chen", "title": "Special Agent in Charge", "contact": "555-0100"},
        "pointOfContact": {"name": "S. Okafor", "title": "Special Agent", "contact": "555-0101"},
        "server": {"name": "J. Doe", "title": "", "contact": ""},
        "numbers": [{"label": "Subpoena Number", "value": "SPEC-2026-00416"}, {"label": "Case Number", "value": "SF-26-0098"}],
        "issued": "2026-11-18",
        "served": moment,
        "received": moment,
        "returnDate": {"date": "2026-12-07", "time": "17:00:00", "zone": "America/Los_Angeles"},
        "returnPlace": "San Francisco field office",
        "channel": "portal",
        "recipient": "Example Platform, Inc.",
        "rider": true,
        "nonDisclosure": {"type": "none"},
        "targets": targets,
        "noTargetStated": false,
        "records": SOUGHT.map(|category| json!({"category": category, "words": "as on the rider"})),
        "periodFrom": "2026-01-01",
        "periodTo": "2026-10-31",
        "actBy": "2026-12-01",
        "note": "for the file",
    })
}

/// A demand that was logged.
#[derive(Debug, Clone)]
pub struct Case {
    /// Its id.
    pub demand: String,
    /// Its first account.
    pub target: String,
    /// Its reference.
    pub reference: String,
}

/// What a court paper does.
#[derive(Debug, Clone, Copy)]
pub struct Ruling<'a> {
    /// The kind of paper.
    pub kind: &'a str,
    /// What it does.
    pub what: &'a str,
    /// The paper it acts on.
    pub acts_on: Option<&'a str>,
    /// The day it was entered.
    pub entered: &'a str,
    /// By when.
    pub comply_by: Option<&'a str>,
}

impl Ruling<'_> {
    /// An order of the court that says nothing about another paper.
    #[must_use]
    pub fn order<'a>(what: &'a str, entered: &'a str) -> Ruling<'a> {
        Ruling { kind: "order", what, acts_on: None, entered, comply_by: None }
    }
}

impl Case {
    /// Logs a demand for one account.
    pub fn log(office: &Office, handle: &str) -> Self {
        Self::log_with(office, handle, |_| {})
    }

    /// Logs a demand for one account, its facts changed.
    pub fn log_with(office: &Office, handle: &str, change: impl FnOnce(&mut Value)) -> Self {
        let (demand, target) = (new_id(), new_id());
        let mut facts = facts(office, &[(&target, handle)]);
        change(&mut facts);
        let done = office.act(json!({"type": "logDemand", "demand": demand, "facts": facts}));
        let reference = done["reference"].as_str().unwrap().to_owned();
        Self { demand, target, reference }
    }

    /// The demand as shown now.
    #[must_use]
    pub fn view(&self, office: &Office) -> Value {
        office.ask("demand", json!({"demand": self.demand}))
    }

    /// The headline as shown now.
    #[must_use]
    pub fn headline(&self, office: &Office) -> String {
        self.view(office)["compulsion"]["headline"].as_str().unwrap().to_owned()
    }

    /// The cells of its first account, named one by one.
    #[must_use]
    pub fn cells(&self) -> Value {
        json!(SOUGHT.map(|category| json!({"target": self.target, "category": category})))
    }

    /// The gate of one of its cells: "open", or the kinds of the reasons it is closed for.
    #[must_use]
    pub fn gate(&self, office: &Office) -> Vec<String> {
        let view = self.view(office);
        let gate = &view["gates"][0]["gate"];
        match gate["type"].as_str() {
            Some("open") => vec!["open".to_owned()],
            _ => {
                gate["reasons"].as_array().unwrap().iter().map(|one| one["type"].as_str().unwrap().to_owned()).collect()
            }
        }
    }

    /// Attaches bytes; gives the document's id.
    pub fn attach(&self, office: &Office, name: &str, bytes: &[u8], role: &str) -> String {
        let path = office.file(name, bytes);
        let reply = office.try_attach(&self.demand, &path, role).unwrap();
        reply["attached"]["document"].as_str().unwrap().to_owned()
    }

    /// Opens a proceeding for it; gives the proceeding's id.
    pub fn proceeding(&self, office: &Office, docket: &str) -> String {
        let id = new_id();
        office.act(json!({
            "type": "openProceeding", "proceeding": id, "court": "cand", "docket": docket, "kind": "enforcement",
            "demands": [self.demand],
        }));
        id
    }

    fn effect(&self, ruling: &Ruling<'_>) -> Value {
        let comply_by = ruling.comply_by.map(|date| json!({"date": date, "time": null, "zone": "America/Los_Angeles"}));
        json!({
            "what": ruling.what, "demand": self.demand, "cells": {"type": "some", "cells": self.cells()},
            "actsOn": ruling.acts_on, "complyBy": comply_by,
        })
    }

    /// Records a court paper with the paper itself; gives its id.
    pub fn record(&self, office: &Office, proceeding: &str, ruling: &Ruling<'_>) -> String {
        let paper = new_id();
        let document = self.attach(
            office,
            &format!("order-{paper}.txt"),
            format!("Court paper {paper}.").as_bytes(),
            "courtPaper",
        );
        office.act(json!({"type": "recordCourtPaper", "proceeding": proceeding, "paper": {
            "id": paper, "kind": ruling.kind, "title": "", "entryNumber": "12",
            "judge": {"type": if ruling.kind == "appellateDecision" { "appellatePanel" } else { "districtJudge" }},
            "signed": ruling.entered, "entered": {"type": "on", "date": ruling.entered}, "served": null,
            "document": document, "effects": [self.effect(ruling)],
        }}));
        paper
    }

    /// Counsel's verification of a paper, as an act.
    #[must_use]
    pub fn verifying(&self, proceeding: &str, paper: &str, ruling: &Ruling<'_>) -> Value {
        let points = [
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
        json!({
            "type": "verifyPaper", "proceeding": proceeding, "paper": paper, "effects": [self.effect(ruling)],
            "points": points.map(|point| json!({"point": point, "holds": true, "note": ""})), "note": "checked against the paper",
        })
    }

    /// Records a paper and verifies it; gives its id.
    pub fn verified(&self, office: &Office, proceeding: &str, ruling: &Ruling<'_>) -> String {
        let paper = self.record(office, proceeding, ruling);
        office.act(self.verifying(proceeding, &paper, ruling));
        paper
    }

    /// Counsel decides for the first account's cells.
    #[must_use]
    pub fn deciding(&self, decision: &str) -> Value {
        json!({
            "type": "decideCells", "demand": self.demand, "cells": {"type": "some", "cells": self.cells()},
            "decision": decision, "note": "for the reasons in the memorandum",
        })
    }

    /// Somebody discloses the first account's cells now.
    #[must_use]
    pub fn disclosing(&self, office: &Office) -> Value {
        json!({"type": "disclose", "demand": self.demand, "disclosure": {
            "id": new_id(), "cells": self.cells(), "what": "basic subscriber record", "to": "the office named, by portal",
            "disclosed": {"at": office.now(), "zone": "America/Los_Angeles"}, "documents": [],
        }})
    }

    /// Drafts a letter to the first account's user; gives its id.
    pub fn letter(&self, office: &Office, language: &str) -> String {
        let letter = new_id();
        office.act(self.drafting(&letter, language));
        letter
    }

    /// The act that drafts a letter.
    #[must_use]
    pub fn drafting(&self, letter: &str, language: &str) -> Value {
        json!({
            "type": "draftLetter", "letter": letter, "demand": self.demand, "target": self.target, "kind": "userNotice",
            "language": language,
        })
    }

    /// Marks a letter as sent now, with proof.
    pub fn send(&self, office: &Office, letter: &str) {
        let proof =
            self.attach(office, &format!("sent-{letter}.txt"), format!("Sent {letter}").as_bytes(), "sendingProof");
        office.act(json!({
            "type": "markLetterSent", "letter": letter, "sent": {"at": office.now(), "zone": "America/Los_Angeles"},
            "channel": "email", "address": "user@example.com", "proof": proof,
        }));
    }
}
