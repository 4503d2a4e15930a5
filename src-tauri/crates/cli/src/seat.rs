//! Sitting down at a register: choosing it, unlocking it, and leaving it locked.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono_tz::Tz;
use contract::{
    ActRequest, AttachReply, AttachRequest, Commands, DemandRequest, DemandView, Done, Empty, Fault, LockScreenPerson,
    OpenRegisterRequest, SessionView, UnlockRequest,
};
use desk::{Desk, NoDialogs, Strength, Surroundings, SystemClock};
use serde_json::{Value, json};
use zeroize::Zeroizing;

use crate::args::Common;
use crate::failure::{Failure, Outcome};
use crate::passphrase::{self, Source};
use crate::say::visible;
use crate::wire::{id, new_id, read};
use crate::{progress, time, walls};

/// A desk on this device, no register chosen.
pub(crate) fn desk() -> Outcome<Arc<Desk>> {
    let state_folder = state_folder(|name| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from));
    let desk = Desk::new(Surroundings {
        clock: Box::new(SystemClock),
        dialogs: Box::new(NoDialogs),
        state_folder: state_folder.ok_or_else(|| {
            Failure::usage("No folder is known for this device's own state: set SUBPOENA_DESK_STATE to one of yours.")
        })?,
        strength: Strength::production(),
        reader: None,
        reads_papers: false,
    })?;
    progress::show(&desk);
    Ok(desk)
}

/// The same folder as the window's: heads seen and recent registers are this device's, whichever program saw them.
fn state_folder(variable: impl Fn(&str) -> Option<PathBuf>) -> Option<PathBuf> {
    let below = |base: PathBuf| base.join("subpoena-desk");
    variable("SUBPOENA_DESK_STATE")
        .or_else(|| variable("XDG_STATE_HOME").filter(|folder| folder.is_absolute()).map(below))
        .or_else(|| variable("LOCALAPPDATA").map(below))
        .or_else(|| variable("HOME").map(|home| home.join(".local/state/subpoena-desk")))
}

/// Chooses the register named, or the one used last; it stays locked.
pub(crate) fn choose(desk: &Desk, common: &Common) -> Outcome<SessionView> {
    let named = common.register.clone().or_else(|| std::env::var_os("SUBPOENA_DESK_REGISTER").map(PathBuf::from));
    if let Some(path) = named {
        return Ok(desk.open_path(&path)?);
    }
    let session = desk.session(Empty {})?;
    let last = session.recent.into_iter().find(|known| known.present).ok_or(Fault::NoRegister)?;
    Ok(desk.open_register(OpenRegisterRequest { folder: last.token })?)
}

/// Who it is: named, or the only one there is.
pub(crate) fn person<'a>(common: &Common, session: &'a SessionView) -> Outcome<&'a LockScreenPerson> {
    let names = || session.persons.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join(", ");
    match (&common.person, session.persons.as_slice()) {
        (Some(name), persons) => persons
            .iter()
            .find(|one| one.name == *name || one.id.to_string() == *name)
            .ok_or_else(|| Failure::NotOne(format!("Nobody here is called `{name}`. Here are: {}.", names()))),
        (None, [only]) => Ok(only),
        (None, _) => Err(Failure::usage(format!("Say who you are with --person. Here are: {}.", names()))),
    }
}

/// The passphrase of whoever it is.
pub(crate) fn own_passphrase(common: &Common, prompt: &str, twice: bool) -> Outcome<Zeroizing<String>> {
    let read = passphrase::read(Source {
        file: common.passphrase_file.as_deref(),
        descriptor: common.passphrase_fd,
        prompt,
        twice,
        otherwise: "There is no terminal to type a passphrase on: use --passphrase-fd N or --passphrase-file FILE.",
    })?;
    walls::raise();
    Ok(read)
}

/// An open register. It is locked when it goes out of sight.
pub(crate) struct Seat {
    pub(crate) desk: Arc<Desk>,
    pub(crate) session: SessionView,
    happened: Option<String>,
}

impl Seat {
    /// Chooses the register and unlocks it.
    pub(crate) fn take(common: &Common) -> Outcome<Self> {
        let desk = desk()?;
        let chosen = choose(&desk, common)?;
        let person = person(common, &chosen)?;
        let passphrase = own_passphrase(common, &format!("Passphrase of {}", visible(&person.name)), false)?;
        let request = UnlockRequest { person: person.id, passphrase: passphrase.to_string() };
        let session = if common.damaged { desk.open_damaged(request) } else { desk.unlock(request) }?;
        Ok(Self { desk, session, happened: common.happened.clone() })
    }

    /// A register that is open already.
    pub(crate) fn at(desk: Arc<Desk>, session: SessionView) -> Self {
        Self { desk, session, happened: None }
    }

    /// The desk's own zone.
    pub(crate) fn zone(&self) -> Tz {
        self.session.zone.parse().unwrap_or(Tz::UTC)
    }

    /// Performs an act. `seen` is what was looked at to make it: if that moved on meanwhile, the act is a conflict.
    pub(crate) fn act(&self, act: Value, seen: Option<&DemandView>) -> Outcome<Done> {
        let happened = match &self.happened {
            Some(text) => Some(read(time::moment(text, self.zone())?)?),
            None => None,
        };
        let request = ActRequest {
            op: id(&new_id()?)?,
            act: read(act)?,
            seen: seen.map(|view| view.seen.clone()).unwrap_or_default(),
            happened,
        };
        Ok(self.desk.act(request)?)
    }

    /// Everything about a demand, now.
    pub(crate) fn view(&self, demand: &str) -> Outcome<DemandView> {
        Ok(*self.desk.demand(DemandRequest { demand: id(demand)?, as_of: None, known_at: None })?)
    }

    /// Attaches a file.
    pub(crate) fn attach(&self, demand: &str, path: &Path, role: &str) -> Outcome<AttachReply> {
        let picked = self.desk.offer(path)?;
        Ok(self.desk.attach(AttachRequest {
            op: id(&new_id()?)?,
            demand: id(demand)?,
            file: picked.token,
            role: read(json!(role))?,
        })?)
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        // Closes the database and writes the head this device saw. What was acknowledged is durable already.
        let _ = self.desk.lock(Empty {});
    }
}

#[cfg(test)]
mod tests {
    use super::state_folder;
    use std::path::PathBuf;

    #[test]
    fn the_state_folder_is_the_windows() {
        let with = |pairs: &'static [(&'static str, &'static str)]| {
            state_folder(|name| pairs.iter().find(|(known, _)| *known == name).map(|(_, value)| PathBuf::from(value)))
        };
        assert_eq!(with(&[("HOME", "/home/a")]), Some(PathBuf::from("/home/a/.local/state/subpoena-desk")));
        assert_eq!(with(&[("SUBPOENA_DESK_STATE", "/s"), ("HOME", "/home/a")]), Some(PathBuf::from("/s")));
        assert_eq!(with(&[]), None);
    }
}
