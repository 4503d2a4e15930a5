//! From a drawn paper to the text that the recogniser reads: by the real reader, or as a scan by text recognition.

use std::path::Path;
use std::sync::Arc;

use look_alikes::{Chance, Drawn, Strain, fax};
use reader::paper::PageText;
use reader::process::{Launcher, Outcome, Reading};

use crate::ocr;

/// The text of every page of a PDF, as `desk-reader` says it.
pub(crate) fn pages_of(pdf: &[u8]) -> Vec<PageText> {
    let launcher = Launcher::at(Path::new(env!("CARGO_BIN_EXE_desk-reader")));
    let mut reading = Reading::of(&launcher, Arc::from(pdf));
    let Outcome::Read(pages) = reading.open(None).unwrap() else { return Vec::new() };
    (0..pages)
        .filter_map(|page| match reading.page_text(page).unwrap() {
            Outcome::Read(text) => Some(text),
            Outcome::Unreadable(_) => None,
        })
        .collect()
}

/// The same of a paper that was drawn.
pub(crate) fn vector(drawn: &Drawn) -> Vec<PageText> {
    pages_of(&drawn.pdf().unwrap())
}

/// The same as a fax of 200 dots to the inch, recognised. `None` where there is no Tesseract.
pub(crate) fn scan(drawn: &Drawn, seed: u64) -> Option<Vec<PageText>> {
    const DPI: f64 = 200.0;
    let mut chance = Chance::from(seed);
    (0..)
        .zip(drawn.pages(DPI))
        .map(|(number, page)| ocr::read(&fax(&page, Strain::FAX, &mut chance), number, DPI))
        .collect()
}
