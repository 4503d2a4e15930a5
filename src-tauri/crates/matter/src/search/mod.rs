//! Search: what of a register can be found, and what a typed text is looking for. Pure; the index itself is the store's.
//!
//! Words are compared without case and diacritics, in every script ([`words`]). Identifiers are met in any spelling by
//! their *marks* ([`identifiers`]): telephone and docket numbers, e-mail and IP addresses, URLs, and numbers of any kind.

mod identifiers;
mod parts;
mod phones;
mod query;
mod snippet;
mod words;

pub use identifiers::{Found, identifiers, mark_word};
pub use parts::{Part, Recorded, papers, recorded};
pub use query::{Query, Term};
pub use snippet::Piece;
pub use words::{Word, beginnings, folded, form, indexed, words};

#[cfg(test)]
mod tests;
