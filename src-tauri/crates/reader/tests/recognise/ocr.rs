//! Tesseract's table as a page's text. In the program this is the reader's own process; here it is enough to measure with.

use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use look_alikes::Gray;
use reader::paper::{Line, PageText, Rect, Word};

/// Reads a picture. What was read once is kept beside the build, because it takes seconds.
pub(crate) fn read(picture: &Gray, page: u32, dpi: f64) -> Option<PageText> {
    let mut hasher = DefaultHasher::new();
    picture.dots.hash(&mut hasher);
    let kept = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{:016x}.tsv", hasher.finish()));
    let table = match fs::read_to_string(&kept) {
        Ok(table) => table,
        Err(_) => {
            let table = tesseract(&picture.png().unwrap(), dpi)?;
            fs::write(&kept, &table).unwrap();
            table
        }
    };
    Some(text(&table, picture, page, 72.0 / dpi as f32))
}

fn tesseract(png: &[u8], dpi: f64) -> Option<String> {
    let mut child = Command::new("tesseract")
        .args(["stdin", "stdout", "--dpi", &dpi.to_string(), "tsv"])
        .env("OMP_THREAD_LIMIT", "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    child.stdin.take()?.write_all(png).ok()?;
    let output = child.wait_with_output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

fn text(table: &str, picture: &Gray, page: u32, scale: f32) -> PageText {
    let mut lines: Vec<Line> = Vec::new();
    let mut last = String::new();
    for row in table.lines().skip(1) {
        let cells: Vec<&str> = row.split('\t').collect();
        let [level, _, block, paragraph, line, _, left, top, width, height, confidence, word] = cells.as_slice() else {
            continue;
        };
        let word = word.trim();
        if *level != "5" || word.is_empty() || confidence.parse::<f32>().unwrap_or(0.0) < 0.0 {
            continue;
        }
        let number = |text: &str| text.parse::<f32>().unwrap_or(0.0) * scale;
        let (left, top) = (number(left), number(top));
        let rect = Rect { left, top, right: left + number(width), bottom: top + number(height) };
        let count = word.chars().count();
        let edges = (0..=count).map(|at| left + rect.width() * at as f32 / count as f32).collect();
        let word = Word { text: word.to_owned(), rect, edges, hidden: None };
        let key = format!("{block}/{paragraph}/{line}");
        match lines.last_mut() {
            Some(line) if key == last => {
                line.rect = line.rect.around(rect);
                line.words.push(word);
            }
            _ => lines.push(Line { rect, turn: 0, words: vec![word] }),
        }
        last = key;
    }
    let (width, height) = (picture.width as f32 * scale, picture.height as f32 * scale);
    PageText { page, width, height, lines, cut: false }
}
