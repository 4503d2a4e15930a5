//! A demand: one instrument received, as folded from its entries.

mod cell;
mod entry;
mod evolve;
mod facts;

pub use cell::{Cell, Cells};
pub use entry::{
    Attached, Decision, DemandEntry, Disclosure, DocketSearch, DocumentRole, NoticeDecision, OtherBasis, Outcome,
    PartOf, SearchPlace, SearchResult, UserChallenge,
};
pub use facts::{
    AgencyNumber, Category, Channel, Component, DemandFacts, Instrument, Link, LinkKind, NonDisclosure, Official,
    RecordSought, Target,
};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::ids::{DemandId, DocumentId, LetterId, PersonId, ProceedingId, TargetId};
use crate::journal::Version;
use crate::time::{Instant, Moment};

/// Where a demand stands on its way through the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Step {
    /// Nobody has triaged it.
    #[default]
    NeedsTriage,
    /// Triage is done.
    Triaged,
    /// Waiting for counsel.
    WithCounsel,
    /// Counsel sent it back.
    Returned,
    /// Counsel decided every cell.
    Decided,
    /// Closed.
    Closed,
}

/// A docket search with who recorded it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RecordedSearch {
    /// The search.
    pub search: DocketSearch,
    /// Who recorded it.
    pub by: PersonId,
    /// Set when counsel looked into a claimed order and found none behind it, with the reason.
    pub answered: Option<String>,
}

impl RecordedSearch {
    /// True while it claims an order that counsel has not answered.
    #[must_use]
    pub fn is_open_claim(&self) -> bool {
        self.search.result == SearchResult::OrderClaimed && self.answered.is_none()
    }
}

/// Counsel's decision for a cell, with who and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CellDecision {
    /// The cell.
    pub cell: Cell,
    /// The decision.
    pub decision: Decision,
    /// Counsel.
    pub by: PersonId,
    /// When.
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub at: Instant,
}

/// A signature under a ground other than an order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct BasisSignature {
    /// The cells.
    pub cells: Cells,
    /// The ground.
    pub basis: OtherBasis,
    /// Why.
    pub reason: String,
    /// Who signed.
    pub by: PersonId,
    /// True when the signer was counsel at that moment.
    pub by_counsel: bool,
    /// When: a ground opens the gate from its signature on, not before.
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub at: Instant,
}

/// Counsel's signed reason to go on in a conflict of duties.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ConflictReason {
    /// The cells.
    pub cells: Cells,
    /// Why.
    pub reason: String,
    /// Counsel.
    pub by: PersonId,
    /// When: it weighs what was on file then, not an order or a challenge that came later.
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub at: Instant,
}

/// A notice decision for one target, with who and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct TargetNotice {
    /// The target; none where the paper names none.
    pub target: Option<TargetId>,
    /// The decision.
    pub decision: NoticeDecision,
    /// Who decided.
    pub by: PersonId,
    /// True when they were counsel at that moment: only counsel's "no" frees a disclosure from notice.
    pub by_counsel: bool,
}

/// A disclosure made, through the gate or outside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RecordedDisclosure {
    /// What left the building.
    pub disclosure: Disclosure,
    /// The basis in words; empty for an incident.
    pub basis: String,
    /// True for a disclosure made outside the gate.
    pub incident: bool,
    /// Who recorded it.
    pub by: PersonId,
}

/// A letter started for a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct LetterOf {
    /// The letter.
    pub letter: LetterId,
    /// The target; none where the paper names none.
    pub target: Option<TargetId>,
}

/// A user's challenge that has not ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct OpenChallenge {
    /// The target; none for all.
    pub target: Option<TargetId>,
    /// How we know.
    pub note: String,
    /// When it was recorded.
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub at: Instant,
}

/// How the agency withdrew. Never a ruling.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Withdrawal {
    /// When it happened.
    pub happened: Moment,
    /// The agency's paper.
    pub document: Option<DocumentId>,
    /// A note.
    pub note: String,
}

/// A demand as folded from its entries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Demand {
    /// Its id.
    pub id: DemandId,
    /// How many entries it has had.
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    #[serde(with = "crate::wire::text")]
    pub version: Version,
    /// Our reference (2026-0003); empty before it is logged.
    pub reference: String,
    /// The facts; none before it is logged, or after its bodies were disposed of.
    pub facts: Option<DemandFacts>,
    /// When it was logged.
    #[cfg_attr(feature = "wire", ts(type = "string | null"))]
    pub logged: Option<Instant>,
    /// Where it stands.
    pub step: Step,
    /// Who owns it.
    pub owner: Option<PersonId>,
    /// Papers attached.
    pub documents: Vec<Attached>,
    /// Links to other demands.
    pub links: Vec<Link>,
    /// Docket searches, oldest first.
    pub searches: Vec<RecordedSearch>,
    /// Proceedings that concern it.
    pub proceedings: Vec<ProceedingId>,
    /// Letters started.
    pub letters: Vec<LetterOf>,
    /// Counsel's decisions, one per cell, the latest.
    pub decisions: Vec<CellDecision>,
    /// Notice decisions, one per target, the latest.
    pub notices: Vec<TargetNotice>,
    /// Users' challenges that have not ended.
    pub challenges: Vec<OpenChallenge>,
    /// Counsel's word that a non-disclosure order ended without extension. A change of what is recorded about
    /// non-disclosure takes it back.
    pub non_disclosure_ended: bool,
    /// When counsel gave that word: it does not speak about papers recorded later.
    #[cfg_attr(feature = "wire", ts(type = "string | null"))]
    pub non_disclosure_ended_at: Option<Instant>,
    /// Signatures under grounds other than an order.
    pub bases: Vec<BasisSignature>,
    /// Counsel's signed reasons in a conflict of duties.
    pub conflict_reasons: Vec<ConflictReason>,
    /// Disclosures and incidents.
    pub disclosures: Vec<RecordedDisclosure>,
    /// True while our duty to keep stands.
    pub on_hold: bool,
    /// The agency's withdrawal.
    pub withdrawn: Option<Withdrawal>,
    /// The day on which another instrument took its place, as the person who linked it says.
    #[cfg_attr(feature = "wire", ts(type = "string | null"))]
    pub superseded_on: Option<NaiveDate>,
    /// How it ended; none while open.
    pub outcome: Option<Outcome>,
    /// True when bodies of this demand were disposed of under a retention rule.
    pub disposed: bool,
}

impl Demand {
    /// A demand with no entry yet.
    #[must_use]
    pub fn new(id: DemandId) -> Self {
        Self {
            id,
            version: 0,
            reference: String::new(),
            facts: None,
            logged: None,
            step: Step::NeedsTriage,
            owner: None,
            documents: Vec::new(),
            links: Vec::new(),
            searches: Vec::new(),
            proceedings: Vec::new(),
            letters: Vec::new(),
            decisions: Vec::new(),
            notices: Vec::new(),
            challenges: Vec::new(),
            non_disclosure_ended: false,
            non_disclosure_ended_at: None,
            bases: Vec::new(),
            conflict_reasons: Vec::new(),
            disclosures: Vec::new(),
            on_hold: false,
            withdrawn: None,
            superseded_on: None,
            outcome: None,
            disposed: false,
        }
    }

    /// The cells; none before the demand is logged.
    #[must_use]
    pub fn cells(&self) -> Vec<Cell> {
        self.facts.as_ref().map(DemandFacts::cells).unwrap_or_default()
    }

    /// The targets to whom a notice decision is owed: each target, or the one "none stated".
    #[must_use]
    pub fn notice_targets(&self) -> Vec<Option<TargetId>> {
        match &self.facts {
            Some(facts) if !facts.targets.is_empty() => facts.targets.iter().map(|t| Some(t.id)).collect(),
            Some(_) => vec![None],
            None => Vec::new(),
        }
    }

    /// The decision for a cell, if counsel made one.
    #[must_use]
    pub fn decision(&self, cell: &Cell) -> Option<&CellDecision> {
        self.decisions.iter().find(|made| made.cell == *cell)
    }

    /// True when this document is attached here.
    #[must_use]
    pub fn holds(&self, document: DocumentId) -> bool {
        self.documents.iter().any(|attached| attached.document == document)
    }

    /// True when any of these cells was disclosed, through the gate or outside it.
    #[must_use]
    pub fn disclosed(&self, target: Option<TargetId>) -> bool {
        self.disclosures.iter().any(|made| made.disclosure.cells.iter().any(|cell| cell.target == target))
    }
}
