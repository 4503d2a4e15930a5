//! Papers, byte for byte, in 1 MiB rows of the encrypted database. Memory stays flat whatever their size.

mod intake;
mod read;
mod source;

use matter::ids::DocumentId;
use matter::journal::Digest;
use rusqlite::{Connection, OptionalExtension as _, Transaction, params};

pub use intake::Staged;
pub(crate) use intake::seal;
pub use read::DocumentReader;
pub(crate) use read::rehash;
pub use source::{FileSource, Source, Stamp, Watch};

use crate::fault::Fault;
use crate::journal::number;
use crate::register::Register;

/// Bytes of one row.
pub(crate) const CHUNK: usize = 1024 * 1024;
/// A blob's rows are numbered from `blob << PLACES`: at most 2^20 of them, 1 TiB.
const PLACES: u32 = 20;

/// A paper in the register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DocumentFacts {
    /// Its id.
    pub id: DocumentId,
    /// SHA-256 of its bytes.
    pub sha256: Digest,
    /// Its length in bytes.
    pub length: u64,
    /// The last row of the act that took it in.
    pub sealed: u64,
}

/// A paper with the random number its rows go by.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Located {
    pub(crate) facts: DocumentFacts,
    pub(crate) blob: i64,
}

/// The row number of one chunk.
fn chunk_id(blob: i64, ordinal: u64) -> Result<i64, Fault> {
    let place = i64::try_from(ordinal).ok().filter(|place| *place < 1 << PLACES);
    let place = place.ok_or(Fault::MalformedAct { detail: "the paper is larger than 1 TiB" })?;
    Ok((blob << PLACES) | place)
}

fn located(row: &rusqlite::Row<'_>) -> rusqlite::Result<Located> {
    let id = DocumentId(uuid::Uuid::from_bytes(row.get(0)?));
    let (sha256, length, sealed) = (Digest(row.get(2)?), row.get::<_, i64>(3)?, row.get::<_, i64>(4)?);
    let facts = DocumentFacts { id, sha256, length: length.unsigned_abs(), sealed: sealed.unsigned_abs() };
    Ok(Located { facts, blob: row.get(1)? })
}

pub(crate) fn locate(db: &Connection, id: DocumentId) -> Result<Located, Fault> {
    db.prepare_cached("SELECT id, blob, sha256, length, sealed_seq FROM document WHERE id = ?1")?
        .query_row([id.0.as_bytes()], located)
        .optional()?
        .ok_or(Fault::NotFound { what: "document" })
}

/// Papers after the one named, by id, for walks over all of them.
pub(crate) fn after(db: &Connection, last: Option<DocumentId>, limit: usize) -> Result<Vec<Located>, Fault> {
    let mut statement = db.prepare_cached(
        "SELECT id, blob, sha256, length, sealed_seq FROM document WHERE id > ?1 ORDER BY id LIMIT ?2",
    )?;
    let from = last.map(|id| id.0.as_bytes().to_vec()).unwrap_or_default();
    let rows = statement.query_map(params![from, number(limit as u64)?], located)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn by_digest(db: &Transaction<'_>, sha256: &Digest) -> Result<Option<DocumentId>, Fault> {
    let found: Option<[u8; 16]> = db
        .prepare_cached("SELECT id FROM document WHERE sha256 = ?1")?
        .query_row([sha256.0], |row| row.get(0))
        .optional()?;
    Ok(found.map(|bytes| DocumentId(uuid::Uuid::from_bytes(bytes))))
}

impl Register {
    /// What is kept of a paper.
    ///
    /// # Errors
    /// [`Fault::NotFound`], or the store's own.
    pub fn document(&self, id: DocumentId) -> Result<DocumentFacts, Fault> {
        self.read(|db| Ok(locate(db, id)?.facts))
    }

    /// The paper with these bytes, if there is one.
    ///
    /// # Errors
    /// The store's own faults.
    pub fn document_with(&self, sha256: &Digest) -> Result<Option<DocumentFacts>, Fault> {
        self.read(|db| {
            let mut statement =
                db.prepare_cached("SELECT id, blob, sha256, length, sealed_seq FROM document WHERE sha256 = ?1")?;
            Ok(statement.query_row([sha256.0], located).optional()?.map(|found| found.facts))
        })
    }

    /// How many papers there are, and their bytes together.
    ///
    /// # Errors
    /// The store's own faults.
    pub fn document_totals(&self) -> Result<(u64, u64), Fault> {
        self.read(|db| {
            let (count, bytes): (i64, i64) =
                db.query_row("SELECT count(*), coalesce(sum(length), 0) FROM document", [], |row| {
                    Ok((row.get(0)?, row.get(1)?))
                })?;
            Ok((count.unsigned_abs(), bytes.unsigned_abs()))
        })
    }
}
