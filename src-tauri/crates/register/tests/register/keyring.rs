//! Who can open the register, and who cannot.

use matter::ids::PersonId;
use register::{Fault, KeyRing, NewHolder, RecoveryKey, Register, Strength};

use crate::stage::{PASSPHRASE, Seeded, Stage, at, random_id, unlock};

#[test]
fn a_wrong_passphrase_and_an_unknown_person_look_alike() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    let mut ring = KeyRing::read(&stage.setting.folder, Strength::for_tests()).unwrap();
    let wrong = ring.unlock(stage.person, "a lantern by the river, 1989").unwrap_err();
    let stranger = ring.unlock(PersonId(random_id()), PASSPHRASE).unwrap_err();
    assert!(matches!(wrong, Fault::WrongPassphrase));
    assert!(matches!(stranger, Fault::WrongPassphrase));
    assert_eq!(wrong.to_string(), stranger.to_string());
}

#[test]
fn near_misses_open_nothing() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    let mut ring = KeyRing::read(&stage.setting.folder, Strength::for_tests()).unwrap();
    let mut random = Seeded::new(24);
    let tries = if std::env::var_os("ENDURE").is_some() { 10_000 } else { 300 };
    for round in 0..tries {
        let mut letters: Vec<char> = PASSPHRASE.chars().collect();
        let place = random.below(letters.len() as u64) as usize;
        match round % 3 {
            0 => drop(letters.remove(place)),
            1 => letters.insert(place, '\u{200b}'),
            _ => {
                let other = char::from_u32(0x21 + random.below(0x50) as u32).filter(|c| *c != letters[place]);
                letters[place] = other.unwrap_or('é');
            }
        }
        let near: String = letters.into_iter().collect();
        if near != PASSPHRASE {
            assert!(matches!(ring.unlock(stage.person, &near), Err(Fault::WrongPassphrase)), "{near}");
        }
    }
}

#[test]
fn letters_open_however_they_are_composed() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    let person = PersonId(random_id());
    let composed = NewHolder { person, label: "S. Okafor", passphrase: "caf\u{e9} \u{1e9b}\u{323}" };
    stage.register.add_holder(&composed).unwrap();
    let mut ring = KeyRing::read(&stage.setting.folder, Strength::for_tests()).unwrap();
    ring.unlock(person, "cafe\u{301} \u{17f}\u{323}\u{307}").unwrap();
    assert!(matches!(ring.unlock(person, "cafe \u{1e9b}\u{323}"), Err(Fault::WrongPassphrase)));
}

#[test]
fn a_second_person_opens_the_same_register_with_their_own_key() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    let person = PersonId(random_id());
    let key = stage.register.add_holder(&NewHolder { person, label: "A. Rivera", passphrase: "two" }).unwrap();
    let again = stage.register.add_holder(&NewHolder { person, label: "A. Rivera", passphrase: "three" });
    assert!(matches!(again, Err(Fault::Exists { .. })));
    stage.register.close().unwrap();
    let mut ring = KeyRing::read(&stage.setting.folder, Strength::for_tests()).unwrap();
    assert_eq!(ring.people().iter().map(|one| one.label.as_str()).collect::<Vec<_>>(), ["M. Chen", "A. Rivera"]);
    let unlocked = ring.unlock(person, "two").unwrap();
    assert_eq!(unlocked.signer.verifying_key(), key);
    let register = Register::open(&stage.setting, &unlocked, at(2)).unwrap();
    assert_eq!(register.head().unwrap().map(|head| head.seq), Some(3));
}

#[test]
fn the_recovery_key_opens_and_replaces_a_lost_passphrase() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    stage.register.close().unwrap();
    let printed = stage.founded.recovery.printed().unwrap();
    let typed = RecoveryKey::typed(&printed.to_lowercase().replace(' ', "-")).unwrap();
    let mut ring = KeyRing::read(&stage.setting.folder, Strength::for_tests()).unwrap();
    let unlocked = ring.unlock_with_recovery(&typed).unwrap();
    assert_eq!(unlocked.signer.verifying_key(), stage.founded.recovery_verifying);
    let register = Register::open(&stage.setting, &unlocked, at(2)).unwrap();
    let new = NewHolder { person: stage.person, label: "M. Chen", passphrase: "another" };
    let key = register.replace_holder(&new).unwrap();
    assert_ne!(key, stage.signer().verifying_key());
    register.close().unwrap();
    assert!(matches!(unlock(&stage.setting, stage.person), Err(Fault::WrongPassphrase)));
    let mut ring = KeyRing::read(&stage.setting.folder, Strength::for_tests()).unwrap();
    assert_eq!(ring.unlock(stage.person, "another").unwrap().signer.verifying_key(), key);
}

#[test]
fn the_printed_recovery_key_has_eleven_groups_and_notices_a_slip() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    let printed = stage.founded.recovery.printed().unwrap();
    assert_eq!(printed.split(' ').map(str::len).collect::<Vec<_>>(), [5; 11]);
    let mut noticed = 0;
    let mut random = Seeded::new(3);
    for place in (0..printed.len()).filter(|place| printed.as_bytes()[*place] != b' ') {
        let mut slip = printed.as_bytes().to_vec();
        let letters = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        let other = letters[random.below(32) as usize];
        if other == slip[place] {
            continue;
        }
        slip[place] = other;
        let slip = String::from_utf8(slip).unwrap();
        assert!(matches!(RecoveryKey::typed(&slip), Err(Fault::RecoveryKeyMistyped)), "{place}");
        noticed += 1;
    }
    assert!(noticed > 40);
    assert!(matches!(RecoveryKey::typed(""), Err(Fault::RecoveryKeyMistyped)));
    assert!(matches!(RecoveryKey::typed(&"é".repeat(55)), Err(Fault::RecoveryKeyMistyped)));
}

#[test]
fn a_changed_passphrase_opens_and_the_old_one_does_not() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    let refused = stage.register.change_passphrase(stage.person, "not it", "new");
    assert!(matches!(refused, Err(Fault::WrongPassphrase)));
    stage.register.change_passphrase(stage.person, PASSPHRASE, "new").unwrap();
    let mut ring = KeyRing::read(&stage.setting.folder, Strength::for_tests()).unwrap();
    assert!(matches!(ring.unlock(stage.person, PASSPHRASE), Err(Fault::WrongPassphrase)));
    assert_eq!(ring.unlock(stage.person, "new").unwrap().signer.to_bytes(), stage.signer().to_bytes());
}

#[test]
fn a_slot_that_asks_for_too_little_work_is_refused() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    let mut ring = KeyRing::read(&stage.setting.folder, Strength::production()).unwrap();
    assert!(matches!(ring.unlock(stage.person, PASSPHRASE), Err(Fault::Damaged { .. })));
}

#[test]
fn one_lost_or_damaged_copy_of_the_key_ring_is_no_loss() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    stage.register.close().unwrap();
    let (first, second) = (stage.setting.folder.keyring(), stage.setting.folder.keyring_copy());
    let good = std::fs::read(&first).unwrap();
    std::fs::write(&first, &good[..good.len() / 2]).unwrap();
    unlock(&stage.setting, stage.person).unwrap();
    std::fs::remove_file(&first).unwrap();
    unlock(&stage.setting, stage.person).unwrap();
    std::fs::write(&first, &good).unwrap();
    std::fs::remove_file(&second).unwrap();
    unlock(&stage.setting, stage.person).unwrap();
    std::fs::remove_file(&first).unwrap();
    assert!(matches!(unlock(&stage.setting, stage.person), Err(Fault::NotFound { .. })));
}

#[test]
fn an_edited_key_ring_never_opens_to_something_else() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    stage.register.close().unwrap();
    std::fs::remove_file(stage.setting.folder.keyring_copy()).unwrap();
    let path = stage.setting.folder.keyring();
    let text = std::fs::read_to_string(&path).unwrap();
    let relabelled = text.replace("M. Chen", "A. Rivera");
    assert_ne!(text, relabelled);
    std::fs::write(&path, relabelled).unwrap();
    assert!(matches!(unlock(&stage.setting, stage.person), Err(Fault::Damaged { .. })));
    let mut random = Seeded::new(11);
    for _ in 0..200 {
        let mut bytes = text.clone().into_bytes();
        let place = random.below(bytes.len() as u64) as usize;
        bytes[place] ^= 1 << random.below(7);
        std::fs::write(&path, &bytes).unwrap();
        match unlock(&stage.setting, stage.person) {
            Ok(unlocked) => {
                // White space, or a letter whose case does not matter: the keys are the same.
                assert_eq!(unlocked.signer.to_bytes(), stage.signer().to_bytes());
            }
            Err(fault) => assert!(
                matches!(
                    fault,
                    Fault::Damaged { .. } | Fault::WrongPassphrase | Fault::TooNew { .. } | Fault::NotFound { .. }
                ),
                "{fault:?}"
            ),
        }
    }
}

#[test]
fn secrets_are_not_printed() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    let shown = format!("{:?} {:?}", stage.founded, stage.register);
    let key = data_encoding::HEXLOWER.encode(&stage.signer().to_bytes());
    assert!(shown.contains("hidden") && !shown.to_lowercase().contains(&key), "{shown}");
    let ring = std::fs::read_to_string(stage.setting.folder.keyring()).unwrap();
    assert!(!ring.contains(PASSPHRASE));
    assert!(!ring.contains(&data_encoding::BASE64.encode(&stage.signer().to_bytes())));
}
