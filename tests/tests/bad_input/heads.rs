//! An old file put back, a note that is gone: the desk stands still until an administrator decided (T15).

use std::fs;
use std::path::PathBuf;

use acceptance::journey::{Case, Desktop, Office, PASSPHRASE, fault_type, new_id};
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
    let mut notes = fs::read_dir(heads).unwrap().map(|entry| entry.unwrap().path());
    notes.find(|path| path.extension().is_some_and(|kind| kind == "note")).unwrap()
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

#[test]
fn the_door_for_damaged_registers_does_not_lead_past_the_stop() {
    let office = Office::founded(&["triage", "counsel"]);
    let me = office.me();
    let case = Case::log(&office, "@river_lantern_88");
    let old = kept(&office);
    unlock(&office, &me);
    Case::log(&office, "@paper_kite_4");
    office.ask("lock", json!({}));
    put_back(&office, &old);
    let damaged = || office.ask("open_damaged", json!({"person": me, "passphrase": PASSPHRASE}));

    // It opens as it should, so it is opened as it should: stopped.
    let session = damaged();
    assert_eq!((&session["state"], &session["readOnly"]), (&json!("stopped"), &json!(false)));
    assert_eq!(session["stop"]["kind"], "headLost");
    assert_eq!(office.fails("demand", json!({"demand": case.demand})), "headDiffers");

    // Old and damaged: it can only be read, and it is stopped all the same. Nobody can go on: nothing can be written.
    office.ask("lock", json!({}));
    super::hit_a_page_that_opening_needs(&office.register, register::Strength::for_tests());
    let bytes = fs::read(office.register.join("register.db")).unwrap();
    assert_eq!(office.fails("unlock", json!({"person": me, "passphrase": PASSPHRASE})), "storeDamaged");
    let session = damaged();
    assert_eq!((&session["state"], &session["readOnly"]), (&json!("stopped"), &json!(true)));
    assert_eq!((&session["stop"]["mayAccept"], &session["stop"]["whoMay"]), (&json!(false), &json!([])));
    for (command, request) in [
        ("demand", json!({"demand": case.demand})),
        ("queue_counts", json!({})),
        ("timeline", json!({"demand": case.demand})),
        ("policy", json!({})),
    ] {
        assert_eq!(office.fails(command, request), "headDiffers", "{command}");
    }
    assert_eq!(office.fails("accept_head", json!({"reason": "let me in"})), "readOnly");
    office.ask("quarantine", json!({}));
    assert_eq!(fs::read(office.register.join("register.db")).unwrap(), bytes, "nothing was written");
}

#[test]
fn the_first_time_on_a_device_anybody_confirms_the_last_entry_once() {
    let office = Office::founded(&["triage", "counsel"]);
    office.hire("S. Okafor", &["triage"]);
    let case = Case::log(&office, "@river_lantern_88");
    office.ask("lock", json!({}));

    let other = Desktop::at(&office.folder.path().join("elsewhere"), "2026-11-23T18:00:00Z");
    let session = other.enter(&office.register, "S. Okafor", PASSPHRASE).unwrap();
    assert_eq!((&session["state"], &session["stop"]["kind"]), (&json!("stopped"), &json!("neverSeen")));
    assert_eq!((&session["stop"]["mayAccept"], &session["stop"]["lastSeen"]), (&json!(true), &Value::Null));
    assert_eq!(session["stop"]["whoMay"], json!(["A. Rivera", "S. Okafor"]));
    let view = json!({"demand": case.demand});
    assert_eq!(fault_type(&other.call("demand", view.clone()).unwrap_err()), "headDiffers");

    let found = session["stop"]["found"]["seq"].as_str().unwrap().to_owned();
    let accept = |entry: Value| other.call("accept_head", json!({"reason": "my own laptop", "entry": entry}));
    for wrong in [Value::Null, json!(" "), json!("1"), json!("all of it")] {
        let fault = accept(wrong.clone()).unwrap_err();
        assert_eq!(fault["problems"][0]["field"], "entry", "{wrong}: {fault}");
    }
    // Closed without an answer, it is asked again.
    other.ask("lock", json!({}));
    assert_eq!(other.enter(&office.register, "S. Okafor", PASSPHRASE).unwrap()["state"], "stopped");
    assert_eq!(accept(json!(found)).unwrap()["state"], "open");
    assert_eq!(other.ask("demand", view)["demand"]["reference"], json!(case.reference));
    other.ask("lock", json!({}));
    assert_eq!(other.enter(&office.register, "A. Rivera", PASSPHRASE).unwrap()["state"], "open", "it is asked once");
    let report = other.ask("verify", json!({}));
    assert_eq!((&report["consistent"], &report["findings"]), (&json!(true), &json!([])), "{report:#}");
    other.ask("lock", json!({}));
    office.sits_down("A. Rivera");
    assert_eq!(office.ask("session", json!({}))["state"], "open", "the founder's device is not asked");
    office.verify_clean();
}

/// A register's folder, whole.
fn copied(from: &std::path::Path, to: &std::path::Path) {
    let _not_there = fs::remove_dir_all(to);
    fs::create_dir(to).unwrap();
    for item in fs::read_dir(from).unwrap() {
        let item = item.unwrap();
        if item.file_type().unwrap().is_file() {
            fs::copy(item.path(), to.join(item.file_name())).unwrap();
        }
    }
}

#[test]
fn somebody_removed_does_not_come_back_with_an_old_folder() {
    let office = Office::founded(&["triage", "counsel"]);
    let me = office.me();
    let gone = office.hire("M. Gone", &["administrator", "triage"]);
    let backup = office.ask("back_up", json!({"op": new_id(), "folder": null}));
    let backup = office.register.join("backups").join(backup["name"].as_str().unwrap());
    office.ask("lock", json!({}));
    let old = office.folder.path().join("kept by M. Gone");
    copied(&office.register, &old);
    unlock(&office, &me);
    office.ask("remove_person", json!({"op": new_id(), "person": gone, "reason": "left"}));
    office.ask("lock", json!({}));
    let aside = office.folder.path().join("newest");
    fs::rename(&office.register, &aside).unwrap();
    copied(&old, &office.register);

    // The old key ring opens the old file, and the old chain says administrator. This device knows better.
    office.desktop.desk.open_path(&office.register).unwrap();
    let session = unlock(&office, &gone);
    assert_eq!((&session["state"], &session["stop"]["kind"]), (&json!("stopped"), &json!("headLost")));
    assert_eq!((&session["stop"]["mayAccept"], &session["stop"]["whoMay"]), (&json!(false), &json!(["A. Rivera"])));
    assert_eq!(office.fails("accept_head", json!({"reason": "I am back"})), "refused");
    // Nor with a backup of that time.
    office.ask("lock", json!({}));
    let backup = aside.join("backups").join(backup.file_name().unwrap());
    let offered = |path| office.desktop.desk.offer(path).unwrap().token;
    let restore = |person: &str| {
        let request = json!({"op": new_id(), "backup": offered(backup.as_path()), "person": person,
            "passphrase": PASSPHRASE, "reason": "the newest folder is gone"});
        office.call("restore", request)
    };
    let fault = restore(&gone).unwrap_err();
    assert_eq!(fault["problems"][0], json!({"type": "notAllowed", "roles": ["administrator"], "who": ["A. Rivera"]}));
    // Who stayed may: with the note gone too the list still holds.
    fs::remove_file(note(&office)).unwrap();
    let session = unlock(&office, &gone);
    assert_eq!((&session["stop"]["kind"], &session["stop"]["mayAccept"]), (&json!("noteMissing"), &json!(false)));
    office.ask("lock", json!({}));
    assert_eq!(unlock(&office, &me)["stop"]["mayAccept"], true);
    assert_eq!(restore(&me).unwrap()["state"], "open");
    office.verify_clean();
}
