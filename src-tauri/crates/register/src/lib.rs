//! The register on disk: one encrypted SQLite file that holds the journal, the papers and everything derived from them,
//! beside a key ring and backups.
//!
//! This is the only crate that names the database. Everything the rest sees is in the domain's words: [`Register`]
//! implements [`matter::journal::Journal`], takes papers in as streams ([`Register::stage`]), reads them back, answers the
//! queue, and verifies, backs up, restores and rekeys itself. What goes wrong is a [`Fault`].

mod backup;
mod connection;
mod documents;
mod drafts;
mod fault;
mod ffi;
mod folder;
mod journal;
mod keyring;
mod queue;
mod register;
mod schema;
mod search;
mod verify;
pub mod workshop;

pub use backup::{Backup, BackupManifest, Kept, Loss, Restored, backups, check_backup, restore, thin};
pub use connection::Departure;
pub use documents::{DocumentFacts, DocumentReader, FileSource, Source, Staged, Stamp, Watch};
pub use drafts::Draft;
pub use fault::Fault;
pub use folder::{Folder, share_kind};
pub use journal::Recorded;
pub use keyring::{
    Cost, Founded, KeyRing, LockScreenName, NewHolder, RecoveryKey, RegisterKey, SlotKind, Strength, Unlocked,
};
pub use queue::{QueueCount, QueueFilter, QueueKey, QueuePage, QueueSort};
pub use register::{Interrupts, LastSeen, Register, Rotation, Setting, quarantine};
pub use search::{
    Found, Hit, HitDemand, HitPlace, Kept as KeptPage, ONE_READING, PageRead, PageWords, ReadingCount, ReadingEnd,
    SearchFilter, Trouble,
};
pub use verify::{DocumentFault, Finding, Held, Outside, Report, VerifyPlan, VerifyProgress};
