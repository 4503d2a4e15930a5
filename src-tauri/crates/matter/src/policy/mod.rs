//! Policy: what counsel may edit. Windows, letterhead, help organisations; each dated, with its source.

mod identifiers;

use serde::{Deserialize, Serialize};

pub use identifiers::{MOST_PATTERNS, PatternFlaw, PlatformPattern};

use crate::journal::Version;
use crate::state::Meta;

/// An organisation named in letters to users.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct HelpOrganisation {
    /// Its name.
    pub name: String,
    /// How to reach it.
    pub contact: String,
}

/// The settings of the register that bear on the record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Settings {
    /// The organisation's name, as in letters.
    pub organisation: String,
    /// Address lines of the letterhead.
    pub address: Vec<String>,
    /// How a user reaches us about a letter.
    pub contact: String,
    /// Where a user can check that a letter is ours.
    #[serde(default)]
    pub verification: String,
    /// The desk's own zone (IANA).
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub zone: chrono_tz::Tz,
    /// Full days a user has after proof of sending, before any disclosure.
    pub notice_window_days: u16,
    /// Days after which a docket search is stale.
    pub docket_recheck_days: u16,
    /// Minutes without a key or pointer before the desk locks.
    pub idle_lock_minutes: u16,
    /// Organisations named in letters.
    pub help_organisations: Vec<HelpOrganisation>,
    /// What the platform's own identifiers look like, for what is suggested from a paper.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "wire", ts(optional, as = "Option<Vec<PlatformPattern>>"))]
    pub identifier_patterns: Vec<PlatformPattern>,
    /// Whether letters carry the "please keep your data" clause. Off by default.
    pub keep_data_clause: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            organisation: String::new(),
            address: Vec::new(),
            contact: String::new(),
            verification: String::new(),
            zone: chrono_tz::UTC,
            // Seven days: the shortest window among published practice (legal-reference §4); counsel edits it.
            notice_window_days: 7,
            docket_recheck_days: 7,
            idle_lock_minutes: 10,
            help_organisations: Vec::new(),
            identifier_patterns: Vec::new(),
            keep_data_clause: false,
        }
    }
}

/// One fact about policy.
#[expect(missing_docs, reason = "each field carries the word of the fact it belongs to")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum PolicyEntry {
    /// The settings, whole.
    SettingsSet { settings: Settings, reason: String },
}

/// Policy as folded from its entries.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Policy {
    /// How many entries there have been.
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    #[serde(with = "crate::wire::text")]
    pub version: Version,
    /// The settings in force.
    pub settings: Settings,
}

impl Policy {
    /// Takes one entry; a disposed body counts as a version and nothing else.
    pub fn evolve(&mut self, _meta: &Meta, entry: Option<&PolicyEntry>) {
        self.version = self.version.saturating_add(1);
        match entry {
            Some(PolicyEntry::SettingsSet { settings, .. }) => self.settings = settings.clone(),
            None => {}
        }
    }
}
