//! Native dialogs, answered by the test instead of a person.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use contract::PickPurpose;
use desk::Dialogs;
use serde::Serialize;

/// What a dialog was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Asked {
    /// Files to attach.
    Files {
        /// What for.
        purpose: PickPurpose,
    },
    /// A folder.
    Folder {
        /// What for.
        purpose: PickPurpose,
    },
    /// A place to save a file.
    Save {
        /// The name offered.
        suggested_name: String,
    },
}

/// Answers waiting for the next dialogs; each answer is a list of paths, and an empty one is "cancelled". Clones share
/// their answers.
#[derive(Debug, Clone, Default)]
pub struct QueuedDialogs {
    answers: Arc<Mutex<VecDeque<Vec<PathBuf>>>>,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl QueuedDialogs {
    /// One more answer, for one more dialog.
    pub fn answer(&self, paths: Vec<PathBuf>) {
        hold(&self.answers).push_back(paths);
    }

    /// Every dialog asked for so far.
    #[must_use]
    pub fn asked(&self) -> Vec<Asked> {
        hold(&self.asked).clone()
    }

    /// A dialog with no answer waiting is cancelled, as by a person who changed their mind.
    fn next(&self, asked: Asked) -> Vec<PathBuf> {
        hold(&self.asked).push(asked);
        hold(&self.answers).pop_front().unwrap_or_default()
    }
}

fn hold<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Dialogs for QueuedDialogs {
    fn files(&self, purpose: PickPurpose) -> Vec<PathBuf> {
        self.next(Asked::Files { purpose })
    }

    fn folder(&self, purpose: PickPurpose) -> Option<PathBuf> {
        self.next(Asked::Folder { purpose }).into_iter().next()
    }

    fn save(&self, suggested_name: &str) -> Option<PathBuf> {
        self.next(Asked::Save { suggested_name: suggested_name.to_owned() }).into_iter().next()
    }
}
