//! DOCX: the text of the body, then of heads and feet, notes and comments. Nothing is laid out: pages are sheets.

use reader::paper::{Contents, Format};
use reader::talk::Refusal;

use crate::office;
use crate::package::Package;
use crate::paper::PaperBytes;
use crate::written::{Sheets, Written};

mod body;

pub(crate) fn read(bytes: &PaperBytes) -> Result<Written, Refusal> {
    let mut package = Package::open(bytes)?;
    package.is_sane()?;
    let mut sheets = Sheets::default();
    let document = package.named("word/document.xml")?.ok_or(Refusal::Damaged)?;
    let mut met = body::write(&document, &mut sheets);
    let besides = |name: &str| {
        name.strip_prefix("word/").is_some_and(|name| {
            let kinds = ["header", "footer", "footnotes", "endnotes", "comments"];
            name.ends_with(".xml") && !name.contains('/') && kinds.iter().any(|kind| name.starts_with(kind))
        })
    };
    for (number, _) in package.names().into_iter().filter(|(_, name)| besides(name)) {
        sheets.line("");
        met.add(&body::write(&package.unpack(number)?, &mut sheets));
    }
    let mut written = Written::of(sheets, Contents { whole: !met.broken, ..Contents::of(Format::Word) });
    met.links.iter().for_each(|link| written.link(link));
    written.facts.launches = met.launches;
    written.facts.later_revisions = u32::from(met.deleted);
    office::look(&mut package, bytes, "word/", &mut written)?;
    Ok(written)
}
