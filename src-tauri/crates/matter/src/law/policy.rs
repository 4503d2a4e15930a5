//! Defaults that counsel edits: windows of days, help organisations, replies.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{LawFault, RowProblem, Table, Wording, broken, check_rows, table};

/// How the days of a window are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Counting {
    /// N whole days after the day of proof, ending 23:59:59 in the latest zone concerned.
    FullDays,
    /// Days of the calendar; never rolls.
    PlainDays,
    /// FRCP 6(a): the trigger day is left out, a last day that is no court day rolls.
    ComputedDays,
    /// Only days that are neither weekend nor legal holiday.
    BusinessDays,
}

/// To whom the end of a period matters, and so which way a doubt is rounded: always against ourselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS), ts(rename = "OwedTo"))]
#[serde(rename_all = "camelCase")]
pub enum Owed {
    /// A duty of ours: the earlier candidate counts.
    ByUs,
    /// A wait we owe to users: the later candidate counts.
    ToUsers,
}

/// One period of days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS), ts(rename = "LawWindow"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Window {
    /// Id of the row: `noticeWindow`, `docketRecheck` …
    pub id: String,
    /// How many days.
    pub days: u32,
    /// How they are counted.
    pub counting: Counting,
    /// Which way a doubt is rounded.
    pub owed: Owed,
    /// What people call it.
    pub name: Wording,
    /// Not yet confirmed by counsel.
    pub draft: bool,
    /// Where the row comes from.
    pub source: String,
    /// The day to which the source was read.
    #[serde(alias = "as_of")]
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub as_of: NaiveDate,
}

/// Somewhere a user can turn for help.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS), ts(rename = "LawHelpOrganisation"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HelpOrganisation {
    /// Id of the row.
    pub id: String,
    /// Its name as a letter prints it.
    pub name: Wording,
    /// Not yet confirmed by counsel.
    pub draft: bool,
    /// Where the row comes from.
    pub source: String,
    /// The day to which the source was read.
    #[serde(alias = "as_of")]
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub as_of: NaiveDate,
}

/// A text that may be sent as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS), ts(rename = "ReadyReply"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Reply {
    /// Id of the row: `triage`.
    pub id: String,
    /// The text.
    pub text: Wording,
    /// Not yet confirmed by counsel.
    pub draft: bool,
    /// Where the row comes from.
    pub source: String,
    /// The day to which the source was read.
    #[serde(alias = "as_of")]
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub as_of: NaiveDate,
}

table! {
    /// What counsel sets.
    Policy, "policy",
    /// Periods of days.
    windows as "window": Window,
    /// Help organisations for user letters, in the order they are printed.
    help as "helpOrganisation": HelpOrganisation,
    /// Ready texts.
    replies as "reply": Reply
}

impl Table for Policy {
    const NAME: &'static str = "policy";

    fn check(&self) -> Result<(), LawFault> {
        check_rows(Self::NAME, self.windows.iter().map(|row| (row.id.as_str(), row.source.as_str(), Some(&row.name))))?;
        check_rows(Self::NAME, self.help.iter().map(|row| (row.id.as_str(), row.source.as_str(), Some(&row.name))))?;
        check_rows(Self::NAME, self.replies.iter().map(|row| (row.id.as_str(), row.source.as_str(), Some(&row.text))))?;
        match self.windows.iter().find(|row| row.days == 0) {
            Some(row) => Err(broken(Self::NAME, row.id.clone(), RowProblem::NoDays)),
            None => Ok(()),
        }
    }
}

impl Policy {
    /// The period with this id.
    #[must_use]
    pub fn window(&self, id: &str) -> Option<&Window> {
        self.windows.iter().find(|row| row.id == id)
    }

    /// The ready text with this id.
    #[must_use]
    pub fn reply(&self, id: &str) -> Option<&Reply> {
        self.replies.iter().find(|row| row.id == id)
    }
}
