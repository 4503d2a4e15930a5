//! Record categories: the columns of the cell.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{LawFault, Table, Wording, check_rows, table};

/// Which statute's door a category stands behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum CategoryClass {
    /// 18 U.S.C. § 2703(c)(2)(A)–(F), and nothing else.
    BasicSubscriber,
    /// Records that are neither on that list nor content.
    OtherNonContent,
    /// Content of communications.
    Content,
    /// Records under a statute of their own (VPPA, RFPA, cable …).
    Special,
}

/// Something that is asked for and falls in a category.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS), ts(rename = "CategoryExample"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Example {
    /// English.
    pub en: String,
    /// Spanish.
    pub es: String,
    /// The statute that speaks of just this, where there is one.
    #[serde(default)]
    pub basis: Option<String>,
}

/// One record category.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS), ts(rename = "LawCategory"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Category {
    /// Id of the row: `name`, `address`, `sessions`, `service`, `identity`, `payment`, `otherNonContent`, `content`,
    /// `special`.
    pub id: String,
    /// `A`–`F` of § 2703(c)(2); none outside it.
    #[serde(default)]
    pub letter: Option<char>,
    /// Which door it stands behind.
    pub class: CategoryClass,
    /// What people call it.
    pub name: Wording,
    /// What is asked for in practice and falls here.
    #[serde(default)]
    pub examples: Vec<Example>,
    /// Where the row comes from.
    pub source: String,
    /// The day to which the source was read.
    #[serde(alias = "as_of")]
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub as_of: NaiveDate,
}

table! {
    /// The record categories, in the order they are shown.
    Categories, "categories",
    /// The categories.
    categories as "category": Category
}

impl Table for Categories {
    const NAME: &'static str = "categories";

    fn check(&self) -> Result<(), LawFault> {
        check_rows(
            Self::NAME,
            self.categories.iter().map(|row| (row.id.as_str(), row.source.as_str(), Some(&row.name))),
        )?;
        let letters = self.categories.iter().filter(|row| row.letter.is_some());
        let texts: Vec<(String, &Category)> = letters.map(|row| (row.letter.into_iter().collect(), row)).collect();
        check_rows(Self::NAME, texts.iter().map(|(letter, row)| (letter.as_str(), row.source.as_str(), None)))
    }
}

impl Categories {
    /// The category with this id.
    #[must_use]
    pub fn by_id(&self, id: &str) -> Option<&Category> {
        self.categories.iter().find(|row| row.id == id)
    }
}
