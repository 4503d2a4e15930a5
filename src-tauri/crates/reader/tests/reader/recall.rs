//! The words of real papers, against those that poppler finds in them.

use std::process::Command;

use crate::compare::{EXCLUDED, bag, excluded, found, missing, ours, pdftotext, size};
use crate::stage::{corpus, read, reader, reading};

/// Of the words that the other program finds, this part is found here.
const RECALL: f64 = 0.98;
/// A paper with fewer words says nothing about this.
const FEW: usize = 50;

#[test]
fn the_words_of_real_papers_are_found() {
    let launcher = reader();
    let (mut all_theirs, mut all_found, mut papers) = (0, 0, 0);
    for folder in ["court-filings", "demands", "scans", "odd-pdfs", "encrypted-pdfs"] {
        for path in corpus(folder).unwrap_or_default() {
            let Some((theirs, _)) = pdftotext(&path) else { continue };
            let theirs = bag(&theirs);
            if excluded(&path).is_some() || (size(&theirs) < FEW && folder != "court-filings") {
                continue;
            }
            let (text, _) = ours(&launcher, &path).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
            let ours = bag(&text);
            let (total, hits) = (size(&theirs), found(&theirs, &ours));
            if (hits as f64) < RECALL * total as f64 {
                println!("{}: {hits} of {total}", path.display());
                println!("   missing {:?}", missing(&theirs, &ours).iter().take(20).collect::<Vec<_>>());
            }
            papers += 1;
            all_theirs += total;
            all_found += hits;
        }
    }
    if papers == 0 {
        println!("NOT RUN: no real papers, or no pdftotext.");
        return;
    }
    println!("{papers} papers, {} left out, {all_found} of {all_theirs} words", EXCLUDED.len());
    assert!(all_found as f64 >= RECALL * all_theirs as f64, "{all_found} of {all_theirs} words");
}

/// A word and its left and right side, as `pdftotext -bbox` writes them.
fn place(line: &str) -> Option<(String, f32, f32)> {
    let number = |name: &str| line.split_once(name)?.1.split('"').next()?.parse::<f32>().ok();
    let (left, right) = (number("xMin=\"")?, number("xMax=\"")?);
    let text = line.split_once("\">")?.1.strip_suffix("</word>")?;
    Some((text.to_owned(), left, right))
}

/// Words stand where the other program finds them, to a point in 72 of an inch.
#[test]
fn the_places_of_real_words_agree() {
    let (mut words, mut near) = (0, 0);
    for path in corpus("court-filings").unwrap_or_default() {
        let Ok(out) = Command::new("pdftotext").args(["-bbox", "-l", "1"]).arg(&path).arg("-").output() else {
            continue;
        };
        let theirs = String::from_utf8_lossy(&out.stdout).into_owned();
        let mut reading = reading(std::fs::read(&path).unwrap());
        if reading.open(None).unwrap().read().is_none() {
            continue;
        }
        let ours = read(reading.page_text(0));
        let at = |wanted: &str, left: f32, right: f32| {
            ours.words().any(|word| {
                word.text == wanted && (word.rect.left - left).abs() < 1.0 && (word.rect.right - right).abs() < 1.0
            })
        };
        let places = theirs.lines().filter(|line| line.trim_start().starts_with("<word ")).filter_map(place);
        for (text, left, right) in places.filter(|(text, ..)| text.len() > 3 && !text.contains('&')) {
            words += 1;
            near += usize::from(at(&text, left, right));
        }
    }
    println!("{near} of {words} words stand where they should");
    assert!(near as f64 >= 0.97 * f64::from(words), "{near} of {words}");
}
