//! Bodies: a golden file per kind and version, for every variant of every noun's entries.

use std::path::PathBuf;

use matter::access::AccessEntry;
use matter::demand::DemandEntry;
use matter::entry::{Entry, EntryFault};
use matter::journal::Subject;
use matter::letter::LetterEntry;
use matter::people::PeopleEntry;
use matter::policy::PolicyEntry;
use matter::proceeding::ProceedingEntry;
use matter::register::RegisterEntry;
use serde::de::DeserializeOwned;

use super::support::*;

/// The kinds an enum has, by its own word: serde lists them when it meets one that is not there. A variant added to the
/// enum is in this list at once, and its golden file is then missed.
fn kinds<T: DeserializeOwned>() -> Vec<String> {
    let fault = serde_json::from_str::<T>("{\"noSuchKind\":{}}").err().expect("no enum has this kind").to_string();
    let listed = fault.split("expected ").nth(1).expect("serde lists the variants");
    listed.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

fn nouns() -> Vec<(Subject, Vec<String>)> {
    vec![
        (Subject::Demand(DEMAND), kinds::<DemandEntry>()),
        (Subject::Proceeding(COURT_X), kinds::<ProceedingEntry>()),
        (Subject::Letter(letter_id(1)), kinds::<LetterEntry>()),
        (Subject::Policy, kinds::<PolicyEntry>()),
        (Subject::People, kinds::<PeopleEntry>()),
        (Subject::Register, kinds::<RegisterEntry>()),
        (Subject::Access(TRIAGE), kinds::<AccessEntry>()),
    ]
}

fn golden() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests").join("golden")
}

#[test]
fn every_kind_has_a_golden_body_that_reads_and_writes_the_same() {
    let mut wrong = Vec::new();
    let mut seen = std::collections::BTreeSet::new();
    for (subject, kinds) in nouns() {
        assert!(!kinds.is_empty());
        for kind in kinds {
            let name = format!("{kind}.v1.json");
            assert!(seen.insert(name.clone()), "{kind} is the name of two entries");
            let Ok(body) = std::fs::read_to_string(golden().join(&name)) else {
                wrong.push(format!("{name}: there is none"));
                continue;
            };
            let body = body.trim_end();
            match Entry::from_body(&subject, &kind, 1, body.as_bytes()) {
                Err(fault) => wrong.push(format!("{name}: {fault}: {:?}", shape(&subject, body))),
                Ok(entry) => {
                    assert_eq!(entry.kind(), kind);
                    let again = String::from_utf8(entry.to_body().unwrap()).unwrap();
                    if again != body {
                        wrong.push(format!("{name}: now written as\n{again}"));
                    }
                }
            }
        }
    }
    let strays = std::fs::read_dir(golden())
        .unwrap()
        .map(|file| file.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| !seen.contains(name));
    wrong.extend(strays.map(|name| format!("{name}: no entry of this program has this kind")));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(seen.len() >= 45, "{}", seen.len());
}

fn shape(subject: &Subject, body: &str) -> String {
    let fault = match subject {
        Subject::Demand(_) => serde_json::from_str::<DemandEntry>(body).err(),
        Subject::Proceeding(_) => serde_json::from_str::<ProceedingEntry>(body).err(),
        Subject::Letter(_) => serde_json::from_str::<LetterEntry>(body).err(),
        Subject::Policy => serde_json::from_str::<PolicyEntry>(body).err(),
        Subject::People => serde_json::from_str::<PeopleEntry>(body).err(),
        Subject::Register => serde_json::from_str::<RegisterEntry>(body).err(),
        Subject::Access(_) => serde_json::from_str::<AccessEntry>(body).err(),
    };
    fault.map(|fault| fault.to_string()).unwrap_or_default()
}

#[test]
fn what_is_newer_than_the_program_is_told_from_what_is_broken() {
    let subject = Subject::Demand(DEMAND);
    let read = |kind: &str, version: u16, body: &str| Entry::from_body(&subject, kind, version, body.as_bytes());
    let newer = |result| matches!(result, Err(EntryFault::TooNew { .. }));
    let broken = |result| matches!(result, Err(EntryFault::Shape { .. }));
    assert!(newer(read("subjectAccessRequested", 1, "{\"subjectAccessRequested\":{}}")));
    assert!(newer(read("triaged", 2, "{\"triaged\":{\"note\":\"\"}}")));
    // A value this program does not know, inside a kind it knows.
    let body = "{\"counselDecided\":{\"cells\":{\"type\":\"all\"},\"decision\":\"appealToTheHague\",\"note\":\"\"}}";
    assert!(newer(read("counselDecided", 1, body)));
    assert!(broken(read("triaged", 1, "{\"sentToCounsel\":{\"note\":\"\"}}")), "the column says another kind");
    assert!(broken(read("triaged", 1, "{\"triaged\":{}}")));
    assert!(broken(read("triaged", 1, "{\"triaged\":{\"note\":\"")));
    assert!(broken(read("triaged", 1, "")));
    assert!(broken(read("triaged", 1, "triaged")));
    // An entry of another noun.
    assert!(newer(read("letterBounced", 1, "{\"letterBounced\":{\"note\":\"\"}}")));
    assert!(read("triaged", 1, "{\"triaged\":{\"note\":\"\"}}").is_ok());
}

#[test]
fn a_body_with_a_field_this_program_does_not_know_is_still_read() {
    let body = b"{\"triaged\":{\"note\":\"n\",\"laterField\":1}}";
    Entry::from_body(&Subject::Demand(DEMAND), "triaged", 1, body).unwrap();
}
