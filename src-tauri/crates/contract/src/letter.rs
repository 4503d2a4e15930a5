//! Letters as the window shows them.

use matter::ids::LetterId;
use matter::letter::Letter;
use matter::problem::Problem;
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
    /// Its text as it would be made from the facts now (draft), or exactly as it was approved; empty while a draft is
    /// stopped, and where only the bytes are kept.
    pub text: String,
    /// What stands against approving or sending it now; nothing once it was sent or set aside.
    pub stopped: Vec<Problem>,
    /// True when the approved text cannot be made again word for word (another wording came with another program): the
    /// PDF that was approved is kept, and nothing else is shown.
    pub kept_only: bool,
    /// Fields that are empty: the letter cannot be approved.
    pub missing: Vec<String>,
    /// How many pages.
    pub pages: u16,
    /// Changes whenever the pages' pictures change: put it on their address.
    pub revision: String,
    /// True when a fact in an approved letter changed since: it must be made again. Of a letter that was sent it says that
    /// the user was told something that holds no more.
    pub facts_changed: bool,
}
