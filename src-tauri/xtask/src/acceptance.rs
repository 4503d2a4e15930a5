//! `tour`, `bench` and `endure`: the acceptance package's own programs, with what each needs built before it.

use crate::cargo::{self, Build};
use crate::fault::{Fault, Outcome};
use crate::home::Home;
use crate::packages::{self, Consent};
use crate::program::Program;
use crate::ui;

/// Pictures of every screen of the real window.
pub(crate) fn tour(home: &Home, args: &[String]) -> Outcome {
    start(home, Build::Dev, "tour", args)
}

/// Figures beside their bars. Release, because a debug build says nothing about speed.
pub(crate) fn bench(home: &Home, args: &[String]) -> Outcome {
    start(home, Build::Release, "bench", args)
}

/// Long trials: the tests of every run, told to go round more often. Dev, so that they are the same programs.
pub(crate) fn endure(home: &Home, args: &[String]) -> Outcome {
    if args.is_empty() {
        return Err(Fault::new(
            "no trial was named",
            "name one or more by their numbers, for example `cargo xtask endure R1 R4`",
        ));
    }
    start(home, Build::Dev, "endure", args)
}

/// Builds everything the program drives, and the program, in one go; then starts it in the top folder.
fn start(home: &Home, build: Build, program: &str, args: &[String]) -> Outcome {
    cargo::has_acceptance(home, program)?;
    let wanted: Vec<&str> = packages::RUN.iter().chain(packages::TEST).copied().collect();
    packages::ensure(home, &wanted, Consent::of(false))?;
    ui::install(home)?;
    ui::build(home)?;
    cargo::programs(home, build, &[program])?;
    let built = build.folder(home).join(program);
    Program::new(built.to_string_lossy(), args.iter().map(String::as_str), home.top()).run()
}
