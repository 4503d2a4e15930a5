//! The desk's side: starting `desk-reader`, asking it, and ending it.
//!
//! One process reads one paper. It is started when something is asked, kept for the next question about the same paper,
//! and ended when the [`Reading`] is dropped, when it takes too long, says too much or says nonsense. The next question
//! then starts a new one: page 4 can be looked at though page 3 brought the reader down.

use std::io::Write;
use std::sync::Arc;
use std::time::{Duration, Instant};

use zeroize::Zeroizing;

use crate::frame;
use crate::ocr::Scan;
use crate::paper::{Contents, PageFacts, PageText, PaperFacts};
use crate::talk::{Answer, Ask, Refusal};
use cancel::Current;
use seat::Seat;

mod cancel;
mod launch;
mod leash;
mod ocr;
mod outcome;
mod seat;

pub use cancel::Canceller;
pub use launch::{Launcher, Unstartable};
pub use ocr::Ocr;
pub use outcome::{Outcome, Reason};

/// How long one question may take on the clock of the wall.
const PATIENCE: Duration = Duration::from_secs(20);

/// The resolution that text is recognised at: 300 pixels to the inch.
pub const SCAN_SCALE: f32 = 300.0 / 72.0;

/// A reader that has been busy for so long is replaced before the next question, so that a long paper looked at page by
/// page does not run into the limit of processor time that is meant for a hostile one.
const WORN: Duration = Duration::from_secs(10);

/// One paper being read.
pub struct Reading {
    launcher: Launcher,
    paper: Arc<[u8]>,
    password: Option<Zeroizing<String>>,
    pages: Option<u32>,
    seat: Option<Seat>,
    current: Current,
    patience: Duration,
}

/// A page as a picture.
#[derive(Clone, PartialEq, Debug)]
pub struct PageImage {
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// Pixels for each 1/72 inch, as drawn.
    pub scale: f32,
    /// PNG. It was made from hostile bytes by a process that read them, so it goes to a decoder that may fail, never to
    /// one that may not.
    pub png: Vec<u8>,
}

type Asked<T> = Result<Outcome<T>, Unstartable>;

impl Reading {
    /// A paper to be read. Nothing is started yet.
    #[must_use]
    pub fn of(launcher: &Launcher, paper: Arc<[u8]>) -> Self {
        Self {
            launcher: launcher.clone(),
            paper,
            password: None,
            pages: None,
            seat: None,
            current: Current::default(),
            patience: PATIENCE,
        }
    }

    /// The same with another limit for each question.
    #[must_use]
    pub fn with_patience(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    /// Ends the question being asked, from another thread.
    #[must_use]
    pub fn canceller(&self) -> Canceller {
        self.current.canceller()
    }

    /// The process id of the reader, while there is one. To look at it in tests and in a list of tasks.
    #[must_use]
    pub fn reader(&self) -> Option<u32> {
        self.seat.as_ref().map(Seat::id)
    }

    /// Opens the paper and says how many pages it has. With another password it may be opened again.
    ///
    /// # Errors
    /// Only if no reader can be started; what the paper does to it is an outcome.
    pub fn open(&mut self, password: Option<&str>) -> Asked<u32> {
        self.password = password.map(|text| Zeroizing::new(text.to_owned()));
        self.pages = None;
        match self.seated() {
            Ok(Outcome::Unreadable(reason)) => Ok(Outcome::Unreadable(reason)),
            Ok(Outcome::Read(())) => self.opened(),
            Err(fault) => Err(fault),
        }
    }

    /// What is true of the paper, and of `count` pages from `first`.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub fn facts(&mut self, first: u32, count: u32) -> Asked<(PaperFacts, Vec<PageFacts>)> {
        self.ask(&Ask::Facts { first, count }, |answer| match answer {
            Answer::Facts { paper, pages } => Some((paper, pages)),
            _ => None,
        })
    }

    /// The text of a page with its places.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub fn page_text(&mut self, page: u32) -> Asked<PageText> {
        self.ask(&Ask::PageText { page }, |answer| match answer {
            Answer::PageText(text) => Some(text),
            _ => None,
        })
    }

    /// A page as a picture with `scale` pixels for each 1/72 inch, or fewer where the limits ask for it.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub fn page_image(&mut self, page: u32, scale: f32) -> Asked<PageImage> {
        let announced = self.ask(&Ask::PageImage { page, scale }, |answer| match answer {
            Answer::PageImage { width, height, scale } => Some((width, height, scale)),
            _ => None,
        })?;
        let (width, height, scale) = match announced {
            Outcome::Read(announced) => announced,
            Outcome::Unreadable(reason) => return Ok(Outcome::Unreadable(reason)),
        };
        let png = self.with_seat(|seat, patience| seat.picture(patience, width, height))?;
        Ok(png.map(|png| PageImage { width, height, scale, png }))
    }

    /// What is inside the paper besides its pages.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub fn contents(&mut self) -> Asked<Contents> {
        self.ask(&Ask::Contents, |answer| match answer {
            Answer::Contents(contents) => Some(contents),
            _ => None,
        })
    }

    /// One of the parts that [`Self::contents`] gave, written away as it comes; gives how many bytes it has. Where the
    /// outcome is no answer, what was written so far is worth nothing.
    ///
    /// # Errors
    /// As [`Self::open`]. A fault of `to` is the outcome [`Reason::Cancelled`], and `to` knows why.
    pub fn part(&mut self, number: u32, to: &mut impl Write) -> Asked<u64> {
        let announced = self.ask(&Ask::Part { number }, |answer| match answer {
            Answer::Part { size } => Some(size),
            _ => None,
        })?;
        match announced {
            Outcome::Read(size) => {
                let taken = self.with_seat(|seat, patience| seat.part(patience, size, to))?;
                Ok(taken.map(|()| size))
            }
            Outcome::Unreadable(reason) => Ok(Outcome::Unreadable(reason)),
        }
    }

    /// A page as a picture to be recognised: grey, at [`SCAN_SCALE`], its lines of text level.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub fn scan(&mut self, page: u32) -> Asked<Scan> {
        let announced = self.ask(&Ask::Scan { page, scale: SCAN_SCALE }, |answer| match answer {
            Answer::Scan(measures) => Some(measures),
            _ => None,
        })?;
        let measures = match announced {
            Outcome::Read(measures) => measures,
            Outcome::Unreadable(reason) => return Ok(Outcome::Unreadable(reason)),
        };
        let png = self.with_seat(|seat, patience| seat.picture(patience, measures.width, measures.height))?;
        Ok(png.map(|png| measures.scan(page, png)))
    }

    /// Asks of a paper that is open, opening it first where it is not.
    fn ask<T>(&mut self, ask: &Ask, wanted: fn(Answer) -> Option<T>) -> Asked<T> {
        if self.seat.as_ref().is_none_or(|seat| seat.busy() > WORN) {
            self.seat = None;
        }
        let fresh = self.seat.is_none();
        if let Outcome::Unreadable(reason) = self.seated()? {
            return Ok(Outcome::Unreadable(reason));
        }
        if (fresh || self.pages.is_none())
            && let Outcome::Unreadable(reason) = self.opened()?
        {
            return Ok(Outcome::Unreadable(reason));
        }
        let pages = self.pages.unwrap_or(0);
        let answer = self.with_seat(|seat, patience| seat.ask(ask, pages, patience))?;
        Ok(answer.and_then(|answer| match answer {
            Answer::Refused(refusal) => Outcome::Unreadable(Reason::Refused(refusal)),
            answer => wanted(answer).map_or(Outcome::Unreadable(Reason::Protocol), Outcome::Read),
        }))
    }

    /// Sees to it that a reader is there and has the paper.
    fn seated(&mut self) -> Asked<()> {
        if self.seat.is_some() {
            return Ok(Outcome::Read(()));
        }
        if self.paper.len() > frame::Kind::Paper.most() {
            return Ok(Outcome::Unreadable(Reason::Refused(Refusal::TooLarge)));
        }
        self.seat = Some(Seat::take(&self.launcher)?);
        let paper = Arc::clone(&self.paper);
        self.with_seat(|seat, patience| seat.give(&paper, patience))
    }

    /// Asks the reader to open the paper it has.
    fn opened(&mut self) -> Asked<u32> {
        let password = self.password.as_ref().map(|text| text.as_str().to_owned());
        let answer = self.with_seat(|seat, patience| seat.ask(&Ask::Open { password }, 0, patience))?;
        let outcome = answer.and_then(|answer| match answer {
            Answer::Opened { pages } => Outcome::Read(pages),
            Answer::Refused(refusal) => Outcome::Unreadable(Reason::Refused(refusal)),
            _ => Outcome::Unreadable(Reason::Protocol),
        });
        if let Outcome::Read(pages) = outcome {
            self.pages = Some(pages);
        }
        Ok(outcome)
    }

    /// Does one exchange with the reader. One that fails is ended, and why becomes the outcome.
    fn with_seat<T>(&mut self, exchange: impl FnOnce(&mut Seat, Duration) -> Result<T, seat::Broken>) -> Asked<T> {
        let Some(mut seat) = self.seat.take() else {
            return Ok(Outcome::Unreadable(Reason::Protocol));
        };
        let begun = Instant::now();
        let leash = seat.leash();
        self.current.begin(&leash);
        let done = exchange(&mut seat, self.patience);
        self.current.done(&leash);
        seat.was_busy(begun.elapsed());
        match done {
            Ok(value) => {
                // Its time may have run out, or somebody given up, just when it answered.
                self.seat = Some(seat).filter(Seat::is_wanted);
                Ok(Outcome::Read(value))
            }
            Err(broken) => Ok(Outcome::Unreadable(seat.end(&broken)?)),
        }
    }
}
