//! Words of a picture, as the program itself recognises them: by the reader's own way from picture to text.

use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use look_alikes::Gray;
use reader::paper::PageText;
use reader::process::{Launcher, Ocr, Outcome, Reading};

/// Reads a picture. What was read once is kept beside the build, because it takes seconds: the recogniser changes a hundred
/// times while a picture says what it says. `None` where there is no Tesseract.
pub(crate) fn read(picture: &Gray, page: u32, dpi: f64) -> Option<PageText> {
    let launcher = Launcher::at(Path::new(env!("CARGO_BIN_EXE_desk-reader")));
    // The machine may be busy with the build.
    let mut ocr = Ocr::of(&launcher).with_patience(Duration::from_secs(600));
    ocr.installed().ok()?;
    let mut hasher = DefaultHasher::new();
    (&picture.dots, dpi.to_bits()).hash(&mut hasher);
    let kept = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{:016x}.words.json", hasher.finish()));
    if let Some(text) = fs::read(&kept).ok().and_then(|bytes| serde_json::from_slice::<PageText>(&bytes).ok()) {
        return Some(PageText { page, ..text });
    }
    let mut reading = Reading::of(&launcher, Arc::from(picture.png(dpi).unwrap()));
    let Outcome::Read(1) = reading.open(None).unwrap() else { panic!("a picture is one page") };
    let text = match ocr.recognise_page(&mut reading, 0).unwrap() {
        Outcome::Read(recognised) => recognised.text,
        // In the program such a page stays without words, and is said to be.
        Outcome::Unreadable(why) => {
            println!("a page that is not read: {why:?}");
            return Some(PageText { page, width: 612.0, height: 792.0, lines: Vec::new(), cut: false });
        }
    };
    fs::write(&kept, serde_json::to_vec(&text).unwrap()).unwrap();
    Some(PageText { page, ..text })
}
