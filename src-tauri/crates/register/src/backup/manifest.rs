//! What a backup says of itself.

use std::io::Read as _;
use std::path::Path;

use data_encoding::HEXLOWER;
use matter::journal::{Digest, Head};
use matter::time::Instant;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::fault::Fault;
use crate::folder::Folder;
use crate::keyring::{Base64, KeyRing, RegisterKey};
use crate::register::Register;

const VERSION: u16 = 1;
const NAME: &str = "manifest.json";

/// What a backup says of itself. It holds no name of a person and nothing out of a demand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BackupManifest {
    version: u16,
    /// When it was made.
    pub made: Instant,
    /// The program that made it.
    pub program: String,
    /// The register's own mark, the same in its key ring.
    pub store: uuid::Uuid,
    /// The last row it holds; none when the register had none.
    pub head: Option<Head>,
    /// That head as a note signed by the device that made the backup.
    pub head_note: Option<String>,
    /// The public key of that device, hexadecimal.
    pub device_key: Option<String>,
    /// The name of the register key that opens it.
    pub key_name: String,
    /// The salt of the database file.
    salt: Base64<16>,
    /// Papers in it.
    pub documents: u64,
    /// Their bytes.
    pub document_bytes: u64,
    /// SHA-256 of the database file.
    pub database_sha256: Digest,
    /// SHA-256 of the key ring.
    pub keyring_sha256: Digest,
    /// Made over everything above with the register key: nobody without it edits a manifest unseen.
    seal: Digest,
}

impl BackupManifest {
    pub(super) fn of(
        copy: &Register,
        folder: &Folder,
        ring: &KeyRing,
        head_note: Option<String>,
        made: Instant,
    ) -> Result<Self, Fault> {
        let (documents, document_bytes) = copy.document_totals()?;
        let keyring = std::fs::read(folder.keyring()).map_err(Fault::io("reading the key ring"))?;
        Ok(Self {
            version: VERSION,
            made,
            program: copy.setting().program.clone(),
            store: ring.store(),
            head: copy.head()?,
            head_note,
            device_key: copy.device_key().map(|key| HEXLOWER.encode(key.as_bytes())),
            key_name: ring.key_name().to_owned(),
            salt: Base64(ring.salt().0),
            documents,
            document_bytes,
            database_sha256: Digest::default(),
            keyring_sha256: Digest::of(&keyring),
            seal: Digest::default(),
        })
    }

    /// With the database file's digest, once it is closed, and the seal.
    pub(super) fn with_files(self, folder: &Folder, key: &RegisterKey) -> Result<Self, Fault> {
        let mut manifest = Self { database_sha256: digest_of_file(&folder.database())?, ..self };
        manifest.seal = manifest.sealed(key)?;
        Ok(manifest)
    }

    fn sealed(&self, key: &RegisterKey) -> Result<Digest, Fault> {
        let bare = Self { seal: Digest::default(), ..self.clone() };
        let content = Digest::of(&bare.to_bytes()?);
        let mut hash = Sha256::new();
        hash.update(b"subpoena-desk/backup-manifest-seal/v1\0");
        hash.update(key.bytes());
        hash.update(content.0);
        Ok(Digest(hash.finalize().into()))
    }

    fn to_bytes(&self) -> Result<Vec<u8>, Fault> {
        serde_json::to_vec_pretty(self).map_err(|_| Fault::damaged("a manifest has no written form"))
    }

    pub(super) fn write(&self, folder: &Folder) -> Result<(), Fault> {
        folder.replace(&folder.root().join(NAME), &self.to_bytes()?)
    }

    /// Checks the seal, and that the file holds nothing but what was sealed.
    pub(super) fn check_seal(&self, folder: &Folder, key: &RegisterKey) -> Result<(), Fault> {
        let edited =
            || Fault::BackupRefused { reason: "its manifest was edited, or it is opened with another key".to_owned() };
        let bytes = std::fs::read(folder.root().join(NAME)).map_err(|_| edited())?;
        if self.sealed(key)? == self.seal && bytes == self.to_bytes()? { Ok(()) } else { Err(edited()) }
    }

    /// Reads the manifest of a backup.
    ///
    /// # Errors
    /// [`Fault::BackupRefused`] when there is none or it cannot be read; [`Fault::TooNew`].
    pub fn read(backup: &Path) -> Result<Self, Fault> {
        #[derive(Deserialize)]
        struct Stamp {
            version: u16,
        }
        let refused = |reason: &str| Fault::BackupRefused { reason: reason.to_owned() };
        let bytes = std::fs::read(backup.join(NAME)).map_err(|_| refused("its manifest is missing"))?;
        let unreadable = |_| refused("its manifest cannot be read");
        let stamp: Stamp = serde_json::from_slice(&bytes).map_err(unreadable)?;
        if stamp.version > VERSION {
            return Err(Fault::TooNew { found: stamp.version.into(), known: VERSION.into() });
        }
        serde_json::from_slice(&bytes).map_err(unreadable)
    }

    /// Compares the files with their digests.
    pub(super) fn check_files(&self, folder: &Folder) -> Result<(), Fault> {
        let refused = |reason: &str| Fault::BackupRefused { reason: reason.to_owned() };
        for (path, wanted, reason) in [
            (folder.database(), self.database_sha256, "its database is not the one that was written"),
            (folder.keyring(), self.keyring_sha256, "its key ring is not the one that was written"),
        ] {
            match digest_of_file(&path) {
                Ok(found) if found == wanted => {}
                Ok(_) => return Err(refused(reason)),
                Err(_) => return Err(refused("a file of it is missing or cannot be read")),
            }
        }
        Ok(())
    }
}

fn digest_of_file(path: &Path) -> Result<Digest, Fault> {
    let what = "reading a backup";
    let mut file = std::fs::File::open(path).map_err(Fault::io(what))?;
    let mut hash = Sha256::new();
    let mut piece = vec![0_u8; 1024 * 1024];
    loop {
        let read = file.read(&mut piece).map_err(Fault::io(what))?;
        if read == 0 {
            return Ok(Digest(hash.finalize().into()));
        }
        hash.update(piece.get(..read).unwrap_or_default());
    }
}
