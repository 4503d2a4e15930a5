//! Rules for proceedings and court papers. Only counsel, by a signed act naming the paper, makes an effect verified.

use super::{Asked, Ruled, one};
use crate::demand::{Cells, DemandEntry};
use crate::docket::{DocketNumber, same_case};
use crate::entry::Entry;
use crate::ids::{DemandId, PaperId, ProceedingId};
use crate::journal::Subject;
use crate::problem::Problem;
use crate::proceeding::{
    CourtPaper, Effect, Entered, JudgeAuthority, OrderPoint, PointAnswer, ProceedingEntry, ProceedingKind, What,
};

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
        writes.push((
            Subject::Demand(*demand),
            vec![Entry::Demand(DemandEntry::ProceedingLinked { proceeding: id })],
        ));
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
    }
    Ok(())
}

pub(super) fn record(asked: &Asked<'_>, id: ProceedingId, paper: &CourtPaper) -> Ruled {
    let proceeding = asked.proceeding(id)?;
    if proceeding.paper(paper.id).is_some() {
        return Err(vec![Problem::AlreadyDone]);
    }
    if let Some(document) = paper.document {
        asked.knows(document, "document")?;
    }
    check_effects(asked, id, paper.id, &paper.effects)?;
    let reversed = paper.signed.zip(paper.entered.date()).is_some_and(|(signed, entered)| entered < signed);
    if reversed {
        return Err(vec![Problem::Impossible { field: "entered".to_owned() }]);
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
    let mut problems = Vec::new();
    if effects.is_empty() {
        problems.push(Problem::Required { field: "effects".to_owned() });
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

/// The gate points that do not hold or were not answered. A paper that produces nothing needs the points of a paper of a
/// court, not those about scope and about being un-stayed.
fn unheld_points(effects: &[Effect], points: &[PointAnswer]) -> Vec<Problem> {
    let produces = effects.iter().any(|effect| effect.what == What::Produce);
    OrderPoint::ALL
        .into_iter()
        .filter(|point| point.is_gate())
        .filter(|point| produces || !matches!(point, OrderPoint::ScopeAndDeadline | OrderPoint::NotStayed))
        .filter(|point| !points.iter().any(|answer| answer.point == *point && answer.holds))
        .map(|point| Problem::PointNotHeld { point })
        .collect()
}

pub(super) fn set_aside(asked: &Asked<'_>, id: ProceedingId, paper: PaperId, reason: &str) -> Ruled {
    asked.reason(reason)?;
    let recorded = asked.proceeding(id)?.paper(paper).ok_or_else(|| unknown("paper"))?;
    if recorded.set_aside.is_some() {
        return Err(vec![Problem::AlreadyDone]);
    }
    one(
        Subject::Proceeding(id),
        Entry::Proceeding(ProceedingEntry::PaperSetAside { paper, reason: reason.to_owned() }),
    )
}

pub(super) fn end(asked: &Asked<'_>, id: ProceedingId, note: &str) -> Ruled {
    asked.reason(note)?;
    if asked.proceeding(id)?.ended {
        return Err(vec![Problem::AlreadyDone]);
    }
    one(Subject::Proceeding(id), Entry::Proceeding(ProceedingEntry::ProceedingEnded { note: note.to_owned() }))
}
