//! RTF: its text, in the character sets it names. Nothing in it is drawn or run.

use reader::paper::{Contents, Format};
use reader::talk::Refusal;

use crate::written::{Sheets, Written};

mod charset;
pub(crate) use charset::of_code_page as code_page;
mod walk;

pub(crate) fn read(bytes: &[u8]) -> Result<Written, Refusal> {
    let text = walk::text(bytes).ok_or(Refusal::Damaged)?;
    let mut sheets = Sheets::default();
    sheets.write(&text.words);
    let mut written = Written::of(sheets, Contents { whole: text.whole, ..Contents::of(Format::RichText) });
    text.links.iter().for_each(|link| written.link(link));
    written.facts.launches = text.objects;
    Ok(written)
}

/// The text alone, for a mail that has no other.
pub(crate) fn words(bytes: &[u8]) -> Option<String> {
    walk::text(bytes).map(|text| text.words)
}
