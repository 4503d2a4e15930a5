//! The time that records are asked for.

use super::{Form, best};
use crate::recognise::label::Role;
use crate::recognise::value::{date_in, dates_in, regex};
use matter::suggestion::{Field, Method, Suggestion, Value};

/// "from … to …", "… through …", "… to the present" where a period is spoken of.
pub(super) fn suggest(form: &Form) -> Option<Suggestion> {
    let text = &form.sheet.text;
    let dates = dates_in(text);
    let joint = regex!(
        r"(?i)^\s*,?\s*(?:through|thru|to|until|till|and(?:\s+ending)?(?:\s+on)?|ending(?:\s+on)?|/|-|–|—)\s*,?\s*(?:and\s+including\s+)?$"
    );
    let open = regex!(
        r"(?i)^\s*,?\s*(?:through|thru|to|until|till|up\s+to|/|-|–|—)?\s*(?:the\s+)?(?:present|date\s+of\s+(?:this|receipt|issuance|issue|service|the|your|compliance|production|return|response)|now|current|today|day\s+of\s+receipt|onwards?|forward)\b|^\s*(?:to|till|until|through)\s+date\s*(?:[.;,)\n]|$)"
    );
    let cue = regex!(
        r"(?i)\b(?:period|from|between|range|covering|cover|dates|time\s*frame|beginning|since|starting|dated)\b[^.]{0,60}$|(?i)\bfor\s+$|(?i)\brecords\s+(?:required|to\s+be\s+produced|requested)[^.]{0,30}[\[(]\s*$"
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
            (joint.is_some_and(|joint| joint.is_match(between)) && to >= from).then_some((*to, to_at.end))
        });
        let (to, end) = match next {
            Some((to, end)) => (Some(to), end),
            None => {
                let after: String = text.get(at.end..).unwrap_or_default().chars().take(60).collect();
                let Some(open) = open.and_then(|open| open.find(&after)) else { continue };
                (None, at.end + open.end())
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
