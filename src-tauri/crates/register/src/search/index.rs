//! Putting texts into an index and taking them out again.

use std::collections::BTreeSet;

use matter::search::{identifiers, indexed, mark_word};
use rusqlite::{Connection, params};

use crate::fault::Fault;

/// An index with the columns `words` and `marks`.
#[derive(Debug, Clone, Copy)]
pub(super) enum Index {
    /// Over `record`.
    Record,
    /// Over `page`.
    Page,
}

impl Index {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Record => "record_index",
            Self::Page => "page_index",
        }
    }

    pub(super) fn put(self, db: &Connection, row: i64, text: &str) -> Result<(), Fault> {
        let name = self.name();
        db.prepare_cached(&format!("INSERT INTO {name} (rowid, words, marks) VALUES (?1, ?2, ?3)"))?
            .execute(params![row, indexed(text), marks(text)])?;
        Ok(())
    }

    /// `text` is the one that was put in: the index holds none to look it up from.
    pub(super) fn take(self, db: &Connection, row: i64, text: &str) -> Result<(), Fault> {
        let name = self.name();
        db.prepare_cached(&format!("INSERT INTO {name} ({name}, rowid, words, marks) VALUES ('delete', ?1, ?2, ?3)"))?
            .execute(params![row, indexed(text), marks(text)])?;
        Ok(())
    }

    pub(super) fn clear(self, db: &Connection) -> Result<(), Fault> {
        let name = self.name();
        db.execute(&format!("INSERT INTO {name} ({name}) VALUES ('delete-all')"), [])?;
        Ok(())
    }

    /// How many rows it has.
    pub(super) fn rows(self, db: &Connection) -> Result<i64, Fault> {
        Ok(db.query_row(&format!("SELECT count(*) FROM {}_docsize", self.name()), [], |row| row.get(0))?)
    }
}

fn marks(text: &str) -> String {
    let found: BTreeSet<String> = identifiers(text).into_iter().map(|found| mark_word(&found.mark)).collect();
    found.into_iter().collect::<Vec<_>>().join(" ")
}
