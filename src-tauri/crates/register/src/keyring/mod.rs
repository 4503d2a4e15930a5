//! The key ring: who can open the register, and with what. It lies beside the database in two copies and holds no
//! secret that is not wrapped.

mod bytes;
mod cost;
mod file;
mod recovery;
mod rotate;
mod secret;
mod slot;

use ed25519_dalek::{SigningKey, VerifyingKey};
use matter::ids::PersonId;
use zeroize::Zeroizing;

pub use cost::{Cost, Strength};
pub use recovery::RecoveryKey;
pub use secret::RegisterKey;
pub use slot::SlotKind;

pub(crate) use bytes::Base64;
pub(crate) use file::FileSalt;
use file::RingFile;
pub(crate) use secret::random;

use crate::fault::Fault;
use crate::folder::Folder;
use slot::{Binding, Opener, Slot};

/// A name on the lock screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LockScreenName {
    /// The person.
    pub person: PersonId,
    /// What the lock screen shows.
    pub label: String,
}

/// A person about to get a slot.
#[derive(Debug, Clone, Copy)]
pub struct NewHolder<'a> {
    /// The person.
    pub person: PersonId,
    /// What the lock screen shows. It lies in clear beside the database.
    pub label: &'a str,
    /// Their passphrase, as typed.
    pub passphrase: &'a str,
}

/// What an unlocked slot gives: the register's key and the holder's own signing key.
#[derive(Clone)]
pub struct Unlocked {
    pub(crate) key: RegisterKey,
    /// Who unlocked: a person, or the holder of the recovery slot.
    pub holder: PersonId,
    /// Whether it was a person's slot or the recovery slot.
    pub kind: SlotKind,
    /// The holder's signing key.
    pub signer: SigningKey,
}

impl std::fmt::Debug for Unlocked {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Unlocked({:?}, keys hidden)", self.kind)
    }
}

/// What making a key ring gives, beside the ring itself.
#[derive(Debug)]
pub struct Founded {
    /// The founder's open slot.
    pub founder: Unlocked,
    /// The recovery key, to be printed and typed back. It is shown once.
    pub recovery: RecoveryKey,
    /// The public key of the recovery slot, for the register's first entries.
    pub recovery_verifying: VerifyingKey,
}

/// The key ring of one register.
#[derive(Debug, Clone)]
pub struct KeyRing {
    folder: Folder,
    strength: Strength,
    file: RingFile,
}

impl KeyRing {
    /// Makes the key ring of a new register, with one person and the recovery slot, and writes both copies.
    ///
    /// # Errors
    /// A ring is there already, no randomness, or the disk.
    pub(crate) fn create(
        folder: &Folder,
        strength: Strength,
        founder: &NewHolder<'_>,
        recovery_holder: PersonId,
    ) -> Result<(Self, Founded), Fault> {
        let recovery = RecoveryKey::new()?;
        let key = RegisterKey::new()?;
        let file = RingFile::new(&key)?;
        let mut ring = Self { folder: folder.clone(), strength, file };
        let (signer, keeper) = (new_signer()?, new_signer()?);
        let person = (founder.person, founder.label, SlotKind::Person);
        ring.push(person, &Opener::Passphrase(founder.passphrase), (&key, &signer))?;
        ring.push((recovery_holder, "", SlotKind::Recovery), &Opener::Recovery(&recovery), (&key, &keeper))?;
        ring.write(&key)?;
        let founder = Unlocked { key, holder: founder.person, kind: SlotKind::Person, signer };
        Ok((ring, Founded { founder, recovery, recovery_verifying: keeper.verifying_key() }))
    }

    /// Reads the newer good copy of a register's key ring.
    ///
    /// # Errors
    /// No ring, both copies damaged, or a slot that asks for less work than `strength` accepts.
    pub fn read(folder: &Folder, strength: Strength) -> Result<Self, Fault> {
        let file = RingFile::read(folder)?;
        Ok(Self { folder: folder.clone(), strength, file })
    }

    /// The people whom the lock screen asks for, in the order in which they were added.
    #[must_use]
    pub fn people(&self) -> Vec<LockScreenName> {
        let persons = self.file.slots.iter().filter(|slot| slot.kind == SlotKind::Person);
        persons.map(|slot| LockScreenName { person: slot.holder, label: slot.label.clone() }).collect()
    }

    /// Opens a person's slot. Where a new register key waits in it, the slot is wrapped again and the ring written.
    ///
    /// # Errors
    /// [`Fault::WrongPassphrase`] for a wrong passphrase and for a person without a slot alike.
    pub fn unlock(&mut self, person: PersonId, passphrase: &str) -> Result<Unlocked, Fault> {
        self.open(|slot| slot.kind == SlotKind::Person && slot.holder == person, &Opener::Passphrase(passphrase))
    }

    /// Opens the recovery slot. Its signing key can do one thing: replace a person's key.
    ///
    /// # Errors
    /// [`Fault::WrongPassphrase`] when the key is of another register.
    pub fn unlock_with_recovery(&mut self, key: &RecoveryKey) -> Result<Unlocked, Fault> {
        self.open(|slot| slot.kind == SlotKind::Recovery, &Opener::Recovery(key))
    }

    fn open(&mut self, wanted: impl Fn(&Slot) -> bool, opener: &Opener<'_>) -> Result<Unlocked, Fault> {
        let binding = self.binding();
        let place = self.file.slots.iter().position(wanted);
        let Some(slot) = place.and_then(|place| self.file.slots.get_mut(place)) else {
            // As much work as a wrong passphrase takes, so that the time tells nobody who has a slot.
            secret::derive(b"", &[0; 16], &self.strength.cost())?;
            return Err(Fault::WrongPassphrase);
        };
        let opened = slot.open(&binding, &self.strength, opener)?;
        if opened.handed_over {
            slot.wrap_again(&binding, &self.strength, opener, (&opened.key, &opened.signer))?;
        }
        let unlocked = Unlocked { key: opened.key, holder: slot.holder, kind: slot.kind, signer: opened.signer };
        if opened.handed_over {
            self.write(&unlocked.key)?;
        } else {
            self.file.check(&unlocked.key)?;
        }
        Ok(unlocked)
    }

    /// Gives a new person a slot, with a signing key of their own, whose public half is returned for the entry.
    ///
    /// # Errors
    /// The person has a slot, or the disk.
    pub(crate) fn add(&mut self, key: &RegisterKey, who: &NewHolder<'_>) -> Result<VerifyingKey, Fault> {
        if self.file.slots.iter().any(|slot| slot.holder == who.person) {
            return Err(Fault::Exists { what: "slot" });
        }
        let signer = new_signer()?;
        let person = (who.person, who.label, SlotKind::Person);
        self.change(key, |ring| ring.push(person, &Opener::Passphrase(who.passphrase), (key, &signer)))?;
        Ok(signer.verifying_key())
    }

    /// Gives a person whose passphrase is lost a new slot and a new signing key; the old slot goes.
    ///
    /// # Errors
    /// The person has no slot, or the disk.
    pub(crate) fn replace(&mut self, key: &RegisterKey, who: &NewHolder<'_>) -> Result<VerifyingKey, Fault> {
        let signer = new_signer()?;
        let person = (who.person, who.label, SlotKind::Person);
        let is_theirs = |slot: &Slot| slot.kind == SlotKind::Person && slot.holder == who.person;
        self.change(key, |ring| {
            let place = ring.file.slots.iter().position(is_theirs).ok_or(Fault::NotFound { what: "slot" })?;
            ring.push(person, &Opener::Passphrase(who.passphrase), (key, &signer))?;
            let new = ring.file.slots.pop().ok_or(Fault::NotFound { what: "slot" })?;
            if let Some(old) = ring.file.slots.get_mut(place) {
                *old = new;
            }
            Ok(())
        })?;
        Ok(signer.verifying_key())
    }

    /// Changes a person's passphrase; register key and signing key stay.
    ///
    /// # Errors
    /// [`Fault::WrongPassphrase`], or the disk.
    pub fn change_passphrase(&mut self, person: PersonId, old: &str, new: &str) -> Result<(), Fault> {
        let unlocked = self.unlock(person, old)?;
        self.rewrap(&unlocked, &Opener::Passphrase(new))
    }

    /// Makes a new recovery key for the recovery slot; the old one opens nothing any more.
    ///
    /// # Errors
    /// [`Fault::WrongPassphrase`] when `old` is not the recovery key.
    pub fn change_recovery(&mut self, old: &RecoveryKey) -> Result<RecoveryKey, Fault> {
        let unlocked = self.unlock_with_recovery(old)?;
        let new = RecoveryKey::new()?;
        self.rewrap(&unlocked, &Opener::Recovery(&new))?;
        Ok(new)
    }

    fn rewrap(&mut self, unlocked: &Unlocked, opener: &Opener<'_>) -> Result<(), Fault> {
        let (binding, strength) = (self.binding(), self.strength);
        self.change(&unlocked.key, |ring| {
            let mut slots = ring.file.slots.iter_mut();
            let theirs = slots.find(|slot| slot.holder == unlocked.holder && slot.kind == unlocked.kind);
            let slot = theirs.ok_or(Fault::NotFound { what: "slot" })?;
            slot.wrap_again(&binding, &strength, opener, (&unlocked.key, &unlocked.signer))
        })
    }

    /// The salt of the database file, which the key ring keeps in clear.
    pub(crate) fn salt(&self) -> &FileSalt {
        &self.file.salt
    }

    /// The register's name for itself before it has a genesis entry; it binds ring and database together.
    pub(crate) fn store(&self) -> uuid::Uuid {
        self.file.store
    }

    /// The name of the register key this ring wraps (not the key).
    #[must_use]
    pub fn key_name(&self) -> &str {
        &self.file.key_name
    }

    fn binding(&self) -> Binding {
        Binding { store: self.file.store, version: file::VERSION }
    }

    fn push(
        &mut self,
        who: (PersonId, &str, SlotKind),
        opener: &Opener<'_>,
        keys: (&RegisterKey, &SigningKey),
    ) -> Result<(), Fault> {
        let slot = Slot::new(&self.binding(), &self.strength, who, opener, keys)?;
        self.file.slots.push(slot);
        Ok(())
    }

    /// Changes a copy, writes it, and only then takes it for true.
    fn change(&mut self, key: &RegisterKey, by: impl FnOnce(&mut Self) -> Result<(), Fault>) -> Result<(), Fault> {
        let mut next = self.clone();
        by(&mut next)?;
        next.write(key)?;
        *self = next;
        Ok(())
    }

    fn write(&mut self, key: &RegisterKey) -> Result<(), Fault> {
        self.file.write(&self.folder, key)
    }
}

fn new_signer() -> Result<SigningKey, Fault> {
    Ok(SigningKey::from_bytes(&Zeroizing::new(random::<32>()?)))
}
