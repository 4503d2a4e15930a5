//! What an entry is about.

use serde::{Deserialize, Serialize};

use crate::ids::{DemandId, LetterId, PersonId, ProceedingId};

/// How many entries a subject has had.
pub type Version = u64;

/// What an entry is about. A decision reads and writes subjects, each with its version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(tag = "type", content = "id", rename_all = "camelCase")]
pub enum Subject {
    /// One instrument received.
    Demand(DemandId),
    /// One court docket.
    Proceeding(ProceedingId),
    /// One letter to one addressee.
    Letter(LetterId),
    /// Windows, calendars, law data, letterhead: what counsel may edit.
    Policy,
    /// Who works here, with which roles and keys.
    People,
    /// The register itself: genesis, backup, restore, rotation.
    Register,
    /// What one person saw and was refused. Recorded without raising a demand's version.
    Access(PersonId),
}

/// The kinds of [`Subject`], for columns and filters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SubjectKind {
    /// See [`Subject::Demand`].
    Demand,
    /// See [`Subject::Proceeding`].
    Proceeding,
    /// See [`Subject::Letter`].
    Letter,
    /// See [`Subject::Policy`].
    Policy,
    /// See [`Subject::People`].
    People,
    /// See [`Subject::Register`].
    Register,
    /// See [`Subject::Access`].
    Access,
}

impl Subject {
    /// The kind of this subject.
    #[must_use]
    pub fn kind(&self) -> SubjectKind {
        match self {
            Self::Demand(_) => SubjectKind::Demand,
            Self::Proceeding(_) => SubjectKind::Proceeding,
            Self::Letter(_) => SubjectKind::Letter,
            Self::Policy => SubjectKind::Policy,
            Self::People => SubjectKind::People,
            Self::Register => SubjectKind::Register,
            Self::Access(_) => SubjectKind::Access,
        }
    }

    /// One text per subject, for a key column: `demand/0190…`, `policy`.
    #[must_use]
    pub fn key(&self) -> String {
        match self {
            Self::Demand(id) => format!("demand/{id}"),
            Self::Proceeding(id) => format!("proceeding/{id}"),
            Self::Letter(id) => format!("letter/{id}"),
            Self::Policy => "policy".to_owned(),
            Self::People => "people".to_owned(),
            Self::Register => "register".to_owned(),
            Self::Access(id) => format!("access/{id}"),
        }
    }

    /// The subject a key text names; none when it names none.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        match key.split_once('/') {
            None => match key {
                "policy" => Some(Self::Policy),
                "people" => Some(Self::People),
                "register" => Some(Self::Register),
                _ => None,
            },
            Some(("demand", id)) => id.parse().ok().map(Self::Demand),
            Some(("proceeding", id)) => id.parse().ok().map(Self::Proceeding),
            Some(("letter", id)) => id.parse().ok().map(Self::Letter),
            Some(("access", id)) => id.parse().ok().map(Self::Access),
            Some(_) => None,
        }
    }
}
