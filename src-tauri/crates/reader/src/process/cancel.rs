//! Ending a question that nobody wants answered any more.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use super::leash::Leash;
use super::outcome::Reason;

/// The readers that are being asked just now.
#[derive(Clone, Default)]
pub(super) struct Current {
    leashes: Arc<Mutex<Vec<Arc<Leash>>>>,
    /// Set for what is made anew for each piece of work: cancelled between two questions, it answers no further one.
    ended: Option<Arc<AtomicBool>>,
}

impl Current {
    /// One that stays cancelled.
    pub(super) fn for_once() -> Self {
        Self { ended: Some(Arc::default()), ..Self::default() }
    }

    pub(super) fn begin(&self, leash: &Arc<Leash>) {
        let mut current = self.leashes.lock().unwrap_or_else(PoisonError::into_inner);
        if self.is_ended() {
            leash.end(Reason::Cancelled);
        }
        current.push(Arc::clone(leash));
    }

    pub(super) fn done(&self, leash: &Arc<Leash>) {
        let mut current = self.leashes.lock().unwrap_or_else(PoisonError::into_inner);
        current.retain(|other| !Arc::ptr_eq(other, leash));
    }

    fn is_ended(&self) -> bool {
        self.ended.as_ref().is_some_and(|ended| ended.load(Ordering::Relaxed))
    }

    pub(super) fn canceller(&self) -> Canceller {
        Canceller(self.clone())
    }
}

/// Ends the question that is being asked. Between questions it does nothing.
#[derive(Clone)]
pub struct Canceller(Current);

impl Canceller {
    /// Ends it. The outcome is [`Reason::Cancelled`].
    pub fn cancel(&self) {
        let current = self.0.leashes.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(ended) = &self.0.ended {
            ended.store(true, Ordering::Relaxed);
        }
        for leash in &*current {
            leash.end(Reason::Cancelled);
        }
    }
}
