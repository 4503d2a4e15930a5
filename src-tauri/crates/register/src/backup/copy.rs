//! Copying a whole database page by page, under the same key or another.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use rusqlite::Connection;
use rusqlite::backup::{Backup as Pages, StepResult};

use crate::connection::{PAGE, Role, connect};
use crate::fault::Fault;
use crate::keyring::{FileSalt, RegisterKey};

/// Pages copied between two looks at the cancel flag: 8 MiB.
const PAGES_AT_ONCE: i32 = (8 * 1024 * 1024 / PAGE) as i32;

/// Copies the state that `from` sees in its open transaction into a new file under `key`, and flushes it.
pub(crate) fn copy_database(
    from: &Connection,
    path: &Path,
    key: &RegisterKey,
    salt: &FileSalt,
    cancel: &AtomicBool,
) -> Result<(), Fault> {
    // The first read pins the state that is copied: writers go on beside it.
    from.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    let mut into = connect(path, key, salt, Role::Copy)?;
    let pages = Pages::new(from, &mut into)?;
    loop {
        if cancel.load(Ordering::Relaxed) {
            return Err(Fault::Cancelled);
        }
        match pages.step(PAGES_AT_ONCE)? {
            StepResult::Done => break,
            StepResult::More => {}
            _ => std::thread::sleep(std::time::Duration::from_millis(5)),
        }
    }
    drop(pages);
    into.close().map_err(|(_, error)| Fault::from(error))?;
    let flush = |file: std::fs::File| file.sync_all();
    std::fs::OpenOptions::new().write(true).open(path).and_then(flush).map_err(Fault::io("flushing a copy"))
}
