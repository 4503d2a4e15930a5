//! The whole main job, once through, with one person as triage and counsel.

use acceptance::journey::{Case, Office, Ruling, facts, new_id};
use chrono::TimeDelta;
use serde_json::{Value, json};

const ROLES: &[&str] = &["triage", "counsel", "letters", "records"];

fn view_of(office: &Office, view: &str, text: &str) -> Vec<String> {
    let page = office.ask("queue", json!({"view": view, "sort": "due", "text": text, "limit": 50}));
    page["rows"].as_array().unwrap().iter().map(|row| row["reference"].as_str().unwrap().to_owned()).collect()
}

fn kinds(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|one| one["type"].as_str().unwrap()).collect()
}

#[test]
fn from_the_first_paper_to_the_backup() {
    let office = Office::founded(ROLES);
    let case = log(&office);
    attach(&office, &case);
    triage(&office, &case);
    let order = track_the_order(&office, &case);
    decide_and_disclose(&office, &case, &order);
    write_to_the_user(&office);
    close(&office, &case);
    back_up_and_restore(&office, &case);
}

/// Several accounts, several numbers, records by category, and a return date before service: flagged and kept.
fn log(office: &Office) -> Case {
    let (demand, first, second) = (new_id(), new_id(), new_id());
    let mut facts = facts(office, &[(&first, "@river_lantern_88"), (&second, "@quiet_harbor_3")]);
    facts["returnDate"] = json!({"date": "2026-11-20", "time": "09:00:00", "zone": "America/Chicago"});
    let done = office.act(json!({"type": "logDemand", "demand": demand, "facts": facts}));
    assert_eq!(done["reference"], "2026-0001");
    let case = Case { demand, target: first, reference: "2026-0001".to_owned() };
    let view = case.view(office);
    assert_eq!(view["demand"]["facts"], facts, "every field is kept as it was given");
    assert!(kinds(&view["warnings"]).contains(&"returnBeforeService"));
    assert_eq!(view["compulsion"]["headline"], "noneOnRecord");
    assert_eq!(view["gates"].as_array().unwrap().len(), 6, "two accounts, three categories");
    assert_eq!(view["demand"]["onHold"], json!(true), "receipt places the hold");
    case
}

fn attach(office: &Office, case: &Case) {
    let paper: Vec<u8> = (0..3_000_000_u32).flat_map(|number| number.to_le_bytes()).take(9_500_000).collect();
    let document = case.attach(office, "subpoena.bin", &paper, "instrument");
    let view = case.view(office);
    let attached = &view["demand"]["documents"][0];
    assert_eq!(attached["length"], json!(9_500_000));
    assert_eq!(attached["sha256"].as_str().unwrap(), sha256(office, "papers/subpoena.bin"));
    assert_eq!(office.exported(&case.demand, &document), paper, "byte for byte");
    // The same bytes again, here and on another demand.
    let path = office.file("again.bin", &paper);
    let again = office.try_attach(&case.demand, &path, "other").unwrap();
    assert_eq!(again["alreadyHere"], json!(true));
    let other = Case::log(office, "@north_meadow_7");
    let same = office.try_attach(&other.demand, &path, "instrument").unwrap();
    assert_eq!(same["sameAs"], json!([{"demand": case.demand, "reference": case.reference}]));
    assert_eq!(same["attached"]["document"], json!(document));
}

/// The digest as another program computes it.
fn sha256(office: &Office, name: &str) -> String {
    let said = std::process::Command::new("sha256sum").arg(office.folder.path().join(name)).output().unwrap();
    String::from_utf8(said.stdout).unwrap().split_whitespace().next().unwrap().to_owned()
}

fn triage(office: &Office, case: &Case) {
    assert!(view_of(office, "needsTriage", "").contains(&case.reference));
    assert_eq!(view_of(office, "all", "lantern_88"), std::slice::from_ref(&case.reference), "found by an account");
    assert_eq!(view_of(office, "all", "nothing of the kind"), Vec::<String>::new());
    assert!(view_of(office, "dueThisWeek", "").contains(&case.reference));
    office.act(json!({"type": "assign", "demand": case.demand, "owner": office.me()}));
    office.act(json!({"type": "sendToCounsel", "demand": case.demand, "note": "two accounts, one rider"}));
    assert_eq!(view_of(office, "waitingForCounsel", ""), std::slice::from_ref(&case.reference));
    office.act(json!({"type": "returnToTriage", "demand": case.demand, "note": "which statute?"}));
    assert_eq!(view_of(office, "waitingForCounsel", ""), Vec::<String>::new());
    office.act(json!({"type": "sendToCounsel", "demand": case.demand, "note": "8 U.S.C. 1225(d)"}));
}

fn track_the_order(office: &Office, case: &Case) -> String {
    let proof = case.attach(office, "docket.txt", b"docket page", "searchProof");
    office.act(json!({"type": "recordDocketSearch", "demand": case.demand, "search": {
        "id": new_id(), "searched": {"at": office.now(), "zone": "America/Los_Angeles"}, "place": "pacer", "court": "cand",
        "terms": "Example Platform", "result": "noneFound", "docket": "", "claimedComplyBy": null, "proof": proof, "note": "",
    }}));
    assert_eq!(case.headline(office), "noneOnRecord");
    let proceeding = case.proceeding(office, "No. 3:26-mc-80416 (ABC)");
    let view = case.view(office);
    assert_eq!(view["compulsion"]["headline"], "proceedingPending");
    assert_eq!(view["proceedings"][0]["docket"]["raw"], "No. 3:26-mc-80416 (ABC)");
    let ruling = Ruling { comply_by: Some("2026-12-04"), ..Ruling::order("produce", "2026-11-20") };
    let order = case.record(office, &proceeding, &ruling);
    let view = case.view(office);
    assert_eq!(view["compulsion"]["headline"], "claimed");
    assert_eq!(view["compulsion"]["claimedComplyBy"]["date"], "2026-12-04", "treated as real until checked");
    assert!(view_of(office, "claimedOrders", "").contains(&case.reference));
    office.act(case.verifying(&proceeding, &order, &ruling));
    let view = case.view(office);
    assert_eq!(view["compulsion"]["headline"], "inForce");
    assert_eq!(view["compulsion"]["complyBy"]["date"], "2026-12-04");
    assert_eq!(view["compulsion"]["accounts"], json!(1), "one of two accounts");
    assert_eq!(view["compulsion"]["inPart"], json!(true));
    order
}

fn decide_and_disclose(office: &Office, case: &Case, order: &str) {
    // Decided by nobody, told to nobody: refused, and the refusal is kept.
    let problems = office.refused(case.disclosing(office));
    assert!(problems.contains(&"notDecided".to_owned()) && problems.contains(&"gateClosed".to_owned()), "{problems:?}");
    office.act(case.deciding("complyWithOrder"));
    assert_eq!(office.refused(case.disclosing(office)), ["gateClosed"; 3]);
    assert_eq!(case.gate(office), ["noticeNotSent"]);
    office.act(
        json!({"type": "decideNotice", "demand": case.demand, "target": case.target, "decision": {"type": "notify"}}),
    );
    assert!(view_of(office, "noticesToSend", "").contains(&case.reference));
    let letter = case.letter(office, "en");
    office.act(json!({"type": "approveLetter", "letter": letter}));
    case.send(office, &letter);
    assert_eq!(case.gate(office), ["noticeWindow"]);
    assert_eq!(office.refused(case.disclosing(office)), ["gateClosed"; 3]);
    // Seven full days after the day of sending, to the end of the seventh in Los Angeles.
    office.at("2026-12-01T08:00:00Z");
    let view = case.view(office);
    assert_eq!(
        view["gates"][0]["gate"],
        json!({"type": "open", "basis": {"type": "enforcementOrder", "paper": order}})
    );
    office.act(case.disclosing(office));
    let view = case.view(office);
    assert_eq!(view["demand"]["disclosures"][0]["incident"], json!(false));
    assert_eq!(view["demand"]["disclosures"][0]["basis"], json!(format!("enforcementOrder:{order}")));
}

/// In Spanish, for another account; its bytes stay in the register.
fn write_to_the_user(office: &Office) {
    let case = Case::log_with(office, "@wild_clover_18", |facts| facts["targets"][0]["language"] = json!("es"));
    let letter = case.letter(office, "es");
    let shown = office.ask("letter", json!({"letter": letter}));
    assert_eq!(shown["missing"], json!([]));
    let text = shown["text"].as_str().unwrap();
    assert!(text.contains("@wild_clover_18"), "{text}");
    assert!(!text.contains("@river_lantern_88"), "a letter names its own user only");
    assert!(shown["pages"].as_u64().unwrap() >= 1);
    office.act(json!({"type": "approveLetter", "letter": letter}));
    let id = letter.parse().unwrap();
    let kept = office.desktop.desk.letter_pdf(id).unwrap();
    assert!(kept.starts_with(b"%PDF-"));
    let shown = office.ask("letter", json!({"letter": letter}));
    let document = shown["letter"]["approval"]["document"].as_str().unwrap().to_owned();
    assert_eq!(office.exported(&case.demand, &document), kept);
    let picture = office.desktop.desk.page(&format!("letter/{letter}/1")).unwrap();
    assert!(picture.bytes.starts_with(b"\x89PNG"));
    // A fact in it changes: it must be made again.
    let mut facts = case.view(office)["demand"]["facts"].clone();
    facts["returnDate"]["date"] = json!("2026-12-21");
    office.act(json!({"type": "amendDemand", "demand": case.demand, "facts": facts, "reason": "the agency moved it"}));
    assert_eq!(office.ask("letter", json!({"letter": letter}))["factsChanged"], json!(true));
    let proof = case.attach(office, "proof.txt", b"proof", "sendingProof");
    let problems = office.refused(json!({
        "type": "markLetterSent", "letter": letter, "sent": {"at": office.now(), "zone": "America/Los_Angeles"},
        "channel": "email", "address": "user@example.com", "proof": proof,
    }));
    assert_eq!(problems, ["factsChanged"]);
}

fn close(office: &Office, case: &Case) {
    let closing = json!({"type": "close", "demand": case.demand, "outcome": "compliedWithOrder", "note": ""});
    assert_eq!(office.refused(closing.clone()), ["noticeUndecided"], "the second account's user was not decided about");
    let view = case.view(office);
    let second = view["demand"]["facts"]["targets"][1]["id"].clone();
    let no = json!({"type": "no", "reason": "no such account"});
    office.act(json!({"type": "decideNotice", "demand": case.demand, "target": second, "decision": no}));
    office.act(closing);
    let view = case.view(office);
    assert_eq!(view["demand"]["outcome"], "compliedWithOrder");
    assert_eq!(view["demand"]["step"], "closed");
    assert_eq!(office.refused(case.disclosing(office)), ["wrongStep"]);
    office.act(json!({"type": "reopen", "demand": case.demand, "reason": "a second order was heard of"}));
}

fn back_up_and_restore(office: &Office, case: &Case) {
    office.verify_clean();
    let backup = office.ask("back_up", json!({"op": new_id(), "folder": null}));
    assert_eq!(backup["verified"], json!(true));
    office.later(TimeDelta::minutes(1));
    office.act(json!({"type": "addNote", "demand": case.demand, "text": "made after the backup", "privileged": false}));
    let token = backup["token"].clone();
    let (me, passphrase) = (office.me(), acceptance::journey::PASSPHRASE);
    let plan = office.ask("look_at_backup", json!({"backup": token, "person": me, "passphrase": passphrase}));
    assert!(plan["entriesLost"].as_u64().unwrap() >= 1, "it says what is lost: {plan:#}");
    let branch = office.ask("verify", json!({}))["head"]["branch"].clone();
    let asked = json!({"op": new_id(), "backup": token, "person": me, "passphrase": passphrase, "reason": "a drill"});
    assert_eq!(office.ask("restore", asked)["state"], "open");
    let report = office.verify_clean();
    assert_ne!(report["head"]["branch"], branch, "a new branch begins");
    let lines = office.ask("timeline", json!({"demand": case.demand}));
    assert!(!lines.to_string().contains("made after the backup"));
    assert_eq!(case.view(office)["demand"]["reference"], json!(case.reference));
}
