//! Which backups there are, and which are kept: 7 daily, 5 weekly, 12 monthly.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use chrono::Datelike as _;

use super::{Backup, BackupManifest};
use crate::fault::Fault;

/// A folder of backups as it is read.
#[derive(Debug, Default)]
pub struct Kept {
    /// Backups that say what they are, newest first.
    pub backups: Vec<Backup>,
    /// Folders that look like backups and cannot be read, with the reason. They are left alone.
    pub unreadable: Vec<(PathBuf, Fault)>,
}

impl Kept {
    /// Backups that still open with another key than this: whoever had that key can read them.
    #[must_use]
    pub fn opened_by_other_keys(&self, key_name: &str) -> Vec<&Backup> {
        self.backups.iter().filter(|backup| backup.manifest.key_name != key_name).collect()
    }
}

/// Lists the backups in a folder; none when the folder is not there.
///
/// # Errors
/// The folder cannot be read.
pub fn backups(place: &Path) -> Result<Kept, Fault> {
    let mut kept = Kept::default();
    let items = match std::fs::read_dir(place) {
        Ok(items) => items,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(kept),
        Err(error) => return Err(Fault::io("reading the backups")(error)),
    };
    for item in items {
        let path = item.map_err(Fault::io("reading the backups"))?.path();
        if path.is_dir() && path.extension().is_some_and(|extension| extension == "register") {
            match BackupManifest::read(&path) {
                Ok(manifest) => kept.backups.push(Backup { path, manifest }),
                Err(fault) => kept.unreadable.push((path, fault)),
            }
        }
    }
    kept.backups.sort_by_key(|backup| std::cmp::Reverse((backup.manifest.made, backup.path.clone())));
    Ok(kept)
}

const DAYS: usize = 7;
const WEEKS: usize = 5;
const MONTHS: usize = 12;

/// Deletes backups of one register that no rule keeps: of the newest seven days, five weeks and twelve months that have
/// one, the newest of each stays. Those that cannot be read stay too. Returns what was deleted.
///
/// # Errors
/// The disk.
pub fn thin(place: &Path, store: uuid::Uuid) -> Result<Vec<PathBuf>, Fault> {
    let kept = backups(place)?;
    let (mut days, mut weeks, mut months) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let mut gone = Vec::new();
    for backup in kept.backups.iter().filter(|backup| backup.manifest.store == store) {
        let day = backup.manifest.made.date_naive();
        let week = day.iso_week();
        let stays = [
            days.len() < DAYS && days.insert(day),
            weeks.len() < WEEKS && weeks.insert((week.year(), week.week())),
            months.len() < MONTHS && months.insert((day.year(), day.month())),
        ];
        if !stays.contains(&true) {
            std::fs::remove_dir_all(&backup.path).map_err(Fault::io("deleting an old backup"))?;
            gone.push(backup.path.clone());
        }
    }
    Ok(gone)
}
