//! What is recognised: on pages that are drawn here, so that every word and its place is known, and on real scans.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use reader::ocr::Recognised;
use reader::paper::PageText;
use reader::process::{Ocr, Outcome, Reading, Reason};
use reader::talk::Refusal;

use crate::compare::{bag, found, size};
use crate::stage::{corpus, one_page, page_with, read, reader, reading};

/// The engine, or none where it is not installed. Says so.
fn engine() -> Option<Ocr> {
    let ocr = Ocr::of(&reader());
    match ocr.installed() {
        Ok(()) => Some(ocr),
        Err(missing) => {
            println!("NOT RUN: {missing}.");
            None
        }
    }
}

/// How many real pages: each takes the engine some seconds.
fn pages(usual: usize) -> usize {
    std::env::var("OCR_PAGES").ok().and_then(|pages| pages.parse().ok()).unwrap_or(usual)
}

const LINES: &[&str] = &[
    "IN THE MATTER OF EXAMPLE PLATFORM LLC",
    "Subpoena number HSI-EX-2026-004471-017",
    "Return date: 14 December 2026 at 10:00 a.m.",
    "You are hereby required to produce records of the account",
    "named below, including subscriber name, postal address and",
    "payment card numbers. Questions: officer@agency.example",
    "Por la presente se requiere la entrega de los registros.",
];

fn content(turn: &str) -> String {
    let mut text = format!("q {turn} cm BT /F 12 Tf 20 TL 90 650 Td ");
    for line in LINES {
        write!(text, "({line}) Tj T* ").unwrap();
    }
    text + "ET Q"
}

/// Of the words the page really has, which part was recognised where it stands.
fn recall(truth: &PageText, seen: &Recognised, near: f32) -> f64 {
    let words: Vec<_> = truth.words().collect();
    let hits = words.iter().filter(|word| {
        seen.text.words().any(|other| {
            let middle = |low: f32, high: f32| f32::midpoint(low, high);
            let x = middle(word.rect.left, word.rect.right) - middle(other.rect.left, other.rect.right);
            let y = middle(word.rect.top, word.rect.bottom) - middle(other.rect.top, other.rect.bottom);
            other.text == word.text && x.abs() < near && y.abs() < near
        })
    });
    hits.count() as f64 / words.len() as f64
}

#[test]
fn the_engine_says_which_it_is() {
    let Some(mut ocr) = engine() else { return };
    let version = read(ocr.version());
    assert!(version.starts_with("tesseract "), "{version}");
}

#[test]
fn words_are_recognised_where_they_stand() {
    let Some(mut ocr) = engine() else { return };
    // Level; turned by two degrees on the page; the page on its side, and upside down.
    let (sin, cos) = 2.0_f64.to_radians().sin_cos();
    let turned = format!("{cos:.5} {:.5} {sin:.5} {cos:.5} -20 20", -sin);
    let papers = [
        ("level", one_page(&content("1 0 0 1 0 0"), ""), 0.0),
        ("turned by 2°", one_page(&content(&turned), ""), 2.0),
        ("on its side", page_with(&content("1 0 0 1 0 0"), "/Rotate 90", ""), 0.0),
        ("upside down", page_with(&content("1 0 0 1 0 0"), "/Rotate 180", ""), 0.0),
    ];
    for (name, paper, skew) in papers {
        let mut paper = reading(paper);
        let truth = read(paper.page_text(0));
        let begun = Instant::now();
        let seen = read(ocr.recognise_page(&mut paper, 0));
        let part = recall(&truth, &seen, 6.0);
        println!("{name}: {:.1} % of {} words, {:?}", part * 100.0, truth.words().count(), begun.elapsed());
        assert!((seen.skew - skew).abs() < 0.3, "{name}: turned by {}", seen.skew);
        assert!(part >= 0.9, "{name}: {part}\n{}\n{}", truth.plain(), seen.text.plain());
        assert_eq!((seen.text.width, seen.text.height), (truth.width, truth.height));
        assert_eq!(seen.text.lines[0].turn, truth.lines[0].turn, "{name}");
    }
}

#[test]
fn an_empty_page_has_no_words() {
    let Some(mut ocr) = engine() else { return };
    let seen = read(ocr.recognise_page(&mut reading(one_page("", "")), 0));
    assert_eq!(seen.text.words().count(), 0);
}

#[test]
fn a_picture_that_is_none_is_refused() {
    let Some(mut ocr) = engine() else { return };
    let mut scan = read(reading(one_page("", "")).scan(0));
    scan.png = b"\x89PNG\r\n\x1a\nand then nothing that is one".to_vec();
    assert_eq!(ocr.recognise(&scan).unwrap(), Outcome::Unreadable(Reason::Refused(Refusal::Damaged)));
    // More than a pipe holds, and it may not want to read it.
    scan.png = vec![b'x'; 4 << 20];
    assert!(matches!(ocr.recognise(&scan).unwrap(), Outcome::Unreadable(_)));
}

#[test]
fn a_page_takes_no_longer_than_it_may() {
    let Some(ocr) = engine() else { return };
    let mut ocr = ocr.with_patience(Duration::from_millis(50));
    let outcome = ocr.recognise_page(&mut reading(one_page(&content("1 0 0 1 0 0"), "")), 0).unwrap();
    assert_eq!(outcome, Outcome::Unreadable(Reason::TimeLimit));
}

/// The same engine, called as anybody would, on the page as poppler draws it.
fn plainly(path: &Path) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let page = folder.path().join("page");
    let args = ["-r", "300", "-png", "-f", "1", "-l", "1", "-singlefile"];
    let drawn = Command::new("pdftoppm").args(args).arg(path).arg(&page).status().ok()?;
    let picture = page.with_extension("png");
    let (true, true) = (drawn.success(), picture.exists()) else { return None };
    let mut engine = Command::new("tesseract");
    engine.arg(picture).args(["stdout", "--psm", "1", "-l", "eng+spa"]).env("OMP_THREAD_LIMIT", "1");
    Some(String::from_utf8_lossy(&engine.output().ok()?.stdout).into_owned())
}

/// Words of real scans, against the engine without walls, without a deskewed picture, and with poppler's.
#[test]
fn the_words_of_real_scans_are_recognised() {
    let Some(mut ocr) = engine() else { return };
    let Some(papers) = corpus("scans") else { return };
    // Two for every run; all with `OCR_PAGES=12`, as the figures of adr 0017 were made.
    let all = ["c02-22.pdf", "francais.pdf", "skew.pdf", "rotated_skew.pdf", "ccitt.pdf", "jbig2.pdf", "linn.pdf"];
    let wanted = all.get(..pages(2).min(all.len())).unwrap_or(&all);
    let (mut all, mut hits) = (0, 0);
    for path in papers.iter().filter(|path| wanted.iter().any(|name| path.ends_with(name))) {
        let Some(theirs) = plainly(path) else {
            println!("NOT RUN: no pdftoppm.");
            return;
        };
        let begun = Instant::now();
        let ours = read(ocr.recognise_page(&mut Reading::of(&reader(), std::fs::read(path).unwrap().into()), 0));
        let time = begun.elapsed();
        let (theirs, ours_bag) = (bag(&theirs), bag(&ours.text.plain()));
        let (total, both) = (size(&theirs), found(&theirs, &ours_bag));
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        println!("{name}: {both} of {total} words, turned by {:.2}°, {time:?}", ours.skew);
        all += total;
        hits += both;
    }
    println!("{hits} of {all} words");
    assert!(hits as f64 >= 0.9 * all as f64, "{hits} of {all}");
}

/// Words of court filings that have a text of their own, which is the truth here: their pages drawn and recognised.
#[test]
fn the_words_of_real_pages_are_recognised() {
    let Some(mut ocr) = engine() else { return };
    let Some(papers) = corpus("court-filings") else { return };
    let most = pages(2);
    let (mut all, mut hits, mut pages) = (0, 0, 0);
    for path in papers {
        let mut paper = Reading::of(&reader(), std::fs::read(&path).unwrap().into());
        let Some(count) = paper.open(None).unwrap().read() else { continue };
        let truth = read(paper.page_text(count / 2));
        let facts = read(paper.facts(count / 2, 1)).1;
        let seen = |facts: &[reader::paper::PageFacts]| facts.iter().all(|page| page.picture_share < 0.3);
        if truth.words().count() < 150 || !seen(&facts) || pages >= most {
            continue;
        }
        let ours = read(ocr.recognise_page(&mut paper, count / 2));
        let (truth, seen) = (bag(&truth.plain()), bag(&ours.text.plain()));
        all += size(&truth);
        hits += found(&truth, &seen);
        pages += 1;
    }
    println!("{hits} of {all} words on {pages} pages");
    assert!(hits as f64 >= 0.95 * all as f64, "{hits} of {all}");
}
