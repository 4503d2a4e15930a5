//! Whether the user may be told: only an order or a statute forbids it. A request never does (trap 9).

use serde::{Deserialize, Serialize};

use crate::demand::{Demand, NonDisclosure};

/// Where notice to the user stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum NoticeStanding {
    /// Free: nothing forbids it, also after a mere request.
    Free,
    /// Asserted order or statute: letters are held until counsel decides, due the next business day.
    Held,
    /// Forbidden by a court's order or a statute.
    Forbidden,
    /// The order's recorded end has passed: notice is due, and waits for counsel's word that no extension exists.
    EndUnconfirmed,
}

/// Where notice stands on the file, apart from time: an order whose end was confirmed by counsel forbids no more.
#[must_use]
pub fn notice_standing(demand: &Demand) -> NoticeStanding {
    match demand.facts.as_ref().map(|facts| &facts.non_disclosure) {
        None | Some(NonDisclosure::None | NonDisclosure::Requested) => NoticeStanding::Free,
        Some(_) if demand.non_disclosure_ended => NoticeStanding::Free,
        Some(NonDisclosure::Asserted { .. }) => NoticeStanding::Held,
        Some(NonDisclosure::Ordered { .. } | NonDisclosure::Statutory { .. }) => NoticeStanding::Forbidden,
    }
}

/// The same as of a day: an order whose recorded end has passed waits for counsel's word.
#[must_use]
pub fn notice_standing_on(demand: &Demand, day: chrono::NaiveDate) -> NoticeStanding {
    let standing = notice_standing(demand);
    match demand.facts.as_ref().map(|facts| &facts.non_disclosure) {
        Some(NonDisclosure::Ordered { end: Some(end), .. }) if standing == NoticeStanding::Forbidden && day > *end => {
            NoticeStanding::EndUnconfirmed
        }
        _ => standing,
    }
}
