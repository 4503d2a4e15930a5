//! Everything that can go wrong in a register, typed.

use matter::ids::DocumentId;
use matter::journal::{Subject, Version};

/// What went wrong in a register. No variant carries a person's words, a name or an identifier.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Fault {
    /// The passphrase (or recovery key) opens no slot, or the person has none. Both give this one fault.
    #[error("the passphrase does not open the register for this person")]
    WrongPassphrase,
    /// The recovery key was mistyped: its checksum or length does not hold.
    #[error("the recovery key was mistyped")]
    RecoveryKeyMistyped,
    /// There is nothing by that name.
    #[error("there is no {what} of that name")]
    NotFound {
        /// The noun looked for.
        what: &'static str,
    },
    /// There is something by that name already.
    #[error("there is a {what} of that name already")]
    Exists {
        /// The noun.
        what: &'static str,
    },
    /// A subject that the act read or writes has moved on.
    #[error("a subject of this act has changed meanwhile (it is at version {found})")]
    Conflict {
        /// The subject.
        subject: Subject,
        /// Its version now.
        found: Version,
    },
    /// The act's key was used for another request.
    #[error("the key of this act was used for another request")]
    OpReused,
    /// The act is malformed: nothing written, or a subject written twice.
    #[error("the act cannot be recorded: {detail}")]
    MalformedAct {
        /// What is wrong with its shape.
        detail: &'static str,
    },
    /// Bytes staged as new are on record by now under another id.
    #[error("the same bytes are on record already")]
    DocumentKnown {
        /// The document that holds them.
        existing: DocumentId,
    },
    /// The register was written by a newer program.
    #[error("the register was written by a newer program (schema {found}, this program knows {known})")]
    TooNew {
        /// Its schema step or body version.
        found: u64,
        /// The newest this program knows.
        known: u64,
    },
    /// The register, or a copy of it, is damaged. It is left as it is.
    #[error("the register is damaged: {detail}")]
    Damaged {
        /// What was noticed.
        detail: String,
    },
    /// The database file is not encrypted, so it is none of ours.
    #[error("the register's database is not encrypted and is not opened")]
    NotEncrypted,
    /// Another program holds the register.
    #[error("the register is in use by process {pid}")]
    InUse {
        /// That program's process id; 0 when it could not be read.
        pid: u32,
    },
    /// The disk is full.
    #[error("the disk is full: {needed} bytes needed, {free} free")]
    NoSpace {
        /// Bytes needed, as far as is known; at least 1 MiB.
        needed: u64,
        /// Bytes free now.
        free: u64,
    },
    /// The folder lies on a network share, where the database cannot be kept safely.
    #[error("the folder lies on a network share ({kind})")]
    NetworkShare {
        /// The kind of file system (`nfs`, `smb`, `fuse` …).
        kind: &'static str,
    },
    /// A file changed while it was being read.
    #[error("the file changed while it was being read")]
    SourceChanged,
    /// The person cancelled.
    #[error("cancelled")]
    Cancelled,
    /// The register was opened for reading only.
    #[error("the register is open for reading only")]
    ReadOnly,
    /// The register was locked meanwhile.
    #[error("the register is locked")]
    Locked,
    /// A backup was refused.
    #[error("the backup is refused: {reason}")]
    BackupRefused {
        /// Why.
        reason: String,
    },
    /// A file could not be read or written.
    #[error("{what} failed")]
    Io {
        /// What was being done.
        what: &'static str,
        /// The system's error.
        #[source]
        source: std::io::Error,
    },
    /// The database answered with an error of its own.
    #[error("the database failed while {what}")]
    Store {
        /// What was being done.
        what: &'static str,
        /// The database's error.
        #[source]
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// An entry could not be written or read.
    #[error("an entry cannot be read or written: {detail}")]
    Entry {
        /// What the domain says.
        detail: String,
    },
    /// The system gave no random bytes.
    #[error("the system gives no random bytes")]
    NoRandomness,
}

impl Fault {
    /// Names what was being done when a file failed. A full disk is named as such; see [`crate::Folder::free`].
    pub(crate) fn io(what: &'static str) -> impl FnOnce(std::io::Error) -> Self {
        move |source| match source.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Self::NoSpace { needed: 0, free: 0 },
            _ => Self::Io { what, source },
        }
    }

    /// A damaged register, with what was noticed.
    pub(crate) fn damaged(detail: impl Into<String>) -> Self {
        Self::Damaged { detail: detail.into() }
    }
}

impl From<rusqlite::Error> for Fault {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::NoSpace { needed: 0, free: 0 },
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => {
                Self::damaged("the database's pages do not hold what was written")
            }
            Some(ErrorCode::OperationInterrupted) => Self::Cancelled,
            Some(ErrorCode::ReadOnly) => Self::ReadOnly,
            Some(ErrorCode::SystemIoFailure) if shared_memory_full(&error) => Self::NoSpace { needed: 0, free: 0 },
            _ => Self::Store { what: "reading or writing", source: Box::new(error) },
        }
    }
}

/// SQLite could not make its shared-memory file larger: on a full disk this comes before "disk full" itself.
fn shared_memory_full(error: &rusqlite::Error) -> bool {
    matches!(error, rusqlite::Error::SqliteFailure(inner, _)
        if inner.extended_code == rusqlite::ffi::SQLITE_IOERR_SHMSIZE)
}

impl From<getrandom::Error> for Fault {
    fn from(_: getrandom::Error) -> Self {
        Self::NoRandomness
    }
}
