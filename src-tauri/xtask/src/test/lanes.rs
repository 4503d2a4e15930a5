//! The lanes as data. To add one, add a row.
//!
//! A row for the acceptance package's integration tests names their files (`tests/tests/NAME.rs`):
//!
//! ```text
//! Lane {
//!     name: "window",
//!     says: "the main job in the real window, with real dialogs",
//!     steps: &[Step::Acceptance(&["window"])],
//! },
//! ```
//!
//! A file no row names fails the lane `rooms`. Cargo rows select `--workspace`, never `-p`: another selection is another
//! set of features, and compiles Typst again (see `cargo/mod.rs`).

use crate::cargo::clippy;
use crate::fault::Outcome;
use crate::home::Home;
use crate::packages::Consent;
use crate::{bindings, packages, rooms, ui};

/// One lane: a name to ask for, a sentence for the heading, and its steps in order.
pub(super) struct Lane {
    pub(super) name: &'static str,
    pub(super) says: &'static str,
    pub(super) steps: &'static [Step],
}

/// One step of a lane.
pub(super) enum Step {
    /// A check of this program's own. Counts as one.
    Inside(fn(&Home, Consent) -> Outcome),
    /// `cargo ARGS`. Counts as one check.
    Cargo(&'static [&'static str]),
    /// `npm ARGS` in `ui/`. Counts as one check.
    Npm(&'static [&'static str]),
    /// `npm ARGS` in `ui/`, whose tests are counted: vitest's summary, or a line `N passed, N failed, N skipped`.
    NpmTests(&'static [&'static str]),
    /// `cargo ARGS`, whose tests are counted.
    CargoTests(&'static [&'static str]),
    /// Every Rust test but the acceptance package's integration tests.
    Units,
    /// These integration tests of the acceptance package, by the names of their files.
    Acceptance(&'static [&'static str]),
}

/// Every lane, in the order in which they run: what fails fastest comes first.
pub(super) const LANES: &[Lane] = &[
    Lane {
        name: "packages",
        says: "system packages to build and to test",
        steps: &[Step::Inside(|home, consent| {
            let wanted: Vec<&str> = packages::RUN.iter().chain(packages::TEST).copied().collect();
            packages::ensure(home, &wanted, consent)
        })],
    },
    Lane {
        name: "rooms",
        says: "arrows, file sizes, names, what must not be written; no test forgotten",
        steps: &[
            Step::Inside(|home, _| rooms::check(home)),
            Step::Inside(|home, _| super::every_test_has_a_lane(home)),
        ],
    },
    Lane { name: "format", says: "rustfmt finds nothing to move", steps: &[Step::Cargo(&["fmt", "--all", "--check"])] },
    // Before the first compilation: the shell compiles ui/dist in.
    Lane {
        name: "ui-build",
        says: "the front end: installed from its lockfile and built",
        steps: &[Step::Inside(|home, _| ui::install(home)), Step::Inside(|home, _| ui::build(home))],
    },
    Lane {
        name: "ui",
        says: "the front end: types, lint, unit tests",
        steps: &[Step::Npm(&["run", "check"]), Step::Npm(&["run", "lint"]), Step::NpmTests(&["test"])],
    },
    Lane {
        name: "clippy",
        says: "no warning in any package, the shell included",
        steps: &[Step::Inside(|home, _| clippy::clippy(home))],
    },
    Lane {
        name: "build",
        says: "every program and every test, once, with one set of features",
        steps: &[Step::Cargo(&["build", "--locked", "--workspace", "--all-targets"])],
    },
    Lane {
        name: "bindings",
        says: "the TypeScript of the contract is current",
        steps: &[Step::Inside(|home, _| bindings::check(home))],
    },
    Lane {
        name: "rust",
        says: "unit, property and integration tests of every package",
        steps: &[Step::Units, Step::CargoTests(&["test", "--workspace", "--doc"])],
    },
    Lane {
        name: "journeys",
        says: "the main job through the desk: one person, three people, races, looking back",
        steps: &[Step::Acceptance(&["journeys"])],
    },
    Lane {
        name: "wire",
        says: "a snapshot per command, fault and problem; one list of commands everywhere",
        steps: &[Step::Acceptance(&["wire"])],
    },
    Lane {
        name: "bad-input",
        says: "wrong, damaged, too new, in use, full, vanished, impossible: a fault in words, and nothing lost",
        steps: &[Step::Acceptance(&["bad_input"])],
    },
    Lane {
        name: "canary",
        says: "nothing of what the register holds lies anywhere in clear, also after kill -9",
        steps: &[Step::Acceptance(&["canary"])],
    },
    Lane {
        name: "kill",
        says: "kill -9 at 60 random points: nothing acknowledged is lost",
        steps: &[Step::Acceptance(&["kill"])],
    },
    Lane {
        name: "screens",
        says: "every screen in Chromium: axe, console, content policy; light and dark, English and Spanish",
        steps: &[Step::Acceptance(&["screens"])],
    },
    Lane {
        name: "offline",
        says: "the window and the command line in an empty network namespace: no internet socket is opened",
        steps: &[Step::Acceptance(&["offline"])],
    },
    Lane {
        name: "window",
        says: "the main job in the real window, with real dialogs, by keyboard alone and counted",
        steps: &[Step::Acceptance(&["window"])],
    },
    Lane {
        name: "corpus",
        says: "real papers through the command line and the desk, compared byte for byte",
        steps: &[Step::Acceptance(&["corpus"])],
    },
];

/// Whether a row of the table names this integration test.
pub(super) fn names(table: &[Lane], test: &str) -> bool {
    table
        .iter()
        .flat_map(|lane| lane.steps)
        .any(|step| matches!(step, Step::Acceptance(files) if files.contains(&test)))
}
