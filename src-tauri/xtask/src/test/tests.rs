//! Counting and choosing.

use super::ask::Ask;
use super::lanes::{LANES, Lane, Step, names};
use super::rust;
use super::tally::Tally;
use crate::cargo::metadata::Package;

fn tally(passed: u64, failed: u64, skipped: u64) -> Tally {
    Tally { passed, failed, skipped }
}

#[test]
fn counts_cargo_test() {
    let text = "test result: ok. 5 passed; 0 failed; 1 ignored; 0 measured; 2 filtered out; finished in 0.01s\n\
                running 1 test\n\
                test result: FAILED. 0 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s\n";
    assert_eq!(Tally::read(text), Some(tally(5, 1, 1)));
}

#[test]
fn counts_nextest() {
    let text = "     Summary [   1.204s] 12 tests run: 10 passed (1 slow), 1 failed, 1 timed out, 3 skipped\n";
    assert_eq!(Tally::read(text), Some(tally(10, 2, 3)));
    let failing = "test result: FAILED. 0 passed; 1 failed; 0 ignored\n  Summary [   0.1s] 2 tests run: 1 passed, 1 failed, 0 skipped";
    assert_eq!(Tally::read(failing), Some(tally(1, 1, 0)));
    assert_eq!(Tally::read("     Summary [   0.004s] 1 test run: 1 passed, 0 skipped\n"), Some(tally(1, 0, 0)));
}

#[test]
fn counts_vitest_and_not_its_files() {
    let text = "\u{1b}[2m Test Files \u{1b}[22m \u{1b}[1m\u{1b}[32m2 passed\u{1b}[39m\u{1b}[22m (2)\n\
                \u{1b}[2m      Tests \u{1b}[22m \u{1b}[31m1 failed\u{1b}[39m | \u{1b}[32m5 passed\u{1b}[39m | 2 skipped (8)\n";
    assert_eq!(Tally::read(text), Some(tally(5, 1, 2)));
}

#[test]
fn counts_our_own_form_and_prints_it() {
    assert_eq!(Tally::read("3 passed, 0 failed, 1 skipped\n"), Some(tally(3, 0, 1)));
    assert_eq!(Tally::read("we saw 3 passed, 0 failed, 1 skipped\nall passed\n"), None);
    assert_eq!(tally(3, 0, 1).to_string(), "3 passed, 0 failed, 1 skipped");
}

fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

const THREE: &[Lane] = &[
    Lane { name: "one", says: "", steps: &[] },
    Lane { name: "two", says: "", steps: &[Step::Acceptance(&["journeys"])] },
    Lane { name: "three", says: "", steps: &[] },
];

#[test]
fn chooses_lanes_in_the_order_of_the_table() {
    let chosen = |line: &str| -> Vec<&str> {
        let ask = Ask::read(&words(line)).unwrap();
        ask.choose(THREE).unwrap().iter().map(|lane| lane.name).collect()
    };
    assert_eq!(chosen(""), ["one", "two", "three"]);
    assert_eq!(chosen("--from two"), ["two", "three"]);
    assert_eq!(chosen("--only three --only one"), ["one", "three"]);
}

#[test]
fn says_which_lane_there_is_not() {
    let ask = Ask::read(&words("--only four")).unwrap();
    let Err(fault) = ask.choose(THREE) else { panic!("chosen") };
    assert!(fault.to_string().contains("no lane `four`"));
    assert!(Ask::read(&words("--from")).is_err());
    assert!(Ask::read(&words("--fast")).is_err());
}

#[test]
fn a_test_file_is_named_by_a_row_or_forgotten() {
    assert!(names(THREE, "journeys"));
    assert!(!names(THREE, "window"));
}

#[test]
fn names_of_lanes_are_used_once() {
    let mut names: Vec<_> = LANES.iter().map(|lane| lane.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), LANES.len());
}

#[test]
fn every_rust_test_runs_with_nextest_and_without() {
    let package = |name: &str, test: &str| Package {
        name: name.to_owned(),
        depends: vec![],
        for_tests: vec![],
        programs: vec![],
        tests: vec![test.to_owned()],
    };
    let packages = [package("register", "tamper"), package("acceptance", "window")];
    assert_eq!(
        rust::units(&packages, true).join(" "),
        "nextest run --workspace --no-fail-fast -E not (package(acceptance) & kind(test))"
    );
    assert_eq!(rust::units(&packages, false).join(" "), "test --workspace --no-fail-fast --lib --bins --test tamper");
    assert_eq!(rust::only(&["window"], true).join(" "), "nextest run --workspace --no-fail-fast --test window");
}
