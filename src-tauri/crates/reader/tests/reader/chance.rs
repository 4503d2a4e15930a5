//! What chance makes of sound papers of every kind (trust table R14): whatever a reader does with it, its asker lives and has
//! an outcome in time.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use reader::process::{Outcome, Reading, Reason};

use crate::stage::{corpus_files, one_page, reader, rounds};

/// A question is over by then.
const PATIENCE: Duration = Duration::from_secs(5);
/// What is longer is left out: a change of a few bytes in it is rarely met.
const LONGEST: usize = 64 * 1024;

/// A kind of paper, and where sound ones lie.
struct Kind {
    name: &'static str,
    folders: &'static [&'static str],
    endings: &'static [&'static str],
}

const KINDS: &[Kind] = &[
    Kind { name: "pdf", folders: &["encrypted-pdfs", "odd-pdfs"], endings: &["pdf"] },
    Kind { name: "mail", folders: &["mail"], endings: &["eml"] },
    Kind { name: "outlook", folders: &["office-and-pictures"], endings: &["msg"] },
    Kind { name: "word", folders: &["office-and-pictures"], endings: &["docx"] },
    Kind { name: "spreadsheet", folders: &["office-and-pictures"], endings: &["xlsx"] },
    Kind { name: "rich text", folders: &["office-and-pictures"], endings: &["rtf"] },
    Kind { name: "html", folders: &["dockets"], endings: &["html"] },
    Kind { name: "picture", folders: &["scans", "office-and-pictures"], endings: &["png", "jpg", "tif"] },
];

/// A generator that gives the same numbers every time.
struct Chance(u64);

impl Chance {
    fn of(round: u64) -> Self {
        Self((round + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 11) % below.max(1) as u64) as usize
    }

    fn change(&mut self, seed: &[u8]) -> Vec<u8> {
        let mut paper = seed.to_vec();
        for _ in 0..=self.next(12) {
            let at = self.next(paper.len());
            let upto = |from: usize, more: usize| from..(from + more).min(paper.len());
            match self.next(4) {
                2 => drop(paper.splice(upto(at, self.next(40)), [])),
                3 => {
                    let from = self.next(paper.len());
                    let piece = paper.get(upto(from, self.next(60))).unwrap_or_default().to_vec();
                    drop(paper.splice(at..at, piece));
                }
                way => {
                    let with = if way == 0 { self.next(256) as u8 } else { 1 << self.next(8) };
                    if let Some(byte) = paper.get_mut(at) {
                        *byte ^= with;
                    }
                }
            }
        }
        paper
    }
}

fn seeds(kind: &Kind) -> Vec<Vec<u8>> {
    let ending = |path: &std::path::PathBuf| {
        path.extension().is_some_and(|ending| kind.endings.iter().any(|one| ending.eq_ignore_ascii_case(one)))
    };
    let files = kind.folders.iter().flat_map(|folder| corpus_files(folder).unwrap_or_default()).filter(ending);
    files.map(|path| std::fs::read(path).unwrap()).filter(|bytes| (1..LONGEST).contains(&bytes.len())).collect()
}

/// Asks all that can be asked of the first page; gives the first outcome that was none.
fn ask_all(paper: Vec<u8>) -> Option<Reason> {
    fn reason<T>(outcome: &Outcome<T>) -> Option<Reason> {
        match outcome {
            Outcome::Read(_) => None,
            Outcome::Unreadable(reason) => Some(*reason),
        }
    }
    let mut reading = Reading::of(&reader(), Arc::from(paper)).with_patience(PATIENCE);
    let opened = reason(&reading.open(None).unwrap());
    if opened.is_some() {
        return opened;
    }
    let rest = [
        reason(&reading.contents().unwrap()),
        reason(&reading.facts(0, 3).unwrap()),
        reason(&reading.page_text(0).unwrap()),
        reason(&reading.page_image(0, 0.5).unwrap()),
    ];
    rest.into_iter().flatten().next()
}

#[test]
fn what_chance_makes_of_papers_has_an_outcome() {
    for kind in KINDS {
        let mut seeds = seeds(kind);
        if kind.name == "pdf" {
            seeds.push(one_page("BT /F 12 Tf 72 700 Td (words) Tj ET 0 g 60 690 200 30 re f", "/Rotate 90"));
        }
        if seeds.is_empty() {
            println!("NOT RUN: no small papers of the kind {}.", kind.name);
            continue;
        }
        let total = rounds(if kind.name == "pdf" { 240 } else { 24 });
        let (next, tally) = (AtomicU64::new(0), Mutex::new(BTreeMap::<String, u64>::new()));
        let begun = Instant::now();
        thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| {
                    loop {
                        let round = next.fetch_add(1, Ordering::Relaxed);
                        if round >= total {
                            break;
                        }
                        let mut chance = Chance::of(round);
                        let seed = seeds.get(chance.next(seeds.len())).map(Vec::as_slice).unwrap_or_default();
                        let paper = chance.change(seed);
                        let asked = Instant::now();
                        let reason = ask_all(paper);
                        // Five questions, each with the time a reader takes to be ended and begun again.
                        let time = asked.elapsed();
                        assert!(time < 5 * (PATIENCE + Duration::from_secs(4)), "{} {round}: {time:?}", kind.name);
                        let word = reason.map_or("read".to_owned(), |reason| format!("{reason:?}"));
                        *tally.lock().unwrap().entry(word).or_default() += 1;
                    }
                });
            }
        });
        let tally = tally.into_inner().unwrap();
        println!("{}: {total} of {} seeds in {:.0?}: {tally:?}", kind.name, seeds.len(), begun.elapsed());
        assert_eq!(tally.values().sum::<u64>(), total, "{}", kind.name);
    }
}
