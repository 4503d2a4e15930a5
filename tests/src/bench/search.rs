//! Finding words on many pages, beside what plain FTS5 and Recoll do with the same texts.

use std::io::Write as _;
use std::process::{Command, Stdio};

use matter::demand::{Attached, DemandEntry, DemandFacts, DocumentRole};
use matter::entry::Entry;
use matter::ids::{DemandId, DocumentId, OpId};
use matter::journal::{Append, Digest, Subject, Write};
use register::{PageWords, ReadingEnd, Register, Unlocked, Watch};
use serde_json::{Value, json};

use super::fill::door;
use super::{asked, ms, percentile, row, timed};
use crate::journey::{Office, facts, new_id};

const PAGES_EACH: u32 = 4;
/// Papers that one act attaches here.
const AT_ONCE: u64 = 250;
/// What is asked: how common, and the words.
const QUESTIONS: [(&str, &[&str]); 4] = [
    ("common words (on every page, on one of two, both)", &["the", "subpoena", "the records", "\"of the\""]),
    ("rare words", &["w19999 w18001", "w15000 the", "w19990"]),
    ("words of the middle", &["w300 w40", "w1000", "w500 subpoena", "w70*"]),
    (
        "identifiers in another spelling",
        &["415.555.0134", "+1 415 555 2000", "26-MC-00416", "WWW.example.com/u/user_77/"],
    ),
];

/// Words as papers have them: few that stand everywhere, many that are rare.
struct Texts(u64);

impl Texts {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// About 300 words on lines of ten.
    fn page(&mut self, number: u64) -> String {
        let mut text = format!(
            "Page of file HSI-{number:08}\nTelephone (415) 555-{:04} at https://example.com/u/user_{}\nNo. 3:26-mc-{:05}\n",
            number % 10_000,
            number % 1_000,
            number % 99_999,
        );
        for place in 0..300_u32 {
            let word = match self.next() % 10 {
                0 | 1 => "the".to_owned(),
                2 => "of".to_owned(),
                3 if number.is_multiple_of(2) => "subpoena".to_owned(),
                3 => "records".to_owned(),
                _ => {
                    // The square makes low numbers common.
                    let share = (self.next() % 1_000_000) as f64 / 1_000_000.0;
                    format!("w{}", (share * share * 20_000.0) as u64)
                }
            };
            text.push_str(&word);
            text.push(if place % 10 == 9 { '\n' } else { ' ' });
        }
        text
    }
}

pub(super) fn searching() {
    let documents = asked("BENCH_DOCUMENTS", 50_000);
    let office = Office::founded(&["triage", "counsel", "records"]);
    let pages = documents * u64::from(PAGES_EACH);
    let mut others = Beside::all();
    let before = size(&office);
    let ((), time) = timed(|| fill(&office, documents, &mut others));
    println!("| (keeping {pages} pages, durable) | {:.0} pages/s | |", pages as f64 / time.as_secs_f64());
    let grown = size(&office).saturating_sub(before) as f64;
    println!("| (size of a page: text, places, index) | {:.1} KiB | |", grown / pages as f64 / 1024.0);
    office.sits_down("A. Rivera");
    for (what, questions) in QUESTIONS {
        let mut times = Vec::new();
        for _ in 0..12 {
            for typed in questions {
                let request = json!({"text": typed, "limit": 50});
                let (reply, time) = timed(|| office.ask("search", request));
                assert_ne!(reply["hits"], json!([]), "{typed} is found");
                times.push(time);
            }
        }
        let bar = if what.starts_with("identifiers") { "p95 ≤ 10 ms" } else { "p95 ≤ 50 ms" };
        let measured = format!("p50 {}, p95 {}", ms(percentile(&mut times, 50)), ms(percentile(&mut times, 95)));
        row(&format!("search over {pages} pages: {what}"), &measured, bar);
    }
    others.into_iter().for_each(Beside::end);
}

fn size(office: &Office) -> u64 {
    let database = |name: &str| std::fs::metadata(office.register.join(name)).map(|data| data.len()).unwrap_or(0);
    database("register.db") + database("register.db-wal")
}

fn fill(office: &Office, documents: u64, others: &mut [Beside]) {
    let pattern: DemandFacts = serde_json::from_value(facts(office, &[(&new_id(), "@x")])).unwrap();
    let (setting, unlocked) = door(office);
    let register = Register::open(&setting, &unlocked, office.now()).unwrap();
    let mut texts = Texts(88);
    let mut number = 0;
    while number < documents {
        let upto = documents.min(number + AT_ONCE);
        for document in attach(&register, &unlocked, office, &pattern, number..upto) {
            register.begin_reading(document, "1", "").unwrap();
            let pages: Vec<PageWords> = (0..PAGES_EACH)
                .map(|page| {
                    let text = texts.page(number * u64::from(PAGES_EACH) + u64::from(page));
                    others.iter_mut().for_each(|one| one.page(&text));
                    // Places of words take about so much when they are squeezed.
                    PageWords { number: page, recognised: false, short: false, words: vec![7; 4_000], text }
                })
                .collect();
            register.keep_pages(document, &pages).unwrap();
            let end = ReadingEnd { pages: Some(PAGES_EACH), why: String::new(), pictures: 0, troubled: 0, inside: 0 };
            register.end_reading(document, &end).unwrap();
            number += 1;
        }
    }
    register.close().unwrap();
}

/// A demand with papers of a few bytes, all in one act.
fn attach(
    register: &Register,
    unlocked: &Unlocked,
    office: &Office,
    pattern: &DemandFacts,
    numbers: std::ops::Range<u64>,
) -> Vec<DocumentId> {
    let reference = format!("2026-{:04}", numbers.start / AT_ONCE + 1);
    let staged: Vec<_> = numbers
        .map(|number| {
            let bytes = format!("paper {number}");
            let id: DocumentId = new_id().parse().unwrap();
            register.stage(id, &mut bytes.as_bytes(), &mut Watch::nobody()).unwrap()
        })
        .collect();
    let entry = |paper: &register::Staged| {
        Entry::Demand(DemandEntry::DocumentAttached {
            attached: Attached {
                document: paper.document(),
                name: "paper.pdf".to_owned(),
                sha256: paper.sha256(),
                length: paper.length().try_into().unwrap(),
                media_type: "application/pdf".to_owned(),
                role: DocumentRole::Other,
                from: None,
            },
        })
    };
    let logged = DemandEntry::DemandLogged { reference, facts: Box::new(pattern.clone()) };
    let op: OpId = new_id().parse().unwrap();
    let append = Append {
        op,
        request: Digest::of(op.to_string().as_bytes()),
        actor: unlocked.holder,
        happened: pattern.received,
        recorded: office.now(),
        reads: Vec::new(),
        writes: vec![Write {
            subject: Subject::Demand(new_id().parse::<DemandId>().unwrap()),
            expected: 0,
            entries: std::iter::once(Entry::Demand(logged)).chain(staged.iter().map(entry)).collect(),
        }],
    };
    register.append_with_documents(&append, &unlocked.signer, &staged).unwrap();
    staged.iter().map(register::Staged::document).collect()
}

/// The same texts and questions given to another search engine, through Debian's own Python.
struct Beside {
    what: &'static str,
    child: Option<std::process::Child>,
}

impl Beside {
    /// Plain FTS5 with its own ranking, in a file that is not encrypted; and Recoll, where the time for it is given.
    fn all() -> Vec<Self> {
        let mut all = vec![Self::begin("plain FTS5", "fts5.py")];
        if std::env::var_os("BENCH_RECOLL").is_some() {
            all.push(Self::begin("Recoll", "recoll.py"));
        }
        all
    }

    fn begin(what: &'static str, script: &str) -> Self {
        let script = format!("{}/src/bench/{script}", env!("CARGO_MANIFEST_DIR"));
        let child = Command::new("/usr/bin/python3").arg(script).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
        Self { what, child: child.ok() }
    }

    fn page(&mut self, text: &str) {
        if let Some(to) = self.child.as_mut().and_then(|child| child.stdin.as_mut()) {
            writeln!(to, "{}", Value::from(text)).unwrap();
        }
    }

    fn end(self) {
        let Some(mut child) = self.child else {
            println!("| ({} not measured: no python3 here) | | |", self.what);
            return;
        };
        let questions: Vec<Value> = QUESTIONS.iter().take(3).map(|(what, typed)| json!([what, typed])).collect();
        writeln!(child.stdin.as_mut().unwrap(), "{}", Value::from(questions)).unwrap();
        let said = child.wait_with_output().unwrap();
        print!("{}", String::from_utf8_lossy(&said.stdout));
    }
}
