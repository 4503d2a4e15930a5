//! The recogniser measured: on layouts drawn for making it, on ten that were frozen before it, on court papers, on the corpus.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test may stop where it stands, and a measurement says what it found"
)]

mod corpus;
mod court;
mod forms;
mod ocr;
mod score;
mod stage;
mod truth;
