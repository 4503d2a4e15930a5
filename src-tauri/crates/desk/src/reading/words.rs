//! The words of a page: its own, or where it is a picture those that text recognition finds in it.

use std::collections::HashMap;
use std::sync::Arc;

use contract::{Fault, PaperRef, Unreadable};
use reader::paper::PageText;
use reader::process::Ocr;

use super::{Looked, looked};
use crate::{Desk, hold};

/// So many pages of text are kept in memory.
const MOST: usize = 2_000;

/// Text of pages that was read since the register was unlocked.
#[derive(Default)]
pub(super) struct Texts {
    kept: HashMap<(PaperRef, u32), Arc<PageText>>,
}

impl Texts {
    pub(super) fn clear(&mut self) {
        self.kept.clear();
    }

    fn keep(&mut self, paper: &PaperRef, text: PageText) -> Arc<PageText> {
        if self.kept.len() >= MOST {
            self.kept.clear();
        }
        let text = Arc::new(text);
        self.kept.insert((paper.clone(), text.page), Arc::clone(&text));
        text
    }
}

/// A page's words, and whether they are as good as this computer can have them.
pub(super) struct Words {
    pub(super) text: Arc<PageText>,
    /// It is a picture without text, and no text recognition is installed, or it found no way to read it.
    pub(super) unread: bool,
}

impl Desk {
    /// The words of a page as far as they are known: of a picture only where it was recognised already.
    pub(super) fn words(&self, paper: &PaperRef, page: u32) -> Result<Looked<Arc<PageText>>, Fault> {
        self.started()?;
        if let Some(known) = hold(&self.room.texts).kept.get(&(paper.clone(), page)) {
            return Ok(Ok(Arc::clone(known)));
        }
        let read = self.read(paper, |reading| reading.page_text(page))?;
        Ok(read.map(|text| hold(&self.room.texts).keep(paper, text)))
    }

    /// The words of a page, recognised where it is a picture: seconds of work.
    pub(super) fn all_words(&self, paper: &PaperRef, page: u32, picture: bool) -> Result<Looked<Words>, Fault> {
        let text = match self.words(paper, page)? {
            Ok(text) => text,
            Err(why) => return Ok(Err(why)),
        };
        if !picture || text.words().next().is_some() {
            return Ok(Ok(Words { text, unread: false }));
        }
        let unread = Words { text, unread: true };
        let Ok(launcher) = self.room.launcher() else { return Ok(Ok(unread)) };
        let mut engine = Ocr::of(&launcher);
        if engine.installed().is_err() {
            return Ok(Ok(unread));
        }
        let scan = match self.read(paper, |reading| reading.scan(page))? {
            Ok(scan) => scan,
            Err(Unreadable::Stopped) => return Ok(Err(Unreadable::Stopped)),
            Err(_) => return Ok(Ok(unread)),
        };
        Ok(match looked(engine.recognise(&scan)) {
            Ok(found) => Ok(Words { text: hold(&self.room.texts).keep(paper, found.text), unread: false }),
            Err(Unreadable::Stopped) => Err(Unreadable::Stopped),
            Err(_) => Ok(unread),
        })
    }

    /// Of each page of a paper, at most `count`, whether it is a picture that only text recognition can read.
    pub(super) fn pictures_of(&self, paper: &PaperRef, count: u32) -> Result<Looked<Vec<bool>>, Fault> {
        let read = self.read(paper, |reading| reading.facts(0, count))?;
        Ok(read.map(|(_, pages)| pages.into_iter().map(|page| page.needs_recognition).collect()))
    }
}
