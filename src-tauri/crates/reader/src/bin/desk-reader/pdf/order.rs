//! Lines into reading order: columns of running text one after the other, everything else from top to bottom.

use super::lines::Line;

/// A column of running text has at least so many lines …
const LINES: usize = 4;
/// … which fill this part of its width on average …
const FILL: f64 = 0.55;
/// … with this many words each. Tables and forms have fewer, and are read across.
const WORDS: f64 = 3.0;

/// Puts lines of one direction into the order in which they are read.
pub(super) fn sort(mut lines: Vec<Line>) -> Vec<Line> {
    lines.sort_by(|a, b| across(a).total_cmp(&across(b)));
    let mut sorted = Vec::with_capacity(lines.len());
    let mut band: Vec<Line> = Vec::new();
    let mut gutter: Option<(f64, f64)> = None;
    let mut rows = rows(lines).into_iter().peekable();
    while let Some(row) = rows.next() {
        let narrowed = narrow(gutter, &row);
        // A row across the gutter ends the columns; so does the end of the page.
        if gutter.is_some() && narrowed.is_none() {
            emit(std::mem::take(&mut band), gutter, &mut sorted);
            gutter = narrow(None, &row);
        } else {
            if gutter.is_none() && narrowed.is_some() {
                emit(std::mem::take(&mut band), None, &mut sorted);
            }
            gutter = narrowed;
        }
        band.extend(row);
        if rows.peek().is_none() {
            emit(std::mem::take(&mut band), gutter, &mut sorted);
        }
    }
    sorted
}

/// The middle of a line, towards the next one.
fn across(line: &Line) -> f64 {
    (line.top + line.bottom) / 2.0
}

/// Lines that stand beside each other, from left to right.
fn rows(lines: Vec<Line>) -> Vec<Vec<Line>> {
    let mut rows: Vec<Vec<Line>> = Vec::new();
    for line in lines {
        let beside = rows.last().and_then(|row| row.first()).is_some_and(|first| {
            let height = (first.bottom - first.top).min(line.bottom - line.top);
            (across(first) - across(&line)).abs() < height * 0.5
        });
        match rows.last_mut() {
            Some(row) if beside => row.push(line),
            _ => rows.push(vec![line]),
        }
    }
    for row in &mut rows {
        row.sort_by(|a, b| a.begin.total_cmp(&b.begin));
    }
    rows
}

/// What is left of a gutter when this row is taken in: a strip that no line of it touches, with lines on one side or on
/// both. Without a gutter so far, the widest gap of the row.
fn narrow(gutter: Option<(f64, f64)>, row: &[Line]) -> Option<(f64, f64)> {
    let Some((mut left, mut right)) = gutter else {
        let gaps = row.windows(2).filter_map(|pair| match pair {
            [before, after] => Some((before.end, after.begin)),
            _ => None,
        });
        return gaps.filter(|(from, to)| to > from).max_by(|a, b| (a.1 - a.0).total_cmp(&(b.1 - b.0)));
    };
    for line in row {
        let middle = (left + right) / 2.0;
        if line.end <= middle {
            left = left.max(line.end);
        } else if line.begin >= middle {
            right = right.min(line.begin);
        } else {
            return None;
        }
    }
    (right - left > 2.0).then_some((left, right))
}

/// One band: as columns if both sides are running text, else row by row, as it stands.
fn emit(band: Vec<Line>, gutter: Option<(f64, f64)>, sorted: &mut Vec<Line>) {
    let Some((left, right)) = gutter else {
        sorted.extend(band);
        return;
    };
    let middle = (left + right) / 2.0;
    if [true, false].iter().all(|side| is_column(band.iter().filter(|line| (line.begin < middle) == *side))) {
        let (before, after): (Vec<Line>, Vec<Line>) = band.into_iter().partition(|line| line.begin < middle);
        sorted.extend(before);
        // There may be a third.
        sorted.extend(sort(after));
    } else {
        sorted.extend(band);
    }
}

fn is_column<'a>(lines: impl Iterator<Item = &'a Line>) -> bool {
    let (mut count, mut words, mut width) = (0_usize, 0_usize, 0.0);
    let (mut begin, mut end) = (f64::INFINITY, f64::NEG_INFINITY);
    for line in lines {
        count += 1;
        words += line.words.len();
        width += line.end - line.begin;
        begin = begin.min(line.begin);
        end = end.max(line.end);
    }
    let lines = count as f64;
    count >= LINES && words as f64 >= WORDS * lines && width >= FILL * lines * (end - begin)
}
