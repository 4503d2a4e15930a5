//! The timeline: what, who, when, before and after, for every entry about a demand. Before and after are derived by
//! comparing the folded states, so that no act needs words of its own for them.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::entry::Entry;
use crate::ids::PersonId;
use crate::journal::{Digest, Subject};
use crate::state::{Meta, State};
use crate::time::{Instant, Moment};

/// One thing that changed, by its path on the wire (`facts.returnDate`).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Change {
    /// The path of the field.
    pub path: String,
    /// Before, as JSON; null when it was not there.
    #[cfg_attr(feature = "wire", ts(type = "unknown"))]
    pub before: Value,
    /// After, as JSON; null when it is no longer there.
    #[cfg_attr(feature = "wire", ts(type = "unknown"))]
    pub after: Value,
}

/// One line of the timeline.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct TimelineLine {
    /// Place in the chain.
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    #[serde(with = "crate::wire::text")]
    pub seq: u64,
    /// What it is about.
    pub subject: Subject,
    /// What happened (`orderVerified`).
    pub kind: String,
    /// When it happened, as the person says.
    pub happened: Moment,
    /// When it was recorded.
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub recorded: Instant,
    /// Who.
    pub actor: PersonId,
    /// The entry's own words, as JSON; null once disposed of.
    #[cfg_attr(feature = "wire", ts(type = "unknown"))]
    pub body: Value,
    /// What changed by it.
    pub changes: Vec<Change>,
    /// The row's digest.
    pub digest: Digest,
}

/// What a line is made from: the header's part, the kind, the entry (none once disposed of), the row's digest.
pub type TimelineRow = (Meta, String, Option<Entry>, Digest);

/// Turns a subject's rows into lines, oldest first.
#[must_use]
pub fn timeline(subject: Subject, rows: &[TimelineRow]) -> Vec<TimelineLine> {
    let mut state = State::new(&subject);
    let mut before = value_of(&state);
    rows.iter()
        .map(|(meta, kind, entry, digest)| {
            state.evolve(meta, entry.as_ref());
            let after = value_of(&state);
            let mut changes = Vec::new();
            compare(String::new(), &before, &after, &mut changes);
            changes.retain(|change| change.path != "version");
            before = after;
            TimelineLine {
                seq: meta.seq,
                subject,
                kind: kind.clone(),
                happened: meta.happened,
                recorded: meta.recorded,
                actor: meta.actor,
                body: entry.as_ref().map_or(Value::Null, body_of),
                changes,
                digest: *digest,
            }
        })
        .collect()
}

/// The inner object of an entry's body, without its kind.
fn body_of(entry: &Entry) -> Value {
    let value = entry.to_body().ok().and_then(|body| serde_json::from_slice::<Value>(&body).ok());
    match value {
        Some(Value::Object(map)) => map.into_iter().next().map_or(Value::Null, |(_, inner)| inner),
        _ => Value::Null,
    }
}

fn value_of(state: &State) -> Value {
    let value = match state {
        State::Demand(state) => serde_json::to_value(state),
        State::Proceeding(state) => serde_json::to_value(state),
        State::Letter(state) => serde_json::to_value(state),
        State::Policy(state) => serde_json::to_value(state),
        State::People(state) => serde_json::to_value(state),
        State::Register(state) => serde_json::to_value(state),
        State::Access(_) => Ok(Value::Null),
    };
    value.unwrap_or(Value::Null)
}

fn compare(path: String, before: &Value, after: &Value, changes: &mut Vec<Change>) {
    if before == after {
        return;
    }
    match (before, after) {
        (Value::Object(old), Value::Object(new)) => {
            let keys: std::collections::BTreeSet<&String> = old.keys().chain(new.keys()).collect();
            for key in keys {
                let inner = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                compare(inner, old.get(key).unwrap_or(&Value::Null), new.get(key).unwrap_or(&Value::Null), changes);
            }
        }
        _ => changes.push(Change { path, before: before.clone(), after: after.clone() }),
    }
}
