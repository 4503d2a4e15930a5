//! One frame of the pipe between desk and reader: two bytes of mark, one of version, one of kind, four of length (little
//! endian), then that many bytes. Both sides read with the same function and believe nothing else about each other.

use std::io::{ErrorKind, Read, Write};

use thiserror::Error;

/// The version both sides must speak. They are installed together, so there is only one.
pub const VERSION: u8 = 1;

const MARK: [u8; 2] = *b"SD";
const HEADER: usize = 8;

/// Memory is taken in steps of at least this, and only for bytes that came: a length alone takes nothing.
const STEP: usize = 64 * 1024;

/// What a frame holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Desk to reader: the bytes of the paper, once.
    Paper,
    /// Desk to reader: a question ([`crate::talk::Ask`]) as JSON.
    Ask,
    /// Reader to desk: the answer ([`crate::talk::Answer`]) as JSON.
    Answer,
    /// Reader to desk: the PNG an answer has announced.
    Picture,
    /// Reader to desk: some of the bytes of the part that an answer has announced.
    Piece,
}

impl Kind {
    const fn code(self) -> u8 {
        match self {
            Self::Paper => 1,
            Self::Ask => 2,
            Self::Answer => 3,
            Self::Picture => 4,
            Self::Piece => 5,
        }
    }

    /// The most bytes a frame of this kind may have. What is longer is refused before it is read.
    #[must_use]
    pub const fn most(self) -> usize {
        const MIB: usize = 1024 * 1024;
        match self {
            Self::Paper => 256 * MIB,
            Self::Ask => 64 * 1024,
            Self::Answer => 16 * MIB,
            Self::Picture => 64 * MIB,
            Self::Piece => MIB,
        }
    }
}

/// Why a frame could not be read or written.
#[derive(Debug, Error)]
pub enum FrameFault {
    /// The other side closed the pipe between two frames.
    #[error("the pipe was closed")]
    Ended,
    /// The other side closed the pipe inside a frame.
    #[error("the pipe was closed inside a frame")]
    Cut,
    /// What came does not begin like a frame.
    #[error("this is no frame")]
    NotAFrame,
    /// A frame of another version.
    #[error("a frame of version {0}")]
    Version(u8),
    /// A frame of another kind than the one that is due.
    #[error("a frame of kind {0}, which is not due")]
    NotDue(u8),
    /// A frame longer than its kind allows.
    #[error("{0} bytes are more than a frame of this kind may have")]
    TooLong(usize),
    /// The pipe failed.
    #[error("the pipe failed: {0}")]
    Pipe(#[source] std::io::Error),
}

/// Writes one frame and flushes.
///
/// # Errors
/// [`FrameFault::TooLong`] before a byte is written, else what the pipe says.
pub fn write(out: &mut impl Write, kind: Kind, body: &[u8]) -> Result<(), FrameFault> {
    let length =
        u32::try_from(body.len()).ok().filter(|_| body.len() <= kind.most()).ok_or(FrameFault::TooLong(body.len()))?;
    let mut header = [0; HEADER];
    let parts = MARK.into_iter().chain([VERSION, kind.code()]).chain(length.to_le_bytes());
    header.iter_mut().zip(parts).for_each(|(to, from)| *to = from);
    out.write_all(&header).and_then(|()| out.write_all(body)).and_then(|()| out.flush()).map_err(FrameFault::Pipe)
}

/// Reads one frame, which must be of the kind that is due.
///
/// # Errors
/// Whatever of [`FrameFault`] is the case. After any of them the pipe is of no more use.
pub fn read(from: &mut impl Read, due: Kind) -> Result<Vec<u8>, FrameFault> {
    let mut header = [0; HEADER];
    let (first, rest) = header.split_at_mut(1);
    loop {
        match from.read(first) {
            Ok(0) => return Err(FrameFault::Ended),
            Ok(_) => break,
            Err(fault) if fault.kind() == ErrorKind::Interrupted => {}
            Err(fault) => return Err(FrameFault::Pipe(fault)),
        }
    }
    from.read_exact(rest).map_err(cut)?;
    let [mark_a, mark_b, version, kind, a, b, c, d] = header;
    if [mark_a, mark_b] != MARK {
        return Err(FrameFault::NotAFrame);
    }
    if version != VERSION {
        return Err(FrameFault::Version(version));
    }
    if kind != due.code() {
        return Err(FrameFault::NotDue(kind));
    }
    let length = usize::try_from(u32::from_le_bytes([a, b, c, d])).unwrap_or(usize::MAX);
    if length > due.most() {
        return Err(FrameFault::TooLong(length));
    }
    body(from, length)
}

fn body(from: &mut impl Read, length: usize) -> Result<Vec<u8>, FrameFault> {
    let mut bytes = Vec::new();
    while bytes.len() < length {
        let step = (length - bytes.len()).min(bytes.len().max(STEP));
        bytes.reserve_exact(step);
        let came = from.by_ref().take(step as u64).read_to_end(&mut bytes).map_err(FrameFault::Pipe)?;
        if came < step {
            return Err(FrameFault::Cut);
        }
    }
    Ok(bytes)
}

fn cut(fault: std::io::Error) -> FrameFault {
    if fault.kind() == ErrorKind::UnexpectedEof { FrameFault::Cut } else { FrameFault::Pipe(fault) }
}

#[cfg(test)]
mod tests;
