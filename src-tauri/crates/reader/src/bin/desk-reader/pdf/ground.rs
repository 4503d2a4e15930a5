//! What is behind each character and what was put over it. A black bar does not remove what is under it, and neither does
//! black ink on a black bar.

use hayro_interpret::Paint;
use hayro_interpret::kurbo::Rect;

use super::glyph::Glyph;

/// Comparisons of characters with areas. A hostile page could ask for any number.
const COMPARISONS: usize = 20_000_000;
/// Channels that differ by less look the same.
const ALIKE: f32 = 0.06;

/// Red, green, blue and how little one can see through, each 0 to 1.
#[derive(Clone, Copy, Debug)]
pub(super) struct Colour([f32; 4]);

impl Colour {
    const PAPER: Self = Self([1.0; 4]);

    /// The colour of a paint that has only one.
    pub(super) fn of(paint: &Paint<'_>) -> Option<Self> {
        match paint {
            Paint::Color(color) => Some(Self(color.to_rgba().components())),
            Paint::Pattern(_) => None,
        }
    }

    pub(super) fn is_solid(self) -> bool {
        self.opacity() > 0.95
    }

    /// Nothing of it is to be seen.
    pub(super) fn is_glass(self) -> bool {
        self.opacity() < 0.03
    }

    fn opacity(self) -> f32 {
        let [_, _, _, opacity] = self.0;
        opacity
    }

    fn looks_like(self, other: Self) -> bool {
        self.0.iter().zip(other.0).take(3).all(|(one, other)| (one - other).abs() < ALIKE)
    }
}

struct Area {
    drawn: u32,
    rect: Rect,
    /// Nothing behind it shows through.
    solid: bool,
    /// None where it has several, or one that is not known.
    colour: Option<Colour>,
}

/// The areas of a page that were filled, in the order in which they were.
#[derive(Default)]
pub(super) struct Ground {
    areas: Vec<Area>,
    comparisons: usize,
}

impl Ground {
    pub(super) fn fill(&mut self, drawn: u32, rect: Rect, solid: bool, colour: Option<Colour>) {
        if rect.area() > 0.0 {
            self.areas.push(Area { drawn, rect, solid, colour });
        }
    }

    /// Whether a character is put out of sight by an area: one over it, or one behind it of its own colour.
    pub(super) fn hides(&mut self, glyph: &Glyph) -> bool {
        self.comparisons = self.comparisons.saturating_add(self.areas.len());
        if self.is_tired() {
            return false;
        }
        let middle = glyph.middle();
        let (before, after) = self.areas.split_at(self.areas.partition_point(|area| area.drawn < glyph.drawn));
        if after.iter().any(|area| area.solid && area.rect.contains(middle)) {
            return true;
        }
        let behind = match before.iter().rev().find(|area| area.rect.contains(middle)) {
            Some(area) => area.colour,
            None => Some(Colour::PAPER),
        };
        match (glyph.colour, behind) {
            (Some(ink), Some(behind)) => ink.looks_like(behind),
            _ => false,
        }
    }

    /// There was more to compare than the limit allows, so that not everything was.
    pub(super) fn is_tired(&self) -> bool {
        self.comparisons > COMPARISONS
    }
}
