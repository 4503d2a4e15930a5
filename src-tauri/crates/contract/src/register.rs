//! Backup, restore, verification, drafts.

use matter::ids::{OpId, PersonId};
use matter::journal::Head;
use matter::time::Instant;
use matter::wire::Count53;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// One backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct Backup {
    /// Its name.
    pub name: String,
    /// A token; never a path.
    pub token: String,
    /// When it was made.
    #[ts(type = "string")]
    pub made: Instant,
    /// The head it holds.
    pub head: Head,
    /// Its size in bytes.
    pub length: Count53,
    /// True when it was verified by restoring it.
    pub verified: bool,
}

/// Makes a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct BackUpRequest {
    /// The act's key, and the job's name.
    pub op: OpId,
    /// A folder by token; none for the register's own `backups`.
    pub folder: Option<String>,
}

/// Names a backup, to ask who can open it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct BackupPeopleRequest {
    /// The backup, by token.
    pub backup: String,
}

/// Looks at a backup.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct LookAtBackupRequest {
    /// The backup, by token.
    pub backup: String,
    /// Who opens it.
    pub person: PersonId,
    /// Their passphrase.
    pub passphrase: String,
}

/// What restoring would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct RestorePlan {
    /// The head the backup holds.
    pub backup: Head,
    /// When it was made.
    #[ts(type = "string")]
    pub made: Instant,
    /// The last head this device saw of this register; none when it saw none.
    pub last_seen: Option<Head>,
    /// How many entries recorded since would be lost; none when it cannot be told.
    pub entries_lost: Option<Count53>,
    /// Demands the backup holds.
    pub demands: Count53,
    /// Documents the backup holds.
    pub documents: Count53,
    /// Who can unlock it.
    pub persons: Vec<crate::session::LockScreenPerson>,
}

/// Restores a backup.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct RestoreRequest {
    /// The act's key, and the job's name.
    pub op: OpId,
    /// The backup, by token.
    pub backup: String,
    /// Who opens it.
    pub person: PersonId,
    /// Their passphrase.
    pub passphrase: String,
    /// Why.
    pub reason: String,
}

impl std::fmt::Debug for LookAtBackupRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("LookAtBackupRequest(…)")
    }
}

impl std::fmt::Debug for RestoreRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RestoreRequest(…)")
    }
}

/// One thing that does not hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// Its kind (`chain`, `signature`, `role`, `projection`, `document`, `page`, `head`).
    pub kind: String,
    /// Where: a sequence number, a document's id, a row.
    pub place: String,
    /// In technical words, without content of the file.
    pub detail: String,
}

/// What a walk over the whole register found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct VerifyReport {
    /// The head.
    pub head: Head,
    /// Entries walked.
    pub entries: Count53,
    /// Signatures checked.
    pub signatures: Count53,
    /// Documents re-hashed.
    pub documents: Count53,
    /// Consistent in itself.
    pub consistent: bool,
    /// Consistent with the last head this device saw; none when it saw none.
    pub with_last_seen: Option<bool>,
    /// Consistent with the last verified backup's head; none without one.
    pub with_backup: Option<bool>,
    /// What does not hold.
    pub findings: Vec<Finding>,
    /// When it was walked.
    #[ts(type = "string")]
    pub at: Instant,
}

/// Names a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct DraftKey {
    /// `intake`, or a form and a demand's id (`decision/0190…`).
    pub key: String,
}

/// A draft of a form. Working data of one person, encrypted with the rest, not evidence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct Draft {
    /// Its key.
    pub key: String,
    /// The form's values.
    #[ts(type = "unknown")]
    pub value: Value,
}
