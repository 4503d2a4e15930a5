//! Words into lines: what stands on one base line, without a gap as wide as a column's.

use super::glyph::Turn;
use super::words::{GAP, Word};

/// A gap wider than so many font heights ends a line: another column, or another cell of a table.
const COLUMN: f64 = 1.6;
/// How many rows back are looked at for a word's base line; words are sorted, so it is one of the last.
const LOOK_BACK: usize = 12;

/// Words on one base line, in the coordinates of their direction.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) turn: Turn,
    pub(super) words: Vec<Word>,
    pub(super) begin: f64,
    pub(super) end: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
}

impl Line {
    fn of(words: Vec<Word>) -> Option<Self> {
        let first = words.first()?;
        let (mut begin, mut end, mut top, mut bottom) = (first.begin, first.end, first.top(), first.bottom());
        for word in &words {
            begin = begin.min(word.begin);
            end = end.max(word.end);
            top = top.min(word.top());
            bottom = bottom.max(word.bottom());
        }
        Some(Self { turn: first.turn, begin, end, top, bottom, words })
    }
}

/// A row while it is being filled: the words, and the span that others are compared with.
struct Row {
    words: Vec<Word>,
    top: f64,
    bottom: f64,
    size: f64,
}

impl Row {
    /// Whether a word stands on this row: half of the smaller one's height lies within the other's.
    fn takes(&self, word: &Word) -> bool {
        let overlap = self.bottom.min(low(word)) - self.top.max(high(word));
        overlap > 0.5 * (self.bottom - self.top).min(low(word) - high(word))
    }
}

/// The part of a word's height that most letters fill.
fn high(word: &Word) -> f64 {
    word.base - word.size * 0.7
}

fn low(word: &Word) -> f64 {
    word.base + word.size * 0.05
}

/// The lines of one direction, from top to bottom.
pub(super) fn of(mut words: Vec<Word>) -> Vec<Line> {
    words.sort_by(|a, b| a.base.total_cmp(&b.base));
    let mut rows: Vec<Row> = Vec::new();
    for word in words {
        let row = rows.iter_mut().rev().take(LOOK_BACK).find(|row| row.takes(&word));
        match row {
            Some(row) => {
                if word.size > row.size {
                    (row.top, row.bottom, row.size) = (high(&word), low(&word), word.size);
                }
                row.words.push(word);
            }
            None => rows.push(Row { top: high(&word), bottom: low(&word), size: word.size, words: vec![word] }),
        }
    }
    rows.into_iter().flat_map(|row| split(row.words)).collect()
}

/// One row, sorted along its direction, cut where a column ends, its parts of words put together.
fn split(mut words: Vec<Word>) -> Vec<Line> {
    words.sort_by(|a, b| a.begin.total_cmp(&b.begin));
    let mut lines = Vec::new();
    // More than one where something was printed over something else: a stamp over a stamp.
    let mut layers: Vec<Vec<Word>> = Vec::new();
    for word in words {
        let Some(layer) = layer(&mut layers, &word) else {
            layers.push(vec![word]);
            continue;
        };
        match layer.last_mut() {
            Some(last) if is_part(last, &word) => last.join(word),
            Some(last) if word.begin - last.end > COLUMN * last.size.max(word.size) => {
                lines.extend(Line::of(std::mem::take(layer)));
                layer.push(word);
            }
            _ => layer.push(word),
        }
    }
    lines.extend(layers.into_iter().filter_map(Line::of));
    lines
}

/// Where a word goes on: with the one drawn just before it, else with the nearest that it does not lie on.
fn layer<'a>(layers: &'a mut [Vec<Word>], word: &Word) -> Option<&'a mut Vec<Word>> {
    let free = |layer: &Vec<Word>| layer.last().is_none_or(|last| word.begin > last.end - 0.4 * last.size);
    let next = |layer: &Vec<Word>| layer.last().is_some_and(|last| last.number + 1 == word.number);
    let end = |layer: &Vec<Word>| layer.last().map_or(f64::NEG_INFINITY, |last| last.end);
    let candidates = layers.iter_mut().filter(|layer| free(layer));
    candidates.max_by(|a, b| next(a).cmp(&next(b)).then(end(a).total_cmp(&end(b))))
}

/// Whether a word is really the rest of the one before it: drawn apart, yet no space between.
fn is_part(before: &Word, word: &Word) -> bool {
    let size = before.size.max(word.size);
    let gap = word.begin - before.end;
    // Where one was drawn right after the other, a space between them would have been noticed.
    let near = if word.number == before.number + 1 && !word.spaced { GAP } else { GAP * 0.6 };
    let follows = word.number <= before.number + 1 || !word.spaced;
    let level = (word.base - before.base).abs() < size * 0.5;
    follows && !word.spaced && level && gap < size * near && gap > -size * 0.3
}
