//! Journeys through the desk: the contract spoken as every host speaks it, with a clock that stands until it is moved.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a journey may stop where it stands")]

mod letters;
mod looking_back;
mod mistakes;
mod notice;
mod orders;
mod people;
mod races;
mod reading;
mod searching;
mod session;
mod whole;
