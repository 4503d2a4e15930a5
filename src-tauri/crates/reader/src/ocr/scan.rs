//! The picture of a page that is made to be recognised, and the way from its places back to the page's.

use crate::paper::{Rect, TickBox};

/// A page as a grey picture whose lines of text lie level.
#[derive(Clone, PartialEq, Debug)]
pub struct Scan {
    /// Which page, from 0.
    pub page: u32,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// Pixels for each 1/72 inch.
    pub scale: f32,
    /// How far the page was turned clockwise against its text, in degrees. The picture is turned back by as much around
    /// its middle, on a sheet large enough for all of it.
    pub skew: f32,
    /// The page as a person sees it, in 1/72 inch.
    pub page_width: f32,
    /// The page as a person sees it, in 1/72 inch.
    pub page_height: f32,
    /// The boxes to tick that were found on it, in pixels: the engine does not see them.
    pub boxes: Vec<TickBox>,
    /// PNG, from a process that read hostile bytes.
    pub png: Vec<u8>,
}

impl Scan {
    /// A rectangle of the picture on the page. Around the same middle, of the same size: turning a word by a degree or
    /// two does not make the line it stands on higher.
    pub(super) fn on_page(&self, rect: Rect) -> Rect {
        let middle = |low: f32, high: f32| f32::midpoint(low, high);
        let (x, y) = (middle(rect.left, rect.right), middle(rect.top, rect.bottom));
        let (sin, cos) = self.skew.to_radians().sin_cos();
        let (dx, dy) = (x - self.width as f32 / 2.0, y - self.height as f32 / 2.0);
        let x = self.page_width / 2.0 + (dx * cos - dy * sin) / self.scale;
        let y = self.page_height / 2.0 + (dx * sin + dy * cos) / self.scale;
        let (half_width, half_height) = (rect.width() / 2.0 / self.scale, rect.height() / 2.0 / self.scale);
        let round = |number: f32| (number * 100.0).round() / 100.0;
        Rect {
            left: round(x - half_width),
            top: round(y - half_height),
            right: round(x + half_width),
            bottom: round(y + half_height),
        }
    }
}
