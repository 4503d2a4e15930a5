//! Telling the user: forbidden, held, free; the window and its end.

use acceptance::journey::{Case, Office, Ruling, new_id};
use chrono::TimeDelta;
use serde_json::{Value, json};

const COUNSEL: &[&str] = &["triage", "counsel", "letters", "records"];

fn with_silence(office: &Office, handle: &str, silence: &Value) -> Case {
    Case::log_with(office, handle, |facts| facts["nonDisclosure"] = silence.clone())
}

#[test]
fn an_order_forbids_an_assertion_holds_a_request_frees() {
    let office = Office::founded(COUNSEL);
    let ordered = json!({"type": "ordered", "court": "cand", "docket": "26-mc-1", "start": "2026-11-01",
        "end": null, "review": "2026-12-15", "document": null});
    let statutory = json!({"type": "statutory", "basis": "18 U.S.C. § 2709(c)"});
    let asserted = json!({"type": "asserted", "basis": "the cover letter says so"});
    for (silence, problem, standing) in [
        (ordered, "noticeForbidden", "forbidden"),
        (statutory, "noticeForbidden", "forbidden"),
        (asserted, "noticeHeld", "held"),
    ] {
        let case = with_silence(&office, "@river_lantern_88", &silence);
        assert_eq!(case.view(&office)["notice"], standing);
        assert_eq!(office.refused(case.drafting(&new_id(), "en")), [problem]);
    }
    let case = with_silence(&office, "@river_lantern_88", &json!({"type": "requested"}));
    assert_eq!(case.view(&office)["notice"], "free");
    case.letter(&office, "en");
}

#[test]
fn an_ended_order_waits_for_counsels_word() {
    let office = Office::founded(COUNSEL);
    let ordered = json!({"type": "ordered", "court": "cand", "docket": "26-mc-1", "start": "2026-11-01",
        "end": "2026-11-25", "review": null, "document": null});
    let case = with_silence(&office, "@river_lantern_88", &ordered);
    assert_eq!(office.refused(case.drafting(&new_id(), "en")), ["noticeForbidden"]);
    office.at("2026-11-27T18:00:00Z");
    assert_eq!(case.view(&office)["notice"], "endUnconfirmed");
    assert_eq!(office.refused(case.drafting(&new_id(), "en")), ["nonDisclosureEndUnconfirmed"]);
    office.act(
        json!({"type": "confirmNonDisclosureEnd", "demand": case.demand, "note": "the docket shows no extension"}),
    );
    case.letter(&office, "en");
}

#[test]
fn a_court_paper_that_orders_silence_forbids_it_too() {
    let office = Office::founded(COUNSEL);
    let case = Case::log(&office, "@river_lantern_88");
    let proceeding = case.proceeding(&office, "26-mc-80416");
    let silence = Ruling::order("silence", "2026-11-20");
    let paper = case.record(&office, &proceeding, &silence);
    assert_eq!(office.refused(case.drafting(&new_id(), "en")), ["noticeHeld"], "claimed, it holds");
    office.act(case.verifying(&proceeding, &paper, &silence));
    assert_eq!(office.refused(case.drafting(&new_id(), "en")), ["noticeForbidden"], "verified, it forbids");
}

/// A ground other than an order, so that only the window stands between the decision and the gate.
fn with_a_ground(office: &Office, case: &Case) {
    let document = case.attach(office, "process.txt", format!("process {}", case.demand).as_bytes(), "other");
    office.act(json!({"type": "signBasis", "demand": case.demand, "cells": {"type": "some", "cells": case.cells()},
        "basis": {"type": "otherProcess", "process": "a warrant", "document": document}, "reason": "counsel read it"}));
    office.act(case.deciding("discloseOnOtherBasis"));
}

#[test]
fn the_window_ends_at_the_right_instant() {
    // Sent on Monday the 23rd: seven full days after that day end with Monday the 30th, in the later of the zones.
    for (zone, last_second) in [
        (json!(null), "2026-12-01T07:59:59Z"),
        (json!("Pacific/Honolulu"), "2026-12-01T09:59:59Z"),
        (json!("America/New_York"), "2026-12-01T07:59:59Z"),
    ] {
        let office = Office::founded(COUNSEL);
        let case = Case::log_with(&office, "@river_lantern_88", |facts| facts["targets"][0]["zone"] = zone.clone());
        with_a_ground(&office, &case);
        let letter = case.letter(&office, "en");
        office.act(json!({"type": "approveLetter", "letter": letter}));
        case.send(&office, &letter);
        let view = case.view(&office);
        assert_eq!(view["letters"][0]["sendings"][0]["windowEnds"], last_second, "{zone}");
        office.at(last_second);
        assert_eq!(case.gate(&office), ["noticeWindow"], "{zone}");
        assert_eq!(office.refused(case.disclosing(&office)), ["gateClosed"; 3]);
        office.later(TimeDelta::seconds(1));
        assert_eq!(case.gate(&office), ["open"], "{zone}");
        office.act(case.disclosing(&office));
        office.verify_clean();
    }
}

#[test]
fn a_bounce_stops_the_window_and_a_challenge_closes_the_gate() {
    let office = Office::founded(COUNSEL);
    let case = Case::log(&office, "@river_lantern_88");
    with_a_ground(&office, &case);
    let letter = case.letter(&office, "en");
    office.act(json!({"type": "approveLetter", "letter": letter}));
    case.send(&office, &letter);
    office.act(json!({"type": "recordBounce", "letter": letter, "note": "the mailbox is full"}));
    office.later(TimeDelta::days(30));
    assert_eq!(case.gate(&office), ["noticeBounced"]);
    case.send(&office, &letter);
    office.later(TimeDelta::days(9));
    assert_eq!(case.gate(&office), ["open"]);
    let challenge = json!({"type": "stated", "note": "their lawyer wrote"});
    office.act(
        json!({"type": "recordUserChallenge", "demand": case.demand, "target": case.target, "challenge": challenge}),
    );
    assert_eq!(case.gate(&office), ["userChallenge"]);
    assert_eq!(office.refused(case.disclosing(&office)), ["gateClosed"; 3]);
}

#[test]
fn a_window_that_runs_past_an_orders_date_is_a_conflict_for_counsel() {
    let office = Office::founded(COUNSEL);
    let case = Case::log(&office, "@river_lantern_88");
    let proceeding = case.proceeding(&office, "26-mc-80416");
    let order = Ruling { comply_by: Some("2026-11-27"), ..Ruling::order("produce", "2026-11-20") };
    case.verified(&office, &proceeding, &order);
    office.act(case.deciding("complyWithOrder"));
    assert!(case.gate(&office).contains(&"conflict".to_owned()));
    let warned = case.view(&office)["warnings"].as_array().unwrap().iter().any(|one| one["type"] == "dutiesConflict");
    assert!(warned);
    office.act(
        json!({"type": "resolveConflict", "demand": case.demand, "cells": {"type": "some", "cells": case.cells()},
        "reason": "the court refused more time"}),
    );
    assert_eq!(case.gate(&office), ["open"]);
    office.act(case.disclosing(&office));
}

#[test]
fn a_letter_with_an_empty_field_stops_and_names_it() {
    let office = Office::founded(COUNSEL);
    let mut settings = office.ask("policy", json!({}))["settings"].clone();
    settings["contact"] = json!("");
    office.act(json!({"type": "setPolicy", "settings": settings, "reason": "moving"}));
    let case = Case::log(&office, "@river_lantern_88");
    let letter = case.letter(&office, "en");
    assert_eq!(office.ask("letter", json!({"letter": letter}))["missing"], json!(["contact"]));
    let fault = office.try_act(json!({"type": "approveLetter", "letter": letter})).unwrap_err();
    assert_eq!(fault, json!({"type": "letterIncomplete", "missing": ["contact"]}));
}
