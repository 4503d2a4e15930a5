//! What a letter to a user may say: each sentence about a court stands on a paper of the register, and what was sent stays
//! as it was approved.

use acceptance::journey::{Case, Office, Ruling, new_id};
use chrono::TimeDelta;
use serde_json::{Value, json};

const COUNSEL: &[&str] = &["triage", "counsel", "letters", "records"];

fn shown(office: &Office, letter: &str) -> Value {
    office.ask("letter", json!({"letter": letter}))
}

fn text(office: &Office, letter: &str) -> String {
    shown(office, letter)["text"].as_str().unwrap().to_owned()
}

/// The same act about these categories of the first account only.
fn about(case: &Case, mut act: Value, categories: &[&str]) -> Value {
    let cells: Vec<Value> =
        categories.iter().map(|category| json!({"target": case.target, "category": category})).collect();
    let cells = json!({"type": "some", "cells": cells});
    for effect in act["effects"].as_array_mut().into_iter().flatten() {
        effect["cells"] = cells.clone();
    }
    if act["cells"].is_object() {
        act["cells"] = cells;
    }
    act
}

/// Records a paper about these categories and verifies it; gives its id.
fn rules(office: &Office, case: &Case, proceeding: &str, ruling: &Ruling<'_>, categories: &[&str]) -> String {
    let paper = case.record(office, proceeding, ruling);
    office.act(about(case, case.verifying(proceeding, &paper, ruling), categories));
    paper
}

/// An order to produce, far enough away that the notice runs out before it.
fn produce() -> Ruling<'static> {
    Ruling { comply_by: Some("2026-12-18"), ..Ruling::order("produce", "2026-11-20") }
}

#[test]
fn no_letter_for_a_paper_that_is_not_an_agencys_or_not_confirmed() {
    let office = Office::founded(COUNSEL);
    for instrument in ["notConfirmed", "grandJury", "judicialSubpoena", "warrant"] {
        let case = Case::log_with(&office, "@quiet_harbor_3", |facts| facts["instrument"] = json!(instrument));
        assert_eq!(office.refused(case.drafting(&new_id(), "en")), ["letterNotForThisPaper"], "{instrument}");
    }
    // A draft made before the paper was read again shows no word of it, as text, as pages or as a PDF.
    let case = Case::log(&office, "@north_meadow_7");
    let letter = case.letter(&office, "en");
    let mut facts = case.view(&office)["demand"]["facts"].clone();
    facts["instrument"] = json!("grandJury");
    office.act(json!({"type": "amendDemand", "demand": case.demand, "facts": facts, "reason": "read again"}));
    let view = shown(&office, &letter);
    assert_eq!(view["stopped"], json!([{"type": "letterNotForThisPaper"}]));
    assert_eq!((&view["text"], &view["pages"], &view["keptOnly"]), (&json!(""), &json!(0), &json!(false)));
    assert!(office.desktop.desk.letter_pdf(letter.parse().unwrap()).is_err());
    assert!(office.desktop.desk.page(&format!("letter/{letter}/1")).is_err());
    assert_eq!(office.refused(json!({"type": "approveLetter", "letter": letter})), ["letterNotForThisPaper"]);
}

#[test]
fn where_courts_contradict_each_other_the_letter_is_stopped() {
    let office = Office::founded(COUNSEL);
    let case = Case::log(&office, "@river_lantern_88");
    let letter = case.letter(&office, "en");
    let (one, other) = (case.proceeding(&office, "26-mc-80416"), case.proceeding(&office, "3:26-cv-01916"));
    case.verified(&office, &one, &produce());
    case.verified(&office, &other, &Ruling::order("quash", "2026-11-21"));
    assert_eq!(case.headline(&office), "conflictingOrders");
    assert_eq!(shown(&office, &letter)["stopped"], json!([{"type": "ordersContradict"}]));
    assert_eq!(text(&office, &letter), "", "it guesses nothing");
    assert_eq!(office.refused(json!({"type": "approveLetter", "letter": letter})), ["ordersContradict"]);
    assert_eq!(office.refused(case.drafting(&new_id(), "en")), ["ordersContradict"]);
}

#[test]
fn the_order_that_forbids_is_named_and_not_the_one_to_produce() {
    let office = Office::founded(COUNSEL);
    let case = Case::log(&office, "@river_lantern_88");
    let (one, other) = (case.proceeding(&office, "26-mc-80416"), case.proceeding(&office, "3:26-cv-01916"));
    rules(&office, &case, &one, &produce(), &["name"]);
    rules(&office, &case, &other, &Ruling::order("doNotProduce", "2026-11-21"), &["sessions"]);
    let text = text(&office, &case.letter(&office, "en"));
    let (forbids, rest) = text
        .split_once("told us not to hand over records.")
        .and_then(|(_, after)| after.split_once("A federal court has ordered us to comply."))
        .unwrap();
    assert!(forbids.contains("3:26-cv-01916") && forbids.contains("It covers when you signed in"), "{forbids}");
    assert!(!forbids.contains("26-mc-80416"), "{forbids}");
    assert!(rest.contains("Case number: 26-mc-80416"), "{rest}");
    assert!(
        rest.contains("In force, it covers your name. Date by which we must comply: Friday, December 18"),
        "{rest}"
    );
    assert!(rest.contains("a court keeps it on hold: when you signed in"), "{rest}");
    assert!(
        rest.contains("no court order in force that tells us to hand over these records: your phone number"),
        "{rest}"
    );
}

#[test]
fn a_part_stayed_or_vacated_is_not_promised() {
    let office = Office::founded(COUNSEL);
    let case = Case::log(&office, "@river_lantern_88");
    let proceeding = case.proceeding(&office, "26-mc-80416");
    let order = case.verified(&office, &proceeding, &produce());
    office.act(case.deciding("complyWithOrder"));
    let letter = case.letter(&office, "en");
    let whole = text(&office, &letter);
    assert!(whole.contains("we plan to hand over your name; when you signed in"), "{whole}");
    let stay = Ruling { acts_on: Some(&order), ..Ruling::order("stay", "2026-11-21") };
    rules(&office, &case, &proceeding, &stay, &["sessions"]);
    let vacate = Ruling { acts_on: Some(&order), ..Ruling::order("vacate", "2026-11-22") };
    rules(&office, &case, &proceeding, &vacate, &["identity"]);
    for (language, covers, planned, on_hold, barred) in [
        (
            "en",
            "In force, it covers your name. Date",
            "we plan to hand over your name.",
            "On hold is what it says about when you signed in and for how long.",
            "on hold: when you signed in and for how long.",
        ),
        (
            "es",
            "abarca su nombre. Fecha",
            "tenemos previsto entregar su nombre.",
            "Está en suspenso lo que dice sobre cuándo inició sesión y por cuánto tiempo.",
            "en suspenso: cuándo inició sesión y por cuánto tiempo.",
        ),
    ] {
        let text = text(&office, &case.letter(&office, language));
        for words in [covers, planned, on_hold, barred] {
            assert!(text.contains(words), "{words} is not in {text}");
        }
    }
}

#[test]
fn a_day_of_handing_over_stands_on_counsels_decision_and_an_open_way() {
    let office = Office::founded(COUNSEL);
    let case = Case::log(&office, "@river_lantern_88");
    let proceeding = case.proceeding(&office, "26-mc-80416");
    // A decision from before the order says nothing about this order.
    office.act(case.deciding("complyWithOrder"));
    office.later(TimeDelta::minutes(5));
    let order = case.verified(&office, &proceeding, &produce());
    let letter = case.letter(&office, "en");
    let planned = |office: &Office| {
        let text = text(office, &letter);
        assert!(text.contains("A federal court has ordered us to comply."), "{text}");
        let (plan, none) =
            (text.contains("we plan to hand over"), text.contains("our file sets no day for handing them over"));
        assert_ne!(plan, none, "{text}");
        plan
    };
    assert!(!planned(&office), "nobody decided about this order");
    office.act(case.deciding("object"));
    assert!(!planned(&office));
    office.act(case.deciding("complyWithOrder"));
    assert!(planned(&office));
    // The user's challenge runs past the order's day: counsel first.
    let challenge = json!({"type": "stated", "note": "their lawyer wrote"});
    office.act(
        json!({"type": "recordUserChallenge", "demand": case.demand, "target": case.target, "challenge": challenge}),
    );
    assert!(!planned(&office));
    office.act(json!({"type": "recordUserChallenge", "demand": case.demand, "target": case.target,
        "challenge": {"type": "ended", "note": "withdrawn"}}));
    assert!(planned(&office));
    // A stay that is only claimed closes the gate at once; the letter says what was heard.
    let stay = Ruling { acts_on: Some(&order), ..Ruling::order("stay", "2026-11-21") };
    case.record(&office, &proceeding, &stay);
    assert!(!planned(&office));
    assert!(text(&office, &letter).contains("a court has stopped or limited what we may hand over"));
}

#[test]
fn an_order_on_another_account_is_not_said_to_be_absent_from_the_file() {
    let office = Office::founded(COUNSEL);
    let other = new_id();
    let case = Case::log_with(&office, "@river_lantern_88", |facts| {
        let mut target = facts["targets"][0].clone();
        target["id"] = json!(other);
        target["identifier"] = json!("@wild_clover_18");
        facts["targets"].as_array_mut().unwrap().push(target);
    });
    let proceeding = case.proceeding(&office, "26-mc-80416");
    case.verified(&office, &proceeding, &produce());
    let letter = new_id();
    let mut drafting = case.drafting(&letter, "en");
    drafting["target"] = json!(other);
    office.act(drafting);
    let text = text(&office, &letter);
    assert!(text.contains("records no court order in force that tells us to hand over records about your account."));
    assert!(!text.contains("has ordered us to comply") && !text.contains("@river_lantern_88"), "{text}");
}

#[test]
fn that_the_government_asked_a_court_stands_on_its_paper() {
    let office = Office::founded(COUNSEL);
    let case = Case::log(&office, "@river_lantern_88");
    let letter = case.letter(&office, "en");
    let asked = |office: &Office| text(office, &letter).contains("The government has asked a court");
    let proceeding = case.proceeding(&office, "26-mc-80416");
    assert!(!asked(&office), "a docket alone asks for nothing");
    // A motion that asks for no production may be ours.
    case.record(&office, &proceeding, &Ruling { kind: "motion", ..Ruling::order("pending", "2026-11-12") });
    assert!(!asked(&office));
    let petition = Ruling { kind: "petition", ..Ruling::order("produce", "2026-11-13") };
    let paper = case.record(&office, &proceeding, &petition);
    assert!(asked(&office));
    assert!(text(&office, &letter).contains("26-mc-80416"));
    office
        .act(json!({"type": "setPaperAside", "proceeding": proceeding, "paper": paper, "reason": "another demand's"}));
    assert!(!asked(&office), "the paper was set aside");
    case.record(&office, &proceeding, &petition);
    assert!(asked(&office));
    office.act(json!({"type": "recordWithdrawal", "demand": case.demand, "document": null, "note": "a letter"}));
    assert!(!asked(&office), "the agency withdrew");
    assert!(text(&office, &letter).contains("the agency withdrew this demand on"));
    office.act(json!({"type": "retractWithdrawal", "demand": case.demand, "reason": "another demand's"}));
    assert!(asked(&office));
    office.act(json!({"type": "endProceeding", "proceeding": proceeding, "note": "dismissed"}));
    assert!(!asked(&office), "the docket ended");
}

#[test]
fn nothing_without_an_order_is_said_only_when_counsel_objected_to_every_record() {
    let office = Office::founded(COUNSEL);
    let case = Case::log(&office, "@river_lantern_88");
    let letter = case.letter(&office, "en");
    let waits = |office: &Office| text(office, &letter).contains("unless a federal court orders it");
    office.act(about(&case, case.deciding("object"), &["name"]));
    assert!(!waits(&office), "two kinds of records are not decided");
    office.act(case.deciding("narrow"));
    assert!(!waits(&office), "to ask for less is not to wait for an order");
    office.act(case.deciding("object"));
    assert!(waits(&office));
}

#[test]
fn what_was_sent_is_shown_as_it_was_approved_whatever_the_file_says_now() {
    let office = Office::founded(COUNSEL);
    let case = Case::log(&office, "@river_lantern_88");
    let letter = case.letter(&office, "en");
    office.act(json!({"type": "approveLetter", "letter": letter}));
    let approved = shown(&office, &letter);
    let words = approved["text"].as_str().unwrap().to_owned();
    assert!(words.contains("records no court order in force"), "{words}");
    let page = office.desktop.desk.page(&format!("letter/{letter}/1")).unwrap().bytes;
    let bytes = office.desktop.desk.letter_pdf(letter.parse().unwrap()).unwrap();
    case.send(&office, &letter);
    assert_eq!(shown(&office, &letter)["factsChanged"], json!(false), "sending it changes no fact in it");

    // An order comes, the facts are amended, the organisation moves. Same instant first: order is by place, not by clock.
    let mut facts = case.view(&office)["demand"]["facts"].clone();
    facts["returnDate"]["date"] = json!("2026-12-21");
    facts["authority"] = json!("19 U.S.C. § 1509");
    office.act(json!({"type": "amendDemand", "demand": case.demand, "facts": facts, "reason": "the agency moved it"}));
    office.later(TimeDelta::days(2));
    let proceeding = case.proceeding(&office, "26-mc-80416");
    case.verified(&office, &proceeding, &Ruling { entered: "2026-11-24", ..produce() });
    let mut settings = office.ask("policy", json!({}))["settings"].clone();
    settings["contact"] = json!("elsewhere@example.com");
    settings["address"] = json!(["Another street 1"]);
    office.act(json!({"type": "setPolicy", "settings": settings, "reason": "moving"}));

    let view = shown(&office, &letter);
    assert_eq!(view["text"].as_str().unwrap(), words, "the words that the user received");
    assert_eq!((&view["keptOnly"], &view["missing"]), (&json!(false), &json!([])));
    assert_eq!(view["factsChanged"], json!(true), "and it says that they hold no more");
    assert_eq!(view["stopped"], json!([]), "what was sent is not stopped any more");
    assert_eq!(office.desktop.desk.page(&format!("letter/{letter}/1")).unwrap().bytes, page);
    assert_eq!(office.desktop.desk.letter_pdf(letter.parse().unwrap()).unwrap(), bytes);
}

#[test]
fn an_order_entered_after_approval_stops_the_sending() {
    let office = Office::founded(COUNSEL);
    let case = Case::log(&office, "@river_lantern_88");
    let letter = case.letter(&office, "en");
    office.act(json!({"type": "approveLetter", "letter": letter}));
    office.later(TimeDelta::days(3));
    let proceeding = case.proceeding(&office, "26-mc-80416");
    // Entered after the approval: as of that time there was none, and the user is not told so any more.
    case.verified(&office, &proceeding, &Ruling { entered: "2026-11-26", ..produce() });
    assert_eq!(shown(&office, &letter)["factsChanged"], json!(true));
    let proof = case.attach(&office, "sent.txt", b"sent", "sendingProof");
    let sending = json!({"type": "markLetterSent", "letter": letter, "channel": "email", "address": "user@example.com",
        "sent": {"at": office.now(), "zone": "America/Los_Angeles"}, "proof": proof});
    assert_eq!(office.refused(sending.clone()), ["factsChanged"]);
    office.act(json!({"type": "approveLetter", "letter": letter}));
    assert!(text(&office, &letter).contains("A federal court has ordered us to comply."));
    let mut sending = sending;
    sending["sent"]["at"] = json!(office.now());
    office.act(sending);
}
