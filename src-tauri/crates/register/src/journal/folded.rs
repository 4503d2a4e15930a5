//! Subjects folded lately. A demand with many entries is read for every act on it: only what is new is folded on.

use std::sync::{Arc, Mutex};

use matter::journal::{Subject, Version};
use matter::state::State;
use rusqlite::Connection;

use super::read::{Recorded, rows_after, version_of};
use crate::fault::Fault;
use crate::register::locked;

/// How many are kept: those a person goes to and fro between.
const KEPT: usize = 8;

/// A subject's state with the entries that made it.
#[derive(Clone)]
pub(crate) struct Known {
    pub(crate) state: State,
    pub(crate) rows: Vec<Recorded>,
}

impl Known {
    /// From the journal alone, every row checked.
    pub(crate) fn of(db: &Connection, subject: &Subject) -> Result<Self, Fault> {
        let mut known = Self { state: State::new(subject), rows: Vec::new() };
        known.go_on(db, subject)?;
        Ok(known)
    }

    fn version(&self) -> Version {
        self.rows.last().map_or(0, |row| row.header.version)
    }

    /// Folds what was recorded since.
    fn go_on(&mut self, db: &Connection, subject: &Subject) -> Result<(), Fault> {
        for row in rows_after(db, subject, self.version())? {
            self.state.evolve(&row.meta(), row.entry.as_ref());
            self.rows.push(row);
        }
        Ok(())
    }
}

/// The subjects folded lately, the last one last. Entries are never changed, so what was folded of the first so many
/// stays right; what is kept here was checked when it was read, and is read anew by `verify` and by the next unlocking.
pub(crate) struct Folded(Mutex<Option<Kept>>);

/// None once the register is locked.
type Kept = Vec<(Subject, Arc<Known>)>;

impl Default for Folded {
    fn default() -> Self {
        Self(Mutex::new(Some(Kept::new())))
    }
}

impl Folded {
    /// A subject as the reading transaction of `db` sees it.
    pub(crate) fn read(&self, db: &Connection, subject: &Subject) -> Result<Arc<Known>, Fault> {
        let kept = locked(&self.0).iter().flatten().find(|(one, _)| one == subject).map(|(_, known)| Arc::clone(known));
        let known = brought_up(db, subject, kept)?;
        self.keep(*subject, Arc::clone(&known));
        Ok(known)
    }

    /// A subject as the writing transaction of `db` sees it, for the one who keeps it once that has been committed.
    pub(crate) fn take(&self, db: &Connection, subject: &Subject) -> Result<Arc<Known>, Fault> {
        let taken = locked(&self.0).as_mut().and_then(|kept| {
            let at = kept.iter().position(|(one, _)| one == subject)?;
            Some(kept.remove(at).1)
        });
        brought_up(db, subject, taken)
    }

    /// Keeps what was read in a transaction that is over and stands: what is rolled back never comes here.
    pub(crate) fn keep(&self, subject: Subject, known: Arc<Known>) {
        let mut held = locked(&self.0);
        let Some(kept) = held.as_mut() else { return };
        if let Some(at) = kept.iter().position(|(one, _)| *one == subject) {
            let newer = kept.remove(at).1;
            if newer.version() > known.version() {
                kept.push((subject, newer));
                return;
            }
        }
        kept.push((subject, known));
        if kept.len() > KEPT {
            kept.remove(0);
        }
    }

    /// Forgets everything, for good: the register is locked, and an act that ends only now leaves nothing here.
    pub(crate) fn close(&self) {
        *locked(&self.0) = None;
    }
}

fn brought_up(db: &Connection, subject: &Subject, kept: Option<Arc<Known>>) -> Result<Arc<Known>, Fault> {
    let Some(mut known) = kept else { return Ok(Arc::new(Known::of(db, subject)?)) };
    let (folded, wanted) = (known.version(), version_of(db, subject)?);
    if folded > wanted {
        // A reader that began before the last act.
        return Ok(Arc::new(Known::of(db, subject)?));
    }
    if folded < wanted {
        Arc::make_mut(&mut known).go_on(db, subject)?;
    }
    Ok(known)
}
