//! The text of a page: walked over, made into words, lines and reading order, and put into the page's coordinates.

use std::collections::BTreeMap;

use hayro_interpret::InterpreterCache;
use hayro_syntax::page::Page;
use reader::paper::{Hidden, Line, PageText, Rect, Word, most};

use super::glyph::Turn;
use super::{direction, lines, order, page, words};

/// The text of this page.
pub(super) fn of(page: &Page<'_>, number: u32) -> PageText {
    let walked = page::walk(page, &InterpreterCache::new());
    let (words, whole) = words::of(&walked.gather.glyphs, most::WORDS);
    let mut quarters: BTreeMap<Turn, Vec<words::Word>> = BTreeMap::new();
    for word in words {
        quarters.entry(word.turn).or_default().push(word);
    }
    // Most pages have one direction. Of several, the one with most words is read first: the others are stamps and notes.
    let mut directions: Vec<Vec<words::Word>> = quarters.into_values().collect();
    directions.sort_by_key(|words| std::cmp::Reverse(words.len()));
    let lines = directions.into_iter().flat_map(|words| order::sort(lines::of(words))).filter_map(line).collect();
    let (width, height) = page.render_dimensions();
    PageText { page: number, width, height, lines, cut: walked.gather.cut || !whole }
}

fn line(mut line: lines::Line) -> Option<Line> {
    direction::as_read(&mut line.words);
    let words: Vec<Word> = line.words.iter().filter_map(word).collect();
    let rect = words.iter().map(|word| word.rect).reduce(Rect::around)?;
    Some(Line { rect, turn: line.turn.degrees(), words })
}

fn word(word: &words::Word) -> Option<Word> {
    // A full stop after a barred word is often left out of the bar.
    let hidden = if word.shown >= word.invisible + word.covered {
        None
    } else if word.invisible > word.covered {
        Some(Hidden::Invisible)
    } else {
        Some(Hidden::Covered)
    };
    let text: String = word.letters.iter().map(|(letter, _)| *letter).collect();
    let (along, down) = (word.turn.along(), word.turn.down());
    let place = |u: f64, v: f64| along * u + down * v;
    let corners = [
        place(word.begin, word.top()),
        place(word.end, word.top()),
        place(word.begin, word.bottom()),
        place(word.end, word.bottom()),
    ];
    let least = |of: fn(&hayro_interpret::kurbo::Vec2) -> f64| corners.iter().map(of).fold(f64::INFINITY, f64::min);
    let most = |of: fn(&hayro_interpret::kurbo::Vec2) -> f64| corners.iter().map(of).fold(f64::NEG_INFINITY, f64::max);
    let rect = Rect {
        left: round(least(|corner| corner.x)),
        top: round(least(|corner| corner.y)),
        right: round(most(|corner| corner.x)),
        bottom: round(most(|corner| corner.y)),
    };
    let sideways = word.turn.quarter() % 2 == 1;
    let edge = |u: f64| {
        let at = place(u, word.base);
        round(if sideways { at.y } else { at.x })
    };
    let begins = word.letters.iter().map(|(_, at)| edge(*at));
    let edges = if word.leftward {
        // Where one begins, the one read after it ends.
        [edge(word.end)].into_iter().chain(begins).collect()
    } else {
        begins.chain([edge(word.end)]).collect()
    };
    (!text.is_empty()).then_some(Word { text, rect, edges, hidden, unsure: false })
}

/// To a hundredth of a unit: finer than any screen, and half as long to write.
fn round(number: f64) -> f32 {
    ((number * 100.0).round() / 100.0) as f32
}
