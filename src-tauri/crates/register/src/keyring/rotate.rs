//! A ring under a new register key.

use ed25519_dalek::VerifyingKey;
use matter::ids::PersonId;

use super::{KeyRing, RegisterKey, RingFile, SlotKind};
use crate::fault::Fault;
use crate::folder::Folder;

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

    pub(crate) fn file(&self) -> &RingFile {
        &self.file
    }

    /// The same ring, kept in another folder (a backup's, or a restored register's).
    pub(crate) fn in_folder(&self, folder: &Folder) -> Self {
        Self { folder: folder.clone(), strength: self.strength, file: self.file.clone() }
    }

    pub(crate) fn put(&mut self, key: &RegisterKey) -> Result<(), Fault> {
        self.write(key)
    }

    pub(crate) fn strength(&self) -> super::Strength {
        self.strength
    }
}
