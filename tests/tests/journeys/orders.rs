//! What courts did, and what the banner then says.

use acceptance::journey::{Case, Office, Ruling, new_id};
use serde_json::json;

const COUNSEL: &[&str] = &["triage", "counsel", "letters", "records"];

#[test]
fn claimed_verified_stayed_vacated_withdrawn() {
    let office = Office::founded(COUNSEL);
    let case = Case::log(&office, "@river_lantern_88");
    let proceeding = case.proceeding(&office, "26-mc-80416");
    let produce = Ruling { comply_by: Some("2026-12-04"), ..Ruling::order("produce", "2026-11-10") };
    let order = case.record(&office, &proceeding, &produce);
    assert_eq!(case.headline(&office), "claimed");
    office.act(case.verifying(&proceeding, &order, &produce));
    assert_eq!(case.headline(&office), "inForce");

    let stay = Ruling { acts_on: Some(&order), ..Ruling::order("stay", "2026-11-12") };
    let stay_paper = case.record(&office, &proceeding, &stay);
    assert_eq!(case.headline(&office), "inForce", "a claimed stay lowers nothing in the banner");
    assert!(case.gate(&office).contains(&"restraintClaimed".to_owned()), "and closes the gate at once");
    office.act(case.verifying(&proceeding, &stay_paper, &stay));
    assert_eq!(case.headline(&office), "stayed");
    assert!(case.gate(&office).contains(&"stayed".to_owned()));

    // A withdrawal by the agency never lowers an order.
    office.act(json!({"type": "recordWithdrawal", "demand": case.demand, "document": null, "note": "a letter"}));
    assert_eq!(case.headline(&office), "stayed");

    let vacate = Ruling { kind: "appellateDecision", acts_on: Some(&order), ..Ruling::order("vacate", "2026-11-20") };
    case.verified(&office, &proceeding, &vacate);
    assert!(["reversedOrVacated", "withdrawn"].contains(&case.headline(&office).as_str()));
    assert_eq!(case.gate(&office), ["noBasis"]);
    office.verify_clean();
}

#[test]
fn withdrawn_without_an_order_is_no_ruling() {
    let office = Office::founded(COUNSEL);
    let case = Case::log(&office, "@river_lantern_88");
    office.act(json!({"type": "recordWithdrawal", "demand": case.demand, "document": null, "note": "a letter"}));
    let view = case.view(&office);
    assert_eq!(view["compulsion"]["headline"], "withdrawn");
    assert_eq!(view["compulsion"]["latest"]["paper"], json!(null), "no court said anything");
}

#[test]
fn do_not_produce_restrains_and_contradiction_stops() {
    let office = Office::founded(COUNSEL);
    let case = Case::log(&office, "@slow_comet_9");
    let proceeding = case.proceeding(&office, "3:26-cv-01916");
    let restraint = case.verified(&office, &proceeding, &Ruling::order("doNotProduce", "2026-11-12"));
    assert_eq!(case.headline(&office), "restrained");
    assert!(case.gate(&office).contains(&"restrained".to_owned()));
    let produce = Ruling { comply_by: Some("2026-12-04"), ..Ruling::order("produce", "2026-11-16") };
    case.verified(&office, &proceeding, &produce);
    assert_eq!(case.headline(&office), "conflictingOrders");
    assert!(case.gate(&office).contains(&"conflictingOrders".to_owned()));
    let lift = Ruling { acts_on: Some(&restraint), ..Ruling::order("lift", "2026-11-18") };
    case.verified(&office, &proceeding, &lift);
    assert_eq!(case.headline(&office), "inForce");
}

#[test]
fn a_paper_that_only_asks_is_never_an_order() {
    let office = Office::founded(COUNSEL);
    let case = Case::log(&office, "@paper_kite_41");
    let proceeding = case.proceeding(&office, "Misc. No. 26-416");
    for kind in ["petition", "motion", "proposedOrder", "orderToShowCause", "reportAndRecommendation", "minuteEntry"] {
        let ruling = Ruling { kind, ..Ruling::order("produce", "2026-11-16") };
        let paper = case.record(&office, &proceeding, &ruling);
        let problems = office.refused(case.verifying(&proceeding, &paper, &ruling));
        assert_eq!(problems, ["paperCannotOrder"], "{kind}");
        assert_ne!(case.headline(&office), "inForce", "{kind}");
    }
}

#[test]
fn verifying_asks_for_every_point() {
    let office = Office::founded(COUNSEL);
    let case = Case::log(&office, "@paper_kite_41");
    let proceeding = case.proceeding(&office, "26-mc-416");
    let ruling = Ruling { comply_by: Some("2026-12-04"), ..Ruling::order("produce", "2026-11-16") };
    let paper = case.record(&office, &proceeding, &ruling);
    let mut act = case.verifying(&proceeding, &paper, &ruling);
    act["points"][1]["holds"] = json!(false);
    assert_eq!(office.refused(act.clone()), ["pointNotHeld"]);
    act["points"] = json!([]);
    assert_eq!(office.refused(act).len(), 8, "each point without which no order counts");
    let mut all = case.verifying(&proceeding, &paper, &ruling);
    all["effects"][0]["cells"] = json!({"type": "all"});
    assert_eq!(office.refused(all), ["cellsNotNamed"]);
    assert_eq!(case.headline(&office), "claimed");
}

#[test]
fn the_paper_itself_entry_and_the_judges_power() {
    let office = Office::founded(COUNSEL);
    let case = Case::log(&office, "@paper_kite_41");
    let proceeding = case.proceeding(&office, "26-mc-416");
    let ruling = Ruling { comply_by: Some("2026-12-04"), ..Ruling::order("produce", "2026-11-16") };
    let paper = new_id();
    let effects = case.verifying(&proceeding, &paper, &ruling)["effects"].clone();
    office.act(json!({"type": "recordCourtPaper", "proceeding": proceeding, "paper": {
        "id": paper, "kind": "order", "judge": {"type": "magistrate", "counselReason": ""}, "signed": null,
        "entered": {"type": "notKnown"}, "served": null, "document": null, "effects": effects,
    }}));
    let problems = office.refused(case.verifying(&proceeding, &paper, &ruling));
    assert_eq!(problems, ["paperNotAttached", "notEntered", "judgePowerNotShown"]);
    assert_eq!(case.headline(&office), "claimed");
}

#[test]
fn a_search_that_heard_of_an_order_claims_it_and_none_found_does_not_unclaim_it() {
    let office = Office::founded(COUNSEL);
    let case = Case::log(&office, "@blue_heron_20");
    let search = |result: &str, by: Option<&str>| {
        json!({"type": "recordDocketSearch", "demand": case.demand, "search": {
            "id": new_id(), "searched": {"at": office.now(), "zone": "America/Los_Angeles"}, "place": "agencyClaim",
            "result": result, "claimedComplyBy": by, "proof": null,
        }})
    };
    office.act(search("orderClaimed", Some("2026-11-27")));
    let view = case.view(&office);
    assert_eq!(view["compulsion"]["headline"], "claimed");
    assert!(view["dates"].as_array().unwrap().iter().any(|line| line["kind"] == "claimedComplyBy"));
    office.act(search("noneFound", None));
    assert_eq!(case.headline(&office), "claimed");
    let claimed = case.view(&office)["demand"]["searches"][0]["search"]["id"].clone();
    office.act(
        json!({"type": "answerClaim", "demand": case.demand, "search": claimed, "reason": "the clerk knows of none"}),
    );
    assert_eq!(case.headline(&office), "noneOnRecord");
}

#[test]
fn nothing_is_said_before_the_instrument_is_confirmed() {
    let office = Office::founded(COUNSEL);
    let case = Case::log_with(&office, "@quiet_harbor_3", |facts| facts["instrument"] = json!("notConfirmed"));
    let view = case.view(&office);
    assert_eq!(view["compulsion"]["guard"], "notConfirmed");
    assert_eq!(case.gate(&office), ["instrumentNotConfirmed"]);
    assert_eq!(office.refused(json!({"type": "triage", "demand": case.demand, "note": ""})), ["required"]);
    let jury = Case::log_with(&office, "@north_meadow_7", |facts| facts["instrument"] = json!("grandJury"));
    assert_eq!(jury.view(&office)["compulsion"]["guard"], "otherInstrument");
}

#[test]
fn incidents_are_recorded_in_every_state() {
    let office = Office::founded(COUNSEL);
    let case = Case::log(&office, "@river_lantern_88");
    let mut incident = case.disclosing(&office);
    assert!(office.refused(incident.clone()).contains(&"gateClosed".to_owned()));
    incident["type"] = json!("recordIncident");
    incident["note"] = json!("sent by mistake to the wrong portal");
    office.act(incident);
    let view = case.view(&office);
    assert_eq!(view["demand"]["disclosures"][0]["incident"], json!(true));
    assert_eq!(view["demand"]["disclosures"][0]["basis"], "");
}

#[test]
fn an_exception_opens_only_with_two_people_and_one_ground() {
    let office = Office::founded(COUNSEL);
    office.hire("S. Okafor", &["records"]);
    let case = Case::log(&office, "@river_lantern_88");
    office.act(json!({"type": "decideNotice", "demand": case.demand, "target": case.target,
        "decision": {"type": "no", "reason": "the account holder asked for it"}}));
    let sign = json!({"type": "signBasis", "demand": case.demand, "cells": {"type": "some", "cells": case.cells()},
        "basis": {"type": "exception", "ground": "a court-approved settlement"}, "reason": "see the memorandum"});
    office.act(sign.clone());
    assert_eq!(case.gate(&office), ["secondSignatureMissing"]);
    assert_eq!(office.refused(sign.clone()), ["alreadyDone"], "one person does not sign twice");
    office.sits_down("S. Okafor");
    office.act(sign);
    assert_eq!(case.gate(&office), ["open"]);
}
