//! Page images on their way out: how large they may be, and PNG.

use reader::paper::most;

/// The scale that keeps both limits, or none where there is no sound one.
pub(crate) fn clamp(scale: f32, width: f32, height: f32) -> Option<f32> {
    if ![scale, width, height].iter().all(|number| number.is_finite() && *number > 0.0) {
        return None;
    }
    let sides = (most::SIDE as f32 / width).min(most::SIDE as f32 / height);
    let pixels = (most::PIXELS as f32 / (width * height)).sqrt();
    // A little less, so that rounding up stays within.
    Some(scale.min(sides * 0.9999).min(pixels * 0.9999))
}

/// From red, green, blue and cover; grey where every pixel is, which most papers are.
pub(crate) fn encode(rgba: &[u8], width: u32, height: u32) -> Option<Vec<u8>> {
    let (pixels, _) = rgba.as_chunks::<4>();
    if pixels.iter().all(|[red, green, blue, _]| red == green && green == blue) {
        let bytes: Vec<u8> = pixels.iter().map(|[red, ..]| *red).collect();
        return encode_grey(&bytes, width, height);
    }
    let bytes: Vec<u8> = pixels.iter().flat_map(|[red, green, blue, _]| [*red, *green, *blue]).collect();
    encode_colour(&bytes, width, height)
}

/// From one byte for each pixel.
pub(crate) fn encode_grey(bytes: &[u8], width: u32, height: u32) -> Option<Vec<u8>> {
    write(bytes, png::ColorType::Grayscale, width, height)
}

/// From three bytes for each pixel.
pub(crate) fn encode_colour(bytes: &[u8], width: u32, height: u32) -> Option<Vec<u8>> {
    write(bytes, png::ColorType::Rgb, width, height)
}

fn write(bytes: &[u8], colour: png::ColorType, width: u32, height: u32) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, width, height);
    encoder.set_color(colour);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Fastest);
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(bytes).ok()?;
    writer.finish().ok()?;
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::{clamp, encode};

    #[test]
    fn a_scale_is_made_to_fit() {
        assert_eq!(clamp(2.0, 612.0, 792.0), Some(2.0));
        let small = clamp(100.0, 612.0, 792.0).unwrap();
        assert!((small * 792.0).round() <= 10_000.0 && small * 792.0 * small * 612.0 <= 1e8);
        let long = clamp(1.0, 14_400.0, 10.0).unwrap();
        assert!((long * 14_400.0).round() <= 10_000.0);
        assert_eq!(clamp(0.0, 612.0, 792.0), None);
        assert_eq!(clamp(f32::NAN, f32::NAN, 792.0), None);
    }

    #[test]
    fn grey_pixels_make_a_grey_picture() {
        let grey = encode(&[7, 7, 7, 255, 9, 9, 9, 255], 2, 1).unwrap();
        let colour = encode(&[7, 8, 7, 255, 9, 9, 9, 255], 2, 1).unwrap();
        // The colour type is byte 25 of a PNG: 0 is grey, 2 is red, green and blue.
        assert_eq!((grey[25], colour[25]), (0, 2));
    }
}
