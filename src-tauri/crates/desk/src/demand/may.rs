//! Which acts the person here may perform, by name: a window shows what it would otherwise offer in vain.

use chrono_tz::UTC;
use matter::act::Act;
use matter::demand::{
    Cells, Channel, Decision, DemandFacts, Disclosure, DocketSearch, Instrument, Link, LinkKind, NonDisclosure,
    NoticeDecision, Official, OtherBasis, Outcome, SearchPlace, SearchResult, UserChallenge,
};
use matter::ids::{DemandId, DisclosureId, DocumentId, LetterId, PaperId, PersonId, ProceedingId, SearchId};
use matter::letter::{LetterKind, SendingChannel};
use matter::people::{People, roles_for};
use matter::policy::Settings;
use matter::proceeding::{CourtPaper, Entered, JudgeAuthority, PaperKind, ProceedingKind};
use matter::time::{Instant, Moment};

/// The names of the acts that this person's roles allow.
pub(super) fn may(people: &People, person: PersonId) -> Vec<String> {
    specimens().iter().filter(|act| people.has_any(person, roles_for(act))).map(Act::name).collect()
}

const NIL: uuid::Uuid = uuid::Uuid::nil();

fn never() -> Moment {
    Moment { at: Instant::UNIX_EPOCH, zone: UTC }
}

fn facts() -> Box<DemandFacts> {
    Box::new(DemandFacts {
        instrument: Instrument::NotConfirmed,
        authority: String::new(),
        purpose: String::new(),
        component: None,
        office: String::new(),
        issuing_official: Official::default(),
        point_of_contact: Official::default(),
        server: Official::default(),
        numbers: Vec::new(),
        issued: None,
        served: None,
        received: never(),
        return_date: None,
        return_place: String::new(),
        channel: Channel::Other,
        recipient: String::new(),
        rider: false,
        non_disclosure: NonDisclosure::None,
        targets: Vec::new(),
        no_target_stated: true,
        records: Vec::new(),
        period_from: None,
        period_to: None,
        act_by: None,
        note: String::new(),
    })
}

/// One act of each kind. Only their kinds matter; the test below fails when one is forgotten.
fn specimens() -> Vec<Act> {
    [about_a_demand(), about_counsel(), about_a_court(), about_letters_and_people()].concat()
}

fn about_a_demand() -> Vec<Act> {
    let demand = DemandId(NIL);
    let none = String::new;
    let search = DocketSearch {
        id: SearchId(NIL),
        searched: never(),
        place: SearchPlace::Other,
        court: none(),
        terms: none(),
        result: SearchResult::NoneFound,
        docket: none(),
        claimed_comply_by: None,
        proof: None,
        note: none(),
    };
    let link = Link { kind: LinkKind::Duplicate, demand };
    vec![
        Act::LogDemand { demand, facts: facts() },
        Act::AmendDemand { demand, facts: facts(), reason: none() },
        Act::Assign { demand, owner: None },
        Act::LinkDemand { demand, link: link.clone() },
        Act::UnlinkDemand { demand, link, reason: none() },
        Act::Triage { demand, note: none() },
        Act::SendToCounsel { demand, note: none() },
        Act::RecordDocketSearch { demand, search },
        Act::RecordWithdrawal { demand, document: None::<DocumentId>, note: none() },
        Act::RetractWithdrawal { demand, reason: none() },
        Act::DecideNotice { demand, target: None, decision: NoticeDecision::Notify },
        Act::RecordUserChallenge { demand, target: None, challenge: UserChallenge::Stated { note: none() } },
        Act::AddNote { demand, text: none(), privileged: false },
        Act::SetHold { demand, on: true, reason: none() },
        Act::ConfirmPreservation { demand, custodian: none(), system: none(), at: never() },
        Act::Close { demand, outcome: Outcome::Objected, note: none() },
        Act::Reopen { demand, reason: none() },
    ]
}

fn about_counsel() -> Vec<Act> {
    let demand = DemandId(NIL);
    let none = String::new;
    let disclosure = Disclosure {
        id: DisclosureId(NIL),
        cells: Vec::new(),
        what: none(),
        to: none(),
        disclosed: never(),
        documents: Vec::new(),
    };
    let exception = OtherBasis::Exception { ground: none() };
    vec![
        Act::ReturnToTriage { demand, note: none() },
        Act::DecideCells { demand, cells: Cells::All, decision: Decision::Object, note: none() },
        Act::AnswerClaim { demand, search: SearchId(NIL), reason: none() },
        Act::ConfirmNonDisclosureEnd { demand, note: none() },
        Act::SignBasis { demand, cells: Cells::All, basis: exception, reason: none() },
        Act::ResolveConflict { demand, cells: Cells::All, reason: none() },
        Act::Disclose { demand, disclosure: disclosure.clone() },
        Act::RecordIncident { demand, disclosure, note: none() },
    ]
}

fn about_a_court() -> Vec<Act> {
    let (demand, proceeding, paper) = (DemandId(NIL), ProceedingId(NIL), PaperId(NIL));
    let none = String::new;
    let recorded = CourtPaper {
        id: paper,
        kind: PaperKind::OtherPaper,
        title: none(),
        entry_number: none(),
        judge: JudgeAuthority::NotKnown,
        signed: None,
        entered: Entered::NotKnown,
        served: None,
        document: None,
        effects: Vec::new(),
    };
    let (court, docket, kind) = (none(), none(), ProceedingKind::Enforcement);
    vec![
        Act::OpenProceeding { proceeding, court, docket, kind, demands: Vec::new() },
        Act::JoinDemand { proceeding, demand },
        Act::LeaveProceeding { proceeding, demand, reason: none() },
        Act::RecordCourtPaper { proceeding, paper: Box::new(recorded) },
        Act::VerifyPaper { proceeding, paper, effects: Vec::new(), points: Vec::new(), note: none() },
        Act::SetPaperAside { proceeding, paper, reason: none() },
        Act::EndProceeding { proceeding, note: none() },
    ]
}

fn about_letters_and_people() -> Vec<Act> {
    let (letter, demand, person) = (LetterId(NIL), DemandId(NIL), PersonId(NIL));
    let none = String::new;
    let channel = SendingChannel::Other;
    vec![
        Act::DraftLetter { letter, demand, target: None, kind: LetterKind::UserNotice, language: none() },
        Act::ApproveLetter { letter },
        Act::MarkLetterSent { letter, sent: never(), channel, address: none(), proof: DocumentId(NIL) },
        Act::RecordBounce { letter, note: none() },
        Act::SetLetterAside { letter, reason: none() },
        Act::SetPolicy { settings: Settings::default(), reason: none() },
        Act::SetRoles { person, roles: Vec::new() },
        Act::RenamePerson { person, name: none() },
    ]
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    /// The names of all acts, as serde gives them when it meets one it does not know.
    #[test]
    fn no_kind_of_act_is_forgotten() {
        let unknown = serde_json::from_str::<super::Act>(r#"{"type":"?"}"#).unwrap_err().to_string();
        let known: BTreeSet<&str> = unknown.split('`').skip(3).step_by(2).collect();
        let shown: Vec<String> = super::specimens().iter().map(super::Act::name).collect();
        assert!(known.len() > 30, "{unknown}");
        assert_eq!(shown.iter().map(String::as_str).collect::<BTreeSet<_>>(), known);
    }
}
