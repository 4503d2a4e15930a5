//! An office: one desk, its register in a temporary folder, its clock, its dialogs.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::missing_panics_doc,
    reason = "a journey may stop where it stands"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use desk::{Clock, Desk, FixedClock, Strength, Surroundings};
use serde_json::{Value, json};
use tempfile::TempDir;

use super::programs::built;
use crate::host::QueuedDialogs;

/// The passphrase of everybody in an office.
pub const PASSPHRASE: &str = "lantern river paper kite";

/// The present of every journey until it moves on: Monday, 23 November 2026, 10:00 in Los Angeles.
const MORNING: &str = "2026-11-23T18:00:00Z";

/// A new id, as an asker makes it.
#[must_use]
pub fn new_id() -> String {
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes).unwrap();
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let part = |from: usize, to: usize| hex.get(from..to).unwrap_or_default().to_owned();
    format!("{}-{}-7{}-8{}-{}", part(0, 8), part(8, 12), part(13, 16), part(17, 20), part(20, 32))
}

/// The kind of a fault.
#[must_use]
pub fn fault_type(fault: &Value) -> &str {
    fault.get("type").and_then(Value::as_str).unwrap_or("none")
}

/// A desk on a device of its own: what another program, or another machine's window, would be.
pub struct Desktop {
    /// The desk.
    pub desk: Arc<Desk>,
    /// Its clock.
    pub clock: Arc<FixedClock>,
    /// What its dialogs answer.
    pub dialogs: QueuedDialogs,
}

impl Desktop {
    /// A desk whose device keeps its own state here.
    #[must_use]
    pub fn at(state: &Path, now: &str) -> Self {
        let clock = Arc::new(FixedClock::at(now.parse().unwrap()));
        let dialogs = QueuedDialogs::default();
        let desk = Desk::new(Surroundings {
            clock: Box::new(Arc::clone(&clock)),
            dialogs: Box::new(dialogs.clone()),
            state_folder: state.to_owned(),
            strength: Strength::for_tests(),
            reader: Some(built("desk-reader")),
            reads_papers: false,
        })
        .unwrap();
        Self { desk, clock, dialogs }
    }

    /// Runs a command as every host does.
    ///
    /// # Errors
    /// The fault, as JSON.
    pub fn call(&self, name: &str, request: Value) -> Result<Value, Value> {
        contract::route(&*self.desk, name, request).map_err(|fault| serde_json::to_value(fault).unwrap())
    }

    /// The same where nothing else than success is right.
    pub fn ask(&self, name: &str, request: Value) -> Value {
        self.call(name, request.clone()).unwrap_or_else(|fault| panic!("{name} {request:#} answered {fault:#}"))
    }

    /// Chooses a register and unlocks it for somebody.
    ///
    /// # Errors
    /// The fault, as JSON.
    pub fn enter(&self, register: &Path, person: &str, passphrase: &str) -> Result<Value, Value> {
        let session = self.desk.open_path(register).map_err(|fault| serde_json::to_value(fault).unwrap())?;
        let found = session.persons.iter().find(|one| one.name == person);
        let id = found.unwrap_or_else(|| panic!("{person} is not on the lock screen")).id;
        self.call("unlock", json!({"person": id, "passphrase": passphrase}))
    }
}

/// An office with a founded register.
pub struct Office {
    /// Where everything lies; gone with the office.
    pub folder: TempDir,
    /// The desk.
    pub desktop: Desktop,
    /// The register's folder.
    pub register: PathBuf,
    /// The recovery key as it was shown.
    pub recovery_key: String,
}

impl Office {
    /// Founds a register for A. Rivera with these roles besides administrator, types the recovery key back, and sets the
    /// letterhead.
    #[must_use]
    pub fn founded(roles: &[&str]) -> Self {
        Self::founded_in(tempfile::tempdir().unwrap(), roles)
    }

    /// The same in a folder that is there already.
    #[must_use]
    pub fn founded_in(folder: TempDir, roles: &[&str]) -> Self {
        let desktop = Desktop::at(&folder.path().join("device"), MORNING);
        let place = desktop.desk.offer(folder.path()).unwrap();
        let created = desktop.ask(
            "create_register",
            json!({
                "folder": place.token, "name": "Notices", "organisation": "Example Platform, Inc.",
                "zone": "America/Los_Angeles", "person": "A. Rivera", "roles": roles, "passphrase": PASSPHRASE,
            }),
        );
        let recovery_key = created["recoveryKey"].as_str().unwrap().to_owned();
        let register = folder.path().join("Notices.register");
        let office = Self { folder, desktop, register, recovery_key };
        let session = office.ask("confirm_recovery_key", json!({"typed": office.recovery_key}));
        assert_eq!(session["state"], "open");
        office.set_letterhead();
        office
    }

    fn set_letterhead(&self) {
        let mut settings = self.ask("policy", json!({}))["settings"].clone();
        settings["address"] = json!(["100 Sample Street", "San Francisco, CA 94100"]);
        settings["contact"] = json!("legal-notices@example.com");
        settings["verification"] = json!("example.com/legal/notices");
        for organisation in settings["helpOrganisations"].as_array_mut().unwrap() {
            organisation["contact"] = json!("see its public web page");
        }
        self.act(json!({"type": "setPolicy", "settings": settings, "reason": "letterhead"}));
    }

    /// Runs a command.
    ///
    /// # Errors
    /// The fault, as JSON.
    pub fn call(&self, name: &str, request: Value) -> Result<Value, Value> {
        self.desktop.call(name, request)
    }

    /// Runs a command that must succeed.
    pub fn ask(&self, name: &str, request: Value) -> Value {
        self.desktop.ask(name, request)
    }

    /// Performs an act.
    ///
    /// # Errors
    /// The fault, as JSON.
    pub fn try_act(&self, act: Value) -> Result<Value, Value> {
        self.call("act", json!({"op": new_id(), "act": act}))
    }

    /// Performs an act that must be taken.
    pub fn act(&self, act: Value) -> Value {
        self.ask("act", json!({"op": new_id(), "act": act}))
    }

    /// Performs an act that must be refused; gives the kinds of the problems.
    #[must_use]
    pub fn refused(&self, act: Value) -> Vec<String> {
        let fault = self.try_act(act.clone()).err().unwrap_or_else(|| panic!("{act:#} was taken"));
        assert_eq!(fault_type(&fault), "refused", "{act:#} answered {fault:#}");
        let problems = fault["problems"].as_array().unwrap();
        problems.iter().map(|problem| fault_type(problem).to_owned()).collect()
    }

    /// Performs a command that must fail; gives the kind of the fault.
    #[must_use]
    pub fn fails(&self, name: &str, request: Value) -> String {
        match self.call(name, request) {
            Ok(reply) => panic!("{name} answered {reply:#}"),
            Err(fault) => fault_type(&fault).to_owned(),
        }
    }

    /// Moves the clock to an instant.
    pub fn at(&self, instant: &str) {
        self.desktop.clock.set(instant.parse().unwrap());
    }

    /// Moves the clock on.
    pub fn later(&self, by: TimeDelta) {
        self.desktop.clock.set(self.now() + by);
    }

    /// The present.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.desktop.clock.now()
    }

    /// Locks, and unlocks for somebody else.
    pub fn sits_down(&self, person: &str) {
        let entered = self.desktop.enter(&self.register, person, PASSPHRASE);
        assert!(entered.is_ok(), "{person} was not let in: {entered:?}");
    }

    /// Adds a person with the office's passphrase; gives their id.
    pub fn hire(&self, name: &str, roles: &[&str]) -> String {
        let people =
            self.ask("add_person", json!({"op": new_id(), "name": name, "roles": roles, "passphrase": PASSPHRASE}));
        let persons = people["people"]["persons"].as_array().unwrap();
        let found = persons.iter().find(|person| person["name"] == name).unwrap();
        found["id"].as_str().unwrap().to_owned()
    }

    /// Who is here, by id.
    #[must_use]
    pub fn me(&self) -> String {
        self.ask("session", json!({}))["person"].as_str().unwrap().to_owned()
    }

    /// Writes a file beside the register and gives its path.
    pub fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let folder = self.folder.path().join("papers");
        fs::create_dir_all(&folder).unwrap();
        let path = folder.join(name);
        fs::write(&path, bytes).unwrap();
        path
    }

    /// Attaches a file to a demand.
    ///
    /// # Errors
    /// The fault, as JSON.
    pub fn try_attach(&self, demand: &str, path: &Path, role: &str) -> Result<Value, Value> {
        let picked = self.desktop.desk.offer(path).map_err(|fault| serde_json::to_value(fault).unwrap())?;
        self.call("attach", json!({"op": new_id(), "demand": demand, "file": picked.token, "role": role}))
    }

    /// Saves a document where a dialog says, and reads it back.
    pub fn exported(&self, demand: &str, document: &str) -> Vec<u8> {
        let to = self.folder.path().join(format!("exported-{}", new_id()));
        self.desktop.dialogs.answer(vec![to.clone()]);
        let saved = self.ask("export_document", json!({"op": new_id(), "demand": demand, "document": document}));
        assert_eq!(saved, json!(true));
        fs::read(to).unwrap()
    }

    /// Walks the whole register: nothing may be wrong with it.
    pub fn verify_clean(&self) -> Value {
        let report = self.ask("verify", json!({}));
        assert_eq!(report["consistent"], json!(true), "{report:#}");
        assert_eq!(report["findings"], json!([]), "{report:#}");
        assert_ne!(report["withLastSeen"], json!(false), "{report:#}");
        report
    }
}
