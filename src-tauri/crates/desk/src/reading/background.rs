//! Reading every paper of the register once, so that its words can be found: in the background, one page after the other.
//!
//! What is to be read is not kept in a list of its own: it is every paper without an ended reading. What was read page by
//! page is in the register, so that a restart goes on where it was left off.

use std::collections::{BTreeMap, VecDeque};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, Weak};
use std::time::Duration;

use contract::{Fault, ReadingNow, Unreadable};
use matter::ids::DocumentId;
use reader::process::{Canceller, Ocr};
use register::{ReadingCount, Register};

use super::looked;
use super::one::{Came, OneReading};
use crate::faults::fault;
use crate::session::Open;
use crate::{Desk, hold};

/// Raised when the reader finds other words in the same paper: everything is read again then.
pub(super) const READER: &str = "5";
/// After unlocking, the person goes first.
const FIRST: Duration = Duration::from_secs(2);
/// Papers come by [`Background::wake`]; this is for what came another way.
const IDLE: Duration = Duration::from_secs(60);
/// One paper is read no longer while others wait: a scan of two thousand pages takes hours.
const TURN: Duration = Duration::from_secs(300);

/// The reading that goes on by itself.
#[derive(Default)]
pub(super) struct Background {
    pub(super) paused: AtomicBool,
    pub(super) now: Mutex<Option<ReadingNow>>,
    /// Stops the reader or the text recognition that is at work.
    pub(super) cancellers: Mutex<Vec<Canceller>>,
    woken: Mutex<bool>,
    bell: Condvar,
    /// How far papers are read, as counted last; none once that changed.
    counted: Mutex<Option<ReadingCount>>,
    /// The text recognition that was found, with its version; empty before it was looked for, or where there is none.
    recogniser: Mutex<String>,
    /// Nobody reads two papers at once: the machine is the person's.
    one: Mutex<()>,
}

impl Background {
    /// How far papers are read, counted only after it changed: a search says it with every answer.
    pub(super) fn counted(&self, register: &Register) -> Result<ReadingCount, Fault> {
        let mut counted = hold(&self.counted);
        if let Some(known) = *counted {
            return Ok(known);
        }
        let fresh = register.reading_count().map_err(fault)?;
        *counted = Some(fresh);
        Ok(fresh)
    }

    /// What was counted is no longer so.
    pub(super) fn changed(&self) {
        *hold(&self.counted) = None;
    }

    /// Something may be to be read.
    pub(super) fn wake(&self) {
        self.changed();
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

    /// Something may have come in since it was last asked what waits.
    pub(super) fn is_woken(&self) -> bool {
        *hold(&self.woken)
    }

    fn wait(&self, at_most: Duration) {
        let woken = hold(&self.woken);
        let waited = self.bell.wait_timeout_while(woken, at_most, |woken| !*woken);
        *waited.unwrap_or_else(std::sync::PoisonError::into_inner).0 = false;
    }
}

/// Reads what is to be read while this register is open. Ends by itself when it is locked.
pub(super) fn watch(desk: &Weak<Desk>, open: &Weak<Open>) {
    let Some(room) = desk.upgrade().map(|desk| Arc::clone(&desk.room)) else { return };
    // What woke the session before is not for this one.
    *hold(&room.background.woken) = false;
    let mut rest = FIRST;
    loop {
        room.background.wait(rest);
        let (Some(desk), Some(open)) = (desk.upgrade(), open.upgrade()) else { return };
        if !desk.is_here(&open) {
            return;
        }
        rest = IDLE;
        // Nothing is written while the register is stopped, or before it has begun.
        if room.background.is_paused() || desk.started().is_err() {
            continue;
        }
        match desk.read_waiting_in(&open, None, Some(TURN)) {
            Ok(_) | Err(Fault::Cancelled) => {}
            Err(_) if !desk.is_here(&open) => return,
            Err(Fault::StoreDamaged { .. }) => {
                tracing::warn!("the register's pages could not be written: papers are not read on in this session");
                return;
            }
            // A full disk, no reader: it is tried again later; what is read is kept.
            Err(_) => tracing::warn!("papers could not be read on; it is tried again"),
        }
    }
}

impl Desk {
    pub(super) fn is_here(&self, open: &Open) -> bool {
        self.open().is_ok_and(|now| std::ptr::eq(Arc::as_ptr(&now), open))
    }

    /// Reads papers that were not read yet, now and in this thread: this one, or none for all. While others wait, one is
    /// read no longer than its turn, if there is one, and goes on after them. Gives how many were read.
    ///
    /// # Errors
    /// The register is locked or read only; a full disk; the reader is not there.
    pub fn read_waiting(&self, only: Option<DocumentId>, turn: Option<Duration>) -> Result<u64, Fault> {
        let open = self.writable()?;
        self.read_waiting_in(&open, only, turn)
    }

    fn read_waiting_in(&self, open: &Open, only: Option<DocumentId>, turn: Option<Duration>) -> Result<u64, Fault> {
        if open.register.is_read_only() {
            return Ok(0);
        }
        let background = &self.room.background;
        let _alone = hold(&background.one);
        let recogniser = hold(&background.recogniser).clone();
        let waiting = |recogniser: &str| match only {
            Some(document) => Ok(vec![document]),
            None => open.register.unread(READER, recogniser).map_err(fault),
        };
        let Ok(launcher) = self.room.launcher() else { return Ok(0) };
        // First: what was installed since may read more of the papers that were read.
        let mut engine = Some(Ocr::of(&launcher)).filter(|engine| engine.installed().is_ok());
        let twice = engine.as_ref().is_some_and(Ocr::reads_twice);
        let found = match engine.as_mut() {
            None => String::new(),
            Some(_) if !recogniser.is_empty() && recogniser.ends_with(register::ONE_READING) != twice => recogniser,
            Some(engine) => {
                let name = looked(engine.version()).unwrap_or_else(|_| "tesseract".to_owned());
                if twice { name } else { name + register::ONE_READING }
            }
        };
        hold(&background.recogniser).clone_from(&found);
        let mut turns = Turns::default();
        turns.wait(waiting(&found)?);
        if turns.left.is_empty() {
            return Ok(0);
        }
        let mut read = 0_u64;
        while let Some(document) = turns.next() {
            if only.is_none() && (background.is_paused() || !self.is_here(open)) {
                break;
            }
            let (engine, others) = (engine.as_mut(), !turns.left.is_empty());
            let mut one = OneReading { desk: self, open, document, engine, recogniser: &found, turn, others };
            // Whatever goes wrong with one paper in this program stops no other.
            let outcome = catch_unwind(AssertUnwindSafe(|| one.read(&launcher)));
            match outcome.unwrap_or_else(|_| one.end_unread(Unreadable::Faulted).map(|_| Came::Ended))? {
                Came::Ended => read = read.saturating_add(1),
                Came::Stopped => {}
                Came::Later => turns.later(document),
            }
            // What came in meanwhile is newer, and wanted sooner.
            if only.is_none() && std::mem::take(&mut *hold(&background.woken)) {
                turns.wait(waiting(&found)?);
            }
        }
        Ok(read)
    }
}

/// Whose turn it is: who had fewest turns, the newest of them first.
#[derive(Default)]
struct Turns {
    left: VecDeque<DocumentId>,
    had: BTreeMap<DocumentId, u32>,
}

impl Turns {
    /// All that wait, the newest first.
    fn wait(&mut self, mut waiting: Vec<DocumentId>) {
        waiting.sort_by_key(|document| self.had.get(document).copied().unwrap_or_default());
        self.left = waiting.into();
    }

    fn next(&mut self) -> Option<DocumentId> {
        self.left.pop_front()
    }

    /// It goes on after those that wait.
    fn later(&mut self, document: DocumentId) {
        let had = self.had.entry(document).or_default();
        *had = had.saturating_add(1);
        self.left.push_back(document);
    }
}

#[cfg(test)]
mod tests {
    use super::Turns;
    use matter::ids::DocumentId;

    #[test]
    fn long_papers_wait_for_those_that_had_fewer_turns() {
        let [old, long, new] = [1, 2, 3].map(|number| DocumentId(uuid::Uuid::from_u128(number)));
        let mut turns = Turns::default();
        turns.wait(vec![long, old]);
        assert_eq!(turns.next(), Some(long));
        turns.later(long);
        // One came in meanwhile.
        turns.wait(vec![new, long, old]);
        assert_eq!([turns.next(), turns.next()], [Some(new), Some(old)]);
        turns.later(old);
        assert_eq!([turns.next(), turns.next(), turns.next()], [Some(long), Some(old), None]);
    }
}
