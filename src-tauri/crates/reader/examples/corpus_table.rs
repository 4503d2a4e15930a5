//! Opens and reads every file of the corpus, or of the folders named, and prints what came of it:
//! `cargo run --release -p reader --example corpus_table`. Ends with an error where a reader went past its limits.

#![expect(clippy::print_stdout, reason = "a table is printed")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};
use std::{env, fs};

use reader::process::{Launcher, Outcome, Reading, Reason, Unstartable};
use reader::walls::Limits;

/// A question takes no longer than its limit and a little for ending the reader.
const OVER: Duration = Duration::from_secs(24);

#[derive(Default)]
struct Folder {
    files: u32,
    whole: u32,
    partly: u32,
    pages: u32,
    words: u64,
    images: u32,
    parts: u32,
    taken: u32,
    reasons: BTreeMap<String, u32>,
    slowest: Duration,
    memory: u64,
    time: Duration,
}

fn main() -> ExitCode {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/corpus");
    let named: Vec<PathBuf> = env::args().skip(1).map(PathBuf::from).collect();
    let folders = if named.is_empty() { folders(&corpus) } else { named };
    let Ok(reader) = env::current_exe() else { return ExitCode::FAILURE };
    let Some(built) = reader.parent().and_then(Path::parent) else { return ExitCode::FAILURE };
    let launcher = Launcher::at(&built.join("desk-reader"));
    if folders.is_empty() {
        println!("NOT RUN: the corpus of real papers is not here ({}).", corpus.display());
        return ExitCode::SUCCESS;
    }
    println!(
        "{:22}{:>6}{:>7}{:>7}{:>7}{:>9}{:>8}{:>7}{:>7}{:>9}{:>8}{:>8}  not read",
        "folder", "files", "whole", "partly", "pages", "words", "images", "parts", "taken", "slowest", "MiB", "time"
    );
    let mut sound = true;
    for path in folders {
        match folder(&launcher, &path) {
            Ok(found) => {
                print(&path, &found);
                sound &= found.slowest < OVER && found.memory <= Limits::PAPER.memory;
            }
            Err(fault) => {
                println!("{fault}");
                return ExitCode::FAILURE;
            }
        }
    }
    if sound { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn folders(corpus: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(corpus).into_iter().flatten().filter_map(Result::ok).map(|entry| entry.path());
    let mut folders: Vec<PathBuf> = entries.filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

fn print(path: &Path, found: &Folder) {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let reasons: Vec<String> = found.reasons.iter().map(|(reason, count)| format!("{count} {reason}")).collect();
    println!(
        "{name:22}{:>6}{:>7}{:>7}{:>7}{:>9}{:>8}{:>7}{:>7}{:>8.1}s{:>8}{:>7.0}s  {}",
        found.files,
        found.whole,
        found.partly,
        found.pages,
        found.words,
        found.images,
        found.parts,
        found.taken,
        found.slowest.as_secs_f32(),
        found.memory >> 20,
        found.time.as_secs_f32(),
        reasons.join(", ")
    );
}

fn folder(launcher: &Launcher, path: &Path) -> Result<Folder, Unstartable> {
    let mut found = Folder::default();
    let entries = fs::read_dir(path).into_iter().flatten().filter_map(Result::ok).map(|entry| entry.path());
    let mut files: Vec<PathBuf> = entries.filter(|path| path.is_file()).collect();
    files.sort();
    for file in files {
        let Ok(bytes) = fs::read(&file) else { continue };
        let begun = Instant::now();
        found.files += 1;
        let mut asking = Asking { reading: Reading::of(launcher, Arc::from(bytes)), found: &mut found, missed: 0 };
        let opened = asking.all()?;
        let missed = asking.missed;
        match (opened, missed) {
            (true, 0) => found.whole += 1,
            (true, _) => found.partly += 1,
            (false, _) => {}
        }
        found.time += begun.elapsed();
        if env::var_os("EACH").is_some() {
            println!("   {} {:?} {opened} {missed}", file.display(), begun.elapsed());
        }
    }
    Ok(found)
}

struct Asking<'a> {
    reading: Reading,
    found: &'a mut Folder,
    missed: u32,
}

impl Asking<'_> {
    /// All that can be asked. Whether it opened.
    fn all(&mut self) -> Result<bool, Unstartable> {
        let Some(pages) = self.ask("", |reading| reading.open(None))? else { return Ok(false) };
        self.found.pages += pages;
        self.ask("", |reading| reading.facts(0, pages))?;
        for page in 0..pages {
            if let Some(text) = self.ask("", |reading| reading.page_text(page))? {
                self.found.words += text.words().count() as u64;
            }
        }
        let contents = self.ask("", Reading::contents)?;
        let has_pictures = contents.as_ref().is_some_and(|contents| contents.format.has_pictures());
        for page in 0..if has_pictures { pages } else { 0 } {
            if self.ask("image: ", |reading| reading.page_image(page, 1.0))?.is_some() {
                self.found.images += 1;
            }
        }
        for part in contents.map(|contents| contents.parts).unwrap_or_default() {
            self.found.parts += 1;
            let mut bytes = Vec::new();
            let taken = self.ask("part: ", |reading| reading.part(part.number, &mut bytes))?;
            self.found.taken += u32::from(taken == Some(bytes.len() as u64));
        }
        Ok(true)
    }

    fn ask<T>(
        &mut self,
        about: &str,
        ask: impl FnOnce(&mut Reading) -> Result<Outcome<T>, Unstartable>,
    ) -> Result<Option<T>, Unstartable> {
        let begun = Instant::now();
        let outcome = ask(&mut self.reading)?;
        self.found.slowest = self.found.slowest.max(begun.elapsed());
        self.found.memory = self.found.memory.max(self.reading.reader().map_or(0, most_memory));
        Ok(match outcome {
            Outcome::Read(value) => Some(value),
            Outcome::Unreadable(reason) => {
                self.missed += 1;
                let what = match reason {
                    Reason::Refused(refusal) => format!("{about}{refusal:?}"),
                    other => format!("{about}{other:?}"),
                };
                *self.found.reasons.entry(what).or_default() += 1;
                None
            }
        })
    }
}

/// The most memory it ever had, in bytes.
fn most_memory(id: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{id}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").trim().parse::<u64>().ok()).unwrap_or(0) << 10
}
