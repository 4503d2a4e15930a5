//! How far a page lies askew: text recognition gives the places of words on a page as it was scanned.

use crate::paper::PageText;

/// Lines shorter than this, in 1/72 inch, do not show the slope well.
const LONG: f32 = 150.0;

/// How far the lines of a page sink for each unit to the right. 0 where too few tell.
pub(super) fn slope(page: &PageText) -> f32 {
    let mut slopes: Vec<f32> = Vec::new();
    for line in page.lines.iter().filter(|line| super::is_level(line)) {
        let (Some(first), Some(last)) = (line.words.first(), line.words.last()) else { continue };
        let run = last.rect.left - first.rect.left;
        if run >= LONG {
            // The lower side: upper sides differ with the letters more than lower ones.
            slopes.push((last.rect.bottom - first.rect.bottom) / run);
        }
    }
    if slopes.len() < 3 {
        return 0.0;
    }
    slopes.sort_by(f32::total_cmp);
    let middle = slopes.get(slopes.len() / 2).copied().unwrap_or(0.0);
    if middle.abs() < 0.1 { middle } else { 0.0 }
}
