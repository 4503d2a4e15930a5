//! Compares the reader with poppler, paper by paper: words found, time for the text, time for a page image at 144 dpi.
//!
//! `cargo run --release -p reader --example text_recall -- FOLDER…` after `cargo build --release -p reader`.

#![expect(clippy::print_stdout, reason = "it is a program that prints a table")]

#[path = "../tests/reader/compare.rs"]
mod compare;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::sync::Arc;
use std::time::{Duration, Instant};

use compare::{bag, excluded, found, missing, ours, pdftotext, size};
use reader::process::{Launcher, Outcome, Reading};

/// A paper with fewer words says nothing about finding them.
const FEW: usize = 50;

fn main() -> ExitCode {
    let folders: Vec<String> = std::env::args().skip(1).collect();
    let Some(program) =
        std::env::current_exe().ok().and_then(|path| Some(path.parent()?.parent()?.join("desk-reader")))
    else {
        return ExitCode::FAILURE;
    };
    let launcher = Launcher::at(&program);
    let mut files: Vec<PathBuf> = folders.iter().flat_map(|folder| papers(Path::new(folder))).collect();
    files.sort();
    words(&launcher, &files);
    pictures(&launcher, &files);
    ExitCode::SUCCESS
}

fn papers(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    entries.filter(|path| path.extension().is_some_and(|extension| extension == "pdf")).collect()
}

fn words(launcher: &Launcher, files: &[PathBuf]) {
    let (mut theirs_all, mut found_all, mut ours_all) = (0, 0, 0);
    let (mut their_time, mut our_time) = (Duration::ZERO, Duration::ZERO);
    for path in files {
        let Some((theirs, time)) = pdftotext(path) else { continue };
        let theirs = bag(&theirs);
        let (text, our) = match ours(launcher, path) {
            Ok(read) => read,
            Err(why) => {
                println!("----- {:>7} words  {} {why}", size(&theirs), path.display());
                continue;
            }
        };
        if size(&theirs) < FEW {
            continue;
        }
        let ours = bag(&text);
        let (total, hits) = (size(&theirs), found(&theirs, &ours));
        let part = hits as f64 / total as f64;
        let note = excluded(path).map(|why| format!("left out: {why}")).unwrap_or_default();
        println!("{part:.3} {total:>7} words  {:>6} ours  {} {note}", size(&ours), path.display());
        if part < 0.98 {
            println!("      missing {:?}", missing(&theirs, &ours).iter().take(14).collect::<Vec<_>>());
            println!("      instead {:?}", missing(&ours, &theirs).iter().take(14).collect::<Vec<_>>());
        }
        if note.is_empty() {
            theirs_all += total;
            found_all += hits;
            ours_all += size(&ours);
            their_time += time;
            our_time += our;
        }
    }
    println!(
        "recall {:.4}: {found_all} of {theirs_all} words, {ours_all} ours; time {our_time:.2?} against {their_time:.2?}, \
         ratio {:.2}",
        found_all as f64 / theirs_all.max(1) as f64,
        our_time.as_secs_f64() / their_time.as_secs_f64().max(1e-9)
    );
}

/// Up to ten pages of each paper at 144 dpi, against `pdftoppm -r 144`, both with the start of the process. We also make a
/// PNG of each; the other program writes bare pixels, because its PNG alone takes longer than all of ours.
fn pictures(launcher: &Launcher, files: &[PathBuf]) {
    let (mut their_time, mut our_time, mut pages) = (Duration::ZERO, Duration::ZERO, 0);
    let mut each = Vec::new();
    for path in files {
        let Ok(paper) = std::fs::read(path) else { continue };
        let begun = Instant::now();
        let mut reading = Reading::of(launcher, Arc::from(paper));
        let Ok(Outcome::Read(count)) = reading.open(None) else { continue };
        let count = count.min(10);
        let mut single = Vec::new();
        for page in 0..count {
            let page_begun = Instant::now();
            if let Ok(Outcome::Read(image)) = reading.page_image(page, 2.0) {
                single.push((page_begun.elapsed(), image.png.len()));
            }
        }
        let our = begun.elapsed();
        let begun = Instant::now();
        let last = count.to_string();
        let out = Command::new("pdftoppm").args(["-r", "144", "-f", "1", "-l", &last]).arg(path).output();
        let their = begun.elapsed();
        if !out.is_ok_and(|out| out.status.success()) || single.len() != count as usize {
            println!("not compared: {}", path.display());
            continue;
        }
        println!("{our:>9.1?} {their:>9.1?} {count:>3} pages  {}", path.display());
        each.extend(single.into_iter().map(|(time, _)| time));
        our_time += our;
        their_time += their;
        pages += count;
    }
    each.sort();
    println!(
        "images: {pages} pages in {our_time:.2?} against {their_time:.2?}, ratio {:.2}; median {:.1?}, worst {:.1?}",
        our_time.as_secs_f64() / their_time.as_secs_f64().max(1e-9),
        each.get(each.len() / 2).copied().unwrap_or_default(),
        each.last().copied().unwrap_or_default()
    );
}
