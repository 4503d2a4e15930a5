//! Reads the pieces of a docket number. Every step gives up with `None`; nothing is refused, only left unread.

use super::tokens::{Token, tokens};
use super::{CaseKind, Parsed};

/// More initials than this are a sentence, not judges.
const MOST_JUDGES: usize = 4;

/// Reads `office:yy-type-nnnnn-JUDGE` and its real-life variants (legal-reference §3.5).
pub(super) fn parse(raw: &str) -> Option<Parsed> {
    let tokens = tokens(raw)?;
    let mut rest = tokens.as_slice();
    let mut office = None;
    let mut kind = None;

    // What stands before the year: `Case`, `No.`, `Civ. A. No.`, `C`, an office digit, or a division's letters.
    loop {
        match rest {
            [Token::Word(letters), Token::Digits(_), Token::Word(word), Token::Digits(_), ..]
                if office.is_none()
                    && letters.len() <= 3
                    && CaseKind::known(&lower(word)).is_some()
                    && !is_filler(letters) =>
            {
                office = Some(letters.to_ascii_uppercase());
                rest = rest.get(1..)?;
            }
            [Token::Digits(digit), Token::Colon, ..] if office.is_none() && digit.len() <= 2 => {
                office = Some(digit.clone());
                rest = rest.get(2..)?;
            }
            [Token::Word(word), ..] => {
                let word = lower(word);
                if let Some(found) = CaseKind::known(&word) {
                    kind = Some(found);
                } else if let Some((division, found)) = joined(&word).filter(|_| office.is_none()) {
                    (office, kind) = (Some(division), Some(found));
                } else if !(is_filler(&word) || kind.is_some() && matches!(word.as_str(), "a" | "action")) {
                    return None;
                }
                rest = rest.get(1..)?;
            }
            _ => break,
        }
    }

    let (Token::Digits(year), after) = rest.split_first()? else {
        return None;
    };
    let year = full_year(year)?;
    rest = after;

    if let [Token::Word(word), Token::Digits(_), ..] = rest {
        let word = lower(word);
        let found =
            CaseKind::known(&word).or_else(|| (2..=3).contains(&word.len()).then_some(CaseKind::Other(word)))?;
        // `Civil No. 1:20cv123` says it twice; two different types are not a number we can read.
        if kind.as_ref().is_some_and(|first| *first != found) {
            return None;
        }
        kind = Some(found);
        rest = rest.get(1..)?;
    }

    let (Token::Digits(sequence), after) = rest.split_first()? else {
        return None;
    };
    let sequence = (sequence.len() <= 7).then(|| sequence.parse().ok())??;

    let Some(kind) = kind else {
        // Courts of appeals use no letters; a tail would make it something else.
        return (after.is_empty() && office.is_none()).then_some(Parsed {
            office,
            year,
            kind: CaseKind::Appeal,
            sequence,
            judges: Vec::new(),
        });
    };
    Some(Parsed { office, year, kind, sequence, judges: judges(after)? })
}

/// Initials after the number. A CM/ECF stamp (`… Document 1 Filed …`) ends them; one number is a defendant's.
fn judges(tail: &[Token]) -> Option<Vec<String>> {
    let mut judges = Vec::new();
    for (at, token) in tail.iter().enumerate() {
        match token {
            Token::Word(word) if matches!(lower(word).as_str(), "document" | "doc" | "filed") => {
                break;
            }
            Token::Word(word) if word.len() <= 4 && judges.len() < MOST_JUDGES => {
                judges.push(word.clone());
            }
            Token::Digits(digits) if digits.len() <= 3 && at + 1 == tail.len() => {}
            _ => return None,
        }
    }
    Some(judges)
}

/// Two digits are 1950–2049; four digits stand for themselves, within the same hundred years.
fn full_year(digits: &str) -> Option<u16> {
    let year: u16 = digits.parse().ok()?;
    match digits.len() {
        2 if year < 50 => Some(2000 + year),
        2 => Some(1900 + year),
        4 if (1950..2050).contains(&year) => Some(year),
        _ => None,
    }
}

/// Whether letters that name a type of case stand in a text; without them no number of a district court does. Much cheaper
/// than reading one.
pub(crate) fn names_kind(text: &str) -> bool {
    // `miscellaneous` is the longest.
    let mut room = [0_u8; 13];
    text.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| !word.is_empty()).any(|word| {
        let Some(lower) = room.get_mut(..word.len()) else { return false };
        lower.copy_from_slice(word.as_bytes());
        lower.make_ascii_lowercase();
        std::str::from_utf8(lower).is_ok_and(|word| CaseKind::known(word).is_some() || joined(word).is_some())
    })
}

/// `SACV`, `EDCR` and the like (C.D. Cal.): a division's two letters joined to the type.
fn joined(word: &str) -> Option<(String, CaseKind)> {
    let (division, kind) = word.split_at_checked(2)?;
    let kind = match kind {
        "cv" => CaseKind::Civil,
        "cr" => CaseKind::Criminal,
        "mc" => CaseKind::Miscellaneous,
        "mj" => CaseKind::Magistrate,
        _ => return None,
    };
    Some((division.to_ascii_uppercase(), kind))
}

fn is_filler(word: &str) -> bool {
    ["case", "docket", "number", "num", "no", "nos"].iter().any(|filler| word.eq_ignore_ascii_case(filler))
}

fn lower(word: &str) -> String {
    word.to_ascii_lowercase()
}
