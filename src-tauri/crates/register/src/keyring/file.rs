//! The key ring as a file: two copies, each replaced whole, sealed under the register key.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::bytes::Base64;
use super::secret::{RegisterKey, random};
use super::slot::Slot;
use crate::fault::Fault;
use crate::folder::Folder;

/// The version of the file's shape.
pub(super) const VERSION: u16 = 1;
/// More than this is no key ring.
const MOST_BYTES: u64 = 4 * 1024 * 1024;

/// The first 16 bytes of the database file, kept here too because one flipped bit in them would else be the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FileSalt(pub(crate) [u8; 16]);

/// A tag over everything else in the file, made with the register key: labels and ids cannot be edited unseen.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Seal {
    nonce: Base64<24>,
    tag: Base64<16>,
}

/// The file's content.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct RingFile {
    version: u16,
    /// Goes up by one with every writing: of two good copies the higher one holds.
    generation: u64,
    pub(super) store: uuid::Uuid,
    pub(super) key_name: String,
    #[serde(with = "salt_text")]
    pub(super) salt: FileSalt,
    pub(super) slots: Vec<Slot>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    seal: Option<Seal>,
}

mod salt_text {
    use super::{Base64, FileSalt};
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub(super) fn serialize<S: Serializer>(salt: &FileSalt, serializer: S) -> Result<S::Ok, S::Error> {
        Base64(salt.0).serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<FileSalt, D::Error> {
        Base64::deserialize(deserializer).map(|bytes| FileSalt(bytes.0))
    }
}

fn sealing_key(key: &RegisterKey) -> XChaCha20Poly1305 {
    let mut hash = Sha256::new();
    hash.update(b"subpoena-desk/key-ring-seal/v1\0");
    hash.update(key.bytes());
    let derived: [u8; 32] = hash.finalize().into();
    XChaCha20Poly1305::new(&Key::from(derived))
}

impl RingFile {
    pub(super) fn new(key: &RegisterKey) -> Result<Self, Fault> {
        let store = uuid::Builder::from_random_bytes(random()?).into_uuid();
        let salt = FileSalt(random()?);
        Ok(Self { version: VERSION, generation: 0, store, key_name: key.name(), salt, slots: Vec::new(), seal: None })
    }

    /// Takes another register key and a fresh salt; the next writing seals under that key.
    pub(super) fn rekey(&mut self, key: &RegisterKey) -> Result<(), Fault> {
        self.key_name = key.name();
        self.salt = FileSalt(random()?);
        Ok(())
    }

    fn sealed_bytes(&self) -> Result<Vec<u8>, Fault> {
        let bare = Self { seal: None, ..self.clone() };
        serde_json::to_vec(&bare).map_err(|_| Fault::damaged("the key ring has no written form"))
    }

    /// Checks the seal.
    pub(super) fn check(&self, key: &RegisterKey) -> Result<(), Fault> {
        let edited = || Fault::damaged("the key ring was edited by someone without the register's key");
        let seal = self.seal.as_ref().ok_or_else(edited)?;
        let bytes = self.sealed_bytes()?;
        let payload = Payload { msg: &seal.tag.0, aad: &bytes };
        sealing_key(key).decrypt(&XNonce::from(seal.nonce.0), payload).map(|_| ()).map_err(|_| edited())
    }

    /// Reads the newer good copy.
    pub(super) fn read(folder: &Folder) -> Result<Self, Fault> {
        let copies = [folder.keyring(), folder.keyring_copy()];
        let mut found = None::<Self>;
        let mut fault = None::<Fault>;
        for path in copies {
            match Self::read_one(&path) {
                Ok(file) if found.as_ref().is_none_or(|best| best.generation < file.generation) => found = Some(file),
                Ok(_) => {}
                Err(Fault::NotFound { .. }) if fault.is_some() => {}
                Err(one) => fault = Some(one),
            }
        }
        found.ok_or_else(|| fault.unwrap_or(Fault::NotFound { what: "register" }))
    }

    fn read_one(path: &std::path::Path) -> Result<Self, Fault> {
        let length = match std::fs::metadata(path) {
            Ok(data) => data.len(),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Err(Fault::NotFound { what: "register" });
            }
            Err(error) => return Err(Fault::io("reading the key ring")(error)),
        };
        if length > MOST_BYTES {
            return Err(Fault::damaged("the key ring is too large to be one"));
        }
        let bytes = std::fs::read(path).map_err(Fault::io("reading the key ring"))?;
        Self::from_bytes(&bytes)
    }

    /// Reads a ring from its bytes; nothing secret is opened.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Result<Self, Fault> {
        #[derive(Deserialize)]
        struct Stamp {
            version: u16,
        }
        let unreadable = |_| Fault::damaged("the key ring cannot be read");
        let stamp: Stamp = serde_json::from_slice(bytes).map_err(unreadable)?;
        if stamp.version > VERSION {
            return Err(Fault::TooNew { found: stamp.version.into(), known: VERSION.into() });
        }
        serde_json::from_slice(bytes).map_err(unreadable)
    }

    /// The file as it was sealed last.
    pub(crate) fn to_bytes(&self) -> Result<Vec<u8>, Fault> {
        serde_json::to_vec_pretty(self).map_err(|_| Fault::damaged("the key ring has no written form"))
    }

    /// Seals and writes both copies, the first one first: whichever moment the power goes, one good copy is there.
    pub(super) fn write(&mut self, folder: &Folder, key: &RegisterKey) -> Result<(), Fault> {
        let bytes = self.sealed(key)?;
        folder.replace(&folder.keyring(), &bytes)?;
        folder.replace(&folder.keyring_copy(), &bytes)
    }

    fn sealed(&mut self, key: &RegisterKey) -> Result<Vec<u8>, Fault> {
        self.generation = self.generation.saturating_add(1);
        let nonce = random::<24>()?;
        let bytes = self.sealed_bytes()?;
        let unsealable = || Fault::damaged("the key ring could not be sealed");
        let payload = Payload { msg: b"", aad: &bytes };
        let tag = sealing_key(key).encrypt(&XNonce::from(nonce), payload).map_err(|_| unsealable())?;
        let tag = tag.try_into().map_err(|_| unsealable())?;
        self.seal = Some(Seal { nonce: Base64(nonce), tag: Base64(tag) });
        self.to_bytes()
    }
}
