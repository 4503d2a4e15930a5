//! The names of fields, found on a sheet: `data/labels.toml`.

mod by_place;
mod composed;
mod find;
mod headed;
mod near;
mod placed;
mod region;
mod sections;

use std::ops::Range;

use serde::Deserialize;

pub(super) use composed::is_form_words;
pub(super) use region::{Region, Regions};

/// What stands after a label.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) enum Role {
    Number,
    CaseNumber,
    FileNumber,
    /// The sender's own references: none of the three above.
    Matter,
    Recipient,
    InRe,
    Contact,
    ContactName,
    ContactTitle,
    ContactAddress,
    ContactPhone,
    ContactEmail,
    Issuing,
    IssuingTitle,
    IssuingPhone,
    Server,
    ServerTitle,
    Issued,
    ReturnDate,
    ReturnTime,
    Place,
    /// A date, time, name … of whatever the section is about.
    Date,
    Time,
    Name,
    Title,
    Address,
    Phone,
    Email,
    Authority,
    Purpose,
    Warning,
    Records,
    Identifiers,
    Period,
    Silence,
    Component,
    Command,
    /// Who writes a memorandum.
    From,
    /// Where somebody signs; what it is about is said elsewhere.
    Signature,
    /// Where the issuer signs.
    SignatureIssuing,
    PeriodFrom,
    PeriodTo,
    /// Ends what stood before; nothing is taken from it.
    End,
}

impl Role {
    /// A part of a section about a person, and not a section of its own.
    pub(super) const fn is_part(self) -> bool {
        matches!(self, Self::Date | Self::Time | Self::Name | Self::Title | Self::Address | Self::Phone | Self::Email)
    }

    /// The section that this label begins or stands in. Numbers and dates of a form stand in any section and begin none.
    pub(super) const fn section(self) -> Option<Self> {
        Some(match self {
            Self::Contact
            | Self::ContactName
            | Self::ContactTitle
            | Self::ContactAddress
            | Self::ContactPhone
            | Self::ContactEmail => Self::Contact,
            Self::Issuing | Self::IssuingTitle | Self::IssuingPhone | Self::SignatureIssuing => Self::Issuing,
            Self::Server | Self::ServerTitle => Self::Server,
            Self::Number | Self::CaseNumber | Self::FileNumber | Self::Matter | Self::Issued | Self::ReturnDate => {
                return None;
            }
            Self::ReturnTime | Self::Place | Self::Component | Self::Signature => return None,
            Self::Authority | Self::InRe => return None,
            Self::PeriodFrom | Self::PeriodTo => return None,
            Self::Date | Self::Time | Self::Name | Self::Title | Self::Address | Self::Phone | Self::Email => {
                return None;
            }
            other => other,
        })
    }

    /// A number follows at once, so no colon is needed.
    const fn is_number(self) -> bool {
        matches!(self, Self::Number | Self::CaseNumber | Self::FileNumber | Self::Matter)
    }
}

/// A label on a sheet.
#[derive(Debug, Clone)]
pub(super) struct Hit {
    pub(super) role: Role,
    pub(super) segment: usize,
    pub(super) tokens: Range<usize>,
    /// It stands under what it names.
    pub(super) caption: bool,
    /// It stands at the right of what it names.
    pub(super) right: bool,
}
