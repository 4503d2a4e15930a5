//! The queue: a projection with one row per demand, read a page at a time.

mod filter;
mod mark;
mod page;
mod project;

use matter::demand::Step;
use matter::ids::{DemandId, PersonId};
use matter::queue::QueueRow;
use matter::time::Instant;
use serde::{Deserialize, Serialize};

pub(crate) use project::{compare, concerns, rebuild, refresh};

/// What a page is sorted by, ascending; demands without a date come last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum QueueSort {
    /// The next date.
    #[default]
    Due,
    /// When it was received.
    Received,
    /// Our reference.
    Reference,
}

/// Which rows a view shows. Everything that is set must hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct QueueFilter {
    /// Open, or closed.
    pub open: Option<bool>,
    /// At one of these steps; empty for any.
    pub steps: Vec<Step>,
    /// With a claimed order that counsel has not verified.
    pub claimed: bool,
    /// With a user still to be told.
    pub notice_to_send: bool,
    /// Owned by this person.
    pub owner: Option<PersonId>,
    /// With a date before this instant.
    pub due_before: Option<Instant>,
    /// Containing all of these words, whatever their case and accents.
    pub text: String,
}

/// A row's place in a sorting: what the page after (or before) it is asked with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct QueueKey {
    value: SortValue,
    demand: DemandId,
}

/// The value sorted by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
enum SortValue {
    Number(i64),
    Text(String),
}

/// One page.
#[derive(Debug, Clone, PartialEq)]
pub struct QueuePage {
    /// Its rows.
    pub rows: Vec<QueueRow>,
    /// The key of its first row, for the page before.
    pub first: Option<QueueKey>,
    /// The key of its last row, for the page after; none when the page is empty.
    pub last: Option<QueueKey>,
}

/// How many rows views have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct QueueCount {
    /// Of all demands.
    pub all: u64,
    /// Open.
    pub open: u64,
    /// Open, at the first step.
    pub needs_triage: u64,
    /// Open, with counsel.
    pub with_counsel: u64,
    /// With a claimed order, stay or restraint, open or closed.
    pub claimed: u64,
    /// Open, with a user still to be told.
    pub notices: u64,
    /// With a date before the instant asked with; when closed, only a court's.
    pub due: u64,
}

/// The text form of a step in the projection.
fn step_text(step: Step) -> &'static str {
    match step {
        Step::NeedsTriage => "needsTriage",
        Step::Triaged => "triaged",
        Step::WithCounsel => "withCounsel",
        Step::Returned => "returned",
        Step::Decided => "decided",
        Step::Closed => "closed",
    }
}
