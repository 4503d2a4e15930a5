//! The marks kept of demands and proceedings.

use std::collections::BTreeSet;

use matter::journal::{Subject, SubjectKind};
use matter::state::State;
use rusqlite::{Connection, params};

use crate::fault::Fault;
use crate::journal::{fold, subjects_of};

/// Brings the marks of a subject up to its state.
pub(super) fn refresh(db: &Connection, subject: &Subject, state: &State) -> Result<(), Fault> {
    let (wanted, kept) = (matter::mark::marks(state), kept(db, subject)?);
    let key = subject.key();
    for gone in kept.difference(&wanted) {
        db.prepare_cached("DELETE FROM mark WHERE text = ?1 AND subject = ?2")?.execute(params![gone, key])?;
    }
    for new in wanted.difference(&kept) {
        db.prepare_cached("INSERT INTO mark (text, subject) VALUES (?1, ?2)")?.execute(params![new, key])?;
    }
    Ok(())
}

fn kept(db: &Connection, subject: &Subject) -> Result<BTreeSet<String>, Fault> {
    let mut statement = db.prepare_cached("SELECT text FROM mark WHERE subject = ?1")?;
    let rows = statement.query_map([subject.key()], |row| row.get::<_, String>(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Derives every mark anew.
pub(super) fn rebuild(db: &Connection) -> Result<(), Fault> {
    db.execute_batch("DELETE FROM mark")?;
    for kind in [SubjectKind::Proceeding, SubjectKind::Demand] {
        for subject in subjects_of(db, kind)? {
            refresh(db, &subject, &fold(db, &subject, None)?)?;
        }
    }
    Ok(())
}

/// How many marks are kept of a subject, when they are those its entries give; none when they are not.
pub(super) fn kept_rightly(db: &Connection, subject: &Subject, state: &State) -> Result<Option<i64>, Fault> {
    let (wanted, kept) = (matter::mark::marks(state), kept(db, subject)?);
    Ok((wanted == kept).then(|| i64::try_from(kept.len()).unwrap_or(i64::MAX)))
}

/// How many marks there are.
pub(super) fn count(db: &Connection) -> Result<i64, Fault> {
    Ok(db.query_row("SELECT count(*) FROM mark", [], |row| row.get(0))?)
}

impl crate::register::Register {
    /// The demands and proceedings that carry any of these marks.
    ///
    /// # Errors
    /// The store's own faults.
    pub fn marked(&self, marks: &[String]) -> Result<Vec<Subject>, Fault> {
        self.read(|db| {
            let mut found = BTreeSet::new();
            for mark in marks {
                let mut statement = db.prepare_cached("SELECT subject FROM mark WHERE text = ?1 LIMIT 1000")?;
                let rows = statement.query_map([mark], |row| row.get::<_, String>(0))?;
                for row in rows {
                    found.insert(row?);
                }
            }
            let subjects = found.iter().map(|key| Subject::from_key(key));
            subjects.map(|one| one.ok_or_else(|| Fault::damaged("a mark names no subject"))).collect()
        })
    }
}
