//! Identifiers within a text, by what they are whatever their spelling.

use std::net::IpAddr;

use sha2::{Digest as _, Sha256};

use crate::docket::{CaseKind, DocketNumber, is_invisible, names_kind};

/// An identifier that stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Where it begins, in bytes.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
    /// What it is, the same for every spelling.
    pub mark: String,
}

/// A mark as a word of the index.
#[must_use]
pub fn mark_word(mark: &str) -> String {
    use std::fmt::Write as _;
    let digest = Sha256::digest(mark.as_bytes());
    digest.iter().take(8).fold(String::from("m"), |mut word, byte| {
        let _infallible = write!(word, "{byte:02x}");
        word
    })
}

/// Fewer letters and digits tell nothing; more are no number that anybody reads out.
const NUMBER: std::ops::RangeInclusive<usize> = 5..=40;

/// Characters between two white spaces.
#[derive(Clone, Copy)]
struct Run<'a> {
    from: usize,
    to: usize,
    /// As it stands, without marks around it.
    text: &'a str,
    /// Letters that name a type of case are in it.
    kind: bool,
}

/// Every identifier of a text, in the order in which they begin. One place can be several things: ten digits are a number
/// and may be a telephone number. Linear in the text, whatever it holds.
#[must_use]
pub fn identifiers(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut runs = Vec::new();
    // No identifier goes over the end of a line.
    for line in text.split(['\n', '\r']) {
        // Most lines hold none of what makes an identifier.
        let (numbers, signs) = line.bytes().fold((false, false), |(numbers, signs), byte| {
            (numbers || byte.is_ascii_digit(), signs || matches!(byte, b'@' | b'.' | b':'))
        });
        // Digits of other scripts are digits too.
        if !numbers && !signs && line.is_ascii() {
            continue;
        }
        runs.clear();
        fill(&mut runs, text, line);
        if numbers {
            runs.iter_mut().for_each(|run| run.kind = names_kind(run.text));
        }
        for (at, run) in runs.iter().enumerate() {
            let mut add = |from: usize, to: usize, mark: String| found.push(Found { from, to, mark });
            for mark in [mail(run.text), address(run.text), url(run.text), number(run.text)].into_iter().flatten() {
                add(run.from, run.to, mark);
            }
            let rest = runs.get(at..).unwrap_or_default();
            if let Some((last, mark)) = docket(text, rest) {
                add(run.from, last.to, mark);
            }
        }
    }
    super::phones::phones(text, &mut found);
    found.sort_by_key(|one| (one.from, one.to));
    found
}

/// The runs of a line of a text, without marks around them.
fn fill<'a>(runs: &mut Vec<Run<'a>>, text: &str, line: &'a str) {
    for piece in line.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '|')).flat_map(after_colon) {
        let edge = |c: char| {
            matches!(c, '[' | ']' | '{' | '}' | '<' | '>' | '"' | '\'' | '.' | ',' | ';' | '!' | '?' | '|')
                || matches!(c, '\u{201c}' | '\u{201d}' | '\u{2018}' | '\u{2019}' | '\u{b7}')
        };
        // A colon in front may be an IPv6 address's own.
        let piece = piece.trim_start_matches(edge).trim_end_matches(|c| edge(c) || c == ':');
        // Both are slices of one text, so that their places differ by what stands between.
        let from = (piece.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
        if !piece.is_empty() {
            runs.push(Run { from, to: from.saturating_add(piece.len()), text: piece, kind: false });
        }
    }
}

/// What stands after `Tel:`, `Case:`, `IPv6:` is an identifier of its own; an address's own colons are left.
fn after_colon(piece: &str) -> impl Iterator<Item = &str> {
    let label = |text: &str| !text.is_empty() && text.chars().next().is_some_and(|c| c.is_alphabetic());
    let after = piece.split_once(':').filter(|(before, after)| {
        label(before) && !after.starts_with("//") && before.chars().all(|c| c.is_alphanumeric() || c == '.')
    });
    // `No.HSI-SF-2026-00123`.
    let numbered = ["No.", "no.", "NO.", "Nr.", "#"].iter().find_map(|mark| piece.strip_prefix(mark));
    std::iter::once(piece).chain(after.map(|(_, after)| after)).chain(numbered)
}

fn mail(run: &str) -> Option<String> {
    let (name, host) = run.trim_start_matches("mailto:").trim_matches(|c| "()".contains(c)).split_once('@')?;
    let sound = !name.is_empty() && is_host(host) && !host.contains('@');
    sound.then(|| format!("mail/{}@{}", name.to_lowercase(), host.to_lowercase()))
}

fn is_host(text: &str) -> bool {
    let Some((_, last)) = text.rsplit_once('.') else { return false };
    let labels =
        text.split('.').all(|label| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-'));
    labels && last.chars().count() >= 2 && last.chars().all(char::is_alphabetic)
}

fn address(run: &str) -> Option<String> {
    if !run.contains(['.', ':']) {
        return None;
    }
    let bare = run.trim_matches(|c| "()[]".contains(c));
    let bare = bare.split_once('%').map_or(bare, |(address, _interface)| address);
    // The brackets around an address with a port were trimmed in front.
    let bare = bare.split_once("]:").map_or(bare, |(address, _)| address);
    let found: IpAddr = match bare.parse() {
        Ok(found) => found,
        // With a port, or with the size of its network.
        Err(_) => match bare.parse::<std::net::SocketAddr>() {
            Ok(found) => found.ip(),
            Err(_) => bare.split_once('/')?.0.parse().ok()?,
        },
    };
    // `::` and the like stand in texts that speak of no address.
    (bare.len() >= 7).then(|| format!("ip/{}", found.to_canonical()))
}

fn url(run: &str) -> Option<String> {
    if !run.contains('.') {
        return None;
    }
    let bare = run.trim_matches(|c| "()".contains(c));
    let (start, rest) = bare.split_once("://").map_or(("", bare), |(scheme, rest)| (scheme, rest));
    if !matches!(start.to_ascii_lowercase().as_str(), "" | "http" | "https") {
        return None;
    }
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    // Hosts are the same in any case; what comes after is not.
    let lower = host.to_lowercase();
    let host = lower.strip_prefix("www.").unwrap_or(&lower);
    let path = path.split('#').next().unwrap_or_default().trim_end_matches('/');
    let host = host.strip_suffix(":443").or_else(|| host.strip_suffix(":80")).unwrap_or(host);
    // A bare name with a dot in it is a URL only where it says so, or has a path.
    let says_so = rest.len() != bare.len() || host.len() != lower.len() || !path.is_empty();
    (says_so && is_host(host)).then(|| format!("url/{host}/{path}"))
}

/// A number as its paper prints it, without what stands between its letters and digits.
fn number(run: &str) -> Option<String> {
    if !run.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let between =
        |c: char| matches!(c, '-' | '.' | '/' | ':' | '_' | '#' | '(' | ')' | '\u{2010}' | '\u{2011}' | '\u{2013}');
    if !run.chars().all(|c| c.is_alphanumeric() || between(c) || is_invisible(c)) {
        return None;
    }
    let plain: String = run.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let tells = NUMBER.contains(&plain.chars().count()) && plain.chars().any(|c| c.is_ascii_digit());
    tells.then(|| format!("number/{plain}"))
}

/// A docket number with its type between year and number; one that begins at the line's first run.
fn docket<'a, 'b>(text: &str, line: &'b [Run<'a>]) -> Option<(&'b Run<'a>, String)> {
    let first = line.first()?;
    let line = line.get(..line.len().min(5)).unwrap_or_default();
    if !line.iter().any(|run| run.kind) {
        return None;
    }
    // It begins with an office or a year, or with the letters of its type (`C 26-01916`).
    let begins =
        first.text.contains(|c: char| c.is_ascii_digit()) || CaseKind::known(&first.text.to_lowercase()).is_some();
    if !begins {
        return None;
    }
    let found = line.iter().find_map(|last| {
        let written = text.get(first.from..last.to)?;
        if !written.contains(|c: char| c.is_ascii_digit()) || !written.contains(|c: char| c.is_ascii_alphabetic()) {
            return None;
        }
        let number = DocketNumber::new(written);
        let parsed = number.parsed().filter(|parsed| !matches!(parsed.kind, CaseKind::Other(_) | CaseKind::Appeal))?;
        Some((last, format!("docket/{}-{}-{}", parsed.year, parsed.kind.code(), parsed.sequence)))
    });
    found.filter(|(last, _)| last.text.contains(|c: char| c.is_ascii_digit()))
}
