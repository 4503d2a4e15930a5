//! Cargo: how we call it, and what it says about our packages.
//!
//! Every build of the whole program selects `--workspace`. Cargo unifies features over the packages and kinds it is asked
//! for, so that any other selection is another set of features: measured on this workspace, `-p subpoena-desk` after a
//! build of the default members compiled 226 packages a second time, Typst among them.

pub(crate) mod clippy;
pub(crate) mod json;
pub(crate) mod metadata;

use std::path::PathBuf;

use crate::fault::{Fault, Outcome};
use crate::home::Home;
use crate::program::Program;
use metadata::Metadata;

/// The packages whose programs are shipped.
pub(crate) const SHIPPED: &[&str] = &["subpoena-desk", "cli", "reader"];

/// A cargo command line.
pub(crate) fn cargo<'a>(home: &Home, args: impl IntoIterator<Item = &'a str>) -> Program {
    Program::new("cargo", args, home.top())
}

/// Debug or release.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Build {
    /// Fast to make; what `run`, `test` and `tour` use.
    Dev,
    /// What is shipped and measured.
    Release,
}

impl Build {
    /// The folder cargo puts programs of this kind in.
    pub(crate) fn folder(self, home: &Home) -> PathBuf {
        home.target().join(match self {
            Build::Dev => "debug",
            Build::Release => "release",
        })
    }
}

/// Builds every shipped program, and `more` besides; returns the names of the shipped ones.
///
/// `ui/dist` must be there: the shell compiles it in.
pub(crate) fn programs(home: &Home, build: Build, more: &[&str]) -> Result<Vec<String>, Fault> {
    let names = Metadata::read(home)?.programs_of(SHIPPED);
    let mut args = vec!["build", "--workspace"];
    match build {
        // The example is what brings the development dependencies in, and with them the features of `cargo xtask test`.
        Build::Dev => args.extend(["--example", "bindings"]),
        // Left out here: what is shipped has no feature that only a test asked for. `bench` and `endure` measure the same.
        Build::Release => args.push("--release"),
    }
    let wanted = names.iter().map(String::as_str).chain(more.iter().copied());
    args.extend(wanted.flat_map(|name| ["--bin", name]));
    cargo(home, args).run()?;
    Ok(names)
}

/// The acceptance package has this program; said before anything long is built.
pub(crate) fn has_acceptance(home: &Home, program: &str) -> Outcome {
    let programs = Metadata::read(home)?.programs_of(&["acceptance"]);
    if programs.iter().any(|name| name == program) {
        return Ok(());
    }
    Err(Fault::new(
        format!("the package `acceptance` has no program `{program}`"),
        format!("write it in tests/src/bin/{program}.rs; until then this verb has nothing to run"),
    ))
}
