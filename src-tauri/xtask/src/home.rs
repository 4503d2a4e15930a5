//! Where the project lies, and the places in it that verbs use.

use std::path::{Path, PathBuf};

use crate::fault::Fault;

/// The top folder of the project.
pub(crate) struct Home {
    top: PathBuf,
}

impl Home {
    /// The workspace this program belongs to: two folders above its own manifest, as cargo says at run time.
    pub(crate) fn find() -> Result<Self, Fault> {
        let manifest = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
        match manifest.as_deref().and_then(Path::parent).and_then(Path::parent) {
            Some(top) if top.join("Cargo.toml").is_file() => Ok(Self { top: top.to_owned() }),
            _ => Err(Fault::new(
                "the project folder was not found",
                "start this program with `cargo xtask`, anywhere inside the project",
            )),
        }
    }

    /// A path below the top folder.
    pub(crate) fn join(&self, path: &str) -> PathBuf {
        self.top.join(path)
    }

    /// The top folder.
    pub(crate) fn top(&self) -> &Path {
        &self.top
    }

    /// The front end's folder.
    pub(crate) fn ui(&self) -> PathBuf {
        self.join("ui")
    }

    /// Where cargo builds.
    pub(crate) fn target(&self) -> PathBuf {
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| self.join("target"), |dir| self.top.join(dir))
    }
}
