//! A letter on paper: tagged PDF and page pictures, laid out by the Typst library in a world without files.

mod fonts;
mod world;

use chrono::{DateTime, Datelike, Timelike, Utc};
use serde::{Deserialize, Serialize};
use thiserror::Error;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};
use typst_render::RenderOptions;

pub(crate) use fonts::is_invisible;

use crate::language::Words;
use crate::{Block, Letter, Span};
use world::Scene;

/// The sender's paper.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Stationery {
    /// The organisation that sends the letter, as its letterhead shows it.
    pub sender: String,
    /// The lines under or beside the name: address, page, telephone.
    pub address_lines: Vec<String>,
    /// The register's reference of the demand, for the foot of every page. May be empty.
    pub reference: String,
}

/// The picture of one page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Png {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// The PNG file's bytes.
    pub bytes: Vec<u8>,
}

/// The letter could not be laid out.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum LayoutFault {
    /// The letter holds characters that none of the shipped fonts can draw. Nothing is left out silently.
    #[error("the letter's fonts cannot draw: {}", describe(.characters))]
    Undrawable {
        /// The characters, sorted, once each.
        characters: Vec<char>,
    },
    /// A page picture would be too large, or the scale is not a positive number.
    #[error("page pictures are made at a scale between 0.1 and 8 pixels per point")]
    Scale,
    /// The date is outside what a PDF can carry.
    #[error("the date cannot be written into a PDF")]
    Date,
    /// The layout engine refused; a fault of this program, not of the facts.
    #[error("the letter could not be laid out: {0}")]
    Engine(String),
}

/// `x (U+0078)`, one after the other; control characters by their code only.
fn describe(characters: &[char]) -> String {
    let one = |c: &char| {
        let code = u32::from(*c);
        if c.is_control() { format!("U+{code:04X}") } else { format!("{c} (U+{code:04X})") }
    };
    characters.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// What the theme reads.
#[derive(Serialize)]
struct Sheet<'l> {
    letter: &'l Letter,
    stationery: &'l Stationery,
    words: Words,
    families: &'static [&'static str],
    draft: bool,
}

/// The letter as a PDF: tagged for PDF/UA-1 (ISO 14289-1), with document language and title, without identifiers in its
/// metadata. The same input gives the same bytes. `as_of` becomes the file's creation date (UTC). With `draft`, the word
/// DRAFT in the letter's language lies across every page.
///
/// # Errors
/// [`LayoutFault::Undrawable`] names the characters no shipped font has; the others are unlikely and say what they are.
pub fn pdf(
    letter: &Letter,
    stationery: &Stationery,
    as_of: DateTime<Utc>,
    draft: bool,
) -> Result<Vec<u8>, LayoutFault> {
    let created = timestamp(as_of).ok_or(LayoutFault::Date)?;
    let document = lay_out(letter, stationery, draft)?;
    let standards =
        PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|fault| LayoutFault::Engine(fault.message().to_string()))?;
    let options = PdfOptions {
        creator: Smart::Custom(Some("Subpoena Desk".to_owned())),
        timestamp: Some(created),
        standards,
        ..PdfOptions::default()
    };
    let bytes = typst_pdf::pdf(&document, &options).map_err(|faults| engine(&faults));
    typst::comemo::evict(KEPT);
    bytes
}

/// The letter's pages as pictures, `scale` pixels per point (1/72 inch): 2.0 is 144 dpi.
///
/// # Errors
/// As [`pdf`]; and [`LayoutFault::Scale`] for a scale outside 0.1 to 8.
pub fn pages(letter: &Letter, stationery: &Stationery, scale: f32, draft: bool) -> Result<Vec<Png>, LayoutFault> {
    if !(0.1..=8.0).contains(&scale) {
        return Err(LayoutFault::Scale);
    }
    let document = lay_out(letter, stationery, draft)?;
    let options = RenderOptions { pixel_per_pt: f64::from(scale).into(), render_bleed: false };
    let pictures = document.pages().iter().map(|page| {
        let picture = typst_render::render(page, &options);
        let bytes = picture.encode_png().map_err(|fault| LayoutFault::Engine(fault.to_string()))?;
        Ok(Png { width: picture.width(), height: picture.height(), bytes })
    });
    let pictures = pictures.collect();
    typst::comemo::evict(KEPT);
    pictures
}

/// How many renderings an unused layout result stays in memory: an edit and its undo, not a day's letters.
const KEPT: usize = 4;

/// Forgets every layout result kept for speed. They hold words of letters: call it when the register is locked.
pub fn forget() {
    typst::comemo::evict(0);
}

/// The characters of this letter on this paper that no shipped font can draw; sorted, once each. Empty = all can be drawn.
#[must_use]
pub fn undrawable(letter: &Letter, stationery: &Stationery) -> Vec<char> {
    let Some(stage) = world::stage() else {
        return Vec::new();
    };
    let mut found = std::collections::BTreeSet::new();
    let mut look = |text: &str| found.extend(text.chars().filter(|c| !stage.fonts.draws(*c)));
    look(&letter.title);
    look(&stationery.sender);
    look(&stationery.reference);
    stationery.address_lines.iter().for_each(|line| look(line));
    look_blocks(&letter.blocks, &mut look);
    found.into_iter().collect()
}

fn look_blocks(blocks: &[Block], look: &mut dyn FnMut(&str)) {
    for block in blocks {
        match block {
            Block::Heading { spans, .. } | Block::Paragraph { spans } => look_spans(spans, look),
            Block::List { items, .. } => items.iter().for_each(|item| look_blocks(item, look)),
            Block::Quote { blocks } => look_blocks(blocks, look),
        }
    }
}

fn look_spans(spans: &[Span], look: &mut dyn FnMut(&str)) {
    for span in spans {
        match span {
            Span::Text { text } | Span::Value { text, .. } => look(text),
            Span::Emphasis { spans } | Span::Strong { spans } => look_spans(spans, look),
            Span::Break => {}
        }
    }
}

fn lay_out(letter: &Letter, stationery: &Stationery, draft: bool) -> Result<PagedDocument, LayoutFault> {
    let stage = world::stage().ok_or_else(|| LayoutFault::Engine("a shipped font cannot be read".to_owned()))?;
    let characters = undrawable(letter, stationery);
    if !characters.is_empty() {
        return Err(LayoutFault::Undrawable { characters });
    }
    let sheet = Sheet { letter, stationery, words: letter.language.words(), families: fonts::FAMILIES, draft };
    let json = serde_json::to_vec(&sheet).map_err(|fault| LayoutFault::Engine(fault.to_string()))?;
    typst::compile::<PagedDocument>(&Scene::new(stage, json)).output.map_err(|faults| engine(&faults))
}

fn engine(faults: &[SourceDiagnostic]) -> LayoutFault {
    LayoutFault::Engine(faults.iter().map(|fault| fault.message.to_string()).collect::<Vec<_>>().join("; "))
}

fn timestamp(as_of: DateTime<Utc>) -> Option<Timestamp> {
    let small = |number: u32| u8::try_from(number).ok();
    let date = Datetime::from_ymd_hms(
        as_of.year(),
        small(as_of.month())?,
        small(as_of.day())?,
        small(as_of.hour())?,
        small(as_of.minute())?,
        small(as_of.second())?,
    )?;
    (0..=9999).contains(&as_of.year()).then(|| Timestamp::new_utc(date))
}
