//! Times of day.

use std::ops::Range;

use chrono::NaiveTime;

use super::regex;

/// The first time of day in a text and where it stands. A bare "10:30" counts; "10" alone does not.
pub(in crate::recognise) fn time_in(text: &str) -> Option<(NaiveTime, Range<usize>)> {
    let half = regex!(r"(?i)\b(\d{1,2})(?:\s?[:.]\s?(\d{2}))?\s*([ap])\.?\s?m\b\.?");
    if let Some(captures) = half?.captures(text) {
        let hour: u32 = captures.get(1)?.as_str().parse().ok()?;
        let minute: u32 = captures.get(2).map_or(Some(0), |minute| minute.as_str().parse().ok())?;
        let after_noon = captures.get(3)?.as_str().eq_ignore_ascii_case("p");
        let hour = match (hour, after_noon) {
            (12, false) => 0,
            (12, true) => 12,
            (1..=11, true) => hour + 12,
            // "14:15 p.m." is written too.
            (13..=23, true) | (0..=11, false) => hour,
            _ => return None,
        };
        return Some((NaiveTime::from_hms_opt(hour, minute, 0)?, captures.get(0)?.range()));
    }
    let whole = regex!(r"(?i)\b([01]?\d|2[0-3]):([0-5]\d)(?::00)?(?:\s*(?:hours|hrs|h))?\b|\b([01]\d|2[0-3])([0-5]\d)\s*(?:hours|hrs)\b");
    if let Some(captures) = whole?.captures(text) {
        let part = |a: usize, b: usize| captures.get(a).or_else(|| captures.get(b))?.as_str().parse::<u32>().ok();
        return Some((NaiveTime::from_hms_opt(part(1, 3)?, part(2, 4)?, 0)?, captures.get(0)?.range()));
    }
    let noon = regex!(r"(?i)\b(?:12\s+)?noon\b")?.find(text)?;
    Some((NaiveTime::from_hms_opt(12, 0, 0)?, noon.range()))
}

#[cfg(test)]
mod tests {
    use super::time_in;

    #[test]
    fn times_as_forms_write_them() {
        for (text, expected) in [
            ("10:00 a.m.", "10:00:00"), ("10 AM", "10:00:00"), ("2:15 p.m. PST", "14:15:00"), ("12:00 p.m.", "12:00:00"),
            ("12:30 am", "00:30:00"), ("1415 hours", "14:15:00"), ("14:15", "14:15:00"), ("noon", "12:00:00"),
            ("11:59 P. M.", "23:59:00"), ("08:30 hrs", "08:30:00"),
        ] {
            assert_eq!(time_in(text).map(|(time, _)| time.to_string()).as_deref(), Some(expected), "{text}");
        }
        for text in ["Room 1102", "25:00", "am", "5 a month"] {
            assert!(time_in(text).is_none(), "{text}");
        }
    }
}
