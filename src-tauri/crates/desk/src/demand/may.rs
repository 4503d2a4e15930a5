//! Which acts the person here may perform, by name: a window shows what it would otherwise offer in vain.

use matter::act::Act;
use matter::demand::{Cells, Decision, Outcome};
use matter::ids::{DemandId, DocumentId, LetterId, PaperId, PersonId, ProceedingId};
use matter::people::{People, roles_for};

/// The names of the acts about a demand that this person's roles allow.
pub(super) fn may(people: &People, person: PersonId) -> Vec<String> {
    specimens().iter().filter(|act| people.has_any(person, roles_for(act))).map(Act::name).collect()
}

/// One act of each kind that a demand's screens offer. Only their kinds matter.
fn specimens() -> Vec<Act> {
    let demand = DemandId(uuid::Uuid::nil());
    let (proceeding, paper) = (ProceedingId(uuid::Uuid::nil()), PaperId(uuid::Uuid::nil()));
    let letter = LetterId(uuid::Uuid::nil());
    let none = String::new;
    vec![
        Act::Assign { demand, owner: None },
        Act::Triage { demand, note: none() },
        Act::SendToCounsel { demand, note: none() },
        Act::ReturnToTriage { demand, note: none() },
        Act::DecideCells { demand, cells: Cells::All, decision: Decision::Object, note: none() },
        Act::AddNote { demand, text: none(), privileged: false },
        Act::Close { demand, outcome: Outcome::Objected, note: none() },
        Act::Reopen { demand, reason: none() },
        Act::SetHold { demand, on: true, reason: none() },
        Act::RecordWithdrawal { demand, document: None::<DocumentId>, note: none() },
        Act::ConfirmNonDisclosureEnd { demand, note: none() },
        Act::ResolveConflict { demand, cells: Cells::All, reason: none() },
        Act::VerifyPaper { proceeding, paper, effects: Vec::new(), points: Vec::new(), note: none() },
        Act::SetPaperAside { proceeding, paper, reason: none() },
        Act::EndProceeding { proceeding, note: none() },
        Act::JoinDemand { proceeding, demand },
        Act::ApproveLetter { letter },
        Act::RecordBounce { letter, note: none() },
        Act::SetLetterAside { letter, reason: none() },
    ]
}
