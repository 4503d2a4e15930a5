//! FRCP 6(a) days, holidays 2025–2028, plain and business days: the vectors of legal-reference §4 and properties.
#![expect(clippy::unwrap_used, reason = "helpers of tests may stop the test")]

use chrono::{Datelike, NaiveDate, Weekday};
use matter::calendar::{Calendar, Counting, DayOff, Direction, Owed, Rule, parse_date};
use matter::law::Holidays;
use std::sync::LazyLock;

static HOLIDAYS: LazyLock<Holidays> = LazyLock::new(|| Holidays::shipped().unwrap());

fn federal() -> Calendar<'static> {
    Calendar::federal(&HOLIDAYS)
}

fn d(text: &str) -> NaiveDate {
    parse_date(text).unwrap()
}

fn forwards(trigger: &str, days: u32) -> matter::calendar::Counted {
    federal().computed_days(d(trigger), days, Direction::Forwards).unwrap()
}

#[test]
fn the_vectors_of_the_reference() {
    for (trigger, days, end) in [
        ("2026-02-02", 14, "2026-02-17"),
        ("2026-11-12", 14, "2026-11-27"),
        ("2026-12-11", 14, "2026-12-28"),
        ("2026-03-31", 60, "2026-06-01"),
    ] {
        let counted = forwards(trigger, days);
        assert_eq!((counted.earlier, counted.later), (d(end), d(end)), "{trigger} + {days}");
        assert!(!counted.in_doubt());
    }
    let both = forwards("2026-06-19", 14);
    assert_eq!((both.earlier, both.later), (d("2026-07-03"), d("2026-07-06")));
    assert_eq!((both.for_whom(Owed::ByUs), both.for_whom(Owed::ToUsers)), (d("2026-07-03"), d("2026-07-06")));
}

#[test]
fn a_count_explains_itself_in_facts() {
    let counted = forwards("2026-06-19", 14);
    let why = &counted.explanation;
    assert_eq!(
        (why.rule, why.trigger, why.days, why.counted_to),
        (Rule::ComputedDays, d("2026-06-19"), 14, d("2026-07-03"))
    );
    let skipped: Vec<(NaiveDate, bool)> = why.skipped.iter().map(|day| (day.date, day.in_doubt)).collect();
    assert_eq!(skipped, [(d("2026-07-03"), true), (d("2026-07-04"), false), (d("2026-07-05"), false)]);
    assert!(
        matches!(&why.skipped[0].why[..], [DayOff::Observed { id, of, doubt: true, .. }] if id == "independence" && *of == d("2026-07-04"))
    );
    assert!(matches!(&why.skipped[1].why[..], [DayOff::Weekend { weekday: Weekday::Sat }, DayOff::Holiday { .. }]));
    let wire = serde_json::to_value(&counted).unwrap();
    assert_eq!(wire["earlier"], "2026-07-03");
    assert_eq!(wire["explanation"]["skipped"][0]["why"][0]["type"], "observed");
    assert_eq!(serde_json::from_value::<matter::calendar::Counted>(wire).unwrap(), counted);
}

/// The table of legal-reference §4: day observed, and whether that is the holiday's own date.
const HOLIDAY_TABLE: &[(&str, [&str; 4])] = &[
    ("newYear", ["2025-01-01", "2026-01-01", "2027-01-01", "2027-12-31"]),
    ("mlk", ["2025-01-20", "2026-01-19", "2027-01-18", "2028-01-17"]),
    ("washington", ["2025-02-17", "2026-02-16", "2027-02-15", "2028-02-21"]),
    ("memorial", ["2025-05-26", "2026-05-25", "2027-05-31", "2028-05-29"]),
    ("juneteenth", ["2025-06-19", "2026-06-19", "2027-06-18", "2028-06-19"]),
    ("independence", ["2025-07-04", "2026-07-03", "2027-07-05", "2028-07-04"]),
    ("labor", ["2025-09-01", "2026-09-07", "2027-09-06", "2028-09-04"]),
    ("columbus", ["2025-10-13", "2026-10-12", "2027-10-11", "2028-10-09"]),
    ("veterans", ["2025-11-11", "2026-11-11", "2027-11-11", "2028-11-10"]),
    ("thanksgiving", ["2025-11-27", "2026-11-26", "2027-11-25", "2028-11-23"]),
    ("christmas", ["2025-12-25", "2026-12-25", "2027-12-24", "2028-12-25"]),
];

#[test]
fn holidays_2025_to_2028() {
    let mut expected: Vec<(NaiveDate, &str)> =
        HOLIDAY_TABLE.iter().flat_map(|(id, days)| days.map(|day| (d(day), *id))).collect();
    expected.sort_unstable();
    let mut found = Vec::new();
    for date in d("2025-01-01").iter_days().take_while(|date| *date <= d("2028-12-31")) {
        for reason in federal().days_off(date, Direction::Forwards) {
            match reason {
                DayOff::Weekend { .. } => {}
                // On a weekend the table shows the observed day instead.
                DayOff::Holiday { .. } if matches!(date.weekday(), Weekday::Sat | Weekday::Sun) => {}
                DayOff::Holiday { id, doubt, .. } => {
                    assert!(!doubt);
                    found.push((date, id));
                }
                DayOff::Observed { id, doubt, .. } => {
                    assert_eq!(doubt, date.weekday() == Weekday::Fri, "{date}");
                    found.push((date, id));
                }
                DayOff::Closure { id, doubt, .. } => {
                    assert!(doubt && id.starts_with("presidential-2025-12-2"), "{id}");
                }
            }
        }
    }
    let found: Vec<(NaiveDate, &str)> = found.iter().map(|(date, id)| (*date, id.as_str())).collect();
    assert_eq!(found, expected);
    assert!(
        federal().days_off(d("2020-06-19"), Direction::Forwards).is_empty(),
        "Juneteenth is a federal holiday since 2021"
    );
}

#[test]
fn presidential_closures_leave_doubt() {
    let counted = forwards("2025-12-10", 14);
    assert_eq!((counted.earlier, counted.later), (d("2025-12-24"), d("2025-12-29")));
}

#[test]
fn backwards_rolls_back() {
    // 14 days before Mon 1 Jun 2026 is Mon 18 May.
    let plain = federal().computed_days(d("2026-06-01"), 14, Direction::Backwards).unwrap();
    assert_eq!((plain.earlier, plain.later), (d("2026-05-18"), d("2026-05-18")));
    // 7 days before Mon 1 Jun is Memorial Day: back over the weekend to Friday.
    let rolled = federal().computed_days(d("2026-06-01"), 7, Direction::Backwards).unwrap();
    assert_eq!((rolled.earlier, rolled.later), (d("2026-05-22"), d("2026-05-22")));
    assert_eq!(rolled.explanation.skipped.len(), 3);
    // 7 days before Fri 10 Jul is the doubtful Fri 3 Jul: Thursday or Friday.
    let both = federal().computed_days(d("2026-07-10"), 7, Direction::Backwards).unwrap();
    assert_eq!((both.earlier, both.later), (d("2026-07-02"), d("2026-07-03")));
}

#[test]
fn a_printed_date_never_rolls_and_says_what_it_falls_on() {
    let saturday = federal().printed_date(d("2026-07-04")).unwrap();
    assert_eq!(
        (saturday.earlier, saturday.later, saturday.explanation.rule),
        (d("2026-07-04"), d("2026-07-04"), Rule::FixedOnForm)
    );
    assert_eq!(saturday.explanation.falls_on.len(), 2);
    assert!(federal().printed_date(d("2026-07-07")).unwrap().explanation.falls_on.is_empty());
}

#[test]
fn preservation_counts_plain_days() {
    let first = federal().plain_days(d("2026-01-15"), 90, Direction::Forwards).unwrap();
    assert_eq!(first.earlier, d("2026-04-15"));
    assert_eq!(federal().plain_days(first.earlier, 90, Direction::Forwards).unwrap().later, d("2026-07-14"));
    // A Saturday stays a Saturday.
    let saturday = federal().count(Counting::PlainDays, d("2026-03-31"), 60, Direction::Forwards).unwrap();
    assert_eq!((saturday.earlier, saturday.explanation.falls_on.len()), (d("2026-05-30"), 1));
}

#[test]
fn business_days_step_over_weekends_and_holidays() {
    let next = |date: &str| federal().business_days(d(date), 1, Direction::Forwards).unwrap();
    assert_eq!(next("2026-11-23").earlier, d("2026-11-24"));
    assert_eq!(next("2026-11-25").earlier, d("2026-11-27"));
    assert_eq!(next("2026-11-20").later, d("2026-11-23"));
    let both = next("2026-07-02");
    assert_eq!((both.earlier, both.later), (d("2026-07-03"), d("2026-07-06")));
    let three = federal().count(Counting::BusinessDays, d("2026-07-01"), 3, Direction::Forwards).unwrap();
    assert_eq!((three.earlier, three.later), (d("2026-07-06"), d("2026-07-07")));
    let back = federal().business_days(d("2026-07-06"), 1, Direction::Backwards).unwrap();
    assert_eq!((back.earlier, back.later), (d("2026-07-02"), d("2026-07-03")));
}

#[test]
fn badges_count_court_days() {
    let between = |a: &str, b: &str| federal().business_days_between(d(a), d(b)).unwrap();
    assert_eq!(between("2026-11-23", "2026-11-23"), 0);
    assert_eq!(between("2026-11-23", "2026-11-27"), 3);
    assert_eq!(between("2026-11-27", "2026-11-23"), -3);
    assert_eq!(between("2026-11-20", "2026-11-22"), 0);
    assert_eq!(between("2026-07-01", "2026-07-06"), 2, "the doubtful 3 July is not promised");
}
