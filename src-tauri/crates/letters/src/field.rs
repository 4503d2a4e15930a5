//! The closed list of fields a letter may name, with what each means. Whoever fills them formats them in the letter's language.

use serde::{Deserialize, Serialize};

/// One field: its name in `{{name}}`, what belongs in it, and a fictional example.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Field {
    /// The name between the braces, camelCase.
    pub name: &'static str,
    /// What the value means and how it is written (English, for labels and help texts).
    pub meaning: &'static str,
    /// A fictional value, in English.
    pub example: &'static str,
}

const fn field(name: &'static str, meaning: &'static str, example: &'static str) -> Field {
    Field { name, meaning, example }
}

/// Every field a letter may name outside a list block. Dates and times are written out in the letter's language
/// (see [`Language::date`](crate::Language::date) and [`Language::moment`](crate::Language::moment)).
pub const FIELDS: &[Field] = &[
    field(
        "company",
        "The company that received the demand and sends the letter, by its full name.",
        "Example Platform, Inc.",
    ),
    field("letterDate", "The day the letter is made, written out.", "Monday, November 23, 2026"),
    field("reference", "The register's reference of the demand.", "2026-0007"),
    field(
        "asOf",
        "The time up to which the register was read; every statement about the file holds as of it. Date, time, zone.",
        "Monday, November 23, 2026, 10:15 a.m. Eastern Time",
    ),
    field("agency", "The agency that issued the demand.", "U.S. Department of Homeland Security"),
    field(
        "component",
        "The part of the agency, by name, not only by its initials.",
        "U.S. Immigration and Customs Enforcement",
    ),
    field(
        "office",
        "The issuing office, as recorded. No person's name and no direct telephone line.",
        "Homeland Security Investigations, Springfield office",
    ),
    field("demandNumber", "The agency's own number on the demand.", "HSI-2026-004417"),
    field("receivedOn", "The day the demand was received, written out.", "Wednesday, November 18, 2026"),
    field("statute", "The authority the demand cites, as recorded.", "8 U.S.C. § 1225(d)"),
    field(
        "returnDate",
        "The date printed on the demand for an answer; with time and zone if the demand has them.",
        "Thursday, December 3, 2026, 10:00 a.m. Eastern Time",
    ),
    field("withdrawnOn", "The day the agency withdrew the demand, written out.", "Friday, November 20, 2026"),
    field("barredScope", "The records a court's restraint or stay keeps back, in plain words.", "your phone number"),
    field(
        "unplannedScope",
        "The records an order in force covers for which no day of handing over is planned, in plain words.",
        "your address",
    ),
    field("restScope", "The records no order, restraint or stay covers, in plain words.", "how you pay"),
    field(
        "petitionCourt",
        "The court in which the request to enforce is pending.",
        "United States District Court for the Northern District of California",
    ),
    field("petitionDocketNumber", "The docket number of that case.", "5:26-mc-80998"),
    field(
        "noticeWindowEnds",
        "The end of the waiting period promised to this user: date, time, zone. Leave its condition off when the period would end after an order's own date: that is a conflict for counsel.",
        "Monday, December 7, 2026, 11:59 p.m. Eastern Time",
    ),
    field("disclosedOn", "The day of the disclosure the file records, written out.", "Friday, November 20, 2026"),
    field(
        "redactions",
        "What was covered in the copy of the demand and why, as a full sentence.",
        "We covered the direct phone line of a government worker.",
    ),
    field("contact", "Where the user can write to the company about this letter.", "legal-notices@platform.example"),
    field(
        "verification",
        "Where the user can check that the letter is real: a page or a number published elsewhere.",
        "platform.example/legal-notices",
    ),
];

/// The field with this name.
#[must_use]
pub fn field_named(name: &str) -> Option<&'static Field> {
    FIELDS.iter().find(|field| field.name == name)
}

/// The lists a template may walk with `::: each NAME`. In the block the item's fields are `{{item.NAME}}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum List {
    /// The accounts of this letter's own user that the demand names. Never another user's.
    TargetsOfThisUser,
    /// The kinds of records the demand asks for about this user's accounts.
    Records,
    /// The kinds of records the company would be able to produce (only under `holdingsStated`).
    RecordsHeld,
    /// Orders against production that stand, each with what it covers for this account.
    OrdersForbidding,
    /// Stays that stand although no order on file is the one they stay.
    Stays,
    /// Orders to comply, each with the records of this account for which it is in force.
    OrdersInForce,
    /// Orders to comply, each with the records of this account for which it is stayed.
    OrdersStayed,
    /// What is planned to be handed over under orders in force, by day.
    PlannedProductions,
    /// Where free or low-cost help can be found; counsel keeps this list.
    HelpOrganisations,
}

impl List {
    /// Every list.
    pub const ALL: &'static [Self] = &[
        Self::TargetsOfThisUser,
        Self::Records,
        Self::RecordsHeld,
        Self::OrdersForbidding,
        Self::Stays,
        Self::OrdersInForce,
        Self::OrdersStayed,
        Self::PlannedProductions,
        Self::HelpOrganisations,
    ];

    /// The word used in templates and in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::TargetsOfThisUser => "targetsOfThisUser",
            Self::Records => "records",
            Self::RecordsHeld => "recordsHeld",
            Self::OrdersForbidding => "ordersForbidding",
            Self::Stays => "stays",
            Self::OrdersInForce => "ordersInForce",
            Self::OrdersStayed => "ordersStayed",
            Self::PlannedProductions => "plannedProductions",
            Self::HelpOrganisations => "helpOrganisations",
        }
    }

    /// The list with this name, if there is one.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|list| list.name() == name)
    }

    /// The fields each item has; named without the `item.` in front.
    #[must_use]
    pub const fn fields(self) -> &'static [Field] {
        match self {
            Self::TargetsOfThisUser => TARGET_FIELDS,
            Self::Records => RECORD_FIELDS,
            Self::RecordsHeld => HELD_FIELDS,
            Self::OrdersForbidding | Self::Stays | Self::OrdersStayed => ORDER_FIELDS,
            Self::OrdersInForce => IN_FORCE_FIELDS,
            Self::PlannedProductions => PLANNED_FIELDS,
            Self::HelpOrganisations => HELP_FIELDS,
        }
    }
}

const COURT: Field = field(
    "court",
    "The court of the recorded paper, by its full name.",
    "United States District Court for the Northern District of California",
);
const DOCKET: Field = field("docketNumber", "The docket number of its case, as the court writes it.", "5:26-mc-80999");
const ENTERED: Field =
    field("orderEnteredOn", "The day it was entered on the docket, written out.", "Monday, November 9, 2026");
const SCOPE: Field = field(
    "scope",
    "The records of this account for which it stands so, in plain words.",
    "your name, address and the dates you signed in",
);
const ORDER_FIELDS: &[Field] = &[COURT, DOCKET, ENTERED, SCOPE];
const IN_FORCE_FIELDS: &[Field] = &[
    COURT,
    DOCKET,
    ENTERED,
    SCOPE,
    field(
        "complyBy",
        "The date the order sets, written out; or that the file records none.",
        "Friday, December 11, 2026, 5:00 p.m. Pacific Time",
    ),
];
const PLANNED_FIELDS: &[Field] = &[
    field(
        "productionDate",
        "When records under the order are to be handed over: date, time, zone.",
        "Friday, December 11, 2026, 5:00 p.m. Pacific Time",
    ),
    field("scope", "Which records, in plain words.", "your name"),
];
const TARGET_FIELDS: &[Field] =
    &[field("account", "The account as the letter shows it, masked if counsel wants it so.", "@river_lantern_88")];
const RECORD_FIELDS: &[Field] = &[field("description", "One kind of record, in plain words.", "Your name and address")];
const HELD_FIELDS: &[Field] =
    &[field("description", "One kind of record the company could produce, in plain words.", "The dates you signed in")];
const HELP_FIELDS: &[Field] = &[
    field("name", "The organisation's name.", "Example Legal Aid"),
    field("contact", "Its page or telephone number.", "legalaid.example"),
];
