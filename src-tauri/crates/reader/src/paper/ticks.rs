//! Boxes to tick that are drawn on a page and not written: what a person sees of them, as words of the page.

use serde::{Deserialize, Serialize};

use super::{PageText, Rect, Word};

/// A small square that is drawn on a page.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TickBox {
    /// Its outer edge.
    pub rect: Rect,
    /// What is in it.
    pub inside: Inside,
}

/// What a box holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Inside {
    /// Nothing.
    Nothing,
    /// A mark.
    Mark,
    /// It is full: a mark, or a bullet.
    Full,
}

impl Inside {
    fn sign(self) -> char {
        match self {
            Self::Nothing => '☐',
            Self::Mark => '☒',
            Self::Full => '■',
        }
    }
}

/// A box belongs to the word it stands so near to, in heights of the word.
const NEAR: f32 = 3.0;
/// A word over so much of a box is no neighbour of it: the box is one of its letters.
const COVERS: f32 = 0.4;

impl PageText {
    /// Whether what is printed on it goes with boxes: the two commands of a subpoena, the two halves of a day.
    #[must_use]
    pub fn asks_for_ticks(&self) -> bool {
        let has = |wanted: &str| {
            self.words().any(|word| {
                let letters = word.text.chars().filter(|letter| letter.is_alphanumeric());
                letters.flat_map(char::to_lowercase).eq(wanted.chars())
            })
        };
        has("appear") && has("produce") || has("am") && has("pm")
    }

    /// Puts drawn boxes among the words, each before the word at its right, or after the one at its left: `☐`, `☒` and `■`. A
    /// mark that is written into a drawn box, or that was recognised there, becomes one with it; a box around another word is none.
    pub fn put_boxes(&mut self, boxes: &[TickBox]) {
        for one in boxes {
            self.put_box(one);
        }
        self.lines.retain(|line| !line.words.is_empty());
    }

    fn put_box(&mut self, one: &TickBox) {
        let mut inside = one.inside;
        for line in &mut self.lines {
            let held = |word: &Word| {
                let (x, y) = middle(word.rect);
                x > one.rect.left && x < one.rect.right && y > one.rect.top && y < one.rect.bottom
            };
            // A sign for a box that is written says itself what is in it; and a letter may have the form of a box.
            let other = |word: &Word| held(word) && (is_sign(&word.text) || !is_mark(&word.text));
            if line.words.iter().any(|word| other(word) || !held(word) && shared(word.rect, one.rect) > COVERS) {
                return;
            }
            let before = line.words.len();
            line.words.retain(|word| !held(word));
            if line.words.len() < before && inside == Inside::Nothing {
                inside = Inside::Mark;
            }
        }
        let word = written(one.rect, inside.sign());
        // One that stands for itself is an ornament.
        if let Some((line, at)) = self.neighbour(one.rect)
            && let Some(line) = self.lines.get_mut(line)
        {
            line.words.insert(at, word);
            line.rect = line.rect.around(one.rect);
        }
    }

    /// The line a box stands on, and before which of its words.
    fn neighbour(&self, rect: Rect) -> Option<(usize, usize)> {
        let y = middle(rect).1;
        let mut best: Option<(f32, (usize, usize))> = None;
        for (at, line) in self.lines.iter().enumerate().filter(|(_, line)| line.turn == 0) {
            for (place, word) in line.words.iter().enumerate() {
                let height = word.rect.height().max(1.0);
                if y < word.rect.top - 0.3 * height || y > word.rect.bottom + 0.3 * height {
                    continue;
                }
                // What follows a box is more often what it is for than what stands before it.
                let (gap, place) = if word.rect.left >= rect.right - 1.0 {
                    (word.rect.left - rect.right, place)
                } else if word.rect.right <= rect.left + 1.0 {
                    (2.0 * (rect.left - word.rect.right) + 4.0, place + 1)
                } else {
                    continue;
                };
                if gap < NEAR * height && best.is_none_or(|(known, _)| gap < known) {
                    best = Some((gap, (at, place)));
                }
            }
        }
        best.map(|(_, place)| place)
    }
}

/// The share of the second that the first covers.
fn shared(word: Rect, one: Rect) -> f32 {
    let width = (word.right.min(one.right) - word.left.max(one.left)).max(0.0);
    let height = (word.bottom.min(one.bottom) - word.top.max(one.top)).max(0.0);
    width * height / (one.width() * one.height()).max(0.01)
}

fn middle(rect: Rect) -> (f32, f32) {
    (f32::midpoint(rect.left, rect.right), f32::midpoint(rect.top, rect.bottom))
}

/// What a mark in a box is written as, or taken for.
fn is_mark(text: &str) -> bool {
    text.chars().count() <= 3 && text.chars().all(|letter| "xX×*4√✓✔✗✘[]()|/\\{}EeDdOoKkMmQqCcLlJj&%8".contains(letter))
}

fn is_sign(text: &str) -> bool {
    text.contains(['☐', '☑', '☒', '□', '■', '▣', '⬛', '⬜', '◻', '◼', '❏', '❑'])
}

fn written(rect: Rect, sign: char) -> Word {
    Word { text: sign.to_string(), rect, edges: vec![rect.left, rect.right], hidden: None }
}

#[cfg(test)]
mod tests {
    use super::super::{Line, PageText, Rect, Word};
    use super::{Inside, TickBox, written};

    fn rect(left: f32, right: f32) -> Rect {
        Rect { left, top: 100.0, right, bottom: 110.0 }
    }

    fn word(text: &str, left: f32, right: f32) -> Word {
        let place = rect(left, right);
        Word { text: text.to_owned(), edges: vec![left; text.chars().count() + 1], ..written(place, 'x') }
    }

    fn page(words: Vec<Word>) -> PageText {
        let lines = vec![Line { rect: rect(0.0, 400.0), turn: 0, words }];
        PageText { page: 0, width: 612.0, height: 792.0, lines, cut: false }
    }

    fn put(words: Vec<Word>, boxes: &[(f32, Inside)]) -> String {
        let mut page = page(words);
        let boxes: Vec<TickBox> =
            boxes.iter().map(|(left, inside)| TickBox { rect: rect(*left, left + 10.0), inside: *inside }).collect();
        page.put_boxes(&boxes);
        page.plain().trim_end().replace('\n', " / ")
    }

    #[test]
    fn a_box_stands_before_the_word_it_is_for() {
        let words = || vec![word("APPEAR", 30.0, 80.0), word("PRODUCE", 120.0, 170.0)];
        assert_eq!(put(words(), &[(14.0, Inside::Nothing), (104.0, Inside::Mark)]), "☐ APPEAR ☒ PRODUCE");
        assert_eq!(put(words(), &[(172.0, Inside::Mark)]), "APPEAR PRODUCE ☒");
        assert_eq!(put(words(), &[(300.0, Inside::Full)]), "APPEAR PRODUCE", "it stands near no word");
    }

    #[test]
    fn a_mark_in_a_box_is_one_with_it_and_a_box_around_a_word_is_none() {
        let words = |text: &str| vec![word(text, 12.0, 22.0), word("PRODUCE", 30.0, 80.0)];
        assert_eq!(put(words("X"), &[(12.0, Inside::Nothing)]), "☒ PRODUCE");
        assert_eq!(put(vec![word("SUMMONS", 2.0, 60.0)], &[(40.0, Inside::Mark)]), "SUMMONS", "one of its letters");
        assert_eq!(put(words("7"), &[(12.0, Inside::Mark)]), "7 PRODUCE");
        assert_eq!(put(words("☐"), &[(12.0, Inside::Nothing)]), "☐ PRODUCE", "a written one says itself what it holds");
    }
}
