//! Three people: who may do what, who says so, and what becomes of somebody who leaves.

use acceptance::journey::{Case, Office, PASSPHRASE, Ruling, fault_type, new_id};
use serde_json::{Value, json};

/// A. Rivera administers and triages; M. Chen is counsel; S. Okafor triages.
fn three() -> Office {
    let office = Office::founded(&["triage"]);
    office.hire("M. Chen", &["counsel"]);
    office.hire("S. Okafor", &["triage", "letters"]);
    office
}

fn refusal(office: &Office, act: Value) -> Value {
    let fault = office.try_act(act).unwrap_err();
    assert_eq!(fault_type(&fault), "refused");
    fault["problems"][0].clone()
}

#[test]
fn triage_cannot_verify_and_is_told_who_can() {
    let office = three();
    office.sits_down("S. Okafor");
    let case = Case::log(&office, "@river_lantern_88");
    let proceeding = case.proceeding(&office, "26-mc-80416");
    let ruling = Ruling { comply_by: Some("2026-12-04"), ..Ruling::order("produce", "2026-11-20") };
    let paper = case.record(&office, &proceeding, &ruling);
    let told = refusal(&office, case.verifying(&proceeding, &paper, &ruling));
    assert_eq!(told, json!({"type": "notAllowed", "roles": ["counsel"], "who": ["M. Chen"]}));
    assert_eq!(case.headline(&office), "claimed");
    assert!(!case.view(&office)["may"].as_array().unwrap().contains(&json!("verifyPaper")));
    for act in [case.deciding("object"), case.disclosing(&office)] {
        assert_eq!(refusal(&office, act)["type"], "notAllowed");
    }
    office.sits_down("M. Chen");
    office.act(case.verifying(&proceeding, &paper, &ruling));
    assert_eq!(case.headline(&office), "inForce");
    office.verify_clean();
}

#[test]
fn who_wrote_a_letter_does_not_approve_it_where_another_counsel_is() {
    let office = three();
    office.sits_down("M. Chen");
    let case = Case::log(&office, "@river_lantern_88");
    let alone = case.letter(&office, "en");
    office.act(json!({"type": "approveLetter", "letter": alone}));
    let shown = office.ask("letter", json!({"letter": alone}));
    assert_eq!(
        shown["letter"]["approval"]["selfApproved"],
        json!(true),
        "alone, it is shown as approved by its author"
    );
    let okafor = person(&office, "S. Okafor");
    office.act(json!({"type": "setRoles", "person": okafor, "roles": ["triage", "letters", "counsel"]}));
    let other = Case::log(&office, "@quiet_harbor_3");
    let letter = other.letter(&office, "en");
    assert_eq!(refusal(&office, json!({"type": "approveLetter", "letter": letter}))["type"], "authorApproves");
    office.sits_down("S. Okafor");
    office.act(json!({"type": "approveLetter", "letter": letter}));
    assert_eq!(office.ask("letter", json!({"letter": letter}))["letter"]["approval"]["selfApproved"], json!(false));
}

fn person(office: &Office, name: &str) -> String {
    let people = office.ask("people", json!({}));
    let persons = people["people"]["persons"].as_array().unwrap();
    persons.iter().find(|one| one["name"] == name).unwrap()["id"].as_str().unwrap().to_owned()
}

#[test]
fn counsel_grants_counsel() {
    let office = three();
    let okafor = person(&office, "S. Okafor");
    let grant = json!({"type": "setRoles", "person": okafor, "roles": ["triage", "letters", "counsel"]});
    assert_eq!(refusal(&office, grant.clone())["type"], "counselGrantsCounsel", "an administrator alone cannot");
    let hire = json!({"op": new_id(), "name": "R. Stone", "roles": ["counsel"], "passphrase": PASSPHRASE});
    assert_eq!(office.call("add_person", hire).unwrap_err()["problems"][0]["type"], "counselGrantsCounsel");
    let chen = person(&office, "M. Chen");
    let strip = json!({"type": "setRoles", "person": chen, "roles": ["triage"]});
    assert_eq!(refusal(&office, strip)["type"], "lastOfRole", "the last counsel stays");
    office.sits_down("M. Chen");
    office.act(grant);
    office.verify_clean();
}

#[test]
fn who_left_opens_nothing() {
    let office = three();
    office.sits_down("S. Okafor");
    let case = Case::log(&office, "@river_lantern_88");
    let document = case.attach(&office, "paper.txt", b"the paper itself", "instrument");
    office.sits_down("A. Rivera");
    let okafor = person(&office, "S. Okafor");
    let before = std::fs::read(office.register.join("register.db")).unwrap();
    let ring = std::fs::read(office.register.join("keyring.json")).unwrap();
    let removed = office.ask("remove_person", json!({"op": new_id(), "person": okafor, "reason": "left the company"}));
    assert!(removed["oldBackups"].is_array());
    let session = office.ask("session", json!({}));
    assert!(!session["persons"].to_string().contains("S. Okafor"));
    // Their passphrase opens nothing, also with the old key ring put back beside the new database.
    office.ask("lock", json!({}));
    let unlocking = json!({"person": okafor, "passphrase": PASSPHRASE});
    assert_ne!(office.call("unlock", unlocking.clone()).unwrap_err(), json!(null));
    let new_ring = std::fs::read(office.register.join("keyring.json")).unwrap();
    let copies: Vec<_> = std::fs::read_dir(&office.register).unwrap().map(|one| one.unwrap().path()).collect();
    for copy in copies.iter().filter(|path| path.file_name().unwrap().to_string_lossy().starts_with("keyring")) {
        std::fs::write(copy, &ring).unwrap();
    }
    let old_key = office.call("unlock", unlocking);
    assert!(old_key.is_err(), "the old key ring opens nothing: {old_key:?}");
    for copy in copies.iter().filter(|path| path.file_name().unwrap().to_string_lossy().starts_with("keyring")) {
        std::fs::write(copy, &new_ring).unwrap();
    }
    assert_ne!(std::fs::read(office.register.join("register.db")).unwrap(), before, "written anew under another key");
    // Everybody who stays keeps their passphrase, and everything is there.
    for name in ["A. Rivera", "M. Chen"] {
        office.sits_down(name);
        assert_eq!(office.exported(&case.demand, &document), b"the paper itself");
    }
    let lines = office.ask("timeline", json!({"demand": case.demand}));
    assert_eq!(lines[0]["actor"], json!(okafor), "what they did stands");
    office.verify_clean();
}

#[test]
fn the_recovery_key_gives_a_new_passphrase_and_nothing_else() {
    let office = three();
    let chen = person(&office, "M. Chen");
    office.ask("lock", json!({}));
    let wrong = json!({"recoveryKey": office.recovery_key.replace(['A', 'B', 'C', '2', '7'], "D"), "person": chen, "passphrase": "another passphrase"});
    assert_eq!(office.fails("recover", wrong), "wrongPassphrase");
    let right = json!({"recoveryKey": office.recovery_key, "person": chen, "passphrase": "another passphrase"});
    assert_eq!(office.ask("recover", right)["personName"], "M. Chen");
    office.ask("lock", json!({}));
    assert_eq!(office.fails("unlock", json!({"person": chen, "passphrase": PASSPHRASE})), "wrongPassphrase");
    office.ask("unlock", json!({"person": chen, "passphrase": "another passphrase"}));
    office.verify_clean();
}
