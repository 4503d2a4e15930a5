//! Figures beside the bars of DESIGN §8, in one run on one machine: ratios and medians, never a test that fails.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a measurement prints, and may stop where it stands"
)]

mod attach;
mod fill;
mod queue;
mod search;

use std::time::{Duration, Instant};

/// What can be asked for by name, in order.
const MEASUREMENTS: &[(&str, fn())] =
    &[("attach", attach::attaching), ("act", attach::acting), ("queue", queue::queue), ("search", search::searching)];

/// A name that no measurement has.
#[derive(Debug, thiserror::Error)]
#[error("there is no measurement `{asked}`; there are: {known}")]
pub struct NoSuchMeasurement {
    asked: String,
    known: String,
}

/// The measurements of these names, or all.
///
/// # Errors
/// [`NoSuchMeasurement`], before anything is measured.
pub fn run(asked: &[String]) -> Result<(), NoSuchMeasurement> {
    if let Some(none) = asked.iter().find(|name| !MEASUREMENTS.iter().any(|(known, _)| known == name)) {
        let known: Vec<&str> = MEASUREMENTS.iter().map(|(name, _)| *name).collect();
        return Err(NoSuchMeasurement { asked: none.clone(), known: known.join(", ") });
    }
    println!("| what | measured | bar |");
    println!("|---|---|---|");
    for (name, measure) in MEASUREMENTS {
        if asked.is_empty() || asked.iter().any(|one| one == name) {
            measure();
        }
    }
    println!("| keydown to second requestAnimationFrame | see the lane `window` | ≤ 16 ms median |");
    Ok(())
}

/// A number from the environment, so that a quick look is possible.
fn asked(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

fn row(what: &str, measured: &str, bar: &str) {
    println!("| {what} | {measured} | {bar} |");
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let done = work();
    (done, start.elapsed())
}

/// The value below which this share of the times lies.
fn percentile(times: &mut [Duration], share: usize) -> Duration {
    times.sort_unstable();
    let last = times.len().saturating_sub(1);
    times[last * share / 100]
}

fn ms(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1_000.0)
}
