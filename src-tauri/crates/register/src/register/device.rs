//! This installation: its own key, and the head it saw last, kept outside the register so that an old file put back, or a
//! tail cut off, is noticed.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

use ed25519_dalek::{SigningKey, VerifyingKey};
use matter::entry::Entry;
use matter::journal::{Head, Subject};
use matter::register::RegisterEntry;
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
        if let Some(device) = Self::find(db, setting, store)? {
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
        Ok(Self {
            signer,
            note: note_path(setting, store),
            noted: AtomicBool::new(false),
            trusted: AtomicBool::new(false),
        })
    }

    pub(super) fn find(db: &Connection, setting: &Setting, store: uuid::Uuid) -> Result<Option<Self>, Fault> {
        let found = db
            .query_row("SELECT seed, noted FROM device WHERE id = ?1", [setting.device.0.as_bytes()], |row| {
                Ok((row.get::<_, [u8; 32]>(0)?, row.get::<_, bool>(1)?))
            })
            .optional()?;
        Ok(found.map(|(seed, noted)| Self {
            signer: SigningKey::from_bytes(&zeroize::Zeroizing::new(seed)),
            note: note_path(setting, store),
            noted: AtomicBool::new(noted),
            trusted: AtomicBool::new(false),
        }))
    }
}

fn note_path(setting: &Setting, store: uuid::Uuid) -> PathBuf {
    setting.state.join("heads").join(format!("{store}.note"))
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
            Err(_) if device.noted.load(Ordering::Relaxed) => LastSeen::Missing,
            Err(_) if device.note.exists() => LastSeen::Altered,
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
            LastSeen::Never => true,
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
        let Some(device) = &self.device else { return Ok(()) };
        device.trusted.store(true, Ordering::Relaxed);
        self.note_head(true)
    }

    /// Writes the head to this device's note. `durable` flushes it; after each act it is only written, because the note
    /// guards against an old file put back, not against a power cut.
    pub(crate) fn note_head(&self, durable: bool) -> Result<(), Fault> {
        let usable = |device: &&Device| !self.is_read_only() && device.trusted.load(Ordering::Relaxed);
        let Some(device) = self.device.as_ref().filter(usable) else { return Ok(()) };
        let Some(head) = self.head().or_else(locked_is_none)? else { return Ok(()) };
        self.write_note(device, &head, durable)?;
        if durable && !device.noted.swap(true, Ordering::Relaxed) {
            let id = self.setting().device;
            self.write(|db| Ok(db.execute("UPDATE device SET noted = 1 WHERE id = ?1", [id.0.as_bytes()])?))?;
        }
        Ok(())
    }

    fn write_note(&self, device: &Device, head: &Head, durable: bool) -> Result<(), Fault> {
        let folder = device.note.parent().unwrap_or(&device.note);
        if !folder.exists() {
            make_folder(folder)?;
        }
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

fn locked_is_none(fault: Fault) -> Result<Option<Head>, Fault> {
    match fault {
        Fault::Locked => Ok(None),
        other => Err(other),
    }
}
