//! Half-filled forms, kept so that a crash costs no typing. They are not evidence.

use matter::ids::PersonId;
use matter::time::Instant;
use rusqlite::{OptionalExtension as _, params};

use crate::fault::Fault;
use crate::journal::millis;
use crate::register::Register;

/// A draft as it was saved last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Its name, made by the caller (a form and a subject).
    pub name: String,
    /// Its bytes, the caller's own form.
    pub body: Vec<u8>,
    /// When it was saved.
    pub saved: Instant,
}

/// More than this is no form.
const MOST_BYTES: usize = 1024 * 1024;

impl Register {
    /// Saves a person's draft over the one of the same name.
    ///
    /// # Errors
    /// Larger than 1 MiB, or the disk.
    pub fn save_draft(&self, person: PersonId, name: &str, body: &[u8], at: Instant) -> Result<(), Fault> {
        if body.len() > MOST_BYTES {
            return Err(Fault::MalformedAct { detail: "the draft is larger than 1 MiB" });
        }
        self.write(|db| {
            db.prepare_cached(
                "INSERT INTO draft (person, name, body, saved_at) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (person, name) DO UPDATE SET body = excluded.body, saved_at = excluded.saved_at",
            )?
            .execute(params![person.0.as_bytes(), name, body, at.timestamp_millis()])?;
            Ok(())
        })
    }

    /// A person's draft of this name.
    ///
    /// # Errors
    /// The store's own faults.
    pub fn draft(&self, person: PersonId, name: &str) -> Result<Option<Draft>, Fault> {
        let found = self.read(|db| {
            let mut statement =
                db.prepare_cached("SELECT body, saved_at FROM draft WHERE person = ?1 AND name = ?2")?;
            let row = statement.query_row(params![person.0.as_bytes(), name], |row| Ok((row.get(0)?, row.get(1)?)));
            Ok(row.optional()?)
        })?;
        found.map(|(body, saved)| Ok(Draft { name: name.to_owned(), body, saved: millis(saved)? })).transpose()
    }

    /// A person's drafts, the latest first.
    ///
    /// # Errors
    /// The store's own faults.
    pub fn drafts(&self, person: PersonId) -> Result<Vec<Draft>, Fault> {
        self.read(|db| {
            let mut statement =
                db.prepare_cached("SELECT name, body, saved_at FROM draft WHERE person = ?1 ORDER BY saved_at DESC")?;
            let rows = statement
                .query_map([person.0.as_bytes()], |row| Ok((row.get(0)?, row.get(1)?, row.get::<_, i64>(2)?)))?;
            rows.map(|row| {
                let (name, body, saved) = row?;
                Ok(Draft { name, body, saved: millis(saved)? })
            })
            .collect()
        })
    }

    /// Drops a person's draft; none of that name is no fault.
    ///
    /// # Errors
    /// The store's own faults.
    pub fn drop_draft(&self, person: PersonId, name: &str) -> Result<(), Fault> {
        self.write(|db| {
            db.execute("DELETE FROM draft WHERE person = ?1 AND name = ?2", params![person.0.as_bytes(), name])?;
            Ok(())
        })
    }
}
