//! Secret bytes, and the two ways they are wrapped: under a passphrase, and to a person's public key.

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use ed25519_dalek::{SigningKey, VerifyingKey};
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use super::cost::Cost;
use crate::fault::Fault;

/// The register's key: 256 random bits. It is only ever kept wrapped, and wiped when dropped.
#[derive(Clone)]
pub struct RegisterKey(Zeroizing<[u8; 32]>);

impl std::fmt::Debug for RegisterKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RegisterKey(hidden)")
    }
}

impl RegisterKey {
    pub(crate) fn new() -> Result<Self, Fault> {
        Ok(Self(Zeroizing::new(random()?)))
    }

    pub(crate) fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        self.0.as_slice()
    }

    /// A name for the key that says nothing about it: the key has 256 bits, so its digest cannot be guessed back.
    pub(crate) fn name(&self) -> String {
        let mut hash = Sha256::new();
        hash.update(b"subpoena-desk/register-key-name/v1\0");
        hash.update(self.0.as_slice());
        let digest: [u8; 32] = hash.finalize().into();
        data_encoding::HEXLOWER.encode(digest.get(..8).unwrap_or_default())
    }
}

/// Random bytes from the system.
pub(crate) fn random<const N: usize>() -> Result<[u8; N], Fault> {
    let mut bytes = [0_u8; N];
    getrandom::fill(&mut bytes)?;
    Ok(bytes)
}

/// The key that a passphrase makes. The caller has normalised the passphrase.
pub(super) fn derive(secret: &[u8], salt: &[u8; 16], cost: &Cost) -> Result<Zeroizing<[u8; 32]>, Fault> {
    let malformed = |_| Fault::damaged("a slot of the key ring has impossible parameters");
    let params = Params::new(cost.memory_kib, cost.passes, cost.lanes, Some(32)).map_err(malformed)?;
    let mut key = Zeroizing::new([0_u8; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(secret, salt, key.as_mut_slice())
        .map_err(malformed)?;
    Ok(key)
}

fn cipher(key: &[u8; 32]) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(&Key::from(*key))
}

/// Encrypts and authenticates `secret` and, unencrypted, `bound`.
pub(super) fn wrap(key: &[u8; 32], nonce: &[u8; 24], secret: &[u8], bound: &[u8]) -> Result<Vec<u8>, Fault> {
    cipher(key)
        .encrypt(&XNonce::from(*nonce), Payload { msg: secret, aad: bound })
        .map_err(|_| Fault::damaged("a key could not be wrapped"))
}

/// Undoes [`wrap`]; none when key, text or bound bytes are not the ones wrapped.
pub(super) fn unwrap(key: &[u8; 32], nonce: &[u8; 24], wrapped: &[u8], bound: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    cipher(key).decrypt(&XNonce::from(*nonce), Payload { msg: wrapped, aad: bound }).ok().map(Zeroizing::new)
}

/// The key shared between one person's signing key, used in its X25519 form, and a key made for one message; the old
/// register key goes in too, so that only someone who had it can write such a message.
pub(super) fn shared(
    mine: &SigningKey,
    theirs: &VerifyingKey,
    both: (&VerifyingKey, &VerifyingKey),
    old: &RegisterKey,
) -> Zeroizing<[u8; 32]> {
    let scalar = Zeroizing::new(mine.to_scalar_bytes());
    let point = theirs.to_montgomery().mul_clamped(*scalar);
    let mut hash = Sha256::new();
    hash.update(b"subpoena-desk/key-handover/v1\0");
    hash.update(point.to_bytes());
    hash.update(both.0.as_bytes());
    hash.update(both.1.as_bytes());
    hash.update(old.bytes());
    Zeroizing::new(hash.finalize().into())
}
