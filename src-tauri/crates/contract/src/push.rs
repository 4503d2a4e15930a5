//! Pushes: three kinds, through one channel.

use matter::journal::Subject;
use matter::wire::Count53;
use serde::{Deserialize, Serialize};

use crate::session::Picked;

/// What the desk tells without being asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Push {
    /// These subjects have new entries: what shows them is stale.
    Touched {
        /// The subjects.
        subjects: Vec<Subject>,
    },
    /// A long job moved on or ended.
    Progress(Progress),
    /// The session changed, or files were dropped on the window.
    Session(SessionEvent),
}

/// How far a job is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct Progress {
    /// The job: the op id it was started with.
    pub job: String,
    /// What it does: `attach`, `export`, `backUp`, `restore`, `verify`, `rotate`, `unlock`.
    pub what: String,
    /// Done so far, in bytes or items.
    pub done: Count53,
    /// In all; none when not known.
    pub total: Option<Count53>,
    /// True when it ended, well or not.
    pub ended: bool,
}

/// What happened to the session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(tag = "event", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum SessionEvent {
    /// It was locked: everything shown is to go.
    Locked,
    /// It was opened.
    Opened,
    /// Files are held over the window.
    DragOver,
    /// They went away again.
    DragLeft,
    /// Files were dropped on the window.
    Dropped {
        /// The files.
        files: Vec<Picked>,
    },
}
