//! Legal holidays as rules, and days off that no rule gives. Counting with them is the calendar's work.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use super::{CourtId, LawFault, RowProblem, Table, Wording, broken, check_rows, table};

/// How a holiday's date follows from the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase", deny_unknown_fields)]
pub enum HolidayRule {
    /// The same date every year.
    Fixed {
        /// 1–12.
        month: u32,
        /// 1–31.
        day: u32,
    },
    /// The nth such weekday of a month.
    Nth {
        /// 1–12.
        month: u32,
        /// Which weekday.
        weekday: Weekday,
        /// 1–5.
        nth: u8,
    },
    /// The last such weekday of a month.
    Last {
        /// 1–12.
        month: u32,
        /// Which weekday.
        weekday: Weekday,
    },
}

impl HolidayRule {
    /// The date in that year; `None` where the year has none (29 February, a fifth Monday).
    #[must_use]
    pub fn date_in(&self, year: i32) -> Option<NaiveDate> {
        match *self {
            Self::Fixed { month, day } => NaiveDate::from_ymd_opt(year, month, day),
            Self::Nth { month, weekday, nth } => NaiveDate::from_weekday_of_month_opt(year, month, weekday, nth),
            Self::Last { month, weekday } => {
                let last = NaiveDate::from_ymd_opt(year, month, 1)?.checked_add_months(Months::new(1))?.pred_opt()?;
                let back = (7 + last.weekday().num_days_from_monday() - weekday.num_days_from_monday()) % 7;
                last.checked_sub_days(Days::new(back.into()))
            }
        }
    }
}

/// One recurring holiday.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Holiday {
    /// Id of the row.
    pub id: String,
    /// What people call it.
    pub name: Wording,
    /// When it is.
    pub rule: HolidayRule,
    /// First year in which it was a holiday; always, when absent.
    #[serde(default)]
    pub since: Option<i32>,
    /// States (as in the courts' table) in which it holds; everywhere, when no state and no court is named.
    #[serde(default)]
    pub states: Vec<String>,
    /// Courts in which it holds.
    #[serde(default)]
    pub courts: Vec<CourtId>,
    /// Whether it counts only in periods measured after an event: FRCP 6(a)(6)(C), holidays of the court's state.
    #[serde(alias = "forward_only", default)]
    pub forward_only: bool,
    /// Whether it is open that a court would count it.
    #[serde(default)]
    pub doubt: bool,
    /// Where the row comes from.
    pub source: String,
    /// The day to which the source was read.
    #[serde(alias = "as_of")]
    pub as_of: NaiveDate,
}

impl Holiday {
    /// Its date in that year, not moved off a weekend.
    #[must_use]
    pub fn date_in(&self, year: i32) -> Option<NaiveDate> {
        if self.since.is_some_and(|since| year < since) { None } else { self.rule.date_in(year) }
    }
}

/// Where a holiday on a weekend is observed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Move {
    /// On the Friday before: 5 U.S.C. § 6103(b), for pay and leave.
    PrecedingFriday,
    /// On the Monday after: E.O. 11582.
    FollowingMonday,
}

/// The rule for a recurring holiday that falls on a given day of the week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Observance {
    /// The day on which the holiday itself falls.
    #[serde(alias = "falls_on")]
    pub falls_on: Weekday,
    /// Where it is observed instead.
    pub moves: Move,
    /// Whether it is open that a court would count the observed day.
    pub doubt: bool,
    /// Where the row comes from.
    pub source: String,
    /// The day to which the source was read.
    #[serde(alias = "as_of")]
    pub as_of: NaiveDate,
}

impl Observance {
    /// The observed day for a holiday on `date`, if this rule speaks of that weekday.
    #[must_use]
    pub fn observed(&self, date: NaiveDate) -> Option<NaiveDate> {
        if date.weekday() != self.falls_on {
            return None;
        }
        let step = |to: Weekday, forward: bool| {
            let ahead = u64::from((7 + to.num_days_from_monday() - date.weekday().num_days_from_monday()) % 7);
            if forward {
                date.checked_add_days(Days::new(ahead))
            } else {
                date.checked_sub_days(Days::new((7 - ahead) % 7))
            }
        };
        match self.moves {
            Move::PrecedingFriday => step(Weekday::Fri, false),
            Move::FollowingMonday => step(Weekday::Mon, true),
        }
    }
}

/// One day off that no rule gives: a presidential closure, a closed courthouse, a day declared by a state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Closure {
    /// Id of the row.
    pub id: String,
    /// The day.
    pub date: NaiveDate,
    /// What people call it.
    pub name: Wording,
    /// States in which it holds; everywhere, when no state and no court is named.
    #[serde(default)]
    pub states: Vec<String>,
    /// Courts in which it holds.
    #[serde(default)]
    pub courts: Vec<CourtId>,
    /// Whether it counts only in periods measured after an event.
    #[serde(alias = "forward_only", default)]
    pub forward_only: bool,
    /// Whether it is open that a court would count it.
    pub doubt: bool,
    /// Where the row comes from.
    pub source: String,
    /// The day to which the source was read.
    #[serde(alias = "as_of")]
    pub as_of: NaiveDate,
}

table! {
    /// Legal holidays, how they are observed, and closures.
    Holidays, "holidays",
    /// Where a holiday on a weekend is observed.
    observances as "observance": Observance,
    /// Recurring holidays.
    holidays as "holiday": Holiday,
    /// Dated exceptions.
    closures as "closure": Closure
}

impl Table for Holidays {
    const NAME: &'static str = "holidays";

    fn check(&self) -> Result<(), LawFault> {
        let rows = self.holidays.iter().map(|row| (row.id.as_str(), row.source.as_str(), Some(&row.name)));
        let closures = self.closures.iter().map(|row| (row.id.as_str(), row.source.as_str(), Some(&row.name)));
        check_rows(Self::NAME, rows.chain(closures))?;
        // Twenty-eight years hold every weekday of every date, leap days included.
        let never = |row: &&Holiday| (2000..2028).all(|year| row.rule.date_in(year).is_none());
        if let Some(row) = self.holidays.iter().find(never) {
            return Err(broken(Self::NAME, row.id.clone(), RowProblem::NeverADate));
        }
        if let Some(row) = self.observances.iter().find(|row| row.source.trim().is_empty()) {
            return Err(broken(Self::NAME, row.falls_on.to_string(), RowProblem::NoSource));
        }
        Ok(())
    }
}
