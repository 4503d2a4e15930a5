//! Choosing, unlocking, locking, recovering.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use contract::{
    ChangePassphraseRequest, Fault, LockScreenPerson, Push, RecoverRequest, SessionEvent, SessionView, UnlockRequest,
};
use matter::entry::Entry;
use matter::ids::OpId;
use matter::journal::{Append, Digest, Subject, Write};
use matter::people::{PeopleEntry, PublicKey};
use matter::time::Moment;
use register::{KeyRing, NewHolder, RecoveryKey, Register, Unlocked};

use super::{Open, Place, too_short};
use crate::faults::fault;
use crate::{Desk, hold};

impl Desk {
    /// Chooses a register by its folder; it stays locked.
    ///
    /// # Errors
    /// The folder holds no register, or its key ring cannot be read.
    pub fn open_path(&self, folder: &Path) -> Result<SessionView, Fault> {
        let setting = self.setting(folder);
        if !setting.folder.database().is_file()
            || !setting.folder.keyring().is_file() && !setting.folder.keyring_copy().is_file()
        {
            return Err(Fault::NotARegister);
        }
        let ring = KeyRing::read(&setting.folder, setting.strength).map_err(fault)?;
        let name = folder.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let persons =
            ring.people().into_iter().map(|kept| LockScreenPerson { id: kept.person, name: kept.label }).collect();
        self.lock_session();
        self.remember(&name, folder);
        let sample = folder == self.sample_folder();
        *hold(&self.place) = Place::Locked { folder: folder.to_owned(), name, persons, sample };
        self.session_view()
    }

    /// The folder of the register chosen, open or locked.
    pub(super) fn chosen(&self) -> Result<PathBuf, Fault> {
        match &*hold(&self.place) {
            Place::Nowhere => Err(Fault::NoRegister),
            Place::Locked { folder, .. } => Ok(folder.clone()),
            Place::Open(open) => Ok(open.folder.clone()),
        }
    }

    pub(crate) fn unlock_for(&self, request: &UnlockRequest) -> Result<SessionView, Fault> {
        let folder = self.chosen()?;
        let _job = self.job("unlock", "unlock", None);
        let setting = self.setting(&folder);
        let mut ring = KeyRing::read(&setting.folder, setting.strength).map_err(fault)?;
        let unlocked = ring.unlock(request.person, &request.passphrase).map_err(fault)?;
        // Somebody else is here: they go before this one comes.
        self.lock_session();
        let register = Register::open(&setting, &unlocked, self.now()).map_err(fault)?;
        let entered = self.enter(register, &folder, &unlocked);
        if !known_to_journal(&entered)? {
            self.lock_session();
            return Err(Fault::StoreDamaged {
                detail: "the key of this person is not the one the journal knows: use the recovery key".to_owned(),
            });
        }
        self.pushes.give(&Push::Session(SessionEvent::Opened));
        self.session_view()
    }

    pub(crate) fn enter(&self, register: Register, folder: &Path, unlocked: &Unlocked) -> Arc<Open> {
        let open = Arc::new(Open {
            register: Arc::new(register),
            folder: folder.to_owned(),
            person: unlocked.holder,
            unlocked: unlocked.clone(),
            recovery: std::sync::Mutex::default(),
            viewed: std::sync::Mutex::default(),
            clock_told: std::sync::atomic::AtomicBool::new(false),
        });
        self.sit_down(Arc::clone(&open));
        open
    }

    /// The one way into an open register: what goes on by itself while it is open begins here.
    pub(super) fn sit_down(&self, open: Arc<Open>) {
        *hold(&self.place) = Place::Open(Arc::clone(&open));
        self.read_by_itself(&open);
    }

    /// Locks, if open: readers stopped, database closed, keys wiped, pictures of letters forgotten.
    pub(crate) fn lock_session(&self) {
        let before = std::mem::replace(&mut *hold(&self.place), Place::Nowhere);
        let next = match before {
            Place::Open(open) => {
                self.stop_all_jobs();
                let persons = open.register.holders().unwrap_or_default();
                let name = open.folder.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
                if open.register.close().is_err() {
                    tracing::warn!("the register closed with a fault; what was acknowledged is kept");
                }
                hold(&self.pictures).clear();
                self.room.clear();
                letters::forget();
                self.pushes.give(&Push::Session(SessionEvent::Locked));
                Place::Locked {
                    sample: open.folder == self.sample_folder(),
                    folder: open.folder.clone(),
                    name,
                    persons: persons
                        .into_iter()
                        .map(|kept| LockScreenPerson { id: kept.person, name: kept.label })
                        .collect(),
                }
            }
            other => other,
        };
        *hold(&self.place) = next;
    }

    pub(crate) fn close_session(&self) {
        self.lock_session();
        *hold(&self.place) = Place::Nowhere;
    }

    /// Opens with the recovery key, gives a person a new passphrase and key, and opens for them. The recovery slot's own
    /// key signs this one kind of entry and no other.
    pub(crate) fn recover_for(&self, request: &RecoverRequest) -> Result<SessionView, Fault> {
        let folder = self.chosen()?;
        if let Some(problem) = too_short(&request.passphrase) {
            return Err(Fault::refused(vec![problem]));
        }
        let typed = RecoveryKey::typed(&request.recovery_key).map_err(fault)?;
        let setting = self.setting(&folder);
        let mut ring = KeyRing::read(&setting.folder, setting.strength).map_err(fault)?;
        let recovery = ring.unlock_with_recovery(&typed).map_err(fault)?;
        self.lock_session();
        let now = self.now();
        let register = Register::open(&setting, &recovery, now).map_err(fault)?;
        let label = ring.people().into_iter().find(|kept| kept.person == request.person).ok_or(Fault::NotFound)?.label;
        let holder = NewHolder { person: request.person, label: &label, passphrase: &request.passphrase };
        let key = register.replace_holder(&holder).map_err(fault)?;
        let version = register.version(&Subject::People).map_err(fault)?;
        let append = Append {
            op: OpId(self.new_id()?),
            request: Digest::of(request.person.to_string().as_bytes()),
            actor: recovery.holder,
            happened: Moment { at: now, zone: chrono_tz::UTC },
            recorded: now,
            reads: Vec::new(),
            writes: vec![Write {
                subject: Subject::People,
                expected: version,
                entries: vec![Entry::People(PeopleEntry::KeyReplaced {
                    person: request.person,
                    key: PublicKey::of(&key),
                    reason: "recovery".to_owned(),
                })],
            }],
        };
        register.append(&append, &recovery.signer).map_err(fault)?;
        register.close().map_err(fault)?;
        drop(register);
        self.unlock_for(&UnlockRequest { person: request.person, passphrase: request.passphrase.clone() })
    }

    pub(crate) fn change_passphrase_for(&self, request: &ChangePassphraseRequest) -> Result<(), Fault> {
        let open = self.writable()?;
        if let Some(problem) = too_short(&request.new) {
            return Err(Fault::refused(vec![problem]));
        }
        open.register.change_passphrase(open.person, &request.old, &request.new).map_err(fault)
    }
}

/// True when the journal knows this person with this key. A slot whose entry was never written (the program was killed in
/// between) opens nothing.
pub(super) fn known_to_journal(open: &Open) -> Result<bool, Fault> {
    let key = PublicKey::of(&open.unlocked.signer.verifying_key());
    Ok(open.people()?.person(open.person).is_some_and(|person| !person.removed && person.key == key))
}
