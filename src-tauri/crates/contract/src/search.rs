//! Search over everything, and the reading of papers that it waits for.

use chrono::NaiveDate;
use matter::ids::{DemandId, DocumentId, LetterId, OpId, ProceedingId};
use matter::place::Rect;
use matter::search::{Part, Piece};
use matter::wire::Count53;
use serde::{Deserialize, Serialize};

use crate::paper::Unreadable;

/// Asks where words stand.
///
/// All words must be met. `"in quotes"` stand in a row; `word*` is a beginning (three letters at least). An identifier
/// (telephone, e-mail, URL, IP address, docket or other number) is met in other spellings too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct SearchRequest {
    /// What a person typed.
    pub text: String,
    /// Where to look.
    #[serde(default)]
    pub within: SearchWithin,
    /// How many hits, 1 to 200.
    pub limit: u16,
}

/// Where to look. Everything that is set must hold.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", default)]
pub struct SearchWithin {
    /// Only of these kinds; empty for all.
    pub kinds: Vec<SearchKind>,
    /// Only demands that are open, or only closed ones.
    pub open: Option<bool>,
    /// Only of this demand, with its proceedings, letters and papers.
    pub demand: Option<DemandId>,
    /// Only demands received on this day or later, in the zone they were received in.
    #[ts(type = "string | null")]
    pub received_from: Option<NaiveDate>,
    /// Only demands received on this day or earlier.
    #[ts(type = "string | null")]
    pub received_to: Option<NaiveDate>,
}

/// The kinds of hits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum SearchKind {
    /// What is recorded of a demand: numbers, identifiers, names, notes.
    Demand,
    /// What is recorded of a proceeding and its papers.
    Proceeding,
    /// What is recorded of a letter. Its text, once approved, is a paper.
    Letter,
    /// The words of a page of a paper.
    Page,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct SearchFound {
    /// The best first.
    pub hits: Vec<SearchHit>,
    /// There are more than these.
    pub more: bool,
    /// The words stand in so many places that only the newest of them were weighed against each other.
    pub newest_only: bool,
    /// Identifiers that were recognised in what was typed, as typed: these are met in other spellings too.
    pub identifiers: Vec<String>,
    /// Where nothing could be found yet.
    pub reading: ReadingView,
}

/// One place where the words stand.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct SearchHit {
    /// Where.
    pub place: HitPlace,
    /// The demands it belongs to, the newest first; a paper or a proceeding can belong to several.
    pub demands: Vec<HitDemand>,
    /// The words around, with those met marked.
    pub snippet: Vec<Piece>,
}

/// Where the words stand.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "type")]
pub enum HitPlace {
    /// In what is recorded of a demand.
    Demand {
        /// Which.
        demand: DemandId,
        /// In which part.
        part: Part,
    },
    /// In what is recorded of a proceeding.
    Proceeding {
        /// Which.
        proceeding: ProceedingId,
        /// In which part.
        part: Part,
    },
    /// In what is recorded of a letter.
    Letter {
        /// Which.
        letter: LetterId,
        /// In which part.
        part: Part,
    },
    /// On a page of a paper.
    Page {
        /// The paper.
        document: DocumentId,
        /// The name a person sees.
        name: String,
        /// The page, from 0.
        page: u32,
        /// The words met, each with its place on the page.
        at: Vec<Rect>,
        /// Its words were recognised in a picture: some may be misread.
        recognised: bool,
    },
}

/// A demand that a hit belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct HitDemand {
    /// Which.
    pub demand: DemandId,
    /// Our reference.
    pub reference: String,
    /// True while open.
    pub open: bool,
}

/// How far the papers of the register are read. Reading goes on by itself while the register is unlocked, one page after the
/// other, and where it was left off after a restart.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct ReadingView {
    /// Papers whose words can be found.
    pub read: Count53,
    /// Papers not read yet.
    pub waiting: Count53,
    /// Papers that could not be read: whole, or one of their pages.
    pub troubled: Count53,
    /// Papers that hold files which were not read: what hangs on a mail, what an archive holds.
    pub holding: Count53,
    /// Pages whose words were recognised in a picture: a word that was misread is not found.
    pub recognised_pages: Count53,
    /// Some of the troubled ones, at most 100, the newest first.
    pub troubles: Vec<ReadingTrouble>,
    /// A person paused it; it stays paused until a person lets it go on, or the register is unlocked again.
    pub paused: bool,
    /// The paper being read now.
    pub now: Option<ReadingNow>,
    /// How pictures are read on this computer.
    pub recognition: Recognition,
}

/// What is installed of text recognition for pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum Recognition {
    /// Not the engine, or not its languages: pictures are not read.
    #[default]
    Absent,
    /// All but the script of the second reading: pictures are read once, and no word of them is sure. They are read again when it
    /// is installed.
    OneReading,
    /// All.
    TwoReadings,
}

/// The paper being read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct ReadingNow {
    /// The job's name, as in progress.
    pub job: OpId,
    /// Which.
    pub document: DocumentId,
    /// Pages done.
    pub done: u32,
    /// Pages it has; none while that is not known.
    pub pages: Option<u32>,
}

/// A paper that could not be read, whole or in part. The paper itself is kept and untouched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct ReadingTrouble {
    /// Which.
    pub document: DocumentId,
    /// The name a person sees.
    pub name: String,
    /// The demands it belongs to.
    pub demands: Vec<HitDemand>,
    /// Why nothing of it was read; none where only some pages were not.
    pub why: Option<Unreadable>,
    /// Pages that are pictures nobody could read as text.
    pub pictures: u32,
    /// Other pages that could not be read, or not all of them.
    pub pages: u32,
}

/// Pauses the reading of papers, or lets it go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct PauseReadingRequest {
    /// True to pause.
    pub paused: bool,
}

/// Has papers read again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct ReadAgainRequest {
    /// This one; none for all that could not be read.
    pub document: Option<DocumentId>,
}
