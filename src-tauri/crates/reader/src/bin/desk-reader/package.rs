//! ZIP: archives, and the Office files that are archives inside. Whatever is unpacked is unpacked within limits, and what
//! an entry says of its size is a claim.

use std::io::{Cursor, Read};

use reader::paper::most;
use reader::talk::Refusal;
use zip::ZipArchive;

use crate::paper::PaperBytes;

/// Small files may be packed better than the ratio allows: a page of spaces is no bomb.
const GRACE: u64 = 4 * 1024 * 1024;

/// An archive that is being looked into.
pub(crate) struct Package {
    zip: ZipArchive<Cursor<PaperBytes>>,
    /// What may still be unpacked.
    left: u64,
}

/// What an archive says of an entry.
pub(crate) struct Entry {
    pub(crate) name: String,
    pub(crate) size: u64,
    pub(crate) packed: u64,
    pub(crate) folder: bool,
    pub(crate) withheld: Option<Refusal>,
}

impl Package {
    pub(crate) fn open(bytes: &PaperBytes) -> Result<Self, Refusal> {
        let zip = ZipArchive::new(Cursor::new(bytes.clone())).map_err(|_| Refusal::Damaged)?;
        Ok(Self { zip, left: most::UNPACKED })
    }

    /// How many entries it has.
    pub(crate) fn count(&self) -> usize {
        self.zip.len()
    }

    /// What it says of one; nothing is unpacked.
    pub(crate) fn entry(&mut self, number: usize) -> Option<Entry> {
        let file = self.zip.by_index_raw(number).ok()?;
        let (size, packed) = (file.size(), file.compressed_size());
        let name = file.name().map_or_else(|_| String::from_utf8_lossy(file.name_raw()).into_owned(), Into::into);
        let withheld = if file.encrypted() {
            Some(Refusal::PasswordNeeded)
        } else if is_bomb(size, packed) {
            Some(Refusal::Bomb)
        } else if size > most::UNPACKED {
            Some(Refusal::TooLarge)
        } else {
            None
        };
        Some(Entry { name, size, packed, folder: file.is_dir(), withheld })
    }

    /// The names of all entries, with their numbers.
    pub(crate) fn names(&self) -> Vec<(usize, String)> {
        let name = |number| Some((number, self.zip.name_for_index(number)?.ok()?.into_owned()));
        (0..self.count().min(most::PARTS)).filter_map(name).collect()
    }

    /// Unpacks the entry of this name, if there is one.
    pub(crate) fn named(&mut self, name: &str) -> Result<Option<Vec<u8>>, Refusal> {
        self.zip.index_for_name(name).map(|number| self.unpack(number)).transpose()
    }

    /// Unpacks one entry, until it is more than it may be.
    pub(crate) fn unpack(&mut self, number: usize) -> Result<Vec<u8>, Refusal> {
        if self.entry(number).ok_or(Refusal::NoSuchPart)?.withheld == Some(Refusal::PasswordNeeded) {
            return Err(Refusal::PasswordNeeded);
        }
        let file = self.zip.by_index(number).map_err(|_| Refusal::Damaged)?;
        let packed = file.compressed_size();
        let most = self.left.min(packed.saturating_mul(most::RATIO).max(GRACE));
        let mut bytes = Vec::new();
        file.take(most.saturating_add(1)).read_to_end(&mut bytes).map_err(|_| Refusal::Damaged)?;
        if bytes.len() as u64 > most {
            return Err(Refusal::Bomb);
        }
        self.left = self.left.saturating_sub(bytes.len() as u64);
        Ok(bytes)
    }

    /// Refuses an Office file that says it is a bomb, for parsers that unpack by themselves.
    pub(crate) fn is_sane(&mut self) -> Result<(), Refusal> {
        if self.count() > most::PARTS {
            return Err(Refusal::TooLarge);
        }
        let mut all = 0_u64;
        for number in 0..self.count() {
            let entry = self.entry(number).ok_or(Refusal::Damaged)?;
            all = all.saturating_add(entry.size);
            if entry.withheld == Some(Refusal::Bomb) || all > most::UNPACKED {
                return Err(Refusal::Bomb);
            }
        }
        Ok(())
    }
}

fn is_bomb(size: u64, packed: u64) -> bool {
    size > GRACE && size > packed.saturating_mul(most::RATIO)
}
