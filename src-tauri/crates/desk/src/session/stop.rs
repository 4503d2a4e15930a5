//! The red stop: the chain does not hold the head this device saw last. An older copy was put back, entries were cut off,
//! or the note that would tell is gone. Nothing goes on until an administrator was told and said why (trust.md T15). On a
//! device that sees a register of others for the first time, anybody of the register confirms once which entry is the last.

use std::sync::Arc;

use contract::{AcceptHeadRequest, Fault, Push, SessionEvent, SessionView, Stop, StopKind};
use matter::access::AccessEntry;
use matter::entry::Entry;
use matter::ids::PersonId;
use matter::journal::Subject;
use matter::people::{People, Role};
use matter::problem::Problem;
use matter::register::RegisterEntry;
use register::LastSeen;

use super::Open;
use crate::faults::fault;
use crate::{Desk, hold};

impl Open {
    /// True when nothing may go on before a person decided.
    pub(crate) fn is_stopped(&self) -> bool {
        !self.register.agrees_with_last_seen()
    }

    /// Who may go on where this device saw a head: administrators, in the chain found and, where this device kept a list
    /// of them, in that list too. Somebody removed since comes back with an old file, and not with an old list.
    fn administrators(&self, people: &People) -> Vec<PersonId> {
        let seen = self.register.administrators_last_seen();
        let here = people.persons.iter().filter(|person| people.has(person.id, Role::Administrator));
        here.map(|person| person.id).filter(|id| seen.as_ref().is_none_or(|seen| seen.contains(id))).collect()
    }

    /// What the person here is told of the stop; none when there is none.
    pub(super) fn stop(&self, people: &People) -> Result<Option<Stop>, Fault> {
        if !self.is_stopped() {
            return Ok(None);
        }
        let (kind, last_seen) = match self.register.last_seen() {
            LastSeen::Head(head) => (StopKind::HeadLost, Some(head)),
            LastSeen::Altered => (StopKind::NoteAltered, None),
            LastSeen::Missing => (StopKind::NoteMissing, None),
            LastSeen::Never => (StopKind::NeverSeen, None),
        };
        let may: Vec<PersonId> = if self.register.is_read_only() {
            Vec::new()
        } else if kind == StopKind::NeverSeen {
            people.persons.iter().filter(|person| !person.removed).map(|person| person.id).collect()
        } else {
            self.administrators(people)
        };
        let name = |id: &PersonId| people.person(*id).map(|person| person.name.clone());
        let found = self.register.head().map_err(fault)?.ok_or_else(empty)?;
        Ok(Some(Stop {
            kind,
            last_seen,
            found,
            recorded: self.register.last_recorded().map_err(fault)?,
            may_accept: may.contains(&self.person),
            who_may: may.iter().filter_map(name).collect(),
        }))
    }
}

impl Desk {
    /// The open register, where nothing stands in the way of going on.
    pub(crate) fn unstopped(&self) -> Result<Arc<Open>, Fault> {
        let open = self.open()?;
        if open.is_stopped() { Err(Fault::HeadDiffers) } else { Ok(open) }
    }

    /// Goes on with the chain as it was found. The entry that says so is written first: cut off in between, the next
    /// opening finds it.
    pub(crate) fn accept_the_head(&self, request: &AcceptHeadRequest) -> Result<SessionView, Fault> {
        let open = self.open()?;
        // Nothing can be taken down in a register that is only read.
        if open.register.is_read_only() {
            return Err(Fault::ReadOnly);
        }
        let _one_at_a_time = hold(&self.acting);
        let people = open.people()?;
        let Some(stop) = open.stop(&people)? else { return self.session_view() };
        if !stop.may_accept {
            let problems = vec![Problem::NotAllowed { roles: vec![Role::Administrator], who: stop.who_may }];
            let refused = AccessEntry::Refused {
                act: "acceptHead".to_owned(),
                subject: Subject::Register,
                problems: problems.clone(),
            };
            self.record(&open, Subject::Access(open.person), vec![Entry::Access(refused)])?;
            return Err(Fault::refused(problems));
        }
        let reason = request.reason.trim();
        if reason.is_empty() {
            return Err(Fault::refused(vec![Problem::ReasonMissing]));
        }
        match request.entry.as_deref().map(str::trim).filter(|typed| !typed.is_empty()) {
            None if stop.kind == StopKind::NeverSeen => {
                return Err(Fault::refused(vec![Problem::Required { field: "entry".to_owned() }]));
            }
            Some(typed) if typed.parse() != Ok(stop.found.seq) => {
                return Err(Fault::refused(vec![Problem::Impossible { field: "entry".to_owned() }]));
            }
            _ => {}
        }
        let entry =
            RegisterEntry::HeadAccepted { last_seen: stop.last_seen, found: stop.found, reason: reason.to_owned() };
        self.record(&open, Subject::Register, vec![Entry::Register(entry)])?;
        open.register.accept_head().map_err(fault)?;
        self.pushes.give(&Push::Session(SessionEvent::Opened));
        self.session_view()
    }
}

fn empty() -> Fault {
    Fault::StoreDamaged { detail: "the journal is empty".to_owned() }
}
