//! Two readings of one page, word for word. Where they differ, mostly one of them slipped, and what a word can be tells which: it is
//! taken, and is as sure as if both had it. What nothing tells stays the first's, unsure.

use std::collections::{BTreeSet, HashMap, HashSet};

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::reading::{MARK, Row};
use super::vocabulary::{bare, is_common};
use crate::paper::Rect;

/// Words are looked up by squares of so many pixels: a line of print is half as high.
const CELL: f32 = 100.0;
/// Squares of one word, and words of the other reading that one is compared with.
const MOST_CELLS: u32 = 200;
const MOST_NEAR: usize = 200;
/// Words that are compared with each other as one place: more are no slip of a word.
const MOST_AT_ONE_PLACE: usize = 8;
/// A word of fewer letters on this page is no witness for another.
const LEAST_WITNESS: usize = 4;

/// What one place of the page is taken to say.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Verdict {
    /// What the first reading has there.
    First,
    /// What the second has.
    Second,
    /// Either.
    Unsure,
}

/// The words of a page by both readings, in the order of the first.
pub(super) fn collate(first: Vec<Row>, second: Vec<Row>) -> Vec<Row> {
    let places = by_cell(&second);
    let same: Vec<Option<usize>> = first
        .iter()
        .map(|row| {
            let near = near_at(&places, row.rect);
            near.into_iter().find(|at| second.get(*at).is_some_and(|other| meet(row, other) && row.text == other.text))
        })
        .collect();
    let witnesses: HashSet<String> = first
        .iter()
        .zip(&same)
        .filter(|(row, same)| same.is_some() && row.text.chars().count() >= LEAST_WITNESS)
        .filter_map(|(row, _)| bare(&row.text))
        .collect();
    let taken: HashSet<usize> = same.iter().flatten().copied().collect();
    let mut settled: Vec<Row> = Vec::with_capacity(first.len());
    let mut done: HashSet<usize> = HashSet::new();
    for (at, row) in first.iter().enumerate() {
        if done.contains(&at) {
            continue;
        }
        if same.get(at).is_some_and(Option::is_some) {
            settled.push(Row { unsure: false, ..row.clone() });
            continue;
        }
        let place = Place::around(at, &first, &second, &places, |one| taken.contains(&one));
        let of = |rows: &[Row], at: &[usize]| at.iter().filter_map(|at| rows.get(*at).cloned()).collect::<Vec<_>>();
        let (mine, theirs) = (of(&first, &place.first), of(&second, &place.second));
        let next = place.first.last().and_then(|last| first.get(last + 1));
        let verdict = settle(&mine, &theirs, next, &witnesses);
        let chosen = if verdict == Verdict::Second { theirs } else { mine };
        let unsure = verdict == Verdict::Unsure;
        settled.extend(chosen.into_iter().map(|one| Row { unsure, line: row.line, ..one }));
        done.extend(place.first);
    }
    beside(&mut settled, &second);
    settled
}

/// Words of both readings that stand where each other do.
struct Place {
    first: Vec<usize>,
    second: Vec<usize>,
}

impl Place {
    /// Around a word of the first reading: what lies on it, and what lies on that, of the words of its line that follow.
    fn around(
        at: usize,
        first: &[Row],
        second: &[Row],
        places: &HashMap<(u32, u32), Vec<usize>>,
        taken: impl Fn(usize) -> bool,
    ) -> Self {
        let mut place = Self { first: vec![at], second: Vec::new() };
        let mut next = at;
        while let Some(row) = first.get(next) {
            let met: Vec<usize> = near_at(places, row.rect)
                .into_iter()
                .filter(|one| !taken(*one) && second.get(*one).is_some_and(|other| meet(row, other)))
                .collect();
            let joins = next == at || met.iter().any(|one| place.second.contains(one));
            let full = place.first.len() + place.second.len() >= MOST_AT_ONE_PLACE;
            if !joins || full || first.get(at).is_none_or(|begin| begin.line != row.line) {
                break;
            }
            if next != at {
                place.first.push(next);
            }
            for one in met {
                if !place.second.contains(&one) {
                    place.second.push(one);
                }
            }
            next += 1;
        }
        let left = |at: &usize| second.get(*at).map_or(0.0, |row| row.rect.left);
        place.second.sort_by(|a, b| left(a).total_cmp(&left(b)));
        place
    }
}

/// Whether the middle of one word lies in the other.
fn meet(a: &Row, b: &Row) -> bool {
    holds(a.rect, middle(b.rect)) || holds(b.rect, middle(a.rect))
}

fn settle(mine: &[Row], theirs: &[Row], next: Option<&Row>, witnesses: &HashSet<String>) -> Verdict {
    let joined = |rows: &[Row]| rows.iter().flat_map(|row| row.text.chars()).map(plain).collect::<String>();
    let (a, b) = (joined(mine), joined(theirs));
    if theirs.is_empty() {
        return Verdict::Unsure;
    }
    if a == b {
        return parted(&a, mine, theirs);
    }
    if mine.len() != 1 || theirs.len() != 1 {
        return Verdict::Unsure;
    }
    by_sign(&a, &b, next)
        .or_else(|| by_end(&a, &b, next))
        .or_else(|| by_word(&a, &b, witnesses))
        .or_else(|| by_brackets(&a, &b))
        .or_else(|| by_marks(&a, &b))
        .unwrap_or(Verdict::Unsure)
}

/// The same letters, in other words: a name of the network has no gaps, nor have letters
/// that are printed apart; other words have them.
fn parted(text: &str, mine: &[Row], theirs: &[Row]) -> Verdict {
    let single = |rows: &[Row]| {
        rows.iter().filter(|row| row.text.chars().all(char::is_alphabetic) && row.text.chars().count() == 1).count()
    };
    let spaced = |rows: &[Row]| single(rows) * 2 > rows.len();
    let (few, many) = if mine.len() < theirs.len() { (mine, theirs) } else { (theirs, mine) };
    if mine.len() == theirs.len() {
        return Verdict::First;
    }
    let letters: Vec<char> = text.chars().collect();
    let dotted = letters.windows(3).any(|three| match three {
        [before, '.', after] => {
            before.is_ascii_digit() && after.is_ascii_digit()
                || before.is_ascii_lowercase() && after.is_ascii_lowercase()
        }
        _ => false,
    });
    let whole = spaced(many)
        || dotted
        || text.contains(['@', '_'])
        || text.contains("://")
        || text.matches(':').count() > 1 && letters.iter().all(|letter| letter.is_ascii_hexdigit() || *letter == ':');
    if (mine.len() == few.len()) == whole { Verdict::First } else { Verdict::Second }
}

/// Signs that the first reading's languages do not know.
fn by_sign(a: &str, b: &str, next: Option<&Row>) -> Option<Verdict> {
    let counts = next.is_some_and(|next| next.text.starts_with(|letter: char| letter.is_ascii_digit()));
    match (a, b) {
        ("$" | "8" | "S" | "s" | "&", "§") | ("$$" | "88" | "SS" | "ss" | "8$" | "$8", "§§") if counts => {
            Some(Verdict::Second)
        }
        ("€", "&") => Some(Verdict::Second),
        _ => None,
    }
}

/// They differ in the mark at their end only, in a running text: no sentence ends before a small letter.
fn by_end(a: &str, b: &str, next: Option<&Row>) -> Option<Verdict> {
    let end = |letter: char| matches!(letter, '.' | ',' | ';' | ':' | '\'' | '"');
    let (word, goes_on) = (a.trim_end_matches(end), next?.text.starts_with(char::is_lowercase));
    if word != b.trim_end_matches(end) || !is_small(word) || !goes_on {
        return None;
    }
    Some(if a.ends_with('.') { Verdict::Second } else { Verdict::First })
}

/// Whether it is a common word as it is written in the middle of a sentence.
fn is_small(text: &str) -> bool {
    let small = text.chars().find(|letter| letter.is_alphabetic()).is_some_and(char::is_lowercase);
    small && bare(text).is_some_and(|word| is_common(&word))
}

/// Only one of them is a word. A name may be none and be taken for one: what has a capital is told by
/// this page alone, and what has a digit by nothing.
fn by_word(a: &str, b: &str, witnesses: &HashSet<String>) -> Option<Verdict> {
    if a.chars().chain(b.chars()).any(|letter| letter.is_ascii_digit()) {
        return None;
    }
    let known = |text: &str| is_small(text) || bare(text).is_some_and(|word| witnesses.contains(&word));
    one_of(known(a), known(b))
}

fn one_of(a: bool, b: bool) -> Option<Verdict> {
    match (a, b) {
        (true, false) => Some(Verdict::First),
        (false, true) => Some(Verdict::Second),
        _ => None,
    }
}

/// Only one of them closes what it opens: "1509(a)(1)".
fn by_brackets(a: &str, b: &str) -> Option<Verdict> {
    let brackets = |text: &str| text.matches('(').count() + text.matches(')').count();
    let closed = |text: &str| {
        let mut open = 0_u32;
        text.chars().all(|letter| match letter {
            '(' => {
                open += 1;
                open < 2
            }
            ')' => open.checked_sub(1).map(|left| open = left).is_some(),
            _ => true,
        }) && open == 0
    };
    // ")(" is taken for an X.
    let uncrossed = |text: &str| text.replace('X', ")(");
    if a.len() != b.len() && uncrossed(a) == uncrossed(b) {
        return one_of(a.len() > b.len(), b.len() > a.len());
    }
    one_of(closed(a) && brackets(a) > 1, closed(b) && brackets(b) > 1)
}

/// They differ in the marks of letters only. Common words have none; of a name, the second reading knows more letters, and seldom
/// gives one a mark that has none.
fn by_marks(a: &str, b: &str) -> Option<Verdict> {
    let marks = |text: &str| text.chars().filter(|letter| letter.is_alphabetic() && !letter.is_ascii()).count();
    if marks(b) <= marks(a) || unmarked(a) != unmarked(b) {
        return None;
    }
    if bare(a).is_some_and(|word| is_common(&word)) {
        return Some(Verdict::First);
    }
    let european = |letter: char| letter.is_alphabetic() && letter < '\u{180}';
    let name = b.chars().find(|letter| letter.is_alphabetic()).is_some_and(char::is_uppercase)
        && b.chars().all(|letter| european(letter) || matches!(letter, '-' | '\'' | ',' | '.'))
        && b.chars().count() >= LEAST_WITNESS;
    name.then_some(Verdict::Second)
}

/// The letters without their marks.
fn unmarked(text: &str) -> String {
    let plain = |letter: char| match letter {
        'Ø' => 'O',
        'ø' => 'o',
        'Ł' => 'L',
        'ł' => 'l',
        'Đ' | 'Ð' => 'D',
        'đ' => 'd',
        'ı' => 'i',
        other => other,
    };
    text.nfd().filter(|letter| !is_combining_mark(*letter)).map(plain).collect()
}

/// A word, or a mark, that only the second read stands between words of the first: what they say together is not sure.
fn beside(settled: &mut [Row], second: &[Row]) {
    let places = by_cell(settled);
    let mut beside: BTreeSet<usize> = BTreeSet::new();
    for row in second.iter().filter(|row| tells(&row.text)) {
        let reach = 1.5 * row.rect.height();
        let rect = Rect { left: (row.rect.left - reach).max(0.0), right: row.rect.right + reach, ..row.rect };
        let around: Vec<usize> = near_at(&places, rect);
        let read = |at: &usize| settled.get(*at).is_some_and(|other| holds(other.rect, middle(row.rect)));
        if !around.iter().any(read) {
            let on_line =
                |at: &usize| settled.get(*at).is_some_and(|other| holds(rect, (rect.left, middle(other.rect).1)));
            beside.extend(around.iter().copied().filter(on_line));
        }
    }
    for at in beside {
        if let Some(row) = settled.get_mut(at) {
            row.unsure = true;
        }
    }
}

/// Whether a word may change what stands beside it: more than one letter, or a typed mark. Else it is mostly dirt.
pub(super) fn tells(text: &str) -> bool {
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

pub(super) fn middle(rect: Rect) -> (f32, f32) {
    (f32::midpoint(rect.left, rect.right), f32::midpoint(rect.top, rect.bottom))
}

pub(super) fn holds(rect: Rect, (x, y): (f32, f32)) -> bool {
    x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom
}

/// The squares of the picture that a word lies in; none for what is larger than any word.
fn cells(rect: Rect) -> impl Iterator<Item = (u32, u32)> {
    let square = |at: f32| (at / CELL) as u32;
    let (left, right, top, bottom) = (square(rect.left), square(rect.right), square(rect.top), square(rect.bottom));
    let across = if (right - left + 1) * (bottom - top + 1) <= MOST_CELLS { left..right + 1 } else { 0..0 };
    across.flat_map(move |x| (top..=bottom).map(move |y| (x, y)))
}

/// Dashes and quotes are not told apart on a scan, and mean the same.
fn plain(letter: char) -> char {
    match letter {
        '‘' | '’' | '´' | '`' => '\'',
        '“' | '”' => '"',
        '‐' | '‑' | '–' | '—' => '-',
        other => other,
    }
}

#[cfg(test)]
mod tests;
