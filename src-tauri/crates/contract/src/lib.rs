//! The wire: requests, replies, faults and pushes, and the one list of commands from which every host is made.
//!
//! Sizes are numbers refused above 2^53 − 1 ([`matter::wire::Count53`]); sequence numbers, versions, ids and instants are
//! texts. A fault is a tagged value, never a sentence.

#![forbid(unsafe_code)]

mod commands;
mod demand;
mod fault;
mod letter;
mod paper;
mod people;
mod push;
mod queue;
mod register;
mod search;
mod session;
mod typescript;

pub use commands::{COMMANDS, Commands, Empty, route};
pub use demand::{
    ActRequest, AttachPartReply, AttachPartRequest, AttachReply, AttachRequest, CellGate, DateLine, DateLineKind,
    DemandRequest, DemandView, Done, ExportRequest, SameFile, Seen, TimelineRequest, Warning,
};
pub use fault::Fault;
pub use letter::{LetterRequest, LetterView};
pub use paper::{
    CautionKind, OutlineEntry, PageFacts, PageText, PageTextLook, PageTextRequest, PagesLook, PagesRequest,
    PaperCaution, PaperFacts, PaperFormat, PaperLook, PaperPart, PaperRef, PaperRequest, SuggestionsLook,
    SuggestionsRequest, TextLine, TextWord, Unreadable, WholePage, WholePaper,
};
pub use people::{
    AddPersonRequest, LawTables, OldBackup, PeopleView, ReadDocketRequest, RemovePersonRequest, RemovedPerson,
};
pub use push::{Progress, Push, SessionEvent};
pub use queue::{QueueCounts, QueuePage, QueueRequest, QueueSort, QueueView};
pub use register::{
    BackUpRequest, Backup, BackupPeopleRequest, Draft, DraftKey, Finding, LookAtBackupRequest, RestorePlan,
    RestoreRequest, VerifyReport,
};
pub use search::{
    HitDemand, HitPlace, PauseReadingRequest, ReadAgainRequest, ReadingNow, ReadingTrouble, ReadingView, Recognition,
    SearchFound, SearchHit, SearchKind, SearchRequest, SearchWithin,
};
pub use session::{
    AcceptHeadRequest, ChangePassphraseRequest, ConfirmRecoveryRequest, CreateRegisterRequest, Created, JobRequest,
    LockScreenPerson, OpenRegisterRequest, PickFilesRequest, PickPurpose, Picked, Quarantined, RecentRegister,
    RecoverRequest, SessionState, SessionView, Stop, StopKind, UnlockRequest,
};
pub use typescript::typescript;
