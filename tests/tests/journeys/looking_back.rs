//! The timeline, as-of and known-at.

use std::collections::BTreeSet;

use acceptance::journey::{Case, Office, Ruling, new_id};
use chrono::TimeDelta;
use serde_json::{Value, json};

const COUNSEL: &[&str] = &["triage", "counsel", "letters", "records"];

/// Acts that state something and change nothing that is folded: their own words are the record.
const ONLY_WORDS: &[&str] = &["noted", "preservationConfirmed", "refused", "viewed", "exported"];

#[test]
fn every_act_has_a_line_with_before_and_after() {
    let office = Office::founded(COUNSEL);
    let case = Case::log(&office, "@river_lantern_88");
    let d = &case.demand;
    let mut seqs: BTreeSet<String> = BTreeSet::new();
    let mut act = |act: Value| {
        office.later(TimeDelta::seconds(30));
        let done = office.act(act);
        seqs.insert(done["seq"].as_str().unwrap().to_owned());
    };
    let other = Case::log(&office, "@quiet_harbor_3");
    let mut facts = case.view(&office)["demand"]["facts"].clone();
    facts["returnDate"]["date"] = json!("2026-12-14");
    act(json!({"type": "amendDemand", "demand": d, "facts": facts, "reason": "the agency moved it"}));
    act(json!({"type": "assign", "demand": d, "owner": null}));
    act(json!({"type": "linkDemand", "demand": d, "link": {"kind": "reissue", "demand": other.demand}}));
    act(json!({"type": "triage", "demand": d, "note": "looked at"}));
    act(json!({"type": "sendToCounsel", "demand": d, "note": "please look"}));
    act(json!({"type": "returnToTriage", "demand": d, "note": "more facts"}));
    act(case.deciding("object"));
    act(json!({"type": "recordDocketSearch", "demand": d, "search": {"id": new_id(),
        "searched": {"at": office.now(), "zone": "America/Los_Angeles"}, "place": "pacer", "result": "noneFound", "proof": null}}));
    act(json!({"type": "decideNotice", "demand": d, "target": case.target, "decision": {"type": "notify"}}));
    let challenge = json!({"type": "stated", "note": "their lawyer wrote"});
    act(json!({"type": "recordUserChallenge", "demand": d, "target": case.target, "challenge": challenge}));
    act(json!({"type": "setHold", "demand": d, "on": false, "reason": "counsel says so"}));
    act(json!({"type": "setHold", "demand": d, "on": true, "reason": "a new demand"}));
    let at = json!({"at": office.now(), "zone": "America/Los_Angeles"});
    act(json!({"type": "confirmPreservation", "demand": d, "custodian": "data team", "system": "accounts", "at": at}));
    act(json!({"type": "addNote", "demand": d, "text": "a note", "privileged": true}));
    act(json!({"type": "recordWithdrawal", "demand": d, "document": null, "note": "a letter"}));
    let mut incident = case.disclosing(&office);
    incident["type"] = json!("recordIncident");
    incident["note"] = json!("by mistake");
    act(incident);
    let proceeding = new_id();
    act(
        json!({"type": "openProceeding", "proceeding": proceeding, "court": "nysd", "docket": "26 Misc. 416", "kind": "enforcement", "demands": [d]}),
    );
    let ruling = Ruling { comply_by: Some("2026-12-04"), ..Ruling::order("produce", "2026-11-20") };
    let paper = case.record(&office, &proceeding, &ruling);
    act(case.verifying(&proceeding, &paper, &ruling));
    let letter = new_id();
    act(case.drafting(&letter, "en"));
    act(json!({"type": "approveLetter", "letter": letter}));
    act(json!({"type": "setLetterAside", "letter": letter, "reason": "another wording"}));
    act(json!({"type": "close", "demand": d, "outcome": "withdrawnByAgency", "note": ""}));
    act(json!({"type": "reopen", "demand": d, "reason": "issued again"}));
    // Refused releases and letters are lines too.
    let refused = office.refused(case.disclosing(&office)).len()
        + office.refused(json!({"type": "approveLetter", "letter": letter})).len();
    assert!(refused > 0);

    let lines = office.ask("timeline", json!({"demand": d}));
    let lines = lines.as_array().unwrap();
    let on_file: BTreeSet<String> = lines.iter().map(|line| line["seq"].as_str().unwrap().to_owned()).collect();
    let missing: Vec<_> = seqs.difference(&on_file).collect();
    assert!(missing.is_empty(), "acts without a line: {missing:?}");
    for line in lines {
        let kind = line["kind"].as_str().unwrap();
        assert!(
            line["happened"]["at"].is_string() && line["recorded"].is_string() && line["actor"].is_string(),
            "{line:#}"
        );
        assert_ne!(line["digest"], json!("0".repeat(64)), "{kind} names its row's digest");
        // Logging places the hold by itself; the line beside it says so.
        let at_intake = kind == "holdPlaced" && line["body"]["reason"] == "intake";
        if !at_intake && !ONLY_WORDS.contains(&kind) {
            assert!(!line["changes"].as_array().unwrap().is_empty(), "{kind} shows before and after: {line:#}");
        }
    }
    let amended = lines.iter().find(|line| line["kind"] == "demandAmended").unwrap();
    assert_eq!(
        amended["changes"],
        json!([{"path": "facts.returnDate.date", "before": "2026-12-07", "after": "2026-12-14"}])
    );
    let kinds: Vec<&str> = lines.iter().map(|line| line["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds.iter().filter(|kind| **kind == "refused").count(), 2);
    office.verify_clean();
}

#[test]
fn as_of_is_what_was_true_and_known_at_is_what_was_recorded() {
    let office = Office::founded(COUNSEL);
    let case = Case::log(&office, "@river_lantern_88");
    office.at("2026-11-30T18:00:00Z");
    // Recorded on the 30th: the agency withdrew on the 25th.
    let act = json!({"type": "recordWithdrawal", "demand": case.demand, "document": null, "note": "dated the 25th"});
    let happened = json!({"at": "2026-11-25T20:00:00Z", "zone": "America/Los_Angeles"});
    office.ask("act", json!({"op": new_id(), "act": act, "happened": happened}));
    let shown = |as_of: Option<&str>, known_at: Option<&str>| {
        let view = office.ask("demand", json!({"demand": case.demand, "asOf": as_of, "knownAt": known_at}));
        assert_eq!(view["history"], json!(as_of.is_some() || known_at.is_some()));
        view["compulsion"]["headline"].as_str().unwrap().to_owned()
    };
    assert_eq!(shown(None, None), "withdrawn");
    assert_eq!(shown(Some("2026-11-24T12:00:00Z"), None), "noneOnRecord", "not yet true");
    assert_eq!(shown(Some("2026-11-26T12:00:00Z"), None), "withdrawn", "true already, though recorded later");
    assert_eq!(shown(None, Some("2026-11-26T12:00:00Z")), "noneOnRecord", "not yet recorded");
    assert_eq!(shown(Some("2026-11-26T12:00:00Z"), Some("2026-11-26T12:00:00Z")), "noneOnRecord");
    let before = json!({"demand": case.demand, "asOf": null, "knownAt": "2026-11-20T00:00:00Z"});
    assert_eq!(office.fails("demand", before), "notFound");
    let known = office.ask("timeline", json!({"demand": case.demand, "knownAt": "2026-11-26T12:00:00Z"}));
    assert!(!known.to_string().contains("withdrawnByAgency"));
}

#[test]
fn what_is_said_to_have_happened_tomorrow_is_refused() {
    let office = Office::founded(COUNSEL);
    let case = Case::log(&office, "@river_lantern_88");
    let happened = json!({"at": office.now() + TimeDelta::days(2), "zone": "America/Los_Angeles"});
    let act = json!({"type": "recordWithdrawal", "demand": case.demand, "document": null, "note": "a letter"});
    let fault = office.call("act", json!({"op": new_id(), "act": act, "happened": happened})).unwrap_err();
    assert_eq!(fault, json!({"type": "refused", "problems": [{"type": "inFuture", "field": "happened"}]}));
}
