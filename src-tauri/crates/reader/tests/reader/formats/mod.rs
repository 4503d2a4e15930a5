//! Papers that are no PDF, made here: each kind, what is inside it, and what it must not be able to do.

use std::io::{Cursor, Write as _};

use reader::paper::{Contents, Part};
use reader::process::{Outcome, Reading, Reason};

use crate::stage::{read, reading};

mod archives;
mod mails;
mod office;
mod outlook;
mod pdf_files;
mod pictures;
mod texts;

/// A paper, opened, with its contents.
pub(crate) fn opened(paper: impl Into<Vec<u8>>) -> (Reading, Contents) {
    let mut paper = reading(paper.into());
    read(paper.open(None));
    let contents = read(paper.contents());
    (paper, contents)
}

/// All its text.
pub(crate) fn plain(reading: &mut Reading) -> String {
    let pages = read(reading.open(None));
    (0..pages).map(|page| read(reading.page_text(page)).plain()).collect()
}

/// Why it does not open.
pub(crate) fn refusal(paper: impl Into<Vec<u8>>) -> Reason {
    match reading(paper.into()).open(None).unwrap() {
        Outcome::Unreadable(reason) => reason,
        Outcome::Read(pages) => panic!("{pages} pages"),
    }
}

/// The bytes of a part.
pub(crate) fn part(reading: &mut Reading, part: &Part) -> Vec<u8> {
    let mut bytes = Vec::new();
    assert_eq!(read(reading.part(part.number, &mut bytes)), bytes.len() as u64);
    bytes
}

/// An archive of these entries.
pub(crate) fn zipped(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
