//! People: who works with the register, with which roles and which signing key.

mod entry;
mod may;

pub use entry::PeopleEntry;
pub use may::roles_for;

use serde::{Deserialize, Serialize};

use crate::ids::PersonId;
use crate::journal::Version;
use crate::state::Meta;

/// What a person may do here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Role {
    /// Trust-and-safety: logs, attaches, triages, searches dockets.
    Triage,
    /// In-house counsel: verifies, decides, approves.
    Counsel,
    /// Letter staff: drafts, sends, marks as sent.
    Letters,
    /// Records: discloses through the gate, keeps holds.
    Records,
    /// Reads and verifies only.
    Auditor,
    /// Adds and removes people, backs up, restores, sets policy that is not counsel's.
    Administrator,
}

/// A person's public signing key (Ed25519), hexadecimal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(transparent)]
pub struct PublicKey(pub String);

impl PublicKey {
    /// The key's text form.
    #[must_use]
    pub fn of(key: &ed25519_dalek::VerifyingKey) -> Self {
        Self(data_encoding::HEXLOWER.encode(key.as_bytes()))
    }

    /// The key; none when the text is no key.
    #[must_use]
    pub fn verifying(&self) -> Option<ed25519_dalek::VerifyingKey> {
        let bytes: [u8; 32] = data_encoding::HEXLOWER.decode(self.0.as_bytes()).ok()?.try_into().ok()?;
        ed25519_dalek::VerifyingKey::from_bytes(&bytes).ok()
    }
}

/// One person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Person {
    /// Their id.
    pub id: PersonId,
    /// The name shown in the register and on the lock screen.
    pub name: String,
    /// Their roles.
    pub roles: Vec<Role>,
    /// Their public signing key now.
    pub key: PublicKey,
    /// True once removed: their past acts stand.
    pub removed: bool,
}

/// Everybody, as folded from the entries.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct People {
    /// How many entries there have been.
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    #[serde(with = "crate::wire::text")]
    pub version: Version,
    /// Everybody who ever was here.
    pub persons: Vec<Person>,
    /// The key of the recovery slot: it signs one kind of entry only, `KeyReplaced`.
    pub recovery_key: Option<PublicKey>,
}

impl People {
    /// Takes one entry; a disposed body counts as a version and nothing else.
    pub fn evolve(&mut self, _meta: &Meta, entry: Option<&PeopleEntry>) {
        self.version = self.version.saturating_add(1);
        let Some(entry) = entry else { return };
        match entry {
            PeopleEntry::PersonAdded { person, name, key, roles } => self.persons.push(Person {
                id: *person,
                name: name.clone(),
                roles: roles.clone(),
                key: key.clone(),
                removed: false,
            }),
            PeopleEntry::RolesSet { person, roles } => self.change(*person, |found| found.roles.clone_from(roles)),
            PeopleEntry::PersonRenamed { person, name } => self.change(*person, |found| found.name.clone_from(name)),
            PeopleEntry::PersonRemoved { person, .. } => self.change(*person, |found| {
                found.removed = true;
                found.roles.clear();
            }),
            PeopleEntry::KeyReplaced { person, key, .. } => self.change(*person, |found| found.key.clone_from(key)),
            PeopleEntry::RecoveryKeySet { key } => self.recovery_key = Some(key.clone()),
        }
    }

    fn change(&mut self, id: PersonId, change: impl FnOnce(&mut Person)) {
        if let Some(person) = self.persons.iter_mut().find(|person| person.id == id) {
            change(person);
        }
    }

    /// The person of this id.
    #[must_use]
    pub fn person(&self, id: PersonId) -> Option<&Person> {
        self.persons.iter().find(|person| person.id == id)
    }

    /// True when this person is here and has this role.
    #[must_use]
    pub fn has(&self, id: PersonId, role: Role) -> bool {
        self.person(id).is_some_and(|person| !person.removed && person.roles.contains(&role))
    }

    /// True when this person has any of these roles.
    #[must_use]
    pub fn has_any(&self, id: PersonId, roles: &[Role]) -> bool {
        roles.iter().any(|role| self.has(id, *role))
    }

    /// The names of those who have a role, for a refusal that says who can.
    #[must_use]
    pub fn who_has(&self, roles: &[Role]) -> Vec<String> {
        self.persons
            .iter()
            .filter(|person| roles.iter().any(|role| self.has(person.id, *role)))
            .map(|person| person.name.clone())
            .collect()
    }

    /// How many people have a role.
    #[must_use]
    pub fn count(&self, role: Role) -> usize {
        self.persons.iter().filter(|person| self.has(person.id, role)).count()
    }

    /// The other counsel than this person: where there is one, nobody approves their own letter.
    #[must_use]
    pub fn has_other_counsel(&self, id: PersonId) -> bool {
        self.persons.iter().any(|person| person.id != id && self.has(person.id, Role::Counsel))
    }
}
