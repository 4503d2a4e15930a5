//! A new register key when a person goes.

use std::sync::Arc;

use contract::{Fault, RemovePersonRequest};
use register::Register;

use crate::Desk;
use crate::faults::fault;
use crate::session::Open;

impl Desk {
    /// Takes the person's slot away and changes the register's key; gives the open register anew, and the names of
    /// backups that the old key still opens.
    pub(crate) fn rotate(&self, open: &Open, request: &RemovePersonRequest) -> Result<(Arc<Open>, Vec<String>), Fault> {
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
        Ok((self.enter(register, &open.folder, &unlocked.0), unlocked.1))
    }
}
