//! Hostile bytes in, facts out.
//!
//! The bytes of a paper are parsed by the program `desk-reader` of this package and by nothing else: the parsers stand in
//! that program's own modules, so that no other program can call them by mistake. This library holds what both sides
//! share, and the desk's side:
//!
//! - [`media_type`]: which type some bytes are of, by their start.
//! - [`paper`]: what can be said about a paper; [`talk`] and [`frame`]: how it is asked and answered over two pipes.
//! - [`recognise`]: what a paper seems to be and what seems to stand in it, as suggestions.
//! - [`walls`]: what the reader takes away from itself before it looks at a byte.
//! - [`ocr`]: what text recognition is given, and what its words are worth.
//! - [`process`]: starting it, asking it, ending it. A crash or a time-out is an [`process::Outcome`], never an error.

mod media;

pub mod frame;
pub mod ocr;
pub mod paper;
pub mod process;
pub mod recognise;
pub mod talk;
pub mod walls;

pub use media::{SNIFFED, extension, media_type};
