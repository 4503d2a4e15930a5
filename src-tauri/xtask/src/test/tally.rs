//! How many tests passed, failed and were skipped, read from what the runners print.

use std::fmt;

/// How nextest's last line begins.
const NEXTEST: &str = "Summary [";

/// A count of tests.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) passed: u64,
    pub(super) failed: u64,
    pub(super) skipped: u64,
}

impl Tally {
    /// One check, well or not.
    pub(super) fn check(well: bool) -> Self {
        Self { passed: u64::from(well), failed: u64::from(!well), skipped: 0 }
    }

    /// Adds another count.
    pub(super) fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }

    /// The sum over every summary line in `text`: cargo test, nextest, vitest, or our own form. `None` if there is none.
    pub(super) fn read(text: &str) -> Option<Self> {
        let lines: Vec<String> = text.lines().map(|line| plain(line).trim().to_owned()).collect();
        // Where nextest sums up, the inner `test result` lines of the tests that failed are in its output too.
        let nextest = lines.iter().any(|line| line.starts_with(NEXTEST));
        lines.iter().filter(|line| !nextest || line.starts_with(NEXTEST)).filter_map(|line| summary(line)).reduce(
            |mut sum, tally| {
                sum.add(tally);
                sum
            },
        )
    }

    fn count(&mut self, number: u64, word: &str) {
        match word {
            "passed" => self.passed += number,
            // nextest has two more ways to fail: `timed out` and `exec failed`.
            "failed" | "timed" | "exec" => self.failed += number,
            "skipped" | "ignored" | "todo" => self.skipped += number,
            _ => {}
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed, {} skipped", self.passed, self.failed, self.skipped)
    }
}

/// The counts in one line, if it is a summary.
fn summary(line: &str) -> Option<Tally> {
    let counts = if let Some((_, counts)) = line.strip_prefix("test result: ").and_then(|rest| rest.split_once(". ")) {
        counts
    } else if let Some(rest) = line.strip_prefix(NEXTEST) {
        rest.split_once(" run: ")?.1
    } else if let Some(rest) = line.strip_prefix("Tests  ") {
        rest
    } else if Tally::ours(line) {
        line
    } else {
        return None;
    };
    let mut tally = Tally::default();
    for piece in counts.split([',', ';', '|']) {
        let mut words = piece.split_whitespace();
        if let (Some(Ok(number)), Some(word)) = (words.next().map(str::parse), words.next()) {
            tally.count(number, word);
        }
    }
    Some(tally)
}

impl Tally {
    /// Exactly `N passed, N failed, N skipped`.
    fn ours(line: &str) -> bool {
        let words: Vec<&str> = line.split(' ').collect();
        let is_number = |word: &&str| word.parse::<u64>().is_ok();
        matches!(
            words.as_slice(),
            [a, "passed,", b, "failed,", c, "skipped"] if is_number(a) && is_number(b) && is_number(c)
        )
    }
}

/// Without the terminal's colour codes (`ESC [ … m`).
fn plain(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    let mut chars = line.chars();
    while let Some(letter) = chars.next() {
        if letter == '\u{1b}' {
            chars.by_ref().find(|letter| letter.is_ascii_alphabetic());
        } else {
            text.push(letter);
        }
    }
    text
}
