//! Which days are no court days, and why.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use super::CalendarFault;
use crate::law::{Court, CourtId, Holidays, Wording};

/// Which way a period runs from its trigger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS), ts(rename = "CountDirection"))]
#[serde(rename_all = "camelCase")]
pub enum Direction {
    /// After an event.
    Forwards,
    /// Before an event: FRCP 6(a)(5) counts and rolls backwards. State holidays do not count, 6(a)(6)(C).
    Backwards,
}

impl Direction {
    /// The date so many days further this way.
    pub(super) fn step(self, date: NaiveDate, days: u32) -> Result<NaiveDate, CalendarFault> {
        let days = Days::new(days.into());
        let date = match self {
            Self::Forwards => date.checked_add_days(days),
            Self::Backwards => date.checked_sub_days(days),
        };
        super::in_range(date.ok_or(CalendarFault::OutOfRange)?)
    }
}

/// One reason why a day is no court day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum DayOff {
    /// Saturday or Sunday.
    Weekend {
        /// Which of the two.
        #[cfg_attr(feature = "wire", ts(type = "string"))]
        weekday: Weekday,
    },
    /// A legal holiday on its own date.
    Holiday {
        /// Row of the holidays' table.
        id: String,
        /// Its name.
        name: Wording,
        /// Whether it is open that a court would count it.
        doubt: bool,
    },
    /// The day on which a holiday that falls on a weekend is observed.
    Observed {
        /// Row of the holidays' table.
        id: String,
        /// Its name.
        name: Wording,
        /// The holiday's own date.
        #[cfg_attr(feature = "wire", ts(type = "string"))]
        of: NaiveDate,
        /// Whether it is open that a court would count it.
        doubt: bool,
    },
    /// A closure that no rule gives.
    Closure {
        /// Row of the holidays' table.
        id: String,
        /// Its name.
        name: Wording,
        /// Whether it is open that a court would count it.
        doubt: bool,
    },
}

impl DayOff {
    /// Whether it is open that a court would count this day as off for this reason.
    #[must_use]
    pub const fn in_doubt(&self) -> bool {
        match self {
            Self::Weekend { .. } => false,
            Self::Holiday { doubt, .. } | Self::Observed { doubt, .. } | Self::Closure { doubt, .. } => *doubt,
        }
    }
}

/// A calendar of court days: the holiday table, seen from one court or from none in particular.
#[derive(Debug, Clone, Copy)]
pub struct Calendar<'a> {
    holidays: &'a Holidays,
    court: Option<&'a Court>,
}

impl<'a> Calendar<'a> {
    /// Federal holidays only: for demands that are before no court.
    #[must_use]
    pub const fn federal(holidays: &'a Holidays) -> Self {
        Self { holidays, court: None }
    }

    /// With the rows of this court and of the state where it sits.
    #[must_use]
    pub const fn of_court(holidays: &'a Holidays, court: &'a Court) -> Self {
        Self { holidays, court: Some(court) }
    }

    /// Every reason why this day is no court day; empty for a court day.
    #[must_use]
    pub fn days_off(&self, date: NaiveDate, direction: Direction) -> Vec<DayOff> {
        let mut found = Vec::new();
        if matches!(date.weekday(), Weekday::Sat | Weekday::Sun) {
            found.push(DayOff::Weekend { weekday: date.weekday() });
        }
        for row in &self.holidays.holidays {
            if !self.applies(&row.states, &row.courts, row.forward_only, direction) {
                continue;
            }
            if row.date_in(date.year()) == Some(date) {
                found.push(DayOff::Holiday { id: row.id.clone(), name: row.name.clone(), doubt: row.doubt });
            }
            // The observance rules are federal; a state's own row says its own days.
            if !row.states.is_empty() || !row.courts.is_empty() {
                continue;
            }
            // New Year's Day of the next year may be observed in this one.
            for of in (date.year() - 1..=date.year() + 1).filter_map(|year| row.date_in(year)) {
                for rule in
                    self.holidays.observances.iter().filter(|rule| rule.observed(of) == Some(date) && of != date)
                {
                    found.push(DayOff::Observed {
                        id: row.id.clone(),
                        name: row.name.clone(),
                        of,
                        doubt: rule.doubt || row.doubt,
                    });
                }
            }
        }
        for row in self.holidays.closures.iter().filter(|row| row.date == date) {
            if self.applies(&row.states, &row.courts, row.forward_only, direction) {
                found.push(DayOff::Closure { id: row.id.clone(), name: row.name.clone(), doubt: row.doubt });
            }
        }
        found
    }

    fn applies(&self, states: &[String], courts: &[CourtId], forward_only: bool, direction: Direction) -> bool {
        let everywhere = states.is_empty() && courts.is_empty();
        let here = self.court.is_some_and(|court| courts.contains(&court.id) || states.contains(&court.state));
        (everywhere || here) && (direction == Direction::Forwards || !forward_only)
    }

    /// Whether the day is off beyond doubt, and whether it is off if every doubt counts.
    pub(super) fn off(&self, date: NaiveDate, direction: Direction) -> (bool, bool, Vec<DayOff>) {
        let why = self.days_off(date, direction);
        (why.iter().any(|reason| !reason.in_doubt()), !why.is_empty(), why)
    }
}
