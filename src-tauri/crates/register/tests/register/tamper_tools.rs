//! What somebody with the register key in hand can do to the database, as carefully as they like.

use std::path::Path;

use ed25519_dalek::SigningKey;
use matter::journal::{ActSignature, Digest, Header, commitment, row_digest};
use rusqlite::{Connection, params};

use crate::stage::Seeded;

/// Drops every trigger, lets `by` work, and puts the triggers back word for word.
pub(crate) fn unguarded(raw: &Connection, by: impl FnOnce(&Connection)) {
    raw.pragma_update(None, "foreign_keys", 0).unwrap();
    let triggers: Vec<(String, String)> = raw
        .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    for (name, _) in &triggers {
        raw.execute_batch(&format!("DROP TRIGGER {name}")).unwrap();
    }
    by(raw);
    for (_, text) in &triggers {
        raw.execute_batch(text).unwrap();
    }
}

pub(crate) fn last(raw: &Connection) -> i64 {
    raw.query_row("SELECT max(seq) FROM journal", [], |row| row.get(0)).unwrap()
}

/// A row somewhere after the founding act.
pub(crate) fn some_row(raw: &Connection, random: &mut Seeded) -> i64 {
    4 + random.below((last(raw) - 4).unsigned_abs()).cast_signed()
}

pub(crate) fn change_header(raw: &Connection, seq: i64) {
    let bytes: Vec<u8> = raw.query_row("SELECT header FROM journal WHERE seq = ?1", [seq], |row| row.get(0)).unwrap();
    let mut header = Header::from_bytes(&bytes).unwrap();
    header.happened.at -= chrono::TimeDelta::days(1);
    raw.execute(
        "UPDATE journal SET header = ?2, happened_at = ?3 WHERE seq = ?1",
        params![seq, header.to_bytes().unwrap(), header.happened.at.timestamp_millis()],
    )
    .unwrap();
}

/// Changes a body; `and_hash` makes commitment and digest of that row right again.
pub(crate) fn change_body(raw: &Connection, seq: i64, and_hash: bool) {
    let (salt, body): ([u8; 16], Vec<u8>) = raw
        .query_row("SELECT salt, body FROM journal_body WHERE seq = ?1", [seq], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap();
    let text = String::from_utf8(body).unwrap();
    let changed = text.replacen("looked at", "never seen", 1).replacen("Example", "Exemple", 1);
    let changed = if changed == text { text.replacen("letter.pdf", "other.pdf", 1) } else { changed };
    assert_ne!(changed, text, "the row has something to change");
    raw.execute("UPDATE journal_body SET body = ?2 WHERE seq = ?1", params![seq, changed.as_bytes()]).unwrap();
    if and_hash {
        let found = commitment(&salt, changed.as_bytes());
        let (header, previous): (Vec<u8>, [u8; 32]) = raw
            .query_row("SELECT header, previous FROM journal WHERE seq = ?1", [seq], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .unwrap();
        let digest = row_digest(&header, &found, &Digest(previous));
        raw.execute("UPDATE journal SET commitment = ?2, digest = ?3 WHERE seq = ?1", params![seq, found.0, digest.0])
            .unwrap();
    }
}

/// Makes every link, digest and signature from a row on right again, signing all acts with one key.
pub(crate) fn recompute(raw: &Connection, key: &SigningKey) {
    let mut previous = Digest::default();
    for seq in 1..=last(raw) {
        let (header, salt, body): (Vec<u8>, [u8; 16], Vec<u8>) = raw
            .query_row(
                "SELECT header, salt, body FROM journal JOIN journal_body USING (seq) WHERE seq = ?1",
                [seq],
                |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
            )
            .unwrap();
        let found = commitment(&salt, &body);
        let digest = row_digest(&header, &found, &previous);
        raw.execute(
            "UPDATE journal SET commitment = ?2, previous = ?3, digest = ?4 WHERE seq = ?1",
            params![seq, found.0, previous.0, digest.0],
        )
        .unwrap();
        let signature = ActSignature::sign(key, &digest).0;
        raw.execute("UPDATE acts SET signature = ?2 WHERE last = ?1", params![seq, signature]).unwrap();
        previous = digest;
    }
}

/// Puts a row of its own making at the end, with an act signed by a key of its own.
pub(crate) fn insert_row(raw: &Connection, key: &SigningKey, with_act: bool) {
    let seq = last(raw);
    let (bytes, digest, body): (Vec<u8>, [u8; 32], Vec<u8>) = raw
        .query_row(
            "SELECT header, digest, body FROM journal JOIN journal_body USING (seq) WHERE seq = ?1",
            [seq],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )
        .unwrap();
    let mut header = Header::from_bytes(&bytes).unwrap();
    header.seq += 1;
    header.index = 0;
    header.version += 1;
    header.op = matter::ids::OpId(crate::stage::random_id());
    let bytes = header.to_bytes().unwrap();
    let found = commitment(&[7; 16], &body);
    let own = row_digest(&bytes, &found, &Digest(digest));
    raw.execute(
        "INSERT INTO journal SELECT ?1, ?2, ?3, ?4, ?5, subject, ?6, kind, body_version, ?7, recorded_at, happened_at, actor
         FROM journal WHERE seq = ?8",
        params![
            seq + 1,
            bytes,
            found.0,
            digest,
            own.0,
            header.version.cast_signed(),
            header.op.0.as_bytes(),
            seq
        ],
    )
    .unwrap();
    raw.execute("INSERT INTO journal_body VALUES (?1, ?2, ?3)", params![seq + 1, [7_u8; 16], body]).unwrap();
    if with_act {
        let signature = ActSignature::sign(key, &own).0;
        raw.execute(
            "INSERT INTO acts VALUES (?1, zeroblob(32), ?2, ?2, ?3, ?4)",
            params![header.op.0.as_bytes(), seq + 1, header.actor.0.as_bytes(), signature],
        )
        .unwrap();
    }
}

pub(crate) fn delete_row(raw: &Connection, seq: i64) {
    for table in ["journal_body", "journal"] {
        raw.execute(&format!("DELETE FROM {table} WHERE seq = ?1"), [seq]).unwrap();
    }
}

/// Cuts whole acts off the end, with everything derived from them.
pub(crate) fn cut_tail(raw: &Connection, acts: u64) {
    for _ in 0..acts {
        let first: i64 = raw.query_row("SELECT max(first) FROM acts", [], |row| row.get(0)).unwrap();
        raw.execute("DELETE FROM chunk WHERE id >> 20 IN (SELECT blob FROM document WHERE sealed_seq >= ?1)", [first])
            .unwrap();
        raw.execute("DELETE FROM document WHERE sealed_seq >= ?1", [first]).unwrap();
        raw.execute("DELETE FROM acts WHERE first >= ?1", [first]).unwrap();
        raw.execute("DELETE FROM journal_body WHERE seq >= ?1", [first]).unwrap();
        raw.execute("DELETE FROM journal WHERE seq >= ?1", [first]).unwrap();
    }
}

pub(crate) fn swap_rows(raw: &Connection, one: i64, two: i64) {
    for table in ["journal", "journal_body"] {
        for (from, to) in [(one, -1), (two, one), (-1, two)] {
            raw.execute(&format!("UPDATE {table} SET seq = ?2 WHERE seq = ?1"), [from, to]).unwrap();
        }
    }
}

/// Everything that the tables of record hold, hashed.
pub(crate) fn content(raw: &Connection) -> Digest {
    let mut text = String::new();
    for table in ["journal", "journal_body", "acts", "document", "chunk", "concern", "queue", "queue_tally"] {
        let mut statement = raw.prepare(&format!("SELECT * FROM {table} ORDER BY 1, 2")).unwrap();
        let columns = statement.column_count();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            for column in 0..columns {
                text.push_str(&format!("{:?} ", row.get_ref(column).unwrap()));
            }
        }
    }
    Digest::of(text.as_bytes())
}

/// Numbers of the pages that hold evidence or what is derived from it: not free ones, nor those of working tables.
pub(crate) fn pages_of_record(raw: &Connection) -> Vec<(usize, String)> {
    let mut statement = raw
        .prepare("SELECT pageno, name || ' ' || pagetype FROM dbstat WHERE name NOT IN ('intake', 'device', 'draft', 'sqlite_schema')")
        .unwrap();
    let pages = statement.query_map([], |row| Ok((row.get::<_, i64>(0)? as usize - 1, row.get(1)?))).unwrap();
    pages.map(Result::unwrap).collect()
}

/// Puts an older page, taken from an older copy of the file, in the newer one's place, and says what it belongs to; none
/// when no page differs.
pub(crate) fn replay_page(old: &Path, new: &Path, pages: &[(usize, String)], random: &mut Seeded) -> Option<String> {
    const PAGE: usize = 8192;
    let (old, mut bytes) = (std::fs::read(old).unwrap(), std::fs::read(new).unwrap());
    let both = old.len().min(bytes.len()) / PAGE;
    let differ: Vec<&(usize, String)> = pages
        .iter()
        .filter(|(page, _)| (1..both).contains(page))
        .filter(|(page, _)| old[page * PAGE..(page + 1) * PAGE] != bytes[page * PAGE..(page + 1) * PAGE])
        .collect();
    let (page, name) = differ.get(random.below(differ.len() as u64) as usize)?;
    bytes[page * PAGE..(page + 1) * PAGE].copy_from_slice(&old[page * PAGE..(page + 1) * PAGE]);
    std::fs::write(new, bytes).unwrap();
    Some(name.clone())
}
