//! Backups: made while others work, verified by opening them, thinned by day, week and month.

use std::path::Path;

use contract::{BackUpRequest, Backup, Fault};
use matter::entry::Entry;
use matter::journal::{Head, Subject};
use matter::people::Role;
use matter::problem::Problem;
use matter::register::RegisterEntry;
use matter::wire::Count53;
use register::VerifyProgress;

use crate::faults::fault;
use crate::jobs::Job;
use crate::session::Open;
use crate::{Desk, hold};

/// Between the place of a backup that lies elsewhere and its name, in the entry about it.
pub(super) const ELSEWHERE: char = '/';

/// Who may back up: everybody who keeps the register, not those who only read it.
const MAY_BACK_UP: &[Role] = &[Role::Administrator, Role::Counsel, Role::Records, Role::Triage];

/// Shows how far a check is: bytes of papers count, the rest goes by.
pub(super) fn watch(job: &mut Job<'_>, progress: VerifyProgress) {
    match progress {
        VerifyProgress::Bytes { done, .. } | VerifyProgress::Rows { done, .. } | VerifyProgress::Queue { done } => {
            job.at(done);
        }
        VerifyProgress::Pages => {}
    }
}

impl Desk {
    /// The backups beside the open register, the newest first.
    pub(crate) fn list_backups(&self) -> Result<Vec<Backup>, Fault> {
        let open = self.started()?;
        let kept = register::backups(&open.register.folder().backups()).map_err(fault)?;
        kept.backups
            .iter()
            .map(|backup| self.show_backup(backup))
            .collect::<Result<Vec<_>, _>>()
            .map(|shown| shown.into_iter().flatten().collect())
    }

    /// A backup as the window shows it; none for one made before the first entry.
    fn show_backup(&self, backup: &register::Backup) -> Result<Option<Backup>, Fault> {
        let Some(head) = backup.manifest.head else { return Ok(None) };
        let length =
            std::fs::metadata(register::Folder::at(&backup.path).database()).map(|data| data.len()).unwrap_or(0);
        let picked = self.offer_path(&backup.path, None)?;
        Ok(Some(Backup {
            name: picked.name,
            token: picked.token,
            made: backup.manifest.made,
            head,
            length: Count53::try_from(length).unwrap_or_default(),
            // Only a backup that was opened and checked whole gets a manifest.
            verified: true,
        }))
    }

    pub(crate) fn make_backup(&self, request: &BackUpRequest) -> Result<Backup, Fault> {
        let open = self.writable()?;
        let people = open.people()?;
        if !people.has_any(open.person, MAY_BACK_UP) {
            let problem = Problem::NotAllowed { roles: MAY_BACK_UP.to_vec(), who: people.who_has(MAY_BACK_UP) };
            return Err(Fault::refused(vec![problem]));
        }
        let into = request.folder.as_ref().map(|token| self.path_of(token)).transpose()?;
        let total = open.register.document_totals().map_err(fault)?.1;
        let mut job = self.job(&request.op.to_string(), "backUp", Some(total));
        let stop = job.stop();
        let made = open
            .register
            .backup(into.as_deref(), self.now(), &mut |progress| watch(&mut job, progress), &stop)
            .map_err(fault)?;
        let shown = self.show_backup(&made)?.ok_or_else(|| Fault::internal("empty-register"))?;
        // Where it was put is on record by the folder's own name, never by its path: when somebody goes, it is named.
        let place = into.as_deref().and_then(Path::file_name).map(|place| place.to_string_lossy().into_owned());
        let recorded = match (&into, place) {
            (None, _) => shown.name.clone(),
            (Some(_), place) => format!("{}{ELSEWHERE}{}", place.unwrap_or_default(), shown.name),
        };
        self.record_backup(&open, &recorded, shown.head)?;
        if into.is_none() {
            self.thin(&open.register.folder().backups(), made.manifest.store);
        }
        Ok(shown)
    }

    fn record_backup(&self, open: &Open, name: &str, head: Head) -> Result<(), Fault> {
        let _one_at_a_time = hold(&self.acting);
        let entry = RegisterEntry::BackupVerified { name: name.to_owned(), head };
        self.record(open, Subject::Register, vec![Entry::Register(entry)])
    }

    /// Old backups that no rule keeps go. What cannot be deleted now is deleted next time.
    fn thin(&self, place: &Path, store: uuid::Uuid) {
        if register::thin(place, store).is_err() {
            tracing::warn!("old backups could not be thinned");
        }
    }
}
