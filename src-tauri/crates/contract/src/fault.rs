//! Faults: one tagged list. The window puts each into words: what happened, what is safe, what to do.

use matter::journal::Subject;
use matter::problem::Problem;
use matter::wire::Count53;
use serde::{Deserialize, Serialize};

/// Why a command did not do what was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Fault {
    /// The register is locked.
    Locked,
    /// No register was chosen.
    NoRegister,
    /// The passphrase, or the recovery key, does not open this register.
    WrongPassphrase,
    /// The recovery key typed back is not the one shown.
    RecoveryKeyDiffers,
    /// What was asked for is not here.
    NotFound,
    /// The act was refused, with reasons; nothing was changed.
    Refused {
        /// The reasons.
        problems: Vec<Problem>,
    },
    /// Someone else changed it since it was read; nothing was changed.
    Conflict {
        /// What changed.
        subject: Subject,
    },
    /// The same op id was used for another request.
    OpReused,
    /// The chain does not hold the head this device saw last, or this device saw none: nothing goes on until a person
    /// decided.
    HeadDiffers,
    /// A damaged register is open for reading only; nothing is recorded in it.
    ReadOnly,
    /// The register is newer than this program.
    StoreTooNew,
    /// The register is damaged; nothing was deleted.
    StoreDamaged {
        /// Where, in technical words, without content of the file.
        detail: String,
    },
    /// Another program has the register open.
    RegisterInUse {
        /// Its process.
        pid: u32,
    },
    /// There is a register in that folder already.
    RegisterExists,
    /// The folder holds no register.
    NotARegister,
    /// The disk is full.
    NoSpace {
        /// Bytes needed, if known.
        needed: Option<Count53>,
        /// Bytes free.
        free: Option<Count53>,
    },
    /// The folder lies on a network share, where a database is not safe.
    NetworkShare {
        /// Which kind (nfs, smb, fuse).
        kind: String,
    },
    /// The file changed while it was read; nothing of it was kept.
    SourceChanged,
    /// The file could not be read.
    SourceUnreadable,
    /// The target of an export could not be written.
    TargetUnwritable,
    /// The clock stands before the register's last entry.
    ClockBehind {
        /// The last entry's time.
        last: String,
    },
    /// The file was not accepted.
    FileRejected {
        /// Why.
        detail: String,
    },
    /// A letter cannot be made: these fields are empty.
    LetterIncomplete {
        /// The fields' names.
        missing: Vec<String>,
    },
    /// A letter cannot be drawn: these characters have no shape in our fonts.
    Undrawable {
        /// The characters.
        characters: String,
    },
    /// Stopped by the person.
    Cancelled,
    /// The request is not of its command's shape.
    Request {
        /// The reader's words.
        detail: String,
    },
    /// Something that should not happen. The log of this device has the reference.
    Internal {
        /// The reference.
        reference: String,
    },
}

impl Fault {
    /// An internal fault with a reference.
    #[must_use]
    pub fn internal(reference: &str) -> Self {
        Self::Internal { reference: reference.to_owned() }
    }

    /// A refusal.
    #[must_use]
    pub fn refused(problems: Vec<Problem>) -> Self {
        Self::Refused { problems }
    }
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", serde_json::to_string(self).map_err(|_| std::fmt::Error)?)
    }
}

impl std::error::Error for Fault {}
