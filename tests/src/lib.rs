//! The acceptance package: the loopback host, and whatever the journeys share. Nothing of it is shipped.

pub mod bench;
pub mod host;
pub mod journey;
