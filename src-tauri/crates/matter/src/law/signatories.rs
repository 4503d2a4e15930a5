//! Titles that the regulations name as issuers. Advisory: a title not listed is a question, never a conclusion.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{LawFault, RowProblem, Table, Wording, broken, check_rows, squashed, table};

/// How hard a list is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum ListWeight {
    /// A regulation's list (8 CFR 287.4).
    Advisory,
    /// A rank below which the statute allows no delegate (19 U.S.C. § 1509).
    Floor,
}

/// One list of titles.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SignatoryList {
    /// Id of the row.
    pub id: String,
    /// Id of the instrument it is about.
    pub instrument: String,
    /// Where the list stands in the law.
    pub provision: String,
    /// How hard it is.
    pub weight: ListWeight,
    /// Whether others may be delegated without being listed (8 CFR 2.1).
    #[serde(alias = "catch_all")]
    pub catch_all: bool,
    /// What to bear in mind.
    pub note: Wording,
    /// Where the row comes from.
    pub source: String,
    /// The day to which the source was read.
    #[serde(alias = "as_of")]
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub as_of: NaiveDate,
}

/// One title on a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SignatoryTitle {
    /// Id of the list.
    pub list: String,
    /// One person's title.
    pub title: String,
    /// As the law words it.
    pub wording: String,
    /// Other spellings of the same title, such as its initials.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Where the row comes from.
    pub source: String,
    /// The day to which the source was read.
    #[serde(alias = "as_of")]
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub as_of: NaiveDate,
}

/// What comparing a printed title with a list gives. A finding for a person to read, nothing more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum TitleFinding {
    /// The title is on the list.
    Listed,
    /// Not on the list, which lets others be delegated unpublished: ask for the delegation.
    NotListedAskForDelegation,
    /// Not on the list, which has no catch-all: counsel looks.
    NotListedForCounsel,
}

table! {
    /// The lists of titles.
    Signatories, "signatories",
    /// The lists.
    lists as "list": SignatoryList,
    /// The titles, list by list.
    titles as "title": SignatoryTitle
}

impl Table for Signatories {
    const NAME: &'static str = "signatories";

    fn check(&self) -> Result<(), LawFault> {
        check_rows(Self::NAME, self.lists.iter().map(|row| (row.id.as_str(), row.source.as_str(), Some(&row.note))))?;
        let keys: Vec<String> =
            self.titles.iter().map(|row| format!("{}: {}", row.list, squashed(&row.title))).collect();
        check_rows(
            Self::NAME,
            keys.iter().zip(&self.titles).map(|(key, row)| (key.as_str(), row.source.as_str(), None)),
        )?;
        for (key, row) in keys.iter().zip(&self.titles) {
            let problem = if self.list(&row.list).is_none() {
                RowProblem::DanglingReference
            } else if squashed(&row.title).is_empty() || row.wording.trim().is_empty() {
                RowProblem::EmptyText
            } else {
                continue;
            };
            return Err(broken(Self::NAME, key.clone(), problem));
        }
        Ok(())
    }
}

impl Signatories {
    /// The list with this id.
    #[must_use]
    pub fn list(&self, id: &str) -> Option<&SignatoryList> {
        self.lists.iter().find(|row| row.id == id)
    }

    /// The lists about an instrument. Which of them applies (an investigation, or proceedings not yet begun) is for a
    /// person to say.
    pub fn lists_for<'a>(&'a self, instrument: &'a str) -> impl Iterator<Item = &'a SignatoryList> + 'a {
        self.lists.iter().filter(move |row| row.instrument == instrument)
    }

    /// Compares a title as printed with one list, without regard to case and punctuation. The whole title must match:
    /// an Assistant Field Office Director is not a Field Office Director. `None` when there is no such list.
    #[must_use]
    pub fn finding(&self, list: &str, title: &str) -> Option<TitleFinding> {
        let list = self.list(list)?;
        let printed = squashed(title);
        let listed = self.titles.iter().filter(|row| row.list == list.id).any(|row| {
            squashed(&row.title) == printed
                || squashed(&row.wording) == printed
                || row.aliases.iter().any(|alias| squashed(alias) == printed)
        });
        Some(match (listed, list.catch_all) {
            (true, _) => TitleFinding::Listed,
            (false, true) => TitleFinding::NotListedAskForDelegation,
            (false, false) => TitleFinding::NotListedForCounsel,
        })
    }
}
