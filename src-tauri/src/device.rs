//! This device's own folder, and the size of the window kept in it. Never content of a register.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

/// A person may choose the folder: a second desk beside the first, a folder that is not backed up to a cloud.
const CHOSEN: &str = "SUBPOENA_DESK_STATE";

/// The folder chosen, or the one the system keeps for this; none where the system names no home.
pub(crate) fn state_folder() -> Option<PathBuf> {
    folder_from(|name| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from))
}

fn folder_from(variable: impl Fn(&str) -> Option<PathBuf>) -> Option<PathBuf> {
    let below = |base: PathBuf| base.join("subpoena-desk");
    // A relative XDG folder is to be taken as not set (XDG Base Directory Specification).
    variable(CHOSEN)
        .or_else(|| variable("XDG_STATE_HOME").filter(|folder| folder.is_absolute()).map(below))
        .or_else(|| variable("LOCALAPPDATA").map(below))
        .or_else(|| variable("HOME").map(|home| home.join(".local/state/subpoena-desk")))
}

/// The window's size when it was closed last.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct WindowSize {
    /// Logical pixels.
    pub(crate) width: f64,
    /// Logical pixels.
    pub(crate) height: f64,
    pub(crate) maximized: bool,
}

/// The smallest window the screens are drawn for.
pub(crate) const LEAST: (f64, f64) = (900.0, 600.0);

impl Default for WindowSize {
    fn default() -> Self {
        Self { width: 1280.0, height: 840.0, maximized: false }
    }
}

impl WindowSize {
    /// The size kept; what is shipped when none was kept or what was kept makes no sense.
    pub(crate) fn read(folder: &Path) -> Self {
        let kept: Option<Self> = fs::read(file(folder)).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
        kept.filter(|size| (LEAST.0..=16_384.0).contains(&size.width) && (LEAST.1..=16_384.0).contains(&size.height))
            .unwrap_or_default()
    }

    /// Keeps it. A size that cannot be kept is no reason to stop.
    pub(crate) fn keep(&self, folder: &Path) {
        if let Ok(bytes) = serde_json::to_vec(self) {
            let _ = fs::write(file(folder), bytes);
        }
    }
}

fn file(folder: &Path) -> PathBuf {
    folder.join("window.json")
}

#[cfg(test)]
mod tests {
    use super::folder_from;
    use std::path::PathBuf;

    fn with(pairs: &'static [(&'static str, &'static str)]) -> Option<PathBuf> {
        folder_from(|name| pairs.iter().find(|(known, _)| *known == name).map(|(_, value)| PathBuf::from(value)))
    }

    #[test]
    fn the_folder_a_person_chose_comes_first() {
        let chosen = with(&[("SUBPOENA_DESK_STATE", "/chosen"), ("XDG_STATE_HOME", "/state"), ("HOME", "/home/a")]);
        assert_eq!(chosen, Some(PathBuf::from("/chosen")));
        assert_eq!(with(&[("XDG_STATE_HOME", "/state")]), Some(PathBuf::from("/state/subpoena-desk")));
        let home = with(&[("XDG_STATE_HOME", "relative"), ("HOME", "/home/a")]);
        assert_eq!(home, Some(PathBuf::from("/home/a/.local/state/subpoena-desk")));
        assert_eq!(with(&[]), None);
    }
}
