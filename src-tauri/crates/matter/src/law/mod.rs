//! Law, lists and policy as versioned data: every table has a version and an "as of", every row a source.
//!
//! What the program ships lies in `matter/data/*.toml` and is compiled in; a table that counsel has edited comes from
//! the register as text and is read by the same `read`. Nothing here decides anything: these are lists to look things
//! up in, and a finding against a list is never a verdict (legal-reference §9.11, §9.23, §9.26).

mod categories;
mod courts;
mod holidays;
mod instruments;
mod policy;
mod review;
mod signatories;

use std::collections::BTreeSet;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

pub use categories::{Categories, Category, CategoryClass, Example};
pub use courts::{Court, CourtId, Courts, zones_of};
pub use holidays::{Closure, Holiday, HolidayRule, Holidays, Move, Observance};
pub use instruments::{Compels, Instrument, Instruments, Track};
pub use policy::{Counting, HelpOrganisation, Owed, Policy, Reply, Window};
pub use review::{Check, FacialReview, Weight};
pub use signatories::{ListWeight, Signatories, SignatoryList, SignatoryTitle, TitleFinding};

/// A text in the two languages of the program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// English.
    pub en: String,
    /// Spanish.
    pub es: String,
}

/// Why a table of law data cannot be used. Nothing of the table is used then.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LawFault {
    /// The text is not the table it should be: syntax, a missing or unknown field, an unknown zone or an impossible date.
    #[error("the law table {table} cannot be read: {detail}")]
    Unreadable {
        /// File name without ending.
        table: &'static str,
        /// What the reader of the text said, with the line.
        detail: String,
    },
    /// A row breaks a rule of the table.
    #[error("the law table {table}, row {row}: {problem}")]
    Row {
        /// File name without ending.
        table: &'static str,
        /// The row's id.
        row: String,
        /// Which rule.
        problem: RowProblem,
    },
}

/// Which rule a row breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RowProblem {
    /// Another row has the same id, abbreviation, letter or number.
    #[error("appears twice")]
    Duplicate,
    /// No source is named.
    #[error("names no source")]
    NoSource,
    /// A text that people read is empty, in one language or both.
    #[error("has an empty text")]
    EmptyText,
    /// A court without a time zone.
    #[error("has no time zone")]
    NoZone,
    /// A rule that can never give a date (month 13, the sixth Monday, 30 February).
    #[error("can never give a date")]
    NeverADate,
    /// It points at a row that is not there.
    #[error("points at a row that is not there")]
    DanglingReference,
    /// A period of no days.
    #[error("counts no days")]
    NoDays,
    /// The numbers do not run from 1 without a gap.
    #[error("breaks the numbering")]
    Numbering,
}

/// A table of law data: how to check it once it is read.
trait Table: DeserializeOwned {
    /// File name without ending.
    const NAME: &'static str;
    /// The rules that the types alone do not state.
    fn check(&self) -> Result<(), LawFault>;
}

fn read<T: Table>(text: &str) -> Result<T, LawFault> {
    let table: T =
        toml::from_str(text).map_err(|error| LawFault::Unreadable { table: T::NAME, detail: error.to_string() })?;
    table.check()?;
    Ok(table)
}

const fn broken(table: &'static str, row: String, problem: RowProblem) -> LawFault {
    LawFault::Row { table, row, problem }
}

/// What every row must have: an id of its own, a source, and names in both languages.
fn check_rows<'a>(
    table: &'static str,
    rows: impl Iterator<Item = (&'a str, &'a str, Option<&'a Wording>)>,
) -> Result<(), LawFault> {
    let mut seen = BTreeSet::new();
    for (id, source, name) in rows {
        let problem = if id.trim().is_empty()
            || name.is_some_and(|name| name.en.trim().is_empty() || name.es.trim().is_empty())
        {
            RowProblem::EmptyText
        } else if source.trim().is_empty() {
            RowProblem::NoSource
        } else if !seen.insert(id) {
            RowProblem::Duplicate
        } else {
            continue;
        };
        return Err(broken(table, id.to_owned(), problem));
    }
    Ok(())
}

/// Letters and digits only, in lower case: "N.D. Cal." and "nd cal" are the same words.
fn squashed(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// All tables together. Loaded once by whoever holds the session, and passed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Law {
    /// The 94 district courts.
    pub courts: Courts,
    /// Legal holidays and closures.
    pub holidays: Holidays,
    /// Who may sign.
    pub signatories: Signatories,
    /// Record categories.
    pub categories: Categories,
    /// Kinds of paper.
    pub instruments: Instruments,
    /// Windows, help organisations, replies.
    pub policy: Policy,
    /// The 26 facial checks.
    pub review: FacialReview,
}

impl Law {
    /// The edition the program ships.
    ///
    /// # Errors
    /// The first table that cannot be used; a test proves there is none in a released program.
    pub fn shipped() -> Result<Self, LawFault> {
        Ok(Self {
            courts: Courts::shipped()?,
            holidays: Holidays::shipped()?,
            signatories: Signatories::shipped()?,
            categories: Categories::shipped()?,
            instruments: Instruments::shipped()?,
            policy: Policy::shipped()?,
            review: FacialReview::shipped()?,
        })
    }
}

/// Declares a table: its head, its rows, and how it is read.
macro_rules! table {
    ($(#[$doc:meta])* $name:ident, $file:literal, $($(#[$row_doc:meta])* $rows:ident as $key:literal: $row:ty),+) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "camelCase", deny_unknown_fields)]
        pub struct $name {
            /// Edition of the table; grows with every change.
            pub version: u32,
            /// The day to which its sources were read.
            #[serde(alias = "as_of")]
            pub as_of: chrono::NaiveDate,
            /// Where the table as a whole comes from.
            pub source: String,
            $($(#[$row_doc])* #[serde(alias = $key, default)] pub $rows: Vec<$row>,)+
        }

        impl $name {
            /// The edition the program ships.
            ///
            /// # Errors
            /// [`LawFault`](super::LawFault) when the compiled-in text cannot be used.
            pub fn shipped() -> Result<Self, super::LawFault> {
                Self::read(include_str!(concat!("../../data/", $file, ".toml")))
            }

            /// Reads an edition from TOML text, such as one that counsel edited.
            ///
            /// # Errors
            /// [`LawFault`](super::LawFault): unreadable text, or a row that breaks a rule of the table.
            pub fn read(text: &str) -> Result<Self, super::LawFault> {
                super::read(text)
            }
        }
    };
}
use table;
