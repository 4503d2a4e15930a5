//! Dates that do not exist, periods that cannot be counted, and days off that hold only somewhere.
#![expect(clippy::unwrap_used, reason = "helpers of tests may stop the test")]

use chrono::NaiveDate;
use matter::calendar::{Calendar, CalendarFault, Counting, Direction, calendar_date, parse_date};
use matter::law::{Courts, Holidays};

fn d(text: &str) -> NaiveDate {
    parse_date(text).unwrap()
}

#[test]
fn rows_of_a_state_a_court_and_a_direction() {
    let text = r#"
version = 9
as_of = "2026-11-01"
source = "test"
[[holiday]]
id = "stateDay"
name = { en = "State Day", es = "Día del Estado" }
rule = { type = "fixed", month = 3, day = 31 }
states = ["California"]
forward_only = true
source = "test"
as_of = "2026-11-01"
[[closure]]
id = "storm"
date = "2026-03-30"
name = { en = "Storm", es = "Tormenta" }
courts = ["cand"]
doubt = false
source = "test"
as_of = "2026-11-01"
"#;
    let holidays = Holidays::read(text).unwrap();
    let courts = Courts::shipped().unwrap();
    let court = |id: &str| courts.by_id(&id.into()).unwrap();
    let off = |id: &str, date: &str, direction| {
        !Calendar::of_court(&holidays, court(id)).days_off(d(date), direction).is_empty()
    };
    assert!(off("cand", "2026-03-31", Direction::Forwards) && off("cacd", "2026-03-31", Direction::Forwards));
    assert!(!off("cand", "2026-03-31", Direction::Backwards), "FRCP 6(a)(6)(C): only periods after an event");
    assert!(!off("ord", "2026-03-31", Direction::Forwards));
    assert!(off("cand", "2026-03-30", Direction::Backwards) && !off("cacd", "2026-03-30", Direction::Backwards));
    assert!(Calendar::federal(&holidays).days_off(d("2026-03-31"), Direction::Forwards).is_empty());
    // A state's Saturday is not moved by the federal rule: 31 March 2029.
    assert!(!off("cand", "2029-03-30", Direction::Forwards));
}

#[test]
fn impossible_dates_are_typed() {
    for text in [
        "2026-02-30",
        "2025-02-29",
        "2026-13-01",
        "2026-00-10",
        "26-01-01",
        "01/02/2026",
        "2026-1-1",
        "",
        "２０２６-01-01",
        "2026-01-01 ",
        "+026-01-01",
    ] {
        assert_eq!(parse_date(text), Err(CalendarFault::ImpossibleDate), "{text}");
    }
    assert_eq!(parse_date("2028-02-29").unwrap(), calendar_date(2028, 2, 29).unwrap());
    assert_eq!(calendar_date(2026, 4, 31), Err(CalendarFault::ImpossibleDate));
    for year in [202, 1899, 2200, 20266] {
        assert_eq!(calendar_date(year, 1, 1), Err(CalendarFault::OutOfRange), "{year}");
    }
    let holidays = Holidays::shipped().unwrap();
    let calendar = Calendar::federal(&holidays);
    for counting in [Counting::FullDays, Counting::PlainDays, Counting::ComputedDays, Counting::BusinessDays] {
        assert_eq!(calendar.count(counting, d("2026-01-01"), 0, Direction::Forwards), Err(CalendarFault::EmptyPeriod));
        assert_eq!(
            calendar.count(counting, d("2026-01-01"), u32::MAX, Direction::Forwards),
            Err(CalendarFault::OutOfRange)
        );
        assert_eq!(calendar.count(counting, d("2199-12-31"), 1, Direction::Forwards), Err(CalendarFault::OutOfRange));
    }
    assert_eq!(calendar.printed_date(NaiveDate::MAX), Err(CalendarFault::OutOfRange));
    assert_eq!(calendar.business_days_between(NaiveDate::MIN, NaiveDate::MAX), Err(CalendarFault::OutOfRange));
}
