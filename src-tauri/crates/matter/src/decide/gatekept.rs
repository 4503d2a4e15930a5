//! Rules for what may leave the building.

use super::{Asked, Ruled, one};
use crate::demand::{Cells, DemandEntry, Disclosure, OtherBasis};
use crate::entry::Entry;
use crate::gate::{Basis, Gate, gate};
use crate::ids::DemandId;
use crate::journal::Subject;
use crate::people::Role;
use crate::problem::Problem;

fn check(asked: &Asked<'_>, id: DemandId, disclosure: &Disclosure) -> Result<(), Vec<Problem>> {
    let demand = asked.demand(id, false)?;
    let known = demand.cells();
    let mut problems = Vec::new();
    if disclosure.cells.is_empty() {
        problems.push(Problem::Required { field: "cells".to_owned() });
    }
    if disclosure.cells.iter().any(|cell| !known.contains(cell)) {
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
    check(asked, id, disclosure)?;
    let demand = asked.demand(id, true)?;
    let mut problems = Vec::new();
    let mut bases: Vec<Basis> = Vec::new();
    for cell in &disclosure.cells {
        if !demand.decision(cell).is_some_and(|made| made.decision.wants_disclosure()) {
            problems.push(Problem::NotDecided { cell: *cell });
        }
        // The gate as it stands when the disclosure is recorded, and as it stood when it is said to have been made.
        for at in [asked.now, disclosure.disclosed.at] {
            match gate(demand, cell, &asked.view.proceedings, &asked.view.letters, at) {
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

fn name(basis: &Basis) -> String {
    match basis {
        Basis::EnforcementOrder { paper } => format!("enforcementOrder:{paper}"),
        Basis::OtherProcess => "otherProcess".to_owned(),
        Basis::Emergency => "emergency".to_owned(),
        Basis::UserConsent => "userConsent".to_owned(),
        Basis::Exception => "exception".to_owned(),
    }
}

/// An incident is recorded by anybody who knows of it, in every state of the demand.
pub(super) fn incident(asked: &Asked<'_>, id: DemandId, disclosure: &Disclosure, note: &str) -> Ruled {
    asked.reason(note)?;
    check(asked, id, disclosure)?;
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
            if let Some(document) = document {
                asked.knows(*document, "document")?;
            }
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
    if demand.bases.iter().any(|signed| signed.by == asked.actor && signed.basis == *basis && signed.cells == *cells) {
        return Err(vec![Problem::AlreadyDone]);
    }
    one(
        Subject::Demand(id),
        Entry::Demand(DemandEntry::BasisSigned {
            cells: cells.clone(),
            basis: basis.clone(),
            reason: reason.to_owned(),
            as_counsel: counsel,
        }),
    )
}

pub(super) fn resolve(asked: &Asked<'_>, id: DemandId, cells: &Cells, reason: &str) -> Ruled {
    asked.demand(id, true)?;
    asked.reason(reason)?;
    one(
        Subject::Demand(id),
        Entry::Demand(DemandEntry::ConflictResolved { cells: cells.clone(), reason: reason.to_owned() }),
    )
}
