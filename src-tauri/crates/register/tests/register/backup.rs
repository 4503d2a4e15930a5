//! R8: backups that hold, backups that do not, and putting a register back.

use std::sync::atomic::AtomicBool;

use matter::entry::Entry;
use matter::ids::{BranchId, DemandId};
use matter::journal::{Append, Digest, Subject, Write};
use matter::register::RegisterEntry;
use register::{
    Backup, Fault, KeyRing, Loss, Register, Restored, Setting, Unlocked, backups, check_backup, restore, thin,
};

use crate::stage::{PASSPHRASE, Seeded, Stage, at, copy_folder, findings, random_id, rounds, setting};

fn back_up(stage: &Stage, second: i64) -> Result<Backup, Fault> {
    stage.register.backup(None, at(second), &mut |_| {}, &AtomicBool::new(false))
}

/// The entry that says a register was put back.
fn restored(register: &Register, loss: &Loss, unlocked: &Unlocked, branch: BranchId) -> Result<(), Fault> {
    let entry = RegisterEntry::RegisterRestored {
        backup: loss.backup.unwrap(),
        last_seen: loss.furthest(),
        branch,
        reason: "the disk was lost".to_owned(),
    };
    let write = Write {
        subject: Subject::Register,
        expected: register.version(&Subject::Register)?,
        entries: vec![Entry::Register(entry)],
    };
    let moment = matter::time::Moment { at: at(900), zone: chrono_tz::America::Los_Angeles };
    let act = Append {
        op: matter::ids::OpId(random_id()),
        request: Digest::of(b"restore"),
        actor: unlocked.holder,
        happened: moment,
        recorded: at(900),
        reads: Vec::new(),
        writes: vec![write],
    };
    register.append(&act, &unlocked.signer).map(|_| ())
}

fn put_back(from: &std::path::Path, setting: &Setting, unlocked: &Unlocked) -> Result<Restored, Fault> {
    let branch = BranchId(random_id());
    let record = &mut |register: &Register, loss: &Loss| restored(register, loss, unlocked, branch);
    restore(from, setting, unlocked, branch, at(900), record, &mut |_| {}, &AtomicBool::new(false))
}

#[test]
fn a_backup_is_made_while_others_write_and_opens_whole() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    stage.fill(1, 5);
    let backup = std::thread::scope(|scope| {
        let writing = scope.spawn(|| {
            for number in 0..20 {
                stage.act(vec![Stage::note(DemandId(random_id()), 0, "meanwhile")], 60 + number).unwrap();
            }
        });
        let backup = back_up(&stage, 100).unwrap();
        writing.join().unwrap();
        backup
    });
    assert_eq!(findings(&stage.register), []);
    let head = backup.manifest.head.unwrap();
    assert!(head.seq >= 18 && stage.register.holds(&head).unwrap());
    assert_eq!(backup.manifest.documents, 5);
    let name = backup.path.file_name().unwrap().to_str().unwrap();
    assert_eq!(name, "desk-20261123T090140Z.register");
    let unlocked = KeyRing::read(&register::Folder::at(&backup.path), stage.setting.strength)
        .unwrap()
        .unlock(stage.person, PASSPHRASE)
        .unwrap();
    let (_, report) =
        check_backup(&backup.path, &stage.setting, &unlocked, &mut |_| {}, &AtomicBool::new(false)).unwrap();
    assert!(report.complete && report.held.itself);
    let mut files: Vec<_> =
        std::fs::read_dir(&backup.path).unwrap().map(|item| item.unwrap().file_name().into_string().unwrap()).collect();
    files.sort();
    assert_eq!(files, ["keyring.copy.json", "keyring.json", "manifest.json", "register.db"]);
}

#[test]
fn a_restore_says_what_is_lost_and_starts_a_branch() {
    for round in 0..rounds(2, 100) {
        let root = tempfile::tempdir().unwrap();
        let stage = Stage::new(root.path());
        stage.fill(round, 3);
        let backup = back_up(&stage, 100).unwrap();
        let before = stage.register.head().unwrap().unwrap();
        let rows = stage.register.since(0, 1000).unwrap();
        stage.fill(round + 50, 2);
        let later = stage.register.head().unwrap().unwrap();
        stage.register.close().unwrap();
        let back = put_back(&backup.path, &stage.setting, &stage.founded.founder).unwrap();
        assert_eq!(back.loss.backup, Some(before));
        assert_eq!(back.loss.furthest(), Some(later));
        assert_eq!(back.loss.rows(), later.seq - before.seq);
        let now = back.register.head().unwrap().unwrap();
        assert_eq!(now.seq, before.seq + 1);
        assert_ne!(now.branch, before.branch);
        assert_eq!(back.register.since(0, rows.len()).unwrap(), rows);
        assert_eq!(findings(&back.register), [], "what is lost is on record: nothing is called tampered");
        assert!(back.register.agrees_with_last_seen());
        back.register.close().unwrap();
        let aside = Setting { folder: register::Folder::at(&back.aside.unwrap()), ..stage.setting.clone() };
        let replaced = Register::open_read_only(&aside, &stage.founded.founder).unwrap();
        assert_eq!(replaced.head().unwrap(), Some(later), "the replaced register is moved aside, not deleted");
        assert_eq!(backups(&stage.setting.folder.backups()).unwrap().backups.len(), 1);
    }
}

#[test]
fn another_machine_restores_with_the_recovery_key_alone() {
    let (root, far) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let stage = Stage::new(root.path());
    stage.fill(9, 3);
    let backup = back_up(&stage, 100).unwrap();
    let carried = far.path().join("carried.register");
    copy_folder(&backup.path, &carried);
    let mut there = setting(far.path());
    there.device = matter::ids::DeviceId(random_id());
    let mut ring = KeyRing::read(&register::Folder::at(&carried), there.strength).unwrap();
    let printed = stage.founded.recovery.printed().unwrap();
    let unlocked = ring.unlock_with_recovery(&register::RecoveryKey::typed(&printed).unwrap()).unwrap();
    // The recovery slot's key signs nothing but a replaced key: the restore itself is recorded by a person.
    let branch = BranchId(random_id());
    let founder = &stage.founded.founder;
    let record = &mut |register: &Register, loss: &Loss| restored(register, loss, founder, branch);
    let back =
        restore(&carried, &there, &unlocked, branch, at(900), record, &mut |_| {}, &AtomicBool::new(false)).unwrap();
    assert_eq!(back.aside, None);
    assert_eq!(findings(&back.register), []);
    assert_eq!(back.register.document_totals().unwrap(), stage.register.document_totals().unwrap());
}

#[test]
fn damaged_backups_are_refused_with_a_reason_and_nothing_is_touched() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    stage.fill(3, 3);
    let good = back_up(&stage, 100).unwrap().path;
    stage.register.close().unwrap();
    let before = std::fs::read(stage.setting.folder.database()).unwrap();
    let mut random = Seeded::new(8);
    let total = rounds(12, 50);
    for round in 0..total {
        let bad = root.path().join("bad.register");
        let _last_round = std::fs::remove_dir_all(&bad);
        copy_folder(&good, &bad);
        let name = ["register.db", "manifest.json", "keyring.json"][round as usize % 3];
        let path = bad.join(name);
        let mut bytes = std::fs::read(&path).unwrap();
        match round % 4 {
            0 => bytes.truncate(bytes.len() / 2),
            1 => drop(std::fs::remove_file(&path)),
            _ => {
                let place = random.below(bytes.len() as u64) as usize;
                bytes[place] = bytes[place].wrapping_add(1 + random.below(200) as u8);
            }
        }
        if round % 4 != 1 {
            std::fs::write(&path, bytes).unwrap();
        }
        let refused = put_back(&bad, &stage.setting, &stage.founded.founder);
        match refused {
            Err(Fault::BackupRefused { reason }) => assert!(!reason.is_empty()),
            Err(Fault::TooNew { .. }) => assert_eq!(name, "manifest.json"),
            other => panic!("round {round}, {name}: {other:?}"),
        }
        assert!(std::fs::read(stage.setting.folder.database()).unwrap() == before);
    }
}

#[test]
fn old_backups_are_thinned_by_day_week_and_month() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    let first = back_up(&stage, 0).unwrap();
    let place = stage.setting.folder.backups();
    let text = std::fs::read_to_string(first.path.join("manifest.json")).unwrap();
    for day in 1..500_i64 {
        let made = at(-day * 86_400);
        let copy = place.join(format!("desk-{}.register", made.format("%Y%m%dT%H%M%SZ")));
        std::fs::create_dir(&copy).unwrap();
        let stamp = serde_json::to_string(&first.manifest.made).unwrap();
        let text = text.replace(&stamp, &serde_json::to_string(&made).unwrap());
        std::fs::write(copy.join("manifest.json"), text).unwrap();
    }
    std::fs::create_dir(place.join("strange.register")).unwrap();
    let gone = thin(&place, stage.register.store()).unwrap();
    let kept = backups(&place).unwrap();
    assert_eq!(gone.len() + kept.backups.len(), 500);
    assert!(kept.backups.len() >= 7 + 4 + 10 && kept.backups.len() <= 7 + 5 + 12, "{}", kept.backups.len());
    assert_eq!(kept.backups[0].path, first.path, "the newest stays");
    assert_eq!(kept.unreadable.len(), 1, "what cannot be read is left alone");
    assert!(thin(&place, stage.register.store()).unwrap().is_empty());
}
