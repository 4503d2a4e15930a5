//! Recognising the text of one page, in processes of their own: `desk-reader --ocr`, which becomes the engine.

use std::io::{Read, Write};
use std::process::{Child, ChildStdout, ExitStatus};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use super::cancel::{Canceller, Current};
use super::launch::{Launcher, Unstartable};
use super::leash::{Leash, Watch};
use super::outcome::{Outcome, Reason};
use super::seat::{by_itself, listen};
use super::{Asked, Reading};
use crate::ocr::{EXIT_NO_ENGINE, Engine, Language, Missing, Recognised, Scan};
use crate::talk::Refusal;

/// How long one page may take on the clock of the wall.
const PATIENCE: Duration = Duration::from_secs(90);
/// The longest table of words that is read.
const TABLE: usize = 16 * 1024 * 1024;

/// Text recognition. Each reading of a page is a process of its own; nothing is kept between two.
pub struct Ocr {
    launcher: Launcher,
    current: Current,
    patience: Duration,
}

impl Ocr {
    /// Recognition in all languages of the desk.
    #[must_use]
    pub fn of(launcher: &Launcher) -> Self {
        Self { launcher: launcher.clone(), current: Current::for_once(), patience: PATIENCE }
    }

    /// The same with another limit for each page.
    #[must_use]
    pub fn with_patience(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    /// Ends the page being recognised, from another thread.
    #[must_use]
    pub fn canceller(&self) -> Canceller {
        self.current.canceller()
    }

    /// Whether the engine and the languages of its first reading are installed; a look at the system's folders, which starts
    /// nothing.
    ///
    /// # Errors
    /// [`Unstartable::NoEngine`] with what is missing.
    pub fn installed(&self) -> Result<(), Unstartable> {
        Engine::find(Language::FIRST).map(drop).map_err(Unstartable::NoEngine)
    }

    /// Whether the second reading's language is installed too: without it no word of a picture is sure.
    #[must_use]
    pub fn reads_twice(&self) -> bool {
        Engine::find(Language::SECOND).is_ok()
    }

    /// The engine's name and version: what a cache of recognised text belongs to besides the page.
    ///
    /// # Errors
    /// As [`Self::recognise`].
    pub fn version(&mut self) -> Asked<String> {
        let said = self.run(&["--ocr-version"], &[])?;
        Ok(said.and_then(|said| {
            let first = said.split(|byte| *byte == b'\n').next().unwrap_or_default();
            let name: String = String::from_utf8_lossy(first).chars().filter(|c| !c.is_control()).take(60).collect();
            if name.starts_with("tesseract ") { Outcome::Read(name) } else { Outcome::Unreadable(Reason::Protocol) }
        }))
    }

    /// The words of a picture that [`Reading::scan`] gave. It is read twice, by two processes at once; where they differ, the words are
    /// the second one's if what a word can be tells so, else the first one's and [unsure](crate::paper::Word::unsure). Where the second
    /// one's time is over, it is read once more, alone; where it comes to nothing, every word is unsure.
    ///
    /// # Errors
    /// Only if there is no engine or no reader to wall it off; what the picture does to it is an outcome.
    pub fn recognise(&mut self, scan: &Scan) -> Asked<Recognised> {
        let read = |languages: &[Language]| {
            let codes: Vec<&str> = languages.iter().map(|language| language.code()).collect();
            self.run(&["--ocr", &codes.join("+")], &scan.png)
        };
        let (first, second) = thread::scope(|scope| {
            let second = scope.spawn(|| read(Language::SECOND));
            (read(Language::FIRST), second.join())
        });
        let second = match second {
            Ok(Ok(second)) => second,
            // Without its data everything is unsure, and can be searched all the same.
            Ok(Err(Unstartable::NoEngine(_))) | Err(_) => Outcome::Unreadable(Reason::Protocol),
            Ok(Err(fault)) => return Err(fault),
        };
        let first = first?;
        let second = match second {
            Outcome::Unreadable(Reason::TimeLimit) if matches!(first, Outcome::Read(_)) => {
                read(Language::SECOND).unwrap_or(second)
            }
            second => second,
        };
        Ok(first.and_then(|first| {
            let second = match &second {
                Outcome::Read(table) => Some(table.as_slice()),
                Outcome::Unreadable(Reason::Cancelled) => return Outcome::Unreadable(Reason::Cancelled),
                Outcome::Unreadable(_) => None,
            };
            match Recognised::from_tables(&first, second, scan) {
                Ok(recognised) => Outcome::Read(recognised),
                Err(_) => Outcome::Unreadable(Reason::Protocol),
            }
        }))
    }

    /// Makes the picture and recognises it.
    ///
    /// # Errors
    /// As [`Self::recognise`].
    pub fn recognise_page(&mut self, reading: &mut Reading, page: u32) -> Asked<Recognised> {
        match reading.scan(page)? {
            Outcome::Read(scan) => self.recognise(&scan),
            Outcome::Unreadable(reason) => Ok(Outcome::Unreadable(reason)),
        }
    }

    /// Starts it, hands it the bytes, takes what it says, and waits for its end.
    fn run(&self, what: &[&str], bytes: &[u8]) -> Asked<Vec<u8>> {
        let child = self.launcher.start(what)?;
        let (leash, watch, pipes) = leashed(child)?;
        self.current.begin(&leash);
        watch.begin(self.patience);
        let (mut to, from, complaints, listener) = pipes;
        let mut said = Vec::new();
        let cut = thread::scope(|scope| {
            // On a thread of its own: what speaks before it listens would else wait for us, and we for it. It may end
            // before it has read all; how it ended tells why.
            scope.spawn(move || drop(to.write_all(bytes)));
            let cut = from.take(TABLE as u64 + 1).read_to_end(&mut said).is_err();
            if said.len() > TABLE {
                leash.end(Reason::OutputLimit);
            }
            cut
        });
        let status = leash.part();
        watch.done();
        self.current.done(&leash);
        drop(watch);
        drop(listener.join());
        if let Some(why) = leash.why() {
            return Ok(Outcome::Unreadable(why));
        }
        if !cut && status.is_some_and(|status| status.success()) {
            return Ok(Outcome::Read(said));
        }
        let complaints = complaints.lock().unwrap_or_else(PoisonError::into_inner);
        self.why(status, &complaints).map(Outcome::Unreadable)
    }

    /// Why it ended that nobody ended.
    fn why(&self, status: Option<ExitStatus>, complaints: &[u8]) -> Result<Reason, Unstartable> {
        match status.and_then(|status| status.code()) {
            Some(code) if code == i32::from(EXIT_NO_ENGINE) => {
                Err(Unstartable::NoEngine(Engine::find(&Language::ALL).err().unwrap_or(Missing::Program)))
            }
            // What the engine says of a picture that it cannot read.
            Some(1) => Ok(Reason::Refused(Refusal::Damaged)),
            _ => by_itself(status, complaints),
        }
    }
}

type Pipes = (std::process::ChildStdin, ChildStdout, Arc<Mutex<Vec<u8>>>, thread::JoinHandle<()>);

fn leashed(mut child: Child) -> Result<(Arc<Leash>, Watch, Pipes), Unstartable> {
    let pipes = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    let leash = Arc::new(Leash::new(child));
    let complaints = Arc::default();
    let (Some(to), Some(from), Some(notes)) = pipes else {
        leash.finish();
        return Err(Unstartable::Start(std::io::Error::other("a pipe is missing")));
    };
    let threads = Watch::over(Arc::clone(&leash))
        .and_then(|watch| Ok((watch, listen(notes, Arc::clone(&leash), Arc::clone(&complaints))?)));
    match threads {
        Ok((watch, listener)) => Ok((leash, watch, (to, from, complaints, listener))),
        Err(fault) => {
            leash.finish();
            Err(Unstartable::Start(fault))
        }
    }
}
