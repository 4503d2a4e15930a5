//! Acts: load what the decision reads, decide, append, tell.

mod supply;
mod view;

use std::sync::atomic::Ordering;

use contract::{ActRequest, Done, Fault, Push, Seen};
use matter::act::Act;
use matter::decide::{Decided, decide};
use matter::entry::Entry;
use matter::ids::OpId;
use matter::journal::{Append, Appended, Digest, Subject, Write};
use matter::problem::Problem;
use matter::register::RegisterEntry;
use matter::time::Moment;
use register::{Fault as Kept, Staged};

use crate::faults::fault;
use crate::session::Open;
use crate::{Desk, hold};

/// Behind the last entry by more than this, dates computed now would be wrong: acts are refused until the clock is right.
const CLOCK_TOO_FAR: chrono::TimeDelta = chrono::TimeDelta::hours(24);

impl Desk {
    /// Performs an act. A retry with the same op returns the first result, also when the act could not be taken today.
    pub(crate) fn perform(&self, request: &ActRequest) -> Result<Done, Fault> {
        let open = self.writable()?;
        let digest = Digest::of(&serde_json::to_vec(request).map_err(|_| Fault::internal("request"))?);
        let _one_at_a_time = hold(&self.acting);
        match self.perform_new(&open, request, digest) {
            Ok(done) => Ok(done),
            Err(refused) => match self.first_result(&open, request.op, digest)? {
                Some(appended) => Ok(done(&appended)),
                None => Err(refused),
            },
        }
    }

    fn perform_new(&self, open: &Open, request: &ActRequest, digest: Digest) -> Result<Done, Fault> {
        self.check_clock(open)?;
        let view = self.view_for(open, &request.act)?;
        for seen in &request.seen {
            let now = open.register.version(&seen.subject).map_err(fault)?;
            if seen.version.parse() != Ok(now) {
                return Err(Fault::Conflict { subject: seen.subject });
            }
        }
        let (supplied, staged) = self.supply(open, &view, &request.act)?;
        let decided = decide(&view, &request.act, &supplied, open.person, self.now());
        let writes = match decided {
            Decided::Accepted(writes) => writes,
            Decided::Refused { problems, record } => {
                for paper in &staged {
                    open.register.discard(paper).map_err(fault)?;
                }
                if let Some(record) = record {
                    self.record(open, Subject::Access(open.person), vec![Entry::Access(record)])?;
                }
                return Err(Fault::refused(problems));
            }
        };
        let append = Append {
            op: request.op,
            request: digest,
            actor: open.person,
            happened: self.happened(open, request)?,
            recorded: self.now(),
            reads: view.reads(),
            writes: writes
                .into_iter()
                .map(|(subject, expected, entries)| Write { subject, expected, entries })
                .collect(),
        };
        let appended = self.append(open, &append, &staged)?;
        let mut done = done(&appended);
        if matches!(request.act, Act::LogDemand { .. }) {
            done.reference = Some(supplied.reference);
        }
        Ok(done)
    }

    /// Appends and tells who listens.
    pub(crate) fn append(&self, open: &Open, append: &Append, staged: &[Staged]) -> Result<Appended, Fault> {
        let appended = open.register.append_with_documents(append, &open.unlocked.signer, staged).map_err(fault)?;
        hold(&self.pictures).clear();
        if !staged.is_empty() {
            self.room.wake();
        }
        self.pushes.give(&Push::Touched { subjects: appended.touched.iter().map(|(subject, _)| *subject).collect() });
        Ok(appended)
    }

    /// Appends entries to one subject that no rule stands before: genesis matters, accesses, backups.
    pub(crate) fn record(&self, open: &Open, subject: Subject, entries: Vec<Entry>) -> Result<(), Fault> {
        let expected = open.register.version(&subject).map_err(fault)?;
        let op = OpId(self.new_id()?);
        let append =
            self.act_now(open, op, Digest::of(op.to_string().as_bytes()), Write { subject, expected, entries })?;
        self.append(open, &append, &[]).map(|_| ())
    }

    /// An act of the person here, happening now, that writes one subject on the version it was read at.
    pub(crate) fn act_now(&self, open: &Open, op: OpId, request: Digest, write: Write) -> Result<Append, Fault> {
        let now = self.now();
        Ok(Append {
            op,
            request,
            actor: open.person,
            happened: Moment { at: now, zone: open.settings()?.zone },
            recorded: now,
            reads: Vec::new(),
            writes: vec![write],
        })
    }

    /// What an op on record came to. An act that writes nothing is never on record, so it only asks.
    pub(crate) fn first_result(&self, open: &Open, op: OpId, request: Digest) -> Result<Option<Appended>, Fault> {
        let now = self.now();
        let asking = Append {
            op,
            request,
            actor: open.person,
            happened: Moment { at: now, zone: chrono_tz::UTC },
            recorded: now,
            reads: Vec::new(),
            writes: Vec::new(),
        };
        match open.register.append(&asking, &open.unlocked.signer) {
            Ok(appended) => Ok(Some(appended)),
            Err(Kept::MalformedAct { .. }) => Ok(None),
            Err(other) => Err(fault(other)),
        }
    }

    /// A clock behind the last entry is recorded once a session; far behind, acts are refused.
    pub(crate) fn check_clock(&self, open: &Open) -> Result<(), Fault> {
        let Some(last) = open.register.last_recorded().map_err(fault)? else { return Ok(()) };
        let now = self.now();
        if now >= last {
            return Ok(());
        }
        if last - now > CLOCK_TOO_FAR {
            return Err(Fault::ClockBehind { last: last.to_rfc3339() });
        }
        if !open.clock_told.swap(true, Ordering::Relaxed) {
            self.record(open, Subject::Register, vec![Entry::Register(RegisterEntry::ClockBehind { last })])?;
        }
        Ok(())
    }

    /// When it happened: as the person said, else as the act itself says, else now.
    fn happened(&self, open: &Open, request: &ActRequest) -> Result<Moment, Fault> {
        let now = Moment { at: self.now(), zone: open.settings()?.zone };
        let said = request.happened.or(match &request.act {
            Act::LogDemand { facts, .. } => Some(facts.received),
            Act::RecordDocketSearch { search, .. } => Some(search.searched),
            Act::MarkLetterSent { sent, .. } => Some(*sent),
            Act::Disclose { disclosure, .. } | Act::RecordIncident { disclosure, .. } => Some(disclosure.disclosed),
            Act::ConfirmPreservation { at, .. } => Some(*at),
            _ => None,
        });
        match said {
            Some(said) if said.at > now.at + chrono::TimeDelta::minutes(5) => {
                Err(Fault::refused(vec![Problem::InFuture { field: "happened".to_owned() }]))
            }
            Some(said) => Ok(said),
            None => Ok(now),
        }
    }
}

/// The wire's form of an append.
pub(crate) fn done(appended: &Appended) -> Done {
    Done {
        seq: appended.last.to_string(),
        touched: appended
            .touched
            .iter()
            .map(|(subject, version)| Seen { subject: *subject, version: version.to_string() })
            .collect(),
        again: appended.again,
        reference: None,
    }
}
