//! Lists of records with a mark before each, wherever on a form or its rider they stand: told by the marks that follow each
//! other at one side, not by the heading above them.

use std::collections::HashSet;
use std::ops::Range;

use super::list::mark;
use super::{Form, Row, wraps};
use crate::recognise::sheet::Segment;
use crate::recognise::value::regex;

/// Lines of one item stand closer than so many heights; items closer than so many.
const LINES: f32 = 0.85;
const ITEMS: f32 = 2.2;
/// A mark in a column of its own stands so near what it marks.
const COLUMN: f32 = 64.0;

/// Marks of a paper that are looked at …
const MOST_ITEMS: usize = 1_000;
/// … and lines of one item.
const MOST_LINES: usize = 24;

/// One item, as its lines stand on the page.
#[derive(Debug)]
struct Item {
    page: u32,
    /// How its mark is written, and what it counts.
    style: String,
    count: Option<u32>,
    left: f32,
    text_left: f32,
    top: f32,
    bottom: f32,
    spans: Vec<Range<usize>>,
    /// Where it ends cannot be told.
    unsure: bool,
}

/// What one list holds, item by item: its words and where they stand.
pub(super) type List = Vec<(String, Vec<Range<usize>>)>;

/// All lists with marks, in the order of the pages.
pub(super) fn lists(form: &Form) -> Vec<List> {
    let mut chains: Vec<Vec<Item>> = Vec::new();
    for item in items(form) {
        let open = chains.iter_mut().rev().find(|chain| chain.last().is_some_and(|last| follows(last, &item)));
        match open {
            Some(chain) => chain.push(item),
            None => chains.push(vec![item]),
        }
    }
    let text = |spans: &[Range<usize>]| -> String {
        spans.iter().map(|span| form.sheet.quote(span)).collect::<Vec<_>>().join(" ")
    };
    let list = |chain: Vec<Item>| -> List {
        chain.into_iter().filter(|item| !item.unsure).map(|item| (text(&item.spans), item.spans)).collect()
    };
    chains.into_iter().map(list).collect()
}

/// Whether an item is the next of a list.
fn follows(last: &Item, item: &Item) -> bool {
    let height = (item.bottom - item.top).min(14.0);
    let side = (last.left - item.left).abs() < 3.0 || (last.text_left - item.text_left).abs() < 2.0;
    let counted = match (last.count, item.count) {
        (Some(before), Some(count)) => count == before + 1,
        (None, None) => true,
        _ => false,
    };
    let gap = item.top - last.bottom;
    // A list may go on over the page where it counts.
    let near = last.page == item.page && gap > -0.4 * height && gap < ITEMS * height
        || item.page == last.page + 1 && item.count.is_some();
    last.style == item.style && side && counted && near
}

/// How a mark is written, and the number or letter it counts with.
fn written(mark: &str) -> (String, Option<u32>) {
    let bare: String = mark.chars().filter(|c| c.is_alphanumeric()).collect();
    let style = |kind: &str| mark.trim().replace(&bare, kind);
    if let Ok(number) = bare.parse() {
        return (style("1"), Some(number));
    }
    let mut letters = bare.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) if mark.contains(['.', ')']) => {
            (style("a"), u32::from(letter.to_ascii_lowercase()).checked_sub(96))
        }
        _ => ("•".to_owned(), None),
    }
}

/// Every line with a mark and the lines that go on with it.
fn items(form: &Form) -> Vec<Item> {
    let segments = &form.sheet.segments;
    let marked: Vec<(usize, usize, usize)> =
        segments.iter().enumerate().filter_map(|(at, _)| marked(form, at)).take(MOST_ITEMS).collect();
    let used: HashSet<usize> = marked.iter().flat_map(|(at, text, _)| [*at, *text]).collect();
    let mut found: Vec<Item> = Vec::new();
    for (at, text, length) in marked {
        let (Some(first), Some(words)) = (segments.get(at), segments.get(text)) else { continue };
        let from = words.span.start + if at == text { length } else { 0 };
        let mark = first.span.start..(first.span.start + length).min(first.span.end);
        let (style, count) = written(form.sheet.get(&mark));
        let token = form.sheet.tokens_in(&(from..words.span.end)).start;
        let text_left = form.sheet.tokens.get(token).map_or(words.left, |token| token.rect.left);
        let mut item = Item {
            page: first.page,
            style,
            count,
            left: first.left,
            text_left,
            top: first.top,
            bottom: words.bottom,
            spans: vec![form.sheet.trim(&(from..words.span.end))],
            unsure: false,
        };
        more(form, &mut item, text, &used);
        found.push(item);
    }
    found.sort_by(|a, b| a.page.cmp(&b.page).then(a.top.total_cmp(&b.top)));
    found
}

/// A segment that begins with a mark, the segment with the marked words, and how long the mark is.
fn marked(form: &Form, at: usize) -> Option<(usize, usize, usize)> {
    let segment = form.sheet.segments.get(at)?;
    let text = form.sheet.get(&segment.span);
    let alone = regex!(r"^(?:\(?(?:\d{1,2}|[a-z])[.)]|\d{1,2}|[•●○▪■‣·∙◦*–—-])$");
    if alone.is_some_and(|alone| alone.is_match(text)) {
        let mut right =
            form.sheet.on_page(segment.page).filter(|(_, one)| one.same_row(segment) && one.left >= segment.right);
        let (words, one) = right.next()?;
        let lone = right.next().is_none() && one.left - segment.right < COLUMN;
        return lone.then_some((at, words, text.len()));
    }
    let length = mark(text)?;
    (length < text.len()).then_some((at, at, length))
}

/// The lines that go on with an item: under its words, or at the side of its mark where the line before had no room left.
fn more(form: &Form, item: &mut Item, first: usize, used: &HashSet<usize>) {
    let segments = &form.sheet.segments;
    let row = |at: usize, segment: &Segment| Row {
        span: segment.span.clone(),
        text: form.sheet.quote(&segment.span),
        segment: at,
    };
    let mut at = first;
    while let Some(here) = segments.get(at).filter(|_| item.spans.len() < MOST_LINES) {
        let below = |one: &Segment| one.top > here.middle() && one.top - here.bottom < LINES * one.height();
        let same = |one: &Segment| (one.height() - here.height()).abs() < 0.12 * here.height();
        let next = form.sheet.on_page(here.page).find(|(other, one)| {
            let hangs = (one.left - item.text_left).abs() < 2.5;
            let flush = (one.left - item.left).abs() < 1.5;
            (hangs || flush) && below(one) && same(one) && !used.contains(other)
        });
        let Some((other, one)) = next else { break };
        let (last, next) = (row(at, here), row(other, one));
        let labelled = form.regions.is_at(other, one.tokens.start);
        if last.text.ends_with(['.', ';']) || labelled && !next.text.starts_with(char::is_lowercase) {
            break;
        }
        let hangs = (one.left - item.text_left).abs() < 2.5 && item.text_left - item.left > 4.0;
        if !hangs && !wraps(form.sheet, &last, &next) {
            // A line that ended before the margin has ended; small letters that follow leave it open.
            item.unsure = next.text.starts_with(char::is_lowercase);
            break;
        }
        // At the mark's own side a capital may begin what follows the list as well.
        let begins = next.text.split(' ').next().unwrap_or_default();
        if !hangs && begins.starts_with(char::is_uppercase) && begins.chars().any(char::is_lowercase) {
            item.unsure = true;
            break;
        }
        item.spans.push(one.span.clone());
        item.bottom = one.bottom;
        at = other;
    }
}

#[cfg(test)]
mod tests {
    use super::written;

    #[test]
    fn how_marks_count() {
        for (mark, style, count) in [
            ("(3)", "(1)", Some(3)),
            ("12.", "1.", Some(12)),
            ("c)", "a)", Some(3)),
            ("7", "1", Some(7)),
            ("•", "•", None),
            ("–", "•", None),
        ] {
            assert_eq!(written(mark), (style.to_owned(), count), "{mark}");
        }
    }
}
