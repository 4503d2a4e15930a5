//! How one cell stands: orders, restraints, rulings against, claims.

use chrono::NaiveDate;

use crate::ids::{PaperId, ProceedingId};
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
    /// The court on whose docket it lies.
    pub court: String,
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

/// A verified ruling against production that did not itself end every order in its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Against {
    /// The proceeding.
    pub proceeding: ProceedingId,
    /// The paper.
    pub paper: PaperId,
    /// The day from which it acts.
    pub day: NaiveDate,
    /// True for a quashing: another court's order contradicts it also when that order came later.
    pub also_later_elsewhere: bool,
}

/// What the file shows for one cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CellCompulsion {
    /// Verified orders to produce.
    pub orders: Vec<OrderStanding>,
    /// Verified orders not to produce that nothing lifted.
    pub restraints: Vec<PaperId>,
    /// Verified stays that stand although no order of this cell is the one they stay: they hold whatever comes.
    pub standing_stays: Vec<PaperId>,
    /// Verified denials or quashings, with their day.
    pub denials: Vec<(PaperId, NaiveDate)>,
    /// Verified vacaturs or reversals, with their day.
    pub undone: Vec<(PaperId, NaiveDate)>,
    /// Compliance recorded by a court, with its day.
    pub satisfied: Vec<(PaperId, NaiveDate)>,
    /// Rulings against production, for telling whether courts contradict each other.
    pub against: Vec<Against>,
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
        self.in_force().any(|order| {
            !self.restraints.is_empty()
                || !self.standing_stays.is_empty()
                || self.against.iter().any(|no| {
                    no.day >= order.effective || (no.also_later_elsewhere && no.proceeding != order.proceeding)
                })
        })
    }

    /// The verified papers that stay something here now.
    pub(super) fn stays(&self) -> Vec<PaperId> {
        let of_orders =
            self.orders.iter().filter(|order| order.standing() == Standing::Stayed).flat_map(|one| &one.stays);
        self.standing_stays.iter().chain(of_orders).copied().collect()
    }

    /// The verified papers that contradict an order in force here; empty while none does.
    pub(super) fn contradictions(&self) -> Vec<PaperId> {
        if !self.is_conflicting() {
            return Vec::new();
        }
        let against = self.against.iter().map(|no| no.paper);
        self.restraints.iter().copied().chain(self.standing_stays.iter().copied()).chain(against).collect()
    }

    /// True when a stay stands and no order is in force.
    #[must_use]
    pub fn is_stayed(&self) -> bool {
        self.in_force().next().is_none()
            && (!self.standing_stays.is_empty() || self.orders.iter().any(|order| order.standing() == Standing::Stayed))
    }
}
