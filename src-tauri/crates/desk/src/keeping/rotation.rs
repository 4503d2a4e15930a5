//! A new register key when a person goes.

use std::sync::Arc;

use contract::{Fault, OldBackup, RemovePersonRequest};
use matter::entry::Entry;
use matter::journal::Subject;
use matter::register::RegisterEntry;
use register::Register;

use super::backup::ELSEWHERE;
use crate::Desk;
use crate::faults::fault;
use crate::session::Open;

impl Desk {
    /// Takes the person's slot away and changes the register's key; gives the open register anew, and the backups on
    /// record that an older key still opens.
    pub(crate) fn rotate(
        &self,
        open: &Open,
        request: &RemovePersonRequest,
    ) -> Result<(Arc<Open>, Vec<OldBackup>), Fault> {
        let mut old = elsewhere(open)?;
        let people = open.people()?;
        let keys = people.persons.iter().filter(|person| !person.removed).map(|person| &person.key);
        let known: Vec<_> =
            keys.chain(people.recovery_key.iter()).filter_map(matter::people::PublicKey::verifying).collect();
        let job = self.job(&request.op.to_string(), "rotate", None);
        let stop = job.stop();
        let rotation = open.register.rotate(&open.unlocked, &[request.person], &known, &stop);
        let unlocked = match rotation {
            Ok(rotation) => (rotation.unlocked, rotation.old_backups),
            Err(kept) => {
                // The register may be locked now; it opens with the old key as before.
                self.lock_session();
                return Err(fault(kept));
            }
        };
        let register = Register::open(&self.setting(&open.folder), &unlocked.0, self.now()).map_err(|kept| {
            self.lock_session();
            fault(kept)
        })?;
        let here = unlocked.1.into_iter().map(|(name, made)| OldBackup { made, name, elsewhere: false });
        old.extend(here);
        old.sort_by_key(|backup| std::cmp::Reverse(backup.made));
        Ok((self.enter(register, &open.folder, &unlocked.0), old))
    }
}

/// Backups that were put elsewhere, as the journal has them.
fn elsewhere(open: &Open) -> Result<Vec<OldBackup>, Fault> {
    let entries = open.register.entries(&Subject::Register, None).map_err(fault)?;
    Ok(entries
        .iter()
        .filter_map(|one| match &one.entry {
            Some(Entry::Register(RegisterEntry::BackupVerified { name, .. })) if name.contains(ELSEWHERE) => {
                Some(OldBackup { made: one.header.recorded, name: name.clone(), elsewhere: true })
            }
            _ => None,
        })
        .collect())
}
