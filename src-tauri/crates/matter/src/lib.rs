//! The domain of Subpoena Desk: demands, court papers, compulsion, the release gate, letters and people, as pure
//! functions. No I/O, no clock, no SQL, no logging: time and ids are passed in.
//!
//! Words are those of the field (see the glossary in `src-tauri/docs/ARCHITECTURE.md`). An administrative subpoena is
//! issued by an agency, not a court, and is not self-executing: only a federal court's order can compel compliance
//! (8 U.S.C. § 1225(d)(4)(B); 19 U.S.C. § 1510). The program states facts of the file; it draws no legal conclusion.

#![forbid(unsafe_code)]

pub mod access;
pub mod act;
pub mod calendar;
pub mod compulsion;
pub mod decide;
pub mod demand;
pub mod docket;
pub mod entry;
pub mod gate;
pub mod ids;
pub mod journal;
pub mod law;
pub mod letter;
pub mod mark;
pub mod notice;
pub mod people;
pub mod place;
pub mod policy;
pub mod problem;
pub mod proceeding;
pub mod queue;
pub mod register;
pub mod search;
pub mod state;
pub mod suggestion;
pub mod time;
pub mod timeline;
pub mod wire;
