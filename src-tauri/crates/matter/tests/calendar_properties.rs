//! Counting over random triggers and periods.
#![expect(clippy::unwrap_used, reason = "helpers of tests may stop the test")]

use chrono::{Datelike, Days, NaiveDate, Weekday};
use matter::calendar::{Calendar, DayOff, Direction, parse_date};
use matter::law::Holidays;
use proptest::prelude::*;
use std::sync::LazyLock;

static HOLIDAYS: LazyLock<Holidays> = LazyLock::new(|| Holidays::shipped().unwrap());

fn federal() -> Calendar<'static> {
    Calendar::federal(&HOLIDAYS)
}

fn d(text: &str) -> NaiveDate {
    parse_date(text).unwrap()
}

fn any_date() -> impl Strategy<Value = NaiveDate> {
    (0u64..18_262).prop_map(|days| d("2000-01-01") + Days::new(days))
}

proptest! {
    #[test]
    fn a_count_never_ends_on_a_day_off(trigger in any_date(), days in 1u32..400, back in any::<bool>()) {
        let direction = if back { Direction::Backwards } else { Direction::Forwards };
        let counted = federal().computed_days(trigger, days, direction).unwrap();
        prop_assert!(counted.earlier <= counted.later);
        // The candidate furthest from the trigger is free of doubt; the nearer one is off at most in doubt.
        let (near, far) = if back { (counted.later, counted.earlier) } else { (counted.earlier, counted.later) };
        prop_assert!(federal().days_off(far, direction).is_empty());
        prop_assert!(federal().days_off(near, direction).iter().all(DayOff::in_doubt));
        for end in [near, far] {
            prop_assert!(!matches!(end.weekday(), Weekday::Sat | Weekday::Sun));
        }
        // Every day between the bare count and the far end is named, with a reason.
        let explained: Vec<NaiveDate> = counted.explanation.skipped.iter().map(|day| day.date).collect();
        prop_assert_eq!(explained.len() as i64, (far - counted.explanation.counted_to).num_days().abs());
        prop_assert!(counted.explanation.skipped.iter().all(|day| !day.why.is_empty()));
    }

    #[test]
    fn counting_is_monotone(trigger in any_date(), days in 1u32..400, more in 0u32..30, later in 0u64..30) {
        let count = |trigger, days| federal().computed_days(trigger, days, Direction::Forwards).unwrap();
        let (a, b, c) = (count(trigger, days), count(trigger, days + more), count(trigger + Days::new(later), days));
        prop_assert!(a.earlier <= b.earlier && a.later <= b.later);
        prop_assert!(a.earlier <= c.earlier && a.later <= c.later);
        prop_assert!(a.earlier >= trigger + Days::new(days.into()));
    }

    #[test]
    fn back_from_the_end_is_not_before_the_last_court_day_at_the_trigger(trigger in any_date(), days in 1u32..400) {
        let there = federal().computed_days(trigger, days, Direction::Forwards).unwrap();
        for end in [there.earlier, there.later] {
            let back = federal().computed_days(end, days, Direction::Backwards).unwrap();
            // The bare count back is at or after the trigger, so the roll ends no earlier than a roll from the trigger
            // itself: at most a long weekend with holidays.
            prop_assert!(back.explanation.counted_to >= trigger);
            prop_assert!(back.earlier >= trigger - Days::new(6));
            prop_assert!(back.later <= end - Days::new(days.into()));
        }
    }

    #[test]
    fn business_days_and_their_difference_agree(trigger in any_date(), days in 1u32..120) {
        let counted = federal().business_days(trigger, days, Direction::Forwards).unwrap();
        // In the later candidate every doubt counts as off, as in the badge.
        prop_assert_eq!(federal().business_days_between(trigger, counted.later).unwrap(), i64::from(days));
        prop_assert!(federal().business_days_between(trigger, counted.earlier).unwrap() <= i64::from(days));
        prop_assert_eq!(federal().business_days_between(counted.later, trigger).unwrap(), -i64::from(days));
    }

    #[test]
    fn any_text_is_a_date_or_a_fault(text in any::<String>()) {
        if let Ok(date) = parse_date(&text) {
            prop_assert_eq!(date.to_string(), text);
        }
    }
}
