//! Reading one paper: page by page, each kept as it is read.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant as Stopwatch};

use contract::{Fault, PaperRef, ReadingNow, Unreadable};
use matter::ids::{DocumentId, OpId};
use reader::paper::{PageFacts, PageText};
use reader::process::{Canceller, Launcher, Ocr, Reading};
use register::{PageRead, PageWords, ReadingEnd};

use super::background::{Background, READER};
use super::words::joined;
use super::{kept, looked};
use crate::faults::fault;
use crate::session::Open;
use crate::{Desk, hold};

/// Pages are kept so many at once, or after this time: each keeping is a durable write.
const TOGETHER: usize = 16;
const TOGETHER_BYTES: usize = 256 * 1024;
const APART: Duration = Duration::from_secs(3);
/// Facts of pages are asked for so many at once.
const SLICE: u16 = 20;

/// The reading of one paper.
pub(super) struct OneReading<'a> {
    pub(super) desk: &'a Desk,
    pub(super) open: &'a Open,
    pub(super) document: DocumentId,
    pub(super) engine: Option<&'a mut Ocr>,
    pub(super) recogniser: &'a str,
    /// How long it is read while others wait.
    pub(super) turn: Option<Duration>,
    /// Others waited when it was begun; more may have come in since.
    pub(super) others: bool,
}

/// How a reading came to its end.
pub(super) enum Came {
    /// The paper was read, or will not be.
    Ended,
    /// Locked, paused, stopped: it goes on where it was left off.
    Stopped,
    /// Others wait: it goes on after them.
    Later,
}

/// What is shown of the paper being read; gone with it, however it ends.
struct Shown<'a>(&'a Background);

impl Drop for Shown<'_> {
    fn drop(&mut self) {
        hold(&self.0.cancellers).clear();
        *hold(&self.0.now) = None;
    }
}

impl OneReading<'_> {
    pub(super) fn read(&mut self, launcher: &Launcher) -> Result<Came, Fault> {
        let background = &self.desk.room.background;
        let op = OpId(self.desk.new_id()?);
        let paper = PaperRef::Document { document: self.document };
        let bytes = match self.desk.bytes_of(self.open, &paper) {
            Ok(Ok(bytes)) => bytes,
            Ok(Err(why)) => return self.end_unread(why),
            // Its own bytes are damaged: the papers after it are read all the same.
            Err(Fault::StoreDamaged { .. }) => return self.end_unread(Unreadable::Damaged),
            Err(Fault::NotFound) => return Ok(Came::Ended),
            Err(other) => return Err(other),
        };
        let mut reading = Reading::of(launcher, bytes.into());
        let mut cancellers = vec![reading.canceller()];
        cancellers.extend(self.engine.as_ref().map(|engine| engine.canceller()));
        hold(&background.cancellers).clone_from(&cancellers);
        let _shown = Shown(background);
        *hold(&background.now) = Some(ReadingNow { job: op, document: self.document, done: 0, pages: None });
        // Whoever locked or paused before the line above had nobody to stop.
        if background.is_paused() || !self.desk.is_here(self.open) {
            return Ok(Came::Stopped);
        }
        self.pages(&mut reading, &paper, op, cancellers)
    }

    fn pages(
        &mut self,
        reading: &mut Reading,
        paper: &PaperRef,
        op: OpId,
        cancellers: Vec<Canceller>,
    ) -> Result<Came, Fault> {
        let password = hold(&self.desk.room.passwords).get(paper).cloned();
        let opened = looked(reading.open(password.as_ref().map(|text| text.as_str())));
        let count = match opened {
            Ok(count) => count,
            Err(why) => return self.end_unread(why),
        };
        let inside = looked(reading.contents()).map_or(0, |contents| contents.parts.len());
        // Only now: a reader that does not start, or a password that is not known, takes no word away.
        let mut done = self.open.register.begin_reading(self.document, READER, self.recogniser).map_err(fault)?;
        let mut job = self.desk.job(&op.to_string(), "reading", Some(u64::from(count)));
        for canceller in cancellers {
            job.cancels(canceller);
        }
        let (stop, begun) = (job.stop(), Stopwatch::now());
        let mut tally = Tally::default();
        let mut ready = Ready::default();
        for first in (0..count).step_by(usize::from(SLICE)) {
            for facts in self.facts(reading, first, count.saturating_sub(first).min(u32::from(SLICE)))? {
                let number = match &facts {
                    Facts::Of(page) => page.page,
                    Facts::Unread(number) => *number,
                };
                let mut fresh = false;
                if !done.contains_key(&number)
                    && let Facts::Of(page) = &facts
                {
                    fresh = true;
                    match self.page(reading, page)? {
                        Page::Words(words) => {
                            done.insert(number, PageRead { recognised: words.recognised, short: words.short });
                            ready.add(words);
                        }
                        Page::Unread => {}
                        Page::Stopped => {
                            self.keep(&mut ready)?;
                            return Ok(Came::Stopped);
                        }
                    }
                }
                tally.add(&facts, done.get(&number));
                if ready.is_full() {
                    self.keep(&mut ready)?;
                }
                if let Some(now) = hold(&self.desk.room.background.now).as_mut() {
                    (now.done, now.pages) = (number.saturating_add(1), Some(count));
                }
                job.at(u64::from(number).saturating_add(1));
                if self.is_stopped(&stop) {
                    self.keep(&mut ready)?;
                    return Ok(Came::Stopped);
                }
                // With every turn a page is read, or it would never end.
                let others = self.others || self.desk.room.background.is_woken();
                if fresh && others && self.turn.is_some_and(|turn| begun.elapsed() >= turn) {
                    self.keep(&mut ready)?;
                    return Ok(Came::Later);
                }
            }
        }
        self.keep(&mut ready)?;
        let end = ReadingEnd {
            pages: Some(count),
            why: String::new(),
            pictures: tally.pictures,
            troubled: tally.troubled,
            inside: u32::try_from(inside).unwrap_or(u32::MAX),
        };
        self.open.register.end_reading(self.document, &end).map_err(fault)?;
        self.desk.room.background.changed();
        Ok(Came::Ended)
    }

    /// Facts of some pages. Where they cannot be had together, each is asked for by itself: a page that brings the reader down
    /// does not take the others with it.
    fn facts(&self, reading: &mut Reading, first: u32, count: u32) -> Result<Vec<Facts>, Fault> {
        match looked(reading.facts(first, count)) {
            Ok((_, facts)) => return Ok(facts.into_iter().map(Facts::Of).collect()),
            Err(Unreadable::NoReader) => return Err(Fault::internal("reader")),
            Err(Unreadable::Stopped) => return Ok(Vec::new()),
            Err(_) => {}
        }
        let mut each = Vec::new();
        for number in first..first.saturating_add(count) {
            match looked(reading.facts(number, 1)) {
                Ok((_, facts)) => each.extend(facts.into_iter().map(Facts::Of)),
                Err(Unreadable::NoReader) => return Err(Fault::internal("reader")),
                Err(_) => each.push(Facts::Unread(number)),
            }
        }
        Ok(each)
    }

    /// Locked, paused, or stopped by a person: stopping this one is pausing them all, for the next would begin at once.
    fn is_stopped(&self, stop: &AtomicBool) -> bool {
        let here = self.desk.is_here(self.open);
        if here && stop.load(Ordering::Relaxed) {
            self.desk.room.background.paused.store(true, Ordering::Relaxed);
        }
        !here || self.desk.room.background.is_paused()
    }

    fn page(&mut self, reading: &mut Reading, page: &PageFacts) -> Result<Page, Fault> {
        let own = match looked(reading.page_text(page.page)) {
            Ok(own) => own,
            Err(Unreadable::Stopped) => return Ok(Page::Stopped),
            Err(Unreadable::NoReader) => return Err(Fault::internal("reader")),
            Err(_) => return Ok(Page::Unread),
        };
        let lacking = !page.lacks.is_empty() || page.characters.unnamed > 0;
        let words = |text: &PageText, recognised: bool, short: bool| {
            kept::keep(text, recognised, short || text.cut || lacking).map_or(Page::Unread, Page::Words)
        };
        let Some(engine) = self.engine.as_mut().filter(|_| page.needs_recognition) else {
            return Ok(words(&own, false, false));
        };
        Ok(match looked(engine.recognise_page(reading, page.page)) {
            // A picture in which nothing was recognised was not read: handwriting, another script, a stain.
            Ok(found) => {
                let nothing = found.text.words().next().is_none();
                words(&joined(&own, found.text), true, nothing)
            }
            Err(Unreadable::Stopped) => Page::Stopped,
            Err(_) => words(&own, false, false),
        })
    }

    fn keep(&self, ready: &mut Ready) -> Result<(), Fault> {
        if !ready.pages.is_empty() {
            self.open.register.keep_pages(self.document, &ready.pages).map_err(fault)?;
            self.desk.room.background.changed();
        }
        *ready = Ready::default();
        Ok(())
    }

    pub(super) fn end_unread(&self, why: Unreadable) -> Result<Came, Fault> {
        match why {
            Unreadable::Stopped => return Ok(Came::Stopped),
            // The machine's trouble, not the paper's: it is tried again.
            Unreadable::NoReader => return Err(Fault::internal("reader")),
            _ => {}
        }
        let word = serde_json::to_value(why).ok().and_then(|value| value.as_str().map(str::to_owned));
        let register = &self.open.register;
        register
            .end_unread(self.document, READER, self.recogniser, &word.unwrap_or_else(|| "faulted".to_owned()))
            .map_err(fault)?;
        self.desk.room.background.changed();
        Ok(Came::Ended)
    }
}

/// What is known of a page before its words are read.
enum Facts {
    Of(PageFacts),
    Unread(u32),
}

/// What came of reading a page.
enum Page {
    Words(PageWords),
    Unread,
    Stopped,
}

/// Pages that were not read, or not whole.
#[derive(Default)]
struct Tally {
    pictures: u32,
    troubled: u32,
}

impl Tally {
    fn add(&mut self, facts: &Facts, read: Option<&PageRead>) {
        let picture = matches!(facts, Facts::Of(page) if page.needs_recognition);
        match read {
            Some(read) if picture && !read.recognised => self.pictures = self.pictures.saturating_add(1),
            Some(read) if !read.short => {}
            _ => self.troubled = self.troubled.saturating_add(1),
        }
    }
}

/// Pages that were read and are not kept yet.
struct Ready {
    pages: Vec<PageWords>,
    bytes: usize,
    since: Stopwatch,
}

impl Default for Ready {
    fn default() -> Self {
        Self { pages: Vec::new(), bytes: 0, since: Stopwatch::now() }
    }
}

impl Ready {
    fn add(&mut self, page: PageWords) {
        self.bytes = self.bytes.saturating_add(page.text.len());
        self.pages.push(page);
    }

    fn is_full(&self) -> bool {
        self.pages.len() >= TOGETHER || self.bytes > TOGETHER_BYTES || self.since.elapsed() > APART
    }
}
