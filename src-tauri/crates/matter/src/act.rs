//! Acts: what a person asks the desk to do. One list; every host sends the same.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::demand::{
    Cells, Decision, DemandFacts, Disclosure, DocketSearch, Link, NoticeDecision, OtherBasis, Outcome, UserChallenge,
};
use crate::ids::{DemandId, DocumentId, LetterId, PaperId, PersonId, ProceedingId, SearchId, TargetId};
use crate::journal::{Digest, Subject};
use crate::letter::{LetterKind, SendingChannel, TemplateVersion};
use crate::people::Role;
use crate::policy::Settings;
use crate::proceeding::{CourtPaper, Effect, PointAnswer, ProceedingKind};
use crate::time::{Instant, Moment};

/// What a person asks for. New ids in it are made by the asker (UUID), so that a retry names the same thing.
#[expect(missing_docs, reason = "each field carries the word of the act it belongs to")]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Act {
    /// Log a demand.
    LogDemand { demand: DemandId, facts: Box<DemandFacts> },
    /// Change its facts, with a reason.
    AmendDemand { demand: DemandId, facts: Box<DemandFacts>, reason: String },
    /// Give it to an owner, or to nobody.
    Assign { demand: DemandId, owner: Option<PersonId> },
    /// Link it to another demand.
    LinkDemand { demand: DemandId, link: Link },
    /// Take back a link that was set on the wrong demand.
    UnlinkDemand { demand: DemandId, link: Link, reason: String },
    /// Triage is done; counsel is not needed yet.
    Triage { demand: DemandId, note: String },
    /// Send to counsel.
    SendToCounsel { demand: DemandId, note: String },
    /// Counsel sends it back.
    ReturnToTriage { demand: DemandId, note: String },
    /// Counsel decides for cells.
    DecideCells { demand: DemandId, cells: Cells, decision: Decision, note: String },
    /// Record a docket search.
    RecordDocketSearch { demand: DemandId, search: DocketSearch },
    /// Counsel answers a claimed order that no paper backs.
    AnswerClaim { demand: DemandId, search: SearchId, reason: String },
    /// Open a proceeding for demands.
    OpenProceeding {
        proceeding: ProceedingId,
        court: String,
        docket: String,
        kind: ProceedingKind,
        demands: Vec<DemandId>,
    },
    /// A proceeding concerns one more demand.
    JoinDemand { proceeding: ProceedingId, demand: DemandId },
    /// A proceeding does not concern a demand that was joined by mistake.
    LeaveProceeding { proceeding: ProceedingId, demand: DemandId, reason: String },
    /// Record a court paper. What it orders is claimed until counsel verifies it.
    RecordCourtPaper { proceeding: ProceedingId, paper: Box<CourtPaper> },
    /// Counsel verifies a paper.
    VerifyPaper {
        proceeding: ProceedingId,
        paper: PaperId,
        effects: Vec<Effect>,
        points: Vec<PointAnswer>,
        note: String,
    },
    /// Counsel sets aside a paper that is not what it was taken for.
    SetPaperAside { proceeding: ProceedingId, paper: PaperId, reason: String },
    /// A proceeding ended without a ruling.
    EndProceeding { proceeding: ProceedingId, note: String },
    /// The agency withdrew the demand.
    RecordWithdrawal { demand: DemandId, document: Option<DocumentId>, note: String },
    /// Take back a withdrawal that was recorded by mistake.
    RetractWithdrawal { demand: DemandId, reason: String },
    /// Decide whether a user is told.
    DecideNotice { demand: DemandId, target: Option<TargetId>, decision: NoticeDecision },
    /// A user said they will challenge, or the challenge ended.
    RecordUserChallenge { demand: DemandId, target: Option<TargetId>, challenge: UserChallenge },
    /// Counsel confirms that a non-disclosure order ended without extension.
    ConfirmNonDisclosureEnd { demand: DemandId, note: String },
    /// Sign a ground other than an order.
    SignBasis { demand: DemandId, cells: Cells, basis: OtherBasis, reason: String },
    /// Counsel's signed reason in a conflict of duties.
    ResolveConflict { demand: DemandId, cells: Cells, reason: String },
    /// Record a disclosure through the gate.
    Disclose { demand: DemandId, disclosure: Disclosure },
    /// Record a disclosure made outside the gate.
    RecordIncident { demand: DemandId, disclosure: Disclosure, note: String },
    /// Place or lift a hold.
    SetHold { demand: DemandId, on: bool, reason: String },
    /// Record that a custodian preserved data.
    ConfirmPreservation { demand: DemandId, custodian: String, system: String, at: Moment },
    /// Add a note.
    AddNote { demand: DemandId, text: String, privileged: bool },
    /// Close.
    Close { demand: DemandId, outcome: Outcome, note: String },
    /// Open again.
    Reopen { demand: DemandId, reason: String },
    /// Draft a letter.
    DraftLetter { letter: LetterId, demand: DemandId, target: Option<TargetId>, kind: LetterKind, language: String },
    /// Counsel approves a letter.
    ApproveLetter { letter: LetterId },
    /// Mark a letter as sent, with proof.
    MarkLetterSent { letter: LetterId, sent: Moment, channel: SendingChannel, address: String, proof: DocumentId },
    /// A letter bounced.
    RecordBounce { letter: LetterId, note: String },
    /// Set a letter aside.
    SetLetterAside { letter: LetterId, reason: String },
    /// Change policy.
    SetPolicy { settings: Settings, reason: String },
    /// Set a person's roles.
    SetRoles { person: PersonId, roles: Vec<Role> },
    /// Change the name a person is shown by.
    RenamePerson { person: PersonId, name: String },
}

/// Facts that an act needs and that only the desk can supply: made by the program, never by the asker.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Supplied {
    /// The next free reference (2026-0003).
    pub reference: String,
    /// The wording a letter is made from.
    pub template: Option<TemplateVersion>,
    /// The approved PDF, already kept, with the digest of the letter's text and its as-of time.
    pub rendered: Option<(DocumentId, Digest, Instant)>,
    /// The digest of the letter's text as it would be made from the facts now, as of the approved time.
    pub text_now: Option<Digest>,
    /// Whether the document named in the act lies in the register.
    pub known_documents: Vec<DocumentId>,
    /// The zones of the courts of the demand's proceedings.
    pub court_zones: Vec<chrono_tz::Tz>,
    /// The ids of the 94 district courts.
    pub is_district_court: bool,
}

impl Act {
    /// The subject this act is about, for refusals and for checking what the asker had seen.
    #[must_use]
    pub fn subject(&self) -> Subject {
        match self {
            Self::LogDemand { demand, .. }
            | Self::AmendDemand { demand, .. }
            | Self::Assign { demand, .. }
            | Self::LinkDemand { demand, .. }
            | Self::UnlinkDemand { demand, .. }
            | Self::Triage { demand, .. }
            | Self::SendToCounsel { demand, .. }
            | Self::ReturnToTriage { demand, .. }
            | Self::DecideCells { demand, .. }
            | Self::RecordDocketSearch { demand, .. }
            | Self::AnswerClaim { demand, .. }
            | Self::RecordWithdrawal { demand, .. }
            | Self::RetractWithdrawal { demand, .. }
            | Self::DecideNotice { demand, .. }
            | Self::RecordUserChallenge { demand, .. }
            | Self::ConfirmNonDisclosureEnd { demand, .. }
            | Self::SignBasis { demand, .. }
            | Self::ResolveConflict { demand, .. }
            | Self::Disclose { demand, .. }
            | Self::RecordIncident { demand, .. }
            | Self::SetHold { demand, .. }
            | Self::ConfirmPreservation { demand, .. }
            | Self::AddNote { demand, .. }
            | Self::Close { demand, .. }
            | Self::Reopen { demand, .. } => Subject::Demand(*demand),
            Self::OpenProceeding { proceeding, .. }
            | Self::JoinDemand { proceeding, .. }
            | Self::LeaveProceeding { proceeding, .. }
            | Self::RecordCourtPaper { proceeding, .. }
            | Self::VerifyPaper { proceeding, .. }
            | Self::SetPaperAside { proceeding, .. }
            | Self::EndProceeding { proceeding, .. } => Subject::Proceeding(*proceeding),
            Self::DraftLetter { letter, .. }
            | Self::ApproveLetter { letter }
            | Self::MarkLetterSent { letter, .. }
            | Self::RecordBounce { letter, .. }
            | Self::SetLetterAside { letter, .. } => Subject::Letter(*letter),
            Self::SetPolicy { .. } => Subject::Policy,
            Self::SetRoles { .. } | Self::RenamePerson { .. } => Subject::People,
        }
    }

    /// The act's name on the wire (`logDemand`).
    #[must_use]
    pub fn name(&self) -> String {
        serde_json::to_value(self)
            .ok()
            .and_then(|value| value.get("type").and_then(|name| name.as_str().map(str::to_owned)))
            .unwrap_or_default()
    }

    /// The day the act says something happened on, to be checked against the present.
    #[must_use]
    pub fn claimed_day(&self) -> Option<(NaiveDate, &'static str)> {
        match self {
            Self::LogDemand { facts, .. } | Self::AmendDemand { facts, .. } => {
                Some((facts.received.date(), "received"))
            }
            Self::RecordDocketSearch { search, .. } => Some((search.searched.date(), "searched")),
            Self::MarkLetterSent { sent, .. } => Some((sent.date(), "sent")),
            Self::Disclose { disclosure, .. } | Self::RecordIncident { disclosure, .. } => {
                Some((disclosure.disclosed.date(), "disclosed"))
            }
            Self::RecordCourtPaper { paper, .. } => paper.entered.date().map(|date| (date, "entered")),
            _ => None,
        }
    }
}
