//! Pictures of every screen of the real window: `cargo xtask tour`. The driver is `tests/window/tour.mjs`.

#![expect(clippy::print_stderr, reason = "it is a program at a terminal")]

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

fn main() -> ExitCode {
    let home = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = std::env::args_os().nth(1).map_or_else(|| home.join("output/tour"), PathBuf::from);
    let Some(program) = std::env::current_exe().ok().map(|this| this.with_file_name("subpoena-desk")) else {
        return ExitCode::FAILURE;
    };
    if !program.is_file() {
        eprintln!("the window's program is not built beside this one: start this with `cargo xtask tour`");
        return ExitCode::FAILURE;
    }
    match Command::new("node").arg(home.join("window/tour.mjs")).arg(program).arg(&folder).status() {
        Ok(done) if done.success() => {
            eprintln!("the pictures lie in {}", folder.display());
            ExitCode::SUCCESS
        }
        _ => ExitCode::FAILURE,
    }
}
