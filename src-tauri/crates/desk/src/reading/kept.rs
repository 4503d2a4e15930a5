//! The words of a page as the register keeps them: the reader's own answer, deflated.

use std::io::{Read as _, Write as _};

use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;
use reader::paper::PageText;
use register::PageWords;

/// More than any page has within the reader's limits (60,000 words).
const MOST: u64 = 64 * 1024 * 1024;

/// A page ready to be kept; none where it has no written form.
pub(super) fn keep(text: &PageText, recognised: bool, short: bool) -> Option<PageWords> {
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(&serde_json::to_vec(text).ok()?).ok()?;
    Some(PageWords { number: text.page, recognised, short, text: text.plain(), words: packed.finish().ok()? })
}

/// A page that was kept; none where it was kept in another form: it is read again then.
pub(crate) fn page_text(kept: &[u8]) -> Option<PageText> {
    let mut plain = Vec::new();
    ZlibDecoder::new(kept).take(MOST).read_to_end(&mut plain).ok()?;
    serde_json::from_slice(&plain).ok()
}

#[cfg(test)]
mod tests {
    use super::{keep, page_text};
    use reader::paper::{Line, PageText, Rect, Word};

    #[test]
    fn a_page_comes_back_as_it_was_kept_and_rubbish_as_none() {
        let rect = Rect { left: 72.0, top: 30.0, right: 120.5, bottom: 40.0 };
        let word = Word { text: "Órden".into(), rect, edges: vec![72.0; 6], hidden: None, unsure: false };
        let line = Line { rect, turn: 0, words: vec![word.clone(), word] };
        let page = PageText { page: 3, width: 612.0, height: 792.0, lines: vec![line], cut: false };
        let kept = keep(&page, true, false).unwrap();
        assert_eq!((kept.number, kept.recognised, kept.text.as_str()), (3, true, "Órden Órden\n"));
        assert_eq!(page_text(&kept.words), Some(page));
        assert_eq!(page_text(b"another form"), None);
    }
}
