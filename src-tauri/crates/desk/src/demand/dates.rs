//! A demand's dates, each as it came about.

use chrono_tz::Tz;
use contract::{DateLine, DateLineKind};
use matter::calendar::{Calendar, Counting, Direction, Owed, end_of_day};
use matter::compulsion::Compulsion;
use matter::demand::{Demand, NonDisclosure};
use matter::law::Law;
use matter::policy::Settings;
use matter::time::{Instant, PrintedDate};

use super::Whole;

/// When the docket should be searched again; none when it was never searched.
pub(super) fn recheck(settings: &Settings, demand: &Demand) -> Option<Instant> {
    let last = demand.searches.iter().map(|made| made.search.searched.at).max()?;
    last.checked_add_signed(chrono::TimeDelta::days(i64::from(settings.docket_recheck_days)))
}

/// Every date of an open demand, earliest first.
pub(super) fn dates(law: &Law, settings: &Settings, whole: &Whole, shown: &Compulsion, at: Instant) -> Vec<DateLine> {
    let demand = &whole.demand;
    let Some(facts) = demand.facts.as_ref() else { return Vec::new() };
    let open = demand.outcome.is_none();
    let calendar = Calendar::federal(&law.holidays);
    let zone = facts.received.zone;
    let mut lines = Vec::new();
    let mut push = |kind: DateLineKind, due: Instant, zone: Tz, theirs: bool| {
        let (from, to) = (at.with_timezone(&zone).date_naive(), due.with_timezone(&zone).date_naive());
        let days = i32::try_from((to - from).num_days()).unwrap_or(i32::MAX);
        let business = calendar.business_days_between(from, to).unwrap_or(i64::from(days));
        lines.push(DateLine {
            kind,
            at: due,
            zone: zone.name().to_owned(),
            theirs,
            business_days: i32::try_from(business).unwrap_or(days),
            days,
        });
    };
    let mut printed = |kind: DateLineKind, date: &PrintedDate| push(kind, date.due_at(), date.zone, true);
    if let Some(by) = &shown.comply_by {
        printed(DateLineKind::ComplyBy, by);
    }
    if let Some(by) = &shown.claimed_comply_by {
        printed(DateLineKind::ClaimedComplyBy, by);
    }
    if let Some(by) = &shown.respond_by {
        printed(DateLineKind::AnswerCourt, by);
    }
    // A court's dates bind whether we closed the demand or not; the rest ends with it.
    if !open {
        lines.sort_by_key(|line| (line.at, line.kind));
        return lines;
    }
    if let Some(date) = &facts.return_date {
        printed(DateLineKind::ReturnDate, date);
    }
    let day = |date: chrono::NaiveDate, owed: Owed| end_of_day(date, &[zone], owed).ok();
    if let Some(due) = facts.act_by.and_then(|date| day(date, Owed::ByUs)) {
        push(DateLineKind::ActBy, due, zone, false);
    }
    for letter in &whole.letters {
        if let Some(ends) = letter.window_ends() {
            push(DateLineKind::NoticeWindowEnds, ends, settings.zone, false);
        }
    }
    match &facts.non_disclosure {
        NonDisclosure::Ordered { end, review, .. } if !demand.non_disclosure_ended => {
            if let Some(due) = end.and_then(|end| day(end, Owed::ToUsers)) {
                push(DateLineKind::NonDisclosureEnds, due, zone, true);
            } else if let Some(due) = review.and_then(|review| day(review, Owed::ByUs)) {
                push(DateLineKind::NonDisclosureReview, due, zone, false);
            }
        }
        NonDisclosure::Asserted { .. } => {
            let counted = calendar.count(Counting::BusinessDays, facts.received.date(), 1, Direction::Forwards);
            let due = counted.ok().and_then(|counted| day(counted.for_whom(Owed::ByUs), Owed::ByUs));
            if let Some(due) = due {
                push(DateLineKind::AssertedNonDisclosure, due, zone, false);
            }
        }
        _ => {}
    }
    if let Some(due) = recheck(settings, demand) {
        push(DateLineKind::DocketRecheck, due, zone, false);
    }
    lines.sort_by_key(|line| (line.at, line.kind));
    lines
}
