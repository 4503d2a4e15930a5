//! Text recognition: which engine, what it is given, and what its words are worth.
//!
//! The engine is Tesseract 5 as the system has it, behind walls of ours ([`crate::walls::become_program`]). It is given the
//! picture of one page by pipe and writes a table of words. Each page is read twice, as two clerks would;
//! [`Recognised`] is what the desk makes of both tables.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::paper::PageText;

mod collation;
mod engine;
mod gaps;
mod places;
mod reading;
mod scan;
mod table;
mod vocabulary;

pub use engine::Engine;
pub use scan::Scan;

/// The exit code of a reader that finds no engine, and has read nothing.
pub const EXIT_NO_ENGINE: u8 = 69;

/// A language that pages are recognised in.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Language {
    /// English.
    English,
    /// Spanish.
    Spanish,
    /// Whatever is written in Latin letters: worse at English than the engine's English, and it knows the letters of all the
    /// names.
    Latin,
}

impl Language {
    /// All that the desk asks for.
    pub const ALL: [Self; 3] = [Self::English, Self::Spanish, Self::Latin];
    /// What a page is read in, and what it is read in again: two who learnt apart, so that they seldom slip alike.
    pub const FIRST: &[Self] = &[Self::English, Self::Spanish];
    /// The second reading's.
    pub const SECOND: &[Self] = &[Self::Latin];

    /// As the engine calls it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "eng",
            Self::Spanish => "spa",
            Self::Latin => "Latin",
        }
    }

    /// The one that the engine calls so.
    #[must_use]
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }
}

/// What is not installed. A person is told which package it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
pub enum Missing {
    /// The engine itself.
    #[error("the program tesseract is not installed")]
    Program,
    /// What it must know of a language.
    #[error("tesseract knows no {0:?} here")]
    Language(Language),
}

impl Missing {
    /// The Debian package that has it.
    #[must_use]
    pub const fn package(self) -> &'static str {
        match self {
            Self::Program => "tesseract-ocr",
            Self::Language(Language::English) => "tesseract-ocr-eng",
            Self::Language(Language::Spanish) => "tesseract-ocr-spa",
            Self::Language(Language::Latin) => "tesseract-ocr-script-latn",
        }
    }
}

/// What was recognised on a page. A guess at what is printed there, word for word.
#[derive(Clone, PartialEq, Debug)]
pub struct Recognised {
    /// The words with their places, and the boxes among them, as if the page had a text of its own.
    pub text: PageText,
    /// How far the page was found to be turned clockwise against its text, in degrees, and was turned back. The places are
    /// those on the page as it is.
    pub skew: f32,
}
