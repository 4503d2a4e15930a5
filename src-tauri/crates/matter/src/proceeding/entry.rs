//! What happens in a proceeding.

use serde::{Deserialize, Serialize};

use super::ProceedingKind;
use super::paper::{CourtPaper, Effect, PointAnswer};
use crate::docket::DocketNumber;
use crate::ids::{DemandId, PaperId};

/// One fact about a proceeding.
#[expect(missing_docs, reason = "each field carries the word of the fact it belongs to")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum ProceedingEntry {
    /// Opened in the register.
    ProceedingOpened { court: String, docket: DocketNumber, kind: ProceedingKind, demands: Vec<DemandId> },
    /// It concerns one more demand.
    DemandJoined { demand: DemandId },
    /// A demand was joined by mistake.
    DemandLeft { demand: DemandId, reason: String },
    /// A paper was recorded. What it orders is *claimed* until counsel verifies it.
    CourtPaperRecorded { paper: Box<CourtPaper> },
    /// Counsel verified a paper against the paper itself, with the effects and cells found there.
    OrderVerified { paper: PaperId, effects: Vec<Effect>, points: Vec<PointAnswer>, note: String },
    /// Counsel found on the paper that it is not what it was taken for.
    PaperSetAside { paper: PaperId, reason: String },
    /// It ended without a ruling.
    ProceedingEnded { note: String },
}
