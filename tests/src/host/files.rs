//! The built front end, as files.

use std::fs;
use std::path::{Component, Path, PathBuf};

/// `ui/dist` beside this package.
#[must_use]
pub fn shipped_front_end() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/dist")
}

/// A file of the front end with its media type; none when there is no such file.
pub(super) fn file(front_end: &Path, path: &str) -> Option<(Vec<u8>, &'static str)> {
    let name = match path.trim_start_matches('/') {
        "" => "index.html",
        name => name,
    };
    let name = Path::new(name);
    // Nothing above the folder, nothing absolute.
    if !name.components().all(|part| matches!(part, Component::Normal(_))) {
        return None;
    }
    let bytes = fs::read(front_end.join(name)).ok()?;
    Some((bytes, media_type(name)))
}

fn media_type(name: &Path) -> &'static str {
    match name.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json" | "map") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}
