//! Reading every paper of the register once, so that its words can be found: in the background, one page after the other.
//!
//! What is to be read is not kept in a list of its own: it is every paper without an ended reading. What was read page by
//! page is in the register, so that a restart goes on where it was left off.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, Weak};
use std::time::Duration;

use contract::{Fault, ReadingNow};
use matter::ids::DocumentId;
use reader::process::{Canceller, Ocr};
use register::{ReadingCount, Register};

use super::looked;
use super::one::OneReading;
use crate::faults::fault;
use crate::session::Open;
use crate::{Desk, hold};

/// Raised when the reader finds other words in the same paper: everything is read again then.
pub(super) const READER: &str = "1";
/// After unlocking, the person goes first.
const FIRST: Duration = Duration::from_secs(2);
/// Papers come by [`Background::wake`]; this is for what came another way.
const IDLE: Duration = Duration::from_secs(60);

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
        match desk.read_waiting_in(&open, None) {
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

    /// Reads papers that were not read yet, now and in this thread: this one, or none for all. Gives how many were read.
    ///
    /// # Errors
    /// The register is locked or read only; a full disk; the reader is not there.
    pub fn read_waiting(&self, only: Option<DocumentId>) -> Result<u64, Fault> {
        let open = self.writable()?;
        self.read_waiting_in(&open, only)
    }

    fn read_waiting_in(&self, open: &Open, only: Option<DocumentId>) -> Result<u64, Fault> {
        if open.register.is_read_only() {
            return Ok(0);
        }
        let background = &self.room.background;
        let _alone = hold(&background.one);
        let recogniser = hold(&background.recogniser).clone();
        let mut left: Vec<DocumentId> = match only {
            Some(document) => vec![document],
            None => open.register.unread(READER, &recogniser).map_err(fault)?,
        };
        let Ok(launcher) = self.room.launcher() else { return Ok(0) };
        if left.is_empty() {
            return Ok(0);
        }
        let mut engine = Some(Ocr::of(&launcher)).filter(|engine| engine.installed().is_ok());
        let recogniser = match engine.as_mut() {
            None => String::new(),
            Some(_) if !recogniser.is_empty() => recogniser,
            Some(engine) => looked(engine.version()).unwrap_or_else(|_| "tesseract".to_owned()),
        };
        hold(&background.recogniser).clone_from(&recogniser);
        let mut read = 0_u64;
        left.reverse();
        while let Some(document) = left.pop() {
            if only.is_none() && (background.is_paused() || !self.is_here(open)) {
                break;
            }
            let mut one = OneReading { desk: self, open, document, engine: engine.as_mut(), recogniser: &recogniser };
            if one.read(&launcher)? {
                read = read.saturating_add(1);
            }
            // What came in meanwhile is newer, and wanted sooner.
            if only.is_none() && std::mem::take(&mut *hold(&background.woken)) {
                left = open.register.unread(READER, &recogniser).map_err(fault)?;
                left.reverse();
            }
        }
        Ok(read)
    }
}
