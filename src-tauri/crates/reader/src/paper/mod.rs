//! What can be said about a paper.
//!
//! **One coordinate system.** Every rectangle is on the page as a person sees it: after the page's own rotation and crop,
//! origin at the top left, x to the right, y down, unit 1/72 inch. A page image of scale `s` has `s` pixels for each unit,
//! so a rectangle times `s` is its place in the image.

use serde::{Deserialize, Serialize};

mod check;
mod contents;
mod ticks;

pub use check::Unlikely;
pub use contents::{Contents, Format, MailAddress, MailHead, Part, Role};
pub use matter::place::Rect;
pub use ticks::{Inside, Said, TickBox};

/// Limits on what the reader says and the desk believes.
pub mod most {
    /// Pages in one paper.
    pub const PAGES: usize = 10_000;
    /// Words on one page.
    pub const WORDS: usize = 60_000;
    /// Characters on one page.
    pub const CHARACTERS: usize = 400_000;
    /// Boxes to tick on one page.
    pub const BOXES: usize = 400;
    /// Entries of an outline.
    pub const OUTLINE: usize = 2_000;
    /// Addresses that are listed; more are only counted.
    pub const ADDRESSES: usize = 200;
    /// Bytes of one short text: a title, an address, a page label.
    pub const SHORT: usize = 2_000;
    /// Pixels along one side of a page image.
    pub const SIDE: u32 = 10_000;
    /// Pixels of a page image.
    pub const PIXELS: u64 = 100_000_000;
    /// Attachments, messages or entries in one paper.
    pub const PARTS: usize = 10_000;
    /// Bytes of one of them.
    pub const PART: u64 = 256 * 1024 * 1024;
    /// Bytes of all that is unpacked from one archive or Office file.
    pub const UNPACKED: u64 = 200 * 1024 * 1024;
    /// How many times larger something may be than it is packed.
    pub const RATIO: u64 = 100;
    /// Addresses in one line of a mail's head, and lines of one kind.
    pub const HEADS: usize = 1_000;
}

/// The sheet that text without pages of its own is written on, in 1/72 inch: letter size, in a type of one width, so that
/// who shows it in such a type has every word where [`PageText`] says it is.
pub mod sheet {
    /// From left to right.
    pub const WIDTH: f32 = 612.0;
    /// From top to bottom.
    pub const HEIGHT: f32 = 792.0;
    /// Left free on every side.
    pub const MARGIN: f32 = 36.0;
    /// One character.
    pub const ADVANCE: f32 = 6.0;
    /// One line.
    pub const LINE: f32 = 12.0;
    /// Characters in a line.
    pub const COLUMNS: usize = 90;
    /// Lines on a sheet.
    pub const LINES: usize = 60;
}

/// What is true of the paper as a whole. The counts are reasons for care, not verdicts.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PaperFacts {
    /// How many pages it has.
    pub pages: u32,
    /// The title it gives itself, which proves nothing.
    pub title: Option<String>,
    /// The program that is said to have made it.
    pub producer: Option<String>,
    /// It is encrypted, with or without a password to open it.
    pub encrypted: bool,
    /// It carries scripts. None is ever run.
    pub scripts: u32,
    /// It asks to start programs or open other files.
    pub launches: u32,
    /// Files inside it.
    pub embedded_files: u32,
    /// Links to addresses outside, each once, in the order of the file.
    pub addresses: Vec<String>,
    /// How many such links there are in all.
    pub links: u32,
    /// It has fields to fill in.
    pub form: bool,
    /// Digital signatures in it. They are counted, not verified.
    pub signatures: u32,
    /// How often it was saved again over an earlier state that is still inside.
    pub later_revisions: u32,
    /// Its table of contents.
    pub outline: Vec<OutlineEntry>,
    /// Everything was looked at. If not, the counts are "at least".
    pub whole: bool,
}

/// One line of a paper's table of contents.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OutlineEntry {
    /// As the paper says it.
    pub title: String,
    /// 0 for the outermost.
    pub depth: u16,
    /// The page it leads to, from 0, where that is known.
    pub page: Option<u32>,
}

/// What is true of one page.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PageFacts {
    /// From 0.
    pub page: u32,
    /// As a person sees it, in 1/72 inch.
    pub width: f32,
    /// As a person sees it, in 1/72 inch.
    pub height: f32,
    /// The number printed on it, where the paper says so: "iv", "A-3".
    pub label: Option<String>,
    /// How many words were found.
    pub words: u32,
    /// What its characters are like.
    pub characters: Characters,
    /// How many pictures it shows.
    pub pictures: u32,
    /// The share of the page that the largest of them covers, 0 to 1.
    pub picture_share: f32,
    /// There is a picture and hardly any text: only text recognition can read it.
    pub needs_recognition: bool,
    /// What could not be read or drawn.
    pub lacks: Vec<Lack>,
}

/// The characters of a page by how they show.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Characters {
    /// To be seen.
    pub shown: u32,
    /// Written so that nothing is drawn: the layer of a text recognition, or something that is meant not to be seen.
    pub invisible: u32,
    /// Drawn, and not to be seen: under a picture or a filled shape, or in the colour of what is behind it. A black bar
    /// does not remove what it hides.
    pub covered: u32,
    /// Outside the page. They are no part of its text.
    pub outside: u32,
    /// Drawn from a font that does not say which characters its shapes are.
    pub unnamed: u32,
}

/// Something the reader could not do on a page.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Lack {
    /// A font of a kind it does not know.
    Font,
    /// A picture that could not be decoded.
    Picture,
    /// A note or field without an appearance of its own.
    Annotation,
    /// More on the page than the limits allow.
    Rest,
}

/// The text of one page, in reading order.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PageText {
    /// From 0.
    pub page: u32,
    /// As a person sees it, in 1/72 inch.
    pub width: f32,
    /// As a person sees it, in 1/72 inch.
    pub height: f32,
    /// Its lines: what stands on one base line without a gap as wide as a column's.
    pub lines: Vec<Line>,
    /// Not all of it: the limits were reached.
    pub cut: bool,
}

/// Words on one base line.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Line {
    /// Around all its words.
    pub rect: Rect,
    /// How far its direction of reading is turned clockwise, in whole degrees: 0 is left to right, 90 is downwards.
    pub turn: u16,
    /// In the order they are read.
    pub words: Vec<Word>,
}

/// One word.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Word {
    /// Its characters.
    pub text: String,
    /// Around all of them.
    pub rect: Rect,
    /// Where each character begins, and at last where the final one ends: one more than there are characters. Measured
    /// along x where the line's turn is nearest to 0 or 180, along y otherwise. With this, part of a word can be marked.
    pub edges: Vec<f32>,
    /// How it hides, where it does.
    pub hidden: Option<Hidden>,
    /// It was recognised in a picture, and a second reading of the picture does not say the same.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unsure: bool,
}

/// How a word is in the text and not to be seen.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Hidden {
    /// Nothing of it is drawn.
    Invisible,
    /// It lies under a picture or a filled shape, or has the colour of what is behind it.
    Covered,
}

impl PageText {
    /// The words in reading order.
    pub fn words(&self) -> impl Iterator<Item = &Word> {
        self.lines.iter().flat_map(|line| &line.words)
    }

    /// As plain text: words with spaces between them, one line each.
    #[must_use]
    pub fn plain(&self) -> String {
        let mut text = String::new();
        for line in &self.lines {
            for (at, word) in line.words.iter().enumerate() {
                if at > 0 {
                    text.push(' ');
                }
                text.push_str(&word.text);
            }
            text.push('\n');
        }
        text
    }
}

#[cfg(test)]
mod tests;
