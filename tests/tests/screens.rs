//! Every screen in Debian's Chromium against the real desk: axe, console, content policy; and the main job by keyboard,
//! counted. The scripts lie in `e2e`; this starts the loopback host they talk to.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a test may stop where it stands")]

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use acceptance::journey::Running;
use serde_json::Value;

/// A loopback host of its own; it ends with the test.
fn host(state: &Path) -> (Running, String) {
    let child = Command::new(env!("CARGO_BIN_EXE_host"))
        .args(["--now", "2026-11-23T18:00:00Z", "--until-stdin-closes", "--state"])
        .arg(state)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut running = Running(child);
    let mut line = String::new();
    BufReader::new(running.0.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let said: Value = serde_json::from_str(&line).unwrap();
    let url = said.get("url").and_then(Value::as_str).unwrap().to_owned();
    (running, url)
}

fn run(script: &str) {
    let state = tempfile::tempdir().unwrap();
    let (_host, url) = host(&state.path().join("state"));
    let scripts = Path::new(env!("CARGO_MANIFEST_DIR")).join("e2e");
    let done = Command::new("node").arg(scripts.join(script)).arg(&url).arg(state.path()).output().unwrap();
    let said = String::from_utf8_lossy(&done.stdout);
    println!("{said}");
    assert!(done.status.success(), "{script} found:\n{said}\n{}", String::from_utf8_lossy(&done.stderr));
}

#[test]
fn every_screen_light_and_dark_in_english_and_spanish() {
    run("screens.mjs");
}

#[test]
fn papers_stops_and_damaged_registers_light_and_dark_in_english_and_spanish() {
    run("troubles.mjs");
}
