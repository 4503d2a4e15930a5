//! Folding the effects of papers on one cell, in order of effective time.

use chrono::NaiveDate;

use crate::demand::{Cell, Cells};
use crate::ids::{DemandId, PaperId, ProceedingId};
use crate::proceeding::{Effect, PaperKind, Proceeding, RecordedPaper, What};
use crate::time::PrintedDate;

/// How an order to produce stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// In force.
    InForce,
    /// Stayed by a court.
    Stayed,
    /// Vacated or reversed.
    Undone,
    /// The demand it enforced was quashed, or enforcement denied on it.
    QuashedOrDenied,
    /// A court recorded compliance.
    Satisfied,
}

/// One order to produce, as it stands for one cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderStanding {
    /// The proceeding.
    pub proceeding: ProceedingId,
    /// The order.
    pub paper: PaperId,
    /// By when.
    pub comply_by: Option<PrintedDate>,
    /// The day from which it acts.
    pub effective: NaiveDate,
    /// The papers that stay it and were not lifted.
    pub stays: Vec<PaperId>,
    /// How it ended; none while it is in force or stayed.
    pub ended: Option<Standing>,
}

impl OrderStanding {
    /// How the order stands.
    #[must_use]
    pub fn standing(&self) -> Standing {
        match self.ended {
            Some(ended) => ended,
            None if self.stays.is_empty() => Standing::InForce,
            None => Standing::Stayed,
        }
    }
}

/// What the file shows for one cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CellCompulsion {
    /// Verified orders to produce.
    pub orders: Vec<OrderStanding>,
    /// Verified orders not to produce that nothing lifted.
    pub restraints: Vec<PaperId>,
    /// Verified denials or quashings, with their day.
    pub denials: Vec<(PaperId, NaiveDate)>,
    /// Verified vacaturs or reversals, with their day.
    pub undone: Vec<(PaperId, NaiveDate)>,
    /// Compliance recorded by a court, with its day.
    pub satisfied: Vec<(PaperId, NaiveDate)>,
    /// Papers that claim an order to produce and are not verified.
    pub claimed: Vec<PaperId>,
    /// Papers that claim a stay, a restraint, a vacatur or a quashing and are not verified: they close the gate at once.
    pub claimed_restraints: Vec<PaperId>,
}

impl CellCompulsion {
    /// The orders in force.
    pub fn in_force(&self) -> impl Iterator<Item = &OrderStanding> {
        self.orders.iter().filter(|order| order.standing() == Standing::InForce)
    }

    /// True when courts contradict each other on this cell: counsel now.
    #[must_use]
    pub fn is_conflicting(&self) -> bool {
        let Some(first) = self.in_force().map(|order| order.effective).min() else { return false };
        !self.restraints.is_empty() || self.denials.iter().any(|(_, day)| *day >= first)
    }

    /// True when some order is stayed and none is in force.
    #[must_use]
    pub fn is_stayed(&self) -> bool {
        self.in_force().next().is_none() && self.orders.iter().any(|order| order.standing() == Standing::Stayed)
    }
}

/// Folds what the papers of the proceedings do to one cell of one demand, as of a day (papers effective later are not yet
/// seen). Only a verified paper of a kind that can rule acts; the others stand as claimed.
#[must_use]
pub fn fold_cell(demand: DemandId, cell: &Cell, proceedings: &[Proceeding], as_of: NaiveDate) -> CellCompulsion {
    let mut acting: Vec<(ProceedingId, &RecordedPaper, &Effect)> = Vec::new();
    let mut folded = CellCompulsion::default();
    for proceeding in proceedings {
        for recorded in &proceeding.papers {
            if recorded.set_aside.is_some() || recorded.effective() > as_of {
                continue;
            }
            for effect in recorded.paper.effects.iter().filter(|effect| effect.demand == demand) {
                if !effect.cells.covers(cell) {
                    continue;
                }
                if recorded.verified.is_some() && recorded.paper.kind.can_rule() {
                    acting.push((proceeding.id, recorded, effect));
                } else {
                    note_claim(&mut folded, recorded, effect);
                }
            }
        }
    }
    let day_of = |paper: PaperId| {
        acting.iter().find(|(_, recorded, _)| recorded.paper.id == paper).map(|(_, recorded, _)| recorded.effective())
    };
    // A paper never acts before the paper it names. On one day an order to produce is taken first, so that what
    // restrains wins; the rest keep the order in which they were recorded.
    let mut ordered: Vec<_> = acting
        .iter()
        .map(|(proceeding, recorded, effect)| {
            let named = effect.acts_on.and_then(day_of).unwrap_or(recorded.effective());
            (recorded.effective().max(named), effect.what != What::Produce, recorded.recorded, *proceeding, recorded, effect)
        })
        .collect();
    ordered.sort_by_key(|(day, second, recorded_at, ..)| (*day, *second, *recorded_at));
    for (.., proceeding, recorded, effect) in ordered {
        apply(&mut folded, proceeding, recorded, effect);
    }
    folded
}

fn note_claim(folded: &mut CellCompulsion, recorded: &RecordedPaper, effect: &Effect) {
    let request = matches!(
        recorded.paper.kind,
        PaperKind::Petition | PaperKind::Motion | PaperKind::ProposedOrder | PaperKind::Dismissal
    );
    if request {
        return;
    }
    match effect.what {
        What::Produce => folded.claimed.push(recorded.paper.id),
        What::DoNotProduce | What::Stay | What::Quash | What::Vacate | What::Reverse | What::Deny => {
            folded.claimed_restraints.push(recorded.paper.id);
        }
        What::Lift | What::Satisfied | What::Silence | What::Pending => {}
    }
}

fn apply(folded: &mut CellCompulsion, proceeding: ProceedingId, recorded: &RecordedPaper, effect: &Effect) {
    let (paper, day) = (recorded.paper.id, recorded.effective());
    match effect.what {
        What::Produce => {
            // An order to produce acts on cells named one by one, never on "all": see `decide`.
            if matches!(effect.cells, Cells::All) {
                folded.claimed.push(paper);
                return;
            }
            if let Some(lifted) = effect.acts_on {
                folded.restraints.retain(|restraint| *restraint != lifted);
            }
            folded.orders.push(OrderStanding {
                proceeding,
                paper,
                comply_by: effect.comply_by.clone(),
                effective: day,
                stays: Vec::new(),
                ended: None,
            });
        }
        What::DoNotProduce => {
            // A restraint that names an order also stays that order; one that names none stands beside it.
            if effect.acts_on.is_some() {
                stay(folded, effect, paper);
            }
            folded.restraints.push(paper);
        }
        What::Stay => stay(folded, effect, paper),
        What::Lift => lift(folded, effect.acts_on),
        What::Vacate | What::Reverse => match effect.acts_on {
            Some(named) if !folded.orders.iter().any(|order| order.paper == named) => {
                // It undoes a stay, a restraint or a denial, not an order to produce.
                folded.denials.retain(|(denial, _)| *denial != named);
                lift(folded, Some(named));
            }
            _ => {
                end(folded, effect, Standing::Undone);
                folded.undone.push((paper, day));
            }
        },
        What::Quash => {
            end(folded, effect, Standing::QuashedOrDenied);
            folded.denials.push((paper, day));
        }
        What::Deny => {
            if effect.acts_on.is_some() {
                end(folded, effect, Standing::QuashedOrDenied);
            }
            folded.denials.push((paper, day));
        }
        What::Satisfied => {
            end(folded, effect, Standing::Satisfied);
            folded.satisfied.push((paper, day));
        }
        What::Silence | What::Pending => {}
    }
}

/// True when the effect acts on this order: the one it names, else every one in scope.
fn acts_on(effect: &Effect, order: &OrderStanding) -> bool {
    effect.acts_on.is_none_or(|named| named == order.paper)
}

fn stay(folded: &mut CellCompulsion, effect: &Effect, by: PaperId) {
    for order in folded.orders.iter_mut().filter(|order| order.ended.is_none() && acts_on(effect, order)) {
        order.stays.push(by);
    }
}

/// Lifts what the named paper did; without a name, every stay and restraint in scope. A named order has all its stays lifted.
fn lift(folded: &mut CellCompulsion, named: Option<PaperId>) {
    folded.restraints.retain(|restraint| named.is_some_and(|named| named != *restraint));
    for order in &mut folded.orders {
        let whole = named.is_none_or(|named| named == order.paper);
        order.stays.retain(|stay| !whole && named != Some(*stay));
    }
}

fn end(folded: &mut CellCompulsion, effect: &Effect, how: Standing) {
    for order in folded.orders.iter_mut().filter(|order| order.ended.is_none() && acts_on(effect, order)) {
        order.ended = Some(how);
    }
}
