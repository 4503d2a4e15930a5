//! What `cargo metadata` says about the packages of this workspace.
//!
//! Chosen over reading the manifests: cargo has already resolved what is inherited from the workspace, renamed, put under a
//! target or spread over `[[bin]]` sections, and a reader for its JSON is shorter than an honest reader for TOML.

use crate::cargo::cargo;
use crate::cargo::json::Value;
use crate::fault::Fault;
use crate::home::Home;

/// One package of ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Package {
    pub(crate) name: String,
    /// True names of what it depends on, of every kind (normal, build, development).
    pub(crate) depends: Vec<String>,
    /// Those of them that only its tests and examples are built with.
    pub(crate) for_tests: Vec<String>,
    /// Its programs.
    pub(crate) programs: Vec<String>,
    /// Its integration tests.
    pub(crate) tests: Vec<String>,
}

/// All packages of the workspace.
pub(crate) struct Metadata {
    pub(crate) packages: Vec<Package>,
}

impl Metadata {
    /// Asks cargo; touches no network.
    pub(crate) fn read(home: &Home) -> Result<Self, Fault> {
        let text = cargo(home, ["metadata", "--no-deps", "--format-version", "1"]).quietly().text()?;
        Self::parse(&text).ok_or_else(|| {
            Fault::new(
                "cargo metadata printed something this program cannot read",
                "run `cargo metadata --no-deps --format-version 1` and look at what it says",
            )
        })
    }

    /// Reads what cargo printed.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let value = Value::read(text)?;
        let packages = value.list("packages").iter().map(package).collect::<Option<Vec<_>>>()?;
        (!packages.is_empty()).then_some(Self { packages })
    }

    /// The programs of the packages named, in that order.
    pub(crate) fn programs_of(&self, names: &[&str]) -> Vec<String> {
        names
            .iter()
            .filter_map(|name| self.packages.iter().find(|package| package.name == *name))
            .flat_map(|package| package.programs.clone())
            .collect()
    }
}

fn package(value: &Value) -> Option<Package> {
    let targets = |kind: &str| -> Vec<String> {
        value
            .list("targets")
            .iter()
            .filter(|target| target.list("kind").contains(&Value::Text(kind.to_owned())))
            .filter_map(|target| target.text("name").map(str::to_owned))
            .collect()
    };
    let mut depends: Vec<String> = value
        .list("dependencies")
        .iter()
        .map(|dependency| dependency.text("name").map(str::to_owned))
        .collect::<Option<_>>()?;
    depends.sort();
    depends.dedup();
    // A library may be named twice, for tests and for the program: then the program is built with it.
    let dependencies = value.list("dependencies");
    let shipped = |name: &String| {
        dependencies.iter().any(|one| one.text("name") == Some(name) && one.text("kind") != Some("dev"))
    };
    let for_tests = depends.iter().filter(|name| !shipped(name)).cloned().collect();
    let (programs, tests) = (targets("bin"), targets("test"));
    Some(Package { name: value.text("name")?.to_owned(), depends, for_tests, programs, tests })
}

#[cfg(test)]
mod tests {
    use super::Metadata;

    #[test]
    fn reads_names_arrows_and_targets() {
        let text = r#"{"packages":[{"name":"cli","dependencies":[{"name":"desk","kind":null},{"name":"contract","kind":"dev"},
            {"name":"desk","kind":"build"}],"targets":[{"kind":["bin"],"name":"desk"},{"kind":["test"],"name":"json"}]}]}"#;
        let metadata = Metadata::parse(text).unwrap();
        let package = &metadata.packages[0];
        assert_eq!(package.depends, ["contract", "desk"]);
        assert_eq!((&package.programs[..], &package.tests[..]), (&["desk".to_owned()][..], &["json".to_owned()][..]));
        assert_eq!(metadata.programs_of(&["reader", "cli"]), ["desk"]);
    }

    #[test]
    fn an_empty_answer_is_no_answer() {
        assert!(Metadata::parse(r#"{"packages":[]}"#).is_none());
        assert!(Metadata::parse("error: no such command").is_none());
    }
}
