//! Boxes to tick that are drawn on a page and not written: what a person sees of them, as words of the page.

use serde::{Deserialize, Serialize};

use super::{PageText, Rect, Word, most};

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

/// Where the words of a page come from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Said {
    /// The paper has them.
    Written,
    /// They were recognised in a picture: what a box was taken for is among them.
    Recognised,
}

/// A box belongs to the word it stands so near to, in heights of the word.
const NEAR: f32 = 3.0;
/// A word over so much of a box is no neighbour of it: the box is one of its letters.
const COVERS: f32 = 0.15;

impl PageText {
    /// Whether what is printed on it goes with boxes: the two commands of a subpoena.
    #[must_use]
    pub fn asks_for_ticks(&self) -> bool {
        let has = |wanted: &str| {
            self.words().any(|word| {
                let letters = word.text.chars().filter(|letter| letter.is_alphanumeric());
                letters.flat_map(char::to_lowercase).eq(wanted.chars())
            })
        };
        has("appear") && has("produce")
    }

    /// Puts drawn boxes among the words, each before the word at its right, or after the one at its left: `☐`, `☒` and `■`. A
    /// mark that is written into a drawn box, or that was recognised there, becomes one with it. A box around another word is
    /// none, nor is one that stands near no word: the words stay as they are then.
    pub fn put_boxes(&mut self, boxes: &[TickBox], said: Said) {
        let room = most::WORDS.saturating_sub(self.words().count());
        for one in boxes.iter().take(room) {
            self.put_box(one, said);
        }
        self.lines.retain(|line| !line.words.is_empty());
    }

    fn put_box(&mut self, one: &TickBox, said: Said) {
        for word in self.words().filter(|word| word.hidden.is_none()) {
            let fits = if is_held(word, one.rect) {
                // A mark that is seen was seen on the picture: else it is not what it seems.
                // What an engine is not sure of is what it took the box for.
                let taken =
                    word.unsure && word.text.chars().count() <= 3 && !word.text.chars().all(char::is_alphanumeric);
                (is_mark(&word.text, said) || taken) && (said == Said::Recognised || one.inside != Inside::Nothing)
            } else {
                shared(word.rect, one.rect) <= COVERS
            };
            if !fits {
                return;
            }
        }
        if self.neighbour(one.rect).is_none() {
            return;
        }
        for line in &mut self.lines {
            line.words.retain(|word| word.hidden.is_some() || !is_held(word, one.rect));
        }
        if let Some((line, at)) = self.neighbour(one.rect)
            && let Some(line) = self.lines.get_mut(line)
        {
            line.words.insert(at, written(one.rect, one.inside.sign()));
            line.rect = line.rect.around(one.rect);
        }
    }

    /// The line a box stands on, and before which of its words.
    fn neighbour(&self, rect: Rect) -> Option<(usize, usize)> {
        let y = middle(rect).1;
        let mut best: Option<(f32, (usize, usize))> = None;
        // A page that lies a little askew is level.
        for (at, line) in self.lines.iter().enumerate().filter(|(_, line)| line.turn < 8 || line.turn > 352) {
            for (place, word) in line.words.iter().enumerate().filter(|(_, word)| !is_held(word, rect)) {
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

fn is_held(word: &Word, by: Rect) -> bool {
    let (x, y) = middle(word.rect);
    x > by.left && x < by.right && y > by.top && y < by.bottom
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

/// What a mark in a box is written as, and what an engine takes a box for, empty or not. A letter or a number that a form may print
/// into a square is neither.
fn is_mark(text: &str, said: Said) -> bool {
    let marks = match said {
        Said::Written => "xX×*√✓✔✗✘",
        Said::Recognised => "xX×*√✓✔✗✘[]()|/\\{}_EJKOLMQ",
    };
    text.chars().count() <= 3 && text.chars().all(|letter| marks.contains(letter))
}

fn written(rect: Rect, sign: char) -> Word {
    Word { text: sign.to_string(), rect, edges: vec![rect.left, rect.right], hidden: None, unsure: false }
}

#[cfg(test)]
mod tests {
    use super::super::{Hidden, Line, PageText, Rect, Word};
    use super::{Inside, Said, TickBox, written};

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

    fn put(words: Vec<Word>, boxes: &[(f32, Inside)], said: Said) -> String {
        let mut page = page(words);
        let boxes: Vec<TickBox> =
            boxes.iter().map(|(left, inside)| TickBox { rect: rect(*left, left + 10.0), inside: *inside }).collect();
        page.put_boxes(&boxes, said);
        page.plain().trim_end().replace('\n', " / ")
    }

    #[test]
    fn a_box_stands_before_the_word_it_is_for() {
        let words = || vec![word("APPEAR", 30.0, 80.0), word("PRODUCE", 120.0, 170.0)];
        let put = |boxes: &[(f32, Inside)]| put(words(), boxes, Said::Written);
        assert_eq!(put(&[(14.0, Inside::Nothing), (104.0, Inside::Mark)]), "☐ APPEAR ☒ PRODUCE");
        assert_eq!(put(&[(172.0, Inside::Mark)]), "APPEAR PRODUCE ☒");
        assert_eq!(put(&[(300.0, Inside::Full)]), "APPEAR PRODUCE", "it stands near no word");
    }

    #[test]
    fn a_mark_in_a_box_is_one_with_it_and_a_box_around_a_word_is_none() {
        let words = |text: &str| vec![word(text, 12.0, 22.0), word("PRODUCE", 30.0, 80.0)];
        let (nothing, mark) = ([(12.0, Inside::Nothing)], [(12.0, Inside::Mark)]);
        assert_eq!(put(words("X"), &mark, Said::Written), "☒ PRODUCE");
        for text in ["7", "4", "C", "☐", "Doc"] {
            assert_eq!(put(words(text), &mark, Said::Written), format!("{text} PRODUCE"));
            assert_eq!(put(words(text), &mark, Said::Recognised), format!("{text} PRODUCE"));
        }
        assert_eq!(put(words("X"), &nothing, Said::Written), "X PRODUCE", "a mark that is not seen");
        assert_eq!(put(words("[]"), &nothing, Said::Recognised), "☐ PRODUCE", "what the engine took it for");
        let unsure = |text: &str| vec![Word { unsure: true, ..word(text, 12.0, 22.0) }, word("PRODUCE", 30.0, 80.0)];
        assert_eq!(put(unsure("Y]"), &mark, Said::Recognised), "☒ PRODUCE", "what it is not sure of");
        assert_eq!(put(unsure("A"), &mark, Said::Recognised), "A PRODUCE", "a letter in a square");
        assert_eq!(put(unsure("Docket"), &mark, Said::Recognised), "Docket PRODUCE");
        let letters = || vec![word("SUMMONS", 2.0, 60.0)];
        assert_eq!(put(letters(), &[(40.0, Inside::Mark)], Said::Written), "SUMMONS", "one of its letters");
    }

    #[test]
    fn what_is_hidden_in_a_box_stays_hidden() {
        let mut page = page(vec![word("X", 12.0, 22.0), word("PRODUCE", 30.0, 80.0)]);
        page.lines[0].words[0].hidden = Some(Hidden::Invisible);
        page.put_boxes(&[TickBox { rect: rect(12.0, 22.0), inside: Inside::Nothing }], Said::Written);
        assert_eq!(page.plain(), "X ☐ PRODUCE\n");
        assert_eq!(page.words().next().unwrap().hidden, Some(Hidden::Invisible));
    }

    #[test]
    fn a_page_askew_keeps_its_boxes_and_its_marks() {
        let mut page = page(vec![word("X", 12.0, 22.0), word("PRODUCE", 30.0, 80.0)]);
        page.lines[0].turn = 359;
        page.put_boxes(&[TickBox { rect: rect(12.0, 22.0), inside: Inside::Mark }], Said::Recognised);
        assert_eq!(page.plain(), "☒ PRODUCE\n");
    }
}
