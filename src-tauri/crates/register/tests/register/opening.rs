//! Opening: every setting, every refusal.

use std::os::unix::fs::PermissionsExt as _;

use register::{Fault, Folder, Register, share_kind};

use crate::stage::{Stage, at, findings, unlock};

#[test]
fn a_new_register_is_set_as_it_must_be() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    assert_eq!(stage.register.audit().unwrap(), []);
    let stage = stage.reopen();
    assert_eq!(stage.register.audit().unwrap(), []);
}

#[test]
fn nobody_else_may_read_the_folder_or_the_files() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path()).reopen();
    let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&stage.root()), 0o700);
    let mut files = 0;
    for item in std::fs::read_dir(stage.root()).unwrap() {
        let item = item.unwrap();
        if item.file_type().unwrap().is_file() {
            assert_eq!(mode(&item.path()), 0o600, "{:?}", item.file_name());
            files += 1;
        }
    }
    assert!(files >= 4, "database, two key rings and the lock are there");
}

#[test]
fn a_second_opening_is_told_who_has_the_register() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    let second = Register::open(&stage.setting, &stage.founded.founder, at(2));
    assert!(matches!(second, Err(Fault::InUse { pid }) if pid == std::process::id()));
    stage.register.close().unwrap();
    Register::open(&stage.setting, &stage.founded.founder, at(2)).unwrap();
}

#[test]
fn a_lock_left_by_a_dead_program_is_harmless() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    stage.register.close().unwrap();
    std::fs::write(stage.setting.folder.lock(), "4194303").unwrap();
    Register::open(&stage.setting, &stage.founded.founder, at(2)).unwrap();
}

#[test]
fn a_plain_database_is_refused() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    stage.register.close().unwrap();
    let path = stage.setting.folder.database();
    std::fs::remove_file(&path).unwrap();
    let plain = rusqlite::Connection::open(&path).unwrap();
    plain.execute_batch("CREATE TABLE journal (seq INTEGER)").unwrap();
    drop(plain);
    let opened = Register::open(&stage.setting, &stage.founded.founder, at(2));
    assert!(matches!(opened, Err(Fault::NotEncrypted)), "{opened:?}");
}

#[test]
fn a_missing_or_empty_database_is_named_and_not_made_anew() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    stage.register.close().unwrap();
    let path = stage.setting.folder.database();
    std::fs::write(&path, b"").unwrap();
    assert!(matches!(Register::open(&stage.setting, &stage.founded.founder, at(2)), Err(Fault::Damaged { .. })));
    std::fs::remove_file(&path).unwrap();
    assert!(matches!(Register::open(&stage.setting, &stage.founded.founder, at(2)), Err(Fault::Damaged { .. })));
    assert!(!path.exists());
}

#[test]
fn a_flipped_bit_in_the_salt_costs_nothing() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    stage.register.close().unwrap();
    let path = stage.setting.folder.database();
    let mut bytes = std::fs::read(&path).unwrap();
    bytes[5] ^= 0x10;
    std::fs::write(&path, bytes).unwrap();
    let unlocked = unlock(&stage.setting, stage.person).unwrap();
    let register = Register::open(&stage.setting, &unlocked, at(2)).unwrap();
    assert_eq!(register.head().unwrap().map(|head| head.seq), Some(3));
}

#[test]
fn a_newer_schema_is_refused() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    stage.register.close().unwrap();
    let raw = register::workshop::connection(&stage.setting, &stage.founded.founder).unwrap();
    raw.pragma_update(None, "user_version", 99).unwrap();
    drop(raw);
    let opened = Register::open(&stage.setting, &stage.founded.founder, at(2));
    assert!(matches!(opened, Err(Fault::TooNew { found: 99, .. })), "{opened:?}");
}

#[test]
fn a_schema_step_with_another_text_is_refused() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    stage.register.close().unwrap();
    let raw = register::workshop::connection(&stage.setting, &stage.founded.founder).unwrap();
    raw.execute("UPDATE migration SET digest = zeroblob(32)", []).unwrap();
    drop(raw);
    assert!(matches!(Register::open(&stage.setting, &stage.founded.founder, at(2)), Err(Fault::Damaged { .. })));
}

#[test]
fn another_registers_key_ring_is_refused() {
    let (one, two) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (first, second) = (Stage::new(one.path()), Stage::new(two.path()));
    first.register.close().unwrap();
    second.register.close().unwrap();
    std::fs::copy(second.setting.folder.database(), first.setting.folder.database()).unwrap();
    let opened = Register::open(&first.setting, &first.founded.founder, at(2));
    assert!(matches!(opened, Err(Fault::Damaged { .. })), "{opened:?}");
}

#[test]
fn network_shares_are_named() {
    assert_eq!(share_kind(0x6969), Some("nfs"));
    assert_eq!(share_kind(0xFF53_4D42_u32.cast_signed().into()), Some("smb"));
    assert_eq!(share_kind(0x6573_5546), Some("fuse"));
    assert_eq!(share_kind(0xEF53), None, "ext4 is a disk");
    assert_eq!(share_kind(0x0102_1994), None, "tmpfs is a disk");
    let root = tempfile::tempdir().unwrap();
    Folder::at(root.path()).refuse_share().unwrap();
}

#[test]
fn a_closed_register_answers_locked() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    stage.register.close().unwrap();
    assert!(matches!(stage.register.head(), Err(Fault::Locked)));
    assert!(matches!(stage.act(vec![], 4), Err(Fault::Locked)));
    stage.register.close().unwrap();
}

#[test]
fn a_folder_with_something_in_it_is_not_taken() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    stage.register.close().unwrap();
    let founder = register::NewHolder { person: stage.person, label: "M. Chen", passphrase: "x" };
    let branch = matter::ids::BranchId(crate::stage::random_id());
    let made = Register::create(&stage.setting, &founder, stage.person, branch, at(0));
    assert!(matches!(made, Err(Fault::Exists { .. })));
}

/// A register as the program of schema step 1 left it: step 2 taken back, nothing else touched.
fn back_to_step_one(stage: &Stage) {
    let tool = register::workshop::connection(&stage.setting, &stage.founded.founder).unwrap();
    tool.execute_batch(
        "DROP TABLE mark; DROP INDEX concern_of; DROP INDEX queue_claimed_any;
         DROP TABLE record_index; DROP TABLE page_index; DROP TABLE queue_gram;
         DROP TABLE record; DROP TABLE held; DROP TABLE index_form; DROP INDEX document_sealed; DROP TABLE page_words; DROP TABLE page; DROP TABLE reading;
         DELETE FROM migration WHERE step > 1; PRAGMA user_version = 1;",
    )
    .unwrap();
    tool.close().unwrap();
}

#[test]
fn a_register_of_the_first_schema_is_backed_up_brought_up_and_found_by_its_numbers() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    let demands = stage.fill(21, 5);
    stage.register.close().unwrap();
    back_to_step_one(&stage);
    let register = Register::open(&stage.setting, &stage.founded.founder, at(90)).unwrap();
    assert_eq!(findings(&register), [], "the schema, the marks and everything else agree");
    assert_eq!(register.subjects(matter::journal::SubjectKind::Demand).unwrap().len(), demands.len());
    let before = std::fs::read_dir(stage.setting.folder.backups()).unwrap().count();
    assert_eq!(before, 1, "it was backed up before it was changed");
    register.close().unwrap();
    Register::open(&stage.setting, &stage.founded.founder, at(91)).unwrap();
    let after = std::fs::read_dir(stage.setting.folder.backups()).unwrap().count();
    assert_eq!(after, before, "once");
}
