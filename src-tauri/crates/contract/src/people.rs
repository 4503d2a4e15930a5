//! People and law tables as the window shows them.

use matter::ids::{OpId, PersonId};
use matter::law::Court;
use matter::people::{People, Role};
use serde::{Deserialize, Serialize};

/// Everybody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct PeopleView {
    /// Everybody who ever was here.
    pub people: People,
}

/// Adds a person. They type the passphrase themselves.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct AddPersonRequest {
    /// The act's key.
    pub op: OpId,
    /// The name shown.
    pub name: String,
    /// Their roles.
    pub roles: Vec<Role>,
    /// Their passphrase.
    pub passphrase: String,
}

impl std::fmt::Debug for AddPersonRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("AddPersonRequest(…)")
    }
}

/// Removes a person and rotates the register's key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct RemovePersonRequest {
    /// The act's key, and the job's name.
    pub op: OpId,
    /// Who goes.
    pub person: PersonId,
    /// Why.
    pub reason: String,
}

/// A backup that an older key of the register opens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct OldBackup {
    /// When it was made.
    #[ts(type = "string")]
    pub made: matter::time::Instant,
    /// Its folder's name; with the place it was put, where that is not the register's own.
    pub name: String,
    /// True when it was put outside the register's own folder: whether it is still there is not known here.
    pub elsewhere: bool,
}

/// A person was removed and the key rotated. Rotating makes a new key for the register, left in the slots of everybody who
/// stays: their passphrases and the recovery key go on as they are.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct RemovedPerson {
    /// Everybody.
    pub people: PeopleView,
    /// Backups on record that the removed person's key still opens. Copies that were made of them are not known here.
    pub old_backups: Vec<OldBackup>,
}

impl std::fmt::Debug for RemovedPerson {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RemovedPerson(…)")
    }
}

/// Law as data.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct LawTables {
    /// The 94 district courts.
    pub courts: Vec<Court>,
    /// The date the table is of.
    pub courts_as_of: String,
}

/// Reads a docket number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct ReadDocketRequest {
    /// As typed.
    pub raw: String,
}
