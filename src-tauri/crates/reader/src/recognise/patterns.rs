//! The platform's own identifiers, ready to be looked for.

use regex::Regex;

use matter::policy::{MOST_PATTERNS, PlatformPattern};
use matter::suggestion::IdentifierKind;

/// The platform's patterns. Besides them e-mail addresses, page and IP addresses, telephone numbers, names that begin with
/// `@`, and what stands beside words such as "Username" are always found.
#[derive(Debug, Clone, Default)]
pub struct Patterns {
    pub(super) own: Vec<(IdentifierKind, Regex)>,
}

impl Patterns {
    /// Those of a platform. What was accepted into policy can be used; one that a later program no longer takes is left out.
    #[must_use]
    pub fn of(own: &[PlatformPattern]) -> Self {
        let ready = own.iter().take(MOST_PATTERNS);
        Self { own: ready.filter_map(|one| Some((one.kind, one.ready().ok()?))).collect() }
    }
}
