//! An entry: a fact that happened, in the field's words, and its body's form in the journal.
//!
//! A body is JSON with the kind as its one key: `{"demandLogged":{…}}`. Types may grow; a body once written is read for
//! ever. A kind or version this program does not know means that the register is newer than the program.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::access::AccessEntry;
use crate::demand::DemandEntry;
use crate::journal::Subject;
use crate::letter::LetterEntry;
use crate::people::PeopleEntry;
use crate::policy::PolicyEntry;
use crate::proceeding::ProceedingEntry;
use crate::register::RegisterEntry;

/// One entry of any noun.
#[derive(Debug, Clone, PartialEq)]
pub enum Entry {
    /// About a demand.
    Demand(DemandEntry),
    /// About a proceeding.
    Proceeding(ProceedingEntry),
    /// About a letter.
    Letter(LetterEntry),
    /// About policy.
    Policy(PolicyEntry),
    /// About people.
    People(PeopleEntry),
    /// About the register.
    Register(RegisterEntry),
    /// About one person's access.
    Access(AccessEntry),
}

/// Why a body cannot be read or written.
#[derive(Debug, thiserror::Error)]
pub enum EntryFault {
    /// Kind or version is newer than this program.
    #[error("an entry of kind {kind}, version {version}, is newer than this program")]
    TooNew {
        /// The kind.
        kind: String,
        /// The body's version.
        version: u16,
    },
    /// The bytes are not a body of this kind.
    #[error("an entry of kind {kind} cannot be read")]
    Shape {
        /// The kind.
        kind: String,
    },
    /// The entry has no JSON form.
    #[error("an entry cannot be written")]
    Write(#[from] serde_json::Error),
}

/// The body version this program writes. Older ones are lifted by `old.rs` of their noun, once there are any.
const BODY_VERSION: u16 = 1;

impl Entry {
    /// The body's bytes.
    ///
    /// # Errors
    /// None in practice; the error is passed on rather than hidden.
    pub fn to_body(&self) -> Result<Vec<u8>, EntryFault> {
        fn bytes<T: Serialize>(entry: &T) -> Result<Vec<u8>, EntryFault> {
            Ok(serde_json::to_vec(entry)?)
        }
        match self {
            Self::Demand(entry) => bytes(entry),
            Self::Proceeding(entry) => bytes(entry),
            Self::Letter(entry) => bytes(entry),
            Self::Policy(entry) => bytes(entry),
            Self::People(entry) => bytes(entry),
            Self::Register(entry) => bytes(entry),
            Self::Access(entry) => bytes(entry),
        }
    }

    /// The entry's kind (`demandLogged`): the one key of its body.
    #[must_use]
    pub fn kind(&self) -> String {
        self.to_body().ok().and_then(|body| kind_of(&body)).unwrap_or_default()
    }

    /// The version of the body's shape.
    #[must_use]
    pub fn body_version(&self) -> u16 {
        BODY_VERSION
    }

    /// Reads a body.
    ///
    /// # Errors
    /// A kind or version that is newer than this program, or bytes that are no such body.
    pub fn from_body(subject: &Subject, kind: &str, version: u16, body: &[u8]) -> Result<Self, EntryFault> {
        fn read<T: DeserializeOwned>(kind: &str, body: &[u8]) -> Result<T, EntryFault> {
            serde_json::from_slice(body).map_err(|fault| {
                let kind = kind.to_owned();
                // serde names an unknown variant; everything else is a body that does not fit its kind.
                if fault.to_string().starts_with("unknown variant") {
                    EntryFault::TooNew { kind, version: BODY_VERSION }
                } else {
                    EntryFault::Shape { kind }
                }
            })
        }
        if version > BODY_VERSION {
            return Err(EntryFault::TooNew { kind: kind.to_owned(), version });
        }
        if kind_of(body).as_deref() != Some(kind) {
            return Err(EntryFault::Shape { kind: kind.to_owned() });
        }
        Ok(match subject {
            Subject::Demand(_) => Self::Demand(read(kind, body)?),
            Subject::Proceeding(_) => Self::Proceeding(read(kind, body)?),
            Subject::Letter(_) => Self::Letter(read(kind, body)?),
            Subject::Policy => Self::Policy(read(kind, body)?),
            Subject::People => Self::People(read(kind, body)?),
            Subject::Register => Self::Register(read(kind, body)?),
            Subject::Access(_) => Self::Access(read(kind, body)?),
        })
    }
}

/// The kind a body names: its first JSON string.
fn kind_of(body: &[u8]) -> Option<String> {
    let mut parts = body.split(|byte| *byte == b'"');
    let opening = parts.next()?;
    let name = parts.next()?;
    (opening.is_empty() || opening == b"{").then(|| String::from_utf8_lossy(name).into_owned())
}
