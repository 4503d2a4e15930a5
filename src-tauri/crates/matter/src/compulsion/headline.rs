//! The headline over all cells of a demand: what the banner says.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::fold::{CellCompulsion, fold_cell};
use crate::demand::{Cell, Demand, Instrument, RecordedSearch};
use crate::docket::{DocketNumber, same_case};
use crate::ids::{PaperId, ProceedingId};
use crate::proceeding::{Proceeding, What};
use crate::time::{Instant, PrintedDate, latest_day};

/// States that come before every headline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Guard {
    /// The type of paper is not confirmed: no statement about compulsion yet.
    NotConfirmed,
    /// The paper is of a kind that can compel on its own, or has rules of its own: counsel now.
    OtherInstrument,
}

/// The headline, highest rank first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Headline {
    /// Courts contradict each other: counsel now.
    ConflictingOrders,
    /// Court order: do not produce.
    Restrained,
    /// Enforcement order on record, in force.
    InForce,
    /// Enforcement order stayed.
    Stayed,
    /// Order claimed, not yet verified.
    Claimed,
    /// A proceeding is pending; no order yet.
    ProceedingPending,
    /// A court denied enforcement or quashed the demand.
    DeniedOrQuashed,
    /// An order was reversed or vacated.
    ReversedOrVacated,
    /// A court recorded compliance.
    Complied,
    /// Withdrawn by the agency: no ruling.
    Withdrawn,
    /// Another instrument took its place.
    Superseded,
    /// No enforcement order on record.
    NoneOnRecord,
}

/// The order that the headline stands on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct OrderInForce {
    /// The proceeding.
    pub proceeding: ProceedingId,
    /// The paper.
    pub paper: PaperId,
    /// By when.
    pub comply_by: Option<PrintedDate>,
    /// The day from which it acts.
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub effective: NaiveDate,
    /// The cells it covers, in force.
    pub cells: Vec<Cell>,
}

/// What a court did say, to be said first under "no enforcement order on record".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Ruling {
    /// What it was.
    pub headline: Headline,
    /// The day.
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub day: NaiveDate,
    /// The paper; none for a withdrawal.
    pub paper: Option<PaperId>,
}

/// What the file shows about compulsion, as of a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Compulsion {
    /// Comes before the headline.
    pub guard: Option<Guard>,
    /// The headline.
    pub headline: Headline,
    /// Accounts for which the headline holds.
    pub accounts: u32,
    /// Accounts in the demand.
    pub of_accounts: u32,
    /// True when cells differ ("2 of 3 accounts").
    pub in_part: bool,
    /// Orders in force, one per paper.
    pub in_force: Vec<OrderInForce>,
    /// The earliest date by which an order in force must be complied with.
    pub comply_by: Option<PrintedDate>,
    /// The earliest claimed comply-by: treated as real until checked.
    pub claimed_comply_by: Option<PrintedDate>,
    /// Papers and searches that claim an order.
    pub claims: u32,
    /// The latest ruling or withdrawal, said first.
    pub latest: Option<Ruling>,
    /// The time this is stated as of.
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub as_of: Instant,
}

/// Derives compulsion for a demand from its own entries and its proceedings, as of an instant.
#[must_use]
pub fn compulsion(demand: &Demand, proceedings: &[Proceeding], at: Instant) -> Compulsion {
    let day = latest_day(at);
    let cells = demand.cells();
    let folded: Vec<(Cell, CellCompulsion)> =
        cells.iter().map(|cell| (*cell, fold_cell(demand.id, cell, proceedings, day))).collect();
    let claimed_search = u32::try_from(open_claims(demand, proceedings, day).count()).unwrap_or(u32::MAX);
    let latest = latest_ruling(demand, &folded, day);
    let pending: Vec<&Proceeding> =
        proceedings.iter().filter(|proceeding| !proceeding.ended && proceeding.demands.contains(&demand.id)).collect();
    let headline_of = |cell: &CellCompulsion| -> Headline {
        if cell.is_conflicting() {
            Headline::ConflictingOrders
        } else if !cell.restraints.is_empty() {
            Headline::Restrained
        } else if cell.in_force().next().is_some() {
            Headline::InForce
        } else if cell.is_stayed() {
            Headline::Stayed
        } else if !cell.claimed.is_empty() || claimed_search > 0 {
            Headline::Claimed
        } else if pending.iter().any(|proceeding| !has_ruled(proceeding, cell)) {
            Headline::ProceedingPending
        } else {
            latest_of_cell(demand, cell, day).map_or(Headline::NoneOnRecord, |ruling| ruling.headline)
        }
    };
    let headlines: Vec<(Cell, Headline)> = folded.iter().map(|(cell, state)| (*cell, headline_of(state))).collect();
    let headline = headlines.iter().map(|(_, headline)| *headline).min().unwrap_or(Headline::NoneOnRecord);
    let targets: Vec<_> = demand.notice_targets();
    let with_headline = targets
        .iter()
        .filter(|target| headlines.iter().any(|(cell, shown)| cell.target == **target && *shown == headline))
        .count();
    let in_force = orders_in_force(&folded);
    let claimed_comply_by = claimed_dates(demand, proceedings, day).into_iter().min_by_key(PrintedDate::due_at);
    Compulsion {
        guard: guard(demand),
        headline,
        accounts: u32::try_from(with_headline).unwrap_or(u32::MAX),
        of_accounts: u32::try_from(targets.len()).unwrap_or(u32::MAX),
        in_part: headlines.iter().any(|(_, shown)| *shown != headline),
        comply_by: in_force.iter().filter_map(|order| order.comply_by.clone()).min_by_key(PrintedDate::due_at),
        in_force,
        claimed_comply_by,
        claims: claimed_search.saturating_add(
            u32::try_from(
                folded.iter().flat_map(|(_, cell)| &cell.claimed).collect::<std::collections::BTreeSet<_>>().len(),
            )
            .unwrap_or(u32::MAX),
        ),
        latest,
        as_of: at,
    }
}

fn guard(demand: &Demand) -> Option<Guard> {
    match demand.facts.as_ref().map(|facts| facts.instrument) {
        None | Some(Instrument::NotConfirmed) => Some(Guard::NotConfirmed),
        Some(instrument) if instrument.is_administrative() => None,
        Some(_) => Some(Guard::OtherInstrument),
    }
}

/// True when this docket's own ruling on the cell is among those that settle it: an appeal opened since is pending.
fn has_ruled(proceeding: &Proceeding, cell: &CellCompulsion) -> bool {
    cell.denials.iter().chain(&cell.undone).chain(&cell.satisfied).any(|(paper, _)| proceeding.paper(*paper).is_some())
}

/// Searches that found or heard of an order, until counsel answers them or verifies a ruling on that docket after the
/// search. A claim is not silent because a later search found nothing (sealed matters do not show), nor because of an order
/// that was verified before it was heard of.
fn open_claims<'a>(
    demand: &'a Demand,
    proceedings: &'a [Proceeding],
    day: NaiveDate,
) -> impl Iterator<Item = &'a RecordedSearch> {
    let verified_since = |made: &RecordedSearch| {
        let docket = DocketNumber::new(made.search.docket.as_str());
        proceedings
            .iter()
            .filter(|found| docket.is_blank() || found.docket.as_ref().is_some_and(|known| same_case(known, &docket)))
            .flat_map(|found| &found.papers)
            .filter(|recorded| recorded.set_aside.is_none() && recorded.paper.kind.can_rule())
            .filter(|recorded| recorded.paper.effects.iter().any(|effect| effect.demand == demand.id))
            .any(|recorded| recorded.verified.as_ref().is_some_and(|verified| verified.at >= made.search.searched.at))
    };
    demand
        .searches
        .iter()
        .filter(move |made| made.is_open_claim() && made.search.searched.date() <= day && !verified_since(made))
}

fn orders_in_force(folded: &[(Cell, CellCompulsion)]) -> Vec<OrderInForce> {
    let mut orders: Vec<OrderInForce> = Vec::new();
    for (cell, state) in folded {
        for order in state.in_force() {
            match orders.iter_mut().find(|known| known.paper == order.paper) {
                Some(known) => known.cells.push(*cell),
                None => orders.push(OrderInForce {
                    proceeding: order.proceeding,
                    paper: order.paper,
                    comply_by: order.comply_by.clone(),
                    effective: order.effective,
                    cells: vec![*cell],
                }),
            }
        }
    }
    orders
}

fn claimed_dates(demand: &Demand, proceedings: &[Proceeding], day: NaiveDate) -> Vec<PrintedDate> {
    let zone = demand.facts.as_ref().map_or(chrono_tz::UTC, |facts| facts.received.zone);
    let searched = open_claims(demand, proceedings, day)
        .filter_map(|made| made.search.claimed_comply_by.map(|date| PrintedDate { date, time: None, zone }));
    let papers = proceedings
        .iter()
        .flat_map(|proceeding| &proceeding.papers)
        .filter(|recorded| recorded.verified.is_none() && recorded.set_aside.is_none())
        .filter(|recorded| !recorded.paper.kind.is_request() && recorded.effective() <= day)
        .flat_map(|recorded| &recorded.paper.effects)
        .filter(|effect| effect.demand == demand.id && effect.what == What::Produce)
        .filter_map(|effect| effect.comply_by.clone());
    searched.chain(papers).collect()
}

fn latest_of_cell(demand: &Demand, cell: &CellCompulsion, day: NaiveDate) -> Option<Ruling> {
    let ruling = |headline: Headline| {
        move |(paper, day): &(PaperId, NaiveDate)| Ruling { headline, day: *day, paper: Some(*paper) }
    };
    let without_ruling = |headline: Headline, happened: NaiveDate| {
        (happened <= day).then_some(Ruling { headline, day: happened, paper: None })
    };
    let withdrawn = demand
        .withdrawn
        .as_ref()
        .and_then(|withdrawal| without_ruling(Headline::Withdrawn, withdrawal.happened.date()));
    let superseded = demand.superseded_on.and_then(|linked| without_ruling(Headline::Superseded, linked));
    cell.denials
        .iter()
        .map(ruling(Headline::DeniedOrQuashed))
        .chain(cell.undone.iter().map(ruling(Headline::ReversedOrVacated)))
        .chain(cell.satisfied.iter().map(ruling(Headline::Complied)))
        .chain(withdrawn)
        .chain(superseded)
        .max_by_key(|ruling| ruling.day)
}

fn latest_ruling(demand: &Demand, folded: &[(Cell, CellCompulsion)], day: NaiveDate) -> Option<Ruling> {
    folded.iter().filter_map(|(_, cell)| latest_of_cell(demand, cell, day)).max_by_key(|ruling| ruling.day)
}
