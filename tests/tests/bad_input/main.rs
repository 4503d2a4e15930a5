//! What bad input gets: a fault of its own kind, and nothing lost.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test may stop where it stands"
)]

mod disk;
mod heads;
mod papers;
mod registers;
mod words;
