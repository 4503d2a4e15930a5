//! Target × record category: the cell in which decisions, order effects and the gate live.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::facts::{Category, DemandFacts};
use crate::ids::TargetId;

/// One cell. The target is none where the paper names no account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Cell {
    /// The account; none where the paper names none.
    pub target: Option<TargetId>,
    /// The record category.
    pub category: Category,
}

/// Which cells of a demand something covers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Cells {
    /// Every cell, also those added later.
    All,
    /// These only.
    Some {
        /// The cells.
        cells: Vec<Cell>,
    },
}

impl Cells {
    /// True when this covers the cell.
    #[must_use]
    pub fn covers(&self, cell: &Cell) -> bool {
        match self {
            Self::All => true,
            Self::Some { cells } => cells.contains(cell),
        }
    }
}

impl DemandFacts {
    /// The cells of this demand: each target with each category sought. Where no category is recorded yet, one cell per
    /// target stands for "other non-content", so that no target is without a cell.
    #[must_use]
    pub fn cells(&self) -> Vec<Cell> {
        let mut categories: BTreeSet<Category> = self.records.iter().map(|sought| sought.category).collect();
        if categories.is_empty() {
            categories.insert(Category::OtherNonContent);
        }
        let targets: Vec<Option<TargetId>> =
            if self.targets.is_empty() { vec![None] } else { self.targets.iter().map(|t| Some(t.id)).collect() };
        targets
            .into_iter()
            .flat_map(|target| categories.iter().map(move |category| Cell { target, category: *category }))
            .collect()
    }
}
