//! Court papers and their effects.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::demand::Cells;
use crate::ids::{DemandId, DocumentId, PaperId, PersonId};
use crate::time::{Instant, Moment, PrintedDate, court_days};

/// What a court paper is (legal-reference §3.3: most of what looks like an enforcement order is none).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum PaperKind {
    /// Petition or application to enforce: a request.
    Petition,
    /// A motion or other request by any party.
    Motion,
    /// A proposed order: a request.
    ProposedOrder,
    /// Order to show cause: explain, not yet produce; a real deadline.
    OrderToShowCause,
    /// Magistrate's report and recommendation: effective only if a district judge adopts it.
    ReportAndRecommendation,
    /// An order of the court.
    Order,
    /// A judgment or mandate on appeal.
    AppellateDecision,
    /// A minute entry: check the written order.
    MinuteEntry,
    /// Notice of withdrawal or voluntary dismissal: no ruling.
    Dismissal,
    /// Anything else on the docket.
    OtherPaper,
}

impl PaperKind {
    /// True for papers that can themselves order something. A petition, a proposed order, an order to show cause, a
    /// report and recommendation or a minute entry cannot.
    #[must_use]
    pub fn can_rule(self) -> bool {
        matches!(self, Self::Order | Self::AppellateDecision)
    }

    /// True for papers that only ask, or say that somebody gives up: whatever is recorded of them claims no order.
    #[must_use]
    pub fn is_request(self) -> bool {
        matches!(self, Self::Petition | Self::Motion | Self::ProposedOrder | Self::Dismissal)
    }
}

/// What one paper does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum What {
    /// Orders production.
    Produce,
    /// Orders that nothing be produced (an order can say the opposite: trap 2).
    DoNotProduce,
    /// Stays an order.
    Stay,
    /// Lifts a stay or a restraint.
    Lift,
    /// Quashes or modifies the demand.
    Quash,
    /// Denies enforcement.
    Deny,
    /// Vacates an order.
    Vacate,
    /// Reverses an order.
    Reverse,
    /// Records that an order was complied with.
    Satisfied,
    /// Orders silence; says nothing about production.
    Silence,
    /// Asks, or moves the proceeding on; decides nothing.
    Pending,
}

/// What one paper does to which cells of which demand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Effect {
    /// What it does.
    pub what: What,
    /// The demand.
    pub demand: DemandId,
    /// The cells. An order to produce is verified for cells named one by one.
    pub cells: Cells,
    /// The earlier paper it acts on; none when it acts on the scope itself.
    pub acts_on: Option<PaperId>,
    /// By when, as printed.
    pub comply_by: Option<PrintedDate>,
}

/// Whether and when a paper was entered on the docket. Entry starts appeal clocks and differs from the signing date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Entered {
    /// Not known.
    NotKnown,
    /// Entered on this date.
    On {
        /// The date on the docket.
        #[cfg_attr(feature = "wire", ts(type = "string"))]
        date: NaiveDate,
    },
    /// Sealed: does not show on the public docket; confirmed with the clerk.
    SealedConfirmed {
        /// The date the clerk gave for its entry.
        #[cfg_attr(feature = "wire", ts(type = "string"))]
        date: NaiveDate,
        /// Who confirmed it, how.
        with: String,
    },
}

impl Entered {
    /// The date of entry, if known.
    #[must_use]
    pub fn date(&self) -> Option<NaiveDate> {
        match self {
            Self::NotKnown => None,
            Self::On { date } | Self::SealedConfirmed { date, .. } => Some(*date),
        }
    }
}

/// Who signed, with which power. Judge is not judge (trap 3): 28 U.S.C. § 636.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum JudgeAuthority {
    /// Not known.
    NotKnown,
    /// A district judge.
    DistrictJudge,
    /// A court of appeals.
    AppellatePanel,
    /// A magistrate judge with the parties' consent, § 636(c).
    MagistrateWithConsent,
    /// A magistrate judge, consent not shown. Counsel says why it is taken as an order, or that a district judge adopted it.
    Magistrate {
        /// Counsel's reason; empty when none was given.
        #[serde(default)]
        counsel_reason: String,
    },
    /// An immigration judge, a state court, an agency: not a court of the United States for this purpose.
    NotAFederalCourt,
}

/// A court paper as recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CourtPaper {
    /// Its id.
    pub id: PaperId,
    /// What it is.
    pub kind: PaperKind,
    /// Its title, without names of users.
    #[serde(default)]
    pub title: String,
    /// Its number on the docket.
    #[serde(default)]
    pub entry_number: String,
    /// Who signed, with which power.
    pub judge: JudgeAuthority,
    /// Date signed.
    #[cfg_attr(feature = "wire", ts(type = "string | null"))]
    pub signed: Option<NaiveDate>,
    /// Whether and when it was entered.
    pub entered: Entered,
    /// When it reached us.
    pub served: Option<Moment>,
    /// The paper itself.
    pub document: Option<DocumentId>,
    /// What it does.
    pub effects: Vec<Effect>,
}

/// The points counsel answers on the paper before an order counts (legal-reference §3.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum OrderPoint {
    /// 1. The caption names a U.S. district court, one of the 94.
    DistrictCourt,
    /// 2. The recipient is named or bound.
    RecipientBound,
    /// 3. The docket number exists in that court.
    DocketMatches,
    /// 4. It is titled an order and orders; not proposed, not a recommendation.
    OperativeWords,
    /// 5. It identifies this demand.
    IdentifiesDemand,
    /// 6. What must be produced, and by when.
    ScopeAndDeadline,
    /// 7. Signed, with the judge's name and type; entered.
    SignedAndEntered,
    /// 8. CM/ECF stamp, where the copy is public. Helpful, easily forged.
    FilingStamp,
    /// 9. A seal is not required on an order (28 U.S.C. § 1691).
    Seal,
    /// 10. Statute and venue make sense.
    StatuteAndVenue,
    /// 11. Not stayed, appealed or superseded.
    NotStayed,
    /// 12. Any non-disclosure order attached has its own dates and scope.
    NonDisclosureAttached,
}

impl OrderPoint {
    /// All points, in order.
    pub const ALL: [Self; 12] = [
        Self::DistrictCourt,
        Self::RecipientBound,
        Self::DocketMatches,
        Self::OperativeWords,
        Self::IdentifiesDemand,
        Self::ScopeAndDeadline,
        Self::SignedAndEntered,
        Self::FilingStamp,
        Self::Seal,
        Self::StatuteAndVenue,
        Self::NotStayed,
        Self::NonDisclosureAttached,
    ];

    /// True for the points without which no order is taken as in force.
    #[must_use]
    pub fn is_gate(self) -> bool {
        !matches!(self, Self::FilingStamp | Self::Seal | Self::StatuteAndVenue | Self::NonDisclosureAttached)
    }
}

/// Counsel's answer to one point.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PointAnswer {
    /// The point.
    pub point: OrderPoint,
    /// True when it holds on the paper.
    pub holds: bool,
    /// A note.
    #[serde(default)]
    pub note: String,
}

/// Counsel's verification of one paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Verification {
    /// Counsel.
    pub by: PersonId,
    /// When.
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub at: Instant,
    /// The answers, point by point.
    pub points: Vec<PointAnswer>,
    /// Counsel's note.
    pub note: String,
}

/// A paper as folded, with its verification.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RecordedPaper {
    /// The paper, with the effects as verified once it is verified.
    pub paper: CourtPaper,
    /// Who recorded it.
    pub by: PersonId,
    /// When it was recorded.
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub recorded: Instant,
    /// Counsel's verification; none while claimed.
    pub verified: Option<Verification>,
    /// Set when counsel found, on the paper, that it is not what it was taken for.
    pub set_aside: Option<String>,
    /// The version that counsel verified last, while a correction of it waits for verification: it acts until then.
    #[cfg_attr(feature = "wire", ts(type = "RecordedPaper | null"))]
    pub standing: Option<Box<RecordedPaper>>,
}

impl RecordedPaper {
    /// The version that acts: this one once verified, else the one verified before it was corrected.
    #[must_use]
    pub fn acting(&self) -> Option<&Self> {
        if self.verified.is_some() { Some(self) } else { self.standing.as_deref() }
    }

    /// The day from which the paper acts: entered, else served, else the day it was recorded, in the court's district.
    #[must_use]
    pub fn effective(&self, court: &str) -> NaiveDate {
        self.paper
            .entered
            .date()
            .or_else(|| self.paper.served.map(|served| served.date()))
            .unwrap_or_else(|| court_days(court, self.recorded).0)
    }
}
