//! `cargo xtask test`: every check of the project, lane by lane. This is the whole of CI.

use std::time::{Duration, Instant};

use crate::cargo::cargo;
use crate::cargo::metadata::Metadata;
use crate::fault::{Fault, Outcome};
use crate::home::Home;
use crate::packages::Consent;
use crate::program::Program;
use crate::ui;
use lanes::{LANES, Lane, Step};
use tally::Tally;

mod ask;
mod lanes;
mod rust;
mod tally;
#[cfg(test)]
mod tests;

use ask::Ask;

/// Runs the lanes asked for, in the order of the table.
pub(crate) fn run(home: &Home, args: &[String]) -> Outcome {
    let ask = Ask::read(args)?;
    if ask.list {
        for lane in LANES {
            println!("{:12} {}", lane.name, lane.says);
        }
        return Ok(());
    }
    let chosen = ask.choose(LANES)?;
    let consent = Consent::of(ask.yes);
    let start = Instant::now();
    let mut total = Tally::default();
    let mut times = Vec::new();
    let mut failure = None;
    for lane in &chosen {
        heading(lane);
        let begun = Instant::now();
        let (tally, outcome) = one(home, lane, consent);
        total.add(tally);
        times.push((lane.name, begun.elapsed()));
        if let Err(fault) = outcome {
            println!("\nThe lane `{}` failed.\n{fault}", lane.name);
            failure = Some((lane.name, fault));
            break;
        }
    }
    summary(&chosen, &times, start.elapsed());
    let outcome = failure.map_or(Ok(()), |(name, mut fault)| {
        println!("Mend the lane `{name}`, then go on with: cargo xtask test --from {name}\n");
        fault.told = true;
        Err(fault)
    });
    // The last line, and alone on it: this is what CI reads.
    println!("{total}");
    outcome
}

fn heading(lane: &Lane) {
    println!("\n━━ {} ━━ {}", lane.name, lane.says);
}

fn summary(chosen: &[&Lane], times: &[(&str, Duration)], all: Duration) {
    println!("\n━━ time ━━");
    for lane in chosen {
        match times.iter().find(|(name, _)| *name == lane.name) {
            Some((name, time)) => println!("{name:12} {:>7.1} s", time.as_secs_f64()),
            None => println!("{:12}  not run", lane.name),
        }
    }
    println!("{:12} {:>7.1} s (cold budget: 2700 s on two cores)\n", "total", all.as_secs_f64());
}

/// Runs a lane's steps until one fails; counts what ran.
fn one(home: &Home, lane: &Lane, consent: Consent) -> (Tally, Outcome) {
    let mut tally = Tally::default();
    for step in lane.steps {
        let (counted, outcome) = take(home, step, consent);
        tally.add(counted);
        if outcome.is_err() {
            return (tally, outcome);
        }
    }
    (tally, Ok(()))
}

fn take(home: &Home, step: &Step, consent: Consent) -> (Tally, Outcome) {
    match step {
        Step::Inside(check) => as_check(check(home, consent)),
        Step::Cargo(args) => as_check(cargo(home, args.iter().copied()).run()),
        Step::Npm(args) => as_check(ui::npm(home, args.iter().copied()).run()),
        Step::NpmTests(args) => as_tests(ui::npm(home, args.iter().copied())),
        Step::CargoTests(args) => as_tests(cargo(home, args.iter().copied())),
        Step::Units => match Metadata::read(home) {
            Ok(metadata) => {
                let line = rust::units(&metadata.packages, rust::has_nextest(home));
                as_tests(cargo(home, line.iter().map(String::as_str)))
            }
            Err(fault) => as_check(Err(fault)),
        },
        Step::Acceptance(files) => {
            let line = rust::only(files, rust::has_nextest(home));
            as_tests(cargo(home, line.iter().map(String::as_str)))
        }
    }
}

/// Something that is well or not: one check.
fn as_check(outcome: Outcome) -> (Tally, Outcome) {
    (Tally::check(outcome.is_ok()), outcome)
}

/// Something that counts its own tests.
fn as_tests(program: Program) -> (Tally, Outcome) {
    let spoken = match program.with("NO_COLOR", "1").spoken() {
        Ok(spoken) => spoken,
        Err(fault) => return (Tally::check(false), Err(fault)),
    };
    let tally = Tally::read(&spoken.text);
    if !spoken.well {
        // It may have failed before it counted anything, by not compiling for one.
        let mut tally = tally.unwrap_or_default();
        tally.failed = tally.failed.max(1);
        let fault = Fault::new("tests failed", "read what was printed above; the first failure is the one to mend");
        return (tally, Err(fault));
    }
    match tally {
        Some(tally) => (tally, Ok(())),
        None => {
            let fault = Fault::new(
                "the tests ended well, but printed no count this program can read",
                "teach src-tauri/xtask/src/test/tally.rs their summary, or let them print `N passed, N failed, N skipped`",
            );
            (Tally::check(false), Err(fault))
        }
    }
}

/// No integration test of the acceptance package is forgotten: each is named by a lane.
fn every_test_has_a_lane(home: &Home) -> Outcome {
    let metadata = Metadata::read(home)?;
    let tests = metadata.packages.iter().filter(|package| package.name == rust::ACCEPTANCE).flat_map(|p| &p.tests);
    let forgotten: Vec<&str> = tests.map(String::as_str).filter(|test| !lanes::names(LANES, test)).collect();
    if forgotten.is_empty() {
        return Ok(());
    }
    Err(Fault::new(
        format!("no lane runs these tests of the acceptance package: {}", forgotten.join(", ")),
        "name each in a row of src-tauri/xtask/src/test/lanes.rs",
    ))
}
