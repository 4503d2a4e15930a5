//! Each wall, tried from inside.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use reader::process::{Launcher, Outcome, Reading, Reason};

use crate::stage::{Probe, lives, one_page};

/// What must be refused, and with which word: seccomp answers before Landlock would.
const REFUSED: &[(&str, &str)] = &[
    ("read a file", "PermissionDenied"),
    ("read its own program", "PermissionDenied"),
    ("write a file", "PermissionDenied"),
    ("list a folder", "PermissionDenied"),
    ("ask about a file", "PermissionDenied"),
    ("delete a file", "PermissionDenied"),
    ("connect by TCP", "PermissionDenied"),
    ("connect to a local socket", "PermissionDenied"),
    ("send by UDP", "PermissionDenied"),
    ("start a program", "PermissionDenied"),
    ("start a thread", "PermissionDenied"),
    ("trace the parent", "PermissionDenied"),
    ("kill the parent", "PermissionDenied"),
    ("signal the group", "PermissionDenied"),
    ("duplicate a pipe", "PermissionDenied"),
    ("four gibibytes", "OutOfMemory"),
    ("code of its own", "PermissionDenied"),
];

#[test]
fn every_wall_stands() {
    let probe = Probe::named("try-everything");
    let out = Command::new(probe.path()).args(["--parent", &std::process::id().to_string()]).output().unwrap();
    let said = String::from_utf8(out.stdout).unwrap();
    for (what, word) in REFUSED {
        let line = said.lines().find(|line| line.starts_with(what)).unwrap_or_else(|| panic!("{what} in:\n{said}"));
        assert_eq!(line, &format!("{what}: Err({word})"));
    }
    assert!(said.contains("half a gibibyte: Ok"), "a paper may need memory:\n{said}");
    assert!(!std::env::temp_dir().join("desk-reader-was-here").exists());
}

/// A descriptor above 2 that is not close-on-exec, as a toolkit may leave one: here the writing end of a pipe, which ends
/// when the last who has it lets go.
#[test]
fn what_was_left_open_is_closed() {
    let probe = Probe::named("spin");
    let line = "exec 7>&1 >/dev/null; exec \"$0\" --parent $PPID";
    let mut child = Command::new("sh").args(["-c", line]).arg(probe.path()).stdout(Stdio::piped()).spawn().unwrap();
    let mut said = Vec::new();
    child.stdout.take().unwrap().read_to_end(&mut said).unwrap();
    let alive = lives(child.id());
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(alive && said.is_empty(), "the pipe ended only with the reader");
}

#[test]
fn a_reader_whose_parent_is_another_one_does_not_begin() {
    let probe = Probe::named("try-everything");
    let out = Command::new(probe.path()).args(["--parent", "1"]).output().unwrap();
    assert!(!out.status.success() && out.stdout.is_empty());
}

/// Starts a stand-in for the desk, and gives it with the number of its reader.
fn desk(probe: &Probe, words: &[&str]) -> (Child, u32) {
    let mut desk = Command::new(probe.path()).args(words).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(desk.stdout.take().unwrap()).read_line(&mut line).unwrap();
    (desk, line.trim().parse().unwrap_or_else(|_| panic!("{line}")))
}

fn dies_with(mut desk: Child, reader: u32) {
    assert!(lives(reader), "{reader} is not there");
    desk.kill().unwrap();
    desk.wait().unwrap();
    let killed = Instant::now();
    while lives(reader) {
        assert!(killed.elapsed() < Duration::from_secs(3), "{reader} outlived its desk");
        thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn a_reader_dies_with_its_desk() {
    let folder = tempfile::tempdir().unwrap();
    let paper = folder.path().join("paper.pdf");
    std::fs::write(&paper, one_page("BT /F 12 Tf 72 700 Td (words) Tj ET", "")).unwrap();
    let words = [env!("CARGO_BIN_EXE_desk-reader"), paper.to_str().unwrap()];
    let (desk, reader) = desk(&Probe::named("desk"), &words);
    dies_with(desk, reader);
}

/// Not because a pipe is closed, which it never looks at.
#[test]
fn a_busy_reader_dies_with_its_desk() {
    let spin = Probe::named("spin");
    let (desk, reader) = desk(&Probe::named("patron"), &[spin.path().to_str().unwrap()]);
    dies_with(desk, reader);
}

fn end_of(name: &str, patience: Duration) -> (Reason, Duration) {
    let probe = Probe::named(name);
    let mut reading = probe.reading().with_patience(patience);
    let begun = Instant::now();
    let outcome = reading.open(None).unwrap();
    assert_eq!(reading.reader(), None, "{name}: the reader is still there");
    match outcome {
        Outcome::Unreadable(reason) => (reason, begun.elapsed()),
        Outcome::Read(pages) => panic!("{name}: {pages} pages"),
    }
}

#[test]
fn memory_has_a_limit() {
    let (reason, _) = end_of("gluttony", Duration::from_secs(20));
    assert_eq!(reason, Reason::MemoryLimit);
}

#[test]
fn processor_time_has_a_limit() {
    let (reason, time) = end_of("spin-briefly", Duration::from_secs(30));
    assert_eq!(reason, Reason::TimeLimit);
    assert!(time < Duration::from_secs(20), "{time:?}");
}

#[test]
fn the_clock_on_the_wall_has_a_limit() {
    let (reason, time) = end_of("spin-long", Duration::from_millis(700));
    assert_eq!(reason, Reason::TimeLimit);
    assert!(time < Duration::from_secs(5), "{time:?}");
}

/// A paper larger than the pipe waits there for ever unless somebody looks at the clock.
#[test]
fn a_reader_that_does_not_listen_is_ended() {
    let probe = Probe::named("spin");
    let paper: Arc<[u8]> = vec![b'x'; 4 << 20].into();
    let mut reading = Reading::of(&Launcher::at(&probe.path()), paper).with_patience(Duration::from_millis(700));
    let begun = Instant::now();
    assert_eq!(reading.open(None).unwrap(), Outcome::Unreadable(Reason::TimeLimit));
    assert!(begun.elapsed() < Duration::from_secs(5));
}

#[test]
fn depth_has_a_limit() {
    let (reason, _) = end_of("depth", Duration::from_secs(20));
    let Reason::Crashed { signal: Some(signal), code: None } = reason else { panic!("{reason:?}") };
    assert!([6, 11].contains(&signal), "{signal}");
}

#[test]
fn what_is_said_has_a_limit() {
    assert_eq!(end_of("boast", Duration::from_secs(20)).0, Reason::OutputLimit);
    assert_eq!(end_of("rant", Duration::from_secs(20)).0, Reason::OutputLimit);
    assert_eq!(end_of("babble", Duration::from_secs(20)).0, Reason::Protocol);
}
