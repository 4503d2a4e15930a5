//! One connection to the database, set up whole. No other place opens one.

mod audit;
mod lock;

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};

pub use audit::Departure;
pub(crate) use audit::{audit, refuse_temporary_files};
pub(crate) use lock::Lock;

use crate::fault::Fault;
use crate::keyring::{FileSalt, RegisterKey};

/// What a connection is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// The one that writes, to a database that is there.
    Writer,
    /// The one that makes the database, and then writes.
    Founder,
    /// One that only reads.
    Reader,
    /// One that makes a file to copy a whole database into.
    Copy,
}

/// Bytes of a database page.
pub(crate) const PAGE: i64 = 8192;
/// The largest value the database takes: a document's chunk is 1 MiB.
const LARGEST_VALUE: i32 = 16 * 1024 * 1024;
/// What is allowed of everything that SQL text could ask for.
const LIMITS: &[(Limit, i32)] = &[
    (Limit::SQLITE_LIMIT_LENGTH, LARGEST_VALUE),
    (Limit::SQLITE_LIMIT_SQL_LENGTH, 100_000),
    (Limit::SQLITE_LIMIT_COLUMN, 100),
    (Limit::SQLITE_LIMIT_EXPR_DEPTH, 100),
    (Limit::SQLITE_LIMIT_COMPOUND_SELECT, 20),
    (Limit::SQLITE_LIMIT_VDBE_OP, 250_000),
    (Limit::SQLITE_LIMIT_FUNCTION_ARG, 16),
    (Limit::SQLITE_LIMIT_ATTACHED, 0),
    (Limit::SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000),
    (Limit::SQLITE_LIMIT_VARIABLE_NUMBER, 200),
    (Limit::SQLITE_LIMIT_TRIGGER_DEPTH, 10),
    (Limit::SQLITE_LIMIT_WORKER_THREADS, 0),
];
const SWITCHES: &[(DbConfig, bool)] = &[
    (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
    (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
    (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, true),
    (DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, true),
    (DbConfig::SQLITE_DBCONFIG_WRITABLE_SCHEMA, false),
    (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
    (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
    (DbConfig::SQLITE_DBCONFIG_ENABLE_ATTACH_CREATE, false),
    (DbConfig::SQLITE_DBCONFIG_ENABLE_ATTACH_WRITE, false),
];
/// The pragmas of every connection, with the value each must answer afterwards.
const PRAGMAS: &[(&str, i64)] = &[
    ("foreign_keys", 1),
    ("recursive_triggers", 1),
    ("trusted_schema", 0),
    ("cell_size_check", 1),
    ("mmap_size", 0),
    ("secure_delete", 1),
    ("synchronous", 2),
];

/// Opens the database with its key and sets everything. There is nothing left to set afterwards.
///
/// # Errors
/// A plain database ([`Fault::NotEncrypted`]), another key or damaged pages ([`Fault::Damaged`]), or the disk.
pub(crate) fn connect(path: &Path, key: &RegisterKey, salt: &FileSalt, role: Role) -> Result<Connection, Fault> {
    let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    if matches!(role, Role::Founder | Role::Copy) {
        flags |= OpenFlags::SQLITE_OPEN_CREATE;
    } else {
        refuse_plain(path)?;
    }
    let connection = Connection::open_with_flags(path, flags)?;
    // SQLCipher writes to standard error until it is told not to.
    connection.query_row("PRAGMA cipher_log_level = NONE", [], |_| Ok(())).or_else(silent)?;
    crate::ffi::give_key(&connection, key, salt)?;
    connection.pragma_update(None, "cipher_page_size", PAGE).or_else(silent)?;
    for (limit, most) in LIMITS {
        connection.set_limit(*limit, *most)?;
    }
    for (switch, on) in SWITCHES {
        connection.set_db_config(*switch, *on)?;
    }
    connection.busy_timeout(Duration::from_secs(5))?;
    for (name, value) in PRAGMAS {
        connection.pragma_update(None, name, value).or_else(silent)?;
    }
    connection.pragma_update(None, "cache_size", -16_000)?;
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    match role {
        Role::Reader => connection.pragma_update(None, "query_only", 1)?,
        Role::Writer | Role::Founder => {
            connection.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()))?;
            connection.pragma_update(None, "journal_size_limit", 64 * 1024 * 1024).or_else(silent)?;
        }
        Role::Copy => {}
    }
    connection.set_prepared_statement_cache_capacity(64);
    Ok(connection)
}

/// Some pragmas answer with a row and some do not; neither is a fault.
fn silent(error: rusqlite::Error) -> rusqlite::Result<()> {
    match error {
        rusqlite::Error::QueryReturnedNoRows | rusqlite::Error::ExecuteReturnedResults => Ok(()),
        other => Err(other),
    }
}

/// Refuses a file that is a plain database, or that opens without a key.
fn refuse_plain(path: &Path) -> Result<(), Fault> {
    use std::io::Read as _;
    let mut first = Vec::with_capacity(16);
    std::fs::File::open(path)
        .map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => Fault::damaged("the register's database is missing"),
            _ => Fault::io("opening the database")(error),
        })?
        .take(16)
        .read_to_end(&mut first)
        .map_err(Fault::io("reading the database"))?;
    if first.is_empty() {
        return Err(Fault::damaged("the register's database is empty"));
    }
    if first == b"SQLite format 3\0" { Err(Fault::NotEncrypted) } else { Ok(()) }
}
