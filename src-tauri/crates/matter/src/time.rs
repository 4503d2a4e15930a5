//! Time as the file keeps it. Nothing in this crate asks a clock: every instant is passed in.

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Offset, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

/// A point in time, UTC, to the millisecond.
pub type Instant = DateTime<Utc>;

/// When something happened, as a person says it: an instant and the zone in which they said it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Moment {
    /// The instant, UTC.
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub at: Instant,
    /// IANA name of the zone in which it was said (America/Los_Angeles).
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub zone: Tz,
}

impl Moment {
    /// The calendar date in the moment's own zone.
    #[must_use]
    pub fn date(&self) -> NaiveDate {
        // Total: at chrono's own ends, where a zone would lead past them, the UTC date stands.
        let offset = self.zone.offset_from_utc_datetime(&self.at.naive_utc()).fix();
        self.at.naive_utc().checked_add_offset(offset).unwrap_or(self.at.naive_utc()).date()
    }

    /// The wall clock offset from UTC in seconds, east positive.
    #[must_use]
    pub fn offset_seconds(&self) -> i32 {
        self.zone.offset_from_utc_datetime(&self.at.naive_utc()).fix().local_minus_utc()
    }
}

/// A date printed on a paper, with its time and zone where the paper prints them. It never rolls off a weekend or a
/// holiday: FRCP 6(a) moves only computed periods (2009 Committee Note).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PrintedDate {
    /// The date as printed.
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub date: NaiveDate,
    /// The time of day as printed, if any.
    #[cfg_attr(feature = "wire", ts(type = "string | null"))]
    pub time: Option<NaiveTime>,
    /// The zone the printed time is read in.
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub zone: Tz,
}

impl PrintedDate {
    /// The instant at which the printed date is reached, rounded against ourselves: without a time of day it is the
    /// start of that day; a time that occurs twice (clocks back) is its first occurrence; a time that does not occur
    /// (clocks forward) is read with the offset that gives the earlier instant. A year outside 1900–2199, which `decide`
    /// refuses, is taken as the nearest end of that range.
    #[must_use]
    pub fn due_at(&self) -> Instant {
        let first = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap_or(NaiveDate::MIN);
        let last = NaiveDate::from_ymd_opt(2199, 12, 31).unwrap_or(NaiveDate::MAX);
        let local = self.date.clamp(first, last).and_time(self.time.unwrap_or(NaiveTime::MIN));
        if let Some(at) = self.zone.from_local_datetime(&local).earliest() {
            return at.with_timezone(&Utc);
        }
        // The longest jump on record skipped a whole day (Samoa, 30 December 2011).
        [-24, 24]
            .into_iter()
            .filter_map(|hours| self.zone.offset_from_local_datetime(&(local + TimeDelta::hours(hours))).earliest())
            .map(|offset| (local - TimeDelta::seconds(offset.fix().local_minus_utc().into())).and_utc())
            .min()
            .unwrap_or_else(|| local.and_utc())
    }
}

/// True for a date in the years 1900 to 2199: anything else is a slip of the pen.
#[must_use]
pub fn is_plausible(date: NaiveDate) -> bool {
    (1900..2200).contains(&date.year())
}

/// The latest calendar day anywhere on earth at an instant (UTC+14), so that nothing that happened "today" far to the
/// east is taken for the future, and no paper entered there is missed.
#[must_use]
pub fn latest_day(at: Instant) -> NaiveDate {
    at.checked_add_signed(TimeDelta::hours(14)).unwrap_or(at).date_naive()
}

/// The earliest calendar day anywhere on earth at an instant (UTC−12): what ends with a day has not ended before it ended
/// everywhere.
#[must_use]
pub fn earliest_day(at: Instant) -> NaiveDate {
    at.checked_sub_signed(TimeDelta::hours(12)).unwrap_or(at).date_naive()
}

/// The calendar day at an instant in a court's district: the earliest and the latest, where it keeps two zones. A court that
/// no table knows is taken to be anywhere on earth.
#[must_use]
pub fn court_days(court: &str, at: Instant) -> (NaiveDate, NaiveDate) {
    let days = || crate::law::zones_of(court).iter().map(|zone| Moment { at, zone: *zone }.date());
    match (days().min(), days().max()) {
        (Some(earliest), Some(latest)) => (earliest, latest),
        _ => (earliest_day(at), latest_day(at)),
    }
}
