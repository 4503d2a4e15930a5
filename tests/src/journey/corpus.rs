//! Real papers, where this machine has them.

use std::path::{Path, PathBuf};

/// A folder of the corpus of real public papers; none, and said so, where it is absent.
#[must_use]
#[expect(clippy::print_stdout, reason = "a test that did not run says so")]
pub fn corpus(folder: &str) -> Option<PathBuf> {
    let named = std::env::var_os("SUBPOENA_DESK_CORPUS").map(PathBuf::from);
    let root = named.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus"));
    let path = root.join(folder);
    if path.is_dir() {
        return Some(path);
    }
    println!("SKIPPED: the corpus of real papers is not on this machine (../shared/corpus/{folder})");
    None
}
