//! Walking the chain: every digest, every link, every number, without a store.

use super::row::{Digest, Header, RegisterId, Row, commitment, row_digest};
use super::subject::{Subject, Version};
use std::collections::HashMap;

/// What is wrong at one place of a chain.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChainFault {
    /// The header's bytes cannot be read.
    #[error("row after {after}: the header cannot be read")]
    Header {
        /// The last good sequence number.
        after: u64,
    },
    /// A sequence number is missing, repeated or out of order.
    #[error("row {found} stands where row {expected} belongs")]
    Sequence {
        /// The number that belongs here.
        expected: u64,
        /// The number found.
        found: u64,
    },
    /// The link to the row before does not hold.
    #[error("row {seq} does not follow the row before it")]
    Link {
        /// The row.
        seq: u64,
    },
    /// The row's own digest does not hold.
    #[error("row {seq} was changed after it was written")]
    Digest {
        /// The row.
        seq: u64,
    },
    /// The body is not the one committed to.
    #[error("the body of row {seq} was changed after it was written")]
    Body {
        /// The row.
        seq: u64,
    },
    /// The row belongs to another register.
    #[error("row {seq} belongs to another register")]
    Register {
        /// The row.
        seq: u64,
    },
    /// The subject's version does not go up by one.
    #[error("row {seq}: the version of its subject is out of order")]
    Version {
        /// The row.
        seq: u64,
    },
}

/// A walk along a chain from its genesis. Feed it rows in order.
#[derive(Debug, Default)]
pub struct ChainWalk {
    seq: u64,
    last: Digest,
    register: Option<RegisterId>,
    versions: HashMap<Subject, Version>,
}

impl ChainWalk {
    /// Checks the next row and returns its header.
    ///
    /// # Errors
    /// The first thing that does not hold about this row.
    pub fn step(&mut self, row: &Row) -> Result<Header, ChainFault> {
        let header = Header::from_bytes(&row.header).map_err(|_| ChainFault::Header { after: self.seq })?;
        let expected = self.seq.saturating_add(1);
        let seq = header.seq;
        if seq != expected {
            return Err(ChainFault::Sequence { expected, found: seq });
        }
        if row.previous != self.last {
            return Err(ChainFault::Link { seq });
        }
        if row_digest(&row.header, &row.commitment, &row.previous) != row.digest {
            return Err(ChainFault::Digest { seq });
        }
        if let Some((salt, body)) = &row.body
            && commitment(salt, body) != row.commitment
        {
            return Err(ChainFault::Body { seq });
        }
        if header.register != self.register {
            return Err(ChainFault::Register { seq });
        }
        let version = self.versions.entry(header.subject).or_insert(0);
        *version = version.saturating_add(1);
        if header.version != *version {
            return Err(ChainFault::Version { seq });
        }
        if seq == 1 {
            self.register = Some(row.digest);
        }
        self.seq = seq;
        self.last = row.digest;
        Ok(header)
    }

    /// The last sequence number walked; 0 before the first.
    #[must_use]
    pub fn seq(&self) -> u64 {
        self.seq
    }

    /// The digest of the last row walked.
    #[must_use]
    pub fn digest(&self) -> Digest {
        self.last
    }

    /// The register walked; none before the first row.
    #[must_use]
    pub fn register(&self) -> Option<RegisterId> {
        self.register
    }
}
