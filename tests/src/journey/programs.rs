//! The programs built beside the tests, and processes that end with the test.

#![expect(clippy::unwrap_used, clippy::missing_panics_doc, reason = "a journey may stop where it stands")]

use std::path::PathBuf;
use std::process::{Child, ExitStatus};

/// A program of this workspace, built beside the running test or program.
#[must_use]
pub fn built(name: &str) -> PathBuf {
    let this = std::env::current_exe().unwrap();
    let mut folder = this.parent().unwrap().to_owned();
    if folder.ends_with("deps") {
        folder.pop();
    }
    let program = folder.join(name);
    assert!(program.is_file(), "{name} is not built: run `cargo build --workspace` first");
    program
}

/// Ends the process it holds, by its id, when the test ends.
pub struct Running(pub Child);

impl Running {
    /// Ends it at once, as kill -9 does.
    pub fn kill(&mut self) -> ExitStatus {
        self.0.kill().unwrap();
        self.0.wait().unwrap()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
