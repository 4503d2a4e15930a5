//! The register as a subject of its own journal: genesis, backups, restores, rotations.

use serde::{Deserialize, Serialize};

use crate::ids::BranchId;
use crate::journal::{Head, Version};
use crate::state::Meta;

/// One fact about the register.
#[expect(missing_docs, reason = "each field carries the word of the fact it belongs to")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum RegisterEntry {
    /// The first entry: its digest is the register's identity.
    RegisterFounded { name: String, sample: bool, program: String },
    /// The recovery key was typed back.
    RecoveryKeyConfirmed,
    /// A backup was made and verified by restoring it.
    BackupVerified { name: String, head: Head },
    /// This register was put back from a backup: what lay between is lost, and a new branch begins.
    RegisterRestored { backup: Head, last_seen: Option<Head>, branch: BranchId, reason: String },
    /// The register key was rotated; backups named here still open with the old one.
    KeyRotated { reason: String, old_backups: Vec<String> },
    /// The chain did not hold the head that one device saw last (none: its note was gone or not its own). An
    /// administrator was told, and goes on with the chain as it was found.
    HeadAccepted { last_seen: Option<Head>, found: Head, reason: String },
    /// The clock stood before the last entry's time.
    ClockBehind { last: crate::time::Instant },
}

/// The register as folded from its entries.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Founding {
    /// How many entries there have been.
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    #[serde(with = "crate::wire::text")]
    pub version: Version,
    /// The register's name.
    pub name: String,
    /// True for the sample register, which is striped and skips the recovery key.
    pub sample: bool,
    /// True once the recovery key was typed back: a real register starts then.
    pub recovery_confirmed: bool,
    /// When the last verified backup was made.
    #[cfg_attr(feature = "wire", ts(type = "string | null"))]
    pub last_backup: Option<crate::time::Instant>,
    /// How often it was restored.
    pub restores: u32,
}

impl Founding {
    /// Takes one entry.
    pub fn evolve(&mut self, meta: &Meta, entry: Option<&RegisterEntry>) {
        self.version = self.version.saturating_add(1);
        match entry {
            Some(RegisterEntry::RegisterFounded { name, sample, .. }) => {
                self.name.clone_from(name);
                self.sample = *sample;
            }
            Some(RegisterEntry::RecoveryKeyConfirmed) => self.recovery_confirmed = true,
            Some(RegisterEntry::BackupVerified { .. }) => self.last_backup = Some(meta.recorded),
            Some(RegisterEntry::RegisterRestored { .. }) => self.restores = self.restores.saturating_add(1),
            Some(
                RegisterEntry::KeyRotated { .. }
                | RegisterEntry::HeadAccepted { .. }
                | RegisterEntry::ClockBehind { .. },
            )
            | None => {}
        }
    }
}
