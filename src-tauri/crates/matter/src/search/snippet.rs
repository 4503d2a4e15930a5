//! The words around what was met.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::query::Query;
use crate::docket::is_invisible;

/// A piece of a snippet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Piece {
    /// Its text, on one line.
    pub text: String,
    /// True for what was looked for.
    pub hit: bool,
}

/// Bytes before the first word met that are shown, and of the whole.
const BEFORE: usize = 60;
const LONGEST: usize = 240;

impl Query {
    /// The part of a text where most of what was asked for stands together, with what was met marked; `met` is where each term is
    /// met in it ([`Query::met`]).
    #[must_use]
    pub fn snippet(text: &str, met: &[Vec<Range<usize>>]) -> Vec<Piece> {
        let start = best(met).unwrap_or(0);
        let from = boundary(text, start.saturating_sub(BEFORE), start);
        let to = boundary_before(text, from.saturating_add(LONGEST));
        let mut places: Vec<&Range<usize>> =
            met.iter().flatten().filter(|place| place.start >= from && place.start < to).collect();
        places.sort_by_key(|place| place.start);
        let mut pieces = Vec::new();
        if from > 0 {
            add(&mut pieces, "\u{2026} ", false);
        }
        let mut done = from;
        for place in places {
            if place.start < done {
                continue;
            }
            add(&mut pieces, text.get(done..place.start).unwrap_or_default(), false);
            let end = place.end.min(to);
            add(&mut pieces, text.get(place.start..end).unwrap_or_default(), true);
            done = end;
        }
        add(&mut pieces, text.get(done..to).unwrap_or_default(), false);
        if to < text.len() {
            add(&mut pieces, " \u{2026}", false);
        }
        pieces
    }
}

/// The place from which the most terms are met within one snippet.
fn best(met: &[Vec<Range<usize>>]) -> Option<usize> {
    let mut starts: Vec<(usize, usize)> =
        met.iter().enumerate().flat_map(|(term, places)| places.iter().map(move |place| (place.start, term))).collect();
    starts.sort_unstable();
    let reach = LONGEST.saturating_sub(BEFORE);
    let terms_from = |at: usize, from: usize| {
        let near = starts.iter().skip(at).take_while(|(start, _)| start.saturating_sub(from) < reach).take(200);
        near.map(|(_, term)| term).collect::<std::collections::BTreeSet<_>>().len()
    };
    let most = starts.iter().take(200).enumerate().map(|(at, (from, _))| (terms_from(at, *from), *from));
    // The earliest of equals.
    most.max_by_key(|(terms, from)| (*terms, std::cmp::Reverse(*from))).map(|(_, from)| from)
}

/// The start of the first whole word after `from`, at most `latest`.
fn boundary(text: &str, from: usize, latest: usize) -> usize {
    if from == 0 {
        return 0;
    }
    let from = (from..=latest).find(|at| text.is_char_boundary(*at)).unwrap_or(latest);
    let rest = text.get(from..latest).unwrap_or_default();
    let space = rest.char_indices().find(|(_, c)| c.is_whitespace());
    space.map_or(from, |(at, c)| from.saturating_add(at).saturating_add(c.len_utf8()))
}

fn boundary_before(text: &str, to: usize) -> usize {
    if to >= text.len() {
        return text.len();
    }
    (0..=to).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// On one line, and nothing in it that would turn or hide what stands around it.
fn add(pieces: &mut Vec<Piece>, text: &str, hit: bool) {
    let mut plain = String::new();
    for letter in text.chars() {
        if letter.is_whitespace() || letter.is_control() || is_invisible(letter) {
            if !plain.ends_with(' ') {
                plain.push(' ');
            }
        } else {
            plain.push(letter);
        }
    }
    if !plain.is_empty() {
        pieces.push(Piece { text: plain, hit });
    }
}
