//! The time that records are asked for.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::{Form, best};
use crate::recognise::label::Role;
use crate::recognise::value::{date_in, dates_in, regex};
use matter::suggestion::{Field, Method, Suggestion, Value};

/// "from … to …", "… through …", "… to the present" where a period is spoken of.
pub(super) fn suggest(form: &Form) -> Option<Suggestion> {
    let text = &form.sheet.text;
    let mut dates = dates_in(text);
    of_one_year(text, &mut dates);
    let open = regex!(
        r"(?i)^\s*,?\s*(?:(?:and\s+)?(?:continuing|ending|running|extending)\s+)?(?:(?:up\s+)?(?:through|thru|to|until|till|on)|/|-|–|—)?\s*(?:(?:and\s+)?including\s+)?,?\s*(?:the\s+)?(?:present|(?:date|day|time)\s+of\s+(?:this|receipt|issuance|issue|service|the|your|compliance|production|return|response)|(?:date|day|time)\s+(?:on\s+which\s+)?(?:you|this)\b|now|current|today|onwards?|forward)\b|^\s*(?:to|till|until|through)\s+date\s*(?:[.;,)\n]|$)"
    );
    let cue = regex!(
        r"(?i)\b(?:period|from|between|range|covering|cover|dates|time\s*frame|beginning|begins?|since|starting|start|dated|span(?:ning)?|within|during|window|interval|commencing|inclusive|(?:no|not)\s+earlier\s+than|on\s+or\s+after)\b[^.]{0,60}$|(?i)\bfor\s+$|(?i)\brecords\b[^.(\[]{0,50}[\[(]\s*$"
    );
    let mut found = Vec::new();
    for (number, (from, at)) in dates.iter().enumerate() {
        let head = text.get(..at.start).unwrap_or_default();
        let cut = head.char_indices().rev().nth(80).map_or(0, |(at, _)| at);
        let before = head.get(cut..).unwrap_or_default().replace('\n', " ");
        let labelled =
            form.regions.with(Role::Period).any(|region| region.spans.iter().any(|span| span.contains(&at.start)));
        if !labelled && !cue.is_some_and(|cue| cue.is_match(&before)) {
            continue;
        }
        let next = dates.get(number + 1).and_then(|(to, to_at)| {
            let between = text.get(at.end..to_at.start)?;
            (joins(between) && to >= from).then_some((*to, to_at.end))
        });
        let (to, end) = match next {
            Some((to, end)) => (Some(to), end),
            None => {
                let after: String = text.get(at.end..).unwrap_or_default().chars().take(60).collect();
                // Behind a comma alone another day is named, and no end.
                let lone =
                    regex!(r"(?i)^\s*,\s*(?:the\s+)?(?:date|day|time)\b").is_some_and(|lone| lone.is_match(&after));
                let ends = open.filter(|_| !lone).and_then(|open| open.find(&after)).map(|open| open.end());
                // "created on or after March 1, 2026", and nothing of an end.
                let Some(end) = ends.or_else(|| (since(&before) && !bounded(&after)).then_some(0)) else { continue };
                (None, at.end + end)
            }
        };
        let span = at.start..end;
        let value = Value::Period { from: *from, to };
        found.push(form.suggestion(
            Field::Period,
            value,
            &[span],
            if labelled { Method::Label } else { Method::Sentence },
            if labelled { 0.95 } else { 0.85 },
        ));
    }
    if found.is_empty() {
        return parts(form);
    }
    best(found)
}

/// Whether the words before a day say that records are asked for since then.
fn since(before: &str) -> bool {
    let words = regex!(
        r"(?i)\b(?:records|created|sent|received|dated|activity|information|data)\b[^.]{0,40}\b(?:on\s+or\s+after|since|(?:no|not)\s+earlier\s+than)\s+(?:the\s+)?$"
    );
    let other = regex!(r"(?i)\b(?:not|exclud\w*|except\w*|ha(?:s|ve)\s+received|other\s+than)\b[^.]*$");
    words.is_some_and(|words| words.is_match(before)) && !other.is_some_and(|other| other.is_match(before))
}

/// Whether the words after a day speak of an end.
fn bounded(after: &str) -> bool {
    let after = after.replace("are to be", "").replace("is to be", "");
    regex!(r"(?i)\b(?:before|through|thru|to|until|till|ending|later)\b|–|—").is_some_and(|end| end.is_match(&after))
}

/// Whether what stands between two days says that the second is the end of what the first begins: "and continuing through",
/// "at 12:00 a.m. to 11:59 p.m. on", "; end date:".
fn joins(between: &str) -> bool {
    let words = regex!(
        r"(?ix)^
        (?:\s*,?\s*(?:at\s+)?\d{1,2}:\d{2}(?::\d{2})?\s*(?:[ap]\.?\s?m\b\.?)?(?:\s*\(?[A-Z]{2,4}\)?)?)?
        \s*[,;]?\s*
        (?: (?:up\s+)?(?:through|thru|to|until|till) | and | [/–—-]
          | (?:and\s+)?(?:continuing|extending|running|ending|ends|concluding|closing|finishing)(?:\s+(?:up\s+)?(?:on|with|at|through|to|until))?
          | (?:and\s+)?up\s+(?:to|through|until)
          | (?:and|nor|but)\s+(?:(?:no|not)\s+)?(?:later\s+than|after)
          | and\s+(?:(?:on\s+or\s+)?before|on)
          | (?:through|to|until|end(?:ing)?|stop)(?:\s+date)?\s*:
        )
        \s*,?\s*
        (?:\d{1,2}:\d{2}(?::\d{2})?\s*(?:[ap]\.?\s?m\b\.?)?(?:\s*\(?[A-Z]{2,4}\)?)?\s*,?\s*(?:on\s+)?)?
        (?:(?:and\s+|up\s+to\s+and\s+)?including\s+)?
        (?:the\s+)?
        (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\s*,?\s*)?
        $"
    );
    words.is_some_and(|words| words.is_match(between))
}

/// "From March 1 through September 10, 2026": the first day is of the second one's year.
fn of_one_year(text: &str, dates: &mut Vec<(NaiveDate, Range<usize>)>) {
    let day = regex!(
        r"(?i)\b((?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?\s+\d{1,2}|\d{1,2}\s+(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6})(?:st|nd|rd|th)?\b"
    );
    let mut more = Vec::new();
    for (at, (to, end)) in dates.iter().enumerate() {
        let start = at.checked_sub(1).and_then(|before| dates.get(before)).map_or(0, |(_, before)| before.end);
        let near = text.get(start..end.start).unwrap_or_default();
        let near = near.char_indices().rev().nth(60).map_or(start, |(at, _)| start + at);
        let before = text.get(near..end.start).unwrap_or_default();
        let Some(found) =
            day.and_then(|day| day.captures_iter(before).last()).and_then(|all| all.get(1).zip(all.get(0)))
        else {
            continue;
        };
        let (day, whole) = found;
        if !before.get(whole.end()..).is_some_and(joins) {
            continue;
        }
        let from = date_in(&format!("{}, {}", day.as_str(), to.year())).map(|(from, _)| from);
        more.extend(from.map(|from| (from, near + whole.start()..near + whole.end())));
    }
    dates.extend(more);
    dates.sort_by_key(|(_, at)| at.start);
}

/// "Beginning" and "ending" with a label each.
fn parts(form: &Form) -> Option<Suggestion> {
    let rows = |role: Role| {
        form.regions.with(role).filter_map(|region| form.rows(region).into_iter().next()).collect::<Vec<_>>()
    };
    let (begins, ends) = (rows(Role::PeriodFrom), rows(Role::PeriodTo));
    let ([begin], [end]) = (begins.as_slice(), ends.as_slice()) else { return table(form) };
    let (from, _) = date_in(&begin.text)?;
    let open = regex!(r"(?i)\b(?:present|date\s+of|now|current|today|receipt)\b");
    let to = match date_in(&end.text) {
        Some((to, _)) => Some(to),
        None if open.is_some_and(|open| open.is_match(&end.text)) => None,
        None => return None,
    };
    let value = Value::Period { from, to };
    to.is_none_or(|to| to >= from)
        .then(|| form.suggestion(Field::Period, value, &[begin.span.clone(), end.span.clone()], Method::Label, 0.9))
}

/// Two dates under one label for a period, on lines of their own: the earlier first.
fn table(form: &Form) -> Option<Suggestion> {
    let mut regions = form.regions.with(Role::Period);
    let (Some(region), None) = (regions.next(), regions.next()) else { return None };
    let rows = form.rows(region);
    // Moments and days of other things stand in such cells as well: each says itself which end it is.
    let (begins, ends) = (
        regex!(r"(?i)\b(?:from|begin\w*|start\w*)\b[\s:.-]*$")?,
        regex!(r"(?i)\b(?:to|end\w*|through|until)\b[\s:.-]*$")?,
    );
    let dated = rows.iter().filter_map(|row| {
        let (date, at) = date_in(&row.text)?;
        let alone = row.text.get(at.end..).is_some_and(|rest| rest.trim_matches(['.', ',', ' ']).is_empty());
        Some((date, row.span.clone(), row.text.get(..at.start)?.to_owned(), alone))
    });
    let [(from, begin, first, one), (to, end, second, other)] = dated.collect::<Vec<_>>().try_into().ok()?;
    if !one || !other || !begins.is_match(&first) || !ends.is_match(&second) {
        return None;
    }
    let value = Value::Period { from, to: Some(to) };
    (to > from && rows.len() <= 6).then(|| form.suggestion(Field::Period, value, &[begin, end], Method::Label, 0.85))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_joins_two_days() {
        let joints = [
            " through ",
            " to ",
            ", up to and including ",
            " and continuing through ",
            " and ending on ",
            " – ",
            " until the ",
            " at 12:00 a.m. to 11:59 p.m. on ",
            " and no later than ",
            "; end date: ",
            " to and including ",
            "\nthrough\n",
            " and on or before ",
            " to Friday, ",
            " 00:00 UTC through 23:59 UTC ",
            " nor later than ",
        ];
        for joint in joints {
            assert!(joins(joint), "{joint}");
        }
        for other in [" and the records of ", ", issued ", " by ", " at 10:00 a.m., returnable on ", ". Due "] {
            assert!(!joins(other), "{other}");
        }
    }

    #[test]
    fn a_day_without_its_year() {
        let text = "from March 1 through September 10, 2026, and on May 5 or June 6, 2026";
        let mut dates = dates_in(text);
        of_one_year(text, &mut dates);
        let days: Vec<String> = dates.iter().map(|(date, _)| date.to_string()).collect();
        assert_eq!(days, ["2026-03-01", "2026-09-10", "2026-06-06"]);
    }
}
