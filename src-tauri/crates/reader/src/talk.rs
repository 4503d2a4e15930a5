//! Questions and answers, as JSON in frames. A conversation: the frame [`crate::frame::Kind::Paper`] once, then
//! [`Ask::Open`], then any of the others, each answered before the next, until the desk closes the pipe.
//!
//! JSON because it is what the desk speaks everywhere else, so that no second format has to be trusted; pictures go as
//! bytes in a frame of their own.

use serde::{Deserialize, Serialize};

use crate::ocr::Scan;
use crate::paper::{Contents, PageFacts, PageText, PaperFacts, Rect, TickBox, Unlikely, most};

/// The exit code of a reader whose walls do not stand. It has read nothing then.
pub const EXIT_NO_WALLS: u8 = 71;

/// A question to the reader. Pages count from 0.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub enum Ask {
    /// Open the paper that was sent. May be asked again with another password.
    #[serde(rename_all = "camelCase")]
    Open {
        /// What a person typed; `None` where nobody was asked yet.
        password: Option<String>,
    },
    /// What is true of the paper, and of some of its pages.
    #[serde(rename_all = "camelCase")]
    Facts {
        /// The first of the pages.
        first: u32,
        /// How many.
        count: u32,
    },
    /// The text of a page with its places.
    #[serde(rename_all = "camelCase")]
    PageText {
        /// Which page.
        page: u32,
    },
    /// A picture of a page.
    #[serde(rename_all = "camelCase")]
    PageImage {
        /// Which page.
        page: u32,
        /// Pixels for each 1/72 inch; made smaller where the limits ask for it.
        scale: f32,
    },
    /// What is inside besides the pages.
    Contents,
    /// One of the parts that [`Ask::Contents`] gave.
    #[serde(rename_all = "camelCase")]
    Part {
        /// Its number.
        number: u32,
    },
    /// A picture of a page to be recognised: grey, its lines of text level.
    #[serde(rename_all = "camelCase")]
    Scan {
        /// Which page.
        page: u32,
        /// Pixels for each 1/72 inch; made smaller where the limits ask for it.
        scale: f32,
    },
}

/// A password is in there: it must not reach a log by being printed.
impl std::fmt::Debug for Ask {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(match self {
            Self::Open { .. } => "Open",
            Self::Facts { .. } => "Facts",
            Self::PageText { .. } => "PageText",
            Self::PageImage { .. } => "PageImage",
            Self::Scan { .. } => "Scan",
            Self::Contents => "Contents",
            Self::Part { .. } => "Part",
        })
    }
}

/// An answer of the reader.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub enum Answer {
    /// It is open.
    #[serde(rename_all = "camelCase")]
    Opened {
        /// How many pages it has.
        pages: u32,
    },
    /// To [`Ask::Facts`].
    #[serde(rename_all = "camelCase")]
    Facts {
        /// Of the paper.
        paper: PaperFacts,
        /// Of the pages asked for, those that there are.
        pages: Vec<PageFacts>,
    },
    /// To [`Ask::PageText`].
    PageText(PageText),
    /// To [`Ask::PageImage`]; a frame of kind `Picture` follows.
    #[serde(rename_all = "camelCase")]
    PageImage {
        /// In pixels.
        width: u32,
        /// In pixels.
        height: u32,
        /// Pixels for each 1/72 inch, as drawn.
        scale: f32,
    },
    /// To [`Ask::Scan`]; a frame of kind `Picture` follows.
    Scan(Measures),
    /// To [`Ask::Contents`].
    Contents(Contents),
    /// To [`Ask::Part`]; frames of kind `Piece` follow until there are so many bytes.
    #[serde(rename_all = "camelCase")]
    Part {
        /// How many.
        size: u64,
    },
    /// The reader looked, and will not or cannot.
    Refused(Refusal),
}

/// What is known of a picture that is to be recognised; see [`crate::ocr::Scan`] for each.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[expect(missing_docs, reason = "each is told where the desk gets it")]
pub struct Measures {
    pub width: u32,
    pub height: u32,
    pub scale: f32,
    pub skew: f32,
    pub page_width: f32,
    pub page_height: f32,
    pub boxes: Vec<TickBox>,
}

impl Measures {
    pub(crate) fn scan(self, page: u32, png: Vec<u8>) -> Scan {
        let Self { width, height, scale, skew, page_width, page_height, boxes } = self;
        Scan { page, width, height, scale, skew, page_width, page_height, boxes, png }
    }

    fn check(&self) -> Result<(), Unlikely> {
        pixels(self.width, self.height)?;
        if self.boxes.len() > most::BOXES {
            return Err(Unlikely::TooMuch);
        }
        let inside = |rect: &Rect| {
            rect.is_sound() && rect.right <= self.width as f32 + 1.0 && rect.bottom <= self.height as f32 + 1.0
        };
        if !self.boxes.iter().all(|one| inside(&one.rect)) {
            return Err(Unlikely::Place);
        }
        let lengths = [self.scale, self.page_width, self.page_height];
        let sound = lengths.iter().all(|length| length.is_finite() && *length > 0.0);
        let sound = sound && self.skew.is_finite() && self.skew.abs() <= 45.0;
        if sound { Ok(()) } else { Err(Unlikely::Place) }
    }
}

/// Whether a picture may be so large.
fn pixels(width: u32, height: u32) -> Result<(), Unlikely> {
    let sides = [width, height].iter().all(|side| (1..=most::SIDE).contains(side));
    let all = u64::from(width) * u64::from(height) <= most::PIXELS;
    if sides && all { Ok(()) } else { Err(Unlikely::TooMuch) }
}

/// Why the reader refuses. A person is told each of these in words.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Refusal {
    /// Too damaged to be read.
    Damaged,
    /// Of a kind that is not read here. It is kept all the same.
    FormatUnknown,
    /// It wants a password.
    PasswordNeeded,
    /// The password is not the right one.
    PasswordWrong,
    /// Encrypted in a way the reader does not know, or wrongly.
    EncryptionUnknown,
    /// It has no pages.
    NoPages,
    /// It has more pages than the limits allow.
    TooManyPages,
    /// There is no such page.
    NoSuchPage,
    /// There is no such part.
    NoSuchPart,
    /// It is text, which has no picture: show the words where they stand.
    NoPicture,
    /// The picture, part or answer would be larger than the limits allow.
    TooLarge,
    /// It would unpack to far more than it is: a bomb, or as good as one.
    Bomb,
    /// The parser stopped at this page. Other pages may be well.
    Faulted,
    /// The question comes before the paper was opened.
    NotOpen,
}

impl Answer {
    /// Whether this can be the answer to `ask`, about a paper of so many pages. A refusal always can.
    ///
    /// # Errors
    /// Why it is not believed.
    pub fn check(&self, ask: &Ask, pages: u32) -> Result<(), Unlikely> {
        match (self, ask) {
            (Self::Refused(_), _) => Ok(()),
            (Self::Opened { pages }, Ask::Open { .. }) => {
                let count = usize::try_from(*pages).unwrap_or(usize::MAX);
                if (1..=most::PAGES).contains(&count) { Ok(()) } else { Err(Unlikely::TooMuch) }
            }
            (Self::Facts { paper, pages: of_pages }, Ask::Facts { first, count }) => {
                paper.check(pages)?;
                let due = first.saturating_add(*count).min(pages).saturating_sub(*first);
                if u32::try_from(of_pages.len()) != Ok(due) {
                    return Err(Unlikely::Astray);
                }
                (*first..).zip(of_pages).try_for_each(|(number, page)| page.check(number))
            }
            (Self::PageText(text), Ask::PageText { page }) => text.check(*page),
            (Self::PageImage { width, height, scale }, Ask::PageImage { .. }) => {
                pixels(*width, *height)?;
                if scale.is_finite() { Ok(()) } else { Err(Unlikely::TooMuch) }
            }
            (Self::Contents(contents), Ask::Contents) => contents.check(),
            (Self::Part { size }, Ask::Part { .. }) => {
                if *size <= most::PART {
                    Ok(())
                } else {
                    Err(Unlikely::TooMuch)
                }
            }
            (Self::Scan(measures), Ask::Scan { .. }) => measures.check(),
            _ => Err(Unlikely::Astray),
        }
    }
}

#[cfg(test)]
mod tests;
