//! The licences of what is compiled in: each text once, with the packages that carry it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::cargo::json::Value;
use crate::cargo::{SHIPPED, cargo};
use crate::fault::Fault;
use crate::home::Home;

/// What the names of the files that count contain.
const NAMED: &[&str] = &["license", "licence", "copying", "notice", "unlicense", "copyright"];

/// Licence texts, and under each the packages that carry it.
#[derive(Default)]
pub(super) struct Licences {
    texts: BTreeMap<String, BTreeSet<String>>,
    /// Packages without such a file, with what their manifest says.
    bare: BTreeSet<String>,
}

/// Everything in the release programs and in the page.
pub(super) fn text(home: &Home) -> Result<String, Fault> {
    let mut licences = Licences::default();
    rust(home, &mut licences)?;
    page(home, &mut licences)?;
    licences.add("Fonts of the letters", Some(&home.join("src-tauri/crates/letters/fonts")))?;
    Ok(licences.write())
}

fn rust(home: &Home, licences: &mut Licences) -> Result<(), Fault> {
    let mut args = vec!["tree", "--edges", "normal", "--prefix", "none", "--format", "{p}"];
    args.extend(SHIPPED.iter().flat_map(|name| ["-p", name]));
    let tree = cargo(home, args).quietly().text()?;
    // `serde v1.0.229` or `tauri-macros v2.6.0 (proc-macro)`; our own end in a path.
    let compiled: BTreeSet<&str> = tree.lines().filter(|line| !line.contains("(/")).filter_map(two_words).collect();
    let said = cargo(home, ["metadata", "--format-version", "1"]).quietly().text()?;
    let metadata = Value::read(&said).ok_or_else(|| unreadable("cargo metadata"))?;
    for package in metadata.list("packages") {
        let (Some(name), Some(version)) = (package.text("name"), package.text("version")) else {
            continue;
        };
        if compiled.contains(format!("{name} v{version}").as_str()) {
            let folder = package.text("manifest_path").and_then(|path| Path::new(path).parent());
            let says = package.text("license").unwrap_or("see its source");
            licences.add(&format!("{name} {version} ({says})"), folder)?;
        }
    }
    Ok(())
}

/// The first two words of a line, as one.
fn two_words(line: &str) -> Option<&str> {
    let (name, rest) = line.split_once(' ')?;
    let version = rest.split(' ').next()?;
    line.get(..name.len() + 1 + version.len())
}

/// What the page is made of: everything npm does not call a tool of development, and Svelte, which compiles itself in.
fn page(home: &Home, licences: &mut Licences) -> Result<(), Fault> {
    let path = home.ui().join("package-lock.json");
    let text = fs::read_to_string(&path).map_err(|error| Fault::file("read", &path, &error))?;
    let lock = Value::read(&text).ok_or_else(|| unreadable("ui/package-lock.json"))?;
    let Some(Value::Map(packages)) = lock.get("packages") else {
        return Err(unreadable("ui/package-lock.json"));
    };
    for (place, package) in packages {
        let Some((_, name)) = place.rsplit_once("node_modules/") else {
            continue;
        };
        let ships = package.get("dev").is_none() && package.get("devOptional").is_none();
        if ships || name == "svelte" {
            let version = package.text("version").unwrap_or_default();
            let says = package.text("license").unwrap_or("see its source");
            licences.add(&format!("{name} {version} ({says})"), Some(&home.ui().join(place)))?;
        }
    }
    Ok(())
}

fn unreadable(what: &str) -> Fault {
    Fault::new(format!("{what} could not be read as JSON"), "make it again, then start this verb again")
}

impl Licences {
    /// Adds one package with the licence files in its folder.
    pub(super) fn add(&mut self, package: &str, folder: Option<&Path>) -> Result<(), Fault> {
        let before = self.texts.values().map(BTreeSet::len).sum::<usize>();
        if let Some(folder) = folder.filter(|folder| folder.is_dir()) {
            let listed = fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<_>, _>>);
            for entry in listed.map_err(|error| Fault::file("list", folder, &error))? {
                let name = entry.file_name().to_string_lossy().to_lowercase();
                if NAMED.iter().any(|part| name.contains(part)) && entry.path().is_file() {
                    let bytes = fs::read(entry.path()).map_err(|error| Fault::file("read", &entry.path(), &error))?;
                    let text = String::from_utf8_lossy(&bytes).replace("\r\n", "\n").trim().to_owned();
                    self.texts.entry(text).or_default().insert(package.to_owned());
                }
            }
        }
        if self.texts.values().map(BTreeSet::len).sum::<usize>() == before {
            self.bare.insert(package.to_owned());
        }
        Ok(())
    }

    /// One document; the same input gives the same bytes.
    pub(super) fn write(&self) -> String {
        let line = "=".repeat(80);
        let mut document = "Subpoena Desk is made with the following software.\n".to_owned();
        for (text, packages) in &self.texts {
            let packages: Vec<&str> = packages.iter().map(String::as_str).collect();
            document += &format!("\n{line}\n{}\n{line}\n\n{text}\n", packages.join("\n"));
        }
        if !self.bare.is_empty() {
            let bare: Vec<&str> = self.bare.iter().map(String::as_str).collect();
            document += &format!("\n{line}\nWithout a licence file of their own:\n{}\n", bare.join("\n"));
        }
        document
    }
}
