//! What the intake form takes of one instrument.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::ids::{DemandId, DocumentId, TargetId};
use crate::time::{Moment, PrintedDate};

/// What kind of paper this is. *Not confirmed* until a person says: nothing about compulsion is stated before that.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Instrument {
    /// Nobody has said yet.
    NotConfirmed,
    /// Immigration subpoena, Form I-138: 8 U.S.C. § 1225(d)(4)(A), 8 CFR 287.4.
    I138,
    /// Customs summons, DHS Form 3115: 19 U.S.C. § 1509, 19 CFR 163.7.
    Dhs3115,
    /// Another administrative subpoena or summons.
    OtherAdministrative,
    /// Grand-jury subpoena: bites without a further order.
    GrandJury,
    /// Judicial subpoena (Rule 45 and the like).
    JudicialSubpoena,
    /// Search warrant, § 2703(d) order or another court order served as the demand itself.
    Warrant,
    /// I-9 notice of inspection: goes to HR (8 CFR 274a.2(b)(2)(ii)).
    I9Notice,
    /// Preservation request, 18 U.S.C. § 2703(f): preserving is compulsory on request, production is not.
    Preservation,
    /// Emergency disclosure request, 18 U.S.C. § 2702(c)(4): voluntary.
    Emergency,
    /// A letter or e-mail that is no instrument.
    Informal,
}

impl Instrument {
    /// True for the instruments this desk is for: issued by an agency, not self-executing.
    #[must_use]
    pub fn is_administrative(self) -> bool {
        matches!(self, Self::I138 | Self::Dhs3115 | Self::OtherAdministrative)
    }
}

/// The component that issued it: record it, not just "ICE" or "DHS".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Component {
    /// ICE Homeland Security Investigations.
    IceHsi,
    /// ICE Enforcement and Removal Operations.
    IceEro,
    /// ICE, component not stated.
    Ice,
    /// Customs and Border Protection.
    Cbp,
    /// Citizenship and Immigration Services.
    Uscis,
    /// Another part of DHS.
    OtherDhs,
    /// Another agency.
    Other,
}

/// How the instrument reached the recipient.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Channel {
    /// The company's law-enforcement portal.
    Portal,
    /// E-mail.
    Email,
    /// Fax.
    Fax,
    /// Handed over in person.
    InPerson,
    /// Post or courier.
    Post,
    /// Through a registered agent.
    RegisteredAgent,
    /// Another way.
    Other,
}

/// A person on the form. Issuing official, point of contact and server are three different people.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", default)]
pub struct Official {
    /// Name as printed.
    pub name: String,
    /// Title as printed.
    pub title: String,
    /// Telephone, e-mail, address as printed.
    pub contact: String,
}

/// One number the agency gave its paper. Subpoena number, case number and file number differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct AgencyNumber {
    /// What the paper calls it (Subpoena Number, Case Number, File Number).
    pub label: String,
    /// The number as printed.
    pub value: String,
}

/// One account or person named in the demand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Target {
    /// The target's own id.
    pub id: TargetId,
    /// What kind of value it is (handle, e-mail, phone, URL, IP address, account id, name).
    pub kind: String,
    /// The identifier exactly as the paper names it.
    pub identifier: String,
    /// The account it resolves to, if it resolves to exactly one.
    #[serde(default)]
    pub account: String,
    /// The user's language for letters ("en", "es"); empty when not known.
    #[serde(default)]
    pub language: String,
    /// The user's time zone (IANA), if known: the notice window ends by the later of it and the court's.
    #[cfg_attr(feature = "wire", ts(type = "string | null"))]
    #[serde(default)]
    pub zone: Option<chrono_tz::Tz>,
}

/// A record category: 18 U.S.C. § 2703(c)(2) A–F, and what lies outside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Category {
    /// § 2703(c)(2)(A) name.
    Name,
    /// § 2703(c)(2)(B) address.
    Address,
    /// § 2703(c)(2)(C) connection records, session times and durations.
    Sessions,
    /// § 2703(c)(2)(D) length of service, types of service.
    Service,
    /// § 2703(c)(2)(E) telephone or subscriber number or identity, temporarily assigned network address.
    Identity,
    /// § 2703(c)(2)(F) means and source of payment.
    Payment,
    /// Non-content records outside (c)(2).
    OtherNonContent,
    /// Contents of communications.
    Content,
    /// Records with a rule of their own (VPPA, RFPA, cable).
    Special,
}

/// One item of the records demanded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RecordSought {
    /// The category a person put it in.
    pub category: Category,
    /// The paper's own words.
    #[serde(default)]
    pub words: String,
}

/// The standing of a "do not tell".
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum NonDisclosure {
    /// Nothing of the kind on the paper.
    #[default]
    None,
    /// A request, without an order. It never suppresses notice.
    Requested,
    /// The paper says an order or a statute forbids notice; counsel has not confirmed it. Letters are held until counsel decides.
    Asserted {
        /// What it rests on, in the paper's words.
        basis: String,
    },
    /// A court's order (18 U.S.C. § 2705(b), § 3486(a)(6)). Only counsel records this.
    Ordered {
        /// The court, by id.
        court: String,
        /// The docket number as printed.
        docket: String,
        /// First day, if stated.
        #[cfg_attr(feature = "wire", ts(type = "string | null"))]
        start: Option<NaiveDate>,
        /// Last day; none for "until further order".
        #[cfg_attr(feature = "wire", ts(type = "string | null"))]
        end: Option<NaiveDate>,
        /// The day to look at it again when it has no end.
        #[cfg_attr(feature = "wire", ts(type = "string | null"))]
        review: Option<NaiveDate>,
        /// The order itself.
        document: Option<DocumentId>,
    },
    /// 18 U.S.C. § 2709(c): binds without a court. Only counsel records this.
    Statutory {
        /// The provision.
        basis: String,
    },
}

/// How two demands belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum LinkKind {
    /// The same paper, received twice.
    Duplicate,
    /// The same demand issued again.
    Reissue,
    /// Another instrument took this one's place.
    SupersededBy,
}

/// A link to another demand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Link {
    /// How they belong together.
    pub kind: LinkKind,
    /// The other demand.
    pub demand: DemandId,
}

/// Every field of the intake form.
///
/// *Hard* required to save: instrument (may be not confirmed), recipient entity, received, channel, at least one target
/// or "none stated". All else is *soft*: asked for at the step that needs it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DemandFacts {
    /// What kind of paper it is.
    pub instrument: Instrument,
    /// Authority cited, in the paper's words.
    #[serde(default)]
    pub authority: String,
    /// Purpose stated, in the paper's words.
    #[serde(default)]
    pub purpose: String,
    /// The issuing component.
    pub component: Option<Component>,
    /// The issuing office (San Francisco Field Office).
    #[serde(default)]
    pub office: String,
    /// Who signed.
    #[serde(default)]
    pub issuing_official: Official,
    /// Whom to answer.
    #[serde(default)]
    pub point_of_contact: Official,
    /// Who served it.
    #[serde(default)]
    pub server: Official,
    /// The agency's numbers.
    #[serde(default)]
    pub numbers: Vec<AgencyNumber>,
    /// Date of issue as printed.
    #[cfg_attr(feature = "wire", ts(type = "string | null"))]
    pub issued: Option<NaiveDate>,
    /// When it was served.
    pub served: Option<Moment>,
    /// When it was received.
    pub received: Moment,
    /// The return date printed on the form: never rolled, also before service.
    pub return_date: Option<PrintedDate>,
    /// Where to appear or produce.
    #[serde(default)]
    pub return_place: String,
    /// How it came.
    pub channel: Channel,
    /// The recipient entity as the paper names it.
    pub recipient: String,
    /// True when a rider or attachment belongs to it.
    #[serde(default)]
    pub rider: bool,
    /// The standing of a "do not tell".
    #[serde(default)]
    pub non_disclosure: NonDisclosure,
    /// The accounts named.
    #[serde(default)]
    pub targets: Vec<Target>,
    /// True when the paper names no account.
    #[serde(default)]
    pub no_target_stated: bool,
    /// The records sought, by category.
    #[serde(default)]
    pub records: Vec<RecordSought>,
    /// First day of the period asked about.
    #[cfg_attr(feature = "wire", ts(type = "string | null"))]
    pub period_from: Option<NaiveDate>,
    /// Last day of the period asked about.
    #[cfg_attr(feature = "wire", ts(type = "string | null"))]
    pub period_to: Option<NaiveDate>,
    /// Our own date to act by.
    #[cfg_attr(feature = "wire", ts(type = "string | null"))]
    pub act_by: Option<NaiveDate>,
    /// A note for the file; not privileged.
    #[serde(default)]
    pub note: String,
}
