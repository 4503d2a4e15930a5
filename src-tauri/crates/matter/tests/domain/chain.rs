//! The journal: row digests, the walk along a chain, the signed head.

use data_encoding::BASE64;
use ed25519_dalek::SigningKey;
use matter::entry::Entry;
use matter::ids::{BranchId, DeviceId, OpId};
use matter::journal::{
    ActSignature, ChainFault, ChainWalk, Digest, Head, HeadFault, Header, Row, Subject, commitment, head_origin,
    row_digest,
};
use matter::policy::{PolicyEntry, Settings};
use matter::register::RegisterEntry;
use uuid::Uuid;

use super::support::*;

const BRANCH: BranchId = BranchId(Uuid::from_u128(0xb));

fn row(seq: u64, register: Option<Digest>, previous: Digest, subject: Subject, version: u64, entry: &Entry) -> Row {
    let header = Header {
        seq,
        register,
        branch: BRANCH,
        device: DeviceId(Uuid::from_u128(0xd)),
        op: OpId(Uuid::from_u128(seq.into())),
        index: 0,
        subject,
        version,
        kind: entry.kind(),
        body_version: entry.body_version(),
        happened: moment(at(9, 2, 12)),
        recorded: at(9, 2, 12),
        actor: COUNSEL,
    };
    sealed(&header, previous, entry.to_body().unwrap(), [u8::try_from(seq).unwrap(); 16])
}

fn sealed(header: &Header, previous: Digest, body: Vec<u8>, salt: [u8; 16]) -> Row {
    let header = header.to_bytes().unwrap();
    let commitment = commitment(&salt, &body);
    let digest = row_digest(&header, &commitment, &previous);
    Row { header, commitment, previous, digest, body: Some((salt, body)) }
}

/// Genesis, then policy set four times.
fn chain() -> Vec<Row> {
    let founded =
        Entry::Register(RegisterEntry::RegisterFounded { name: "Desk".into(), sample: false, program: "1".into() });
    let set = Entry::Policy(PolicyEntry::SettingsSet { settings: Settings::default(), reason: "r".into() });
    let mut rows = vec![row(1, None, Digest::default(), Subject::Register, 1, &founded)];
    for seq in 2..=5 {
        let (register, previous) = (rows[0].digest, rows.last().unwrap().digest);
        rows.push(row(seq, Some(register), previous, Subject::Policy, seq - 1, &set));
    }
    rows
}

fn walk(rows: &[Row]) -> Result<ChainWalk, ChainFault> {
    let mut walk = ChainWalk::default();
    for row in rows {
        walk.step(row)?;
    }
    Ok(walk)
}

#[test]
fn a_sound_chain_is_walked_to_its_end_disposed_bodies_included() {
    let mut rows = chain();
    rows[2].body = None;
    let walk = walk(&rows).unwrap();
    assert_eq!((walk.seq(), walk.digest(), walk.register()), (5, rows[4].digest, Some(rows[0].digest)));
}

#[test]
fn the_digest_of_a_row_is_what_it_was() {
    // SHA-256("subpoena-desk/journal-row/v1" 0 ‖ header ‖ commitment ‖ previous), reckoned outside this program.
    let commitment = commitment(&[7; 16], b"{\"recoveryKeyConfirmed\":null}");
    assert_eq!(commitment.to_string(), "0a7f5df464f26a2a21e59a2bf2da10562448fa66a96983e77a927ee44f329018");
    let digest = row_digest(b"{\"seq\":1}", &commitment, &Digest::default());
    assert_eq!(digest.to_string(), "d93f2e22db495a3055c09e6612aae0b72c025d9664fe17bb382eefef01b90869");
    assert_eq!(digest.to_string().parse::<Digest>().unwrap(), digest);
    assert!("00".parse::<Digest>().is_err() && digest.to_string().to_uppercase().parse::<Digest>().is_err());
    assert_eq!(digest.short().len(), 8);
    assert!(digest.to_string().starts_with(&digest.short()));
}

#[test]
fn a_header_keeps_its_bytes() {
    let rows = chain();
    let header = Header::from_bytes(&rows[1].header).unwrap();
    assert_eq!(header.to_bytes().unwrap(), rows[1].header);
    let golden = "{\"seq\":2,\"register\":\"REGISTER\",\"branch\":\"00000000-0000-0000-0000-00000000000b\",\
        \"device\":\"00000000-0000-0000-0000-00000000000d\",\"op\":\"00000000-0000-0000-0000-000000000002\",\"index\":0,\
        \"subject\":{\"type\":\"policy\"},\"version\":1,\"kind\":\"settingsSet\",\"bodyVersion\":1,\
        \"happened\":{\"at\":\"2026-09-02T12:00:00Z\",\"zone\":\"America/Los_Angeles\"},\
        \"recorded\":\"2026-09-02T12:00:00Z\",\"actor\":\"00000000-0000-0000-0000-000000000003\"}"
        .replace("REGISTER", &rows[0].digest.to_string());
    assert_eq!(String::from_utf8(rows[1].header.clone()).unwrap(), golden);
}

#[test]
fn each_tampering_is_found_where_it_was_done() {
    type Tamper = (&'static str, fn(&mut Vec<Row>), ChainFault);
    let cases: Vec<Tamper> = vec![
        (
            "header changed",
            |rows| {
                let at = rows[2].header.iter().position(|byte| *byte == b'L').unwrap();
                rows[2].header[at] = b'M';
            },
            ChainFault::Header { after: 2 },
        ),
        (
            "actor changed",
            |rows| {
                let text = String::from_utf8(rows[2].header.clone()).unwrap();
                let text = text.replace(&COUNSEL.to_string(), &TRIAGE.to_string());
                rows[2].header = text.into_bytes();
            },
            ChainFault::Digest { seq: 3 },
        ),
        (
            "field added",
            |rows| {
                rows[2].header.pop();
                rows[2].header.extend_from_slice(b",\"more\":1}");
            },
            ChainFault::Header { after: 2 },
        ),
        ("header is no header", |rows| rows[2].header = b"{}".to_vec(), ChainFault::Header { after: 2 }),
        ("body changed", |rows| rows[2].body.as_mut().unwrap().1[3] ^= 1, ChainFault::Body { seq: 3 }),
        ("salt changed", |rows| rows[2].body.as_mut().unwrap().0[3] ^= 1, ChainFault::Body { seq: 3 }),
        ("commitment changed", |rows| rows[2].commitment.0[0] ^= 1, ChainFault::Digest { seq: 3 }),
        (
            "body and commitment changed",
            |rows| {
                let salt = [9; 16];
                rows[2].commitment = commitment(&salt, b"{}");
                rows[2].body = Some((salt, b"{}".to_vec()));
            },
            ChainFault::Digest { seq: 3 },
        ),
        ("digest changed", |rows| rows[2].digest.0[0] ^= 1, ChainFault::Digest { seq: 3 }),
        ("previous changed", |rows| rows[2].previous.0[0] ^= 1, ChainFault::Link { seq: 3 }),
        ("row deleted", |rows| drop(rows.remove(2)), ChainFault::Sequence { expected: 3, found: 4 }),
        ("first row deleted", |rows| drop(rows.remove(0)), ChainFault::Sequence { expected: 1, found: 2 }),
        ("row twice", |rows| rows.insert(3, rows[2].clone()), ChainFault::Sequence { expected: 4, found: 3 }),
        ("rows swapped", |rows| rows.swap(2, 3), ChainFault::Sequence { expected: 3, found: 4 }),
        (
            "row inserted, numbers kept",
            |rows| {
                let again = rows[2].clone();
                rows[3] = Row { digest: row_digest(&again.header, &again.commitment, &again.previous), ..again };
            },
            ChainFault::Sequence { expected: 4, found: 3 },
        ),
        (
            "row rewritten whole",
            |rows| {
                let mut header = Header::from_bytes(&rows[2].header).unwrap();
                header.actor = TRIAGE;
                let (salt, body) = rows[2].body.clone().unwrap();
                rows[2] = sealed(&header, rows[2].previous, body, salt);
            },
            ChainFault::Link { seq: 4 },
        ),
        (
            "row of another register",
            |rows| {
                let mut header = Header::from_bytes(&rows[4].header).unwrap();
                header.register = Some(Digest::of(b"another"));
                let (salt, body) = rows[4].body.clone().unwrap();
                rows[4] = sealed(&header, rows[4].previous, body, salt);
            },
            ChainFault::Register { seq: 5 },
        ),
        (
            "second genesis",
            |rows| {
                let mut header = Header::from_bytes(&rows[4].header).unwrap();
                header.register = None;
                let (salt, body) = rows[4].body.clone().unwrap();
                rows[4] = sealed(&header, rows[4].previous, body, salt);
            },
            ChainFault::Register { seq: 5 },
        ),
        (
            "version skipped",
            |rows| {
                let mut header = Header::from_bytes(&rows[4].header).unwrap();
                header.version = 9;
                let (salt, body) = rows[4].body.clone().unwrap();
                rows[4] = sealed(&header, rows[4].previous, body, salt);
            },
            ChainFault::Version { seq: 5 },
        ),
    ];
    for (name, tamper, expected) in cases {
        let mut rows = chain();
        tamper(&mut rows);
        assert_eq!(walk(&rows).map(|walk| walk.seq()), Err(expected), "{name}");
    }
    // A tail cut off leaves a sound chain: only a head kept elsewhere tells.
    assert_eq!(walk(&chain()[..3]).unwrap().seq(), 3);
}

#[test]
fn an_act_is_signed_once_by_one_key_for_one_digest() {
    let (key, other) = (SigningKey::from_bytes(&[1; 32]), SigningKey::from_bytes(&[2; 32]));
    let last = chain()[4].digest;
    let signature = ActSignature::sign(&key, &last);
    assert!(signature.verifies(&key.verifying_key(), &last));
    assert!(!signature.verifies(&other.verifying_key(), &last));
    assert!(!signature.verifies(&key.verifying_key(), &chain()[3].digest));
    // A signature over the bare digest is none: the tag keeps uses of a key apart.
    use ed25519_dalek::Signer;
    assert!(!ActSignature(key.sign(&last.0).to_bytes()).verifies(&key.verifying_key(), &last));
}

#[test]
fn a_head_goes_out_as_a_signed_note_and_comes_back() {
    let key = SigningKey::from_bytes(&[3; 32]);
    let rows = chain();
    let head = Head { register: rows[0].digest, branch: BRANCH, seq: 5, digest: rows[4].digest };
    let note = head.to_note(&key);
    assert_eq!(Head::from_note(&note, &key.verifying_key()), Ok(head));
    let origin = head_origin(&head.register);
    let lines: Vec<&str> = note.lines().collect();
    assert_eq!(lines[..4], [origin.as_str(), "5", &BASE64.encode(&head.digest.0), &BRANCH.to_string()]);
    assert_eq!(lines[4], "");
    assert!(lines[5].starts_with(&format!("\u{2014} {origin} ")) && note.ends_with('\n'));
    // By another key, or with any of its lines changed.
    let other = SigningKey::from_bytes(&[4; 32]).verifying_key();
    assert_eq!(Head::from_note(&note, &other), Err(HeadFault::Signature));
    assert_eq!(Head::from_note(&note.replacen("\n5\n", "\n6\n", 1), &key.verifying_key()), Err(HeadFault::Signature));
    let elsewhere = note.replace(&BRANCH.to_string(), &Uuid::from_u128(0xc).to_string());
    assert_eq!(Head::from_note(&elsewhere, &key.verifying_key()), Err(HeadFault::Signature));
    let digest = note.replace(&BASE64.encode(&head.digest.0), &BASE64.encode(&rows[3].digest.0));
    assert_eq!(Head::from_note(&digest, &key.verifying_key()), Err(HeadFault::Signature));
    // No note at all.
    let text = note.split("\n\n").next().unwrap();
    for shape in [
        "",
        "\n\n",
        text,
        &note.replace("chain-v1", "chain-v2"),
        &note.replacen("\n5\n", "\nfive\n", 1),
        &note.replacen("\n5\n", "\n5\nmore\n", 1),
    ] {
        assert_eq!(Head::from_note(shape, &key.verifying_key()), Err(HeadFault::Shape), "{shape:?}");
    }
    // The signature of one head under the text of another.
    let moved = Head { seq: 4, digest: rows[3].digest, ..head }.to_note(&key);
    let mixed = format!("{text}\n\n{}", moved.split("\n\n").nth(1).unwrap());
    assert_eq!(Head::from_note(&mixed, &key.verifying_key()), Err(HeadFault::Signature));
}

#[test]
fn subjects_have_one_key_each() {
    for subject in [
        Subject::Demand(DEMAND),
        Subject::Proceeding(COURT_X),
        Subject::Letter(letter_id(1)),
        Subject::Access(TRIAGE),
        Subject::Policy,
        Subject::People,
        Subject::Register,
    ] {
        assert_eq!(Subject::from_key(&subject.key()), Some(subject));
    }
    for wrong in
        ["", "demand", "demand/", "demand/x", "policy/1", "nothing", "case/00000000-0000-0000-0000-000000000001"]
    {
        assert_eq!(Subject::from_key(wrong), None, "{wrong}");
    }
}
