//! The platform's own identifiers: what the number of an account looks like there.

use regex::{Regex, RegexBuilder};
use serde::{Deserialize, Serialize};

use crate::suggestion::IdentifierKind;

/// One form of the platform's identifiers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlatformPattern {
    /// What it finds.
    pub kind: IdentifierKind,
    /// A regular expression of the crate `regex`: no look-around and no back references, so that it takes linear time. All of what
    /// it matches is the identifier.
    pub pattern: String,
    /// An identifier that it finds whole: what a person checks it by.
    pub example: String,
}

/// Why a pattern is not used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum PatternFlaw {
    /// Not a regular expression, or one that is too large.
    Unreadable,
    /// It would find nothing at all in any number of places.
    FindsNothing,
    /// It does not find its example, or only a part of it.
    MissesExample,
}

/// More patterns than a platform has kinds of account.
pub const MOST_PATTERNS: usize = 64;
/// Bytes of one compiled pattern.
const LARGEST: usize = 1 << 18;

impl PlatformPattern {
    /// The pattern, ready to be used.
    ///
    /// # Errors
    /// [`PatternFlaw`]: what is wrong with it.
    pub fn ready(&self) -> Result<Regex, PatternFlaw> {
        let ready =
            RegexBuilder::new(&self.pattern).size_limit(LARGEST).build().map_err(|_| PatternFlaw::Unreadable)?;
        if ready.is_match("") {
            return Err(PatternFlaw::FindsNothing);
        }
        // Within a sentence, as on a page: a pattern without an end would take words along.
        let example = self.example.trim();
        let sentence = format!("of {example}, and");
        let whole = ready.find(&sentence).is_some_and(|found| found.as_str() == example);
        if example.is_empty() || !whole { Err(PatternFlaw::MissesExample) } else { Ok(ready) }
    }
}

#[cfg(test)]
mod tests {
    use super::{IdentifierKind, PatternFlaw, PlatformPattern};

    fn of(pattern: &str, example: &str) -> Option<PatternFlaw> {
        let (pattern, example) = (pattern.to_owned(), example.to_owned());
        PlatformPattern { kind: IdentifierKind::AccountId, pattern, example }.ready().err()
    }

    #[test]
    fn a_pattern_is_one_that_finds_its_example_whole() {
        assert_eq!(of(r"\bu-\d{6}\b", "u-204417"), None);
        assert_eq!(of(r"(u|v)-\d{6}", "v-204417"), None, "a group is no part of its own");
        assert_eq!(of(r"^u-\d{6}$", "u-204417"), Some(PatternFlaw::MissesExample), "it never stands alone on a page");
        assert_eq!(of(r"\bu-\d{4}", "u-204417"), Some(PatternFlaw::MissesExample), "a part of it");
        assert_eq!(of(r"u-.*", "u-204417"), Some(PatternFlaw::MissesExample), "more than it");
        assert_eq!(of(r"\bu-\d{6}\b", " "), Some(PatternFlaw::MissesExample));
        assert_eq!(of("(", "("), Some(PatternFlaw::Unreadable));
        assert_eq!(of("x*", "x"), Some(PatternFlaw::FindsNothing));
        assert_eq!(of(r"(\pL{1000}){1000}", "x"), Some(PatternFlaw::Unreadable), "too large");
    }
}
