//! Files put into a PDF: listed from what it says of them, unpacked when somebody asks for one.

use hayro_syntax::Pdf;
use hayro_syntax::object::{Dict, Name, Stream, String as PdfString, dict_or_stream};
use reader::paper::{Part, Role, most};
use reader::talk::Refusal;

use super::strings;

/// Objects that are looked at, as for the facts.
const OBJECTS: usize = 300_000;

/// The files, at most so many; and whether those are all.
pub(super) fn of(pdf: &Pdf) -> (Vec<Part>, bool) {
    let mut parts = Vec::new();
    let whole = each(pdf, |names, file| {
        let number = u32::try_from(parts.len()).unwrap_or(u32::MAX);
        parts.push(part(number, names, file));
        parts.len() < most::PARTS
    });
    (parts, whole)
}

/// The bytes of one of them.
pub(super) fn unpack(pdf: &Pdf, number: u32) -> Result<Vec<u8>, Refusal> {
    let mut left = usize::try_from(number).unwrap_or(usize::MAX);
    let mut found = Err(Refusal::NoSuchPart);
    each(pdf, |_, file| {
        if left > 0 {
            left -= 1;
            return true;
        }
        found = match file.decoded() {
            Ok(bytes) if bytes.len() as u64 > most::PART => Err(Refusal::TooLarge),
            Ok(bytes) => Ok(bytes.into_owned()),
            Err(_) => Err(Refusal::Damaged),
        };
        false
    });
    found
}

/// Calls for each specification of a file that has the file with it, until told to stop; whether it came to the end.
fn each(pdf: &Pdf, mut see: impl FnMut(&Dict<'_>, &Stream<'_>) -> bool) -> bool {
    for (seen, object) in pdf.objects().into_iter().enumerate() {
        if seen >= OBJECTS {
            return false;
        }
        let Some((specification, _)) = dict_or_stream(&object) else { continue };
        let Some(files) = specification.get::<Dict<'_>>(b"EF") else { continue };
        let file = [&b"UF"[..], b"F"].into_iter().find_map(|key| files.get::<Stream<'_>>(key));
        if file.is_some_and(|file| !see(specification, &file)) {
            return false;
        }
    }
    true
}

fn part(number: u32, specification: &Dict<'_>, file: &Stream<'_>) -> Part {
    let text = |key: &[u8]| specification.get::<PdfString<'_>>(key).map(|text| strings::short(text.as_bytes()));
    let name = text(b"UF").or_else(|| text(b"F")).filter(|name| !name.is_empty());
    let kind = file.dict().get::<Name<'_>>(b"Subtype").map(|name| strings::short(&name));
    let said = file.dict().get::<Dict<'_>>(b"Params").and_then(|about| about.get::<i32>(b"Size"));
    let packed = file.raw_data().len() as u64;
    let size = said.and_then(|size| u64::try_from(size).ok()).unwrap_or(packed);
    let claimed = kind.filter(|kind| !kind.is_empty());
    Part { number, name, claimed, media_type: None, role: Role::Embedded, size, packed: Some(packed), withheld: None }
}
