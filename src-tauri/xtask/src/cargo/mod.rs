//! Cargo: how we call it, and what it says about our packages.
//!
//! Every build of the whole program selects `--workspace` and at least one target that may use development
//! dependencies. Cargo unifies features over the packages and kinds it is asked for, so that any other selection is
//! another set of features: measured on this workspace, `-p subpoena-desk` after a build of the default members
//! compiled 226 packages a second time, Typst among them.

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

/// Builds every shipped program; returns their names.
///
/// `ui/dist` must be there: the shell compiles it in.
pub(crate) fn programs(home: &Home, build: Build) -> Result<Vec<String>, Fault> {
    let names = Metadata::read(home)?.programs_of(SHIPPED);
    let mut args = vec!["build"];
    match build {
        // The example is what brings the development dependencies in; see the top of this file.
        Build::Dev => args.extend(["--workspace", "--example", "bindings"]),
        Build::Release => {
            args.push("--release");
            args.extend(SHIPPED.iter().flat_map(|name| ["-p", name]));
        }
    }
    args.extend(names.iter().flat_map(|name| ["--bin", name.as_str()]));
    cargo(home, args).run()?;
    Ok(names)
}

/// Runs one of the acceptance package's own programs.
pub(crate) fn acceptance(home: &Home, build: Build, program: &str, args: &[String]) -> Outcome {
    if !Metadata::read(home)?
        .programs_of(&["acceptance"])
        .iter()
        .any(|name| name == program)
    {
        return Err(Fault::new(
            format!("the package `acceptance` has no program `{program}`"),
            format!(
                "write it in tests/src/bin/{program}.rs, or leave this verb alone until it is there"
            ),
        ));
    }
    let mut line = vec!["run", "-p", "acceptance"];
    if build == Build::Release {
        line.push("--release");
    }
    line.extend(["--bin", program, "--"]);
    line.extend(args.iter().map(String::as_str));
    cargo(home, line).run()
}
