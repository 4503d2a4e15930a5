//! What is true of a paper as a whole: what it would do if it could, what is inside it, who it says made it.

use std::collections::HashSet;

use hayro_syntax::object::{Dict, MaybeRef, Name, Object, String as PdfString, dict_or_stream};
use reader::paper::{PaperFacts, most};

use super::{Document, outline, strings};
use crate::paper::Paper as _;

/// Objects that are looked at. A paper with more says "at least".
const OBJECTS: usize = 300_000;
/// How deep objects are looked into that stand inside another.
const NESTED: usize = 12;

/// What is true of this paper.
pub(super) fn of(paper: &Document) -> PaperFacts {
    let pdf = &paper.pdf;
    let metadata = pdf.metadata();
    let said =
        |bytes: &Option<Box<[u8]>>| bytes.as_ref().map(|bytes| strings::short(bytes)).filter(|text| !text.is_empty());
    let (outline, whole_outline) = outline::of(pdf);
    let mut look = Look {
        facts: PaperFacts {
            pages: paper.pages(),
            title: said(&metadata.title),
            producer: said(&metadata.producer),
            encrypted: paper.encrypted,
            later_revisions: later_revisions(pdf.data().as_ref()),
            outline,
            whole: whole_outline,
            ..PaperFacts::default()
        },
        addresses: HashSet::new(),
    };
    let mut left = OBJECTS;
    for object in pdf.objects() {
        if left == 0 {
            look.facts.whole = false;
            break;
        }
        left -= 1;
        look.object(&object, 0);
    }
    look.facts
}

struct Look {
    facts: PaperFacts,
    addresses: HashSet<String>,
}

impl Look {
    /// One object, and those that stand inside it; what it only refers to comes by itself.
    fn object(&mut self, object: &Object<'_>, depth: usize) {
        if depth > NESTED {
            self.facts.whole = false;
            return;
        }
        if let Object::Array(array) = object {
            for item in array.raw_iter() {
                if let MaybeRef::NotRef(item @ (Object::Dict(_) | Object::Array(_))) = item {
                    self.object(&item, depth + 1);
                }
            }
        } else if let Some((dict, _)) = dict_or_stream(object) {
            self.dict(dict);
            for (_, item) in dict.entries() {
                if let MaybeRef::NotRef(item @ (Object::Dict(_) | Object::Array(_))) = item {
                    self.object(&item, depth + 1);
                }
            }
        }
    }

    fn dict(&mut self, dict: &Dict<'_>) {
        let name = |key: &[u8]| dict.get::<Name<'_>>(key).map(|name| name.to_vec()).unwrap_or_default();
        match name(b"S").as_slice() {
            b"JavaScript" => add(&mut self.facts.scripts),
            b"Launch" | b"GoToR" | b"GoToE" | b"ImportData" => add(&mut self.facts.launches),
            b"URI" => self.link(dict.get::<PdfString<'_>>(b"URI")),
            b"SubmitForm" => {
                let to = dict.get::<Dict<'_>>(b"F").and_then(|file| file.get::<PdfString<'_>>(b"F"));
                self.link(to.or_else(|| dict.get::<PdfString<'_>>(b"F")));
            }
            _ => {}
        }
        if name(b"Type") == b"EmbeddedFile" {
            add(&mut self.facts.embedded_files);
        }
        // A signature that was made; an empty field to sign in has none.
        if dict.contains_key(b"ByteRange") && dict.contains_key(b"Contents") {
            add(&mut self.facts.signatures);
        }
        if dict.contains_key(b"AcroForm") || (dict.contains_key(b"FT") && dict.contains_key(b"T")) {
            self.facts.form = true;
        }
    }

    fn link(&mut self, to: Option<PdfString<'_>>) {
        add(&mut self.facts.links);
        let Some(address) = to.map(|to| strings::short(to.as_bytes())).filter(|address| !address.is_empty()) else {
            return;
        };
        if self.facts.addresses.len() < most::ADDRESSES && self.addresses.insert(address.clone()) {
            self.facts.addresses.push(address);
        }
    }
}

fn add(count: &mut u32) {
    *count = count.saturating_add(1);
}

/// How many states of the paper lie behind the present one. Each saving adds an end mark; a paper made for viewing over a
/// line has one more from the beginning.
fn later_revisions(bytes: &[u8]) -> u32 {
    const MARK: &[u8] = b"startxref";
    let ends = bytes.windows(MARK.len()).filter(|part| *part == MARK).count();
    let head = bytes.get(..1024.min(bytes.len())).unwrap_or_default();
    let linear = head.windows(11).any(|part| part == b"/Linearized");
    u32::try_from(ends.saturating_sub(1 + usize::from(linear))).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::later_revisions;

    #[test]
    fn each_saving_adds_one_end() {
        assert_eq!(later_revisions(b"%PDF-1.4 ... startxref\n9\n%%EOF"), 0);
        assert_eq!(later_revisions(b"%PDF-1.4 ... startxref\n9\n%%EOF startxref\n20\n%%EOF"), 1);
        assert_eq!(later_revisions(b"%PDF-1.4 /Linearized 1 startxref\n0\n%%EOF startxref\n20\n%%EOF"), 0);
        assert_eq!(later_revisions(b""), 0);
    }
}
