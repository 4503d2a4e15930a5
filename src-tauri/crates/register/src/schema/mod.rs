//! The schema, and the runner that brings a register up to it.
//!
//! Each step runs in one transaction together with its record. A step that was ever released keeps its text for ever:
//! the SHA-256 of what was applied is kept, and another text refuses the register. Raise the schema (add a step) for any
//! change of tables, triggers or indexes: an older program is then locked out, because it would not keep them.

#[cfg(test)]
mod tests;

use matter::journal::Digest;
use matter::time::Instant;
use rusqlite::{Connection, TransactionBehavior, params};

use crate::fault::Fault;

/// One step of the schema.
struct Step {
    name: &'static str,
    text: &'static [&'static str],
    /// Fills what the step's tables derive from the journal, in the step's own transaction.
    derive: fn(&Connection) -> Result<(), Fault>,
}

/// A step that derives nothing.
fn nothing(_: &Connection) -> Result<(), Fault> {
    Ok(())
}

/// All steps, in order; `user_version` is the number applied.
const STEPS: &[Step] = &[
    Step {
        name: "journal, documents, projections, working tables",
        text: &[
            include_str!("0001-store.sql"),
            include_str!("0001-journal.sql"),
            include_str!("0001-documents.sql"),
            include_str!("0001-queue.sql"),
            include_str!("0001-working.sql"),
        ],
        derive: nothing,
    },
    Step {
        name: "marks of numbers and dockets",
        text: &[include_str!("0002-marks.sql")],
        // The step after it derives everything.
        derive: nothing,
    },
    // As above.
    Step { name: "search", text: &[include_str!("0003-search.sql")], derive: nothing },
    Step { name: "beginnings of words", text: &[include_str!("0004-beginnings.sql")], derive: crate::queue::rebuild },
];

/// The table of applied steps; it is there before the first step.
const LEDGER: &str = include_str!("ledger.sql");

impl Step {
    fn digest(&self) -> Digest {
        Digest::of(self.text.join("\n--\n").as_bytes())
    }
}

/// The newest schema step this program knows.
pub(crate) fn known() -> u64 {
    STEPS.len() as u64
}

/// What a database lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Nothing was ever applied.
    New,
    /// Everything is applied.
    Current,
    /// Steps are missing; back up before applying them.
    Behind,
}

/// Where a database stands; refuses one of a newer program and one whose steps had another text.
///
/// # Errors
/// [`Fault::TooNew`], [`Fault::Damaged`].
pub(crate) fn standing(connection: &Connection) -> Result<Standing, Fault> {
    let applied = applied(connection)?;
    if applied == 0 {
        return Ok(Standing::New);
    }
    if applied > known() {
        return Err(Fault::TooNew { found: applied, known: known() });
    }
    let mut statement = connection.prepare("SELECT step, digest FROM migration ORDER BY step")?;
    let rows = statement.query_map([], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, [u8; 32]>(1)?)))?;
    let mut count = 0_u64;
    for (row, step) in rows.zip(STEPS) {
        let (number, digest) = row?;
        count = count.saturating_add(1);
        if u64::try_from(number) != Ok(count) || Digest(digest) != step.digest() {
            return Err(Fault::damaged(format!(
                "schema step {number} was not applied with the text this program knows"
            )));
        }
    }
    if count != applied {
        return Err(Fault::damaged("the record of schema steps does not match the schema's number"));
    }
    Ok(if applied == known() { Standing::Current } else { Standing::Behind })
}

/// Applies the steps that are missing, each in one transaction.
pub(crate) fn bring_up(connection: &mut Connection, at: Instant, program: &str) -> Result<(), Fault> {
    apply(connection, STEPS, at, program)
}

fn apply(connection: &mut Connection, steps: &[Step], at: Instant, program: &str) -> Result<(), Fault> {
    let first = usize::try_from(applied(connection)?).unwrap_or(usize::MAX);
    for (place, step) in steps.iter().enumerate().skip(first) {
        let number = i64::try_from(place).unwrap_or(i64::MAX).saturating_add(1);
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        transaction.execute_batch(LEDGER)?;
        for text in step.text {
            transaction.execute_batch(text)?;
        }
        (step.derive)(&transaction)?;
        transaction.execute(
            "INSERT INTO migration (step, name, digest, applied_at, program) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![number, step.name, step.digest().0, at.timestamp_millis(), program],
        )?;
        transaction.pragma_update(None, "user_version", number)?;
        transaction.commit()?;
    }
    Ok(())
}

fn applied(connection: &Connection) -> Result<u64, Fault> {
    let number: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    u64::try_from(number).map_err(|_| Fault::damaged("the schema's number is negative"))
}

/// The schema as a fresh database has it against the one found: names of tables, indexes and triggers that were changed,
/// added or dropped.
pub(crate) fn differences(connection: &Connection) -> Result<Vec<String>, Fault> {
    let fresh = Connection::open_in_memory()?;
    fresh.execute_batch(LEDGER)?;
    for text in STEPS.iter().flat_map(|step| step.text) {
        fresh.execute_batch(text)?;
    }
    let (wanted, found) = (objects(&fresh)?, objects(connection)?);
    let mut names: Vec<String> = wanted
        .iter()
        .filter(|object| !found.contains(object))
        .chain(found.iter().filter(|object| !wanted.contains(object)))
        .map(|(kind, name, _)| format!("{kind} {name}"))
        .collect();
    names.sort();
    names.dedup();
    Ok(names)
}

type Object = (String, String, Option<String>);

fn objects(connection: &Connection) -> Result<Vec<Object>, Fault> {
    let mut statement = connection.prepare("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
