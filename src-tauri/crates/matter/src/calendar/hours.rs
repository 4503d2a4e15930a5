//! Periods of hours, FRCP 6(a)(2).

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::{Calendar, CalendarFault, Direction, Skipped, in_range, reading};
use crate::law::Owed;

/// Ten years: a longer period is not stated in hours.
const LONGEST: u32 = 87_660;

/// The end of a period of hours, or both candidates where the law or the clock leaves doubt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CountedHours {
    /// The earlier candidate: what our own duties go by. UTC.
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub earlier: DateTime<Utc>,
    /// The later candidate: what waits owed to users go by. UTC.
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub later: DateTime<Utc>,
    /// When the counting began. UTC.
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub trigger: DateTime<Utc>,
    /// How many hours were counted.
    pub hours: u32,
    /// Which way it ran.
    pub direction: Direction,
    /// The zone whose weekends and holidays count: the court's.
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub zone: Tz,
    /// Where the bare count ended, before any roll. UTC.
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub counted_to: DateTime<Utc>,
    /// Days stepped over, in the order they were met.
    pub skipped: Vec<Skipped>,
}

impl CountedHours {
    /// The candidate that counts, rounded against ourselves.
    #[must_use]
    pub const fn for_whom(&self, owed: Owed) -> DateTime<Utc> {
        match owed {
            Owed::ByUs => self.earlier,
            Owed::ToUsers => self.later,
        }
    }
}

impl Calendar<'_> {
    /// FRCP 6(a)(2): counting begins at once and counts every hour that really passes, so a change of the clocks moves
    /// the wall time; an end on Saturday, Sunday or legal holiday runs on to the same wall time on the next day that is
    /// none (backwards: the one before). If the clocks skip or repeat that wall time, both readings are candidates.
    ///
    /// # Errors
    /// [`CalendarFault::EmptyPeriod`], [`CalendarFault::OutOfRange`], [`CalendarFault::NoCourtDay`].
    pub fn computed_hours(
        &self,
        trigger: DateTime<Utc>,
        hours: u32,
        direction: Direction,
        zone: Tz,
    ) -> Result<CountedHours, CalendarFault> {
        in_range(trigger.date_naive())?;
        if hours == 0 {
            return Err(CalendarFault::EmptyPeriod);
        }
        if hours > LONGEST {
            return Err(CalendarFault::OutOfRange);
        }
        let span = TimeDelta::hours(hours.into());
        let counted_to = match direction {
            Direction::Forwards => trigger.checked_add_signed(span),
            Direction::Backwards => trigger.checked_sub_signed(span),
        }
        .ok_or(CalendarFault::OutOfRange)?;
        let local = counted_to.with_timezone(&zone).naive_local();
        let ([near, far], skipped) = self.roll(in_range(local.date())?, direction)?;
        let end_on = |date: NaiveDate| -> Result<(DateTime<Utc>, DateTime<Utc>), CalendarFault> {
            // Not rolled: the very instant, even in a repeated hour.
            if date == local.date() {
                return Ok((counted_to, counted_to));
            }
            reading(date.and_time(local.time()), zone).map(|reading| (reading.earlier, reading.later))
        };
        let ((near_first, near_last), (far_first, far_last)) = (end_on(near)?, end_on(far)?);
        let (earlier, later) = (near_first.min(far_first), near_last.max(far_last));
        Ok(CountedHours { earlier, later, trigger, hours, direction, zone, counted_to, skipped })
    }
}
