//! Letters as the window shows them.

use matter::ids::LetterId;
use matter::letter::Letter;
use serde::{Deserialize, Serialize};

/// Asks for a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct LetterRequest {
    /// The letter.
    pub letter: LetterId,
}

/// A letter with its text. Its pages are pictures: `letter/{id}/{page}` on the page protocol, pages from 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct LetterView {
    /// The letter.
    pub letter: Letter,
    /// Its text as it would be made from the facts now (draft), or as approved.
    pub text: String,
    /// Fields that are empty: the letter cannot be approved.
    pub missing: Vec<String>,
    /// How many pages.
    pub pages: u16,
    /// Changes whenever the pages' pictures change: put it on their address.
    pub revision: String,
    /// True when a fact in an approved letter changed since: it must be made again.
    pub facts_changed: bool,
}
