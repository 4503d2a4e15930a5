//! Docket numbers as people really write them. A number is never refused: the raw text is kept exactly, and where it
//! can be read its parts are set beside it. Forms seen in real sources: legal-reference §3.5.

mod parse;
mod tokens;

pub(crate) use parse::names_kind;
pub(crate) use tokens::is_invisible;

use std::fmt;

use serde::{Deserialize, Serialize};

/// The type of a case, from the letters of its docket number.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", from = "String")]
pub enum CaseKind {
    /// `cv`, `Civ. A.`, or the old `C`.
    Civil,
    /// `cr`.
    Criminal,
    /// `mc`: the type often used for subpoena matters.
    Miscellaneous,
    /// `mj` or `Mag.`
    Magistrate,
    /// `md`, `mdl`.
    MultiDistrict,
    /// A court of appeals number, which carries no letters (`17-16221`).
    Appeal,
    /// Any other two or three letters between year and number (`sc`, `sw` …), in lower case.
    Other(String),
}

impl CaseKind {
    /// The two-letter code used on dockets, in lower case; `appeal` for an appeals number.
    #[must_use]
    pub fn code(&self) -> &str {
        match self {
            Self::Civil => "cv",
            Self::Criminal => "cr",
            Self::Miscellaneous => "mc",
            Self::Magistrate => "mj",
            Self::MultiDistrict => "md",
            Self::Appeal => "appeal",
            Self::Other(code) => code,
        }
    }

    /// The kinds that are written in several ways. Anything else is `None`.
    pub(crate) fn known(word: &str) -> Option<Self> {
        Some(match word {
            "cv" | "c" | "civ" | "civil" => Self::Civil,
            "cr" | "crim" | "criminal" => Self::Criminal,
            "mc" | "misc" | "miscellaneous" => Self::Miscellaneous,
            "mj" | "mag" | "magistrate" => Self::Magistrate,
            "md" | "mdl" => Self::MultiDistrict,
            _ => return None,
        })
    }
}

impl From<CaseKind> for String {
    fn from(kind: CaseKind) -> Self {
        kind.code().to_owned()
    }
}

impl From<String> for CaseKind {
    fn from(code: String) -> Self {
        if code == "appeal" { Self::Appeal } else { Self::known(&code).unwrap_or(Self::Other(code)) }
    }
}

/// The parts of a docket number that could be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS), ts(rename = "ParsedDocket"))]
#[serde(rename_all = "camelCase")]
pub struct Parsed {
    /// Divisional office: a digit (`3:`) or letters (`EP-`, W.D. Tex.). Says nothing about which case it is.
    pub office: Option<String>,
    /// Four-digit year of filing. Two digits are read as 1950–2049.
    pub year: u16,
    /// Case type.
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub kind: CaseKind,
    /// Number within court, year and type, without leading zeros.
    pub sequence: u32,
    /// Initials of the judges as written. Judges change, so they say nothing about which case it is.
    pub judges: Vec<String>,
}

impl Parsed {
    /// The usual modern spelling without initials: `3:17-cv-01916`, `20-mc-00011`, `17-16221`.
    #[must_use]
    pub fn canonical(&self) -> String {
        let year = self.year % 100;
        if self.kind == CaseKind::Appeal {
            return format!("{year:02}-{}", self.sequence);
        }
        let office = match self.office.as_deref() {
            Some(digits) if digits.bytes().all(|b| b.is_ascii_digit()) => format!("{digits}:"),
            Some(letters) => format!("{letters}-"),
            None => String::new(),
        };
        format!("{office}{year:02}-{}-{:05}", self.kind.code(), self.sequence)
    }
}

/// A docket number: what was written, and what could be read from it.
///
/// On the wire it is `{raw, parsed}`; coming in, only `raw` (or a bare string) counts and the parts are read again,
/// so that parts can never disagree with the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", from = "Incoming")]
pub struct DocketNumber {
    raw: String,
    parsed: Option<Parsed>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Incoming {
    Text(String),
    Full { raw: String },
}

impl From<Incoming> for DocketNumber {
    fn from(incoming: Incoming) -> Self {
        match incoming {
            Incoming::Text(raw) | Incoming::Full { raw } => Self::new(raw),
        }
    }
}

impl From<String> for DocketNumber {
    fn from(raw: String) -> Self {
        Self::new(raw)
    }
}

impl From<&str> for DocketNumber {
    fn from(raw: &str) -> Self {
        Self::new(raw)
    }
}

impl DocketNumber {
    /// Takes any text, of any length. Never refuses and never changes the text.
    pub fn new(raw: impl Into<String>) -> Self {
        let raw = raw.into();
        let parsed = parse::parse(&raw);
        Self { raw, parsed }
    }

    /// The text exactly as it was given, control and direction marks included. For showing it use `Display`.
    #[must_use]
    pub fn raw(&self) -> &str {
        &self.raw
    }

    /// The parts, where the text could be read. `None` is a fact about our reading, not about the case.
    #[must_use]
    pub const fn parsed(&self) -> Option<&Parsed> {
        self.parsed.as_ref()
    }

    /// Whether nothing but white space was written.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.raw.trim().is_empty()
    }

    /// Text for search and comparison of what could not be read: letters and digits only, in lower case.
    #[must_use]
    pub fn normalised(&self) -> String {
        self.raw.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    }
}

impl fmt::Display for DocketNumber {
    /// The raw text made safe to show: control characters and direction marks appear as U+FFFD.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.raw.chars() {
            let hidden = c.is_control() || is_invisible(c);
            fmt::Write::write_char(f, if hidden { char::REPLACEMENT_CHARACTER } else { c })?;
        }
        Ok(())
    }
}

/// Whether two numbers name the same case *within one court*: the caller compares the courts.
///
/// Both readable: year, type and number decide; office, leading zeros and initials do not (legal-reference §3.5).
/// Otherwise only the same letters and digits in the same order are the same.
#[must_use]
pub fn same_case(a: &DocketNumber, b: &DocketNumber) -> bool {
    if let (Some(a), Some(b)) = (a.parsed(), b.parsed()) {
        return (a.year, &a.kind, a.sequence) == (b.year, &b.kind, b.sequence);
    }
    let (left, right) = (a.normalised(), b.normalised());
    if left.is_empty() || right.is_empty() { a.raw == b.raw } else { left == right }
}
