//! From a layout and data to a PDF or page pictures: the Typst library in a world of one file.

use std::sync::LazyLock;

use thiserror::Error;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Dict, Duration, Str, Value};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World};
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;
use typst_render::RenderOptions;

use crate::Gray;

/// The paper could not be drawn.
#[derive(Debug, Error)]
pub enum DrawFault {
    /// The layout or its data is not right.
    #[error("the paper could not be drawn: {0}")]
    Engine(String),
    /// The data is not JSON that can be written.
    #[error("the data cannot be written: {0}")]
    Data(#[from] serde_json::Error),
}

/// Fonts that the layouts may use besides those Typst brings.
const OURS: &[&[u8]] = &[
    include_bytes!("../../../src-tauri/crates/letters/fonts/SourceSerif4-Regular.otf"),
    include_bytes!("../../../src-tauri/crates/letters/fonts/SourceSerif4-Bold.otf"),
    include_bytes!("../../../src-tauri/crates/letters/fonts/SourceSerif4-It.otf"),
    include_bytes!("../../../src-tauri/crates/letters/fonts/NotoSansArabic-Regular.ttf"),
    include_bytes!("../../../src-tauri/crates/letters/fonts/NotoSansHebrew-Regular.ttf"),
];

struct Fonts {
    book: LazyHash<FontBook>,
    faces: Vec<Font>,
}

static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let brought = typst_assets::fonts().chain(OURS.iter().copied());
    let faces: Vec<Font> = brought.flat_map(|data| Font::iter(Bytes::new(data))).collect();
    Fonts { book: LazyHash::new(FontBook::from_fonts(&faces)), faces }
});

struct Scene {
    library: LazyHash<Library>,
    layout: Source,
}

impl World for Scene {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &FONTS.book
    }

    fn main(&self) -> FileId {
        self.layout.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.layout.id() { Ok(self.layout.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, _id: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.faces.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// A paper that was laid out.
pub struct Drawn(PagedDocument);

/// Lays a paper out: a layout's text, and what its `sys.inputs.data` shall be, as JSON.
///
/// # Errors
/// [`DrawFault`]: a layout that cannot be compiled, with what Typst says of it.
pub fn draw(layout: &str, data: &impl serde::Serialize) -> Result<Drawn, DrawFault> {
    let json = serde_json::to_string(data)?;
    let inputs: Dict = [(Str::from("data"), Value::Str(Str::from(json)))].into_iter().collect();
    let library = LazyHash::new(Library::builder().with_inputs(inputs).build());
    let scene = Scene { library, layout: Source::detached(layout) };
    let made = typst::compile::<PagedDocument>(&scene).output.map_err(|faults| engine(&faults));
    typst::comemo::evict(2);
    made.map(Drawn)
}

impl Drawn {
    /// As a PDF.
    ///
    /// # Errors
    /// [`DrawFault::Engine`].
    pub fn pdf(&self) -> Result<Vec<u8>, DrawFault> {
        typst_pdf::pdf(&self.0, &PdfOptions::default()).map_err(|faults| engine(&faults))
    }

    /// Its pages in greys, so many dots to the inch.
    #[must_use]
    pub fn pages(&self, dpi: f64) -> Vec<Gray> {
        let options = RenderOptions { pixel_per_pt: (dpi / 72.0).into(), render_bleed: false };
        let pictures = self.0.pages().iter().map(|page| {
            let picture = typst_render::render(page, &options);
            let width = picture.width() as usize;
            // Text and rules on white paper: one channel tells all.
            let dots = picture.pixels().iter().map(|dot| dot.green()).collect();
            Gray { width, height: picture.height() as usize, dots }
        });
        pictures.collect()
    }
}

fn engine(faults: &[SourceDiagnostic]) -> DrawFault {
    DrawFault::Engine(faults.iter().map(|fault| fault.message.to_string()).collect::<Vec<_>>().join("; "))
}
