//! The conversation: a paper, then questions until the pipe is closed.

use std::io::{Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};

use reader::frame::{self, FrameFault, Kind};
use reader::talk::{Answer, Ask, Refusal};

use crate::pdf::{Paper, PaperBytes};

/// An answer, and the picture that belongs to it.
pub(crate) struct Reply {
    pub(crate) answer: Answer,
    pub(crate) picture: Option<Vec<u8>>,
}

impl From<Answer> for Reply {
    fn from(answer: Answer) -> Self {
        Self { answer, picture: None }
    }
}

/// Answers until there is no further question.
pub(crate) fn until_closed(mut from: impl Read, mut to: impl Write) -> Result<(), FrameFault> {
    let bytes = match frame::read(&mut from, Kind::Paper) {
        Ok(bytes) => PaperBytes::from(bytes),
        Err(FrameFault::Ended) => return Ok(()),
        Err(fault) => return Err(fault),
    };
    let mut open = None;
    loop {
        let ask = match frame::read(&mut from, Kind::Ask) {
            Ok(ask) => ask,
            Err(FrameFault::Ended) => return Ok(()),
            Err(fault) => return Err(fault),
        };
        let Ok(ask) = serde_json::from_slice::<Ask>(&ask) else {
            return Err(FrameFault::NotAFrame);
        };
        say(&mut to, reply(&bytes, &mut open, &ask))?;
    }
}

fn say(to: &mut impl Write, reply: Reply) -> Result<(), FrameFault> {
    let Reply { mut answer, mut picture } = reply;
    if picture.as_ref().is_some_and(|png| png.len() > Kind::Picture.most()) {
        (answer, picture) = (Answer::Refused(Refusal::TooLarge), None);
    }
    let mut body = serde_json::to_vec(&answer).unwrap_or_default();
    if body.is_empty() || body.len() > Kind::Answer.most() {
        body = serde_json::to_vec(&Answer::Refused(Refusal::TooLarge)).unwrap_or_default();
        picture = None;
    }
    frame::write(to, Kind::Answer, &body)?;
    picture.map_or(Ok(()), |png| frame::write(to, Kind::Picture, &png))
}

/// One answer. A panic of the parser ends the question and not the reader. What the parser keeps from one question to the
/// next it keeps behind locks and cells that are set once, so a half-done question leaves nothing half-done in it.
fn reply(bytes: &PaperBytes, open: &mut Option<Paper>, ask: &Ask) -> Reply {
    if let Ask::Open { password } = ask {
        *open = None;
        let opened =
            catch_unwind(AssertUnwindSafe(|| Paper::open(bytes, password.as_deref()))).unwrap_or(Err(Refusal::Faulted));
        return match opened {
            Ok(paper) => {
                let pages = paper.pages();
                *open = Some(paper);
                Answer::Opened { pages }.into()
            }
            Err(refusal) => Answer::Refused(refusal).into(),
        };
    }
    let Some(paper) = open else {
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
        Ask::Scan { page, scale } => paper.scan(*page, *scale),
    }));
    match answered {
        Ok(Ok(reply)) => reply,
        Ok(Err(refusal)) => Answer::Refused(refusal).into(),
        Err(_) => Answer::Refused(Refusal::Faulted).into(),
    }
}
