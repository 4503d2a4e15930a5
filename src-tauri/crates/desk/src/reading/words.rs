//! The words of a page: its own, or where it is a picture those that text recognition finds in it.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use contract::{Fault, PaperRef, Unreadable};
use reader::paper::{Line, PageText};
use reader::process::Ocr;

use super::background::READER;
use super::{Looked, looked};
use crate::jobs::Job;
use crate::{Desk, hold};

/// So many pages of text are kept in memory.
const MOST: usize = 2_000;

/// Text of pages that was read since the register was unlocked.
#[derive(Default)]
pub(super) struct Texts {
    kept: HashMap<(PaperRef, u32), Arc<PageText>>,
    /// Pages whose pictures were recognised.
    recognised: HashSet<(PaperRef, u32)>,
}

impl Texts {
    pub(super) fn clear(&mut self) {
        *self = Self::default();
    }

    fn keep(&mut self, paper: &PaperRef, text: PageText) -> Arc<PageText> {
        if self.kept.len() >= MOST {
            self.clear();
        }
        let text = Arc::new(text);
        self.kept.insert((paper.clone(), text.page), Arc::clone(&text));
        text
    }
}

/// The words that a page has of its own, which are exact (a court's stamp over a scan), and those recognised elsewhere on it.
pub(super) fn joined(own: &PageText, mut recognised: PageText) -> PageText {
    let beside = |line: &Line| {
        own.lines.iter().all(|known| {
            let (a, b) = (known.rect, line.rect);
            a.right < b.left || b.right < a.left || a.bottom < b.top || b.bottom < a.top
        })
    };
    recognised.lines.retain(beside);
    recognised.lines.extend(own.lines.iter().cloned());
    recognised.lines.sort_by(|a, b| a.rect.top.total_cmp(&b.rect.top));
    recognised
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
        if let Some(kept) = self.words_kept(paper, page)? {
            return Ok(Ok(kept));
        }
        let read = self.read(paper, |reading| reading.page_text(page))?;
        let text = read.map(|text| hold(&self.room.texts).keep(paper, text));
        self.kept()?;
        Ok(text)
    }

    /// The words of a page as the register keeps them, once its paper was read.
    fn words_kept(&self, paper: &PaperRef, page: u32) -> Result<Option<Arc<PageText>>, Fault> {
        let PaperRef::Document { document } = paper else { return Ok(None) };
        // A cache that cannot be read is none: the paper is asked then.
        let Ok(Some(kept)) = self.started()?.register.page_words(*document, page) else { return Ok(None) };
        // What an earlier reader recognised says nothing of how sure its words are: the page is recognised again.
        if kept.recognised && kept.reader != READER {
            return Ok(None);
        }
        let Some(text) = super::page_text(&kept.words) else { return Ok(None) };
        let mut texts = hold(&self.room.texts);
        if kept.recognised {
            texts.recognised.insert((paper.clone(), page));
        }
        let text = texts.keep(paper, text);
        drop(texts);
        self.kept()?;
        Ok(Some(text))
    }

    /// The words of a page, recognised where it is a picture: seconds of work.
    pub(super) fn all_words(
        &self,
        job: &Job<'_>,
        paper: &PaperRef,
        page: u32,
        picture: bool,
    ) -> Result<Looked<Words>, Fault> {
        let text = match self.words(paper, page)? {
            Ok(text) => text,
            Err(why) => return Ok(Err(why)),
        };
        if !picture || hold(&self.room.texts).recognised.contains(&(paper.clone(), page)) {
            return Ok(Ok(Words { text, unread: false }));
        }
        let unread = Words { text: Arc::clone(&text), unread: true };
        let Ok(launcher) = self.room.launcher() else { return Ok(Ok(unread)) };
        let mut engine = Ocr::of(&launcher);
        if engine.installed().is_err() {
            return Ok(Ok(unread));
        }
        job.cancels(engine.canceller());
        let scan = match self.read(paper, |reading| reading.scan(page))? {
            Ok(scan) => scan,
            Err(Unreadable::Stopped) => return Ok(Err(Unreadable::Stopped)),
            Err(_) => return Ok(Ok(unread)),
        };
        let words = match looked(engine.recognise(&scan)) {
            Ok(found) => {
                let mut texts = hold(&self.room.texts);
                texts.recognised.insert((paper.clone(), page));
                Ok(Words { text: texts.keep(paper, joined(&text, found.text)), unread: false })
            }
            Err(Unreadable::Stopped) => Err(Unreadable::Stopped),
            Err(_) => Ok(unread),
        };
        self.kept()?;
        Ok(words)
    }

    /// Of each page of a paper, at most `count`, whether it is a picture that only text recognition can read.
    pub(super) fn pictures_of(&self, paper: &PaperRef, count: u32) -> Result<Looked<Vec<bool>>, Fault> {
        let read = self.read(paper, |reading| reading.facts(0, count))?;
        Ok(read.map(|(_, pages)| pages.into_iter().map(|page| page.needs_recognition).collect()))
    }
}

#[cfg(test)]
mod tests {
    use super::joined;
    use reader::paper::{Line, PageText, Rect, Word};

    fn line(text: &str, top: f32) -> Line {
        let rect = Rect { left: 72.0, top, right: 300.0, bottom: top + 10.0 };
        let word = Word {
            text: text.to_owned(),
            rect,
            edges: vec![72.0; text.chars().count() + 1],
            hidden: None,
            unsure: false,
        };
        Line { rect, turn: 0, words: vec![word] }
    }

    #[test]
    fn a_stamp_of_the_papers_own_stands_as_it_is_and_the_rest_is_recognised() {
        let page = |lines| PageText { page: 0, width: 612.0, height: 792.0, lines, cut: false };
        let own = page(vec![line("3:26-mc-80416", 20.0)]);
        let found = page(vec![line("3:26-mc-8O416", 22.0), line("ORDER", 100.0)]);
        let all = joined(&own, found);
        assert_eq!(all.words().map(|word| word.text.as_str()).collect::<Vec<_>>(), ["3:26-mc-80416", "ORDER"]);
    }
}
