//! The files that are ours: everything below the top folder that is neither built nor installed.

use std::fs;
use std::path::Path;

use super::code;
use crate::fault::Fault;
use crate::home::Home;

/// Folders that tools fill, wherever they lie. In a second working tree `.git` is a file that names a place of this machine.
const FILLED: &[&str] = &[".git", "target", "node_modules"];

/// Folders that tools fill, by their whole path.
const FILLED_AT: &[&str] = &["ui/dist", "ui/tests/output", "src-tauri/gen", "tests/output"];

/// Above this a file is data, not something written by hand.
const LARGEST: u64 = 4 * 1024 * 1024;

/// A text file of ours.
pub(super) struct File {
    /// Below the top folder, with `/`.
    pub(super) path: String,
    pub(super) text: String,
    /// Rust without comments and strings; for other languages the text itself.
    pub(super) code: String,
}

impl File {
    /// A file as the rules see it.
    pub(super) fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        let (path, text) = (path.into(), text.into());
        let code = if path.ends_with(".rs") { code::code_of(&text) } else { text.clone() };
        Self { path, text, code }
    }

    /// Whether its name ends so.
    pub(super) fn is(&self, endings: &[&str]) -> bool {
        endings.iter().any(|ending| self.path.ends_with(ending))
    }

    /// How many lines it has.
    pub(super) fn lines(&self) -> usize {
        self.text.lines().count()
    }
}

/// Every text file of ours, in order of their paths.
pub(super) fn files(home: &Home) -> Result<Vec<File>, Fault> {
    let mut found = Vec::new();
    collect(home.top(), "", &mut found)?;
    found.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(found)
}

fn collect(folder: &Path, below: &str, found: &mut Vec<File>) -> Result<(), Fault> {
    let entries = fs::read_dir(folder).map_err(|error| Fault::file("list", folder, &error))?;
    for entry in entries {
        let entry = entry.map_err(|error| Fault::file("list", folder, &error))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = if below.is_empty() { name.clone() } else { format!("{below}/{name}") };
        let Ok(kind) = entry.file_type() else {
            continue;
        };
        if kind.is_dir() {
            if !FILLED.contains(&name.as_str()) && !FILLED_AT.contains(&path.as_str()) && !name.ends_with(".register") {
                collect(&entry.path(), &path, found)?;
            }
        } else if kind.is_file() && name != ".git" && entry.metadata().is_ok_and(|data| data.len() <= LARGEST) {
            let bytes = fs::read(entry.path()).map_err(|error| Fault::file("read", &entry.path(), &error))?;
            // Pictures, fonts and papers are not text, and no rule reads them.
            if let Ok(text) = String::from_utf8(bytes) {
                found.push(File::new(path, text));
            }
        }
    }
    Ok(())
}
