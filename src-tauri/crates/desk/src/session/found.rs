//! Founding a register: key ring, genesis, first person, policy.

use std::path::Path;
use std::sync::Arc;

use contract::{ConfirmRecoveryRequest, CreateRegisterRequest, Created, Fault, SessionView};
use matter::entry::Entry;
use matter::ids::{BranchId, OpId, PersonId};
use matter::journal::{Append, Digest, Subject, Write};
use matter::people::{PeopleEntry, PublicKey, Role};
use matter::policy::{HelpOrganisation, PolicyEntry, Settings};
use matter::problem::Problem;
use matter::register::RegisterEntry;
use matter::time::Moment;
use register::{Folder, NewHolder, Register, Setting};

use super::Open;
use crate::faults::fault;
use crate::{Desk, hold};

/// What a new register is made of.
pub(crate) struct Founding<'a> {
    pub(crate) folder: &'a Path,
    pub(crate) name: &'a str,
    pub(crate) organisation: &'a str,
    pub(crate) zone: chrono_tz::Tz,
    pub(crate) person: &'a str,
    pub(crate) roles: &'a [Role],
    pub(crate) passphrase: &'a str,
    pub(crate) sample: bool,
}

/// Shorter than this, in characters, is no passphrase.
const SHORTEST: usize = 8;

/// Why a passphrase cannot be taken; none when it can.
pub(crate) fn too_short(passphrase: &str) -> Option<Problem> {
    let short = passphrase.chars().count() < SHORTEST;
    short.then(|| Problem::Impossible { field: "passphrase".to_owned() })
}

impl Desk {
    pub(crate) fn setting(&self, folder: &Path) -> Setting {
        Setting {
            folder: Folder::at(folder),
            strength: self.surroundings.strength,
            device: self.device,
            state: self.surroundings.state_folder.clone(),
            program: env!("CARGO_PKG_VERSION").to_owned(),
        }
    }

    pub(crate) fn create(&self, request: &CreateRegisterRequest) -> Result<Created, Fault> {
        let mut problems = Vec::new();
        let mut need = |present: bool, field: &str| {
            if !present {
                problems.push(Problem::Required { field: field.to_owned() });
            }
        };
        need(!request.name.trim().is_empty(), "name");
        need(!request.person.trim().is_empty(), "person");
        need(!request.organisation.trim().is_empty(), "organisation");
        let zone = request.zone.parse::<chrono_tz::Tz>();
        need(zone.is_ok(), "zone");
        let unusable =
            request.name.chars().any(|c| c.is_control() || "/\\:*?\"<>|".contains(c)) || request.name.starts_with('.');
        if unusable {
            problems.push(Problem::Impossible { field: "name".to_owned() });
        }
        problems.extend(too_short(&request.passphrase));
        let (true, Ok(zone)) = (problems.is_empty(), zone) else { return Err(Fault::refused(problems)) };
        let parent = self.path_of(&request.folder)?;
        let folder = parent.join(format!("{}.register", request.name.trim()));
        let mut roles = request.roles.clone();
        roles.push(Role::Administrator);
        roles.sort_unstable();
        roles.dedup();
        let printed = self.found(&Founding {
            folder: &folder,
            name: request.name.trim(),
            organisation: request.organisation.trim(),
            zone,
            person: request.person.trim(),
            roles: &roles,
            passphrase: &request.passphrase,
            sample: false,
        })?;
        self.remember(request.name.trim(), &folder);
        Ok(Created { recovery_key: printed, session: self.session_view()? })
    }

    /// Founds a register and opens it; gives the recovery key as printed.
    pub(crate) fn found(&self, founding: &Founding<'_>) -> Result<String, Fault> {
        let now = self.now();
        let person = PersonId(self.new_id()?);
        let recovery_holder = PersonId(self.new_id()?);
        let holder = NewHolder { person, label: founding.person, passphrase: founding.passphrase };
        let branch = BranchId(self.new_id()?);
        let setting = self.setting(founding.folder);
        let (register, founded) = Register::create(&setting, &holder, recovery_holder, branch, now).map_err(fault)?;
        let printed = founded.recovery.printed().map_err(fault)?;
        let help = self
            .law
            .policy
            .help
            .iter()
            .map(|row| HelpOrganisation { name: row.name.en.clone(), contact: String::new() })
            .collect();
        let settings = Settings {
            organisation: founding.organisation.to_owned(),
            zone: founding.zone,
            help_organisations: help,
            ..Settings::default()
        };
        let key = PublicKey::of(&founded.founder.signer.verifying_key());
        let recovery_key = PublicKey::of(&founded.recovery_verifying);
        let writes = vec![
            Write {
                subject: Subject::Register,
                expected: 0,
                entries: vec![Entry::Register(RegisterEntry::RegisterFounded {
                    name: founding.name.to_owned(),
                    sample: founding.sample,
                    program: env!("CARGO_PKG_VERSION").to_owned(),
                })],
            },
            Write {
                subject: Subject::People,
                expected: 0,
                entries: vec![
                    Entry::People(PeopleEntry::PersonAdded {
                        person,
                        name: founding.person.to_owned(),
                        key,
                        roles: founding.roles.to_vec(),
                    }),
                    Entry::People(PeopleEntry::RecoveryKeySet { key: recovery_key }),
                ],
            },
            Write {
                subject: Subject::Policy,
                expected: 0,
                entries: vec![Entry::Policy(PolicyEntry::SettingsSet { settings, reason: "founding".to_owned() })],
            },
        ];
        let append = Append {
            op: OpId(self.new_id()?),
            request: Digest::of(founding.name.as_bytes()),
            actor: person,
            happened: Moment { at: now, zone: founding.zone },
            recorded: now,
            reads: Vec::new(),
            writes,
        };
        register.append(&append, &founded.founder.signer).map_err(fault)?;
        let open = Open {
            register: Arc::new(register),
            folder: founding.folder.to_owned(),
            person,
            unlocked: founded.founder.clone(),
            recovery: std::sync::Mutex::new(Some(printed.clone())),
            viewed: std::sync::Mutex::default(),
            clock_told: std::sync::atomic::AtomicBool::new(false),
        };
        self.sit_down(Arc::new(open));
        Ok(printed.to_string())
    }

    /// The recovery key typed back, compared without regard to spaces, dashes and case.
    pub(crate) fn confirm_recovery(&self, request: &ConfirmRecoveryRequest) -> Result<SessionView, Fault> {
        let open = self.unstopped()?;
        if open.register.is_read_only() {
            return Err(Fault::ReadOnly);
        }
        let plain = |text: &str| -> String {
            text.chars().filter(|c| c.is_ascii_alphanumeric()).map(|c| c.to_ascii_uppercase()).collect()
        };
        let shown = hold(&open.recovery).clone();
        match shown {
            // A program started again no longer has the key it showed: the slot itself is tried then.
            None => {
                let typed = register::RecoveryKey::typed(&request.typed).map_err(|_| Fault::RecoveryKeyDiffers)?;
                let setting = self.setting(&open.folder);
                let mut ring = register::KeyRing::read(&setting.folder, setting.strength).map_err(fault)?;
                ring.unlock_with_recovery(&typed).map_err(|_| Fault::RecoveryKeyDiffers)?;
            }
            Some(shown) if plain(&shown) == plain(&request.typed) => {}
            Some(_) => return Err(Fault::RecoveryKeyDiffers),
        }
        if !open.founding()?.recovery_confirmed {
            self.record(&open, Subject::Register, vec![Entry::Register(RegisterEntry::RecoveryKeyConfirmed)])?;
        }
        *hold(&open.recovery) = None;
        self.session_view()
    }
}
