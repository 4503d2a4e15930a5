//! Putting a register back from a backup: checked before anything is touched, exchanged in one step, and the register it
//! replaces moved aside, never deleted.

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use matter::ids::BranchId;
use matter::journal::Head;
use matter::time::Instant;
use rustix::fs::{CWD, RenameFlags, renameat_with};

use super::{Backup, BackupManifest, clear, forget_traces};
use crate::connection::{Lock, Role, connect};
use crate::fault::Fault;
use crate::folder::{Folder, flush_folder_of, make_folder};
use crate::keyring::{KeyRing, Unlocked};
use crate::register::{LastSeen, Register, Setting};
use crate::verify::{Report, VerifyPlan, VerifyProgress};

/// What lies between a backup and what was there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loss {
    /// The backup's last row.
    pub backup: Option<Head>,
    /// The head that this device saw last.
    pub last_seen: LastSeen,
    /// The last row of the register that is replaced, where it could still be read.
    pub replaced: Option<Head>,
}

impl Loss {
    /// The furthest head known of: the replaced register's, or the one this device saw last.
    #[must_use]
    pub fn furthest(&self) -> Option<Head> {
        let seen = match &self.last_seen {
            LastSeen::Head(head) => Some(*head),
            _ => None,
        };
        [seen, self.replaced].into_iter().flatten().max_by_key(|head| head.seq)
    }

    /// How many rows are lost, as far as is known.
    #[must_use]
    pub fn rows(&self) -> u64 {
        let kept = self.backup.map_or(0, |head| head.seq);
        self.furthest().map_or(0, |head| head.seq.saturating_sub(kept))
    }
}

/// What a restore came to.
#[derive(Debug)]
pub struct Restored {
    /// The register, open.
    pub register: Register,
    /// What is lost.
    pub loss: Loss,
    /// Where the register that was replaced lies now; none when there was none.
    pub aside: Option<PathBuf>,
}

/// Checks a backup whole: its files, its key, chain, signatures, projections and every paper.
///
/// `setting` says which device asks; its folder is not looked at.
///
/// # Errors
/// [`Fault::BackupRefused`] with the reason; [`Fault::Cancelled`].
pub fn check_backup(
    path: &Path,
    setting: &Setting,
    unlocked: &Unlocked,
    progress: &mut dyn FnMut(VerifyProgress),
    cancel: &AtomicBool,
) -> Result<(Backup, Report), Fault> {
    let refused = |reason: String| Fault::BackupRefused { reason };
    let manifest = BackupManifest::read(path)?;
    let folder = Folder::at(path);
    manifest.check_seal(&folder, &unlocked.key)?;
    manifest.check_files(&folder)?;
    let setting = Setting { folder: folder.clone(), ..setting.clone() };
    let opened = Register::open_read_only(&setting, unlocked).map_err(|fault| match fault {
        Fault::Damaged { detail } => refused(detail),
        other => other,
    })?;
    let report = opened.verify(&VerifyPlan::whole(), progress, cancel);
    let head = opened.head();
    let closed = opened.close();
    drop(opened);
    forget_traces(&folder)?;
    let report = report?;
    closed?;
    if !report.complete {
        return Err(Fault::Cancelled);
    }
    if let Some(finding) = report.findings.iter().find(|finding| finding.is_about_the_copy()) {
        return Err(refused(format!("it does not hold: {finding:?}")));
    }
    if head? != manifest.head {
        return Err(refused("its manifest names another head".to_owned()));
    }
    Ok((Backup { path: path.to_owned(), manifest }, report))
}

/// Says what a restore from this backup would lose; nothing is touched.
///
/// # Errors
/// The backup's manifest cannot be read.
fn weigh(setting: &Setting, backup: &Backup, unlocked: &Unlocked) -> Loss {
    let mut loss = Loss { backup: backup.manifest.head, last_seen: LastSeen::Never, replaced: None };
    if let Ok(current) = Register::open_read_only(setting, unlocked) {
        loss.replaced = current.head().ok().flatten();
        loss.last_seen = current.last_seen();
    }
    let copy = Setting { folder: Folder::at(&backup.path), ..setting.clone() };
    if loss.last_seen == LastSeen::Never
        && let Ok(opened) = Register::open_read_only(&copy, unlocked)
    {
        loss.last_seen = opened.last_seen();
        drop(opened);
        let _traces = forget_traces(&copy.folder);
    }
    loss
}

/// Restores a backup to `setting`'s folder. `branch` is the new line of history; `record` is given the restored register
/// and what is lost, and appends `RegisterRestored` (with that branch) before the register takes its place.
///
/// # Errors
/// The backup is refused; the register in the folder is in use; the disk. Whatever goes wrong, what was there stays.
#[expect(clippy::too_many_arguments, reason = "each is a separate word of the request")]
pub fn restore(
    from: &Path,
    setting: &Setting,
    unlocked: &Unlocked,
    branch: BranchId,
    at: Instant,
    record: &mut dyn FnMut(&Register, &Loss) -> Result<(), Fault>,
    progress: &mut dyn FnMut(VerifyProgress),
    cancel: &AtomicBool,
) -> Result<Restored, Fault> {
    setting.folder.refuse_share()?;
    let (backup, _) = check_backup(from, setting, unlocked, progress, cancel)?;
    let place = setting.folder.root().to_owned();
    let replaces = place.exists();
    let loss = weigh(setting, &backup, unlocked);
    let making = beside(&place, "restoring");
    clear(&making)?;
    let made = build(&backup, &making, setting, unlocked, branch, at, &mut |register| record(register, &loss));
    if let Err(fault) = made {
        let fault = Folder::at(&making).explain(fault, 0);
        let _unfinished = std::fs::remove_dir_all(&making);
        return Err(fault);
    }
    let mut aside = None;
    if replaces {
        let held = Lock::take(&setting.folder)?;
        keep_backups(&place, &making)?;
        renameat_with(CWD, &making, CWD, &place, RenameFlags::EXCHANGE)
            .map_err(|error| Fault::io("exchanging the registers")(error.into()))?;
        flush_folder_of(&place)?;
        drop(held);
        let target = beside(&place, &format!("replaced-{}", at.format("%Y%m%dT%H%M%SZ")));
        std::fs::rename(&making, &target).map_err(Fault::io("moving the replaced register aside"))?;
        aside = Some(target);
    } else {
        std::fs::rename(&making, &place).map_err(Fault::io("moving the register to its place"))?;
    }
    flush_folder_of(&place)?;
    let register = Register::open(setting, unlocked, at)?;
    register.accept_head()?;
    Ok(Restored { register, loss, aside })
}

/// Builds the restored register beside its place, with the entry that says so already in it.
fn build(
    backup: &Backup,
    making: &Path,
    setting: &Setting,
    unlocked: &Unlocked,
    branch: BranchId,
    at: Instant,
    record: &mut dyn FnMut(&Register) -> Result<(), Fault>,
) -> Result<(), Fault> {
    make_folder(making)?;
    let (source, folder) = (Folder::at(&backup.path), Folder::at(making));
    let copied = |from: PathBuf, to: PathBuf| -> Result<(), Fault> {
        let what = "copying the backup";
        std::fs::copy(from, &to).map_err(Fault::io(what))?;
        std::fs::File::open(&to).and_then(|file| file.sync_all()).map_err(Fault::io(what))
    };
    copied(source.database(), folder.database())?;
    copied(source.keyring(), folder.keyring())?;
    copied(source.keyring(), folder.keyring_copy())?;
    folder.close_to_others()?;
    let ring = KeyRing::read(&folder, setting.strength)?;
    let writer = connect(&folder.database(), &unlocked.key, ring.salt(), Role::Writer)?;
    writer.execute("UPDATE store SET branch = ?1", [branch.0.as_bytes()])?;
    writer.close().map_err(|(_, error)| Fault::from(error))?;
    let inside = Setting { folder, ..setting.clone() };
    let register = Register::open(&inside, unlocked, at)?;
    let recorded = record(&register);
    let closed = register.close();
    recorded.and(closed)
}

/// The replaced register's backups stay with the register that takes its place.
fn keep_backups(place: &Path, making: &Path) -> Result<(), Fault> {
    let (from, to) = (Folder::at(place).backups(), Folder::at(making).backups());
    if from.exists() && !to.exists() {
        std::fs::rename(from, to).map_err(Fault::io("keeping the backups"))?;
    }
    Ok(())
}

fn beside(place: &Path, suffix: &str) -> PathBuf {
    let mut name = place.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{suffix}"));
    place.with_file_name(name)
}
