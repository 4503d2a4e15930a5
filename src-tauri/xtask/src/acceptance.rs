//! `tour`, `bench` and `endure`: the acceptance package's own programs, with what each needs built before it.

use crate::cargo::{self, Build};
use crate::fault::{Fault, Outcome};
use crate::home::Home;
use crate::packages::{self, Consent};
use crate::ui;

/// Pictures of every screen of the real window.
pub(crate) fn tour(home: &Home, args: &[String]) -> Outcome {
    all_built(home, Build::Dev)?;
    cargo::acceptance(home, Build::Dev, "tour", args)
}

/// Figures beside their bars. Release, because a debug build says nothing about speed.
pub(crate) fn bench(home: &Home, args: &[String]) -> Outcome {
    all_built(home, Build::Release)?;
    cargo::acceptance(home, Build::Release, "bench", args)
}

/// Long trials. Release, because five hundred kills in a debug build test the patience.
pub(crate) fn endure(home: &Home, args: &[String]) -> Outcome {
    if args.is_empty() {
        return Err(Fault::new(
            "no trial was named",
            "name one or more by their numbers, for example `cargo xtask endure R1 R4`",
        ));
    }
    all_built(home, Build::Release)?;
    cargo::acceptance(home, Build::Release, "endure", args)
}

fn all_built(home: &Home, build: Build) -> Outcome {
    let wanted: Vec<&str> = packages::RUN
        .iter()
        .chain(packages::TEST)
        .copied()
        .collect();
    packages::ensure(home, &wanted, Consent::of(false))?;
    ui::install(home)?;
    ui::build(home)?;
    cargo::programs(home, build).map(drop)
}
