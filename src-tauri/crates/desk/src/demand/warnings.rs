//! What a person should see before going on. Facts of the file, not verdicts.

use contract::{Fault, Warning};
use matter::demand::{Demand, DemandFacts};
use matter::gate::{Closed, Gate, gate_under};
use matter::journal::Subject;
use matter::notice::NoticeStanding;
use matter::policy::Settings;
use matter::time::Instant;

use super::Whole;
use crate::Desk;
use crate::faults::fault;
use crate::session::Open;

pub(super) fn warnings(
    desk: &Desk,
    open: &Open,
    settings: &Settings,
    whole: &Whole,
    at: Instant,
) -> Result<Vec<Warning>, Fault> {
    let demand = &whole.demand;
    let Some(facts) = &demand.facts else { return Ok(Vec::new()) };
    let mut warnings = Vec::new();
    if let Some(due) = facts.return_date.as_ref().map(matter::time::PrintedDate::due_at) {
        if facts.served.is_some_and(|served| due < served.at) {
            warnings.push(Warning::ReturnBeforeService);
        } else if due < at && demand.outcome.is_none() {
            warnings.push(Warning::ReturnDatePassed);
        }
    }
    if demand.outcome.is_none() {
        searches(settings, demand, at, &mut warnings);
        let empty = empty_fields(facts);
        if !empty.is_empty() {
            warnings.push(Warning::FieldsEmpty { fields: empty });
        }
        let conflict = demand.cells().iter().any(|cell| {
            matches!(gate_under(settings, demand, cell, &whole.proceedings, &whole.letters, at),
                Gate::Closed { reasons } if reasons.iter().any(|reason| matches!(reason, Closed::Conflict { .. })))
        });
        if conflict {
            warnings.push(Warning::DutiesConflict);
        }
    }
    if super::notice(whole, at) == NoticeStanding::EndUnconfirmed {
        warnings.push(Warning::NonDisclosureEndUnconfirmed);
    }
    for attached in &demand.documents {
        for same in desk.same_file(open, attached.document, demand.id)? {
            warnings.push(Warning::SameFile { document: attached.document, reference: same.reference });
        }
    }
    for reference in same_numbers(open, demand)? {
        warnings.push(Warning::SameNumber { reference });
    }
    Ok(warnings)
}

/// More than this many would be a list, not a warning.
const MOST_NAMED: usize = 3;

/// The references of other demands that carry one of this demand's agency numbers, in whatever spelling.
fn same_numbers(open: &Open, demand: &Demand) -> Result<Vec<String>, Fault> {
    let numbers = demand.facts.iter().flat_map(|facts| &facts.numbers);
    let marks: Vec<String> = numbers.filter_map(|number| matter::mark::of_number(&number.value)).collect();
    let mut references = Vec::new();
    for subject in open.register.marked(&marks).map_err(fault)? {
        match subject {
            Subject::Demand(other) if other != demand.id && references.len() < MOST_NAMED => {
                references.push(open.register.queue_row(other).map_err(fault)?.reference);
            }
            _ => {}
        }
    }
    references.sort();
    Ok(references)
}

fn searches(settings: &Settings, demand: &Demand, at: Instant, warnings: &mut Vec<Warning>) {
    match demand.searches.iter().map(|made| made.search.searched.at).max() {
        None => warnings.push(Warning::NoDocketSearch),
        Some(last) => {
            let days = (at - last).num_days();
            if days > i64::from(settings.docket_recheck_days) {
                warnings.push(Warning::DocketSearchStale { days: u16::try_from(days).unwrap_or(u16::MAX) });
            }
        }
    }
}

/// Soft fields that letters and counsel will ask for.
fn empty_fields(facts: &DemandFacts) -> Vec<String> {
    let mut empty = Vec::new();
    let mut need = |missing: bool, field: &str| {
        if missing {
            empty.push(field.to_owned());
        }
    };
    need(facts.component.is_none(), "component");
    need(facts.numbers.is_empty(), "numbers");
    need(facts.authority.trim().is_empty(), "authority");
    need(facts.return_date.is_none(), "returnDate");
    need(facts.records.is_empty(), "records");
    empty
}
