//! Rules for a demand's own steps.

use std::collections::BTreeSet;

use super::{Asked, Ruled, one};
use crate::act::Act;
use crate::demand::{Cells, Demand, DemandEntry, DemandFacts, LinkKind, NonDisclosure, NoticeDecision, Step};
use crate::entry::Entry;
use crate::ids::{DemandId, TargetId};
use crate::journal::Subject;
use crate::notice::has_silence;
use crate::people::Role;
use crate::problem::Problem;
use crate::proceeding::Effect;
use crate::time::is_plausible;

fn required(field: &str) -> Problem {
    Problem::Required { field: field.to_owned() }
}

/// The hard fields, and what cannot be.
fn check_facts(facts: &DemandFacts) -> Vec<Problem> {
    let mut problems = Vec::new();
    if facts.recipient.trim().is_empty() {
        problems.push(required("recipient"));
    }
    if facts.targets.is_empty() && !facts.no_target_stated {
        problems.push(required("targets"));
    }
    if !facts.targets.is_empty() && facts.no_target_stated {
        problems.push(Problem::Impossible { field: "noTargetStated".to_owned() });
    }
    if facts.targets.iter().any(|target| target.identifier.trim().is_empty()) {
        problems.push(required("targets"));
    }
    let ids: BTreeSet<TargetId> = facts.targets.iter().map(|target| target.id).collect();
    let named: BTreeSet<(&str, &str)> =
        facts.targets.iter().map(|target| (target.kind.trim(), target.identifier.trim())).collect();
    if ids.len() != facts.targets.len() || named.len() != facts.targets.len() {
        problems.push(Problem::Repeated { field: "targets".to_owned() });
    }
    let days = [
        (facts.issued, "issued"),
        (facts.served.map(|served| served.date()), "served"),
        (Some(facts.received.date()), "received"),
        (facts.return_date.as_ref().map(|printed| printed.date), "returnDate"),
        (facts.act_by, "actBy"),
        (facts.period_from, "periodFrom"),
        (facts.period_to, "periodTo"),
    ];
    for (_, field) in days.into_iter().filter(|(day, _)| day.is_some_and(|day| !is_plausible(day))) {
        problems.push(Problem::Impossible { field: field.to_owned() });
    }
    if let (Some(from), Some(to)) = (facts.period_from, facts.period_to)
        && from > to
    {
        problems.push(Problem::Impossible { field: "periodTo".to_owned() });
    }
    problems
}

/// Only counsel records an order or statute that forbids notice; others record what the paper asserts.
fn check_non_disclosure(asked: &Asked<'_>, before: Option<&NonDisclosure>, facts: &DemandFacts) -> Vec<Problem> {
    let binding =
        |standing: &NonDisclosure| matches!(standing, NonDisclosure::Ordered { .. } | NonDisclosure::Statutory { .. });
    let changes = before.is_none_or(|before| *before != facts.non_disclosure);
    let counsel_matter = binding(&facts.non_disclosure)
        || before.is_some_and(|before| binding(before) || matches!(before, NonDisclosure::Asserted { .. }));
    if changes && counsel_matter && !asked.is_counsel() {
        return vec![Problem::CounselRecordsNonDisclosure];
    }
    if let NonDisclosure::Ordered { court, start, end, .. } = &facts.non_disclosure {
        let reversed = start.zip(*end).is_some_and(|(start, end)| start > end);
        if court.trim().is_empty() {
            return vec![required("nonDisclosure.court")];
        }
        if reversed {
            return vec![Problem::Impossible { field: "nonDisclosure.end".to_owned() }];
        }
    }
    Vec::new()
}

pub(super) fn log(asked: &Asked<'_>, id: DemandId, facts: &DemandFacts) -> Ruled {
    if asked.view.demand(id).is_some() {
        return Err(vec![Problem::AlreadyDone]);
    }
    let mut problems = check_facts(facts);
    problems.extend(check_non_disclosure(asked, None, facts));
    if !problems.is_empty() {
        return Err(problems);
    }
    let logged =
        DemandEntry::DemandLogged { reference: asked.supplied.reference.clone(), facts: Box::new(facts.clone()) };
    // Receipt places the hold by itself: destroying what a demand concerns is the real risk (18 U.S.C. §§ 1505, 1519).
    let hold = DemandEntry::HoldPlaced { reason: "intake".to_owned() };
    let owner = DemandEntry::Assigned { owner: Some(asked.actor) };
    Ok(vec![(Subject::Demand(id), vec![Entry::Demand(logged), Entry::Demand(hold), Entry::Demand(owner)])])
}

pub(super) fn amend(asked: &Asked<'_>, id: DemandId, facts: &DemandFacts, reason: &str) -> Ruled {
    let demand = asked.demand(id, true)?;
    asked.reason(reason)?;
    let mut problems = check_facts(facts);
    problems.extend(check_non_disclosure(asked, demand.facts.as_ref().map(|before| &before.non_disclosure), facts));
    problems.extend(bound_by_order(asked, demand, facts));
    if !problems.is_empty() {
        return Err(problems);
    }
    if demand.facts.as_ref() == Some(facts) {
        return Err(vec![Problem::AlreadyDone]);
    }
    let amended = DemandEntry::DemandAmended { facts: Box::new(facts.clone()), reason: reason.to_owned() };
    one(Subject::Demand(id), Entry::Demand(amended))
}

/// What a verified paper was verified for stays named as it was.
fn bound_by_order(asked: &Asked<'_>, demand: &Demand, facts: &DemandFacts) -> Vec<Problem> {
    let Some(before) = &demand.facts else { return Vec::new() };
    let effects = |verified: bool| -> Vec<&Effect> {
        asked
            .view
            .proceedings
            .iter()
            .flat_map(|proceeding| &proceeding.papers)
            .filter(|recorded| recorded.set_aside.is_none() && recorded.verified.is_some() == verified)
            .filter(|recorded| verified || !recorded.paper.kind.is_request())
            .flat_map(|recorded| &recorded.paper.effects)
            .filter(|effect| effect.demand == demand.id)
            .collect()
    };
    let (verified, claimed) = (effects(true), effects(false));
    let mut problems = Vec::new();
    // A cell that a paper names stays a cell, claimed papers included: what restrains one category of an account would
    // else fall away when its records are sorted anew. Widening the demand is free.
    let after = facts.cells();
    let dropped = verified.iter().chain(&claimed).any(|effect| match &effect.cells {
        Cells::All => false,
        Cells::Some { cells } => cells.iter().any(|cell| !after.contains(cell)),
    });
    if dropped {
        problems.push(Problem::BoundByOrder { field: "records".to_owned() });
    }
    if verified.is_empty() {
        return problems;
    }
    if before.recipient.trim() != facts.recipient.trim() {
        problems.push(Problem::BoundByOrder { field: "recipient".to_owned() });
    }
    let renamed = before.targets.iter().any(|old| {
        let bound = before
            .cells()
            .into_iter()
            .filter(|cell| cell.target == Some(old.id))
            .any(|cell| verified.iter().any(|effect| effect.cells.covers(&cell)));
        let kept = facts
            .targets
            .iter()
            .any(|new| new.id == old.id && new.identifier == old.identifier && new.kind == old.kind);
        bound && !kept
    });
    if renamed {
        problems.push(Problem::BoundByOrder { field: "targets".to_owned() });
    }
    problems
}

/// The plain steps: one demand, one entry.
pub(super) fn step(asked: &Asked<'_>, act: &Act) -> Ruled {
    let Subject::Demand(id) = act.subject() else { return Err(vec![Problem::Unknown { field: "act".to_owned() }]) };
    // What happens outside does not ask whether the demand is closed: an order heard of late must be on record at once.
    let open = !matches!(
        act,
        Act::Reopen { .. }
            | Act::AddNote { .. }
            | Act::SetHold { .. }
            | Act::LinkDemand { .. }
            | Act::UnlinkDemand { .. }
            | Act::RecordDocketSearch { .. }
            | Act::AnswerClaim { .. }
            | Act::RecordWithdrawal { .. }
            | Act::RetractWithdrawal { .. }
            | Act::RecordUserChallenge { .. }
            | Act::ConfirmPreservation { .. }
            | Act::ConfirmNonDisclosureEnd { .. }
    );
    let demand = asked.demand(id, open)?;
    let entry = match act {
        Act::Assign { owner, .. } => {
            if owner.is_some_and(|owner| asked.view.people.person(owner).is_none_or(|person| person.removed)) {
                return Err(vec![Problem::Unknown { field: "owner".to_owned() }]);
            }
            DemandEntry::Assigned { owner: *owner }
        }
        Act::LinkDemand { link, .. } => {
            if link.demand == id || asked.view.demand(link.demand).is_none() {
                return Err(vec![Problem::Unknown { field: "link".to_owned() }]);
            }
            if demand.links.contains(link) {
                return Err(vec![Problem::AlreadyDone]);
            }
            DemandEntry::Linked { link: link.clone() }
        }
        Act::UnlinkDemand { link, reason, .. } => {
            asked.reason(reason)?;
            if !demand.links.contains(link) {
                return Err(vec![Problem::Unknown { field: "link".to_owned() }]);
            }
            DemandEntry::Unlinked { link: link.clone(), reason: reason.clone() }
        }
        Act::Triage { note, .. } => {
            confirmed(demand)?;
            DemandEntry::Triaged { note: note.clone() }
        }
        Act::SendToCounsel { note, .. } => DemandEntry::SentToCounsel { note: note.clone() },
        Act::ReturnToTriage { note, .. } => {
            asked.reason(note)?;
            if demand.step != Step::WithCounsel {
                return Err(vec![Problem::WrongStep { step: demand.step }]);
            }
            DemandEntry::ReturnedByCounsel { note: note.clone() }
        }
        Act::DecideCells { cells, decision, note, .. } => {
            confirmed(demand)?;
            if !demand.cells().iter().any(|cell| cells.covers(cell)) {
                return Err(vec![required("cells")]);
            }
            if decision.wants_disclosure() {
                asked.reason(note)?;
            }
            DemandEntry::CounselDecided { cells: cells.clone(), decision: *decision, note: note.clone() }
        }
        Act::RecordDocketSearch { search, .. } => {
            if let Some(proof) = search.proof {
                asked.knows(proof, "proof")?;
            }
            if demand.searches.iter().any(|made| made.search.id == search.id) {
                return Err(vec![Problem::AlreadyDone]);
            }
            DemandEntry::DocketSearched { search: search.clone() }
        }
        Act::AnswerClaim { search, reason, .. } => {
            asked.reason(reason)?;
            if !demand.searches.iter().any(|made| made.search.id == *search && made.is_open_claim()) {
                return Err(vec![Problem::Unknown { field: "search".to_owned() }]);
            }
            DemandEntry::ClaimAnswered { search: *search, reason: reason.clone() }
        }
        Act::RecordWithdrawal { document, note, .. } => {
            if let Some(document) = document {
                asked.knows(*document, "document")?;
            }
            DemandEntry::WithdrawnByAgency { document: *document, note: note.clone() }
        }
        Act::RetractWithdrawal { reason, .. } => {
            asked.reason(reason)?;
            if demand.withdrawn.is_none() {
                return Err(vec![Problem::Unknown { field: "withdrawal".to_owned() }]);
            }
            DemandEntry::WithdrawalRetracted { reason: reason.clone() }
        }
        Act::DecideNotice { target, decision, .. } => {
            known_target(demand, *target)?;
            match decision {
                NoticeDecision::Notify => {}
                NoticeDecision::Later { reason, .. } | NoticeDecision::No { reason } => asked.reason(reason)?,
            }
            DemandEntry::NoticeDecided { target: *target, decision: decision.clone(), as_counsel: asked.is_counsel() }
        }
        Act::RecordUserChallenge { target, challenge, .. } => {
            if target.is_some() {
                known_target(demand, *target)?;
            }
            if matches!(challenge, crate::demand::UserChallenge::Ended { .. }) {
                counsel_only(asked)?;
            }
            DemandEntry::UserChallenged { target: *target, challenge: challenge.clone() }
        }
        Act::ConfirmNonDisclosureEnd { note, .. } => {
            asked.reason(note)?;
            // The word is about an order on record: it cannot be given in store.
            if !has_silence(demand, &asked.view.proceedings) {
                return Err(vec![Problem::Impossible { field: "nonDisclosure".to_owned() }]);
            }
            DemandEntry::NonDisclosureEnded { note: note.clone() }
        }
        Act::SetHold { on, reason, .. } => {
            asked.reason(reason)?;
            // Anybody places it; lifting it lets data be destroyed (18 U.S.C. §§ 1505, 1519), which is for counsel.
            if !*on {
                counsel_only(asked)?;
            }
            if *on {
                DemandEntry::HoldPlaced { reason: reason.clone() }
            } else {
                DemandEntry::HoldLifted { reason: reason.clone() }
            }
        }
        Act::ConfirmPreservation { custodian, system, at, .. } => {
            if custodian.trim().is_empty() {
                return Err(vec![required("custodian")]);
            }
            DemandEntry::PreservationConfirmed { custodian: custodian.clone(), system: system.clone(), at: *at }
        }
        Act::AddNote { text, privileged, .. } => {
            asked.reason(text)?;
            DemandEntry::Noted { text: text.clone(), privileged: *privileged }
        }
        Act::Close { outcome, note, .. } => {
            let undecided =
                demand.notice_targets().iter().any(|target| !demand.notices.iter().any(|made| made.target == *target));
            // A duplicate's users are told by the demand that stays.
            let duplicate = *outcome == crate::demand::Outcome::Duplicate
                && demand.links.iter().any(|link| link.kind == LinkKind::Duplicate);
            if undecided && !duplicate {
                return Err(vec![Problem::NoticeUndecided]);
            }
            DemandEntry::Closed { outcome: *outcome, note: note.clone() }
        }
        Act::Reopen { reason, .. } => {
            asked.reason(reason)?;
            if demand.outcome.is_none() {
                return Err(vec![Problem::WrongStep { step: demand.step }]);
            }
            DemandEntry::Reopened { reason: reason.clone() }
        }
        _ => return Err(vec![Problem::Unknown { field: "act".to_owned() }]),
    };
    one(Subject::Demand(id), Entry::Demand(entry))
}

fn counsel_only(asked: &Asked<'_>) -> Result<(), Vec<Problem>> {
    if asked.is_counsel() {
        return Ok(());
    }
    let roles = vec![Role::Counsel];
    Err(vec![Problem::NotAllowed { who: asked.view.people.who_has(&roles), roles }])
}

fn confirmed(demand: &Demand) -> Result<(), Vec<Problem>> {
    let unconfirmed =
        demand.facts.as_ref().is_none_or(|facts| facts.instrument == crate::demand::Instrument::NotConfirmed);
    if unconfirmed { Err(vec![required("instrument")]) } else { Ok(()) }
}

/// The target named, or the one "none stated".
pub(super) fn known_target(demand: &Demand, target: Option<TargetId>) -> Result<(), Vec<Problem>> {
    if demand.notice_targets().contains(&target) {
        Ok(())
    } else {
        Err(vec![Problem::Unknown { field: "target".to_owned() }])
    }
}
