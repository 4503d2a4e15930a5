//! Labels found on a sheet: by the phrases of `data/labels.toml`, by the words of the law, and by the words that headings are
//! made of (`headed.rs`, `composed.rs`).

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

use serde::Deserialize;

use super::composed::is_form_words;
use super::headed::{composed, worded};
use super::{Hit, Role, by_place, placed};
use crate::recognise::fold::{folded, near, slips};
use crate::recognise::sheet::{HEAD, Segment, Sheet};
use crate::recognise::value::{is_name, is_title, regex};

#[derive(Deserialize)]
struct Table {
    label: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    role: Role,
    phrases: Vec<String>,
    #[serde(default)]
    weak: Vec<String>,
}

struct Phrase {
    role: Role,
    folded: String,
    weak: bool,
    words: usize,
    /// It ends with "#", which folding drops.
    sign: bool,
    /// Its last word, where that is so short that a slip makes another of it: "no", "id".
    tail: String,
}

/// Phrases by their first letter, the longest first. A phrase with a slip in its very first letter is not found: that
/// keeps the search short.
static PHRASES: LazyLock<HashMap<char, Vec<Phrase>>> = LazyLock::new(|| {
    let rows = toml::from_str::<Table>(include_str!("../data/labels.toml")).map(|table| table.label);
    let mut by_letter: HashMap<char, Vec<Phrase>> = HashMap::new();
    for row in rows.unwrap_or_default() {
        for text in &row.phrases {
            let tail = text.split(' ').next_back().map(folded).filter(|tail| tail.len() <= 3).unwrap_or_default();
            let folded = folded(text);
            let Some(first) = folded.chars().next() else { continue };
            let words = text.split_whitespace().count();
            let sign = text.ends_with('#');
            let phrase = Phrase { role: row.role, folded, weak: row.weak.contains(text), words, sign, tail };
            by_letter.entry(first).or_default().push(phrase);
        }
    }
    for phrases in by_letter.values_mut() {
        phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.folded.len()));
    }
    by_letter
});

/// All labels, in the order of the text.
pub(super) fn find(sheet: &Sheet) -> Vec<Hit> {
    let mut hits = Vec::new();
    for (number, segment) in sheet.segments.iter().enumerate() {
        // "…, or any other officer" goes on with what stands above it.
        if folded(sheet.get(&segment.span)).starts_with(&folded("or any other")) {
            continue;
        }
        let before = hits.len();
        in_segment(sheet, number, segment, &mut hits);
        let first = hits.get(before).cloned();
        // A heading that words the field in its own way.
        let begins = first.as_ref().filter(|hit| hit.tokens.start <= segment.tokens.start + 2);
        let head =
            composed(sheet, number, segment).or_else(|| worded(sheet, number, segment).filter(|_| begins.is_none()));
        if let Some(head) = head.filter(|head| begins.is_none_or(|begins| begins.tokens.end < head.tokens.end)) {
            let rest = hits.split_off(before);
            let end = head.tokens.end;
            hits.push(head);
            hits.extend(rest.into_iter().filter(|hit| hit.tokens.start >= end));
        }
    }
    drop_crowds(sheet, &mut hits);
    by_place::tell(sheet, &mut hits);
    // "From:" and "To:" at the very head of a page are a fax machine's.
    hits.retain(|hit| {
        let top = sheet.segments.get(hit.segment).map_or(0.0, |segment| segment.top);
        top > HEAD || !matches!(hit.role, Role::From | Role::Recipient)
    });
    drop_continued(sheet, &mut hits);
    drop_titles(sheet, &mut hits);
    placed::mark(sheet, &mut hits);
    hits
}

/// Labels of a page. A form has 60; where there are more they are no form's, and none of them is believed.
const MOST_OF_PAGE: usize = 300;
/// Labels of a paper: later pages have none.
const MOST_OF_PAPER: usize = 1_500;

fn drop_crowds(sheet: &Sheet, hits: &mut Vec<Hit>) {
    let page = |hit: &Hit| sheet.segments.get(hit.segment).map_or(0, |segment| segment.page);
    let mut pages: HashMap<u32, usize> = HashMap::new();
    hits.iter().for_each(|hit| *pages.entry(page(hit)).or_default() += 1);
    hits.retain(|hit| pages.get(&page(hit)).is_some_and(|labels| *labels <= MOST_OF_PAGE));
    hits.truncate(MOST_OF_PAPER);
}

/// Drops titles that are words of labels as well: "Customs Officer" right under a name or over "(Title)" is what somebody is, and
/// "Officer" is the end of the title that breaks off above it.
fn drop_titles(sheet: &Sheet, hits: &mut Vec<Hit>) {
    hits.retain(|hit| {
        let Some(segment) = sheet.segments.get(hit.segment) else { return true };
        let whole = hit.tokens == segment.tokens && is_title(sheet.get(&segment.span));
        let named = |above: &Segment| {
            (above.left - segment.left).abs() < 4.0
                && above.middle() < segment.top
                && segment.top - above.bottom < 0.6 * segment.height()
                && (above.height() - segment.height()).abs() < 0.1 * segment.height()
                && (is_name(sheet.get(&above.span)) || breaks_off(sheet.get(&above.span)))
        };
        let captioned = |below: &Segment| {
            let text = sheet.get(&below.span);
            below.left < segment.right
                && below.right > segment.left
                && below.middle() > segment.bottom
                && below.top - segment.bottom < segment.height()
                && is_caption(text)
                && ["title", "rank"].iter().any(|word| text.to_lowercase().contains(word))
        };
        !whole || !sheet.on_page(segment.page).any(|(_, one)| named(one) || captioned(one))
    });
}

/// Whether a line ends within a title: "Supervisory Deportation", and in the next one "Officer".
fn breaks_off(text: &str) -> bool {
    let end = regex!(
        r"(?i)(?:\b(?:customs\s+and\s+border(?:\s+protection)?|(?:detention\s+and|supervisory)(?:\s+deportation)?|immigration\s+(?:services|enforcement))|\W\s(?:senior\s+)?(?:special|deportation|immigration))$"
    );
    end.is_some_and(|end| end.is_match(text.trim_end()))
}

/// Drops labels that are only the second line of the one above: "3. Records required to be", and below it "produced for
/// inspection".
fn drop_continued(sheet: &Sheet, hits: &mut Vec<Hit>) {
    let mut open: HashSet<usize> = HashSet::new();
    for hit in hits.iter().filter(|hit| !hit.caption) {
        let begins = sheet.segments.get(hit.segment).is_some_and(|one| hit.tokens.start <= one.tokens.start + 2);
        let text = sheet.segments.get(hit.segment).map_or("", |one| sheet.get(&one.span));
        if begins && is_form_words(text) && !text.contains(':') {
            open.insert(hit.segment);
        }
    }
    let mut continued: HashMap<usize, usize> = HashMap::new();
    for (at, segment) in sheet.segments.iter().enumerate() {
        let text = sheet.get(&segment.span);
        let above = sheet.on_page(segment.page).find(|(above, one)| {
            (-1.0..24.0).contains(&(segment.left - one.left))
                && one.middle() < segment.top
                && segment.top - one.bottom < 0.35 * segment.height()
                && (segment.height() - one.height()).abs() < 0.16 * one.height()
                && open.contains(above)
        });
        let Some((top, above)) = above else { continue };
        if is_form_words(text) && goes_on(sheet.get(&above.span), text) {
            open.insert(at);
            continued.insert(at, continued.get(&top).copied().unwrap_or(top));
        }
    }
    // The second line may hold the words that tell whose label it is.
    let told: Vec<(usize, Role)> = hits
        .iter()
        .filter(|hit| hit.role.section().is_some() && !hit.role.is_part())
        .filter_map(|hit| Some((*continued.get(&hit.segment)?, hit.role)))
        .collect();
    for (first, role) in told {
        let of = hits.iter_mut().find(|hit| hit.segment == first && hit.role.is_part());
        if let Some(hit) = of {
            hit.role = role;
        }
    }
    hits.retain(|hit| !continued.contains_key(&hit.segment));
}

/// Whether a line of a label goes on with the one above it: in small letters, or in capitals after a long line of capitals.
fn goes_on(above: &str, text: &str) -> bool {
    let first = text.chars().find(|c| c.is_alphabetic() || *c == '(');
    let capitals = |text: &str| text.chars().all(|c| !c.is_lowercase());
    let closes = above.matches('(').count() > above.matches(')').count() && text.ends_with(')');
    first.is_some_and(char::is_lowercase)
        || closes
        || capitals(above) && capitals(text) && above.split_whitespace().count() >= 6 && first != Some('(')
}

/// In brackets, no list of what to fill in and no sentence.
pub(super) fn is_caption(text: &str) -> bool {
    let sentence = text.ends_with(".)") && text.split(' ').count() > 6;
    text.starts_with('(') && text.ends_with(')') && text.matches(',').count() < 3 && !sentence
}

fn in_segment(sheet: &Sheet, number: usize, segment: &Segment, hits: &mut Vec<Hit>) {
    let caption = is_caption(sheet.get(&segment.span));
    let start = after_enumerator(sheet, segment);
    let mut at = segment.tokens.start;
    while at < segment.tokens.end {
        // A caption in small letters may stand between entries of a line.
        let first = at <= start || sheet.grows(at, at - 1);
        match longest(sheet, segment, at, first, caption) {
            Some((role, end)) => {
                hits.push(Hit { role, segment: number, tokens: at..end, caption, right: false });
                at = end;
            }
            None => at += 1,
        }
    }
}

/// The token after "3.", "(A)", "Block 4" and the like.
pub(super) fn after_enumerator(sheet: &Sheet, segment: &Segment) -> usize {
    let mut at = segment.tokens.start;
    while at < segment.tokens.end {
        let text = sheet.token(at);
        let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
        // "3A": a part of a block.
        let part = matches!(bare.as_bytes(), [digit, letter] if digit.is_ascii_digit() && letter.is_ascii_uppercase());
        let number = part || bare.len() <= 2 && text.len() > bare.len() || bare.chars().all(|c| c.is_ascii_digit());
        let word = matches!(bare.to_ascii_lowercase().as_str(), "block" | "item" | "box" | "part" | "section");
        // "B – Records": a letter and a dash.
        let dash = |text: &str| matches!(text, "-" | "–" | "—");
        let lettered = bare.chars().count() == 1 && at + 1 < segment.tokens.end && dash(sheet.token(at + 1));
        if !number && !word && !lettered && !dash(text) {
            break;
        }
        at += 1;
    }
    at
}

/// The longest phrase that begins at this token and may count as a label there; and where it ends.
fn longest(sheet: &Sheet, segment: &Segment, at: usize, first: bool, caption: bool) -> Option<(Role, usize)> {
    let initial = folded(sheet.token(at)).chars().next()?;
    let phrases = PHRASES.get(&initial)?;
    // The folded text from here, with where each token ends in it.
    let mut text = String::new();
    let mut ends: Vec<(usize, usize)> = Vec::new();
    let most = phrases.first().map_or(0, |phrase| phrase.folded.len() + 4);
    for token in at..segment.tokens.end {
        text.push_str(&folded(sheet.token(token)));
        ends.push((text.len(), token + 1));
        if text.len() > most {
            break;
        }
    }
    let found = phrases.iter().find_map(|phrase| {
        let wrong = slips(phrase.folded.len());
        let exact = ends.iter().find(|(length, _)| text.get(..*length) == Some(phrase.folded.as_str()));
        let end = exact.or_else(|| {
            ends.iter().find(|(length, _)| {
                length.abs_diff(phrase.folded.len()) <= wrong
                    && text
                        .get(..*length)
                        .is_some_and(|text| near(text, &phrase.folded, wrong) && text.ends_with(&phrase.tail))
            })
        });
        let (_, end) = end?;
        may_stand(sheet, segment, at..*end, phrase, first, caption).then_some((phrase.role, *end))
    })?;
    // "Issuing office" is that, and no "issuing officer" with a slip.
    let whole = ends.iter().find(|(_, end)| *end == found.1).and_then(|(length, _)| text.get(..*length));
    let exact = phrases.iter().find(|phrase| Some(phrase.folded.as_str()) == whole);
    let exact = exact.filter(|phrase| may_stand(sheet, segment, at..found.1, phrase, first, caption));
    Some(exact.map_or(found, |phrase| (phrase.role, found.1)))
}

/// Whether a phrase is a label here, and not just words of a sentence.
fn may_stand(
    sheet: &Sheet,
    segment: &Segment,
    tokens: Range<usize>,
    phrase: &Phrase,
    first: bool,
    caption: bool,
) -> bool {
    let last = sheet.token(tokens.end.saturating_sub(1));
    let rest = sheet
        .tokens
        .get(tokens.end)
        .map_or("", |next| sheet.get(&(next.span.start..segment.span.end.max(next.span.start))));
    // "To (name, address, ZIP)": what to fill in, in brackets.
    let told = rest.starts_with('(') && rest.ends_with(')') && is_form_words(rest);
    let alone = tokens.end >= segment.tokens.end || told;
    let next = if alone { "" } else { sheet.token(tokens.end) };
    let colon = last.ends_with([':', '#']) || next.starts_with(':') || last.contains("..");
    let number = phrase.role.is_number() && is_number_like(next) && !phrase.weak;
    let Some(words) = sheet.tokens.get(tokens.start).zip(sheet.tokens.get(tokens.end.saturating_sub(1))) else {
        return false;
    };
    let written = sheet.get(&(words.0.span.start..words.1.span.end));
    let capitals =
        written.chars().all(|c| !c.is_lowercase()) && written.chars().filter(|c| c.is_alphabetic()).count() > 1;
    let begins_capital = written.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase);
    // A label ends where its phrase ends, unless a bracket, dash or number goes on.
    let stop = last.ends_with(['.', ')', '-', '–', '—', ';', ',']) || next.starts_with(['(', '-', '–', '—', '/']);
    if phrase.sign && !last.ends_with('#') && !next.starts_with('#') {
        return false;
    }
    if caption {
        return first;
    }
    // "Case 26-0417" in a cell of its own; in a line of text it may be anything.
    if first && !colon && phrase.folded == folded("case") {
        let whole = tokens.end + 1 == segment.tokens.end && is_number_like(next);
        return begins_capital && (alone || whole);
    }
    // "The records to be produced are …" is a sentence.
    if phrase.role == Role::Records && matches!(next, "are" | "is" | "must" | "shall") {
        return false;
    }
    // Larger letters begin what is filled in.
    let grows = !alone && sheet.grows(tokens.end.saturating_sub(1), tokens.end);
    // In a line of capitals a word is no label while another goes on: "COMPANY SUBPOENAED".
    let runs_on = next.chars().filter(|c| c.is_alphabetic()).count() > 1
        && next.chars().all(|c| !c.is_lowercase() && !c.is_ascii_digit());
    let runs_on = runs_on && capitals && !phrase.role.is_number();
    let capitals = capitals && (!runs_on || colon);
    // "7. Official. Jo Example, …": a numbered heading that its paragraph goes on behind.
    let numbered = tokens.start > segment.tokens.start && last.ends_with('.') && next.starts_with(char::is_uppercase);
    let named = !phrase.role.is_part();
    if first && numbered && named && begins_capital {
        return true;
    }
    if first {
        let whole = alone || colon || number;
        if phrase.weak {
            // "to" begins sentences, "TO" names the field; alone in its place it does either way.
            let small = alone && sheet.is_small(segment);
            return (colon || alone && begins_capital || capitals && !phrase.role.is_number()) && begins_capital
                || grows
                || small;
        }
        return grows || whole || stop || (begins_capital && phrase.words >= 2 || capitals) && !runs_on;
    }
    let before = sheet.token(tokens.start.saturating_sub(1));
    let parted = before.ends_with(['.', ';', ',', ')', ']', ':']) || before.starts_with('(');
    if phrase.weak { colon && begins_capital } else { colon && begins_capital || number && (parted || begins_capital) }
}

/// A number that an agency gives: it has a digit, or it is blank.
fn is_number_like(text: &str) -> bool {
    text.chars().any(|c| c.is_ascii_digit()) && !text.starts_with('§')
}

#[cfg(test)]
mod tests {
    use super::goes_on;

    #[test]
    fn labels_over_two_lines() {
        assert!(goes_on("3. Records required to be", "produced for inspection"));
        assert!(goes_on("2. NAME, TITLE AND ADDRESS OF CBP", "OFFICER BEFORE WHOM TO APPEAR"));
        assert!(!goes_on("SUMMONS NUMBER", "CASE NUMBER"));
        assert!(!goes_on("Date due", "Time due"));
    }
}
