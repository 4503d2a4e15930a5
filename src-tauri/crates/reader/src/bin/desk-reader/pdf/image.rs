//! A page as a picture.

use hayro::kurbo::Affine;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::vello_cpu::{Pixmap, RasterizerSettings, RenderContext, Resources, TargetInit};
use hayro::{RenderCache, RenderSettings, render_into};
use hayro_syntax::page::Page;
use reader::paper::most;
use reader::talk::{Answer, Refusal};

use super::page::{Lacks, upright};
use crate::scan::{self, Grey};
use crate::serve::Reply;

/// Draws a page with `scale` pixels for each unit, fewer where the limits ask for it.
pub(super) fn of(page: &Page<'_>, scale: f32) -> Result<Reply, Refusal> {
    let (pixels, scale) = draw(page, scale)?;
    let (width, height) = (u32::from(pixels.width()), u32::from(pixels.height()));
    let picture = encode(pixels.data_as_u8_slice(), width, height).ok_or(Refusal::TooLarge)?;
    Ok(Reply { answer: Answer::PageImage { width, height, scale }, picture: Some(picture) })
}

/// The same to be recognised.
pub(super) fn scan(page: &Page<'_>, scale: f32) -> Result<Reply, Refusal> {
    let (pixels, scale) = draw(page, scale)?;
    let (width, height) = (u32::from(pixels.width()), u32::from(pixels.height()));
    let grey = Grey::of_rgba(pixels.data_as_u8_slice(), width, height);
    drop(pixels);
    scan::reply(grey, page.render_dimensions(), scale)
}

fn draw(page: &Page<'_>, scale: f32) -> Result<(Pixmap, f32), Refusal> {
    let (width, height) = page.render_dimensions();
    let scale = clamp(scale, width, height).ok_or(Refusal::TooLarge)?;
    let side = |length: f32| ((length * scale).round() as u16).max(1);
    let mut context = RenderContext::new(side(width), side(height));
    let settings = Lacks::default().settings();
    let place = Affine::scale(f64::from(scale)) * upright(page);
    render_into(page, &RenderCache::new(), &settings, &RenderSettings::default(), &mut context, place);
    context.flush();
    let mut pixels = Pixmap::new(context.width(), context.height());
    let rasterizer = RasterizerSettings { target_init: TargetInit::Clear(WHITE), ..RasterizerSettings::default() };
    context.render_with(&mut pixels, &mut Resources::default(), rasterizer);
    Ok((pixels, scale))
}

/// The scale that keeps both limits, or none where there is no sound one.
fn clamp(scale: f32, width: f32, height: f32) -> Option<f32> {
    if ![scale, width, height].iter().all(|number| number.is_finite() && *number > 0.0) {
        return None;
    }
    let sides = (most::SIDE as f32 / width).min(most::SIDE as f32 / height);
    let pixels = (most::PIXELS as f32 / (width * height)).sqrt();
    // A little less, so that rounding up stays within.
    Some(scale.min(sides * 0.9999).min(pixels * 0.9999))
}

/// As PNG: grey where every pixel is, which most papers are.
fn encode(rgba: &[u8], width: u32, height: u32) -> Option<Vec<u8>> {
    let (pixels, _) = rgba.as_chunks::<4>();
    let grey = pixels.iter().all(|[red, green, blue, _]| red == green && green == blue);
    let bytes: Vec<u8> = if grey {
        pixels.iter().map(|[red, ..]| *red).collect()
    } else {
        pixels.iter().flat_map(|[red, green, blue, _]| [*red, *green, *blue]).collect()
    };
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, width, height);
    encoder.set_color(if grey { png::ColorType::Grayscale } else { png::ColorType::Rgb });
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Fastest);
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(&bytes).ok()?;
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
