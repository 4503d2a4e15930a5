//! The session: which register, who is here, locked or open.

mod damaged;
mod found;
mod place;
mod recent;
mod stop;
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
        let open = self.unstopped()?;
        if open.register.is_read_only() {
            return Ok(open);
        }
        let founding = open.founding()?;
        if founding.sample || founding.recovery_confirmed {
            Ok(open)
        } else {
            Err(Fault::refused(vec![matter::problem::Problem::RecoveryKeyNotConfirmed]))
        }
    }

    /// The same, where something will be written.
    pub(crate) fn writable(&self) -> Result<Arc<Open>, Fault> {
        let open = self.started()?;
        if open.register.is_read_only() { Err(Fault::ReadOnly) } else { Ok(open) }
    }

    pub(crate) fn session_view(&self) -> Result<SessionView, Fault> {
        let mut view = SessionView {
            state: SessionState::NoRegister,
            stop: None,
            read_only: false,
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
        view.person = Some(open.person);
        if open.register.is_read_only() {
            let mut view = damaged_view(&open, view);
            view.stop = open.stop(&open.people().unwrap_or_default())?;
            if view.stop.is_some() {
                view.state = SessionState::Stopped;
            }
            return Ok(view);
        }
        let founding = open.founding()?;
        let people = open.people()?;
        let settings = open.settings()?;
        view.stop = open.stop(&people)?;
        view.state = if view.stop.is_some() {
            SessionState::Stopped
        } else if founding.sample || founding.recovery_confirmed {
            SessionState::Open
        } else {
            SessionState::RecoveryKeyPending
        };
        view.register = founding.name;
        view.sample = founding.sample;
        view.last_backup = founding.last_backup;
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

/// The session on a damaged register: each part from the journal where it can be read, else from what lies beside it.
fn damaged_view(open: &Open, mut view: SessionView) -> SessionView {
    view.state = SessionState::Open;
    view.read_only = true;
    let founding = open.founding().unwrap_or_default();
    view.register = if founding.name.is_empty() {
        open.folder.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    } else {
        founding.name
    };
    view.sample = founding.sample;
    view.last_backup = founding.last_backup;
    let people = open.people().unwrap_or_default();
    match people.person(open.person) {
        Some(person) => view.person_name.clone_from(&person.name),
        None => {
            let holders = open.register.holders().unwrap_or_default();
            let here = holders.into_iter().find(|kept| kept.person == open.person);
            view.person_name = here.map(|kept| kept.label).unwrap_or_default();
        }
    }
    // Roles are left out: nothing can be done here but look and save copies.
    let settings = open.settings().unwrap_or_default();
    view.idle_lock_minutes = settings.idle_lock_minutes;
    view.zone = settings.zone.name().to_owned();
    view
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
