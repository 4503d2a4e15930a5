//! Changes real papers by chance and opens what comes of it, in the reader as it is, behind its walls:
//! `cargo run -p reader --example mutations -- SECONDS [FOLDER/EXTENSION]…`. The desk's side must stand whatever happens; a
//! parser that stops in a panic is counted and kept (`KEEP=folder`), to be mended.

#![expect(
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "a table is printed, and what it indexes it has just measured"
)]

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};
use std::{env, fs};

use reader::process::{Launcher, Outcome, Reading, Reason, Unstartable};
use reader::talk::Refusal;

const ALL: &[&str] = &[
    "mail/eml",
    "office-and-pictures/msg",
    "office-and-pictures/docx",
    "office-and-pictures/xlsx",
    "office-and-pictures/rtf",
    "dockets/html",
    "dockets/json",
    "scans/png",
    "scans/jpg",
    "office-and-pictures/tif",
    "odd-pdfs/pdf",
];
/// Larger seeds are mostly pixels.
const LARGE: usize = 256 * 1024;

fn main() -> ExitCode {
    let mut words = env::args().skip(1);
    let seconds = words.next().and_then(|word| word.parse().ok()).unwrap_or(120);
    let named: Vec<String> = words.collect();
    let named: Vec<&str> = if named.is_empty() { ALL.to_vec() } else { named.iter().map(String::as_str).collect() };
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/corpus");
    let Ok(this) = env::current_exe() else { return ExitCode::FAILURE };
    let Some(built) = this.parent().and_then(Path::parent) else { return ExitCode::FAILURE };
    let launcher = Launcher::at(&built.join("desk-reader"));
    for name in named {
        let Some((folder, extension)) = name.split_once('/') else { continue };
        let seeds = seeds(&corpus.join(folder), extension);
        if seeds.is_empty() {
            println!("{name}: NOT RUN: no seeds in {}.", corpus.display());
            continue;
        }
        match run(&launcher, name, &seeds, Duration::from_secs(seconds)) {
            Ok(()) => {}
            Err(fault) => {
                println!("{fault}");
                return ExitCode::FAILURE;
            }
        }
    }
    ExitCode::SUCCESS
}

fn seeds(folder: &Path, extension: &str) -> Vec<Vec<u8>> {
    let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok).map(|entry| entry.path());
    let mut files: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|end| end == extension)).collect();
    files.sort();
    files.into_iter().filter_map(|path| fs::read(path).ok()).filter(|bytes| bytes.len() <= LARGE).collect()
}

fn run(launcher: &Launcher, name: &str, seeds: &[Vec<u8>], time: Duration) -> Result<(), Unstartable> {
    let mut chance = Chance(0x9e37_79b9_7f4a_7c15);
    let begun = Instant::now();
    let (mut tried, mut slowest) = (0_u32, Duration::ZERO);
    let mut outcomes: BTreeMap<String, u32> = BTreeMap::new();
    while begun.elapsed() < time {
        let seed = chance.of(seeds);
        let paper =
            if seed.starts_with(b"PK") { inside(seed, seeds, &mut chance) } else { changed(seed, seeds, &mut chance) };
        tried += 1;
        let one = Instant::now();
        for (question, reason) in ask_all(launcher, &paper)? {
            if reason == Reason::Refused(Refusal::Faulted)
                && let Some(folder) = env::var_os("KEEP")
            {
                let file = format!("{}-{question}-{tried}", name.replace('/', "-"));
                drop(fs::write(Path::new(&folder).join(file), &paper));
            }
            *outcomes.entry(format!("{question} {reason:?}")).or_default() += 1;
        }
        slowest = slowest.max(one.elapsed());
    }
    let outcomes: Vec<String> = outcomes.iter().map(|(what, count)| format!("{count} {what}")).collect();
    println!("{name:26}{tried:>7} papers, slowest {:.1} s; {}", slowest.as_secs_f32(), outcomes.join(", "));
    Ok(())
}

/// All that can be asked of the first page and part; what was not answered.
fn ask_all(launcher: &Launcher, paper: &[u8]) -> Result<Vec<(&'static str, Reason)>, Unstartable> {
    let mut reading = Reading::of(launcher, Arc::from(paper));
    let mut missed = Vec::new();
    let opened = note("open", reading.open(None)?, &mut missed);
    if opened.is_none() {
        return Ok(missed);
    }
    note("facts", reading.facts(0, 2)?, &mut missed);
    note("text", reading.page_text(0)?, &mut missed);
    let contents = note("contents", reading.contents()?, &mut missed);
    if contents.as_ref().is_some_and(|contents| contents.format.has_pictures()) {
        note("image", reading.page_image(0, 0.3)?, &mut missed);
    }
    if contents.is_some_and(|contents| !contents.parts.is_empty()) {
        note("part", reading.part(0, &mut Vec::new())?, &mut missed);
    }
    Ok(missed)
}

fn note<T>(question: &'static str, outcome: Outcome<T>, missed: &mut Vec<(&'static str, Reason)>) -> Option<T> {
    match outcome {
        Outcome::Read(value) => Some(value),
        Outcome::Unreadable(reason) => {
            missed.push((question, reason));
            None
        }
    }
}

/// An Office file with one part changed.
fn inside(seed: &[u8], seeds: &[Vec<u8>], chance: &mut Chance) -> Vec<u8> {
    let parts = unpacked(seed).unwrap_or_default();
    if parts.is_empty() || chance.below(8) == 0 {
        return changed(seed, seeds, chance);
    }
    let which = chance.below(parts.len());
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (number, (name, bytes)) in parts.iter().enumerate() {
        let bytes = if number == which { changed(bytes, &[], chance) } else { bytes.clone() };
        if zip.start_file(name.as_str(), stored).is_ok() {
            drop(zip.write_all(&bytes));
        }
    }
    zip.finish().map(Cursor::into_inner).unwrap_or_default()
}

fn unpacked(bytes: &[u8]) -> Option<Vec<(String, Vec<u8>)>> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut parts = Vec::new();
    for number in 0..zip.len() {
        let mut file = zip.by_index(number).ok()?;
        let name = file.name().ok()?.into_owned();
        let mut part = Vec::new();
        file.read_to_end(&mut part).ok()?;
        parts.push((name, part));
    }
    Some(parts)
}

/// One to eight changes: a bit, a byte, a number, a piece doubled, left out, or taken from another.
fn changed(seed: &[u8], others: &[Vec<u8>], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for _ in 0..=chance.below(8) {
        if bytes.is_empty() {
            break;
        }
        let at = chance.below(bytes.len());
        let end = (at + 1 + chance.below(64)).min(bytes.len());
        match chance.below(7) {
            0 => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 1 << (at % 8)),
            1 => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte = [0, 0xff, 0x7f, 0x80, b'<', b'}'][at % 6]),
            2 => {
                let number: &[u8] = [&b"4294967296"[..], b"-1", b"\xff\xff\xff\xff", b"\0\0\0\x80"][chance.below(4)];
                bytes.splice(at..(at + number.len()).min(bytes.len()), number.iter().copied());
            }
            3 => {
                let piece = bytes[at..end].repeat(1 + chance.below(30));
                bytes.splice(at..at, piece);
            }
            4 => drop(bytes.drain(at..end)),
            5 if !others.is_empty() => {
                let other = chance.of(others);
                let from = chance.below(other.len().max(1));
                let piece = other.iter().copied().skip(from).take(1 + chance.below(400)).collect::<Vec<_>>();
                bytes.splice(at..end, piece);
            }
            _ => bytes.truncate(at.max(16)),
        }
    }
    bytes
}

/// xorshift: the same papers in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % (end.max(1) as u64)).unwrap_or(0)
    }

    fn of<'a>(&mut self, all: &'a [Vec<u8>]) -> &'a Vec<u8> {
        let at = self.below(all.len());
        &all[at]
    }
}
