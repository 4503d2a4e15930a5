//! Backups, restoring, verification, recovery, removal.

use contract::{
    AddPersonRequest, BackUpRequest, Commands as _, Empty, Fault, LookAtBackupRequest, OpenRegisterRequest,
    RecoverRequest, RemovePersonRequest, RestoreRequest, SessionState, UnlockRequest,
};
use matter::ids::OpId;
use matter::people::Role;

use crate::{PASSPHRASE, desk_in, founded};

fn op(number: u128) -> OpId {
    OpId(uuid::Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 | number))
}

fn add(desk: &desk::Desk, number: u128, name: &str, roles: &[Role]) {
    let roles = roles.to_vec();
    desk.add_person(AddPersonRequest {
        op: op(number),
        name: name.to_owned(),
        roles,
        passphrase: format!("{PASSPHRASE} {name}"),
    })
    .unwrap();
}

#[test]
fn a_backup_is_verified_and_a_restore_says_what_is_lost() {
    let (state, place) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (desk, clock) = desk_in(state.path());
    founded(&desk, place.path());
    let me = desk.session(Empty {}).unwrap().person.unwrap();
    let backup = desk.back_up(BackUpRequest { op: op(1), folder: None }).unwrap();
    assert!(backup.verified);
    clock.set("2026-11-23T19:00:00Z".parse().unwrap());
    add(&desk, 2, "S. Okafor", &[Role::Triage]);
    let plan = desk
        .look_at_backup(LookAtBackupRequest {
            backup: backup.token.clone(),
            person: me,
            passphrase: PASSPHRASE.to_owned(),
        })
        .unwrap();
    // The entry about the backup, and the person added.
    assert_eq!(plan.entries_lost.unwrap().get(), 2);
    let restored = desk
        .restore(RestoreRequest {
            op: op(3),
            backup: backup.token,
            person: me,
            passphrase: PASSPHRASE.to_owned(),
            reason: "trial".to_owned(),
        })
        .unwrap();
    assert_eq!(restored.state, SessionState::Open);
    assert_eq!(desk.people(Empty {}).unwrap().people.persons.len(), 1);
    let report = desk.verify(Empty {}).unwrap();
    assert!(report.consistent, "{:?}", report.findings);
    assert_eq!(report.with_last_seen, Some(true), "{:?}", report.findings);
}

#[test]
fn a_removed_person_opens_nothing_and_old_backups_are_named() {
    let (state, place) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (desk, _) = desk_in(state.path());
    founded(&desk, place.path());
    let me = desk.session(Empty {}).unwrap().person.unwrap();
    add(&desk, 1, "S. Okafor", &[Role::Triage]);
    desk.back_up(BackUpRequest { op: op(2), folder: None }).unwrap();
    let disk = place.path().join("usb disk");
    std::fs::create_dir(&disk).unwrap();
    let folder = Some(desk.offer(&disk).unwrap().token);
    let elsewhere = desk.back_up(BackUpRequest { op: op(4), folder }).unwrap();
    let gone =
        desk.people(Empty {}).unwrap().people.persons.iter().find(|person| person.name == "S. Okafor").unwrap().id;
    let removed =
        desk.remove_person(RemovePersonRequest { op: op(3), person: gone, reason: "left".to_owned() }).unwrap();
    let named: Vec<(bool, &str)> =
        removed.old_backups.iter().map(|backup| (backup.elsewhere, backup.name.as_str())).collect();
    assert_eq!(named.len(), 2, "{named:?}");
    assert!(named.contains(&(true, format!("usb disk/{}", elsewhere.name).as_str())), "{named:?}");
    assert!(removed.old_backups.iter().all(|backup| backup.made == elsewhere.made));
    assert!(desk.verify(Empty {}).unwrap().consistent);
    desk.lock(Empty {}).unwrap();
    let refused = desk.unlock(UnlockRequest { person: gone, passphrase: format!("{PASSPHRASE} S. Okafor") });
    assert_eq!(refused.unwrap_err(), Fault::WrongPassphrase);
    let back = desk.unlock(UnlockRequest { person: me, passphrase: PASSPHRASE.to_owned() }).unwrap();
    assert_eq!(back.state, SessionState::Open);
    assert!(desk.verify(Empty {}).unwrap().findings.is_empty());
}

#[test]
fn the_recovery_key_gives_a_person_a_new_passphrase() {
    let (state, place) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (desk, _) = desk_in(state.path());
    let recovery_key = founded(&desk, place.path());
    let me = desk.session(Empty {}).unwrap().person.unwrap();
    desk.close_register(Empty {}).unwrap();
    desk.open_register(OpenRegisterRequest { folder: "recent-0".to_owned() }).unwrap();
    let passphrase = "another passphrase".to_owned();
    let wrong = RecoverRequest { recovery_key: "AAAAA-BBBBB".to_owned(), person: me, passphrase: passphrase.clone() };
    assert_eq!(desk.recover(wrong).unwrap_err(), Fault::WrongPassphrase);
    let session = desk.recover(RecoverRequest { recovery_key, person: me, passphrase: passphrase.clone() }).unwrap();
    assert_eq!(session.state, SessionState::Open);
    desk.lock(Empty {}).unwrap();
    let old = desk.unlock(UnlockRequest { person: me, passphrase: PASSPHRASE.to_owned() });
    assert_eq!(old.unwrap_err(), Fault::WrongPassphrase);
    desk.unlock(UnlockRequest { person: me, passphrase }).unwrap();
    let report = desk.verify(Empty {}).unwrap();
    assert!(report.consistent, "{:?}", report.findings);
}
