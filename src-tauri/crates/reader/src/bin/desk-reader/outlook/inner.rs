//! A message attached to a message lies in its file as a storage. Made into a file of its own, it is a document like any.

use std::io::{Cursor, Read, Write};

use cfb::CompoundFile;
use reader::paper::most;

use super::property::{Item, PROPERTIES};

const MESSAGE: &str = "__substg1.0_3701000D";

/// The attached message, if it is one.
pub(super) fn message(attachment: &mut Item<'_>) -> Option<Vec<u8>> {
    let root = attachment.place.join(MESSAGE);
    let entries: Vec<_> = attachment.file.walk_storage(&root).ok()?.take(most::PARTS).collect();
    let mut copy = CompoundFile::create(Cursor::new(Vec::new())).ok()?;
    let mut left = most::PART;
    for entry in entries {
        let Ok(place) = entry.path().strip_prefix(&root) else { continue };
        if place.as_os_str().is_empty() {
            continue;
        }
        let place = std::path::Path::new("/").join(place);
        if entry.is_storage() {
            copy.create_storage_all(&place).ok()?;
            continue;
        }
        let mut bytes = Vec::new();
        attachment.file.open_stream(entry.path()).ok()?.take(left).read_to_end(&mut bytes).ok()?;
        left = left.saturating_sub(bytes.len() as u64);
        if place.parent().is_some_and(|parent| parent.parent().is_none())
            && entry.name() == PROPERTIES
            && bytes.len() >= 24
        {
            // Inside, the head of the table lacks the last eight bytes, which are reserved.
            bytes.splice(24..24, [0; 8]);
        }
        copy.create_stream(&place).ok()?.write_all(&bytes).ok()?;
    }
    copy.flush().ok()?;
    Some(copy.into_inner().into_inner())
}
