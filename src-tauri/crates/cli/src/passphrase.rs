//! Passphrases: typed, or read from a file or a file descriptor. Never an argument: every program of this machine can read
//! another's arguments.

use std::fs::File;
use std::io::{IsTerminal, Read};
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use crate::failure::{Failure, Outcome};

/// Longer than any passphrase; a wrong file is noticed.
const MOST: u64 = 4096;

/// Where a passphrase comes from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Source<'a> {
    pub(crate) file: Option<&'a Path>,
    pub(crate) descriptor: Option<u32>,
    /// Shown when it is typed.
    pub(crate) prompt: &'a str,
    /// Typed twice, because nobody can look it up.
    pub(crate) twice: bool,
    /// Said when there is nobody to type it.
    pub(crate) otherwise: &'static str,
}

/// Reads it. A last line end is not part of it.
pub(crate) fn read(source: Source<'_>) -> Outcome<Zeroizing<String>> {
    if let Some(path) = source.file {
        return from_file(path);
    }
    match source.descriptor {
        Some(0) => from_reader(std::io::stdin(), Path::new("standard input")),
        Some(number) => from_file(&PathBuf::from(format!("/dev/fd/{number}"))),
        None => typed(source),
    }
}

fn from_file(path: &Path) -> Outcome<Zeroizing<String>> {
    let file = File::open(path).map_err(|why| Failure::file(path, why))?;
    from_reader(file, path)
}

fn from_reader(reader: impl Read, path: &Path) -> Outcome<Zeroizing<String>> {
    let mut text = Zeroizing::new(String::new());
    reader.take(MOST).read_to_string(&mut text).map_err(|why| Failure::file(path, why))?;
    let length = text.trim_end_matches(['\n', '\r']).len();
    text.truncate(length);
    Ok(text)
}

fn typed(source: Source<'_>) -> Outcome<Zeroizing<String>> {
    if !std::io::stdin().is_terminal() {
        return Err(Failure::NobodyToAsk(source.otherwise));
    }
    let ask = |prompt: &str| {
        rpassword::prompt_password(prompt).map(Zeroizing::new).map_err(|why| Failure::file("terminal", why))
    };
    let first = ask(&format!("{}: ", source.prompt))?;
    if source.twice && *first != *ask(&format!("{}, again: ", source.prompt))? {
        return Err(Failure::usage("The two were not the same. Nothing was changed."));
    }
    Ok(first)
}

#[cfg(test)]
mod tests {
    use super::from_reader;
    use std::path::Path;

    #[test]
    fn the_last_line_end_is_not_part_of_it() {
        for (given, kept) in [("open sesame\n", "open sesame"), ("open sesame\r\n", "open sesame"), (" a ", " a ")] {
            assert_eq!(*from_reader(given.as_bytes(), Path::new("x")).unwrap(), kept);
        }
    }
}
