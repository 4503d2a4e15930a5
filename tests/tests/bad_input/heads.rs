//! An old file put back, a note that is gone: the desk stands still until an administrator decided (T15).

use std::fs;
use std::path::PathBuf;

use acceptance::journey::{Case, Office, PASSPHRASE, fault_type, new_id};
use serde_json::{Value, json};

/// The register's database as it is on disk, closed.
fn kept(office: &Office) -> Vec<u8> {
    office.ask("lock", json!({}));
    fs::read(office.register.join("register.db")).unwrap()
}

fn put_back(office: &Office, bytes: &[u8]) {
    fs::write(office.register.join("register.db"), bytes).unwrap();
    for beside in ["register.db-wal", "register.db-shm"] {
        let _not_there = fs::remove_file(office.register.join(beside));
    }
}

fn unlock(office: &Office, person: &str) -> Value {
    office.ask("unlock", json!({"person": person, "passphrase": PASSPHRASE}))
}

/// The note of the head this device saw last.
fn note(office: &Office) -> PathBuf {
    let heads = office.folder.path().join("device").join("heads");
    fs::read_dir(heads).unwrap().map(|entry| entry.unwrap().path()).find(|path| path.extension().is_some()).unwrap()
}

#[test]
fn a_whole_file_rolled_back_is_a_red_stop_and_not_a_warning() {
    let office = Office::founded(&["triage", "counsel"]);
    let me = office.me();
    let first = Case::log(&office, "@river_lantern_88");
    let old = kept(&office);
    unlock(&office, &me);
    Case::log(&office, "@paper_kite_4");
    let seen = note(&office);
    let newer = kept(&office);
    put_back(&office, &old);

    let session = unlock(&office, &me);
    assert_eq!(session["state"], "stopped");
    assert_eq!(session["stop"]["kind"], "headLost");
    let number = |value: &Value| value["seq"].as_str().unwrap().parse::<u64>().unwrap();
    assert!(number(&session["stop"]["lastSeen"]) > number(&session["stop"]["found"]));
    assert_eq!(session["stop"]["mayAccept"], true);
    let evidence = fs::read(&seen).unwrap();

    // Nothing is shown and nothing is recorded, by whatever name it is asked.
    for (command, request) in [
        ("queue_counts", json!({})),
        ("demand", json!({"demand": first.demand, "asOf": null, "knownAt": null})),
        ("timeline", json!({"demand": first.demand, "knownAt": null})),
        ("back_up", json!({"op": new_id(), "folder": null})),
        ("change_passphrase", json!({"old": PASSPHRASE, "new": "another long one"})),
        ("save_draft", json!({"key": "intake", "value": {}})),
    ] {
        assert_eq!(office.fails(command, request), "headDiffers", "{command}");
    }
    let note_act = json!({"type": "addNote", "demand": first.demand, "text": "x", "privileged": false});
    assert_eq!(fault_type(&office.try_act(note_act).unwrap_err()), "headDiffers");
    assert_eq!(fs::read(&seen).unwrap(), evidence, "the note is evidence and stays");
    // The whole register can be walked; what does not hold is named.
    assert_eq!(office.ask("verify", json!({}))["withLastSeen"], false);

    // Bringing the newer file back is the best end: no stop.
    office.ask("lock", json!({}));
    put_back(&office, &newer);
    assert_eq!(unlock(&office, &me)["state"], "open");
    office.verify_clean();

    // Going on without it is an administrator's act, with a reason, on record; it is asked once.
    office.ask("lock", json!({}));
    put_back(&office, &old);
    assert_eq!(unlock(&office, &me)["state"], "stopped");
    assert_eq!(office.fails("accept_head", json!({"reason": "  "})), "refused");
    let session = office.ask("accept_head", json!({"reason": "the disk was replaced by IT"}));
    assert_eq!(session["state"], "open");
    assert_eq!(session["stop"], Value::Null);
    assert_eq!(office.ask("queue_counts", json!({}))["all"], json!(1));
    office.ask("lock", json!({}));
    assert_eq!(unlock(&office, &me)["state"], "open", "it is not asked again");
    office.verify_clean();
}

#[test]
fn only_an_administrator_goes_on_and_the_refusal_is_on_record() {
    let office = Office::founded(&["triage", "counsel"]);
    let me = office.me();
    let other = office.hire("S. Okafor", &["triage"]);
    let old = kept(&office);
    unlock(&office, &me);
    Case::log(&office, "@river_lantern_88");
    office.ask("lock", json!({}));
    put_back(&office, &old);
    let session = unlock(&office, &other);
    assert_eq!(session["stop"]["mayAccept"], false);
    assert_eq!(session["stop"]["whoMay"], json!(["A. Rivera"]));
    assert_eq!(office.fails("accept_head", json!({"reason": "it was me"})), "refused");
    office.ask("lock", json!({}));
    assert_eq!(unlock(&office, &me)["state"], "stopped", "a refusal does not make it go on");
    assert_eq!(office.ask("accept_head", json!({"reason": "put back on purpose"}))["state"], "open");
    office.verify_clean();
}

#[test]
fn a_note_that_is_gone_or_not_ours_is_a_stop_too() {
    for (kind, change) in [
        ("noteMissing", (|path: &PathBuf| fs::remove_file(path).unwrap()) as fn(&PathBuf)),
        ("noteAltered", |path| fs::write(path, "not a note").unwrap()),
    ] {
        let office = Office::founded(&["triage"]);
        let me = office.me();
        Case::log(&office, "@river_lantern_88");
        office.ask("lock", json!({}));
        change(&note(&office));
        let session = unlock(&office, &me);
        assert_eq!((&session["state"], &session["stop"]["kind"]), (&json!("stopped"), &json!(kind)));
        assert_eq!(session["stop"]["lastSeen"], Value::Null);
        assert_eq!(office.ask("accept_head", json!({"reason": "a new home folder"}))["state"], "open");
        office.ask("lock", json!({}));
        assert_eq!(unlock(&office, &me)["state"], "open");
        office.verify_clean();
    }
}
