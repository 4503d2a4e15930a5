//! One connection that writes and two that only read, each usable from any thread, all closed at once.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use rusqlite::{Connection, InterruptHandle, Transaction, TransactionBehavior};

use crate::connection::Role;
use crate::fault::Fault;

/// A mutex whose holder panicked is used on: a transaction that was open has been rolled back by its drop.
pub(crate) fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The connections of an open register.
pub(crate) struct Pool {
    writer: Mutex<Option<Connection>>,
    readers: Mutex<Readers>,
    returned: Condvar,
    handles: Mutex<Vec<InterruptHandle>>,
    reopen: Mutex<Option<Reopen>>,
    read_only: bool,
    /// Nothing is written any more: what is in the file now is already in the copy that takes its place.
    finished: AtomicBool,
}

/// Opens another connection. It holds the key, so it goes when the register is locked.
pub(crate) type Reopen = Box<dyn Fn(Role) -> Result<Connection, Fault> + Send>;

struct Readers {
    idle: Vec<Connection>,
    out: usize,
    closed: bool,
}

impl Pool {
    pub(crate) fn new(writer: Option<Connection>, readers: Vec<Connection>, reopen: Reopen) -> Self {
        let handles = readers.iter().map(Connection::get_interrupt_handle).collect();
        let read_only = writer.is_none();
        Self {
            writer: Mutex::new(writer),
            readers: Mutex::new(Readers { idle: readers, out: 0, closed: false }),
            returned: Condvar::new(),
            handles: Mutex::new(handles),
            reopen: Mutex::new(Some(reopen)),
            read_only,
            finished: AtomicBool::new(false),
        }
    }

    /// Lends a reader. What it reads is one state of the database: all of it is in one transaction.
    pub(crate) fn read<T>(&self, by: impl FnOnce(&Connection) -> Result<T, Fault>) -> Result<T, Fault> {
        let mut readers = locked(&self.readers);
        let mut reader = loop {
            if readers.closed {
                return Err(Fault::Locked);
            }
            if let Some(reader) = readers.idle.pop() {
                break reader;
            }
            readers = self.returned.wait(readers).unwrap_or_else(PoisonError::into_inner);
        };
        readers.out = readers.out.saturating_add(1);
        drop(readers);
        let mut lent = Lent { pool: self, reader: None };
        let outcome = match reader.transaction_with_behavior(TransactionBehavior::Deferred) {
            Ok(transaction) => by(&transaction),
            Err(error) => Err(error.into()),
        };
        lent.reader = Some(match outcome {
            Err(Fault::Damaged { .. }) => self.another_reader().unwrap_or(reader),
            _ => reader,
        });
        drop(lent);
        outcome
    }

    fn another_reader(&self) -> Option<Connection> {
        let reader = self.another(Role::Reader)?;
        locked(&self.handles).push(reader.get_interrupt_handle());
        Some(reader)
    }

    /// Once a page fails its check, SQLCipher refuses every page on that connection: sound ones need another.
    fn another(&self, role: Role) -> Option<Connection> {
        locked(&self.reopen).as_ref()?(role).ok()
    }

    /// Runs one writing transaction; it is rolled back unless `by` succeeds.
    pub(crate) fn write<T>(&self, by: impl FnOnce(&Transaction<'_>) -> Result<T, Fault>) -> Result<T, Fault> {
        let mut writer = locked(&self.writer);
        // Asked with the connection in hand: whoever waited for it while the copy was made has not written.
        if self.finished.load(Ordering::Relaxed) {
            return Err(Fault::Locked);
        }
        let connection = writer.as_mut().ok_or(if self.read_only { Fault::ReadOnly } else { Fault::Locked })?;
        let outcome = in_transaction(connection, by);
        self.sound_again(&mut writer, &outcome);
        outcome
    }

    /// After a damaged page, what is sound is still written.
    fn sound_again<T>(&self, writer: &mut Option<Connection>, outcome: &Result<T, Fault>) {
        if let Err(Fault::Damaged { .. }) = outcome
            && let Some(sound) = self.another(Role::Writer)
        {
            *writer = Some(sound);
        }
    }

    /// Lends the writing connection itself, outside a transaction.
    pub(crate) fn alone<T>(&self, by: impl FnOnce(&mut Connection) -> Result<T, Fault>) -> Result<T, Fault> {
        let mut writer = locked(&self.writer);
        let outcome = by(writer.as_mut().ok_or(if self.read_only { Fault::ReadOnly } else { Fault::Locked })?);
        self.sound_again(&mut writer, &outcome);
        outcome
    }

    /// Lends the writing connection for the last time: once `by` has succeeded, nothing is written any more.
    pub(crate) fn last<T>(&self, by: impl FnOnce(&mut Connection) -> Result<T, Fault>) -> Result<T, Fault> {
        self.alone(|writer| {
            let value = by(writer)?;
            self.finished.store(true, Ordering::Relaxed);
            Ok(value)
        })
    }

    /// Stops what the readers are doing now; they answer [`Fault::Cancelled`].
    pub(crate) fn interrupt(&self) {
        for handle in locked(&self.handles).iter() {
            handle.interrupt();
        }
    }

    /// Stops and closes everything. Later calls answer [`Fault::Locked`].
    pub(crate) fn close(&self) -> Result<(), Fault> {
        let mut readers = locked(&self.readers);
        readers.closed = true;
        while readers.out > 0 {
            self.interrupt();
            let wait = std::time::Duration::from_millis(20);
            readers = self.returned.wait_timeout(readers, wait).unwrap_or_else(PoisonError::into_inner).0;
        }
        readers.idle.clear();
        drop(readers);
        *locked(&self.reopen) = None;
        self.returned.notify_all();
        let mut writer = locked(&self.writer);
        let Some(connection) = writer.take() else { return Ok(()) };
        connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        connection.close().map_err(|(_, error)| error.into())
    }
}

fn in_transaction<T>(
    connection: &mut Connection,
    by: impl FnOnce(&Transaction<'_>) -> Result<T, Fault>,
) -> Result<T, Fault> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let value = by(&transaction)?;
    transaction.commit()?;
    Ok(value)
}

/// Puts a lent reader back, or counts it lost when the borrower panicked.
struct Lent<'a> {
    pool: &'a Pool,
    reader: Option<Connection>,
}

impl Drop for Lent<'_> {
    fn drop(&mut self) {
        let mut readers = locked(&self.pool.readers);
        readers.out = readers.out.saturating_sub(1);
        if let Some(reader) = self.reader.take()
            && !readers.closed
        {
            readers.idle.push(reader);
        }
        drop(readers);
        self.pool.returned.notify_all();
    }
}
