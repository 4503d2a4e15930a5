//! A letter as it was approved: made again from what the register held just before the approval was written. By the place
//! in the journal, not by the clock: what came later is left out whatever its time says.

use contract::Fault;
use matter::decide::View;
use matter::entry::Entry;
use matter::journal::Subject;
use matter::letter::{Approval, Letter, LetterEntry};
use matter::people::People;
use matter::policy::Policy;
use matter::state::State;

use super::Made;
use crate::Desk;
use crate::faults::fault;
use crate::session::Open;

impl Desk {
    /// The letter from the facts of its approval; none where they are gone, or no letter comes of them any more. Whether it
    /// is what was approved, its digest tells.
    pub(super) fn as_approved(&self, open: &Open, letter: &Letter, approval: &Approval) -> Result<Option<Made>, Fault> {
        let Some(view) = view_before_approval(open, letter)? else { return Ok(None) };
        match self.compose_letter(&view, letter.id, approval.as_of, approval.as_of) {
            Ok(composed) => {
                Ok(composed.map(|composed| Made { composed, stationery: Self::stationery(&view, letter.id) }))
            }
            Err(Fault::LetterIncomplete { .. }) => Ok(None),
            Err(other) => Err(other),
        }
    }
}

fn view_before_approval(open: &Open, letter: &Letter) -> Result<Option<View>, Fault> {
    let entries = open.register.entries(&Subject::Letter(letter.id), None).map_err(fault)?;
    let approved =
        entries.iter().rev().find(|one| matches!(one.entry, Some(Entry::Letter(LetterEntry::LetterApproved { .. }))));
    let (Some(approved), Some(id)) = (approved, letter.demand) else { return Ok(None) };
    let before = |subject: Subject| -> Result<State, Fault> {
        let mut state = State::new(&subject);
        let entries = open.register.entries(&subject, None).map_err(fault)?;
        for one in entries.iter().filter(|one| one.header.seq < approved.header.seq) {
            state.evolve(&one.meta(), one.entry.as_ref());
        }
        Ok(state)
    };
    let State::Demand(demand) = before(Subject::Demand(id))? else { return Ok(None) };
    let policy = match before(Subject::Policy)? {
        State::Policy(policy) => *policy,
        _ => Policy::default(),
    };
    let mut proceedings = Vec::new();
    for proceeding in &demand.proceedings {
        if let State::Proceeding(found) = before(Subject::Proceeding(*proceeding))? {
            proceedings.push(*found);
        }
    }
    let mut letters = Vec::new();
    for started in &demand.letters {
        if let State::Letter(found) = before(Subject::Letter(started.letter))? {
            letters.push(*found);
        }
    }
    // In the order in which an act's view has them: the letter lists orders in it.
    proceedings.sort_by_key(|proceeding| proceeding.id);
    let demands = vec![*demand];
    Ok(Some(View { people: People::default(), policy, demands, proceedings, letters }))
}
