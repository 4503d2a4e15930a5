//! A proceeding: one docket in one district court, its papers, and what each paper does to which cells of which demand.
//! Proceedings carry ids of demands, never identifiers of users.

mod entry;
mod evolve;
mod paper;

pub use entry::ProceedingEntry;
pub use paper::{
    CourtPaper, Effect, Entered, JudgeAuthority, OrderPoint, PaperKind, PointAnswer, RecordedPaper, Verification, What,
};

use serde::{Deserialize, Serialize};

use crate::docket::DocketNumber;
use crate::ids::{DemandId, PaperId, ProceedingId};
use crate::journal::Version;

/// Who started it, and what for (legal-reference §3.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum ProceedingKind {
    /// Petition or application to enforce, by the United States.
    Enforcement,
    /// Motion to quash or declaratory suit, by the recipient.
    RecipientChallenge,
    /// Motion or intervention by the user.
    UserChallenge,
    /// Non-disclosure order.
    NonDisclosure,
    /// Appeal.
    Appeal,
    /// Contempt.
    Contempt,
}

/// A proceeding as folded from its entries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Proceeding {
    /// Its id.
    pub id: ProceedingId,
    /// How many entries it has had.
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    #[serde(with = "crate::wire::text")]
    pub version: Version,
    /// The court, by id (one of the 94).
    pub court: String,
    /// The docket number, as printed and as read.
    pub docket: Option<DocketNumber>,
    /// Its kind.
    pub kind: ProceedingKind,
    /// The demands it concerns.
    pub demands: Vec<DemandId>,
    /// Its papers, in the order recorded.
    pub papers: Vec<RecordedPaper>,
    /// True when it ended without a ruling (voluntary dismissal, moot), as recorded.
    pub ended: bool,
}

impl Proceeding {
    /// A proceeding with no entry yet.
    #[must_use]
    pub fn new(id: ProceedingId) -> Self {
        Self {
            id,
            version: 0,
            court: String::new(),
            docket: None,
            kind: ProceedingKind::Enforcement,
            demands: Vec::new(),
            papers: Vec::new(),
            ended: false,
        }
    }

    /// The paper of this id.
    #[must_use]
    pub fn paper(&self, id: PaperId) -> Option<&RecordedPaper> {
        self.papers.iter().find(|recorded| recorded.paper.id == id)
    }
}
