//! Two at once: a stay and a disclosure, two editors, a retry after an uncertain failure, a clock that went backwards.

use std::sync::{Arc, Barrier, Mutex};
use std::thread;

use acceptance::journey::{Case, Office, Ruling, fault_type, new_id};
use chrono::TimeDelta;
use serde_json::{Value, json};

const COUNSEL: &[&str] = &["triage", "counsel", "letters", "records"];

/// A demand whose gate is open on an order, and the stay of that order, recorded and not yet verified.
fn about_to_be_stayed(office: &Office) -> (Case, Value) {
    let case = Case::log(office, "@glass_orchard_5");
    let proceeding = case.proceeding(office, &format!("26-mc-{}", office.now().timestamp_millis() % 90_000));
    let order = Ruling { comply_by: Some("2027-03-01"), ..Ruling::order("produce", "2026-11-10") };
    let paper = case.verified(office, &proceeding, &order);
    office.act(case.deciding("complyWithOrder"));
    let no = json!({"type": "no", "reason": "the account is closed"});
    office.act(json!({"type": "decideNotice", "demand": case.demand, "target": case.target, "decision": no}));
    assert_eq!(case.gate(office), ["open"]);
    let stay = Ruling { acts_on: Some(&paper), ..Ruling::order("stay", "2026-11-20") };
    // Verified in one go with its recording: until then, only the claim would close the gate.
    let stay_paper = new_id();
    let document = case.attach(office, "stay.txt", stay_paper.as_bytes(), "courtPaper");
    let verifying = case.verifying(&proceeding, &stay_paper, &stay);
    let recording = json!({"type": "recordCourtPaper", "proceeding": proceeding, "paper": {
        "id": stay_paper, "kind": "order", "judge": {"type": "districtJudge"}, "signed": null,
        "entered": {"type": "on", "date": "2026-11-20"}, "served": null, "document": document, "effects": verifying["effects"],
    }});
    (case, recording)
}

#[test]
fn a_stay_that_lands_first_wins() {
    let office = Office::founded(COUNSEL);
    let (case, stay) = about_to_be_stayed(&office);
    let seen = case.view(&office)["seen"].clone();
    office.act(stay);
    // With what was seen before the stay: somebody else changed it. Without: the gate is closed.
    let late = office.call("act", json!({"op": new_id(), "act": case.disclosing(&office), "seen": seen})).unwrap_err();
    assert_eq!(late["type"], "conflict");
    assert_eq!(late["subject"]["type"], "proceeding");
    assert_eq!(office.refused(case.disclosing(&office)), ["gateClosed"; 3]);
    assert_eq!(case.view(&office)["demand"]["disclosures"], json!([]));
}

#[test]
fn racing_threads_never_disclose_after_the_stay() {
    let office = Arc::new(Office::founded(COUNSEL));
    let mut orders = [0_u32; 2];
    for round in 0..24 {
        office.later(TimeDelta::milliseconds(1));
        let (case, stay) = about_to_be_stayed(&office);
        let disclosing = case.disclosing(&office);
        let start = Arc::new(Barrier::new(2));
        let racer = |act: Value| {
            let (office, start) = (Arc::clone(&office), Arc::clone(&start));
            thread::spawn(move || {
                start.wait();
                office.try_act(act)
            })
        };
        let acts = if round % 2 == 0 { [stay, disclosing] } else { [disclosing, stay] };
        let [first, second] = acts.map(racer).map(|racing| racing.join().unwrap());
        let (stayed, disclosed) = if round % 2 == 0 { (first, second) } else { (second, first) };
        let seq = |done: &Value| done["seq"].as_str().unwrap().parse::<u64>().unwrap();
        let stayed = seq(&stayed.unwrap());
        match disclosed {
            Ok(done) => {
                assert!(seq(&done) < stayed, "round {round}: a disclosure was recorded after the stay");
                orders[0] += 1;
            }
            Err(fault) => {
                assert!(["refused", "conflict"].contains(&fault_type(&fault)), "{fault:#}");
                assert_eq!(case.view(&office)["demand"]["disclosures"], json!([]));
                orders[1] += 1;
            }
        }
    }
    println!("disclosed before the stay {} times, refused after it {} times", orders[0], orders[1]);
    office.verify_clean();
}

#[test]
fn a_retry_returns_the_first_result() {
    let office = Office::founded(COUNSEL);
    let (demand, target) = (new_id(), new_id());
    let facts = acceptance::journey::facts(&office, &[(&target, "@river_lantern_88")]);
    let request = json!({"op": new_id(), "act": {"type": "logDemand", "demand": demand, "facts": facts}});
    let first = office.ask("act", request.clone());
    office.later(TimeDelta::minutes(3));
    let again = office.ask("act", request.clone());
    assert_eq!((&again["seq"], &again["again"]), (&first["seq"], &json!(true)));
    assert_eq!(office.ask("queue_counts", json!({}))["all"], json!(1));
    // After a restart too: the answer may have been lost with the program.
    office.sits_down("A. Rivera");
    assert_eq!(office.ask("act", request.clone())["again"], json!(true));
    let mut other = request;
    other["act"]["facts"]["note"] = json!("something else");
    assert_eq!(office.fails("act", other), "opReused");
    assert_eq!(office.ask("queue_counts", json!({}))["all"], json!(1));
}

#[test]
fn the_second_editor_is_told() {
    let office = Office::founded(COUNSEL);
    let case = Case::log(&office, "@river_lantern_88");
    let seen = case.view(&office)["seen"].clone();
    let amending = |note: &str| {
        let mut facts = case.view(&office)["demand"]["facts"].clone();
        facts["note"] = json!(note);
        json!({"type": "amendDemand", "demand": case.demand, "facts": facts, "reason": "read again"})
    };
    office.ask("act", json!({"op": new_id(), "act": amending("first"), "seen": seen}));
    let second = office.call("act", json!({"op": new_id(), "act": amending("second"), "seen": seen})).unwrap_err();
    assert_eq!(second, json!({"type": "conflict", "subject": {"type": "demand", "id": case.demand}}));
    assert_eq!(case.view(&office)["demand"]["facts"]["note"], "first", "nothing was overwritten");
    let fresh = case.view(&office)["seen"].clone();
    office.ask("act", json!({"op": new_id(), "act": amending("second"), "seen": fresh}));
    assert_eq!(case.view(&office)["demand"]["facts"]["note"], "second");
}

#[test]
fn a_clock_behind_by_hours_is_recorded_once_and_by_days_refused() {
    let office = Office::founded(COUNSEL);
    let case = Case::log(&office, "@river_lantern_88");
    let told = Arc::new(Mutex::new(0));
    let counting = Arc::clone(&told);
    office.desktop.desk.subscribe(Box::new(move |push| {
        if let contract::Push::Touched { subjects } = push {
            let text = serde_json::to_string(subjects).unwrap();
            *counting.lock().unwrap() += usize::from(text.contains("\"register\""));
        }
    }));
    let note = |text: &str| json!({"type": "addNote", "demand": case.demand, "text": text, "privileged": false});
    office.later(-TimeDelta::hours(5));
    office.act(note("one"));
    office.later(-TimeDelta::hours(1));
    office.act(note("two"));
    assert_eq!(*told.lock().unwrap(), 1, "recorded once a session");
    office.later(-TimeDelta::days(2));
    let fault = office.try_act(note("three")).unwrap_err();
    assert_eq!(fault["type"], "clockBehind");
    assert!(fault["last"].as_str().unwrap().starts_with("2026-11-23T"), "{fault}");
    let path = office.file("paper.txt", b"a paper");
    assert_eq!(fault_type(&office.try_attach(&case.demand, &path, "other").unwrap_err()), "clockBehind");
    assert_eq!(case.view(&office)["demand"]["reference"], json!(case.reference), "reading goes on");
    office.later(TimeDelta::days(3));
    office.act(note("three"));
    office.verify_clean();
}
