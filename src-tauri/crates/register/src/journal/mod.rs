//! The journal in SQLite.

mod append;
mod folded;
mod read;

use std::collections::BTreeMap;

use ed25519_dalek::SigningKey;
use matter::journal::{Append, Appended, Head, Journal, Row, Subject};

pub(crate) use append::append_in;
pub(crate) use folded::{Folded, Known};
pub use read::Recorded;
pub(crate) use read::{fold, millis, number, read_entry, row_from, subjects_of};

use crate::documents::Staged;
use crate::fault::Fault;
use crate::register::Register;

impl Register {
    /// Appends one act in one transaction: rows, signature, projections. See [`Journal::append`].
    ///
    /// # Errors
    /// [`Fault::Conflict`], [`Fault::OpReused`], [`Fault::NoSpace`] and the store's own. After an error the act may still
    /// be on record (the disk answered too late): ask again with the same op.
    pub fn append(&self, act: &Append, signer: &SigningKey) -> Result<Appended, Fault> {
        self.append_with_documents(act, signer, &[])
    }

    /// Appends one act and seals the papers it takes in, all in one transaction.
    ///
    /// # Errors
    /// As [`Self::append`]; [`Fault::DocumentKnown`] when the same bytes came in by another way meanwhile (the staged
    /// ones stay until they are discarded), [`Fault::NotFound`] when a paper is not staged (any more).
    pub fn append_with_documents(
        &self,
        act: &Append,
        signer: &SigningKey,
        papers: &[Staged],
    ) -> Result<Appended, Fault> {
        let context =
            append::Context { branch: self.branch(), device: self.setting().device, register: self.known_id() };
        let (appended, register, written) = self.write(|db| {
            let (appended, register) = append_in(db, &context, act, signer)?;
            let mut written = BTreeMap::new();
            if !appended.again {
                for paper in papers {
                    crate::documents::seal(db, paper, appended.last)?;
                }
                for write in act.writes.iter().filter(|write| crate::queue::concerns(&write.subject)) {
                    written.insert(write.subject, self.folded().take(db, &write.subject)?);
                }
                crate::queue::refresh(db, &written)?;
            }
            Ok((appended, register, written))
        })?;
        for (subject, known) in written {
            self.folded().keep(subject, known);
        }
        if let Some(id) = register {
            self.learn_id(id);
        }
        for paper in papers {
            self.live().remove(&paper.blob());
        }
        if !appended.again {
            // The act is on record; a note that could not be written is caught up at the next one.
            let people = appended.touched.iter().any(|(subject, _)| *subject == Subject::People);
            let listed = if people { self.note_administrators() } else { Ok(()) };
            let _caught_up_later = listed.and_then(|()| self.note_head(false));
        }
        Ok(appended)
    }

    /// Rows with a sequence number above `seq`, in order, at most `limit`.
    ///
    /// # Errors
    /// The store's own faults.
    pub fn since(&self, seq: u64, limit: usize) -> Result<Vec<Row>, Fault> {
        self.read(|db| read::since(db, seq, limit))
    }

    /// The last row's place in the chain; none before the first.
    ///
    /// # Errors
    /// The store's own faults.
    pub fn head(&self) -> Result<Option<Head>, Fault> {
        self.read(read::head)
    }
}

impl Journal for Register {
    type Fault = Fault;

    fn append(&mut self, act: &Append, signer: &SigningKey) -> Result<Appended, Fault> {
        Self::append(self, act, signer)
    }

    fn since(&self, seq: u64, limit: usize) -> Result<Vec<Row>, Fault> {
        Self::since(self, seq, limit)
    }

    fn head(&self) -> Result<Option<Head>, Fault> {
        Self::head(self)
    }
}
