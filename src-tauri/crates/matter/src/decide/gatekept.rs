//! Rules for what may leave the building.

use super::{Asked, Ruled, one};
use crate::demand::{Cell, Cells, Demand, DemandEntry, Disclosure, OtherBasis};
use crate::entry::Entry;
use crate::gate::{Basis, Closed, Gate, gate_under};
use crate::ids::DemandId;
use crate::journal::Subject;
use crate::people::Role;
use crate::problem::Problem;
use crate::time::Instant;

fn check(
    asked: &Asked<'_>,
    id: DemandId,
    disclosure: &Disclosure,
    known: impl Fn(&Demand, &Cell) -> bool,
) -> Result<(), Vec<Problem>> {
    let demand = asked.demand(id, false)?;
    let mut problems = Vec::new();
    if disclosure.cells.is_empty() {
        problems.push(Problem::Required { field: "cells".to_owned() });
    }
    if disclosure.cells.iter().any(|cell| !known(demand, cell)) {
        problems.push(Problem::Unknown { field: "cells".to_owned() });
    }
    if disclosure.what.trim().is_empty() {
        problems.push(Problem::Required { field: "what".to_owned() });
    }
    if disclosure.to.trim().is_empty() {
        problems.push(Problem::Required { field: "to".to_owned() });
    }
    if demand.disclosures.iter().any(|made| made.disclosure.id == disclosure.id) {
        problems.push(Problem::AlreadyDone);
    }
    for document in &disclosure.documents {
        asked.knows(*document, "documents")?;
    }
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

pub(super) fn disclose(asked: &Asked<'_>, id: DemandId, disclosure: &Disclosure) -> Ruled {
    check(asked, id, disclosure, |demand, cell| demand.cells().contains(cell))?;
    let demand = asked.demand(id, true)?;
    let mut problems = Vec::new();
    let mut bases: Vec<Basis> = Vec::new();
    for cell in &disclosure.cells {
        // Times that people say are precise to the minute.
        let decided_by = disclosure.disclosed.at + chrono::TimeDelta::minutes(1);
        if !demand.decision(cell).is_some_and(|made| made.decision.wants_disclosure() && made.at <= decided_by) {
            problems.push(Problem::NotDecided { cell: *cell });
        }
        // The gate as it stands when the disclosure is recorded, and as it stood when it is said to have been made.
        for at in [asked.now, disclosure.disclosed.at] {
            match gate_at(asked, demand, cell, at) {
                Gate::Open { basis } if !bases.contains(&basis) => bases.push(basis),
                Gate::Open { .. } => {}
                Gate::Closed { reasons } => {
                    problems.push(Problem::GateClosed { cell: *cell, reasons });
                    break;
                }
            }
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let basis = bases.iter().map(name).collect::<Vec<_>>().join(", ");
    one(Subject::Demand(id), Entry::Demand(DemandEntry::Disclosed { disclosure: disclosure.clone(), basis }))
}

fn gate_at(asked: &Asked<'_>, demand: &Demand, cell: &Cell, at: Instant) -> Gate {
    let view = asked.view;
    gate_under(&view.policy.settings, demand, cell, &view.proceedings, &view.letters, at)
}

fn name(basis: &Basis) -> String {
    match basis {
        Basis::EnforcementOrder { paper } => format!("enforcementOrder:{paper}"),
        Basis::OtherProcess => "otherProcess".to_owned(),
        Basis::Emergency => "emergency".to_owned(),
        Basis::UserConsent => "userConsent".to_owned(),
        Basis::Exception => "exception".to_owned(),
    }
}

/// An incident is recorded by anybody who knows of it, in every state of the demand, and says what left the building even
/// where nobody had asked for it: more than was demanded is just what an incident can be.
pub(super) fn incident(asked: &Asked<'_>, id: DemandId, disclosure: &Disclosure, note: &str) -> Ruled {
    asked.reason(note)?;
    check(asked, id, disclosure, |demand, cell| {
        cell.target.is_none() || demand.notice_targets().contains(&cell.target)
    })?;
    one(
        Subject::Demand(id),
        Entry::Demand(DemandEntry::IncidentRecorded { disclosure: disclosure.clone(), note: note.to_owned() }),
    )
}

pub(super) fn sign_basis(asked: &Asked<'_>, id: DemandId, cells: &Cells, basis: &OtherBasis, reason: &str) -> Ruled {
    let demand = asked.demand(id, true)?;
    asked.reason(reason)?;
    let counsel = asked.is_counsel();
    let exception = matches!(basis, OtherBasis::Exception { .. });
    if !exception && !counsel {
        let roles = vec![Role::Counsel];
        return Err(vec![Problem::NotAllowed { who: asked.view.people.who_has(&roles), roles }]);
    }
    let ground_missing = match basis {
        OtherBasis::OtherProcess { process, document } => {
            // The paper itself, as for an order: what compels is on it.
            let document = document.ok_or_else(|| vec![Problem::PaperNotAttached])?;
            asked.knows(document, "document")?;
            process.trim().is_empty()
        }
        OtherBasis::Emergency { ground } | OtherBasis::Exception { ground } => ground.trim().is_empty(),
        OtherBasis::UserConsent { document } => match document {
            Some(document) => {
                asked.knows(*document, "document")?;
                false
            }
            None => true,
        },
    };
    if ground_missing {
        return Err(vec![Problem::Required { field: "basis".to_owned() }]);
    }
    let cells = named_cells(demand, cells)?;
    if demand.bases.iter().any(|signed| signed.by == asked.actor && signed.basis == *basis && signed.cells == cells) {
        return Err(vec![Problem::AlreadyDone]);
    }
    one(
        Subject::Demand(id),
        Entry::Demand(DemandEntry::BasisSigned {
            cells,
            basis: basis.clone(),
            reason: reason.to_owned(),
            as_counsel: counsel,
        }),
    )
}

/// The cells signed for, named one by one: a signature does not reach accounts that are added later.
fn named_cells(demand: &Demand, cells: &Cells) -> Result<Cells, Vec<Problem>> {
    let known = demand.cells();
    match cells {
        Cells::All => Ok(Cells::Some { cells: known }),
        Cells::Some { cells } if cells.is_empty() => Err(vec![Problem::Required { field: "cells".to_owned() }]),
        Cells::Some { cells } if cells.iter().any(|cell| !known.contains(cell)) => {
            Err(vec![Problem::Unknown { field: "cells".to_owned() }])
        }
        Cells::Some { .. } => Ok(cells.clone()),
    }
}

/// Counsel's reason is given in a conflict, for the cells that are in it: none can be signed in store.
pub(super) fn resolve(asked: &Asked<'_>, id: DemandId, cells: &Cells, reason: &str) -> Ruled {
    let demand = asked.demand(id, true)?;
    asked.reason(reason)?;
    let all = named_cells(demand, cells)?;
    let named: Vec<Cell> = demand.cells().into_iter().filter(|cell| all.covers(cell)).collect();
    let conflicting = |cell: &Cell| match gate_at(asked, demand, cell, asked.now) {
        Gate::Closed { reasons } => reasons.iter().any(|reason| matches!(reason, Closed::Conflict { .. })),
        Gate::Open { .. } => false,
    };
    let in_conflict: Vec<Cell> = named.iter().copied().filter(conflicting).collect();
    let others_named = matches!(cells, Cells::Some { .. }) && in_conflict.len() < named.len();
    if in_conflict.is_empty() || others_named {
        return Err(vec![Problem::Impossible { field: "cells".to_owned() }]);
    }
    one(
        Subject::Demand(id),
        Entry::Demand(DemandEntry::ConflictResolved {
            cells: Cells::Some { cells: in_conflict },
            reason: reason.to_owned(),
        }),
    )
}
