//! Ending a question that nobody wants answered any more.

use std::sync::{Arc, Mutex, PoisonError};

use super::leash::Leash;
use super::outcome::Reason;

/// The reader that is being asked just now, if one is.
#[derive(Clone, Default)]
pub(super) struct Current(Arc<Mutex<Option<Arc<Leash>>>>);

impl Current {
    pub(super) fn set(&self, leash: Option<Arc<Leash>>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = leash;
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
        if let Some(leash) = &*self.0.0.lock().unwrap_or_else(PoisonError::into_inner) {
            leash.end(Reason::Cancelled);
        }
    }
}
