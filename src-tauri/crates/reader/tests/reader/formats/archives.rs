//! Archives: listed, unpacked one by one, bombs withheld.

use reader::paper::{Format, Role};
use reader::process::{Outcome, Reason};
use reader::talk::Refusal;

use super::{opened, part, plain, refusal, zipped};

#[test]
fn an_archive_is_listed_and_unpacked_when_asked() {
    let inner = zipped(&[("a.txt", b"words")]);
    let file = zipped(&[("folder/one.txt", b"first"), ("../../etc/passwd", b"second"), ("inner.zip", &inner)]);
    let (mut reading, contents) = opened(file);
    assert_eq!((contents.format, contents.parts.len()), (Format::Archive, 3));
    assert!(contents.parts.iter().all(|part| part.role == Role::Entry && part.media_type.is_none()));
    assert_eq!(contents.parts[1].name.as_deref(), Some("../../etc/passwd"), "shown, and never a path");
    assert!(plain(&mut reading).contains("folder/one.txt"));
    assert_eq!(part(&mut reading, &contents.parts[0]), b"first");
    assert_eq!(part(&mut reading, &contents.parts[2]), inner);
}

#[test]
fn bombs_are_listed_and_withheld() {
    let file = zipped(&[("small.txt", b"x"), ("bomb.bin", &vec![0; 64 << 20])]);
    assert!(file.len() < 100_000);
    let (mut reading, contents) = opened(file);
    assert_eq!(contents.parts[1].withheld, Some(Refusal::Bomb));
    let outcome = reading.part(1, &mut Vec::new()).unwrap();
    assert_eq!(outcome, Outcome::Unreadable(Reason::Refused(Refusal::Bomb)));
    assert_eq!(part(&mut reading, &contents.parts[0]), b"x");
}

/// One that says of itself that it is small.
#[test]
fn a_bomb_that_lies_is_stopped() {
    let mut file = zipped(&[("bomb.bin", &vec![0; 64 << 20])]);
    let size = u32::try_from(64 << 20).unwrap().to_le_bytes();
    let places: Vec<usize> = file.windows(4).enumerate().filter(|(_, four)| *four == size).map(|(at, _)| at).collect();
    for at in places {
        file[at..at + 4].copy_from_slice(&1_000_u32.to_le_bytes());
    }
    let (mut reading, contents) = opened(file);
    assert_eq!((contents.parts[0].size, contents.parts[0].withheld), (1_000, None));
    let mut bytes = Vec::new();
    let outcome = reading.part(0, &mut bytes).unwrap();
    let Outcome::Unreadable(Reason::Refused(Refusal::Bomb | Refusal::Damaged)) = outcome else { panic!("{outcome:?}") };
    assert!(bytes.is_empty());
}

#[test]
fn more_entries_than_may_be_listed_are_said_to_be_more() {
    let names: Vec<String> = (0..10_050).map(|number| format!("{number}.txt")).collect();
    let entries: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    let (_, contents) = opened(zipped(&entries));
    assert_eq!((contents.parts.len(), contents.whole), (10_000, false));
}

#[test]
fn what_is_no_archive_is_refused() {
    assert_eq!(refusal(b"PK\x03\x04 and then nothing".to_vec()), Reason::Refused(Refusal::Damaged));
    // Kept, and not looked into: 7z, RAR, gzip.
    assert_eq!(refusal(b"7z\xbc\xaf\x27\x1c\0\x04".to_vec()), Reason::Refused(Refusal::FormatUnknown));
    assert_eq!(refusal(b"\x1f\x8b\x08\0\0\0\0\0".to_vec()), Reason::Refused(Refusal::FormatUnknown));
}
