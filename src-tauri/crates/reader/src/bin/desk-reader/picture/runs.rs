//! The codes of fax machines (ITU-T T.4 and T.6) inside a TIFF. The TIFF library knows one of the three, and not the order
//! of bits that fax servers often write.

use std::io::Cursor;

use hayro_ccitt::{DecodeSettings, Decoder as Rows, DecoderContext, EncodingMode, decode};
use image::{DynamicImage, GrayImage};
use reader::talk::Refusal;
use tiff::decoder::Decoder;
use tiff::tags::Tag;

type File<'a> = Decoder<Cursor<&'a [u8]>>;

/// Options of T.4, which the library has no name for.
const OPTIONS: Tag = Tag::Unknown(292);

/// The page that the decoder stands at, if it is written in these codes.
pub(super) fn page(bytes: &[u8], file: &mut File<'_>) -> Option<Result<DynamicImage, Refusal>> {
    let compression = number(file, Tag::Compression)?;
    let two_ways = number(file, OPTIONS).unwrap_or(0) & 1 == 1;
    let encoding = match compression {
        2 => EncodingMode::Group3_1D,
        3 if two_ways => EncodingMode::Group3_2D,
        3 => EncodingMode::Group3_1D,
        4 => EncodingMode::Group4,
        _ => return None,
    };
    Some(strips(bytes, file, encoding, compression == 2))
}

fn number(file: &mut File<'_>, tag: Tag) -> Option<u32> {
    file.find_tag_unsigned(tag).ok().flatten()
}

fn strips(bytes: &[u8], file: &mut File<'_>, encoding: EncodingMode, aligned: bool) -> Result<DynamicImage, Refusal> {
    let (width, height) = file.dimensions().map_err(|_| Refusal::Damaged)?;
    let list = |file: &mut File<'_>, tag| {
        let value = file.find_tag(tag).ok().flatten().ok_or(Refusal::Damaged)?;
        value.into_u64_vec().map_err(|_| Refusal::Damaged)
    };
    let (offsets, lengths) = (list(file, Tag::StripOffsets)?, list(file, Tag::StripByteCounts)?);
    let in_strip = number(file, Tag::RowsPerStrip).unwrap_or(height).clamp(1, height.max(1));
    let backwards = number(file, Tag::FillOrder) == Some(2);
    // What is coded as white is black where black is zero.
    let paper = if number(file, Tag::PhotometricInterpretation) == Some(1) { 0 } else { 255 };
    let mut page = Page { width, paper, pixels: Vec::new() };
    for (strip, (offset, length)) in offsets.into_iter().zip(lengths).enumerate() {
        let done = u32::try_from(strip).unwrap_or(u32::MAX).saturating_mul(in_strip);
        let rows = in_strip.min(height.saturating_sub(done));
        if rows == 0 {
            break;
        }
        let end = offset.saturating_add(length).min(bytes.len() as u64);
        let range = usize::try_from(offset).unwrap_or(usize::MAX)..usize::try_from(end).unwrap_or(usize::MAX);
        let mut data = bytes.get(range).ok_or(Refusal::Damaged)?.to_vec();
        if backwards {
            data.iter_mut().for_each(|byte| *byte = byte.reverse_bits());
        }
        let settings = DecodeSettings {
            columns: width,
            rows,
            end_of_block: true,
            end_of_line: false,
            rows_are_byte_aligned: aligned,
            encoding,
            strict: false,
        };
        // Faxes arrive with errors: the rows that can be read are shown, and what follows in this strip is blank.
        let _ = decode(&data, &mut page, &mut DecoderContext::new(settings));
        page.fill(done.saturating_add(rows));
    }
    page.fill(height);
    GrayImage::from_raw(width, height, page.pixels).map(DynamicImage::ImageLuma8).ok_or(Refusal::Damaged)
}

struct Page {
    width: u32,
    paper: u8,
    pixels: Vec<u8>,
}

impl Page {
    /// Exactly so many rows.
    fn fill(&mut self, rows: u32) {
        self.pixels.resize(rows as usize * self.width as usize, self.paper);
    }
}

impl Rows for Page {
    fn push_row(&mut self, changes: &[u32]) {
        let from = self.pixels.len();
        self.pixels.resize(from + self.width as usize, self.paper);
        let Some(row) = self.pixels.get_mut(from..) else { return };
        let ends = changes.iter().skip(1).copied().chain([self.width]);
        for (begin, end) in changes.iter().zip(ends).step_by(2) {
            if let Some(run) = row.get_mut(*begin as usize..(end as usize).min(row.len())) {
                run.fill(255 - self.paper);
            }
        }
    }
}
