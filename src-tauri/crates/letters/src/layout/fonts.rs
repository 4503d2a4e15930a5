//! The fonts that are part of the program, and what they can draw.

use std::io::Read as _;

use flate2::read::GzDecoder;
use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// Source Serif 4 draws Latin, Vietnamese, Cyrillic and Greek; the Noto faces step in for single characters.
/// Families in the order in which the theme tries them.
pub(super) const FAMILIES: &[&str] = &["Source Serif 4", "Noto Sans Arabic", "Noto Sans Hebrew", "Noto Emoji"];

const PLAIN: &[&[u8]] = &[
    include_bytes!("../../fonts/SourceSerif4-Regular.otf"),
    include_bytes!("../../fonts/SourceSerif4-Bold.otf"),
    include_bytes!("../../fonts/SourceSerif4-It.otf"),
    include_bytes!("../../fonts/NotoSansArabic-Regular.ttf"),
    include_bytes!("../../fonts/NotoSansHebrew-Regular.ttf"),
];

/// Packed, to keep the repository small.
const EMOJI: &[u8] = include_bytes!("../../fonts/NotoEmoji-Regular.ttf.gz");

/// The loaded faces and their index.
pub(super) struct Fonts {
    pub(super) book: LazyHash<FontBook>,
    pub(super) faces: Vec<Font>,
}

impl Fonts {
    /// Loads the faces; `None` only if a shipped file is not a font, which a test rules out.
    pub(super) fn load() -> Option<Self> {
        let mut emoji = Vec::new();
        GzDecoder::new(EMOJI).read_to_end(&mut emoji).ok()?;
        let mut faces = Vec::new();
        for data in PLAIN {
            faces.push(Font::new(Bytes::new(*data), 0)?);
        }
        faces.push(Font::new(Bytes::new(emoji), 0)?);
        let book = LazyHash::new(FontBook::from_fonts(&faces));
        Some(Self { book, faces })
    }

    /// Whether some face has a shape for this character, or it needs none.
    pub(super) fn draws(&self, c: char) -> bool {
        // PDF/UA-1 by way of the writer allows no byte order mark in text; values lose theirs when composed.
        c != '\u{FEFF}'
            && (c == ' '
                || is_invisible(c)
                || self.faces.iter().any(|face| face.info().coverage.contains(u32::from(c))))
    }
}

/// Characters that have no shape by their nature (Unicode Default_Ignorable_Code_Point): joiners, variation selectors,
/// direction marks, tags. The shaper leaves them out of the picture; they may stay in a value.
pub(crate) const fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
            | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
            | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFF8}'
            | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}'
    )
}
