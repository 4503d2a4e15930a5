//! A ring under a new register key.

use ed25519_dalek::VerifyingKey;
use matter::ids::PersonId;

use super::{KeyRing, RegisterKey, SlotKind};
use crate::fault::Fault;

impl KeyRing {
    /// The ring under a new key and a new salt, without the people in `gone`; not written yet. Those who stay find the
    /// new key in their slot, left to their public key, which must be one that the journal knows (`known`): a public key
    /// slipped into the file would else be handed the register.
    ///
    /// # Errors
    /// [`Fault::Damaged`] when a slot's public key is not known.
    pub(crate) fn rotated(
        &self,
        old: &RegisterKey,
        new: &RegisterKey,
        gone: &[PersonId],
        known: &[VerifyingKey],
    ) -> Result<Self, Fault> {
        let mut next = self.clone();
        next.file.slots.retain(|slot| !(slot.kind == SlotKind::Person && gone.contains(&slot.holder)));
        let binding = self.binding();
        for slot in &mut next.file.slots {
            if !known.contains(&slot.verifying()?) {
                return Err(Fault::damaged("the key ring names a public key that the journal does not know"));
            }
            slot.hand_over(&binding, old, new)?;
        }
        next.file.rekey(new)?;
        Ok(next)
    }

    /// The people of the ring and the recovery slot with their public keys.
    ///
    /// # Errors
    /// A slot without a public key.
    pub fn holders(&self) -> Result<Vec<(PersonId, SlotKind, VerifyingKey)>, Fault> {
        self.file.slots.iter().map(|slot| Ok((slot.holder, slot.kind, slot.verifying()?))).collect()
    }

    /// The ring's file as it was sealed last, for a backup.
    pub(crate) fn to_bytes(&self) -> Result<Vec<u8>, Fault> {
        self.file.to_bytes()
    }

    /// Checks the seal, and writes again a copy that is lost, damaged or left behind by a writing that was cut off.
    pub(crate) fn mend(&self, key: &RegisterKey) -> Result<(), Fault> {
        self.file.check(key)?;
        let bytes = self.to_bytes()?;
        for path in [self.folder.keyring(), self.folder.keyring_copy()] {
            if std::fs::read(&path).ok().as_deref() != Some(bytes.as_slice()) {
                self.folder.replace(&path, &bytes)?;
            }
        }
        Ok(())
    }

    /// Writes the ring under its register key.
    pub(crate) fn put(&mut self, key: &RegisterKey) -> Result<(), Fault> {
        self.write(key)
    }
}
