//! The one clock, passed in.

use std::sync::Mutex;

use matter::time::Instant;

/// Tells the present instant.
pub trait Clock: Send + Sync {
    /// Now, UTC.
    fn now(&self) -> Instant;
}

/// The system's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place where the system's clock is asked")]
    fn now(&self) -> Instant {
        chrono::Utc::now()
    }
}

/// A clock that stands where it was put, for tests and for reproducible samples.
#[derive(Debug)]
pub struct FixedClock(Mutex<Instant>);

impl FixedClock {
    /// A clock that stands at this instant.
    #[must_use]
    pub fn at(instant: Instant) -> Self {
        Self(Mutex::new(instant))
    }

    /// Puts it elsewhere.
    pub fn set(&self, instant: Instant) {
        *crate::hold(&self.0) = instant;
    }
}

impl Clock for FixedClock {
    fn now(&self) -> Instant {
        *crate::hold(&self.0)
    }
}

impl<T: Clock + ?Sized> Clock for std::sync::Arc<T> {
    fn now(&self) -> Instant {
        (**self).now()
    }
}
