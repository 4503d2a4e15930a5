//! The United States district courts.

use std::collections::BTreeSet;
use std::fmt;

use chrono::{NaiveDate, NaiveTime, Offset, TimeDelta, TimeZone};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::{LawFault, RowProblem, Table, broken, check_rows, squashed, table};

/// A court's id: the same as PACER's and CourtListener's (`cand`). An id that no table knows is kept, not refused.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS), ts(type = "string"))]
#[serde(transparent)]
pub struct CourtId(String);

impl CourtId {
    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<T: Into<String>> From<T> for CourtId {
    fn from(id: T) -> Self {
        Self(id.into())
    }
}

impl fmt::Display for CourtId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The zones of each court the program ships, by its id: what the fold of court papers needs of the law, read once. A zone
/// is a fact about the district, not policy; counsel's own edition changes names and notes.
static ZONES: std::sync::LazyLock<std::collections::BTreeMap<String, Vec<Tz>>> = std::sync::LazyLock::new(|| {
    let courts = Courts::shipped().map(|table| table.courts).unwrap_or_default();
    courts.into_iter().map(|court| (court.id.0, court.zones)).collect()
});

/// The zones of a court; empty for one that the table does not know.
#[must_use]
pub fn zones_of(court: &str) -> &'static [Tz] {
    ZONES.get(court).map_or(&[], Vec::as_slice)
}

/// One district court.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Court {
    /// PACER and CourtListener id.
    pub id: CourtId,
    /// Official name.
    pub name: String,
    /// Citation abbreviation: `N.D. Cal.`
    pub abbreviation: String,
    /// Circuit: `1` to `11`, or `D.C.`
    pub circuit: String,
    /// State, district or territory in full.
    pub state: String,
    /// IANA zones of the district, that of the principal seat first. More than one: ask, and use the earlier instant
    /// for our own duties and the later for waits owed to users.
    #[cfg_attr(feature = "wire", ts(type = "Array<string>"))]
    pub zones: Vec<Tz>,
    /// Which part of the district keeps which zone, where it is not one throughout.
    #[serde(alias = "zone_note", default)]
    pub zone_note: Option<String>,
    /// Where the row comes from.
    pub source: String,
    /// The day to which the source was read.
    #[serde(alias = "as_of")]
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub as_of: NaiveDate,
}

impl Court {
    /// The zone of the district in which a wall time of that day comes first, to the earlier instant for our own duties
    /// where the paper does not say which zone it means. Among equals the principal seat's.
    #[must_use]
    pub fn earliest_zone(&self, day: NaiveDate) -> Option<Tz> {
        let noon = day.and_time(NaiveTime::MIN) + TimeDelta::hours(12);
        let east = |zone: &Tz| zone.offset_from_utc_datetime(&noon).fix().local_minus_utc();
        self.zones.iter().copied().reduce(|first, next| if east(&next) > east(&first) { next } else { first })
    }

    /// Everything a person may type to find the court, in lower case, as words: name, abbreviation with and without
    /// spaces, id, state.
    #[must_use]
    pub fn search_text(&self) -> String {
        let abbreviation = self.abbreviation.replace('.', "").to_lowercase();
        format!("{} {} {abbreviation} {} {}", self.name, self.state, squashed(&self.abbreviation), self.id)
            .to_lowercase()
    }
}

table! {
    /// The district courts, in the order of the alphabet of states.
    Courts, "courts",
    /// The courts.
    courts as "court": Court
}

impl Table for Courts {
    const NAME: &'static str = "courts";

    fn check(&self) -> Result<(), LawFault> {
        check_rows(Self::NAME, self.courts.iter().map(|court| (court.id.as_str(), court.source.as_str(), None)))?;
        let mut abbreviations = BTreeSet::new();
        for court in &self.courts {
            let problem = if court.zones.is_empty() {
                RowProblem::NoZone
            } else if [&court.name, &court.abbreviation, &court.state].iter().any(|text| text.trim().is_empty()) {
                RowProblem::EmptyText
            } else if !abbreviations.insert(squashed(&court.abbreviation)) {
                RowProblem::Duplicate
            } else {
                continue;
            };
            return Err(broken(Self::NAME, court.id.to_string(), problem));
        }
        Ok(())
    }
}

impl Courts {
    /// All courts, in the table's order.
    #[must_use]
    pub fn all(&self) -> &[Court] {
        &self.courts
    }

    /// The court with this id.
    #[must_use]
    pub fn by_id(&self, id: &CourtId) -> Option<&Court> {
        self.courts.iter().find(|court| court.id == *id)
    }

    /// The court with this citation abbreviation, in any spacing, punctuation and case: `N.D. Cal.`, `ND Cal`.
    #[must_use]
    pub fn by_abbreviation(&self, abbreviation: &str) -> Option<&Court> {
        let wanted = squashed(abbreviation);
        self.courts.iter().find(|court| squashed(&court.abbreviation) == wanted)
    }

    /// Courts in which every typed word begins some word of the search text. Exact abbreviation or id comes first; no
    /// words find all.
    #[must_use]
    pub fn search(&self, query: &str) -> Vec<&Court> {
        let query = query.replace('.', "").to_lowercase();
        let typed: Vec<&str> = query.split_whitespace().collect();
        let exact = squashed(&query);
        let mut found: Vec<&Court> = self
            .courts
            .iter()
            .filter(|court| {
                let text = court.search_text();
                typed.iter().all(|start| text.split_whitespace().any(|word| word.starts_with(start)))
            })
            .collect();
        // Stable: within each half the table's order stays.
        found.sort_by_key(|court| court.id.as_str() != exact && squashed(&court.abbreviation) != exact);
        found
    }
}
