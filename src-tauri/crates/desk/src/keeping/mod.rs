//! Keeping: backups, restoring, verification, rotation.

mod backup;
mod restore;
mod rotation;
mod verification;
