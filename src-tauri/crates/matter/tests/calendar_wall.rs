//! Hours, daylight saving, zones, and the wait owed to a user.
#![expect(clippy::unwrap_used, reason = "helpers of tests may stop the test")]

use chrono::{DateTime, Duration, NaiveDate, NaiveDateTime, TimeZone, Utc};
use chrono_tz::{America, Pacific, Tz};
use matter::calendar::{
    Calendar, CalendarFault, Direction, Owed, Wall, end_of_day, instant_in, notice_window, reading,
};
use matter::law::Holidays;
use proptest::prelude::*;
use std::sync::LazyLock;

static HOLIDAYS: LazyLock<Holidays> = LazyLock::new(|| Holidays::shipped().unwrap());

const LA: Tz = America::Los_Angeles;
const NY: Tz = America::New_York;

fn utc(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn wall(text: &str) -> NaiveDateTime {
    text.parse().unwrap()
}

fn at(zone: Tz, text: &str) -> DateTime<Utc> {
    zone.from_local_datetime(&wall(text)).single().unwrap().with_timezone(&Utc)
}

fn hours(trigger: DateTime<Utc>, hours: u32, direction: Direction) -> matter::calendar::CountedHours {
    Calendar::federal(&HOLIDAYS).computed_hours(trigger, hours, direction, NY).unwrap()
}

#[test]
fn hours_count_every_hour_that_passes() {
    // The clocks went back on Sunday 4 November 2007: 72 hours from 10:23 on Friday end at 9:23 on Monday.
    let counted = hours(at(NY, "2007-11-02T10:23:00"), 72, Direction::Forwards);
    assert_eq!((counted.earlier, counted.later), (at(NY, "2007-11-05T09:23:00"), at(NY, "2007-11-05T09:23:00")));
    assert!(counted.skipped.is_empty());
}

#[test]
fn hours_that_end_on_a_day_off_run_to_the_same_time() {
    let friday = at(NY, "2026-11-20T15:30:00");
    let counted = hours(friday, 48, Direction::Forwards);
    assert_eq!(counted.earlier, at(NY, "2026-11-23T15:30:00"));
    assert_eq!(counted.counted_to, at(NY, "2026-11-22T15:30:00"));
    assert_eq!(counted.skipped.len(), 1);
    let back = hours(at(NY, "2026-11-23T15:30:00"), 24, Direction::Backwards);
    assert_eq!((back.earlier, back.skipped.len()), (at(NY, "2026-11-20T15:30:00"), 2));
    // Into the doubtful Friday 3 July 2026: both candidates.
    let both = hours(at(NY, "2026-07-02T12:00:00"), 24, Direction::Forwards);
    assert_eq!(
        (both.for_whom(Owed::ByUs), both.for_whom(Owed::ToUsers)),
        (at(NY, "2026-07-03T12:00:00"), at(NY, "2026-07-06T12:00:00"))
    );
}

#[test]
fn hours_in_a_repeated_hour() {
    // Cairo sets its clocks back on a Thursday at midnight: 23:30 on 29 October 2026 comes twice.
    let cairo = chrono_tz::Africa::Cairo;
    let twice = reading(wall("2026-10-29T23:30:00"), cairo).unwrap();
    assert_eq!(twice.wall, Wall::Twice);
    // Counted to, not rolled: the very instant, not its twin.
    let exact = Calendar::federal(&HOLIDAYS)
        .computed_hours(twice.later - Duration::hours(30), 30, Direction::Forwards, cairo)
        .unwrap();
    assert_eq!((exact.earlier, exact.later), (twice.later, twice.later));
    // Rolled to it from a closed Wednesday: both are candidates.
    let closed = r#"
version = 1
as_of = "2026-11-01"
source = "test"
[[closure]]
id = "closed"
date = "2026-10-28"
name = { en = "Closed", es = "Cerrado" }
doubt = false
source = "test"
as_of = "2026-11-01"
"#;
    let holidays = Holidays::read(closed).unwrap();
    let rolled = Calendar::federal(&holidays)
        .computed_hours(at(cairo, "2026-10-27T23:30:00"), 24, Direction::Forwards, cairo)
        .unwrap();
    assert_eq!((rolled.earlier, rolled.later), (twice.earlier, twice.later));
}

#[test]
fn hours_refuse_nothing_and_too_much() {
    let calendar = Calendar::federal(&HOLIDAYS);
    let now = utc("2026-11-23T17:00:00Z");
    assert_eq!(calendar.computed_hours(now, 0, Direction::Forwards, NY), Err(CalendarFault::EmptyPeriod));
    assert_eq!(calendar.computed_hours(now, u32::MAX, Direction::Backwards, NY), Err(CalendarFault::OutOfRange));
    assert_eq!(
        calendar.computed_hours(DateTime::<Utc>::MAX_UTC, 1, Direction::Forwards, NY),
        Err(CalendarFault::OutOfRange)
    );
}

#[test]
fn a_skipped_and_a_repeated_wall_time_give_both_instants() {
    let once = reading(wall("2026-07-01T12:00:00"), NY).unwrap();
    assert_eq!(
        (once.wall, once.earlier, once.later),
        (Wall::Once, utc("2026-07-01T16:00:00Z"), utc("2026-07-01T16:00:00Z"))
    );
    let skipped = reading(wall("2026-03-08T02:30:00"), NY).unwrap();
    assert_eq!(
        (skipped.wall, skipped.earlier, skipped.later),
        (Wall::Skipped, utc("2026-03-08T06:30:00Z"), utc("2026-03-08T07:30:00Z"))
    );
    let twice = reading(wall("2026-11-01T01:30:00"), NY).unwrap();
    assert_eq!(
        (twice.wall, twice.earlier, twice.later),
        (Wall::Twice, utc("2026-11-01T05:30:00Z"), utc("2026-11-01T06:30:00Z"))
    );
    assert_eq!((twice.for_whom(Owed::ByUs), twice.for_whom(Owed::ToUsers)), (twice.earlier, twice.later));
    // A whole day that never was.
    let lost = reading(wall("2011-12-30T12:00:00"), Pacific::Apia).unwrap();
    assert_eq!((lost.wall, lost.later - lost.earlier), (Wall::Skipped, Duration::hours(24)));
}

#[test]
fn a_district_with_two_zones_gives_the_earlier_for_us() {
    let zones = [America::Chicago, America::Denver];
    let noon = wall("2026-11-23T12:00:00");
    assert_eq!(instant_in(noon, &zones, Owed::ByUs).unwrap(), utc("2026-11-23T18:00:00Z"));
    assert_eq!(instant_in(noon, &zones, Owed::ToUsers).unwrap(), utc("2026-11-23T19:00:00Z"));
    assert_eq!(instant_in(noon, &[], Owed::ByUs), Err(CalendarFault::NoZone));
    let day = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    assert_eq!(end_of_day(day, &zones, Owed::ByUs).unwrap(), utc("2026-11-24T05:59:59Z"));
}

#[test]
fn the_window_is_full_days_in_the_later_zone() {
    // Sent Monday in the morning; seven full days; the user in New York, the court in California.
    let window = notice_window(at(NY, "2026-11-23T10:00:00"), 7, &[NY, LA]).unwrap();
    assert_eq!(window.ends, at(LA, "2026-11-30T23:59:59"));
    assert_eq!((window.decided_by.zone, window.zones.len()), (LA, 2));
    assert!(!window.is_over(window.ends));
    assert!(!window.is_over(window.ends + Duration::milliseconds(999)));
    assert!(window.is_over(window.ends + Duration::seconds(1)));
    // The user is further west than the court.
    assert_eq!(
        notice_window(at(NY, "2026-11-23T10:00:00"), 7, &[Pacific::Honolulu, NY]).unwrap().decided_by.zone,
        Pacific::Honolulu
    );
}

#[test]
fn the_day_of_proof_is_taken_in_each_zone() {
    // 23:30 on the 23rd in California is already the 24th in New York: New York's window ends later.
    let window = notice_window(at(LA, "2026-11-23T23:30:00"), 7, &[NY, LA]).unwrap();
    assert_eq!(window.ends, at(NY, "2026-12-01T23:59:59"));
    assert_eq!(window.decided_by.proof_on, NaiveDate::from_ymd_opt(2026, 11, 24).unwrap());
    assert_eq!(window.decided_by.last_day, NaiveDate::from_ymd_opt(2026, 12, 1).unwrap());
}

#[test]
fn the_window_lasts_through_a_change_of_clocks() {
    // Over the autumn change the seven days are an hour longer, over the spring change an hour shorter.
    let autumn = notice_window(at(NY, "2026-10-28T12:00:00"), 7, &[NY]).unwrap();
    assert_eq!(autumn.ends, utc("2026-11-05T04:59:59Z"));
    let spring = notice_window(at(NY, "2026-03-04T12:00:00"), 7, &[NY]).unwrap();
    assert_eq!(spring.ends, utc("2026-03-12T03:59:59Z"));
    // Paraguay set its clocks back at midnight: 23:59:59 on 23 March 2024 came twice. The user has the second.
    let twice = notice_window(utc("2024-03-22T15:00:00Z"), 1, &[America::Asuncion]).unwrap();
    assert_eq!(twice.ends, utc("2024-03-24T03:59:59Z"));
}

#[test]
fn a_window_needs_days_and_a_zone() {
    let now = utc("2026-11-23T17:00:00Z");
    assert_eq!(notice_window(now, 0, &[NY]), Err(CalendarFault::EmptyPeriod));
    assert_eq!(notice_window(now, 7, &[]), Err(CalendarFault::NoZone));
    assert_eq!(notice_window(now, u32::MAX, &[NY]), Err(CalendarFault::OutOfRange));
    assert_eq!(notice_window(DateTime::<Utc>::MAX_UTC, 1, &[Pacific::Kiritimati]), Err(CalendarFault::OutOfRange));
}

proptest! {
    #[test]
    fn a_reading_is_ordered_and_near_its_wall_time(seconds in 0i64..3_000_000_000, zone in 0usize..chrono_tz::TZ_VARIANTS.len()) {
        let local = DateTime::from_timestamp(seconds, 0).unwrap().naive_utc();
        let found = reading(local, chrono_tz::TZ_VARIANTS[zone]).unwrap();
        prop_assert!(found.earlier <= found.later);
        prop_assert_eq!(found.earlier == found.later, found.wall == Wall::Once);
        // No zone lies more than 26 hours from UTC, no clock ever jumped more than a day.
        prop_assert!((found.earlier.naive_utc() - local).abs() <= Duration::hours(26));
        if found.wall != Wall::Skipped {
            for instant in [found.earlier, found.later] {
                prop_assert_eq!(instant.with_timezone(&chrono_tz::TZ_VARIANTS[zone]).naive_local(), local);
            }
        }
    }

    #[test]
    fn a_user_is_never_given_less_than_the_days_promised(seconds in 1_500_000_000i64..2_000_000_000, days in 1u32..60, a in 0usize..chrono_tz::TZ_VARIANTS.len(), b in 0usize..chrono_tz::TZ_VARIANTS.len()) {
        let proof = DateTime::from_timestamp(seconds, 0).unwrap();
        let zones = [chrono_tz::TZ_VARIANTS[a], chrono_tz::TZ_VARIANTS[b]];
        let window = notice_window(proof, days, &zones).unwrap();
        for zone in zones {
            let here = window.ends.with_timezone(&zone).naive_local();
            let proof_here = proof.with_timezone(&zone).date_naive();
            prop_assert!(here >= (proof_here + chrono::Days::new(days.into())).and_hms_opt(23, 59, 59).unwrap());
            prop_assert!(notice_window(proof, days, &[zone]).unwrap().ends <= window.ends);
        }
        prop_assert!(window.ends - proof <= Duration::days(i64::from(days)) + Duration::hours(51));
    }
}
