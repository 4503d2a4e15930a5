//! The register's tests, in one program.

#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::print_stdout, reason = "a test may stop where it stands")]

mod journal;
mod keyring;
mod opening;
mod papers;
mod stage;
