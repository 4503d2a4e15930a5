//! Reading the journal: rows, subjects, states.

use matter::entry::Entry;
use matter::ids::{BranchId, PersonId};
use matter::journal::{Digest, Head, Header, Row, Subject, SubjectKind, Version, commitment, row_digest};
use matter::state::{Meta, State};
use matter::time::Instant;
use rusqlite::{Connection, OptionalExtension as _, params};

use crate::fault::Fault;
use crate::register::Register;

/// One entry with its header: what, who, when.
#[derive(Debug, Clone, PartialEq)]
pub struct Recorded {
    /// The header.
    pub header: Header,
    /// The entry; none once its body was disposed of.
    pub entry: Option<Entry>,
    /// The row's digest, checked against the row when it was read.
    pub digest: Digest,
}

impl Recorded {
    /// What the fold is told of the header.
    #[must_use]
    pub fn meta(&self) -> Meta {
        Meta {
            seq: self.header.seq,
            happened: self.header.happened,
            recorded: self.header.recorded,
            actor: self.header.actor,
        }
    }

    /// Reads a row, checking digest and commitment: what was changed is never shown as if it stood.
    pub(crate) fn from_row(row: &Row) -> Result<Self, Fault> {
        let header = Header::from_bytes(&row.header).map_err(|_| Fault::damaged("a row's header cannot be read"))?;
        let changed = || Fault::damaged(format!("row {} was changed after it was written", header.seq));
        if row_digest(&row.header, &row.commitment, &row.previous) != row.digest {
            return Err(changed());
        }
        let entry = match &row.body {
            None => None,
            Some((salt, body)) if commitment(salt, body) == row.commitment => Some(read_entry(&header, body)?),
            Some(_) => return Err(changed()),
        };
        Ok(Self { header, entry, digest: row.digest })
    }
}

pub(crate) fn read_entry(header: &Header, body: &[u8]) -> Result<Entry, Fault> {
    use matter::entry::EntryFault;
    Entry::from_body(&header.subject, &header.kind, header.body_version, body).map_err(|fault| match fault {
        EntryFault::TooNew { version, .. } => Fault::TooNew { found: version.into(), known: 0 },
        other => Fault::Entry { detail: format!("row {}: {other}", header.seq) },
    })
}

/// A whole number as the database keeps it.
pub(crate) fn number(value: u64) -> Result<i64, Fault> {
    i64::try_from(value).map_err(|_| Fault::damaged("a number is larger than the database holds"))
}

/// An instant from its column.
pub(crate) fn millis(at: i64) -> Result<Instant, Fault> {
    Instant::from_timestamp_millis(at).ok_or_else(|| Fault::damaged("a time is out of range"))
}

pub(super) fn version_of(db: &Connection, subject: &Subject) -> Result<Version, Fault> {
    let version: Option<i64> = db
        .prepare_cached("SELECT max(subject_version) FROM journal WHERE subject = ?1")?
        .query_row([subject.key()], |row| row.get(0))?;
    Ok(version.unwrap_or(0).unsigned_abs())
}

const COLUMNS: &str = "SELECT j.header, j.commitment, j.previous, j.digest, b.salt, b.body
    FROM journal j LEFT JOIN journal_body b ON b.seq = j.seq";

/// A row from the columns above.
pub(crate) fn row_from(row: &rusqlite::Row<'_>) -> rusqlite::Result<Row> {
    let salt: Option<[u8; 16]> = row.get(4)?;
    let body: Option<Vec<u8>> = row.get(5)?;
    Ok(Row {
        header: row.get(0)?,
        commitment: Digest(row.get(1)?),
        previous: Digest(row.get(2)?),
        digest: Digest(row.get(3)?),
        body: salt.zip(body),
    })
}

pub(crate) fn since(db: &Connection, seq: u64, limit: usize) -> Result<Vec<Row>, Fault> {
    let mut statement = db.prepare_cached(&format!("{COLUMNS} WHERE j.seq > ?1 ORDER BY j.seq LIMIT ?2"))?;
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let rows = statement.query_map(params![number(seq)?, limit], row_from)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

pub(super) fn head(db: &Connection) -> Result<Option<Head>, Fault> {
    let last = db
        .prepare_cached("SELECT header, digest FROM journal ORDER BY seq DESC LIMIT 1")?
        .query_row([], |row| Ok((row.get::<_, Vec<u8>>(0)?, row.get::<_, [u8; 32]>(1)?)))
        .optional()?;
    let Some((header, digest)) = last else { return Ok(None) };
    let header = Header::from_bytes(&header).map_err(|_| Fault::damaged("the last row's header cannot be read"))?;
    let digest = Digest(digest);
    Ok(Some(Head { register: header.register.unwrap_or(digest), branch: header.branch, seq: header.seq, digest }))
}

/// A subject's rows in order, as recorded by `known_at`.
pub(crate) fn rows_of(db: &Connection, subject: &Subject, known_at: Option<Instant>) -> Result<Vec<Recorded>, Fault> {
    rows_between(db, subject, 0, known_at)
}

/// A subject's rows above a version, in order.
pub(super) fn rows_after(db: &Connection, subject: &Subject, version: Version) -> Result<Vec<Recorded>, Fault> {
    rows_between(db, subject, version, None)
}

fn rows_between(
    db: &Connection,
    subject: &Subject,
    after: Version,
    known_at: Option<Instant>,
) -> Result<Vec<Recorded>, Fault> {
    let by = known_at.map_or(i64::MAX, |at| at.timestamp_millis());
    let mut statement = db.prepare_cached(&format!(
        "{COLUMNS} WHERE j.subject = ?1 AND j.subject_version > ?2 AND j.recorded_at <= ?3 ORDER BY j.subject_version"
    ))?;
    let rows = statement.query_map(params![subject.key(), number(after)?, by], row_from)?;
    let mut recorded = Vec::new();
    for row in rows {
        let one = Recorded::from_row(&row?)?;
        if one.header.subject != *subject {
            return Err(Fault::damaged(format!("row {} is filed under another subject", one.header.seq)));
        }
        recorded.push(one);
    }
    Ok(recorded)
}

/// A subject's state, folded.
pub(crate) fn fold(db: &Connection, subject: &Subject, known_at: Option<Instant>) -> Result<State, Fault> {
    let mut state = State::new(subject);
    for one in rows_of(db, subject, known_at)? {
        state.evolve(&one.meta(), one.entry.as_ref());
    }
    Ok(state)
}

impl Register {
    /// A subject's state now; with version 0 when it has no entries.
    ///
    /// # Errors
    /// A row that was changed, or an entry of a newer program.
    pub fn load(&self, subject: &Subject) -> Result<State, Fault> {
        self.read(|db| Ok(self.folded().read(db, subject)?.state.clone()))
    }

    /// Several subjects' states, all of one moment.
    ///
    /// # Errors
    /// As [`Self::load`].
    pub fn load_all(&self, subjects: &[Subject]) -> Result<Vec<State>, Fault> {
        self.read(|db| subjects.iter().map(|one| Ok(self.folded().read(db, one)?.state.clone())).collect())
    }

    /// A subject's state as it was recorded by `known_at`.
    ///
    /// # Errors
    /// As [`Self::load`].
    pub fn load_known_at(&self, subject: &Subject, known_at: Instant) -> Result<State, Fault> {
        self.read(|db| fold(db, subject, Some(known_at)))
    }

    /// A subject's entries in order with their headers, as recorded by `known_at` (none: now).
    ///
    /// # Errors
    /// As [`Self::load`].
    pub fn entries(&self, subject: &Subject, known_at: Option<Instant>) -> Result<Vec<Recorded>, Fault> {
        self.read(|db| rows_of(db, subject, known_at))
    }

    /// A subject's version now; 0 when it has no entries.
    ///
    /// # Errors
    /// The store's own faults.
    pub fn version(&self, subject: &Subject) -> Result<Version, Fault> {
        self.read(|db| version_of(db, subject))
    }

    /// Every subject of a kind, in the order of their first entries.
    ///
    /// # Errors
    /// The store's own faults.
    pub fn subjects(&self, kind: SubjectKind) -> Result<Vec<Subject>, Fault> {
        self.read(|db| subjects_of(db, kind))
    }

    /// When the last row was recorded. A clock that stands before it has gone backwards: order is by sequence number all
    /// the same, and the caller says so.
    ///
    /// # Errors
    /// The store's own faults.
    pub fn last_recorded(&self) -> Result<Option<Instant>, Fault> {
        self.read(|db| {
            let last = db
                .prepare_cached("SELECT recorded_at FROM journal ORDER BY seq DESC LIMIT 1")?
                .query_row([], |row| row.get::<_, i64>(0))
                .optional()?;
            last.map(millis).transpose()
        })
    }

    /// Entries about anything by one person, newest first, below `before` (none: from the end), at most `limit`.
    ///
    /// # Errors
    /// As [`Self::load`].
    pub fn acts_of(&self, actor: PersonId, before: Option<u64>, limit: usize) -> Result<Vec<Recorded>, Fault> {
        let below = before.map(number).transpose()?.unwrap_or(i64::MAX);
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        self.read(|db| {
            let mut statement = db
                .prepare_cached(&format!("{COLUMNS} WHERE j.actor = ?1 AND j.seq < ?2 ORDER BY j.seq DESC LIMIT ?3"))?;
            let rows = statement.query_map(params![actor.0.as_bytes(), below, limit], row_from)?;
            rows.map(|row| Recorded::from_row(&row?)).collect()
        })
    }

    /// The branch that is written now.
    #[must_use]
    pub fn current_branch(&self) -> BranchId {
        self.branch()
    }
}

pub(crate) fn subjects_of(db: &Connection, kind: SubjectKind) -> Result<Vec<Subject>, Fault> {
    let (low, high) = match kind {
        SubjectKind::Demand => ("demand/", "demand0"),
        SubjectKind::Proceeding => ("proceeding/", "proceeding0"),
        SubjectKind::Letter => ("letter/", "letter0"),
        SubjectKind::Policy => ("policy", "policy\u{1}"),
        SubjectKind::People => ("people", "people\u{1}"),
        SubjectKind::Register => ("register", "register\u{1}"),
        SubjectKind::Access => ("access/", "access0"),
    };
    let mut statement = db.prepare_cached(
        "SELECT subject FROM journal WHERE subject >= ?1 AND subject < ?2 AND subject_version = 1 ORDER BY seq",
    )?;
    let rows = statement.query_map([low, high], |row| row.get::<_, String>(0))?;
    rows.map(|key| Subject::from_key(&key?).ok_or_else(|| Fault::damaged("a row names no subject"))).collect()
}
