//! Tests of the domain: acts through `decide`, entries through `evolve`, answers from the folded state.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "helpers of tests may stop the test"
)]

mod chain;
mod courts;
mod effects;
mod entries;
mod folding;
mod gating;
mod histories;
mod letters;
mod looking;
mod mistakes;
mod race;
mod steps;
mod support;
mod tries;
