//! Where words stand on the picture, and which stand where another does.

use std::collections::{BTreeSet, HashMap};

use super::reading::Row;
use crate::paper::Rect;

/// Words are looked up by squares of so many pixels: a line of print is half as high.
const CELL: f32 = 100.0;
/// Squares of one word, and words of the other reading that one is compared with.
const MOST_CELLS: u32 = 200;
const MOST_NEAR: usize = 200;
/// Whether the middle of one word lies in the other.
pub(super) fn meet(a: &Row, b: &Row) -> bool {
    holds(a.rect, middle(b.rect)) || holds(b.rect, middle(a.rect))
}

/// Words by the squares of the picture that they lie in.
pub(super) fn by_cell(rows: &[Row]) -> HashMap<(u32, u32), Vec<usize>> {
    let mut places: HashMap<(u32, u32), Vec<usize>> = HashMap::new();
    for (at, row) in rows.iter().enumerate() {
        for cell in cells(row.rect) {
            places.entry(cell).or_default().push(at);
        }
    }
    places
}

/// Those that may lie in this place, in their order.
pub(super) fn near_at(places: &HashMap<(u32, u32), Vec<usize>>, rect: Rect) -> Vec<usize> {
    let near: BTreeSet<usize> =
        cells(rect).filter_map(|cell| places.get(&cell)).flatten().copied().take(MOST_NEAR).collect();
    near.into_iter().collect()
}

/// Across and down.
pub(super) fn middle(rect: Rect) -> (f32, f32) {
    (f32::midpoint(rect.left, rect.right), f32::midpoint(rect.top, rect.bottom))
}

/// Whether a point lies within.
pub(super) fn holds(rect: Rect, (x, y): (f32, f32)) -> bool {
    x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom
}

/// The squares of the picture that a word lies in; none for what is larger than any word.
fn cells(rect: Rect) -> impl Iterator<Item = (u32, u32)> {
    let square = |at: f32| (at / CELL) as u32;
    let (left, right, top, bottom) = (square(rect.left), square(rect.right), square(rect.top), square(rect.bottom));
    let across = if (right - left + 1) * (bottom - top + 1) <= MOST_CELLS { left..right + 1 } else { 0..0 };
    across.flat_map(move |x| (top..=bottom).map(move |y| (x, y)))
}
