//! The reader from outside: its walls, what becomes of a question, what it reads in papers made here and in real ones.

#![expect(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "a test may stop where it stands")]

mod chance;
mod compare;
mod corpus;
mod formats;
mod hostile;
mod made;
mod ocr;
mod ocr_walls;
mod outcomes;
mod recall;
mod stage;
mod walls;
