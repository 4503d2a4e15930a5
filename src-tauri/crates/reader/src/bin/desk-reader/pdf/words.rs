//! Characters into words, in the order in which they were drawn.

use super::glyph::{Glyph, Show, Turn};

/// A gap wider than this part of the font's height begins a new word. Justified text, tracking and kerning stay below;
/// a space between words is a quarter or more, and in tightly set text still a sixth.
pub(super) const GAP: f64 = 0.1;
/// A character may step back by this part and still belong to the word: accents, kerning.
const BACK: f64 = 0.5;
/// The base line may move by this part within a word.
const SHIFT: f64 = 0.35;
/// Above and below the base line, as parts of the font's height. The paper's fonts do not say it reliably.
pub(super) const ASCENT: f64 = 0.78;
pub(super) const DESCENT: f64 = 0.22;

/// A word in the coordinates of its own direction: `u` along the reading, `v` towards the next line.
#[derive(Clone, Debug)]
pub(super) struct Word {
    pub(super) turn: Turn,
    /// Each character with where it begins.
    pub(super) letters: Vec<(char, f64)>,
    pub(super) begin: f64,
    pub(super) end: f64,
    /// The base line.
    pub(super) base: f64,
    pub(super) size: f64,
    pub(super) shown: usize,
    pub(super) invisible: usize,
    pub(super) covered: usize,
    /// Its characters are in the order of reading, from right to left.
    pub(super) leftward: bool,
    /// White space stood before it.
    pub(super) spaced: bool,
    /// Its number among all words.
    pub(super) number: usize,
}

impl Word {
    fn begin(glyph: &Glyph, spaced: bool, number: usize) -> Self {
        let mut word = Self {
            turn: glyph.turn,
            letters: Vec::new(),
            begin: along(glyph, glyph.turn),
            end: 0.0,
            base: across(glyph, glyph.turn),
            size: glyph.size,
            shown: 0,
            invisible: 0,
            covered: 0,
            leftward: false,
            spaced,
            number,
        };
        word.end = word.begin;
        word.take(glyph);
        word
    }

    fn take(&mut self, glyph: &Glyph) {
        let from = along(glyph, self.turn);
        let to = from + glyph.step.dot(self.turn.along()).max(0.0);
        let count = glyph.letters.chars().count().max(1) as f64;
        let width = (to - from) / count;
        for (at, letter) in glyph.letters.chars().enumerate() {
            self.letters.push((letter, from + width * at as f64));
        }
        self.begin = self.begin.min(from);
        self.end = self.end.max(to);
        self.size = self.size.max(glyph.size);
        self.base = across(glyph, self.turn);
        match glyph.show {
            Show::Shown => self.shown += 1,
            Show::Invisible => self.invisible += 1,
            Show::Covered => self.covered += 1,
            Show::Outside => {}
        }
    }

    /// Whether this character goes on with the word.
    fn goes_on(&self, glyph: &Glyph) -> bool {
        let size = self.size.min(glyph.size);
        let gap = along(glyph, self.turn) - self.end;
        let shift = (across(glyph, self.turn) - self.base).abs();
        self.turn.differs(glyph.turn) <= 2
            && gap < self.size * GAP
            && gap > -self.size * BACK
            && shift < size * SHIFT
            && self.size.max(glyph.size) < size * 1.8
    }

    /// Takes in another word that goes on with this one.
    pub(super) fn join(&mut self, other: Self) {
        self.letters.extend(other.letters);
        self.begin = self.begin.min(other.begin);
        self.end = self.end.max(other.end);
        self.size = self.size.max(other.size);
        self.shown += other.shown;
        self.invisible += other.invisible;
        self.covered += other.covered;
        self.number = other.number;
    }

    pub(super) fn top(&self) -> f64 {
        self.base - self.size * ASCENT
    }

    pub(super) fn bottom(&self) -> f64 {
        self.base + self.size * DESCENT
    }
}

fn along(glyph: &Glyph, turn: Turn) -> f64 {
    glyph.at.to_vec2().dot(turn.along())
}

fn across(glyph: &Glyph, turn: Turn) -> f64 {
    glyph.at.to_vec2().dot(turn.down())
}

/// The words of a page, at most so many; and whether that was all.
pub(super) fn of(glyphs: &[Glyph], at_most: usize) -> (Vec<Word>, bool) {
    let mut words: Vec<Word> = Vec::new();
    let (mut spaced, mut going) = (false, false);
    for glyph in glyphs.iter().filter(|glyph| glyph.show != Show::Outside) {
        let mut letters = glyph.letters.chars().filter(|letter| !letter.is_control() || letter.is_whitespace());
        let Some(first) = letters.next() else { continue };
        if first.is_whitespace() && letters.all(char::is_whitespace) {
            (spaced, going) = (true, false);
            continue;
        }
        let number = words.len();
        match words.last_mut() {
            Some(word) if going && word.goes_on(glyph) => word.take(glyph),
            _ => {
                if number >= at_most {
                    return (words, false);
                }
                words.push(Word::begin(glyph, spaced, number));
            }
        }
        (spaced, going) = (false, true);
    }
    (words.into_iter().flat_map(split).collect(), true)
}

/// What a paper says instead of what it draws may hold spaces: that is several words.
fn split(word: Word) -> Vec<Word> {
    if !word.letters.iter().any(|(letter, _)| letter.is_whitespace() || letter.is_control()) {
        return vec![word];
    }
    let mut parts = Vec::new();
    let ends: Vec<f64> = word.letters.iter().skip(1).map(|(_, at)| *at).chain([word.end]).collect();
    let mut part: Option<Word> = None;
    for ((letter, at), end) in word.letters.iter().zip(ends) {
        if letter.is_whitespace() || letter.is_control() {
            parts.extend(part.take());
            continue;
        }
        let spaced = !parts.is_empty() || word.spaced;
        let into =
            part.get_or_insert_with(|| Word { letters: Vec::new(), begin: *at, end: *at, spaced, ..word.clone() });
        into.letters.push((*letter, *at));
        into.end = into.end.max(end);
    }
    parts.extend(part);
    parts
}
