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

use crate::journey::Office;

/// Everything, in order.
pub fn run() {
    println!("| what | measured | bar |");
    println!("|---|---|---|");
    attach::attaching();
    attach::acting();
    let office = Office::founded(&["triage", "counsel", "records"]);
    queue::unlocking(&office);
    queue::paging(&office);
    queue::replaying(&office);
    search::searching();
    println!("| keydown to second requestAnimationFrame | see the lane `window` | ≤ 16 ms median |");
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
