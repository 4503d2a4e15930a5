//! Dates as forms and letters write them. American order: month before day, unless the number cannot be a month.

use std::ops::Range;

use chrono::NaiveDate;
use regex::Captures;

use super::regex;

/// Months by their first three letters.
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Dates of one text. More are a table's, and each is compared with all others.
const MOST: usize = 600;

/// The name of a month, as a group of a pattern.
macro_rules! month {
    () => {
        "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
    };
}

/// The first date in a text and where it stands there.
pub(in crate::recognise) fn date_in(text: &str) -> Option<(NaiveDate, Range<usize>)> {
    dates_in(text).into_iter().next()
}

/// All dates in a text, in its order.
pub(in crate::recognise) fn dates_in(text: &str) -> Vec<(NaiveDate, Range<usize>)> {
    let mut found: Vec<(NaiveDate, Range<usize>)> = Vec::new();
    let mut take = |pattern: Option<&regex::Regex>, read: fn(&Captures) -> Option<NaiveDate>| {
        for captures in pattern.into_iter().flat_map(|pattern| pattern.captures_iter(text)) {
            let Some(all) = captures.get(0).filter(|_| found.len() < MOST) else { break };
            if !found.iter().any(|(_, at)| at.start < all.end() && all.start() < at.end)
                && let Some(date) = read(&captures)
            {
                found.push((date, all.range()));
            }
        }
    };
    take(
        regex!(concat!(
            r"(?i)\b",
            month!(),
            r"\.?\s+([0-9OolI]{1,2})(?:st|nd|rd|th)?(?:\s*[,.]\s*|\s+)((?:19|20)[0-9OolI]{2})\b"
        )),
        |c| named(c, 3, 1, 2),
    );
    take(
        regex!(concat!(
            r"(?i)\b(\d{1,2})(?:st|nd|rd|th)?\s+(?:day\s+)?(?:of\s+)?",
            month!(),
            r"\.?\s*,?\s+((?:19|20)\d{2})\b"
        )),
        |c| named(c, 3, 2, 1),
    );
    take(regex!(concat!(r"(?i)\b(\d{1,2})[-/]?", month!(), r"[-/]?((?:19|20)\d{2})\b")), |c| named(c, 3, 2, 1));
    take(regex!(r"\b((?:19|20)\d{2})[-./](\d{1,2})[-./](\d{1,2})\b"), |c| plain(c, 1, 2, 3));
    take(regex!(r"\b(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?((?:19|20)\d{2})\b"), |c| plain(c, 3, 1, 2));
    take(regex!(r"\b(\d{1,2})/(\d{1,2})/(\d{2})\b"), |c| plain(c, 3, 1, 2));
    found.sort_by_key(|(_, at)| at.start);
    found
}

fn digits(captures: &Captures, at: usize) -> Option<u32> {
    let text: String = captures
        .get(at)?
        .as_str()
        .chars()
        .map(|c| match c {
            'O' | 'o' => '0',
            'l' | 'I' => '1',
            other => other,
        })
        .collect();
    text.parse().ok()
}

fn year(captures: &Captures, at: usize) -> Option<i32> {
    let year = i32::try_from(digits(captures, at)?).ok()?;
    Some(if year < 100 { 2000 + year } else { year })
}

fn named(captures: &Captures, year_at: usize, month_at: usize, day_at: usize) -> Option<NaiveDate> {
    let name = captures.get(month_at)?.as_str().to_ascii_lowercase();
    let month = (1..).zip(MONTHS).find(|(_, short)| name.starts_with(short))?.0;
    NaiveDate::from_ymd_opt(year(captures, year_at)?, month, digits(captures, day_at)?)
}

fn plain(captures: &Captures, year_at: usize, month_at: usize, day_at: usize) -> Option<NaiveDate> {
    let (year, month, day) = (year(captures, year_at)?, digits(captures, month_at)?, digits(captures, day_at)?);
    // Where the first number can be no month it is the day.
    NaiveDate::from_ymd_opt(year, month, day).or_else(|| NaiveDate::from_ymd_opt(year, day, month))
}

#[cfg(test)]
mod tests {
    use super::{date_in, dates_in};

    fn read(text: &str) -> String {
        date_in(text).map_or_else(|| "none".to_owned(), |(date, _)| date.to_string())
    }

    #[test]
    fn dates_as_offices_write_them() {
        for text in [
            "November 5, 2026",
            "on Nov. 5, 2026 at",
            "5 November 2026",
            "5th day of November, 2026",
            "05 NOV 2026",
            "11/05/2026",
            "11-05-2026",
            "11.05.2026",
            "2026-11-05",
            "2026.11.05",
            "11/5/26",
            "05-NOV-2026",
            "NOVEMBER 5,2026 ",
            "05NOV2026",
            "November O5, 2026",
            "November 5th, 2026",
        ] {
            assert_eq!(read(text), "2026-11-05", "{text}");
        }
        assert_eq!(read("25/12/2026"), "2026-12-25");
        assert_eq!(read("192.0.2.12"), "none");
        assert_eq!(read("02/30/2026"), "none");
        assert_eq!(dates_in("from June 1, 2026 through 10/31/2026").len(), 2);
    }
}
