//! Which package may depend on which: the drawing of the design, as a table.

use super::Refusal;
use crate::cargo::metadata::Package;

/// From a package of ours to those of ours it may name. A package that is not here is refused until it is drawn.
const ARROWS: &[(&str, &[&str])] = &[
    ("subpoena-desk", &["contract", "desk"]),
    ("cli", &["contract", "desk"]),
    // Its tests look from outside; only its measurements fill a register directly, and so name the store and the domain.
    ("acceptance", &["contract", "desk", "matter", "register"]),
    ("desk", &["contract", "register", "reader", "letters", "matter"]),
    ("contract", &["matter"]),
    ("register", &["matter"]),
    // Its tests draw the papers they read.
    ("reader", &["matter", "look-alikes"]),
    ("letters", &["matter"]),
    ("matter", &[]),
    // Draws papers for tests, and knows nothing of what reads them.
    ("look-alikes", &[]),
    ("xtask", &[]),
];

/// Packages of ours that only tests may name: what is shipped is built without them.
const FOR_TESTS: &[&str] = &["look-alikes"];

/// Libraries that only some packages may name, and why.
const KEPT: &[(&str, &[&str], &str)] = &[
    ("rusqlite", &["register"], "only `register` may speak SQL: ask it for what is needed in words of the domain"),
    (
        "libsqlite3-sys",
        &["register"],
        "only `register` may speak SQL: ask it for what is needed in words of the domain",
    ),
    ("tauri", &["subpoena-desk"], "only the shell knows the window"),
    ("tauri-build", &["subpoena-desk"], "only the shell knows the window"),
    ("rfd", &["subpoena-desk"], "only the shell opens dialogs; the rest gets what was chosen"),
    ("hayro", &["reader"], "papers are parsed behind walls only: ask `desk-reader` through `reader::process`"),
    (
        "hayro-interpret",
        &["reader"],
        "papers are parsed behind walls only: ask `desk-reader` through `reader::process`",
    ),
    ("hayro-syntax", &["reader"], "papers are parsed behind walls only: ask `desk-reader` through `reader::process`"),
    (
        "typst",
        &["letters", "look-alikes"],
        "Typst is large: only what draws letters, and papers for tests, is compiled with it",
    ),
    (
        "typst-pdf",
        &["letters", "look-alikes"],
        "Typst is large: only what draws letters, and papers for tests, is compiled with it",
    ),
];

/// Libraries that would give a pure package a clock, a log, a network or threads of its own.
const IMPURE: &[&str] = &["tracing", "log", "tokio", "reqwest", "tempfile", "getrandom", "rand"];

/// Refuses every arrow that is not drawn.
pub(super) fn check(packages: &[Package]) -> Vec<Refusal> {
    let ours: Vec<&str> = packages.iter().map(|package| package.name.as_str()).collect();
    packages.iter().flat_map(|package| package_arrows(package, &ours)).collect()
}

fn package_arrows(package: &Package, ours: &[&str]) -> Vec<Refusal> {
    let name = package.name.as_str();
    let refuse = |rule: String, remedy| Refusal { at: format!("package {name}"), rule, remedy };
    let Some((_, allowed)) = ARROWS.iter().find(|(from, _)| *from == name) else {
        return vec![refuse(
            format!("`{name}` is not drawn among the packages"),
            "draw it in ARCHITECTURE.md and in src-tauri/xtask/src/rooms/arrows.rs, or take it out of the workspace",
        )];
    };
    let mut refusals = Vec::new();
    for to in package.depends.iter().map(String::as_str) {
        if ours.contains(&to) && !allowed.contains(&to) {
            refusals.push(refuse(
                format!("`{name}` may not depend on `{to}`"),
                "move what is needed to a package both may name (most often `matter`), or pass it in from `desk`",
            ));
        }
        if FOR_TESTS.contains(&to) && !package.for_tests.iter().any(|name| name == to) {
            refusals.push(refuse(
                format!("`{name}` may name `{to}` for its tests only"),
                "name it under [dev-dependencies]: nothing that is shipped is built with it",
            ));
        }
        if let Some((_, owners, why)) =
            KEPT.iter().find(|(library, owners, _)| *library == to && !owners.contains(&name))
        {
            let owners = owners.join("` and `");
            refusals.push(refuse(format!("`{name}` may not name `{to}`, which belongs to `{owners}`"), why));
        }
        if name == "xtask" && !ours.contains(&to) {
            refusals.push(refuse(
                format!("`xtask` may not depend on `{to}`"),
                "the task runner uses the standard library only, so that it builds in seconds on a bare machine",
            ));
        }
        if name == "matter" && IMPURE.contains(&to) {
            refusals.push(refuse(
                format!("`matter` may not depend on `{to}`"),
                "the domain is pure: time, chance and files are passed in, and it logs nothing",
            ));
        }
    }
    refusals
}
