//! The headline over all cells of a demand: what the banner says.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::cell::{CellCompulsion, Standing};
use super::fold::fold_cell;
use crate::demand::{Cell, Demand, Instrument, RecordedSearch};
use crate::docket::{DocketNumber, same_case};
use crate::ids::{PaperId, ProceedingId, SearchId};
use crate::proceeding::{Effect, Proceeding, What};
use crate::time::{Instant, PrintedDate, court_days, earliest_day};

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
    /// A proceeding is pending; no enforcement order is in force.
    ProceedingPending,
    /// A court denied enforcement or quashed the demand.
    DeniedOrQuashed,
    /// An order was reversed or vacated.
    ReversedOrVacated,
    /// A court recorded compliance.
    Complied,
    /// Withdrawn by the agency, and no ruling on it is on record.
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
    /// The searches among them that counsel has not answered.
    pub open_claims: Vec<SearchId>,
    /// Papers that claim a restraint, a stay, or the end of an order, and that counsel has not verified: said beside every
    /// headline, since they close the gate at once.
    pub claimed_restraints: Vec<PaperId>,
    /// Verified papers that restrain some cell now: orders not to produce.
    pub restraints: Vec<PaperId>,
    /// Verified papers that stay some cell now.
    pub stays: Vec<PaperId>,
    /// The orders to comply that they stay.
    pub stayed: Vec<PaperId>,
    /// Verified papers that contradict an order in force now.
    pub contradictions: Vec<PaperId>,
    /// True when a verified order to comply is on record, whatever became of it.
    pub had_order: bool,
    /// The earliest day by which a court wants an answer (an order to show cause): not production, and a real date.
    pub respond_by: Option<PrintedDate>,
    /// The latest ruling, said first; the withdrawal or supersession where no court ruled.
    pub latest: Option<Ruling>,
    /// When the agency withdrew the demand: it lowers no order and displaces no ruling.
    #[cfg_attr(feature = "wire", ts(type = "string | null"))]
    pub withdrawn_on: Option<NaiveDate>,
    /// Papers that counsel had verified and set aside since. No court did that: it is said beside every headline.
    pub set_aside_verified: Vec<PaperId>,
    /// The time this is stated as of.
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub as_of: Instant,
}

/// Derives compulsion for a demand from its own entries and its proceedings, as of an instant.
#[must_use]
pub fn compulsion(demand: &Demand, proceedings: &[Proceeding], at: Instant) -> Compulsion {
    let folded: Vec<(Cell, CellCompulsion)> =
        demand.cells().iter().map(|cell| (*cell, fold_cell(demand.id, cell, proceedings, at))).collect();
    let open_claims: Vec<&RecordedSearch> = open_claims(demand, proceedings, at).collect();
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
        } else if !cell.claimed.is_empty() || !open_claims.is_empty() {
            Headline::Claimed
        } else if pending.iter().any(|proceeding| !has_ruled(proceeding, cell)) {
            Headline::ProceedingPending
        } else {
            latest_of_cell(demand, cell, at).map_or(Headline::NoneOnRecord, |ruling| ruling.headline)
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
    let papers = |of: fn(&CellCompulsion) -> Vec<PaperId>| -> Vec<PaperId> {
        folded.iter().flat_map(|(_, cell)| of(cell)).collect::<BTreeSet<_>>().into_iter().collect()
    };
    let claimed = papers(|cell| cell.claimed.clone());
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    Compulsion {
        guard: guard(demand),
        headline,
        accounts: count(with_headline),
        of_accounts: count(targets.len()),
        in_part: headlines.iter().any(|(_, shown)| *shown != headline),
        comply_by: in_force.iter().filter_map(|order| order.comply_by.clone()).min_by_key(PrintedDate::due_at),
        in_force,
        claimed_comply_by: claimed_dates(demand, proceedings, &open_claims, at)
            .into_iter()
            .min_by_key(PrintedDate::due_at),
        claims: count(open_claims.len().saturating_add(claimed.len())),
        open_claims: open_claims.iter().map(|made| made.search.id).collect(),
        claimed_restraints: papers(|cell| cell.claimed_restraints.clone()),
        restraints: papers(|cell| cell.restraints.clone()),
        stays: papers(CellCompulsion::stays),
        stayed: papers(|cell| {
            let stayed = cell.orders.iter().filter(|order| order.standing() == Standing::Stayed);
            stayed.map(|order| order.paper).collect()
        }),
        contradictions: papers(CellCompulsion::contradictions),
        had_order: folded.iter().any(|(_, cell)| !cell.orders.is_empty()),
        respond_by: answers_due(demand, &pending, at).min_by_key(PrintedDate::due_at),
        latest: latest_ruling(demand, &folded, at),
        withdrawn_on: withdrawn_on(demand, at),
        set_aside_verified: proceedings
            .iter()
            .flat_map(|found| &found.papers)
            .filter(|recorded| recorded.verified.is_some() && recorded.set_aside.is_some())
            .filter(|recorded| recorded.paper.effects.iter().any(|effect| effect.demand == demand.id))
            .map(|recorded| recorded.paper.id)
            .collect(),
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

/// Searches that found or heard of an order, until counsel answers them, or verifies an order to comply on that very docket
/// of that court after the search. A claim is not silent because of a paper on another docket, nor because a later search
/// found nothing (sealed matters do not show), nor because of an order that was verified before it was heard of.
pub fn open_claims<'a>(
    demand: &'a Demand,
    proceedings: &'a [Proceeding],
    at: Instant,
) -> impl Iterator<Item = &'a RecordedSearch> {
    let found_since = |made: &RecordedSearch| {
        let docket = DocketNumber::new(made.search.docket.as_str());
        let court = made.search.court.trim();
        !docket.is_blank()
            && proceedings
                .iter()
                .filter(|found| court.is_empty() || found.court == court)
                .filter(|found| found.docket.as_ref().is_some_and(|known| same_case(known, &docket)))
                .flat_map(|found| &found.papers)
                .filter(|recorded| recorded.set_aside.is_none() && recorded.paper.kind.can_rule())
                .filter(|recorded| {
                    let orders = |effect: &Effect| effect.demand == demand.id && effect.what == What::Produce;
                    recorded.paper.effects.iter().any(orders)
                })
                .any(|recorded| recorded.verified.as_ref().is_some_and(|made_at| made_at.at >= made.search.searched.at))
    };
    demand
        .searches
        .iter()
        .filter(move |made| made.is_open_claim() && made.search.searched.at <= at && !found_since(made))
}

/// Days by which a court wants an answer, from papers that stand on a docket that goes on.
fn answers_due<'a>(
    demand: &'a Demand,
    pending: &'a [&'a Proceeding],
    at: Instant,
) -> impl Iterator<Item = PrintedDate> + 'a {
    let papers = move |found: &&'a Proceeding| {
        let latest = court_days(&found.court, at).1;
        let court = found.court.as_str();
        found.papers.iter().filter(move |paper| paper.set_aside.is_none() && paper.effective(court) <= latest)
    };
    pending
        .iter()
        .flat_map(papers)
        .flat_map(|recorded| &recorded.paper.effects)
        .filter(|effect| effect.demand == demand.id && effect.what == What::Pending)
        .filter_map(|effect| effect.comply_by.clone())
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

fn claimed_dates(
    demand: &Demand,
    proceedings: &[Proceeding],
    open_claims: &[&RecordedSearch],
    at: Instant,
) -> Vec<PrintedDate> {
    let received = demand.facts.as_ref().map_or(chrono_tz::UTC, |facts| facts.received.zone);
    let searched = open_claims.iter().filter_map(|made| {
        let date = made.search.claimed_comply_by?;
        // Without a time it is due when the day begins in the court's district: the earliest that it can be.
        let zones = crate::law::zones_of(made.search.court.trim());
        let printed = |zone: &chrono_tz::Tz| PrintedDate { date, time: None, zone: *zone };
        zones.iter().map(printed).min_by_key(PrintedDate::due_at).or_else(|| Some(printed(&received)))
    });
    let papers = proceedings
        .iter()
        .flat_map(|found| found.papers.iter().map(move |recorded| (found.court.as_str(), recorded)))
        .filter(|(_, recorded)| recorded.verified.is_none() && recorded.set_aside.is_none())
        .filter(|(court, recorded)| {
            !recorded.paper.kind.is_request() && recorded.effective(court) <= court_days(court, at).1
        })
        .flat_map(|(_, recorded)| &recorded.paper.effects)
        .filter(|effect| effect.demand == demand.id && effect.what == What::Produce)
        .filter_map(|effect| effect.comply_by.clone());
    searched.chain(papers).collect()
}

fn withdrawn_on(demand: &Demand, at: Instant) -> Option<NaiveDate> {
    demand.withdrawn.as_ref().filter(|made| made.happened.at <= at).map(|made| made.happened.date())
}

/// The latest ruling on a cell. A withdrawal or a supersession is no ruling: it is said only where there is none.
fn latest_of_cell(demand: &Demand, cell: &CellCompulsion, at: Instant) -> Option<Ruling> {
    let ruling = |headline: Headline| {
        move |(paper, day): &(PaperId, NaiveDate)| Ruling { headline, day: *day, paper: Some(*paper) }
    };
    let without = |headline: Headline| move |day: NaiveDate| Ruling { headline, day, paper: None };
    let ruled = cell
        .denials
        .iter()
        .map(ruling(Headline::DeniedOrQuashed))
        .chain(cell.undone.iter().map(ruling(Headline::ReversedOrVacated)))
        .chain(cell.satisfied.iter().map(ruling(Headline::Complied)))
        .max_by_key(|ruling| ruling.day);
    ruled.or_else(|| {
        let withdrawn = withdrawn_on(demand, at).map(without(Headline::Withdrawn));
        let superseded = demand.superseded_on.filter(|day| *day <= earliest_day(at)).map(without(Headline::Superseded));
        withdrawn.into_iter().chain(superseded).max_by_key(|ruling| ruling.day)
    })
}

fn latest_ruling(demand: &Demand, folded: &[(Cell, CellCompulsion)], at: Instant) -> Option<Ruling> {
    let latest = || folded.iter().filter_map(|(_, cell)| latest_of_cell(demand, cell, at));
    let by_a_court = latest().filter(|ruling| ruling.paper.is_some()).max_by_key(|ruling| ruling.day);
    by_a_court.or_else(|| latest().max_by_key(|ruling| ruling.day))
}
