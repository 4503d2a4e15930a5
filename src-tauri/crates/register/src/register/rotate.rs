//! Changing the register key when a person is removed. Whoever had the old key could keep it: it opens nothing here any
//! more, and old backups still.

use std::sync::atomic::AtomicBool;

use ed25519_dalek::VerifyingKey;
use matter::ids::PersonId;
use matter::time::Instant;

use super::{Register, locked};
use crate::backup::{copy_database, remove};
use crate::connection::{Role, connect};
use crate::fault::Fault;
use crate::folder::{Folder, flush_folder_of};
use crate::keyring::{KeyRing, RegisterKey, Unlocked};

/// What a change of key came to. The register is locked; open it again with `unlocked`.
#[derive(Debug)]
pub struct Rotation {
    /// The caller's keys, with the new register key.
    pub unlocked: Unlocked,
    /// Backups here that still open with an older key: folder name, and when each was made.
    pub old_backups: Vec<(String, Instant)>,
}

impl Register {
    /// Takes slots away and changes the register key: a copy under a new key and salt is made and compared, the key ring
    /// written, the database exchanged. Cut off at any moment, the register is the old one or the new one. Those who
    /// stay need nothing: the new key waits in their slots, left to the public keys in `known` (those of the journal).
    ///
    /// # Errors
    /// A slot's public key is not `known`; the disk; [`Fault::Cancelled`]. After an error the register may be locked, and
    /// opens with the old key.
    pub fn rotate(
        &self,
        by: &Unlocked,
        gone: &[PersonId],
        known: &[VerifyingKey],
        cancel: &AtomicBool,
    ) -> Result<Rotation, Fault> {
        let folder = self.folder().clone();
        let (ring, old) = self.with_keys(|ring, key| Ok((ring.clone(), key.clone())))?;
        let new = RegisterKey::new()?;
        let mut next = ring.rotated(&old, &new, gone, known)?;
        // Before the copy too: the first note of a device is written in the database as well.
        self.note_head(true)?;
        let copied = self.pool.last(|writer| {
            remove(&folder.next_database())?;
            copy_database(writer, &folder.next_database(), &new, next.salt(), cancel)?;
            let copy = connect(&folder.next_database(), &new, next.salt(), Role::Reader)?;
            compare(writer, &copy)?;
            drop(copy);
            forget_next_traces(&folder)
        });
        if let Err(fault) = copied {
            let _unfinished = remove(&folder.next_database());
            return Err(folder.explain(fault, 0));
        }
        // Nobody has written since the copy. What came in before it is in the head that is noted now.
        self.note_head(true)?;
        // The old database's log is empty and gone.
        self.pool.close()?;
        *locked(&self.keys) = None;
        next.put(&new)?;
        finish(&folder, &next, &new)?;
        *locked(&self.lock) = None;
        let kept = crate::backup::backups(&folder.backups())?;
        let old_backups = kept.opened_by_other_keys(next.key_name());
        let named = old_backups.iter().filter_map(|backup| Some((backup.path.file_name()?, backup.manifest.made)));
        let old_backups = named.map(|(name, made)| (name.to_string_lossy().into_owned(), made)).collect();
        Ok(Rotation { unlocked: Unlocked { key: new, ..by.clone() }, old_backups })
    }
}

/// Compares a copy under another key with what it was made from: pages sound, the same chain's end, the same rows, and
/// the same bytes of every paper by their number and length.
fn compare(from: &rusqlite::Connection, copy: &rusqlite::Connection) -> Result<(), Fault> {
    let sound: String = copy.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    let count =
        "SELECT (SELECT count(*) FROM journal), (SELECT count(*) FROM journal_body), (SELECT count(*) FROM acts),
        (SELECT count(*) FROM document), (SELECT count(*) FROM chunk), (SELECT hex(max(digest)) FROM journal
        WHERE seq = (SELECT max(seq) FROM journal))";
    let counts = |db: &rusqlite::Connection| {
        db.query_row(count, [], |row| {
            let numbers: [i64; 5] = [row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?];
            Ok((numbers, row.get::<_, Option<String>>(5)?))
        })
    };
    if sound == "ok" && counts(from)? == counts(copy)? {
        Ok(())
    } else {
        Err(Fault::damaged("the copy under the new key does not hold; the register stays as it is"))
    }
}

fn forget_next_traces(folder: &Folder) -> Result<(), Fault> {
    for suffix in ["-wal", "-shm", "-journal"] {
        let mut name = folder.next_database().into_os_string();
        name.push(suffix);
        remove(std::path::Path::new(&name))?;
    }
    Ok(())
}

/// Finishes a change of key that was cut off. The key ring decides: the database that opens with its key is the
/// register. A copy is deleted only when the register itself opens; when neither opens, nothing is touched.
pub(super) fn finish(folder: &Folder, ring: &KeyRing, key: &RegisterKey) -> Result<(), Fault> {
    let (current, next) = (folder.database(), folder.next_database());
    if !next.exists() {
        return Ok(());
    }
    if connect(&current, key, ring.salt(), Role::Reader).is_ok() {
        forget_next_traces(folder)?;
        return remove(&next);
    }
    drop(connect(&next, key, ring.salt(), Role::Reader)?);
    forget_next_traces(folder)?;
    forget_log(folder)?;
    std::fs::rename(&next, &current).map_err(Fault::io("exchanging the databases"))?;
    flush_folder_of(&current)
}

/// The old database's log belongs to pages under the old key.
fn forget_log(folder: &Folder) -> Result<(), Fault> {
    for suffix in ["-wal", "-shm"] {
        let mut name = folder.database().into_os_string();
        name.push(suffix);
        remove(std::path::Path::new(&name))?;
    }
    Ok(())
}
