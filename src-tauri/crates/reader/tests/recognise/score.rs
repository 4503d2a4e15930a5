//! Precision and recall, field by field.

use std::collections::BTreeMap;
use std::fmt::Write as _;

/// One value as it is compared: white space counts for nothing.
pub(crate) fn plain(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

/// How far two texts agree, 0 to 1: 1 less the edit distance by letters.
pub(crate) fn likeness(a: &str, b: &str) -> f64 {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for j in 0..b.len() {
            let here = (row[j + 1] + 1).min(row[j] + 1).min(corner + usize::from(*x != b[j]));
            corner = row[j + 1];
            row[j + 1] = here;
        }
    }
    1.0 - row[b.len()] as f64 / a.len().max(b.len()).max(1) as f64
}

/// What was found, missed and made up for one field.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Tally {
    pub(crate) right: usize,
    pub(crate) wrong: usize,
    pub(crate) missed: usize,
}

impl Tally {
    pub(crate) fn precision(self) -> f64 {
        if self.right + self.wrong == 0 { 1.0 } else { self.right as f64 / (self.right + self.wrong) as f64 }
    }

    pub(crate) fn recall(self) -> f64 {
        if self.right + self.missed == 0 { 1.0 } else { self.right as f64 / (self.right + self.missed) as f64 }
    }
}

/// All fields.
#[derive(Debug, Default)]
pub(crate) struct Score {
    pub(crate) fields: BTreeMap<&'static str, Tally>,
    /// A few slips of each field, to look at.
    pub(crate) slips: Vec<String>,
}

impl Score {
    /// Compares what was expected with what was found; `alike` is how far a found text must agree with an expected one.
    pub(crate) fn take(&mut self, field: &'static str, paper: &str, expected: &[String], found: &[String], alike: f64) {
        let tally = self.fields.entry(field).or_default();
        let mut left: Vec<&String> = expected.iter().collect();
        for one in found {
            let same = left.iter().position(|other| one == *other || alike < 1.0 && likeness(one, other) >= alike);
            match same {
                Some(at) => {
                    left.remove(at);
                    tally.right += 1;
                }
                None => {
                    tally.wrong += 1;
                    self.slips.push(format!("{field} {paper}: WRONG {one:?} for {left:?}"));
                }
            }
        }
        tally.missed += left.len();
        self.slips.extend(left.iter().map(|missed| format!("{field} {paper}: missed {missed:?}")));
    }

    pub(crate) fn table(&self) -> String {
        let mut text = format!(
            "{:<16} {:>6} {:>6} {:>6} {:>9} {:>7}\n",
            "field", "right", "wrong", "missed", "precision", "recall"
        );
        for (field, tally) in &self.fields {
            let Tally { right, wrong, missed } = tally;
            writeln!(
                text,
                "{field:<16} {right:>6} {wrong:>6} {missed:>6} {:>9.3} {:>7.3}",
                tally.precision(),
                tally.recall()
            )
            .unwrap();
        }
        text
    }

    /// All fields together.
    pub(crate) fn sum(&self) -> Tally {
        self.fields.values().fold(Tally::default(), |sum, tally| Tally {
            right: sum.right + tally.right,
            wrong: sum.wrong + tally.wrong,
            missed: sum.missed + tally.missed,
        })
    }

    /// Fields below the bars.
    pub(crate) fn below(&self, precision: f64, recall: f64) -> Vec<String> {
        let low = |tally: &Tally| tally.precision() < precision || tally.recall() < recall;
        self.fields
            .iter()
            .filter(|(_, tally)| low(tally))
            .map(|(field, tally)| format!("{field} {:.3}/{:.3}", tally.precision(), tally.recall()))
            .collect()
    }
}
