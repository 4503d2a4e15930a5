//! What becomes of a question when the reader fails, lies or is not there.

use std::path::Path;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use reader::process::{Launcher, Outcome, Reading, Reason, Unstartable};
use reader::talk::Refusal;

use crate::stage::{Probe, lives, one_page, read, reading};

fn opened(name: &str) -> Outcome<u32> {
    let probe = Probe::named(name);
    probe.reading().open(None).unwrap()
}

#[test]
fn a_reader_that_leaves_has_crashed() {
    assert_eq!(opened("leave"), Outcome::Unreadable(Reason::Crashed { signal: None, code: Some(3) }));
    let Outcome::Unreadable(Reason::Crashed { code: Some(_), .. }) = opened("panic") else {
        panic!("a panic is a crash");
    };
}

#[test]
fn a_reader_that_lies_is_not_believed() {
    for name in ["nonsense", "many-pages", "nested"] {
        assert_eq!(opened(name), Outcome::Unreadable(Reason::Protocol), "{name}");
    }
    let page = Probe::named("wrong-page");
    assert_eq!(page.reading().page_text(0).unwrap(), Outcome::Unreadable(Reason::Protocol));
    let picture = Probe::named("wrong-picture");
    assert_eq!(picture.reading().page_image(0, 1.0).unwrap(), Outcome::Unreadable(Reason::Protocol));
}

#[test]
fn a_missing_reader_and_one_without_walls_are_no_fault_of_the_paper() {
    let paper: Arc<[u8]> = Arc::from(&b"%PDF-"[..]);
    let mut missing = Reading::of(&Launcher::at(Path::new("/nowhere/desk-reader")), Arc::clone(&paper));
    assert!(matches!(missing.open(None), Err(Unstartable::Start(_))));
    let probe = Probe::named("no-walls");
    let mut open = Reading::of(&Launcher::at(&probe.path()), paper);
    let outcome = open.open(None);
    assert!(matches!(outcome, Err(Unstartable::NoWalls)), "{outcome:?}");
}

#[test]
fn one_process_answers_many_questions_and_ends_with_them() {
    let mut reading = reading(one_page("BT /F 12 Tf 72 700 Td (words) Tj ET", ""));
    assert_eq!(read(reading.open(None)), 1);
    let first = reading.reader().unwrap();
    read(reading.page_text(0));
    read(reading.page_image(0, 1.0));
    read(reading.facts(0, 5));
    assert_eq!(reading.reader(), Some(first));
    assert_eq!(reading.page_text(9).unwrap(), Outcome::Unreadable(Reason::Refused(Refusal::NoSuchPage)));
    assert_eq!(reading.reader(), Some(first), "a refusal does not end it");
    drop(reading);
    let begun = Instant::now();
    while lives(first) {
        assert!(begun.elapsed() < Duration::from_secs(3));
        thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn a_question_can_be_asked_without_opening_first() {
    let mut reading = reading(one_page("BT /F 12 Tf 72 700 Td (words) Tj ET", ""));
    assert_eq!(read(reading.page_text(0)).plain(), "words\n");
}

#[test]
fn a_question_can_be_cancelled() {
    let probe = Probe::named("spin-long");
    let mut reading = probe.reading();
    let canceller = reading.canceller();
    canceller.cancel();
    let other = canceller.clone();
    let waiting = thread::spawn(move || {
        thread::sleep(Duration::from_millis(300));
        other.cancel();
    });
    let begun = Instant::now();
    assert_eq!(reading.open(None).unwrap(), Outcome::Unreadable(Reason::Cancelled));
    assert!(begun.elapsed() < Duration::from_secs(5));
    waiting.join().unwrap();
}

/// The next question is asked of a new reader.
#[test]
fn a_reader_that_was_ended_is_replaced() {
    let mut reading = reading(one_page("BT /F 12 Tf 72 700 Td (words) Tj ET", ""));
    read(reading.open(None));
    let first = reading.reader().unwrap();
    nix::sys::signal::kill(nix::unistd::Pid::from_raw(first as i32), nix::sys::signal::Signal::SIGKILL).unwrap();
    let outcome = reading.page_text(0).unwrap();
    assert_eq!(outcome, Outcome::Unreadable(Reason::Crashed { signal: Some(9), code: None }));
    assert_eq!(read(reading.page_text(0)).plain(), "words\n");
    assert_ne!(reading.reader(), Some(first));
}

#[test]
fn a_reading_goes_to_whichever_thread_has_time() {
    fn moves<T: Send>() {}
    moves::<Reading>();
}

#[test]
fn many_at_once_do_not_disturb_each_other() {
    let threads: Vec<_> = (0..6)
        .map(|number| {
            thread::spawn(move || {
                let content = format!("BT /F 12 Tf 72 700 Td (paper {number}) Tj ET");
                let mut reading = reading(one_page(&content, ""));
                assert_eq!(read(reading.page_text(0)).plain(), format!("paper {number}\n"));
            })
        })
        .collect();
    threads.into_iter().for_each(|thread| thread.join().unwrap());
}
