//! Rules for proceedings and court papers. Only counsel, by a signed act naming the paper, makes an effect verified.

use super::{Asked, Ruled, one};
use crate::demand::{Cells, DemandEntry};
use crate::docket::{DocketNumber, same_case};
use crate::entry::Entry;
use crate::ids::{DemandId, PaperId, ProceedingId};
use crate::journal::Subject;
use crate::people::Role;
use crate::problem::Problem;
use crate::proceeding::{
    CourtPaper, Effect, Entered, JudgeAuthority, OrderPoint, PointAnswer, ProceedingEntry, ProceedingKind, What,
};
use crate::time::{court_days, is_plausible, latest_day};

fn impossible(field: &str) -> Vec<Problem> {
    vec![Problem::Impossible { field: field.to_owned() }]
}

fn unknown(field: &str) -> Vec<Problem> {
    vec![Problem::Unknown { field: field.to_owned() }]
}

pub(super) fn open(
    asked: &Asked<'_>,
    id: ProceedingId,
    court: &str,
    docket: &str,
    kind: ProceedingKind,
    demands: &[DemandId],
) -> Ruled {
    if asked.view.proceedings.iter().any(|found| found.id == id && found.version > 0) {
        return Err(vec![Problem::AlreadyDone]);
    }
    if !asked.supplied.is_district_court {
        return Err(vec![Problem::NotADistrictCourt]);
    }
    if demands.is_empty() {
        return Err(vec![Problem::Required { field: "demands".to_owned() }]);
    }
    if demands.iter().collect::<std::collections::BTreeSet<_>>().len() != demands.len() {
        return Err(vec![Problem::Repeated { field: "demands".to_owned() }]);
    }
    // Kept as printed, never refused for its form (trap 17); empty is not a number.
    let docket = DocketNumber::new(docket);
    if docket.is_blank() {
        return Err(vec![Problem::Required { field: "docket".to_owned() }]);
    }
    let twice = asked
        .view
        .proceedings
        .iter()
        .any(|found| found.court == court && found.docket.as_ref().is_some_and(|known| same_case(known, &docket)));
    if twice {
        return Err(vec![Problem::Repeated { field: "docket".to_owned() }]);
    }
    let mut writes = vec![(
        Subject::Proceeding(id),
        vec![Entry::Proceeding(ProceedingEntry::ProceedingOpened {
            court: court.to_owned(),
            docket,
            kind,
            demands: demands.to_vec(),
        })],
    )];
    for demand in demands {
        asked.demand(*demand, false)?;
        writes.push((Subject::Demand(*demand), vec![Entry::Demand(DemandEntry::ProceedingLinked { proceeding: id })]));
    }
    Ok(writes)
}

pub(super) fn join(asked: &Asked<'_>, id: ProceedingId, demand: DemandId) -> Ruled {
    let proceeding = asked.proceeding(id)?;
    asked.demand(demand, false)?;
    if proceeding.demands.contains(&demand) {
        return Err(vec![Problem::AlreadyDone]);
    }
    Ok(vec![
        (Subject::Proceeding(id), vec![Entry::Proceeding(ProceedingEntry::DemandJoined { demand })]),
        (Subject::Demand(demand), vec![Entry::Demand(DemandEntry::ProceedingLinked { proceeding: id })]),
    ])
}

/// Takes a demand out of a proceeding it was joined to by mistake. What papers are recorded as doing to it is corrected
/// first, in the open; and the docket itself never goes without a demand, or nobody would find it again.
pub(super) fn leave(asked: &Asked<'_>, id: ProceedingId, demand: DemandId, reason: &str) -> Ruled {
    asked.reason(reason)?;
    let proceeding = asked.proceeding(id)?;
    asked.demand(demand, false)?;
    if !proceeding.demands.contains(&demand) {
        return Err(unknown("demand"));
    }
    let acts = |recorded: &crate::proceeding::RecordedPaper| {
        recorded.set_aside.is_none() && recorded.paper.effects.iter().any(|effect| effect.demand == demand)
    };
    if proceeding.papers.iter().any(acts) {
        return Err(vec![Problem::PapersActOnIt]);
    }
    if proceeding.demands.len() == 1 {
        return Err(vec![Problem::OnlyDemandOfDocket]);
    }
    let reason = reason.to_owned();
    Ok(vec![
        (
            Subject::Proceeding(id),
            vec![Entry::Proceeding(ProceedingEntry::DemandLeft { demand, reason: reason.clone() })],
        ),
        (Subject::Demand(demand), vec![Entry::Demand(DemandEntry::ProceedingUnlinked { proceeding: id, reason })]),
    ])
}

/// The effects name demands of this proceeding, cells of those demands, and papers on this register's dockets.
fn check_effects(asked: &Asked<'_>, id: ProceedingId, paper: PaperId, effects: &[Effect]) -> Result<(), Vec<Problem>> {
    let proceeding = asked.proceeding(id)?;
    for effect in effects {
        if !proceeding.demands.contains(&effect.demand) {
            return Err(unknown("effects.demand"));
        }
        let demand = asked.demand(effect.demand, false)?;
        if let Cells::Some { cells } = &effect.cells {
            let known = demand.cells();
            if cells.is_empty() || cells.iter().any(|cell| !known.contains(cell)) {
                return Err(unknown("effects.cells"));
            }
        }
        let names_known = effect.acts_on.is_none_or(|named| {
            named != paper && asked.view.proceedings.iter().any(|found| found.paper(named).is_some())
        });
        if !names_known {
            return Err(unknown("effects.actsOn"));
        }
        if effect.comply_by.as_ref().is_some_and(|by| !is_plausible(by.date)) {
            return Err(impossible("effects.complyBy"));
        }
    }
    Ok(())
}

pub(super) fn record(asked: &Asked<'_>, id: ProceedingId, paper: &CourtPaper) -> Ruled {
    let proceeding = asked.proceeding(id)?;
    if let Some(known) = proceeding.paper(paper.id) {
        // Recorded again, a paper is corrected (a wrong date of entry, the judge): counsel's to do, since what it says may
        // be a stay. It then waits for verification again. What it is and what it does is not corrected in passing: that
        // is said by verifying it, or by setting it aside with a reason.
        let same = known.paper.kind == paper.kind && known.paper.effects == paper.effects;
        if !asked.is_counsel() || known.set_aside.is_some() || !same || known.paper == *paper {
            return Err(vec![Problem::AlreadyDone]);
        }
    } else if asked.view.proceedings.iter().any(|other| other.paper(paper.id).is_some()) {
        return Err(vec![Problem::Repeated { field: "paper".to_owned() }]);
    }
    if matches!(&paper.judge, JudgeAuthority::Magistrate { counsel_reason } if !counsel_reason.trim().is_empty())
        && !asked.is_counsel()
    {
        let roles = vec![Role::Counsel];
        return Err(vec![Problem::NotAllowed { who: asked.view.people.who_has(&roles), roles }]);
    }
    if let Some(document) = paper.document {
        asked.knows(document, "document")?;
    }
    check_effects(asked, id, paper.id, &paper.effects)?;
    let reversed = paper.signed.zip(paper.entered.date()).is_some_and(|(signed, entered)| entered < signed);
    let days = [paper.signed, paper.entered.date(), paper.served.map(|served| served.date())];
    if reversed || days.into_iter().flatten().any(|day| !is_plausible(day)) {
        return Err(impossible("entered"));
    }
    // The clerk's day is the court's own: a lift entered tomorrow there would free today.
    if paper.entered.date().is_some_and(|entered| entered > court_days(&proceeding.court, asked.now).1) {
        return Err(vec![Problem::InFuture { field: "entered".to_owned() }]);
    }
    // A paper acts from the day it reached us where its entry is not known: that day cannot lie ahead, or a stay would wait.
    if paper.served.is_some_and(|served| served.date() > latest_day(asked.now)) {
        return Err(vec![Problem::InFuture { field: "served".to_owned() }]);
    }
    one(
        Subject::Proceeding(id),
        Entry::Proceeding(ProceedingEntry::CourtPaperRecorded { paper: Box::new(paper.clone()) }),
    )
}

pub(super) fn verify(
    asked: &Asked<'_>,
    id: ProceedingId,
    paper: PaperId,
    effects: &[Effect],
    points: &[PointAnswer],
    note: &str,
) -> Ruled {
    let proceeding = asked.proceeding(id)?;
    let recorded = proceeding.paper(paper).ok_or_else(|| unknown("paper"))?;
    if recorded.set_aside.is_some() {
        return Err(vec![Problem::AlreadyDone]);
    }
    check_effects(asked, id, paper, effects)?;
    if recorded.verified.is_some() {
        // A second verification corrects the first: it says why.
        asked.reason(note)?;
    }
    let mut problems = Vec::new();
    if effects.is_empty() {
        problems.push(Problem::Required { field: "effects".to_owned() });
    } else if !recorded.paper.kind.can_rule() && effects.iter().all(|effect| effect.what == What::Pending) {
        // Counsel's answer to a paper that was taken for an order and only asks or recommends: it claims nothing more.
        asked.reason(note)?;
        return verified(id, paper, effects, points, note);
    }
    // What a ruling acts on is a ruling: a stay that names the motion for it would stay nothing.
    let rules = |named: PaperId| {
        asked
            .view
            .proceedings
            .iter()
            .find_map(|found| found.paper(named))
            .is_some_and(|named| named.paper.kind.can_rule())
    };
    if effects.iter().any(|effect| effect.what != What::Pending && effect.acts_on.is_some_and(|named| !rules(named))) {
        problems.push(Problem::Impossible { field: "effects.actsOn".to_owned() });
    }
    if !recorded.paper.kind.can_rule() {
        problems.push(Problem::PaperCannotOrder);
    }
    // The paper itself, always: a docket number is not enough.
    if recorded.paper.document.is_none() {
        problems.push(Problem::PaperNotAttached);
    }
    if matches!(recorded.paper.entered, Entered::NotKnown) {
        problems.push(Problem::NotEntered);
    }
    if !judge_may_order(&recorded.paper.judge) {
        problems.push(Problem::JudgePowerNotShown);
    }
    if effects.iter().any(|effect| effect.what == What::Produce && matches!(effect.cells, Cells::All)) {
        problems.push(Problem::CellsNotNamed);
    }
    problems.extend(unheld_points(effects, points));
    if !problems.is_empty() {
        return Err(problems);
    }
    verified(id, paper, effects, points, note)
}

fn verified(id: ProceedingId, paper: PaperId, effects: &[Effect], points: &[PointAnswer], note: &str) -> Ruled {
    one(
        Subject::Proceeding(id),
        Entry::Proceeding(ProceedingEntry::OrderVerified {
            paper,
            effects: effects.to_vec(),
            points: points.to_vec(),
            note: note.to_owned(),
        }),
    )
}

/// A district judge or an appellate panel may; a magistrate judge with consent under § 636(c) may; without it only where
/// counsel says why (courts differ on whether enforcement is dispositive). An immigration judge or a state court never.
fn judge_may_order(judge: &JudgeAuthority) -> bool {
    match judge {
        JudgeAuthority::DistrictJudge | JudgeAuthority::AppellatePanel | JudgeAuthority::MagistrateWithConsent => true,
        JudgeAuthority::Magistrate { counsel_reason } => !counsel_reason.trim().is_empty(),
        JudgeAuthority::NotKnown | JudgeAuthority::NotAFederalCourt => false,
    }
}

/// The gate points that do not hold, were not answered, or were answered both ways. A paper that produces nothing needs the points of a paper of a
/// court, not those about scope and about being un-stayed.
fn unheld_points(effects: &[Effect], points: &[PointAnswer]) -> Vec<Problem> {
    let produces = effects.iter().any(|effect| effect.what == What::Produce);
    OrderPoint::ALL
        .into_iter()
        .filter(|point| point.is_gate())
        .filter(|point| produces || !matches!(point, OrderPoint::ScopeAndDeadline | OrderPoint::NotStayed))
        .filter(|point| {
            let mut answers = points.iter().filter(|answer| answer.point == *point).peekable();
            answers.peek().is_none() || answers.any(|answer| !answer.holds)
        })
        .map(|point| Problem::PointNotHeld { point })
        .collect()
}

pub(super) fn set_aside(asked: &Asked<'_>, id: ProceedingId, paper: PaperId, reason: &str) -> Ruled {
    asked.reason(reason)?;
    let recorded = asked.proceeding(id)?.paper(paper).ok_or_else(|| unknown("paper"))?;
    if recorded.set_aside.is_some() {
        return Err(vec![Problem::AlreadyDone]);
    }
    one(Subject::Proceeding(id), Entry::Proceeding(ProceedingEntry::PaperSetAside { paper, reason: reason.to_owned() }))
}

pub(super) fn end(asked: &Asked<'_>, id: ProceedingId, note: &str) -> Ruled {
    asked.reason(note)?;
    if asked.proceeding(id)?.ended {
        return Err(vec![Problem::AlreadyDone]);
    }
    one(Subject::Proceeding(id), Entry::Proceeding(ProceedingEntry::ProceedingEnded { note: note.to_owned() }))
}
