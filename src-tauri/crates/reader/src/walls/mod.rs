//! What the reader takes away from itself before it looks at a byte. In this order, because each step needs what a later
//! one takes away:
//!
//! 1. every descriptor but 0, 1 and 2 is closed;
//! 2. no new privileges, no core, unreadable to others, dies with its parent;
//! 3. limits on memory, processor time and files;
//! 4. Landlock: no file, no port, no signal or abstract socket to anything outside;
//! 5. a work thread with a large stack, so that deep nesting in a paper ends at a limit and not at a page of memory;
//! 6. no further process or thread, no further descriptor;
//! 7. seccomp on all threads: the calls of [`calls`](self) and no others.
//!
//! [`become_program`] is for another's program, which cannot do this by itself: steps 1 to 3, a Landlock that lets it read
//! and run what it is made of, a seccomp that lets it load that; then this process is that program, and the walls stay.
//!
//! Off Linux there are only steps 3, 5 and 6; elsewhere than on Unix none, and [`enter`] refuses.

use std::thread;

use thiserror::Error;

#[cfg(target_os = "linux")]
mod calls;
#[cfg(target_os = "linux")]
mod descriptors;
#[cfg(target_os = "linux")]
mod files;
#[cfg(unix)]
mod limits;
#[cfg(target_os = "linux")]
mod parent;
#[cfg(target_os = "linux")]
mod program;

/// How much one reader may take.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Bytes of address space.
    pub memory: u64,
    /// Seconds of processor time over its whole life.
    pub seconds: u64,
    /// Bytes of stack for the work.
    pub stack: usize,
}

impl Limits {
    /// For one paper.
    pub const PAPER: Self = Self { memory: 1 << 30, seconds: 20, stack: 64 << 20 };
    /// For one page of text recognition: a page takes 2 to 7 seconds, a dense one some 30.
    pub const RECOGNITION: Self = Self { memory: 1 << 30, seconds: 60, stack: 8 << 20 };
}

/// Why the walls do not stand. The work is then not begun.
#[derive(Debug, Error)]
pub enum WallFault {
    /// The system refused a step.
    #[error("{0}: {1}")]
    Refused(&'static str, #[source] std::io::Error),
    /// The process that started this one is gone, or it is another one.
    #[error("the parent is gone")]
    Orphan,
    /// Landlock is not in this kernel, or switched off.
    #[error("Landlock is not enforced here")]
    NoLandlock,
    /// The filter of system calls could not be made or raised.
    #[error("the filter of system calls: {0}")]
    #[cfg(target_os = "linux")]
    Filter(#[from] seccompiler::Error),
    /// Landlock's own words.
    #[error("Landlock: {0}")]
    #[cfg(target_os = "linux")]
    Landlock(#[from] landlock::RulesetError),
    /// The work ended in a panic.
    #[error("the work stopped by itself")]
    Panicked,
    /// No walls are known for this system.
    #[error("no walls are known for this system")]
    NoWalls,
}

/// Raises the walls and does `work` behind them, on a thread of its own. To be called first thing in `main`, while the
/// process has one thread. What the process had is not given back afterwards.
///
/// # Errors
/// If one wall does not stand, the work is not begun.
#[cfg(unix)]
pub fn enter<T: Send + 'static>(
    limits: Limits,
    #[cfg_attr(not(target_os = "linux"), expect(unused_variables, reason = "only Linux tells of a parent's death"))]
    parent: u32,
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, WallFault> {
    #[cfg(target_os = "linux")]
    {
        descriptors::close_all_but_three().map_err(|fault| WallFault::Refused("closing descriptors", fault))?;
        parent::die_with(parent)?;
    }
    limits::take(limits)?;
    #[cfg(target_os = "linux")]
    files::deny_all()?;
    let behind = move || {
        limits::nothing_new()?;
        #[cfg(target_os = "linux")]
        calls::allow_only_what_is_needed()?;
        Ok(work())
    };
    let thread = thread::Builder::new()
        .name("work".into())
        .stack_size(limits.stack)
        .spawn(behind)
        .map_err(|fault| WallFault::Refused("starting the work", fault))?;
    thread.join().unwrap_or(Err(WallFault::Panicked))
}

/// No walls are known here, so nothing is read.
///
/// # Errors
/// Always.
#[cfg(not(unix))]
pub fn enter<T: Send + 'static>(_: Limits, _: u32, _: impl FnOnce() -> T + Send + 'static) -> Result<T, WallFault> {
    Err(WallFault::NoWalls)
}

#[cfg(target_os = "linux")]
pub use program::{Program, become_program};

#[cfg(all(test, target_os = "linux"))]
mod tests;
