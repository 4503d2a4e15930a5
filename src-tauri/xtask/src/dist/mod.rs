//! `cargo xtask dist`: a Debian package, made with dpkg's own tools. Nothing is downloaded but what cargo and npm need.
//!
//! Tauri's bundler is not used: it adds nothing to a .deb that the forty lines of `deb.rs` do not say plainly.

mod deb;
mod licences;
#[cfg(test)]
mod tests;

use std::fs;

use crate::cargo::{self, Build};
use crate::fault::{Fault, Outcome, no_more};
use crate::home::Home;
use crate::packages::{self, Consent};
use crate::program::Program;
use crate::ui;
use deb::Deb;

/// Builds everything in release and packs it.
pub(crate) fn run(home: &Home, args: &[String]) -> Outcome {
    no_more("dist", args)?;
    packages::ensure(home, packages::RUN, Consent::of(false))?;
    ui::install(home)?;
    ui::build(home)?;
    let programs = cargo::programs(home, Build::Release, &[])?;
    let built = Build::Release.folder(home);
    let folder = home.target().join("dist");
    fs::create_dir_all(&folder).map_err(|error| Fault::file("make", &folder, &error))?;
    let deb = Deb {
        home,
        version: version(home)?,
        programs: programs.iter().map(|name| built.join(name)).collect(),
        licences: licences::text(home)?,
        stamp: stamp(home),
    };
    let made = deb.make(&folder)?;
    println!("\nMade {}\nInstall it with: sudo apt-get install {}", made.display(), made.display());
    Ok(())
}

/// The version of the workspace: the first `version = "…"` of the top manifest.
fn version(home: &Home) -> Result<String, Fault> {
    let path = home.join("Cargo.toml");
    let text = fs::read_to_string(&path).map_err(|error| Fault::file("read", &path, &error))?;
    text.lines().find_map(|line| Some(line.strip_prefix("version = \"")?.strip_suffix('"')?.to_owned())).ok_or_else(
        || Fault::new("Cargo.toml names no version", "put `version = \"…\"` back under [workspace.package]"),
    )
}

/// Seconds since 1970 that every file in the package carries: the last commit's, so that the same commit makes the same
/// bytes. Outside git the start of Debian's own oldest sensible date, for the same reason.
fn stamp(home: &Home) -> String {
    let commit = Program::new("git", ["log", "-1", "--format=%ct"], home.top()).quietly().said();
    commit
        .map(|text| text.trim().to_owned())
        .ok()
        .filter(|text| text.parse::<u64>().is_ok())
        .unwrap_or_else(|| "315532800".to_owned())
}
