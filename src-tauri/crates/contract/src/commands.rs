//! The one list of commands. From it are made: the trait that `desk` implements, the Tauri commands and their
//! permissions, the loopback router, `desk do`, the TypeScript `Commands` type, and the tests that they agree.

use serde::{Deserialize, Serialize};

use crate::fault::Fault;

/// A request without content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ts_rs::TS)]
pub struct Empty {}

/// Hands every command to a macro: `name(Request) -> Reply;` with its documentation.
#[macro_export]
macro_rules! with_commands {
    ($callback:ident) => {
        $callback! {
            /// Who is here, which register, locked or open.
            session(Empty) -> SessionView;
            /// Asks the person for a folder; none when they cancelled.
            pick_folder(PickFilesRequest) -> Option<Picked>;
            /// Asks the person for files to attach; empty when they cancelled.
            pick_files(PickFilesRequest) -> Vec<Picked>;
            /// Founds a register: key ring, genesis, first person. The recovery key is in the reply, once.
            create_register(CreateRegisterRequest) -> Created;
            /// The recovery key typed back: a real register starts here.
            confirm_recovery_key(ConfirmRecoveryRequest) -> SessionView;
            /// Makes the SAMPLE register if it is not there, and opens it.
            open_sample(Empty) -> SessionView;
            /// Chooses a register; it stays locked.
            open_register(OpenRegisterRequest) -> SessionView;
            /// Lets go of the register chosen, so that another can be chosen.
            close_register(Empty) -> SessionView;
            /// Unlocks for one person.
            unlock(UnlockRequest) -> SessionView;
            /// Goes on with the chain as it was found, though it does not hold the head this device saw last: an
            /// administrator's act, with a reason, on record.
            accept_head(AcceptHeadRequest) -> SessionView;
            /// Opens a damaged register to read what can be read. Nothing in its folder is written.
            open_damaged(UnlockRequest) -> SessionView;
            /// Copies the register chosen, byte for byte as it is, into a folder beside it.
            quarantine(Empty) -> Quarantined;
            /// Locks: closes the database, forgets the keys.
            lock(Empty) -> SessionView;
            /// Opens with the recovery key, only to give a person a new passphrase and key.
            recover(RecoverRequest) -> SessionView;
            /// A new passphrase for the person who is here.
            change_passphrase(ChangePassphraseRequest) -> Empty;
            /// One page of a view of the queue.
            queue(QueueRequest) -> QueuePage;
            /// How many demands each view shows.
            queue_counts(Empty) -> QueueCounts;
            /// Everything about one demand, as of a time, as known at a time.
            demand(DemandRequest) -> Box<DemandView>;
            /// Performs an act.
            act(ActRequest) -> Done;
            /// Attaches a file to a demand; progress is pushed, and it can be cancelled.
            attach(AttachRequest) -> AttachReply;
            /// Keeps a file that lies inside a paper (what hangs on a mail, what an archive holds) as a paper of its own.
            attach_part(AttachPartRequest) -> AttachPartReply;
            /// Saves a document byte for byte where the person says; false when they cancelled.
            export_document(ExportRequest) -> bool;
            /// Opens a paper to look at it: how many pages, and what is worth a warning. Nothing in it is run or followed.
            paper(PaperRequest) -> PaperLook;
            /// What is true of some pages of a paper.
            pages(PagesRequest) -> PagesLook;
            /// The text of a page of a paper, with the place of each word.
            page_text(PageTextRequest) -> PageTextLook;
            /// Reads a paper and says what it seems to be and what seems to stand in it. Progress is pushed, and it can be
            /// cancelled. Nothing is filled in by it.
            suggestions(SuggestionsRequest) -> SuggestionsLook;
            /// Where words stand: in what is recorded, and on the pages of papers.
            search(SearchRequest) -> SearchFound;
            /// How far papers are read.
            reading(Empty) -> ReadingView;
            /// Pauses the reading of papers, or lets it go on.
            pause_reading(PauseReadingRequest) -> ReadingView;
            /// Has papers read again that could not be.
            read_again(ReadAgainRequest) -> ReadingView;
            /// Stops a running job.
            cancel(JobRequest) -> Empty;
            /// Every entry about a demand, its proceedings and its letters.
            timeline(TimelineRequest) -> Vec<matter::timeline::TimelineLine>;
            /// A letter with its text and what is missing.
            letter(LetterRequest) -> LetterView;
            /// Everybody.
            people(Empty) -> PeopleView;
            /// Adds a person, who types their own passphrase.
            add_person(AddPersonRequest) -> PeopleView;
            /// Removes a person and rotates the register's key.
            remove_person(RemovePersonRequest) -> RemovedPerson;
            /// What counsel set.
            policy(Empty) -> matter::policy::Policy;
            /// Courts, instruments, categories: law as data, with its source and "as of".
            law(Empty) -> LawTables;
            /// Reads a docket number; what cannot be read is kept raw.
            read_docket_number(ReadDocketRequest) -> matter::docket::DocketNumber;
            /// Backups of this register.
            backups(Empty) -> Vec<Backup>;
            /// Makes a backup and verifies it by restoring it.
            back_up(BackUpRequest) -> Backup;
            /// Who can open a backup: what lies in clear beside it.
            backup_people(BackupPeopleRequest) -> Vec<LockScreenPerson>;
            /// Looks at a backup before restoring: what would be lost.
            look_at_backup(LookAtBackupRequest) -> RestorePlan;
            /// Restores it: the register here is moved aside, a new branch begins.
            restore(RestoreRequest) -> SessionView;
            /// Walks the whole register and says what holds.
            verify(Empty) -> VerifyReport;
            /// A draft of a form, kept while it is not saved.
            load_draft(DraftKey) -> Option<Draft>;
            /// Keeps a draft.
            save_draft(Draft) -> Empty;
            /// Drops a draft.
            drop_draft(DraftKey) -> Empty;
        }
    };
}

macro_rules! declare {
    ($($(#[$doc:meta])* $name:ident($request:ty) -> $reply:ty;)*) => {
        /// Every command's name, in order.
        pub const COMMANDS: &[&str] = &[$(stringify!($name)),*];

        /// What a desk can be asked. Each method may be called from any thread; none blocks another for long.
        pub trait Commands: Send + Sync {
            $(
                $(#[$doc])*
                ///
                /// # Errors
                /// A [`Fault`]: what happened, as a tagged value.
                fn $name(&self, request: $request) -> Result<$reply, Fault>;
            )*
        }

        /// Runs a command by name with JSON in and out: what every transport does.
        ///
        /// # Errors
        /// The command's fault; `internal` for an unknown name or a request that is not of its shape.
        pub fn route(commands: &dyn Commands, name: &str, request: serde_json::Value) -> Result<serde_json::Value, Fault> {
            match name {
                $(stringify!($name) => {
                    let request: $request = serde_json::from_value(if request.is_null() {
                        serde_json::Value::Object(serde_json::Map::new())
                    } else {
                        request
                    })
                    .map_err(|fault| Fault::Request { detail: fault.to_string() })?;
                    let reply = commands.$name(request)?;
                    serde_json::to_value(reply).map_err(|_| Fault::internal("reply"))
                })*
                _ => Err(Fault::internal("command")),
            }
        }

        /// The TypeScript declarations of the list, and a visit of every type in it.
        pub(crate) fn visit(visitor: &mut impl ts_rs::TypeVisitor, config: &ts_rs::Config) -> String {
            let mut list = String::from("export type Commands = {\n");
            $(
                visitor.visit::<$request>();
                visitor.visit::<$reply>();
                list.push_str(&format!(
                    "  {}: {{ request: {}; reply: {} }};\n",
                    stringify!($name),
                    <$request as ts_rs::TS>::name(config),
                    <$reply as ts_rs::TS>::name(config),
                ));
            )*
            list.push_str("};\n");
            list
        }
    };
}

use crate::*;
with_commands!(declare);
