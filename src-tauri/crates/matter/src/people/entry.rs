//! What happens to people and keys.

use serde::{Deserialize, Serialize};

use super::{PublicKey, Role};
use crate::ids::PersonId;

/// One fact about people.
#[expect(missing_docs, reason = "each field carries the word of the fact it belongs to")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum PeopleEntry {
    /// A person was added, with a key of their own.
    PersonAdded { person: PersonId, name: String, key: PublicKey, roles: Vec<Role> },
    /// A person's roles were set.
    RolesSet { person: PersonId, roles: Vec<Role> },
    /// A person's shown name changed.
    PersonRenamed { person: PersonId, name: String },
    /// A person was removed; the register key was rotated with it.
    PersonRemoved { person: PersonId, reason: String },
    /// A person's signing key was replaced (new passphrase after recovery).
    KeyReplaced { person: PersonId, key: PublicKey, reason: String },
    /// The recovery slot's key.
    RecoveryKeySet { key: PublicKey },
}
