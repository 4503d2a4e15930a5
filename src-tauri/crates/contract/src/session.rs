//! Session: which register, who is here, locked or open.

use matter::ids::PersonId;
use matter::journal::Head;
use matter::people::Role;
use matter::wire::Count53;
use serde::{Deserialize, Serialize};

/// Where the session stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum SessionState {
    /// No register is chosen.
    NoRegister,
    /// Chosen and locked.
    Locked,
    /// Unlocked, and the chain does not hold the head this device saw last: nothing goes on until a person decided.
    Stopped,
    /// Founded, unlocked, and the recovery key not typed back yet.
    RecoveryKeyPending,
    /// Open.
    Open,
}

/// A person as the lock screen shows them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct LockScreenPerson {
    /// Their id.
    pub id: PersonId,
    /// The name shown.
    pub name: String,
}

/// A register used before on this device.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct RecentRegister {
    /// A token; never a path.
    pub token: String,
    /// The register's name.
    pub name: String,
    /// True when its folder is there now.
    pub present: bool,
}

/// Why an unlocked register stands still.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum StopKind {
    /// The chain does not hold the head this device saw last: an older copy was put back, or entries were cut off.
    HeadLost,
    /// The note of the head this device saw last is gone.
    NoteMissing,
    /// That note was not written by this device, or was changed.
    NoteAltered,
    /// Others have opened the register and this device has not: it has nothing to compare with.
    NeverSeen,
}

/// What a person is told before an unlocked register that stands still goes on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct Stop {
    /// Why.
    pub kind: StopKind,
    /// The head this device saw last, where its note says it.
    pub last_seen: Option<Head>,
    /// The head found now.
    pub found: Head,
    /// When the entry at the head found was recorded.
    #[ts(type = "string | null")]
    pub recorded: Option<matter::time::Instant>,
    /// True when the person here may go on with the chain as it was found.
    pub may_accept: bool,
    /// Who may.
    pub who_may: Vec<String>,
}

/// The session as the window shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct SessionView {
    /// Where it stands.
    pub state: SessionState,
    /// Why it stands still, when it does.
    pub stop: Option<Stop>,
    /// True when a damaged register is open for reading only.
    pub read_only: bool,
    /// The register's name; empty without one.
    pub register: String,
    /// True for the SAMPLE.
    pub sample: bool,
    /// Whom the lock screen offers.
    pub persons: Vec<LockScreenPerson>,
    /// Who is here.
    pub person: Option<PersonId>,
    /// Their name.
    pub person_name: String,
    /// Their roles.
    pub roles: Vec<Role>,
    /// Minutes of idleness before the desk locks.
    pub idle_lock_minutes: u16,
    /// The desk's own zone (IANA).
    pub zone: String,
    /// Registers used before on this device.
    pub recent: Vec<RecentRegister>,
    /// The present instant, by the desk's clock.
    #[ts(type = "string")]
    pub now: matter::time::Instant,
    /// When the last verified backup was made.
    #[ts(type = "string | null")]
    pub last_backup: Option<matter::time::Instant>,
    /// The program's version.
    pub program: String,
}

/// What a picker is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum PickPurpose {
    /// Papers to attach.
    Papers,
    /// A folder in which to found a register.
    NewRegister,
    /// A register's folder.
    Register,
    /// A backup's folder.
    Backup,
    /// A folder to put a backup in.
    BackupTarget,
}

/// Asks the person to pick.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct PickFilesRequest {
    /// What for.
    pub purpose: PickPurpose,
}

/// A file or folder the person picked or dropped: a token, never a path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct Picked {
    /// The token, good for this session.
    pub token: String,
    /// The name to show.
    pub name: String,
    /// Its length; none for a folder.
    pub length: Option<Count53>,
}

/// Founds a register.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct CreateRegisterRequest {
    /// The folder to put it in, by token.
    pub folder: String,
    /// The register's name (becomes NAME.register).
    pub name: String,
    /// The organisation's name, as in letters.
    pub organisation: String,
    /// The desk's zone (IANA).
    pub zone: String,
    /// The first person's name.
    pub person: String,
    /// The roles the first person takes besides administrator.
    pub roles: Vec<Role>,
    /// Their passphrase.
    pub passphrase: String,
}

/// A register was founded.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct Created {
    /// The recovery key, in groups: shown once, typed back, printed.
    pub recovery_key: String,
    /// The session now.
    pub session: SessionView,
}

/// The recovery key typed back.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct ConfirmRecoveryRequest {
    /// As typed.
    pub typed: String,
}

/// Chooses a register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct OpenRegisterRequest {
    /// The folder, by token (picked, or recent).
    pub folder: String,
}

/// Unlocks.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct UnlockRequest {
    /// Who.
    pub person: PersonId,
    /// Their passphrase.
    pub passphrase: String,
}

/// Goes on with the chain as it was found, though it does not hold the head this device saw last, or this device saw none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct AcceptHeadRequest {
    /// Why: what happened to the register, as far as is known.
    pub reason: String,
    /// The number of the last entry, as the person compared it with one held elsewhere. Needed where this device saw none;
    /// wherever it is given, it must be the one found.
    pub entry: Option<String>,
}

/// A copy, as it is, of a register that does not open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct Quarantined {
    /// The name of the copy's folder, beside the register's own.
    pub name: String,
}

/// Opens with the recovery key and gives a person a new passphrase.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct RecoverRequest {
    /// The recovery key as typed.
    pub recovery_key: String,
    /// Who gets a new passphrase.
    pub person: PersonId,
    /// It.
    pub passphrase: String,
}

/// A new passphrase.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangePassphraseRequest {
    /// The old one.
    pub old: String,
    /// The new one.
    pub new: String,
}

/// Names a running job.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct JobRequest {
    /// The job: the op id it was started with.
    pub job: String,
}

/// Requests that carry secrets show nothing of them in a debug print.
macro_rules! secret_debug {
    ($($name:ident),*) => {$(
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }
    )*};
}
secret_debug!(
    CreateRegisterRequest,
    Created,
    ConfirmRecoveryRequest,
    UnlockRequest,
    RecoverRequest,
    ChangePassphraseRequest
);
