//! The journal: an append-only chain of signed entries. Everything the register knows is folded from it.
//!
//! This room holds what is pure about it: the row, its digest, the chain, the signature, and the [`Journal`] trait that
//! a store implements. No SQL type stands in a signature here, so that a team's journal can take the local one's place.

mod chain;
mod head;
mod row;
mod subject;

pub use chain::{ChainFault, ChainWalk};
pub use head::{Head, HeadFault, head_origin};
pub use row::{ActSignature, Digest, Header, RegisterId, Row, Salt, commitment, row_digest};
pub use subject::{Subject, SubjectKind, Version};

use crate::entry::Entry;
use crate::ids::{OpId, PersonId};
use crate::time::{Instant, Moment};

/// One act about to be appended: all of it, or nothing.
#[derive(Debug, Clone)]
pub struct Append {
    /// The key that makes a retry harmless.
    pub op: OpId,
    /// SHA-256 of the request as it came, so that the same key with another request is noticed.
    pub request: Digest,
    /// Who acts.
    pub actor: PersonId,
    /// When it happened, as the person says.
    pub happened: Moment,
    /// When it was recorded, by the register's clock.
    pub recorded: Instant,
    /// Every subject that the decision read, with the version read. A subject that moved on refuses the act.
    pub reads: Vec<(Subject, Version)>,
    /// What is written.
    pub writes: Vec<Write>,
}

/// The entries one act writes to one subject.
#[derive(Debug, Clone)]
pub struct Write {
    /// The subject written.
    pub subject: Subject,
    /// Its version before this act (0 for a new one).
    pub expected: Version,
    /// The entries, in order; never empty.
    pub entries: Vec<Entry>,
}

/// What an append came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appended {
    /// Sequence number of the act's first row.
    pub first: u64,
    /// Sequence number of the act's last row.
    pub last: u64,
    /// True when this op was on record already and nothing was written now.
    pub again: bool,
    /// The subjects the act wrote, with their versions after it.
    pub touched: Vec<(Subject, Version)>,
}

/// An append-only journal. The local one lies in SQLite; a team's one may lie elsewhere, with the same signed entries.
pub trait Journal {
    /// What can go wrong in this journal.
    type Fault: std::error::Error;

    /// Appends one act in one transaction. The op is looked up before the versions are checked, so a retry after an
    /// uncertain failure returns the first result.
    ///
    /// # Errors
    /// A version that moved on, an op used for another request, or the store's own faults.
    fn append(&mut self, act: &Append, signer: &ed25519_dalek::SigningKey) -> Result<Appended, Self::Fault>;

    /// Rows with a sequence number above `seq`, in order, at most `limit`.
    ///
    /// # Errors
    /// The store's own faults.
    fn since(&self, seq: u64, limit: usize) -> Result<Vec<Row>, Self::Fault>;

    /// The last row's place in the chain; none before genesis.
    ///
    /// # Errors
    /// The store's own faults.
    fn head(&self) -> Result<Option<Head>, Self::Fault>;
}
