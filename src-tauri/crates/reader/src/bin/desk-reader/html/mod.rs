//! HTML as text. Nothing is fetched, run or laid out; what a style would hide is there.

use std::panic::catch_unwind;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use html2text::config;
use reader::paper::{Contents, Format, sheet};
use reader::talk::Refusal;

use crate::written::{Sheets, Written};
use plain::Plain;

mod plain;

/// What was found in some HTML.
pub(crate) struct Found {
    /// The text, line by line.
    pub(crate) lines: Vec<String>,
    /// Where its links lead, each as often as it is there.
    pub(crate) links: Vec<String>,
    /// What it would fetch to be shown.
    pub(crate) remote: u32,
    /// Scripts in it.
    pub(crate) scripts: u32,
}

pub(crate) fn read(bytes: &[u8]) -> Result<Written, Refusal> {
    let html = decode(bytes);
    let found = found(&html).unwrap_or_else(|_| Found::as_written(&html));
    let mut sheets = Sheets::default();
    found.lines.iter().for_each(|line| sheets.line(line));
    let mut written = Written::of(sheets, Contents { remote: found.remote, ..Contents::of(Format::Html) });
    written.facts.scripts = found.scripts;
    found.links.iter().for_each(|link| written.link(link));
    Ok(written)
}

impl Found {
    /// With its tags, where they make no sense: better than nothing, and nothing is hidden.
    fn as_written(html: &str) -> Self {
        Self {
            lines: html.lines().map(str::to_owned).collect(),
            links: Vec::new(),
            remote: 0,
            scripts: count(html, "<script"),
        }
    }
}

/// The text of HTML, and what it leads to.
pub(crate) fn found(html: &str) -> Result<Found, Refusal> {
    // The library panics on some lists and tables that no person wrote. A mail must not be lost by that.
    let lines = catch_unwind(|| {
        config::with_decorator(Plain)
            // Cells one after the other: side by side, their lines would be read across.
            .raw_mode(true)
            .allow_width_overflow()
            .lines_from_read(html.as_bytes(), sheet::COLUMNS)
    });
    let lines = lines.map_err(|_| Refusal::Faulted)?.map_err(|_| Refusal::Damaged)?;
    let mut found = Found { lines: Vec::new(), links: Vec::new(), remote: 0, scripts: count(html, "<script") };
    let mut last = String::new();
    for line in &lines {
        found.lines.push(line.chars().collect());
        for piece in line.tagged_strings() {
            for target in piece.tag.iter().flatten() {
                // A link goes on over the pieces of a line, and over lines.
                if *target != last {
                    last.clone_from(target);
                    found.links.push(target.clone());
                }
            }
        }
    }
    found.remote = ["src=\"http", "src='http", "src=http", "url(http", "background=\"http", "<link "]
        .iter()
        .map(|mark| count(html, mark))
        .fold(0, u32::saturating_add);
    Ok(found)
}

/// How often this stands in it, in letters of either size.
fn count(html: &str, what: &str) -> u32 {
    let what = what.as_bytes();
    let times = html.as_bytes().windows(what.len()).filter(|part| part.eq_ignore_ascii_case(what)).count();
    u32::try_from(times).unwrap_or(u32::MAX)
}

/// In the encoding it says, else UTF-8 if it is that.
pub(crate) fn decode(bytes: &[u8]) -> String {
    let head = String::from_utf8_lossy(bytes.get(..2_048.min(bytes.len())).unwrap_or(bytes)).to_ascii_lowercase();
    let said = head.split_once("charset=").and_then(|(_, rest)| {
        let label: String = rest
            .trim_start_matches(['"', '\''])
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c))
            .collect();
        Encoding::for_label(label.as_bytes())
    });
    let encoding = if std::str::from_utf8(bytes).is_ok() { UTF_8 } else { said.unwrap_or(WINDOWS_1252) };
    encoding.decode(bytes).0.into_owned()
}

#[cfg(test)]
mod tests {
    use super::found;

    #[test]
    fn text_links_and_what_would_be_fetched() {
        let html = "<html><head><style>p{color:red}</style><script>alert(1)</script></head><body>\
            <p style='display:none'>hidden</p><p>See <a href='http://a.example/x'>this <b>page</b></a></p>\
            <img src=\"http://track.example/1.gif\"><table><tr><td>A</td><td>B</td></tr></table></body></html>";
        let found = found(html).unwrap();
        let text = found.lines.join("\n");
        assert!(text.contains("hidden") && text.contains("this page"), "{text}");
        assert!(!text.contains("alert") && !text.contains("color"), "{text}");
        assert_eq!(found.links, vec!["http://a.example/x"]);
        assert_eq!((found.remote, found.scripts), (1, 1));
    }
}
