//! Two readings of one page, word for word. Where they differ, mostly one of them slipped, and what a word can be tells which: it is
//! taken, and is as sure as if both had it. What nothing tells stays the first's, unsure.

use std::collections::{BTreeSet, HashSet};

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::places::{by_cell, holds, meet, middle, near_at};
use super::reading::{MARK, Row};
use super::vocabulary::{bare, is_common};
use crate::paper::Rect;

/// Words that are compared with each other as one place: more are no slip of a word.
const MOST_AT_ONE_PLACE: usize = 8;
/// A word of fewer letters is told by none of its letters.
const LEAST_WORD: usize = 4;

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
    let mut taken: HashSet<usize> = same.iter().flatten().copied().collect();
    let mut settled: Vec<Row> = Vec::with_capacity(first.len());
    let mut past = 0;
    for (at, row) in first.iter().enumerate() {
        if at < past {
            continue;
        }
        if same.get(at).is_some_and(Option::is_some) {
            settled.push(Row { unsure: false, ..row.clone() });
            continue;
        }
        let open = first.iter().zip(&same).skip(at).take_while(|(next, same)| same.is_none() && next.line == row.line);
        let open: Vec<&Row> = open.map(|(next, _)| next).take(MOST_AT_ONE_PLACE).collect();
        let place = Place::of(&open, |word| {
            let near = near_at(&places, word.rect).into_iter();
            near.filter(|one| !taken.contains(one) && second.get(*one).is_some_and(|other| meet(word, other))).collect()
        });
        let mine: Vec<Row> = open.into_iter().take(place.words).cloned().collect();
        let mut theirs: Vec<Row> = place.second.iter().filter_map(|at| second.get(*at).cloned()).collect();
        theirs.sort_by(|a, b| a.rect.left.total_cmp(&b.rect.left));
        let around = [settled.last(), first.get(at + place.words)].map(|one| one.filter(|one| one.line == row.line));
        let verdict = settle(&mine, &theirs, around);
        if verdict != Verdict::Unsure {
            taken.extend(place.second);
        }
        let chosen = if verdict == Verdict::Second { theirs } else { mine };
        let unsure = verdict == Verdict::Unsure;
        settled.extend(chosen.into_iter().map(|one| Row { unsure, line: row.line, ..one }));
        past = at + place.words;
    }
    let left: Vec<&Row> = second.iter().enumerate().filter(|(at, _)| !taken.contains(at)).map(|(_, row)| row).collect();
    beside(&mut settled, &left);
    settled
}

/// Words of both readings that stand where each other do.
struct Place {
    /// How many of the first's.
    words: usize,
    /// Which of the second's.
    second: Vec<usize>,
}

impl Place {
    /// The first of some words, what lies on it of the other reading, and the words after it on which that lies too.
    fn of(words: &[&Row], met: impl Fn(&Row) -> Vec<usize>) -> Self {
        let mut place = Self { words: 0, second: Vec::new() };
        for word in words {
            let met = met(word);
            if place.words > 0 && !met.iter().any(|one| place.second.contains(one)) {
                break;
            }
            place.words += 1;
            place.second.extend(met);
            place.second.sort_unstable();
            place.second.dedup();
        }
        place
    }
}

fn settle(mine: &[Row], theirs: &[Row], around: [Option<&Row>; 2]) -> Verdict {
    let joined = |rows: &[Row]| rows.iter().flat_map(|row| row.text.chars()).map(plain).collect::<String>();
    let (a, b) = (joined(mine), joined(theirs));
    if theirs.is_empty() {
        return Verdict::Unsure;
    }
    if a == b {
        return parted(&a, mine, theirs).unwrap_or(Verdict::Unsure);
    }
    if mine.len() != 1 || theirs.len() != 1 {
        return Verdict::Unsure;
    }
    by_sign(&a, &b, around)
        .or_else(|| by_end(&a, &b, around[1]))
        .or_else(|| by_word(&a, &b, around))
        .or_else(|| by_brackets(&a, &b))
        .or_else(|| by_marks(&a, &b))
        .unwrap_or(Verdict::Unsure)
}

/// The same letters, in other words. Each gap that only one of them has must be told to be one, or to be none, all of one reading.
fn parted(text: &str, mine: &[Row], theirs: &[Row]) -> Option<Verdict> {
    let cuts = |rows: &[Row]| -> Vec<usize> {
        let ends = rows.iter().scan(0, |end, row| {
            *end += row.text.chars().count();
            Some(*end)
        });
        ends.collect()
    };
    let (a, b) = (cuts(mine), cuts(theirs));
    let letters: Vec<char> = text.chars().collect();
    let mut told = None;
    let (only_a, only_b) = (a.iter().filter(|cut| !b.contains(cut)), b.iter().filter(|cut| !a.contains(cut)));
    for (cut, rows) in only_a.map(|cut| (*cut, mine)).chain(only_b.map(|cut| (*cut, theirs))) {
        let real = is_gap(&letters, cut, rows)?;
        // Whose words these are: those of the one with the gap, or of the other.
        let right = if a.contains(&cut) == real { Verdict::First } else { Verdict::Second };
        if told.replace(right).is_some_and(|before| before != right) {
            return None;
        }
    }
    Some(told.unwrap_or(Verdict::First))
}

/// Whether words are parted there: a name of the network and a number are not, two words are. Nothing where neither is plain.
fn is_gap(letters: &[char], cut: usize, rows: &[Row]) -> Option<bool> {
    let at = |at: usize| letters.get(at).copied();
    let (before, left, right, after) =
        (cut.checked_sub(2).and_then(at), at(cut.checked_sub(1)?)?, at(cut)?, at(cut + 1));
    let digit = |one: Option<char>| one.is_some_and(|one| one.is_ascii_digit());
    let text: String = letters.iter().collect();
    let network = text.contains('@') || text.contains("://") || text.matches(':').count() > 1;
    let name = |one: Option<char>| one.is_some_and(|one| one.is_ascii_lowercase() || one.is_ascii_digit());
    let within = |mark: char, one: Option<char>, other: Option<char>| match mark {
        '.' | ':' | '/' | '-' => digit(one) && digit(other) || network && name(one) && name(other),
        '_' => name(one) && name(other),
        '@' => true,
        _ => false,
    };
    if within(left, before, Some(right)) || within(right, Some(left), after) || left == ':' && right == '/' {
        return Some(false);
    }
    if matches!(left, ',' | ';' | ':' | ')' | '.')
        && (right.is_uppercase() || left != '.' && right.is_alphabetic())
        && !network
    {
        return Some(true);
    }
    // Both parts are words, or one is and the other a number: "Case|ID", "2|of|2".
    let mut end = 0;
    let parts: Vec<&str> = rows
        .iter()
        .filter_map(|row| {
            let begin = end;
            end += row.text.chars().count();
            (end == cut || begin == cut).then_some(row.text.as_str())
        })
        .collect();
    let word = |text: &str| bare(text).is_some_and(|word| is_common(&word));
    let count = |text: &str| text.len() < 4 && text.chars().all(|one| one.is_ascii_digit());
    let plain = parts.iter().all(|part| word(part) || count(part)) && parts.iter().any(|part| word(part));
    plain.then_some(true)
}

/// Signs that the first reading's languages do not know: between a code and a section, as in [`super::reading`].
fn by_sign(a: &str, b: &str, [before, next]: [Option<&Row>; 2]) -> Option<Verdict> {
    let counts = next.is_some_and(|next| next.text.starts_with(|letter: char| letter.is_ascii_digit()));
    let code = before.is_some_and(|before| {
        let capitals: String = before.text.chars().filter(char::is_ascii_uppercase).collect();
        matches!(capitals.as_str(), "USC" | "CFR" | "US" | "CF" | "FR" | "CER") || before.text.starts_with("Code")
    });
    match (a, b) {
        ("$" | "8" | "S" | "s" | "&", "§") | ("$$" | "88" | "SS" | "ss" | "8$" | "$8", "§§") if counts && code => {
            Some(Verdict::Second)
        }
        ("€", "&") => Some(Verdict::Second),
        _ => None,
    }
}

/// They differ in the mark at their end only, in a running text, where no sentence ends before a small letter; or dots
/// that are not counted.
fn by_end(a: &str, b: &str, next: Option<&Row>) -> Option<Verdict> {
    let end = |letter: char| matches!(letter, '.' | ',' | ';' | ':' | '\'' | '"');
    let word = a.trim_end_matches(end);
    if word != b.trim_end_matches(end) || word.is_empty() {
        return None;
    }
    // The dots that lead from a label to its value.
    if (a.len() - word.len()).max(b.len() - word.len()) > 2 {
        return Some(Verdict::First);
    }
    if !is_small(word) || !next?.text.starts_with(char::is_lowercase) {
        return None;
    }
    Some(if a.ends_with('.') { Verdict::Second } else { Verdict::First })
}

/// Whether it is a common word as it is written in the middle of a sentence.
fn is_small(text: &str) -> bool {
    let small = text.chars().find(|letter| letter.is_alphabetic()).is_some_and(char::is_lowercase);
    small && bare(text).is_some_and(|word| is_common(&word))
}

/// They differ in letters that look alike, and only one is a word, in a sentence. A name may be none and be taken for one: what has a
/// capital or a digit is not told so, nor what is as short as "de" or stands behind "Username:", or alone.
fn by_word(a: &str, b: &str, [before, next]: [Option<&Row>; 2]) -> Option<Verdict> {
    let small = |text: &str| {
        bare(text).filter(|word| word.chars().count() >= LEAST_WORD && !text.chars().any(char::is_uppercase))
    };
    let (a, b) = (small(a)?, small(b)?);
    let named = before.is_some_and(|before| before.text.ends_with(':'));
    let sentence = [before, next].into_iter().flatten().any(|row| is_small(&row.text));
    if named || !sentence || shape(&a) != shape(&b) {
        return None;
    }
    one_of(is_common(&a), is_common(&b))
}

/// A word with the letters that grain makes alike as one.
fn shape(word: &str) -> String {
    let whole = word.replace("rn", "m").replace("cl", "d").replace("ri", "n");
    let alike = |letter: char| match letter {
        'e' | 'o' => 'c',
        'i' | 't' | 'f' | 'j' => 'l',
        'h' | 'u' => 'n',
        other => other,
    };
    whole.chars().map(alike).collect()
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
    let brackets = |text: &str| text.matches(['(', ')']).count();
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
    if a.len() != b.len() && uncrossed(a) == uncrossed(b) && a.chars().any(|letter| letter.is_ascii_digit()) {
        return one_of(a.len() > b.len(), b.len() > a.len());
    }
    // All the rest must be the same, but for a bracket that was taken for a letter.
    let rest = |text: &str| text.chars().filter(|letter| !matches!(letter, '(' | ')')).collect::<String>();
    let same = |whole: &str, torn: &str| {
        let (whole, torn) = (rest(whole), rest(torn));
        whole == torn
            || torn.char_indices().filter(|(_, letter)| "tlf1JI/".contains(*letter)).any(|(at, letter)| {
                let (head, tail) = (torn.get(..at), torn.get(at + letter.len_utf8()..));
                head.zip(tail).is_some_and(|(head, tail)| whole.strip_prefix(head) == Some(tail))
            })
    };
    match one_of(closed(a) && brackets(a) > 1, closed(b) && brackets(b) > 1)? {
        Verdict::First if same(a, b) => Some(Verdict::First),
        Verdict::Second if same(b, a) => Some(Verdict::Second),
        _ => None,
    }
}

/// They differ in the marks of letters only. Common words have none; of a name, the second reading knows more letters, and seldom
/// gives one a mark that has none.
fn by_marks(a: &str, b: &str) -> Option<Verdict> {
    let marks = |text: &str| text.chars().filter(|letter| letter.is_alphabetic() && !letter.is_ascii()).count();
    if marks(b) <= marks(a) || unmarked(a) != unmarked(b) {
        return None;
    }
    if is_small(a) {
        return Some(Verdict::First);
    }
    // "Plaza" has no mark, and somebody may be called Forté.
    if bare(a).is_some_and(|word| is_common(&word)) || !b.chars().any(char::is_lowercase) {
        return None;
    }
    let european = |letter: char| letter.is_alphabetic() && letter < '\u{180}';
    let name = b.chars().find(|letter| letter.is_alphabetic()).is_some_and(char::is_uppercase)
        && b.chars().all(|letter| european(letter) || matches!(letter, '-' | '\'' | ',' | '.'))
        && b.chars().count() >= LEAST_WORD;
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

/// What only the second read makes what it lies on unsure, and a word or a mark what it stands beside: between words of the first
/// it may be "not".
fn beside(settled: &mut [Row], second: &[&Row]) {
    let places = by_cell(settled);
    let mut beside: BTreeSet<usize> = BTreeSet::new();
    for row in second.iter().filter(|row| row.text.chars().any(|one| one.is_alphanumeric() || one == '$')) {
        let reach = 1.5 * row.rect.height();
        let rect = Rect { left: (row.rect.left - reach).max(0.0), right: row.rect.right + reach, ..row.rect };
        let around: Vec<usize> = near_at(&places, rect);
        let lies = |at: &usize| settled.get(*at).is_some_and(|other| meet(other, row));
        let on: Vec<usize> = around.iter().copied().filter(lies).collect();
        if on.is_empty() && tells(&row.text) {
            let on_line =
                |at: &usize| settled.get(*at).is_some_and(|other| holds(rect, (rect.left, middle(other.rect).1)));
            beside.extend(around.iter().copied().filter(on_line));
        }
        beside.extend(on);
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
