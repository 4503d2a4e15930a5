//! A list of records as offices write it: by marks, by semicolons, line by line.

use std::ops::Range;

use super::category::category;
use super::{Form, Row, wraps};
use crate::recognise::label::is_form_words;
use crate::recognise::value::regex;

/// Lines of one list, and bytes of one item. More are a book's.
const MOST_LINES: usize = 300;
const LONGEST: usize = 2_000;

/// The enumeration mark a line begins with, and its length.
pub(super) fn mark(text: &str) -> Option<usize> {
    let pattern = regex!(
        r"^(?:\d{1,2}\.\d{1,2}[.)]?\s+|0\d{1,2}\s+|[A-Z]-\d{1,2}\.{1,2}\s+|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)]\s+|[•●○▪■‣·∙◦*–—-]\s*|[e«¢o+©®°]\s)"
    );
    pattern?.find(text).map(|found| found.end())
}

/// The items of a list: by its marks, else by semicolons.
pub(super) fn items(form: &Form, list: &[Row]) -> Vec<(String, Vec<Range<usize>>)> {
    let list = list.get(..list.len().min(MOST_LINES)).unwrap_or_default();
    let Some(first) = list.first() else { return Vec::new() };
    let see = regex!(
        r"(?i)^\W*(?:\(?\s*)?(?:please\s+)?(?:see|as\s+(?:described|listed|set\s+forth)|described\s+in|listed\s+(?:in|on))\b"
    );
    if see.is_some_and(|see| see.is_match(&first.text)) {
        return Vec::new();
    }
    // What stands under the records says whose they are, and of what time.
    let end = list
        .iter()
        .enumerate()
        .skip(1)
        .position(|(at, row)| list.get(at - 1).is_some_and(|before| is_other(form, before, row)));
    let list = list.get(..end.map_or(list.len(), |end| end + 1)).unwrap_or_default();
    let marked = list.iter().filter(|row| mark(&row.text).is_some()).count();
    let mut found: Vec<(String, Vec<Range<usize>>)> = Vec::new();
    let joined = list.iter().map(|row| row.text.as_str()).collect::<Vec<_>>().join(" ");
    let inner = regex!(r"\((?:\d{1,2}|[a-z]|[ivx]{1,4})\)\s").map_or(0, |inner| inner.find_iter(&joined).count());
    // More marks within the lines than before them: running text, whose lines break where they break.
    let counted = numbered(&joined).len();
    let running = inner > marked && inner >= 2 || counted > marked && counted >= 2;
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
                    // A line that ended before the margin has ended. If the next one goes on in small letters all the same,
                    // which is the case cannot be told.
                    if !wraps(form.sheet, before, row) {
                        if row.text.starts_with(char::is_lowercase) {
                            found.pop();
                        }
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
        .on_page(first.page)
        .map(|(_, other)| other)
        .filter(|other| (other.left - first.left).abs() < 20.0)
        .map(|other| other.right)
        .fold(first.right, f32::max);
    let mut found: Vec<(String, Vec<Range<usize>>)> = Vec::new();
    let mut full = false;
    for row in block {
        let Some(here) = segment(row) else { continue };
        let word = form.sheet.tokens.get(here.tokens.start).map_or(0.0, |token| token.rect.width());
        // Two lines that are records each are two, unless the first breaks off.
        let apart = found.last().is_some_and(|(before, _)| is_whole(before)) && category(&row.text).is_some();
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

/// Whether a line may be a record and its end.
pub(super) fn is_whole(text: &str) -> bool {
    let breaks_off = regex!(r"(?i)(?:,|(?:^|\s)(?:of|and|or|the|for|with|including|to|in|on|by|from|any))$");
    category(text).is_some() && !breaks_off.is_some_and(|end| end.is_match(text))
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

/// Whether a line begins what is said after a list: whose records, of what time, another heading.
fn is_other(form: &Form, before: &Row, row: &Row) -> bool {
    let text = row.text.as_str();
    let opens = regex!(
        r"(?i)^\W*(?:the\s+(?:above|foregoing|records|said|same)\b|the\s+(?:time|period)\s+(?:covered|period|frame|is|from|of\s+interest)\b|(?:all\s+)?of\s+the\s+above\b|this\s+concerns\b|which\s+(?:pertain|relate|concern|cover)|and\s+which\b|these\s+(?:records|accounts)\b|for\s+the\s+(?:following\s+)?(?:accounts?|users?|period|time|identifiers?)|accounts?(?:\(s\))?\s*[:#(]|(?:user\s?names?|e-?mails?|urls?|ip(?:\s+address(?:es)?)?|(?:tele)?phones?)\s*:|(?:time|date)\s+(?:period|frame|range|covered)|timeframe|dates?\s+covered|period\b|covering\b|subject\s*:)"
    );
    let account = regex!(
        r"(?i)^\W*(?:[A-Z]?\d{1,3}\s+)?(?:user\s?name|screen\s+name|handle|profile|e-?mail(?:\s+address)?|url|link|web\s?page|page|(?:tele)?phone(?:\s+number)?|ip(?:\s+addr(?:ess)?)?|acc(?:oun)?t\s*(?:id|no\.?|number|#)?|account\s+name)\s*:?\s+\S*[\d@_/:]\S*(?:\s+[\d-]+)*$"
    );
    let joins = regex!(r"(?i)^\W*(?:concerning|pertaining|relating|regarding)\b");
    let apart = !wraps(form.sheet, before, row);
    if mark(text).is_some() {
        return false;
    }
    text.ends_with(':')
        || account.is_some_and(|account| account.is_match(text))
        || opens.is_some_and(|opens| opens.is_match(text)) && (apart || text.starts_with(char::is_uppercase))
        || joins.is_some_and(|joins| joins.is_match(text)) && apart
        || apart && is_form_words(text)
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

pub(super) fn cut(text: &str) -> Vec<(String, Range<usize>)> {
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
pub(super) fn sentence_end(text: &str) -> usize {
    let stop = regex!(r"[a-z0-9)]\.(?:\s+(?:\d{1,2}[A-Z]?\s+)?[A-Z(]|\s*$)");
    stop.and_then(|stop| stop.find(text)).map_or(text.len(), |found| found.start() + 1)
}

/// Whether a text is the word for an account and the account, or such a word alone, in capitals as over a table's column.
fn told(text: &str) -> bool {
    let entry = regex!(r"^[A-Za-z][A-Za-z /()-]{1,40}[:#]\s*\S+$|^[A-Z][A-Z -]{1,14}$");
    entry.is_some_and(|entry| entry.is_match(text))
}

/// One item without what lists put around it. `None` where it is none.
pub(super) fn tidy(text: &str) -> Option<String> {
    if text.len() > LONGEST {
        return None;
    }
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = text.replace("\u{ad} ", "");
    let headed = regex!(
        r"(?i)^(?:records?|items?|documents?|information|data|(?:(?:any\s+and\s+)?all\s+of\s+)?the\s+following(?:\s+(?:records|documents|information))?)\s*:\s*"
    );
    let text = headed.map_or(text.clone(), |headed| headed.replace(&text, "").into_owned());
    let mut text = text.trim_matches([';', ',', '.', ' ', '•', '·', '|', '/']).to_owned();
    for lead in ["and ", "or ", "any and all records, including ", "to wit: ", "to include ", "including ", "namely "] {
        if let Some(rest) = text.strip_prefix(lead) {
            text = rest.to_owned();
        }
    }
    let lead = regex!(r"(?i)^.*\b(?:including,?\s+but\s+not\s+limited\s+to|to\s+wit|to\s+include|namely)\b\s*[:,]?\s*");
    // What is named before is asked for as well: "all messages, including but not limited to headers" is no matter of headers.
    let collective = |before: &str| category(before).is_none();
    if let Some(lead) = lead.and_then(|lead| lead.find(&text)).filter(|lead| collective(lead.as_str())) {
        text = text.get(lead.end()..).unwrap_or_default().to_owned();
    }
    // "Account name: willow" is an account with the word for it, whatever it is; so is a heading over such ones.
    if told(&text) {
        return None;
    }
    // Whose records and of what time is said after the last item.
    let rest = regex!(
        r"(?i)\s+(?:for\s+the\s+(?:time\s+)?period\s+(?:from|of|between|beginning|(?-i:[A-Z0-9]))|concerning\s+the\s+(?:accounts?|users?)\b|for\s+the\s+following\s+accounts?\b|during\s+the\s+period\b|(?:from|between)\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\d))"
    );
    if let Some(rest) = rest.and_then(|rest| rest.find(&text)) {
        text.truncate(rest.start());
    }
    // An account in an item belongs to what goes before or after the list.
    let account = regex!(
        r"@\w|\w_\w|https?:|\b\d{1,3}(?:\.\d{1,3}){3}\b|\b\S+\.\S+/\S|\b\d{3}[-. ]\d{4}\b|\b[A-Z]{0,4}\d{6,}\b|\b\d{3,}-\d{3,}|::"
    );
    if let Some(account) = account.and_then(|account| account.find(&text)) {
        let before = text.get(..account.start()).unwrap_or_default();
        let joint = regex!(
            r"(?i)\s+(?:for\s+(?:the\s+)?(?:following|accounts?|users?|subscribers?|profiles?|pages?|e-?mail|phone|telephone|IP)|concerning|regarding|relating\s+to|pertaining\s+to|of\s+the\s+(?:account|subscriber|user|customer|profile)s?\b)[^;]*$"
        );
        let end = joint.and_then(|joint| joint.find(before)).map(|joint| joint.start())?;
        text.truncate(end);
    }
    // Another sentence is none of the item.
    text.truncate(sentence_end(&text));
    text =
        text.trim_end_matches("; and").trim_end_matches(", and").trim_end_matches([';', ',', ' ', '·', '|']).to_owned();
    if text.ends_with(" and") {
        text.truncate(text.len() - 4);
        text = text.trim_end_matches([';', ',', ' ']).to_owned();
    }
    // What breaks off goes on where it was not read.
    let breaks_off = regex!(r"(?i)(?:^|\s)(?:of|and|or|the|for|with|including|by|from|which|any)$|\s\w*[^d\W]\s+on$");
    if breaks_off.is_some_and(|breaks_off| breaks_off.is_match(&text)) {
        return None;
    }
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let not_item = regex!(
        r"(?i)^(?:(?:any\s+and\s+)?all\s+(?:the\s+)?(?:records|documents|information)\b(?:\s+of)?(?:\s+the\s+following\b.*)?$|(?:the\s+)?following\b.*$|for\s+the\s+period|period\b|accounts?\s*:|identifiers?\s*:|see\b|the\s+following|records?\s+to\s+be|subpoena|summons|page|all\s+records\s+described)|\b(?:hereby|you\s+are)\b|:$"
    );
    (letters >= 3 && text.len() <= 400 && !not_item.is_some_and(|not| not.is_match(&text))).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::{cut, tidy};

    #[test]
    fn what_is_no_item() {
        for text in [
            "all records of the following",
            "Account name: willow.sample",
            "Customer or account number 4417-2210-0098",
            "USERNAME",
            "payment card numbers on",
        ] {
            assert_eq!(tidy(text), None, "{text}");
        }
    }

    #[test]
    fn an_item_ends_with_its_sentence() {
        assert_eq!(tidy("records: subscriber name").as_deref(), Some("subscriber name"));
        assert_eq!(tidy("all services subscribed to").as_deref(), Some("all services subscribed to"));
        assert_eq!(tidy("stored photographs. Relevant period: May").as_deref(), Some("stored photographs"));
    }

    #[test]
    fn what_is_named_before_is_part_of_an_item() {
        for (text, item) in [
            ("all records, including but not limited to subscriber name", "subscriber name"),
            ("all information of the account, to wit: date of birth", "date of birth"),
            (
                "all messages, including but not limited to headers",
                "all messages, including but not limited to headers",
            ),
        ] {
            assert_eq!(tidy(text).as_deref(), Some(item));
        }
    }

    #[test]
    fn items_counted_in_a_line() {
        let items: Vec<String> =
            cut("1) name; 2) address; 3) length of service").into_iter().map(|item| item.0).collect();
        assert_eq!(items.len(), 3, "{items:?}");
    }
}
