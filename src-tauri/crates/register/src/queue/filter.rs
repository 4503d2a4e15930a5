//! The words a view is narrowed by: any part of a word, found by an index over every three characters in a row.

use matter::ids::DemandId;
use matter::search::folded;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension as _, params};

use crate::fault::Fault;

/// Rows that are sorted rather than met in order; more are met soon in any order.
const FEW: i64 = 2_000;
/// What the index can find.
const LEAST: usize = 3;
/// The schema step that made it.
const INDEXED_SINCE: u64 = 3;

/// The text of a row as it is kept and compared. What is no character of a text ends no word and hides none.
pub(super) fn text(search: &str) -> String {
    folded(search).chars().map(|c| if c.is_control() && c != '\n' { ' ' } else { c }).collect()
}

/// What a person typed, ready to be looked for.
pub(super) struct Narrowed {
    /// The question for the index; none where every word is too short for it.
    expression: Option<String>,
    /// Words that the index cannot find.
    short: Vec<String>,
}

/// Whether a question has few rows, or so many that a page of them is met soon.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    Few,
    Many,
}

impl Narrowed {
    /// None where nothing was typed. A register of an earlier schema that is only read has no index.
    pub(super) fn by(db: &Connection, typed: &str) -> Result<Option<Self>, Fault> {
        let typed = text(typed);
        if typed.trim().is_empty() {
            return Ok(None);
        }
        let schema: u64 = db.pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0))?.unsigned_abs();
        let found = |word: &&str| schema >= INDEXED_SINCE && word.chars().count() >= LEAST;
        let (long, short): (Vec<&str>, Vec<&str>) = typed.split_whitespace().partition(found);
        // Within the quotation marks of FTS5 only they themselves are doubled.
        let quoted: Vec<String> = long.iter().map(|word| format!("\"{}\"", word.replace('"', "\"\""))).collect();
        Ok(Some(Self {
            expression: (!quoted.is_empty()).then(|| quoted.join(" AND ")),
            short: short.into_iter().map(str::to_owned).collect(),
        }))
    }

    pub(super) fn reach(&self, db: &Connection) -> Result<Reach, Fault> {
        let Some(expression) = &self.expression else { return Ok(Reach::Many) };
        let met: i64 = db
            .prepare_cached("SELECT count(*) FROM (SELECT 1 FROM queue_gram WHERE queue_gram MATCH ?1 LIMIT ?2)")?
            .query_row(params![expression, FEW.saturating_add(1)], |row| row.get(0))?;
        Ok(if met > FEW { Reach::Many } else { Reach::Few })
    }

    /// Its conditions, each with its value.
    pub(super) fn conditions(&self) -> Vec<(&'static str, Value)> {
        let index = self.expression.iter().map(|expression| {
            let met = "number IN (SELECT rowid FROM queue_gram WHERE queue_gram MATCH ?)";
            (met, Value::Text(expression.clone()))
        });
        let short = self.short.iter().map(|word| ("instr(search, ?) > 0", Value::Text(word.clone())));
        index.chain(short).collect()
    }
}

/// Runs what writes a row, and keeps the index with it.
pub(super) fn keep(
    db: &Connection,
    demand: DemandId,
    search: &str,
    write: impl FnOnce() -> Result<(), Fault>,
) -> Result<(), Fault> {
    let known = kept(db, demand)?;
    let same = known.as_ref().is_some_and(|(_, kept)| kept == search);
    if !same && let Some((row, kept)) = known {
        delete(db, row, &kept)?;
    }
    write()?;
    if !same {
        let row: i64 = db
            .prepare_cached("SELECT number FROM queue WHERE demand = ?1")?
            .query_row([demand.0.as_bytes()], |row| row.get(0))?;
        db.prepare_cached("INSERT INTO queue_gram (rowid, search) VALUES (?1, ?2)")?.execute(params![row, search])?;
    }
    Ok(())
}

/// Takes a row out of the index, before it is deleted.
pub(super) fn take(db: &Connection, demand: DemandId) -> Result<(), Fault> {
    match kept(db, demand)? {
        Some((row, search)) => delete(db, row, &search),
        None => Ok(()),
    }
}

pub(super) fn clear(db: &Connection) -> Result<(), Fault> {
    db.execute("INSERT INTO queue_gram (queue_gram) VALUES ('delete-all')", [])?;
    db.execute("INSERT INTO queue_gram (queue_gram, rank) VALUES ('secure-delete', 1)", [])?;
    Ok(())
}

fn kept(db: &Connection, demand: DemandId) -> Result<Option<(i64, String)>, Fault> {
    let found = db
        .prepare_cached("SELECT number, search FROM queue WHERE demand = ?1")?
        .query_row([demand.0.as_bytes()], |row| Ok((row.get(0)?, row.get(1)?)));
    Ok(found.optional()?)
}

/// The index is told what was put in: it holds no text to look it up from.
fn delete(db: &Connection, row: i64, search: &str) -> Result<(), Fault> {
    db.prepare_cached("INSERT INTO queue_gram (queue_gram, rowid, search) VALUES ('delete', ?1, ?2)")?
        .execute(params![row, search])?;
    Ok(())
}
