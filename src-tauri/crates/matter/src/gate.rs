//! The release gate: for each cell, open on a basis or closed for reasons. Counsel may decide alone; the gate opens on
//! the basis.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use crate::compulsion::{CellCompulsion, Guard, OrderStanding, compulsion, fold_cell};
use crate::demand::{BasisSignature, Cell, Demand, NoticeDecision, OtherBasis};
use crate::ids::PaperId;
use crate::letter::{Letter, LetterStep};
use crate::notice::{NoticeStanding, notice_standing_for};
use crate::policy::Settings;
use crate::proceeding::Proceeding;
use crate::time::{Instant, latest_day};

/// What opens the gate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Basis {
    /// An enforcement order in force covers recipient, demand and cell.
    EnforcementOrder {
        /// The order.
        paper: PaperId,
    },
    /// Other compulsory process recorded by counsel.
    OtherProcess,
    /// 18 U.S.C. § 2702(c)(4).
    Emergency,
    /// 18 U.S.C. § 2702(c)(2).
    UserConsent,
    /// An exception signed by two different people, one of them counsel.
    Exception,
}

/// Why the gate is closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Closed {
    /// Nothing on record allows a disclosure of this cell.
    NoBasis,
    /// The type of paper is not confirmed.
    InstrumentNotConfirmed,
    /// Court orders contradict each other.
    ConflictingOrders,
    /// A court ordered not to produce.
    Restrained,
    /// The order is stayed.
    Stayed,
    /// A stay, restraint, vacatur or quashing is claimed and not verified: treated as real until checked.
    RestraintClaimed,
    /// The user was not told, and no decision says why not.
    NoticeNotSent,
    /// The notice bounced: the window does not run.
    NoticeBounced,
    /// The notice window runs.
    NoticeWindow {
        /// When it ends.
        #[cfg_attr(feature = "wire", ts(type = "string"))]
        until: Instant,
    },
    /// The user said they will challenge.
    UserChallenge,
    /// The window or a challenge runs past the date by which an order must be complied with: counsel now.
    Conflict {
        /// The comply-by, if the order states one.
        #[cfg_attr(feature = "wire", ts(type = "string | null"))]
        comply_by: Option<Instant>,
    },
    /// The exception has only one signature, or none by counsel.
    SecondSignatureMissing,
    /// The demand is closed.
    DemandClosed,
}

/// The gate for one cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Gate {
    /// Open, on this basis.
    Open {
        /// The basis.
        basis: Basis,
    },
    /// Closed, for these reasons; never empty.
    Closed {
        /// The reasons.
        reasons: Vec<Closed>,
    },
}

impl Gate {
    fn closed(reasons: Vec<Closed>) -> Self {
        Self::Closed { reasons }
    }
}

/// Times that people say are precise to the minute: what was signed within it counts as signed.
const MINUTE: TimeDelta = TimeDelta::minutes(1);

/// Answers for one cell, as of an instant, with the notice window that policy has by default. Where the register's policy
/// is at hand, ask [`gate_under`].
#[must_use]
pub fn gate(demand: &Demand, cell: &Cell, proceedings: &[Proceeding], letters: &[Letter], at: Instant) -> Gate {
    gate_under(&Settings::default(), demand, cell, proceedings, letters, at)
}

/// Answers for one cell, as of an instant, under this policy. An order counts from counsel's verification on, a ground
/// from its signature on: a disclosure made before that was made outside the gate, whatever was signed since. The policy
/// only tells whether a notice not yet sent can still run out before an order's date.
#[must_use]
pub fn gate_under(
    policy: &Settings,
    demand: &Demand,
    cell: &Cell,
    proceedings: &[Proceeding],
    letters: &[Letter],
    at: Instant,
) -> Gate {
    let shown = compulsion(demand, proceedings, at);
    if shown.guard == Some(Guard::NotConfirmed) {
        return Gate::closed(vec![Closed::InstrumentNotConfirmed]);
    }
    if demand.outcome.is_some() {
        return Gate::closed(vec![Closed::DemandClosed]);
    }
    let folded = fold_cell(demand.id, cell, proceedings, at);
    let mut reasons = restraints(&folded);
    let verified_at = |order: &OrderStanding| {
        let paper = proceedings.iter().find_map(|proceeding| proceeding.paper(order.paper))?;
        paper.acting().and_then(|version| version.verified.as_ref()).map(|verified| verified.at)
    };
    let order = folded
        .in_force()
        .filter_map(|order| verified_at(order).map(|verified| (order, verified)))
        .filter(|(_, verified)| *verified <= at + MINUTE)
        .min_by_key(|(order, _)| (order.comply_by.as_ref().map(|by| by.due_at()), order.paper));
    let notice = notice_reasons(demand, cell, proceedings, letters, at);
    if let Some((order, verified)) = order {
        if reasons.is_empty() {
            let comply_by = order.comply_by.as_ref().map(|by| by.due_at());
            let earliest_end = at + TimeDelta::days(policy.notice_window_days.into());
            reasons = notice_against_order(demand, cell, notice, comply_by, earliest_end, verified);
        }
        return if reasons.is_empty() {
            Gate::Open { basis: Basis::EnforcementOrder { paper: order.paper } }
        } else {
            Gate::closed(reasons)
        };
    }
    let (basis, missing) = other_basis(demand, cell, at);
    match basis {
        None => reasons.extend(missing),
        Some(Basis::UserConsent | Basis::Emergency) => {}
        Some(_) => reasons.extend(notice),
    }
    match basis {
        Some(basis) if reasons.is_empty() => Gate::Open { basis },
        _ => Gate::closed(reasons),
    }
}

/// What courts said, or are said to have said, against disclosing.
fn restraints(folded: &CellCompulsion) -> Vec<Closed> {
    let mut reasons = Vec::new();
    if folded.is_conflicting() {
        reasons.push(Closed::ConflictingOrders);
    } else if !folded.restraints.is_empty() {
        reasons.push(Closed::Restrained);
    } else if folded.is_stayed() {
        reasons.push(Closed::Stayed);
    }
    if !folded.claimed_restraints.is_empty() {
        reasons.push(Closed::RestraintClaimed);
    }
    reasons
}

/// The grounds other than an order. An exception opens when two different people signed the same ground, one of them
/// counsel; every other ground is counsel's to record.
fn other_basis(demand: &Demand, cell: &Cell, at: Instant) -> (Option<Basis>, Vec<Closed>) {
    let signed: Vec<&BasisSignature> =
        demand.bases.iter().filter(|signed| signed.cells.covers(cell) && signed.at <= at + MINUTE).collect();
    for signature in &signed {
        let basis = match &signature.basis {
            OtherBasis::OtherProcess { .. } => Basis::OtherProcess,
            OtherBasis::Emergency { .. } => Basis::Emergency,
            OtherBasis::UserConsent { .. } => Basis::UserConsent,
            OtherBasis::Exception { .. } => continue,
        };
        if signature.by_counsel {
            return (Some(basis), Vec::new());
        }
    }
    let exceptions: Vec<(&str, &BasisSignature)> = signed
        .iter()
        .filter_map(|signed| match &signed.basis {
            OtherBasis::Exception { ground } => Some((ground.trim(), *signed)),
            _ => None,
        })
        .collect();
    let both = exceptions
        .iter()
        .filter(|(_, signed)| signed.by_counsel)
        .any(|(ground, counsel)| exceptions.iter().any(|(other, second)| other == ground && second.by != counsel.by));
    if both {
        return (Some(Basis::Exception), Vec::new());
    }
    let missing = if exceptions.is_empty() { Closed::NoBasis } else { Closed::SecondSignatureMissing };
    (None, vec![missing])
}

/// What we owe the user before a disclosure without an order in force.
fn notice_reasons(
    demand: &Demand,
    cell: &Cell,
    proceedings: &[Proceeding],
    letters: &[Letter],
    at: Instant,
) -> Vec<Closed> {
    let mut reasons = Vec::new();
    if demand.challenges.iter().any(|open| open.target.is_none() || open.target == cell.target) {
        reasons.push(Closed::UserChallenge);
    }
    match notice_standing_for(demand, proceedings, cell.target, latest_day(at)) {
        // Forbidden by order or statute: silence does not close the gate.
        NoticeStanding::Forbidden => return reasons,
        // Past its recorded end, the notice that was put off is due before a disclosure like any other.
        NoticeStanding::Free | NoticeStanding::Held | NoticeStanding::EndUnconfirmed => {}
    }
    // Anybody who may decide about notice can say no to a letter; only counsel's no frees a disclosure from it.
    let decided_no = demand.notices.iter().any(|made| {
        made.target == cell.target && made.by_counsel && matches!(made.decision, NoticeDecision::No { .. })
    });
    if decided_no {
        return reasons;
    }
    let of_target: Vec<&Letter> = letters
        .iter()
        .filter(|letter| letter.demand == Some(demand.id) && letter.target == cell.target)
        .filter(|letter| letter.step != LetterStep::SetAside || letter.window_ends().is_some())
        .collect();
    match of_target.iter().filter_map(|letter| letter.window_ends()).max() {
        Some(until) if at < until + TimeDelta::seconds(1) => reasons.push(Closed::NoticeWindow { until }),
        Some(_) => {}
        None if of_target.iter().any(|letter| letter.step == LetterStep::Bounced) => {
            reasons.push(Closed::NoticeBounced);
        }
        None => reasons.push(Closed::NoticeNotSent),
    }
    reasons
}

/// The same against an order in force: only a court stays it. What cannot run out before the order's date (an order
/// without a date is due at once) is a conflict of duties, which one counsel's signed reason opens: given in that conflict,
/// after the order was verified and after the user's challenge was recorded.
fn notice_against_order(
    demand: &Demand,
    cell: &Cell,
    reasons: Vec<Closed>,
    comply_by: Option<Instant>,
    earliest_end: Instant,
    verified: Instant,
) -> Vec<Closed> {
    let ends_in_time = reasons.iter().all(|reason| match reason {
        Closed::NoticeWindow { until } => comply_by.is_some_and(|by| *until < by),
        Closed::NoticeNotSent | Closed::NoticeBounced => comply_by.is_some_and(|by| earliest_end < by),
        _ => false,
    });
    if ends_in_time {
        return reasons;
    }
    let challenged = demand
        .challenges
        .iter()
        .filter(|open| open.target.is_none() || open.target == cell.target)
        .map(|open| open.at)
        .max();
    let weighed = demand.conflict_reasons.iter().any(|reason| {
        reason.cells.covers(cell)
            && reason.at >= verified
            && challenged.is_none_or(|challenged| reason.at >= challenged)
    });
    if weighed { Vec::new() } else { std::iter::once(Closed::Conflict { comply_by }).chain(reasons).collect() }
}
