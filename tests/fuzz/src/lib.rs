//! The parsers of `desk-reader`, by path: they are modules of that program and of no library, so that nothing else can call
//! them. Here they are called without walls, to be broken.

use std::io::{Cursor, Write};

use ::reader::paper::{Format, PageText};
use ::reader::talk::{Answer, Ask};

#[path = "../../../src-tauri/crates/reader/src/bin/desk-reader/archive.rs"]
mod archive;
#[path = "../../../src-tauri/crates/reader/src/bin/desk-reader/boxes.rs"]
mod boxes;
#[path = "../../../src-tauri/crates/reader/src/bin/desk-reader/html/mod.rs"]
mod html;
#[path = "../../../src-tauri/crates/reader/src/bin/desk-reader/mail/mod.rs"]
mod mail;
#[path = "../../../src-tauri/crates/reader/src/bin/desk-reader/mailbox.rs"]
mod mailbox;
#[path = "../../../src-tauri/crates/reader/src/bin/desk-reader/office.rs"]
mod office;
#[path = "../../../src-tauri/crates/reader/src/bin/desk-reader/open.rs"]
mod open;
#[path = "../../../src-tauri/crates/reader/src/bin/desk-reader/outlook/mod.rs"]
mod outlook;
#[path = "../../../src-tauri/crates/reader/src/bin/desk-reader/package.rs"]
mod package;
#[path = "../../../src-tauri/crates/reader/src/bin/desk-reader/paper.rs"]
mod paper;
#[path = "../../../src-tauri/crates/reader/src/bin/desk-reader/pdf/mod.rs"]
mod pdf;
#[path = "../../../src-tauri/crates/reader/src/bin/desk-reader/picture/mod.rs"]
mod picture;
#[path = "../../../src-tauri/crates/reader/src/bin/desk-reader/png_out.rs"]
mod png_out;
#[path = "../../../src-tauri/crates/reader/src/bin/desk-reader/rich_text/mod.rs"]
mod rich_text;
#[path = "../../../src-tauri/crates/reader/src/bin/desk-reader/scan.rs"]
mod scan;
#[path = "../../../src-tauri/crates/reader/src/bin/desk-reader/serve.rs"]
mod serve;
#[path = "../../../src-tauri/crates/reader/src/bin/desk-reader/spreadsheet.rs"]
mod spreadsheet;
#[path = "../../../src-tauri/crates/reader/src/bin/desk-reader/table.rs"]
mod table;
#[path = "../../../src-tauri/crates/reader/src/bin/desk-reader/text.rs"]
mod text;
#[path = "../../../src-tauri/crates/reader/src/bin/desk-reader/word/mod.rs"]
mod word;
#[path = "../../../src-tauri/crates/reader/src/bin/desk-reader/written/mod.rs"]
mod written;

/// Opens bytes as this kind of paper and asks all there is; what is said must be what the desk would believe.
pub fn ask_all(format: Format, bytes: &[u8]) {
    let bytes = paper::PaperBytes::from(bytes.to_vec());
    let Ok(paper) = open::open_as(format, &bytes, None) else { return };
    let pages = paper.pages();
    assert!(Answer::Opened { pages }.check(&Ask::Open { password: None }, 0).is_ok());
    let count = pages.min(2);
    let facts = Answer::Facts { paper: paper.facts(), pages: paper.page_facts(0, count) };
    assert!(facts.check(&Ask::Facts { first: 0, count }, pages).is_ok(), "{facts:?}");
    let contents = paper.contents();
    let parts = contents.parts.len();
    let said = Answer::Contents(contents);
    assert!(said.check(&Ask::Contents, pages).is_ok(), "{said:?}");
    for page in 0..count {
        if let Ok(text) = paper.text(page) {
            believed(text, page, pages);
        }
        let _ = paper.image(page, 0.2);
        let _ = paper.scan(page, 0.5);
    }
    for number in 0..u32::try_from(parts.min(4)).unwrap_or(0) {
        let _ = paper.part(number);
    }
}

fn believed(text: PageText, page: u32, pages: u32) {
    let said = Answer::PageText(text);
    assert!(said.check(&Ask::PageText { page }, pages).is_ok(), "{said:?}");
}

/// Tells the type, as for a paper that comes in.
pub fn sniff(bytes: &[u8]) {
    let paper = paper::PaperBytes::from(bytes.to_vec());
    let _ = open::format(&paper);
    let _ = open::media_type(bytes);
}

/// An Office file with these parts, not packed, so that what is mutated is what is parsed.
pub fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, bytes) in parts {
        if zip.start_file(*name, stored).is_ok() {
            let _ = zip.write_all(bytes);
        }
    }
    zip.finish().map(Cursor::into_inner).unwrap_or_default()
}
