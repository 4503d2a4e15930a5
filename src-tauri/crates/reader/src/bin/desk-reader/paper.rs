//! What every paper can be asked, whatever it is made of.

use reader::paper::{Contents, PageFacts, PageText, PaperFacts};
use reader::talk::Refusal;

use crate::serve::Reply;

/// The bytes of a paper; copies of this share them.
pub(crate) type PaperBytes = hayro_syntax::PdfData;

/// A paper that could be opened.
pub(crate) trait Paper {
    /// How many pages it has.
    fn pages(&self) -> u32;
    /// What is inside it besides the pages.
    fn contents(&self) -> Contents;
    /// What is true of it as a whole.
    fn facts(&self) -> PaperFacts;
    /// What is true of those of these pages that there are.
    fn page_facts(&self, first: u32, count: u32) -> Vec<PageFacts>;
    /// The text of a page.
    fn text(&self, number: u32) -> Result<PageText, Refusal>;
    /// A picture of a page, with `scale` pixels for each unit or fewer.
    fn image(&self, number: u32, scale: f32) -> Result<Reply, Refusal>;
    /// A picture of a page to be recognised.
    fn scan(&self, number: u32, scale: f32) -> Result<Reply, Refusal>;
    /// The bytes of a part.
    fn part(&self, number: u32) -> Result<Vec<u8>, Refusal>;
}
