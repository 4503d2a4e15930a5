//! A demand as the window shows it, and acts.

use matter::act::Act;
use matter::compulsion::Compulsion;
use matter::demand::{Attached, Cell, Demand, DocumentRole};
use matter::gate::Gate;
use matter::ids::{DemandId, DocumentId, OpId};
use matter::journal::Subject;
use matter::letter::Letter;
use matter::notice::NoticeStanding;
use matter::proceeding::Proceeding;
use matter::time::{Instant, Moment};
use serde::{Deserialize, Serialize};

use crate::paper::Unreadable;

/// Asks for a demand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct DemandRequest {
    /// The demand.
    pub demand: DemandId,
    /// What was true then; none for now.
    #[ts(type = "string | null")]
    pub as_of: Option<Instant>,
    /// What had been recorded by then; none for now.
    #[ts(type = "string | null")]
    pub known_at: Option<Instant>,
}

/// The gate for one cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct CellGate {
    /// The cell.
    pub cell: Cell,
    /// Its gate.
    pub gate: Gate,
}

/// What a date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum DateLineKind {
    /// A court ordered compliance by then.
    ComplyBy,
    /// An order not yet verified is said to ask for compliance by then: treated as real until checked.
    ClaimedComplyBy,
    /// A court wants an answer by then (an order to show cause): not production, and a real date.
    AnswerCourt,
    /// The agency demands an answer by then. It never rolls.
    ReturnDate,
    /// Our own date.
    ActBy,
    /// The notice window ends.
    NoticeWindowEnds,
    /// A non-disclosure order ends.
    NonDisclosureEnds,
    /// A non-disclosure order without end is looked at again.
    NonDisclosureReview,
    /// The docket is looked at again.
    DocketRecheck,
    /// Counsel decides on an asserted non-disclosure.
    AssertedNonDisclosure,
}

/// One date, with the way it came about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct DateLine {
    /// What it is.
    pub kind: DateLineKind,
    /// The instant.
    #[ts(type = "string")]
    pub at: Instant,
    /// The zone it is read in.
    pub zone: String,
    /// True for a date of a court or the agency, false for one of ours.
    pub theirs: bool,
    /// Business days from now until then; negative when passed.
    pub business_days: i32,
    /// Calendar days from now until then; negative when passed.
    pub days: i32,
}

/// What a person should see before going on. Facts, not verdicts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Warning {
    /// The return date lies before service. Kept as printed.
    ReturnBeforeService,
    /// The return date has passed.
    ReturnDatePassed,
    /// Nobody has searched a docket yet.
    NoDocketSearch,
    /// The last docket search is older than the policy's days.
    DocketSearchStale {
        /// How old, in days.
        days: u16,
    },
    /// Soft fields the next step needs are empty.
    FieldsEmpty {
        /// Their names on the wire.
        fields: Vec<String>,
    },
    /// Two demands hold the same file.
    SameFile {
        /// The document.
        document: DocumentId,
        /// The other demand's reference.
        reference: String,
    },
    /// A user's challenge or window runs past an order's date.
    DutiesConflict,
    /// Notice waits for counsel's word on an ended non-disclosure order.
    NonDisclosureEndUnconfirmed,
    /// The agency's number is on another demand too.
    SameNumber {
        /// The other demand's reference.
        reference: String,
    },
}

/// What the asker had seen of a subject, so that nobody overwrites what they did not see.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct Seen {
    /// The subject.
    pub subject: Subject,
    /// Its version as seen, as a text.
    pub version: String,
}

/// Everything about one demand.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct DemandView {
    /// The demand.
    pub demand: Demand,
    /// What the file shows about compulsion.
    pub compulsion: Compulsion,
    /// The gate, cell by cell.
    pub gates: Vec<CellGate>,
    /// Its proceedings.
    pub proceedings: Vec<Proceeding>,
    /// Its letters.
    pub letters: Vec<Letter>,
    /// Whether the user may be told.
    pub notice: NoticeStanding,
    /// Its dates, earliest first.
    pub dates: Vec<DateLine>,
    /// What a person should see.
    pub warnings: Vec<Warning>,
    /// When the docket should be searched again; none when never searched.
    #[ts(type = "string | null")]
    pub recheck_at: Option<Instant>,
    /// The acts the person here may perform, by name.
    pub may: Vec<String>,
    /// The versions shown, to be sent back with an act.
    pub seen: Vec<Seen>,
    /// The time all this is stated as of.
    #[ts(type = "string")]
    pub as_of: Instant,
    /// True when this is history (as-of or known-at was asked): nothing can be done from here.
    pub history: bool,
}

/// Performs an act.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct ActRequest {
    /// The act's key: a retry with the same key returns the first result.
    pub op: OpId,
    /// The act.
    pub act: Act,
    /// What the asker had seen; a subject that moved on makes it a conflict.
    #[serde(default)]
    pub seen: Vec<Seen>,
    /// When it happened, as the person says; none for now.
    #[serde(default)]
    pub happened: Option<Moment>,
}

/// The act was done and is durable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct Done {
    /// The last entry's sequence number, as a text.
    pub seq: String,
    /// What was written, with the versions after.
    pub touched: Vec<Seen>,
    /// True when this op was on record already.
    pub again: bool,
    /// The demand's reference, when the act logged one.
    #[serde(default)]
    pub reference: Option<String>,
}

/// Attaches a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct AttachRequest {
    /// The act's key, and the job's name.
    pub op: OpId,
    /// The demand.
    pub demand: DemandId,
    /// The file, by token.
    pub file: String,
    /// What it is.
    pub role: DocumentRole,
}

/// Keeps a file that lies inside a paper of a demand as a paper of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct AttachPartRequest {
    /// The act's key, and the job's name.
    pub op: OpId,
    /// The demand.
    pub demand: DemandId,
    /// The paper of the demand that it is taken out of.
    pub document: DocumentId,
    /// Which of its parts.
    pub part: u32,
    /// What it is.
    pub role: DocumentRole,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum AttachPartReply {
    /// It is kept.
    Kept(AttachReply),
    /// It cannot be taken out; nothing was kept.
    Unreadable {
        /// Why.
        why: Unreadable,
    },
}

/// The same bytes are on another demand, or on this one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct SameFile {
    /// The demand.
    pub demand: DemandId,
    /// Its reference.
    pub reference: String,
}

/// A file was attached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct AttachReply {
    /// The document.
    pub attached: Attached,
    /// Where else the same bytes lie.
    pub same_as: Vec<SameFile>,
    /// True when this demand held the same bytes already and nothing was added.
    pub already_here: bool,
}

/// Saves a document where the person says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct ExportRequest {
    /// The job's name.
    pub op: OpId,
    /// The demand it is attached to.
    pub demand: DemandId,
    /// The document.
    pub document: DocumentId,
}

/// Asks for the timeline of a demand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct TimelineRequest {
    /// The demand.
    pub demand: DemandId,
    /// What had been recorded by then; none for now.
    #[ts(type = "string | null")]
    pub known_at: Option<Instant>,
}
