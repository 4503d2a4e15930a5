//! People: adding, and removing with a rotation of the register's key.

use contract::{AddPersonRequest, Fault, PeopleView, RemovePersonRequest, RemovedPerson};
use matter::access::AccessEntry;
use matter::decide::{may_add, may_remove};
use matter::entry::Entry;
use matter::ids::PersonId;
use matter::journal::{Digest, Subject, Write};
use matter::people::{PeopleEntry, PublicKey};
use matter::problem::Problem;
use matter::register::RegisterEntry;
use register::NewHolder;

use crate::faults::fault;
use crate::session::{Open, too_short};
use crate::{Desk, hold};

impl Desk {
    pub(crate) fn show_people(&self) -> Result<PeopleView, Fault> {
        Ok(PeopleView { people: self.started()?.people()? })
    }

    fn refuse(&self, open: &Open, act: &str, problems: Vec<Problem>) -> Fault {
        let record = AccessEntry::Refused { act: act.to_owned(), subject: Subject::People, problems: problems.clone() };
        match self.record(open, Subject::Access(open.person), vec![Entry::Access(record)]) {
            Ok(()) => Fault::refused(problems),
            Err(other) => other,
        }
    }

    /// Adds a person with a slot and a key of their own. They type the passphrase themselves.
    pub(crate) fn add(&self, request: &AddPersonRequest) -> Result<PeopleView, Fault> {
        let open = self.writable()?;
        let _one_at_a_time = hold(&self.acting);
        let digest = Digest::of(&serde_json::to_vec(&(request.op, &request.name, &request.roles)).unwrap_or_default());
        if self.first_result(&open, request.op, digest)?.is_some() {
            return self.show_people();
        }
        let people = open.people()?;
        if let Err(problems) = may_add(&people, open.person, request.name.trim(), &request.roles) {
            return Err(self.refuse(&open, "addPerson", problems));
        }
        if let Some(problem) = too_short(&request.passphrase) {
            return Err(Fault::refused(vec![problem]));
        }
        let person = PersonId(self.new_id()?);
        let name = request.name.trim();
        let holder = NewHolder { person, label: name, passphrase: &request.passphrase };
        let key = PublicKey::of(&open.register.add_holder(&holder).map_err(fault)?);
        let mut roles = request.roles.clone();
        roles.sort_unstable();
        roles.dedup();
        let entry = PeopleEntry::PersonAdded { person, name: name.to_owned(), key, roles };
        let write = Write { subject: Subject::People, expected: people.version, entries: vec![Entry::People(entry)] };
        let append = self.act_now(&open, request.op, digest, write)?;
        self.append(&open, &append, &[])?;
        self.show_people()
    }

    /// Removes a person: their slot goes and the register gets a new key, wrapped anew for everybody who stays.
    pub(crate) fn remove(&self, request: &RemovePersonRequest) -> Result<RemovedPerson, Fault> {
        let open = self.writable()?;
        let _one_at_a_time = hold(&self.acting);
        let people = open.people()?;
        if self.left_behind(&open, request.person)? {
            // A removal that was cut off after its entry: only the rotation is left to do.
            return self.finish_removal(&open, request);
        }
        if let Err(problems) = may_remove(&people, open.person, request.person, &request.reason) {
            return Err(self.refuse(&open, "removePerson", problems));
        }
        if request.person == open.person {
            return Err(self.refuse(&open, "removePerson", vec![Problem::Impossible { field: "person".to_owned() }]));
        }
        let digest = Digest::of(&serde_json::to_vec(request).unwrap_or_default());
        let entry = PeopleEntry::PersonRemoved { person: request.person, reason: request.reason.clone() };
        let write = Write { subject: Subject::People, expected: people.version, entries: vec![Entry::People(entry)] };
        let append = self.act_now(&open, request.op, digest, write)?;
        self.append(&open, &append, &[])?;
        self.finish_removal(&open, request)
    }

    /// True when the journal says that this person is gone and their slot is still there.
    fn left_behind(&self, open: &Open, person: PersonId) -> Result<bool, Fault> {
        let removed = open.people()?.person(person).is_some_and(|found| found.removed);
        Ok(removed && open.register.holders().map_err(fault)?.iter().any(|holder| holder.person == person))
    }

    fn finish_removal(&self, open: &Open, request: &RemovePersonRequest) -> Result<RemovedPerson, Fault> {
        let (open, old_backups) = self.rotate(open, request)?;
        let named = old_backups.iter().map(|backup| backup.name.clone()).collect();
        let entry = RegisterEntry::KeyRotated { reason: request.reason.clone(), old_backups: named };
        self.record(&open, Subject::Register, vec![Entry::Register(entry)])?;
        Ok(RemovedPerson { people: self.show_people()?, old_backups })
    }
}
