//! What the recogniser says. Nothing of it is a fact before a person has said so.

use crate::demand::{Category, Component, Instrument};
use crate::docket::DocketNumber;
use crate::law::CourtId;
use crate::proceeding::{PaperKind, What};
use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use crate::place::Rect;

/// Everything that is suggested about one paper.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Suggestions {
    /// What the paper is; none where that is not clear. A person is asked then.
    pub class: Option<Classed>,
    /// The fields, in the order of [`Field`].
    pub fields: Vec<Suggestion>,
}

impl Suggestions {
    /// What is suggested for one field.
    pub fn of(&self, field: Field) -> impl Iterator<Item = &Suggestion> {
        self.fields.iter().filter(move |suggestion| suggestion.field == field)
    }
}

/// What kind of paper it is, in the words of the crate `matter` (legal-reference §1.6, §3.3).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS), ts(rename = "SuggestedClass"))]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Class {
    /// A demand of this kind.
    Demand {
        /// Never `notConfirmed`.
        instrument: Instrument,
    },
    /// A paper of a federal court, or for one.
    Court {
        /// What it is. That it is an order says neither what it orders nor that it is in force.
        kind: PaperKind,
    },
}

/// What a paper seems to be, and why.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS), ts(rename = "ClassSuggestion"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Classed {
    /// What it is.
    pub class: Class,
    /// How sure, 0 to 1: the part of the marks of that kind which were found, less what speaks against it.
    pub confidence: f32,
    /// The marks that speak for it.
    pub reasons: Vec<Reason>,
}

/// One mark of a kind of paper.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS), ts(rename = "ClassMark"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Reason {
    /// The id of the mark in the table (`classes.toml`): the window has a sentence for each.
    pub mark: String,
    /// The paper's own words.
    pub quote: String,
    /// Where they stand.
    pub places: Vec<Place>,
}

/// Where something stands.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS), ts(rename = "SuggestedPlace"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Place {
    /// From 0.
    pub page: u32,
    /// One for each line, on the page as a person sees it; see [`crate::place`].
    pub rects: Vec<Rect>,
}

/// One value for one field of the form, with where it comes from.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Suggestion {
    /// For which field.
    pub field: Field,
    /// What would be filled in.
    pub value: Value,
    /// The paper's own words, with single spaces.
    pub quote: String,
    /// Where they stand.
    pub places: Vec<Place>,
    /// How it was found.
    pub method: Method,
    /// How sure, 0 to 1. A rank among suggestions, not a probability.
    pub confidence: f32,
}

/// How a value was found.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS), ts(rename = "SuggestionMethod"))]
#[serde(rename_all = "camelCase")]
pub enum Method {
    /// It stands beside, below or above the name of the field.
    Label,
    /// A sentence says it.
    Sentence,
    /// It has the form of such a value, and stands where such values stand.
    Shape,
    /// Marks of a kind of paper.
    Mark,
}

/// A field of the intake form or of the form for a court paper.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS), ts(rename = "SuggestedField"))]
#[serde(rename_all = "camelCase")]
pub enum Field {
    /// Subpoena or summons number.
    SubpoenaNumber,
    /// Case number: another number than the subpoena's.
    CaseNumber,
    /// File number: another still.
    FileNumber,
    /// The component that issued it.
    Component,
    /// To whom it is addressed.
    Recipient,
    /// The rest of that address, line by line.
    RecipientAddress,
    /// "In re": the title of a proceeding or an inquiry.
    InRe,
    /// The official before whom to appear, whom to answer: name.
    ContactName,
    /// Title.
    ContactTitle,
    /// Address, line by line.
    ContactAddress,
    /// Telephone.
    ContactPhone,
    /// E-mail.
    ContactEmail,
    /// The official who signs: name.
    IssuingName,
    /// Title.
    IssuingTitle,
    /// Telephone.
    IssuingPhone,
    /// Who may serve or served it: name.
    ServerName,
    /// Title.
    ServerTitle,
    /// Date of issue.
    Issued,
    /// Return date.
    ReturnDate,
    /// Time of return.
    ReturnTime,
    /// Place of return.
    Place,
    /// It commands to appear.
    Appear,
    /// It commands to produce.
    Produce,
    /// An authority cited; one suggestion for each.
    Authority,
    /// The purpose stated.
    Purpose,
    /// What it says about failing to comply.
    Warning,
    /// A record sought; one suggestion for each.
    Record,
    /// The period asked about.
    Period,
    /// An account, address or number named; one suggestion for each.
    Identifier,
    /// A "do not tell".
    NonDisclosure,
    /// A rider or attachment belongs to it.
    Rider,
    /// A fax machine's line: evidence of receipt, never of issue.
    FaxLine,
    /// The court.
    Court,
    /// The docket number.
    Docket,
    /// The judge.
    Judge,
    /// With which power the judge signs.
    JudgePower,
    /// What a court paper does. Never a fact before counsel has read it.
    Effect,
    /// The stamp of the electronic filing system.
    FilingStamp,
    /// When the judge signed.
    Signed,
    /// When it was entered on the docket.
    Entered,
}

/// A value that is suggested.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS), ts(rename = "SuggestedValue"))]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Value {
    /// Words as they stand there.
    Text {
        /// The words.
        text: String,
    },
    /// Several lines.
    Lines {
        /// From top to bottom.
        lines: Vec<String>,
    },
    /// A date, as printed: nothing is added and nothing rolls.
    Date {
        /// The date.
        #[cfg_attr(feature = "wire", ts(type = "string"))]
        date: NaiveDate,
    },
    /// A time of day, as printed.
    Time {
        /// The time.
        #[cfg_attr(feature = "wire", ts(type = "string"))]
        time: NaiveTime,
    },
    /// A box ticked or not.
    Ticked {
        /// It is.
        ticked: bool,
    },
    /// The issuing component.
    Component {
        /// Which.
        component: Component,
    },
    /// A period.
    Period {
        /// First day.
        #[cfg_attr(feature = "wire", ts(type = "string"))]
        from: NaiveDate,
        /// Last day; none where it runs to the present.
        #[cfg_attr(feature = "wire", ts(type = "string | null"))]
        to: Option<NaiveDate>,
    },
    /// An account, address or number.
    Identifier {
        /// Of which kind.
        kind: IdentifierKind,
        /// As printed.
        value: String,
    },
    /// A record sought.
    Record {
        /// The paper's words.
        text: String,
        /// Where it falls; none where that is not clear. Where several are asked for in one breath, the one furthest from
        /// basic subscriber information.
        category: Option<Category>,
    },
    /// A "do not tell".
    NonDisclosure {
        /// Its standing.
        standing: Silence,
    },
    /// A court.
    Court {
        /// Its id.
        court: CourtId,
    },
    /// A docket number.
    Docket {
        /// As printed, with the parts that could be read.
        docket: DocketNumber,
    },
    /// With which power a judge signs.
    JudgePower {
        /// Which.
        power: JudgePower,
    },
    /// What a paper does.
    Effect {
        /// What.
        what: What,
    },
    /// A stamp of the electronic filing system (legal-reference §3.4, 8): helpful, easily forged.
    FilingStamp {
        /// The docket number in it.
        docket: DocketNumber,
        /// The number of the paper on the docket.
        document: String,
        /// When it was filed; not always the date it was entered.
        #[cfg_attr(feature = "wire", ts(type = "string"))]
        filed: NaiveDate,
    },
}

/// What an identifier is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum IdentifierKind {
    /// The name of an account.
    Handle,
    /// An e-mail address.
    Email,
    /// The address of a page.
    Url,
    /// A telephone number.
    Phone,
    /// An IP address.
    Ip,
    /// A platform's own number of an account.
    AccountId,
}

/// The standing of a "do not tell" on its face (legal-reference §1.5). Only counsel decides which it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS), ts(rename = "SuggestedSilence"))]
#[serde(rename_all = "camelCase")]
pub enum Silence {
    /// A request.
    Requested,
    /// The paper says that notice is forbidden.
    Asserted,
    /// A court orders it.
    Ordered,
}

/// Judge is not judge (legal-reference §9, trap 3). Consent under § 636(c) is not read here: counsel looks.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum JudgePower {
    /// A district judge.
    DistrictJudge,
    /// A magistrate judge.
    MagistrateJudge,
    /// Circuit judges.
    AppellatePanel,
}
