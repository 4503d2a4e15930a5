//! What comes of a question.

use crate::talk::Refusal;

/// An answer, or why there is none. That a paper cannot be read is a result like any other: the paper itself is kept.
#[derive(Clone, PartialEq, Debug)]
pub enum Outcome<T> {
    /// The reader answered.
    Read(T),
    /// It did not.
    Unreadable(Reason),
}

/// Why there is no answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reason {
    /// The reader ended by itself: by this signal, or with this code.
    Crashed {
        /// The signal, where it was one.
        signal: Option<i32>,
        /// The exit code, where it was none.
        code: Option<i32>,
    },
    /// It took longer than it may.
    TimeLimit,
    /// It wanted more memory than it may have.
    MemoryLimit,
    /// It said more than it may.
    OutputLimit,
    /// It said what makes no sense.
    Protocol,
    /// Somebody no longer wants to know.
    Cancelled,
    /// It looked, and will not or cannot.
    Refused(Refusal),
}

impl<T> Outcome<T> {
    /// The answer, changed.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Outcome<U> {
        self.and_then(|value| Outcome::Read(change(value)))
    }

    /// The answer, looked at again.
    pub fn and_then<U>(self, look: impl FnOnce(T) -> Outcome<U>) -> Outcome<U> {
        match self {
            Self::Read(value) => look(value),
            Self::Unreadable(reason) => Outcome::Unreadable(reason),
        }
    }

    /// The answer, if there is one.
    #[must_use]
    pub fn read(self) -> Option<T> {
        match self {
            Self::Read(value) => Some(value),
            Self::Unreadable(_) => None,
        }
    }
}
