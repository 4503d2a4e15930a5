//! Whether an open connection is set as [`super::connect`] sets it: asked of the connection, not remembered.

use rusqlite::Connection;
use rusqlite::types::Value;

use super::{LIMITS, PAGE, PRAGMAS, Role, SWITCHES};
use crate::fault::Fault;

/// One setting that is not as it must be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Departure {
    /// The setting's name.
    pub setting: String,
    /// What it must be.
    pub wanted: String,
    /// What it is.
    pub found: String,
}

/// Every setting that is not as it must be; empty for a sound connection.
pub(crate) fn audit(connection: &Connection, role: Role) -> Result<Vec<Departure>, Fault> {
    let mut departures = Vec::new();
    let mut compare = |setting: &str, wanted: &dyn std::fmt::Display, found: &dyn std::fmt::Display| {
        let (wanted, found) = (wanted.to_string(), found.to_string());
        if wanted != found {
            departures.push(Departure { setting: setting.to_owned(), wanted, found });
        }
    };
    for (name, value) in PRAGMAS {
        compare(name, value, &number(connection, name)?);
    }
    // SQLCipher answers for the page size itself, with a text.
    let page: Value = connection.pragma_query_value(None, "page_size", |row| row.get(0))?;
    let page = match page {
        Value::Integer(bytes) => bytes.to_string(),
        Value::Text(bytes) => bytes,
        other => format!("{other:?}"),
    };
    compare("page_size", &PAGE, &page);
    compare("query_only", &i64::from(role == Role::Reader), &number(connection, "query_only")?);
    let mode: String = connection.query_row("PRAGMA journal_mode", [], |row| row.get(0))?;
    compare("journal_mode", &"wal", &mode);
    let cipher: String = connection.query_row("PRAGMA cipher_version", [], |row| row.get(0)).unwrap_or_default();
    compare("cipher present", &true, &!cipher.is_empty());
    for (limit, most) in LIMITS {
        compare(&format!("{limit:?}"), most, &connection.limit(*limit)?);
    }
    for (switch, on) in SWITCHES {
        compare(&format!("{switch:?}"), on, &connection.db_config(*switch)?);
    }
    let mut statement = connection.prepare("PRAGMA compile_options")?;
    let options: Vec<String> = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let memory = options.iter().any(|option| option == "TEMP_STORE=3");
    compare("compiled with TEMP_STORE=3", &true, &memory);
    Ok(departures)
}

fn number(connection: &Connection, pragma: &str) -> Result<i64, Fault> {
    Ok(connection.pragma_query_value(None, pragma, |row| row.get(0))?)
}

/// Refuses a build whose temporary tables could reach a file: they would be plain text.
pub(crate) fn refuse_temporary_files(connection: &Connection) -> Result<(), Fault> {
    let mut statement = connection.prepare("PRAGMA compile_options")?;
    let options: Vec<String> = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    if options.iter().any(|option| option == "TEMP_STORE=3") {
        Ok(())
    } else {
        Err(Fault::damaged("this build could write temporary files in clear (SQLITE_TEMP_STORE is not 3)"))
    }
}
