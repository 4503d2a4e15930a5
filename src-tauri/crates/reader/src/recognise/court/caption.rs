//! The court at the head of a paper: one of the 94 of `matter::law::Courts`, or a court of appeals.

use std::ops::Range;
use std::sync::LazyLock;

use matter::law::{CourtId, Courts};

use crate::recognise::fold::{folded, near, slips};
use crate::recognise::sheet::{Segment, Sheet};
use crate::recognise::value::regex;

/// What a court is called after "District Court", folded, with its id; the longest first.
static DISTRICTS: LazyLock<Vec<(String, CourtId)>> = LazyLock::new(|| {
    let courts = Courts::shipped().map(|table| table.courts).unwrap_or_default();
    let mut names: Vec<(String, CourtId)> = courts
        .into_iter()
        .map(|court| {
            let name = court
                .name
                .rsplit_once("for the ")
                .or_else(|| court.name.split_once("Court of "))
                .map_or(court.name.as_str(), |(_, rest)| rest);
            (folded(name.trim_start_matches("the ")), court.id)
        })
        .collect();
    names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    names
});

/// A federal court's caption.
#[derive(Debug, Clone)]
pub(in crate::recognise) struct Caption {
    /// Which of the 94; none for a court of appeals, or where the district could not be read.
    pub(in crate::recognise) court: Option<CourtId>,
    pub(in crate::recognise) appeals: bool,
    pub(in crate::recognise) page: u32,
    /// The segment of the court's name.
    pub(in crate::recognise) segment: usize,
    pub(in crate::recognise) spans: Vec<Range<usize>>,
}

/// The caption on one of the first two pages. The court's name must stand alone on its lines: a sentence that speaks of a
/// court is no caption.
pub(in crate::recognise) fn caption(sheet: &Sheet) -> Option<Caption> {
    let whole = regex!(
        r"(?i)^\W*(?:in\s+the\s+)?(?:united\s+states|u\.\s?s\.|u\.s\.)\s+district\s+court\b(?:\s*,?\s*(?:for\b\s*)?(?:the\b\s*)?(?:(?:northern|southern|eastern|western|middle|central)\b\s*)?(?:district(?:\s+of(?:\s+[a-z.]+){0,3})?)?)?(?:\s*[-–—,]\s*[a-z. ]+division)?\W*$"
    )?;
    let territory = regex!(
        r"(?i)^\W*(?:in\s+the\s+)?district\s+court\s+(?:of|for)\s+(?:the\s+)?(?:guam|virgin\s+islands|northern\s+mariana\s+islands)\W*$"
    )?;
    let appeals = regex!(
        r"(?i)^\W*(?:in\s+the\s+)?united\s+states\s+court\s+of\s+appeals\b(?:\s*,?\s*(?:for\b\s*)?(?:the\b\s*)?(?:[a-z]+(?:\s+of\s+columbia)?\s+circuit)?)?\W*$"
    )?;
    for (at, segment) in sheet.segments.iter().enumerate().take_while(|(_, segment)| segment.page < 2) {
        let text = without_line_number(sheet.get(&segment.span));
        let text = text.trim();
        if segment.top > 480.0 || ends_sentence(sheet, segment) {
            continue;
        }
        if appeals.is_match(text) {
            return Some(Caption {
                court: None,
                appeals: true,
                page: segment.page,
                segment: at,
                spans: vec![segment.span.clone()],
            });
        }
        if whole.is_match(text) || territory.is_match(text) {
            let (court, spans) = district(sheet, at);
            return Some(Caption { court, appeals: false, page: segment.page, segment: at, spans });
        }
    }
    None
}

/// Whether a line is the end of a sentence: it has a stop, and the line over it at the same side breaks off in small letters.
fn ends_sentence(sheet: &Sheet, segment: &Segment) -> bool {
    sheet.get(&segment.span).ends_with('.')
        && sheet.on_page(segment.page).any(|(_, above)| {
            let last = sheet.get(&above.span).rsplit(' ').next().unwrap_or_default();
            (above.left - segment.left).abs() < 4.0
                && above.bottom < segment.middle()
                && segment.top - above.bottom < 0.8 * segment.height()
                && last.chars().all(char::is_lowercase)
        })
}

/// The line numbers of a pleading stand at the left and may be read into the line.
pub(super) fn without_line_number(text: &str) -> &str {
    let digits = text.trim_start_matches(|c: char| c.is_ascii_digit());
    if text.len() - digits.len() <= 2 && digits.starts_with(' ') { digits.trim_start() } else { text }
}

/// The district, in the court's line or the next ones.
fn district(sheet: &Sheet, at: usize) -> (Option<CourtId>, Vec<Range<usize>>) {
    let Some(first) = sheet.segments.get(at) else { return (None, Vec::new()) };
    let mut spans = vec![first.span.clone()];
    let mut text = sheet.get(&first.span).to_owned();
    for next in sheet.segments.get(at + 1..).unwrap_or_default().iter().take(8) {
        if let Some(court) = named(&text) {
            return (Some(court), spans);
        }
        let line = sheet.get(&next.span);
        // Between the lines of a caption line numbers may stand, and words of the left column.
        if spans.len() >= 3 || next.page != first.page || next.top - first.bottom > 60.0 {
            break;
        }
        if line.chars().all(|c| c.is_ascii_digit()) || next.middle() < first.middle() {
            continue;
        }
        text.push(' ');
        text.push_str(without_line_number(line));
        spans.push(next.span.clone());
    }
    (named(&text), spans)
}

/// The court whose district ends this text or stands in it; the longest name wins, so that "Northern District of Texas" is
/// not a "District of Texas".
fn named(text: &str) -> Option<CourtId> {
    let text = folded(text);
    let start = text.find(&folded("district court")).map_or(0, |at| at + folded("district court").len());
    let text = text.get(start..)?;
    let text = text
        .strip_prefix(&folded("for the"))
        .or_else(|| text.strip_prefix(&folded("for")))
        .or_else(|| text.strip_prefix(&folded("of the")))
        .or_else(|| text.strip_prefix(&folded("of")))
        .unwrap_or(text);
    let exact = DISTRICTS.iter().find(|(name, _)| text.starts_with(name.as_str()));
    // Recognised text may have a slip in it, yet two districts may differ by one word: only one may be near.
    let mut close = DISTRICTS.iter().filter(|(name, _)| {
        text.get(..name.len().min(text.len())).is_some_and(|head| near(head, name, slips(name.len())))
    });
    exact
        .or_else(|| {
            let first = close.next();
            if close.next().is_some() { None } else { first }
        })
        .map(|(_, id)| id.clone())
}

#[cfg(test)]
mod tests {
    use super::{DISTRICTS, named};

    #[test]
    fn every_court_is_found_by_its_own_name() {
        assert_eq!(DISTRICTS.len(), 94);
        let courts = matter::law::Courts::shipped().unwrap();
        for court in courts.all() {
            assert_eq!(named(&court.name).as_ref(), Some(&court.id), "{}", court.name);
            assert_eq!(named(&court.name.to_uppercase()).as_ref(), Some(&court.id), "{}", court.name);
        }
        assert_eq!(named("United States District Court"), None);
        assert_eq!(named("UNITED STATES D1STRICT COURT NORTHERN DISTRICT 0F CALIFORNlA").unwrap().as_str(), "cand");
    }
}
