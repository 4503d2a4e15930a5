//! Finding.
//!
//! Common words are the trap: FTS5's own ranking visits every row that holds them. Here the index is asked for row numbers
//! only, the newest first, and stops after [`WEIGHED`]; those alone are read and weighed against each other. Rare words,
//! and a rare word beside a common one, have fewer rows than that, so that nothing is left out of them.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use matter::ids::{DemandId, DocumentId};
use matter::journal::Subject;
use matter::search::{Part, Query};
use rusqlite::{Connection, OptionalExtension as _, params};

use super::index::{Index, NAMES};
use super::{Found, Hit, HitDemand, HitPlace, SearchFilter};
use crate::fault::Fault;
use crate::register::Register;

/// Rows of each index that are weighed: each is a page of the file to be fetched and decrypted.
const WEIGHED: usize = 150;
/// Rows that are looked at to find those, where a filter turns some away.
const LOOKED_AT: usize = 20_000;

impl Register {
    /// Where the words of a query stand, the best first, at most `limit`.
    ///
    /// # Errors
    /// The store's own faults.
    pub fn search(&self, query: &Query, filter: &SearchFilter, limit: usize) -> Result<Found, Fault> {
        if query.is_empty() {
            return Ok(Found::default());
        }
        let (mut found, candidates) = self
            .read(|db| Finding { db, filter, expression: query.expression(), demands: BTreeMap::new() }.candidates())?;
        // Outside the transaction: while texts are weighed others read, and the register can be locked.
        let best = weighed(query, candidates);
        found.more = best.len() > limit || found.newest_only;
        let best: Vec<Candidate> = best.into_iter().take(limit).collect();
        found.hits = self.read(|db| best.into_iter().map(|one| one.hit(db)).collect())?;
        Ok(found)
    }

    /// The demands that hold a paper, and the name it has there.
    ///
    /// # Errors
    /// The store's own faults.
    pub fn held_by(&self, document: DocumentId) -> Result<(String, Vec<HitDemand>), Fault> {
        self.read(|db| {
            let filter = SearchFilter::everywhere();
            let mut finding = Finding { db, filter: &filter, expression: String::new(), demands: BTreeMap::new() };
            finding.holders(document)
        })
    }
}

struct Finding<'a> {
    db: &'a Connection,
    filter: &'a SearchFilter,
    expression: String,
    /// Demands met, with whether the filter lets them through.
    demands: BTreeMap<DemandId, Option<(HitDemand, i64, bool)>>,
}

/// What is read of a text to weigh it, and to show it. A page made to be long must not make everybody wait.
const WEIGHED_BYTES: usize = 16 * 1024;
const SHOWN_BYTES: usize = 256 * 1024;

/// A place that holds the words, before it is known how well.
struct Candidate {
    row: i64,
    /// It names its subject.
    first: bool,
    place: HitPlace,
    demands: Vec<HitDemand>,
    /// The beginning of its text.
    text: String,
}

impl Candidate {
    fn hit(self, db: &Connection) -> Result<Hit, Fault> {
        let table = match &self.place {
            HitPlace::Record { .. } => "record",
            HitPlace::Page { .. } => "page",
        };
        let text = db
            .prepare_cached(&format!("SELECT substr(text, 1, {SHOWN_BYTES}) FROM {table} WHERE id = ?1"))?
            .query_row([self.row], |row| row.get::<_, String>(0))
            .optional()?
            // Read again meanwhile: what was weighed is shown.
            .unwrap_or(self.text);
        Ok(Hit { place: self.place, demands: self.demands, text })
    }
}

/// The best first.
fn weighed(query: &Query, candidates: Vec<Candidate>) -> Vec<Candidate> {
    let mut all: Vec<(f64, Candidate)> = candidates
        .into_iter()
        .map(|one| {
            let recorded = matches!(one.place, HitPlace::Record { .. });
            (query.weight(&one.text) * if recorded { 2.0 } else { 1.0 }, one)
        })
        .collect();
    all.sort_by(|(a, one), (b, other)| other.first.cmp(&one.first).then(b.total_cmp(a)).then(other.row.cmp(&one.row)));
    all.into_iter().map(|(_, one)| one).collect()
}

impl Finding<'_> {
    fn candidates(mut self) -> Result<(Found, Vec<Candidate>), Fault> {
        let mut found = Found::default();
        let mut all = Vec::new();
        if self.filter.demands || self.filter.proceedings || self.filter.letters {
            // What names a subject is not crowded out by whatever else holds the words.
            let plain = self.expression.clone();
            self.expression = format!("({plain}) AND marks : \"{NAMES}\"");
            found.newest_only |= self.records(&mut all)?;
            self.expression = plain;
            let named: BTreeSet<i64> = all.iter().map(|one| one.row).collect();
            let mut others = Vec::new();
            found.newest_only |= self.records(&mut others)?;
            all.extend(others.into_iter().filter(|one| !named.contains(&one.row)));
        }
        if self.filter.pages {
            found.newest_only |= self.pages(&mut all)?;
        }
        Ok((found, all))
    }

    /// Rows that are looked at.
    fn most(&self) -> usize {
        if self.is_filtered() { LOOKED_AT } else { WEIGHED }
    }

    /// Ids of an index's table whose rows hold the words, those of the newest acts first, and one more than are looked at if there
    /// are more. `of_demand` selects ids.
    fn rows(&self, index: Index, of_demand: &str) -> Result<Vec<i64>, Fault> {
        let name = index.name();
        let limit = i64::try_from(self.most()).unwrap_or(i64::MAX).saturating_add(1);
        let turned = |row: i64| index.turned(row);
        let rows: Result<Vec<i64>, rusqlite::Error> = match self.filter.demand {
            // Within one demand nothing is left out, however common the words.
            Some(demand) => {
                let own = index.turned_sql("id");
                let text = format!(
                    "SELECT rowid FROM {name} WHERE {name} MATCH ?1 AND rowid IN (SELECT {own} FROM ({of_demand}))
                     ORDER BY rowid LIMIT ?3"
                );
                let mut statement = self.db.prepare_cached(&text)?;
                let values = params![self.expression, Subject::Demand(demand).key(), limit, demand.0.as_bytes()];
                statement.query_map(values, |row| row.get(0).map(turned))?.collect()
            }
            None => {
                let text = format!("SELECT rowid FROM {name} WHERE {name} MATCH ?1 ORDER BY rowid LIMIT ?2");
                let mut statement = self.db.prepare_cached(&text)?;
                statement.query_map(params![self.expression, limit], |row| row.get(0).map(turned))?.collect()
            }
        };
        Ok(rows?)
    }

    fn is_filtered(&self) -> bool {
        let filter = self.filter;
        filter.open.is_some()
            || filter.received_from.is_some()
            || filter.received_before.is_some()
            || filter.demand.is_some()
            || !(filter.demands && filter.proceedings && filter.letters)
    }

    /// True when there are more rows than were looked at or weighed.
    fn records(&mut self, all: &mut Vec<Candidate>) -> Result<bool, Fault> {
        let rows = self.rows(
            Index::Record,
            "SELECT id FROM record WHERE subject = ?2
             UNION ALL SELECT r.id FROM concern c JOIN record r ON r.subject = c.subject WHERE c.demand = ?4",
        )?;
        let mut weighed = 0_usize;
        for row in rows.iter().take(self.most()) {
            if weighed >= WEIGHED {
                return Ok(true);
            }
            let found: Option<(String, String, String)> = self
                .db
                .prepare_cached(&format!(
                    "SELECT subject, part, substr(text, 1, {WEIGHED_BYTES}) FROM record WHERE id = ?1"
                ))?
                .query_row([row], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
                .optional()?;
            let Some((key, part, text)) = found else { continue };
            let subject = Subject::from_key(&key).ok_or_else(|| Fault::damaged("a record names no subject"))?;
            let part = Part::from_word(&part).ok_or_else(|| Fault::damaged("a record names no part"))?;
            let wanted = match subject {
                Subject::Demand(_) => self.filter.demands,
                Subject::Proceeding(_) => self.filter.proceedings,
                Subject::Letter(_) => self.filter.letters,
                _ => false,
            };
            if !wanted {
                continue;
            }
            let demands = self.demands_of(&subject)?;
            if demands.is_empty() {
                continue;
            }
            weighed = weighed.saturating_add(1);
            let place = HitPlace::Record { subject, part };
            all.push(Candidate { row: *row, first: part.names(), place, demands, text });
        }
        Ok(rows.len() > self.most())
    }

    fn pages(&mut self, all: &mut Vec<Candidate>) -> Result<bool, Fault> {
        let rows = self.rows(
            Index::Page,
            "SELECT p.id FROM held h JOIN page p ON p.document = h.document WHERE h.subject = ?2
             UNION ALL SELECT p.id FROM concern c JOIN held h ON h.subject = c.subject
                 JOIN page p ON p.document = h.document WHERE c.demand = ?4",
        )?;
        let mut holders: BTreeMap<DocumentId, (String, Vec<HitDemand>)> = BTreeMap::new();
        let mut weighed = 0_usize;
        for row in rows.iter().take(self.most()) {
            if weighed >= WEIGHED {
                return Ok(true);
            }
            let found: Option<([u8; 16], u32, bool, String)> = self
                .db
                .prepare_cached(&format!(
                    "SELECT document, number, recognised, substr(text, 1, {WEIGHED_BYTES}) FROM page WHERE id = ?1"
                ))?
                .query_row([row], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))
                .optional()?;
            let Some((bytes, number, recognised, text)) = found else { continue };
            let document = DocumentId(uuid::Uuid::from_bytes(bytes));
            let (name, demands) = match holders.entry(document) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(free) => free.insert(self.holders(document)?),
            };
            if demands.is_empty() {
                continue;
            }
            weighed = weighed.saturating_add(1);
            let place = HitPlace::Page { document, number, recognised, name: name.clone() };
            all.push(Candidate { row: *row, first: false, place, demands: demands.clone(), text });
        }
        Ok(rows.len() > self.most())
    }

    /// The name of a paper, and the demands that hold it and pass the filter, the newest first.
    fn holders(&mut self, document: DocumentId) -> Result<(String, Vec<HitDemand>), Fault> {
        let mut statement = self.db.prepare_cached("SELECT subject, name FROM held WHERE document = ?1")?;
        let rows = statement
            .query_map([document.0.as_bytes()], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?;
        let rows: Vec<_> = rows.collect::<Result<_, _>>()?;
        let mut ids = BTreeSet::new();
        let mut called = String::new();
        for (key, name) in rows {
            let subject = Subject::from_key(&key).ok_or_else(|| Fault::damaged("a paper's holder is no subject"))?;
            ids.extend(self.ids_of(&subject)?);
            if called.is_empty() {
                called = name;
            }
        }
        Ok((called, self.let_through(&ids)?))
    }

    fn demands_of(&mut self, subject: &Subject) -> Result<Vec<HitDemand>, Fault> {
        let ids = self.ids_of(subject)?;
        self.let_through(&ids)
    }

    fn ids_of(&self, subject: &Subject) -> Result<BTreeSet<DemandId>, Fault> {
        if let Subject::Demand(demand) = subject {
            return Ok(BTreeSet::from([*demand]));
        }
        let mut statement =
            self.db.prepare_cached("SELECT demand FROM concern INDEXED BY concern_of WHERE subject = ?1")?;
        let rows = statement.query_map([subject.key()], |row| Ok(DemandId(uuid::Uuid::from_bytes(row.get(0)?))))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn let_through(&mut self, ids: &BTreeSet<DemandId>) -> Result<Vec<HitDemand>, Fault> {
        let mut known = Vec::new();
        for id in ids {
            let found = match self.demands.get(id) {
                Some(found) => found.clone(),
                None => {
                    let found = self.look_up(*id)?;
                    self.demands.insert(*id, found.clone());
                    found
                }
            };
            if let Some((demand, received, true)) = found {
                known.push((received, demand));
            }
        }
        known.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.demand.cmp(&b.1.demand)));
        Ok(known.into_iter().map(|(_, demand)| demand).collect())
    }

    fn look_up(&self, id: DemandId) -> Result<Option<(HitDemand, i64, bool)>, Fault> {
        let found: Option<(String, bool, i64)> = self
            .db
            .prepare_cached("SELECT reference, open, received_at FROM queue WHERE demand = ?1")?
            .query_row([id.0.as_bytes()], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .optional()?;
        Ok(found.map(|(reference, open, received)| {
            let filter = self.filter;
            let passes = filter.open.is_none_or(|wanted| wanted == open)
                && filter.demand.is_none_or(|wanted| wanted == id)
                && filter.received_from.is_none_or(|from| received >= from.timestamp_millis())
                && filter.received_before.is_none_or(|before| received < before.timestamp_millis());
            (HitDemand { demand: id, reference, open }, received, passes)
        }))
    }
}
