//! Dates and times as people type and read them: `2026-12-03 17:00 America/Los_Angeles`.

use chrono::{DateTime, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, SecondsFormat, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use desk::{Clock, SystemClock};
use serde_json::{Value, json};

use crate::failure::{Failure, Outcome};

/// A moment on the wire: an instant and the zone it was said in. `now` is the present; a time without a zone is read in
/// the desk's own; an RFC 3339 time keeps its instant.
pub(crate) fn moment(text: &str, zone: Tz) -> Outcome<Value> {
    let (at, zone) = instant_and_zone(text, zone)?;
    Ok(json!({ "at": at.to_rfc3339_opts(SecondsFormat::Millis, true), "zone": zone.name() }))
}

/// An instant, for `--as-of` and `--known-at`. A day alone means its last millisecond: everything of that day counts.
pub(crate) fn instant(text: &str, zone: Tz) -> Outcome<DateTime<Utc>> {
    if let Ok(day) = text.trim().parse::<NaiveDate>() {
        let next = day.succ_opt().unwrap_or(day).and_time(NaiveTime::MIN);
        return Ok(local(next, zone, text)? - TimeDelta::milliseconds(1));
    }
    instant_and_zone(text, zone).map(|(at, _)| at)
}

/// A date printed on a paper, with its time and zone where the paper prints them. It is kept as printed.
pub(crate) fn printed(text: &str, zone: Tz) -> Outcome<Value> {
    let mut parts = text.split_whitespace();
    let date = date(parts.next().unwrap_or_default())?;
    let (mut time, mut named) = (None, None);
    for part in parts {
        match clock(part) {
            Some(read) if time.is_none() => time = Some(read),
            _ if named.is_none() => named = Some(zone_named(part)?),
            _ => return Err(unreadable(text)),
        }
    }
    Ok(json!({ "date": date, "time": time, "zone": named.unwrap_or(zone).name() }))
}

/// A calendar date.
pub(crate) fn date(text: &str) -> Outcome<NaiveDate> {
    text.trim().parse().map_err(|_| Failure::usage(format!("`{text}` is not a date; write 2026-12-03")))
}

/// A zone by its IANA name.
pub(crate) fn zone_named(text: &str) -> Outcome<Tz> {
    text.parse().map_err(|_| Failure::usage(format!("`{text}` is not a time zone; write America/Los_Angeles")))
}

fn instant_and_zone(text: &str, zone: Tz) -> Outcome<(DateTime<Utc>, Tz)> {
    let text = text.trim();
    if text == "now" {
        return Ok((SystemClock.now(), zone));
    }
    if let Ok(at) = DateTime::parse_from_rfc3339(text) {
        return Ok((at.with_timezone(&Utc), zone));
    }
    let mut parts = text.split_whitespace();
    let (day, hour) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let day = date(day)?;
    let hour = clock(hour).ok_or_else(|| unreadable(text))?;
    let zone = parts.next().map_or(Ok(zone), zone_named)?;
    if parts.next().is_some() {
        return Err(unreadable(text));
    }
    Ok((local(day.and_time(hour), zone, text)?, zone))
}

fn clock(text: &str) -> Option<NaiveTime> {
    ["%H:%M", "%H:%M:%S"].iter().find_map(|form| NaiveTime::parse_from_str(text, form).ok())
}

/// Where the clocks go back, the first of the two; where they go forward, there is no such time.
fn local(time: NaiveDateTime, zone: Tz, text: &str) -> Outcome<DateTime<Utc>> {
    match zone.from_local_datetime(&time) {
        LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => Ok(at.with_timezone(&Utc)),
        LocalResult::None => Err(Failure::usage(format!("`{text}`: the clocks in {zone} skip that hour"))),
    }
}

fn unreadable(text: &str) -> Failure {
    Failure::usage(format!("`{text}` is not a time; write \"2026-12-03 17:00 America/Los_Angeles\", or \"now\""))
}

/// An instant for a person's eye.
pub(crate) fn shown(at: DateTime<Utc>, zone: Tz) -> String {
    format!("{} {}", at.with_timezone(&zone).format("%Y-%m-%d %H:%M"), zone.name())
}

/// The same of a time as the wire writes it; other text stays.
pub(crate) fn shown_text(text: &str, zone: Tz) -> String {
    match DateTime::parse_from_rfc3339(text) {
        Ok(at) => shown(at.with_timezone(&Utc), zone),
        Err(_) => text.to_owned(),
    }
}

/// A printed date for a person's eye.
pub(crate) fn shown_printed(date: NaiveDate, time: Option<NaiveTime>, zone: Tz) -> String {
    match time {
        Some(time) => format!("{date} {} {}", time.format("%H:%M"), zone.name()),
        None => format!("{date}, no time printed"),
    }
}

#[cfg(test)]
mod tests {
    use super::{instant, moment, printed, shown};
    use chrono_tz::America::{Los_Angeles, New_York};
    use chrono_tz::Tz;

    #[test]
    fn a_moment_keeps_the_zone_it_was_said_in() {
        let said = moment("2026-12-03 17:00 America/Los_Angeles", New_York).unwrap();
        assert_eq!(said, serde_json::json!({"at": "2026-12-04T01:00:00.000Z", "zone": "America/Los_Angeles"}));
        let own = moment("2026-12-03 17:00", New_York).unwrap();
        assert_eq!(own, serde_json::json!({"at": "2026-12-03T22:00:00.000Z", "zone": "America/New_York"}));
        let exact = moment("2026-12-03T17:00:00-08:00", New_York).unwrap();
        assert_eq!(exact["at"], "2026-12-04T01:00:00.000Z");
    }

    #[test]
    fn an_hour_the_clocks_skip_is_refused_and_one_they_repeat_is_the_first() {
        assert!(moment("2026-03-08 02:30 America/Los_Angeles", Tz::UTC).is_err());
        let first = moment("2026-11-01 01:30 America/Los_Angeles", Tz::UTC).unwrap();
        assert_eq!(first["at"], "2026-11-01T08:30:00.000Z");
    }

    #[test]
    fn a_day_alone_means_its_end() {
        let end = instant("2026-11-20", Los_Angeles).unwrap();
        assert_eq!(end.to_rfc3339(), "2026-11-21T07:59:59.999+00:00");
        assert_eq!(shown(end, Los_Angeles), "2026-11-20 23:59 America/Los_Angeles");
    }

    #[test]
    fn a_printed_date_has_a_time_only_if_the_paper_has_one() {
        let bare = printed("2026-12-03", Los_Angeles).unwrap();
        assert_eq!(bare, serde_json::json!({"date": "2026-12-03", "time": null, "zone": "America/Los_Angeles"}));
        let whole = printed("2026-12-03 10:00 America/Denver", Los_Angeles).unwrap();
        assert_eq!(whole, serde_json::json!({"date": "2026-12-03", "time": "10:00:00", "zone": "America/Denver"}));
        assert!(printed("2026-02-30", Los_Angeles).is_err());
        assert!(printed("12/03/2026", Los_Angeles).is_err());
    }
}
