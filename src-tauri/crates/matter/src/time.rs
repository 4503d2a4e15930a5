//! Time as the file keeps it. Nothing in this crate asks a clock: every instant is passed in.

use chrono::{DateTime, NaiveDate, NaiveTime, Offset, TimeZone, Utc};
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
        self.at.with_timezone(&self.zone).date_naive()
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
    /// (clocks forward) is read with the offset before the gap.
    #[must_use]
    pub fn due_at(&self) -> Instant {
        let time = self.time.unwrap_or(NaiveTime::MIN);
        let local = self.date.and_time(time);
        match self.zone.from_local_datetime(&local) {
            chrono::LocalResult::Single(at) => at.with_timezone(&Utc),
            chrono::LocalResult::Ambiguous(first, _) => first.with_timezone(&Utc),
            chrono::LocalResult::None => {
                let before = self.zone.offset_from_utc_datetime(&(local - chrono::TimeDelta::hours(3)));
                (local - chrono::TimeDelta::seconds(i64::from(before.fix().local_minus_utc()))).and_utc()
            }
        }
    }
}
