//! One program at a time holds a register. The lock is the system's, so a killed program leaves none behind.

use std::fs::{File, OpenOptions};
use std::io::{Read, Seek as _, SeekFrom, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;

use rustix::fs::{FlockOperation, flock};

use crate::fault::Fault;
use crate::folder::Folder;

/// A held register; let go when dropped.
#[derive(Debug)]
pub(crate) struct Lock {
    file: File,
}

impl Lock {
    /// Takes the lock, or says who has it. It never waits.
    pub(crate) fn take(folder: &Folder) -> Result<Self, Fault> {
        let what = "locking the register";
        let mut file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .mode(0o600)
            .open(folder.lock())
            .map_err(Fault::io(what))?;
        match flock(&file, FlockOperation::NonBlockingLockExclusive) {
            Ok(()) => {
                let pid = std::process::id().to_string();
                // The number is a courtesy to the second program: a full disk must not keep us from reading.
                let _courtesy = file
                    .set_len(0)
                    .and_then(|()| file.seek(SeekFrom::Start(0)))
                    .and_then(|_| file.write_all(pid.as_bytes()));
                Ok(Self { file })
            }
            Err(rustix::io::Errno::WOULDBLOCK) => {
                let mut text = String::new();
                let read = Read::by_ref(&mut file).take(16).read_to_string(&mut text);
                let pid = read.ok().and_then(|_| text.trim().parse().ok()).unwrap_or(0);
                Err(Fault::InUse { pid })
            }
            Err(error) => Err(Fault::io(what)(error.into())),
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Closing is not enough: a child process that is just being started holds a copy of the file until it begins.
        let _closed_anyway = flock(&self.file, FlockOperation::Unlock);
    }
}
