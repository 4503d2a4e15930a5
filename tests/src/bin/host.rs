//! The loopback host as a program: prints its address as one JSON line and serves until it is stopped.
#![expect(clippy::print_stdout, reason = "the address is what this program is started for")]

use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use acceptance::host::{Host, Options, shipped_front_end};
use desk::Strength;
use serde_json::json;

const USAGE: &str = "host [--state FOLDER] [--ui FOLDER] [--now 2026-11-23T17:00:00Z] [--port N] [--until-stdin-closes]

Serves the desk to a browser on this machine, for tests. Without --state everything lies in a folder that is removed
at the end. With --until-stdin-closes it ends when its input does, so that it never outlives the test that started it.";

fn main() -> ExitCode {
    match run(std::env::args().skip(1)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("{fault}");
            ExitCode::FAILURE
        }
    }
}

fn run(mut args: impl Iterator<Item = String>) -> Result<(), Box<dyn std::error::Error>> {
    let mut state = None;
    let mut front_end = shipped_front_end();
    let mut now = None;
    let mut port = 0;
    let mut until_stdin_closes = false;
    while let Some(word) = args.next() {
        let mut value = || args.next().ok_or_else(|| format!("{word} needs a value\n\n{USAGE}"));
        match word.as_str() {
            "--state" => state = Some(PathBuf::from(value()?)),
            "--ui" => front_end = PathBuf::from(value()?),
            "--now" => now = Some(value()?.parse()?),
            "--port" => port = value()?.parse()?,
            "--until-stdin-closes" => until_stdin_closes = true,
            _ => return Err(USAGE.into()),
        }
    }
    let own = tempfile::tempdir()?;
    let state_folder = state.unwrap_or_else(|| own.path().to_owned());
    let host = Host::start(Options { state_folder, front_end, now, port, strength: Strength::for_tests() })?;
    println!("{}", json!({ "url": host.url(), "origin": host.origin(), "token": host.token }));
    std::io::stdout().flush()?;
    if until_stdin_closes {
        let mut rest = Vec::new();
        std::io::stdin().read_to_end(&mut rest)?;
        return Ok(());
    }
    loop {
        std::thread::park();
    }
}
