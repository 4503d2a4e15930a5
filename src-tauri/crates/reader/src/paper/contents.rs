//! What a paper is, and what is inside it besides its pages: a mail's heads and attachments, an archive's entries.

use serde::{Deserialize, Serialize};

use crate::talk::Refusal;

/// What kind of paper it is, by its content.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Format {
    /// PDF.
    Pdf,
    /// One mail, RFC 5322.
    Mail,
    /// Several mails in one file, RFC 4155.
    Mailbox,
    /// One mail or other item of Outlook, MS-OXMSG.
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
    /// Text in cells: CSV and the like.
    Table,
    /// A picture, or several in one file.
    Picture,
    /// ZIP. What is in it is listed, and read only when somebody asks for one entry.
    Archive,
}

impl Format {
    /// Its pages are drawn by the paper itself. Other papers are written out as text on pages of the reader's making, with
    /// the same places: a sheet of 612 by 792 units, [`crate::paper::sheet`].
    #[must_use]
    pub const fn has_pictures(self) -> bool {
        matches!(self, Self::Pdf | Self::Picture)
    }
}

/// What is inside a paper besides its pages.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Contents {
    /// What kind of paper it is.
    pub format: Format,
    /// Of a mail: who sent it to whom, as it says itself.
    pub head: Option<MailHead>,
    /// Attachments, messages or entries, in the order of the paper.
    pub parts: Vec<Part>,
    /// What it would fetch from elsewhere when shown by another program: pictures, styles, templates. Nothing is fetched.
    pub remote: u32,
    /// Everything was looked at. If not, there is more than is said here.
    pub whole: bool,
}

impl Contents {
    /// Of a paper in which nothing else is.
    #[must_use]
    pub const fn of(format: Format) -> Self {
        Self { format, head: None, parts: Vec::new(), remote: 0, whole: true }
    }
}

/// The head of a mail. Everything here is what the mail says, and can be forged; the receiving server's own lines, nearest
/// the top, are the least so.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MailHead {
    /// Who is said to have written it.
    pub from: Vec<MailAddress>,
    /// Who is said to have sent it for them.
    pub sender: Vec<MailAddress>,
    /// Where answers would go.
    pub reply_to: Vec<MailAddress>,
    /// Where a failure would be reported: the sender on the envelope.
    pub return_path: Option<String>,
    /// To whom.
    pub to: Vec<MailAddress>,
    /// To whom besides.
    pub cc: Vec<MailAddress>,
    /// To whom unseen; there only in the sender's own copy.
    pub bcc: Vec<MailAddress>,
    /// Its subject.
    pub subject: Option<String>,
    /// When it is said to have been written: RFC 3339, in the offset it was written with.
    pub date: Option<String>,
    /// Its own number.
    pub message_id: Option<String>,
    /// The lines of servers about who sent it (`Authentication-Results`), the last server's first.
    pub authentication: Vec<String>,
    /// The lines of servers about its way (`Received`), the last server's first.
    pub received: Vec<String>,
}

/// Name and address.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MailAddress {
    /// The name, as written.
    pub name: Option<String>,
    /// The address, as written; empty where only a name is.
    pub address: String,
}

impl MailAddress {
    /// What follows the `@`, in small letters.
    #[must_use]
    pub fn domain(&self) -> Option<String> {
        domain(&self.address)
    }
}

fn domain(address: &str) -> Option<String> {
    let (_, domain) = address.rsplit_once('@')?;
    let domain = domain.trim_matches(|c: char| c == '>' || c.is_whitespace()).to_lowercase();
    (!domain.is_empty()).then_some(domain)
}

impl MailHead {
    /// Domains that answers or failures go to and that are not the writer's. A reason for care, as forwarders and mailing
    /// services have them too.
    #[must_use]
    pub fn other_domains(&self) -> Vec<String> {
        let own: Vec<String> = self.from.iter().filter_map(MailAddress::domain).collect();
        let elsewhere = self.sender.iter().chain(&self.reply_to).filter_map(MailAddress::domain);
        let mut others: Vec<String> = elsewhere
            .chain(self.return_path.as_deref().and_then(domain))
            .filter(|other| !own.iter().any(|own| own == other))
            .collect();
        others.sort();
        others.dedup();
        others
    }
}

/// Something inside a paper that can be a document of its own.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Part {
    /// Its number, from 0: what it is asked for by.
    pub number: u32,
    /// Its name, as written: text to be shown, never a path.
    pub name: Option<String>,
    /// The type the paper says it is of.
    pub claimed: Option<String>,
    /// The type it is of by its first bytes; none where it was not unpacked for that.
    pub media_type: Option<String>,
    /// How it is inside.
    pub role: Role,
    /// How many bytes it has, or says it has where it was not unpacked.
    pub size: u64,
    /// How many bytes it takes up inside, where it is packed.
    pub packed: Option<u64>,
    /// Why it will not be handed over.
    pub withheld: Option<Refusal>,
}

/// How a part is inside a paper.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Role {
    /// Attached to a mail.
    Attached,
    /// Shown within a mail: a picture of a signature.
    Inline,
    /// The same text in another form: the HTML of a mail whose plain text is what the pages show.
    Alternative,
    /// A mail of a mailbox.
    Message,
    /// A file in an archive.
    Entry,
    /// A file put into a text or table.
    Embedded,
}
