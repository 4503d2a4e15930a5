//! Loading what a decision reads.

use std::collections::BTreeSet;

use contract::Fault;
use matter::act::Act;
use matter::decide::View;
use matter::demand::Demand;
use matter::docket::DocketNumber;
use matter::ids::{DemandId, LetterId, ProceedingId};
use matter::journal::Subject;
use matter::letter::Letter;
use matter::proceeding::Proceeding;
use matter::state::State;

use crate::Desk;
use crate::faults::fault;
use crate::session::Open;

impl Open {
    /// A demand now; with version 0 when it was never logged.
    pub(crate) fn demand(&self, id: DemandId) -> Result<Demand, Fault> {
        match self.register.load(&Subject::Demand(id)).map_err(fault)? {
            State::Demand(demand) => Ok(*demand),
            _ => Err(Fault::internal("demand")),
        }
    }

    /// A proceeding now.
    pub(crate) fn proceeding(&self, id: ProceedingId) -> Result<Proceeding, Fault> {
        match self.register.load(&Subject::Proceeding(id)).map_err(fault)? {
            State::Proceeding(proceeding) => Ok(*proceeding),
            _ => Err(Fault::internal("proceeding")),
        }
    }

    /// A letter now.
    pub(crate) fn letter(&self, id: LetterId) -> Result<Letter, Fault> {
        match self.register.load(&Subject::Letter(id)).map_err(fault)? {
            State::Letter(letter) => Ok(*letter),
            _ => Err(Fault::internal("letter")),
        }
    }
}

impl Desk {
    /// Everything the act's decision may read: its demands with all their proceedings and letters, and what the act names.
    pub(crate) fn view_for(&self, open: &Open, act: &Act) -> Result<View, Fault> {
        let mut demands: BTreeSet<DemandId> = BTreeSet::new();
        let mut proceedings: BTreeSet<ProceedingId> = BTreeSet::new();
        let mut letters: BTreeSet<LetterId> = BTreeSet::new();
        match act.subject() {
            Subject::Demand(id) => {
                demands.insert(id);
            }
            Subject::Proceeding(id) => {
                proceedings.insert(id);
                demands.extend(open.proceeding(id)?.demands);
            }
            Subject::Letter(id) => {
                letters.insert(id);
                demands.extend(open.letter(id)?.demand);
            }
            Subject::Policy | Subject::People | Subject::Register | Subject::Access(_) => {}
        }
        match act {
            Act::LinkDemand { link, .. } => {
                demands.insert(link.demand);
            }
            Act::OpenProceeding { demands: named, court, docket, .. } => {
                demands.extend(named.iter().copied());
                // One docket is one proceeding, whatever spelling its number has.
                let marks = matter::mark::of_docket(court, &DocketNumber::new(docket.clone()));
                for subject in open.register.marked(&marks).map_err(fault)? {
                    if let Subject::Proceeding(id) = subject {
                        proceedings.insert(id);
                    }
                }
            }
            Act::JoinDemand { demand, .. } | Act::LeaveProceeding { demand, .. } | Act::DraftLetter { demand, .. } => {
                demands.insert(*demand);
            }
            _ => {}
        }
        let demands = demands.into_iter().map(|id| open.demand(id)).collect::<Result<Vec<_>, _>>()?;
        for demand in &demands {
            proceedings.extend(demand.proceedings.iter().copied());
            letters.extend(demand.letters.iter().map(|started| started.letter));
        }
        Ok(View {
            people: open.people()?,
            policy: open.policy()?,
            demands,
            proceedings: proceedings.into_iter().map(|id| open.proceeding(id)).collect::<Result<_, _>>()?,
            letters: letters.into_iter().map(|id| open.letter(id)).collect::<Result<_, _>>()?,
        })
    }
}
