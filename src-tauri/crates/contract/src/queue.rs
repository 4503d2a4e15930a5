//! The queue's requests.

use matter::queue::QueueRow;
use matter::wire::Count53;
use serde::{Deserialize, Serialize};

/// The built-in views.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum QueueView {
    /// Needs triage.
    NeedsTriage,
    /// A date within seven days, or passed, and open.
    DueThisWeek,
    /// Waiting for counsel.
    WaitingForCounsel,
    /// Claimed orders.
    ClaimedOrders,
    /// Notices to send.
    NoticesToSend,
    /// All.
    All,
}

/// What the queue is sorted by; ties by reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum QueueSort {
    /// The next date, earliest first, none last.
    Due,
    /// Received, latest first.
    Received,
    /// Reference, latest first.
    Reference,
}

/// One page of a view.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct QueueRequest {
    /// The view.
    pub view: QueueView,
    /// The sorting.
    pub sort: QueueSort,
    /// Words to find in reference, numbers, identifiers, names and dockets; empty for all.
    #[serde(default)]
    pub text: String,
    /// Where the last page ended, as its reply said; none for the first.
    pub after: Option<String>,
    /// How many rows, 1 to 500.
    pub limit: u16,
}

/// A page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct QueuePage {
    /// The rows.
    pub rows: Vec<QueueRow>,
    /// Where the next page begins; none at the end.
    pub next: Option<String>,
    /// How many rows the view has in all (with the words).
    pub total: Count53,
}

/// How many demands each view shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct QueueCounts {
    /// Needs triage.
    pub needs_triage: Count53,
    /// Due this week.
    pub due_this_week: Count53,
    /// Waiting for counsel.
    pub waiting_for_counsel: Count53,
    /// Claimed orders.
    pub claimed_orders: Count53,
    /// Notices to send.
    pub notices_to_send: Count53,
    /// All.
    pub all: Count53,
}
