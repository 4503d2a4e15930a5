//! When it was issued, when and where to appear or produce. A date is what is printed: nothing is computed and nothing
//! rolls, also where it lies before the day of issue (legal-reference §9, traps 5 and 6).

use std::ops::Range;

use chrono::NaiveTime;

use super::{Form, Row, best, page_text};
use crate::recognise::label::{Region, Role};
use crate::recognise::value::{date_in, dates_in, is_halves, regex, time_in, time_placed};
use matter::suggestion::{Field, Method, Suggestion, Value};

/// A half of the day stands so near the time, and its box so near it.
const CELL: f32 = 90.0;
/// Places where a paper may say when it was issued.
const MOST: usize = 300;

pub(super) fn suggest(form: &Form) -> Vec<Suggestion> {
    let (mut issued, mut dates, mut times, mut heads) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
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
            (Role::Time, _) if is_due_beside(form, region) => times.extend(time(form, region, 0.85)),
            // A memorandum's date stands at its head, before anything else.
            (Role::Date, None) if is_head(form, region) => heads.extend(date(form, region, Field::Issued, 0.8)),
            (Role::Time, Some(Role::Contact | Role::Command)) => {
                times.extend(time(form, region, 0.9));
            }
            _ => {}
        }
    }
    sentences(form, &mut issued, &mut dates, &mut times);
    // Only beside a return date of its own: else it may be that one.
    if issued.is_empty() && !dates.is_empty() {
        issued.append(&mut heads);
    }
    if issued.is_empty() {
        issued.extend(letter_date(form));
    }
    if times.is_empty() {
        pairs(form, &mut dates, &mut times);
    }
    let mut all: Vec<Suggestion> = [best(issued), best(dates), best(times)].into_iter().flatten().collect();
    all.extend(super::place::suggest(form));
    all
}

/// Whether a label stands on one line with that of the day of return.
fn is_due_beside(form: &Form, region: &Region) -> bool {
    let place = |region: &Region| form.sheet.segments.get(region.hit.segment);
    form.regions.with(Role::ReturnDate).any(|due| place(due).zip(place(region)).is_some_and(|(a, b)| a.same_row(b)))
}

/// Whether a label stands in the upper part of a paper's first page, with no time of day near it.
fn is_head(form: &Form, region: &Region) -> bool {
    let Some(here) = form.sheet.segments.get(region.hit.segment) else { return false };
    let near = |other: &Region| {
        form.sheet
            .segments
            .get(other.hit.segment)
            .is_some_and(|other| other.page == here.page && (other.middle() - here.middle()).abs() < 40.0)
    };
    here.page == 0 && here.top < 260.0 && !form.regions.with(Role::Time).any(near)
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
        let (time, spans) = match below(form, row) {
            below if below.is_empty() => clock(form, row)?,
            below => stacked(form, row, below)?,
        };
        Some(form.suggestion(Field::ReturnTime, Value::Time { time }, &spans, Method::Label, sure))
    })
}

/// The time of day on a line, with the words "a.m." and "p.m." and their boxes that stand in cells of their own at its right: which
/// one is marked says what half of the day it is.
fn clock(form: &Form, row: &Row) -> Option<(NaiveTime, Vec<Range<usize>>)> {
    let spans: Vec<Range<usize>> = std::iter::once(row.span.clone()).chain(halves(form, row)).collect();
    // What stands in these cells as one text, and where in it each of them begins.
    let mut text = String::new();
    let mut begins = Vec::new();
    for span in &spans {
        begins.push(text.len());
        text.push_str(form.sheet.get(span));
        text.push(' ');
    }
    let on_sheet = |part: &Range<usize>| {
        let (begin, span) = begins.iter().zip(&spans).rev().find(|(begin, _)| **begin <= part.start)?;
        let at = span.start + part.start - begin;
        Some(at..(at + part.len()).min(span.end))
    };
    let place = |part: &Range<usize>| {
        let tokens = on_sheet(part).map_or(0..0, |part| form.sheet.tokens_in(&part));
        let tokens = form.sheet.tokens.get(tokens).unwrap_or_default();
        let rects = tokens.first().zip(tokens.last());
        rects.map_or((0.0, 0.0), |(first, last)| (first.rect.left, last.rect.right))
    };
    let (time, at) = time_placed(&text, place)?;
    let parts = begins.iter().zip(&spans).filter_map(|(begin, span)| {
        let (from, to) = (at.start.max(*begin), at.end.min(begin + span.len()));
        (from < to).then(|| form.sheet.trim(&(span.start + from - begin..span.start + to - begin)))
    });
    Some((time, parts.filter(|part| !part.is_empty()).collect()))
}

/// The lines under a time that hold nothing but a half of the day and its box.
fn below(form: &Form, row: &Row) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let Some(mut last) = form.sheet.segments.get(row.segment) else { return found };
    while found.len() < 2 {
        let next = form.sheet.on_page(last.page).map(|(_, one)| one).find(|one| {
            let under = one.top > last.middle() && one.top - last.bottom < 0.9 * last.height().max(one.height());
            let cell = one.shares_width(last) || (one.left - last.left).abs() < 12.0;
            under && cell && is_halves(form.sheet.get(&one.span))
        });
        let Some(next) = next else { break };
        found.push(next.span.clone());
        last = next;
    }
    found
}

/// "11:59", and under it "☐ a.m." and "☒ p.m.": each line says what it is; without exactly one tick nobody can tell.
fn stacked(form: &Form, row: &Row, lines: Vec<Range<usize>>) -> Option<(NaiveTime, Vec<Range<usize>>)> {
    let text = form.sheet.get(&row.span);
    let ticked = |line: &&Range<usize>| form.sheet.get(line).contains(['☒', '☑', '✓', '✔', 'x', 'X']);
    let mut full = lines.iter().filter(ticked);
    let (Some(half), None, 2) = (full.next(), full.next(), lines.len()) else { return None };
    let words = regex!(r"(?i)\b[ap]\.?\s?m\b\.?")?;
    if lines.iter().any(|line| words.find_iter(form.sheet.get(line)).count() != 1) {
        return None;
    }
    let word = words.find(form.sheet.get(half))?;
    let (time, _) = time_in(&format!("{text} {}", word.as_str()))?;
    Some((time, std::iter::once(row.span.clone()).chain(lines).collect()))
}

/// The cells at the right of a line that hold nothing but halves of the day and their boxes, each near the one before it.
fn halves(form: &Form, row: &Row) -> Vec<Range<usize>> {
    let Some(here) = form.sheet.segments.get(row.segment) else { return Vec::new() };
    let end = form.sheet.tokens_in(&row.span).end.checked_sub(1).and_then(|last| form.sheet.tokens.get(last));
    let mut right = end.map_or(here.right, |last| last.rect.right);
    let on_row =
        form.sheet.on_page(here.page).map(|(_, one)| one).filter(|one| one.same_row(here) && one.left >= right);
    let mut at_right: Vec<_> = on_row.collect();
    at_right.sort_by(|a, b| a.left.total_cmp(&b.left));
    let mut found = Vec::new();
    // Two halves with a box each, every one in a cell of its own.
    for one in at_right.into_iter().take(4) {
        if one.left - right > CELL || !is_halves(form.sheet.get(&one.span)) {
            break;
        }
        right = one.right;
        found.push(one.span.clone());
    }
    found
}

fn sentences(form: &Form, issued: &mut Vec<Suggestion>, dates: &mut Vec<Suggestion>, times: &mut Vec<Suggestion>) {
    let text = &form.sheet.text;
    // A date followed by a time of day, or after one, in a sentence that commands.
    for (date, at) in dates_in(text) {
        let after: String = text.get(at.end..).unwrap_or_default().chars().take(64).collect();
        let joint = regex!(
            r"(?i)^\s*,?\s*(?:at|by|no later than|not later than|on or before|before|at or before)\s+(?:the hour of\s+)?"
        );
        let time_after = joint.and_then(|joint| joint.find(&after)).and_then(|joint| {
            let (time, place) = time_in(after.get(joint.end()..)?).filter(|(_, at)| at.start == 0)?;
            let start = at.end + joint.end();
            Some((time, start..start + place.end))
        });
        let clock = time_after.or_else(|| time_before(text, at.start));
        if !commanded(text, at.start) || clock.is_none() && !is_due(text, at.start) {
            continue;
        }
        let sure = if clock.is_some() { 0.85 } else { 0.75 };
        dates.push(form.suggestion(Field::ReturnDate, Value::Date { date }, &[at], Method::Sentence, sure));
        if let Some((time, span)) = clock {
            times.push(form.suggestion(Field::ReturnTime, Value::Time { time }, &[span], Method::Sentence, sure));
        }
    }
    let issue = regex!(
        r"(?i)\b(?:issued|given|signed|executed|witness\s+my\s+hand)\s+(?:under\s+my\s+hand\s+)?(?:and\s+seal\s+)?(?:at\s+[^.;:]{2,60}?,?\s+)?(?:on\s+)?(?:this\s+)?(?:the\s+)?(?:(?:day|date)(?:,|\s+of)?\s+)?"
    );
    for word in issue.into_iter().flat_map(|pattern| pattern.find_iter(text)).take(MOST) {
        let after: String = text.get(word.end()..).unwrap_or_default().chars().take(50).collect();
        if let Some((date, at)) = date_in(&after).filter(|(_, at)| at.start <= 1) {
            let span = word.end() + at.start..word.end() + at.end;
            issued.push(form.suggestion(Field::Issued, Value::Date { date }, &[span], Method::Sentence, 0.85));
        }
    }
}

/// The words before a place of a text, on its page.
fn before(text: &str, at: usize, letters: usize) -> &str {
    let head = text.get(..at).unwrap_or_default();
    let cut = head.char_indices().rev().nth(letters).map_or(0, |(at, _)| at);
    head.get(cut..).unwrap_or_default().rsplit('\u{c}').next().unwrap_or_default()
}

/// Whether the words before a date command something.
fn commanded(text: &str, at: usize) -> bool {
    regex!(r"(?i)\b(?:appear|produce|deliver|comply|testify|commanded|summoned|due|returnable|respond)\b")
        .is_some_and(|command| command.is_match(before(text, at, 420)))
}

/// "at 10:00 a.m. on" right before a date.
fn time_before(text: &str, at: usize) -> Option<(NaiveTime, Range<usize>)> {
    let head = before(text, at, 48);
    let joint =
        regex!(r"(?i)(?:[\s,]+(?:(?:[ecmp][sd]?t|ak[sd]t|hst|utc|gmt|local(?:\s+time)?)[\s,]+)?(?:on|of)\s+(?:or\s+before\s+)?|\s*,\s+)(?:the\s+)?(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s+)?$")?
            .find(head)?;
    let words = head.get(..joint.start())?;
    let (time, place) = time_in(words)?;
    let rest = words.get(place.end..)?.trim();
    let start = at - head.len() + place.start;
    (rest.is_empty() || rest == ".").then_some((time, start..start + place.len()))
}

/// "no later than" right before a date, in the same sentence as a command.
fn is_due(text: &str, at: usize) -> bool {
    let head = before(text, at, 200);
    let sentence = head.rsplit(". ").next().unwrap_or_default();
    let due = regex!(
        r"(?i)\b(?:(?:no|not)\s+later\s+than|on\s+or\s+before)\s+(?:the\s+)?(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s+)?$"
    );
    let command = regex!(r"(?i)\b(?:appear|produce|deliver|comply|respond|furnish|submit|return)\b");
    // A period of the records ends that way too.
    let period = regex!(r"(?i)\b(?:dated|period|between|from)\b");
    !period.is_some_and(|period| period.is_match(sentence))
        && due.is_some_and(|due| due.is_match(sentence))
        && command.is_some_and(|command| command.is_match(sentence))
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
        let after: String = text.get(at.end..).unwrap_or_default().chars().take(64).collect();
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
    let letter = ["dear ", "pursuant to", "hereby commanded", "sincerely", "to the custodian of records", "in reply"]
        .iter()
        .any(|word| text.contains(word));
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

#[cfg(test)]
mod tests {
    use super::{is_due, time_before};

    #[test]
    fn a_time_may_stand_before_its_date() {
        for text in ["appear at 10:00 a.m. on ", "appear at 2 PM EST on Friday, ", "not later than 1415 hours on the "]
        {
            assert!(time_before(text, text.len()).is_some(), "{text}");
        }
        assert!(time_before("10:00 a.m. Room 4 on ", 21).is_none());
    }

    #[test]
    fn what_is_due() {
        for (text, due) in [
            ("Produce the records no later than ", true),
            ("You must respond on or before ", true),
            ("Produce the records dated on or before ", false),
            ("The account was closed no later than ", false),
        ] {
            assert_eq!(is_due(text, text.len()), due, "{text}");
        }
    }
}
