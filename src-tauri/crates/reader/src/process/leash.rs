//! Ending a reader from whichever thread has a reason to.

use std::process::{Child, ExitStatus};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::outcome::Reason;

/// How long a reader that has closed its pipes may take to be gone.
const PARTING: Duration = Duration::from_secs(2);

/// A reader that can be ended, and why it was.
pub(super) struct Leash {
    child: Mutex<Child>,
    why: Mutex<Option<Reason>>,
}

impl Leash {
    pub(super) fn new(child: Child) -> Self {
        Self { child: Mutex::new(child), why: Mutex::new(None) }
    }

    pub(super) fn id(&self) -> u32 {
        self.with(|child| child.id())
    }

    /// Kills it. The first reason counts.
    pub(super) fn end(&self, why: Reason) {
        self.why.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(why);
        // A child that was waited for is not killed again: its number may belong to another process by now.
        self.with(|child| drop(child.kill()));
    }

    /// Why it was ended, if we did it.
    pub(super) fn why(&self) -> Option<Reason> {
        *self.why.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until it is gone; kills it if that takes long.
    pub(super) fn part(&self) -> Option<ExitStatus> {
        let until = Instant::now() + PARTING;
        while Instant::now() < until {
            if let Ok(Some(status)) = self.with(Child::try_wait) {
                return Some(status);
            }
            thread::sleep(Duration::from_millis(2));
        }
        self.finish()
    }

    /// Kills it, whatever it does, and waits.
    pub(super) fn finish(&self) -> Option<ExitStatus> {
        self.with(|child| {
            drop(child.kill());
            child.wait().ok()
        })
    }

    fn with<T>(&self, act: impl FnOnce(&mut Child) -> T) -> T {
        act(&mut self.child.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Ends a reader that is not done in time, and at last when nobody needs it.
pub(super) struct Watch(Sender<Option<Instant>>);

impl Watch {
    /// Watches until it is dropped.
    pub(super) fn over(leash: Arc<Leash>) -> std::io::Result<Self> {
        let (orders, inbox) = channel::<Option<Instant>>();
        let watch = move || {
            let mut until = None;
            loop {
                let order = match until {
                    None => inbox.recv().map_err(|_| RecvTimeoutError::Disconnected),
                    Some(time) => inbox.recv_timeout(Instant::saturating_duration_since(&time, Instant::now())),
                };
                match order {
                    Ok(next) => until = next,
                    Err(RecvTimeoutError::Timeout) => {
                        leash.end(Reason::TimeLimit);
                        until = None;
                    }
                    Err(RecvTimeoutError::Disconnected) => {
                        leash.finish();
                        return;
                    }
                }
            }
        };
        thread::Builder::new().name("reader-watch".into()).spawn(watch)?;
        Ok(Self(orders))
    }

    /// From now, for so long.
    pub(super) fn begin(&self, patience: Duration) {
        self.order(Instant::now().checked_add(patience));
    }

    /// It was done in time.
    pub(super) fn done(&self) {
        self.order(None);
    }

    /// The watch lives as long as this; were it gone, there would be nobody left to order.
    fn order(&self, until: Option<Instant>) {
        let _ = self.0.send(until);
    }
}
