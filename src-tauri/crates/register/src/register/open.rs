//! Making, opening, locking.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use matter::ids::{BranchId, PersonId};
use matter::journal::Subject;
use matter::time::Instant;
use rusqlite::{Connection, OptionalExtension as _, params};

use super::device::Device;
use super::{Keys, Pool, Register, Setting};
use crate::connection::{Lock, Role, connect, refuse_temporary_files};
use crate::fault::Fault;
use crate::folder::{Folder, flush_folder_of, make_folder};
use crate::journal::Folded;
use crate::keyring::{Founded, KeyRing, NewHolder, RegisterKey, Unlocked};
use crate::schema::{self, Standing};

/// Readers beside the one writer.
const READERS: usize = 2;

impl Register {
    /// Makes a register: folder, key ring with the founder and the recovery slot, empty database. The first entry is the
    /// caller's to append. It is made beside its place and moved there whole, so a half-made one is never found.
    ///
    /// # Errors
    /// The folder holds something, lies on a share, or cannot be written.
    pub fn create(
        setting: &Setting,
        founder: &NewHolder<'_>,
        recovery_holder: PersonId,
        branch: BranchId,
        at: Instant,
    ) -> Result<(Self, Founded), Fault> {
        setting.folder.refuse_share()?;
        let place = setting.folder.root();
        if std::fs::read_dir(place).is_ok_and(|mut inside| inside.next().is_some()) {
            return Err(Fault::Exists { what: "folder" });
        }
        let making = making_place(place);
        match std::fs::remove_dir_all(&making) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(Fault::io("clearing a half-made register")(error));
            }
            _ => {}
        }
        let folder = Folder::at(&making);
        make_folder(&making)?;
        folder.create()?;
        let made = Self::make(setting, &folder, founder, recovery_holder, branch, at);
        let founded = match made {
            Ok(founded) => founded,
            Err(fault) => {
                let fault = folder.explain(fault, 0);
                let _half_made = std::fs::remove_dir_all(&making);
                return Err(fault);
            }
        };
        std::fs::rename(&making, place).map_err(Fault::io("moving the new register to its place"))?;
        flush_folder_of(place)?;
        Ok((Self::open(setting, &founded.founder, at)?, founded))
    }

    fn make(
        setting: &Setting,
        folder: &Folder,
        founder: &NewHolder<'_>,
        recovery_holder: PersonId,
        branch: BranchId,
        at: Instant,
    ) -> Result<Founded, Fault> {
        let (ring, founded) = KeyRing::create(folder, setting.strength, founder, recovery_holder)?;
        let mut database = connect(&folder.database(), &founded.founder.key, ring.salt(), Role::Founder)?;
        refuse_temporary_files(&database)?;
        schema::bring_up(&mut database, at, &setting.program)?;
        database.execute(
            "INSERT INTO store (one, id, branch) VALUES (1, ?1, ?2)",
            params![ring.store().as_bytes(), branch.0.as_bytes()],
        )?;
        database.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        database.close().map_err(|(_, error)| Fault::from(error))?;
        folder.close_to_others()?;
        Ok(founded)
    }

    /// Opens a register with an unlocked slot. A register of an older program is backed up and brought up to date; a
    /// change of key that was cut off is finished; what a dead session left half taken in is swept.
    ///
    /// # Errors
    /// In use, on a share, too new, not encrypted, damaged, or the disk.
    pub fn open(setting: &Setting, unlocked: &Unlocked, at: Instant) -> Result<Self, Fault> {
        let folder = &setting.folder;
        folder.refuse_share()?;
        let lock = Lock::take(folder)?;
        folder.close_to_others()?;
        let ring = KeyRing::read(folder, setting.strength)?;
        super::rotate::finish(folder, &ring, &unlocked.key)?;
        ring.mend(&unlocked.key)?;
        let path = folder.database();
        let mut writer = connect(&path, &unlocked.key, ring.salt(), Role::Writer)?;
        refuse_temporary_files(&writer)?;
        match schema::standing(&writer)? {
            Standing::New => return Err(Fault::damaged("the register's database holds nothing")),
            Standing::Current => {}
            Standing::Behind => {
                crate::backup::before_migration(folder, &writer, &ring, &unlocked.key, at)?;
                schema::bring_up(&mut writer, at, &setting.program)?;
            }
        }
        crate::search::in_form(&mut writer).map_err(|fault| folder.explain(fault, 0))?;
        let branch = bound_to(&writer, &ring)?;
        let device = Device::ensure(&writer, setting, ring.store(), at).map_err(|fault| folder.explain(fault, 0))?;
        let readers = readers(&path, &unlocked.key, &ring)?;
        let register =
            Self::assemble(setting, &unlocked.key, ring, (Some(writer), readers), branch, Some(device), lock);
        register.recall_id()?;
        register.compare_note()?;
        register.sweep()?;
        // A full disk does not keep anybody from reading; it is caught up when the register is locked.
        let _caught_up_later = register.remember_note();
        Ok(register)
    }

    /// Reads what opening and the first screen need, and writes nothing. A register that answers Ok here is to be opened
    /// with [`Self::open`]; only one that answers [`Fault::Damaged`] is one to be opened for reading only.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub fn try_opening(setting: &Setting, unlocked: &Unlocked) -> Result<(), Fault> {
        let register = Self::open_read_only(setting, unlocked)?;
        register.read(|db| {
            if schema::standing(db)? == Standing::New {
                return Err(Fault::damaged("the register's database holds nothing"));
            }
            Ok(db.query_row("SELECT count(blob) FROM intake", [], |row| row.get::<_, i64>(0)).map(|_| ())?)
        })?;
        register.head()?.ok_or_else(|| Fault::damaged("the journal is empty"))?;
        for subject in [Subject::Register, Subject::People, Subject::Policy] {
            register.load(&subject)?;
        }
        register.close()
    }

    /// Opens a damaged register to read what can be read. Nothing in the folder is written, brought up to date or swept.
    ///
    /// # Errors
    /// In use, not encrypted, or so damaged that the database does not open.
    pub fn open_read_only(setting: &Setting, unlocked: &Unlocked) -> Result<Self, Fault> {
        let ring = KeyRing::read(&setting.folder, setting.strength)?;
        Self::open_to_read(setting, &unlocked.key, ring)
    }

    pub(crate) fn open_to_read(setting: &Setting, key: &RegisterKey, ring: KeyRing) -> Result<Self, Fault> {
        let folder = &setting.folder;
        let lock = Lock::take(folder)?;
        let readers = readers(&folder.database(), key, &ring)?;
        let reader = readers.first().ok_or(Fault::Locked)?;
        let branch = bound_to(reader, &ring)?;
        let device = Device::find(reader, setting, ring.store())?;
        let register = Self::assemble(setting, key, ring, (None, readers), branch, device, lock);
        register.recall_id()?;
        register.compare_note()?;
        Ok(register)
    }

    fn assemble(
        setting: &Setting,
        key: &RegisterKey,
        ring: KeyRing,
        (writer, readers): (Option<Connection>, Vec<Connection>),
        branch: BranchId,
        device: Option<Device>,
        lock: Lock,
    ) -> Self {
        let (path, salt, own) = (setting.folder.database(), *ring.salt(), key.clone());
        let reopen = Box::new(move |role| connect(&path, &own, &salt, role));
        Self {
            setting: setting.clone(),
            store: ring.store(),
            read_only: writer.is_none(),
            pool: Arc::new(Pool::new(writer, readers, reopen)),
            keys: Mutex::new(Some(Keys { ring, key: key.clone() })),
            lock: Mutex::new(Some(lock)),
            device,
            branch: Mutex::new(branch),
            id: Mutex::new(None),
            live: Mutex::new(BTreeSet::new()),
            folded: Folded::default(),
        }
    }

    fn recall_id(&self) -> Result<(), Fault> {
        let first = self.read(|reader| {
            let digest = reader.query_row("SELECT digest FROM journal WHERE seq = 1", [], |row| row.get(0));
            Ok(digest.optional()?)
        })?;
        if let Some(digest) = first {
            self.learn_id(matter::journal::Digest(digest));
        }
        Ok(())
    }
}

fn readers(path: &Path, key: &RegisterKey, ring: &KeyRing) -> Result<Vec<Connection>, Fault> {
    (0..READERS).map(|_| connect(path, key, ring.salt(), Role::Reader)).collect()
}

/// Checks that database and key ring are of one register, and says which branch is written.
fn bound_to(connection: &Connection, ring: &KeyRing) -> Result<BranchId, Fault> {
    let row = connection
        .query_row("SELECT id, branch FROM store", [], |row| {
            Ok((row.get::<_, [u8; 16]>(0)?, row.get::<_, [u8; 16]>(1)?))
        })
        .optional()?;
    let (store, branch) = row.ok_or_else(|| Fault::damaged("the database does not say which register it is"))?;
    if store == *ring.store().as_bytes() {
        Ok(BranchId(uuid::Uuid::from_bytes(branch)))
    } else {
        Err(Fault::damaged("the key ring belongs to another register"))
    }
}

fn making_place(place: &Path) -> PathBuf {
    let mut name = place.file_name().unwrap_or_default().to_owned();
    name.push(".making");
    place.with_file_name(name)
}

/// Copies a damaged register as it is, byte for byte, into a folder beside it, and says where. Nothing is taken away. It is
/// held while it is copied: of a register that a program writes to, a copy would be of no one moment.
///
/// # Errors
/// [`Fault::InUse`]; the disk.
pub fn quarantine(folder: &Folder, at: Instant) -> Result<PathBuf, Fault> {
    let what = "copying a damaged register";
    let mut name = folder.root().file_name().unwrap_or_default().to_owned();
    name.push(format!(".quarantine-{}", at.format("%Y%m%dT%H%M%SZ")));
    let target = folder.root().with_file_name(name);
    if target.exists() {
        return Err(Fault::Exists { what: "quarantine copy" });
    }
    let _held = Lock::take(folder)?;
    make_folder(&target)?;
    for item in std::fs::read_dir(folder.root()).map_err(Fault::io(what))? {
        let item = item.map_err(Fault::io(what))?;
        // The lock file is this program's own mark of the moment.
        if item.file_type().map_err(Fault::io(what))?.is_file() && item.path() != folder.lock() {
            let copied = std::fs::copy(item.path(), target.join(item.file_name())).map_err(Fault::io(what));
            copied.map_err(|fault| folder.explain(fault, 0))?;
        }
    }
    Folder::at(&target).close_to_others()?;
    flush_folder_of(&target)?;
    Ok(target)
}
