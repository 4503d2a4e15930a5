//! Pages for tests, typed as a machine would: letters of one width, lines where they are put.

use crate::paper::{Line, PageText, Rect, Word};

/// How wide a letter is, and how high.
pub(super) const LETTER: (f32, f32) = (5.5, 10.0);

/// A page with these lines: where each begins, its top, and its words with single spaces between them.
pub(super) fn page<'t>(number: u32, lines: impl IntoIterator<Item = (f32, f32, &'t str)>) -> PageText {
    let lines = lines.into_iter().map(|(left, top, text)| line(left, top, text)).collect();
    PageText { page: number, width: 612.0, height: 792.0, lines, cut: false }
}

/// The same in one column with so much from line to line.
pub(super) fn column<'t>(pitch: f32, lines: impl IntoIterator<Item = &'t str>) -> PageText {
    let tops = std::iter::successors(Some(72.0), |top| Some(top + pitch));
    page(0, lines.into_iter().zip(tops).map(|(text, top)| (72.0, top, text)))
}

fn line(left: f32, top: f32, text: &str) -> Line {
    let (wide, high) = LETTER;
    let mut at = left;
    let mut words = Vec::new();
    for text in text.split(' ') {
        let edges: Vec<f32> =
            std::iter::successors(Some(at), |edge| Some(edge + wide)).take(text.chars().count() + 1).collect();
        let right = edges.last().copied().unwrap_or(at);
        words.push(Word {
            text: text.to_owned(),
            rect: Rect { left: at, top, right, bottom: top + high },
            edges,
            hidden: None,
            unsure: false,
        });
        at = right + wide;
    }
    Line { rect: Rect { left, top, right: at - wide, bottom: top + high }, turn: 0, words }
}

/// The same page as text recognition gives it: boxes around the letters themselves.
pub(super) fn tight(mut page: PageText) -> PageText {
    for word in page.lines.iter_mut().flat_map(|line| &mut line.words) {
        let high = word.rect.height();
        let low = word.text.chars().all(|c| "acemnorsuvwxzgpqy.,:".contains(c));
        let below = word.text.contains(['g', 'j', 'p', 'q', 'y', ',']);
        word.rect.top += if low { 0.32 * high } else { 0.1 * high };
        word.rect.bottom -= if below { 0.0 } else { 0.21 * high };
    }
    page
}
