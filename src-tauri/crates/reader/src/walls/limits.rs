//! Limits that the system keeps for every Unix process.

use rustix::process::{Resource, Rlimit, setrlimit};

use super::{Limits, WallFault};

/// On memory, processor time, what a crash leaves, and writing.
pub(super) fn take(limits: Limits) -> Result<(), WallFault> {
    set("memory", Resource::As, limits.memory, limits.memory)?;
    // At the first the process is told which limit it was, and ends; the second would only say "killed".
    set("processor time", Resource::Cpu, limits.seconds, limits.seconds.saturating_add(1))?;
    set("core", Resource::Core, 0, 0)?;
    set("size of files", Resource::Fsize, 0, 0)?;
    set("locked memory", Resource::Memlock, 0, 0)
}

/// No descriptor above 2 and no further process or thread; after the last of them was made.
pub(super) fn nothing_new() -> Result<(), WallFault> {
    set("descriptors", Resource::Nofile, 3, 3)?;
    set("processes", Resource::Nproc, 0, 0)
}

/// As many as a program needs that loads one library after the other; no further process.
#[cfg(target_os = "linux")]
pub(super) fn few_descriptors() -> Result<(), WallFault> {
    set("descriptors", Resource::Nofile, 32, 32)?;
    set("processes", Resource::Nproc, 0, 0)
}

fn set(what: &'static str, resource: Resource, current: u64, maximum: u64) -> Result<(), WallFault> {
    setrlimit(resource, Rlimit { current: Some(current), maximum: Some(maximum) })
        .map_err(|fault| WallFault::Refused(what, fault.into()))
}
