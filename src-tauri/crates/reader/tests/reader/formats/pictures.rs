//! Pictures: their size on paper, their pages, their pixels; and bombs.

use std::io::Cursor;
use std::process::Command;

use image::{DynamicImage, GrayImage, ImageFormat, Luma};
use reader::paper::Format;
use reader::process::{Ocr, Outcome, Reason};
use reader::talk::Refusal;
use tiff::encoder::{Rational, TiffEncoder, colortype};
use tiff::tags::ResolutionUnit;

use super::{opened, refusal};
use crate::stage::{one_page, read, reader, reading};

/// White with a black square near the upper left corner.
fn marked(width: u32, height: u32) -> GrayImage {
    GrayImage::from_fn(width, height, |x, y| Luma([if x / 20 == 1 && y / 20 == 1 { 0 } else { 255 }]))
}

fn written(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// Several pages, with pixels that are higher than wide, as a fax has them.
fn fax(pages: u32) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let mut encoder = TiffEncoder::new(&mut bytes).unwrap();
    for page in 0..pages {
        let image = marked(1_728, 1_078 + page);
        let mut one = encoder.new_image::<colortype::Gray8>(image.width(), image.height()).unwrap();
        one.resolution_unit(ResolutionUnit::Inch);
        one.x_resolution(Rational { n: 204, d: 1 });
        one.y_resolution(Rational { n: 98, d: 1 });
        one.write_data(image.as_raw()).unwrap();
    }
    bytes.into_inner()
}

fn dark(png: &[u8], x: u32, y: u32) -> bool {
    image::load_from_memory(png).unwrap().to_luma8().get_pixel(x, y)[0] < 128
}

#[test]
fn each_kind_of_picture_is_a_page() {
    let image = DynamicImage::ImageLuma8(marked(300, 400));
    for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::Gif, ImageFormat::Bmp, ImageFormat::WebP] {
        let image = if matches!(format, ImageFormat::Gif | ImageFormat::WebP) {
            DynamicImage::ImageRgba8(image.to_rgba8())
        } else {
            image.clone()
        };
        let (mut reading, contents) = opened(written(&image, format));
        assert_eq!(contents.format, Format::Picture);
        let (_, pages) = read(reading.facts(0, 1));
        assert_eq!(
            (pages[0].width, pages[0].height),
            (594.0, 792.0),
            "{format:?}: no size is said, so that of a letter"
        );
        assert!(pages[0].needs_recognition && pages[0].pictures == 1);
        let page = read(reading.page_image(0, 1.0));
        assert_eq!((page.width, page.height), (594, 792));
        assert!(dark(&page.png, 59, 59) && !dark(&page.png, 20, 20), "{format:?}");
        assert_eq!(read(reading.page_text(0)).words().count(), 0);
    }
}

#[test]
fn a_fax_has_pages_and_pixels_that_are_higher_than_wide() {
    let (mut reading, _) = opened(fax(3));
    assert_eq!(read(reading.open(None)), 3);
    let (_, pages) = read(reading.facts(0, 3));
    assert!((pages[0].width - 609.9).abs() < 0.1 && (pages[0].height - 792.0).abs() < 0.1, "{pages:?}");
    assert!(pages[2].height > pages[0].height);
    let page = read(reading.page_image(2, 2.0));
    // The square of 20 pixels lies from 7 to 14 units across and from 15 to 29 down.
    assert!(dark(&page.png, 20, 44) && !dark(&page.png, 20, 20));
    let last = reading.page_image(3, 1.0).unwrap();
    assert_eq!(last, Outcome::Unreadable(Reason::Refused(Refusal::NoSuchPage)));
}

/// What fax servers and scanners write, by another program. Each must look like the picture it was made from.
#[test]
fn every_usual_tiff_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let source = folder.path().join("source.png");
    std::fs::write(&source, written(&DynamicImage::ImageLuma8(marked(300, 400)), ImageFormat::Png)).unwrap();
    let kinds: &[&[&str]] = &[
        &["-compress", "None"],
        &["-compress", "LZW"],
        &["-compress", "Zip"],
        &["-compress", "RLE"],
        &["-compress", "JPEG", "-colorspace", "Gray"],
        &["-monochrome", "-compress", "Group4"],
        &["-monochrome", "-compress", "Fax"],
        &["-monochrome", "-compress", "Fax", "-define", "tiff:rows-per-strip=64"],
        &["-monochrome", "-compress", "Group4", "-define", "tiff:fill-order=lsb"],
        &["-monochrome", "-compress", "Group4", "-define", "quantum:polarity=min-is-black"],
        &["-depth", "16", "-compress", "None"],
        &["-type", "TrueColor", "-compress", "LZW"],
        &["-colorspace", "CMYK", "-compress", "None"],
        &["-alpha", "set", "-compress", "Zip"],
    ];
    let mut unread = Vec::new();
    for kind in kinds {
        let target = folder.path().join("target.tif");
        let drawn = Command::new("convert").arg(&source).args(*kind).arg(&target).status();
        if !drawn.is_ok_and(|status| status.success()) {
            println!("NOT RUN: no `convert`.");
            return;
        }
        let mut paper = reading(std::fs::read(&target).unwrap());
        read(paper.open(None));
        match paper.page_image(0, 1.0).unwrap() {
            Outcome::Read(page) => assert!(dark(&page.png, 59, 59) && !dark(&page.png, 20, 20), "{kind:?}"),
            Outcome::Unreadable(reason) => unread.push((kind, reason)),
        }
    }
    println!("not read: {unread:?}");
    assert!(unread.is_empty(), "{unread:?}");
}

#[test]
fn a_picture_can_be_recognised() {
    let mut ocr = Ocr::of(&reader());
    if let Err(missing) = ocr.installed() {
        println!("NOT RUN: {missing}.");
        return;
    }
    let content = "BT /F 14 Tf 72 700 Td (Subpoena number HSI-EX-2026-004471) Tj ET";
    let drawn = read(reading(one_page(content, "")).page_image(0, 200.0 / 72.0));
    let (mut picture, _) = opened(drawn.png);
    let seen = read(ocr.recognise_page(&mut picture, 0));
    let text = seen.text.plain().replace(char::is_whitespace, "");
    assert_eq!(text, "SubpoenanumberHSI-EX-2026-004471");
    let word = seen.text.words().next().unwrap();
    assert!((word.rect.left - 72.0).abs() < 3.0 && (word.rect.top - 82.0).abs() < 4.0, "{:?}", word.rect);
}

/// So many pixels in so few bytes: refused before they are decoded.
#[test]
fn a_bomb_of_pixels_is_refused() {
    let mut png = written(&DynamicImage::ImageLuma8(GrayImage::new(1, 1)), ImageFormat::Png);
    png[16..24].copy_from_slice(&[0, 0, 0xc3, 0x50, 0, 0, 0xc3, 0x50]);
    // The sum over the head has to be right for it to be read at all.
    let sum = crc(&png[12..29]).to_be_bytes();
    png[29..33].copy_from_slice(&sum);
    let mut paper = reading(png);
    let outcome = match paper.open(None).unwrap() {
        Outcome::Read(_) => paper.page_image(0, 1.0).unwrap().map(drop),
        Outcome::Unreadable(reason) => Outcome::Unreadable(reason),
    };
    assert_eq!(outcome, Outcome::Unreadable(Reason::Refused(Refusal::TooLarge)));
}

fn crc(bytes: &[u8]) -> u32 {
    let step = |sum: u32, byte: &u8| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 })
    };
    !bytes.iter().fold(u32::MAX, step)
}

#[test]
fn what_is_only_the_start_of_a_picture_is_damaged() {
    let whole = written(&DynamicImage::ImageLuma8(marked(300, 400)), ImageFormat::Png);
    assert_eq!(refusal(&whole[..20]), Reason::Refused(Refusal::Damaged));
    let (mut reading, _) = opened(&whole[..whole.len() / 2]);
    assert_eq!(reading.page_image(0, 1.0).unwrap(), Outcome::Unreadable(Reason::Refused(Refusal::Damaged)));
    let whole = fax(2);
    let mut reading = reading_of(&whole[..whole.len() - 300]);
    println!("{:?}", reading.open(None).unwrap());
}

fn reading_of(bytes: &[u8]) -> reader::process::Reading {
    reading(bytes.to_vec())
}
