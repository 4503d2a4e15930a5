//! The pages as one text that knows where each of its words stands.
//!
//! A [`Segment`] is what stands together on one line: the reader's lines, cut again where a gap or a ruled line shows that a
//! new cell begins, because text recognition reads across the cells of a form. Places are straightened for comparing
//! (`skew.rs`); what is suggested keeps the places of the page.

mod skew;

use std::collections::HashMap;
use std::ops::Range;

use crate::paper::{Hidden, PageText, Rect, Word};

use super::{MOST_PAGES, MOST_WORDS};
use matter::suggestion::Place;

/// A gap wider than so many heights of a line begins another cell. The reader's own rule for PDF is the same.
const GAP: f32 = 1.5;

/// Letters that differ so much in size …
const RESIZED: f32 = 1.2;
/// … and stand so many heights of a line apart are another cell's: a small caption before its entry.
const RESIZED_GAP: f32 = 0.5;

/// The head of a page, in 1/72 inch.
const HEAD: f32 = 48.0;

/// A word of a page.
#[derive(Debug, Clone)]
pub(super) struct Token {
    pub(super) page: u32,
    pub(super) rect: Rect,
    /// Where it stands in the text of the sheet.
    pub(super) span: Range<usize>,
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
    /// How high the letters of most words of a page are.
    heights: HashMap<u32, f32>,
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
        let before = self.tokens.len();
        for line in page.lines.iter().filter(|line| line.turn < 8 || line.turn > 352) {
            if self.tokens.len() - before > MOST_WORDS {
                break;
            }
            let mut run: Vec<&Word> = Vec::new();
            let height = line.words.iter().map(|word| word.rect.height()).fold(0.0, f32::max).max(1.0);
            for word in line.words.iter().filter(|word| seen(word)) {
                let apart = run.last().is_some_and(|last| {
                    let gap = word.rect.left - last.rect.right;
                    gap > GAP * height || gap > RESIZED_GAP * height && resized(last, word)
                });
                // At the head of a page a fax machine prints bars between its words; no form is ruled there.
                let rule = is_rule(&word.text) && word.rect.top > HEAD;
                if apart || rule {
                    self.close(page.page, &mut run, slope);
                }
                if !rule {
                    run.push(word);
                }
            }
            self.close(page.page, &mut run, slope);
        }
        let mut heights: Vec<f32> = page.words().map(|word| word.rect.height()).collect();
        heights.sort_by(f32::total_cmp);
        self.heights.insert(page.page, heights.get(heights.len() / 2).copied().unwrap_or(0.0));
        self.text.push('\u{c}');
    }

    /// Whether a segment is in smaller letters than most of its page, as captions are.
    pub(super) fn is_small(&self, segment: &Segment) -> bool {
        self.heights.get(&segment.page).is_some_and(|usual| segment.height() < 0.88 * usual)
    }

    /// How high the letters of a token are.
    pub(super) fn height_of(&self, at: usize) -> f32 {
        self.tokens.get(at).map_or(0.0, |token| token.rect.height())
    }

    fn close(&mut self, page: u32, run: &mut Vec<&Word>, slope: f32) {
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
        };
        for word in run.drain(..) {
            let at = self.text.len();
            // A word holds no white space, or places in the text would move; what is none of it is a hyphen's kin.
            self.text.extend(word.text.chars().filter(|letter| !letter.is_whitespace() && !letter.is_control()));
            self.tokens.push(Token { page, rect: word.rect, span: at..self.text.len() });
            self.text.push(' ');
            let down = slope * f32::midpoint(word.rect.left, word.rect.right);
            segment.left = segment.left.min(word.rect.left);
            segment.right = segment.right.max(word.rect.right);
            segment.top = segment.top.min(word.rect.top - down);
            segment.bottom = segment.bottom.max(word.rect.bottom - down);
        }
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

    /// The part of a span without white space at its ends.
    pub(super) fn trim(&self, span: &Range<usize>) -> Range<usize> {
        let text = self.get(span);
        let start = span.start + (text.len() - text.trim_start().len());
        start..(start + text.trim().len()).max(start)
    }
}

/// Whether one word is in much larger letters than the other.
fn resized(last: &Word, word: &Word) -> bool {
    let (a, b) = (last.rect.height().max(1.0), word.rect.height().max(1.0));
    a / b > RESIZED || b / a > RESIZED
}

/// Lines that a form is ruled with, as text or as recognised: they part cells and are no words.
fn is_rule(text: &str) -> bool {
    let drawn = |letter: char| matches!(letter, '|' | '_' | '¦' | '—' | '=' | '~' | '-');
    text.chars().all(drawn) && (text.chars().count() > 1 || text == "|" || text == "_" || text == "¦")
}
