//! The register's tests, in one program.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test may stop where it stands"
)]

mod backup;
mod canary;
mod crash;
mod damage;
mod figures;
mod full;
mod journal;
mod keyring;
mod opening;
mod papers;
mod queue;
mod rotation;
mod search;
mod stage;
mod tamper;
mod tamper_tools;
