//! A page made ready to be recognised: grey, and turned so that its lines of text lie level.
//!
//! How far it is turned is found by projection: seen along the lines of text, ink and gaps between the lines are apart;
//! seen at any other angle they mix. No kept library does this without bringing one in C along.

use reader::paper::most;
use reader::talk::{Answer, Measures, Refusal};

use crate::boxes;
use crate::png_out::encode_grey;
use crate::serve::Reply;

/// Pages are fed by hand or by a roller: more than this is a page that lies on its side, which the engine sees for itself.
const MOST: f32 = 8.0;
/// Below this, turning blurs more than it helps.
const LEAST: f32 = 0.15;
/// Ink that is looked at; more is thinned out.
const POINTS: usize = 60_000;
/// How far a dot is spread before recognition, in pixels at 300 to the inch: measured on faxes with grain, where less leaves the
/// dots and more closes letters.
const SOFT: f32 = 0.6;
/// The angle must be so much better than none: a page of pictures has no lines.
const BETTER: f64 = 1.04;

/// A grey picture: one byte for each pixel, 0 is black.
pub(crate) struct Grey {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) pixels: Vec<u8>,
}

impl Grey {
    /// From red, green, blue and cover, over white.
    pub(crate) fn of_rgba(rgba: &[u8], width: u32, height: u32) -> Self {
        let (pixels, _) = rgba.as_chunks::<4>();
        let grey = |[red, green, blue, _]: &[u8; 4]| {
            ((u32::from(*red) * 299 + u32::from(*green) * 587 + u32::from(*blue) * 114) / 1000) as u8
        };
        Self { width, height, pixels: pixels.iter().map(grey).collect() }
    }

    pub(crate) fn row(&self, y: u32) -> &[u8] {
        let width = self.width as usize;
        let from = y as usize * width;
        self.pixels.get(from..from + width).unwrap_or_default()
    }

    fn at(&self, x: i64, y: i64) -> f32 {
        let (Ok(x), Ok(y)) = (u32::try_from(x), u32::try_from(y)) else { return 255.0 };
        if x >= self.width || y >= self.height {
            return 255.0;
        }
        self.row(y).get(x as usize).copied().map_or(255.0, f32::from)
    }
}

/// A page of `page` size in 1/72 inch, drawn with `scale` pixels for each unit.
pub(crate) fn reply(grey: Grey, page: (f32, f32), scale: f32) -> Result<Reply, Refusal> {
    let found = skew(&grey);
    let (skew, level) = if found.abs() < LEAST { (0.0, grey) } else { (found, turned_back(&grey, found)?) };
    let (width, height) = (level.width, level.height);
    let boxes = boxes::find(&level, scale);
    let soft = softened(level).ok_or(Refusal::TooLarge)?;
    let png = encode_grey(&soft, width, height).ok_or(Refusal::TooLarge)?;
    let measures = Measures { width, height, scale, skew, page_width: page.0, page_height: page.1, boxes };
    Ok(Reply::with_picture(Answer::Scan(measures), png))
}

/// With the edges of a fax's dots taken off: the engine learnt letters from grey pictures.
fn softened(grey: Grey) -> Option<Vec<u8>> {
    let picture = image::GrayImage::from_raw(grey.width, grey.height, grey.pixels)?;
    Some(image::DynamicImage::ImageLuma8(picture).blur(SOFT).into_luma8().into_raw())
}

/// How far the lines of text are turned clockwise, in degrees; 0 where there are none to be sure of.
fn skew(grey: &Grey) -> f32 {
    let points = feet(grey);
    if points.len() < 200 {
        return 0.0;
    }
    let steps = |from: f32, to: f32, step: f32| {
        let count = ((to - from) / step).round() as u32;
        (0..=count).map(move |at| from + step * at as f32)
    };
    let best = |angles: &mut dyn Iterator<Item = f32>| {
        angles.map(|angle| (angle, sharpness(&points, angle))).max_by(|a, b| a.1.total_cmp(&b.1))
    };
    let level = sharpness(&points, 0.0);
    let Some((rough, _)) = best(&mut steps(-MOST, MOST, 0.4)) else { return 0.0 };
    let Some((fine, sharp)) = best(&mut steps(rough - 0.4, rough + 0.4, 0.05)) else { return 0.0 };
    // At the end of what is looked at it is no best, only the last.
    if sharp > level * BETTER && fine.abs() < MOST { fine } else { 0.0 }
}

/// Where ink ends downwards: the feet of letters stand on lines, whatever the letters. On a grid of a third.
fn feet(grey: &Grey) -> Vec<(f32, f32)> {
    const CELL: usize = 3;
    let columns = grey.width as usize / CELL;
    let mut above = vec![false; columns];
    let mut points = Vec::new();
    for y in 0..grey.height / CELL as u32 {
        let row = grey.row(y * CELL as u32 + 1);
        for ((x, above), cell) in above.iter_mut().enumerate().zip(row.chunks_exact(CELL)) {
            let ink = cell.iter().map(|pixel| u32::from(*pixel)).sum::<u32>() < 128 * CELL as u32;
            if *above && !ink {
                points.push((x as f32, y as f32));
            }
            *above = ink;
        }
    }
    let keep = points.len().div_ceil(POINTS).max(1);
    points.into_iter().step_by(keep).collect()
}

/// How unevenly the points fall on lines at this angle.
fn sharpness(points: &[(f32, f32)], angle: f32) -> f64 {
    let (sin, cos) = angle.to_radians().sin_cos();
    let across = |(x, y): &(f32, f32)| y * cos - x * sin;
    let (least, most) = points
        .iter()
        .map(across)
        .fold((f32::INFINITY, f32::NEG_INFINITY), |(least, most), at| (least.min(at), most.max(at)));
    let mut bins = vec![0_u32; (most - least).max(0.0) as usize + 1];
    for point in points {
        if let Some(bin) = bins.get_mut((across(point) - least) as usize) {
            *bin += 1;
        }
    }
    bins.iter().map(|count| f64::from(*count) * f64::from(*count)).sum()
}

/// Turned back around its middle, on a sheet that holds all of it.
fn turned_back(grey: &Grey, skew: f32) -> Result<Grey, Refusal> {
    let (sin, cos) = skew.to_radians().sin_cos();
    let (old_width, old_height) = (grey.width as f32, grey.height as f32);
    let width = (old_width * cos + old_height * sin.abs()).ceil() as u32;
    let height = (old_height * cos + old_width * sin.abs()).ceil() as u32;
    if width > most::SIDE || height > most::SIDE || u64::from(width) * u64::from(height) > most::PIXELS {
        return Err(Refusal::TooLarge);
    }
    let mut pixels = Vec::with_capacity(width as usize * height as usize);
    for row in 0..height {
        let dy = row as f32 + 0.5 - height as f32 / 2.0;
        for column in 0..width {
            let dx = column as f32 + 0.5 - width as f32 / 2.0;
            let x = dx * cos - dy * sin + old_width / 2.0 - 0.5;
            let y = dx * sin + dy * cos + old_height / 2.0 - 0.5;
            let (left, top) = (x.floor(), y.floor());
            let (right_share, low_share) = (x - left, y - top);
            let at = |dx, dy| grey.at(left as i64 + dx, top as i64 + dy);
            let upper = at(0, 0) * (1.0 - right_share) + at(1, 0) * right_share;
            let lower = at(0, 1) * (1.0 - right_share) + at(1, 1) * right_share;
            pixels.push((upper * (1.0 - low_share) + lower * low_share).round() as u8);
        }
    }
    Ok(Grey { width, height, pixels })
}

#[cfg(test)]
mod tests {
    use super::{Grey, skew, turned_back};

    /// Lines of blocks, as words would be, turned clockwise.
    fn page(angle: f32) -> Grey {
        let (width, height) = (1_000_u32, 1_300_u32);
        let (sin, cos) = angle.to_radians().sin_cos();
        let mut pixels = vec![255; (width * height) as usize];
        for (at, pixel) in pixels.iter_mut().enumerate() {
            let (x, y) = ((at % width as usize) as f32 - 500.0, (at / width as usize) as f32 - 650.0);
            let (u, v) = (x * cos + y * sin, y * cos - x * sin);
            let written = u.abs() < 400.0 && v.abs() < 550.0;
            if written && v.rem_euclid(40.0) < 18.0 && (u + v.div_euclid(40.0) * 17.0).rem_euclid(90.0) < 70.0 {
                *pixel = 0;
            }
        }
        Grey { width, height, pixels }
    }

    #[test]
    fn the_skew_of_lines_is_found() {
        for angle in [-5.0_f32, -1.2, 0.0, 0.6, 2.0, 7.0] {
            let found = skew(&page(angle));
            assert!((found - angle).abs() < 0.15, "{angle}: {found}");
        }
    }

    #[test]
    fn what_is_turned_back_is_level() {
        let level = turned_back(&page(3.0), 3.0).unwrap();
        assert!(skew(&level).abs() < 0.15);
        assert!(level.width > 1_000 && level.height > 1_300, "nothing is cut off");
    }

    #[test]
    fn an_empty_page_is_level() {
        assert!(skew(&Grey { width: 900, height: 900, pixels: vec![255; 810_000] }).abs() < f32::EPSILON);
        assert!(skew(&Grey { width: 1, height: 1, pixels: vec![0] }).abs() < f32::EPSILON);
    }
}
