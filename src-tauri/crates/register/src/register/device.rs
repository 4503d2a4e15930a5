//! This installation: its own key, and the head it saw last, kept outside the register so that an old file put back, or a
//! tail cut off, is noticed.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

use ed25519_dalek::{SigningKey, VerifyingKey};
use matter::entry::Entry;
use matter::ids::PersonId;
use matter::journal::{Head, Subject};
use matter::people::Role;
use matter::register::RegisterEntry;
use matter::state::State;
use matter::time::Instant;
use rusqlite::{Connection, OptionalExtension as _, params};

use super::{Register, Setting};
use crate::fault::Fault;
use crate::folder::make_folder;
use crate::keyring::random;

/// This installation in one register.
pub(super) struct Device {
    signer: SigningKey,
    note: PathBuf,
    /// Who were administrators when a head was noted last: beside the note, outside the register.
    list: PathBuf,
    /// True where another installation has opened the register.
    elsewhere: bool,
    /// True once a note was written and flushed, so that one that is gone is missed.
    noted: AtomicBool,
    /// True while the chain holds the head noted last. Otherwise the note is evidence, and is not written over.
    trusted: AtomicBool,
}

/// What this device last saw of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LastSeen {
    /// Nothing: it opens the register for the first time.
    Never,
    /// This head.
    Head(Head),
    /// The note that was written here is gone.
    Missing,
    /// The note is there, and was not signed by this device's key.
    Altered,
}

impl Device {
    /// Finds this installation's key in the register, or makes one.
    pub(super) fn ensure(db: &Connection, setting: &Setting, store: uuid::Uuid, at: Instant) -> Result<Self, Fault> {
        let known = "SELECT EXISTS (SELECT 1 FROM device WHERE id = ?1)";
        if db.query_row(known, [setting.device.0.as_bytes()], |row| row.get(0))?
            && let Some(device) = Self::find(db, setting, store)?
        {
            return Ok(device);
        }
        let signer = SigningKey::from_bytes(&zeroize::Zeroizing::new(random::<32>()?));
        db.execute(
            "INSERT INTO device (id, seed, verifying, first_opened_at) VALUES (?1, ?2, ?3, ?4)",
            params![
                setting.device.0.as_bytes(),
                signer.as_bytes(),
                signer.verifying_key().as_bytes(),
                at.timestamp_millis()
            ],
        )?;
        Self::with(db, setting, store, signer, false)
    }

    pub(super) fn find(db: &Connection, setting: &Setting, store: uuid::Uuid) -> Result<Option<Self>, Fault> {
        let found = db
            .query_row("SELECT seed, noted FROM device WHERE id = ?1", [setting.device.0.as_bytes()], |row| {
                Ok((row.get::<_, [u8; 32]>(0)?, row.get::<_, bool>(1)?))
            })
            .optional()?;
        match found {
            Some((seed, noted)) => {
                let signer = SigningKey::from_bytes(&zeroize::Zeroizing::new(seed));
                Ok(Some(Self::with(db, setting, store, signer, noted)?))
            }
            // The register does not know this installation, and this installation has seen the register: what lies here
            // was signed with a key that the register has lost.
            None if note_path(setting, store).exists() || list_path(setting, store).exists() => {
                let lost = SigningKey::from_bytes(&zeroize::Zeroizing::new(random::<32>()?));
                Ok(Some(Self::with(db, setting, store, lost, true)?))
            }
            None => Ok(None),
        }
    }

    fn with(
        db: &Connection,
        setting: &Setting,
        store: uuid::Uuid,
        signer: SigningKey,
        noted: bool,
    ) -> Result<Self, Fault> {
        let others = "SELECT EXISTS (SELECT 1 FROM device WHERE id <> ?1)";
        Ok(Self {
            signer,
            note: note_path(setting, store),
            list: list_path(setting, store),
            elsewhere: db.query_row(others, [setting.device.0.as_bytes()], |row| row.get(0))?,
            noted: AtomicBool::new(noted),
            trusted: AtomicBool::new(false),
        })
    }
}

fn note_path(setting: &Setting, store: uuid::Uuid) -> PathBuf {
    setting.state.join("heads").join(format!("{store}.note"))
}

fn list_path(setting: &Setting, store: uuid::Uuid) -> PathBuf {
    setting.state.join("heads").join(format!("{store}.administrators"))
}

impl Register {
    /// The head this device saw last, read from its note outside the register.
    #[must_use]
    pub fn last_seen(&self) -> LastSeen {
        let Some(device) = &self.device else { return LastSeen::Never };
        match std::fs::read_to_string(&device.note) {
            Ok(text) => match Head::from_note(&text, &device.signer.verifying_key()) {
                Ok(head) => LastSeen::Head(head),
                Err(_) => LastSeen::Altered,
            },
            Err(_) if device.note.exists() => LastSeen::Altered,
            Err(_) if device.noted.load(Ordering::Relaxed) || device.list.exists() => LastSeen::Missing,
            Err(_) => LastSeen::Never,
        }
    }

    /// Signs a head with this device's key, for a backup, an export or a printed sheet. None before the first entry.
    ///
    /// # Errors
    /// The register is locked.
    pub fn signed_head(&self) -> Result<Option<String>, Fault> {
        let Some(device) = &self.device else { return Ok(None) };
        Ok(self.head()?.map(|head| head.to_note(&device.signer)))
    }

    /// Signs a head of a copy.
    pub(crate) fn sign_head(&self, head: &Head) -> Option<String> {
        self.device.as_ref().map(|device| head.to_note(&device.signer))
    }

    /// The public key with which this device signs heads.
    #[must_use]
    pub fn device_key(&self) -> Option<VerifyingKey> {
        self.device.as_ref().map(|device| device.signer.verifying_key())
    }

    /// Compares the head seen last with the chain as it is now. Where the chain does not hold it, the note stays as it is
    /// until a person has been told ([`Self::accept_head`]).
    pub(super) fn compare_note(&self) -> Result<(), Fault> {
        let Some(device) = &self.device else { return Ok(()) };
        let trusted = match self.last_seen() {
            // Nothing to compare with. Where others have opened it, a person confirms once which entry is the last; a
            // register that can only be read cannot take that down, and is marked as what it is.
            LastSeen::Never => {
                self.is_read_only() || !device.elsewhere || self.head()?.is_none() || self.is_confirmed_here()?
            }
            LastSeen::Head(seen) => self.holds(&seen)? || self.is_given_up(&seen)?,
            LastSeen::Missing | LastSeen::Altered => false,
        };
        device.trusted.store(trusted, Ordering::Relaxed);
        Ok(())
    }

    /// True when the chain holds this head.
    ///
    /// # Errors
    /// The register is locked.
    pub fn holds(&self, head: &Head) -> Result<bool, Fault> {
        if self.known_id() != Some(head.register) {
            return Ok(false);
        }
        let seq = i64::try_from(head.seq).unwrap_or(i64::MAX);
        let found: Option<[u8; 32]> = self.read(|db| {
            Ok(db.query_row("SELECT digest FROM journal WHERE seq = ?1", [seq], |row| row.get(0)).optional()?)
        })?;
        Ok(found == Some(head.digest.0))
    }

    /// True when a restore, or a person told of it, says on record that this head is lost.
    fn is_given_up(&self, head: &Head) -> Result<bool, Fault> {
        let entries = self.entries(&Subject::Register, None)?;
        Ok(entries.iter().any(|one| {
            matches!(&one.entry, Some(Entry::Register(
                RegisterEntry::RegisterRestored { last_seen, .. } | RegisterEntry::HeadAccepted { last_seen, .. }
            )) if last_seen.as_ref() == Some(head))
        }))
    }

    /// True when a restore, or a person who confirmed the head, is on record from this device: it was cut off before its
    /// note.
    fn is_confirmed_here(&self) -> Result<bool, Fault> {
        let own = self.setting().device;
        let entries = self.entries(&Subject::Register, None)?;
        Ok(entries.iter().any(|one| {
            one.header.device == own
                && matches!(
                    &one.entry,
                    Some(Entry::Register(RegisterEntry::RegisterRestored { .. } | RegisterEntry::HeadAccepted { .. }))
                )
        }))
    }

    /// False when the chain does not hold the head this device saw last, or its note is gone or altered: a red stop, not
    /// a warning.
    #[must_use]
    pub fn agrees_with_last_seen(&self) -> bool {
        self.device.as_ref().is_none_or(|device| device.trusted.load(Ordering::Relaxed))
    }

    /// Takes the chain as it is now for the head last seen. To be called only after a person was told that the chain did
    /// not hold it, and said why.
    ///
    /// # Errors
    /// The register is locked, or the disk.
    pub fn accept_head(&self) -> Result<(), Fault> {
        if self.is_read_only() {
            return Err(Fault::ReadOnly);
        }
        let Some(device) = &self.device else { return Ok(()) };
        device.trusted.store(true, Ordering::Relaxed);
        self.note_head(true)
    }

    /// Who were administrators when this device noted a head of this register last; none when it kept no such list. The
    /// list lies outside the register: an old file with an old key ring, put back, does not change it.
    #[must_use]
    pub fn administrators_last_seen(&self) -> Option<Vec<PersonId>> {
        let text = std::fs::read(list_path(self.setting(), self.store())).ok()?;
        serde_json::from_slice(&text).ok()
    }

    /// Writes that list anew where it changed.
    pub(crate) fn note_administrators(&self) -> Result<(), Fault> {
        let usable = |device: &&Device| !self.is_read_only() && device.trusted.load(Ordering::Relaxed);
        let Some(device) = self.device.as_ref().filter(usable) else { return Ok(()) };
        let State::People(people) = self.load(&Subject::People)? else { return Ok(()) };
        let persons = people.persons.iter().filter(|person| people.has(person.id, Role::Administrator));
        let now: Vec<PersonId> = persons.map(|person| person.id).collect();
        if now.is_empty() || self.administrators_last_seen().as_ref() == Some(&now) {
            return Ok(());
        }
        let bytes = serde_json::to_vec(&now).map_err(|_| Fault::damaged("a list of ids has no written form"))?;
        make_parent(&device.list)?;
        crate::folder::replace(&device.list, &bytes)
    }

    /// At opening: a note that is trusted counts as written from now on, so that one that is gone is missed.
    pub(super) fn remember_note(&self) -> Result<(), Fault> {
        let fresh =
            self.device.as_ref().is_some_and(|device| !device.noted.load(Ordering::Relaxed) && device.note.exists());
        if fresh { self.note_head(true) } else { Ok(()) }
    }

    /// Writes the head to this device's note. `durable` flushes it; after each act it is only written, because the note
    /// guards against an old file put back, not against a power cut.
    pub(crate) fn note_head(&self, durable: bool) -> Result<(), Fault> {
        let usable = |device: &&Device| !self.is_read_only() && device.trusted.load(Ordering::Relaxed);
        let Some(device) = self.device.as_ref().filter(usable) else { return Ok(()) };
        let Some(head) = self.head().or_else(locked_is_none)? else { return Ok(()) };
        if durable {
            // First: an end that is noted with an older list would let somebody go on who may not any more.
            self.note_administrators().or_else(|fault| match fault {
                // A damaged page is told where it is read; the head is noted all the same.
                Fault::Damaged { .. } | Fault::Locked => Ok(()),
                other => Err(other),
            })?;
        }
        self.write_note(device, &head, durable)?;
        if durable && !device.noted.swap(true, Ordering::Relaxed) {
            let id = self.setting().device;
            self.write(|db| Ok(db.execute("UPDATE device SET noted = 1 WHERE id = ?1", [id.0.as_bytes()])?))?;
        }
        Ok(())
    }

    fn write_note(&self, device: &Device, head: &Head, durable: bool) -> Result<(), Fault> {
        make_parent(&device.note)?;
        let text = head.to_note(&device.signer);
        if durable {
            crate::folder::replace(&device.note, text.as_bytes())
        } else {
            let beside = device.note.with_extension("new");
            std::fs::write(&beside, text)
                .and_then(|()| std::fs::rename(&beside, &device.note))
                .map_err(Fault::io("noting the head"))
        }
    }
}

fn make_parent(path: &std::path::Path) -> Result<(), Fault> {
    let folder = path.parent().unwrap_or(path);
    if folder.exists() { Ok(()) } else { make_folder(folder) }
}

fn locked_is_none(fault: Fault) -> Result<Option<Head>, Fault> {
    match fault {
        Fault::Locked => Ok(None),
        other => Err(other),
    }
}
