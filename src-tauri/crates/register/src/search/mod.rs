//! Search: what is recorded (a projection, brought up with every act) and the pages of papers (a cache, filled as they are
//! read), each with an index over its words.

mod find;
mod index;
mod pages;
mod record;

use matter::ids::{DemandId, DocumentId};
use matter::journal::Subject;
use matter::search::Part;
use matter::time::Instant;

pub use pages::{Kept, ONE_READING, PageRead, PageWords, ReadingCount, ReadingEnd, Trouble};
pub(crate) use record::{in_form, kept_rightly, rebuild, refresh, stray};

/// Where to look. Everything that is set must hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SearchFilter {
    /// In what is recorded of demands.
    pub demands: bool,
    /// In what is recorded of proceedings.
    pub proceedings: bool,
    /// In what is recorded of letters.
    pub letters: bool,
    /// On the pages of papers.
    pub pages: bool,
    /// Of demands that are open, or closed.
    pub open: Option<bool>,
    /// Of this demand.
    pub demand: Option<DemandId>,
    /// Of demands received at this instant or later.
    pub received_from: Option<Instant>,
    /// Of demands received before this instant.
    pub received_before: Option<Instant>,
}

impl SearchFilter {
    /// Everywhere.
    #[must_use]
    pub fn everywhere() -> Self {
        Self { demands: true, proceedings: true, letters: true, pages: true, ..Self::default() }
    }
}

/// Where words stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HitPlace {
    /// In what is recorded.
    Record {
        /// Of which subject.
        subject: Subject,
        /// In which part.
        part: Part,
    },
    /// On a page.
    Page {
        /// Of which paper.
        document: DocumentId,
        /// From 0.
        number: u32,
        /// Recognised in a picture.
        recognised: bool,
        /// The name a person sees; empty where it has none.
        name: String,
    },
}

/// A demand that a hit belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HitDemand {
    /// Which.
    pub demand: DemandId,
    /// Our reference.
    pub reference: String,
    /// True while open.
    pub open: bool,
}

/// One place where the words stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Where.
    pub place: HitPlace,
    /// The demands it belongs to, the newest first.
    pub demands: Vec<HitDemand>,
    /// The whole text of that place.
    pub text: String,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// The best first.
    pub hits: Vec<Hit>,
    /// There are more.
    pub more: bool,
    /// Only the newest were weighed.
    pub newest_only: bool,
}
