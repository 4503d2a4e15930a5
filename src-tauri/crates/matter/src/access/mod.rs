//! Access: what one person saw, and what they were refused. Recorded apart, so that a look or a refusal does not raise a
//! demand's version.

use serde::{Deserialize, Serialize};

use crate::journal::{Subject, Version};
use crate::problem::Problem;
use crate::state::Meta;

/// One look or refusal.
#[expect(missing_docs, reason = "each field carries the word of the fact it belongs to")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum AccessEntry {
    /// The person opened a demand.
    Viewed { subject: Subject },
    /// An act was refused, with the reasons.
    Refused { act: String, subject: Subject, problems: Vec<Problem> },
    /// A document was exported.
    Exported { subject: Subject, document: crate::ids::DocumentId },
}

/// One person's accesses: a count is all that later decisions need.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Access {
    /// How many entries there have been.
    pub version: Version,
    /// How many of them were refusals.
    pub refusals: u64,
}

impl Access {
    /// Takes one entry.
    pub fn evolve(&mut self, _meta: &Meta, entry: Option<&AccessEntry>) {
        self.version = self.version.saturating_add(1);
        if matches!(entry, Some(AccessEntry::Refused { .. })) {
            self.refusals = self.refusals.saturating_add(1);
        }
    }
}
