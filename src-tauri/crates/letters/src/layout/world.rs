//! Typst's view of the world: one theme, one letter, our fonts. No files, no packages, no network, no clock.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World};

use super::fonts::Fonts;

/// The name under which the theme reads the letter.
const LETTER: &str = "letter.json";

/// What is the same for every letter; made once.
pub(super) struct Stage {
    library: LazyHash<Library>,
    pub(super) fonts: Fonts,
    theme: Source,
}

static STAGE: LazyLock<Option<Stage>> = LazyLock::new(|| {
    Some(Stage {
        library: LazyHash::new(Library::default()),
        fonts: Fonts::load()?,
        theme: Source::detached(include_str!("theme.typ")),
    })
});

/// The stage; `None` only if a shipped font cannot be read.
pub(super) fn stage() -> Option<&'static Stage> {
    STAGE.as_ref()
}

/// One letter on the stage.
pub(super) struct Scene {
    stage: &'static Stage,
    letter: Bytes,
}

impl Scene {
    /// `letter` is the JSON the theme reads.
    pub(super) fn new(stage: &'static Stage, letter: Vec<u8>) -> Self {
        Self { stage, letter: Bytes::new(letter) }
    }
}

impl World for Scene {
    fn library(&self) -> &LazyHash<Library> {
        &self.stage.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.stage.fonts.book
    }

    fn main(&self) -> FileId {
        self.stage.theme.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.stage.theme.id() { Ok(self.stage.theme.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id.vpath().file_name() == Some(LETTER) { Ok(self.letter.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.stage.fonts.faces.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
