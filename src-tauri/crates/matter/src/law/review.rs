//! The checks of the facial review, as a list. Answers live in the register.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{LawFault, RowProblem, Table, Wording, broken, check_rows, table};

/// How much a check weighs. A failed check is a finding, never a disposition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS), ts(rename = "CheckWeight"))]
#[serde(rename_all = "camelCase")]
pub enum Weight {
    /// Must be answered before the demand moves on.
    Gate,
    /// Must be answered before any production.
    GateBeforeProduction,
    /// Goes to counsel when it is noticed.
    Escalate,
    /// Weighs much.
    High,
    /// Weighs something.
    Medium,
    /// Weighs little.
    Low,
}

/// One check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS), ts(rename = "FacialCheck"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Check {
    /// Number in legal-reference §6, from 1.
    pub number: u8,
    /// Id of the row.
    pub id: String,
    /// How much it weighs.
    pub weight: Weight,
    /// What it rests on.
    pub basis: String,
    /// What is asked.
    pub name: Wording,
    /// Where the row comes from.
    pub source: String,
    /// The day to which the source was read.
    #[serde(alias = "as_of")]
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub as_of: NaiveDate,
}

table! {
    /// The facial review.
    FacialReview, "facial-review",
    /// The checks, by number.
    checks as "check": Check
}

impl Table for FacialReview {
    const NAME: &'static str = "facial-review";

    fn check(&self) -> Result<(), LawFault> {
        check_rows(Self::NAME, self.checks.iter().map(|row| (row.id.as_str(), row.source.as_str(), Some(&row.name))))?;
        match self.checks.iter().zip(1..).find(|(row, number)| row.number != *number) {
            Some((row, _)) => Err(broken(Self::NAME, row.id.clone(), RowProblem::Numbering)),
            None => Ok(()),
        }
    }
}

impl FacialReview {
    /// The check with this id.
    #[must_use]
    pub fn by_id(&self, id: &str) -> Option<&Check> {
        self.checks.iter().find(|row| row.id == id)
    }
}
