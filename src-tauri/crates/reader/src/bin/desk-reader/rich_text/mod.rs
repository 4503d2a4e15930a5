//! RTF: its text, in the character sets it names. Nothing in it is drawn or run.

use reader::paper::{Contents, Format};
use reader::talk::Refusal;

use crate::html;
use crate::written::{Sheets, Written};

mod charset;
pub(crate) use charset::of_code_page as code_page;
mod walk;

pub(crate) fn read(bytes: &[u8]) -> Result<Written, Refusal> {
    let text = walk::text(bytes).ok_or(Refusal::Damaged)?;
    let found = wrapped(&text);
    let mut sheets = Sheets::default();
    match &found {
        Some(found) => found.lines.iter().for_each(|line| sheets.line(line)),
        None => sheets.write(&text.words),
    }
    let remote = found.as_ref().map_or(0, |found| found.remote);
    let mut written = Written::of(sheets, Contents { remote, whole: text.whole, ..Contents::of(Format::RichText) });
    text.links.iter().chain(found.iter().flat_map(|found| &found.links)).for_each(|link| written.link(link));
    written.facts.launches = text.objects;
    Ok(written)
}

/// The HTML inside, as text.
fn wrapped(text: &walk::Text) -> Option<html::Found> {
    text.is_html.then(|| html::found(&text.words).ok()).flatten()
}

/// The lines alone, for a mail that has no other text.
pub(crate) fn lines(bytes: &[u8]) -> Vec<String> {
    let Some(text) = walk::text(bytes) else { return Vec::new() };
    match wrapped(&text) {
        Some(found) => found.lines,
        None => text.words.lines().map(str::to_owned).collect(),
    }
}
