//! Which characters a font's shapes are, where the paper does not say: the font itself may.

use std::collections::HashMap;

use hayro_interpret::font::OutlineGlyph;
use skrifa::{FontRef, MetadataProvider};

/// Shapes of one font that are taken into account; there are at most so many in any.
const SHAPES: usize = 65_536;

/// What fonts inside the paper say of their own shapes, each asked once.
#[derive(Default)]
pub(super) struct Names(HashMap<u128, HashMap<u32, char>>);

impl Names {
    /// The character of a shape.
    pub(super) fn of(&mut self, glyph: &OutlineGlyph) -> Option<char> {
        let font = glyph.font_data()?;
        let names = self.0.entry(font.cache_key).or_insert_with(|| read(font.data.as_ref().as_ref()));
        names.get(&glyph.glyph_id().to_u32()).copied()
    }
}

/// A font says which shape a character has; this is the way back. Of several characters the first is taken.
fn read(font: &[u8]) -> HashMap<u32, char> {
    let mut names = HashMap::new();
    if let Ok(font) = FontRef::new(font) {
        for (code, shape) in font.charmap().mappings().take(SHAPES) {
            // Codes for private use are a font's own numbers, not characters.
            let letter = char::from_u32(code).filter(|letter| !('\u{e000}'..='\u{f8ff}').contains(letter));
            if let Some(letter) = letter.filter(|letter| !letter.is_control()) {
                names.entry(shape.to_u32()).or_insert(letter);
            }
        }
    }
    names
}
