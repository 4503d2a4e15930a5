//! Pictures of pages by their address on the page protocol.

use contract::{Fault, PaperRef};
use matter::ids::LetterId;

use crate::Desk;

/// A picture for the page protocol.
#[derive(Debug, Clone)]
pub struct Page {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its type.
    pub media_type: &'static str,
}

/// Why there is no picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageFault {
    /// The register is locked.
    Locked,
    /// There is no such page, or it cannot be drawn: the commands about it say why.
    NotFound,
}

/// What an address names.
#[derive(Debug, PartialEq, Eq)]
enum Address {
    /// `letter/{id}/{page}`, pages from 1.
    Letter(LetterId, usize),
    /// `paper/{document}/{page}/{dpi}` or `file/{token}/{page}/{dpi}`, pages from 0.
    Paper(PaperRef, u32, u16),
}

impl Address {
    fn read(path: &str) -> Option<Self> {
        let path = path.trim_matches('/').split('?').next()?;
        match path.split('/').collect::<Vec<_>>().as_slice() {
            ["letter", id, page] => Some(Self::Letter(id.parse().ok()?, page.parse().ok()?)),
            [kind, id, page, dpi] => {
                let paper = match *kind {
                    "paper" => PaperRef::Document { document: id.parse().ok()? },
                    "file" => PaperRef::File { file: (*id).to_owned() },
                    _ => return None,
                };
                Some(Self::Paper(paper, page.parse().ok()?, dpi.parse().ok()?))
            }
            _ => None,
        }
    }
}

impl Desk {
    /// A picture by its address: a page of a letter, or of a paper as the reader drew it.
    ///
    /// # Errors
    /// Locked, or no such page.
    pub fn page(&self, path: &str) -> Result<Page, PageFault> {
        let open = self.started().map_err(|_| PageFault::Locked)?;
        let drawn = match Address::read(path).ok_or(PageFault::NotFound)? {
            Address::Letter(letter, number) => self.picture(&open, letter, number),
            Address::Paper(paper, page, dpi) => self
                .paper_image(paper, page, dpi)
                .and_then(|drawn| drawn.map(|png| png.to_vec()).map_err(|_| Fault::NotFound)),
        };
        let bytes = drawn.map_err(|found| match found {
            Fault::Locked | Fault::NoRegister => PageFault::Locked,
            _ => PageFault::NotFound,
        })?;
        Ok(Page { bytes, media_type: "image/png" })
    }
}

#[cfg(test)]
mod tests {
    use super::Address;
    use contract::PaperRef;

    #[test]
    fn an_address_is_read_whole_or_not_at_all() {
        let id = "0190c0de-0000-7000-8000-000000000001";
        let at = |path: String| Address::read(&path);
        assert_eq!(at(format!("/letter/{id}/2?r=1")), Some(Address::Letter(id.parse().unwrap(), 2)));
        assert_eq!(
            at(format!("paper/{id}/0/144")),
            Some(Address::Paper(PaperRef::Document { document: id.parse().unwrap() }, 0, 144))
        );
        let file = PaperRef::File { file: "a1".to_owned() };
        assert_eq!(at("file/a1/3/96".to_owned()), Some(Address::Paper(file, 3, 96)));
        for wrong in ["", "letter", "letter/x/1", "paper/../../etc/passwd/0/72"] {
            assert_eq!(at(wrong.to_owned()), None, "{wrong}");
        }
        for wrong in ["0", "0/", "-1/72", "0/70000", "0/72/1"] {
            assert_eq!(at(format!("paper/{id}/{wrong}")), None, "{wrong}");
        }
    }
}
