//! Properties of an item (MS-OXMSG): long ones are streams named by their number and type, short ones stand in a table.

use std::io::{Cursor, Read};
use std::path::PathBuf;

use cfb::CompoundFile;
use encoding_rs::{Encoding, UTF_16LE, WINDOWS_1252};
use reader::paper::most;

use crate::rich_text::code_page;

/// The table of the short ones.
pub(super) const PROPERTIES: &str = "__properties_version1.0";

pub(super) const SUBJECT: u16 = 0x0037;
pub(super) const SUBMITTED: u16 = 0x0039;
pub(super) const FROM_NAME: u16 = 0x0042;
pub(super) const FROM_ADDRESS: u16 = 0x0065;
pub(super) const FROM_SMTP: u16 = 0x5d02;
pub(super) const TRANSPORT_LINES: u16 = 0x007d;
pub(super) const RECIPIENT_KIND: u16 = 0x0c15;
pub(super) const SENDER_NAME: u16 = 0x0c1a;
pub(super) const SENDER_ADDRESS: u16 = 0x0c1f;
pub(super) const SENDER_SMTP: u16 = 0x5d01;
pub(super) const DELIVERED: u16 = 0x0e06;
pub(super) const BODY: u16 = 0x1000;
pub(super) const SQUEEZED_RTF: u16 = 0x1009;
const HTML: u16 = 0x1013;
pub(super) const DISPLAY_NAME: u16 = 0x3001;
pub(super) const ADDRESS: u16 = 0x3003;
pub(super) const DATA: u16 = 0x3701;
pub(super) const FILE_NAME: u16 = 0x3704;
pub(super) const LONG_FILE_NAME: u16 = 0x3707;
pub(super) const MIME_TYPE: u16 = 0x370e;
pub(super) const CONTENT_ID: u16 = 0x3712;
pub(super) const SMTP_ADDRESS: u16 = 0x39fe;
const INTERNET_CODE_PAGE: u16 = 0x3fde;
const MESSAGE_CODE_PAGE: u16 = 0x3ffd;

const STRING_8: u16 = 0x001e;
const STRING: u16 = 0x001f;
const BINARY: u16 = 0x0102;

/// The file it all lies in.
pub(super) type File<'a> = CompoundFile<Cursor<&'a [u8]>>;

/// An item, or an attachment or recipient of one.
pub(super) struct Item<'a> {
    pub(super) file: File<'a>,
    pub(super) place: PathBuf,
    encoding: &'static Encoding,
}

impl<'a> Item<'a> {
    pub(super) fn root(file: File<'a>) -> Self {
        let mut root = Self { file, place: PathBuf::from("/"), encoding: WINDOWS_1252 };
        let page = root.number(MESSAGE_CODE_PAGE).or_else(|| root.number(INTERNET_CODE_PAGE));
        root.encoding = page.map_or(WINDOWS_1252, |page| code_page(i64::from(page)));
        root
    }

    /// What lies in this storage of the same file.
    pub(super) fn within<'b>(&'b mut self, storage: &str) -> Within<'b, 'a> {
        let outer = std::mem::replace(&mut self.place, PathBuf::from("/").join(storage));
        Within { item: self, outer }
    }

    /// The storages whose names begin so, in order.
    pub(super) fn storages(&self, prefix: &str) -> Vec<String> {
        let Ok(entries) = self.file.read_storage(&self.place) else { return Vec::new() };
        let storages = entries.filter(|entry| entry.is_storage()).map(|entry| entry.name().to_owned());
        let mut names: Vec<String> = storages.filter(|name| name.starts_with(prefix)).take(most::PARTS).collect();
        names.sort();
        names
    }

    fn stream(&mut self, name: &str) -> Option<Vec<u8>> {
        let stream = self.file.open_stream(self.place.join(name)).ok()?;
        let mut bytes = Vec::new();
        stream.take(most::PART).read_to_end(&mut bytes).ok()?;
        Some(bytes)
    }

    fn typed(&mut self, property: u16, kind: u16) -> Option<Vec<u8>> {
        self.stream(&format!("__substg1.0_{property:04X}{kind:04X}"))
    }

    pub(super) fn text(&mut self, property: u16) -> Option<String> {
        if let Some(bytes) = self.typed(property, STRING) {
            return Some(clean(&UTF_16LE.decode_without_bom_handling(&bytes).0));
        }
        let bytes = self.typed(property, STRING_8)?;
        Some(clean(&self.encoding.decode_without_bom_handling(&bytes).0))
    }

    pub(super) fn binary(&mut self, property: u16) -> Option<Vec<u8>> {
        self.typed(property, BINARY)
    }

    /// Its HTML, as bytes in whatever set it says or is in.
    pub(super) fn html(&mut self) -> Option<Vec<u8>> {
        self.typed(HTML, BINARY).or_else(|| self.typed(HTML, STRING_8)).or_else(|| {
            self.typed(HTML, STRING).map(|bytes| UTF_16LE.decode_without_bom_handling(&bytes).0.into_owned().into())
        })
    }

    /// Eight bytes of the table.
    fn short(&mut self, property: u16) -> Option<[u8; 8]> {
        let table = self.stream(PROPERTIES)?;
        // Before the entries stands a head, longer for an item than for what belongs to one.
        let head = if self.place.parent().is_none() { 32 } else { 8 };
        let (entries, _) = table.get(head..)?.as_chunks::<16>();
        let [.., a, b, c, d, e, f, g, h] = entries.iter().find(|entry| {
            let [_, _, low, high, ..] = **entry;
            u16::from_le_bytes([low, high]) == property
        })?;
        Some([*a, *b, *c, *d, *e, *f, *g, *h])
    }

    pub(super) fn number(&mut self, property: u16) -> Option<u32> {
        let [a, b, c, d, ..] = self.short(property)?;
        Some(u32::from_le_bytes([a, b, c, d]))
    }

    /// As RFC 3339 in UTC. The table counts tenths of microseconds from 1601.
    pub(super) fn time(&mut self, property: u16) -> Option<String> {
        let ticks = u64::from_le_bytes(self.short(property)?);
        let seconds = i64::try_from(ticks / 10_000_000).ok()? - 11_644_473_600;
        let time = mail_parser::DateTime::from_timestamp(seconds);
        time.is_valid().then(|| time.to_rfc3339())
    }
}

/// Texts end at the first zero.
fn clean(text: &str) -> String {
    text.split('\0').next().unwrap_or_default().to_owned()
}

/// An item's attachment or recipient; the item stands where it stood when this is dropped.
pub(super) struct Within<'b, 'a> {
    item: &'b mut Item<'a>,
    outer: PathBuf,
}

impl<'a> std::ops::Deref for Within<'_, 'a> {
    type Target = Item<'a>;

    fn deref(&self) -> &Self::Target {
        self.item
    }
}

impl std::ops::DerefMut for Within<'_, '_> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        self.item
    }
}

impl Drop for Within<'_, '_> {
    fn drop(&mut self) {
        self.item.place = std::mem::take(&mut self.outer);
    }
}
