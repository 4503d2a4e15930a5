//! Wall time and instants: daylight saving, districts with two zones, and the wait owed to a user.

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::{CalendarFault, in_range};
use crate::law::Owed;

/// How a wall time meets the clocks of its zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS), ts(rename = "WallTime"))]
#[serde(rename_all = "camelCase")]
pub enum Wall {
    /// It happens once.
    Once,
    /// It happens twice: the clocks go back.
    Twice,
    /// It does not happen: the clocks go forward over it.
    Skipped,
}

/// The instants a wall time can mean. One rule for both odd cases: the wall time is read once with the offset in force
/// before the change and once with the one after; duties of ours go by the earlier instant, waits owed to users by the
/// later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS), ts(rename = "WallReading"))]
#[serde(rename_all = "camelCase")]
pub struct Reading {
    /// The earlier instant. UTC.
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub earlier: DateTime<Utc>,
    /// The later instant; the same for a wall time that happens once. UTC.
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub later: DateTime<Utc>,
    /// How it meets the clocks.
    pub wall: Wall,
}

impl Reading {
    /// The instant that counts, rounded against ourselves.
    #[must_use]
    pub const fn for_whom(&self, owed: Owed) -> DateTime<Utc> {
        match owed {
            Owed::ByUs => self.earlier,
            Owed::ToUsers => self.later,
        }
    }
}

/// Reads a wall time in a zone.
///
/// # Errors
/// [`CalendarFault::OutOfRange`] for a year outside 1900–2199.
pub fn reading(local: NaiveDateTime, zone: Tz) -> Result<Reading, CalendarFault> {
    in_range(local.date())?;
    let (offsets, wall) = match zone.offset_from_local_datetime(&local) {
        chrono::MappedLocalTime::Single(only) => ([only.fix(), only.fix()], Wall::Once),
        chrono::MappedLocalTime::Ambiguous(a, b) => ([a.fix(), b.fix()], Wall::Twice),
        chrono::MappedLocalTime::None => {
            // The longest jump on record skipped a whole day (Samoa, 30 December 2011).
            let beside = |hours| {
                zone.offset_from_local_datetime(&(local + TimeDelta::hours(hours)))
                    .earliest()
                    .ok_or(CalendarFault::OutOfRange)
            };
            ([beside(-24)?.fix(), beside(24)?.fix()], Wall::Skipped)
        }
    };
    let [a, b] = offsets.map(|offset| (local - TimeDelta::seconds(offset.local_minus_utc().into())).and_utc());
    Ok(Reading { earlier: a.min(b), later: a.max(b), wall })
}

/// The instant of a wall time that may be meant in any of several zones (a district may straddle two): the earliest for
/// our duties, the latest for waits owed to users.
///
/// # Errors
/// [`CalendarFault::NoZone`] without a zone; [`CalendarFault::OutOfRange`].
pub fn instant_in(local: NaiveDateTime, zones: &[Tz], owed: Owed) -> Result<DateTime<Utc>, CalendarFault> {
    let readings = zones.iter().map(|zone| reading(local, *zone)).collect::<Result<Vec<_>, _>>()?;
    let instants = readings.iter().map(|reading| reading.for_whom(owed));
    match owed {
        Owed::ByUs => instants.min(),
        Owed::ToUsers => instants.max(),
    }
    .ok_or(CalendarFault::NoZone)
}

/// 23:59:59 on a date: FRCP 6(a)(4)(A), a last day ends for electronic filing at midnight in the court's time zone.
///
/// # Errors
/// As [`instant_in`].
pub fn end_of_day(date: NaiveDate, zones: &[Tz], owed: Owed) -> Result<DateTime<Utc>, CalendarFault> {
    instant_in(date.and_time(last_second()), zones, owed)
}

fn last_second() -> NaiveTime {
    NaiveTime::MIN - TimeDelta::seconds(1)
}

/// Where the wait ends in one zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ZoneEnd {
    /// IANA zone.
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub zone: Tz,
    /// The day of proof in that zone.
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub proof_on: NaiveDate,
    /// The last full day there.
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub last_day: NaiveDate,
    /// 23:59:59 of that day there; the later of two, if the clocks repeat it. UTC.
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub ends: DateTime<Utc>,
}

/// The wait owed to a user before anything may be disclosed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS), ts(rename = "NoticeWindowCount"))]
#[serde(rename_all = "camelCase")]
pub struct NoticeWindow {
    /// The last instant that still belongs to the wait. UTC.
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub ends: DateTime<Utc>,
    /// Where that instant comes from.
    pub decided_by: ZoneEnd,
    /// Proof of sending. UTC.
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub proof: DateTime<Utc>,
    /// Full days owed.
    pub days: u32,
    /// Every zone that was looked at.
    pub zones: Vec<ZoneEnd>,
}

impl NoticeWindow {
    /// Whether the wait is over: strictly after its last second, to the fraction.
    #[must_use]
    pub fn is_over(&self, at: DateTime<Utc>) -> bool {
        at >= self.ends + TimeDelta::seconds(1)
    }
}

/// N full days after the day of proof, ending 23:59:59 in the user's zone or the court's, whichever is later (DESIGN §3).
/// The day of proof is taken in each zone by itself; weekends and holidays do not matter. Give the user's zone and all
/// zones of the court.
///
/// # Errors
/// [`CalendarFault::NoZone`] without a zone, [`CalendarFault::EmptyPeriod`] for no days, [`CalendarFault::OutOfRange`].
pub fn notice_window(proof: DateTime<Utc>, days: u32, zones: &[Tz]) -> Result<NoticeWindow, CalendarFault> {
    if days == 0 {
        return Err(CalendarFault::EmptyPeriod);
    }
    // Before any conversion: chrono panics where a zone leads past its last day.
    in_range(proof.date_naive())?;
    let zones = zones
        .iter()
        .map(|&zone| {
            let proof_on = in_range(proof.with_timezone(&zone).date_naive())?;
            let last_day =
                in_range(proof_on.checked_add_days(Days::new(days.into())).ok_or(CalendarFault::OutOfRange)?)?;
            Ok(ZoneEnd { zone, proof_on, last_day, ends: end_of_day(last_day, &[zone], Owed::ToUsers)? })
        })
        .collect::<Result<Vec<_>, CalendarFault>>()?;
    let decided_by = *zones.iter().max_by_key(|end| end.ends).ok_or(CalendarFault::NoZone)?;
    Ok(NoticeWindow { ends: decided_by.ends, decided_by, proof, days, zones })
}
