//! When it was issued, when and where to appear or produce. A date is what is printed: nothing is computed and nothing
//! rolls, also where it lies before the day of issue (legal-reference §9, traps 5 and 6).

use super::{Form, best, page_text};
use crate::recognise::label::{Region, Role};
use crate::recognise::value::{date_in, dates_in, regex, time_in};
use matter::suggestion::{Field, Method, Suggestion, Value};

pub(super) fn suggest(form: &Form) -> Vec<Suggestion> {
    let (mut issued, mut dates, mut times) = (Vec::new(), Vec::new(), Vec::new());
    for region in form.regions.all.iter().filter(|region| !form.is_cover(form.page_of(region))) {
        match (region.role, region.section) {
            (Role::Issued, _) => issued.extend(date(form, region, Field::Issued, 0.95)),
            (Role::Date, Some(Role::Issuing)) => issued.extend(date(form, region, Field::Issued, 0.9)),
            (Role::ReturnDate, _) => {
                dates.extend(date(form, region, Field::ReturnDate, 0.95));
                times.extend(time(form, region, 0.95));
            }
            (Role::ReturnTime, _) => times.extend(time(form, region, 0.95)),
            (Role::Date, Some(Role::Contact | Role::Command)) => {
                dates.extend(date(form, region, Field::ReturnDate, 0.9));
                times.extend(time(form, region, 0.85));
            }
            (Role::Time, Some(Role::Contact | Role::Command)) => {
                times.extend(time(form, region, 0.9));
            }
            _ => {}
        }
    }
    sentences(form, &mut issued, &mut dates, &mut times);
    if issued.is_empty() {
        issued.extend(letter_date(form));
    }
    if times.is_empty() {
        pairs(form, &mut dates, &mut times);
    }
    let mut all: Vec<Suggestion> = [best(issued), best(dates), best(times)].into_iter().flatten().collect();
    all.extend(place(form));
    all
}

fn date(form: &Form, region: &Region, field: Field, sure: f32) -> Option<Suggestion> {
    let rows = form.rows(region);
    rows.iter().take(2).find_map(|row| {
        let (date, at) = date_in(form.sheet.get(&row.span))?;
        let span = row.span.start + at.start..row.span.start + at.end;
        Some(form.suggestion(field, Value::Date { date }, &[span], Method::Label, sure))
    })
}

fn time(form: &Form, region: &Region, sure: f32) -> Option<Suggestion> {
    let rows = form.rows(region);
    rows.iter().take(2).find_map(|row| {
        let (time, at) = time_in(form.sheet.get(&row.span))?;
        let span = row.span.start + at.start..row.span.start + at.end;
        Some(form.suggestion(Field::ReturnTime, Value::Time { time }, &[span], Method::Label, sure))
    })
}

fn sentences(form: &Form, issued: &mut Vec<Suggestion>, dates: &mut Vec<Suggestion>, times: &mut Vec<Suggestion>) {
    let text = &form.sheet.text;
    // A date followed by a time of day, in a sentence that commands.
    let command =
        regex!(r"(?i)\b(?:appear|produce|deliver|comply|testify|commanded|summoned|due|returnable|respond)\b");
    for (date, at) in dates_in(text) {
        let after: String = text.get(at.end..).unwrap_or_default().chars().take(40).collect();
        let joint = regex!(
            r"(?i)^\s*,?\s*(?:at|by|no later than|not later than|on or before|before|at or before)\s+(?:the hour of\s+)?"
        );
        let Some(joint) = joint.and_then(|joint| joint.find(&after)) else { continue };
        let Some((time, time_at)) =
            time_in(after.get(joint.end()..).unwrap_or_default()).filter(|(_, at)| at.start == 0)
        else {
            continue;
        };
        let before: String = {
            let head = text.get(..at.start).unwrap_or_default();
            let cut = head.char_indices().rev().nth(420).map_or(0, |(at, _)| at);
            head.get(cut..).unwrap_or_default().to_owned()
        };
        if !command.is_some_and(|command| command.is_match(&before))
            || before.contains('\u{c}')
                && !command.is_some_and(|c| c.is_match(before.rsplit('\u{c}').next().unwrap_or_default()))
        {
            continue;
        }
        dates.push(form.suggestion(
            Field::ReturnDate,
            Value::Date { date },
            std::slice::from_ref(&at),
            Method::Sentence,
            0.85,
        ));
        let start = at.end + joint.end();
        let clock = start..start + time_at.end;
        times.push(form.suggestion(Field::ReturnTime, Value::Time { time }, &[clock], Method::Sentence, 0.85));
    }
    let issue = regex!(
        r"(?i)\b(?:issued|given|signed|executed)\s+(?:under\s+my\s+hand\s+)?(?:and\s+seal\s+)?(?:at\s+[^.;:]{2,60}?,?\s+)?(?:on\s+)?(?:this\s+)?(?:the\s+)?"
    );
    for word in issue.into_iter().flat_map(|pattern| pattern.find_iter(text)) {
        let after: String = text.get(word.end()..).unwrap_or_default().chars().take(50).collect();
        if let Some((date, at)) = date_in(&after).filter(|(_, at)| at.start <= 1) {
            let span = word.end() + at.start..word.end() + at.end;
            issued.push(form.suggestion(Field::Issued, Value::Date { date }, &[span], Method::Sentence, 0.85));
        }
    }
}

/// A form has one time of day, that of the return. Where no label and no sentence gave it: a single date with a time right
/// after it, or a single time by a label "Time" with a date by a label "Date" next to it.
fn pairs(form: &Form, dates: &mut Vec<Suggestion>, times: &mut Vec<Suggestion>) {
    let text = &form.sheet.text;
    let joint = regex!(r"(?i)^\s*[,;/@–-]?\s*(?:at|@|by)?\s*(?:the\s+hour\s+of\s+)?$");
    let mut found: Vec<(Suggestion, Suggestion)> = Vec::new();
    let usable = |at: usize| {
        let segment = form.sheet.segment_at(at).and_then(|at| form.sheet.segments.get(at));
        segment.is_some_and(|segment| segment.top > 62.0 && !form.is_cover(segment.page))
    };
    for (date, at) in dates_in(text).into_iter().filter(|(_, at)| usable(at.start)) {
        let after: String = text.get(at.end..).unwrap_or_default().chars().take(40).collect();
        let Some((time, time_at)) = time_in(&after) else { continue };
        if joint.is_some_and(|joint| joint.is_match(after.get(..time_at.start).unwrap_or_default())) {
            let span = at.end + time_at.start..at.end + time_at.end;
            found.push((
                form.suggestion(Field::ReturnDate, Value::Date { date }, &[at], Method::Shape, 0.7),
                form.suggestion(Field::ReturnTime, Value::Time { time }, &[span], Method::Shape, 0.7),
            ));
        }
    }
    if found.is_empty() {
        let by = |role: Role| {
            form.regions.with(role).filter(|region| {
                !matches!(region.section, Some(Role::Issuing | Role::Server | Role::End))
                    && !form.is_cover(form.page_of(region))
            })
        };
        for clock in by(Role::Time) {
            let Some(time) = time(form, clock, 0.7) else { continue };
            let place = form.sheet.segments.get(clock.hit.segment);
            let near = by(Role::Date).find(|day| {
                let both = form.sheet.segments.get(day.hit.segment).zip(place);
                both.is_some_and(|(a, b)| a.page == b.page && (a.middle() - b.middle()).abs() < 40.0)
            });
            if let Some(date) = near.and_then(|day| date(form, day, Field::ReturnDate, 0.7)) {
                found.push((date, time));
            }
        }
    }
    let first = found.first().cloned();
    if let Some((date, time)) =
        first.filter(|first| found.iter().all(|one| one.0.value == first.0.value && one.1.value == first.1.value))
    {
        if dates.is_empty() {
            dates.push(date);
        }
        times.push(time);
    }
}

/// A letter's date stands alone on its line, above the address. Only where the paper is a letter.
fn letter_date(form: &Form) -> Option<Suggestion> {
    let text = page_text(form.sheet, 0).to_lowercase();
    let letter = ["dear ", "pursuant to", "hereby commanded", "sincerely"].iter().any(|word| text.contains(word));
    if !letter || form.is_cover(0) {
        return None;
    }
    let mut alone = form.sheet.segments.iter().filter(|segment| segment.page == 0).take(25).filter_map(|segment| {
        let line = form.sheet.get(&segment.span);
        let (date, at) = date_in(line)?;
        (at.start == 0 && at.end >= line.trim_end_matches('.').len()).then(|| {
            form.suggestion(
                Field::Issued,
                Value::Date { date },
                std::slice::from_ref(&segment.span),
                Method::Shape,
                0.7,
            )
        })
    });
    let found = alone.next();
    if alone.next().is_some() { None } else { found }
}

/// Where to appear or produce: by a label, or between "at" and "on" in the command.
fn place(form: &Form) -> Option<Suggestion> {
    let labelled =
        form.regions.with(Role::Place).filter(|region| !form.is_cover(form.page_of(region))).find_map(|region| {
            let rows = form.rows(region);
            let town = rows.iter().take(3).position(|row| super::recipient::is_town(&row.text))?;
            let spans: Vec<_> = rows.get(..=town)?.iter().map(|row| row.span.clone()).collect();
            let text = rows.get(..=town)?.iter().map(|row| row.text.as_str()).collect::<Vec<_>>().join(" ");
            Some(form.suggestion(Field::Place, Value::Text { text }, &spans, Method::Label, 0.9))
        });
    labelled.or_else(|| {
        let pattern = regex!(r"(?i)\b(?:at|to)\s+((?:the\s+offices?\s+(?:of\s+[^,]{2,60}|located)\s*,?\s+at\s+)?)([A-Z0-9][^;]{8,140}?,\s+[A-Z]{2}\.?\s+\d{5}(?:-\d{4})?)\s*,?\s+(?:on|no\s+later|not\s+later|by|before)\b");
        let found = pattern?.captures(&form.sheet.text)?.get(2)?;
        let start = found.as_str().rfind(" at ").map_or(0, |at| at + 4);
        let span = form.sheet.trim(&(found.start() + start..found.end()));
        Some(form.text(Field::Place, span, Method::Sentence, 0.8))
    })
}
