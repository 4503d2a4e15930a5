//! Rectangles on a page.

use serde::{Deserialize, Serialize};

/// A rectangle on the page as a person sees it; origin at the top left, x to the right, y down,
/// unit 1/72 inch. On the wire: `[left, top, right, bottom]`.
#[derive(Clone, Copy, PartialEq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS), ts(type = "[number, number, number, number]"))]
#[serde(from = "(f32, f32, f32, f32)", into = "(f32, f32, f32, f32)")]
pub struct Rect {
    /// Its left side.
    pub left: f32,
    /// Its upper side.
    pub top: f32,
    /// Its right side.
    pub right: f32,
    /// Its lower side.
    pub bottom: f32,
}

impl Rect {
    /// The smallest rectangle around both.
    #[must_use]
    pub fn around(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// From left to right.
    #[must_use]
    pub fn width(self) -> f32 {
        self.right - self.left
    }

    /// From top to bottom.
    #[must_use]
    pub fn height(self) -> f32 {
        self.bottom - self.top
    }

    /// All four are numbers, and in order.
    #[must_use]
    pub fn is_sound(self) -> bool {
        let all = [self.left, self.top, self.right, self.bottom];
        all.iter().all(|side| side.is_finite()) && self.left <= self.right && self.top <= self.bottom
    }
}

impl From<(f32, f32, f32, f32)> for Rect {
    fn from((left, top, right, bottom): (f32, f32, f32, f32)) -> Self {
        Self { left, top, right, bottom }
    }
}

impl From<Rect> for (f32, f32, f32, f32) {
    fn from(rect: Rect) -> Self {
        (rect.left, rect.top, rect.right, rect.bottom)
    }
}
