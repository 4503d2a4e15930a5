//! Where the session stands.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use contract::LockScreenPerson;
use matter::ids::{DemandId, PersonId};
use register::Register;

/// Nowhere, before a locked register, or in an open one.
pub(crate) enum Place {
    /// No register is chosen.
    Nowhere,
    /// Chosen and locked. Only what lies in clear beside the database is known.
    Locked { folder: PathBuf, name: String, persons: Vec<LockScreenPerson>, sample: bool },
    /// Open.
    Open(Arc<Open>),
}

/// An open register and who is here.
pub(crate) struct Open {
    /// The register.
    pub(crate) register: Arc<Register>,
    /// Its folder.
    pub(crate) folder: PathBuf,
    /// Who is here.
    pub(crate) person: PersonId,
    /// Their open slot, with their signing key; wiped when it goes.
    pub(crate) unlocked: register::Unlocked,
    /// The recovery key as printed, until it was typed back.
    pub(crate) recovery: Mutex<Option<zeroize::Zeroizing<String>>>,
    /// Demands whose opening was recorded in this session.
    pub(crate) viewed: Mutex<BTreeSet<DemandId>>,
    /// True once a clock behind the last entry was recorded in this session.
    pub(crate) clock_told: std::sync::atomic::AtomicBool,
}
