//! A page as a picture.

use hayro::kurbo::Affine;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::vello_cpu::{Pixmap, RasterizerSettings, RenderContext, Resources, TargetInit};
use hayro::{RenderCache, RenderSettings, render_into};
use hayro_syntax::page::Page;
use reader::paper::{Rect, TickBox};
use reader::talk::{Answer, Refusal};

use super::page::{Lacks, upright};
use crate::boxes;
use crate::png_out::{clamp, encode};
use crate::scan::{self, Grey};
use crate::serve::Reply;

/// Draws a page with `scale` pixels for each unit, fewer where the limits ask for it.
pub(super) fn of(page: &Page<'_>, scale: f32) -> Result<Reply, Refusal> {
    let (pixels, scale) = draw(page, scale)?;
    let (width, height) = (u32::from(pixels.width()), u32::from(pixels.height()));
    let picture = encode(pixels.data_as_u8_slice(), width, height).ok_or(Refusal::TooLarge)?;
    Ok(Reply::with_picture(Answer::PageImage { width, height, scale }, picture))
}

/// The same to be recognised.
pub(super) fn scan(page: &Page<'_>, scale: f32) -> Result<Reply, Refusal> {
    let (grey, scale) = grey(page, scale)?;
    scan::reply(grey, page.render_dimensions(), scale)
}

/// The boxes to tick on a page, in 1/72 inch.
pub(super) fn boxes(page: &Page<'_>) -> Vec<TickBox> {
    /// Fine enough for the thinnest mark.
    const SCALE: f32 = 2.5;
    let Ok((grey, scale)) = grey(page, SCALE) else { return Vec::new() };
    let on_page = |at: f32| (at / scale * 100.0).round() / 100.0;
    let rect = |rect: Rect| Rect {
        left: on_page(rect.left),
        top: on_page(rect.top),
        right: on_page(rect.right),
        bottom: on_page(rect.bottom),
    };
    boxes::find(&grey, scale).into_iter().map(|one| TickBox { rect: rect(one.rect), ..one }).collect()
}

fn grey(page: &Page<'_>, scale: f32) -> Result<(Grey, f32), Refusal> {
    let (pixels, scale) = draw(page, scale)?;
    let (width, height) = (u32::from(pixels.width()), u32::from(pixels.height()));
    Ok((Grey::of_rgba(pixels.data_as_u8_slice(), width, height), scale))
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
