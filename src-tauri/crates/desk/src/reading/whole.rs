//! Everything about one file, with no register: what `desk read` prints.

use std::path::Path;

use contract::{Fault, Unreadable, WholePage, WholePaper};
use reader::process::{Launcher, Ocr, Outcome, Reading};
use reader::recognise::{MOST_PAGES, Patterns, suggest};

use super::words::joined;
use super::{Looked, looked, wire};

/// Reads a file whole: facts, pages, text, and what is suggested. Pictures of text are recognised where `recognise` says so
/// and the engine is installed. The reader is the one beside this program.
///
/// # Errors
/// The file cannot be read. What the reader cannot make of it is an answer: [`Unreadable`].
pub fn read_whole(
    path: &Path,
    password: Option<&str>,
    recognise: bool,
) -> Result<Result<WholePaper, Unreadable>, Fault> {
    let bytes = std::fs::read(path).map_err(|_| Fault::SourceUnreadable)?;
    Ok(whole(bytes, password, recognise))
}

fn whole(bytes: Vec<u8>, password: Option<&str>, recognise: bool) -> Looked<WholePaper> {
    let launcher = Launcher::beside_this_program().map_err(|_| Unreadable::NoReader)?;
    let mut reading = Reading::of(&launcher, bytes.into());
    let count = looked(reading.open(password))?;
    let (facts, of_pages) = looked(reading.facts(0, count))?;
    let contents = looked(reading.contents())?;
    let mut engine = Some(Ocr::of(&launcher)).filter(|engine| recognise && engine.installed().is_ok());
    let (mut pages, mut texts) = (Vec::new(), Vec::new());
    for facts in of_pages {
        let mut text = looked(reading.page_text(facts.page)).ok();
        let mut recognised = false;
        if let Some(engine) = engine.as_mut().filter(|_| facts.needs_recognition)
            && let Ok(Outcome::Read(found)) = engine.recognise_page(&mut reading, facts.page)
        {
            let own = text.take();
            text = Some(own.map_or_else(|| found.text.clone(), |own| joined(&own, found.text.clone())));
            recognised = true;
        }
        if texts.len() < MOST_PAGES {
            texts.extend(text.clone());
        }
        pages.push(WholePage { facts: wire::page(facts), text: text.map(wire::text), recognised });
    }
    Ok(WholePaper { facts: wire::paper(facts, contents), pages, suggestions: suggest(&texts, &Patterns::default()) })
}
