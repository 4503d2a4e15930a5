//! Backups: made while others work, each opened and checked whole after it is written.

mod copy;
mod list;
mod manifest;
mod restore;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use matter::time::Instant;
use rusqlite::Connection;

pub(crate) use copy::copy_database;
pub use list::{Kept, backups, thin};
pub use manifest::BackupManifest;
pub use restore::{Loss, Restored, check_backup, restore};

use crate::fault::Fault;
use crate::folder::{Folder, flush_folder_of, make_folder};
use crate::keyring::{KeyRing, RegisterKey};
use crate::register::{Register, Setting};
use crate::verify::{VerifyPlan, VerifyProgress};

/// A backup as it lies on disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// Its folder.
    pub path: PathBuf,
    /// What it says of itself.
    pub manifest: BackupManifest,
}

/// The name of a backup made now: `NAME-YYYYMMDDThhmmssZ.register`, NAME being the register folder's own.
fn name_at(folder: &Folder, at: Instant) -> String {
    let stem = folder.root().file_stem().unwrap_or_default().to_string_lossy().into_owned();
    format!("{stem}-{}.register", at.format("%Y%m%dT%H%M%SZ"))
}

impl Register {
    /// Backs the register up into `into` (none: its own `backups/`), while others go on working, then opens the backup
    /// and checks it whole: head, chain, signatures, projections, every paper. Only a backup that holds is kept.
    ///
    /// # Errors
    /// The disk; [`Fault::BackupRefused`] when the copy does not hold; [`Fault::Cancelled`].
    pub fn backup(
        &self,
        into: Option<&Path>,
        at: Instant,
        progress: &mut dyn FnMut(VerifyProgress),
        cancel: &AtomicBool,
    ) -> Result<Backup, Fault> {
        let place = into.map_or_else(|| self.folder().backups(), Path::to_owned);
        make_folder(&place)?;
        let path = place.join(name_at(self.folder(), at));
        if path.exists() {
            return Err(Fault::Exists { what: "backup" });
        }
        let making = path.with_extension("making");
        clear(&making)?;
        let made = self.make_backup(&making, at, progress, cancel);
        let manifest = match made {
            Ok(manifest) => manifest,
            Err(fault) => {
                let fault = self.folder().explain(fault, 0);
                let _unfinished = std::fs::remove_dir_all(&making);
                return Err(fault);
            }
        };
        std::fs::rename(&making, &path).map_err(Fault::io("moving the backup to its place"))?;
        flush_folder_of(&path)?;
        Ok(Backup { path, manifest })
    }

    fn make_backup(
        &self,
        making: &Path,
        at: Instant,
        progress: &mut dyn FnMut(VerifyProgress),
        cancel: &AtomicBool,
    ) -> Result<BackupManifest, Fault> {
        let folder = Folder::at(making);
        folder.create()?;
        let (ring, key) = self.with_keys(|ring, key| Ok((ring.clone(), key.clone())))?;
        self.read(|db| copy_database(db, &folder.database(), &key, ring.salt(), cancel))?;
        let copy = write_ring(&folder, &ring).and_then(|()| self.open_copy(&folder, &ring, &key))?;
        let report = copy.verify(&VerifyPlan::whole(), progress, cancel)?;
        if !report.complete {
            return Err(Fault::Cancelled);
        }
        let inside = report.findings.iter().find(|finding| finding.is_about_the_copy());
        if let Some(finding) = inside {
            return Err(Fault::BackupRefused { reason: format!("the copy does not hold: {finding:?}") });
        }
        let manifest = BackupManifest::of(&copy, &folder, &ring, self.signed_note_for(&copy)?, at)?;
        copy.close()?;
        drop(copy);
        forget_traces(&folder)?;
        let manifest = manifest.with_files(&folder, &key)?;
        manifest.write(&folder)?;
        folder.close_to_others()?;
        Ok(manifest)
    }

    fn open_copy(&self, folder: &Folder, ring: &KeyRing, key: &RegisterKey) -> Result<Self, Fault> {
        let setting = Setting { folder: folder.clone(), ..self.setting().clone() };
        Self::open_to_read(&setting, key, ring.clone())
    }

    /// The copy's head, signed by this device.
    fn signed_note_for(&self, copy: &Self) -> Result<Option<String>, Fault> {
        Ok(copy.head()?.and_then(|head| self.sign_head(&head)))
    }
}

/// Writes both copies of a ring as it is sealed.
pub(crate) fn write_ring(folder: &Folder, ring: &KeyRing) -> Result<(), Fault> {
    let bytes = ring.to_bytes()?;
    folder.replace(&folder.keyring(), &bytes)?;
    folder.replace(&folder.keyring_copy(), &bytes)
}

/// Removes what opening a copy leaves beside it. Its log is empty: nothing was written.
pub(crate) fn forget_traces(folder: &Folder) -> Result<(), Fault> {
    for suffix in ["-wal", "-shm"] {
        let mut name = folder.database().into_os_string();
        name.push(suffix);
        remove(Path::new(&name))?;
    }
    remove(&folder.lock())
}

/// Removes a file that may not be there.
pub(crate) fn remove(path: &Path) -> Result<(), Fault> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(Fault::io("removing a file")(error)),
        _ => Ok(()),
    }
}

/// Removes a half-made folder that may not be there.
fn clear(path: &Path) -> Result<(), Fault> {
    match std::fs::remove_dir_all(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(Fault::io("clearing a half-made backup")(error))
        }
        _ => Ok(()),
    }
}

/// Copies a register of an older program before its schema is brought up to date. The copy is opened and its chain's end
/// compared; the older schema has no more to check it by.
pub(crate) fn before_migration(
    folder: &Folder,
    db: &Connection,
    ring: &KeyRing,
    key: &RegisterKey,
    at: Instant,
) -> Result<(), Fault> {
    let place = folder.backups();
    make_folder(&place)?;
    let path = place.join(name_at(folder, at));
    let making = path.with_extension("making");
    clear(&making)?;
    let copy = Folder::at(&making);
    copy.create()?;
    copy_database(db, &copy.database(), key, ring.salt(), &AtomicBool::new(false))?;
    write_ring(&copy, ring)?;
    let end = "SELECT coalesce(max(seq), 0), (SELECT count(*) FROM acts) FROM journal";
    let ends = |db: &Connection| db.query_row(end, [], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?)));
    let opened = crate::connection::connect(&copy.database(), key, ring.salt(), crate::connection::Role::Reader)?;
    if ends(&opened)? != ends(db)? {
        return Err(Fault::BackupRefused { reason: "the copy before the migration does not hold".to_owned() });
    }
    drop(opened);
    forget_traces(&copy)?;
    copy.close_to_others()?;
    std::fs::rename(&making, &path).map_err(Fault::io("moving the backup to its place"))?;
    flush_folder_of(&path)
}
