//! What stands against a letter, and what courts did to the records of its user: one fold, for the rule and for the words.

use crate::compulsion::{CellCompulsion, fold_cell};
use crate::demand::{Cell, Demand, NoticeDecision};
use crate::ids::TargetId;
use crate::notice::{NoticeStanding, notice_standing_for};
use crate::problem::Problem;
use crate::proceeding::Proceeding;
use crate::time::{Instant, earliest_day};

/// What courts did to each cell of the demand, as of an instant.
#[must_use]
pub fn courts_said(demand: &Demand, proceedings: &[Proceeding], at: Instant) -> Vec<(Cell, CellCompulsion)> {
    demand.cells().into_iter().map(|cell| (cell, fold_cell(demand.id, &cell, proceedings, at))).collect()
}

/// Why no notice to this user is drafted, approved or sent now; empty when nothing stands against it.
///
/// A letter is stopped rather than guessed at: where an order or a statute forbids notice, where an asserted one holds it,
/// where the decision is no, where the paper is not confirmed to be an agency's own (the letter says that no judge signed
/// it), and where courts contradict each other about this user's records.
#[must_use]
pub fn stops(demand: &Demand, proceedings: &[Proceeding], target: Option<TargetId>, at: Instant) -> Vec<Problem> {
    let mut problems = Vec::new();
    let decided_no =
        demand.notices.iter().any(|made| made.target == target && matches!(made.decision, NoticeDecision::No { .. }));
    match notice_standing_for(demand, proceedings, target, earliest_day(at)) {
        NoticeStanding::Forbidden => problems.push(Problem::NoticeForbidden),
        NoticeStanding::Held => problems.push(Problem::NoticeHeld),
        NoticeStanding::EndUnconfirmed => problems.push(Problem::NonDisclosureEndUnconfirmed),
        NoticeStanding::Free if decided_no => problems.push(Problem::NoticeDecidedAgainst),
        NoticeStanding::Free => {}
    }
    if !demand.facts.as_ref().is_some_and(|facts| facts.instrument.is_administrative()) {
        problems.push(Problem::LetterNotForThisPaper);
    }
    let mut of_user = courts_said(demand, proceedings, at).into_iter().filter(|(cell, _)| cell.target == target);
    if of_user.any(|(_, cell)| cell.is_conflicting()) {
        problems.push(Problem::OrdersContradict);
    }
    problems
}
