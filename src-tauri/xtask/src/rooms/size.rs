//! How long a file may be.

use super::Refusal;
use super::walk::File;

/// Rust files are wanted below this; longer ones are listed.
pub(super) const RUST_WANTED: usize = 400;
const RUST_MOST: usize = 600;
const UI_MOST: usize = 350;

/// Refuses files that are too long. What is generated may be as long as it is.
pub(super) fn check(file: &File) -> Option<Refusal> {
    let most = if file.is(&[".rs"]) {
        RUST_MOST
    } else if file.is(&[".svelte", ".ts"]) && !file.is(&[".gen.ts"]) {
        UI_MOST
    } else {
        return None;
    };
    (file.lines() > most).then(|| Refusal {
        at: file.path.clone(),
        rule: format!("{} lines, and {most} are the most", file.lines()),
        remedy: "split it by what it is about: one file, one job",
    })
}

/// Long enough to be listed, though not refused.
pub(super) fn is_long(file: &File) -> bool {
    file.is(&[".rs"]) && (RUST_WANTED + 1..=RUST_MOST).contains(&file.lines())
}
