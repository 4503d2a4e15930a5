//! Nothing of what the register holds lies anywhere in clear (trust table R26). A scripted session of a child process puts
//! a canary into every field, paper, note and letter; then every file of its home, its temporary folders and the shared
//! ones of this machine is searched for them as UTF-8, UTF-16 and Base64. Then again after kill -9.

#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop where it stands")]

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::SystemTime;

use acceptance::journey::{Case, Office, Ruling, Running, Terminal, new_id};
use serde_json::{Value, json};

const CHILD: &str = "ACCEPTANCE_CANARY_CHILD";

/// Words that occur nowhere else: a mark of this run, and where it was put.
fn canary(mark: &str, place: &str) -> String {
    format!("{mark}{place}")
}

/// Every text in the facts that a person types becomes a canary.
fn fill(facts: &mut Value, mark: &str, path: &str) {
    const FIXED: &[&str] =
        &["id", "type", "instrument", "component", "channel", "category", "zone", "at", "date", "time", "language"];
    const DATES: &[&str] = &["issued", "periodFrom", "periodTo", "actBy"];
    match facts {
        Value::Object(fields) => {
            for (name, value) in
                fields.iter_mut().filter(|(name, _)| !FIXED.contains(&name.as_str()) && !DATES.contains(&name.as_str()))
            {
                fill(value, mark, &format!("{path}{name}"));
            }
        }
        Value::Array(items) => {
            for (number, item) in items.iter_mut().enumerate() {
                fill(item, mark, &format!("{path}{number}"));
            }
        }
        Value::String(text) => *text = canary(mark, path),
        _ => {}
    }
}

/// The session: every act, every paper, a letter, a draft, a search, a backup, a verification, a lock and an unlock.
fn session(home: &Path, mark: &str) -> Office {
    let folder = tempfile::Builder::new().prefix("office").tempdir_in(home).unwrap();
    let office = Office::founded_in(folder, &["triage", "counsel", "letters", "records"]);
    let word = |place: &str| canary(mark, place);
    let case = Case::log_with(&office, "x", |facts| fill(facts, mark, "facts"));
    // Papers are made outside the office's folder, where a person's own files lie; those are no leak of ours.
    let papers = home.join("papers");
    fs::create_dir_all(&papers).unwrap();
    let attach = |name: &str, bytes: &[u8], role: &str| -> String {
        let path = papers.join(name);
        fs::write(&path, bytes).unwrap();
        let reply = office.try_attach(&case.demand, &path, role).unwrap();
        reply["attached"]["document"].as_str().unwrap().to_owned()
    };
    let large: Vec<u8> = word("paper").bytes().cycle().take(20_000_000).collect();
    let document = attach(&format!("{}.bin", word("name")), &large, "instrument");
    let d = &case.demand;
    office.act(json!({"type": "addNote", "demand": d, "text": word("note").repeat(2_000), "privileged": true}));
    office.act(json!({"type": "sendToCounsel", "demand": d, "note": word("handover")}));
    office.act(json!({"type": "recordDocketSearch", "demand": d, "search": {"id": new_id(),
        "searched": {"at": office.now(), "zone": "America/Los_Angeles"}, "place": "pacer", "terms": word("terms"),
        "docket": word("docket"), "note": word("searchnote"), "result": "noneFound", "proof": document}}));
    let proceeding = case.proceeding(&office, &word("proceeding"));
    let ruling = Ruling { comply_by: Some("2027-01-04"), ..Ruling::order("produce", "2026-11-20") };
    let paper = case.verified(&office, &proceeding, &ruling);
    office.act(json!({"type": "setPaperAside", "proceeding": proceeding, "paper": paper, "reason": word("aside")}));
    office.act(json!({"type": "signBasis", "demand": d, "cells": {"type": "some", "cells": case.cells()},
        "basis": {"type": "exception", "ground": word("ground")}, "reason": word("why")}));
    office.act(json!({"type": "decideNotice", "demand": d, "target": case.target, "decision": {"type": "notify"}}));
    let letter = case.letter(&office, "en");
    let shown = office.ask("letter", json!({"letter": letter}));
    assert!(shown["text"].as_str().unwrap().contains(mark), "the letter shows the account");
    office.act(json!({"type": "approveLetter", "letter": letter}));
    assert!(office.desktop.desk.page(&format!("letter/{letter}/1")).is_ok());
    let proof = attach("proof.txt", word("proof").as_bytes(), "sendingProof");
    office.act(
        json!({"type": "markLetterSent", "letter": letter, "sent": {"at": office.now(), "zone": "America/Los_Angeles"},
        "channel": "email", "address": word("address"), "proof": proof}),
    );
    let mut incident = case.disclosing(&office);
    incident["type"] = json!("recordIncident");
    incident["note"] = json!(word("incident"));
    incident["disclosure"]["what"] = json!(word("what"));
    office.act(incident);
    office.ask("save_draft", json!({"key": "intake", "value": {"recipient": word("draft")}}));
    office.ask("queue", json!({"view": "all", "sort": "due", "text": word("facts"), "limit": 50}));
    assert!(office.desktop.desk.read_waiting(None, None).unwrap() > 1, "papers are read");
    let found = office.ask("search", json!({"text": word("proof"), "limit": 10}));
    assert_eq!(found["hits"][0]["place"]["type"], "page", "and their words found: {found:#}");
    office.ask("search", json!({"text": word("sought"), "limit": 10}));
    office.ask("timeline", json!({"demand": d}));
    // Refusals and faults carry nothing outside either.
    let _refused = office.refused(json!({"type": "reopen", "demand": d, "reason": word("reopening")}));
    let _fault = office.call("act", json!({"op": word("badop"), "act": {"type": word("badact")}})).unwrap_err();
    office.ask("back_up", json!({"op": new_id(), "folder": null}));
    office.verify_clean();
    office.sits_down("A. Rivera");
    office.ask("demand", json!({"demand": d}));
    office
}

/// Not a test: the child. Runs the session, says so, and waits to be killed.
#[test]
fn child() {
    let Ok(told) = std::env::var(CHILD) else { return };
    let (home, mark) = told.split_once('|').unwrap();
    let office = session(Path::new(home), mark);
    println!("\nready");
    if std::env::var_os("CANARY_STAYS").is_some() {
        // In the middle of writing, with everything open, when it is killed.
        for number in 0.. {
            Case::log_with(&office, "x", |facts| fill(facts, mark, &format!("again{number}")));
        }
    }
    office.ask("lock", json!({}));
    std::mem::forget(office);
}

fn run(home: &Path, mark: &str, kill: bool) {
    for folder in ["tmp", "state", "data", "config", "cache", "run", "home"] {
        fs::create_dir_all(home.join(folder)).unwrap();
    }
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args(["child", "--exact", "--nocapture", "--test-threads=1"])
        .env(CHILD, format!("{}|{mark}", home.display()));
    command.env("HOME", home.join("home")).env("TMPDIR", home.join("tmp")).env("XDG_RUNTIME_DIR", home.join("run"));
    command.env("XDG_STATE_HOME", home.join("state")).env("XDG_DATA_HOME", home.join("data"));
    command.env("XDG_CONFIG_HOME", home.join("config")).env("XDG_CACHE_HOME", home.join("cache"));
    if kill {
        command.env("CANARY_STAYS", "1");
    }
    let said = fs::File::create(home.join("said")).unwrap();
    let mut running = Running(command.stdout(Stdio::piped()).stderr(said).spawn().unwrap());
    let out = BufReader::new(running.0.stdout.take().unwrap());
    let mut lines = out.lines().map_while(Result::ok);
    let ready = lines.any(|line| line == "ready");
    assert!(ready, "{}", fs::read_to_string(home.join("said")).unwrap());
    if kill {
        std::thread::sleep(std::time::Duration::from_millis(300));
        running.kill();
    } else {
        // Read to its end: a child that talks to nobody any more fails at talking.
        lines.for_each(drop);
        assert!(running.0.wait().unwrap().success());
    }
}

const BASE64: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn base64(bytes: &[u8]) -> Vec<u8> {
    let mut text = Vec::new();
    for three in bytes.chunks_exact(3) {
        let number = u32::from(three[0]) << 16 | u32::from(three[1]) << 8 | u32::from(three[2]);
        text.extend([18, 12, 6, 0].map(|shift| BASE64[(number >> shift) as usize & 63]));
    }
    text
}

/// The mark in every coat it may wear: as it is, as UTF-16, and in Base64 at each of the three alignments.
fn coats(mark: &str) -> Vec<Vec<u8>> {
    let mut coats = vec![mark.as_bytes().to_vec(), mark.encode_utf16().flat_map(u16::to_le_bytes).collect()];
    for skipped in 0..3 {
        // Whole groups of three bytes only: what stands before and after the mark is not known.
        coats.push(base64(&mark.as_bytes()[skipped..]));
    }
    coats
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.filter_map(|entry| entry.ok().map(|entry| entry.path())) {
        match fs::symlink_metadata(&path) {
            Ok(data) if data.is_dir() => files(&path, found),
            Ok(data) if data.is_file() => found.push(path),
            _ => {}
        }
    }
}

/// Files below these folders that hold the mark in any coat.
fn hits(folders: &[&Path], since: SystemTime, mark: &str, but: &Path) -> (usize, Vec<PathBuf>) {
    let mut all = Vec::new();
    for folder in folders {
        files(folder, &mut all);
    }
    let coats = coats(mark);
    let (mut looked, mut found) = (0, Vec::new());
    for path in all.into_iter().filter(|path| !path.starts_with(but)) {
        let touched = fs::metadata(&path).and_then(|data| data.modified()).is_ok_and(|at| at >= since);
        let Ok(bytes) = (if touched { fs::read(&path) } else { continue }) else { continue };
        looked += 1;
        if coats.iter().any(|coat| contains(&bytes, coat)) || path.to_string_lossy().contains(mark) {
            found.push(path);
        }
    }
    (looked, found)
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    let first = wanted[0];
    let mut at = 0;
    while let Some(next) = bytes[at..].iter().position(|byte| *byte == first) {
        at += next;
        if bytes[at..].starts_with(wanted) {
            return true;
        }
        at += 1;
    }
    false
}

fn shared() -> [&'static Path; 3] {
    ["/tmp", "/var/tmp", "/dev/shm"].map(Path::new)
}

fn mark() -> String {
    format!("CANARY{}", new_id().replace('-', ""))
}

#[test]
fn the_search_finds_what_it_looks_for() {
    let folder = tempfile::tempdir().unwrap();
    let mark = mark();
    let utf16: Vec<u8> = format!("..{mark}..").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let coded = |before: &str| base64(format!("{before}{mark}...").as_bytes());
    for (name, bytes) in [
        ("plain", format!("..{mark}").into_bytes()),
        ("utf16", utf16),
        ("b0", coded("")),
        ("b1", coded("x")),
        ("b2", coded("xy")),
    ] {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    fs::write(folder.path().join("clean"), b"nothing here").unwrap();
    let (_, mut found) = hits(&[folder.path()], SystemTime::UNIX_EPOCH, &mark, Path::new("/nowhere"));
    found.sort();
    let names: Vec<_> = found.iter().map(|path| path.file_name().unwrap().to_str().unwrap()).collect();
    assert_eq!(names, ["b0", "b1", "b2", "plain", "utf16"]);
}

#[test]
fn no_canary_lies_in_clear() {
    for kill in [false, true] {
        let (home, mark, since) = (tempfile::tempdir().unwrap(), mark(), SystemTime::now());
        run(home.path(), &mark, kill);
        let but = home.path().join("papers");
        let office_papers = |path: &PathBuf| path.components().any(|part| part.as_os_str() == "papers");
        let folders: Vec<&Path> = std::iter::once(home.path()).chain(shared()).collect();
        let (looked, mut found) = hits(&folders, since, &mark, &but);
        found.retain(|path| !office_papers(path));
        assert!(found.is_empty(), "in clear ({}): {found:#?}", if kill { "after kill -9" } else { "after locking" });
        assert!(looked > 5, "files were searched");
        println!("{looked} files searched {}: 0 canaries", if kill { "after kill -9" } else { "after locking" });
    }
}

#[test]
fn no_canary_of_the_command_line_lies_in_clear() {
    let (home, mark, since) = (tempfile::tempdir().unwrap(), mark(), SystemTime::now());
    let terminal = Terminal::founded(home.path());
    let word = |place: &str| canary(&mark, place);
    let papers = home.path().join("papers");
    fs::create_dir_all(&papers).unwrap();
    let paper = papers.join(format!("{}.txt", word("name")));
    fs::write(&paper, word("paper").repeat(100_000)).unwrap();
    let target = format!("handle:{}", word("target"));
    let number = format!("Subpoena Number={}", word("number"));
    terminal.well(&[
        "log",
        "--instrument",
        "i138",
        "--recipient",
        &word("recipient"),
        "--received",
        "now",
        "--channel",
        "email",
        "--target",
        &target,
        "--number",
        &number,
        "--office",
        &word("office"),
        "--note",
        &word("filenote"),
        "--attach",
        paper.to_str().unwrap(),
    ]);
    terminal.well(&["note", &reference(&terminal), &word("note")]);
    let (code, _) = terminal.run(&["show", &word("unknown")]);
    assert_ne!(code, 0);
    terminal.well(&["list", "--text", &word("target")]);
    let read = terminal.well(&["reading", "--now"]);
    assert_eq!((&read["read"], &read["readNow"]), (&serde_json::json!(1), &serde_json::json!(1)), "{read:#}");
    let found = terminal.well(&["search", &word("number"), "--limit", "5"]);
    assert!(!found["hits"].as_array().unwrap().is_empty(), "{}", word("number"));
    terminal.well(&["search", &word("sought")]);
    terminal.well(&["verify"]);
    terminal.well(&["backup"]);
    let folders: Vec<&Path> = std::iter::once(home.path()).chain(shared()).collect();
    let (looked, found) = hits(&folders, since, &mark, &papers);
    assert!(found.is_empty(), "in clear: {found:#?}");
    println!("{looked} files searched after the command line: 0 canaries");
}

/// The reference of the one demand there is.
fn reference(terminal: &Terminal) -> String {
    let list = terminal.well(&["list"]);
    let Some(reference) = list["rows"][0]["reference"].as_str() else { panic!("{list:#}") };
    reference.to_owned()
}
