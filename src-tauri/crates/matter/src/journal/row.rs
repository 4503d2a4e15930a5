//! One row of the journal and its digest.

use data_encoding::HEXLOWER;
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::subject::Subject;
use crate::ids::{BranchId, DeviceId, OpId, PersonId};
use crate::time::{Instant, Moment};

/// Separates row digests from every other use of SHA-256 here.
const ROW_TAG: &[u8] = b"subpoena-desk/journal-row/v1\0";
/// Separates act signatures from every other use of a person's key.
const ACT_TAG: &[u8] = b"subpoena-desk/act/v1\0";

/// A SHA-256 digest, lower-case hexadecimal on the wire.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS), ts(type = "string"))]
pub struct Digest(pub [u8; 32]);

impl Digest {
    /// The digest of some bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// The first eight hexadecimal digits, for a person's eye only; never for comparison.
    #[must_use]
    pub fn short(&self) -> String {
        HEXLOWER.encode(self.0.get(..4).unwrap_or_default())
    }
}

impl std::fmt::Display for Digest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&HEXLOWER.encode(&self.0))
    }
}

impl std::fmt::Debug for Digest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Digest({})", self.short())
    }
}

impl std::str::FromStr for Digest {
    type Err = data_encoding::DecodeError;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong_length = data_encoding::DecodeError { position: text.len(), kind: data_encoding::DecodeKind::Length };
        HEXLOWER.decode(text.as_bytes())?.try_into().map(Self).map_err(|_| wrong_length)
    }
}

impl Serialize for Digest {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Digest {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// The register's identity: the digest of its genesis row.
pub type RegisterId = Digest;

/// Random bytes mixed into a body's commitment, so that a disposed body cannot be guessed from its digest.
pub type Salt = [u8; 16];

/// What a row says of itself, kept as the exact bytes that were hashed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Header {
    /// Place in the chain, from 1, without gaps.
    pub seq: u64,
    /// The register; none in the genesis row, whose digest it is.
    pub register: Option<RegisterId>,
    /// The line of history; a restore starts a new one.
    pub branch: BranchId,
    /// The installation that recorded it.
    pub device: DeviceId,
    /// The act this row belongs to.
    pub op: OpId,
    /// The row's place within its act, from 0.
    pub index: u32,
    /// What the entry is about.
    pub subject: Subject,
    /// The subject's version after this entry.
    pub version: u64,
    /// The entry's kind (`demandLogged`).
    pub kind: String,
    /// The version of the body's shape.
    pub body_version: u16,
    /// When it happened, as the person says.
    pub happened: Moment,
    /// When it was recorded, by the register's clock.
    pub recorded: Instant,
    /// Who acted.
    pub actor: PersonId,
}

impl Header {
    /// The bytes that are hashed and kept.
    ///
    /// # Errors
    /// None in practice: every field has a JSON form; the error is passed on rather than hidden.
    pub fn to_bytes(&self) -> Result<Vec<u8>, serde_json::Error> {
        serde_json::to_vec(self)
    }

    /// Reads a header from its kept bytes.
    ///
    /// # Errors
    /// Bytes that are no header.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, serde_json::Error> {
        serde_json::from_slice(bytes)
    }
}

/// One row as a journal keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The header's exact bytes.
    pub header: Vec<u8>,
    /// SHA-256(salt ‖ body).
    pub commitment: Digest,
    /// The digest of the row before; zero for the first.
    pub previous: Digest,
    /// SHA-256(tag ‖ header ‖ commitment ‖ previous).
    pub digest: Digest,
    /// Salt and body; none once the body was lawfully disposed of.
    pub body: Option<(Salt, Vec<u8>)>,
}

/// The commitment to a body.
#[must_use]
pub fn commitment(salt: &Salt, body: &[u8]) -> Digest {
    let mut hash = Sha256::new();
    hash.update(salt);
    hash.update(body);
    Digest(hash.finalize().into())
}

/// The digest of a row. Commitment and previous have fixed lengths, so the header's end is not in doubt.
#[must_use]
pub fn row_digest(header: &[u8], commitment: &Digest, previous: &Digest) -> Digest {
    let mut hash = Sha256::new();
    hash.update(ROW_TAG);
    hash.update(header);
    hash.update(commitment.0);
    hash.update(previous.0);
    Digest(hash.finalize().into())
}

/// One signature per act, by the person who acted, over the digest of the act's last row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ActSignature(pub [u8; 64]);

impl ActSignature {
    /// Signs an act's last digest.
    #[must_use]
    pub fn sign(key: &SigningKey, last: &Digest) -> Self {
        Self(key.sign(&[ACT_TAG, &last.0].concat()).to_bytes())
    }

    /// True when the key signed this digest.
    #[must_use]
    pub fn verifies(&self, key: &VerifyingKey, last: &Digest) -> bool {
        key.verify_strict(&[ACT_TAG, &last.0].concat(), &Signature::from_bytes(&self.0)).is_ok()
    }
}
