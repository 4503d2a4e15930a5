//! What a check came to.

use matter::ids::{DemandId, DocumentId, PersonId};
use matter::journal::Head;
use serde::Serialize;

/// What is wrong with a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum DocumentFault {
    /// The journal speaks of it, and it is not there.
    Missing,
    /// Its bytes are not those taken in.
    Changed,
    /// Some of its bytes are gone.
    BytesMissing,
    /// Its record does not agree with the journal.
    Record,
}

/// One thing that is wrong, named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[non_exhaustive]
pub enum Finding {
    /// Pages of the database file are damaged.
    Pages {
        /// What the database says.
        detail: String,
    },
    /// A table, index or trigger is not as this program made it.
    Schema {
        /// Its kind and name.
        object: String,
    },
    /// A row of the journal was changed, is missing, was put in or moved.
    Row {
        /// Its place in the chain.
        seq: u64,
        /// What does not hold.
        detail: String,
    },
    /// A row's column says something else than its header.
    Column {
        /// The row.
        seq: u64,
        /// The column.
        column: &'static str,
    },
    /// A row's body is gone, and no entry says that it was disposed of.
    Body {
        /// The row.
        seq: u64,
    },
    /// A row's entry cannot be read.
    Entry {
        /// The row.
        seq: u64,
    },
    /// The rows of an act do not agree with its record.
    Act {
        /// A row of it.
        seq: u64,
        /// What does not hold.
        detail: &'static str,
    },
    /// An act is not signed by the person who is said to have acted.
    Signature {
        /// Its last row.
        seq: u64,
        /// The person.
        actor: PersonId,
    },
    /// A row that only counsel may record was recorded by somebody who was not counsel then.
    Role {
        /// The row.
        seq: u64,
        /// Who recorded it.
        actor: PersonId,
    },
    /// A row of the queue is not what the journal says. The nil id: the counts are not.
    Queue {
        /// The demand.
        demand: DemandId,
    },
    /// A paper.
    Document {
        /// The paper.
        document: DocumentId,
        /// The demand it was attached to, where the journal says.
        demand: Option<DemandId>,
        /// What is wrong.
        fault: DocumentFault,
    },
    /// Bytes that belong to no paper.
    StrayBytes {
        /// How many rows of them.
        rows: u64,
    },
    /// The chain does not hold the head that this device saw last: an older file was put back, or the tail was cut.
    LastSeen {
        /// That head.
        head: Head,
    },
    /// The note of the head seen last is gone.
    NoteMissing,
    /// The note of the head seen last was not signed by this device's key.
    NoteAltered,
    /// The chain does not hold a head that somebody else holds.
    Outside {
        /// Who.
        who: String,
        /// That head.
        head: Head,
    },
}

impl Finding {
    /// True when a backup with this finding is refused: an older head than the one last seen is what a backup has.
    pub(crate) fn is_about_the_copy(&self) -> bool {
        self.is_inside()
    }

    /// True when it is a contradiction within the register; false when it is one with something outside it.
    #[must_use]
    pub fn is_inside(&self) -> bool {
        !matches!(self, Self::LastSeen { .. } | Self::NoteMissing | Self::NoteAltered | Self::Outside { .. })
    }
}

/// A head held by somebody else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Outside {
    /// Who holds it.
    pub who: String,
    /// The head.
    pub head: Head,
    /// True when the chain holds it.
    pub held: bool,
}

/// What can honestly be said. With the key and no head outside, somebody could have written the whole chain anew and
/// signed what is theirs: only a head outside shows that.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Held {
    /// Consistent in itself, and the check was complete.
    pub itself: bool,
    /// The head this device saw last, and whether the chain holds it; none when it has seen none.
    pub last_seen: Option<(Head, bool)>,
    /// Heads held by others.
    pub outside: Vec<Outside>,
}

/// What a check came to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// The head when the check began.
    pub head: Option<Head>,
    /// Rows walked.
    pub rows: u64,
    /// Acts whose signature was checked.
    pub acts: u64,
    /// Papers hashed.
    pub documents: u64,
    /// Their bytes.
    pub bytes: u64,
    /// The last paper hashed, to go on after.
    pub last_document: Option<DocumentId>,
    /// False when it was stopped.
    pub complete: bool,
    /// What is wrong.
    pub findings: Vec<Finding>,
    /// What holds.
    pub held: Held,
}

impl Report {
    /// True when the check was complete and found nothing.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.complete && self.findings.is_empty()
    }
}
