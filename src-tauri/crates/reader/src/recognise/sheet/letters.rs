//! How large letters are. A PDF's boxes are as high as its font. Those of text recognition are as high as the letters of the word
//! happen to be: "to" is lower than "produce", and no larger letters begin there.

use crate::paper::{PageText, Word};

/// Letters with a part below the line, and marks that go below it.
const BELOW: &str = "gjpqy";
const MARKS_BELOW: &str = ",;()[]{}$/|@_§";
/// Letters that are as low as "x", and those between.
const LOW: &str = "acemnorsuvwxzgpqy";

/// The box of a font above the line of its letters and below it, in parts of its size.
const ASCENT: f32 = 0.79;
const DESCENT: f32 = 0.21;

/// How much larger letters must be to be larger ones, by boxes of a font …
const LARGER: f32 = 1.16;
/// … and by boxes around letters, which are off by a dot or two.
const LARGER_TIGHT: f32 = 1.3;

/// What tells of a page how large its letters are.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Letters {
    tight: bool,
    slope: f32,
}

impl Letters {
    pub(super) fn of(page: &PageText, slope: f32) -> Self {
        let (mut yes, mut no) = (0, 0);
        let lines = page.lines.iter().filter(|line| super::is_level(line));
        for pair in lines.flat_map(|line| line.words.windows(2)) {
            let [a, b] = pair else { continue };
            let (low, high) = match (below(&a.text), below(&b.text)) {
                (Some(true), Some(false)) => (a, b),
                (Some(false), Some(true)) => (b, a),
                _ => continue,
            };
            let sunk = slope * (high.rect.left - low.rect.left);
            let apart = low.rect.bottom - high.rect.bottom + sunk;
            if apart > 0.1 * low.rect.height().max(high.rect.height()) { yes += 1 } else { no += 1 }
        }
        Self { tight: yes >= 2 && yes > 2 * no, slope }
    }

    /// How large the letters of a word are, where that can be told.
    pub(super) fn size(self, word: &Word) -> Option<f32> {
        if !self.tight {
            return Some(word.rect.height());
        }
        let (above, down) = shape(&word.text);
        let height = word.rect.height();
        (above > 0.0 && height > 0.0).then(|| height / (above + down))
    }

    /// The upper and lower side of a line with these words, as a font's boxes have them: `None` where the boxes are a font's.
    pub(super) fn sides(self, words: &[&Word]) -> Option<(f32, f32)> {
        if !self.tight {
            return None;
        }
        let mut sizes: Vec<f32> = words.iter().filter_map(|word| self.size(word)).collect();
        sizes.sort_by(f32::total_cmp);
        let size = *sizes.get(sizes.len() / 2)?;
        let feet = |word: &&&Word| {
            let sunk = self.slope * f32::midpoint(word.rect.left, word.rect.right);
            word.rect.bottom - sunk - shape(&word.text).1 * size
        };
        let mut feet: Vec<f32> =
            words.iter().filter(|word| shape(&word.text).0 > 0.0).map(|word| feet(&word)).collect();
        feet.sort_by(f32::total_cmp);
        let foot = *feet.get(feet.len() / 2)?;
        Some((foot - ASCENT * size, foot + DESCENT * size))
    }

    /// Whether letters of the second size are larger than those of the first.
    pub(super) fn grown(self, before: Option<f32>, after: Option<f32>, least: f32) -> bool {
        let least = if self.tight { least.max(LARGER_TIGHT) } else { least };
        before.zip(after).is_some_and(|(before, after)| after > least * before)
    }

    /// The same for what a person sees as larger.
    pub(super) fn larger(self, before: Option<f32>, after: Option<f32>) -> bool {
        self.grown(before, after, LARGER)
    }
}

/// How far the letters of a word go above its line and below it, in parts of their size. 0 above where there are no letters.
fn shape(text: &str) -> (f32, f32) {
    let letters = || text.chars().filter(|c| c.is_alphanumeric());
    let above = letters().map(|c| {
        if c == 't' {
            0.62
        } else if LOW.contains(c) {
            0.48
        } else {
            0.7
        }
    });
    let above = above.fold(0.0, f32::max);
    let marks = text.contains(|c| MARKS_BELOW.contains(c));
    let down = if marks || letters().any(|c| BELOW.contains(c)) { DESCENT } else { 0.0 };
    // Brackets are as high as capitals whatever stands in them.
    let above = if text.contains(['(', '[', '{', '/', '|', '§']) { above.max(0.7) } else { above };
    (above, down)
}

/// Whether a word goes below the line; `None` where marks make that unsure.
fn below(text: &str) -> Option<bool> {
    if text.contains(|c| BELOW.contains(c)) {
        return Some(true);
    }
    let plain = text.chars().all(|c| c.is_ascii_alphanumeric() && !matches!(c, 'Q' | 'J'));
    plain.then_some(false)
}
