//! Every real paper through the real process: whatever one does to the reader, the asker lives and has an outcome in time.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use reader::process::{Outcome, Reading, Reason};
use reader::talk::Refusal;

use crate::stage::{corpus, corpus_files, enduring, read, reader};

const PATIENCE: Duration = Duration::from_secs(20);

#[derive(Default)]
struct Sum {
    papers: usize,
    pages: usize,
    slowest: (Duration, String),
    memory: u64,
    reasons: BTreeMap<String, Vec<String>>,
}

/// One paper: opened, its contents and facts, the text and picture of its first three pages; of all in a long trial.
fn through(path: &PathBuf, sum: &Mutex<Sum>) {
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    let mut reading = Reading::of(&reader(), Arc::from(std::fs::read(path).unwrap())).with_patience(PATIENCE);
    let note = |what: &str, begun: Instant, reason: Option<Reason>, memory: u64| {
        let time = begun.elapsed();
        let mut sum = sum.lock().unwrap();
        assert!(time < PATIENCE + Duration::from_secs(4), "{name}: {what} took {time:?}");
        sum.slowest = std::mem::take(&mut sum.slowest).max((time, format!("{what} of {name}")));
        sum.memory = sum.memory.max(memory);
        if let Some(reason) = reason {
            sum.reasons.entry(format!("{what}: {reason:?}")).or_default().push(name.clone());
        }
    };
    let begun = Instant::now();
    let opened = reading.open(None).unwrap();
    note("open", begun, reason(&opened), memory(&reading));
    let Outcome::Read(pages) = opened else { return };
    let begun = Instant::now();
    let contents = reading.contents().unwrap();
    note("contents", begun, reason(&contents), memory(&reading));
    let begun = Instant::now();
    let facts = reading.facts(0, pages).unwrap();
    note("facts", begun, reason(&facts), memory(&reading));
    for page in 0..if enduring() { pages } else { pages.min(3) } {
        let begun = Instant::now();
        let text = reading.page_text(page).unwrap();
        note("text", begun, reason(&text), memory(&reading));
        let begun = Instant::now();
        let image = reading.page_image(page, 1.0).unwrap();
        note("image", begun, reason(&image), memory(&reading));
    }
    let mut sum = sum.lock().unwrap();
    sum.papers += 1;
    sum.pages += pages as usize;
}

fn reason<T>(outcome: &Outcome<T>) -> Option<Reason> {
    match outcome {
        Outcome::Read(_) => None,
        Outcome::Unreadable(reason) => Some(*reason),
    }
}

/// The most memory the reader has had, in KiB.
fn memory(reading: &Reading) -> u64 {
    let status = reading.reader().and_then(|id| std::fs::read_to_string(format!("/proc/{id}/status")).ok());
    let line = status.as_deref().and_then(|status| status.lines().find_map(|line| line.strip_prefix("VmHWM:")));
    line.and_then(|line| line.trim().split(' ').next()?.parse().ok()).unwrap_or(0)
}

#[test]
fn every_real_paper_has_an_outcome() {
    let folders = ["court-filings", "demands", "scans", "odd-pdfs", "encrypted-pdfs"];
    outcomes(folders.iter().flat_map(|folder| corpus(folder).unwrap_or_default()).collect());
}

/// Mail, Office files, pictures, saved pages (trust table R16 to R18).
#[test]
fn every_real_mail_picture_and_table_has_an_outcome() {
    let folders = ["mail", "office-and-pictures", "dockets", "scans", "court-filings"];
    let files = folders.iter().flat_map(|folder| corpus_files(folder).unwrap_or_default());
    outcomes(files.filter(|path| path.extension().is_none_or(|ending| ending != "pdf")).collect());
}

fn outcomes(files: Vec<PathBuf>) {
    if files.is_empty() {
        return;
    }
    let (queue, sum) = (Mutex::new(files.iter()), Mutex::new(Sum::default()));
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                loop {
                    let next = queue.lock().unwrap().next();
                    let Some(path) = next else { break };
                    through(path, &sum);
                }
            });
        }
    });
    let sum = sum.into_inner().unwrap();
    println!(
        "{} of {} papers opened, {} pages; slowest question {:?}, most memory {} MiB",
        sum.papers,
        files.len(),
        sum.pages,
        sum.slowest,
        sum.memory / 1024
    );
    let mut ended = 0;
    for (reason, names) in &sum.reasons {
        println!("{reason}: {} {names:?}", names.len());
        if !reason.contains("Refused") {
            ended += names.len();
        }
    }
    assert!(sum.memory <= 1024 * 1024, "{} KiB", sum.memory);
    assert!(ended * 100 <= files.len(), "{ended} of {} ended the reader", files.len());
    let damaged = sum.reasons.get("open: Refused(Damaged)").map_or(0, Vec::len);
    assert!(damaged * 50 <= files.len(), "{damaged} of {} are called damaged", files.len());
}

#[test]
fn each_kind_of_encryption_opens_with_its_password() {
    let Some(files) = corpus("encrypted-pdfs") else { return };
    let mut opened = 0;
    for path in files {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let mut reading = Reading::of(&reader(), Arc::from(std::fs::read(&path).unwrap()));
        match reading.open(None).unwrap() {
            Outcome::Read(_) => {}
            Outcome::Unreadable(Reason::Refused(Refusal::PasswordNeeded)) => {
                let wrong = reading.open(Some("not this one")).unwrap();
                assert_eq!(wrong, Outcome::Unreadable(Reason::Refused(Refusal::PasswordWrong)), "{name}");
                let right = ["foo", "baz", "usersecret"]
                    .into_iter()
                    .any(|password| matches!(reading.open(Some(password)).unwrap(), Outcome::Read(_)));
                assert!(right, "{name}: no password opens it");
            }
            other => panic!("{name}: {other:?}"),
        }
        opened += 1;
        let (facts, _) = read(reading.facts(0, 1));
        assert_eq!(facts.encrypted, name != "base.pdf", "{name}");
        read(reading.page_text(0));
    }
    println!("{opened} papers opened");
}
