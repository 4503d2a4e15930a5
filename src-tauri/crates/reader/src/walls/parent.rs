//! A reader does not outlive the desk that started it, and nobody looks into it.

use rustix::process::{DumpableBehavior, Signal, getppid, set_dumpable_behavior, set_parent_process_death_signal};
use rustix::thread::set_no_new_privs;

use super::WallFault;

pub(super) fn die_with(parent: u32) -> Result<(), WallFault> {
    let refused = |what| move |fault: rustix::io::Errno| WallFault::Refused(what, fault.into());
    set_no_new_privs(true).map_err(refused("no new privileges"))?;
    set_dumpable_behavior(DumpableBehavior::NotDumpable).map_err(refused("unreadable to others"))?;
    set_parent_process_death_signal(Some(Signal::KILL)).map_err(refused("dying with the parent"))?;
    // Only now: had it died before the line above, no signal would come.
    let now = getppid().and_then(|pid| u32::try_from(pid.as_raw_nonzero().get()).ok());
    if now == Some(parent) { Ok(()) } else { Err(WallFault::Orphan) }
}
