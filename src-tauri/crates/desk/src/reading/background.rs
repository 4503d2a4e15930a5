//! Reading every paper of the register once, so that its words can be found: in the background, one page after the other.
//!
//! What is to be read is not kept in a list of its own: it is every paper without an ended reading. What was read page by
//! page is in the register, so that a restart goes on where it was left off.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, Weak};
use std::time::{Duration, Instant as Stopwatch};

use contract::{Fault, PaperRef, ReadingNow, Unreadable};
use matter::ids::{DocumentId, OpId};
use reader::paper::PageFacts;
use reader::process::{Canceller, Ocr, Reading};
use register::{PageWords, ReadingEnd};

use super::words::joined;
use super::{Looked, kept, looked};
use crate::faults::fault;
use crate::session::Open;
use crate::{Desk, hold};

/// Raised when the reader finds other words in the same paper: everything is read again then.
const READER: &str = "1";
/// Pages are kept so many at once, or after this time: each keeping is a durable write.
const TOGETHER: usize = 16;
const APART: Duration = Duration::from_secs(3);
/// After unlocking, the person goes first.
const FIRST: Duration = Duration::from_secs(2);
/// Papers come by [`Background::wake`]; this is for what came another way.
const IDLE: Duration = Duration::from_secs(60);

/// The reading that goes on by itself.
#[derive(Default)]
pub(super) struct Background {
    paused: AtomicBool,
    now: Mutex<Option<ReadingNow>>,
    /// Stops the reader or the text recognition that is at work.
    cancellers: Mutex<Vec<Canceller>>,
    woken: Mutex<bool>,
    bell: Condvar,
    /// Nobody reads two papers at once: the machine is the person's.
    one: Mutex<()>,
}

impl Background {
    /// Something may be to be read.
    pub(super) fn wake(&self) {
        *hold(&self.woken) = true;
        self.bell.notify_all();
    }

    pub(super) fn is_paused(&self) -> bool {
        self.paused.load(Ordering::Relaxed)
    }

    pub(super) fn pause(&self, paused: bool) {
        self.paused.store(paused, Ordering::Relaxed);
        if paused {
            self.stop();
        } else {
            self.wake();
        }
    }

    pub(super) fn now(&self) -> Option<ReadingNow> {
        hold(&self.now).clone()
    }

    /// Ends what is at work: the register is being locked, or a person paused it.
    pub(super) fn stop(&self) {
        for canceller in hold(&self.cancellers).iter() {
            canceller.cancel();
        }
    }

    /// For the next session.
    pub(super) fn clear(&self) {
        self.stop();
        self.paused.store(false, Ordering::Relaxed);
        self.wake();
    }

    fn wait(&self, at_most: Duration) {
        let woken = hold(&self.woken);
        let waited = self.bell.wait_timeout_while(woken, at_most, |woken| !*woken);
        *waited.unwrap_or_else(std::sync::PoisonError::into_inner).0 = false;
    }
}

/// Reads what is to be read while this register is open. Ends by itself when it is locked.
pub(super) fn watch(desk: &Weak<Desk>, open: &Weak<Open>) {
    let mut rest = FIRST;
    loop {
        let Some(room) = desk.upgrade().map(|desk| Arc::clone(&desk.room)) else { return };
        room.background.wait(rest);
        let (Some(desk), Some(open)) = (desk.upgrade(), open.upgrade()) else { return };
        if !desk.is_here(&open) {
            return;
        }
        rest = IDLE;
        if !desk.room.background.is_paused() {
            match desk.read_waiting_in(&open, None) {
                Ok(_) | Err(Fault::Cancelled) => {}
                Err(_) if !desk.is_here(&open) => return,
                // A full disk, a damaged page: it is tried again later; what is read is kept.
                Err(_) => tracing::warn!("papers could not be read on; it is tried again"),
            }
        }
    }
}

impl Desk {
    fn is_here(&self, open: &Arc<Open>) -> bool {
        self.open().is_ok_and(|now| Arc::ptr_eq(&now, open))
    }

    /// Reads papers that were not read yet, now and in this thread: this one, or none for all. Gives how many were read.
    ///
    /// # Errors
    /// The register is locked or read only; a full disk.
    pub fn read_waiting(&self, only: Option<DocumentId>) -> Result<u64, Fault> {
        let open = self.writable()?;
        self.read_waiting_in(&open, only)
    }

    fn read_waiting_in(&self, open: &Open, only: Option<DocumentId>) -> Result<u64, Fault> {
        if open.register.is_read_only() {
            return Ok(0);
        }
        let Ok(launcher) = self.room.launcher() else { return Ok(0) };
        let mut engine = Some(Ocr::of(&launcher)).filter(|engine| engine.installed().is_ok());
        let recogniser = engine.as_mut().and_then(|engine| looked(engine.version()).ok()).unwrap_or_default();
        let _alone = hold(&self.room.background.one);
        let mut read = 0_u64;
        let mut left: Vec<DocumentId> = match only {
            Some(document) => vec![document],
            None => open.register.unread(READER, &recogniser).map_err(fault)?,
        };
        left.reverse();
        while let Some(document) = left.pop() {
            if only.is_none() && self.room.background.is_paused() {
                break;
            }
            let mut one = OneReading { desk: self, open, document, engine: engine.as_mut(), recogniser: &recogniser };
            if one.read(&launcher)? {
                read = read.saturating_add(1);
            }
            // What came in meanwhile is newer, and wanted sooner.
            if only.is_none() && std::mem::take(&mut *hold(&self.room.background.woken)) {
                left = open.register.unread(READER, &recogniser).map_err(fault)?;
                left.reverse();
            }
        }
        Ok(read)
    }
}

struct OneReading<'a> {
    desk: &'a Desk,
    open: &'a Open,
    document: DocumentId,
    engine: Option<&'a mut Ocr>,
    recogniser: &'a str,
}

impl OneReading<'_> {
    /// True when the paper's reading ended, false when it was stopped: it goes on where it was left off.
    fn read(&mut self, launcher: &reader::process::Launcher) -> Result<bool, Fault> {
        let room = &self.desk.room;
        let known = self.open.register.begin_reading(self.document, READER, self.recogniser).map_err(fault)?;
        let op = OpId(self.desk.new_id()?);
        let paper = PaperRef::Document { document: self.document };
        let bytes = match self.desk.bytes_of(self.open, &paper)? {
            Ok(bytes) => bytes,
            Err(why) => return self.end_unread(why),
        };
        let mut reading = Reading::of(launcher, bytes.into());
        let mut cancellers = vec![reading.canceller()];
        cancellers.extend(self.engine.as_ref().map(|engine| engine.canceller()));
        *hold(&room.background.cancellers) = cancellers;
        *hold(&room.background.now) = Some(ReadingNow { job: op, document: self.document, done: 0, pages: None });
        let ended = self.pages(&mut reading, &paper, op, &known);
        hold(&room.background.cancellers).clear();
        *hold(&room.background.now) = None;
        ended
    }

    fn pages(
        &mut self,
        reading: &mut Reading,
        paper: &PaperRef,
        op: OpId,
        known: &BTreeMap<u32, bool>,
    ) -> Result<bool, Fault> {
        let password = hold(&self.desk.room.passwords).get(paper).cloned();
        let opened = looked(reading.open(password.as_ref().map(|text| text.as_str())));
        let facts = match opened.and_then(|count| looked(reading.facts(0, count))) {
            Ok((_, facts)) => facts,
            Err(why) => return self.end_unread(why),
        };
        let count = u32::try_from(facts.len()).unwrap_or(u32::MAX);
        let mut job = self.desk.job(&op.to_string(), "reading", Some(u64::from(count)));
        let stop = job.stop();
        let mut done = known.clone();
        let mut ready = Ready { pages: Vec::new(), since: Stopwatch::now() };
        for page in facts.iter().filter(|page| !known.contains_key(&page.page)) {
            match self.page(reading, page) {
                Ok(Some(words)) => {
                    done.insert(words.number, words.recognised);
                    ready.pages.push(words);
                }
                // A page that brings the reader down does not take the others with it.
                Ok(None) => {}
                Err(_) => {
                    self.keep(&mut ready)?;
                    return Ok(false);
                }
            }
            if ready.pages.len() >= TOGETHER || ready.since.elapsed() > APART {
                self.keep(&mut ready)?;
            }
            let number = page.page.saturating_add(1);
            if let Some(now) = hold(&self.desk.room.background.now).as_mut() {
                (now.done, now.pages) = (number, Some(count));
            }
            job.at(u64::from(number));
            if stop.load(Ordering::Relaxed) {
                // Stopping this one is pausing them all: the next would begin at once.
                self.desk.room.background.paused.store(true, Ordering::Relaxed);
            }
            if stop.load(Ordering::Relaxed) || self.desk.room.background.is_paused() {
                self.keep(&mut ready)?;
                return Ok(false);
            }
        }
        self.keep(&mut ready)?;
        let pictures = facts.iter().filter(|page| page.needs_recognition && done.get(&page.page) != Some(&true));
        let troubled = facts.iter().filter(|page| !page.needs_recognition && !done.contains_key(&page.page));
        let tally = |pages: usize| u32::try_from(pages).unwrap_or(u32::MAX);
        let end = ReadingEnd {
            pages: Some(count),
            why: String::new(),
            pictures: tally(pictures.count()),
            troubled: tally(troubled.count()),
        };
        self.open.register.end_reading(self.document, &end).map_err(fault)?;
        Ok(true)
    }

    /// The words of a page; none where it cannot be read. The error is a stop.
    fn page(&mut self, reading: &mut Reading, page: &PageFacts) -> Looked<Option<PageWords>> {
        let own = match looked(reading.page_text(page.page)) {
            Ok(own) => own,
            Err(Unreadable::Stopped) => return Err(Unreadable::Stopped),
            Err(_) => return Ok(None),
        };
        let Some(engine) = self.engine.as_mut().filter(|_| page.needs_recognition) else {
            return Ok(kept::keep(&own, false));
        };
        match looked(engine.recognise_page(reading, page.page)) {
            Ok(found) => Ok(kept::keep(&joined(&own, found.text), true)),
            Err(Unreadable::Stopped) => Err(Unreadable::Stopped),
            Err(_) => Ok(kept::keep(&own, false)),
        }
    }

    fn keep(&self, ready: &mut Ready) -> Result<(), Fault> {
        if !ready.pages.is_empty() {
            self.open.register.keep_pages(self.document, &ready.pages).map_err(fault)?;
        }
        *ready = Ready { pages: Vec::new(), since: Stopwatch::now() };
        Ok(())
    }

    fn end_unread(&self, why: Unreadable) -> Result<bool, Fault> {
        if why == Unreadable::Stopped {
            return Ok(false);
        }
        let word = serde_json::to_value(why).ok().and_then(|value| value.as_str().map(str::to_owned));
        let end = ReadingEnd { pages: None, why: word.unwrap_or_default(), pictures: 0, troubled: 0 };
        self.open.register.end_reading(self.document, &end).map_err(fault)?;
        Ok(true)
    }
}

/// Pages that were read and are not kept yet.
struct Ready {
    pages: Vec<PageWords>,
    since: Stopwatch,
}
