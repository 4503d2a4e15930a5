//! Figures beside their bars: `cargo xtask bench`. A measurement, not a test: it prints, and says nothing of well or ill.

fn main() {
    acceptance::bench::run();
}
