//! The key ring of an open register.

use ed25519_dalek::VerifyingKey;
use matter::ids::PersonId;

use super::{Keys, Register, locked};
use crate::fault::Fault;
use crate::keyring::{LockScreenName, NewHolder, SlotKind};

impl Register {
    fn change_ring<T>(&self, by: impl FnOnce(&mut Keys) -> Result<T, Fault>) -> Result<T, Fault> {
        if self.is_read_only() {
            return Err(Fault::ReadOnly);
        }
        by(locked(&self.keys).as_mut().ok_or(Fault::Locked)?)
    }

    /// Gives a new person a slot; returns the public half of their new signing key, for the entry about them.
    ///
    /// # Errors
    /// They have a slot, or the disk.
    pub fn add_holder(&self, who: &NewHolder<'_>) -> Result<VerifyingKey, Fault> {
        self.change_ring(|keys| keys.ring.add(&keys.key, who))
    }

    /// Gives a person whose passphrase is lost a new slot and signing key; the old ones go. Returns the public half.
    ///
    /// # Errors
    /// They have no slot, or the disk.
    pub fn replace_holder(&self, who: &NewHolder<'_>) -> Result<VerifyingKey, Fault> {
        self.change_ring(|keys| keys.ring.replace(&keys.key, who))
    }

    /// Changes a person's passphrase; their signing key stays.
    ///
    /// # Errors
    /// [`Fault::WrongPassphrase`], or the disk.
    pub fn change_passphrase(&self, person: PersonId, old: &str, new: &str) -> Result<(), Fault> {
        self.change_ring(|keys| keys.ring.change_passphrase(person, old, new))
    }

    /// The people on the lock screen.
    ///
    /// # Errors
    /// The register is locked.
    pub fn holders(&self) -> Result<Vec<LockScreenName>, Fault> {
        self.with_keys(|ring, _| Ok(ring.people()))
    }

    /// Everyone's public keys as the key ring has them, the recovery slot's included.
    ///
    /// # Errors
    /// The register is locked.
    pub fn public_keys(&self) -> Result<Vec<(PersonId, SlotKind, VerifyingKey)>, Fault> {
        self.with_keys(|ring, _| ring.holders())
    }
}
