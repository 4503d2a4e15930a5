//! Gaps that the engine sees where there are none, and underscores that it sees as gaps: both tear names of the network apart.
//! Measured in heights of the words beside them on faxes of 200 dots to the inch: a gap between words is 0.25 to 0.5, one that is
//! none up to 0.45, where an underscore was from 0.45.

use super::reading::Row;
use super::vocabulary::{bare, is_common};
use crate::paper::Rect;

/// A gap that may be none.
const NONE: f32 = 0.45;
/// A gap in which an underscore may have been, and no more than one.
const UNDERSCORE: std::ops::Range<f32> = 0.45..1.2;
/// Words that lie on each other by more than this are not where the engine says.
const OVERLAP: f32 = -0.3;

/// A name of the network is no longer, in bytes.
const LONGEST: usize = 400;

/// What stands between two words of a line.
enum Gap {
    /// Nothing: they are one word.
    None,
    /// Perhaps a letter that was not seen.
    Doubtful,
    /// A gap.
    Real,
}

/// Joins what the engine tore apart, and says of what may be torn that it is not sure.
pub(super) fn closed(rows: Vec<Row>) -> Vec<Row> {
    let mut closed: Vec<Row> = Vec::with_capacity(rows.len());
    for mut row in rows {
        let Some(last) = closed.last_mut().filter(|last| last.line == row.line) else {
            closed.push(row);
            continue;
        };
        match between(last, &row) {
            Gap::None => {
                last.text.push_str(&row.text);
                last.rect = Rect::around(last.rect, row.rect);
                last.unsure |= row.unsure;
            }
            Gap::Doubtful => {
                last.unsure = true;
                row.unsure = true;
                closed.push(row);
            }
            Gap::Real => closed.push(row),
        }
    }
    closed
}

fn between(left: &Row, right: &Row) -> Gap {
    // Lines that are not level have their gaps elsewhere.
    let height = left.rect.height().max(right.rect.height());
    let gap = (right.rect.left - left.rect.right) / height.max(1.0);
    let (before, after) = (left.text.as_str(), right.text.as_str());
    let small = |text: &str| text.starts_with(|letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit());
    let handle = before.starts_with('@');
    let level = (left.rect.top + left.rect.bottom - right.rect.top - right.rect.bottom).abs() < height;
    if !level {
        return Gap::Real;
    }
    if gap < OVERLAP && before.contains('@') | after.contains('@') {
        return Gap::Doubtful;
    }
    if (OVERLAP..NONE).contains(&gap) {
        let scheme = before.ends_with("http:") || before.ends_with("https:");
        let dotted = before.ends_with('.') && (handle || before.contains("//") || before.contains('@'));
        let counts = after.chars().skip(1).all(|letter| letter.is_ascii_digit() || letter == '-');
        let hyphen = after.starts_with('-') && after.len() > 1 && counts && before.ends_with(char::is_alphanumeric);
        let filled = after.trim_start_matches('_').starts_with(char::is_alphanumeric);
        let underscore = after.starts_with('_') && filled && before.ends_with(char::is_alphanumeric);
        if scheme && after.starts_with("//") || before.ends_with("//www.") && small(after) || hyphen || underscore {
            return if before.len() + after.len() < LONGEST { Gap::None } else { Gap::Doubtful };
        }
        // A sentence may end so, and a list go on; a name may too.
        if dotted && small(after) {
            return Gap::Doubtful;
        }
        // "willow.old mill@example.org": what stands before an address and is no word.
        let torn = after.find('@').is_some_and(|at| at > 0)
            && before.ends_with(|letter: char| letter.is_ascii_alphanumeric())
            && before.contains(['.', '_'])
            && small(before)
            || handle && after.chars().all(|letter| letter.is_ascii_digit());
        return if torn { Gap::Doubtful } else { Gap::Real };
    }
    let word = bare(after).is_some_and(|word| is_common(&word));
    let lost = UNDERSCORE.contains(&gap) && handle && small(after) && !word && before.ends_with(char::is_alphanumeric);
    if lost { Gap::Doubtful } else { Gap::Real }
}

#[cfg(test)]
mod tests {
    use super::{Rect, Row, closed};

    /// Words of a line fifty high, each behind a gap of so many pixels.
    fn read(words: &[(f32, &str)]) -> String {
        let mut left = 300.0;
        let mut rows = Vec::new();
        for (gap, text) in words {
            left += gap;
            let rect = Rect { left, top: 300.0, right: left + 100.0, bottom: 350.0 };
            rows.push(Row { line: [1, 1, 1, 1], rect, text: (*text).to_owned(), unsure: false });
            left += 100.0;
        }
        let said = closed(rows).into_iter().map(|row| format!("{}{}", row.text, if row.unsure { "?" } else { "" }));
        said.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn names_of_the_network_are_one_word() {
        assert_eq!(
            read(&[(0.0, "https:"), (15.0, "//www."), (15.0, "example.org/p/4")]),
            "https://www.example.org/p/4"
        );
        assert_eq!(read(&[(0.0, "@willow."), (14.0, "x7")]), "@willow.? x7?");
        assert_eq!(read(&[(0.0, "jo@a.example."), (20.0, "2.")]), "jo@a.example.? 2.?");
        assert_eq!(read(&[(0.0, "larches"), (5.0, "____")]), "larches ____");
        assert_eq!(read(&[(0.0, "@willow."), (14.0, "quiet")]), "@willow.? quiet?");
        assert_eq!(read(&[(0.0, "ACC"), (16.0, "-235158")]), "ACC-235158");
        assert_eq!(read(&[(0.0, "old"), (5.0, "_mill")]), "old_mill");
        // Sentences and lists are not.
        assert_eq!(read(&[(0.0, "@willow."), (14.0, "The")]), "@willow. The");
        assert_eq!(read(&[(0.0, "sent."), (14.0, "example.org")]), "sent. example.org");
        assert_eq!(read(&[(0.0, "https://a.example."), (30.0, "x")]), "https://a.example. x");
        assert_eq!(read(&[(0.0, "records"), (14.0, "-"), (14.0, "all")]), "records - all");
        assert_eq!(read(&[(0.0, "part"), (14.0, "-time")]), "part -time");
    }

    #[test]
    fn where_an_underscore_may_have_been_nothing_is_sure() {
        assert_eq!(read(&[(0.0, "@cedar"), (24.0, "96")]), "@cedar? 96?");
        assert_eq!(read(&[(0.0, "@cedar"), (15.0, "96")]), "@cedar? 96?");
        assert_eq!(read(&[(0.0, "@cedar"), (-40.0, "96")]), "@cedar? 96?");
        assert_eq!(read(&[(0.0, "willow.old"), (14.0, "mill@example.org")]), "willow.old? mill@example.org?");
        assert_eq!(read(&[(0.0, "@cedar"), (24.0, "and"), (24.0, "@pine")]), "@cedar and @pine");
        assert_eq!(read(&[(0.0, "@cedar,"), (24.0, "96")]), "@cedar, 96");
        assert_eq!(read(&[(0.0, "mail"), (14.0, "mill@example.org")]), "mail mill@example.org");
        assert_eq!(read(&[(0.0, "@cedar"), (200.0, "96")]), "@cedar 96", "the next column");
    }
}
