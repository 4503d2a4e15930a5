//! What happens to a demand, in the field's words.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::cell::{Cell, Cells};
use super::facts::{DemandFacts, Link};
use crate::ids::{DisclosureId, DocumentId, LetterId, PersonId, ProceedingId, SearchId, TargetId};
use crate::journal::Digest;
use crate::time::Moment;
use crate::wire::Count53;

/// What a paper attached to a demand is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Attached {
    /// The document.
    pub document: DocumentId,
    /// The name a person sees. Display text only: never a path.
    pub name: String,
    /// SHA-256 of the bytes.
    pub sha256: Digest,
    /// Length in bytes.
    pub length: Count53,
    /// The type found in the content ("application/pdf"), not in the name.
    pub media_type: String,
    /// What it is to this demand.
    pub role: DocumentRole,
    /// The paper it was taken out of, where it did not come by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wire", ts(optional))]
    pub from: Option<PartOf>,
}

/// A file inside a paper: what hangs on a mail, what an archive holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PartOf {
    /// The paper.
    pub document: DocumentId,
    /// Which of its parts, as the reader numbers them.
    pub part: u32,
}

/// What a document is to its demand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum DocumentRole {
    /// The instrument itself.
    Instrument,
    /// A rider or attachment of the instrument.
    Rider,
    /// A cover letter or e-mail.
    Cover,
    /// A court paper.
    CourtPaper,
    /// Proof of a docket search.
    SearchProof,
    /// Proof that a letter was sent.
    SendingProof,
    /// A letter of ours.
    Letter,
    /// Anything else.
    Other,
}

/// Where a docket was searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum SearchPlace {
    /// PACER / CM-ECF: the court's own docket.
    Pacer,
    /// CourtListener / RECAP: free and partial.
    CourtListener,
    /// The clerk or chambers, by telephone.
    Clerk,
    /// The AUSA, through an independently found number.
    UsAttorney,
    /// What the agency says.
    AgencyClaim,
    /// Another place.
    Other,
}

/// What a docket search came to. "None found" is a dated observation, never a conclusion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum SearchResult {
    /// Nothing found. Sealed and grand-jury matters do not show.
    NoneFound,
    /// A proceeding was found, no order in it.
    ProceedingFound,
    /// An order was found, or is claimed: it stays *claimed* until counsel verifies the paper.
    OrderClaimed,
}

/// One dated docket search.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DocketSearch {
    /// Its id.
    pub id: SearchId,
    /// When the docket was looked at.
    pub searched: Moment,
    /// Where.
    pub place: SearchPlace,
    /// The court, by id; empty for a search over all courts.
    #[serde(default)]
    pub court: String,
    /// The terms searched.
    #[serde(default)]
    pub terms: String,
    /// What it came to.
    pub result: SearchResult,
    /// The docket number found, as printed.
    #[serde(default)]
    pub docket: String,
    /// When compliance is said to be due: a claimed date enters the agenda at once.
    #[cfg_attr(feature = "wire", ts(type = "string | null"))]
    #[serde(default)]
    pub claimed_comply_by: Option<NaiveDate>,
    /// The proof kept.
    pub proof: Option<DocumentId>,
    /// A note.
    #[serde(default)]
    pub note: String,
}

/// Counsel's decision for a cell. A finding or a deadline never decides; a person does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Decision {
    /// Comply with a court's order.
    ComplyWithOrder,
    /// Disclose on another basis that counsel recorded.
    DiscloseOnOtherBasis,
    /// Object; nothing without an order.
    Object,
    /// Ask the agency to narrow or clarify.
    Narrow,
    /// Hold pending a challenge.
    HoldPendingChallenge,
    /// Move to quash or modify.
    MoveToQuash,
    /// Refer (HR for I-9, emergency, warrant team).
    Refer,
    /// Not authentic.
    NotAuthentic,
    /// No records of this kind are held.
    NoRecords,
}

impl Decision {
    /// True when the decision asks for a disclosure, which the gate must still allow.
    #[must_use]
    pub fn wants_disclosure(self) -> bool {
        matches!(self, Self::ComplyWithOrder | Self::DiscloseOnOtherBasis)
    }
}

/// Whether the user is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum NoticeDecision {
    /// Tell the user.
    Notify,
    /// Tell the user on a later date.
    Later {
        /// The date.
        #[cfg_attr(feature = "wire", ts(type = "string"))]
        on: NaiveDate,
        /// Why not now.
        reason: String,
    },
    /// Do not tell the user.
    No {
        /// Why; never empty.
        reason: String,
    },
}

/// A ground for disclosure other than an enforcement order, recorded and signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum OtherBasis {
    /// Other compulsory process, recorded by counsel.
    OtherProcess {
        /// What it is.
        process: String,
        /// The paper.
        document: Option<DocumentId>,
    },
    /// 18 U.S.C. § 2702(c)(4): danger of death or serious physical injury.
    Emergency {
        /// The facts relied on.
        ground: String,
    },
    /// 18 U.S.C. § 2702(c)(2): the user's lawful consent.
    UserConsent {
        /// The proof.
        document: Option<DocumentId>,
    },
    /// An exception with a named ground: opens only when two different people signed, one of them counsel.
    Exception {
        /// The ground.
        ground: String,
    },
}

/// How a demand ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Outcome {
    /// Complied with a court's order.
    CompliedWithOrder,
    /// Complied in part with a court's order.
    CompliedInPart,
    /// Disclosed on another basis.
    DisclosedOnOtherBasis,
    /// Objected; nothing disclosed.
    Objected,
    /// The agency withdrew it. No court ruled.
    WithdrawnByAgency,
    /// A court quashed it or denied enforcement.
    QuashedOrDenied,
    /// Another instrument took its place.
    Superseded,
    /// Referred to another team.
    Referred,
    /// Found not authentic.
    NotAuthentic,
    /// No responsive records.
    NoRecords,
    /// A duplicate of another demand.
    Duplicate,
}

/// A user's step against the demand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum UserChallenge {
    /// The user said they will challenge: production is held.
    Stated {
        /// How we know.
        note: String,
    },
    /// The challenge ended, as counsel recorded.
    Ended {
        /// How.
        note: String,
    },
}

/// What left the building.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Disclosure {
    /// Its id.
    pub id: DisclosureId,
    /// The cells disclosed.
    pub cells: Vec<Cell>,
    /// What, in words.
    pub what: String,
    /// To whom and how.
    pub to: String,
    /// When.
    pub disclosed: Moment,
    /// Copies of what was handed over, when kept here.
    #[serde(default)]
    pub documents: Vec<DocumentId>,
}

/// One fact about a demand.
#[expect(missing_docs, reason = "each field carries the word of the fact it belongs to")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum DemandEntry {
    /// Logged, with everything known at intake. Intake places a hold by itself.
    DemandLogged { reference: String, facts: Box<DemandFacts> },
    /// Facts changed; the whole new set, so that before and after can be shown.
    DemandAmended { facts: Box<DemandFacts>, reason: String },
    /// A paper was attached.
    DocumentAttached { attached: Attached },
    /// Given to an owner, or to nobody.
    Assigned { owner: Option<PersonId> },
    /// Linked to another demand.
    Linked { link: Link },
    /// A link was set on the wrong demand.
    Unlinked { link: Link, reason: String },
    /// Triage is done; no counsel asked.
    Triaged { note: String },
    /// Sent to counsel.
    SentToCounsel { note: String },
    /// Counsel sent it back.
    ReturnedByCounsel { note: String },
    /// Counsel decided for some cells. The note is privileged.
    CounselDecided { cells: Cells, decision: Decision, note: String },
    /// A docket was searched.
    DocketSearched { search: DocketSearch },
    /// Counsel looked into a claimed order and says what became of the claim.
    ClaimAnswered { search: SearchId, reason: String },
    /// A proceeding concerns this demand.
    ProceedingLinked { proceeding: ProceedingId },
    /// A proceeding was joined by mistake.
    ProceedingUnlinked { proceeding: ProceedingId, reason: String },
    /// The agency withdrew the demand. No ruling.
    WithdrawnByAgency { document: Option<DocumentId>, note: String },
    /// A withdrawal was recorded by mistake: the demand stands.
    WithdrawalRetracted { reason: String },
    /// Whether a user is told.
    NoticeDecided { target: Option<TargetId>, decision: NoticeDecision, as_counsel: bool },
    /// A letter was started.
    LetterStarted { letter: LetterId, target: Option<TargetId> },
    /// The state of a letter to the user changed in a way the gate must see.
    UserChallenged { target: Option<TargetId>, challenge: UserChallenge },
    /// Counsel confirmed that a non-disclosure order ended without extension.
    NonDisclosureEnded { note: String },
    /// A ground other than an order, signed by one person.
    BasisSigned { cells: Cells, basis: OtherBasis, reason: String, as_counsel: bool },
    /// Counsel's signed reason to go on although a notice window or challenge runs past an order's comply-by.
    ConflictResolved { cells: Cells, reason: String },
    /// Records were disclosed through the gate.
    Disclosed { disclosure: Disclosure, basis: String },
    /// A disclosure made outside the gate: an incident.
    IncidentRecorded { disclosure: Disclosure, note: String },
    /// Our duty to keep what it concerns.
    HoldPlaced { reason: String },
    /// The hold was lifted.
    HoldLifted { reason: String },
    /// A custodian confirmed that data were preserved.
    PreservationConfirmed { custodian: String, system: String, at: Moment },
    /// A note for the file. Privileged notes are kept out of exports.
    Noted { text: String, privileged: bool },
    /// Closed.
    Closed { outcome: Outcome, note: String },
    /// Opened again.
    Reopened { reason: String },
}
