//! Lists of records in running text: items parted by semicolons or counted within the lines.

use std::ops::Range;

use super::Form;
use super::list::cut;
use super::marked::List;
use super::paragraph::Sentence;
use crate::recognise::value::regex;

/// Fewer items are a sentence with a semicolon.
const FEWEST: usize = 3;
/// More are a book.
const MOST: usize = 100;

/// The lists of all sentences.
pub(super) fn lists(form: &Form) -> Vec<List> {
    form.sentences().iter().map(|sentence| list(form, sentence)).filter(|list| list.len() >= FEWEST).collect()
}

fn list(form: &Form, sentence: &Sentence) -> List {
    // What leads to the list is none of it: "… to include:", "namely".
    let lead = regex!(
        r"(?i)^.*?\b(?:including,?\s+but\s+not\s+limited\s+to|to\s+wit|to\s+include|namely|as\s+follows|the\s+following|(?:to\s+be\s+produced|requested|sought|required)\s+are)\b\s*[:,]?\s*"
    );
    let from = lead.and_then(|lead| lead.find(&sentence.text)).map_or(0, |lead| lead.end());
    let text = sentence.text.get(from..).unwrap_or_default();
    let mut items = cut(text);
    items.truncate(MOST);
    whose(&mut items);
    if items.len() < FEWEST {
        items = cut(&sentence.text);
        items.truncate(MOST);
        return items.into_iter().map(|(item, at)| (item, places(form, sentence, &at))).collect();
    }
    items.into_iter().map(|(item, at)| (item, places(form, sentence, &(at.start + from..at.end + from)))).collect()
}

/// Ends a list where an item says whose records they are: accounts follow, parted as the records were.
fn whose(items: &mut Vec<(String, Range<usize>)>) {
    let of = regex!(
        r"(?i)\bof\s+the\s+(?:account|subscriber|user|customer|profile)s?(?:\s+(?:and|or)\s+\w+)?\s+(?:of|with|using|named|known|identified|associated)\b"
    );
    let last = items.iter().position(|(text, _)| of.is_some_and(|of| of.is_match(text)));
    items.truncate(last.map_or(items.len(), |last| last + 1));
}

/// Where a part of a sentence stands, line by line.
pub(super) fn places(form: &Form, sentence: &Sentence, part: &Range<usize>) -> Vec<Range<usize>> {
    let mut begin = 0;
    let mut found = Vec::new();
    for span in &sentence.spans {
        let end = begin + form.sheet.quote(span).len();
        if begin < part.end && part.start < end {
            // White space or a hyphen that was left out moves places: then it is the whole line.
            let exact = end - begin == span.len();
            let start = if exact { span.start + part.start.saturating_sub(begin) } else { span.start };
            let stop = if exact { span.end - end.saturating_sub(part.end) } else { span.end };
            found.push(form.sheet.trim(&(start..stop.max(start))));
        }
        begin = end + 1;
    }
    found
}
