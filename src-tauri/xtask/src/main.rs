//! The task runner: `cargo xtask VERB`. Standard library only, so that it builds in seconds on a bare machine.
#![expect(clippy::print_stdout, reason = "a task runner speaks on the terminal")]

mod acceptance;
mod bindings;
mod cargo;
mod dist;
mod fault;
mod home;
mod packages;
mod program;
mod rooms;
mod run;
mod test;
mod ui;

use std::process::ExitCode;

use fault::{Fault, Outcome};
use home::Home;

/// One word after `cargo xtask`.
struct Verb {
    /// What a person types; the first name is the one shown in help.
    names: &'static [&'static str],
    /// Arguments, as help shows them.
    takes: &'static str,
    /// One line for help.
    says: &'static str,
    run: fn(&Home, &[String]) -> Outcome,
}

const VERBS: &[Verb] = &[
    Verb {
        names: &["run"],
        takes: "[--yes]",
        says: "install what is missing, build everything, open the window (without a display: the same job by command line)",
        run: run::run,
    },
    Verb {
        names: &["test", "ci"],
        takes: "[--list] [--only LANE]... [--from LANE] [--yes]",
        says: "every check, lane by lane; stops at the first that fails",
        run: test::run,
    },
    Verb {
        names: &["rooms"],
        takes: "",
        says: "the rules of the house: arrows between packages, file sizes, names, what must not be written",
        run: rooms::run,
    },
    Verb {
        names: &["bindings"],
        takes: "[--check]",
        says: "write the TypeScript types of the contract; with --check only compare",
        run: bindings::run,
    },
    Verb {
        names: &["tour"],
        takes: "[ARGS]...",
        says: "drive the real window through the main job and keep a picture of every screen",
        run: acceptance::tour,
    },
    Verb {
        names: &["bench"],
        takes: "[NAME]...",
        says: "measure, in a release build, and print beside the bars",
        run: acceptance::bench,
    },
    Verb {
        names: &["endure"],
        takes: "R1 [R4]...",
        says: "the long trials, by number, with their full figures",
        run: acceptance::endure,
    },
    Verb { names: &["dist"], takes: "", says: "a Debian package in target/dist", run: dist::run },
];

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            if !fault.told {
                eprintln!("\n{fault}");
            }
            ExitCode::FAILURE
        }
    }
}

fn dispatch(args: &[String]) -> Outcome {
    let Some((word, rest)) = args.split_first() else {
        help();
        return Ok(());
    };
    if matches!(word.as_str(), "help" | "--help" | "-h") {
        help();
        return Ok(());
    }
    let Some(verb) = VERBS.iter().find(|verb| verb.names.contains(&word.as_str())) else {
        help();
        return Err(Fault::new(format!("there is no verb `{word}`"), "use one of the verbs listed above"));
    };
    (verb.run)(&Home::find()?, rest)
}

fn help() {
    println!("cargo xtask VERB\n");
    for verb in VERBS {
        println!("  {} {}", verb.names.join("|"), verb.takes);
        println!("      {}", verb.says);
    }
}
