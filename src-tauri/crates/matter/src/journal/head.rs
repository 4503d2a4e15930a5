//! The head of a chain as a signed note (C2SP signed-note and tlog-checkpoint shape), kept outside the register so that
//! an old file put back, or a tail cut off, is noticed.

use data_encoding::BASE64;
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::row::{Digest, RegisterId};
use crate::ids::BranchId;

/// The last row of a chain, as somebody saw it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Head {
    /// The register.
    pub register: RegisterId,
    /// The line of history the last row stands on.
    pub branch: BranchId,
    /// The last row's sequence number.
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    #[serde(with = "crate::wire::text")]
    pub seq: u64,
    /// The last row's digest.
    pub digest: Digest,
}

/// Why a signed head was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum HeadFault {
    /// The text is not a signed head of this shape.
    #[error("the text is not a signed head")]
    Shape,
    /// The signature is not by this device's key.
    #[error("the signature on the head is not by the key expected")]
    Signature,
}

/// The origin line of this register's heads.
#[must_use]
pub fn head_origin(register: &RegisterId) -> String {
    format!("subpoena-desk.local/{register}/chain-v1")
}

impl Head {
    fn text(&self) -> String {
        format!("{}\n{}\n{}\n{}\n", head_origin(&self.register), self.seq, BASE64.encode(&self.digest.0), self.branch)
    }

    /// The signed note: origin, size, digest, branch, blank line, signature line.
    #[must_use]
    pub fn to_note(&self, device: &SigningKey) -> String {
        let text = self.text();
        let signature = device.sign(text.as_bytes()).to_bytes();
        let mut line = key_hash(&head_origin(&self.register), &device.verifying_key()).to_vec();
        line.extend_from_slice(&signature);
        format!("{text}\n\u{2014} {} {}\n", head_origin(&self.register), BASE64.encode(&line))
    }

    /// Reads a signed note and checks its signature.
    ///
    /// # Errors
    /// A text of another shape, or a signature by another key.
    pub fn from_note(note: &str, device: &VerifyingKey) -> Result<Self, HeadFault> {
        let (text, signatures) = note.split_once("\n\n").ok_or(HeadFault::Shape)?;
        let text = format!("{text}\n");
        let mut lines = text.lines();
        let origin = lines.next().ok_or(HeadFault::Shape)?;
        let register = origin
            .strip_prefix("subpoena-desk.local/")
            .and_then(|rest| rest.strip_suffix("/chain-v1"))
            .and_then(|id| id.parse().ok())
            .ok_or(HeadFault::Shape)?;
        let seq = lines.next().and_then(|line| line.parse().ok()).ok_or(HeadFault::Shape)?;
        let digest = lines
            .next()
            .and_then(|line| BASE64.decode(line.as_bytes()).ok())
            .and_then(|bytes| bytes.try_into().ok())
            .map(Digest)
            .ok_or(HeadFault::Shape)?;
        let branch = lines.next().and_then(|line| line.parse().ok()).ok_or(HeadFault::Shape)?;
        if lines.next().is_some() {
            return Err(HeadFault::Shape);
        }
        let signed = signatures
            .lines()
            .filter_map(|line| line.strip_prefix("\u{2014} "))
            .filter_map(|line| line.split_once(' '))
            .filter(|(name, _)| *name == origin)
            .filter_map(|(_, encoded)| BASE64.decode(encoded.as_bytes()).ok())
            .filter_map(|bytes| <[u8; 64]>::try_from(bytes.get(4..)?).ok())
            .any(|bytes| device.verify_strict(text.as_bytes(), &Signature::from_bytes(&bytes)).is_ok());
        if signed { Ok(Self { register, branch, seq, digest }) } else { Err(HeadFault::Signature) }
    }
}

/// The first four bytes that name a key in a signed note: SHA-256(name ‖ "\n" ‖ 0x01 ‖ key).
fn key_hash(name: &str, key: &VerifyingKey) -> [u8; 4] {
    let mut hash = Sha256::new();
    hash.update(name.as_bytes());
    hash.update(b"\n\x01");
    hash.update(key.as_bytes());
    let digest: [u8; 32] = hash.finalize().into();
    [digest[0], digest[1], digest[2], digest[3]]
}
