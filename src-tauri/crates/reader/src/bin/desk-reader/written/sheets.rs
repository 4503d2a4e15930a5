//! Text on sheets: broken into lines that fit, with a place for each word.

use reader::paper::{Line, PageText, Rect, Word, most, sheet};
use unicode_width::UnicodeWidthChar as _;

/// So many empty columns end a line, as a column's edge does on a drawn page.
const APART: usize = 3;
/// Tabs lead to a multiple of this.
const TAB: usize = 8;

/// Sheets being filled, line by line.
#[derive(Default)]
pub(crate) struct Sheets {
    /// Without tabs or control characters, each no wider than a sheet.
    sheets: Vec<Vec<String>>,
    cut: bool,
}

impl Sheets {
    /// Writes lines. A form feed begins a new sheet.
    pub(crate) fn write(&mut self, text: &str) {
        for (number, part) in text.split('\u{c}').enumerate() {
            if number > 0 {
                self.next_sheet();
            }
            for line in part.lines() {
                self.line(line);
                if self.cut {
                    return;
                }
            }
        }
    }

    /// Writes one line, on as many as it takes. Tabs keep cells apart.
    pub(crate) fn line(&mut self, line: &str) {
        let mut row = String::new();
        let mut column = 0;
        let mut word = String::new();
        let mut wide = 0;
        for letter in line.chars() {
            if !letter.is_whitespace() {
                let width = if letter.is_control() { continue } else { letter.width().unwrap_or(0) };
                if wide + width > sheet::COLUMNS {
                    self.put(&mut row, &mut column, &mut word, &mut wide);
                }
                word.push(letter);
                wide += width;
                continue;
            }
            self.put(&mut row, &mut column, &mut word, &mut wide);
            let to = if letter == '\t' { (column + APART).next_multiple_of(TAB) } else { column + 1 };
            while column < to.min(sheet::COLUMNS) {
                row.push(' ');
                column += 1;
            }
        }
        self.put(&mut row, &mut column, &mut word, &mut wide);
        self.push(row);
    }

    /// Ends a word: on this row if it fits, else on the next.
    fn put(&mut self, row: &mut String, column: &mut usize, word: &mut String, wide: &mut usize) {
        if *column + *wide > sheet::COLUMNS {
            self.push(std::mem::take(row));
            *column = 0;
        }
        row.push_str(word);
        *column += *wide;
        word.clear();
        *wide = 0;
    }

    fn push(&mut self, mut row: String) {
        row.truncate(row.trim_end().len());
        if self.sheets.last().is_none_or(|sheet| sheet.len() >= sheet::LINES) {
            if self.sheets.len() >= most::PAGES {
                self.cut = true;
                return;
            }
            self.sheets.push(Vec::new());
        }
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.push(row);
        }
    }

    /// Goes on at the top of a new sheet, unless this one is still empty.
    pub(crate) fn next_sheet(&mut self) {
        if self.sheets.last().is_none_or(Vec::is_empty) {
            return;
        }
        if self.sheets.len() >= most::PAGES {
            self.cut = true;
        } else {
            self.sheets.push(Vec::new());
        }
    }

    /// There is more text than sheets.
    pub(crate) fn is_cut(&self) -> bool {
        self.cut
    }

    /// How many; an empty paper has one.
    pub(crate) fn count(&self) -> u32 {
        u32::try_from(self.sheets.len().max(1)).unwrap_or(u32::MAX)
    }

    /// One of them with its places.
    pub(crate) fn text(&self, number: u32) -> Option<PageText> {
        if number >= self.count() {
            return None;
        }
        let rows = usize::try_from(number).ok().and_then(|at| self.sheets.get(at)).map(Vec::as_slice);
        let rows = rows.unwrap_or_default();
        let lines = rows.iter().enumerate().flat_map(|(at, row)| lines(at, row)).collect();
        let cut = self.cut && number + 1 == self.count();
        Some(PageText { page: number, width: sheet::WIDTH, height: sheet::HEIGHT, lines, cut })
    }
}

/// The lines of one row: more than one where cells stand apart.
fn lines(at: usize, row: &str) -> Vec<Line> {
    let mut lines: Vec<Vec<Word>> = Vec::new();
    let top = sheet::MARGIN + at as f32 * sheet::LINE;
    let x = |column: usize| sheet::MARGIN + column as f32 * sheet::ADVANCE;
    let (mut column, mut end) = (0, 0);
    for piece in row.split_inclusive(' ') {
        let text = piece.strip_suffix(' ').unwrap_or(piece);
        if !text.is_empty() {
            let mut edges = vec![x(column)];
            let begin = column;
            for letter in text.chars() {
                column += letter.width().unwrap_or(0);
                edges.push(x(column));
            }
            let rect = Rect { left: x(begin), top, right: x(column), bottom: top + sheet::LINE };
            let word = Word { text: text.to_owned(), rect, edges, hidden: None, unsure: false };
            match lines.last_mut() {
                Some(line) if begin < end + APART => line.push(word),
                _ => lines.push(vec![word]),
            }
            end = column;
        }
        column += usize::from(piece.ends_with(' '));
    }
    let line = |words: Vec<Word>| {
        let rect = words.iter().map(|word| word.rect).reduce(Rect::around)?;
        Some(Line { rect, turn: 0, words })
    };
    lines.into_iter().filter_map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::Sheets;

    fn plain(text: &str) -> Vec<String> {
        let mut sheets = Sheets::default();
        sheets.write(text);
        (0..sheets.count()).map(|page| sheets.text(page).unwrap().plain()).collect()
    }

    #[test]
    fn words_stand_in_columns_of_one_width() {
        let mut sheets = Sheets::default();
        sheets.write("\nTo:\tZo\u{eb} \u{4e2d}x");
        let page = sheets.text(0).unwrap();
        let words: Vec<_> = page.words().collect();
        assert_eq!(page.lines.len(), 2, "a tab ends a cell");
        assert_eq!((words[0].rect.left, words[0].rect.top, words[0].rect.right), (36.0, 48.0, 54.0));
        assert_eq!(words[1].rect.left, 36.0 + 8.0 * 6.0);
        let wide = words[2];
        assert_eq!(wide.edges[1] - wide.edges[0], 12.0, "some characters take two columns");
        assert_eq!(wide.edges[2] - wide.edges[1], 6.0);
    }

    #[test]
    fn long_lines_are_broken_between_words() {
        let words = "word ".repeat(40);
        let page = plain(&words).remove(0);
        assert_eq!(page.lines().count(), 3);
        assert!(page.split_whitespace().all(|word| word == "word"));
        let solid = plain(&"x".repeat(200)).remove(0);
        assert_eq!(solid.lines().map(str::len).collect::<Vec<_>>(), vec![90, 90, 20]);
    }

    #[test]
    fn sheets_are_filled_one_after_the_other() {
        assert_eq!(plain("").len(), 1);
        assert_eq!(plain(&"line\n".repeat(61)).len(), 2);
        assert_eq!(plain("one\u{c}two"), vec!["one\n", "two\n"]);
        assert_eq!(plain("\u{c}\u{c}one").len(), 1);
    }

    #[test]
    fn what_cannot_be_seen_is_left_out() {
        assert_eq!(plain("a\u{7}b\u{1b}[2J\rc"), vec!["ab[2J c\n"]);
    }

    #[test]
    fn more_than_all_sheets_is_cut() {
        let mut sheets = Sheets::default();
        for _ in 0..700_000 {
            sheets.line("x");
        }
        assert!(sheets.is_cut() && sheets.count() == 10_000);
        assert!(sheets.text(9_999).unwrap().cut && !sheets.text(0).unwrap().cut);
    }
}
