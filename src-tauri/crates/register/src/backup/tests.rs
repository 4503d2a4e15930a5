//! The copy that is made before a schema step.

use matter::ids::PersonId;

use super::before_migration;
use crate::connection::{Role, connect};
use crate::folder::Folder;
use crate::keyring::{KeyRing, NewHolder, Strength};

#[test]
fn a_register_is_copied_whole_before_its_schema_changes() {
    let root = tempfile::tempdir().unwrap();
    let folder = Folder::at(&root.path().join("desk.register"));
    std::fs::create_dir(folder.root()).unwrap();
    let person = PersonId(uuid::Uuid::from_u128(1));
    let founder = NewHolder { person, label: "M. Chen", passphrase: "one" };
    let (ring, founded) =
        KeyRing::create(&folder, Strength::for_tests(), &founder, PersonId(uuid::Uuid::from_u128(2))).unwrap();
    let key = &founded.founder.key;
    let mut db = connect(&folder.database(), key, ring.salt(), Role::Founder).unwrap();
    let at = matter::time::Instant::from_timestamp(1_795_424_400, 0).unwrap();
    crate::schema::bring_up(&mut db, at, "test").unwrap();
    before_migration(&folder, &db, &ring, key, at).unwrap();
    let copy = Folder::at(&folder.backups().join("desk-20261123T090000Z.register"));
    let mut files: Vec<_> =
        std::fs::read_dir(copy.root()).unwrap().map(|item| item.unwrap().file_name().into_string().unwrap()).collect();
    files.sort();
    assert_eq!(files, ["keyring.copy.json", "keyring.json", "register.db"]);
    let mut copied = KeyRing::read(&copy, Strength::for_tests()).unwrap();
    let unlocked = copied.unlock(person, "one").unwrap();
    let opened = connect(&copy.database(), &unlocked.key, copied.salt(), Role::Reader).unwrap();
    assert_eq!(crate::schema::standing(&opened).unwrap(), crate::schema::Standing::Current);
}
