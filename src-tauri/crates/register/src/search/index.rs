//! Putting texts into an index and taking them out again.

use std::collections::BTreeSet;

use matter::search::{beginnings, identifiers, indexed, mark_word};
use rusqlite::{Connection, params};

use crate::fault::Fault;

/// An index with the columns `words`, `marks` and `begins`.
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

    /// Bits of an id that tell apart what one act brought; those above count the acts.
    pub(super) const fn bits(self) -> u32 {
        match self {
            Self::Record => 16,
            Self::Page => 24,
        }
    }

    /// The index's own number for an id of its table, and the other way round. Its acts count downwards: the newest come first in
    /// the order in which an index is read. In the other order FTS5 with `secure-delete` reads every page of a word's rows
    /// to find the last one.
    pub(super) const fn turned(self, id: i64) -> i64 {
        id ^ (-1 << self.bits())
    }

    /// The same as SQL.
    pub(super) fn turned_sql(self, id: &str) -> String {
        let bits = self.bits();
        format!("(((~({id} >> {bits})) << {bits}) | ({id} & {}))", (1_i64 << bits) - 1)
    }

    pub(super) fn put(self, db: &Connection, row: i64, words: &Indexed) -> Result<(), Fault> {
        let name = self.name();
        db.prepare_cached(&format!("INSERT INTO {name} (rowid, words, marks, begins) VALUES (?1, ?2, ?3, ?4)"))?
            .execute(params![self.turned(row), words.words, words.marks, words.begins])?;
        Ok(())
    }

    /// `words` are those that were put in: the index holds none to look them up from.
    pub(super) fn take(self, db: &Connection, row: i64, words: &Indexed) -> Result<(), Fault> {
        let name = self.name();
        db.prepare_cached(&format!(
            "INSERT INTO {name} ({name}, rowid, words, marks, begins) VALUES ('delete', ?1, ?2, ?3, ?4)"
        ))?
        .execute(params![self.turned(row), words.words, words.marks, words.begins])?;
        Ok(())
    }

    pub(super) fn clear(self, db: &Connection) -> Result<(), Fault> {
        let name = self.name();
        db.execute(&format!("INSERT INTO {name} ({name}) VALUES ('delete-all')"), [])?;
        // Kept in the index's own table, and written anew with it.
        db.execute(&format!("INSERT INTO {name} ({name}, rank) VALUES ('secure-delete', 1)"), [])?;
        Ok(())
    }

    /// How many rows it has.
    pub(super) fn rows(self, db: &Connection) -> Result<i64, Fault> {
        Ok(db.query_row(&format!("SELECT count(*) FROM {}_docsize", self.name()), [], |row| row.get(0))?)
    }
}

/// A word that every part has that names its subject: asked for first.
pub(super) const NAMES: &str = "mnames";

/// A text as an index takes it.
pub(super) struct Indexed {
    words: String,
    marks: String,
    begins: String,
}

impl Indexed {
    /// Takes time with the text: made before a transaction is begun.
    pub(super) fn of(text: &str) -> Self {
        let found: BTreeSet<String> = identifiers(text).into_iter().map(|found| mark_word(&found.mark)).collect();
        let words = indexed(text);
        let begins = beginnings(&words);
        Self { words, marks: found.into_iter().collect::<Vec<_>>().join(" "), begins }
    }

    /// The same, of a text that names its subject.
    pub(super) fn naming(mut self, names: bool) -> Self {
        if names {
            self.marks.push(' ');
            self.marks.push_str(NAMES);
        }
        self
    }
}
