//! What journeys share: an office with a register of its own and a clock that can be moved, the contract spoken as JSON
//! as every host speaks it, and the programs built beside the tests.
//!
//! A journey that cannot go on stops where it stands and says what was asked and what came back.

mod case;
mod corpus;
mod mail;
mod office;
mod programs;
mod terminal;

pub use case::{Case, Ruling, facts};
pub use corpus::corpus;
pub use mail::mail_with;
pub use office::{Desktop, Office, PASSPHRASE, fault_type, new_id};
pub use programs::{Running, built};
pub use terminal::Terminal;
