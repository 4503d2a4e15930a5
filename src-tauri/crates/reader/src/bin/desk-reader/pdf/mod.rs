//! One PDF, opened.

use std::panic::{AssertUnwindSafe, catch_unwind};

use hayro_interpret::InterpreterCache;
use hayro_syntax::Pdf;
use reader::paper::{Contents, Format, PageFacts, PageText, PaperFacts, Said};
use reader::talk::Refusal;

use crate::paper::{Paper, PaperBytes};
use crate::serve::Reply;

mod direction;
mod facts;
mod files;
mod gather;
mod glyph;
mod ground;
mod image;
mod labels;
mod lines;
mod names;
mod open;
mod order;
mod outline;
mod page;
mod strings;
mod text;
mod words;

/// A PDF that could be opened.
pub(crate) struct Document {
    pdf: Pdf,
    encrypted: bool,
}

impl Document {
    /// Opens it, with a password where one was given.
    pub(crate) fn open(bytes: &PaperBytes, password: Option<&str>) -> Result<Self, Refusal> {
        open::open(bytes, password)
    }

    fn page(&self, number: u32) -> Result<&hayro_syntax::page::Page<'_>, Refusal> {
        usize::try_from(number).ok().and_then(|at| self.pdf.pages().get(at)).ok_or(Refusal::NoSuchPage)
    }
}

impl Paper for Document {
    fn pages(&self) -> u32 {
        u32::try_from(self.pdf.pages().len()).unwrap_or(u32::MAX)
    }

    fn contents(&self) -> Contents {
        let (parts, whole) = files::of(&self.pdf);
        Contents { parts, whole, ..Contents::of(Format::Pdf) }
    }

    fn facts(&self) -> PaperFacts {
        facts::of(self)
    }

    fn page_facts(&self, first: u32, count: u32) -> Vec<PageFacts> {
        let labels = labels::of(&self.pdf);
        let cache = InterpreterCache::new();
        (first..first.saturating_add(count).min(self.pages()))
            .map_while(|number| {
                let page = self.pdf.pages().get(usize::try_from(number).ok()?)?;
                Some(page::facts(page, number, &cache, labels.get(number)))
            })
            .collect()
    }

    fn text(&self, number: u32) -> Result<PageText, Refusal> {
        let page = self.page(number)?;
        let mut text = text::of(page, number);
        // Drawing a page takes longer than reading it: only where it asks somebody to tick.
        if text.asks_for_ticks() {
            // What goes wrong in drawing takes nothing from the text.
            let drawn = catch_unwind(AssertUnwindSafe(|| image::boxes(page)));
            text.put_boxes(&drawn.unwrap_or_default(), Said::Written);
        }
        Ok(text)
    }

    fn image(&self, number: u32, scale: f32) -> Result<Reply, Refusal> {
        image::of(self.page(number)?, scale)
    }

    fn scan(&self, number: u32, scale: f32) -> Result<Reply, Refusal> {
        image::scan(self.page(number)?, scale)
    }

    fn part(&self, number: u32) -> Result<Vec<u8>, Refusal> {
        files::unpack(&self.pdf, number)
    }
}
