//! Who may do what: one table, the same in the program and in the documents.

use super::Role;
use crate::act::Act;
use Role::{Administrator, Counsel, Letters, Records, Triage};

/// The roles that may perform an act; any one of them is enough.
#[must_use]
pub fn roles_for(act: &Act) -> &'static [Role] {
    match act {
        Act::LogDemand { .. }
        | Act::AmendDemand { .. }
        | Act::Assign { .. }
        | Act::LinkDemand { .. }
        | Act::UnlinkDemand { .. }
        | Act::Triage { .. }
        | Act::SendToCounsel { .. }
        | Act::RecordDocketSearch { .. }
        | Act::OpenProceeding { .. }
        | Act::JoinDemand { .. }
        | Act::RecordCourtPaper { .. }
        | Act::RecordUserChallenge { .. }
        | Act::RecordWithdrawal { .. }
        | Act::RetractWithdrawal { .. }
        | Act::DecideNotice { .. }
        | Act::Close { .. }
        | Act::Reopen { .. } => &[Triage, Counsel],
        Act::AddNote { .. } | Act::RecordIncident { .. } => &[Triage, Counsel, Letters, Records, Administrator],
        Act::ReturnToTriage { .. }
        | Act::DecideCells { .. }
        | Act::AnswerClaim { .. }
        | Act::VerifyPaper { .. }
        | Act::SetPaperAside { .. }
        | Act::LeaveProceeding { .. }
        | Act::EndProceeding { .. }
        | Act::ConfirmNonDisclosureEnd { .. }
        | Act::ResolveConflict { .. }
        | Act::ApproveLetter { .. } => &[Counsel],
        Act::SignBasis { .. } | Act::Disclose { .. } => &[Counsel, Records],
        Act::SetHold { .. } | Act::ConfirmPreservation { .. } => &[Triage, Counsel, Records],
        Act::DraftLetter { .. }
        | Act::MarkLetterSent { .. }
        | Act::RecordBounce { .. }
        | Act::SetLetterAside { .. } => &[Triage, Counsel, Letters],
        Act::SetPolicy { .. } => &[Counsel, Administrator],
        Act::SetRoles { .. } => &[Administrator, Counsel],
        Act::RenamePerson { .. } => &[Administrator],
    }
}
