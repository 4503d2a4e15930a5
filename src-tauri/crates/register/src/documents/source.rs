//! Where bytes come from, and how their coming is watched.

use std::fs::{File, Metadata};
use std::io::Read;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use crate::fault::Fault;

/// What tells whether a source is still the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// Its length in bytes.
    pub length: u64,
    /// Anything else that changes when it does: time of change, number on its disk.
    pub mark: [i64; 4],
}

/// Bytes to take in. The stamp is taken before the first byte and after the last.
pub trait Source: Read {
    /// The stamp now.
    ///
    /// # Errors
    /// [`Fault::SourceChanged`] when it is gone, or the system's own.
    fn stamp(&mut self) -> Result<Stamp, Fault>;
}

/// Bytes in memory.
impl Source for &[u8] {
    fn stamp(&mut self) -> Result<Stamp, Fault> {
        // Read to its end there is nothing left to compare: memory does not change under us.
        Ok(Stamp { length: 0, mark: [0; 4] })
    }
}

/// A file.
#[derive(Debug)]
pub struct FileSource {
    file: File,
    path: PathBuf,
}

impl FileSource {
    /// Opens a file.
    ///
    /// # Errors
    /// It cannot be read, or is a folder.
    pub fn open(path: &Path) -> Result<Self, Fault> {
        let file = File::open(path).map_err(Fault::io("opening the file"))?;
        let data = file.metadata().map_err(Fault::io("opening the file"))?;
        if !data.is_file() {
            return Err(Fault::Io { what: "opening the file", source: std::io::ErrorKind::InvalidInput.into() });
        }
        Ok(Self { file, path: path.to_owned() })
    }
}

impl Read for FileSource {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        self.file.read(into)
    }
}

impl Source for FileSource {
    fn stamp(&mut self) -> Result<Stamp, Fault> {
        let stamp = |data: &Metadata| Stamp {
            length: data.len(),
            mark: [data.mtime(), data.mtime_nsec(), data.ino().cast_signed(), data.dev().cast_signed()],
        };
        let held = self.file.metadata().map_err(Fault::io("reading the file"))?;
        // By name too: another file may have taken its place.
        let named = std::fs::metadata(&self.path).map_err(|_| Fault::SourceChanged)?;
        if stamp(&held) == stamp(&named) { Ok(stamp(&held)) } else { Err(Fault::SourceChanged) }
    }
}

/// Watches long work: told how many bytes are done, asked whether to stop.
#[derive(Default)]
pub struct Watch<'a> {
    progress: Option<&'a mut dyn FnMut(u64)>,
    cancel: Option<&'a AtomicBool>,
}

impl std::fmt::Debug for Watch<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Watch")
    }
}

impl<'a> Watch<'a> {
    /// Nobody watches.
    #[must_use]
    pub fn nobody() -> Self {
        Self::default()
    }

    /// `progress` is told the bytes done so far; `cancel` is looked at between pieces.
    #[must_use]
    pub fn new(progress: &'a mut dyn FnMut(u64), cancel: &'a AtomicBool) -> Self {
        Self { progress: Some(progress), cancel: Some(cancel) }
    }

    /// Tells how far it came, and stops when asked to.
    pub(crate) fn at(&mut self, done: u64) -> Result<(), Fault> {
        if let Some(progress) = self.progress.as_mut() {
            progress(done);
        }
        match self.cancel {
            Some(cancel) if cancel.load(Ordering::Relaxed) => Err(Fault::Cancelled),
            _ => Ok(()),
        }
    }
}
