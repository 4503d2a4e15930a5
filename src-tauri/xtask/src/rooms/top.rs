//! What may lie in the top folder.

use std::fs;

use super::Refusal;
use crate::fault::Fault;
use crate::home::Home;

/// Beside files and folders whose names begin with a dot. `target` is cargo's and not committed.
const PERMITTED: &[&str] = &[
    "Cargo.toml",
    "Cargo.lock",
    "LICENSE",
    "README.md",
    "icons",
    "rust-toolchain.toml",
    "src-tauri",
    "target",
    "tests",
    "ui",
];

/// Refuses anything else.
pub(super) fn check(home: &Home) -> Result<Vec<Refusal>, Fault> {
    let top = home.top();
    let entries = fs::read_dir(top).map_err(|error| Fault::file("list", top, &error))?;
    let mut names = Vec::new();
    for entry in entries {
        let entry = entry.map_err(|error| Fault::file("list", top, &error))?;
        names.push(entry.file_name().to_string_lossy().into_owned());
    }
    Ok(refuse(&names))
}

pub(super) fn refuse(names: &[String]) -> Vec<Refusal> {
    names
        .iter()
        .filter(|name| !name.starts_with('.') && !PERMITTED.contains(&name.as_str()))
        .map(|name| Refusal {
            at: name.clone(),
            rule: "this does not belong in the top folder".to_owned(),
            remedy: "move it below src-tauri, ui, tests or icons, or give it a name with a dot if a tool needs it here",
        })
        .collect()
}
