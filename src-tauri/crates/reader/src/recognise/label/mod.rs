//! The names of fields, found on a sheet: `data/labels.toml`.

mod region;

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use serde::Deserialize;

use super::fold::{folded, near, slips};
use super::sheet::{Segment, Sheet};

pub(super) use region::{Region, Regions};

/// What stands after a label.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) enum Role {
    Number,
    CaseNumber,
    FileNumber,
    /// The sender's own references: none of the three above.
    Matter,
    Recipient,
    InRe,
    Contact,
    ContactName,
    ContactTitle,
    ContactAddress,
    ContactPhone,
    ContactEmail,
    Issuing,
    IssuingTitle,
    IssuingPhone,
    Server,
    ServerTitle,
    Issued,
    ReturnDate,
    ReturnTime,
    Place,
    /// A date, time, name … of whatever the section is about.
    Date,
    Time,
    Name,
    Title,
    Address,
    Phone,
    Email,
    Authority,
    Purpose,
    Warning,
    Records,
    Identifiers,
    Period,
    Silence,
    Component,
    Command,
    /// Ends what stood before; nothing is taken from it.
    End,
}

impl Role {
    /// A part of a section about a person, and not a section of its own.
    pub(super) const fn is_part(self) -> bool {
        matches!(self, Self::Date | Self::Time | Self::Name | Self::Title | Self::Address | Self::Phone | Self::Email)
    }

    /// The section that this label begins or stands in. Numbers and dates of a form stand in any section and begin none.
    pub(super) const fn section(self) -> Option<Self> {
        Some(match self {
            Self::Contact
            | Self::ContactName
            | Self::ContactTitle
            | Self::ContactAddress
            | Self::ContactPhone
            | Self::ContactEmail => Self::Contact,
            Self::Issuing | Self::IssuingTitle | Self::IssuingPhone => Self::Issuing,
            Self::Server | Self::ServerTitle => Self::Server,
            Self::Number | Self::CaseNumber | Self::FileNumber | Self::Matter | Self::Issued | Self::ReturnDate => {
                return None;
            }
            Self::ReturnTime | Self::Place | Self::Component => return None,
            Self::Date | Self::Time | Self::Name | Self::Title | Self::Address | Self::Phone | Self::Email => {
                return None;
            }
            other => other,
        })
    }

    /// A number follows at once, so no colon is needed.
    const fn is_number(self) -> bool {
        matches!(self, Self::Number | Self::CaseNumber | Self::FileNumber | Self::Matter)
    }
}

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
}

/// Phrases by their first letter, the longest first. A phrase with a slip in its very first letter is not found: that
/// keeps the search short.
static PHRASES: LazyLock<HashMap<char, Vec<Phrase>>> = LazyLock::new(|| {
    let rows = toml::from_str::<Table>(include_str!("../data/labels.toml")).map(|table| table.label);
    let mut by_letter: HashMap<char, Vec<Phrase>> = HashMap::new();
    for row in rows.unwrap_or_default() {
        for text in &row.phrases {
            let folded = folded(text);
            let Some(first) = folded.chars().next() else { continue };
            let words = text.split_whitespace().count();
            let phrase = Phrase { role: row.role, folded, weak: row.weak.contains(text), words };
            by_letter.entry(first).or_default().push(phrase);
        }
    }
    for phrases in by_letter.values_mut() {
        phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.folded.len()));
    }
    by_letter
});

/// A label on a sheet.
#[derive(Debug, Clone)]
pub(super) struct Hit {
    pub(super) role: Role,
    pub(super) segment: usize,
    pub(super) tokens: Range<usize>,
    /// It stands in brackets under what it names.
    pub(super) caption: bool,
}

/// All labels, in the order of the text.
pub(super) fn find(sheet: &Sheet) -> Vec<Hit> {
    let mut hits = Vec::new();
    for (number, segment) in sheet.segments.iter().enumerate() {
        let before = hits.len();
        in_segment(sheet, number, segment, &mut hits);
        // A heading that words the field in its own way, and still holds the words of the law.
        let begins = hits.get(before).is_some_and(|hit: &Hit| hit.tokens.start <= segment.tokens.start + 2);
        if !begins && let Some(hit) = worded(sheet, number, segment) {
            hits.truncate(before);
            hits.push(hit);
        }
    }
    hits
}

/// Words of the statutes and regulations that make any heading they stand in the heading of a field: 8 CFR 287.4 and
/// 19 CFR 163.7(b) ("before whom", "issuing", "to serve").
const WORDED: [(&str, Role); 8] = [
    ("beforewhom", Role::Contact),
    ("personissuing", Role::Issuing),
    ("officerissuing", Role::Issuing),
    ("officialissuing", Role::Issuing),
    ("authorizedtoserve", Role::Server),
    ("designatedtoserve", Role::Server),
    ("tobeproduced", Role::Records),
    ("requiredtoappear", Role::Contact),
];

fn worded(sheet: &Sheet, number: usize, segment: &Segment) -> Option<Hit> {
    let text = sheet.get(&segment.span);
    let colon = text.find(':');
    let head = text.get(..colon.unwrap_or(text.len()))?;
    let words = head.split_whitespace().count();
    let sentence = head.contains(". ") || head.ends_with('.') && colon.is_none() || words > 16;
    let begins = head.chars().find(|c| c.is_alphabetic())?.is_uppercase();
    let spoken = ["hereby", "youare", "failure", "mustproduce"].iter().any(|word| folded(head).contains(&folded(word)));
    if sentence || !begins || spoken {
        return None;
    }
    let folded_head = folded(head);
    let (_, role) = WORDED.iter().find(|(words, _)| folded_head.contains(&folded(words)))?;
    let end =
        colon.map_or(segment.tokens.end, |at| sheet.tokens_in(&(segment.span.start..segment.span.start + at + 1)).end);
    Some(Hit { role: *role, segment: number, tokens: segment.tokens.start..end, caption: false })
}

fn in_segment(sheet: &Sheet, number: usize, segment: &Segment, hits: &mut Vec<Hit>) {
    let whole = sheet.get(&segment.span);
    let caption = whole.starts_with('(') && whole.ends_with(')') && whole.matches(',').count() < 3;
    let start = after_enumerator(sheet, segment);
    let mut at = segment.tokens.start;
    while at < segment.tokens.end {
        match longest(sheet, segment, at, at <= start, caption) {
            Some((role, end)) => {
                hits.push(Hit { role, segment: number, tokens: at..end, caption });
                at = end;
            }
            None => at += 1,
        }
    }
}

/// The token after "3.", "(A)", "Block 4" and the like.
fn after_enumerator(sheet: &Sheet, segment: &Segment) -> usize {
    let mut at = segment.tokens.start;
    while at < segment.tokens.end {
        let text = sheet.token(at);
        let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
        let number = bare.len() <= 2 && text.len() > bare.len() || bare.chars().all(|c| c.is_ascii_digit());
        let word = matches!(bare.to_ascii_lowercase().as_str(), "block" | "item" | "box" | "part" | "section");
        if !number && !word {
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
    phrases.iter().find_map(|phrase| {
        let wrong = slips(phrase.folded.len());
        let exact = ends.iter().find(|(length, _)| text.get(..*length) == Some(phrase.folded.as_str()));
        let end = exact.or_else(|| {
            ends.iter().find(|(length, _)| {
                length.abs_diff(phrase.folded.len()) <= wrong
                    && text.get(..*length).is_some_and(|text| near(text, &phrase.folded, wrong))
            })
        });
        let (_, end) = end?;
        may_stand(sheet, segment, at..*end, phrase, first, caption).then_some((phrase.role, *end))
    })
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
    let alone = tokens.end >= segment.tokens.end;
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
    if caption {
        return first;
    }
    // In a line of capitals a word is no label while another goes on: "COMPANY SUBPOENAED".
    let runs_on = next.chars().filter(|c| c.is_alphabetic()).count() > 1
        && next.chars().all(|c| !c.is_lowercase() && !c.is_ascii_digit());
    let runs_on = runs_on && capitals && !phrase.role.is_number();
    let capitals = capitals && (!runs_on || colon);
    if first {
        let whole = alone || colon || number;
        if phrase.weak {
            // "to" begins sentences, "TO" names the field; alone in its place it does either way.
            return (colon || alone && begins_capital || capitals && !phrase.role.is_number()) && begins_capital;
        }
        return whole || stop || (begins_capital && phrase.words >= 2 || capitals) && !runs_on;
    }
    let before = sheet.token(tokens.start.saturating_sub(1));
    let parted = before.ends_with(['.', ';', ',', ')', ']', ':']) || before.starts_with('(');
    if phrase.weak { colon && begins_capital } else { colon && begins_capital || number && (parted || begins_capital) }
}

/// A number that an agency gives: it has a digit, or it is blank.
fn is_number_like(text: &str) -> bool {
    text.chars().any(|c| c.is_ascii_digit()) && !text.starts_with('§')
}
