//! Figures beside their bars: `cargo xtask bench [NAME ...]`. A measurement, not a test: it prints, and says nothing of well
//! or ill.

fn main() -> Result<(), String> {
    let asked: Vec<String> = std::env::args().skip(1).collect();
    acceptance::bench::run(&asked)
}
