//! The engine's table of words. It is a claim: the engine has read a hostile picture. What makes no sense is not believed,
//! and nothing is taken from it but words and places on the picture.

use super::{Recognised, Scan};
use crate::paper::{Line, PageText, Rect, Said, TickBox, Unlikely, Word, most};

/// A gap wider than so many heights of a line ends it, as in a text of the page's own.
const COLUMN: f32 = 1.6;

/// A word as the table has it.
struct Row {
    line: [u32; 4],
    rect: Rect,
    text: String,
}

impl Recognised {
    /// From the table that the engine wrote about this picture.
    ///
    /// # Errors
    /// Where the table is none, or says more than can be on a page.
    pub fn from_table(table: &[u8], scan: &Scan) -> Result<Self, Unlikely> {
        let table = std::str::from_utf8(table).map_err(|_| Unlikely::Astray)?;
        let mut lines = table.lines();
        if !lines.next().is_some_and(|head| head.starts_with("level\tpage_num\t")) {
            return Err(Unlikely::Astray);
        }
        let mut rows: Vec<Row> = Vec::new();
        for line in lines {
            if let Some(row) = row(line, scan)? {
                rows.push(row);
            }
            if rows.len() > most::WORDS {
                return Err(Unlikely::TooMuch);
            }
        }
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

/// One line of the table; nothing where it is not about a word.
fn row(line: &str, scan: &Scan) -> Result<Option<Row>, Unlikely> {
    let mut cells = line.splitn(12, '\t');
    let mut cell = || cells.next().ok_or(Unlikely::Astray);
    let level = cell()?;
    let mut number = || cell()?.parse::<u32>().map_err(|_| Unlikely::Place);
    let line = [number()?, number()?, number()?, number()?];
    number()?;
    let (left, top, width, height) = (number()?, number()?, number()?, number()?);
    let sure = cell()?.parse::<f32>().map_err(|_| Unlikely::Place)?;
    let text: String = cell()?.chars().filter(|letter| !letter.is_control()).collect();
    let text = text.trim();
    if level != "5" || text.is_empty() {
        return Ok(None);
    }
    let (right, bottom) = (left.saturating_add(width), top.saturating_add(height));
    // The edge of the picture may be counted in.
    if right > scan.width.saturating_add(1) || bottom > scan.height.saturating_add(1) || !sure.is_finite() {
        return Err(Unlikely::Place);
    }
    let rect = Rect { left: left as f32, top: top as f32, right: right as f32, bottom: bottom as f32 };
    Ok(Some(Row { line, rect, text: text.to_owned() }))
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
    Word { text: row.text, rect, edges: (0..=count).map(edge).collect(), hidden: None }
}

#[cfg(test)]
mod tests;
