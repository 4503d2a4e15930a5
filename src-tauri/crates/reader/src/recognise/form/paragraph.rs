//! Running text: lines that stand close together, and the sentences in them.

use std::collections::HashMap;
use std::ops::Range;

use crate::recognise::sheet::Sheet;
use crate::recognise::value::regex;

/// Lines of one paragraph stand closer than so many heights, however widely a page is set.
const WIDEST: f32 = 1.7;
/// Sentences of a paragraph. More are a book's.
const MOST: usize = 200;

/// A line of a paragraph: the segment, and the part of it that is text and no label.
pub(super) type Part = (usize, Range<usize>);

/// The paragraphs of a sheet, each the text of one column. `labels`: segments that begin with a label, and where the text after
/// it begins, if there is any: a label ends the paragraph before it.
pub(super) fn paragraphs(sheet: &Sheet, labels: &HashMap<usize, Option<usize>>) -> Vec<Vec<Part>> {
    let mut all: Vec<Vec<Part>> = Vec::new();
    let mut pitches: HashMap<u32, f32> = HashMap::new();
    for (at, segment) in sheet.segments.iter().enumerate() {
        let pitch = *pitches.entry(segment.page).or_insert_with(|| pitch(sheet, segment.page));
        let label = labels.get(&at);
        let start = match label {
            Some(None) => {
                all.push(Vec::new());
                continue;
            }
            Some(Some(start)) => *start,
            None => segment.span.start,
        };
        let text = sheet.get(&segment.span);
        let listed = regex!(r"^(?:[•●○▪■‣*–—-]|\(?(?:\d{1,2}|[a-z])[.)]\s)").is_some_and(|mark| mark.is_match(text));
        let joined = all.iter().enumerate().rev().take(5).find(|(_, paragraph)| {
            let Some(last) = paragraph.last().and_then(|(last, _)| sheet.segments.get(*last)) else { return false };
            let gap = segment.top - last.bottom;
            // At the same side, or the second line of a first one that is indented or hangs out.
            let shift = (segment.left - last.left).abs();
            let side = shift < 6.0 || paragraph.len() == 1 && shift < 60.0;
            last.page == segment.page
                && gap < pitch * segment.height()
                && gap > -0.4 * segment.height()
                && side
                && segment.middle() > last.middle() + 0.3 * segment.height()
                && segment.left < last.right
        });
        let part = (at, start..segment.span.end);
        match joined.map(|(number, _)| number).filter(|_| label.is_none() && !listed) {
            Some(joined) => {
                if let Some(paragraph) = all.get_mut(joined) {
                    paragraph.push(part);
                }
            }
            None => all.push(vec![part]),
        }
    }
    all
}

/// How far the lines of running text stand apart on a page, in heights of a line, with some play: a page may be set close,
/// or double as courts do it.
fn pitch(sheet: &Sheet, page: u32) -> f32 {
    let on: Vec<_> =
        sheet.segments.iter().filter(|segment| segment.page == page && segment.right - segment.left > 150.0).collect();
    let mut gaps: Vec<f32> = on
        .windows(2)
        .filter_map(|pair| if let [a, b] = pair { Some((b.top - a.bottom) / b.height()) } else { None })
        .filter(|gap| (-0.3..WIDEST).contains(gap))
        .collect();
    gaps.sort_by(f32::total_cmp);
    // The closer half are lines of one paragraph; gaps between paragraphs are wider.
    gaps.get(gaps.len() / 3).map_or(0.6, |typical| (typical + 0.3).clamp(0.45, WIDEST))
}

/// A sentence: its spans, one for each line, and its text.
#[derive(Debug, Clone)]
pub(super) struct Sentence {
    pub(super) spans: Vec<Range<usize>>,
    pub(super) text: String,
    pub(super) paragraph: usize,
}

/// The sentences of all paragraphs, in order.
pub(super) fn sentences(sheet: &Sheet, paragraphs: &[Vec<Part>]) -> Vec<Sentence> {
    let mut all = Vec::new();
    for (number, paragraph) in paragraphs.iter().enumerate() {
        let mut current = Sentence { spans: Vec::new(), text: String::new(), paragraph: number };
        for (_, part) in paragraph {
            let text = sheet.get(part);
            let mut start = 0;
            for end in ends(text) {
                push(&mut current, part.start + start..part.start + end, sheet);
                all.push(std::mem::replace(
                    &mut current,
                    Sentence { spans: Vec::new(), text: String::new(), paragraph: number },
                ));
                start = end;
            }
            push(&mut current, part.start + start..part.end, sheet);
        }
        if !current.text.is_empty() {
            all.push(current);
        }
        if all.len() > MOST * 20 {
            break;
        }
    }
    all
}

impl Sentence {
    /// The sentence from where this is found in it; the whole of it where it is not found.
    pub(super) fn from(&self, sheet: &Sheet, begin: &regex::Regex) -> Self {
        for (number, span) in self.spans.iter().enumerate() {
            let Some(found) = begin.find(sheet.get(span)) else { continue };
            return self.behind(sheet, number, found.start());
        }
        self.clone()
    }

    /// The sentence from so many bytes into one of its lines.
    pub(super) fn behind(&self, sheet: &Sheet, line: usize, at: usize) -> Self {
        let mut cut = Self { spans: Vec::new(), text: String::new(), paragraph: self.paragraph };
        for (number, span) in self.spans.iter().enumerate().skip(line) {
            let start = if number == line { span.start + at } else { span.start };
            push(&mut cut, start..span.end, sheet);
        }
        cut
    }

    /// This and what follows it, as one.
    pub(super) fn join(&mut self, next: &Self) {
        self.text = format!("{} {}", self.text, next.text);
        self.spans.extend(next.spans.iter().cloned());
    }
}

fn push(sentence: &mut Sentence, span: Range<usize>, sheet: &Sheet) {
    let span = sheet.trim(&span);
    if span.is_empty() {
        return;
    }
    let text = sheet.quote(&span);
    // A word that is parted at the end of a line is one word.
    let parted = sentence.spans.last().is_some_and(|last| sheet.get(last).ends_with('\u{ad}'));
    if !sentence.text.is_empty() && !parted {
        sentence.text.push(' ');
    }
    sentence.text.push_str(&text);
    sentence.spans.push(span);
}

/// Where sentences end in a line: after a stop before a capital, unless the stop is an abbreviation's.
fn ends(text: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    for (number, (at, letter)) in letters.iter().enumerate() {
        if !matches!(letter, '.' | '!' | '?' | ':') {
            continue;
        }
        let next: Option<char> = letters.get(number + 1).map(|(_, letter)| *letter);
        let mut after = letters
            .get(number + 1..)
            .unwrap_or_default()
            .iter()
            .skip_while(|(_, c)| matches!(c, '"' | '”' | ')' | '’'))
            .map(|(_, c)| *c);
        let gap = after.next();
        let first = after.next();
        let head = text.get(..*at).unwrap_or_default();
        let word = head.rsplit(' ').next().unwrap_or_default().trim_start_matches(['(', '"', '“']);
        let short = word.chars().count() == 1 && word.chars().any(char::is_alphabetic)
            || word.contains('.') && !word.chars().all(|c| c.is_ascii_digit() || c == '.')
            || matches!(
                word,
                "No" | "Inc"
                    | "Mr"
                    | "Ms"
                    | "Dr"
                    | "Jr"
                    | "Sr"
                    | "v"
                    | "Co"
                    | "Sec"
                    | "Art"
                    | "St"
                    | "Bldg"
                    | "Ste"
                    | "Ltd"
                    | "Corp"
                    | "Civ"
                    | "Fed"
                    | "Misc"
                    | "Nos"
                    | "Attn"
                    | "ext"
            );
        // A colon ends a label, not a sentence, unless it stands near the beginning.
        if *letter == ':' {
            if head.split_whitespace().take(4).count() <= 3 && next == Some(' ') {
                found.push(at + 1);
            }
            continue;
        }
        let capital = first.is_some_and(|c| c.is_uppercase() || matches!(c, '"' | '“' | '['));
        let ends_line = next.is_none() && number + 1 == letters.len();
        if (gap == Some(' ') && capital || ends_line) && !short {
            found.push(at + letter.len_utf8());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::ends;

    #[test]
    fn abbreviations_end_no_sentence() {
        let text = "Failure to comply, see 8 U.S.C. § 1225(d)(4)(B), is punished. You are asked. By Example, Inc. Now";
        let parts: Vec<&str> = ends(text).into_iter().filter_map(|end| text.get(..end)).collect();
        assert_eq!(parts.len(), 2, "{parts:?}");
        assert!(parts[0].ends_with("punished."));
    }
}
