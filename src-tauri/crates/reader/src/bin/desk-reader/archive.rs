//! An archive: its entries are listed, and each is unpacked when somebody asks for it. An archive in it stays one.

use reader::paper::{Contents, Format, Part, Role, most};
use reader::talk::Refusal;

use crate::package::Package;
use crate::paper::PaperBytes;
use crate::written::{Sheets, Written, short};

/// Which Office file it is, if it is one.
pub(crate) fn format(bytes: &PaperBytes) -> Option<Format> {
    let package = Package::open(bytes).ok()?;
    let names = package.names();
    let has = |wanted: &str| names.iter().any(|(_, name)| name.eq_ignore_ascii_case(wanted));
    if !has("[Content_Types].xml") {
        return None;
    }
    if has("word/document.xml") {
        Some(Format::Word)
    } else if has("xl/workbook.xml") {
        Some(Format::Spreadsheet)
    } else {
        None
    }
}

pub(crate) fn read(bytes: &PaperBytes) -> Result<Written, Refusal> {
    let mut package = Package::open(bytes)?;
    let mut sheets = Sheets::default();
    let mut listed = Vec::new();
    for number in 0..package.count().min(most::PARTS) {
        let Some(entry) = package.entry(number) else { continue };
        sheets.line(&format!("{:>12}  {}", entry.size, short(&entry.name)));
        if !entry.folder {
            listed.push((number, entry));
        }
    }
    let whole = package.count() <= most::PARTS;
    let mut written = Written::of(sheets, Contents { whole, ..Contents::of(Format::Archive) });
    for (number, entry) in listed {
        let part = Part {
            number: 0,
            name: Some(entry.name),
            claimed: None,
            media_type: None,
            role: Role::Entry,
            size: entry.size,
            packed: Some(entry.packed),
            withheld: entry.withheld,
        };
        let bytes = bytes.clone();
        written.add(part, Box::new(move || Package::open(&bytes)?.unpack(number)));
    }
    Ok(written)
}
