//! The engine's tables of words. They are claims: the engine has read a hostile picture. What makes no sense is not believed,
//! and nothing is taken from them but words and places on the picture.

use std::collections::{BTreeSet, HashMap};

use super::{Recognised, Scan};
use crate::paper::{Inside, Line, PageText, Rect, Said, TickBox, Unlikely, Word, most};

/// A gap wider than so many heights of a line ends it, as in a text of the page's own.
const COLUMN: f32 = 1.6;

/// Words are looked up by squares of so many pixels: a line of print is half as high.
const CELL: f32 = 100.0;
/// Squares of one word, and words of the second reading that one is compared with.
const MOST_CELLS: u32 = 200;
const MOST_NEAR: usize = 200;

/// Characters of a mark that is typed: "[X]".
const MARK: usize = 3;

/// A word as the table has it.
struct Row {
    line: [u32; 4],
    rect: Rect,
    text: String,
    unsure: bool,
}

impl Recognised {
    /// From the tables that the engine wrote about this picture: the first reading's, and the second's where there is one.
    ///
    /// # Errors
    /// Where the first table is none, or says more than can be on a page.
    pub fn from_tables(first: &[u8], second: Option<&[u8]>, scan: &Scan) -> Result<Self, Unlikely> {
        let mut rows = rows(first, scan)?;
        let mut second = second.and_then(|second| self::rows(second, scan).ok()).unwrap_or_default();
        // What is in a box is told by the picture; a mark in one that seems empty leaves a doubt.
        let in_box = |row: &Row| {
            let empty = |inside: Inside| inside == Inside::Nothing && tells(&row.text) && row.text.contains(['x', 'X']);
            scan.boxes.iter().any(|one| holds(one.rect, middle(row.rect)) && !empty(one.inside))
        };
        second.retain(|row| row.text.chars().count() > MARK || !in_box(row));
        doubt(&mut rows, &second);
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

/// The words of a table.
fn rows(table: &[u8], scan: &Scan) -> Result<Vec<Row>, Unlikely> {
    let table = std::str::from_utf8(table).map_err(|_| Unlikely::Astray)?;
    let mut lines = table.lines();
    if !lines.next().is_some_and(|head| head.starts_with("level\tpage_num\t")) {
        return Err(Unlikely::Astray);
    }
    let mut rows: Vec<Row> = Vec::new();
    let mut bytes = 0;
    for line in lines {
        if let Some(row) = row(line, scan)? {
            bytes += row.text.len();
            rows.push(row);
        }
        if rows.len() > most::WORDS || bytes > 4 * most::CHARACTERS {
            return Err(Unlikely::TooMuch);
        }
    }
    sections(&mut rows);
    Ok(rows)
}

/// The engine knows no "§": what stands for one between a code with its number and a section is one.
fn sections(rows: &mut [Row]) {
    let is_code = |row: &Row| {
        let letters: String = row.text.chars().filter(char::is_ascii_alphabetic).collect();
        matches!(letters.as_str(), "USC" | "CFR")
    };
    let counts = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    for at in 2..rows.len() {
        let next = rows.get(at + 1).filter(|next| counts(&next.text)).map(|next| next.line);
        // "19 U.S.C. 8 19 C.F.R.": another code begins there.
        let other = rows.get(at + 2).is_some_and(is_code);
        let Some([title, code, row]) = rows.get_mut(at - 2..=at) else { return };
        if code.line != row.line || title.line != code.line || !is_code(code) || !counts(&title.text) || other {
            continue;
        }
        match row.text.as_str() {
            "$" if next.is_some() => row.text = "§".to_owned(),
            "8" | "S" | "s" if next == Some(row.line) => row.text = "§".to_owned(),
            "$$" | "88" | "SS" | "ss" if next == Some(row.line) => row.text = "§§".to_owned(),
            text if text.strip_prefix('$').is_some_and(counts) => row.text = text.replacen('$', "§", 1),
            _ => {}
        }
    }
}

/// Marks the words of the first reading that the second did not read alike: where each stands it must have the same letters, in
/// one word or in several.
fn doubt(first: &mut [Row], second: &[Row]) {
    let places = by_cell(second);
    for row in &mut *first {
        let near = near(&places, row.rect, second);
        let whole = near.iter().any(|other| holds(other.rect, middle(row.rect)) && alike(&row.text, &other.text));
        row.unsure = !whole && {
            let mut parts: Vec<&&Row> = near.iter().filter(|other| holds(row.rect, middle(other.rect))).collect();
            parts.sort_by(|a, b| a.rect.left.total_cmp(&b.rect.left));
            !row.text.chars().map(plain).eq(parts.iter().flat_map(|part| part.text.chars()).map(plain))
        };
    }
    // A word, or a mark, that only the second read stands between words of the first: what they say together is not sure.
    let places = by_cell(first);
    let mut beside: BTreeSet<usize> = BTreeSet::new();
    for row in second.iter().filter(|row| tells(&row.text)) {
        let reach = 1.5 * row.rect.height();
        let rect = Rect { left: (row.rect.left - reach).max(0.0), right: row.rect.right + reach, ..row.rect };
        let around: Vec<usize> = near_at(&places, rect);
        let read = |at: &usize| first.get(*at).is_some_and(|other| holds(other.rect, middle(row.rect)));
        if !around.iter().any(read) {
            let on_line =
                |at: &usize| first.get(*at).is_some_and(|other| holds(rect, (rect.left, middle(other.rect).1)));
            beside.extend(around.iter().copied().filter(on_line));
        }
    }
    for at in beside {
        if let Some(row) = first.get_mut(at) {
            row.unsure = true;
        }
    }
}

/// Whether a word may change what stands beside it: more than one letter, or a typed mark. Else it is mostly dirt.
fn tells(text: &str) -> bool {
    let letters = text.chars().filter(|letter| letter.is_alphabetic()).count();
    let mark = letters == 1 && text.contains(['x', 'X']) && text.chars().count() <= MARK;
    letters > 1 || mark && !text.contains(|letter: char| letter.is_ascii_digit())
}

/// Words by the squares of the picture that they lie in.
fn by_cell(rows: &[Row]) -> HashMap<(u32, u32), Vec<usize>> {
    let mut places: HashMap<(u32, u32), Vec<usize>> = HashMap::new();
    for (at, row) in rows.iter().enumerate() {
        for cell in cells(row.rect) {
            places.entry(cell).or_default().push(at);
        }
    }
    places
}

fn near_at(places: &HashMap<(u32, u32), Vec<usize>>, rect: Rect) -> Vec<usize> {
    let near: BTreeSet<usize> =
        cells(rect).filter_map(|cell| places.get(&cell)).flatten().copied().take(MOST_NEAR).collect();
    near.into_iter().collect()
}

fn near<'r>(places: &HashMap<(u32, u32), Vec<usize>>, rect: Rect, rows: &'r [Row]) -> Vec<&'r Row> {
    near_at(places, rect).into_iter().filter_map(|at| rows.get(at)).collect()
}

fn middle(rect: Rect) -> (f32, f32) {
    (f32::midpoint(rect.left, rect.right), f32::midpoint(rect.top, rect.bottom))
}

fn holds(rect: Rect, (x, y): (f32, f32)) -> bool {
    x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom
}

/// The squares of the picture that a word lies in; none for what is larger than any word.
fn cells(rect: Rect) -> impl Iterator<Item = (u32, u32)> {
    let square = |at: f32| (at / CELL) as u32;
    let (left, right, top, bottom) = (square(rect.left), square(rect.right), square(rect.top), square(rect.bottom));
    let across = if (right - left + 1) * (bottom - top + 1) <= MOST_CELLS { left..right + 1 } else { 0..0 };
    across.flat_map(move |x| (top..=bottom).map(move |y| (x, y)))
}

/// Whether two readings of a word say the same: dashes and quotes are not told apart on a scan, and mean the same.
fn alike(a: &str, b: &str) -> bool {
    a == b || a.chars().map(plain).eq(b.chars().map(plain))
}

fn plain(letter: char) -> char {
    match letter {
        '‘' | '’' | '´' | '`' => '\'',
        '“' | '”' => '"',
        '‐' | '‑' | '–' | '—' => '-',
        other => other,
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
    // No paper of the law is written with braces: they are brackets.
    let plain = |letter: char| match letter {
        '{' => '(',
        '}' => ')',
        other => other,
    };
    let text: String = cell()?.chars().filter(|letter| !letter.is_control()).map(plain).collect();
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
    Ok(Some(Row { line, rect, text: text.to_owned(), unsure: false }))
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
