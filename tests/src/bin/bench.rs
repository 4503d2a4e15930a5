//! Figures beside their bars: `cargo xtask bench [NAME ...]`. A measurement, not a test: it prints, and says nothing of well
//! or ill.

use std::process::ExitCode;

fn main() -> ExitCode {
    let asked: Vec<String> = std::env::args().skip(1).collect();
    match acceptance::bench::run(&asked) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("{fault}");
            ExitCode::FAILURE
        }
    }
}
