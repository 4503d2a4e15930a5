//! Deriving the projection from the journal.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use matter::ids::DemandId;
use matter::journal::{Subject, SubjectKind};
use matter::queue::{QueueRow, project};
use matter::state::State;
use rusqlite::{Connection, OptionalExtension as _, params};

use super::{filter, mark, step_text};
use crate::fault::Fault;
use crate::journal::{Known, fold, subjects_of};
use crate::search;

/// A date that is not there sorts after all that are.
pub(super) const NEVER: i64 = i64::MAX;

/// What the projection is derived from.
pub(crate) fn concerns(subject: &Subject) -> bool {
    matches!(subject, Subject::Demand(_) | Subject::Proceeding(_) | Subject::Letter(_))
}

/// Brings the projection up to an act that was appended in the same transaction: what it wrote, folded once for everything
/// that is derived from it.
pub(crate) fn refresh(db: &Connection, written: &BTreeMap<Subject, Arc<Known>>) -> Result<(), Fault> {
    let mut demands = BTreeSet::new();
    for (subject, known) in written {
        match subject {
            Subject::Demand(id) => {
                demands.insert(*id);
            }
            _ => demands.extend(concern(db, subject, &known.state)?),
        }
    }
    for demand in demands {
        let about = subjects_about(db, demand)?;
        let row = match written.get(&Subject::Demand(demand)) {
            Some(known) => derive_from(db, &known.state, &about)?,
            None => derive(db, demand, &about)?,
        };
        put(db, demand, row.as_ref())?;
    }
    for (subject, known) in written {
        mark::refresh(db, subject, &known.state)?;
        search::refresh(db, subject, known)?;
    }
    Ok(())
}

/// Keeps which demands a proceeding or letter concerns; gives those that it concerns or did.
fn concern(db: &Connection, subject: &Subject, state: &State) -> Result<BTreeSet<DemandId>, Fault> {
    let key = subject.key();
    let wanted: BTreeSet<DemandId> = demands_of(state).into_iter().collect();
    let mut statement = db.prepare_cached("SELECT demand FROM concern INDEXED BY concern_of WHERE subject = ?1")?;
    let rows = statement.query_map([&key], |row| Ok(DemandId(uuid::Uuid::from_bytes(row.get(0)?))))?;
    let kept: BTreeSet<DemandId> = rows.collect::<Result<_, _>>()?;
    for gone in kept.difference(&wanted) {
        db.prepare_cached("DELETE FROM concern WHERE demand = ?1 AND subject = ?2")?
            .execute(params![gone.0.as_bytes(), key])?;
    }
    for new in wanted.difference(&kept) {
        db.prepare_cached("INSERT INTO concern (demand, subject) VALUES (?1, ?2)")?
            .execute(params![new.0.as_bytes(), key])?;
    }
    Ok(kept.union(&wanted).copied().collect())
}

/// The demands that a proceeding or letter concerns.
fn demands_of(state: &State) -> Vec<DemandId> {
    match state {
        State::Proceeding(proceeding) => proceeding.demands.clone(),
        State::Letter(letter) => letter.demand.into_iter().collect(),
        _ => Vec::new(),
    }
}

fn subjects_about(db: &Connection, demand: DemandId) -> Result<Vec<Subject>, Fault> {
    let mut statement = db.prepare_cached("SELECT subject FROM concern WHERE demand = ?1 ORDER BY subject")?;
    let rows = statement.query_map([demand.0.as_bytes()], |row| row.get::<_, String>(0))?;
    rows.map(|key| Subject::from_key(&key?).ok_or_else(|| Fault::damaged("a projection names no subject"))).collect()
}

/// Derives a demand's row from its own entries and those of what concerns it.
fn derive(db: &Connection, id: DemandId, about: &[Subject]) -> Result<Option<QueueRow>, Fault> {
    derive_from(db, &fold(db, &Subject::Demand(id), None)?, about)
}

fn derive_from(db: &Connection, state: &State, about: &[Subject]) -> Result<Option<QueueRow>, Fault> {
    let State::Demand(demand) = state else { return Ok(None) };
    let (mut proceedings, mut letters) = (Vec::new(), Vec::new());
    for subject in about {
        match fold(db, subject, None)? {
            State::Proceeding(proceeding) => proceedings.push(*proceeding),
            State::Letter(letter) => letters.push(*letter),
            _ => {}
        }
    }
    Ok(project(demand, &proceedings, &letters))
}

/// A row's columns, as they are kept.
#[derive(PartialEq, Eq)]
struct Columns {
    due_at: i64,
    received_at: i64,
    reference: String,
    open: bool,
    step: String,
    claimed: bool,
    notice: bool,
    owner: Option<[u8; 16]>,
}

impl Columns {
    fn of(row: &QueueRow) -> Self {
        Self {
            due_at: row.due_at.map_or(NEVER, |at| at.timestamp_millis()),
            received_at: row.received_at.timestamp_millis(),
            reference: row.reference.clone(),
            open: row.open,
            step: step_text(row.step).to_owned(),
            claimed: row.claimed,
            notice: row.notice_to_send,
            owner: row.owner.map(|owner| *owner.0.as_bytes()),
        }
    }

    fn found(db: &Connection, demand: DemandId) -> Result<Option<Self>, Fault> {
        let mut statement = db.prepare_cached(
            "SELECT due_at, received_at, reference, open, step, claimed, notice, owner FROM queue WHERE demand = ?1",
        )?;
        let columns = statement.query_row([demand.0.as_bytes()], |row| {
            Ok(Self {
                due_at: row.get(0)?,
                received_at: row.get(1)?,
                reference: row.get(2)?,
                open: row.get(3)?,
                step: row.get(4)?,
                claimed: row.get(5)?,
                notice: row.get(6)?,
                owner: row.get(7)?,
            })
        });
        Ok(columns.optional()?)
    }
}

fn body(row: &QueueRow) -> Result<Vec<u8>, Fault> {
    serde_json::to_vec(row).map_err(|_| Fault::Entry { detail: "a queue row has no written form".to_owned() })
}

/// Writes a row. Where none of its columns changed, no index is touched.
fn put(db: &Connection, demand: DemandId, row: Option<&QueueRow>) -> Result<(), Fault> {
    let Some(row) = row else {
        filter::take(db, demand)?;
        db.prepare_cached("DELETE FROM queue WHERE demand = ?1")?.execute([demand.0.as_bytes()])?;
        return Ok(());
    };
    let columns = Columns::of(row);
    let (search, body) = (filter::text(&row.search), body(row)?);
    let values = params![
        demand.0.as_bytes(),
        columns.due_at,
        columns.received_at,
        columns.reference,
        columns.open,
        columns.step,
        columns.claimed,
        columns.notice,
        columns.owner,
        search,
        body,
    ];
    filter::keep(db, demand, &search, || {
        match Columns::found(db, demand)? {
            None => db.prepare_cached(
                "INSERT INTO queue (demand, due_at, received_at, reference, open, step, claimed, notice, owner, search, row)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            )?
            .execute(values)?,
            Some(found) if found == columns => db
                .prepare_cached("UPDATE queue SET search = ?2, row = ?3 WHERE demand = ?1")?
                .execute(params![demand.0.as_bytes(), search, body])?,
            Some(_) => db
                .prepare_cached(
                    "UPDATE queue SET due_at = ?2, received_at = ?3, reference = ?4, open = ?5, step = ?6, claimed = ?7,
                         notice = ?8, owner = ?9, search = ?10, row = ?11
                     WHERE demand = ?1",
                )?
                .execute(values)?,
        };
        Ok(())
    })
}

/// Derives every row anew and names the demands whose kept row differs. `step` is called once per demand.
pub(crate) fn compare(db: &Connection, step: &mut dyn FnMut() -> Result<(), Fault>) -> Result<Vec<DemandId>, Fault> {
    let mut wrong = BTreeSet::new();
    let mut counts = Counts::default();
    let mut about = BTreeMap::<DemandId, Vec<Subject>>::new();
    for kind in [SubjectKind::Proceeding, SubjectKind::Letter] {
        for subject in subjects_of(db, kind)? {
            let known = Known::of(db, &subject)?;
            let concerned = demands_of(&known.state);
            if !counts.add(db, &subject, &known)? {
                wrong.extend(&concerned);
            }
            for demand in concerned {
                about.entry(demand).or_default().push(subject);
            }
        }
    }
    let mut rows_known = 0_i64;
    for subject in subjects_of(db, SubjectKind::Demand)? {
        let Subject::Demand(demand) = subject else { continue };
        let mut concerns = about.remove(&demand).unwrap_or_default();
        concerns.sort_by_key(Subject::key);
        let known = Known::of(db, &subject)?;
        let row = derive_from(db, &known.state, &concerns)?;
        rows_known = rows_known.saturating_add(i64::from(row.is_some()));
        let kept = counts.add(db, &subject, &known)?;
        if !kept || concerns != subjects_about(db, demand)? || !is_kept(db, demand, row.as_ref())? {
            wrong.insert(demand);
        }
        step()?;
    }
    wrong.extend(about.into_keys());
    let (rows, tallied, filtered): (i64, i64, i64) = db.query_row(
        "SELECT (SELECT count(*) FROM queue), (SELECT total(rows) FROM queue_tally),
             (SELECT count(*) FROM queue_gram_docsize)",
        [],
        |row| Ok((row.get(0)?, row.get::<_, f64>(1)? as i64, row.get(2)?)),
    )?;
    let counted = rows == rows_known && tallied == rows && filtered == rows;
    if !counted || (wrong.is_empty() && counts.differ(db)?) {
        wrong.extend(strangers(db)?);
    }
    Ok(wrong.into_iter().collect())
}

/// Rows that are kept of subjects beside the queue's own.
#[derive(Default)]
struct Counts {
    marks: i64,
    found: i64,
}

impl Counts {
    /// Counts what is kept of a subject; false when it is not what its entries give.
    fn add(&mut self, db: &Connection, subject: &Subject, known: &Known) -> Result<bool, Fault> {
        let marks = mark::kept_rightly(db, subject, &known.state)?;
        let found = search::kept_rightly(db, subject, known)?;
        self.marks = self.marks.saturating_add(marks.unwrap_or_default());
        self.found = self.found.saturating_add(found.unwrap_or_default());
        Ok(marks.is_some() && found.is_some())
    }

    fn differ(&self, db: &Connection) -> Result<bool, Fault> {
        Ok(mark::count(db)? != self.marks || search::stray(db, self.found)?)
    }
}

/// Rows of demands that the journal does not know. Where there are none, the tally itself is wrong: the nil id says so.
fn strangers(db: &Connection) -> Result<Vec<DemandId>, Fault> {
    let mut statement = db.prepare_cached("SELECT demand FROM queue")?;
    let rows = statement.query_map([], |row| row.get::<_, [u8; 16]>(0))?;
    let known: BTreeSet<String> = subjects_of(db, SubjectKind::Demand)?.iter().map(Subject::key).collect();
    let mut found = Vec::new();
    for bytes in rows {
        let demand = DemandId(uuid::Uuid::from_bytes(bytes?));
        if !known.contains(&Subject::Demand(demand).key()) {
            found.push(demand);
        }
    }
    if found.is_empty() {
        found.push(DemandId(uuid::Uuid::nil()));
    }
    Ok(found)
}

fn is_kept(db: &Connection, demand: DemandId, row: Option<&QueueRow>) -> Result<bool, Fault> {
    let kept: Option<(Vec<u8>, String)> = db
        .prepare_cached("SELECT row, search FROM queue WHERE demand = ?1")?
        .query_row([demand.0.as_bytes()], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    Ok(match (row, kept) {
        (None, None) => true,
        (Some(row), Some((kept, search))) => {
            body(row)? == kept
                && filter::text(&row.search) == search
                && Columns::found(db, demand)? == Some(Columns::of(row))
        }
        _ => false,
    })
}

impl crate::register::Register {
    /// The proceedings and letters that concern a demand.
    ///
    /// # Errors
    /// The store's own faults.
    pub fn subjects_about(&self, demand: DemandId) -> Result<Vec<Subject>, Fault> {
        self.read(|db| subjects_about(db, demand))
    }

    /// Derives the whole projection anew from the journal.
    ///
    /// # Errors
    /// An entry that cannot be read, or the store's own.
    pub fn rebuild_queue(&self) -> Result<(), Fault> {
        self.write(|db| rebuild(db))
    }
}

/// Derives the whole projection anew: after a step of the schema, and when it is asked for.
pub(crate) fn rebuild(db: &Connection) -> Result<(), Fault> {
    db.execute_batch("DELETE FROM queue; DELETE FROM queue_tally; DELETE FROM concern;")?;
    filter::clear(db)?;
    for kind in [SubjectKind::Proceeding, SubjectKind::Letter] {
        for subject in subjects_of(db, kind)? {
            concern(db, &subject, &fold(db, &subject, None)?)?;
        }
    }
    for subject in subjects_of(db, SubjectKind::Demand)? {
        if let Subject::Demand(demand) = subject {
            put(db, demand, derive(db, demand, &subjects_about(db, demand)?)?.as_ref())?;
        }
    }
    mark::rebuild(db)?;
    search::rebuild(db)
}
