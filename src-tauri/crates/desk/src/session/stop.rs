//! The red stop: the chain does not hold the head this device saw last. An older copy was put back, entries were cut off,
//! or the note that would tell is gone. Nothing goes on until an administrator was told and said why (trust.md T15).

use std::sync::Arc;

use contract::{AcceptHeadRequest, Fault, Push, SessionEvent, SessionView, Stop, StopKind};
use matter::access::AccessEntry;
use matter::entry::Entry;
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
        !self.register.is_read_only() && !self.register.agrees_with_last_seen()
    }

    /// What the person here is told of the stop; none when there is none.
    pub(super) fn stop(&self, people: &People) -> Result<Option<Stop>, Fault> {
        if !self.is_stopped() {
            return Ok(None);
        }
        let (kind, last_seen) = match self.register.last_seen() {
            LastSeen::Head(head) => (StopKind::HeadLost, Some(head)),
            LastSeen::Altered => (StopKind::NoteAltered, None),
            LastSeen::Missing | LastSeen::Never => (StopKind::NoteMissing, None),
        };
        let found = self.register.head().map_err(fault)?.ok_or_else(empty)?;
        Ok(Some(Stop {
            kind,
            last_seen,
            found,
            recorded: self.register.last_recorded().map_err(fault)?,
            may_accept: people.has(self.person, Role::Administrator),
            who_may: people.who_has(&[Role::Administrator]),
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
