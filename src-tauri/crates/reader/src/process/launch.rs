//! Starting the program.

use std::io;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::mpsc::{Sender, SyncSender, channel, sync_channel};
use std::thread;

use thiserror::Error;

use crate::ocr::Missing;

const NAME: &str = "desk-reader";

/// Where the reader lies. Only the program that is installed decides that: no setting and no environment variable does.
#[derive(Clone, Debug)]
pub struct Launcher {
    program: PathBuf,
}

/// Why no reader could be started at all. This is about the installation or the system, not about a paper.
#[derive(Debug, Error)]
pub enum Unstartable {
    /// The program is not there, or the system would not start it.
    #[error("the reader could not be started: {0}")]
    Start(#[source] io::Error),
    /// It started and could not wall itself off, so it read nothing.
    #[error("the reader could not wall itself off on this system")]
    NoWalls,
    /// No text can be recognised, because something is not installed.
    #[error("text recognition is not possible here: {0}")]
    NoEngine(#[from] Missing),
}

impl Launcher {
    /// The reader that lies beside the program now running.
    ///
    /// # Errors
    /// Where the system does not say which program that is.
    pub fn beside_this_program() -> Result<Self, Unstartable> {
        let program = std::env::current_exe().map_err(Unstartable::Start)?;
        Ok(Self { program: program.with_file_name(format!("{NAME}{}", std::env::consts::EXE_SUFFIX)) })
    }

    /// A reader at another place.
    #[must_use]
    pub fn at(program: &Path) -> Self {
        Self { program: program.to_owned() }
    }

    /// Starts one to do this, with nothing of our environment and three pipes.
    pub(super) fn start(&self, what: &[&str]) -> Result<Child, Unstartable> {
        let mut command = Command::new(&self.program);
        command
            .arg("--parent")
            .arg(std::process::id().to_string())
            .args(what)
            .env_clear()
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let (reply, answer) = sync_channel(1);
        let gone = || Unstartable::Start(io::Error::other("the thread that starts readers is gone"));
        starter()?.send(Job { command, reply }).map_err(|_| gone())?;
        answer.recv().map_err(|_| gone())?.map_err(Unstartable::Start)
    }
}

struct Job {
    command: Command,
    reply: SyncSender<io::Result<Child>>,
}

/// The thread that starts every reader. Linux ends a reader when the *thread* that started it ends, not the process, so
/// this one never does.
fn starter() -> Result<Sender<Job>, Unstartable> {
    static STARTER: OnceLock<Option<Sender<Job>>> = OnceLock::new();
    let started = STARTER.get_or_init(|| {
        let (jobs, queue) = channel::<Job>();
        let serve = move || {
            for mut job in queue {
                // Whoever asked may have gone; then nobody has the pipes, and the reader ends at once.
                drop(job.reply.send(job.command.spawn()));
            }
        };
        thread::Builder::new().name("reader-starter".into()).spawn(serve).ok().map(|_| jobs)
    });
    started.clone().ok_or_else(|| Unstartable::Start(io::Error::other("no thread to start readers from")))
}
