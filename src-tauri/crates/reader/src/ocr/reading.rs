//! One reading of a page: the engine's table of words. It is a claim: the engine has read a hostile picture. What makes no sense
//! is not believed, and nothing is taken from it but words and places on the picture.

use super::Scan;
use crate::paper::{Rect, Unlikely, most};

/// Bytes of a word; what is longer is none.
const LONGEST_WORD: usize = 1_600;

/// Characters of a mark that is typed: "[X]".
pub(super) const MARK: usize = 3;

/// A word as the table has it.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Row {
    /// Page, block, paragraph and line.
    pub(super) line: [u32; 4],
    pub(super) rect: Rect,
    pub(super) text: String,
    /// Whether it may be another word.
    pub(super) unsure: bool,
}

/// The words of a table.
pub(super) fn rows(table: &[u8], scan: &Scan) -> Result<Vec<Row>, Unlikely> {
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
    if level != "5" || text.is_empty() || text.len() > LONGEST_WORD {
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
