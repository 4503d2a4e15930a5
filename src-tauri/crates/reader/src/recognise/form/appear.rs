//! The two boxes: appear, produce. A box is taken as ticked only by a mark; that a box is empty is said only where the
//! other one is ticked in the same way.

use super::Form;
use crate::recognise::value::regex;
use matter::suggestion::{Field, Method, Suggestion, Value};

/// What a filled circle or square may be drawn as …
const FULL: [char; 6] = ['■', '●', '◉', '⬛', '▣', '⚫'];
/// … and one that is not filled.
const HOLLOW: [char; 6] = ['□', '○', '◯', '⬜', '◻', '☐'];

pub(super) fn suggest(form: &Form) -> Vec<Suggestion> {
    if let Some(answered) = answered(form) {
        return answered;
    }
    let Some(boxes) = boxes(form) else { return Vec::new() };
    let find = |field: Field| boxes.iter().filter(|one| one.0 == field).collect::<Vec<_>>();
    let (appear, produce) = (find(Field::Appear), find(Field::Produce));
    if let ([a], [p]) = (appear.as_slice(), produce.as_slice())
        && (a.1 || p.1)
    {
        return [a, p]
            .into_iter()
            .map(|(field, ticked, span)| {
                form.suggestion(
                    *field,
                    Value::Ticked { ticked: *ticked },
                    std::slice::from_ref(span),
                    Method::Mark,
                    0.9,
                )
            })
            .collect();
    }
    if boxes.is_empty() { sentence(form) } else { Vec::new() }
}

/// "Appear and testify: YES", "APPEAR ..... [X]": a word or a box at the right of each says whether it is ticked.
fn answered(form: &Form) -> Option<Vec<Suggestion>> {
    let pattern = regex!(
        r"(?im)^\W*(?:\d{1,3}\s+)?(?:\(?[A-D]\)?[.):]?\s+)?(?:to\s+)?(appear|produce)\b[^\n.]{0,60}?[\s:]+(yes|no|\[\s?x?\s?\]|[☒☑☐□])[ \t]*$"
    );
    let mut found: Vec<(Field, bool, std::ops::Range<usize>)> = Vec::new();
    for captures in pattern?.captures_iter(&form.sheet.text) {
        let (word, answer) = (captures.get(1)?, captures.get(2)?);
        let field = if word.as_str().eq_ignore_ascii_case("appear") { Field::Appear } else { Field::Produce };
        let said = answer.as_str();
        let spoken = said.chars().all(char::is_alphabetic);
        if !spoken
            && (side(form, word.start(), answer.start()) != Some(Side::Right) || has_box_before(form, word.start()))
        {
            return None;
        }
        let ticked = if spoken { said.eq_ignore_ascii_case("yes") } else { said.contains(['x', 'X', '☒', '☑']) };
        found.push((field, ticked, word.start()..answer.end()));
    }
    let [(a, a_ticked, a_span), (p, p_ticked, p_span)] = found.as_slice() else { return None };
    let one = |field: Field, ticked: bool, span: &std::ops::Range<usize>| {
        form.suggestion(field, Value::Ticked { ticked }, std::slice::from_ref(span), Method::Mark, 0.9)
    };
    (a != p && (*a_ticked || *p_ticked)).then(|| vec![one(*a, *a_ticked, a_span), one(*p, *p_ticked, p_span)])
}

/// On which side of a word a mark stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Left,
    Right,
}

/// Where a mark stands that is on one line with a word; nothing where it is not.
fn side(form: &Form, word: usize, mark: usize) -> Option<Side> {
    let token = |at: usize| form.sheet.tokens.get(form.sheet.tokens_in(&(at..at + 1)).start);
    let (word, mark) = (token(word)?, token(mark)?);
    let middle = |rect: crate::paper::Rect| f32::midpoint(rect.top, rect.bottom);
    let high = word.rect.height().max(mark.rect.height());
    if word.page != mark.page || (middle(word.rect) - middle(mark.rect)).abs() > 0.8 * high {
        return None;
    }
    Some(if mark.rect.left < word.rect.left { Side::Left } else { Side::Right })
}

/// Whether a box stands at the left of a word on its line, in whatever cell.
fn has_box_before(form: &Form, word: usize) -> bool {
    let Some(here) = form.sheet.segment_at(word).and_then(|at| form.sheet.segments.get(at)) else { return false };
    let boxed = regex!(r"[☐☒☑□■]|\[\s?[xX]?\s?\]");
    form.sheet.on_page(here.page).any(|(_, one)| {
        let text = if one.span == here.span { &(one.span.start..word) } else { &one.span };
        one.same_row(here) && one.left <= here.left && boxed.is_some_and(|boxed| boxed.is_match(form.sheet.get(text)))
    })
}

/// The words "appear" and "produce" that a box stands before, whether it is ticked, and the place.
/// Nothing where a mark stands near one of them and is another word's.
fn boxes(form: &Form) -> Option<Vec<(Field, bool, std::ops::Range<usize>)>> {
    // An empty box may be drawn and leave no text at all, so a mark, a bracket or the letter of the block must be there.
    let pattern = regex!(
        r"(?i)(?:^|[\s\n])(\[\s?[xX✓✔]\s?\]|\(\s?[xX]\s?\)|_+[xX✓✔]_+|[☒☑✓✔✗✘■●◉⬛▣⚫]|[xX]\s|\[\s?\]|\(\s*\)|_{2,}\s|[☐□❑❏○◯⬜◻])?\s*(?:\(?[AB]\)?[.):]?\s+)?([xX☒☑✓✔]\s+)?(?:to\s+)?(appear|produce)\b"
    );
    let mut found: Vec<(Field, bool, std::ops::Range<usize>)> = Vec::new();
    let (mut any_mark, mut signs, mut others, mut full, mut empty) = (false, false, false, 0, 0);
    let mut plain: Vec<(Field, bool, std::ops::Range<usize>)> = Vec::new();
    for captures in pattern.into_iter().flat_map(|pattern| pattern.captures_iter(&form.sheet.text)) {
        let (Some(all), Some(word)) = (captures.get(0), captures.get(3)) else { continue };
        let field = if word.as_str().eq_ignore_ascii_case("appear") { Field::Appear } else { Field::Produce };
        // "(B) X PRODUCE" is written too.
        let mark = captures.get(1).or_else(|| captures.get(2));
        // What stands in another line is another word's.
        let own = mark.is_none_or(|mark| {
            let at = mark.start() + mark.as_str().len() - mark.as_str().trim_start().len();
            !form.sheet.get(&(at..word.start())).contains('\n') || side(form, word.start(), at) == Some(Side::Left)
        });
        others |= !own;
        let mark = mark.filter(|_| own);
        let mark = mark.map(|mark| mark.as_str().trim());
        full += usize::from(mark.is_some_and(|mark| mark.contains(FULL)));
        empty += usize::from(mark.is_some_and(|mark| mark.contains(HOLLOW)));
        let ticked =
            mark.is_some_and(|mark| mark.contains(['x', 'X', '☒', '☑', '✓', '✔', '✗', '✘']) || mark.contains(FULL));
        let span = form.sheet.trim(&all.range());
        if let Some(mark) = mark {
            any_mark = true;
            signs |= mark.contains(['☐', '☒', '☑', '■', '□']);
            found.push((field, ticked, span));
        } else {
            plain.push((field, false, span));
        }
    }
    // Full squares and discs are bullets as well, unless a hollow one stands before the other word.
    if full > 0 && empty == 0 {
        return Some(Vec::new());
    }
    if others && found.is_empty() {
        return None;
    }
    // The other box may leave no text: its word stands near the ticked one. Where boxes are signs it would be one too: it was not
    // found, or stands at the other side of its word, and nobody can tell.
    if any_mark && !signs {
        for field in [Field::Appear, Field::Produce] {
            let Some(near) = found.iter().find(|one| one.0 != field).map(|one| one.2.start) else { continue };
            if !found.iter().any(|one| one.0 == field) {
                let nearest = plain.iter().filter(|one| one.0 == field && one.2.start.abs_diff(near) < 260);
                found.extend(nearest.min_by_key(|one| one.2.start.abs_diff(near)).cloned());
            }
        }
    }
    Some(found)
}

/// "you are hereby commanded to appear and to produce": no boxes, a sentence.
fn sentence(form: &Form) -> Vec<Suggestion> {
    let pattern = regex!(
        r"(?i)\byou\s+are\s+(?:hereby\s+)?(?:commanded|summoned|required|directed|ordered)(?:\s+and\s+required)?\s+to\s+(appear|produce)\b(\s+(?:and|to|before)\s+(?:to\s+)?(produce)\b)?"
    );
    let Some(captures) = pattern.and_then(|pattern| pattern.captures(&form.sheet.text)) else { return Vec::new() };
    let Some(first) = captures.get(1) else { return Vec::new() };
    let appear = first.as_str().eq_ignore_ascii_case("appear");
    // From "you are" on: that the word stands in a command is what tells.
    let command = |at: regex::Match| captures.get(0).map_or(at.start(), |all| all.start())..at.end();
    let ticked = |field, at: regex::Match| {
        form.suggestion(field, Value::Ticked { ticked: true }, &[command(at)], Method::Sentence, 0.8)
    };
    let second = captures.get(3).filter(|_| appear);
    // Two commands one after the other are two boxes, and which is ticked cannot be read.
    let end = captures.get(0).map_or(first.end(), |all| all.end());
    let window: String = form.sheet.text.get(end..).unwrap_or_default().chars().take(420).collect();
    let other = if appear { "produce" } else { "appear" };
    if second.is_none() && window.to_lowercase().contains(other) {
        return Vec::new();
    }
    // What a sentence does not command it leaves out: "to produce" alone means not to appear.
    let not = |field, at: regex::Match| {
        form.suggestion(field, Value::Ticked { ticked: false }, &[command(at)], Method::Sentence, 0.75)
    };
    if appear {
        let produce = second.map_or_else(|| not(Field::Produce, first), |second| ticked(Field::Produce, second));
        vec![ticked(Field::Appear, first), produce]
    } else {
        vec![not(Field::Appear, first), ticked(Field::Produce, first)]
    }
}
