//! What a fax machine makes of a page: turned a little, grainy, black or white.

use crate::Chance;

/// A picture in greys, 0 black to 255 white, row by row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gray {
    /// In dots.
    pub width: usize,
    /// In dots.
    pub height: usize,
    /// One for each dot.
    pub dots: Vec<u8>,
}

/// How much a page suffers on the way.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Strain {
    /// By how many degrees it is turned at most, to either side.
    pub turn: f64,
    /// How far a dot's grey may be off, in parts of 255.
    pub grain: f64,
    /// Stray dots, in parts of a million.
    pub specks: u64,
}

impl Strain {
    /// A fair fax of 200 dots to the inch (issue 3: noise, 1–2° of skew).
    pub const FAX: Self = Self { turn: 1.5, grain: 70.0, specks: 150 };
}

impl Gray {
    fn at(&self, x: f64, y: f64) -> f64 {
        let (left, top) = (x.floor(), y.floor());
        let dot = |x: f64, y: f64| {
            let inside = x >= 0.0 && y >= 0.0 && x < self.width as f64 && y < self.height as f64;
            let place = if inside { y as usize * self.width + x as usize } else { usize::MAX };
            f64::from(self.dots.get(place).copied().unwrap_or(255))
        };
        let (right, low) = (x - left, y - top);
        let upper = dot(left, top) * (1.0 - right) + dot(left + 1.0, top) * right;
        let lower = dot(left, top + 1.0) * (1.0 - right) + dot(left + 1.0, top + 1.0) * right;
        upper * (1.0 - low) + lower * low
    }

    /// As a PNG file that says how many dots an inch has.
    ///
    /// # Errors
    /// Where the picture has no dots.
    pub fn png(&self, dpi: f64) -> Result<Vec<u8>, png::EncodingError> {
        let mut bytes = Vec::new();
        let (width, height) = (self.width.try_into().unwrap_or(0), self.height.try_into().unwrap_or(0));
        let mut encoder = png::Encoder::new(&mut bytes, width, height);
        encoder.set_color(png::ColorType::Grayscale);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_compression(png::Compression::Fast);
        let metre = (dpi / 0.0254).round() as u32;
        encoder.set_pixel_dims(Some(png::PixelDimensions { xppu: metre, yppu: metre, unit: png::Unit::Meter }));
        encoder.write_header()?.write_image_data(&self.dots)?;
        Ok(bytes)
    }
}

/// The page after the machine.
#[must_use]
pub fn fax(page: &Gray, strain: Strain, chance: &mut Chance) -> Gray {
    let turn = (chance.around_nothing() * 1.6).clamp(-1.0, 1.0) * strain.turn.to_radians();
    let (sin, cos) = turn.sin_cos();
    let (middle_x, middle_y) = (page.width as f64 / 2.0, page.height as f64 / 2.0);
    let mut dots = Vec::with_capacity(page.dots.len());
    for y in 0..page.height {
        for x in 0..page.width {
            let (across, down) = (x as f64 - middle_x, y as f64 - middle_y);
            let grey = page.at(middle_x + across * cos + down * sin, middle_y - across * sin + down * cos);
            let grainy = grey + chance.around_nothing() * strain.grain;
            let stray = chance.below(1_000_000) < strain.specks;
            dots.push(if (grainy < 140.0) != stray { 0 } else { 255 });
        }
    }
    Gray { width: page.width, height: page.height, dots }
}
