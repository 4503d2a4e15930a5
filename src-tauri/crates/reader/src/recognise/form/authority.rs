//! The law that a form names.

use std::ops::Range;

use super::Form;
use super::paragraph::Sentence;
use crate::recognise::value::regex;
use matter::suggestion::{Field, Method, Suggestion, Value};

/// Citations of a paper that are looked at. A brief has so many.
const MOST: usize = 200;

/// Citations, outside what is said of purpose, penalty and silence.
pub(super) fn suggest(form: &Form, sentences: &[Sentence]) -> Vec<Suggestion> {
    let cite = regex!(
        r"(?i)\b\d{1,2}\s+U\.?\s?S\.?\s?C\.?\s*(?:§+\s*|sec(?:tion|\.)?\s*)?\d{2,5}[a-z]?(?:\([a-zA-Z0-9]{1,4}\))*|\b\d{1,2}\s+C\.?\s?F\.?\s?R\.?\s*(?:§+\s*|part\s+)?\d{1,4}(?:\.\d+)?(?:\([a-zA-Z0-9]{1,4}\))*|\btitle\s+\d{1,2},?\s+(?:of\s+the\s+)?(?:united\s+states|u\.?\s?s\.?)\s+code,?\s+(?:section|sec\.?|§+)\s*\d{2,5}[a-z]?(?:\([a-zA-Z0-9]{1,4}\))*|\btitle\s+\d{1,2},?\s+(?:of\s+the\s+)?code\s+of\s+federal\s+regulations,?\s+(?:section|sec\.?|part|§+)\s*\d{1,4}(?:\.\d+)?(?:\([a-zA-Z0-9]{1,4}\))*|\bsection\s+\d{2,4}[a-z]?(?:\([a-zA-Z0-9]{1,4}\))*\s+of\s+the\s+immigration\s+and\s+nationality\s+act|\bsection\s+509,?\s+(?:of\s+the\s+)?tariff\s+act\s+of\s+1930(?:,?\s+as\s+amended)?"
    );
    let other = regex!(
        r"(?i)\b(?:fail(?:ure|s)?\s+(?:to|so)|contempt|in\s+connection\s+with\s+an?\s+(?:investigation|inquiry)|disclos|notif)"
    );
    let mut aside: Vec<&Range<usize>> = Vec::new();
    for sentence in sentences.iter().filter(|sentence| other.is_some_and(|other| other.is_match(&sentence.text))) {
        aside.extend(&sentence.spans);
    }
    let mut found: Vec<Suggestion> = Vec::new();
    let mut seen: Vec<String> = Vec::new();
    let mut take = |text: &str, spans: Vec<Range<usize>>| {
        let key: String = text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        let known = seen.iter().any(|other| other.starts_with(&key));
        if !known
            && !aside.iter().any(|aside| spans.iter().any(|span| aside.start < span.end && span.start < aside.end))
        {
            seen.push(key);
            let value = Value::Text { text: text.split_whitespace().collect::<Vec<_>>().join(" ") };
            found.push(form.suggestion(Field::Authority, value, &spans, Method::Shape, 0.9));
        }
    };
    // A citation may break at the end of a line, with another column between in the text.
    for (first, second) in broken(form).into_iter().take(4 * MOST) {
        let head = form.sheet.get(&first);
        let joined = format!("{head} {}", form.sheet.get(&second));
        for cited in cite.into_iter().flat_map(|cite| cite.find_iter(&joined)) {
            if cited.start() < head.len() && cited.end() > head.len() + 1 {
                let rest = second.start..second.start + (cited.end() - head.len() - 1);
                take(cited.as_str(), vec![first.start + cited.start()..first.end, rest]);
            }
        }
    }
    for cited in cite.into_iter().flat_map(|cite| cite.find_iter(&form.sheet.text)).take(MOST) {
        take(cited.as_str(), vec![cited.range()]);
    }
    found
}

/// Lines that may go on in the one below: both of one column.
fn broken(form: &Form) -> Vec<(Range<usize>, Range<usize>)> {
    let segments = &form.sheet.segments;
    let pairs = segments.iter().enumerate().filter_map(|(at, first)| {
        let next = segments.get(at + 1..)?.iter().take(12).find(|next| {
            let gap = next.top - first.bottom;
            next.shares_width(first) && next.middle() > first.middle() + 2.0 && gap < 0.9 * next.height()
        })?;
        Some((first.span.clone(), next.span.clone()))
    });
    pairs.collect()
}
