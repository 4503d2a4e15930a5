//! Reading papers back.

use std::io::{Read, Seek, SeekFrom, Write};
use std::path::Path;

use matter::ids::DocumentId;
use matter::journal::Digest;
use rusqlite::{Connection, OptionalExtension as _};
use sha2::{Digest as _, Sha256};

use super::{CHUNK, DocumentFacts, Located, Watch, chunk_id, locate};
use crate::fault::Fault;
use crate::folder::{flush_folder_of, private_file};
use crate::register::Register;

fn chunk(db: &Connection, document: &Located, ordinal: u64) -> Result<Vec<u8>, Fault> {
    let bytes: Option<Vec<u8>> = db
        .prepare_cached("SELECT bytes FROM chunk WHERE id = ?1")?
        .query_row([chunk_id(document.blob, ordinal)?], |row| row.get(0))
        .optional()?;
    let left = document.facts.length.saturating_sub(ordinal.saturating_mul(CHUNK as u64));
    let wanted = left.min(CHUNK as u64);
    match bytes {
        Some(bytes) if bytes.len() as u64 == wanted => Ok(bytes),
        _ => Err(Fault::damaged(format!("document {}: bytes are missing", document.facts.id))),
    }
}

/// Hashes a paper's bytes as they are now. `step` is called with the bytes done.
pub(crate) fn rehash(
    read: &dyn Fn(u64) -> Result<Vec<u8>, Fault>,
    length: u64,
    step: &mut dyn FnMut(&[u8]) -> Result<(), Fault>,
) -> Result<Digest, Fault> {
    let mut hash = Sha256::new();
    for ordinal in 0..length.div_ceil(CHUNK as u64) {
        let bytes = read(ordinal)?;
        hash.update(&bytes);
        step(&bytes)?;
    }
    Ok(Digest(hash.finalize().into()))
}

impl Register {
    pub(crate) fn chunk_of(&self, document: &Located, ordinal: u64) -> Result<Vec<u8>, Fault> {
        self.read(|db| chunk(db, document, ordinal))
    }

    /// A paper as a stream with a place in it.
    ///
    /// # Errors
    /// [`Fault::NotFound`], or the store's own.
    pub fn open_document(&self, id: DocumentId) -> Result<DocumentReader<'_>, Fault> {
        let document = self.read(|db| locate(db, id))?;
        Ok(DocumentReader { register: self, document, place: 0, held: None })
    }

    /// Writes a paper out and hashes it on the way: bytes that are not those taken in are a fault, not a file.
    ///
    /// # Errors
    /// [`Fault::Damaged`] when the bytes do not have their SHA-256; [`Fault::Cancelled`]; the target's own.
    pub fn export(&self, id: DocumentId, into: &mut dyn Write, watch: &mut Watch<'_>) -> Result<DocumentFacts, Fault> {
        let document = self.read(|db| locate(db, id))?;
        let mut done = 0_u64;
        let read = |ordinal| self.chunk_of(&document, ordinal);
        let digest = rehash(&read, document.facts.length, &mut |bytes| {
            into.write_all(bytes).map_err(Fault::io("writing the copy"))?;
            done = done.saturating_add(bytes.len() as u64);
            watch.at(done)
        })?;
        if digest == document.facts.sha256 {
            Ok(document.facts)
        } else {
            Err(Fault::damaged(format!("document {id}: its bytes were changed")))
        }
    }

    /// Writes a paper to a file: beside its place first, moved there when it is whole.
    ///
    /// # Errors
    /// As [`Self::export`]; a file that is there is replaced only if `replace`.
    pub fn export_file(
        &self,
        id: DocumentId,
        path: &Path,
        replace: bool,
        watch: &mut Watch<'_>,
    ) -> Result<DocumentFacts, Fault> {
        if !replace && path.exists() {
            return Err(Fault::Exists { what: "file" });
        }
        let mut name = path.file_name().unwrap_or_default().to_owned();
        name.push(".part");
        let beside = path.with_file_name(name);
        let what = "writing the copy";
        let written = private_file(&beside).map_err(Fault::io(what)).and_then(|mut file| {
            let facts = self.export(id, &mut file, watch)?;
            file.sync_all().map_err(Fault::io(what))?;
            std::fs::rename(&beside, path).map_err(Fault::io(what))?;
            flush_folder_of(path)?;
            Ok(facts)
        });
        if written.is_err() {
            let _unfinished = std::fs::remove_file(&beside);
        }
        written
    }
}

/// A paper as a stream; it holds 1 MiB of it at a time.
#[derive(Debug)]
pub struct DocumentReader<'a> {
    register: &'a Register,
    document: Located,
    place: u64,
    held: Option<(u64, Vec<u8>)>,
}

impl DocumentReader<'_> {
    /// What is kept of the paper.
    #[must_use]
    pub fn facts(&self) -> DocumentFacts {
        self.document.facts
    }
}

impl Read for DocumentReader<'_> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        if self.place >= self.document.facts.length || into.is_empty() {
            return Ok(0);
        }
        let (ordinal, offset) = (self.place / CHUNK as u64, self.place % CHUNK as u64);
        let bytes = match self.held.take() {
            Some((held, bytes)) if held == ordinal => bytes,
            _ => self.register.chunk_of(&self.document, ordinal).map_err(std::io::Error::other)?,
        };
        let offset = usize::try_from(offset).map_err(std::io::Error::other)?;
        let left = bytes.get(offset..).unwrap_or_default();
        let count = left.len().min(into.len());
        if let (Some(to), Some(from)) = (into.get_mut(..count), left.get(..count)) {
            to.copy_from_slice(from);
        }
        self.held = Some((ordinal, bytes));
        self.place = self.place.saturating_add(count as u64);
        Ok(count)
    }
}

impl Seek for DocumentReader<'_> {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        let place = match to {
            SeekFrom::Start(place) => Some(place),
            SeekFrom::End(by) => self.document.facts.length.checked_add_signed(by),
            SeekFrom::Current(by) => self.place.checked_add_signed(by),
        };
        self.place = place.ok_or(std::io::ErrorKind::InvalidInput)?;
        Ok(self.place)
    }
}
