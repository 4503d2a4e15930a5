//! What the register knows for one letter, handed in by the use case.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::{Condition, List};

/// One item of a list: field name (without `item.`) to value.
pub type Item = BTreeMap<String, String>;

/// The facts for one letter. Values are already written in the letter's language.
///
/// Values are data: `#strong[x]`, `{{x}}`, `*x*` or `<b>` come out as these very characters. Line breaks inside a value
/// become one space, so that a value cannot start a paragraph of its own. Values that no field names are left aside.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Facts {
    /// Field name to value.
    pub values: BTreeMap<String, String>,
    /// The conditions that hold.
    pub conditions: BTreeSet<Condition>,
    /// The lists, each with its items in the order to print.
    pub lists: BTreeMap<List, Vec<Item>>,
}
