//! Whether the user may be told: only an order or a statute forbids it. A request never does (trap 9).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::demand::{Cell, Demand, NonDisclosure};
use crate::ids::TargetId;
use crate::proceeding::{Effect, Proceeding, RecordedPaper, What};

/// Where notice to the user stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum NoticeStanding {
    /// Free: nothing forbids it, also after a mere request.
    Free,
    /// Asserted order or statute: letters are held until counsel decides, due the next business day.
    Held,
    /// Forbidden by a court's order or a statute.
    Forbidden,
    /// The order's recorded end has passed: notice is due, and waits for counsel's word that no extension exists.
    EndUnconfirmed,
}

/// Where notice stands on the intake facts, apart from time and from court papers: an order whose end was confirmed by
/// counsel forbids no more.
#[must_use]
pub fn notice_standing(demand: &Demand) -> NoticeStanding {
    match demand.facts.as_ref().map(|facts| &facts.non_disclosure) {
        None | Some(NonDisclosure::None | NonDisclosure::Requested) => NoticeStanding::Free,
        Some(_) if demand.non_disclosure_ended => NoticeStanding::Free,
        Some(NonDisclosure::Asserted { .. }) => NoticeStanding::Held,
        Some(NonDisclosure::Ordered { .. } | NonDisclosure::Statutory { .. }) => NoticeStanding::Forbidden,
    }
}

/// The same as of a day: an order whose recorded end has passed waits for counsel's word.
#[must_use]
pub fn notice_standing_on(demand: &Demand, day: NaiveDate) -> NoticeStanding {
    let standing = notice_standing(demand);
    match demand.facts.as_ref().map(|facts| &facts.non_disclosure) {
        Some(NonDisclosure::Ordered { end: Some(end), .. }) if standing == NoticeStanding::Forbidden && day > *end => {
            NoticeStanding::EndUnconfirmed
        }
        _ => standing,
    }
}

/// Where notice to one target stands as of a day, by the intake facts *and* the court papers: a paper on a docket that
/// orders silence forbids notice once verified and holds it while claimed, also when nobody changed the intake facts.
#[must_use]
pub fn notice_standing_for(
    demand: &Demand,
    proceedings: &[Proceeding],
    target: Option<TargetId>,
    day: NaiveDate,
) -> NoticeStanding {
    let facts = notice_standing_on(demand, day);
    if matches!(facts, NoticeStanding::Forbidden | NoticeStanding::EndUnconfirmed) {
        return facts;
    }
    let cells: Vec<Cell> = demand.cells().into_iter().filter(|cell| cell.target == target).collect();
    let silences = silences(demand, proceedings, &cells);
    if silences.iter().any(|recorded| recorded.verified.is_some() && recorded.paper.kind.can_rule()) {
        NoticeStanding::Forbidden
    } else if silences.is_empty() {
        facts
    } else {
        NoticeStanding::Held
    }
}

/// True when something on file forbids or holds notice, or once did: there is an end for counsel to confirm.
#[must_use]
pub fn has_silence(demand: &Demand, proceedings: &[Proceeding]) -> bool {
    notice_standing(demand) != NoticeStanding::Free || !silences(demand, proceedings, &demand.cells()).is_empty()
}

/// Papers that order silence about any of these cells, or claim to, and that neither counsel's word nor a verified court
/// paper ended.
fn silences<'a>(demand: &Demand, proceedings: &'a [Proceeding], cells: &[Cell]) -> Vec<&'a RecordedPaper> {
    let papers =
        || proceedings.iter().flat_map(|proceeding| &proceeding.papers).filter(|found| found.set_aside.is_none());
    let effects = |recorded: &'a RecordedPaper| {
        recorded.paper.effects.iter().filter(|effect: &&Effect| effect.demand == demand.id)
    };
    papers()
        .filter(|recorded| !recorded.paper.kind.is_request())
        .filter(|recorded| {
            let known =
                recorded.verified.as_ref().map_or(recorded.recorded, |verified| verified.at.max(recorded.recorded));
            demand.non_disclosure_ended_at.is_none_or(|ended| known > ended)
        })
        .filter(|recorded| {
            let ended = |cell: &Cell| {
                papers().filter(|other| other.verified.is_some() && other.paper.kind.can_rule()).any(|other| {
                    effects(other).any(|effect| {
                        matches!(effect.what, What::Vacate | What::Reverse | What::Lift)
                            && effect.acts_on == Some(recorded.paper.id)
                            && effect.cells.covers(cell)
                    })
                })
            };
            effects(recorded)
                .filter(|effect| effect.what == What::Silence)
                .any(|effect| cells.iter().any(|cell| effect.cells.covers(cell) && !ended(cell)))
        })
        .collect()
}
