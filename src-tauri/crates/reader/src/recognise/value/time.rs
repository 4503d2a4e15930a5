//! Times of day.

use std::ops::Range;

use chrono::NaiveTime;

use super::half::{Said, half};
use super::regex;

/// The first time of day in a text and where it stands. A bare "10:30" counts; "10" alone does not.
pub(in crate::recognise) fn time_in(text: &str) -> Option<(NaiveTime, Range<usize>)> {
    time_placed(text, |span| (span.start as f32, span.end as f32))
}

/// The same where `place` tells where on its line a part of the text stands. Where both halves of the day are printed and it cannot
/// be told which is marked, there is no time.
pub(in crate::recognise) fn time_placed(
    text: &str,
    place: impl Fn(&Range<usize>) -> (f32, f32),
) -> Option<(NaiveTime, Range<usize>)> {
    let printed = regex!(r"(?i)\b(\d{1,2})(?:\s?[:.]\s?(\d{2}))?(?:\s*o\W?clock)?");
    for captures in printed?.captures_iter(text) {
        let all = captures.get(0)?;
        let rest = text.get(all.end()..).unwrap_or_default();
        let part = regex!(r"(?i)^[\s,]*in\s+the\s+(morning|afternoon|evening)\b");
        let spoken =
            part.and_then(|part| part.captures(rest)).and_then(|part| Some((part.get(0)?.end(), part.get(1)?)));
        let said = match spoken {
            Some((end, part)) => Said::Half(!part.as_str().eq_ignore_ascii_case("morning"), end),
            None => half(rest, |span| place(&(all.end() + span.start..all.end() + span.end))),
        };
        let minute = if captures.get(2).is_some() { number(&captures, 2)? } else { 0 };
        match said {
            Said::Half(after_noon, end) => {
                return Some((clock(number(&captures, 1)?, minute, after_noon)?, all.start()..all.end() + end));
            }
            Said::Unsure => return None,
            Said::Nothing => {}
        }
    }
    let whole = regex!(
        r"(?i)\b([01]?\d|2[0-3]):([0-5]\d)(?::00)?(\s*(?:hours|hrs|h))?\b|\b([01]\d|2[0-3])([0-5]\d)\s*(?:hours|hrs)\b"
    );
    if let Some(captures) = whole?.captures(text) {
        let all = captures.get(0)?;
        if let (Some(_), Some(_)) = (captures.get(4), captures.get(5)) {
            return Some((NaiveTime::from_hms_opt(number(&captures, 4)?, number(&captures, 5)?, 0)?, all.range()));
        }
        // "2:15" may be either half of the day; "02:15" and "14:15" are written by those who count to 24.
        let counts = captures.get(1)?.as_str().len() == 2 || captures.get(3).is_some();
        let time = NaiveTime::from_hms_opt(number(&captures, 1)?, number(&captures, 2)?, 0)?;
        return counts.then_some((time, all.range()));
    }
    let noon = regex!(r"(?i)\b(?:(?:12|twelve)(?:\s*o\W?clock)?\s+)?noon\b")?.find(text)?;
    Some((NaiveTime::from_hms_opt(12, 0, 0)?, noon.range()))
}

fn number(captures: &regex::Captures, at: usize) -> Option<u32> {
    captures.get(at)?.as_str().parse().ok()
}

/// A time of the twelve-hour clock. "14:15 p.m." is written too.
fn clock(hour: u32, minute: u32, after_noon: bool) -> Option<NaiveTime> {
    let hour = match (hour, after_noon) {
        (12, false) => 0,
        (12, true) => 12,
        (1..=11, true) => hour + 12,
        (13..=23, true) | (0..=11, false) => hour,
        _ => return None,
    };
    NaiveTime::from_hms_opt(hour, minute, 0)
}

#[cfg(test)]
mod tests {
    use super::time_in;

    #[test]
    fn times_as_forms_write_them() {
        for (text, expected) in [
            ("10:00 a.m.", "10:00:00"),
            ("10 AM", "10:00:00"),
            ("2:15 p.m. PST", "14:15:00"),
            ("12:00 p.m.", "12:00:00"),
            ("12:30 am", "00:30:00"),
            ("1415 hours", "14:15:00"),
            ("14:15", "14:15:00"),
            ("noon", "12:00:00"),
            ("11:59 P. M.", "23:59:00"),
            ("08:30 hrs", "08:30:00"),
            ("9:00 a.m. [X] p.m. [ ]", "09:00:00"),
            ("9:00 [ ] a.m. [X] p.m.", "21:00:00"),
            ("1:30 o'clock in the afternoon", "13:30:00"),
        ] {
            assert_eq!(time_in(text).map(|(time, _)| time.to_string()).as_deref(), Some(expected), "{text}");
        }
        for text in ["Room 1102", "25:00", "am", "5 a month", "2:15", "2:15 a.m. X p.m.", "09:00 a.m./p.m."] {
            assert!(time_in(text).is_none(), "{text}");
        }
    }
}
