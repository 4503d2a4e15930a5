//! For tests, tamper tools and measurements only: the database as somebody with the key in hand can open it, with none of
//! this crate's care. The product never uses it.

use crate::fault::Fault;
use crate::keyring::{KeyRing, Unlocked};
use crate::register::Setting;

/// A bare connection, with the key and nothing else set.
///
/// # Errors
/// Another key, or the disk.
#[doc(hidden)]
pub fn connection(setting: &Setting, unlocked: &Unlocked) -> Result<rusqlite::Connection, Fault> {
    let ring = KeyRing::read(&setting.folder, setting.strength)?;
    crate::connection::connect(&setting.folder.database(), &unlocked.key, ring.salt(), crate::connection::Role::Writer)
}
