//! One running reader and its three pipes.

use std::io::{BufReader, Read, Write};
use std::process::{ChildStderr, ChildStdin, ChildStdout, ExitStatus};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::launch::{Launcher, Unstartable};
use super::leash::{Leash, Watch};
use super::outcome::Reason;
use crate::frame::{self, FrameFault, Kind};
use crate::talk::{Answer, Ask, EXIT_NO_WALLS};

/// Of what the reader complains, so much is kept, to tell why it ended. It is never shown or logged: it may hold words of
/// the paper.
const KEPT: usize = 4 * 1024;
/// More than this, and it is ended.
const COMPLAINTS: usize = 1024 * 1024;

/// An exchange that failed.
pub(super) enum Broken {
    /// In the pipe.
    Frame(FrameFault),
    /// What came made no sense.
    Nonsense,
    /// Whoever wanted it could not take it.
    Sink,
}

impl From<FrameFault> for Broken {
    fn from(fault: FrameFault) -> Self {
        Self::Frame(fault)
    }
}

pub(super) struct Seat {
    leash: Arc<Leash>,
    watch: Watch,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
    complaints: Arc<Mutex<Vec<u8>>>,
    listener: JoinHandle<()>,
    busy: Duration,
}

impl Seat {
    pub(super) fn take(launcher: &Launcher) -> Result<Self, Unstartable> {
        let mut child = launcher.start(&[])?;
        let pipes = (child.stdin.take(), child.stdout.take(), child.stderr.take());
        let leash = Arc::new(Leash::new(child));
        let complaints = Arc::default();
        let (Some(to), Some(from), Some(notes)) = pipes else {
            leash.finish();
            return Err(Unstartable::Start(std::io::Error::other("a pipe is missing")));
        };
        let threads = Watch::over(Arc::clone(&leash))
            .and_then(|watch| Ok((watch, listen(notes, Arc::clone(&leash), Arc::clone(&complaints))?)));
        let (watch, listener) = threads.map_err(|fault| {
            leash.finish();
            Unstartable::Start(fault)
        })?;
        let from = BufReader::new(from);
        Ok(Self { leash, watch, to, from, complaints, listener, busy: Duration::ZERO })
    }

    pub(super) fn id(&self) -> u32 {
        self.leash.id()
    }

    pub(super) fn leash(&self) -> Arc<Leash> {
        Arc::clone(&self.leash)
    }

    /// Nobody has ended it.
    pub(super) fn is_wanted(&self) -> bool {
        self.leash.why().is_none()
    }

    pub(super) fn busy(&self) -> Duration {
        self.busy
    }

    pub(super) fn was_busy(&mut self, time: Duration) {
        self.busy = self.busy.saturating_add(time);
    }

    /// Hands it the paper.
    pub(super) fn give(&mut self, paper: &[u8], patience: Duration) -> Result<(), Broken> {
        self.watch.begin(patience);
        frame::write(&mut self.to, Kind::Paper, paper)?;
        self.watch.done();
        Ok(())
    }

    /// Asks, and takes only an answer to just this question.
    pub(super) fn ask(&mut self, ask: &Ask, pages: u32, patience: Duration) -> Result<Answer, Broken> {
        let question = zeroize::Zeroizing::new(serde_json::to_vec(ask).map_err(|_| Broken::Nonsense)?);
        self.watch.begin(patience);
        frame::write(&mut self.to, Kind::Ask, &question)?;
        let answer = frame::read(&mut self.from, Kind::Answer)?;
        self.watch.done();
        let answer: Answer = serde_json::from_slice(&answer).map_err(|_| Broken::Nonsense)?;
        answer.check(ask, pages).map_err(|_| Broken::Nonsense)?;
        Ok(answer)
    }

    /// Takes the picture that was announced, with the size that was announced.
    pub(super) fn picture(&mut self, patience: Duration, width: u32, height: u32) -> Result<Vec<u8>, Broken> {
        self.watch.begin(patience);
        let png = frame::read(&mut self.from, Kind::Picture)?;
        self.watch.done();
        if png_size(&png) == Some((width, height)) { Ok(png) } else { Err(Broken::Nonsense) }
    }

    /// Takes the part that was announced, piece by piece, and gives it away as it comes. The limit of time is for each
    /// piece.
    pub(super) fn part(&mut self, patience: Duration, size: u64, to: &mut impl Write) -> Result<(), Broken> {
        let mut left = size;
        while left > 0 {
            self.watch.begin(patience);
            let piece = frame::read(&mut self.from, Kind::Piece)?;
            self.watch.done();
            let count = piece.len() as u64;
            if count == 0 || count > left {
                return Err(Broken::Nonsense);
            }
            to.write_all(&piece).map_err(|_| Broken::Sink)?;
            left -= count;
        }
        Ok(())
    }

    /// Ends it after a failure, and says why in terms a person can be told.
    pub(super) fn end(self, broken: &Broken) -> Result<Reason, Unstartable> {
        match broken {
            Broken::Frame(FrameFault::TooLong(_)) => self.leash.end(Reason::OutputLimit),
            Broken::Frame(FrameFault::NotAFrame | FrameFault::Version(_) | FrameFault::NotDue(_))
            | Broken::Nonsense => self.leash.end(Reason::Protocol),
            // Nobody wants the rest.
            Broken::Sink => self.leash.end(Reason::Cancelled),
            Broken::Frame(FrameFault::Ended | FrameFault::Cut | FrameFault::Pipe(_)) => {}
        }
        let Self { leash, watch, to, from, complaints, listener, .. } = self;
        // It may wait for us to read or write; now it cannot.
        drop((to, from));
        let status = leash.part();
        drop(watch);
        if let Some(why) = leash.why() {
            return Ok(why);
        }
        // Its last words are in the pipe, which ends because it did.
        drop(listener.join());
        let complaints = complaints.lock().unwrap_or_else(PoisonError::into_inner);
        by_itself(status, &complaints)
    }
}

/// Why a reader ended that nobody ended.
pub(super) fn by_itself(status: Option<ExitStatus>, complaints: &[u8]) -> Result<Reason, Unstartable> {
    let code = status.and_then(|status| status.code());
    if code == Some(i32::from(EXIT_NO_WALLS)) {
        return Err(Unstartable::NoWalls);
    }
    let signal = status.and_then(signal);
    // What Rust's runtime says before it aborts for want of memory. A reader that lies here lies about its own end only.
    // And what C++'s says.
    let said = |words: &[u8]| complaints.windows(words.len()).any(|part| part == words);
    if code.is_none() && (said(b"memory allocation of") || said(b"std::bad_alloc")) {
        return Ok(Reason::MemoryLimit);
    }
    if signal.is_some_and(is_time) {
        return Ok(Reason::TimeLimit);
    }
    Ok(Reason::Crashed { signal, code })
}

#[cfg(unix)]
fn signal(status: ExitStatus) -> Option<i32> {
    std::os::unix::process::ExitStatusExt::signal(&status)
}

#[cfg(not(unix))]
fn signal(_: ExitStatus) -> Option<i32> {
    None
}

#[cfg(unix)]
fn is_time(signal: i32) -> bool {
    signal == rustix::process::Signal::XCPU.as_raw()
}

#[cfg(not(unix))]
fn is_time(_: i32) -> bool {
    false
}

/// Width and height as a PNG's first chunk says them.
fn png_size(png: &[u8]) -> Option<(u32, u32)> {
    let rest = png.strip_prefix(b"\x89PNG\r\n\x1a\n")?;
    let number = |at: usize| {
        let bytes: [u8; 4] = rest.get(at..at + 4)?.try_into().ok()?;
        Some(u32::from_be_bytes(bytes))
    };
    (rest.get(4..8)? == b"IHDR").then_some(())?;
    Some((number(8)?, number(12)?))
}

/// Reads what the reader complains until it is gone, keeps the beginning, and ends it if it does not stop.
pub(super) fn listen(
    mut notes: ChildStderr,
    leash: Arc<Leash>,
    kept: Arc<Mutex<Vec<u8>>>,
) -> std::io::Result<JoinHandle<()>> {
    let listen = move || {
        let mut piece = [0; 1024];
        let mut all = 0_usize;
        while let Ok(count @ 1..) = notes.read(&mut piece) {
            all = all.saturating_add(count);
            if all > COMPLAINTS {
                leash.end(Reason::OutputLimit);
            }
            let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
            let room = KEPT.saturating_sub(kept.len()).min(count);
            kept.extend(piece.iter().take(room));
        }
    };
    thread::Builder::new().name("reader-notes".into()).spawn(listen)
}
