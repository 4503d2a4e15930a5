//! The SAMPLE register: fictional demands, one per compulsion state, one grand-jury paper, one not confirmed yet. Every
//! entry in it went through the same rules as anybody's.

mod court;
mod demands;

use std::path::{Path, PathBuf};

use contract::{ActRequest, AddPersonRequest, Done, Fault, SessionView, UnlockRequest};
use matter::act::Act;
use matter::demand::{Attached, DemandEntry, DocumentRole};
use matter::entry::Entry;
use matter::ids::{DemandId, DocumentId, OpId};
use matter::journal::{Digest, Subject, Write};
use matter::people::Role;
use matter::policy::{HelpOrganisation, Settings};
use matter::wire::Count53;
use register::Watch;

use crate::Desk;
use crate::faults::fault;
use crate::session::Open;

/// The passphrase of everybody in the SAMPLE.
const PASSPHRASE: &str = "sample-desk";
/// Who is here in the SAMPLE.
const PERSON: &str = "A. Rivera";

/// What was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SampleMade {
    /// Each demand's reference, with the state it shows.
    pub demands: Vec<(String, String)>,
    /// Who can unlock it.
    pub person: String,
    /// With what.
    pub passphrase: String,
}

impl Desk {
    /// Where this device keeps the SAMPLE.
    pub(crate) fn sample_folder(&self) -> PathBuf {
        self.surroundings.state_folder.join("SAMPLE.register")
    }

    pub(crate) fn open_the_sample(&self) -> Result<SessionView, Fault> {
        let folder = self.sample_folder();
        if folder.is_dir() {
            let view = self.open_path(&folder)?;
            let person = view.persons.iter().find(|known| known.name == PERSON).ok_or(Fault::NotFound)?.id;
            let view = self.unlock_for(&UnlockRequest { person, passphrase: PASSPHRASE.to_owned() })?;
            if !self.is_half_made()? {
                return Ok(view);
            }
            self.close_session();
            std::fs::remove_dir_all(&folder).map_err(|_| Fault::TargetUnwritable)?;
        }
        self.make_sample(&folder)?;
        self.remember("SAMPLE", &folder);
        self.session_view()
    }

    /// True when the program was stopped while it made the SAMPLE. Only this device's own SAMPLE, which says so itself, is
    /// ever made anew: nothing in it is anybody's.
    fn is_half_made(&self) -> Result<bool, Fault> {
        let open = self.open()?;
        let made = open.register.subjects(matter::journal::SubjectKind::Demand).map_err(fault)?.len();
        Ok(open.founding()?.sample && made < demands::COUNT)
    }

    /// Founds the SAMPLE in a folder that is not there yet, and opens it.
    ///
    /// # Errors
    /// The folder is there, or cannot be written.
    pub fn make_sample(&self, folder: &Path) -> Result<SampleMade, Fault> {
        self.lock_session();
        self.found(&crate::session::Founding {
            folder,
            name: "SAMPLE",
            organisation: "Example Platform, Inc.",
            zone: chrono_tz::America::Los_Angeles,
            person: PERSON,
            roles: &[Role::Triage, Role::Counsel, Role::Letters, Role::Records, Role::Administrator],
            passphrase: PASSPHRASE,
            sample: true,
        })?;
        let open = self.open()?;
        let help = open.settings()?.help_organisations;
        let settings = Settings {
            address: vec!["100 Sample Street".to_owned(), "San Francisco, CA 94100".to_owned()],
            contact: "legal-notices@example.com".to_owned(),
            verification: "example.com/legal/notices".to_owned(),
            help_organisations: help
                .into_iter()
                .map(|row| HelpOrganisation { contact: "see its public web page".to_owned(), name: row.name })
                .collect(),
            ..open.settings()?
        };
        self.sample_act(Act::SetPolicy { settings, reason: "sample".to_owned() })?;
        self.add(&AddPersonRequest {
            op: OpId(self.new_id()?),
            name: "S. Okafor".to_owned(),
            roles: vec![Role::Triage],
            passphrase: PASSPHRASE.to_owned(),
        })?;
        let demands = self.sample_demands(&open)?;
        Ok(SampleMade { demands, person: PERSON.to_owned(), passphrase: PASSPHRASE.to_owned() })
    }

    fn sample_act(&self, act: Act) -> Result<Done, Fault> {
        self.perform(&ActRequest { op: OpId(self.new_id()?), act, seen: Vec::new(), happened: None })
    }

    /// Attaches a specimen paper from memory.
    fn sample_paper(
        &self,
        open: &Open,
        demand: DemandId,
        name: &str,
        text: &str,
        role: DocumentRole,
    ) -> Result<DocumentId, Fault> {
        let bytes = format!("SPECIMEN - FICTIONAL DOCUMENT FOR THE SAMPLE REGISTER - NOT A REAL PAPER\n\n{text}\n");
        let mut source: &[u8] = bytes.as_bytes();
        let id = DocumentId(self.new_id()?);
        let staged = open.register.stage(id, &mut source, &mut Watch::nobody()).map_err(fault)?;
        let attached = Attached {
            document: staged.document(),
            name: name.to_owned(),
            sha256: staged.sha256(),
            length: Count53::try_from(staged.length()).unwrap_or_default(),
            media_type: reader::media_type(bytes.as_bytes()).to_owned(),
            role,
            from: None,
        };
        let subject = Subject::Demand(demand);
        let op = OpId(self.new_id()?);
        let write = Write {
            subject,
            expected: open.register.version(&subject).map_err(fault)?,
            entries: vec![Entry::Demand(DemandEntry::DocumentAttached { attached: attached.clone() })],
        };
        let append = self.act_now(open, op, Digest::of(op.to_string().as_bytes()), write)?;
        self.append(open, &append, &[staged])?;
        Ok(attached.document)
    }
}
