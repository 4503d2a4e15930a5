//! Lists of records without marks, or whose marks a scan has lost: line under line at one side, each of them a record.

use super::category::category;
use super::down::{Down, down};
use super::list::{is_whole, tidy};
use super::marked::List;
use super::{Form, Row, wraps};
use crate::recognise::sheet::Segment;
use crate::recognise::value::regex;

/// Fewer lines may be anything.
const FEWEST: usize = 3;
/// Items stand closer than so many heights, and begin so near one side.
const ITEMS: f32 = 2.2;
const SIDE: f32 = 4.0;
/// Letters of a line that is one item. A longer one is running text.
const LONGEST: usize = 140;
/// Lists of a page that are open at one time: columns.
const MOST_OPEN: usize = 8;

/// A list as it is read, and the last line of it.
struct Open {
    list: List,
    page: u32,
    left: f32,
    last: Row,
    bottom: f32,
    over: bool,
}

/// All such lists, in the order of the pages.
pub(super) fn lists(form: &Form) -> Vec<List> {
    let labels = form.regions.at_starts(form.sheet);
    let mut open: Vec<Open> = Vec::new();
    let mut done: Vec<List> = Vec::new();
    for Down { at, segment, left, span, marked } in down(form) {
        let row = Row { text: form.sheet.quote(&span), span, segment: at };
        let near = |one: &&mut Open| {
            let gap = segment.top - one.bottom;
            !one.over
                && one.page == segment.page
                && (one.left - left).abs() < SIDE
                && gap > -0.5 * segment.height()
                && gap < ITEMS * segment.height()
        };
        let record = !labels.contains_key(&at) && is_record(&row.text) && stands_alone(form, segment);
        match open.iter_mut().rev().find(near) {
            Some(one) => {
                let goes_on = !marked && wraps(form.sheet, &one.last, &row) && !(record && is_whole(&one.last.text));
                match one.list.last_mut().filter(|_| goes_on) {
                    Some((text, spans)) => {
                        text.push(' ');
                        text.push_str(&row.text);
                        spans.push(row.span.clone());
                    }
                    None if record => one.list.push((row.text.clone(), vec![row.span.clone()])),
                    None => one.over = true,
                }
                one.bottom = segment.bottom;
                one.last = row;
            }
            None if record => {
                let list = vec![(row.text.clone(), vec![row.span.clone()])];
                let (page, bottom) = (segment.page, segment.bottom);
                open.push(Open { list, page, left, last: row, bottom, over: false });
            }
            None => {}
        }
        if open.len() > MOST_OPEN {
            done.extend(open.drain(..1).map(|one| one.list));
        }
    }
    done.extend(open.into_iter().map(|one| one.list));
    done.retain(|list| list.len() >= FEWEST);
    done
}

/// Whether a line is a record by itself: no sentence, no heading, no account.
fn is_record(text: &str) -> bool {
    let sentence = regex!(r"[a-z]\.\s+\S|[:?]$|(?i)^(?:you|if|this|any\s+person|failure|a\s+person|the\s+records)\b");
    text.chars().count() <= LONGEST
        && !text.starts_with(['(', '['])
        && !sentence.is_some_and(|sentence| sentence.is_match(text))
        && tidy(text).is_some_and(|text| category(&text).is_some())
}

/// Whether nothing but a mark stands beside a line: else it is the word for what stands there.
fn stands_alone(form: &Form, line: &Segment) -> bool {
    form.sheet.on_page(line.page).map(|(_, other)| other).all(|other| {
        !other.same_row(line) || other.span == line.span || other.right <= line.left && other.span.len() <= 4
    })
}
