//! Dates and times written out.

use chrono::NaiveDate;
use letters::Language;

#[test]
fn days_are_written_out() {
    let day = NaiveDate::from_ymd_opt(2026, 12, 3).unwrap();
    assert_eq!(Language::En.date(day), "Thursday, December 3, 2026");
    assert_eq!(Language::Es.date(day), "jueves, 3 de diciembre de 2026");
    let day = NaiveDate::from_ymd_opt(2028, 2, 29).unwrap();
    assert_eq!(Language::En.date(day), "Tuesday, February 29, 2028");
    assert_eq!(Language::Es.date(day), "martes, 29 de febrero de 2028");
}

#[test]
fn times_carry_their_zone_and_are_never_rounded_up() {
    let at = |h, m, s| NaiveDate::from_ymd_opt(2026, 12, 7).unwrap().and_hms_opt(h, m, s).unwrap();
    assert_eq!(
        Language::En.moment(at(23, 59, 59), "Eastern Time"),
        "Monday, December 7, 2026, 11:59 p.m. Eastern Time"
    );
    assert_eq!(Language::En.moment(at(0, 5, 0), "Pacific Time"), "Monday, December 7, 2026, 12:05 a.m. Pacific Time");
    assert_eq!(Language::En.moment(at(12, 0, 0), "Pacific Time"), "Monday, December 7, 2026, 12:00 p.m. Pacific Time");
    assert_eq!(
        Language::Es.moment(at(13, 30, 0), "hora del Este"),
        "lunes, 7 de diciembre de 2026, a la 1:30 p. m. (hora del Este)"
    );
    assert_eq!(
        Language::Es.moment(at(9, 0, 0), "hora del Este"),
        "lunes, 7 de diciembre de 2026, a las 9:00 a. m. (hora del Este)"
    );
}
