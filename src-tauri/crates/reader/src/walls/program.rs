//! Becoming another's program behind walls that it does not know of.

use std::ffi::OsString;
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::Command;

use super::{Limits, WallFault, calls, descriptors, files, limits, parent};

/// A program of the system that is to work on hostile bytes.
#[derive(Clone, Debug)]
pub struct Program {
    /// Where it lies.
    pub path: PathBuf,
    /// What it is told.
    pub words: Vec<OsString>,
    /// All that it finds in its environment.
    pub environment: Vec<(&'static str, &'static str)>,
    /// What it may read, and run: itself, its libraries, its data.
    pub readable: Vec<PathBuf>,
}

/// Raises the walls and becomes that program, which has descriptors 0, 1 and 2 and nothing else of ours. To be called
/// first thing in `main`, while the process has one thread. Comes back only with the reason why it could not.
#[must_use]
pub fn become_program(limits: Limits, parent: u32, program: &Program) -> WallFault {
    if let Err(fault) = raise(limits, parent, &program.readable) {
        return fault;
    }
    let fault =
        Command::new(&program.path).args(&program.words).env_clear().envs(program.environment.iter().copied()).exec();
    WallFault::Refused("becoming the program", fault)
}

fn raise(limits: Limits, parent: u32, readable: &[PathBuf]) -> Result<(), WallFault> {
    descriptors::close_all_but_three().map_err(|fault| WallFault::Refused("closing descriptors", fault))?;
    parent::die_with(parent)?;
    limits::take(limits)?;
    files::deny_all_but(readable)?;
    limits::few_descriptors()?;
    Ok(calls::allow_a_program()?)
}
