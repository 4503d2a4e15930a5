//! The closed list of named facts a template may ask about. There are no expressions: a block is shown or not.

use serde::{Deserialize, Serialize};

/// Writes the enum, its names and its meanings from one list, so that they cannot drift apart.
macro_rules! conditions {
    ($( $variant:ident = $name:literal : $meaning:literal, )+) => {
        /// A named fact that a template may test with `::: when NAME`. The register answers it; nobody types it.
        ///
        /// On the wire and in templates the name is the camelCase word given by [`Condition::name`].
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "camelCase")]
        pub enum Condition {
            $( #[doc = $meaning] $variant, )+
        }

        impl Condition {
            /// Every condition, in the order in which they are documented.
            pub const ALL: &'static [Self] = &[ $( Self::$variant, )+ ];

            /// The word used in templates and in JSON.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $( Self::$variant => $name, )+ }
            }

            /// One plain sentence: when this is true. For labels and help texts (English).
            #[must_use]
            pub const fn meaning(self) -> &'static str {
                match self { $( Self::$variant => $meaning, )+ }
            }

            /// The condition with this name, if there is one. Names are case-sensitive.
            #[must_use]
            pub fn named(name: &str) -> Option<Self> {
                match name { $( $name => Some(Self::$variant), )+ _ => None }
            }
        }
    };
}

conditions! {
    ImmigrationSubpoena = "immigrationSubpoena": "A person confirmed that the paper is an immigration subpoena (Form I-138, 8 U.S.C. § 1225(d)).",
    CustomsSummons = "customsSummons": "A person confirmed that the paper is a customs summons (DHS Form 3115, 19 U.S.C. § 1509).",
    OfficeStated = "officeStated": "The issuing office is recorded.",
    DemandNumbered = "demandNumbered": "The agency's number on the demand is recorded.",
    StatuteStated = "statuteStated": "The demand cites an authority and it is recorded.",
    HasReturnDate = "hasReturnDate": "The demand names a date for an answer and it is recorded.",
    WithdrawnByAgency = "withdrawnByAgency": "The file records that the agency withdrew the demand.",
    OrderNoneOnRecord = "orderNoneOnRecord": "As of the printed time no enforcement order covering this account is recorded as in force, stayed or claimed, and no order against production (one that was denied, reversed or withdrawn may be).",
    OrderClaimed = "orderClaimed": "An enforcement order is claimed for records that no order in force covers, and counsel has not verified it.",
    CourtStopClaimed = "courtStopClaimed": "A stay, a restraint, a quashing or another ruling against production is claimed and counsel has not verified it.",
    OrderInForce = "orderInForce": "A verified, entered, un-stayed enforcement order covers records of this account.",
    OrderStayed = "orderStayed": "What a recorded enforcement order says about records of this account is stayed.",
    StayStands = "stayStands": "A recorded stay covers records of this account, and no order on file is the one it stays.",
    CourtForbidsProduction = "courtForbidsProduction": "A recorded court order says that records of this account must not be produced.",
    PetitionPending = "petitionPending": "The government's paper that asks a court to enforce the demand is recorded on a docket that neither ended nor ruled, and the demand is not withdrawn.",
    NonDisclosureRequested = "nonDisclosureRequested": "The agency asked that the user not be told; a request, not an order.",
    NonDisclosureNoneOnFile = "nonDisclosureNoneOnFile": "The file records no such request, and counsel wants the letter to say so.",
    NothingDisclosedOnFile = "nothingDisclosedOnFile": "The file on this demand records no disclosure as of the printed time.",
    DisclosureOnFile = "disclosureOnFile": "The file on this demand records a disclosure about this account.",
    CopyAttached = "copyAttached": "A copy of the demand goes out with the letter.",
    CopyRedacted = "copyRedacted": "Parts of that copy are covered.",
    ContentNotIncluded = "contentNotIncluded": "No recorded category of this demand for this account is content.",
    HoldingsStated = "holdingsStated": "Counsel lists what the company would be able to produce.",
    ProductionBarred = "productionBarred": "For some records of this account the gate is closed by a court's restraint or stay.",
    ProductionPlanned = "productionPlanned": "Counsel decided to comply with the order in force that covers these records, it sets a date, and nothing but the notice keeps the gate closed.",
    ProductionNotPlanned = "productionNotPlanned": "An order in force covers these records, and there is no such plan.",
    RecordsUnderOrder = "recordsUnderOrder": "One of the three before holds for some records of this account.",
    RecordsWithoutOrder = "recordsWithoutOrder": "Some records asked for are covered by no order in force, restraint or stay.",
    WaitsForOrder = "waitsForOrder": "Counsel decided for every such record: nothing is produced in answer to this demand without a court order.",
    HasNoticeWindow = "hasNoticeWindow": "A waiting period is promised to this user and its end is known.",
    KeepDataClause = "keepDataClause": "Counsel switched on the clause that asks the user not to delete data. Off by default.",
}
