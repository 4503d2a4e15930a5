//! Clippy over the packages of the workspace, as they are compiled.
//!
//! `cargo clippy` checks every dependency first, and nothing of that serves a build: measured on two cores, ten minutes of
//! a cold run for some nine hundred packages that nobody lints. So the dependencies are built, once, and the workspace's own
//! packages go through Clippy's compiler by the door that `cargo clippy` uses itself. What it makes is not what is tested:
//! Cargo keeps it apart, and the lane `build` puts rustc's programs in their place.

use std::path::PathBuf;

use crate::cargo::cargo;
use crate::fault::Outcome;
use crate::home::Home;
use crate::program::Program;

/// How `cargo clippy` hands `-D warnings` on: words with this between and after them.
const BETWEEN: &str = "__CLIPPY_HACKERY__";

/// No warning in any package.
pub(crate) fn clippy(home: &Home) -> Outcome {
    let Some(driver) = driver(home) else {
        return cargo(home, ["clippy", "--locked", "--workspace", "--all-targets", "--", "-D", "warnings"]).run();
    };
    cargo(home, ["build", "--locked", "--workspace", "--all-targets", "--keep-going"])
        .with("RUSTC_WORKSPACE_WRAPPER", driver.to_string_lossy())
        .with("CLIPPY_ARGS", ["-D", "warnings"].map(|word| format!("{word}{BETWEEN}")).concat())
        .run()
}

/// Clippy's compiler, which lies beside rustc; none where a toolchain is laid out another way.
fn driver(home: &Home) -> Option<PathBuf> {
    let sysroot = Program::new("rustc", ["--print", "sysroot"], home.top()).quietly().text().ok()?;
    let driver = PathBuf::from(sysroot.trim()).join("bin/clippy-driver");
    driver.is_file().then_some(driver)
}
