//! Reading pages and counts. A page is found by the key of the row before it, never by counting rows off.

use std::fmt::Write as _;

use matter::ids::DemandId;
use matter::queue::QueueRow;
use matter::time::Instant;
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use super::filter::{Narrowed, Reach};
use super::{QueueCount, QueueFilter, QueueKey, QueuePage, QueueSort, SortValue, step_text};
use crate::fault::Fault;
use crate::register::Register;

/// Rows of one page at most.
const MOST: usize = 500;

/// From which side of a key a page is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    After,
    Before,
}

impl QueueSort {
    fn column(self) -> &'static str {
        match self {
            Self::Due => "due_at",
            Self::Received => "received_at",
            Self::Reference => "reference",
        }
    }

    /// The index that serves a filter: a small one where the filter has one, else the sort's own. A small one in another
    /// order is sorted after it is read, which is fast while it has few rows; with many, the sort's own index meets a
    /// page of them soon.
    fn index(self, filter: &QueueFilter, rows: impl FnOnce() -> Result<u64, Fault>) -> Result<&'static str, Fault> {
        let small = match filter.open {
            None if filter.claimed => Some("queue_claimed_any"),
            Some(true) if filter.claimed => Some("queue_claimed_due"),
            Some(true) if filter.notice_to_send => Some("queue_notice_due"),
            Some(true) if filter.steps.len() == 1 => Some("queue_step_due"),
            _ => None,
        };
        let own = match self {
            Self::Due => "queue_due",
            Self::Received => "queue_received",
            Self::Reference => "queue_reference",
        };
        Ok(match small {
            Some(small) if self == Self::Due || rows()? < FEW => small,
            _ => own,
        })
    }
}

/// Rows of a view that are sorted rather than met in order.
const FEW: u64 = 3000;

/// How many rows carry the flags of a filter, from the tally.
fn tallied(db: &Connection, filter: &QueueFilter) -> Result<u64, Fault> {
    let step = filter.steps.first().filter(|_| filter.steps.len() == 1).map(|step| step_text(*step));
    let rows: i64 = db
        .prepare_cached(
            "SELECT coalesce(sum(rows), 0) FROM queue_tally WHERE open = coalesce(?4, open) AND claimed >= ?1
                 AND notice >= ?2 AND step = coalesce(?3, step)",
        )?
        .query_row(rusqlite::params![filter.claimed, filter.notice_to_send, step, filter.open], |row| row.get(0))?;
    Ok(rows.unsigned_abs())
}

/// A condition with its values. Nothing that a person typed stands in the text.
fn conditions(filter: &QueueFilter, narrowed: Option<&Narrowed>) -> (String, Vec<Value>) {
    let mut text = String::from("1");
    let mut values = Vec::new();
    let mut push = |condition: &str, value: Option<Value>| {
        text.push_str(" AND ");
        text.push_str(condition);
        values.extend(value);
    };
    match filter.open {
        Some(true) => push("open = 1", None),
        Some(false) => push("open = 0", None),
        None => {}
    }
    if filter.claimed {
        push("claimed = 1", None);
    }
    if filter.notice_to_send {
        push("notice = 1", None);
    }
    let steps: Vec<String> = filter.steps.iter().map(|step| format!("'{}'", step_text(*step))).collect();
    match steps.as_slice() {
        [] => {}
        [one] => push(&format!("step = {one}"), None),
        several => push(&format!("step IN ({})", several.join(", ")), None),
    }
    if let Some(owner) = filter.owner {
        push("owner = ?", Some(Value::Blob(owner.0.as_bytes().to_vec())));
    }
    if let Some(before) = filter.due_before {
        push("due_at < ?", Some(Value::Integer(before.timestamp_millis())));
    }
    for (condition, value) in narrowed.iter().flat_map(|narrowed| narrowed.conditions()) {
        push(condition, Some(value));
    }
    (text, values)
}

impl SortValue {
    fn value(&self) -> Value {
        match self {
            Self::Number(number) => Value::Integer(*number),
            Self::Text(text) => Value::Text(text.clone()),
        }
    }
}

/// How the rows of a view are reached: along the index of its sorting, or, where few have the words, by those.
fn way(db: &Connection, filter: &QueueFilter, sort: QueueSort, narrowed: Option<&Narrowed>) -> Result<String, Fault> {
    match narrowed.map(|narrowed| narrowed.reach(db)).transpose()? {
        Some(Reach::Few) => Ok("NOT INDEXED".to_owned()),
        Some(Reach::Many) | None => Ok(format!("INDEXED BY {}", sort.index(filter, || tallied(db, filter))?)),
    }
}

fn page(
    db: &Connection,
    filter: &QueueFilter,
    sort: QueueSort,
    from: Option<(&QueueKey, Side)>,
    side: Side,
    limit: usize,
) -> Result<QueuePage, Fault> {
    let narrowed = Narrowed::by(db, &filter.text)?;
    let (mut condition, mut values) = conditions(filter, narrowed.as_ref());
    let (column, order) = (sort.column(), if side == Side::After { "ASC" } else { "DESC" });
    if let Some((key, _)) = from {
        let compare = if side == Side::After { ">" } else { "<" };
        let _infallible = write!(condition, " AND ({column}, demand) {compare} (?, ?)");
        values.push(key.value.value());
        values.push(Value::Blob(key.demand.0.as_bytes().to_vec()));
    }
    let limit = limit.clamp(1, MOST);
    // The inner query stays within its index; only the rows of the page are fetched whole.
    let text = format!(
        "WITH page AS MATERIALIZED (
             SELECT number, {column} AS value, demand FROM queue {} WHERE {condition}
             ORDER BY {column} {order}, demand {order} LIMIT {limit})
         SELECT queue.row, page.value, page.demand FROM page CROSS JOIN queue ON queue.number = page.number
         ORDER BY page.value {order}, page.demand {order}",
        way(db, filter, sort, narrowed.as_ref())?
    );
    let mut statement = db.prepare_cached(&text)?;
    let found = statement.query_map(params_from_iter(values), |row| {
        let value = match row.get::<_, Value>(1)? {
            Value::Text(text) => SortValue::Text(text),
            Value::Integer(number) => SortValue::Number(number),
            _ => SortValue::Number(0),
        };
        let demand = DemandId(uuid::Uuid::from_bytes(row.get(2)?));
        Ok((row.get::<_, Vec<u8>>(0)?, QueueKey { value, demand }))
    })?;
    let mut rows = Vec::with_capacity(limit);
    let mut keys = Vec::with_capacity(limit);
    for one in found {
        let (body, key) = one?;
        rows.push(read_row(&body)?);
        keys.push(key);
    }
    if side == Side::Before {
        rows.reverse();
        keys.reverse();
    }
    Ok(QueuePage { rows, first: keys.first().cloned(), last: keys.pop() })
}

fn read_row(body: &[u8]) -> Result<QueueRow, Fault> {
    serde_json::from_slice(body)
        .map_err(|_| Fault::damaged("a row of the queue cannot be read; it can be derived anew"))
}

impl Register {
    /// The page after a key, or the first page.
    ///
    /// # Errors
    /// The store's own faults.
    pub fn queue(
        &self,
        filter: &QueueFilter,
        sort: QueueSort,
        after: Option<&QueueKey>,
        limit: usize,
    ) -> Result<QueuePage, Fault> {
        self.read(|db| page(db, filter, sort, after.map(|key| (key, Side::After)), Side::After, limit))
    }

    /// The page before a key, or the last page; its rows are in the same order as everywhere.
    ///
    /// # Errors
    /// The store's own faults.
    pub fn queue_before(
        &self,
        filter: &QueueFilter,
        sort: QueueSort,
        before: Option<&QueueKey>,
        limit: usize,
    ) -> Result<QueuePage, Fault> {
        self.read(|db| page(db, filter, sort, before.map(|key| (key, Side::Before)), Side::Before, limit))
    }

    /// One demand's row.
    ///
    /// # Errors
    /// [`Fault::NotFound`], or the store's own.
    pub fn queue_row(&self, demand: DemandId) -> Result<QueueRow, Fault> {
        use rusqlite::OptionalExtension as _;
        self.read(|db| {
            let mut statement = db.prepare_cached("SELECT row FROM queue WHERE demand = ?1")?;
            let body: Option<Vec<u8>> = statement.query_row([demand.0.as_bytes()], |row| row.get(0)).optional()?;
            read_row(&body.ok_or(Fault::NotFound { what: "demand" })?)
        })
    }

    /// The demand with this reference.
    ///
    /// # Errors
    /// The store's own faults.
    pub fn demand_by_reference(&self, reference: &str) -> Result<Option<DemandId>, Fault> {
        use rusqlite::OptionalExtension as _;
        self.read(|db| {
            let mut statement =
                db.prepare_cached("SELECT demand FROM queue INDEXED BY queue_reference WHERE reference = ?1 LIMIT 1")?;
            let found: Option<[u8; 16]> = statement.query_row([reference], |row| row.get(0)).optional()?;
            Ok(found.map(|bytes| DemandId(uuid::Uuid::from_bytes(bytes))))
        })
    }

    /// How many rows one filter lets through.
    ///
    /// # Errors
    /// The store's own faults.
    pub fn queue_count_of(&self, filter: &QueueFilter) -> Result<u64, Fault> {
        self.read(|db| {
            let narrowed = Narrowed::by(db, &filter.text)?;
            let (condition, values) = conditions(filter, narrowed.as_ref());
            let way = match narrowed.as_ref().map(|narrowed| narrowed.reach(db)).transpose()? {
                Some(Reach::Few) => "NOT INDEXED".to_owned(),
                Some(Reach::Many) | None => format!("INDEXED BY {}", QueueSort::Due.index(filter, || Ok(0))?),
            };
            let text = format!("SELECT count(*) FROM queue {way} WHERE {condition}");
            let count: i64 = db.prepare_cached(&text)?.query_row(params_from_iter(values), |row| row.get(0))?;
            Ok(count.unsigned_abs())
        })
    }

    /// How many rows the built-in views have; `due_before` bounds those that are due.
    ///
    /// # Errors
    /// The store's own faults.
    pub fn queue_counts(&self, due_before: Instant) -> Result<QueueCount, Fault> {
        self.read(|db| {
            let mut counts = QueueCount::default();
            let mut statement = db.prepare_cached("SELECT open, step, claimed, notice, rows FROM queue_tally")?;
            let rows = statement.query_map([], |row| {
                let flags: (bool, String, bool, bool) = (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
                Ok((flags, row.get::<_, i64>(4)?))
            })?;
            for row in rows {
                let ((open, step, claimed, notice), rows) = row?;
                let rows = rows.unsigned_abs();
                let mut add = |to: fn(&mut QueueCount) -> &mut u64, when: bool| {
                    let to = to(&mut counts);
                    *to = to.saturating_add(if when { rows } else { 0 });
                };
                add(|counts| &mut counts.all, true);
                add(|counts| &mut counts.open, open);
                add(|counts| &mut counts.needs_triage, open && step == "needsTriage");
                add(|counts| &mut counts.with_counsel, open && step == "withCounsel");
                add(|counts| &mut counts.claimed, claimed);
                add(|counts| &mut counts.notices, open && notice);
            }
            let due: i64 = db
                .prepare_cached("SELECT count(*) FROM queue INDEXED BY queue_due WHERE due_at < ?1")?
                .query_row([due_before.timestamp_millis()], |row| row.get(0))?;
            counts.due = due.unsigned_abs();
            Ok(counts)
        })
    }
}
