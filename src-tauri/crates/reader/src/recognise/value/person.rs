//! People on a form: name and title. A name is what is written like one and holds no word of the form itself.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use super::department::{goes_on, is_department, is_unit};
use super::regex;
use crate::recognise::label::is_form_words;

/// Words that make something a title of an official. The law's own lists of titles are in `matter::law::Signatories`; a
/// title that is not on them must be found as well, because its absence is what counsel wants to see.
static OFFICE: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "agent agents officer director supervisor chief specialist analyst inspector investigator attorney counsel \
    commander examiner auditor adjudicator deputy detective clerk manager judge coordinator liaison marshal sheriff \
    secretary commissioner administrator assistant technician representative adviser advisor superintendent paralegal \
    consultant linguist leader head"
        .split(' ')
        .collect()
});

/// Words of titles and departments: none stands in a name.
static NO_NAME: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "the and or of for in on at to by with from this that any other you your special senior supervisory acting group \
    section field office port center service district regional resident charge patrol border customs protection \
    immigration enforcement deportation detention removal operations homeland security investigations department \
    united states u.s us u.s. ice cbp hsi ero uscis dhs citizenship services division unit branch subpoena summons \
    number date time name title address telephone phone e-mail email signature issued records record attachment \
    rider page block form required produce appear person official authorized authority printed city state zip code \
    suite floor room street avenue road boulevard lane drive plaza court square terrace parkway way building bldg \
    annex box inc inc. llc company co co. corporation custodian attn legal criminal research intelligence professional \
    responsibility fraud national asylum federal not applicable none n/a see attached certificate warning notice \
    purpose place period account accounts dear sincerely respectfully re fax received served server return issue \
    issuing contact questions command testify give dated signed electronically digitally compliance failure comply \
    under pursuant designated serve contacted hereby commanded summoned documents information subscriber user \
    provider platform inspection production case file matter reference agency component county secretary treasury \
    justice executive above below confidential confidentiality urgent pages cover sheet transmittal facsimile north \
    south east west if when where who which is are be been will shall may must a an northern southern eastern \
    western mail stop sub-office targeting cyber crimes hours hrs act regulatory audit examinations anti-smuggling \
    trade u.s.c u.s.c. c.f.r c.f.r. usc cfr respond response responsive approved ltd ltd. llp lp plc gmbh pbc corp corp. \
    incorporated limited foundation association cooperative society partnership holdings networks technologies systems \
    partners ventures labs software hosting communications wireless telecom internet cloud media human trafficking \
    smuggling narcotics gangs financial forensics computer digital technology technical operational liaison task force \
    program management policy analysis data exploitation victim aviation cargo revenue import export commercial evidence \
    training tactical mission support online desk center general counsel process team department dept dept. custody \
    inquiry summoned subpoenaed deliver report whom appears charge hour today noon"
        .split(' ')
        .collect()
});

/// Bytes of a name or a title. More are a sentence's.
const LONGEST: usize = 240;

/// Small words within a name.
const PARTICLES: &[&str] =
    &["de", "la", "del", "di", "da", "van", "der", "den", "von", "y", "al", "bin", "ter", "le", "du", "dos"];
/// What stands after a comma and still belongs to the name.
const SUFFIX: &[&str] = &["jr", "sr", "ii", "iii", "iv", "phd", "esq", "md", "jd"];

/// Name and title with their places in the text they were read from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::recognise) struct Person {
    pub(in crate::recognise) name: Option<Range<usize>>,
    pub(in crate::recognise) title: Option<Range<usize>>,
}

pub(super) fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric() && c != '.' && c != '\'' && c != '’').trim_end_matches('.')
}

fn is_suffix(word: &str) -> bool {
    let plain: String = word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    SUFFIX.contains(&plain.as_str())
}

/// Whether this is written like a person's name: two to five words that begin with capitals, none of them a form's word.
pub(in crate::recognise) fn is_name(text: &str) -> bool {
    let text = text.trim().trim_end_matches([',', ';', '.']);
    if text.len() > LONGEST
        || text
            .chars()
            .any(|c| c.is_ascii_digit() || matches!(c, '@' | '/' | ':' | '(' | ')' | '&' | '§' | '*' | '_' | '#' | '"'))
    {
        return false;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let (mut capitals, mut long) = (0, 0);
    for (at, word) in words.iter().enumerate() {
        let plain = bare(word);
        let lower = plain.to_lowercase();
        if at > 0 && is_suffix(word) {
            continue;
        }
        if word.ends_with(',') && at + 1 < words.len() && !words.get(at + 1).is_some_and(|next| is_suffix(next)) {
            return false;
        }
        if PARTICLES.contains(&lower.as_str()) && at > 0 {
            continue;
        }
        let parts_ok = plain.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'));
        let capital = plain.chars().next().is_some_and(char::is_uppercase);
        let initial = plain.chars().count() == 1;
        if initial && capital {
            capitals += 1;
            continue;
        }
        if !parts_ok || !capital || NO_NAME.contains(lower.as_str()) || OFFICE.contains(lower.as_str()) {
            return false;
        }
        capitals += 1;
        long += usize::from(plain.chars().count() >= 3);
    }
    (2..=5).contains(&capitals) && long >= 1
}

/// Whether this is written like an official's title.
pub(in crate::recognise) fn is_title(text: &str) -> bool {
    let text = text.trim().trim_end_matches([',', ';', '.']);
    let words: Vec<&str> = text.split_whitespace().take(13).collect();
    // "Office of the Special Agent in Charge" is where somebody works.
    let place = words.first().is_some_and(|first| matches!(bare(first), "Office" | "Offices"))
        && words.get(1).is_some_and(|next| matches!(*next, "of" | "for"));
    // "HSI, Office of the Resident Agent in Charge" is too.
    let office = regex!(r"^(?:ICE|HSI|ERO|CBP|USCIS|DHS|FDNS|U\.S\.)\b.*\bOffices?\b|\bOffices?\s+of\s+the\b");
    if words.is_empty()
        || place
        || office.is_some_and(|office| office.is_match(text))
        || words.len() > 12
        || text.chars().any(|c| c.is_ascii_digit() || matches!(c, '@' | ':' | ';'))
    {
        return false;
    }
    // A sentence that ends after it: "Special Agent. From".
    let ends = regex!(r"[a-z]{3}\.\s").is_some_and(|ends| ends.is_match(text));
    let office = !ends
        && words
            .iter()
            .any(|word| bare(word).split(['-', '–', '/']).any(|part| OFFICE.contains(part.to_lowercase().as_str())));
    let form = words.iter().any(|word| {
        let lower = bare(word).to_lowercase();
        matches!(
            lower.as_str(),
            "you"
                | "this"
                | "before"
                | "whom"
                | "any"
                | "other"
                | "is"
                | "or"
                | "may"
                | "required"
                | "authorized"
                | "issuing"
                | "subpoena"
                | "summons"
                | "name"
                | "telephone"
                | "named"
                | "identified"
                | "block"
                | "your"
                | "printed"
        )
    });
    let capital = words.iter().all(|word| {
        let plain = bare(word);
        let small = matches!(plain.to_lowercase().as_str(), "in" | "of" | "and" | "the" | "for" | "to" | "on");
        small || plain.chars().next().is_none_or(|c| c.is_uppercase() || !c.is_alphabetic())
    });
    office && capital && !form
}

/// Name and title in one line: "Name, Title", "Title Name", either alone. Places are in `text`.
pub(in crate::recognise) fn name_title(text: &str) -> Person {
    let mut person = Person::default();
    // Every comma and every word of a line is tried: a line of a book is none of a person.
    if text.len() > 2 * LONGEST {
        return person;
    }
    let whole = trimmed(text, 0..text.len());
    let line = text.get(whole.clone()).unwrap_or_default();
    if is_name(line) {
        person.name = Some(whole);
        return person;
    }
    // "Name, Title": cut at each comma; a suffix stays with the name, the rest of a title with the title.
    let joints = line.char_indices().filter(|(at, letter)| match letter {
        ',' | ';' | '–' | '—' | '|' | '/' | '(' => true,
        '-' => line.get(at - at.min(&1)..at + 2).is_some_and(|joint| joint == " - "),
        _ => false,
    });
    for (at, letter) in joints {
        let (before, after) = (trimmed(line, 0..at), trimmed(line, at + letter.len_utf8()..line.len()));
        let (left, right) = (line.get(before.clone()).unwrap_or_default(), line.get(after.clone()).unwrap_or_default());
        // "Jr." after the comma is still the name's.
        let suffix = right.split_whitespace().next().is_some_and(is_suffix);
        if is_name(left) && starts_title(right) && !suffix {
            person.name = Some(shift(before, whole.start));
            let end = title_end(right);
            person.title = Some(shift(after.start..after.start + end, whole.start));
            return person;
        }
    }
    // "Title Name": the longest title that leaves a name.
    let words: Vec<Range<usize>> =
        regex!(r"\S+").map(|word| word.find_iter(line).map(|found| found.range()).collect()).unwrap_or_default();
    for at in (1..words.len()).rev() {
        let (Some(last), Some(first)) = (words.get(at - 1), words.get(at)) else { continue };
        let (before, after) = (0..last.end, first.start..line.len());
        let (left, right) = (line.get(before.clone()).unwrap_or_default(), line.get(after.clone()).unwrap_or_default());
        if is_title(left) && !left.ends_with(',') && is_name(right) {
            person.title = Some(shift(trimmed(line, before), whole.start));
            person.name = Some(shift(trimmed(line, after), whole.start));
            return person;
        }
    }
    if starts_title(line) {
        let end = title_end(line);
        person.title = Some(shift(trimmed(line, 0..end), whole.start));
    }
    person
}

fn shift(range: Range<usize>, by: usize) -> Range<usize> {
    range.start + by..range.end + by
}

/// Whether a title begins here. "Director, Detention and Removal" is one, with its comma.
fn starts_title(text: &str) -> bool {
    let head = text.get(..title_end(text)).unwrap_or_default();
    is_title(head)
}

/// Where a title that begins here ends: at a bracket, a semicolon, a number, or at a comma after which no part of a
/// department goes on.
fn title_end(text: &str) -> usize {
    let mut end = text.len();
    for (at, letter) in text.char_indices() {
        let stop = match letter {
            '(' => !is_bracketed_part(text.get(at..).unwrap_or_default()),
            // Of the bracket that it stands in: "Name (Title)".
            ')' => text.get(..at).is_some_and(|head| !head.contains('(')),
            ';' | ':' | '|' => true,
            c if c.is_ascii_digit() => true,
            ',' => {
                let after = text.get(at + 1..).unwrap_or_default().trim_start();
                let word = bare(after.split_whitespace().next().unwrap_or_default()).to_lowercase();
                !(goes_on(&word) || is_unit(&word) || is_department(after))
            }
            '.' => {
                text.get(at + 1..).is_some_and(|rest| rest.starts_with(' '))
                    && text.get(..at).is_some_and(|head| !head.ends_with("U.S") && head.len() > 3)
            }
            _ => false,
        };
        if stop {
            end = at;
            break;
        }
    }
    text.get(..end).map_or(0, |head| head.trim_end().trim_end_matches('.').len())
}

/// "(Intelligence)" after a title: one to three words with capitals, none of them a form's or another title.
fn is_bracketed_part(text: &str) -> bool {
    let part = regex!(r"^\(([A-Z][a-z]+(?:\s(?:and\s)?[A-Z][a-z]+){0,2})\)");
    part.and_then(|part| part.captures(text)).and_then(|part| part.get(1)).is_some_and(|part| {
        let part = part.as_str();
        !is_form_words(part) && !is_title(part) && !is_name(part)
    })
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let part = text.get(range.clone()).unwrap_or_default();
    let start = range.start
        + (part.len()
            - part
                .trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ':' | '-' | '.' | '*' | '•'))
                .len());
    let end = range.start
        + part
            .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '-' | '–' | '—' | '_'))
            .len();
    start..end.max(start)
}

#[cfg(test)]
mod tests {
    use super::{is_name, is_title, name_title};

    #[test]
    fn names_and_what_is_none() {
        for name in [
            "Tobias Emberlane",
            "HENRIKE SALTMARSH",
            "José Ángel de la Fuentebrava",
            "Mary-Catherine O'Dunmarrow, Jr.",
            "J. Q. Larkhaven",
        ] {
            assert!(is_name(name), "{name}");
        }
        for other in [
            "Special Agent",
            "Milldale, CA 90001",
            "Field Office",
            "Date of Issue",
            "the User",
            "Tobias",
            "New Carthage Office",
        ] {
            assert!(!is_name(other), "{other}");
        }
    }

    #[test]
    fn titles_and_what_is_none() {
        for title in [
            "Special Agent",
            "Special Agent in Charge, Office of Professional Responsibility",
            "Director, Detention and Removal",
        ] {
            assert!(is_title(title), "{title}");
        }
        assert!(!is_title("officer before whom you are to appear"));
        assert!(!is_title("Homeland Security Investigations"));
        assert!(!is_title("Office of the Special Agent in Charge"));
        assert!(!is_title("HSI, Office of the Resident Agent in Charge"));
        assert!(is_title("HSI Special Agent"));
    }

    #[test]
    fn name_and_title_in_one_line() {
        let read = |text: &str| {
            let person = name_title(text);
            let part = |range: Option<std::ops::Range<usize>>| {
                range.and_then(|range| text.get(range)).unwrap_or_default().to_owned()
            };
            (part(person.name), part(person.title))
        };
        let both = |name: &str, title: &str| (name.to_owned(), title.to_owned());
        assert_eq!(read("Dario Fennimoor, Special Agent"), both("Dario Fennimoor", "Special Agent"));
        assert_eq!(read("Dario Fennimoor, J.D., Special Agent"), both("Dario Fennimoor, J.D.", "Special Agent"));
        assert_eq!(
            read("Dario Fennimoor, Patrol Agent (Intelligence)"),
            both("Dario Fennimoor", "Patrol Agent (Intelligence)")
        );
        assert_eq!(read("Dario Fennimoor, Patrol Agent (Title)"), both("Dario Fennimoor", "Patrol Agent"));
        assert_eq!(read("Dario Fennimoor, II - Special Agent"), both("Dario Fennimoor, II", "Special Agent"));
        assert_eq!(read("Dario Fennimoor – Special Agent"), both("Dario Fennimoor", "Special Agent"));
        assert_eq!(read("Special Agent Dario Fennimoor"), both("Dario Fennimoor", "Special Agent"));
        assert_eq!(
            read("Dario Fennimoor, Jr., Special Agent in Charge, Office of Professional Responsibility"),
            both("Dario Fennimoor, Jr.", "Special Agent in Charge, Office of Professional Responsibility")
        );
        assert_eq!(read("Director, Detention and Removal"), both("", "Director, Detention and Removal"));
        assert_eq!(read("Homeland Security Investigations"), both("", ""));
    }
}
