//! The words of papers, as they were read: a cache. It grows page by page, so that reading goes on where it was left off.

use std::collections::BTreeMap;

use matter::ids::DocumentId;
use rusqlite::{Connection, OptionalExtension as _, Transaction, params};

use super::index::{Index, Indexed};
use crate::fault::Fault;
use crate::journal::number;
use crate::register::Register;

/// The words of one page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageWords {
    /// From 0.
    pub number: u32,
    /// They were recognised in a picture.
    pub recognised: bool,
    /// Not all of its words are here.
    pub short: bool,
    /// The text that can be found.
    pub text: String,
    /// The words with their places, in the caller's own form.
    pub words: Vec<u8>,
}

/// How the reading of a paper ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadingEnd {
    /// How many pages it has; none where that is not known.
    pub pages: Option<u32>,
    /// Why nothing was read, in the caller's own word; empty where something was.
    pub why: String,
    /// Pages that are pictures nobody could read.
    pub pictures: u32,
    /// Other pages that could not be read, or not all of them.
    pub troubled: u32,
    /// Files inside it that were not read.
    pub inside: u32,
}

/// A page as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The words with their places, as they were given.
    pub words: Vec<u8>,
    /// They were recognised in a picture.
    pub recognised: bool,
    /// The version of the reader that read them; empty where the paper is to be read again.
    pub reader: String,
}

/// How many papers are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ReadingCount {
    /// Papers in the register.
    pub papers: u64,
    /// Papers whose reading ended, well or not.
    pub ended: u64,
    /// Of these, papers that could not be read, whole or in part.
    pub troubled: u64,
    /// Of these, papers that hold files which were not read.
    pub holding: u64,
    /// Pages whose words were recognised in a picture.
    pub recognised: u64,
}

/// What is known of a page that was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageRead {
    /// Its words were recognised in a picture.
    pub recognised: bool,
    /// Not all of its words are here.
    pub short: bool,
}

/// A paper that could not be read, whole or in part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// Which.
    pub document: DocumentId,
    /// How it ended.
    pub end: ReadingEnd,
}

/// What the name of a recogniser ends with that reads each picture once only: of what it read, nothing is sure.
pub const ONE_READING: &str = ", one reading";

fn document(bytes: [u8; 16]) -> DocumentId {
    DocumentId(uuid::Uuid::from_bytes(bytes))
}

impl Register {
    /// Papers that are to be read by this reader, the newest first. A picture that could not be read because there was no
    /// text recognition is to be read again once there is one: `recogniser` is empty for none. So is one that was read once
    /// only, by a recogniser that ends with [`ONE_READING`].
    ///
    /// # Errors
    /// The store's own faults.
    pub fn unread(&self, reader: &str, recogniser: &str) -> Result<Vec<DocumentId>, Fault> {
        self.read(|db| {
            let mut statement = db.prepare_cached(
                "SELECT d.id FROM document d LEFT JOIN reading r ON r.document = d.id
                 WHERE r.document IS NULL OR r.ended = 0 OR r.reader <> ?1
                     OR (r.pictures > 0 AND r.recogniser = '' AND ?2 <> '')
                     OR (substr(r.recogniser, -length(?3)) = ?3 AND ?2 <> '' AND substr(?2, -length(?3)) <> ?3
                         AND EXISTS (SELECT 1 FROM page p WHERE p.document = d.id AND p.recognised = 1))
                 ORDER BY d.sealed_seq DESC, d.id",
            )?;
            let rows = statement.query_map([reader, recogniser, ONE_READING], |row| Ok(document(row.get(0)?)))?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// Begins the reading of a paper, or goes on with it: the pages that this reader has read already. What another reader
    /// made of it is forgotten, a few pages at a time, so that others can write between.
    ///
    /// # Errors
    /// [`Fault::NotFound`] for a paper that is not there; the store's own.
    pub fn begin_reading(
        &self,
        id: DocumentId,
        reader: &str,
        recogniser: &str,
    ) -> Result<BTreeMap<u32, PageRead>, Fault> {
        let begun: Option<(String, String, bool)> = self.read(|db| {
            crate::documents::locate(db, id)?;
            Ok(db
                .prepare_cached("SELECT reader, recogniser, ended FROM reading WHERE document = ?1")?
                .query_row([id.0.as_bytes()], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
                .optional()?)
        })?;
        if begun.is_some_and(|begun| begun == (reader.to_owned(), recogniser.to_owned(), false)) {
            return self.read(|db| pages_of(db, id));
        }
        while self.forget_some(id)? {}
        self.write(|db| {
            db.prepare_cached(
                "INSERT INTO reading (document, reader, recogniser, ended, pages, why, pictures, troubled, inside)
                 VALUES (?1, ?2, ?3, 0, NULL, '', 0, 0, 0)
                 ON CONFLICT (document) DO UPDATE SET reader = excluded.reader, recogniser = excluded.recogniser,
                     ended = 0, pages = NULL, why = '', pictures = 0, troubled = 0, inside = 0",
            )?
            .execute(params![id.0.as_bytes(), reader, recogniser])?;
            Ok(())
        })?;
        Ok(BTreeMap::new())
    }

    /// Forgets some pages of a paper; false when there are none left.
    fn forget_some(&self, id: DocumentId) -> Result<bool, Fault> {
        let pages: Vec<(i64, String)> = self.read(|db| {
            let mut statement = db.prepare_cached("SELECT id, text FROM page WHERE document = ?1 LIMIT 8")?;
            let rows = statement.query_map([id.0.as_bytes()], |row| Ok((row.get(0)?, row.get(1)?)))?;
            Ok(rows.collect::<Result<_, _>>()?)
        })?;
        let prepared: Vec<(i64, Indexed)> = pages.into_iter().map(|(row, text)| (row, Indexed::of(&text))).collect();
        if prepared.is_empty() {
            return Ok(false);
        }
        self.write(|db| {
            for (row, words) in &prepared {
                // Somebody may have taken it out meanwhile: an index is told only of what is there.
                if db.prepare_cached("SELECT 1 FROM page WHERE id = ?1")?.exists([row])? {
                    drop_page(db, *row, words)?;
                }
            }
            Ok(true)
        })
    }

    /// Ends the reading of a paper that could not be read at all. What an earlier reading found stays found.
    ///
    /// # Errors
    /// The store's own faults.
    pub fn end_unread(&self, id: DocumentId, reader: &str, recogniser: &str, why: &str) -> Result<(), Fault> {
        self.write(|db| {
            db.prepare_cached(
                "INSERT INTO reading (document, reader, recogniser, ended, pages, why, pictures, troubled, inside)
                 VALUES (?1, ?2, ?3, 1, NULL, ?4, 0, 0, 0)
                 ON CONFLICT (document) DO UPDATE SET reader = excluded.reader, recogniser = excluded.recogniser,
                     ended = 1, why = excluded.why",
            )?
            .execute(params![id.0.as_bytes(), reader, recogniser, why])?;
            Ok(())
        })
    }

    /// Keeps pages that were read, in one transaction. A page that is kept already is replaced.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when the reading was not begun; the store's own.
    pub fn keep_pages(&self, id: DocumentId, pages: &[PageWords]) -> Result<(), Fault> {
        let pages: Vec<(&PageWords, Indexed)> = pages.iter().map(|page| (page, Indexed::of(&page.text))).collect();
        self.write(|db| {
            let begun = db.prepare_cached("SELECT 1 FROM reading WHERE document = ?1")?.exists([id.0.as_bytes()])?;
            if !begun {
                return Err(Fault::NotFound { what: "reading" });
            }
            let base = first_id(db, id)?;
            pages.iter().try_for_each(|(page, words)| keep(db, id, base, page, words))
        })
    }

    /// Ends the reading of a paper.
    ///
    /// # Errors
    /// The store's own faults.
    pub fn end_reading(&self, id: DocumentId, end: &ReadingEnd) -> Result<(), Fault> {
        self.write(|db| {
            db.prepare_cached(
                "UPDATE reading SET ended = 1, pages = ?2, why = ?3, pictures = ?4, troubled = ?5, inside = ?6
                 WHERE document = ?1",
            )?
            .execute(params![
                id.0.as_bytes(),
                end.pages,
                end.why,
                end.pictures,
                end.troubled,
                end.inside
            ])?;
            Ok(())
        })
    }

    /// Has a paper read again; none: all that could not be read. What was read of it can be found until then.
    ///
    /// # Errors
    /// The store's own faults.
    pub fn read_again(&self, id: Option<DocumentId>) -> Result<(), Fault> {
        self.write(|db| {
            let troubled = "UPDATE reading SET ended = 0, reader = ''
                 WHERE ended = 1 AND (why <> '' OR pictures > 0 OR troubled > 0)";
            match id {
                Some(id) => db
                    .prepare_cached("UPDATE reading SET ended = 0, reader = '' WHERE document = ?1")?
                    .execute([id.0.as_bytes()])?,
                None => db.prepare_cached(troubled)?.execute([])?,
            };
            Ok(())
        })
    }

    /// Has a paper read again that asked for a password, now that it is known.
    ///
    /// # Errors
    /// The store's own faults.
    pub fn read_with_password(&self, id: DocumentId) -> Result<bool, Fault> {
        self.write(|db| {
            let text =
                "UPDATE reading SET ended = 0, reader = '' WHERE document = ?1 AND ended = 1 AND why LIKE 'password%'";
            Ok(db.prepare_cached(text)?.execute([id.0.as_bytes()])? > 0)
        })
    }

    /// A page's words, where they were read.
    ///
    /// # Errors
    /// The store's own faults.
    pub fn page_words(&self, id: DocumentId, page: u32) -> Result<Option<Kept>, Fault> {
        self.read(|db| {
            let found = db
                .prepare_cached(
                    "SELECT w.words, p.recognised, r.reader FROM page p JOIN page_words w ON w.page = p.id
                     JOIN reading r ON r.document = p.document WHERE p.document = ?1 AND p.number = ?2",
                )?
                .query_row(params![id.0.as_bytes(), page], |row| {
                    Ok(Kept { words: row.get(0)?, recognised: row.get(1)?, reader: row.get(2)? })
                });
            Ok(found.optional()?)
        })
    }

    /// How many papers there are, and how far they are read.
    ///
    /// # Errors
    /// The store's own faults.
    pub fn reading_count(&self) -> Result<ReadingCount, Fault> {
        self.read(|db| {
            let counted: [i64; 5] = db
                .prepare_cached(
                    "SELECT (SELECT count(*) FROM document), (SELECT count(*) FROM reading WHERE ended = 1),
                         (SELECT count(*) FROM reading WHERE ended = 1 AND (why <> '' OR pictures > 0 OR troubled > 0)),
                         (SELECT count(*) FROM reading WHERE inside > 0), (SELECT count(*) FROM page WHERE recognised = 1)",
                )?
                .query_row([], |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?]))?;
            let [papers, ended, troubled, holding, recognised] = counted.map(i64::unsigned_abs);
            Ok(ReadingCount { papers, ended, troubled, holding, recognised })
        })
    }

    /// Papers that could not be read, the newest first, at most `limit`.
    ///
    /// # Errors
    /// The store's own faults.
    pub fn reading_troubles(&self, limit: usize) -> Result<Vec<Trouble>, Fault> {
        self.read(|db| {
            let mut statement = db.prepare_cached(
                "SELECT r.document, r.pages, r.why, r.pictures, r.troubled, r.inside
                 FROM reading r JOIN document d ON d.id = r.document
                 WHERE r.ended = 1 AND (r.why <> '' OR r.pictures > 0 OR r.troubled > 0)
                 ORDER BY d.sealed_seq DESC, d.id LIMIT ?1",
            )?;
            let rows = statement.query_map([number(limit as u64)?], |row| {
                let end = ReadingEnd {
                    pages: row.get(1)?,
                    why: row.get(2)?,
                    pictures: row.get(3)?,
                    troubled: row.get(4)?,
                    inside: row.get(5)?,
                };
                Ok(Trouble { document: document(row.get(0)?), end })
            })?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }
}

fn pages_of(db: &Connection, id: DocumentId) -> Result<BTreeMap<u32, PageRead>, Fault> {
    let mut statement = db.prepare_cached("SELECT number, recognised, short FROM page WHERE document = ?1")?;
    let rows = statement.query_map([id.0.as_bytes()], |row| {
        Ok((row.get(0)?, PageRead { recognised: row.get(1)?, short: row.get(2)? }))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Pages of one paper, and papers of one act, for which ids have room; of more, the ids stand among their successors'.
const PAGES: u32 = 14;
const PAPERS: u32 = Index::Page.bits() - PAGES;

/// The id of a paper's first page: later papers have higher ones, whenever they are read.
fn first_id(db: &Connection, id: DocumentId) -> Result<i64, Fault> {
    let sealed = crate::documents::locate(db, id)?.facts.sealed;
    let before: i64 = db
        .prepare_cached("SELECT count(*) FROM document INDEXED BY document_sealed WHERE sealed_seq = ?1 AND id < ?2")?
        .query_row(params![number(sealed)?, id.0.as_bytes()], |row| row.get(0))?;
    let act = number(sealed)?.min(i64::MAX >> (Index::Page.bits() + 1)) << Index::Page.bits();
    Ok(act.saturating_add(before.min((1 << PAPERS) - 1) << PAGES))
}

fn keep(db: &Transaction<'_>, id: DocumentId, base: i64, page: &PageWords, words: &Indexed) -> Result<(), Fault> {
    let known: Option<(i64, String)> = db
        .prepare_cached("SELECT id, text FROM page WHERE document = ?1 AND number = ?2")?
        .query_row(params![id.0.as_bytes(), page.number], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    if let Some((row, text)) = known {
        drop_page(db, row, &Indexed::of(&text))?;
    }
    let mut row = base.saturating_add(i64::from(page.number));
    while db.prepare_cached("SELECT 1 FROM page WHERE id = ?1")?.exists([row])? {
        row = row.saturating_add(1);
    }
    db.prepare_cached(
        "INSERT INTO page (id, document, number, recognised, short, text) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![row, id.0.as_bytes(), page.number, page.recognised, page.short, page.text])?;
    db.prepare_cached("INSERT INTO page_words (page, words) VALUES (?1, ?2)")?.execute(params![row, page.words])?;
    Index::Page.put(db, row, words)
}

fn drop_page(db: &Connection, row: i64, words: &Indexed) -> Result<(), Fault> {
    Index::Page.take(db, row, words)?;
    db.prepare_cached("DELETE FROM page_words WHERE page = ?1")?.execute([row])?;
    db.prepare_cached("DELETE FROM page WHERE id = ?1")?.execute([row])?;
    Ok(())
}

/// Puts every page into the index anew.
pub(super) fn index_anew(db: &Connection) -> Result<(), Fault> {
    Index::Page.clear(db)?;
    let mut below = i64::MAX;
    // In the order of the index: what is out of order is written to it at once, and not with what comes next.
    while let Some(last) = db
        .prepare_cached("SELECT max(id) FROM page WHERE id < ?1")?
        .query_row([below], |row| row.get::<_, Option<i64>>(0))?
    {
        let bits = Index::Page.bits();
        below = last >> bits << bits;
        let mut statement = db.prepare_cached("SELECT id, text FROM page WHERE id BETWEEN ?1 AND ?2 ORDER BY id")?;
        let mut rows = statement.query([below, last])?;
        while let Some(row) = rows.next()? {
            Index::Page.put(db, row.get(0)?, &Indexed::of(&row.get::<_, String>(1)?))?;
        }
    }
    Ok(())
}
