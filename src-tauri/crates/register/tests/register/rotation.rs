//! R25: removing a person changes the key; nobody who stays is locked out, and the old key opens nothing.

use std::sync::atomic::AtomicBool;

use matter::ids::PersonId;
use register::{Fault, KeyRing, NewHolder, RecoveryKey, Register, Setting};

use crate::stage::{PASSPHRASE, Stage, at, findings, logged, random_id, unlock};

fn add(stage: &Stage, passphrase: &str) -> PersonId {
    let person = PersonId(random_id());
    stage.register.add_holder(&NewHolder { person, label: "S. Okafor", passphrase }).unwrap();
    person
}

fn known(register: &Register) -> Vec<ed25519_dalek::VerifyingKey> {
    register.public_keys().unwrap().into_iter().map(|(_, _, key)| key).collect()
}

fn unlock_as(setting: &Setting, person: PersonId, passphrase: &str) -> Result<register::Unlocked, Fault> {
    KeyRing::read(&setting.folder, setting.strength)?.unlock(person, passphrase)
}

#[test]
fn a_removed_person_and_the_old_key_open_nothing_and_the_others_do() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    stage.fill(1, 3);
    let (gone, stays) = (add(&stage, "gone"), add(&stage, "stays"));
    let backup = stage.register.backup(None, at(90), &mut |_| {}, &AtomicBool::new(false)).unwrap();
    let old = unlock(&stage.setting, stage.person).unwrap();
    let head = stage.register.head().unwrap();
    let keys = known(&stage.register);
    let done = stage.register.rotate(&old, &[gone], &keys, &AtomicBool::new(false)).unwrap();
    let name = backup.path.file_name().unwrap().to_string_lossy().into_owned();
    assert_eq!(done.old_backups, [(name, backup.manifest.made)]);
    assert!(matches!(stage.register.head(), Err(Fault::Locked)));
    assert!(Register::open(&stage.setting, &old, at(91)).is_err(), "the old key opens nothing");
    let register = Register::open(&stage.setting, &done.unlocked, at(91)).unwrap();
    assert_eq!(register.head().unwrap(), head);
    assert_eq!(findings(&register), []);
    assert_eq!(register.audit().unwrap(), []);
    register.close().unwrap();
    assert!(matches!(unlock_as(&stage.setting, gone, "gone"), Err(Fault::WrongPassphrase)));
    for (person, passphrase) in [(stays, "stays"), (stage.person, PASSPHRASE), (stays, "stays")] {
        let unlocked = unlock_as(&stage.setting, person, passphrase).unwrap();
        Register::open(&stage.setting, &unlocked, at(92)).unwrap().close().unwrap();
    }
    let printed = stage.founded.recovery.printed().unwrap();
    let mut ring = KeyRing::read(&stage.setting.folder, stage.setting.strength).unwrap();
    let unlocked = ring.unlock_with_recovery(&RecoveryKey::typed(&printed).unwrap()).unwrap();
    Register::open(&stage.setting, &unlocked, at(93)).unwrap();
}

/// Acts that wait for the writer while the copy is made are either in the copy or refused: none is acknowledged and lost.
#[test]
fn an_act_beside_the_change_of_keys_is_kept_or_refused() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    stage.fill(1, 3);
    let (mut unlocked, mut kept) = (stage.founded.founder.clone(), Vec::new());
    let mut stage = stage;
    for round in 0..8 {
        let keys = known(&stage.register);
        let (done, acknowledged) = std::thread::scope(|scope| {
            let writers: Vec<_> = (0..4)
                .map(|_| {
                    scope.spawn(|| {
                        let mut acknowledged = Vec::new();
                        loop {
                            let demand = matter::ids::DemandId(random_id());
                            match stage.act(vec![logged(demand, "2026-0001", "Example", 5)], 40) {
                                Ok(_) => acknowledged.push(demand),
                                Err(Fault::Locked) => return acknowledged,
                                Err(other) => panic!("{other:?}"),
                            }
                        }
                    })
                })
                .collect();
            std::thread::sleep(std::time::Duration::from_millis(30));
            let done = stage.register.rotate(&unlocked, &[], &keys, &AtomicBool::new(false)).unwrap();
            (done, writers.into_iter().flat_map(|writer| writer.join().unwrap()).collect::<Vec<_>>())
        });
        assert!(!acknowledged.is_empty());
        kept.extend(acknowledged);
        unlocked = done.unlocked;
        let register = Register::open(&stage.setting, &unlocked, at(50 + round)).unwrap();
        stage = Stage { register, ..stage };
        for demand in &kept {
            let version = stage.register.version(&matter::journal::Subject::Demand(*demand)).unwrap();
            assert_eq!(version, 1, "round {round}: an acknowledged act is lost");
        }
    }
    assert_eq!(findings(&stage.register), []);
}

#[test]
fn keys_changed_several_times_reach_someone_who_was_away() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    let away = add(&stage, "away");
    let mut register = stage.register;
    let mut unlocked = stage.founded.founder.clone();
    for round in 0..4 {
        let keys = known(&register);
        let done = register.rotate(&unlocked, &[], &keys, &AtomicBool::new(false)).unwrap();
        unlocked = done.unlocked;
        register = Register::open(&stage.setting, &unlocked, at(20 + round)).unwrap();
    }
    register.close().unwrap();
    let back = unlock_as(&stage.setting, away, "away").unwrap();
    Register::open(&stage.setting, &back, at(30)).unwrap();
}

#[test]
fn a_public_key_that_the_journal_does_not_know_is_handed_nothing() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    let keys = known(&stage.register);
    add(&stage, "slipped in");
    let refused = stage.register.rotate(&stage.founded.founder, &[], &keys, &AtomicBool::new(false));
    assert!(matches!(refused, Err(Fault::Damaged { .. })));
    assert_eq!(findings(&stage.register), [], "and the register goes on");
}
