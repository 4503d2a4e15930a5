//! The pages as one text that knows where each of its words stands.
//!
//! A [`Segment`] is what stands together on one line: the reader's lines, cut again where a gap or a ruled line shows that a
//! new cell begins, because text recognition reads across the cells of a form. Places are straightened for comparing
//! (`skew.rs`); what is suggested keeps the places of the page.

mod letters;
mod skew;

use std::collections::HashMap;
use std::ops::Range;

use crate::paper::{Hidden, Line, PageText, Rect, Word};

use super::{LONGEST_WORD, MOST_BYTES, MOST_CELLS, MOST_CELLS_OF_PAPER, MOST_PAGES, MOST_WORDS};
use letters::Letters;
use matter::suggestion::Place;

/// A gap wider than so many heights of a line begins another cell. The reader's own rule for PDF is the same.
const GAP: f32 = 1.5;

/// Letters that differ so much in size …
const RESIZED: f32 = 1.2;
/// … and stand so many heights of a line apart are another cell's: a small caption before its entry.
const RESIZED_GAP: f32 = 0.5;

/// The head of a page, in 1/72 inch, where machines and letterheads print and no form begins.
pub(super) const HEAD: f32 = 48.0;

/// A word of a page.
#[derive(Debug, Clone)]
pub(super) struct Token {
    pub(super) page: u32,
    pub(super) rect: Rect,
    /// Where it stands in the text of the sheet.
    pub(super) span: Range<usize>,
    /// How large its letters are, where that can be told.
    size: Option<f32>,
    /// Two readings of a picture do not agree on it.
    unsure: bool,
}

/// Words that stand together on one line. Sides are straightened.
#[derive(Debug, Clone)]
pub(super) struct Segment {
    pub(super) page: u32,
    pub(super) tokens: Range<usize>,
    pub(super) span: Range<usize>,
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) top: f32,
    pub(super) bottom: f32,
    /// A leader of dots goes to it from what stands at its left.
    pub(super) led: bool,
}

impl Segment {
    pub(super) fn height(&self) -> f32 {
        (self.bottom - self.top).max(1.0)
    }

    pub(super) fn middle(&self) -> f32 {
        f32::midpoint(self.top, self.bottom)
    }

    /// Whether both stand on one line of the page.
    pub(super) fn same_row(&self, other: &Self) -> bool {
        self.page == other.page && (self.middle() - other.middle()).abs() < 0.5 * self.height().min(other.height())
    }

    /// Whether some of both lies above each other.
    pub(super) fn shares_width(&self, other: &Self) -> bool {
        self.page == other.page && self.left < other.right && other.left < self.right
    }
}

/// All pages of a paper.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    pub(super) text: String,
    pub(super) tokens: Vec<Token>,
    pub(super) segments: Vec<Segment>,
    /// How high most words of a page are, and how large their letters can be told to be.
    heights: HashMap<u32, (f32, Letters)>,
}

impl Sheet {
    /// The sheet of the first pages, and of so many words of each.
    pub(super) fn of(pages: &[PageText]) -> Self {
        let mut sheet = Self::default();
        for page in pages.iter().take(MOST_PAGES) {
            sheet.take(page);
        }
        sheet
    }

    fn take(&mut self, page: &PageText) {
        // The layer under a scan is unseen throughout and says what the picture shows. Single unseen words are no part of
        // what a person sees, and something that is covered never is.
        let layer =
            page.words().filter(|word| word.hidden == Some(Hidden::Invisible)).count() * 2 > page.words().count();
        let seen = |word: &Word| word.hidden.is_none() || layer && word.hidden == Some(Hidden::Invisible);
        let slope = skew::slope(page);
        let letters = Letters::of(page, slope);
        let mut room = Room { words: MOST_WORDS, bytes: MOST_BYTES };
        let cells = (self.segments.len() + MOST_CELLS).min(MOST_CELLS_OF_PAPER);
        for line in page.lines.iter().filter(|line| is_level(line)) {
            let mut run: Vec<&Word> = Vec::new();
            let mut led = false;
            let height = line.words.iter().map(|word| word.rect.height()).fold(0.0, f32::max).max(1.0);
            for word in line.words.iter().filter(|word| seen(word) && word.text.len() <= LONGEST_WORD) {
                if self.segments.len() >= cells || !room.take(word) {
                    run.clear();
                    break;
                }
                let apart = run.last().is_some_and(|last| {
                    let gap = word.rect.left - last.rect.right;
                    gap > GAP * height || gap > RESIZED_GAP * height && resized(letters, last, word)
                });
                // At the head of a page a fax machine prints bars between its words; no form is ruled there.
                let rule = is_rule(&word.text) && word.rect.top > HEAD;
                if apart || rule {
                    self.close(page.page, &mut run, &mut led, slope, letters);
                }
                if rule {
                    led = word.text.starts_with(['.', '…', '·']);
                } else {
                    run.push(word);
                }
            }
            self.close(page.page, &mut run, &mut led, slope, letters);
        }
        let mut heights: Vec<f32> = page.words().filter_map(|word| letters.size(word)).collect();
        heights.sort_by(f32::total_cmp);
        self.heights.insert(page.page, (heights.get(heights.len() / 2).copied().unwrap_or(0.0), letters));
        self.text.push('\u{c}');
    }

    /// Whether a segment is in smaller letters than most of its page, as captions are.
    pub(super) fn is_small(&self, segment: &Segment) -> bool {
        self.heights.get(&segment.page).is_some_and(|(usual, _)| segment.height() < 0.88 * usual)
    }

    /// Whether larger letters begin after a token, with another one.
    pub(super) fn grows(&self, before: usize, after: usize) -> bool {
        let Some((before, after)) = self.tokens.get(before).zip(self.tokens.get(after)) else { return false };
        self.heights.get(&after.page).is_some_and(|(_, letters)| letters.larger(before.size, after.size))
    }

    fn close(&mut self, page: u32, run: &mut Vec<&Word>, led: &mut bool, slope: f32, letters: Letters) {
        let Some(first) = run.first() else { return };
        let (from, begin) = (self.tokens.len(), self.text.len());
        let mut segment = Segment {
            page,
            tokens: from..from,
            span: begin..begin,
            left: first.rect.left,
            right: first.rect.right,
            top: f32::INFINITY,
            bottom: f32::NEG_INFINITY,
            led: std::mem::take(led),
        };
        let sides = letters.sides(run);
        for word in run.drain(..) {
            let at = self.text.len();
            // A word holds no white space, or places in the text would move; what is none of it is a hyphen's kin.
            self.text.extend(word.text.chars().filter(|letter| !letter.is_whitespace() && !letter.is_control()));
            self.tokens.push(Token {
                page,
                rect: word.rect,
                span: at..self.text.len(),
                size: letters.size(word),
                unsure: word.unsure,
            });
            self.text.push(' ');
            let down = slope * f32::midpoint(word.rect.left, word.rect.right);
            segment.left = segment.left.min(word.rect.left);
            segment.right = segment.right.max(word.rect.right);
            segment.top = segment.top.min(word.rect.top - down);
            segment.bottom = segment.bottom.max(word.rect.bottom - down);
        }
        (segment.top, segment.bottom) = sides.unwrap_or((segment.top, segment.bottom));
        self.text.pop();
        segment.tokens.end = self.tokens.len();
        segment.span.end = self.text.len();
        self.text.push('\n');
        self.segments.push(segment);
    }

    /// The segments of a page, with their numbers. Pages come one after the other.
    pub(super) fn on_page(&self, page: u32) -> impl Iterator<Item = (usize, &Segment)> {
        let from = self.segments.partition_point(|segment| segment.page < page);
        let to = self.segments.partition_point(|segment| segment.page <= page);
        (from..).zip(self.segments.get(from..to).unwrap_or_default())
    }

    pub(super) fn get(&self, span: &Range<usize>) -> &str {
        self.text.get(span.clone()).unwrap_or_default()
    }

    /// The words of a span with single spaces between them.
    pub(super) fn quote(&self, span: &Range<usize>) -> String {
        let text = self.get(span).split_whitespace().collect::<Vec<_>>().join(" ");
        // A hyphen that only shows where a line breaks is no letter of the word.
        if text.contains('\u{ad}') { text.replace("\u{ad} ", "").replace('\u{ad}', "") } else { text }
    }

    pub(super) fn token(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| self.get(&token.span))
    }

    /// The tokens that a span touches.
    pub(super) fn tokens_in(&self, span: &Range<usize>) -> Range<usize> {
        let from = self.tokens.partition_point(|token| token.span.end <= span.start);
        let to = self.tokens.partition_point(|token| token.span.start < span.end);
        from..to.max(from)
    }

    /// The segment that holds this place of the text.
    pub(super) fn segment_at(&self, at: usize) -> Option<usize> {
        let index = self.segments.partition_point(|segment| segment.span.end <= at);
        self.segments.get(index).filter(|segment| segment.span.start <= at).map(|_| index)
    }

    /// Where spans stand: a rectangle for each line, page by page.
    pub(super) fn places(&self, spans: &[Range<usize>]) -> Vec<Place> {
        let mut places: Vec<Place> = Vec::new();
        for span in spans {
            let mut last: Option<usize> = None;
            for token in self.tokens.get(self.tokens_in(span)).unwrap_or_default() {
                let segment = self.segment_at(token.span.start);
                let same = segment.is_some() && segment == last;
                last = segment;
                let at = places.iter().position(|place| place.page == token.page).unwrap_or_else(|| {
                    places.push(Place { page: token.page, rects: Vec::new() });
                    places.len() - 1
                });
                let Some(place) = places.get_mut(at) else { continue };
                match place.rects.last_mut() {
                    Some(rect) if same => *rect = rect.around(token.rect),
                    _ => place.rects.push(token.rect),
                }
            }
        }
        places
    }

    /// Of the words at these places, how many there are, and of how many a scan leaves it unsure what they are.
    pub(super) fn unsure(&self, places: &[Place]) -> (usize, usize) {
        let mut count = (0, 0);
        for place in places {
            let from = self.tokens.partition_point(|token| token.page < place.page);
            let to = self.tokens.partition_point(|token| token.page <= place.page);
            for token in self.tokens.get(from..to).unwrap_or_default() {
                if place.rects.iter().any(|rect| rect.around(token.rect) == *rect) {
                    count.0 += 1;
                    count.1 += usize::from(token.unsure);
                }
            }
        }
        count
    }

    /// The part of a span without white space at its ends.
    pub(super) fn trim(&self, span: &Range<usize>) -> Range<usize> {
        let text = self.get(span);
        let start = span.start + (text.len() - text.trim_start().len());
        start..(start + text.trim().len()).max(start)
    }
}

/// What of a page may still be looked at.
struct Room {
    words: usize,
    bytes: usize,
}

impl Room {
    fn take(&mut self, word: &Word) -> bool {
        let left = self.words.checked_sub(1).zip(self.bytes.checked_sub(word.text.len() + 1));
        // After a word that had no room no shorter one is taken.
        (self.words, self.bytes) = left.unwrap_or_default();
        left.is_some()
    }
}

/// Whether one word is in much larger letters than the other.
fn resized(letters: Letters, last: &Word, word: &Word) -> bool {
    let (a, b) = (letters.size(last), letters.size(word));
    letters.grown(a, b, RESIZED) || letters.grown(b, a, RESIZED)
}

/// Whether a line is read from left to right, a little askew at most.
fn is_level(line: &Line) -> bool {
    line.turn < 8 || line.turn > 352
}

/// Lines that a form is ruled with, as text or as recognised, and leaders of dots: they part cells and are no words.
fn is_rule(text: &str) -> bool {
    let dotted = text.chars().all(|letter| matches!(letter, '.' | '…' | '·'));
    if dotted {
        return text.chars().count() > 3 || text.matches('…').count() > 1;
    }
    let drawn = |letter: char| matches!(letter, '|' | '_' | '¦' | '—' | '=' | '~' | '-');
    text.chars().all(drawn) && (text.chars().count() > 1 || text == "|" || text == "_" || text == "¦")
}
