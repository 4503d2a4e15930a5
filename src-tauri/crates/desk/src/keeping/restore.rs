//! Restoring: first what would be lost is said, then the register here is moved aside and a new branch begins.

use std::path::{Path, PathBuf};

use contract::{
    Fault, LockScreenPerson, LookAtBackupRequest, PickPurpose, Push, RestorePlan, RestoreRequest, SessionEvent,
    SessionView,
};
use matter::entry::Entry;
use matter::ids::{BranchId, OpId, PersonId};
use matter::journal::{Append, Digest, Subject, SubjectKind, Write};
use matter::people::Role;
use matter::problem::Problem;
use matter::register::RegisterEntry;
use matter::state::State;
use matter::time::Moment;
use matter::wire::Count53;
use register::{Folder, KeyRing, LastSeen, Register, Setting, Unlocked};

use super::backup::watch;
use crate::faults::fault;
use crate::session::Place;
use crate::{Desk, hold};

impl Desk {
    fn open_backup(&self, path: &Path, person: PersonId, passphrase: &str) -> Result<(Setting, Unlocked), Fault> {
        let setting = self.setting(path);
        if !setting.folder.database().is_file() {
            return Err(Fault::NotARegister);
        }
        let mut ring = KeyRing::read(&setting.folder, setting.strength).map_err(fault)?;
        let unlocked = ring.unlock(person, passphrase).map_err(fault)?;
        Ok((setting, unlocked))
    }

    /// Who can open a backup, from the key ring that lies in it.
    pub(crate) fn who_opens(&self, backup: &str) -> Result<Vec<LockScreenPerson>, Fault> {
        let setting = self.setting(&self.path_of(backup)?);
        if !setting.folder.database().is_file() {
            return Err(Fault::NotARegister);
        }
        let ring = KeyRing::read(&setting.folder, setting.strength).map_err(fault)?;
        Ok(ring.people().into_iter().map(|kept| LockScreenPerson { id: kept.person, name: kept.label }).collect())
    }

    /// What restoring this backup would do. The backup is checked whole; nothing here is touched.
    pub(crate) fn look_at(&self, request: &LookAtBackupRequest) -> Result<RestorePlan, Fault> {
        let path = self.path_of(&request.backup)?;
        let (setting, unlocked) = self.open_backup(&path, request.person, &request.passphrase)?;
        let mut job = self.job("look-at-backup", "verify", None);
        let stop = job.stop();
        let (backup, _) =
            register::check_backup(&path, &setting, &unlocked, &mut |progress| watch(&mut job, progress), &stop)
                .map_err(fault)?;
        let head = backup.manifest.head.ok_or_else(|| Fault::FileRejected { detail: "empty".to_owned() })?;
        let inside = Inside::of(&setting, &unlocked)?;
        let here = match &*hold(&self.place) {
            Place::Open(open) => open.register.head().map_err(fault)?.filter(|here| here.register == head.register),
            Place::Nowhere | Place::Locked { .. } => None,
        };
        let last_seen = [inside.last_seen, here].into_iter().flatten().max_by_key(|seen| seen.seq);
        let ring = KeyRing::read(&setting.folder, setting.strength).map_err(fault)?;
        Ok(RestorePlan {
            backup: head,
            made: backup.manifest.made,
            last_seen,
            entries_lost: last_seen.and_then(|seen| Count53::try_from(seen.seq.saturating_sub(head.seq)).ok()),
            demands: Count53::of(inside.demands),
            documents: Count53::try_from(backup.manifest.documents).unwrap_or_default(),
            persons: ring
                .people()
                .into_iter()
                .map(|kept| LockScreenPerson { id: kept.person, name: kept.label })
                .collect(),
        })
    }

    /// Where a backup goes: to the register chosen here; with none chosen, to a folder the person names.
    fn restore_target(&self, backup: &Path) -> Result<PathBuf, Fault> {
        match &*hold(&self.place) {
            Place::Locked { folder, .. } => return Ok(folder.clone()),
            Place::Open(open) => return Ok(open.folder.clone()),
            Place::Nowhere => {}
        }
        let parent = self.surroundings.dialogs.folder(PickPurpose::NewRegister).ok_or(Fault::NoRegister)?;
        let stem = backup.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        // NAME-20261123T180000Z: the register's own name is what stands before the time.
        let name = stem.rsplit_once('-').map_or(stem.as_str(), |(name, _)| name);
        Ok(parent.join(format!("{name}.register")))
    }

    pub(crate) fn restore_backup(&self, request: &RestoreRequest) -> Result<SessionView, Fault> {
        if request.reason.trim().is_empty() {
            return Err(Fault::refused(vec![Problem::ReasonMissing]));
        }
        let path = self.path_of(&request.backup)?;
        let (backup, unlocked) = self.open_backup(&path, request.person, &request.passphrase)?;
        let inside = Inside::of(&backup, &unlocked)?;
        if !inside.administrator {
            // Also one who was an administrator then and is not on this device's list of those it saw last.
            let problem = Problem::NotAllowed { roles: vec![Role::Administrator], who: inside.administrators };
            return Err(Fault::refused(vec![problem]));
        }
        let target = self.restore_target(&path)?;
        self.lock_session();
        let setting = self.setting(&target);
        let branch = BranchId(self.new_id()?);
        let (now, op) = (self.now(), OpId(self.new_id()?));
        let mut job = self.job(&request.op.to_string(), "restore", None);
        let stop = job.stop();
        let restored = register::restore(
            &path,
            &setting,
            &unlocked,
            branch,
            now,
            &mut |register, loss| {
                let head = loss.backup.ok_or(register::Fault::NotFound { what: "head" })?;
                let entry = RegisterEntry::RegisterRestored {
                    backup: head,
                    last_seen: loss.furthest(),
                    branch,
                    reason: request.reason.clone(),
                };
                let append = Append {
                    op,
                    request: Digest::of(request.op.to_string().as_bytes()),
                    actor: unlocked.holder,
                    happened: Moment { at: now, zone: chrono_tz::UTC },
                    recorded: now,
                    reads: Vec::new(),
                    writes: vec![Write {
                        subject: Subject::Register,
                        expected: register.version(&Subject::Register)?,
                        entries: vec![Entry::Register(entry)],
                    }],
                };
                register.append(&append, &unlocked.signer).map(|_| ())
            },
            &mut |progress| watch(&mut job, progress),
            &stop,
        )
        .map_err(fault)?;
        self.enter(restored.register, &target, &unlocked);
        let name = target.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        self.remember(&name, &target);
        self.pushes.give(&Push::Session(SessionEvent::Opened));
        self.session_view()
    }
}

/// What a backup says once it is opened for reading.
struct Inside {
    last_seen: Option<matter::journal::Head>,
    demands: usize,
    administrator: bool,
    administrators: Vec<String>,
}

impl Inside {
    fn of(setting: &Setting, unlocked: &Unlocked) -> Result<Self, Fault> {
        let register = Register::open_read_only(setting, unlocked).map_err(fault)?;
        let last_seen = match register.last_seen() {
            LastSeen::Head(head) => Some(head),
            LastSeen::Never | LastSeen::Missing | LastSeen::Altered => None,
        };
        let demands = register.subjects(SubjectKind::Demand).map_err(fault)?.len();
        let State::People(people) = register.load(&Subject::People).map_err(fault)? else {
            return Err(Fault::internal("people"));
        };
        // Kept outside every register: who was removed since does not come back with a backup.
        let seen = register.administrators_last_seen();
        let may =
            |id: PersonId| people.has(id, Role::Administrator) && seen.as_ref().is_none_or(|seen| seen.contains(&id));
        register.close().map_err(fault)?;
        drop(register);
        forget_traces(&setting.folder);
        Ok(Self {
            last_seen,
            demands,
            administrator: may(unlocked.holder),
            administrators: people
                .persons
                .iter()
                .filter(|person| may(person.id))
                .map(|person| person.name.clone())
                .collect(),
        })
    }
}

/// Reading a backup leaves an empty log and a lock file beside it; they are not part of it.
fn forget_traces(folder: &Folder) {
    let beside = |suffix: &str| {
        let mut name = folder.database().into_os_string();
        name.push(suffix);
        PathBuf::from(name)
    };
    let empty = std::fs::metadata(beside("-wal")).is_ok_and(|data| data.len() == 0);
    if empty {
        for path in [beside("-wal"), beside("-shm")] {
            let _left_for_later = std::fs::remove_file(path);
        }
    }
    let _left_for_later = std::fs::remove_file(folder.lock());
}
