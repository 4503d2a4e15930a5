//! `cargo xtask bindings`: the contract's TypeScript, written or compared.

use std::fs;

use crate::cargo::cargo;
use crate::fault::{Fault, Outcome, no_more};
use crate::home::Home;
use crate::program::Program;

/// The generated file, below the top folder.
const FILE: &str = "ui/src/host/contract.gen.ts";

/// Writes the file; with `--check` says whether it is current.
pub(crate) fn run(home: &Home, args: &[String]) -> Outcome {
    match args.split_first() {
        Some((word, rest)) if word == "--check" => {
            no_more("bindings --check", rest)?;
            check(home)
        }
        _ => {
            no_more("bindings", args)?;
            write(home)
        }
    }
}

/// The file on disk is what the contract says today.
pub(crate) fn check(home: &Home) -> Outcome {
    let wanted = typescript(home)?;
    let path = home.join(FILE);
    let found = fs::read_to_string(&path).map_err(|error| Fault::file("read", &path, &error))?;
    match difference(&wanted, &found) {
        None => {
            println!("{FILE} is current");
            Ok(())
        }
        Some(difference) => Err(Fault::new(
            format!("{FILE} is not what the contract says: {difference}"),
            "run `cargo xtask bindings` and commit the file",
        )),
    }
}

fn write(home: &Home) -> Outcome {
    let text = typescript(home)?;
    let path = home.join(FILE);
    if fs::read_to_string(&path).is_ok_and(|found| found == text) {
        println!("{FILE} is current");
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| Fault::file("make", folder, &error))?;
    }
    fs::write(&path, text).map_err(|error| Fault::file("write", &path, &error))?;
    println!("{FILE} written");
    Ok(())
}

/// What the contract's example `bindings` prints. Built with `--workspace`, so that nothing is compiled twice.
fn typescript(home: &Home) -> Result<String, Fault> {
    cargo(home, ["build", "--quiet", "--workspace", "--example", "bindings"]).run()?;
    let program = home.target().join("debug/examples/bindings");
    let text = Program::new(program.to_string_lossy(), [""; 0], home.top()).quietly().text()?;
    if text.trim().is_empty() {
        return Err(Fault::new(
            "the contract's example `bindings` printed nothing",
            "look at src-tauri/crates/contract/examples/bindings.rs",
        ));
    }
    Ok(text)
}

/// The first line in which the two differ.
fn difference(wanted: &str, found: &str) -> Option<String> {
    if wanted == found {
        return None;
    }
    let (mut wanted, mut found) = (wanted.lines(), found.lines());
    for line in 1.. {
        match (wanted.next(), found.next()) {
            (None, None) => break,
            (wanted, found) if wanted == found => {}
            (wanted, found) => {
                return Some(format!(
                    "line {line}\n  contract: {}\n  file:     {}",
                    wanted.unwrap_or("(ended)"),
                    found.unwrap_or("(ended)")
                ));
            }
        }
    }
    Some("line ends".to_owned())
}

#[cfg(test)]
mod tests {
    use super::difference;

    #[test]
    fn names_the_first_line_that_differs() {
        assert_eq!(difference("a\nb\n", "a\nb\n"), None);
        assert!(difference("a\nb\n", "a\nc\n").unwrap().starts_with("line 2\n"));
        assert!(difference("a\nb\n", "a\n").unwrap().contains("(ended)"));
        assert_eq!(difference("a\n", "a\r\n").unwrap(), "line ends");
    }
}
