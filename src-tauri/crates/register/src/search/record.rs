//! What is recorded, as it can be found, and which papers a subject holds.

use std::collections::{BTreeMap, BTreeSet};

use matter::ids::DocumentId;
use matter::journal::{Subject, SubjectKind};
use matter::search::{Part, Recorded, papers, recorded};
use rusqlite::{Connection, OptionalExtension as _, params};

use super::index::{Index, Indexed};
use crate::fault::Fault;
use crate::journal::{Known, subjects_of};

fn texts(known: &Known) -> BTreeSet<Recorded> {
    recorded(&known.state, known.rows.iter().filter_map(|row| row.entry.as_ref()))
}

/// A paper attached twice has the name it had first.
fn named_papers(known: &Known) -> BTreeMap<DocumentId, String> {
    let mut held = BTreeMap::new();
    for (document, name) in papers(&known.state) {
        held.entry(document).or_insert(name);
    }
    held
}

/// Brings what can be found of a subject up to its entries.
pub(crate) fn refresh(db: &Connection, subject: &Subject, known: &Known) -> Result<(), Fault> {
    let key = subject.key();
    let (mut wanted, kept) = (texts(known), kept(db, &key)?);
    for (id, one) in kept {
        if !wanted.remove(&one) {
            Index::Record.take(db, id, &as_indexed(&one))?;
            db.prepare_cached("DELETE FROM record WHERE id = ?1")?.execute([id])?;
        }
    }
    if !wanted.is_empty() {
        let mut id = first_id(db, known, &key)?;
        for one in wanted {
            db.prepare_cached("INSERT INTO record (id, subject, part, text) VALUES (?1, ?2, ?3, ?4)")?
                .execute(params![id, key, one.part.word(), one.text])?;
            Index::Record.put(db, id, &as_indexed(&one))?;
            id = id.saturating_add(1);
        }
    }
    put_papers(db, &key, &named_papers(known))
}

fn as_indexed(one: &Recorded) -> Indexed {
    Indexed::of(&one.text).naming(one.part.names())
}

/// Ids grow with the time a subject was first recorded, however often the rows are derived anew: the newest are looked at
/// first. A subject has room for 65,536 rows; those of one that has more stand among its successor's.
fn first_id(db: &Connection, known: &Known, key: &str) -> Result<i64, Fault> {
    let first = known.rows.first().map_or(0, |row| row.header.seq);
    let base = i64::try_from(first).unwrap_or(i64::MAX >> (Index::Record.bits() + 1)) << Index::Record.bits();
    let last: Option<i64> =
        db.prepare_cached("SELECT max(id) FROM record WHERE subject = ?1")?.query_row([key], |row| row.get(0))?;
    let mut id = last.map_or(base, |last| last.saturating_add(1));
    while db.prepare_cached("SELECT 1 FROM record WHERE id = ?1")?.exists([id])? {
        id = id.saturating_add(1);
    }
    Ok(id)
}

fn put_papers(db: &Connection, key: &str, wanted: &BTreeMap<DocumentId, String>) -> Result<(), Fault> {
    let kept = held(db, key)?;
    for (document, name) in &kept {
        if wanted.get(document) != Some(name) {
            db.prepare_cached("DELETE FROM held WHERE document = ?1 AND subject = ?2")?
                .execute(params![document.0.as_bytes(), key])?;
        }
    }
    for (document, name) in wanted {
        if kept.get(document) != Some(name) {
            db.prepare_cached("INSERT INTO held (document, subject, name) VALUES (?1, ?2, ?3)")?.execute(params![
                document.0.as_bytes(),
                key,
                name
            ])?;
        }
    }
    Ok(())
}

fn kept(db: &Connection, key: &str) -> Result<Vec<(i64, Recorded)>, Fault> {
    let mut statement = db.prepare_cached("SELECT id, part, text FROM record WHERE subject = ?1")?;
    let rows = statement
        .query_map([key], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?, row.get::<_, String>(2)?)))?;
    rows.map(|row| {
        let (id, part, text) = row?;
        let part = Part::from_word(&part).ok_or_else(|| Fault::damaged("a record names no part"))?;
        Ok((id, Recorded { part, text }))
    })
    .collect()
}

fn held(db: &Connection, key: &str) -> Result<BTreeMap<DocumentId, String>, Fault> {
    let mut statement = db.prepare_cached("SELECT document, name FROM held WHERE subject = ?1")?;
    let rows = statement
        .query_map([key], |row| Ok((DocumentId(uuid::Uuid::from_bytes(row.get(0)?)), row.get::<_, String>(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Derives everything that can be found of what is recorded anew, and indexes the pages that were read.
pub(crate) fn rebuild(db: &Connection) -> Result<(), Fault> {
    db.execute_batch("DELETE FROM record; DELETE FROM held;")?;
    Index::Record.clear(db)?;
    for kind in [SubjectKind::Demand, SubjectKind::Proceeding, SubjectKind::Letter] {
        // In the order of the index.
        for subject in subjects_of(db, kind)?.into_iter().rev() {
            refresh(db, &subject, &Known::of(db, &subject)?)?;
        }
    }
    super::pages::index_anew(db)?;
    db.execute(
        "INSERT INTO index_form (one, form) VALUES (1, ?1) ON CONFLICT (one) DO UPDATE SET form = excluded.form",
        [form()],
    )?;
    Ok(())
}

/// The form of the texts, and the order of an index's rows.
fn form() -> String {
    format!("{}, newest first", matter::search::form())
}

/// Where texts stand in the indexes in another form than this program gives them, everything is indexed anew: else what is
/// taken out would not be what was put in.
pub(crate) fn in_form(db: &mut Connection) -> Result<(), Fault> {
    let form: Option<String> = db.query_row("SELECT form FROM index_form", [], |row| row.get(0)).optional()?;
    if form.is_some_and(|known| known == self::form()) {
        return Ok(());
    }
    let transaction = db.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    rebuild(&transaction)?;
    transaction.commit()?;
    Ok(())
}

/// How many rows are kept of a subject, when they are those its entries give; none when they are not.
pub(crate) fn kept_rightly(db: &Connection, subject: &Subject, known: &Known) -> Result<Option<i64>, Fault> {
    let key = subject.key();
    let (rows, papers) = (kept(db, &key)?, held(db, &key)?);
    let count = i64::try_from(rows.len().saturating_add(papers.len())).unwrap_or(i64::MAX);
    let wanted = texts(known);
    let right =
        rows.len() == wanted.len() && rows.iter().all(|(_, one)| wanted.contains(one)) && papers == named_papers(known);
    Ok(right.then_some(count))
}

/// How many rows there are beyond those counted, of any subject, and whether each index has as many rows as its table.
pub(crate) fn stray(db: &Connection, counted: i64) -> Result<bool, Fault> {
    let (records, held, pages): (i64, i64, i64) = db.query_row(
        "SELECT (SELECT count(*) FROM record), (SELECT count(*) FROM held), (SELECT count(*) FROM page)",
        [],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )?;
    Ok(records.saturating_add(held) != counted || Index::Record.rows(db)? != records || Index::Page.rows(db)? != pages)
}
