//! The records a form asks for, one by one, and where each falls under 18 U.S.C. § 2703(c)(2) (legal-reference §1.4).

use std::ops::Range;
use std::sync::LazyLock;

use matter::demand::Category;
use regex::RegexSet;
use serde::Deserialize;

use super::words::rider_heading;
use super::{Form, Row, rows};
use crate::recognise::label::Role;
use crate::recognise::value::regex;
use matter::suggestion::{Field, Method, Suggestion, Value};

#[derive(Deserialize)]
struct Table {
    record: Vec<Kind>,
}

#[derive(Deserialize)]
struct Kind {
    category: Category,
    words: Vec<String>,
}

static KINDS: LazyLock<Vec<(Category, RegexSet)>> = LazyLock::new(|| {
    let table = toml::from_str::<Table>(include_str!("../data/records.toml")).map(|table| table.record);
    let kind = |row: Kind| {
        let set = RegexSet::new(row.words.iter().map(|words| format!("(?i){words}"))).ok()?;
        Some((row.category, set))
    };
    table.unwrap_or_default().into_iter().filter_map(kind).collect()
});

/// Where words fall: the first kind of the table that they fit, which is the one furthest from a subscriber's basic data.
pub(super) fn category(text: &str) -> Option<Category> {
    KINDS.iter().find(|(_, set)| set.is_match(text)).map(|(category, _)| *category)
}

/// Records in one list. More are a book's.
const MOST: usize = 60;

pub(super) fn suggest(form: &Form) -> Vec<Suggestion> {
    let rider = rider_heading(form).map(|(page, _)| page);
    let mut lists: Vec<Vec<Row>> = Vec::new();
    for region in form.regions.with(Role::Records) {
        lists.push(with_carry(form, region));
    }
    let mut found: Vec<Suggestion> = Vec::new();
    for (list, region) in lists.iter().zip(form.regions.with(Role::Records)) {
        let in_rider = rider.is_some_and(|rider| form.page_of(region) >= rider);
        for (text, spans) in items(form, list) {
            // What falls nowhere is seldom a record at all.
            let Some(category) = category(&text) else { continue };
            let value = Value::Record { category: Some(category), text };
            let sure = if in_rider { 0.9 } else { 0.85 };
            if !found.iter().any(|other| other.value == value) {
                found.push(form.suggestion(Field::Record, value, &spans, Method::Label, sure));
            }
        }
    }
    if found.is_empty() {
        for (text, spans) in from_sentence(form) {
            let Some(category) = category(&text) else { continue };
            let value = Value::Record { category: Some(category), text };
            found.push(form.suggestion(Field::Record, value, &spans, Method::Sentence, 0.75));
        }
    }
    found.truncate(MOST);
    found
}

/// The lines of a region, and of the page after it where the list goes on there without a label.
fn with_carry(form: &Form, region: &crate::recognise::label::Region) -> Vec<Row> {
    form.rows(region)
}

/// The enumeration mark a line begins with, and its length.
fn mark(text: &str) -> Option<usize> {
    let pattern = regex!(
        r"^(?:\d{1,2}\.\d{1,2}[.)]?\s+|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)]\s+|[•●○▪■‣·∙◦*–—-]\s*|[e«¢o+©®°]\s)"
    );
    pattern?.find(text).map(|found| found.end())
}

/// The items of a list: by its marks, else by semicolons.
fn items(form: &Form, list: &[Row]) -> Vec<(String, Vec<Range<usize>>)> {
    let Some(first) = list.first() else { return Vec::new() };
    let see = regex!(
        r"(?i)^\W*(?:\(?\s*)?(?:please\s+)?(?:see|as\s+(?:described|listed|set\s+forth)|described\s+in|listed\s+(?:in|on))\b"
    );
    if see.is_some_and(|see| see.is_match(&first.text)) {
        return Vec::new();
    }
    let marked = list.iter().filter(|row| mark(&row.text).is_some()).count();
    let mut found: Vec<(String, Vec<Range<usize>>)> = Vec::new();
    let joined = list.iter().map(|row| row.text.as_str()).collect::<Vec<_>>().join(" ");
    let inner = regex!(r"\((?:\d{1,2}|[a-z]|[ivx]{1,4})\)\s").map_or(0, |inner| inner.find_iter(&joined).count());
    // More marks within the lines than before them: running text, whose lines break where they break.
    let running = inner > marked && inner >= 2;
    if !running && (marked >= 2 || marked == 1 && list.len() <= 3) {
        let mut last: Option<&Row> = None;
        for row in list {
            match mark(&row.text) {
                Some(length) => {
                    let from = row.span.start + length.min(row.span.len());
                    let text = row.text.get(length..).unwrap_or_default().to_owned();
                    let span = from..row.span.end;
                    found.push((text, Vec::from([span])));
                }
                None => {
                    // A line without a mark goes on with the item above it, if it stands close; else the list has ended.
                    let Some(before) = last else {
                        last = None;
                        continue;
                    };
                    if !goes_on(form, before, row) || found.last().is_some_and(|(text, _)| text.ends_with('.')) {
                        break;
                    }
                    if let Some((text, spans)) = found.last_mut() {
                        text.push(' ');
                        text.push_str(&row.text);
                        spans.push(row.span.clone());
                    }
                }
            }
            if !found.is_empty() {
                last = Some(row);
            }
        }
    } else {
        let mut block: Vec<&Row> = Vec::new();
        for row in list {
            if block.last().is_some_and(|before| !goes_on(form, before, row)) {
                break;
            }
            block.push(row);
        }
        let spans: Vec<Range<usize>> = block.iter().map(|row| row.span.clone()).collect();
        let joined = block.iter().map(|row| row.text.as_str()).collect::<Vec<_>>().join(" ");
        let parted = joined.contains(';') || inner >= 2 || numbered(&joined).len() >= 2;
        found = if block.len() > 1 && !parted { by_line(form, &block) } else { split(form, &spans) };
    }
    found.into_iter().filter_map(|(text, spans)| Some((tidy(&text)?, spans))).collect()
}

/// A list without marks, an item on each line. A line that reaches the margin may go on in the next one.
fn by_line(form: &Form, block: &[&Row]) -> Vec<(String, Vec<Range<usize>>)> {
    let segment = |row: &Row| form.sheet.segments.get(row.segment);
    let Some(first) = block.first().and_then(|row| segment(row)) else { return Vec::new() };
    // The margin: as far as any text on the page goes that begins in the same column.
    let margin = form
        .sheet
        .segments
        .iter()
        .filter(|other| other.page == first.page && (other.left - first.left).abs() < 20.0)
        .map(|other| other.right)
        .fold(first.right, f32::max);
    let mut found: Vec<(String, Vec<Range<usize>>)> = Vec::new();
    let mut full = false;
    for row in block {
        let Some(here) = segment(row) else { continue };
        let word = form.sheet.tokens.get(here.tokens.start).map_or(0.0, |token| token.rect.width());
        // Two lines that are records each are two, unless the first breaks off.
        let breaks_off = regex!(r"(?i)(?:,|\b(?:of|and|or|the|for|with|including|to|in|on|by|from))$");
        let whole = |text: &str| category(text).is_some() && !breaks_off.is_some_and(|end| end.is_match(text));
        let apart = found.last().is_some_and(|(before, _)| whole(before)) && category(&row.text).is_some();
        match found.last_mut().filter(|_| full && !apart) {
            Some((text, spans)) => {
                text.push(' ');
                text.push_str(&row.text);
                spans.push(row.span.clone());
            }
            None => found.push((row.text.clone(), vec![row.span.clone()])),
        }
        full = margin - here.right < word.max(24.0);
    }
    found
}

/// Where "1.", "2." … stand in running text, one after the other.
fn numbered(text: &str) -> Vec<Range<usize>> {
    let number = regex!(r"(?:^|\s)(\d{1,2})[.)]\s");
    let mut due = 1;
    let mut found = Vec::new();
    for captures in number.into_iter().flat_map(|number| number.captures_iter(text)) {
        let (Some(all), Some(digits)) = (captures.get(0), captures.get(1)) else { continue };
        if digits.as_str().parse() == Ok(due) {
            due += 1;
            found.push(all.range());
        }
    }
    found
}

fn goes_on(form: &Form, before: &Row, row: &Row) -> bool {
    let both = form.sheet.segments.get(before.segment).zip(form.sheet.segments.get(row.segment));
    both.is_some_and(|(a, b)| a.page == b.page && b.top - a.bottom < 0.95 * b.height())
}

/// Running text: at semicolons, or at the marks "(1)", "(a)" within it. Ends at a sentence's end.
fn split(form: &Form, spans: &[Range<usize>]) -> Vec<(String, Vec<Range<usize>>)> {
    let (Some(first), Some(last)) = (spans.first(), spans.last()) else { return Vec::new() };
    let text = form.sheet.get(&(first.start..last.end));
    // Lines of other columns may lie between: only the spans' own text counts.
    let whole: usize = spans.iter().map(|span| span.len() + 1).sum();
    if text.len() > whole + 2 {
        let texts: Vec<String> = spans.iter().map(|span| form.sheet.quote(span)).collect();
        let joined = texts.join(" ");
        return cut(&joined).into_iter().map(|(text, _)| (text, spans.to_vec())).collect();
    }
    let place = |at: Range<usize>| first.start + at.start..first.start + at.end;
    cut(text).into_iter().map(|(item, at)| (item, Vec::from([place(at)]))).collect()
}

fn cut(text: &str) -> Vec<(String, Range<usize>)> {
    let inner = regex!(r"(?:^|[\s:])\((?:\d{1,2}|[a-z]|[ivx]{1,4})\)\s");
    let marks: Vec<Range<usize>> =
        inner.into_iter().flat_map(|inner| inner.find_iter(text)).map(|found| found.range()).collect();
    let end = sentence_end(text);
    let mut found = Vec::new();
    let marks = if marks.len() >= 2 { marks } else { numbered(text) };
    let end = if marks.len() >= 2 { text.len() } else { end };
    if marks.len() >= 2 {
        for (number, mark) in marks.iter().enumerate() {
            let to = marks.get(number + 1).map_or(end.max(mark.end), |next| next.start);
            if mark.end <= to {
                let part = text.get(mark.end..to).unwrap_or_default();
                found.push((part.to_owned(), mark.end..to));
            }
        }
        return found;
    }
    let mut start = 0;
    for (at, _) in text.get(..end).unwrap_or_default().match_indices(';').chain([(end, "")]) {
        found.push((text.get(start..at).unwrap_or_default().to_owned(), start..at));
        start = at + 1;
    }
    found
}

/// Where the first sentence ends.
fn sentence_end(text: &str) -> usize {
    let stop = regex!(r"[a-z0-9)]\.(?:\s+[A-Z(]|\s*$)");
    stop.and_then(|stop| stop.find(text)).map_or(text.len(), |found| found.start() + 1)
}

/// One item without what lists put around it. `None` where it is none.
fn tidy(text: &str) -> Option<String> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = text.replace("\u{ad} ", "");
    let mut text = text.trim_matches([';', ',', '.', ' ', '•']).to_owned();
    for lead in ["and ", "or ", "any and all records, including ", "to wit: ", "to include ", "including ", "namely "] {
        if let Some(rest) = text.strip_prefix(lead) {
            text = rest.to_owned();
        }
    }
    let lead = regex!(r"(?i)^.*\b(?:including,?\s+but\s+not\s+limited\s+to|to\s+wit|to\s+include|namely)\b\s*[:,]?\s*");
    if let Some(lead) = lead.and_then(|lead| lead.find(&text)) {
        text = text.get(lead.end()..).unwrap_or_default().to_owned();
    }
    // An account in an item belongs to what goes before or after the list.
    let account = regex!(r"@\w|https?:|\b\d{1,3}(?:\.\d{1,3}){3}\b|\b\S+\.\S+/\S|\b\d{3}[-. ]\d{4}\b|\b\d{6,}\b|::");
    if let Some(account) = account.and_then(|account| account.find(&text)) {
        let before = text.get(..account.start()).unwrap_or_default();
        let joint = regex!(r"(?i)\s+(?:for|concerning|regarding|relating\s+to|pertaining\s+to)\b[^;]*$");
        let end = joint.and_then(|joint| joint.find(before)).map(|joint| joint.start())?;
        text.truncate(end);
    }
    // Whose records and of what time is said after the last item.
    let rest = regex!(
        r"(?i)\s+(?:for\s+the\s+(?:time\s+)?period\s+(?:from|of|between|(?-i:[A-Z0-9]))|concerning\s+the\s+(?:accounts?|users?)\b|for\s+the\s+following\s+accounts?\b|during\s+the\s+period\b|(?:from|between)\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\d))"
    );
    if let Some(rest) = rest.and_then(|rest| rest.find(&text)) {
        text.truncate(rest.start());
    }
    text = text.trim_end_matches("; and").trim_end_matches(", and").trim_end_matches([';', ',', ' ']).to_owned();
    if text.ends_with(" and") {
        text.truncate(text.len() - 4);
        text = text.trim_end_matches([';', ',', ' ']).to_owned();
    }
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let not_item = regex!(
        r"(?i)^(?:for\s+the\s+period|period\b|accounts?\s*:|identifiers?\s*:|see\b|the\s+following|records?\s+to\s+be|subpoena|summons|page|all\s+records\s+described)|\b(?:hereby|you\s+are)\b|:$"
    );
    (letters >= 3 && text.len() <= 400 && !not_item.is_some_and(|not| not.is_match(&text))).then_some(text)
}

/// "…, the following records: a; b; and c."
fn from_sentence(form: &Form) -> Vec<(String, Vec<Range<usize>>)> {
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
            .filter(|segment| segment.page >= page && segment.span.start > heading.end && segment.top > 48.0);
        areas.extend(on.map(|segment| segment.span.clone()));
    }
    rows(form.sheet, &areas).into_iter().map(|row| row.span).collect()
}

#[cfg(test)]
mod tests {
    use super::{Category, category};

    #[test]
    fn records_fall_where_the_law_puts_them() {
        for (text, expected) in [
            ("subscriber name", Category::Name),
            ("billing and mailing addresses", Category::Address),
            ("records of session times and durations", Category::Sessions),
            ("length of service, including start date", Category::Service),
            ("IP addresses used to access the account", Category::Identity),
            ("means and source of payment", Category::Payment),
            ("Social Security number", Category::OtherNonContent),
            ("message headers without content", Category::OtherNonContent),
            ("contents of direct messages", Category::Content),
        ] {
            assert_eq!(category(text), Some(expected), "{text}");
        }
        assert_eq!(category("all other things"), None);
    }
}
