//! Taking a paper in: staged in pieces, so that others can write between; sealed together with the act that says so.

use std::io::Read;

use matter::ids::DocumentId;
use matter::journal::Digest;
use rusqlite::{Transaction, params};
use sha2::{Digest as _, Sha256};

use super::{CHUNK, PLACES, Source, Stamp, Watch, by_digest, chunk_id};
use crate::fault::Fault;
use crate::journal::number;
use crate::keyring::random;
use crate::register::Register;

/// Rows written in one transaction: 8 MiB.
const ROWS_AT_ONCE: usize = 8;

/// A paper whose bytes are in the register, and which no act speaks of yet.
#[derive(Debug)]
pub struct Staged {
    document: DocumentId,
    blob: Option<i64>,
    sha256: Digest,
    length: u64,
}

impl Staged {
    /// The paper's id: the one asked for, or, for bytes that were on record, the one that has them.
    #[must_use]
    pub fn document(&self) -> DocumentId {
        self.document
    }

    /// SHA-256 of its bytes.
    #[must_use]
    pub fn sha256(&self) -> Digest {
        self.sha256
    }

    /// Its length in bytes.
    #[must_use]
    pub fn length(&self) -> u64 {
        self.length
    }

    /// True when the same bytes were on record already; nothing was kept twice.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.blob.is_none()
    }

    pub(crate) fn blob(&self) -> i64 {
        self.blob.unwrap_or(-1)
    }
}

impl Register {
    /// Reads a source to its end into the register. `id` is the paper's id if its bytes are new. The paper is not on
    /// record until [`Register::append_with_documents`] seals it; what is never sealed is swept.
    ///
    /// # Errors
    /// [`Fault::SourceChanged`], [`Fault::Cancelled`], [`Fault::NoSpace`], or reading failed. Whatever was written is
    /// dropped again.
    pub fn stage(&self, id: DocumentId, source: &mut dyn Source, watch: &mut Watch<'_>) -> Result<Staged, Fault> {
        self.sweep()?;
        let before = source.stamp()?;
        self.refuse_too_large(before.length)?;
        let blob = i64::from_be_bytes(random()?).unsigned_abs() >> (PLACES + 1);
        let blob = i64::try_from(blob).map_err(|_| Fault::NoRandomness)?;
        self.live().insert(blob);
        let taken = self.take_in(blob, source, &before, watch);
        let settled = taken.and_then(|(sha256, length)| {
            let known = self.write(|db| by_digest(db, &sha256))?;
            Ok(Staged { document: known.unwrap_or(id), blob: known.is_none().then_some(blob), sha256, length })
        });
        if settled.as_ref().map_or(true, Staged::is_known) {
            self.live().remove(&blob);
            // On a full disk even this may fail; then it is swept before the next intake.
            let swept = self.sweep();
            if settled.is_ok() {
                swept?;
            }
        }
        settled
    }

    /// Drops a staged paper that no act is going to speak of.
    ///
    /// # Errors
    /// The store's own faults; it is swept later then.
    pub fn discard(&self, staged: &Staged) -> Result<(), Fault> {
        self.live().remove(&staged.blob());
        self.sweep()
    }

    fn take_in(
        &self,
        blob: i64,
        source: &mut dyn Source,
        before: &Stamp,
        watch: &mut Watch<'_>,
    ) -> Result<(Digest, u64), Fault> {
        self.write(|db| Ok(db.execute("INSERT INTO intake (blob) VALUES (?1)", [blob])?))?;
        let mut hash = Sha256::new();
        let mut length = 0_u64;
        let mut ordinal = 0_u64;
        let mut rows = Vec::with_capacity(ROWS_AT_ONCE);
        let mut spare: Vec<Vec<u8>> = Vec::with_capacity(ROWS_AT_ONCE);
        loop {
            let mut bytes = spare.pop().unwrap_or_else(|| Vec::with_capacity(CHUNK));
            bytes.clear();
            let read = Read::take(&mut *source, CHUNK as u64).read_to_end(&mut bytes);
            read.map_err(Fault::io("reading the file"))?;
            let at_end = bytes.len() < CHUNK;
            if !bytes.is_empty() {
                hash.update(&bytes);
                length = length.saturating_add(bytes.len() as u64);
                rows.push(bytes);
            }
            if rows.len() == ROWS_AT_ONCE || (at_end && !rows.is_empty()) {
                self.write(|db| put_rows(db, blob, ordinal, &rows))
                    .map_err(|fault| self.folder().explain(fault, before.length.saturating_sub(length)))?;
                ordinal = ordinal.saturating_add(rows.len() as u64);
                spare.append(&mut rows);
            }
            watch.at(length)?;
            if at_end {
                break;
            }
        }
        let after = source.stamp()?;
        let wrong_length = after.mark != [0; 4] && after.length != length;
        if after != *before || wrong_length {
            return Err(Fault::SourceChanged);
        }
        Ok((Digest(hash.finalize().into()), length))
    }

    /// Says early that a paper cannot fit, before the disk is full for everybody.
    fn refuse_too_large(&self, length: u64) -> Result<(), Fault> {
        let reusable = self.read(|db| {
            let pages: i64 = db.pragma_query_value(None, "freelist_count", |row| row.get(0))?;
            Ok(pages.unsigned_abs().saturating_mul(crate::connection::PAGE.unsigned_abs()))
        })?;
        let needed = length.saturating_add(length / 50);
        let free = self.folder().free();
        if free.saturating_add(reusable) < needed { Err(Fault::NoSpace { needed, free }) } else { Ok(()) }
    }

    /// Deletes blobs that nobody is taking in, a few MiB at a time.
    pub(crate) fn sweep(&self) -> Result<(), Fault> {
        if self.is_read_only() {
            return Err(Fault::ReadOnly);
        }
        let staged: Vec<i64> = self.read(|db| {
            let mut statement = db.prepare_cached("SELECT blob FROM intake")?;
            let rows = statement.query_map([], |row| row.get(0))?;
            Ok(rows.collect::<Result<_, _>>()?)
        })?;
        for blob in staged {
            if self.live().contains(&blob) {
                continue;
            }
            while self.write(|db| drop_rows(db, blob))? {}
        }
        Ok(())
    }
}

fn put_rows(db: &Transaction<'_>, blob: i64, first: u64, rows: &[Vec<u8>]) -> Result<(), Fault> {
    let mut statement = db.prepare_cached("INSERT INTO chunk (id, bytes) VALUES (?1, ?2)")?;
    for (ordinal, bytes) in (first..).zip(rows) {
        statement.execute(params![chunk_id(blob, ordinal)?, bytes])?;
    }
    Ok(())
}

/// Deletes some rows of an unsealed blob; false when it is gone whole.
fn drop_rows(db: &Transaction<'_>, blob: i64) -> Result<bool, Fault> {
    let (low, high) = (blob << PLACES, (blob << PLACES) | ((1 << PLACES) - 1));
    let gone = db
        .prepare_cached("DELETE FROM chunk WHERE id IN (SELECT id FROM chunk WHERE id BETWEEN ?1 AND ?2 LIMIT ?3)")?
        .execute(params![low, high, number(ROWS_AT_ONCE as u64)?])?;
    if gone == 0 {
        db.execute("DELETE FROM intake WHERE blob = ?1", [blob])?;
    }
    Ok(gone > 0)
}

/// Seals a staged paper within the transaction of the act that speaks of it.
pub(crate) fn seal(db: &Transaction<'_>, staged: &Staged, last: u64) -> Result<(), Fault> {
    let Some(blob) = staged.blob else { return Ok(()) };
    if let Some(existing) = by_digest(db, &staged.sha256)? {
        return Err(Fault::DocumentKnown { existing });
    }
    if db.execute("DELETE FROM intake WHERE blob = ?1", [blob])? != 1 {
        return Err(Fault::NotFound { what: "staged paper" });
    }
    db.execute(
        "INSERT INTO document (id, blob, sha256, length, sealed_seq) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![staged.document.0.as_bytes(), blob, staged.sha256.0, number(staged.length)?, number(last)?],
    )?;
    Ok(())
}
