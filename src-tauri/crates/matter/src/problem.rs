//! Why an act was refused: one list, data and not prose. The window and the command line put it into words.

use serde::{Deserialize, Serialize};

use crate::demand::Cell;
use crate::gate::Closed;
use crate::people::Role;
use crate::policy::PatternFlaw;
use crate::proceeding::OrderPoint;

/// One reason for a refusal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Problem {
    /// This person's roles do not allow the act.
    NotAllowed {
        /// Roles that may.
        roles: Vec<Role>,
        /// People who have one of them.
        who: Vec<String>,
    },
    /// A field the step needs is empty.
    Required {
        /// The field's name on the wire (`recipient`, `targets`).
        field: String,
    },
    /// A field's value cannot be.
    Impossible {
        /// The field's name on the wire.
        field: String,
    },
    /// A date lies in the future.
    InFuture {
        /// The field's name on the wire.
        field: String,
    },
    /// Two targets share an id, or another list names one thing twice.
    Repeated {
        /// The field's name on the wire.
        field: String,
    },
    /// The thing named is not in this register.
    Unknown {
        /// The field's name on the wire.
        field: String,
    },
    /// The demand was not logged yet, or is closed.
    WrongStep {
        /// The step it is on.
        step: crate::demand::Step,
    },
    /// The sample register, or one whose recovery key was not typed back, takes no such act.
    RecoveryKeyNotConfirmed,
    /// Only counsel records an order or a statute that forbids notice; others record it as asserted.
    CounselRecordsNonDisclosure,
    /// A verified order covers this account or recipient: it cannot be renamed under the order. Add a new target instead.
    BoundByOrder {
        /// The field's name on the wire.
        field: String,
    },
    /// A paper of this kind cannot order anything.
    PaperCannotOrder,
    /// Verifying needs the paper itself, attached.
    PaperNotAttached,
    /// Verifying needs the date of entry, or the clerk's confirmation of a sealed one.
    NotEntered,
    /// The judge's power to order is not shown.
    JudgePowerNotShown,
    /// The court is not one of the 94 district courts.
    NotADistrictCourt,
    /// An order to produce covers cells named one by one.
    CellsNotNamed,
    /// A point of the sheet without which no order counts does not hold, or was not answered.
    PointNotHeld {
        /// The point.
        point: OrderPoint,
    },
    /// Already verified, approved, sent, closed or removed: corrected by a new act with a reason.
    AlreadyDone,
    /// The gate is closed for a cell.
    GateClosed {
        /// The cell.
        cell: Cell,
        /// Why.
        reasons: Vec<Closed>,
    },
    /// No decision of counsel to disclose covers the cell.
    NotDecided {
        /// The cell.
        cell: Cell,
    },
    /// Papers of the docket are recorded as acting on the demand: they are set aside or corrected first.
    PapersActOnIt,
    /// It is the only demand of the docket: the right one is joined first.
    OnlyDemandOfDocket,
    /// A court's order or a statute forbids telling the user.
    NoticeForbidden,
    /// An asserted order holds the letter until counsel decides.
    NoticeHeld,
    /// A non-disclosure order ended on paper; counsel's word that it was not extended is missing.
    NonDisclosureEndUnconfirmed,
    /// Closing needs a notice decision for every account.
    NoticeUndecided,
    /// The notice decision is not to tell this user.
    NoticeDecidedAgainst,
    /// The letter says that an agency issued the demand and no judge signed it; the paper is of another kind, or its kind
    /// is not confirmed.
    LetterNotForThisPaper,
    /// Courts' orders about this user's records contradict each other: counsel first.
    OrdersContradict,
    /// Where two counsel exist, nobody approves their own letter.
    AuthorApproves,
    /// A fact in the letter changed since it was approved: make it again.
    FactsChanged,
    /// The letter is not approved.
    NotApproved,
    /// Proof of sending is missing.
    ProofMissing,
    /// A role of counsel is granted only with an existing counsel's signature.
    CounselGrantsCounsel,
    /// The last administrator or counsel cannot be removed.
    LastOfRole {
        /// The role.
        role: Role,
    },
    /// A pattern of the platform's identifiers cannot be used.
    PatternUnusable {
        /// Which one, from 1.
        number: u16,
        /// What is wrong with it.
        flaw: PatternFlaw,
    },
    /// More of something than the desk takes.
    TooMany {
        /// The field's name on the wire.
        field: String,
        /// The most there may be.
        most: u16,
    },
    /// The reason is missing.
    ReasonMissing,
}
