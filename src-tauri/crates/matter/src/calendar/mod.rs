//! Counting time as the rules count it: FRCP 6(a) days and hours, plain days, business days, dates fixed on a form, and
//! the wait owed to a user. Every result says how it came about, as data, and where the law leaves doubt it gives both
//! candidates; [`Owed`] then rounds against ourselves (legal-reference §4). No clock is read here.

mod count;
mod day;
mod hours;
mod wall;

use chrono::{Datelike, NaiveDate};

pub use crate::law::{Counting, Owed};
pub use count::{Counted, Explanation, Rule, Skipped};
pub use day::{Calendar, DayOff, Direction};
pub use hours::CountedHours;
pub use wall::{NoticeWindow, Reading, Wall, ZoneEnd, end_of_day, instant_in, notice_window, reading};

/// Why something cannot be counted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CalendarFault {
    /// There is no such date: 30 February, month 13, or not a date at all.
    #[error("there is no such date")]
    ImpossibleDate,
    /// A date before 1900 or after 2199, or a period that leads there: a slip of the pen.
    #[error("the date lies outside the years 1900 to 2199")]
    OutOfRange,
    /// A period of nothing.
    #[error("the period is empty")]
    EmptyPeriod,
    /// No time zone is known for a question that needs one.
    #[error("no time zone is known")]
    NoZone,
    /// The calendar has no court day for more than a year: its closures are wrong.
    #[error("the calendar has no court day for more than a year")]
    NoCourtDay,
}

/// A date from its parts.
///
/// # Errors
/// [`CalendarFault::ImpossibleDate`], or [`CalendarFault::OutOfRange`] for a year outside 1900–2199.
pub fn calendar_date(year: i32, month: u32, day: u32) -> Result<NaiveDate, CalendarFault> {
    in_range(NaiveDate::from_ymd_opt(year, month, day).ok_or(CalendarFault::ImpossibleDate)?)
}

/// A date from `YYYY-MM-DD`, nothing else: dates in other orders are for a person to settle.
///
/// # Errors
/// [`CalendarFault::ImpossibleDate`], or [`CalendarFault::OutOfRange`] for a year outside 1900–2199.
pub fn parse_date(text: &str) -> Result<NaiveDate, CalendarFault> {
    let shaped = text.len() == 10
        && text.bytes().enumerate().all(|(at, b)| if matches!(at, 4 | 7) { b == b'-' } else { b.is_ascii_digit() });
    if !shaped {
        return Err(CalendarFault::ImpossibleDate);
    }
    in_range(text.parse().map_err(|_| CalendarFault::ImpossibleDate)?)
}

fn in_range(date: NaiveDate) -> Result<NaiveDate, CalendarFault> {
    if (1900..2200).contains(&date.year()) { Ok(date) } else { Err(CalendarFault::OutOfRange) }
}
