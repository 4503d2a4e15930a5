//! The command lines of the Rust tests, with nextest and without it.

use crate::cargo::cargo;
use crate::cargo::metadata::Package;
use crate::home::Home;

/// The package whose integration tests have lanes of their own.
pub(super) const ACCEPTANCE: &str = "acceptance";

/// Whether nextest is installed. It is faster and shows failures better; nothing depends on it.
pub(super) fn has_nextest(home: &Home) -> bool {
    cargo(home, ["nextest", "--version"]).quietly().answers()
}

/// Every test but the acceptance package's integration tests.
///
/// `cargo test` cannot leave a package's integration tests out without leaving out the package, which would be another
/// set of features; so it is told every other one by name.
pub(super) fn units(packages: &[Package], nextest: bool) -> Vec<String> {
    if nextest {
        let filter = format!("not (package({ACCEPTANCE}) & kind(test))");
        return start(true).chain(["-E".to_owned(), filter]).collect();
    }
    let others = packages.iter().filter(|package| package.name != ACCEPTANCE).flat_map(|package| &package.tests);
    start(false).chain(["--lib".to_owned(), "--bins".to_owned()]).chain(others.flat_map(named)).collect()
}

/// These integration tests, by the names of their files.
pub(super) fn only(files: &[&str], nextest: bool) -> Vec<String> {
    start(nextest).chain(files.iter().flat_map(named)).collect()
}

fn start(nextest: bool) -> impl Iterator<Item = String> {
    let words: &[&str] = if nextest { &["nextest", "run"] } else { &["test"] };
    words.iter().chain(&["--workspace", "--no-fail-fast"]).map(|word| (*word).to_owned())
}

fn named(file: &(impl ToString + ?Sized)) -> [String; 2] {
    ["--test".to_owned(), file.to_string()]
}
