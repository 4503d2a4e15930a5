//! Facts that an act needs and that only the desk can supply.

use chrono::Datelike as _;
use contract::Fault;
use matter::act::{Act, Supplied};
use matter::decide::View;
use matter::demand::{NonDisclosure, OtherBasis};
use matter::ids::{DocumentId, LetterId};
use register::Staged;

use crate::Desk;
use crate::faults::fault;
use crate::session::Open;

impl Desk {
    /// What the act needs, and papers made for it that are sealed with it.
    pub(crate) fn supply(&self, open: &Open, view: &View, act: &Act) -> Result<(Supplied, Vec<Staged>), Fault> {
        let mut supplied = Supplied { known_documents: self.known(open, act)?, ..Supplied::default() };
        let mut staged = Vec::new();
        match act {
            Act::LogDemand { .. } => supplied.reference = self.next_reference(open)?,
            Act::OpenProceeding { court, .. } => {
                supplied.is_district_court = self.law.courts.by_id(&court.as_str().into()).is_some();
            }
            Act::DraftLetter { language, .. } => supplied.template = self.template_version(language),
            Act::ApproveLetter { letter } => self.supply_approval(open, view, *letter, &mut supplied, &mut staged)?,
            Act::MarkLetterSent { letter, .. } => self.supply_sending(view, *letter, &mut supplied)?,
            _ => {}
        }
        Ok((supplied, staged))
    }

    fn supply_approval(
        &self,
        open: &Open,
        view: &View,
        letter: LetterId,
        supplied: &mut Supplied,
        staged: &mut Vec<Staged>,
    ) -> Result<(), Fault> {
        let as_of = self.now();
        // What is stopped is not made; the rule says why.
        if !self.letter_stops(view, letter).is_empty() {
            return Ok(());
        }
        let Some(composed) = self.compose_letter(view, letter, as_of, as_of)? else { return Ok(()) };
        let bytes = self.letter_bytes(view, letter, &composed, as_of)?;
        let mut source: &[u8] = &bytes;
        let paper = open
            .register
            .stage(DocumentId(self.new_id()?), &mut source, &mut register::Watch::nobody())
            .map_err(fault)?;
        supplied.rendered = Some((paper.document(), crate::letter::text_digest(&composed), as_of));
        staged.push(paper);
        Ok(())
    }

    /// The text as it would be made now, with the time of approval printed: if it differs, a fact changed.
    fn supply_sending(&self, view: &View, letter: LetterId, supplied: &mut Supplied) -> Result<(), Fault> {
        let Some(found) = view.letters.iter().find(|found| found.id == letter) else { return Ok(()) };
        supplied.court_zones = view
            .proceedings
            .iter()
            .filter_map(|proceeding| self.law.courts.by_id(&proceeding.court.as_str().into()))
            .flat_map(|court| court.zones.clone())
            .collect();
        if let Some(approval) = &found.approval {
            // A field that is empty by now is a change as well.
            supplied.text_now = match self.compose_letter(view, letter, approval.as_of, self.now()) {
                Ok(composed) => composed.as_ref().map(crate::letter::text_digest),
                Err(Fault::LetterIncomplete { .. }) => None,
                Err(other) => return Err(other),
            };
        }
        Ok(())
    }

    /// The documents the act names that lie in the register.
    fn known(&self, open: &Open, act: &Act) -> Result<Vec<DocumentId>, Fault> {
        let mut named: Vec<DocumentId> = Vec::new();
        match act {
            Act::LogDemand { facts, .. } | Act::AmendDemand { facts, .. } => {
                if let NonDisclosure::Ordered { document, .. } = &facts.non_disclosure {
                    named.extend(*document);
                }
            }
            Act::RecordDocketSearch { search, .. } => named.extend(search.proof),
            Act::RecordCourtPaper { paper, .. } => named.extend(paper.document),
            Act::RecordWithdrawal { document, .. } => named.extend(*document),
            Act::SignBasis { basis, .. } => match basis {
                OtherBasis::OtherProcess { document, .. } | OtherBasis::UserConsent { document } => {
                    named.extend(*document);
                }
                OtherBasis::Emergency { .. } | OtherBasis::Exception { .. } => {}
            },
            Act::Disclose { disclosure, .. } | Act::RecordIncident { disclosure, .. } => {
                named.extend(disclosure.documents.iter().copied());
            }
            Act::MarkLetterSent { proof, .. } => named.push(*proof),
            _ => {}
        }
        let mut known = Vec::new();
        for document in named {
            match open.register.document(document) {
                Ok(found) => known.push(found.id),
                Err(register::Fault::NotFound { .. }) => {}
                Err(other) => return Err(fault(other)),
            }
        }
        Ok(known)
    }

    /// The next free reference: year of logging in the desk's zone, and a number.
    fn next_reference(&self, open: &Open) -> Result<String, Fault> {
        let year = self.now().with_timezone(&open.settings()?.zone).year();
        // References of a year have no gaps, so the first free one is found by doubling and halving.
        let taken = |number: u32| -> Result<bool, Fault> {
            let found = open.register.demand_by_reference(&format!("{year}-{number:04}")).map_err(fault)?;
            Ok(found.is_some())
        };
        let mut free = 1_u32;
        while taken(free)? {
            free = free.saturating_mul(2);
        }
        let mut known = free / 2;
        while free.saturating_sub(known) > 1 {
            let middle = known.midpoint(free);
            if taken(middle)? {
                known = middle;
            } else {
                free = middle;
            }
        }
        Ok(format!("{year}-{free:04}"))
    }
}
