//! The session: which register, who is here, locked or open.

mod found;
mod place;
mod recent;
mod unlock;

pub(crate) use found::{Founding, too_short};
pub(crate) use place::{Open, Place};
pub(crate) use recent::device_id;

use contract::{Fault, LockScreenPerson, SessionState, SessionView};
use matter::journal::Subject;
use matter::people::People;
use matter::policy::{Policy, Settings};
use matter::register::Founding as Story;
use matter::state::State;
use std::sync::Arc;

use crate::faults::fault;
use crate::{Desk, hold};

impl Desk {
    /// The open register and who is here.
    pub(crate) fn open(&self) -> Result<Arc<Open>, Fault> {
        match &*hold(&self.place) {
            Place::Nowhere => Err(Fault::NoRegister),
            Place::Locked { .. } => Err(Fault::Locked),
            Place::Open(open) => Ok(Arc::clone(open)),
        }
    }

    /// The open register, once its recovery key was typed back (or it is the SAMPLE): a real register starts there.
    pub(crate) fn started(&self) -> Result<Arc<Open>, Fault> {
        let open = self.open()?;
        let founding = open.founding()?;
        if founding.sample || founding.recovery_confirmed {
            Ok(open)
        } else {
            Err(Fault::refused(vec![matter::problem::Problem::RecoveryKeyNotConfirmed]))
        }
    }

    pub(crate) fn session_view(&self) -> Result<SessionView, Fault> {
        let mut view = SessionView {
            state: SessionState::NoRegister,
            register: String::new(),
            sample: false,
            persons: Vec::new(),
            person: None,
            person_name: String::new(),
            roles: Vec::new(),
            idle_lock_minutes: Settings::default().idle_lock_minutes,
            zone: "UTC".to_owned(),
            recent: self.recent_registers(),
            now: self.now(),
            last_backup: None,
            program: env!("CARGO_PKG_VERSION").to_owned(),
        };
        let open = match &*hold(&self.place) {
            Place::Nowhere => return Ok(view),
            Place::Locked { name, persons, sample, .. } => {
                view.state = SessionState::Locked;
                view.register.clone_from(name);
                view.persons.clone_from(persons);
                view.sample = *sample;
                return Ok(view);
            }
            Place::Open(open) => Arc::clone(open),
        };
        let founding = open.founding()?;
        let people = open.people()?;
        let settings = open.settings()?;
        view.state = if founding.sample || founding.recovery_confirmed {
            SessionState::Open
        } else {
            SessionState::RecoveryKeyPending
        };
        view.register = founding.name;
        view.sample = founding.sample;
        view.last_backup = founding.last_backup;
        view.person = Some(open.person);
        if let Some(person) = people.person(open.person) {
            view.person_name.clone_from(&person.name);
            view.roles.clone_from(&person.roles);
        }
        view.persons = people
            .persons
            .iter()
            .filter(|person| !person.removed)
            .map(|person| LockScreenPerson { id: person.id, name: person.name.clone() })
            .collect();
        view.idle_lock_minutes = settings.idle_lock_minutes;
        view.zone = settings.zone.name().to_owned();
        Ok(view)
    }
}

impl Open {
    /// Everybody, as folded now.
    pub(crate) fn people(&self) -> Result<People, Fault> {
        match self.register.load(&Subject::People).map_err(fault)? {
            State::People(people) => Ok(*people),
            _ => Err(Fault::internal("people")),
        }
    }

    /// Policy, as folded now.
    pub(crate) fn policy(&self) -> Result<Policy, Fault> {
        match self.register.load(&Subject::Policy).map_err(fault)? {
            State::Policy(policy) => Ok(*policy),
            _ => Err(Fault::internal("policy")),
        }
    }

    pub(crate) fn settings(&self) -> Result<Settings, Fault> {
        Ok(self.policy()?.settings)
    }

    /// The register's own story.
    pub(crate) fn founding(&self) -> Result<Story, Fault> {
        match self.register.load(&Subject::Register).map_err(fault)? {
            State::Register(founding) => Ok(*founding),
            _ => Err(Fault::internal("register")),
        }
    }
}
