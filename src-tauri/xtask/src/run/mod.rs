//! `cargo xtask run`: from a bare machine to the open window.

use std::path::PathBuf;

use crate::cargo::{self, Build};
use crate::fault::{Fault, Outcome, no_more};
use crate::home::Home;
use crate::packages::{self, Consent};
use crate::program::Program;
use crate::ui;

/// Installs, builds, starts. Without a display the command line does the same job on the sample register.
pub(crate) fn run(home: &Home, args: &[String]) -> Outcome {
    let yes = args.iter().any(|word| word == "--yes");
    let rest: Vec<String> = args.iter().filter(|word| *word != "--yes").cloned().collect();
    no_more("run", &rest)?;
    packages::ensure(home, packages::RUN, Consent::of(yes))?;
    ui::install(home)?;
    ui::build(home)?;
    cargo::programs(home, Build::Dev, &[])?;
    let built = Build::Dev.folder(home);
    if has_display(|name| std::env::var(name).ok()) {
        println!("\nThe window opens.");
        return start(home, built.join("subpoena-desk"), &[]);
    }
    println!(
        "\nThere is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so the window cannot open.\n\
         The same job follows on the command line, with the sample register.\n"
    );
    let sample = new_sample(home)?;
    let folder = sample.to_string_lossy().into_owned();
    start(home, built.join("desk"), &["sample", &folder])
}

fn start(home: &Home, program: PathBuf, args: &[&str]) -> Outcome {
    Program::new(program.to_string_lossy(), args.iter().copied(), home.top()).run()
}

fn has_display(variable: impl Fn(&str) -> Option<String>) -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| variable(name).is_some_and(|value| !value.is_empty()))
}

/// A folder that is not there yet: a register is never written over another, not even a sample.
fn new_sample(home: &Home) -> Result<PathBuf, Fault> {
    let parent = home.target().join("sample");
    std::fs::create_dir_all(&parent).map_err(|error| Fault::file("make", &parent, &error))?;
    (1_u32..)
        .map(|number| parent.join(number.to_string()))
        .find(|folder| !folder.exists())
        .ok_or_else(|| Fault::new("there is no room for one more sample", format!("delete {}", parent.display())))
}

#[cfg(test)]
mod tests {
    use super::has_display;

    #[test]
    fn either_kind_of_display_will_do() {
        assert!(has_display(|name| (name == "DISPLAY").then(|| ":0".to_owned())));
        assert!(has_display(|name| (name == "WAYLAND_DISPLAY").then(|| "wayland-0".to_owned())));
        assert!(!has_display(|_| Some(String::new())));
        assert!(!has_display(|_| None));
    }
}
