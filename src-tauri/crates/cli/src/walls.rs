//! What the process gives up before it holds a key: core dumps, and being read by other programs of the same person.

/// Raises the walls, before anything is unlocked.
pub(crate) fn raise() {
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit};
        let none = Rlimit { current: Some(0), maximum: Some(0) };
        if setrlimit(Resource::Core, none).is_err() || set_dumpable_behavior(DumpableBehavior::NotDumpable).is_err() {
            eprintln!("core dumps could not be switched off");
        }
    }
}
