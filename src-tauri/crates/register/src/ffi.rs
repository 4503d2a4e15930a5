//! The one place that speaks to the database in C: the key goes in as bytes, never as SQL text, so that it cannot be
//! left in a statement cache, a trace or an error message.

use std::ffi::{c_int, c_void};

use data_encoding::HEXLOWER;
use rusqlite::Connection;
use zeroize::Zeroizing;

use crate::fault::Fault;
use crate::keyring::{FileSalt, RegisterKey};

/// Gives key and salt to the database: `x'` + 64 hexadecimal digits of key + 32 of salt + `'`. With the salt given, a
/// damaged first page still opens far enough to be read.
pub(crate) fn give_key(connection: &Connection, key: &RegisterKey, salt: &FileSalt) -> Result<(), Fault> {
    let mut text = Zeroizing::new(Vec::with_capacity(99));
    text.extend_from_slice(b"x'");
    let mut digits = Zeroizing::new([0_u8; 64]);
    HEXLOWER.encode_mut(key.bytes(), digits.as_mut_slice());
    text.extend_from_slice(digits.as_slice());
    text.extend_from_slice(HEXLOWER.encode(&salt.0).as_bytes());
    text.push(b'\'');
    let length = c_int::try_from(text.len()).map_err(|_| Fault::damaged("the key has the wrong length"))?;
    #[expect(unsafe_code, reason = "SQLCipher takes a key as bytes only through its C function")]
    // SAFETY: the handle is that of an open connection borrowed for the whole call, the pointer is valid for `length`
    // bytes, and sqlite3_key copies them before it returns.
    let code = unsafe { rusqlite::ffi::sqlite3_key(connection.handle(), text.as_ptr().cast::<c_void>(), length) };
    if code == rusqlite::ffi::SQLITE_OK { Ok(()) } else { Err(Fault::damaged("the database took no key")) }
}
