//! An open register.

mod device;
mod open;
mod people;
mod pool;
mod rotate;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use matter::ids::{BranchId, DeviceId};
use matter::journal::RegisterId;
use rusqlite::{Connection, Transaction};

pub use device::LastSeen;
pub use open::quarantine;
pub use rotate::Rotation;

use crate::connection::{Departure, Lock, Role, audit};
use crate::fault::Fault;
use crate::folder::Folder;
use crate::journal::Folded;
use crate::keyring::{KeyRing, RegisterKey, Strength};
use device::Device;
use pool::Pool;
pub(crate) use pool::locked;

/// Where a register lies, and on which installation of the program it is opened.
#[derive(Debug, Clone)]
pub struct Setting {
    /// The register's folder.
    pub folder: Folder,
    /// What key slots must cost.
    pub strength: Strength,
    /// This installation.
    pub device: DeviceId,
    /// A folder of this installation, outside every register, where the heads it saw are kept.
    pub state: PathBuf,
    /// The program's version, for the record of schema steps.
    pub program: String,
}

/// What an open register holds besides its connections; gone when it is locked.
struct Keys {
    ring: KeyRing,
    key: RegisterKey,
}

/// An open register. It can be shared between threads: one writes at a time, two read beside it.
pub struct Register {
    setting: Setting,
    store: uuid::Uuid,
    pool: Arc<Pool>,
    keys: Mutex<Option<Keys>>,
    lock: Mutex<Option<Lock>>,
    device: Option<Device>,
    branch: Mutex<BranchId>,
    id: Mutex<Option<RegisterId>>,
    /// Blobs that are being taken in now; anything else in `intake` is a dead session's.
    live: Mutex<BTreeSet<i64>>,
    folded: Folded,
    read_only: bool,
}

impl std::fmt::Debug for Register {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Register").field("read_only", &self.read_only).finish_non_exhaustive()
    }
}

/// Stops what the readers of a register are doing, from any thread.
#[derive(Clone)]
pub struct Interrupts(Arc<Pool>);

impl std::fmt::Debug for Interrupts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Interrupts")
    }
}

impl Interrupts {
    /// Stops every read that is running; it answers [`Fault::Cancelled`].
    pub fn interrupt(&self) {
        self.0.interrupt();
    }
}

impl Register {
    /// The register's folder.
    #[must_use]
    pub fn folder(&self) -> &Folder {
        &self.setting.folder
    }

    /// The register's own mark, the same in its key ring and in all its backups.
    #[must_use]
    pub fn store(&self) -> uuid::Uuid {
        self.store
    }

    /// True when it was opened for reading only, because it is damaged or the disk cannot be written.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.read_only
    }

    /// A handle that stops running reads.
    #[must_use]
    pub fn interrupts(&self) -> Interrupts {
        Interrupts(Arc::clone(&self.pool))
    }

    /// Every setting of the open connections that is not as it must be; empty for a sound register.
    ///
    /// # Errors
    /// The register is locked, or the database's own faults.
    pub fn audit(&self) -> Result<Vec<Departure>, Fault> {
        let mut departures = self.pool.read(|reader| audit(reader, Role::Reader))?;
        if !self.read_only {
            departures.extend(self.pool.alone(|writer| audit(writer, Role::Writer))?);
        }
        Ok(departures)
    }

    /// Locks the register: readers are stopped, the head is noted and flushed, the database closed, the keys wiped.
    /// Later calls answer [`Fault::Locked`].
    ///
    /// # Errors
    /// The database could not be closed cleanly; it is closed all the same, and nothing acknowledged is lost.
    pub fn close(&self) -> Result<(), Fault> {
        let noted = self.note_head(true);
        let closed = self.pool.close();
        self.folded.close();
        *locked(&self.keys) = None;
        *locked(&self.lock) = None;
        closed.and(noted)
    }

    /// Reads in one transaction.
    pub(crate) fn read<T>(&self, by: impl FnOnce(&Connection) -> Result<T, Fault>) -> Result<T, Fault> {
        self.pool.read(by)
    }

    /// Writes in one transaction. A full disk is named with what is free.
    pub(crate) fn write<T>(&self, by: impl FnOnce(&Transaction<'_>) -> Result<T, Fault>) -> Result<T, Fault> {
        self.pool.write(by).map_err(|fault| self.setting.folder.explain(fault, 0))
    }

    pub(crate) fn setting(&self) -> &Setting {
        &self.setting
    }

    pub(crate) fn branch(&self) -> BranchId {
        *locked(&self.branch)
    }

    pub(crate) fn live(&self) -> std::sync::MutexGuard<'_, BTreeSet<i64>> {
        locked(&self.live)
    }

    pub(crate) fn folded(&self) -> &Folded {
        &self.folded
    }

    /// The register's identity once it has its first entry.
    pub(crate) fn known_id(&self) -> Option<RegisterId> {
        *locked(&self.id)
    }

    pub(crate) fn learn_id(&self, id: RegisterId) {
        *locked(&self.id) = Some(id);
    }

    pub(crate) fn with_keys<T>(&self, by: impl FnOnce(&KeyRing, &RegisterKey) -> Result<T, Fault>) -> Result<T, Fault> {
        let keys = locked(&self.keys);
        let keys = keys.as_ref().ok_or(Fault::Locked)?;
        by(&keys.ring, &keys.key)
    }
}

impl Drop for Register {
    fn drop(&mut self) {
        // Whoever wants to know closes it first.
        let _told_by_close = self.close();
    }
}
