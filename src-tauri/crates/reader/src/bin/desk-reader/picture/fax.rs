//! TIFF: any number of pages, as fax servers and scanners write it.

use std::io::Cursor;

use image::{DynamicImage, GrayImage, RgbImage};
use reader::paper::most;
use reader::talk::Refusal;
use tiff::decoder::ifd::Value;
use tiff::decoder::{Decoder, DecodingResult, Limits};
use tiff::tags::Tag;
use tiff::{ColorType, TiffError};

use super::{Size, density, runs};

fn open(bytes: &[u8]) -> Result<Decoder<Cursor<&[u8]>>, Refusal> {
    let most = usize::try_from(most::PIXELS * 4).unwrap_or(usize::MAX);
    let mut limits = Limits::default();
    limits.decoding_buffer_size = most;
    limits.intermediate_buffer_size = most;
    limits.ifd_value_size = 16 * 1024 * 1024;
    Ok(Decoder::new(Cursor::new(bytes)).map_err(refusal)?.with_limits(limits))
}

fn refusal(fault: TiffError) -> Refusal {
    match fault {
        TiffError::LimitsExceeded => Refusal::TooLarge,
        TiffError::UnsupportedError(_) => Refusal::FormatUnknown,
        _ => Refusal::Damaged,
    }
}

/// The pages it has, and whether those are all: a page that cannot be found ends it.
pub(super) fn pages(bytes: &[u8]) -> Result<(Vec<Size>, bool), Refusal> {
    let mut decoder = open(bytes)?;
    let mut pages = Vec::new();
    loop {
        let (width, height) = decoder.dimensions().map_err(refusal)?;
        let density = resolution(&mut decoder);
        let size = Size { width, height, density };
        pages.push(if is_sideways(orientation(&mut decoder)) { sideways(size) } else { size });
        if !decoder.more_images() {
            return Ok((pages, true));
        }
        if pages.len() >= most::PAGES || decoder.next_image().is_err() {
            return Ok((pages, false));
        }
    }
}

fn sideways(size: Size) -> Size {
    let density = size.density.map(|(across, down)| (down, across));
    Size { width: size.height, height: size.width, density }
}

fn is_sideways(orientation: u8) -> bool {
    (5..=8).contains(&orientation)
}

fn orientation(decoder: &mut Decoder<Cursor<&[u8]>>) -> u8 {
    decoder.find_tag_unsigned(Tag::Orientation).ok().flatten().unwrap_or(1)
}

fn resolution(decoder: &mut Decoder<Cursor<&[u8]>>) -> Option<(f32, f32)> {
    let mut number = |tag| {
        let Value::Rational(over, under) = decoder.find_tag(tag).ok().flatten()? else { return None };
        (under > 0).then(|| over as f32 / under as f32)
    };
    let (across, down) = (number(Tag::XResolution)?, number(Tag::YResolution)?);
    let unit: u16 = decoder.find_tag_unsigned(Tag::ResolutionUnit).ok().flatten().unwrap_or(2);
    let inch = if unit == 3 { 2.54 } else { 1.0 };
    density::sound((across * inch, down * inch))
}

/// One page, upright.
pub(super) fn decode(bytes: &[u8], number: u32) -> Result<DynamicImage, Refusal> {
    let mut decoder = open(bytes)?;
    for _ in 0..number {
        decoder.next_image().map_err(refusal)?;
    }
    let turned = image::metadata::Orientation::from_exif(orientation(&mut decoder));
    let mut image = runs::page(bytes, &mut decoder).unwrap_or_else(|| pixels(&mut decoder))?;
    if let Some(turned) = turned {
        image.apply_orientation(turned);
    }
    Ok(image)
}

fn pixels(decoder: &mut Decoder<Cursor<&[u8]>>) -> Result<DynamicImage, Refusal> {
    let (width, height) = decoder.dimensions().map_err(refusal)?;
    let colour = decoder.colortype().map_err(refusal)?;
    let bytes = match decoder.read_image().map_err(refusal)? {
        DecodingResult::U8(bytes) => bytes,
        // The upper half of each.
        DecodingResult::U16(words) => words.into_iter().map(|word| (word >> 8) as u8).collect(),
        _ => return Err(Refusal::FormatUnknown),
    };
    match colour {
        ColorType::Gray(bits @ (1 | 2 | 4)) => grey(unpack(&bytes, width, bits), width, height),
        ColorType::Gray(8 | 16) => grey(bytes, width, height),
        // Grey with something besides, a cover mostly.
        ColorType::Multiband { bit_depth: 8 | 16, num_samples } => {
            grey(bytes.iter().copied().step_by(usize::from(num_samples.max(1))).collect(), width, height)
        }
        ColorType::RGB(8 | 16) => rgb(bytes, width, height),
        ColorType::RGBA(8 | 16) => {
            let (pixels, _) = bytes.as_chunks::<4>();
            rgb(pixels.iter().flat_map(|[red, green, blue, _]| [*red, *green, *blue]).collect(), width, height)
        }
        ColorType::CMYK(8 | 16) => {
            let (pixels, _) = bytes.as_chunks::<4>();
            let ink = |part: u8, black: u8| ((255 - u32::from(part)) * (255 - u32::from(black)) / 255) as u8;
            let colours = pixels.iter().flat_map(|[c, m, y, k]| [ink(*c, *k), ink(*m, *k), ink(*y, *k)]);
            rgb(colours.collect(), width, height)
        }
        _ => Err(Refusal::FormatUnknown),
    }
}

/// Rows of pixels of less than a byte, each row beginning with a byte, spread over 0 to 255.
fn unpack(bytes: &[u8], width: u32, bits: u8) -> Vec<u8> {
    let width = width as usize;
    let in_byte = usize::from(8 / bits);
    let most = (1_u16 << bits) - 1;
    let row_bytes = width.div_ceil(in_byte).max(1);
    let mut pixels = Vec::with_capacity(bytes.len().saturating_mul(in_byte));
    for row in bytes.chunks_exact(row_bytes) {
        let of_row = row.iter().flat_map(|byte| {
            (0..in_byte).map(move |at| {
                let value = u16::from(*byte) >> (8 - usize::from(bits) * (at + 1)) & most;
                (value * 255 / most) as u8
            })
        });
        pixels.extend(of_row.take(width));
    }
    pixels
}

fn grey(bytes: Vec<u8>, width: u32, height: u32) -> Result<DynamicImage, Refusal> {
    GrayImage::from_raw(width, height, bytes).map(DynamicImage::ImageLuma8).ok_or(Refusal::Damaged)
}

fn rgb(bytes: Vec<u8>, width: u32, height: u32) -> Result<DynamicImage, Refusal> {
    RgbImage::from_raw(width, height, bytes).map(DynamicImage::ImageRgb8).ok_or(Refusal::Damaged)
}
