//! Why a verb did not do what was asked, and the exit code that says so.

use std::path::PathBuf;

use contract::Fault;

/// Anything that stops a verb.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// The desk's own fault.
    #[error("{0}")]
    Fault(#[from] Fault),
    /// What was typed cannot be read.
    #[error("{0}")]
    Usage(String),
    /// What was named fits nothing, or more than one thing.
    #[error("{0}")]
    NotOne(String),
    /// A file of the person's could not be read or written.
    #[error("{path}: {why}")]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        why: std::io::Error,
    },
    /// There is nobody to ask.
    #[error("{0}")]
    NobodyToAsk(&'static str),
}

impl Failure {
    pub(crate) fn usage(words: impl Into<String>) -> Self {
        Self::Usage(words.into())
    }

    pub(crate) fn file(path: impl Into<PathBuf>, why: std::io::Error) -> Self {
        Self::File { path: path.into(), why }
    }

    /// 2 usage, 3 refused, 4 damaged, 5 locked or wrong passphrase, 6 in use.
    pub(crate) fn code(&self) -> u8 {
        match self {
            Self::Usage(_) | Self::NobodyToAsk(_) => 2,
            Self::NotOne(_) | Self::File { .. } => 3,
            Self::Fault(fault) => match fault {
                Fault::Request { .. } => 2,
                Fault::StoreDamaged { .. } | Fault::HeadDiffers | Fault::ReadOnly => 4,
                Fault::Locked | Fault::NoRegister | Fault::WrongPassphrase | Fault::RecoveryKeyDiffers => 5,
                Fault::RegisterInUse { .. } => 6,
                _ => 3,
            },
        }
    }
}

pub(crate) type Outcome<T> = Result<T, Failure>;
