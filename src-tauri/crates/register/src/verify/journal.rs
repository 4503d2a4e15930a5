//! Walking the journal: chain, columns, bodies, acts, signatures.

use std::collections::{BTreeMap, HashMap, HashSet};

use ed25519_dalek::VerifyingKey;
use matter::demand::DemandEntry;
use matter::entry::Entry;
use matter::ids::{BranchId, DemandId, DeviceId, DocumentId, OpId, PersonId};
use matter::journal::{ActSignature, ChainWalk, Digest, Head, Header, Row, Subject, commitment, row_digest};
use matter::letter::LetterEntry;
use matter::people::{People, PeopleEntry, PublicKey, Role};
use matter::proceeding::ProceedingEntry;
use matter::register::RegisterEntry;
use matter::state::Meta;
use rusqlite::{Connection, OptionalExtension as _, params};

use super::{Eye, Finding, Report, VerifyProgress, sound};
use crate::fault::Fault;
use crate::journal::{number, read_entry, row_from};
use crate::register::Register;

/// Rows read at once.
const BATCH: u64 = 1000;

/// What the walk learned for the checks after it.
#[derive(Default)]
pub(super) struct Walked {
    /// Papers that the journal speaks of: digest, length, demand.
    pub(super) attached: BTreeMap<DocumentId, (Digest, u64, DemandId)>,
    /// Heads that a restore, on record, says are lost.
    pub(super) restored: Vec<Head>,
}

/// A row's columns beside its header.
struct Columns {
    seq: i64,
    subject: String,
    version: i64,
    kind: String,
    body_version: i64,
    op: [u8; 16],
    recorded: i64,
    happened: i64,
    actor: [u8; 16],
}

/// An act's record.
struct Act {
    op: OpId,
    first: u64,
    last: u64,
    signer: PersonId,
    signature: ActSignature,
}

struct Walk<'a> {
    report: &'a mut Report,
    walked: Walked,
    chain: ChainWalk,
    broken: bool,
    last: Option<(u64, Digest)>,
    branch: Option<BranchId>,
    people: People,
    keys: HashMap<String, Option<VerifyingKey>>,
    act: Option<Act>,
    /// Entries about people in the act at hand; they count from the next act on.
    pending: Vec<(Meta, PeopleEntry)>,
    /// True while the act at hand holds nothing but replaced keys.
    only_keys: bool,
    /// Installations that have recorded something.
    devices: HashSet<DeviceId>,
}

const ROWS: &str = "SELECT j.header, j.commitment, j.previous, j.digest, b.salt, b.body, j.seq, j.subject,
        j.subject_version, j.kind, j.body_version, j.op, j.recorded_at, j.happened_at, j.actor
    FROM journal j LEFT JOIN journal_body b ON b.seq = j.seq
    WHERE j.seq > ?1 AND j.seq <= ?2 ORDER BY j.seq";

impl Register {
    pub(super) fn walk(&self, report: &mut Report, eye: &mut Eye<'_>) -> Result<Walked, Fault> {
        let of = report.head.map_or(0, |head| head.seq);
        let last = "SELECT coalesce(max(seq), 0) FROM journal";
        let end = self.read(|db| Ok(db.query_row(last, [], |row| row.get::<_, i64>(0))?));
        let end = sound(end, report)?.unwrap_or(0).unsigned_abs();
        let mut walk = Walk::new(report);
        let mut from = 0_u64;
        while from < end {
            let to = from.saturating_add(BATCH).min(end);
            match self.read(|db| walk.batch(db, from, to)) {
                Err(Fault::Damaged { .. }) => walk.unreadable(from, to),
                other => other?,
            }
            from = to;
            eye.at(VerifyProgress::Rows { done: from, of })?;
        }
        let finished = self.read(|db| walk.finish(db));
        sound(finished, walk.report)?;
        Ok(walk.walked)
    }
}

impl<'a> Walk<'a> {
    fn new(report: &'a mut Report) -> Self {
        Self {
            report,
            walked: Walked::default(),
            chain: ChainWalk::default(),
            broken: false,
            last: None,
            branch: None,
            people: People::default(),
            keys: HashMap::new(),
            act: None,
            pending: Vec::new(),
            only_keys: true,
            devices: HashSet::new(),
        }
    }

    fn batch(&mut self, db: &Connection, from: u64, to: u64) -> Result<(), Fault> {
        let mut statement = db.prepare_cached(ROWS)?;
        let rows =
            statement.query_map(params![number(from)?, number(to)?], |row| Ok((row_from(row)?, columns(row)?)))?;
        for row in rows {
            let (row, columns) = row?;
            self.report.rows = self.report.rows.saturating_add(1);
            self.row(db, &row, &columns)?;
        }
        Ok(())
    }

    /// Rows on damaged pages: the chain cannot be followed through them.
    fn unreadable(&mut self, from: u64, to: u64) {
        self.broken = true;
        let from = self.last.map_or(from, |(seq, _)| seq.max(from));
        let detail = format!("rows from here to {to} lie on damaged pages");
        self.find(Finding::Row { seq: from.saturating_add(1), detail });
        self.act = None;
        self.last = None;
    }

    fn find(&mut self, finding: Finding) {
        self.report.findings.push(finding);
    }

    fn row(&mut self, db: &Connection, row: &Row, columns: &Columns) -> Result<(), Fault> {
        let place = columns.seq.unsigned_abs();
        let Some(header) = self.link(row, place) else { return Ok(()) };
        for column in columns.departures(&header) {
            self.find(Finding::Column { seq: place, column });
        }
        let entry = match &row.body {
            None => {
                self.find(Finding::Body { seq: place });
                None
            }
            Some((_, body)) => match read_entry(&header, body) {
                Ok(entry) => Some(entry),
                Err(fault @ Fault::TooNew { .. }) => return Err(fault),
                Err(_) => {
                    self.find(Finding::Entry { seq: place });
                    None
                }
            },
        };
        self.branch(&header, entry.as_ref());
        self.begin_act(db, &header)?;
        // Anybody confirms the head at which an installation comes in: it has no earlier one to give up.
        let comes_in = matches!(
            &entry,
            Some(Entry::Register(RegisterEntry::HeadAccepted { last_seen: None, .. }))
                if !self.devices.contains(&header.device)
        );
        // A key replaced with the recovery key comes before anything that a person here may do.
        if !matches!(&entry, Some(Entry::People(PeopleEntry::KeyReplaced { .. }))) {
            self.devices.insert(header.device);
        }
        let role = entry.as_ref().and_then(role_of).filter(|_| !comes_in);
        if role.is_some_and(|role| !self.people.has(header.actor, role)) {
            self.find(Finding::Role { seq: header.seq, actor: header.actor });
        }
        self.learn(&header, entry);
        self.end_act(&header, row);
        Ok(())
    }

    /// Checks the row's place in the chain, and, once the chain is broken, at least the row itself.
    fn link(&mut self, row: &Row, place: u64) -> Option<Header> {
        let header = Header::from_bytes(&row.header).ok();
        let gap =
            self.last.is_some_and(|(seq, _)| place != seq.saturating_add(1)) || (self.last.is_none() && place != 1);
        if !self.broken {
            match self.chain.step(row) {
                Ok(_) if !gap => {}
                Ok(_) => {
                    self.broken = true;
                    self.find(Finding::Row { seq: place, detail: "rows before it are missing".to_owned() });
                }
                Err(fault) => {
                    self.broken = true;
                    self.find(Finding::Row { seq: place, detail: fault.to_string() });
                }
            }
        } else if row_digest(&row.header, &row.commitment, &row.previous) != row.digest {
            self.find(Finding::Row { seq: place, detail: "it was changed after it was written".to_owned() });
        } else if row.body.as_ref().is_some_and(|(salt, body)| commitment(salt, body) != row.commitment) {
            self.find(Finding::Row { seq: place, detail: "its body was changed after it was written".to_owned() });
        } else if gap || self.last.is_none_or(|(_, digest)| digest != row.previous) {
            self.find(Finding::Row { seq: place, detail: "it does not follow the row before it".to_owned() });
        }
        self.last = Some((place, row.digest));
        if header.is_none() && self.broken {
            self.find(Finding::Row { seq: place, detail: "its header cannot be read".to_owned() });
        }
        header
    }

    /// A new branch begins with a restore, and with nothing else.
    fn branch(&mut self, header: &Header, entry: Option<&Entry>) {
        let begins = match entry {
            Some(Entry::Register(RegisterEntry::RegisterRestored { branch, last_seen, .. })) => {
                self.walked.restored.extend(*last_seen);
                *branch == header.branch
            }
            Some(Entry::Register(RegisterEntry::HeadAccepted { last_seen, .. })) => {
                self.walked.restored.extend(*last_seen);
                false
            }
            _ => false,
        };
        if self.branch.is_some_and(|branch| branch != header.branch) && !begins {
            let detail = "a new branch begins here without a restore".to_owned();
            self.find(Finding::Row { seq: header.seq, detail });
        }
        self.branch = Some(header.branch);
    }

    fn begin_act(&mut self, db: &Connection, header: &Header) -> Result<(), Fault> {
        if let Some(act) = &self.act {
            if act.op == header.op && header.index == expected_index(act, header.seq) {
                return Ok(());
            }
            self.find(Finding::Act { seq: header.seq, detail: "another act begins before the one before it ended" });
            self.settle();
        }
        self.only_keys = true;
        self.act = find_act(db, header.op)?;
        let problem = match &self.act {
            None => Some("no record of the act it belongs to"),
            Some(act) if act.first != header.seq || header.index != 0 => Some("its act begins elsewhere"),
            Some(act) if act.signer != header.actor => Some("its act was signed in another person's name"),
            Some(_) => None,
        };
        if let Some(detail) = problem {
            self.find(Finding::Act { seq: header.seq, detail });
            if self.act.as_ref().is_some_and(|act| header.seq < act.first || header.seq > act.last) {
                self.act = None;
            }
        }
        Ok(())
    }

    fn learn(&mut self, header: &Header, entry: Option<Entry>) {
        let meta = Meta { seq: header.seq, happened: header.happened, recorded: header.recorded, actor: header.actor };
        self.only_keys &= matches!(entry, Some(Entry::People(PeopleEntry::KeyReplaced { .. })));
        match (entry, header.subject) {
            (Some(Entry::People(entry)), _) => self.pending.push((meta, entry)),
            (Some(Entry::Demand(DemandEntry::DocumentAttached { attached })), Subject::Demand(demand)) => {
                self.walked.attached.insert(attached.document, (attached.sha256, attached.length.get(), demand));
            }
            _ => {}
        }
    }

    fn end_act(&mut self, header: &Header, row: &Row) {
        let Some(act) = self.act.take_if(|act| act.last <= header.seq) else { return };
        if act.first == 1 {
            // The first act names the founder and is signed with the key it names.
            self.settle();
        }
        self.report.acts = self.report.acts.saturating_add(1);
        if !self.is_signed(&act, &row.digest) {
            self.find(Finding::Signature { seq: header.seq, actor: act.signer });
        }
        self.settle();
    }

    /// Entries about people count from the act after the one that brought them.
    fn settle(&mut self) {
        for (meta, entry) in std::mem::take(&mut self.pending) {
            self.people.evolve(&meta, Some(&entry));
        }
    }

    fn is_signed(&mut self, act: &Act, last: &Digest) -> bool {
        let own = self.people.person(act.signer).filter(|person| !person.removed).map(|person| person.key.clone());
        let recovery = self.people.recovery_key.clone().filter(|_| self.only_keys);
        own.into_iter().chain(recovery).any(|key| {
            let known = self.keys.entry(key.0.clone()).or_insert_with(|| PublicKey::verifying(&key));
            known.as_ref().is_some_and(|key| act.signature.verifies(key, last))
        })
    }

    fn finish(&mut self, db: &Connection) -> Result<(), Fault> {
        let end = self.last.map_or(0, |(seq, _)| seq);
        if self.act.is_some() {
            self.find(Finding::Act { seq: end, detail: "the last act's rows are cut off" });
        }
        let strangers: Option<i64> = db
            .query_row(
                "SELECT min(last) FROM acts WHERE NOT EXISTS (
                     SELECT 1 FROM journal WHERE journal.seq = acts.last AND journal.op = acts.op)",
                [],
                |row| row.get(0),
            )
            .optional()?
            .flatten();
        if let Some(seq) = strangers {
            self.find(Finding::Act { seq: seq.unsigned_abs(), detail: "an act is on record whose rows are not" });
        }
        let bodies: Option<i64> =
            db.query_row("SELECT min(seq) FROM journal_body WHERE seq NOT IN (SELECT seq FROM journal)", [], |row| {
                row.get(0)
            })?;
        if let Some(seq) = bodies {
            let detail = "a body is there whose row is not".to_owned();
            self.find(Finding::Row { seq: seq.unsigned_abs(), detail });
        }
        Ok(())
    }
}

/// The one role that may record this, whoever held the keyboard; none where several may, or the program itself does.
fn role_of(entry: &Entry) -> Option<Role> {
    let counsel = match entry {
        Entry::Proceeding(entry) => {
            matches!(entry, ProceedingEntry::OrderVerified { .. } | ProceedingEntry::PaperSetAside { .. })
        }
        Entry::Demand(entry) => matches!(entry, DemandEntry::CounselDecided { .. }),
        Entry::Letter(entry) => matches!(entry, LetterEntry::LetterApproved { .. }),
        Entry::Register(RegisterEntry::RegisterRestored { .. } | RegisterEntry::HeadAccepted { .. }) => {
            return Some(Role::Administrator);
        }
        _ => false,
    };
    counsel.then_some(Role::Counsel)
}

fn expected_index(act: &Act, seq: u64) -> u32 {
    u32::try_from(seq.saturating_sub(act.first)).unwrap_or(u32::MAX)
}

fn find_act(db: &Connection, op: OpId) -> Result<Option<Act>, Fault> {
    let mut statement = db.prepare_cached("SELECT first, last, signer, signature FROM acts WHERE op = ?1")?;
    let act = statement.query_row([op.0.as_bytes()], |row| {
        Ok(Act {
            op,
            first: row.get::<_, i64>(0)?.unsigned_abs(),
            last: row.get::<_, i64>(1)?.unsigned_abs(),
            signer: PersonId(uuid::Uuid::from_bytes(row.get(2)?)),
            signature: ActSignature(row.get(3)?),
        })
    });
    Ok(act.optional()?)
}

fn columns(row: &rusqlite::Row<'_>) -> rusqlite::Result<Columns> {
    Ok(Columns {
        seq: row.get(6)?,
        subject: row.get(7)?,
        version: row.get(8)?,
        kind: row.get(9)?,
        body_version: row.get(10)?,
        op: row.get(11)?,
        recorded: row.get(12)?,
        happened: row.get(13)?,
        actor: row.get(14)?,
    })
}

impl Columns {
    /// The columns that do not repeat the header.
    fn departures(&self, header: &Header) -> Vec<&'static str> {
        let checks = [
            ("seq", u64::try_from(self.seq) == Ok(header.seq)),
            ("subject", self.subject == header.subject.key()),
            ("subject_version", u64::try_from(self.version) == Ok(header.version)),
            ("kind", self.kind == header.kind),
            ("body_version", self.body_version == i64::from(header.body_version)),
            ("op", self.op == *header.op.0.as_bytes()),
            ("recorded_at", self.recorded == header.recorded.timestamp_millis()),
            ("happened_at", self.happened == header.happened.at.timestamp_millis()),
            ("actor", self.actor == *header.actor.0.as_bytes()),
        ];
        checks.into_iter().filter(|(_, holds)| !holds).map(|(column, _)| column).collect()
    }
}
