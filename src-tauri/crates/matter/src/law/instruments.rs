//! Kinds of paper that arrive.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{LawFault, Table, Wording, check_rows, table};

/// Which rules a paper follows. Only `Administrative` is this program's main work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS), ts(rename = "InstrumentTrack"))]
#[serde(rename_all = "camelCase")]
pub enum Track {
    /// Agency subpoena or summons.
    Administrative,
    /// Grand jury subpoena.
    GrandJury,
    /// Subpoena in a civil or criminal case.
    JudicialSubpoena,
    /// Search warrant or § 2703(d) order.
    Warrant,
    /// I-9 notice of inspection: goes to HR.
    I9Notice,
    /// § 2703(f) preservation request.
    Preservation,
    /// Emergency disclosure request: voluntary.
    Emergency,
    /// A letter or an e-mail.
    Informal,
}

/// What a kind of paper can compel by itself, without a further order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS), ts(rename = "InstrumentCompels"))]
#[serde(rename_all = "camelCase")]
pub enum Compels {
    /// Not self-executing: a district court must order first.
    NeedsCourtOrder,
    /// Court process: contempt lies directly.
    OnItsOwn,
    /// A statute or regulation penalises refusal without a court (I-9).
    StatuteWithoutCourt,
    /// To preserve yes, to disclose no (§ 2703(f)).
    PreservationOnly,
    /// Nothing: an answer is voluntary.
    Voluntary,
}

impl Compels {
    /// Whether production (not mere preservation) is compelled without a further order.
    #[must_use]
    pub const fn production_on_its_own(self) -> bool {
        matches!(self, Self::OnItsOwn | Self::StatuteWithoutCourt)
    }
}

/// One kind of paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS), ts(rename = "LawInstrument"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Instrument {
    /// Id of the row: `i138`, `dhs3115`, `otherAdministrative`, `grandJury`, `judicialSubpoena`, `warrant`, `i9Notice`,
    /// `preservation`, `emergency`, `informal`.
    pub id: String,
    /// Which rules it follows.
    pub track: Track,
    /// What it can compel by itself.
    pub compels: Compels,
    /// What people call it.
    pub name: Wording,
    /// Statutes and rules such a paper cites.
    #[serde(default)]
    pub authorities: Vec<String>,
    /// Where the row comes from.
    pub source: String,
    /// The day to which the source was read.
    #[serde(alias = "as_of")]
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub as_of: NaiveDate,
}

table! {
    /// The kinds of paper, in the order they are offered.
    Instruments, "instruments",
    /// The kinds.
    instruments as "instrument": Instrument
}

impl Table for Instruments {
    const NAME: &'static str = "instruments";

    fn check(&self) -> Result<(), LawFault> {
        check_rows(
            Self::NAME,
            self.instruments.iter().map(|row| (row.id.as_str(), row.source.as_str(), Some(&row.name))),
        )
    }
}

impl Instruments {
    /// The kind with this id.
    #[must_use]
    pub fn by_id(&self, id: &str) -> Option<&Instrument> {
        self.instruments.iter().find(|row| row.id == id)
    }
}
