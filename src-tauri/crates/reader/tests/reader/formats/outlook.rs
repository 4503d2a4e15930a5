//! Items of Outlook, made here after MS-OXMSG.

use std::io::{Cursor, Write as _};

use cfb::CompoundFile;
use reader::paper::{Format, Role};
use reader::process::Reason;
use reader::talk::Refusal;

use super::{opened, part, plain, refusal};

type File = CompoundFile<Cursor<Vec<u8>>>;

fn stream(file: &mut File, path: &str, bytes: &[u8]) {
    file.create_stream(path).unwrap().write_all(bytes).unwrap();
}

fn text(file: &mut File, place: &str, property: &str, text: &str) {
    let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    stream(file, &format!("{place}/__substg1.0_{property}001F"), &bytes);
}

/// A table of short properties, after a head of so many bytes.
fn table(head: usize, entries: &[(u16, u16, u64)]) -> Vec<u8> {
    let mut bytes = vec![0; head];
    for (property, kind, value) in entries {
        bytes.extend(kind.to_le_bytes().into_iter().chain(property.to_le_bytes()).chain([0; 4]));
        bytes.extend(value.to_le_bytes());
    }
    bytes
}

/// 9 November 2026, 15:00 UTC, in tenths of microseconds since 1601.
const TIME: u64 = (1_794_236_400 + 11_644_473_600) * 10_000_000;

fn message(file: &mut File, place: &str, head: usize, subject: &str) {
    stream(file, &format!("{place}/__properties_version1.0"), &table(head, &[(0x0039, 0x0040, TIME)]));
    text(file, place, "0037", subject);
    text(file, place, "0042", "Zo\u{eb} Ortiz");
    text(file, place, "5D02", "zoe.ortiz@agency.example");
    text(file, place, "1000", "Please find\r\nattached.\0rest");
}

fn item() -> Vec<u8> {
    let mut file = CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    message(&mut file, "", 32, "A subpoena");
    let recipient = "/__recip_version1.0_#00000000";
    file.create_storage(recipient).unwrap();
    stream(&mut file, &format!("{recipient}/__properties_version1.0"), &table(8, &[(0x0c15, 3, 2)]));
    text(&mut file, recipient, "3001", "Legal");
    text(&mut file, recipient, "39FE", "legal@platform.example");
    let attachment = "/__attach_version1.0_#00000000";
    file.create_storage(attachment).unwrap();
    text(&mut file, attachment, "3707", "order.pdf");
    stream(&mut file, &format!("{attachment}/__substg1.0_37010102"), b"%PDF-1.4\n");
    let forwarded = "/__attach_version1.0_#00000001";
    let inside = format!("{forwarded}/__substg1.0_3701000D");
    file.create_storage(forwarded).unwrap();
    file.create_storage(&inside).unwrap();
    text(&mut file, forwarded, "3001", "Earlier");
    message(&mut file, &inside, 24, "Earlier demand");
    file.flush().unwrap();
    file.into_inner().into_inner()
}

#[test]
fn an_item_says_who_sent_it_and_what_is_attached() {
    let (mut reading, contents) = opened(item());
    assert_eq!(contents.format, Format::OutlookItem);
    let head = contents.head.as_ref().unwrap();
    assert_eq!(head.from[0].address, "zoe.ortiz@agency.example");
    assert_eq!(head.cc[0].name.as_deref(), Some("Legal"));
    assert_eq!(head.date.as_deref(), Some("2026-11-09T15:00:00Z"));
    assert!(plain(&mut reading).ends_with("Please find\nattached.\n"));
    assert_eq!(contents.parts.len(), 2);
    assert_eq!((contents.parts[0].name.as_deref(), contents.parts[0].role), (Some("order.pdf"), Role::Attached));
    assert_eq!(part(&mut reading, &contents.parts[0]), b"%PDF-1.4\n");
    assert_eq!(contents.parts[1].media_type.as_deref(), Some("application/vnd.ms-outlook"));

    let (mut inner, contents) = opened(part(&mut reading, &contents.parts[1]));
    let head = contents.head.as_ref().unwrap();
    assert_eq!((contents.format, head.subject.as_deref()), (Format::OutlookItem, Some("Earlier demand")));
    assert_eq!(head.date.as_deref(), Some("2026-11-09T15:00:00Z"), "its table of properties has another head inside");
    assert!(plain(&mut inner).contains("attached."));
}

#[test]
fn other_compound_files_are_not_read() {
    let mut file = CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    stream(&mut file, "/WordDocument", b"x");
    file.flush().unwrap();
    assert_eq!(refusal(file.into_inner().into_inner()), Reason::Refused(Refusal::FormatUnknown));
    assert_eq!(refusal(&item()[..600]), Reason::Refused(Refusal::Damaged));
    let mut file = CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    stream(&mut file, "/EncryptedPackage", b"x");
    file.flush().unwrap();
    assert_eq!(refusal(file.into_inner().into_inner()), Reason::Refused(Refusal::EncryptionUnknown));
}
