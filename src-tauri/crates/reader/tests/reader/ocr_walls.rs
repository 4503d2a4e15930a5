//! The walls around a program that does not know of them, tried by what it becomes.

use std::os::unix::process::ExitStatusExt;
use std::process::{Command, Output};
use std::thread;
use std::time::{Duration, Instant};

use reader::ocr::{Language, Missing, Scan};
use reader::process::{Launcher, Ocr, Outcome, Reason, Unstartable};

use crate::stage::Probe;

const REFUSED: &[(&str, &str)] = &[
    ("read a file", "PermissionDenied"),
    ("read its own program", "PermissionDenied"),
    ("write a file", "PermissionDenied"),
    ("list a folder", "PermissionDenied"),
    ("delete a file", "PermissionDenied"),
    ("connect by TCP", "PermissionDenied"),
    ("connect to a local socket", "PermissionDenied"),
    ("send by UDP", "PermissionDenied"),
    ("start a program", "PermissionDenied"),
    ("start a thread", "PermissionDenied"),
    ("trace the parent", "PermissionDenied"),
    ("kill the parent", "PermissionDenied"),
    ("signal the group", "PermissionDenied"),
    ("four gibibytes", "OutOfMemory"),
    ("code of its own", "PermissionDenied"),
    ("become another program", "PermissionDenied"),
    ("write into a library", "PermissionDenied"),
];

fn became(what: &str) -> Output {
    let probe = Probe::named(&format!("become-{what}")).also(what);
    Command::new(probe.path()).args(["--parent", &std::process::id().to_string()]).output().unwrap()
}

#[test]
fn every_wall_stands_around_the_engine() {
    let out = became("try-as-program");
    let said = String::from_utf8(out.stdout).unwrap();
    let notes = String::from_utf8_lossy(&out.stderr);
    for (what, word) in REFUSED {
        // Its own program is among what it may read: it was made of it.
        let due = if *what == "read its own program" { continue } else { format!("{what}: Err({word})") };
        let line = said.lines().find(|line| line.starts_with(what));
        assert_eq!(line, Some(due.as_str()), "{what} in:\n{said}{notes}");
    }
    assert!(said.contains("open a library: Ok"), "{said}");
    assert!(said.contains("half a gibibyte: Ok"), "{said}");
    assert!(said.contains(r#"environment: [("WHO", "nobody")]"#), "{said}");
}

#[test]
fn its_processor_time_has_a_limit() {
    let begun = Instant::now();
    let out = became("spin-as-program");
    assert_eq!(out.status.signal(), Some(24), "SIGXCPU: {out:?}");
    assert!(begun.elapsed() < Duration::from_secs(20));
}

#[test]
fn its_memory_has_a_limit() {
    let out = became("hoard-as-program");
    assert!(!out.status.success());
    assert!(String::from_utf8_lossy(&out.stderr).contains("memory allocation of"), "{out:?}");
}

fn scan() -> Scan {
    Scan {
        page: 0,
        width: 10,
        height: 10,
        scale: 1.0,
        skew: 0.0,
        page_width: 10.0,
        page_height: 10.0,
        boxes: Vec::new(),
        png: vec![0; 1 << 20],
    }
}

fn end_of(name: &str, patience: Duration) -> Reason {
    let probe = Probe::named(name);
    let outcome = Ocr::of(&Launcher::at(&probe.path())).with_patience(patience).recognise(&scan()).unwrap();
    match outcome {
        Outcome::Unreadable(reason) => reason,
        Outcome::Read(words) => panic!("{name}: {words:?}"),
    }
}

#[test]
fn an_engine_that_goes_wrong_is_a_result() {
    let long = Duration::from_secs(20);
    assert_eq!(end_of("spin", Duration::from_millis(500)), Reason::TimeLimit);
    assert_eq!(end_of("flood", long), Reason::OutputLimit);
    assert_eq!(end_of("lying-table", long), Reason::Protocol);
    assert_eq!(end_of("leave", long), Reason::Crashed { signal: None, code: Some(64) });
}

#[test]
fn recognition_can_be_cancelled() {
    let probe = Probe::named("spin");
    let mut ocr = Ocr::of(&Launcher::at(&probe.path()));
    let canceller = ocr.canceller();
    let waiting = thread::spawn(move || {
        thread::sleep(Duration::from_millis(300));
        canceller.cancel();
    });
    let begun = Instant::now();
    assert_eq!(ocr.recognise(&scan()).unwrap(), Outcome::Unreadable(Reason::Cancelled));
    assert!(begun.elapsed() < Duration::from_secs(5));
    waiting.join().unwrap();
}

#[test]
fn a_missing_engine_is_said() {
    let probe = Probe::named("no-engine");
    let mut ocr = Ocr::of(&Launcher::at(&probe.path()));
    match ocr.recognise(&scan()) {
        Err(Unstartable::NoEngine(Missing::Program | Missing::Language(Language::English | Language::Spanish))) => {}
        other => panic!("{other:?}"),
    }
    let probe = Probe::named("no-walls");
    let outcome = Ocr::of(&Launcher::at(&probe.path())).version();
    assert!(matches!(outcome, Err(Unstartable::NoWalls)), "{outcome:?}");
}
