//! From the words of the picture to the lines of the page.

use super::collation::{collate, tells};
use super::gaps::closed;
use super::places::{holds, middle};
use super::reading::{MARK, Row, rows};
use super::{Recognised, Scan};
use crate::paper::{Inside, Line, PageText, Rect, Said, TickBox, Unlikely, Word};

/// A gap wider than so many heights of a line ends it, as in a text of the page's own.
const COLUMN: f32 = 1.6;

impl Recognised {
    /// From the tables that the engine wrote about this picture: the first reading's, and the second's where there is one.
    ///
    /// # Errors
    /// Where the first table is none, or says more than can be on a page.
    pub fn from_tables(first: &[u8], second: Option<&[u8]>, scan: &Scan) -> Result<Self, Unlikely> {
        let first = rows(first, scan)?;
        let mut second = second.and_then(|second| rows(second, scan).ok()).unwrap_or_default();
        // What is in a box is told by the picture; a mark in one that seems empty leaves a doubt.
        let in_box = |row: &Row| {
            let empty = |inside: Inside| inside == Inside::Nothing && tells(&row.text) && row.text.contains(['x', 'X']);
            scan.boxes.iter().any(|one| holds(one.rect, middle(row.rect)) && !empty(one.inside))
        };
        second.retain(|row| row.text.chars().count() > MARK || !in_box(row));
        let rows = closed(collate(first, second));
        let mut groups: Vec<(Quarter, Vec<Row>)> = Vec::new();
        for row in rows {
            match groups.last_mut() {
                Some((_, group)) if group.last().is_some_and(|last| last.line == row.line) => group.push(row),
                _ => groups.push((Quarter::Level, vec![row])),
            }
        }
        for (quarter, group) in &mut groups {
            *quarter = Quarter::of(group);
        }
        let page_quarter = Quarter::of_most(&groups);
        let lines = groups
            .into_iter()
            .flat_map(|(quarter, group)| {
                // One word alone does not tell.
                let quarter = if group.len() > 1 { quarter } else { page_quarter };
                columns(group, quarter).into_iter().filter_map(move |part| line_of(part, quarter, scan))
            })
            .collect();
        let (width, height) = (scan.page_width, scan.page_height);
        let mut text = PageText { page: scan.page, width, height, lines, cut: false };
        let boxes: Vec<TickBox> =
            scan.boxes.iter().map(|one| TickBox { rect: scan.on_page(one.rect), ..*one }).collect();
        text.put_boxes(&boxes, Said::Recognised);
        text.check(scan.page)?;
        Ok(Self { text, skew: scan.skew })
    }
}

/// Which way a line is read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Quarter {
    Level,
    Down,
    UpsideDown,
    Up,
}

impl Quarter {
    /// From where the words of one line stand, in the order they are read.
    fn of(group: &[Row]) -> Self {
        let middle = |rect: Rect| (rect.left + rect.right, rect.top + rect.bottom);
        let (Some(first), Some(last)) = (group.first(), group.last()) else { return Self::Level };
        let (from, to) = (middle(first.rect), middle(last.rect));
        let (x, y) = (to.0 - from.0, to.1 - from.1);
        match (x.abs() >= y.abs(), x >= 0.0, y >= 0.0) {
            (true, true, _) => Self::Level,
            (true, false, _) => Self::UpsideDown,
            (false, _, true) => Self::Down,
            (false, _, false) => Self::Up,
        }
    }

    fn of_most(groups: &[(Self, Vec<Row>)]) -> Self {
        let words = |wanted: Self| -> usize {
            groups.iter().filter(|(quarter, group)| *quarter == wanted && group.len() > 1).map(|(_, g)| g.len()).sum()
        };
        let all = [Self::Up, Self::UpsideDown, Self::Down, Self::Level];
        all.into_iter().max_by_key(|quarter| words(*quarter)).unwrap_or(Self::Level)
    }

    fn degrees(self) -> f32 {
        match self {
            Self::Level => 0.0,
            Self::Down => 90.0,
            Self::UpsideDown => 180.0,
            Self::Up => 270.0,
        }
    }

    /// Where a word begins and ends along the reading, so that the end is larger.
    fn along(self, rect: Rect) -> (f32, f32) {
        match self {
            Self::Level => (rect.left, rect.right),
            Self::UpsideDown => (-rect.right, -rect.left),
            Self::Down => (rect.top, rect.bottom),
            Self::Up => (-rect.bottom, -rect.top),
        }
    }

    fn height(self, rect: Rect) -> f32 {
        if matches!(self, Self::Level | Self::UpsideDown) { rect.height() } else { rect.width() }
    }
}

/// Cuts what the engine calls a line where a column ends.
fn columns(group: Vec<Row>, quarter: Quarter) -> Vec<Vec<Row>> {
    let height = group.iter().map(|row| quarter.height(row.rect)).fold(1.0, f32::max);
    let mut parts: Vec<Vec<Row>> = Vec::new();
    for row in group {
        match parts.last_mut() {
            Some(part)
                if part
                    .last()
                    .is_some_and(|last| quarter.along(row.rect).0 - quarter.along(last.rect).1 <= COLUMN * height) =>
            {
                part.push(row);
            }
            _ => parts.push(vec![row]),
        }
    }
    parts
}

fn line_of(part: Vec<Row>, quarter: Quarter, scan: &Scan) -> Option<Line> {
    let words: Vec<Word> = part.into_iter().map(|row| word(row, quarter, scan)).collect();
    let rect = words.iter().map(|word| word.rect).reduce(Rect::around)?;
    let turn = (scan.skew + quarter.degrees()).round().rem_euclid(360.0);
    Some(Line { rect, turn: turn as u16, words })
}

/// The engine gives no places of characters: they are taken to be of one width.
fn word(row: Row, quarter: Quarter, scan: &Scan) -> Word {
    let rect = scan.on_page(row.rect);
    let count = row.text.chars().count();
    let (from, to) = match quarter {
        Quarter::Level => (rect.left, rect.right),
        Quarter::UpsideDown => (rect.right, rect.left),
        Quarter::Down => (rect.top, rect.bottom),
        Quarter::Up => (rect.bottom, rect.top),
    };
    let edge = |at: usize| from + (to - from) * at as f32 / count as f32;
    Word { text: row.text, rect, edges: (0..=count).map(edge).collect(), hidden: None, unsure: row.unsure }
}

#[cfg(test)]
mod tests;
