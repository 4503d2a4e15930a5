//! Boxes to tick, found on a picture: small squares with four straight sides that stand free. Forms draw them and write
//! nothing, and text recognition does not see them. No kept library finds them without bringing one in C along.

use reader::paper::{Inside, Rect, TickBox, most};

use crate::scan::Grey;

/// A side, in 1/72 inch: smaller is a bullet, larger a cell of a table.
const SIDE: std::ops::RangeInclusive<f32> = 5.0..=16.0;
/// The share of a side that is ink; a fax leaves gaps.
const COVERED: f32 = 0.82;
/// The share of the inside that is ink: less is nothing, more is a mark. Between them nobody can tell.
const NOTHING: f32 = 0.03;
const MARK: f32 = 0.07;
const FULL: f32 = 0.85;
/// Greys that are darker are ink; and those that may be.
const INK: u8 = 128;
const PALE: u8 = 192;
/// Upper sides that are looked at: a page of print has some thousands, a picture in dots a million.
const LOOKED_AT: usize = 50_000;

/// The boxes of a picture with `scale` pixels for each 1/72 inch, in pixels, from above.
pub(crate) fn find(grey: &Grey, scale: f32) -> Vec<TickBox> {
    let page = Page { grey, scale };
    let mut found: Vec<TickBox> = Vec::new();
    let runs = (0..grey.height).flat_map(|y| page.runs(y).into_iter().map(move |(from, to)| (y, from, to)));
    for (y, from, to) in runs.take(LOOKED_AT) {
        let apart = |other: &TickBox| {
            let near = 2.0 * scale;
            (from as f32) > other.rect.right + near
                || (to as f32) < other.rect.left - near
                || y as f32 > other.rect.bottom + near
        };
        if found.iter().rev().take(64).all(apart)
            && let Some(one) = page.below(from, to, y)
        {
            found.push(one);
        }
        if found.len() >= most::BOXES {
            break;
        }
    }
    found
}

struct Page<'g> {
    grey: &'g Grey,
    scale: f32,
}

impl Page<'_> {
    fn ink(&self, x: u32, y: u32) -> bool {
        self.is_darker(x, y, INK)
    }

    fn is_darker(&self, x: u32, y: u32, than: u8) -> bool {
        self.grey.row(y).get(x as usize).is_some_and(|pixel| *pixel < than)
    }

    /// Runs of ink on a row, or on the one below it, that are as long as a side; a gap of a dot or two is none. A side that a fax
    /// machine drew goes up and down by a dot.
    fn runs(&self, y: u32) -> Vec<(u32, u32)> {
        let gap = (0.4 * self.scale).ceil() as usize;
        let mut runs = Vec::new();
        let (mut begun, mut last) = (None::<usize>, 0);
        let mut end = |begun: Option<usize>, last: usize| {
            let Some(from) = begun else { return };
            let length = (last + 1 - from) as f32 / self.scale;
            if SIDE.contains(&length) {
                runs.push((from as u32, last as u32));
            }
        };
        let below = self.grey.row((y + 1).min(self.grey.height.saturating_sub(1)));
        for (x, (pixel, below)) in self.grey.row(y).iter().zip(below).enumerate() {
            if (*pixel).min(*below) >= INK {
                continue;
            }
            if begun.is_some() && x - last > gap + 1 {
                end(begun.take(), last);
            }
            begun.get_or_insert(x);
            last = x;
        }
        end(begun, last);
        runs
    }

    /// The share of a rectangle, its edges counted in, that is darker than this.
    fn share(&self, (left, right): (u32, u32), (top, bottom): (u32, u32), than: u8) -> f32 {
        let (mut ink, mut all) = (0_u32, 0_u32);
        for y in top..=bottom {
            for x in left..=right {
                all += 1;
                ink += u32::from(self.is_darker(x, y, than));
            }
        }
        ink as f32 / all.max(1) as f32
    }

    /// The share of rows on which there is ink between two columns.
    fn upright(&self, (left, right): (u32, u32), (top, bottom): (u32, u32)) -> f32 {
        let covered = (top..=bottom).filter(|y| (left..=right).any(|x| self.ink(x, *y))).count();
        covered as f32 / (bottom + 1).saturating_sub(top).max(1) as f32
    }

    /// The box whose upper side is this run.
    fn below(&self, from: u32, to: u32, top: u32) -> Option<TickBox> {
        let side = (to - from + 1) as f32;
        // Its upper side, not a row within it.
        if top > 0 && self.share((from, to), (top - 1, top - 1), INK) > 0.5 {
            return None;
        }
        // The run may be that of the row below.
        let top = if self.share((from, to), (top, top), INK) < 0.5 { top + 1 } else { top };
        let thick = (0.14 * side).max(1.0) as u32;
        let row = |y: u32| {
            let covered = (from..=to).filter(|x| (y.saturating_sub(1)..=y + 1).any(|y| self.ink(*x, y))).count();
            covered as f32 / side
        };
        let lowest = (top + (1.45 * side) as u32).min(self.grey.height.checked_sub(1)?);
        let least = top + (0.7 * side) as u32;
        // The first side below it: the next one may be another box's.
        let side_at = |y: u32| row(y) >= COVERED && self.share((from, to), (y, y), INK) > 0.5;
        let first = (least..=lowest).find(|y| side_at(*y))?;
        let bottom = (first..=lowest).take_while(|y| side_at(*y)).last()?;
        let slack = thick.div_ceil(2);
        let left = (from.saturating_sub(slack), from + thick);
        let right = (to.saturating_sub(thick), to + slack);
        let straight = self.upright(left, (top, bottom)) >= COVERED && self.upright(right, (top, bottom)) >= COVERED;
        // Nothing goes on beyond its corners: a cell of a table does.
        let reach = (0.3 * side) as u32 + slack;
        let beside =
            |(left, right): (u32, u32), (top, bottom): (u32, u32)| self.upright((left, right), (top, bottom)) > 0.75;
        let goes_on = bottom + slack + 1 < self.grey.height
            && (beside(left, (bottom + slack + 1, bottom + reach))
                || beside(right, (bottom + slack + 1, bottom + reach)))
            || top > reach
                && (beside(left, (top - reach, top - slack - 1)) || beside(right, (top - reach, top - slack - 1)));
        if !straight || goes_on {
            return None;
        }
        let inset = (0.22 * side) as u32;
        let within = ((from + inset, to.checked_sub(inset)?), (top + inset, bottom.checked_sub(inset)?));
        let ink = self.share(within.0, within.1, INK);
        let inside = match ink {
            // A mark in pencil is pale.
            ink if ink <= NOTHING && self.share(within.0, within.1, PALE) <= NOTHING => Inside::Nothing,
            ink if ink <= NOTHING => return None,
            ink if ink >= FULL => Inside::Full,
            ink if ink >= MARK => Inside::Mark,
            _ => return None,
        };
        let rect = Rect { left: from as f32, top: top as f32, right: (to + 1) as f32, bottom: (bottom + 1) as f32 };
        Some(TickBox { rect, inside })
    }
}

#[cfg(test)]
mod tests {
    use super::{Grey, Inside, find};

    const SCALE: f32 = 2.5;

    /// Squares at places, and what is drawn into them.
    fn page(draw: &[(u32, u32, u32, &str)]) -> Grey {
        let (width, height) = (400_u32, 200_u32);
        let mut pixels = vec![255_u8; (width * height) as usize];
        let mut dot = |x: u32, y: u32| pixels[(y * width + x) as usize] = 0;
        for (left, top, side, what) in draw {
            for at in 0..=*side {
                for (x, y) in [(at, 0), (at, *side), (0, at), (*side, at)] {
                    dot(left + x, top + y);
                }
                match *what {
                    "cross" => {
                        dot(left + at, top + at);
                        dot(left + side - at, top + at);
                        dot(left + (at + 1).min(*side), top + at);
                        dot(left + side.saturating_sub(at + 1), top + at);
                    }
                    "full" => (0..=*side).for_each(|across| dot(left + across, top + at)),
                    "table" => {
                        dot(left + at, top + side + at);
                        (0..=*side).for_each(|down| dot(*left, top + side + down));
                        dot(left + side, top + side + at);
                    }
                    _ => {}
                }
            }
        }
        Grey { width, height, pixels }
    }

    #[test]
    fn squares_are_found_with_what_is_in_them() {
        let found = find(&page(&[(20, 30, 24, ""), (80, 30, 24, "cross"), (150, 30, 24, "full")]), SCALE);
        let inside: Vec<Inside> = found.iter().map(|one| one.inside).collect();
        assert_eq!(inside, [Inside::Nothing, Inside::Mark, Inside::Full]);
        assert_eq!((found[0].rect.left, found[0].rect.top, found[0].rect.right), (20.0, 30.0, 45.0));
    }

    #[test]
    fn boxes_below_each_other_are_told_apart() {
        let found = find(&page(&[(20, 30, 22, "cross"), (20, 59, 22, "")]), SCALE);
        assert_eq!(found.iter().map(|one| one.inside).collect::<Vec<_>>(), [Inside::Mark, Inside::Nothing]);
    }

    #[test]
    fn a_side_may_be_worn_where_a_fax_machine_drew_it() {
        let mut grey = page(&[(20, 30, 24, "cross")]);
        let width = grey.width as usize;
        // A stretch of the upper side one row lower, and dots of the others gone.
        for x in 26..34 {
            grey.pixels[30 * width + x] = 255;
            grey.pixels[31 * width + x] = 0;
        }
        for (x, y) in [(44, 40), (20, 47), (30, 54), (38, 54)] {
            grey.pixels[y * width + x] = 255;
        }
        let inside: Vec<Inside> = find(&grey, SCALE).iter().map(|one| one.inside).collect();
        assert_eq!(inside, [Inside::Mark]);
    }

    #[test]
    fn what_is_too_small_too_large_or_goes_on_is_no_box() {
        assert_eq!(find(&page(&[(20, 30, 6, ""), (80, 30, 90, "")]), SCALE), []);
        assert_eq!(find(&page(&[(20, 30, 24, "table")]), SCALE), []);
        assert_eq!(find(&Grey { width: 0, height: 0, pixels: Vec::new() }, SCALE), []);
    }
}
