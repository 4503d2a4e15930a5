//! Papers as the window shows them: pages, text with its places, and what is worth a warning.
//!
//! Every rectangle is on the page as a person sees it: origin at the top left, x to the right, y down, unit 1/72 inch, on
//! the wire as `[left, top, right, bottom]`. A page's picture is `paper/{document}/{page}/{dpi}` on the page
//! protocol, `file/{token}/{page}/{dpi}` for one that is not kept yet, pages from 0; it has `dpi / 72` pixels for each unit, or fewer where a limit asks for it.

use matter::ids::{DocumentId, OpId};
use matter::suggestion::Suggestions;
use matter::wire::Count53;
use serde::{Deserialize, Serialize};

/// A paper: one that is kept, or a file that was chosen and is not kept yet.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", tag = "type")]
pub enum PaperRef {
    /// Kept in the register.
    Document {
        /// Which.
        document: DocumentId,
    },
    /// Chosen or dropped, by token.
    File {
        /// The token; never a path.
        file: String,
    },
}

/// Asks what a paper is, and opens it to be looked at.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct PaperRequest {
    /// The paper.
    pub paper: PaperRef,
    /// The password it asks for, as a person typed it. It is kept in memory until the register is locked.
    pub password: Option<String>,
}

impl std::fmt::Debug for PaperRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PaperRequest(…)")
    }
}

/// Asks about some pages of a paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct PagesRequest {
    /// The paper.
    pub paper: PaperRef,
    /// The first page, from 0.
    pub first: u32,
    /// How many; at most 200 are answered.
    pub count: u32,
}

/// Asks for the text of one page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct PageTextRequest {
    /// The paper.
    pub paper: PaperRef,
    /// The page, from 0.
    pub page: u32,
}

/// Asks what a paper seems to be and what seems to stand in it. Long work: it can be cancelled by its op.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct SuggestionsRequest {
    /// The job's name.
    pub op: OpId,
    /// The paper.
    pub paper: PaperRef,
}

/// What is suggested about a paper, or why nothing can be. Nothing of it is a fact before a person has said so.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", tag = "type")]
pub enum SuggestionsLook {
    /// It was read.
    Read {
        /// What is suggested.
        suggestions: Suggestions,
        /// Pages of it that were looked at.
        pages: u32,
        /// How many of those are pictures that could not be read as text.
        unread: u32,
    },
    /// Nothing could be read.
    Unreadable {
        /// Why.
        why: Unreadable,
    },
}

/// Everything that was read from a file, with no register: `desk read FILE --json`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct WholePaper {
    /// What it is.
    pub facts: PaperFacts,
    /// Its pages.
    pub pages: Vec<WholePage>,
    /// What is suggested about it.
    pub suggestions: Suggestions,
}

/// One page with its text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct WholePage {
    /// What is true of it.
    pub facts: PageFacts,
    /// Its text; none where it could not be read.
    pub text: Option<PageText>,
    /// It is a picture, and its words are those that text recognition found.
    pub recognised: bool,
}

/// A paper, or why its pages cannot be shown. The paper itself is kept either way and can be saved.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", tag = "type")]
pub enum PaperLook {
    /// Its pages can be asked for.
    Open(PaperFacts),
    /// Nothing can be shown.
    Unreadable {
        /// Why.
        why: Unreadable,
    },
}

/// Some pages, or why they cannot be shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", tag = "type")]
pub enum PagesLook {
    /// The pages asked for, those that there are.
    Read {
        /// In order.
        pages: Vec<PageFacts>,
    },
    /// Nothing can be shown.
    Unreadable {
        /// Why.
        why: Unreadable,
    },
}

/// The text of a page, or why there is none.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", tag = "type")]
pub enum PageTextLook {
    /// What stands on it.
    Read(PageText),
    /// Nothing can be shown.
    Unreadable {
        /// Why.
        why: Unreadable,
    },
}

/// Why a paper or a page is not shown. The original is untouched by any of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum Unreadable {
    /// Its pages are of a kind this program does not show.
    OtherKind,
    /// Too damaged to find a page in it.
    Damaged,
    /// It wants a password.
    PasswordNeeded,
    /// The password is not the right one.
    PasswordWrong,
    /// Encrypted in a way that is not known.
    EncryptionUnknown,
    /// It has no pages.
    NoPages,
    /// It has more pages than are shown.
    TooManyPages,
    /// There is no such page.
    NoSuchPage,
    /// It, or its picture, is larger than the limits.
    TooLarge,
    /// The reader stopped at it: other pages may be well.
    Faulted,
    /// It took longer than it may.
    TimeLimit,
    /// It wanted more memory than it may have.
    MemoryLimit,
    /// Looking at it was stopped.
    Stopped,
    /// The reader is not there, or this system lets it have no walls: nothing is read without them.
    NoReader,
}

/// What is true of a paper as a whole. The counts are reasons for care, not verdicts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct PaperFacts {
    /// How many pages.
    pub pages: u32,
    /// What kind it is, by its content.
    pub format: PaperFormat,
    /// Its pages are pictures. Else it is text, written out on sheets of the reader's making: show the words where they
    /// stand, in a type of one width.
    pub drawn: bool,
    /// Attachments, messages or entries inside it.
    pub parts: Vec<PaperPart>,
    /// The title it gives itself, which proves nothing.
    pub title: Option<String>,
    /// It is encrypted, with or without a password to open it.
    pub encrypted: bool,
    /// Its table of contents.
    pub outline: Vec<OutlineEntry>,
    /// What is worth a look. The program runs, follows and opens none of it.
    pub cautions: Vec<PaperCaution>,
}

/// What kind of paper it is, by its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum PaperFormat {
    /// PDF.
    Pdf,
    /// One mail.
    Mail,
    /// Several mails in one file.
    Mailbox,
    /// One mail or other item of Outlook.
    OutlookItem,
    /// DOCX.
    Word,
    /// XLSX.
    Spreadsheet,
    /// RTF.
    RichText,
    /// HTML, read as text.
    Html,
    /// Plain text.
    Text,
    /// Text in cells.
    Table,
    /// A picture, or several in one file.
    Picture,
    /// An archive: what is in it is listed, and not unpacked.
    Archive,
}

/// Something inside a paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct PaperPart {
    /// Its number.
    pub number: u32,
    /// The name it gives itself; shown, never used as a path.
    pub name: String,
    /// Its type by its content or, where that was not looked at, as it says.
    pub media_type: String,
    /// Its size in bytes, as far as it is known without unpacking.
    pub length: Option<Count53>,
    /// Why it cannot be taken out.
    pub withheld: Option<Unreadable>,
}

/// One line of a paper's table of contents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct OutlineEntry {
    /// As the paper says it.
    pub title: String,
    /// 0 for the outermost.
    pub depth: u16,
    /// The page it leads to, from 0, where that is known.
    pub page: Option<u32>,
}

/// Something in a paper that is worth a look, with how often it is there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct PaperCaution {
    /// What.
    pub kind: CautionKind,
    /// How many; at least so many.
    pub count: u32,
}

/// What can be in a paper beside its pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum CautionKind {
    /// Scripts. None is ever run.
    Scripts,
    /// It asks to start programs or to open other files.
    Launches,
    /// Files inside it.
    EmbeddedFiles,
    /// Links to addresses outside.
    Links,
    /// Digital signatures. They are counted, not verified.
    Signatures,
    /// It was saved again over an earlier state that is still inside.
    LaterRevisions,
    /// It would fetch pictures or the like from elsewhere. Nothing is fetched.
    Remote,
}

/// What is true of one page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct PageFacts {
    /// From 0.
    pub page: u32,
    /// In 1/72 inch.
    pub width: f32,
    /// In 1/72 inch.
    pub height: f32,
    /// The number printed on it, where the paper says so: "iv".
    pub label: Option<String>,
    /// How many words were found.
    pub words: u32,
    /// There is a picture and hardly any text: only text recognition can read it.
    pub needs_recognition: bool,
    /// How many characters are there and not to be seen: under a black bar, a picture, or in the colour of the paper.
    pub hidden: u32,
    /// Something on it could not be drawn.
    pub lacks: bool,
}

/// The text of one page, in reading order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct PageText {
    /// From 0.
    pub page: u32,
    /// Its lines.
    pub lines: Vec<TextLine>,
    /// Not all of it: a limit was reached.
    pub cut: bool,
}

/// Words on one base line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct TextLine {
    /// How far its direction of reading is turned clockwise, in whole degrees.
    pub turn: u16,
    /// In the order they are read.
    pub words: Vec<TextWord>,
}

/// One word.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct TextWord {
    /// Its characters.
    pub text: String,
    /// Around all of them: left, top, right, bottom.
    pub at: (f32, f32, f32, f32),
    /// It is in the text and not to be seen on the page.
    pub hidden: bool,
    /// Text recognition read it in two ways.
    pub unsure: bool,
}
