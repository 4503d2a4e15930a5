//! The records a form asks for, one by one, and where each falls under 18 U.S.C. § 2703(c)(2) (legal-reference §1.4).

use std::ops::Range;

use super::category::category;
use super::list::{cut, items, sentence_end, tidy};
use super::marked::{self, List};
use super::words::rider_heading;
use super::{Form, rows};
use super::{plain, running};
use crate::recognise::label::Role;
use crate::recognise::sheet::HEAD;
use crate::recognise::value::regex;
use matter::suggestion::{Field, Method, Suggestion, Value};

/// Records in one list. More are a book's.
const MOST: usize = 60;

pub(super) fn suggest(form: &Form) -> Vec<Suggestion> {
    let rider = rider_heading(form).map(|(page, _)| page);
    let (mut most, method) = read(form);
    uncount(&mut most);
    let mut found: Vec<Suggestion> = Vec::new();
    for (text, spans) in most.into_iter().take(4 * MOST) {
        // What falls nowhere is seldom a record at all.
        let Some(category) = category(&text) else { continue };
        let page = spans.first().and_then(|span| form.sheet.segment_at(span.start));
        let page = page.and_then(|at| form.sheet.segments.get(at)).map_or(0, |segment| segment.page);
        let sure = match method {
            Method::Sentence => 0.75,
            _ if rider.is_some_and(|rider| page >= rider) => 0.9,
            _ => 0.85,
        };
        let value = Value::Record { category: Some(category), text };
        if !found.iter().any(|other| other.value == value) {
            found.push(form.suggestion(Field::Record, value, &spans, method, sure));
        }
    }
    found.truncate(MOST);
    found
}

/// The list, by the way that reads most of it: the others stopped in it. Of two that read as many the one that hangs on more
/// counts: marks, a heading, the turns of a sentence. Lines without marks hang on nothing: they count only where they hold all
/// that the best of the others read, and more; a scan may have lost the marks of some. A lone sentence comes last.
fn read(form: &Form) -> (List, Method) {
    let ways = [
        (listed(running::lists(form)), Method::Sentence),
        (headed(form), Method::Label),
        (listed(marked::lists(form)), Method::Label),
    ];
    let best = ways.into_iter().max_by_key(|(list, _)| list.len()).unwrap_or((List::new(), Method::Sentence));
    let plain = listed(plain::lists(form));
    let holds = |text: &str| plain.iter().any(|(other, _)| other.contains(text) || text.contains(other.as_str()));
    if plain.len() > best.0.len() && best.0.iter().all(|(text, _)| holds(text)) {
        return (plain, Method::Shape);
    }
    if best.0.is_empty() { (from_sentence(form), Method::Sentence) } else { best }
}

/// Takes the numbers off that count a table's rows: each of them, and one after the other.
fn uncount(list: &mut List) {
    let number = regex!(r"^(\d{1,2})\s+");
    let counted = |at: usize, text: &str| {
        let found = number.and_then(|number| number.captures(text)).and_then(|all| all.get(1));
        found.and_then(|found| found.as_str().parse().ok()) == Some(at + 1)
    };
    if list.len() > 1 && list.iter().enumerate().all(|(at, (text, _))| counted(at, text)) {
        for (text, spans) in list.iter_mut() {
            let length = number.and_then(|number| number.find(text)).map_or(0, |found| found.end());
            *text = text.split_off(length);
            if let Some(first) = spans.first_mut() {
                first.start = (first.start + length).min(first.end);
            }
        }
    }
}

/// What stands under a heading for records.
fn headed(form: &Form) -> List {
    let all = form.regions.with(Role::Records).flat_map(|region| items(form, &form.rows(region)));
    all.filter(|(text, _)| category(text).is_some()).collect()
}

/// The lists whose items are records: nearly all fall where the law puts records.
fn listed(lists: Vec<List>) -> List {
    let mut all = List::new();
    for list in lists {
        let whole = list.len();
        let items: List = list.into_iter().filter_map(|(text, spans)| Some((tidy(&text)?, spans))).collect();
        let known = items.iter().filter(|(text, _)| category(text).is_some()).count();
        if known >= 2 && known * 4 >= items.len() * 3 && items.len() * 2 >= whole {
            all.extend(items.into_iter().filter(|(text, _)| category(text).is_some()));
        }
    }
    all
}

/// "…, the following records: a; b; and c."
fn from_sentence(form: &Form) -> List {
    let lead = regex!(
        r"(?i)\b(?:the\s+following(?:\s+(?:records|documents|information|items))?|testimony\s+concerning|records\s+to\s+be\s+produced\s+are\s+the\s+following|to\s+wit)\s*:\s*"
    );
    let Some(found) = lead.and_then(|lead| lead.find(&form.sheet.text)) else { return Vec::new() };
    let rest = form.sheet.text.get(found.end()..).unwrap_or_default();
    let page = rest.find('\u{c}').unwrap_or(rest.len());
    let window = rest.get(..page).unwrap_or_default();
    let end = sentence_end(window);
    cut(window.get(..end).unwrap_or_default())
        .into_iter()
        .filter_map(|(text, at)| {
            Some((tidy(&text)?, vec![form.sheet.trim(&(found.end() + at.start..found.end() + at.end))]))
        })
        .collect()
}

/// The places that list what is asked for: where accounts are named.
pub(super) fn areas(form: &Form) -> Vec<Range<usize>> {
    let mut areas: Vec<Range<usize>> = Vec::new();
    let listed = |role: Option<Role>| matches!(role, Some(Role::Records | Role::Identifiers));
    for region in form.regions.all.iter().filter(|region| listed(Some(region.role)) || listed(region.section)) {
        areas.extend(region.spans.iter().cloned());
    }
    if let Some((page, heading)) = rider_heading(form) {
        let on = form
            .sheet
            .segments
            .iter()
            .filter(|segment| segment.page >= page && segment.span.start > heading.end && segment.top > HEAD);
        areas.extend(on.map(|segment| segment.span.clone()));
    }
    rows(form.sheet, &areas).into_iter().map(|row| row.span).collect()
}
