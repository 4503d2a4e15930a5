//! What a person typed, as what is looked for.

use std::collections::BTreeSet;
use std::ops::Range;

use super::identifiers::{Found, identifiers, mark_word};
use super::words::{BEGINNINGS, Word, words};

/// More is a text, not a question.
const MOST_TERMS: usize = 16;
const MOST_TYPED: usize = 2_000;
/// A beginning of fewer letters is met nearly everywhere.
const LEAST_BEGINNING: usize = *BEGINNINGS.start();

/// One thing that must be met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// As it was typed.
    pub written: String,
    /// Words in a row.
    pub words: Vec<String>,
    /// The last word is a beginning.
    pub beginning: bool,
    /// What it is when it is an identifier: any of these is met as well.
    pub marks: BTreeSet<String>,
}

/// What is looked for: every term.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// The terms.
    pub terms: Vec<Term>,
}

impl Query {
    /// Reads what was typed. Nothing is refused: what holds no letter and no digit looks for nothing.
    #[must_use]
    pub fn read(typed: &str) -> Self {
        let mut terms = Vec::new();
        let end = typed.char_indices().nth(MOST_TYPED).map_or(typed.len(), |(at, _)| at);
        for (written, quoted) in pieces(typed.get(..end).unwrap_or_default()) {
            if quoted {
                terms.extend(term(written, BTreeSet::new(), false));
                continue;
            }
            let mut done = 0;
            let found: Vec<Found> = identifiers(written).into_iter().filter(|one| stands_apart(written, one)).collect();
            while let Some(next) = longest_from(&found, done) {
                plain(&mut terms, written.get(done..next.from).unwrap_or_default());
                // `Tel:(415)…` is what stands after its label, too.
                let label = |one: &Found| {
                    let before = written.get(next.from..one.from).unwrap_or_default();
                    let short = before.ends_with(':') && before.len() < 7 && before.starts_with(char::is_alphabetic);
                    short || !before.contains(|c: char| c.is_ascii_digit())
                };
                let same = |one: &&Found| one.from >= next.from && one.to == next.to && label(one);
                let marks = found.iter().filter(same).map(|one| one.mark.clone()).collect();
                terms.extend(term(written.get(next.from..next.to).unwrap_or_default(), marks, false));
                done = next.to;
            }
            plain(&mut terms, written.get(done..).unwrap_or_default());
        }
        terms.truncate(MOST_TERMS);
        Self { terms }
    }

    /// True when nothing is looked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Identifiers in it, as typed.
    #[must_use]
    pub fn identifiers(&self) -> Vec<String> {
        self.terms.iter().filter(|term| !term.marks.is_empty()).map(|term| term.written.clone()).collect()
    }

    /// The question as FTS5 takes it, for an index with the columns `words`, `marks` and `begins`. It holds nothing but what
    /// [`words`] and [`mark_word`] give, so that nothing typed is ever read as syntax.
    #[must_use]
    pub fn expression(&self) -> String {
        let terms = self.terms.iter().map(|term| {
            let mut ways = vec![match term.words.as_slice() {
                [word] if term.beginning && BEGINNINGS.contains(&word.chars().count()) => {
                    format!("begins : \"{word}\"")
                }
                words => format!("words : \"{}\"{}", words.join(" "), if term.beginning { " *" } else { "" }),
            }];
            if term.is_apart() {
                let each: Vec<String> = term.words.iter().map(|word| format!("words : \"{word}\"")).collect();
                ways.push(format!("({})", each.join(" AND ")));
            }
            ways.extend(term.marks.iter().map(|mark| format!("marks : \"{}\"", mark_word(mark))));
            format!("({})", ways.join(" OR "))
        });
        terms.collect::<Vec<_>>().join(" AND ")
    }

    /// Where each term is met in a text, in bytes; in the terms' order.
    #[must_use]
    pub fn met(&self, text: &str) -> Vec<Vec<Range<usize>>> {
        let marked = if self.terms.iter().any(|term| !term.marks.is_empty()) { identifiers(text) } else { Vec::new() };
        self.met_with(text, &marked)
    }

    fn met_with(&self, text: &str, marked: &[Found]) -> Vec<Vec<Range<usize>>> {
        let words = words(text);
        self.terms.iter().map(|term| term.met(&words, marked)).collect()
    }

    /// How well a text answers: more of what was asked for, close together, in little else. Comparable between texts.
    #[must_use]
    pub fn weight(&self, text: &str) -> f64 {
        // An identifier in another spelling stands somewhere in it, once: where, is not worth what looking for it takes.
        let met = self.met_with(text, &[]);
        let often = met.iter().zip(&self.terms).map(|(places, term)| {
            let least = usize::from(!term.marks.is_empty());
            (1.0 + places.len().max(least) as f64).ln()
        });
        let often: f64 = often.sum();
        let mut firsts: Vec<usize> = met.iter().filter_map(|places| places.first()).map(|place| place.start).collect();
        firsts.sort_unstable();
        let apart = match (firsts.first(), firsts.last()) {
            // Where one of them stands is not known: nothing says that they stand together.
            _ if met.iter().any(Vec::is_empty) => f64::INFINITY,
            (Some(first), Some(last)) if met.len() > 1 => last.saturating_sub(*first) as f64,
            _ => 0.0,
        };
        often * (1.0 + 1.0 / (1.0 + apart / 80.0)) / (20.0 + text.len() as f64).ln()
    }
}

impl Term {
    fn met(&self, text: &[Word<'_>], marked: &[Found]) -> Vec<Range<usize>> {
        let mut met: Vec<Range<usize>> =
            marked.iter().filter(|found| self.marks.contains(&found.mark)).map(|found| found.from..found.to).collect();
        let rows = text.windows(self.words.len().max(1)).filter(|row| self.is_row(row));
        met.extend(rows.filter_map(|row| Some(row.first()?.from..row.last()?.to)));
        if met.is_empty() && self.is_apart() {
            let each = self.words.iter().map(|wanted| text.iter().filter(move |word| word.plain == *wanted));
            let each: Vec<Vec<&Word<'_>>> = each.map(Iterator::collect).collect();
            if each.iter().all(|places| !places.is_empty()) {
                met.extend(each.into_iter().flatten().map(|word| word.from..word.to));
            }
        }
        met.sort_by_key(|place| (place.start, std::cmp::Reverse(place.end)));
        // A number is met as it is printed and by its mark: once is enough.
        met.dedup_by(|later, earlier| later.start < earlier.end);
        met
    }

    /// It was typed with a space in it and read as one number: it may be two.
    fn is_apart(&self) -> bool {
        !self.marks.is_empty() && self.written.contains(char::is_whitespace)
    }

    fn is_row(&self, row: &[Word<'_>]) -> bool {
        let last = self.words.len().saturating_sub(1);
        row.iter().zip(&self.words).enumerate().all(|(at, (word, wanted))| {
            if self.beginning && at == last { word.plain.starts_with(wanted.as_str()) } else { word.plain == *wanted }
        })
    }
}

/// What stands in quotation marks, and what stands between.
fn pieces(typed: &str) -> Vec<(&str, bool)> {
    let mark = |c: char| matches!(c, '"' | '\u{201c}' | '\u{201d}' | '\u{ab}' | '\u{bb}');
    let mut pieces: Vec<(&str, bool)> = typed.split(mark).enumerate().map(|(at, piece)| (piece, at % 2 == 1)).collect();
    // A mark that was not closed is just a mark: the person is still typing.
    if pieces.len().is_multiple_of(2)
        && let Some(last) = pieces.last_mut()
    {
        last.1 = false;
    }
    pieces
}

fn plain(terms: &mut Vec<Term>, text: &str) {
    for piece in text.split_whitespace() {
        terms.extend(term(piece, BTreeSet::new(), piece.ends_with('*')));
    }
}

fn term(written: &str, marks: BTreeSet<String>, beginning: bool) -> Option<Term> {
    let words: Vec<String> = words(written).into_iter().map(|word| word.plain.into_owned()).collect();
    let long = words.last()?.chars().count() >= LEAST_BEGINNING;
    Some(Term { written: written.trim().to_owned(), words, beginning: beginning && long, marks })
}

/// Ten digits in the middle of a name are part of that name, which is one word of the index.
fn stands_apart(written: &str, one: &Found) -> bool {
    let before = written.get(..one.from).unwrap_or_default();
    let after = written.get(one.to..).unwrap_or_default();
    !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric)
}

/// The next identifier that begins at or after `from`; of several that begin together the longest.
fn longest_from(found: &[Found], from: usize) -> Option<&Found> {
    found.iter().filter(|one| one.from >= from).min_by_key(|one| (one.from, std::cmp::Reverse(one.to)))
}
