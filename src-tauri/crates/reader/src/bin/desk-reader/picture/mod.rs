//! Pictures: PNG, JPEG, TIFF with any number of pages (what a fax server sends), GIF, BMP, WebP.

use std::cell::RefCell;
use std::io::Cursor;
use std::rc::Rc;

use image::imageops::{FilterType, resize, thumbnail};
use image::{DynamicImage, GrayImage, ImageDecoder as _, ImageReader, RgbImage};
use reader::paper::{Characters, Contents, Format, PageFacts, PageText, PaperFacts, most};
use reader::talk::{Answer, Refusal};

use crate::paper::{Paper, PaperBytes};
use crate::png_out;
use crate::scan::{self, Grey};
use crate::serve::Reply;

mod density;
mod fax;
mod runs;

/// A sheet of paper is not longer than this, in 1/72 inch; a picture that says it is, or says nothing, is made to fit.
const LONGEST: f32 = 1_224.0;
/// What it is then made: as long as a letter.
const USUAL: f32 = 792.0;

/// A paper of pictures.
pub(crate) struct Pictures {
    bytes: PaperBytes,
    pages: Vec<Size>,
    /// A file of TIFF, whose pages are found one after the other.
    tiff: bool,
    whole: bool,
    /// The page decoded last: its image is asked for at several scales.
    last: RefCell<Option<(u32, Rc<Pixels>)>>,
}

/// One page before it is decoded.
#[derive(Clone, Copy)]
struct Size {
    /// In pixels, upright.
    width: u32,
    height: u32,
    /// Pixels to the inch across and down, where the file says it.
    density: Option<(f32, f32)>,
}

impl Size {
    /// In 1/72 inch.
    fn on_paper(self) -> (f32, f32) {
        let (width, height) = (self.width as f32, self.height as f32);
        let said = self.density.map(|(across, down)| (width / across * 72.0, height / down * 72.0));
        if let Some((width, height)) = said.filter(|(width, height)| *width >= 18.0 && *height >= 18.0)
            && width.max(height) <= LONGEST
        {
            return (width, height);
        }
        // The sides keep their proportion, which of fax pixels is not that of their numbers.
        let (width, height) = said.unwrap_or((width, height));
        let scale = USUAL / width.max(height).max(1.0);
        ((width * scale).max(1.0), (height * scale).max(1.0))
    }
}

/// One page, decoded.
enum Pixels {
    Grey(GrayImage),
    Colour(RgbImage),
}

impl Pictures {
    pub(crate) fn open(bytes: &PaperBytes) -> Result<Self, Refusal> {
        let all = bytes.as_ref();
        let tiff = reader::media_type(all.get(..64.min(all.len())).unwrap_or(all)) == "image/tiff";
        let (pages, whole) = if tiff { fax::pages(all)? } else { (vec![single(all)?], true) };
        if pages.is_empty() {
            return Err(Refusal::NoPages);
        }
        Ok(Self { bytes: bytes.clone(), pages, tiff, whole, last: RefCell::new(None) })
    }

    fn size(&self, number: u32) -> Result<Size, Refusal> {
        usize::try_from(number).ok().and_then(|at| self.pages.get(at)).copied().ok_or(Refusal::NoSuchPage)
    }

    fn pixels(&self, number: u32) -> Result<Rc<Pixels>, Refusal> {
        let size = self.size(number)?;
        if u64::from(size.width) * u64::from(size.height) > most::PIXELS {
            return Err(Refusal::TooLarge);
        }
        if let Some((_, pixels)) = self.last.borrow().as_ref().filter(|(last, _)| *last == number) {
            return Ok(Rc::clone(pixels));
        }
        *self.last.borrow_mut() = None;
        let image = if self.tiff { fax::decode(self.bytes.as_ref(), number)? } else { decode(self.bytes.as_ref())? };
        let pixels = Rc::new(match image {
            DynamicImage::ImageLuma8(grey) => Pixels::Grey(grey),
            DynamicImage::ImageLuma16(_) => Pixels::Grey(image.into_luma8()),
            DynamicImage::ImageRgb8(colour) => Pixels::Colour(colour),
            other if other.color().has_alpha() => Pixels::Colour(on_white(other)),
            other => Pixels::Colour(other.into_rgb8()),
        });
        *self.last.borrow_mut() = Some((number, Rc::clone(&pixels)));
        Ok(pixels)
    }

    /// How many pixels the page gets at this scale, and the scale that keeps the limits.
    fn target(&self, number: u32, scale: f32) -> Result<(u32, u32, f32), Refusal> {
        let (width, height) = self.size(number)?.on_paper();
        let scale = png_out::clamp(scale, width, height).ok_or(Refusal::TooLarge)?;
        let side = |length: f32| ((length * scale).round() as u32).clamp(1, most::SIDE);
        Ok((side(width), side(height), scale))
    }
}

impl Paper for Pictures {
    fn pages(&self) -> u32 {
        u32::try_from(self.pages.len()).unwrap_or(u32::MAX)
    }

    fn contents(&self) -> Contents {
        Contents { whole: self.whole, ..Contents::of(Format::Picture) }
    }

    fn facts(&self) -> PaperFacts {
        PaperFacts { pages: self.pages(), whole: self.whole, ..PaperFacts::default() }
    }

    fn page_facts(&self, first: u32, count: u32) -> Vec<PageFacts> {
        let one = |page: u32| {
            let (width, height) = self.size(page).ok()?.on_paper();
            Some(PageFacts {
                page,
                width,
                height,
                label: None,
                words: 0,
                characters: Characters::default(),
                pictures: 1,
                picture_share: 1.0,
                needs_recognition: true,
                lacks: Vec::new(),
            })
        };
        (first..first.saturating_add(count).min(self.pages())).map_while(one).collect()
    }

    fn text(&self, number: u32) -> Result<PageText, Refusal> {
        let (width, height) = self.size(number)?.on_paper();
        Ok(PageText { page: number, width, height, lines: Vec::new(), cut: false })
    }

    fn image(&self, number: u32, scale: f32) -> Result<Reply, Refusal> {
        let (width, height, scale) = self.target(number, scale)?;
        let png = match &*self.pixels(number)? {
            Pixels::Grey(grey) => png_out::encode_grey(&scaled(grey, width, height), width, height),
            Pixels::Colour(colour) => png_out::encode_colour(&scaled(colour, width, height), width, height),
        };
        let picture = png.ok_or(Refusal::TooLarge)?;
        Ok(Reply::with_picture(Answer::PageImage { width, height, scale }, picture))
    }

    fn scan(&self, number: u32, scale: f32) -> Result<Reply, Refusal> {
        let (width, height, scale) = self.target(number, scale)?;
        let pixels = match &*self.pixels(number)? {
            Pixels::Grey(grey) => scaled(grey, width, height).into_raw(),
            Pixels::Colour(colour) => image::imageops::grayscale(&scaled(colour, width, height)).into_raw(),
        };
        scan::reply(Grey { width, height, pixels }, self.size(number)?.on_paper(), scale)
    }

    fn part(&self, _: u32) -> Result<Vec<u8>, Refusal> {
        Err(Refusal::NoSuchPart)
    }
}

/// Made smaller, every pixel counts; made larger, nothing is invented.
fn scaled<P>(image: &image::ImageBuffer<P, Vec<u8>>, width: u32, height: u32) -> image::ImageBuffer<P, Vec<u8>>
where
    P: image::Pixel<Subpixel = u8> + 'static,
{
    if (image.width(), image.height()) == (width, height) {
        image.clone()
    } else if width <= image.width() && height <= image.height() {
        thumbnail(image, width, height)
    } else {
        resize(image, width, height, FilterType::Triangle)
    }
}

/// What shows through is paper.
fn on_white(image: DynamicImage) -> RgbImage {
    let rgba = image.into_rgba8();
    let over = |part: u8, cover: u8| {
        let (part, cover) = (u32::from(part), u32::from(cover));
        ((part * cover + 255 * (255 - cover)) / 255) as u8
    };
    RgbImage::from_fn(rgba.width(), rgba.height(), |x, y| {
        let image::Rgba([red, green, blue, cover]) = *rgba.get_pixel(x, y);
        image::Rgb([over(red, cover), over(green, cover), over(blue, cover)])
    })
}

fn opened(bytes: &[u8]) -> Result<ImageReader<Cursor<&[u8]>>, Refusal> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|_| Refusal::Damaged)?;
    let mut limits = image::Limits::default();
    limits.max_alloc = Some(most::PIXELS * 4);
    reader.limits(limits);
    Ok(reader)
}

/// The size of a file with one picture, upright.
fn single(bytes: &[u8]) -> Result<Size, Refusal> {
    let mut decoder = opened(bytes)?.into_decoder().map_err(|_| Refusal::Damaged)?;
    let (width, height) = decoder.dimensions();
    let density = density::of(bytes);
    if decoder.orientation().is_ok_and(is_sideways) {
        let density = density.map(|(across, down)| (down, across));
        return Ok(Size { width: height, height: width, density });
    }
    Ok(Size { width, height, density })
}

fn is_sideways(orientation: image::metadata::Orientation) -> bool {
    (5..=8).contains(&orientation.to_exif())
}

fn decode(bytes: &[u8]) -> Result<DynamicImage, Refusal> {
    let mut decoder = opened(bytes)?.into_decoder().map_err(|_| Refusal::Damaged)?;
    let orientation = decoder.orientation().ok();
    let mut image = DynamicImage::from_decoder(decoder).map_err(|fault| match fault {
        image::ImageError::Limits(_) => Refusal::TooLarge,
        _ => Refusal::Damaged,
    })?;
    if let Some(orientation) = orientation {
        image.apply_orientation(orientation);
    }
    Ok(image)
}
