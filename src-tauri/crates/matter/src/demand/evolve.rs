//! Folding entries into a demand: pure and total, disposed bodies included.

use super::{
    BasisSignature, CellDecision, Cells, ConflictReason, Decision, Demand, DemandEntry, DemandFacts, LetterOf,
    LinkKind, OpenChallenge, RecordedDisclosure, RecordedSearch, Step, TargetNotice, UserChallenge, Withdrawal,
};
use crate::state::Meta;

impl Demand {
    /// Takes one entry. A disposed body (none) counts as a version and nothing else.
    pub fn evolve(&mut self, meta: &Meta, entry: Option<&DemandEntry>) {
        self.version = self.version.saturating_add(1);
        let Some(entry) = entry else {
            self.disposed = true;
            return;
        };
        match entry {
            DemandEntry::DemandLogged { reference, facts } => {
                self.reference.clone_from(reference);
                self.facts = Some((**facts).clone());
                self.logged = Some(meta.recorded);
                self.on_hold = true;
            }
            DemandEntry::DemandAmended { facts, .. } => self.amend(facts),
            DemandEntry::DocumentAttached { attached } => self.documents.push(attached.clone()),
            DemandEntry::Assigned { owner } => self.owner = *owner,
            DemandEntry::Linked { link } => {
                if link.kind == LinkKind::SupersededBy {
                    self.superseded_on = Some(meta.happened.date());
                }
                self.links.push(link.clone());
            }
            DemandEntry::Unlinked { link, .. } => {
                self.links.retain(|known| known != link);
                if !self.links.iter().any(|known| known.kind == LinkKind::SupersededBy) {
                    self.superseded_on = None;
                }
            }
            DemandEntry::Triaged { .. } => self.step = Step::Triaged,
            DemandEntry::SentToCounsel { .. } => self.step = Step::WithCounsel,
            DemandEntry::ReturnedByCounsel { .. } => self.step = Step::Returned,
            DemandEntry::CounselDecided { cells, decision, .. } => self.decide_cells(meta, cells, *decision),
            DemandEntry::DocketSearched { search } => {
                self.searches.push(RecordedSearch { search: search.clone(), by: meta.actor, answered: None });
            }
            DemandEntry::ClaimAnswered { search, reason } => {
                if let Some(made) = self.searches.iter_mut().find(|made| made.search.id == *search) {
                    made.answered = Some(reason.clone());
                }
            }
            DemandEntry::ProceedingLinked { proceeding } => {
                if !self.proceedings.contains(proceeding) {
                    self.proceedings.push(*proceeding);
                }
            }
            DemandEntry::ProceedingUnlinked { proceeding, .. } => self.proceedings.retain(|known| known != proceeding),
            DemandEntry::WithdrawalRetracted { .. } => self.withdrawn = None,
            DemandEntry::WithdrawnByAgency { document, note } => {
                self.withdrawn = Some(Withdrawal { happened: meta.happened, document: *document, note: note.clone() });
            }
            DemandEntry::NoticeDecided { target, decision, as_counsel } => {
                self.notices.retain(|made| made.target != *target);
                self.notices.push(TargetNotice {
                    target: *target,
                    decision: decision.clone(),
                    by: meta.actor,
                    by_counsel: *as_counsel,
                });
            }
            DemandEntry::LetterStarted { letter, target } => {
                self.letters.push(LetterOf { letter: *letter, target: *target });
            }
            DemandEntry::UserChallenged { target, challenge } => match challenge {
                UserChallenge::Stated { note } => {
                    self.challenges.push(OpenChallenge { target: *target, note: note.clone(), at: meta.recorded });
                }
                UserChallenge::Ended { .. } => self.challenges.retain(|open| open.target != *target),
            },
            DemandEntry::NonDisclosureEnded { .. } => {
                self.non_disclosure_ended = true;
                self.non_disclosure_ended_at = Some(meta.recorded);
            }
            DemandEntry::BasisSigned { cells, basis, reason, as_counsel } => self.bases.push(BasisSignature {
                cells: cells.clone(),
                basis: basis.clone(),
                reason: reason.clone(),
                by: meta.actor,
                by_counsel: *as_counsel,
                at: meta.recorded,
            }),
            DemandEntry::ConflictResolved { cells, reason } => self.conflict_reasons.push(ConflictReason {
                cells: cells.clone(),
                reason: reason.clone(),
                by: meta.actor,
                at: meta.recorded,
            }),
            DemandEntry::Disclosed { disclosure, basis } => self.disclosures.push(RecordedDisclosure {
                disclosure: disclosure.clone(),
                basis: basis.clone(),
                incident: false,
                by: meta.actor,
            }),
            DemandEntry::IncidentRecorded { disclosure, .. } => self.disclosures.push(RecordedDisclosure {
                disclosure: disclosure.clone(),
                basis: String::new(),
                incident: true,
                by: meta.actor,
            }),
            DemandEntry::HoldPlaced { .. } => self.on_hold = true,
            DemandEntry::HoldLifted { .. } => self.on_hold = false,
            DemandEntry::PreservationConfirmed { .. } | DemandEntry::Noted { .. } => {}
            DemandEntry::Closed { outcome, .. } => {
                self.outcome = Some(*outcome);
                self.step = Step::Closed;
            }
            DemandEntry::Reopened { .. } => {
                self.outcome = None;
                self.step = Step::Triaged;
            }
        }
    }

    fn amend(&mut self, facts: &DemandFacts) {
        // Counsel's word was about what was recorded then. A new order is in force until counsel says otherwise.
        if self.facts.as_ref().is_none_or(|before| before.non_disclosure != facts.non_disclosure) {
            self.non_disclosure_ended = false;
            self.non_disclosure_ended_at = None;
        }
        self.facts = Some(facts.clone());
        // A cell that came in later is not decided by what was decided before.
        if self.step == Step::Decided && self.cells().iter().any(|cell| self.decision(cell).is_none()) {
            self.step = Step::WithCounsel;
        }
    }

    fn decide_cells(&mut self, meta: &Meta, cells: &Cells, decision: Decision) {
        for cell in self.cells().into_iter().filter(|cell| cells.covers(cell)) {
            self.decisions.retain(|made| made.cell != cell);
            self.decisions.push(CellDecision { cell, decision, by: meta.actor, at: meta.recorded });
        }
        if self.cells().iter().all(|cell| self.decision(cell).is_some()) {
            self.step = Step::Decided;
        }
    }
}
