//! Which half of the day is marked where a form prints both: "[ ] a.m. [X] p.m.", "a.m. [X] p.m. [ ]". Forms put the box before the
//! word or after it, and a box that is drawn leaves no text; where it cannot be told whose a mark is, nothing is.

use std::ops::Range;

use super::regex;

/// What may follow a time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Piece {
    /// "a.m." or, if so, "p.m.".
    Half(bool),
    /// A box, and whether it is ticked.
    Box(bool),
}

/// The boxes and halves of the day that a text begins with, and how much of it they are. In small letters "x" is a mark as well.
fn pieces(text: &str) -> (Vec<(Piece, Range<usize>)>, usize) {
    let piece = regex!(
        r"(?i)^(?:[\s,/|]|or\b)*(?:(?P<half>(?P<p>p)\.?\s?m\b\.?|a\.?\s?m\b\.?)|(?P<tick>\[\s?[x✓✔]\s?\]|\(\s?[x✓✔]\s?\)|_*[x✓✔]_*(?:\s|$)|[☒☑✓✔✗✘■●])|(?P<empty>\[\s?\]|\[J|\(\s?\)|_{2,}|[☐□○]))"
    );
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(captures) = piece.and_then(|piece| piece.captures(text.get(at..).unwrap_or_default())) {
        let kinds = [
            (captures.name("half"), Piece::Half(captures.name("p").is_some())),
            (captures.name("tick"), Piece::Box(true)),
            (captures.name("empty"), Piece::Box(false)),
        ];
        let Some((one, kind)) = kinds.into_iter().find_map(|(one, kind)| Some((one?, kind))) else { break };
        found.push((kind, at + one.start()..at + one.start() + one.as_str().trim_end().len()));
        at += one.end();
    }
    (found, at)
}

/// Whether a text is made of such boxes and halves alone.
pub(in crate::recognise) fn is_halves(text: &str) -> bool {
    let (found, end) = pieces(text);
    !found.is_empty() && text.get(end..).is_some_and(|rest| rest.trim().is_empty())
}

/// What is said of the half of the day right after a time.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// Nothing: neither half is named.
    Nothing,
    /// Both, or one with an empty box, and it cannot be told which is meant.
    Unsure,
    /// After noon or before it, and where what says so ends.
    Half(bool, usize),
}

/// The half of the day that a text begins with. `place` tells where a part of the text stands on its line.
pub(super) fn half(text: &str, place: impl Fn(&Range<usize>) -> (f32, f32)) -> Said {
    let (found, _) = pieces(text);
    let halves: Vec<(usize, bool)> = found
        .iter()
        .enumerate()
        .filter_map(|(at, (one, _))| if let Piece::Half(p) = one { Some((at, *p)) } else { None })
        .collect();
    let ticks: Vec<usize> =
        found.iter().enumerate().filter(|(_, (one, _))| *one == Piece::Box(true)).map(|(at, _)| at).collect();
    let ends = |at: usize| found.get(at).map_or(text.len(), |(_, span)| span.end);
    let boxes = found.len() - halves.len();
    match (halves.as_slice(), ticks.as_slice()) {
        ([], _) => Said::Nothing,
        ([(at, afternoon)], []) if boxes == 0 => Said::Half(*afternoon, ends(*at)),
        ([(at, afternoon)], [tick]) if boxes == 1 => Said::Half(*afternoon, ends(*at.max(tick))),
        ([(a, first), (b, second)], [tick]) if first != second => {
            let both: Vec<(f32, f32)> = found.iter().map(|(_, span)| place(span)).collect();
            match whose(*a, *b, *tick, boxes, &both) {
                Some(earlier) => Said::Half(if earlier { *first } else { *second }, ends(found.len() - 1)),
                None => Said::Unsure,
            }
        }
        _ => Said::Unsure,
    }
}

/// Whether a ticked box is that of the first of two halves, or of the second.
fn whose(first: usize, second: usize, tick: usize, boxes: usize, places: &[(f32, f32)]) -> Option<bool> {
    let last = first.max(second).max(tick);
    match (boxes, first, second, tick) {
        // A box before each, or after each.
        (2, 1, 3, 0) | (2, 0, 2, 1) => Some(true),
        (2, 1, 3, 2) | (2, 0, 2, 3) => Some(false),
        // The other box left no text. At the outer side of a half it is that one's; between them the nearer one's.
        (1, 1, 2, 0) => Some(true),
        (1, 0, 1, 2) => Some(false),
        (1, 0, 2, 1) if last == 2 => {
            let [(_, a), (left, right), (p, _)] = places else { return None };
            let (before, after) = ((left - a).max(0.0), (p - right).max(0.0));
            let told = before.max(after) > 2.0 * before.min(after) && (before - after).abs() >= 1.0;
            told.then_some(before < after)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Said, half, is_halves};

    fn said(text: &str) -> Option<bool> {
        match half(text, |span| (span.start as f32, span.end as f32)) {
            Said::Half(afternoon, _) => Some(afternoon),
            _ => None,
        }
    }

    #[test]
    fn marks_before_and_after_the_words() {
        for (text, afternoon) in [
            (" a.m.", false),
            (" PM, at the office", true),
            (" [X] a.m. [ ] p.m.", false),
            (" [ ] a.m. [X] p.m.", true),
            (" a.m. [X] p.m. [ ]", false),
            (" a.m. [ ] p.m. [X]", true),
            (" ☐ AM ☒ PM", true),
            (" AM ☒ PM ☐", false),
            (" ( ) p.m. (x) a.m.", false),
            (" X a.m. p.m.", false),
            (" a.m. p.m. X", true),
            (" a.m. [X]p.m.", true),
            // As text recognition reads an empty box.
            (" [Ja.m.[X] p.m.", true),
            (" [X] p.m.", true),
        ] {
            assert_eq!(said(text), Some(afternoon), "{text}");
        }
    }

    #[test]
    fn which_is_marked_may_not_be_told() {
        for text in [
            " a.m. X p.m.",
            " a.m./p.m.",
            " am or pm",
            " [ ] a.m. [ ] p.m.",
            " [X] a.m. [X] p.m.",
            " [ ] p.m.",
            " a.m. [X] a.m. [ ]",
            " [X] a.m. p.m. [ ]",
            " a.m. [ ] [X] p.m.",
        ] {
            assert_eq!(half(text, |span| (span.start as f32, span.end as f32)), Said::Unsure, "{text}");
        }
    }

    #[test]
    fn a_mark_is_the_nearer_words() {
        let after = |gaps: [f32; 2]| {
            half(" a.m. X p.m.", |span| match span.start {
                1 => (0.0, 20.0),
                6 => (20.0 + gaps[0], 26.0 + gaps[0]),
                _ => (26.0 + gaps[0] + gaps[1], 90.0),
            })
        };
        assert_eq!(after([24.0, 4.0]), Said::Half(true, 12));
        assert_eq!(after([3.0, 30.0]), Said::Half(false, 12));
        assert_eq!(after([12.0, 9.0]), Said::Unsure);
    }

    #[test]
    fn cells_of_boxes() {
        for (text, of_boxes) in
            [("a.m.", true), ("[X]", true), ("☐ p.m.", true), ("[X] Produce", false), ("Room 4", false)]
        {
            assert_eq!(is_halves(text), of_boxes, "{text}");
        }
    }
}
