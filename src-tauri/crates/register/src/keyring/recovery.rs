//! The recovery key: 256 random bits on paper.

use data_encoding::{Encoding, Specification};
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use super::secret::random;
use crate::fault::Fault;

const DATA_LETTERS: usize = 52;
const CHECK_LETTERS: usize = 3;
const GROUP: usize = 5;

/// The key that opens a register when every passphrase is lost.
pub struct RecoveryKey(Zeroizing<[u8; 32]>);

impl std::fmt::Debug for RecoveryKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RecoveryKey(hidden)")
    }
}

/// Crockford's base 32: no I, L, O or U on paper; small letters and the look-alikes are read as what they look like.
fn letters() -> Result<Encoding, Fault> {
    let mut specification = Specification::new();
    specification.symbols.push_str("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
    specification.translate.from.push_str("abcdefghjkmnpqrstvwxyzILOilo");
    specification.translate.to.push_str("ABCDEFGHJKMNPQRSTVWXYZ110110");
    specification.encoding().map_err(|_| Fault::RecoveryKeyMistyped)
}

fn check(letters: &Encoding, key: &[u8; 32]) -> String {
    let mut hash = Sha256::new();
    hash.update(b"subpoena-desk/recovery-checksum/v1\0");
    hash.update(key);
    let digest: [u8; 32] = hash.finalize().into();
    letters.encode(&digest).chars().take(CHECK_LETTERS).collect()
}

impl RecoveryKey {
    pub(super) fn new() -> Result<Self, Fault> {
        Ok(Self(Zeroizing::new(random()?)))
    }

    pub(super) fn bytes(&self) -> &[u8] {
        self.0.as_slice()
    }

    /// The key as it is printed: eleven groups of five letters, the last three letters a checksum.
    ///
    /// # Errors
    /// None in practice; the alphabet is fixed.
    pub fn printed(&self) -> Result<Zeroizing<String>, Fault> {
        let letters = letters()?;
        let line = Zeroizing::new(letters.encode(self.0.as_slice()) + &check(&letters, &self.0));
        let mut printed = Zeroizing::new(String::with_capacity(70));
        for (place, letter) in line.chars().enumerate() {
            if place > 0 && place % GROUP == 0 {
                printed.push(' ');
            }
            printed.push(letter);
        }
        Ok(printed)
    }

    /// Reads a key that was typed: capital or small letters, with any spaces, hyphens or line breaks.
    ///
    /// # Errors
    /// [`Fault::RecoveryKeyMistyped`] when length, alphabet or checksum do not hold.
    pub fn typed(text: &str) -> Result<Self, Fault> {
        let letters = letters()?;
        let tight: Zeroizing<String> =
            Zeroizing::new(text.chars().filter(|c| !c.is_whitespace() && *c != '-').collect::<String>());
        if !tight.is_ascii() || tight.len() != DATA_LETTERS + CHECK_LETTERS {
            return Err(Fault::RecoveryKeyMistyped);
        }
        let (data, checksum) = tight.split_at(DATA_LETTERS);
        let decoded = Zeroizing::new(letters.decode(data.as_bytes()).map_err(|_| Fault::RecoveryKeyMistyped)?);
        let bytes: [u8; 32] = decoded.as_slice().try_into().map_err(|_| Fault::RecoveryKeyMistyped)?;
        let key = Self(Zeroizing::new(bytes));
        let wanted = check(&letters, &key.0);
        let given: String = checksum
            .chars()
            .map(|c| match c.to_ascii_uppercase() {
                'I' | 'L' => '1',
                'O' => '0',
                other => other,
            })
            .collect();
        if wanted == given { Ok(key) } else { Err(Fault::RecoveryKeyMistyped) }
    }
}
