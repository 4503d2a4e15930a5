//! Looking at papers: the desk asks the reader, which has walls, and believes nothing it was not asked.
//!
//! Pictures and passwords are in memory only and are forgotten when the register is locked.

mod background;
mod images;
mod kept;
mod one;
mod suggest;
mod whole;
pub(crate) mod wire;
mod words;

use std::collections::HashMap;
use std::io::Read as _;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use contract::{
    Fault, PageTextLook, PagesLook, PagesRequest, PaperLook, PaperRef, PaperRequest, ReadingNow, Recognition,
    Unreadable,
};
use reader::process::{Canceller, Launcher, Ocr, Outcome, PageImage, Reading, Unstartable};
use register::Watch;
use zeroize::Zeroizing;

use self::background::Background;
use self::images::{Images, Key};
pub(crate) use self::kept::page_text;
pub use self::whole::read_whole;
use self::words::Texts;
use crate::faults::fault;
use crate::session::Open;
use crate::{Desk, hold};

/// So many papers have a reader at the same time; the one looked at longest ago gives way.
const OPEN_PAPERS: usize = 3;
/// More pages than this are not answered at once.
const PAGES_AT_ONCE: u32 = 200;
/// Pictures are drawn at these resolutions, in dots per inch, so that a window's zoom asks for few different ones.
const RESOLUTIONS: [u16; 7] = [48, 72, 96, 144, 192, 288, FINEST];
const FINEST: u16 = 384;

type Shared = Arc<Mutex<Reading>>;

/// A paper that is being looked at.
struct Looking {
    paper: PaperRef,
    reading: Shared,
    /// Ends the question it is answering, without waiting for the answer.
    canceller: Canceller,
}

/// The papers that are being looked at.
pub(crate) struct ReadingRoom {
    /// Where the reader lies; none for beside this program.
    program: Option<PathBuf>,
    open: Mutex<Vec<Looking>>,
    passwords: Mutex<HashMap<PaperRef, Zeroizing<String>>>,
    images: Mutex<Images>,
    texts: Mutex<Texts>,
    background: Background,
}

impl ReadingRoom {
    pub(crate) fn new(program: Option<PathBuf>) -> Arc<Self> {
        Arc::new(Self {
            program,
            open: Mutex::default(),
            passwords: Mutex::default(),
            images: Mutex::default(),
            texts: Mutex::default(),
            background: Background::default(),
        })
    }

    /// Ends every reader; forgets pictures and passwords.
    pub(crate) fn clear(&self) {
        self.background.clear();
        for looking in hold(&self.open).drain(..) {
            looking.canceller.cancel();
        }
        hold(&self.passwords).clear();
        hold(&self.images).clear();
        hold(&self.texts).clear();
    }

    fn launcher(&self) -> Result<Launcher, Unstartable> {
        match &self.program {
            Some(program) => Ok(Launcher::at(program)),
            None => Launcher::beside_this_program(),
        }
    }

    /// Something may be to be read.
    pub(crate) fn wake(&self) {
        self.background.wake();
    }

    pub(crate) fn pause(&self, paused: bool) {
        self.background.pause(paused);
    }

    pub(crate) fn is_paused(&self) -> bool {
        self.background.is_paused()
    }

    pub(crate) fn reading_now(&self) -> Option<ReadingNow> {
        self.background.now()
    }

    /// How far papers are read.
    pub(crate) fn counted(&self, register: &register::Register) -> Result<register::ReadingCount, Fault> {
        self.background.counted(register)
    }

    /// What is installed of text recognition on this computer.
    pub(crate) fn recognition(&self) -> Recognition {
        let ocr = self.launcher().ok().map(|launcher| Ocr::of(&launcher)).filter(|ocr| ocr.installed().is_ok());
        match ocr {
            None => Recognition::Absent,
            Some(ocr) if ocr.reads_twice() => Recognition::TwoReadings,
            Some(_) => Recognition::OneReading,
        }
    }

    fn known(&self, paper: &PaperRef) -> Option<Shared> {
        let mut open = hold(&self.open);
        let at = open.iter().position(|known| known.paper == *paper)?;
        let found = open.remove(at);
        let reading = Arc::clone(&found.reading);
        open.push(found);
        Some(reading)
    }

    fn keep(&self, paper: &PaperRef, reading: Reading) -> Shared {
        let canceller = reading.canceller();
        let shared = Arc::new(Mutex::new(reading));
        let mut open = hold(&self.open);
        if open.len() >= OPEN_PAPERS {
            open.remove(0);
        }
        open.push(Looking { paper: paper.clone(), reading: Arc::clone(&shared), canceller });
        shared
    }

    /// Ends the question that a paper's reader is answering.
    fn canceller(&self, paper: &PaperRef) -> Option<Canceller> {
        hold(&self.open).iter().find(|known| known.paper == *paper).map(|known| known.canceller.clone())
    }
}

/// What came of asking: an answer, or a reason that can be told.
pub(crate) type Looked<T> = Result<T, Unreadable>;

pub(crate) fn looked<T>(asked: Result<Outcome<T>, Unstartable>) -> Looked<T> {
    match asked {
        Ok(Outcome::Read(value)) => Ok(value),
        Ok(Outcome::Unreadable(reason)) => Err(wire::why(reason)),
        Err(_) => Err(Unreadable::NoReader),
    }
}

impl Desk {
    /// Begins to read what was not read yet, for as long as this register is open.
    pub(crate) fn read_by_itself(&self, open: &Arc<Open>) {
        if !self.surroundings.reads_papers || open.register.is_read_only() {
            return;
        }
        let (desk, open) = (self.me.clone(), Arc::downgrade(open));
        let reading = move || background::watch(&desk, &open);
        // Without a thread nothing is found in papers, and the search says how many are not read.
        let _reading = std::thread::Builder::new().name("read-papers".into()).spawn(reading);
    }

    /// The reading of a paper, begun with its bytes.
    fn reading_of(&self, open: &Open, paper: &PaperRef) -> Result<Looked<Shared>, Fault> {
        if let Some(known) = self.room.known(paper) {
            return Ok(Ok(known));
        }
        let shared = self.reading_apart(open, paper, |_| {})?.map(|reading| self.room.keep(paper, reading));
        self.kept()?;
        Ok(shared)
    }

    /// A reading that nobody else uses, begun with the paper's bytes and the password that opened it before. Who wants to end it
    /// while the paper is being opened is told of it first.
    pub(crate) fn reading_apart(
        &self,
        open: &Open,
        paper: &PaperRef,
        begun: impl FnOnce(&Reading),
    ) -> Result<Looked<Reading>, Fault> {
        let Ok(launcher) = self.room.launcher() else { return Ok(Err(Unreadable::NoReader)) };
        let bytes = match self.bytes_of(open, paper)? {
            Ok(bytes) => bytes,
            Err(why) => return Ok(Err(why)),
        };
        let mut reading = Reading::of(&launcher, bytes.into());
        begun(&reading);
        let password = hold(&self.room.passwords).get(paper).cloned();
        Ok(looked(reading.open(password.as_ref().map(|text| text.as_str()))).map(|_| reading))
    }

    /// Said after each keeping: what came in while the register was being locked is forgotten again. A lock closes the
    /// register first and clears the room then, so that one of the two sees it.
    fn kept(&self) -> Result<(), Fault> {
        self.started().map(drop).inspect_err(|_| self.room.clear())
    }

    /// What the reader is given. Of a paper that is kept, hashed on the way: what is shown is what was taken in.
    fn bytes_of(&self, open: &Open, paper: &PaperRef) -> Result<Looked<Vec<u8>>, Fault> {
        let most = reader::frame::Kind::Paper.most() as u64;
        let mut bytes = Vec::new();
        match paper {
            PaperRef::Document { document } => {
                if open.register.document(*document).map_err(fault)?.length > most {
                    return Ok(Err(Unreadable::TooLarge));
                }
                let stop = Arc::default();
                open.register.export(*document, &mut bytes, &mut Watch::new(&mut |_| {}, &stop)).map_err(fault)?;
            }
            PaperRef::File { file } => {
                let file = std::fs::File::open(self.path_of(file)?).map_err(|_| Fault::SourceUnreadable)?;
                file.take(most.saturating_add(1)).read_to_end(&mut bytes).map_err(|_| Fault::SourceUnreadable)?;
                if bytes.len() as u64 > most {
                    return Ok(Err(Unreadable::TooLarge));
                }
            }
        }
        Ok(Ok(bytes))
    }

    /// Asks the reader of a paper something.
    fn read<T>(
        &self,
        paper: &PaperRef,
        ask: impl FnOnce(&mut Reading) -> Result<Outcome<T>, Unstartable>,
    ) -> Result<Looked<T>, Fault> {
        let open = self.started()?;
        let reading = match self.reading_of(&open, paper)? {
            Ok(reading) => reading,
            Err(why) => return Ok(Err(why)),
        };
        let mut reading = hold(&reading);
        Ok(looked(ask(&mut reading)))
    }

    pub(crate) fn look_at_paper(&self, request: &PaperRequest) -> Result<PaperLook, Fault> {
        let open = self.started()?;
        if let Some(password) = &request.password {
            hold(&self.room.passwords).insert(request.paper.clone(), Zeroizing::new(password.clone()));
            hold(&self.room.open).retain(|known| known.paper != request.paper);
        }
        let read = self.read(&request.paper, |reading| {
            let facts = match reading.facts(0, 0)? {
                Outcome::Read((facts, _)) => facts,
                Outcome::Unreadable(reason) => return Ok(Outcome::Unreadable(reason)),
            };
            Ok(reading.contents()?.map(|contents| (facts, contents)))
        })?;
        match (&read, &request.paper) {
            (Err(Unreadable::PasswordWrong), paper) => {
                hold(&self.room.passwords).remove(paper);
            }
            // What it kept from being read is known now. Looking at it does not depend on that.
            (Ok(_), PaperRef::Document { document })
                if request.password.is_some()
                    && !open.register.is_read_only()
                    && open.register.read_with_password(*document).unwrap_or(false) =>
            {
                self.room.wake();
            }
            _ => {}
        }
        Ok(match read {
            Ok((facts, contents)) => PaperLook::Open(wire::paper(facts, contents)),
            Err(why) => PaperLook::Unreadable { why },
        })
    }

    pub(crate) fn look_at_pages(&self, request: &PagesRequest) -> Result<PagesLook, Fault> {
        let count = request.count.min(PAGES_AT_ONCE);
        let read = self.read(&request.paper, |reading| reading.facts(request.first, count))?;
        Ok(match read {
            Ok((_, pages)) => PagesLook::Read { pages: pages.into_iter().map(wire::page).collect() },
            Err(why) => PagesLook::Unreadable { why },
        })
    }

    pub(crate) fn look_at_text(&self, paper: &PaperRef, page: u32) -> Result<PageTextLook, Fault> {
        Ok(match self.words(paper, page)? {
            Ok(text) => PageTextLook::Read(wire::text((*text).clone())),
            Err(why) => PageTextLook::Unreadable { why },
        })
    }

    /// A page as PNG at the next resolution that is drawn, at least `dpi`; the page after it is drawn ahead.
    pub(crate) fn paper_image(&self, paper: PaperRef, page: u32, dpi: u16) -> Result<Looked<Arc<Vec<u8>>>, Fault> {
        let drawn = RESOLUTIONS.into_iter().find(|known| *known >= dpi);
        let key = Key { paper, page, dpi: drawn.unwrap_or(FINEST) };
        let kept = hold(&self.room.images).get(&key);
        if let Some(kept) = kept {
            self.started()?;
            self.draw_ahead(key.next());
            return Ok(Ok(kept));
        }
        let drawn = self.read(&key.paper, |reading| reading.page_image(page, key.scale()))?;
        let drawn = drawn.map(|image| self.room.keep_image(&key, image));
        self.kept()?;
        self.draw_ahead(key.next());
        Ok(drawn)
    }

    /// Draws a page that will be wanted, if its paper has a reader and nobody asks that reader just now.
    fn draw_ahead(&self, key: Key) {
        if hold(&self.room.images).has(&key) {
            return;
        }
        let room = Arc::clone(&self.room);
        let draw = move || {
            let Some(reading) =
                hold(&room.open).iter().find(|known| known.paper == key.paper).map(|known| Arc::clone(&known.reading))
            else {
                return;
            };
            let Ok(mut reading) = reading.try_lock() else { return };
            if let Ok(Outcome::Read(image)) = reading.page_image(key.page, key.scale()) {
                drop(reading);
                // The register may have been locked meanwhile: then nobody holds the paper any more.
                let open = hold(&room.open);
                if open.iter().any(|known| known.paper == key.paper) {
                    hold(&room.images).keep(key, Arc::new(image.png));
                }
            }
        };
        // Without a thread the page is drawn when it is asked for.
        let _drawing = std::thread::Builder::new().name("draw-ahead".into()).spawn(draw);
    }
}

impl ReadingRoom {
    fn keep_image(&self, key: &Key, image: PageImage) -> Arc<Vec<u8>> {
        let png = Arc::new(image.png);
        hold(&self.images).keep(key.clone(), Arc::clone(&png));
        png
    }
}
