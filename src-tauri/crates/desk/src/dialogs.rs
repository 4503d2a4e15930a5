//! Native dialogs, asked by the desk and drawn by the host.

use std::path::PathBuf;

use contract::PickPurpose;

/// Asks the person for files and folders. Called on a worker thread.
pub trait Dialogs: Send + Sync {
    /// Files to read; empty when cancelled.
    fn files(&self, purpose: PickPurpose) -> Vec<PathBuf>;
    /// A folder; none when cancelled.
    fn folder(&self, purpose: PickPurpose) -> Option<PathBuf>;
    /// A place to save a file under; none when cancelled.
    fn save(&self, suggested_name: &str) -> Option<PathBuf>;
}

/// Nobody to ask: every question is cancelled.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoDialogs;

impl Dialogs for NoDialogs {
    fn files(&self, _purpose: PickPurpose) -> Vec<PathBuf> {
        Vec::new()
    }

    fn folder(&self, _purpose: PickPurpose) -> Option<PathBuf> {
        None
    }

    fn save(&self, _suggested_name: &str) -> Option<PathBuf> {
        None
    }
}
