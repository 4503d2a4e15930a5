//! Papers: attaching, exporting.

mod parts;

use std::io::Read as _;
use std::path::Path;

use contract::{AttachReply, AttachRequest, ExportRequest, Fault, SameFile};
use matter::access::AccessEntry;
use matter::demand::{Attached, Demand, DemandEntry, DocumentRole, PartOf};
use matter::entry::Entry;
use matter::ids::{DemandId, DocumentId, OpId};
use matter::journal::{Digest, Subject, Write};
use matter::people::Role;
use matter::problem::Problem;
use matter::wire::Count53;
use register::{FileSource, Staged, Watch};

use crate::faults::fault;
use crate::session::Open;
use crate::{Desk, hold};

/// Who may attach: everybody who works on demands.
const MAY_ATTACH: &[Role] = &[Role::Triage, Role::Counsel, Role::Letters, Role::Records];

/// A display name longer than this is cut; bytes of a paper are never touched.
const LONGEST_NAME: usize = 300;

/// Bytes that were taken in, and what is known of them.
struct TakenIn {
    staged: Staged,
    name: String,
    media_type: String,
    from: Option<PartOf>,
}

impl Desk {
    pub(crate) fn attach_file(&self, request: &AttachRequest) -> Result<AttachReply, Fault> {
        let open = self.writable()?;
        let path = self.path_of(&request.file)?;
        self.may_attach(&open, request.demand)?;
        let media_type = media_type(&path)?;
        let mut source = FileSource::open(&path).map_err(fault)?;
        let length = std::fs::metadata(&path).map(|data| data.len()).ok();
        let mut job = self.job(&request.op.to_string(), "attach", length);
        let stop = job.stop();
        let id = DocumentId(self.new_id()?);
        let staged = {
            let mut told = |done: u64| job.at(done);
            open.register.stage(id, &mut source, &mut Watch::new(&mut told, &stop)).map_err(fault)?
        };
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let taken = TakenIn { staged, name, media_type, from: None };
        self.keep(&open, request.op, request.demand, request.role, taken)
    }

    /// Whether the person here may attach something to this demand now. A refusal is on record.
    fn may_attach(&self, open: &Open, demand: DemandId) -> Result<Demand, Fault> {
        let people = open.people()?;
        if !people.has_any(open.person, MAY_ATTACH) {
            let problem = Problem::NotAllowed { roles: MAY_ATTACH.to_vec(), who: people.who_has(MAY_ATTACH) };
            let record = AccessEntry::Refused {
                act: "attach".to_owned(),
                subject: Subject::Demand(demand),
                problems: vec![problem.clone()],
            };
            self.record(open, Subject::Access(open.person), vec![Entry::Access(record)])?;
            return Err(Fault::refused(vec![problem]));
        }
        let known = open.demand(demand)?;
        if known.facts.is_none() {
            return Err(Fault::NotFound);
        }
        self.check_clock(open)?;
        Ok(known)
    }

    /// The act that makes bytes taken in a paper of the demand.
    fn keep(
        &self,
        open: &Open,
        op: OpId,
        demand: DemandId,
        role: DocumentRole,
        taken: TakenIn,
    ) -> Result<AttachReply, Fault> {
        let attached = Attached {
            document: taken.staged.document(),
            name: taken.name.chars().take(LONGEST_NAME).collect(),
            sha256: taken.staged.sha256(),
            length: Count53::try_from(taken.staged.length())
                .map_err(|_| Fault::FileRejected { detail: "too large".to_owned() })?,
            media_type: taken.media_type,
            role,
            from: taken.from,
        };
        let same_as = self.same_file(open, attached.document, demand)?;
        let _one_at_a_time = hold(&self.acting);
        // Asked again after the bytes are in: the demand may have changed, or taken the same file, meanwhile.
        let now = open.demand(demand)?;
        if let Some(here) = now.documents.iter().find(|known| known.document == attached.document) {
            open.register.discard(&taken.staged).map_err(fault)?;
            return Ok(AttachReply { attached: here.clone(), same_as, already_here: true });
        }
        let digest = Digest::of(
            &serde_json::to_vec(&(op, demand, role, attached.sha256)).map_err(|_| Fault::internal("request"))?,
        );
        let write = Write {
            subject: Subject::Demand(demand),
            expected: now.version,
            entries: vec![Entry::Demand(DemandEntry::DocumentAttached { attached: attached.clone() })],
        };
        let append = self.act_now(open, op, digest, write)?;
        self.append(open, &append, &[taken.staged])?;
        Ok(AttachReply { attached, same_as, already_here: false })
    }

    /// The demand that held these bytes first, where it is another one.
    pub(crate) fn same_file(&self, open: &Open, document: DocumentId, but: DemandId) -> Result<Vec<SameFile>, Fault> {
        let sealed = match open.register.document(document) {
            Ok(found) => found.sealed,
            Err(register::Fault::NotFound { .. }) => return Ok(Vec::new()),
            Err(other) => return Err(fault(other)),
        };
        let rows = open.register.since(sealed.saturating_sub(1), 1).map_err(fault)?;
        let header = rows.first().and_then(|row| matter::journal::Header::from_bytes(&row.header).ok());
        let first = match header.map(|header| header.subject) {
            Some(Subject::Demand(id)) => Some(id),
            Some(Subject::Letter(id)) => open.letter(id)?.demand,
            _ => None,
        };
        match first {
            Some(demand) if demand != but => Ok(vec![SameFile { demand, reference: open.demand(demand)?.reference }]),
            _ => Ok(Vec::new()),
        }
    }

    pub(crate) fn export_asked(&self, request: &ExportRequest) -> Result<bool, Fault> {
        let open = self.started()?;
        let demand = open.demand(request.demand)?;
        let attached = demand.documents.iter().find(|known| known.document == request.document).cloned();
        let letter = demand.letters.iter().any(|started| {
            open.letter(started.letter)
                .is_ok_and(|letter| letter.approval.is_some_and(|approval| approval.document == request.document))
        });
        if attached.is_none() && !letter {
            return Err(Fault::NotFound);
        }
        let suggested = suggested_name(&demand.reference, attached.as_ref(), request.document, &open)?;
        match self.surroundings.dialogs.save(&suggested) {
            None => Ok(false),
            Some(to) => self.export_to(request.demand, request.document, &to, request.op).map(|()| true),
        }
    }

    /// Writes a document's bytes to a file, hashing them again on the way, and records that it was exported.
    ///
    /// # Errors
    /// The document is damaged or not attached to the demand, or the file cannot be written.
    pub fn export_to(&self, demand: DemandId, document: DocumentId, to: &Path, op: OpId) -> Result<(), Fault> {
        let open = self.started()?;
        let length = open.register.document(document).map_err(fault)?.length;
        let mut job = self.job(&op.to_string(), "export", Some(length));
        let stop = job.stop();
        {
            let mut told = |done: u64| job.at(done);
            open.register.export_file(document, to, true, &mut Watch::new(&mut told, &stop)).map_err(
                |kept| match kept {
                    register::Fault::Io { .. } => Fault::TargetUnwritable,
                    other => fault(other),
                },
            )?;
        }
        if open.register.is_read_only() {
            // Saving papers out of a damaged register is the rescue; there is nowhere to record it.
            return Ok(());
        }
        let entry = AccessEntry::Exported { subject: Subject::Demand(demand), document };
        self.record(&open, Subject::Access(open.person), vec![Entry::Access(entry)])
    }
}

/// The type found in the content, not in the name.
fn media_type(path: &Path) -> Result<String, Fault> {
    let mut head = Vec::with_capacity(reader::SNIFFED);
    let file = std::fs::File::open(path).map_err(|_| Fault::SourceUnreadable)?;
    file.take(reader::SNIFFED as u64).read_to_end(&mut head).map_err(|_| Fault::SourceUnreadable)?;
    Ok(reader::media_type(&head).to_owned())
}

/// A file name made by us: reference, short digest, extension by type. Never the name the paper came with.
fn suggested_name(
    reference: &str,
    attached: Option<&Attached>,
    document: DocumentId,
    open: &Open,
) -> Result<String, Fault> {
    let sha256 = open.register.document(document).map_err(fault)?.sha256;
    let extension = attached.map_or("pdf", |attached| reader::extension(&attached.media_type));
    Ok(format!("{reference}-{}.{extension}", sha256.short()))
}
