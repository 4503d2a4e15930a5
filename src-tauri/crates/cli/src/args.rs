//! What can be typed.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use crate::verbs::{court, decide, docket_search, keeping, letter, log, notice, person, raw, read, search, show, step};

/// The register of agency demands and court orders, on the command line.
#[derive(Debug, Parser)]
#[command(
    name = "desk",
    version,
    about = "The register of agency demands and court orders, on the command line.",
    after_help = "Times are written \"2026-12-03 17:00 America/Los_Angeles\"; without a zone they are read in the desk's own; \
                  \"now\" is the present.\nExit codes: 0 done, 2 usage, 3 refused, 4 damaged, 5 locked or wrong passphrase, \
                  6 in use by another program.\nThe program states what is on file. It gives no legal advice."
)]
pub(crate) struct Given {
    #[command(flatten)]
    pub(crate) common: Common,
    #[command(subcommand)]
    pub(crate) verb: Verb,
}

/// Good for every verb.
#[derive(Debug, Args)]
pub(crate) struct Common {
    /// The register's folder (NAME.register). Else SUBPOENA_DESK_REGISTER, else the one used last on this device
    #[arg(long, global = true, value_name = "FOLDER")]
    pub(crate) register: Option<PathBuf>,
    /// Who you are
    #[arg(long, global = true, value_name = "NAME")]
    pub(crate) person: Option<String>,
    /// Read the passphrase from this file instead of asking
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) passphrase_file: Option<PathBuf>,
    /// Read the passphrase from this file descriptor instead of asking; 0 is standard input
    #[arg(long, global = true, value_name = "N", conflicts_with = "passphrase_file")]
    pub(crate) passphrase_fd: Option<u32>,
    /// One JSON document on standard output
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// Open a damaged register to read what can be read; nothing in it is written
    #[arg(long, global = true)]
    pub(crate) damaged: bool,
    /// When what is recorded happened, if not now
    #[arg(long, global = true, value_name = "TIME")]
    pub(crate) happened: Option<String>,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Verb {
    /// Found a register
    Init(person::Init),
    /// People: list, add, remove, roles, rename
    #[command(subcommand)]
    Person(person::Person),
    /// Log a demand, with its papers
    Log(Box<log::Log>),
    /// Correct or complete what was logged
    Amend(Box<log::Amend>),
    /// Attach files to a demand
    Attach(log::Attach),
    /// The files inside a paper: what hangs on a mail, what an archive holds; and keep one as a paper of its own
    Parts(log::Parts),
    /// Everything about one demand, now or as of a time
    Show(show::Show),
    /// The queue: one view of all demands
    List(show::List),
    /// Where words stand: in what is recorded, and on the pages of papers
    Search(search::Search),
    /// How far papers are read, so that their words can be found
    Reading(search::Reading),
    /// What happened, who did it, when: every entry about a demand
    Timeline(show::Timeline),
    /// Give a demand to an owner
    Assign(step::Assign),
    /// Triage is done; counsel is not needed yet
    Triage(step::Noted),
    /// Send a demand to counsel
    ToCounsel(step::Noted),
    /// Counsel sends a demand back
    ToTriage(step::Noted),
    /// Add a note to a demand
    Note(step::Note),
    /// Link a demand to another
    Link(step::Link),
    /// The agency withdrew a demand: no court ruled
    Withdrawal(step::Withdrawal),
    /// Close a demand
    Close(step::Close),
    /// Open a closed demand again
    Reopen(step::Reasoned),
    /// Record a docket search
    DocketSearch(docket_search::DocketSearch),
    /// Counsel answers a claimed order that no paper backs
    AnswerClaim(docket_search::AnswerClaim),
    /// Proceedings and court papers: open, join, paper, verify, aside, end
    #[command(subcommand)]
    Court(court::Court),
    /// Counsel verifies a court's order against the paper itself (the same as `court verify`)
    VerifyOrder(court::Verify),
    /// Counsel decides, by account and records
    Decide(decide::Decide),
    /// Whether records may leave: open on a basis, or closed for reasons, by account and records
    Gate(decide::Gate),
    /// Sign a ground for disclosure other than an order
    #[command(subcommand)]
    Basis(decide::Basis),
    /// Counsel's signed reason where a notice window or challenge runs past an order's date
    Resolve(decide::Resolve),
    /// Record a disclosure through the gate
    Disclose(decide::Disclose),
    /// Record a disclosure made outside the gate
    Incident(decide::Incident),
    /// Telling the user: decide, challenge, order-ended
    #[command(subcommand)]
    Notice(notice::Notice),
    /// Letters to the user: draft, text, pdf, approve, sent, bounce, aside
    #[command(subcommand)]
    Letter(letter::Letter),
    /// Our duty to keep: on, off, preserved
    #[command(subcommand)]
    Hold(step::Hold),
    /// Read any file, with no register: what it is, its pages, what is suggested. Nothing in it is run or followed
    Read(read::Read),
    /// Save a document, byte for byte
    Export(keeping::Export),
    /// Back up, and verify the backup by restoring it; or list backups
    Backup(keeping::Backup),
    /// Restore a backup: says first what would be lost
    Restore(keeping::Restore),
    /// Walk the whole register and say what holds
    Verify,
    /// Go on with a register that does not hold the last entry this machine saw (administrator)
    AcceptHead(keeping::AcceptHead),
    /// Copy a damaged register byte for byte, as it is, into a folder beside it
    Quarantine,
    /// Run any command of the contract: `desk do NAME JSON`, or `-` to read it
    Do(raw::Do),
    /// The contract: TypeScript of every command (with --json also the list of names)
    Schema,
    /// Make a SAMPLE register, run the whole main job on it, and print what was made
    Sample(crate::verbs::sample::Sample),
}

/// Which of the options that are good for every verb mean something to one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Takes {
    /// It reads, so it can read a damaged register.
    pub(crate) damaged: bool,
    /// It records something that happened at a time.
    pub(crate) happened: bool,
}

impl Verb {
    /// What it takes.
    pub(crate) fn takes(&self) -> Takes {
        use letter::Letter;
        use person::Person;
        let (damaged, happened) = match self {
            Self::Show(_)
            | Self::List(_)
            | Self::Timeline(_)
            | Self::Gate(_)
            | Self::Export(_)
            | Self::Verify
            | Self::Search(_)
            | Self::Do(_)
            | Self::Letter(Letter::Text(_) | Letter::Pdf(_))
            | Self::Person(Person::List) => (true, false),
            Self::Backup(verb) => (verb.only_lists(), false),
            Self::Person(Person::Roles(_) | Person::Rename(_)) => (false, true),
            Self::Init(_)
            | Self::Person(_)
            | Self::Attach(_)
            | Self::Parts(_)
            | Self::Restore(_)
            | Self::AcceptHead(_)
            | Self::Quarantine
            | Self::Schema
            | Self::Read(_)
            | Self::Reading(_)
            | Self::Sample(_) => (false, false),
            _ => (false, true),
        };
        Takes { damaged, happened }
    }
}
