//! One slot: what one person's passphrase opens.

use ed25519_dalek::{SigningKey, VerifyingKey};
use matter::ids::PersonId;
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use super::bytes::Base64;
use super::cost::{Cost, Strength};
use super::recovery::RecoveryKey;
use super::secret::{RegisterKey, derive, random, shared, unwrap, wrap};
use crate::fault::Fault;

/// Whose slot it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum SlotKind {
    /// A person's, opened by a passphrase.
    Person,
    /// The recovery slot, opened by the recovery key.
    Recovery,
}

/// What opens a slot.
pub(super) enum Opener<'a> {
    Passphrase(&'a str),
    Recovery(&'a RecoveryKey),
}

impl Opener<'_> {
    /// The bytes that go into Argon2id. A passphrase is the same however the keyboard composes its letters.
    fn secret(&self) -> Zeroizing<Vec<u8>> {
        match self {
            Self::Passphrase(text) => {
                let mut normal = Zeroizing::new(String::with_capacity(text.len().saturating_mul(3)));
                normal.extend(text.nfc());
                Zeroizing::new(normal.as_bytes().to_vec())
            }
            Self::Recovery(key) => Zeroizing::new(key.bytes().to_vec()),
        }
    }
}

/// A new register key left for a person by someone else, to their public key; taken at their next unlock.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Handover {
    ephemeral: Base64<32>,
    nonce: Base64<24>,
    wrapped: String,
}

/// One slot as the key ring file holds it.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Slot {
    id: uuid::Uuid,
    pub(super) holder: PersonId,
    pub(super) label: String,
    pub(super) kind: SlotKind,
    kdf: Cost,
    salt: Base64<16>,
    nonce: Base64<24>,
    /// Register key and signing seed, wrapped.
    wrapped: String,
    /// The holder's public key.
    verifying: Base64<32>,
    /// New register keys left since the holder last unlocked, in order.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    handovers: Vec<Handover>,
}

/// What a slot opened to.
pub(super) struct Opened {
    pub(super) key: RegisterKey,
    pub(super) signer: SigningKey,
    /// True when the key came by handover, so that the slot wants wrapping again.
    pub(super) handed_over: bool,
}

/// Register ‖ slot ‖ version: a slot lifted into another ring, or another slot, does not open.
pub(super) struct Binding {
    pub(super) store: uuid::Uuid,
    pub(super) version: u16,
}

impl Binding {
    fn bytes(&self, slot: uuid::Uuid, purpose: &[u8]) -> Vec<u8> {
        [purpose, self.store.as_bytes(), slot.as_bytes(), &self.version.to_be_bytes()].concat()
    }
}

const WRAP: &[u8] = b"subpoena-desk/slot/v1\0";
const HAND: &[u8] = b"subpoena-desk/handover/v1\0";

fn decoded(text: &str) -> Result<Vec<u8>, Fault> {
    let malformed = |_| Fault::damaged("a slot of the key ring cannot be read");
    data_encoding::BASE64.decode(text.as_bytes()).map_err(malformed)
}

impl Slot {
    pub(super) fn new(
        binding: &Binding,
        strength: &Strength,
        who: (PersonId, &str, SlotKind),
        opener: &Opener<'_>,
        (key, signer): (&RegisterKey, &SigningKey),
    ) -> Result<Self, Fault> {
        let (holder, label, kind) = who;
        let id = uuid::Builder::from_random_bytes(random()?).into_uuid();
        let mut slot = Self {
            id,
            holder,
            label: label.to_owned(),
            kind,
            kdf: strength.cost(),
            salt: Base64([0; 16]),
            nonce: Base64([0; 24]),
            wrapped: String::new(),
            verifying: Base64(signer.verifying_key().to_bytes()),
            handovers: Vec::new(),
        };
        slot.wrap_again(binding, strength, opener, (key, signer))?;
        Ok(slot)
    }

    /// Wraps key and seed under a passphrase, with fresh salt, nonce and today's cost.
    pub(super) fn wrap_again(
        &mut self,
        binding: &Binding,
        strength: &Strength,
        opener: &Opener<'_>,
        (key, signer): (&RegisterKey, &SigningKey),
    ) -> Result<(), Fault> {
        let (salt, nonce) = (random()?, random()?);
        let cost = strength.cost();
        let wrapping = derive(&opener.secret(), &salt, &cost)?;
        let mut secret = Zeroizing::new(Vec::with_capacity(64));
        secret.extend_from_slice(key.bytes());
        secret.extend_from_slice(signer.as_bytes());
        let wrapped = wrap(&wrapping, &nonce, &secret, &binding.bytes(self.id, WRAP))?;
        self.wrapped = data_encoding::BASE64.encode(&wrapped);
        self.kdf = cost;
        self.salt = Base64(salt);
        self.nonce = Base64(nonce);
        self.verifying = Base64(signer.verifying_key().to_bytes());
        self.handovers.clear();
        Ok(())
    }

    /// Opens the slot. A wrong passphrase and a damaged slot look alike, because they are.
    pub(super) fn open(&self, binding: &Binding, strength: &Strength, opener: &Opener<'_>) -> Result<Opened, Fault> {
        if !strength.admits(&self.kdf) {
            return Err(Fault::damaged("a slot of the key ring asks for less work than this program accepts"));
        }
        let wrapping = derive(&opener.secret(), &self.salt.0, &self.kdf)?;
        let bound = binding.bytes(self.id, WRAP);
        let secret =
            unwrap(&wrapping, &self.nonce.0, &decoded(&self.wrapped)?, &bound).ok_or(Fault::WrongPassphrase)?;
        let halves = secret.split_first_chunk::<32>();
        let (key, seed) = halves.ok_or_else(|| Fault::damaged("a slot of the key ring is too short"))?;
        let seed = Zeroizing::new(<[u8; 32]>::try_from(seed).map_err(|_| Fault::damaged("a slot is too short"))?);
        let signer = SigningKey::from_bytes(&seed);
        let key = RegisterKey::from_bytes(*key);
        let mut newest = key;
        for handover in &self.handovers {
            newest = self.take(handover, binding, &signer, &newest)?;
        }
        Ok(Opened { key: newest, signer, handed_over: !self.handovers.is_empty() })
    }

    fn take(
        &self,
        left: &Handover,
        binding: &Binding,
        me: &SigningKey,
        old: &RegisterKey,
    ) -> Result<RegisterKey, Fault> {
        let unreadable = || Fault::damaged("the new register key left in this slot cannot be read");
        let ephemeral = VerifyingKey::from_bytes(&left.ephemeral.0).map_err(|_| unreadable())?;
        let between = shared(me, &ephemeral, (&ephemeral, &me.verifying_key()), old);
        let bound = binding.bytes(self.id, HAND);
        let key = unwrap(&between, &left.nonce.0, &decoded(&left.wrapped)?, &bound).ok_or_else(unreadable)?;
        Ok(RegisterKey::from_bytes(key.as_slice().try_into().map_err(|_| unreadable())?))
    }

    /// Leaves a new register key for the holder, whose passphrase is not at hand.
    pub(super) fn hand_over(&mut self, binding: &Binding, old: &RegisterKey, new: &RegisterKey) -> Result<(), Fault> {
        let seed = Zeroizing::new(random::<32>()?);
        let once = SigningKey::from_bytes(&seed);
        let holder = self.verifying()?;
        let between = shared(&once, &holder, (&once.verifying_key(), &holder), old);
        let nonce = random()?;
        let wrapped = wrap(&between, &nonce, new.bytes(), &binding.bytes(self.id, HAND))?;
        self.handovers.push(Handover {
            ephemeral: Base64(once.verifying_key().to_bytes()),
            nonce: Base64(nonce),
            wrapped: data_encoding::BASE64.encode(&wrapped),
        });
        Ok(())
    }

    pub(super) fn verifying(&self) -> Result<VerifyingKey, Fault> {
        VerifyingKey::from_bytes(&self.verifying.0).map_err(|_| Fault::damaged("a slot holds no public key"))
    }
}
