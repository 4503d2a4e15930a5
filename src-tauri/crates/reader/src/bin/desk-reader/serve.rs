//! The conversation: a paper, then questions until the pipe is closed.

use std::io::{Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};

use reader::frame::{self, FrameFault, Kind};
use reader::paper::most;
use reader::talk::{Answer, Ask, Refusal};

use crate::open;
use crate::paper::{Paper, PaperBytes};

/// An answer, and the bytes that follow it.
pub(crate) struct Reply {
    answer: Answer,
    bytes: Option<(Kind, Vec<u8>)>,
}

impl Reply {
    /// With a picture.
    pub(crate) fn with_picture(answer: Answer, png: Vec<u8>) -> Self {
        Self { answer, bytes: Some((Kind::Picture, png)) }
    }

    fn with_part(bytes: Vec<u8>) -> Self {
        Self { answer: Answer::Part { size: bytes.len() as u64 }, bytes: Some((Kind::Piece, bytes)) }
    }
}

impl From<Answer> for Reply {
    fn from(answer: Answer) -> Self {
        Self { answer, bytes: None }
    }
}

/// Answers until there is no further question.
pub(crate) fn until_closed(mut from: impl Read, mut to: impl Write) -> Result<(), FrameFault> {
    let bytes = match frame::read(&mut from, Kind::Paper) {
        Ok(bytes) => PaperBytes::from(bytes),
        Err(FrameFault::Ended) => return Ok(()),
        Err(fault) => return Err(fault),
    };
    let mut opened = None;
    loop {
        let ask = match frame::read(&mut from, Kind::Ask) {
            Ok(ask) => ask,
            Err(FrameFault::Ended) => return Ok(()),
            Err(fault) => return Err(fault),
        };
        let Ok(ask) = serde_json::from_slice::<Ask>(&ask) else {
            return Err(FrameFault::NotAFrame);
        };
        say(&mut to, reply(&bytes, &mut opened, &ask))?;
    }
}

fn say(to: &mut impl Write, reply: Reply) -> Result<(), FrameFault> {
    let Reply { mut answer, mut bytes } = reply;
    let too_large = match &bytes {
        Some((Kind::Picture, png)) => png.len() > Kind::Picture.most(),
        Some((_, part)) => part.len() as u64 > most::PART,
        None => false,
    };
    if too_large {
        (answer, bytes) = (Answer::Refused(Refusal::TooLarge), None);
    }
    let mut body = serde_json::to_vec(&answer).unwrap_or_default();
    if body.is_empty() || body.len() > Kind::Answer.most() {
        body = serde_json::to_vec(&Answer::Refused(Refusal::TooLarge)).unwrap_or_default();
        bytes = None;
    }
    frame::write(to, Kind::Answer, &body)?;
    match bytes {
        None => Ok(()),
        Some((Kind::Piece, part)) => {
            part.chunks(Kind::Piece.most()).try_for_each(|piece| frame::write(to, Kind::Piece, piece))
        }
        Some((kind, whole)) => frame::write(to, kind, &whole),
    }
}

/// One answer. A panic of the parser ends the question and not the reader. What the parser keeps from one question to the
/// next it keeps behind locks and cells that are set once, so a half-done question leaves nothing half-done in it.
fn reply(bytes: &PaperBytes, opened: &mut Option<Box<dyn Paper>>, ask: &Ask) -> Reply {
    if let Ask::Open { password } = ask {
        *opened = None;
        let paper =
            catch_unwind(AssertUnwindSafe(|| open::open(bytes, password.as_deref()))).unwrap_or(Err(Refusal::Faulted));
        return match paper {
            Ok(paper) => {
                let pages = paper.pages();
                *opened = Some(paper);
                Answer::Opened { pages }.into()
            }
            Err(refusal) => Answer::Refused(refusal).into(),
        };
    }
    let Some(paper) = opened else {
        return Answer::Refused(Refusal::NotOpen).into();
    };
    let answered = catch_unwind(AssertUnwindSafe(|| match ask {
        Ask::Open { .. } => Err(Refusal::NotOpen),
        Ask::Facts { first, count } => {
            let pages = paper.page_facts(*first, *count);
            Ok(Answer::Facts { paper: paper.facts(), pages }.into())
        }
        Ask::PageText { page } => paper.text(*page).map(|text| Answer::PageText(text).into()),
        Ask::PageImage { page, scale } => paper.image(*page, *scale),
        Ask::Contents => Ok(Answer::Contents(paper.contents()).into()),
        Ask::Part { number } => paper.part(*number).map(Reply::with_part),
        Ask::Scan { page, scale } => paper.scan(*page, *scale),
    }));
    match answered {
        Ok(Ok(reply)) => reply,
        Ok(Err(refusal)) => Answer::Refused(refusal).into(),
        Err(_) => Answer::Refused(Refusal::Faulted).into(),
    }
}
