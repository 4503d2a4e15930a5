//! The platform's own identifiers: what an account number looks like there.

use regex::Regex;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use matter::suggestion::IdentifierKind;

/// A pattern that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PatternFault {
    /// Not a regular expression, or one that is too large.
    #[error("the pattern {0:?} cannot be used: {1}")]
    Unusable(String, String),
    /// It would find nothing at all in any number of places.
    #[error("the pattern {0:?} finds empty text")]
    Empty(String),
    /// More than are looked for.
    #[error("{0} patterns, and {most} are the most", most = MOST)]
    TooMany(usize),
}

/// One form of the platform's identifiers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlatformPattern {
    /// What it finds.
    pub kind: IdentifierKind,
    /// A regular expression of the crate `regex`: no look-around and no back references, so that it takes linear time. Where
    /// it has a group, the first one is the identifier.
    pub pattern: String,
}

/// The platform's patterns. Besides them e-mail addresses, page and IP addresses, telephone numbers, names that begin with
/// `@`, and what stands beside words such as "Username" are always found.
#[derive(Debug, Clone, Default)]
pub struct Patterns {
    pub(super) own: Vec<(IdentifierKind, Regex)>,
}

/// More patterns than a platform has kinds of account.
const MOST: usize = 64;
/// Bytes of one compiled pattern.
const LARGEST: usize = 1 << 18;

impl Patterns {
    /// Checks and prepares a platform's patterns.
    ///
    /// # Errors
    /// [`PatternFault`] names the first that cannot be used; none is used then.
    pub fn of(own: &[PlatformPattern]) -> Result<Self, PatternFault> {
        if own.len() > MOST {
            return Err(PatternFault::TooMany(own.len()));
        }
        let mut ready = Vec::new();
        for row in own {
            let regex = regex::RegexBuilder::new(&row.pattern)
                .size_limit(LARGEST)
                .build()
                .map_err(|error| PatternFault::Unusable(row.pattern.clone(), error.to_string()))?;
            if regex.is_match("") {
                return Err(PatternFault::Empty(row.pattern.clone()));
            }
            ready.push((row.kind, regex));
        }
        Ok(Self { own: ready })
    }
}

#[cfg(test)]
mod tests {
    use super::{IdentifierKind, PatternFault, Patterns, PlatformPattern};

    fn of(pattern: &str) -> Result<Patterns, PatternFault> {
        Patterns::of(&[PlatformPattern { kind: IdentifierKind::AccountId, pattern: pattern.to_owned() }])
    }

    #[test]
    fn patterns_are_checked() {
        assert!(of(r"\bu-\d{6}\b").is_ok());
        assert!(matches!(of("("), Err(PatternFault::Unusable(..))));
        assert!(matches!(of("x*"), Err(PatternFault::Empty(_))));
        assert!(matches!(of(r"(\pL{1000}){1000}"), Err(PatternFault::Unusable(..))));
    }
}
