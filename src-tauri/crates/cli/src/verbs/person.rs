//! Founding a register, and the people who work with it.

use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use contract::{
    AddPersonRequest, Commands, ConfirmRecoveryRequest, CreateRegisterRequest, Empty, PeopleView, RemovePersonRequest,
};
use serde_json::json;
use zeroize::Zeroizing;

use super::done;
use crate::args::Common;
use crate::failure::{Failure, Outcome};
use crate::passphrase::{self, Source};
use crate::say::{self, Answer};
use crate::seat::{self, Seat};
use crate::vocabulary::word;
use crate::wire::{camel, id, new_id, read};
use crate::{find, time};

#[derive(Debug, Args)]
pub(crate) struct Init {
    /// The register's name; it becomes NAME.register
    name: String,
    /// The folder to put it in
    #[arg(long = "in", value_name = "FOLDER", default_value = ".")]
    folder: PathBuf,
    /// The organisation's name, as in letters
    #[arg(long)]
    organisation: String,
    /// The desk's own time zone (America/Los_Angeles)
    #[arg(long)]
    zone: String,
    /// The first person's roles besides administrator: triage, counsel, letters, records, auditor
    #[arg(long, value_delimiter = ',', default_value = "triage")]
    roles: Vec<String>,
    /// Write the recovery key to this file, which must not be there yet, instead of showing it and asking for it back
    #[arg(long, value_name = "FILE")]
    recovery_key_to: Option<PathBuf>,
}

impl Init {
    /// Founds the register. It starts when the recovery key came back: typed by a person, or read from the file it was
    /// written to.
    pub(crate) fn run(&self, common: &Common) -> Outcome<Answer> {
        let person = common.person.clone().ok_or_else(|| Failure::usage("Say who you are with --person."))?;
        if self.recovery_key_to.is_none() && !std::io::stdin().is_terminal() {
            return Err(Failure::NobodyToAsk(
                "There is no terminal to show the recovery key on: use --recovery-key-to FILE.",
            ));
        }
        let desk = seat::desk()?;
        let passphrase = seat::own_passphrase(common, "New passphrase", true)?;
        let created = desk.create_register(CreateRegisterRequest {
            folder: desk.offer(&self.folder)?.token,
            name: self.name.clone(),
            organisation: self.organisation.clone(),
            zone: self.zone.clone(),
            person,
            roles: roles(&self.roles)?,
            passphrase: passphrase.to_string(),
        })?;
        let key = Zeroizing::new(created.recovery_key.clone());
        let typed = match &self.recovery_key_to {
            Some(path) => through_file(path, &key)?,
            None => through_person(&key)?,
        };
        let session = desk.confirm_recovery_key(ConfirmRecoveryRequest { typed: typed.to_string() })?;
        desk.lock(Empty {})?;
        let folder = self.folder.join(format!("{}.register", self.name));
        let words = format!("The register {} is founded in {}.", session.register, folder.display());
        Ok(Answer::new(
            json!({ "register": folder, "session": session, "recoveryKeyFile": self.recovery_key_to }),
            words,
        ))
    }
}

fn roles<T: serde::de::DeserializeOwned>(named: &[String]) -> Outcome<T> {
    read(json!(named.iter().map(|role| camel(role.trim())).collect::<Vec<_>>()))
}

/// Written for its owner only, and read back: what confirms the key is what stands in the file.
fn through_file(path: &Path, key: &str) -> Outcome<Zeroizing<String>> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let written = options.open(path).and_then(|mut file| {
        file.write_all(key.as_bytes())?;
        file.write_all(b"\n")?;
        file.sync_all()
    });
    written.map_err(|why| Failure::file(path, why))?;
    std::fs::read_to_string(path).map(Zeroizing::new).map_err(|why| Failure::file(path, why))
}

fn through_person(key: &str) -> Outcome<Zeroizing<String>> {
    say::line("The recovery key opens this register when every passphrase is lost. It is shown once. Write it down:");
    say::line(&format!("\n  {key}\n"));
    rpassword::prompt_password("Type it back: ").map(Zeroizing::new).map_err(|why| Failure::file("terminal", why))
}

#[derive(Debug, Subcommand)]
pub(crate) enum Person {
    /// Everybody, with roles
    List,
    /// Add a person, who types their own passphrase
    Add(Add),
    /// Remove a person, and change the register's key
    Remove(Remove),
    /// Set a person's roles
    Roles(Roles),
    /// Change the name a person is shown by
    Rename(Rename),
    /// A new passphrase for yourself
    Passphrase(NewPassphrase),
}

/// Where a new passphrase comes from.
#[derive(Debug, Args)]
pub(crate) struct NewPassphrase {
    /// Read the new passphrase from this file instead of asking
    #[arg(long, value_name = "FILE")]
    new_passphrase_file: Option<PathBuf>,
    /// Read the new passphrase from this file descriptor instead of asking
    #[arg(long, value_name = "N", conflicts_with = "new_passphrase_file")]
    new_passphrase_fd: Option<u32>,
}

impl NewPassphrase {
    fn read(&self, prompt: &str) -> Outcome<Zeroizing<String>> {
        passphrase::read(Source {
            file: self.new_passphrase_file.as_deref(),
            descriptor: self.new_passphrase_fd,
            prompt,
            twice: true,
            otherwise: "There is no terminal to type the new passphrase on: use --new-passphrase-fd N or --new-passphrase-file FILE.",
        })
    }
}

#[derive(Debug, Args)]
pub(crate) struct Add {
    /// The name shown
    name: String,
    /// triage, counsel, letters, records, auditor, administrator
    #[arg(long, value_delimiter = ',', required = true)]
    roles: Vec<String>,
    #[command(flatten)]
    passphrase: NewPassphrase,
}

#[derive(Debug, Args)]
pub(crate) struct Remove {
    /// Who goes
    name: String,
    /// Why
    #[arg(long)]
    reason: String,
}

#[derive(Debug, Args)]
pub(crate) struct Roles {
    /// Whose
    name: String,
    /// triage, counsel, letters, records, auditor, administrator
    #[arg(long, value_delimiter = ',', required = true)]
    roles: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Rename {
    /// Whose
    name: String,
    /// The new name
    to: String,
}

impl Person {
    pub(crate) fn run(&self, common: &Common, seat: &Seat) -> Outcome<Answer> {
        match self {
            Self::List => {
                let people = seat.desk.people(Empty {})?;
                Ok(Answer::new(json!(people), lines(&people).join("\n")))
            }
            Self::Add(add) => {
                let passphrase = add.passphrase.read(&format!("Passphrase of {}", say::visible(&add.name)))?;
                let people = seat.desk.add_person(AddPersonRequest {
                    op: id(&new_id()?)?,
                    name: add.name.clone(),
                    roles: roles(&add.roles)?,
                    passphrase: passphrase.to_string(),
                })?;
                Ok(Answer::new(json!(people), lines(&people).join("\n")))
            }
            Self::Remove(remove) => {
                let person = id(&find::person(seat, &remove.name)?)?;
                let request = RemovePersonRequest { op: id(&new_id()?)?, person, reason: remove.reason.clone() };
                let removed = seat.desk.remove_person(request)?;
                let mut words = vec!["Removed. The register has a new key.".to_owned()];
                if !removed.old_backups.is_empty() {
                    words.push("Backups their key still opens:".to_owned());
                }
                words.extend(removed.old_backups.iter().map(|backup| {
                    let place = if backup.elsewhere { " (put elsewhere)" } else { "" };
                    format!("  made {}, {}{place}", time::shown(backup.made, seat.zone()), backup.name)
                }));
                words.push("Copies of backups that lie elsewhere cannot be seen from here.".to_owned());
                Ok(Answer::new(json!(removed), words.join("\n")))
            }
            Self::Roles(set) => {
                let person = find::person(seat, &set.name)?;
                let named: Vec<String> = set.roles.iter().map(|role| camel(role.trim())).collect();
                let act = json!({ "type": "setRoles", "person": person, "roles": named });
                Ok(done(&seat.act(act, None)?, json!({ "person": person }), "Roles set."))
            }
            Self::Rename(rename) => {
                let person = find::person(seat, &rename.name)?;
                let act = json!({ "type": "renamePerson", "person": person, "name": rename.to });
                Ok(done(&seat.act(act, None)?, json!({ "person": person }), "Renamed."))
            }
            Self::Passphrase(new) => {
                let old = seat::own_passphrase(common, "Present passphrase, again", false)?;
                let fresh = new.read("New passphrase")?;
                seat.desk.change_passphrase(contract::ChangePassphraseRequest {
                    old: old.to_string(),
                    new: fresh.to_string(),
                })?;
                Ok(Answer::new(json!({}), "The passphrase is changed."))
            }
        }
    }
}

fn lines(people: &PeopleView) -> Vec<String> {
    let one = |person: &_| {
        let person: serde_json::Value = crate::wire::json(person);
        let name = person.get("name").and_then(serde_json::Value::as_str).unwrap_or_default();
        let gone = person.get("removed").and_then(serde_json::Value::as_bool).unwrap_or(false);
        let roles = crate::vocabulary::list(person.get("roles"), |role| word("role", role));
        if gone { format!("{name} — removed") } else { format!("{name} — {roles}") }
    };
    people.people.persons.iter().map(one).collect()
}
