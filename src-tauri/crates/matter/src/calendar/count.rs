//! Periods of days.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Calendar, CalendarFault, DayOff, Direction};
use crate::law::{Counting, Owed};

/// A hundred years: a longer period is a slip of the pen.
const LONGEST: u32 = 36_525;
/// More days off in a row than this is a broken table.
const LONGEST_ROLL: usize = 400;

/// By which rule a date came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS), ts(rename = "CountRule"))]
#[serde(rename_all = "camelCase")]
pub enum Rule {
    /// Printed on the form: never rolls (2009 Committee Note to FRCP 6(a): "They do not apply when a fixed time to act
    /// is set").
    FixedOnForm,
    /// FRCP 6(a)(1) or (5).
    ComputedDays,
    /// Days of the calendar, as § 2703(f)(2) counts them: never rolls.
    PlainDays,
    /// Court days only.
    BusinessDays,
}

/// A day that was stepped over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS), ts(rename = "SkippedDay"))]
#[serde(rename_all = "camelCase")]
pub struct Skipped {
    /// The day.
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub date: NaiveDate,
    /// Why: never empty.
    pub why: Vec<DayOff>,
    /// Whether it is open that a court would step over it: then the two candidates differ over it.
    pub in_doubt: bool,
}

/// How a date came about, in facts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS), ts(rename = "CountExplanation"))]
#[serde(rename_all = "camelCase")]
pub struct Explanation {
    /// The rule.
    pub rule: Rule,
    /// Which way it ran.
    pub direction: Direction,
    /// The day of the event, itself not counted; for a printed date that date.
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub trigger: NaiveDate,
    /// How many days were counted; 0 for a printed date.
    pub days: u32,
    /// Where the bare count ended, before any roll.
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub counted_to: NaiveDate,
    /// Days stepped over, in the order they were met. For computed days only those of the roll: the days between count.
    pub skipped: Vec<Skipped>,
    /// What the earlier candidate falls on, where the rule does not roll or the day is in doubt. A flag, not a correction.
    pub falls_on: Vec<DayOff>,
}

/// A date, or both candidates where the law leaves doubt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS), ts(rename = "CountedDays"))]
#[serde(rename_all = "camelCase")]
pub struct Counted {
    /// The earlier candidate: what our own duties go by.
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub earlier: NaiveDate,
    /// The later candidate: what waits owed to users go by. The same day where there is no doubt.
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub later: NaiveDate,
    /// How it came about.
    pub explanation: Explanation,
}

impl Counted {
    /// Whether the two candidates differ.
    #[must_use]
    pub fn in_doubt(&self) -> bool {
        self.earlier != self.later
    }

    /// The candidate that counts, rounded against ourselves.
    #[must_use]
    pub const fn for_whom(&self, owed: Owed) -> NaiveDate {
        match owed {
            Owed::ByUs => self.earlier,
            Owed::ToUsers => self.later,
        }
    }
}

impl Calendar<'_> {
    /// A period of days counted as its kind asks. [`Counting::FullDays`] gives the last full day; its instant is
    /// [`notice_window`](super::notice_window)'s work.
    ///
    /// # Errors
    /// [`CalendarFault::EmptyPeriod`], [`CalendarFault::OutOfRange`], [`CalendarFault::NoCourtDay`].
    pub fn count(
        &self,
        counting: Counting,
        trigger: NaiveDate,
        days: u32,
        direction: Direction,
    ) -> Result<Counted, CalendarFault> {
        match counting {
            Counting::FullDays | Counting::PlainDays => self.plain_days(trigger, days, direction),
            Counting::ComputedDays => self.computed_days(trigger, days, direction),
            Counting::BusinessDays => self.business_days(trigger, days, direction),
        }
    }

    /// A date printed on a paper. It stays where it is, whatever it falls on, and also before service: accepted, flagged,
    /// never corrected.
    ///
    /// # Errors
    /// [`CalendarFault::OutOfRange`].
    pub fn printed_date(&self, date: NaiveDate) -> Result<Counted, CalendarFault> {
        let date = super::in_range(date)?;
        Ok(self.explained(Rule::FixedOnForm, Direction::Forwards, date, 0, date, [date, date], Vec::new()))
    }

    /// Days of the calendar, without the trigger day; never rolls. 15 Jan + 90 = 15 Apr 2026.
    ///
    /// # Errors
    /// [`CalendarFault::EmptyPeriod`], [`CalendarFault::OutOfRange`].
    pub fn plain_days(&self, trigger: NaiveDate, days: u32, direction: Direction) -> Result<Counted, CalendarFault> {
        let end = bare(trigger, days, direction)?;
        Ok(self.explained(Rule::PlainDays, direction, trigger, days, end, [end, end], Vec::new()))
    }

    /// FRCP 6(a)(1): leaves out the trigger day, counts every day, and runs on from a last day that is Saturday, Sunday
    /// or legal holiday to the next day that is none; backwards, (a)(5), to the one before.
    ///
    /// # Errors
    /// [`CalendarFault::EmptyPeriod`], [`CalendarFault::OutOfRange`], [`CalendarFault::NoCourtDay`].
    pub fn computed_days(&self, trigger: NaiveDate, days: u32, direction: Direction) -> Result<Counted, CalendarFault> {
        let end = bare(trigger, days, direction)?;
        let (candidates, skipped) = self.roll(end, direction)?;
        Ok(self.explained(Rule::ComputedDays, direction, trigger, days, end, candidates, skipped))
    }

    /// So many court days after (or before) the trigger day, which is not counted.
    ///
    /// # Errors
    /// [`CalendarFault::EmptyPeriod`], [`CalendarFault::OutOfRange`], [`CalendarFault::NoCourtDay`].
    pub fn business_days(&self, trigger: NaiveDate, days: u32, direction: Direction) -> Result<Counted, CalendarFault> {
        bare(trigger, days, direction)?;
        let (mut near, mut skipped, mut date) = (None, Vec::new(), trigger);
        // Left to count where doubtful days are court days, and where they are not.
        let (mut left_near, mut left_far, mut off_in_a_row) = (days, days, 0);
        while left_far > 0 {
            date = direction.step(date, 1)?;
            let (certain, possible, why) = self.off(date, direction);
            if !certain && left_near > 0 {
                left_near -= 1;
                if left_near == 0 {
                    near = Some(date);
                }
            }
            if possible {
                off_in_a_row += 1;
                skipped.push(Skipped { date, why, in_doubt: !certain });
            } else {
                off_in_a_row = 0;
                left_far -= 1;
            }
            if off_in_a_row > LONGEST_ROLL {
                return Err(CalendarFault::NoCourtDay);
            }
        }
        let counted_to = near.unwrap_or(date);
        Ok(self.explained(Rule::BusinessDays, direction, trigger, days, counted_to, [counted_to, date], skipped))
    }

    /// How many court days lie after `from` up to and including `to`; negative when `to` is the earlier. For badges: a
    /// day in doubt is not counted, so that no badge promises more time than there may be.
    ///
    /// # Errors
    /// [`CalendarFault::OutOfRange`] when a date is outside 1900–2199 or they are more than a hundred years apart.
    pub fn business_days_between(&self, from: NaiveDate, to: NaiveDate) -> Result<i64, CalendarFault> {
        let (first, last) = (super::in_range(from.min(to))?, super::in_range(from.max(to))?);
        if (last - first).num_days() > i64::from(LONGEST) {
            return Err(CalendarFault::OutOfRange);
        }
        let mut count = 0;
        for date in first.iter_days().skip(1).take_while(|date| *date <= last) {
            count += i64::from(self.days_off(date, Direction::Forwards).is_empty());
        }
        Ok(if from <= to { count } else { -count })
    }

    /// From a day to the nearest court day, both ways of treating doubt, with the days stepped over.
    pub(super) fn roll(
        &self,
        from: NaiveDate,
        direction: Direction,
    ) -> Result<([NaiveDate; 2], Vec<Skipped>), CalendarFault> {
        let (mut near, mut skipped, mut date) = (None, Vec::new(), from);
        loop {
            let (certain, possible, why) = self.off(date, direction);
            if !certain && near.is_none() {
                near = Some(date);
            }
            if !possible {
                return Ok(([near.unwrap_or(date), date], skipped));
            }
            skipped.push(Skipped { date, why, in_doubt: !certain });
            if skipped.len() > LONGEST_ROLL {
                return Err(CalendarFault::NoCourtDay);
            }
            date = direction.step(date, 1)?;
        }
    }

    #[expect(clippy::too_many_arguments, reason = "one place that builds the record from its parts")]
    fn explained(
        &self,
        rule: Rule,
        direction: Direction,
        trigger: NaiveDate,
        days: u32,
        counted_to: NaiveDate,
        [a, b]: [NaiveDate; 2],
        skipped: Vec<Skipped>,
    ) -> Counted {
        let (earlier, later) = (a.min(b), a.max(b));
        let falls_on = self.days_off(earlier, direction);
        Counted {
            earlier,
            later,
            explanation: Explanation { rule, direction, trigger, days, counted_to, skipped, falls_on },
        }
    }
}

/// The bare count: every day, without the trigger day.
fn bare(trigger: NaiveDate, days: u32, direction: Direction) -> Result<NaiveDate, CalendarFault> {
    super::in_range(trigger)?;
    match days {
        0 => Err(CalendarFault::EmptyPeriod),
        1..=LONGEST => direction.step(trigger, days),
        _ => Err(CalendarFault::OutOfRange),
    }
}
