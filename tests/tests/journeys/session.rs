//! Drafts, locking, and starting: the recovery key typed back.

use acceptance::journey::{Case, Desktop, Office, PASSPHRASE, fault_type, new_id};
use serde_json::{Value, json};

const COUNSEL: &[&str] = &["triage", "counsel", "letters", "records"];

#[test]
fn drafts_are_kept_for_their_person_and_are_no_evidence() {
    let office = Office::founded(COUNSEL);
    office.hire("S. Okafor", &["triage"]);
    let draft = json!({"key": "intake", "value": {"recipient": "Example Platform, Inc.", "targets": [{"identifier": "@half_typed"}]}});
    let entries = office.ask("verify", json!({}))["entries"].clone();
    office.ask("save_draft", draft.clone());
    assert_eq!(office.ask("verify", json!({}))["entries"], entries, "a draft is not an entry");
    office.sits_down("S. Okafor");
    assert_eq!(office.ask("load_draft", json!({"key": "intake"})), json!(null), "another person's");
    office.sits_down("A. Rivera");
    assert_eq!(office.ask("load_draft", json!({"key": "intake"})), draft);
    office.ask("drop_draft", json!({"key": "intake"}));
    assert_eq!(office.ask("load_draft", json!({"key": "intake"})), json!(null));
}

#[test]
fn locked_means_closed() {
    let office = Office::founded(COUNSEL);
    let case = Case::log(&office, "@river_lantern_88");
    let letter = case.letter(&office, "en");
    let picture = format!("letter/{letter}/1");
    assert!(office.desktop.desk.page(&picture).is_ok());
    // While it is open, nobody else opens it; once locked, anybody who may.
    let other = Desktop::at(&office.folder.path().join("another device"), "2026-11-23T18:05:00Z");
    assert_eq!(fault_type(&other.enter(&office.register, "A. Rivera", PASSPHRASE).unwrap_err()), "registerInUse");
    assert_eq!(office.ask("lock", json!({}))["state"], "locked");
    for (name, request) in [
        ("demand", json!({"demand": case.demand})),
        ("timeline", json!({"demand": case.demand})),
        ("queue", json!({"view": "all", "sort": "due", "limit": 5})),
        ("queue_counts", json!({})),
        ("letter", json!({"letter": letter})),
        ("people", json!({})),
        ("policy", json!({})),
        ("verify", json!({})),
        ("backups", json!({})),
        ("load_draft", json!({"key": "intake"})),
        (
            "act",
            json!({"op": new_id(), "act": {"type": "addNote", "demand": case.demand, "text": "x", "privileged": false}}),
        ),
    ] {
        assert_eq!(office.fails(name, request), "locked", "{name}");
    }
    assert_eq!(office.desktop.desk.page(&picture).unwrap_err(), desk::PageFault::Locked);
    let locked = office.ask("session", json!({}));
    assert_eq!((&locked["person"], &locked["personName"], &locked["roles"]), (&json!(null), &json!(""), &json!([])));
    // The first time on a device, somebody confirms once which entry is the last.
    let session = other.enter(&office.register, "A. Rivera", PASSPHRASE).unwrap();
    let entry = &session["stop"]["found"]["seq"];
    other.ask("accept_head", json!({"reason": "a second computer", "entry": entry}));
    assert_eq!(other.ask("demand", json!({"demand": case.demand}))["demand"]["reference"], json!(case.reference));
    other.ask("lock", json!({}));
    office.sits_down("A. Rivera");
    office.verify_clean();
}

#[test]
fn a_real_register_starts_when_the_recovery_key_was_typed_back() {
    let folder = tempfile::tempdir().unwrap();
    let desktop = Desktop::at(&folder.path().join("device"), "2026-11-23T18:00:00Z");
    let place = desktop.desk.offer(folder.path()).unwrap();
    let request = json!({"folder": place.token, "name": "Notices", "organisation": "Example Platform, Inc.",
        "zone": "America/Los_Angeles", "person": "A. Rivera", "roles": ["counsel"], "passphrase": PASSPHRASE});
    let created = desktop.ask("create_register", request.clone());
    assert_eq!(created["session"]["state"], "recoveryKeyPending");
    assert_eq!(problem(&desktop, "queue_counts", json!({})), "recoveryKeyNotConfirmed");
    let fault = desktop.call("confirm_recovery_key", json!({"typed": "AAAAA-BBBBB"})).unwrap_err();
    assert_eq!(fault_type(&fault), "recoveryKeyDiffers");
    let typed = created["recoveryKey"].as_str().unwrap().to_lowercase().replace('-', " ");
    assert_eq!(desktop.ask("confirm_recovery_key", json!({"typed": typed}))["state"], "open");
    assert_eq!(desktop.call("create_register", request).unwrap_err()["type"], "registerExists");
}

fn problem(desktop: &Desktop, name: &str, request: Value) -> String {
    let fault = desktop.call(name, request).unwrap_err();
    fault["problems"][0]["type"].as_str().unwrap().to_owned()
}

#[test]
fn a_register_is_not_founded_on_what_cannot_be() {
    let folder = tempfile::tempdir().unwrap();
    let desktop = Desktop::at(&folder.path().join("device"), "2026-11-23T18:00:00Z");
    let place = desktop.desk.offer(folder.path()).unwrap();
    let good = json!({"folder": place.token, "name": "Notices", "organisation": "Example Platform, Inc.",
        "zone": "America/Los_Angeles", "person": "A. Rivera", "roles": ["counsel"], "passphrase": PASSPHRASE});
    for (field, value) in [
        ("name", ""),
        ("name", "../outside"),
        ("name", "a\u{0}b"),
        ("name", ".hidden"),
        ("zone", "Mars/Olympus"),
        ("person", "  "),
        ("organisation", ""),
        ("passphrase", "short"),
    ] {
        let mut request = good.clone();
        request[field] = json!(value);
        let fault = desktop.call("create_register", request).unwrap_err();
        assert_eq!(fault_type(&fault), "refused", "{field} {value:?}");
        assert!(fault["problems"].to_string().contains(field), "{fault}");
    }
    let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|one| one.unwrap().file_name()).collect();
    assert_eq!(left, ["device"], "nothing was left lying about");
}
