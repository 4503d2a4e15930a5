//! The queue: one row per demand, derived from the journal alone. A row keeps the instants at which something changes,
//! never the result of comparing them with now; a view is asked with the present passed in.

use serde::{Deserialize, Serialize};

use crate::compulsion::{Guard, Headline, compulsion};
use crate::demand::{Component, Demand, Instrument, NoticeDecision, Outcome, Step};
use crate::ids::{DemandId, PersonId};
use crate::letter::{Letter, LetterStep};
use crate::notice::{NoticeStanding, notice_standing_for};
use crate::proceeding::Proceeding;
use crate::time::Instant;

/// What a demand's next date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum DateKind {
    /// A court ordered compliance by then.
    ComplyBy,
    /// An order not yet verified is said to ask for compliance by then.
    ClaimedComplyBy,
    /// A court wants an answer by then (an order to show cause).
    AnswerCourt,
    /// The agency demands an answer by then. Not a court's date.
    ReturnDate,
    /// Our own date.
    ActBy,
}

/// One row of the queue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct QueueRow {
    /// The demand.
    pub demand: DemandId,
    /// Our reference.
    pub reference: String,
    /// What kind of paper it is.
    pub instrument: Instrument,
    /// The issuing component.
    pub component: Option<Component>,
    /// The agency's numbers, joined for a person's eye.
    pub numbers: String,
    /// The first target's identifier.
    pub first_target: String,
    /// How many targets.
    pub targets: u32,
    /// Comes before the headline.
    pub guard: Option<Guard>,
    /// The order state.
    pub headline: Headline,
    /// True when cells differ.
    pub in_part: bool,
    /// Where it stands.
    pub step: Step,
    /// Who owns it.
    pub owner: Option<PersonId>,
    /// The next date: a court's before any other, else the earliest of the agency's and our own. When closed, only a court's,
    /// or one that is said to be a court's.
    #[cfg_attr(feature = "wire", ts(type = "string | null"))]
    pub due_at: Option<Instant>,
    /// What that date is.
    pub due_kind: Option<DateKind>,
    /// The zone that date is read in.
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub due_zone: chrono_tz::Tz,
    /// Our own date to act by.
    #[cfg_attr(feature = "wire", ts(type = "string | null"))]
    pub act_by: Option<chrono::NaiveDate>,
    /// When it was received.
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub received_at: Instant,
    /// When the last docket search was made.
    #[cfg_attr(feature = "wire", ts(type = "string | null"))]
    pub searched_at: Option<Instant>,
    /// True while an order, a stay or a restraint is claimed and not verified.
    pub claimed: bool,
    /// True while a user is to be told and no letter stands as sent.
    pub notice_to_send: bool,
    /// True while open.
    pub open: bool,
    /// Everything a text filter looks through, folded to lower case without diacritics by the reader of the row.
    pub search: String,
}

/// Derives the row; none before the demand is logged, or once its facts were disposed of.
///
/// Court papers are taken as of the far future: whatever is on record counts.
#[must_use]
pub fn project(demand: &Demand, proceedings: &[Proceeding], letters: &[Letter]) -> Option<QueueRow> {
    let facts = demand.facts.as_ref()?;
    let far = Instant::from_timestamp(253_402_300_000, 0).unwrap_or(Instant::MAX_UTC);
    let shown = compulsion(demand, proceedings, far);
    let open = demand.outcome.is_none();
    let zone = facts.received.zone;
    let mut courts = Vec::new();
    // A claimed order's date is on the agenda at once, also where the demand was closed before it was heard of.
    courts.extend(shown.claimed_comply_by.as_ref().map(|by| (by.due_at(), DateKind::ClaimedComplyBy, by.zone)));
    courts.extend(shown.respond_by.as_ref().map(|by| (by.due_at(), DateKind::AnswerCourt, by.zone)));
    if open || !matches!(demand.outcome, Some(Outcome::CompliedWithOrder | Outcome::CompliedInPart)) {
        courts.extend(shown.comply_by.as_ref().map(|by| (by.due_at(), DateKind::ComplyBy, by.zone)));
    }
    let mut others = Vec::new();
    if open {
        others.extend(facts.return_date.as_ref().map(|by| (by.due_at(), DateKind::ReturnDate, by.zone)));
        let end = |date| crate::calendar::end_of_day(date, &[zone], crate::calendar::Owed::ByUs).ok();
        others.extend(facts.act_by.and_then(end).map(|at| (at, DateKind::ActBy, zone)));
    }
    // A date printed by the agency, long past, does not stand before the day a court ordered.
    let earliest =
        |dates: Vec<(Instant, DateKind, chrono_tz::Tz)>| dates.into_iter().min_by_key(|(at, kind, _)| (*at, *kind));
    let due = earliest(courts).or_else(|| earliest(others));
    let numbers = facts.numbers.iter().map(|number| number.value.as_str()).collect::<Vec<_>>().join(" · ");
    let mut search = vec![demand.reference.clone(), numbers.clone(), facts.office.clone(), facts.recipient.clone()];
    search.extend(facts.targets.iter().flat_map(|target| [target.identifier.clone(), target.account.clone()]));
    search.extend([&facts.issuing_official, &facts.point_of_contact, &facts.server].map(|person| person.name.clone()));
    search.extend(proceedings.iter().filter_map(|found| found.docket.as_ref().map(|docket| docket.raw().to_owned())));
    Some(QueueRow {
        demand: demand.id,
        reference: demand.reference.clone(),
        instrument: facts.instrument,
        component: facts.component,
        numbers,
        first_target: facts.targets.first().map(|target| target.identifier.clone()).unwrap_or_default(),
        targets: u32::try_from(facts.targets.len()).unwrap_or(u32::MAX),
        guard: shown.guard,
        headline: shown.headline,
        in_part: shown.in_part,
        step: demand.step,
        owner: demand.owner,
        due_at: due.map(|(at, ..)| at),
        due_kind: due.map(|(_, kind, _)| kind),
        due_zone: due.map_or(zone, |(.., zone)| zone),
        act_by: facts.act_by,
        received_at: facts.received.at,
        searched_at: demand.searches.iter().map(|made| made.search.searched.at).max(),
        claimed: shown.claims > 0 || !shown.claimed_restraints.is_empty(),
        notice_to_send: open && notice_to_send(demand, proceedings, letters),
        open,
        search: search.join("\n"),
    })
}

/// True when some user is to be told, may be told, and has no letter that stands as sent. Apart from time: an order's
/// recorded end frees nothing before counsel's word.
fn notice_to_send(demand: &Demand, proceedings: &[Proceeding], letters: &[Letter]) -> bool {
    demand.notices.iter().any(|made| {
        let standing = notice_standing_for(demand, proceedings, made.target, chrono::NaiveDate::MIN);
        let told = letters.iter().any(|letter| {
            letter.demand == Some(demand.id) && letter.target == made.target && letter.step == LetterStep::Sent
        });
        standing == NoticeStanding::Free && matches!(made.decision, NoticeDecision::Notify) && !told
    })
}
