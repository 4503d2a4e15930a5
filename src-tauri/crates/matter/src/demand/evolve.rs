//! Folding entries into a demand: pure and total, disposed bodies included.

use super::{
    BasisSignature, CellDecision, Cells, ConflictReason, Decision, Demand, DemandEntry, LetterOf, OpenChallenge,
    RecordedDisclosure, RecordedSearch, Step, TargetNotice, UserChallenge, Withdrawal,
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
            DemandEntry::DemandAmended { facts, .. } => self.facts = Some((**facts).clone()),
            DemandEntry::DocumentAttached { attached } => self.documents.push(attached.clone()),
            DemandEntry::Assigned { owner } => self.owner = *owner,
            DemandEntry::Linked { link } => self.links.push(link.clone()),
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
            DemandEntry::WithdrawnByAgency { document, note } => {
                self.withdrawn =
                    Some(Withdrawal { happened: meta.happened, document: *document, note: note.clone() });
            }
            DemandEntry::NoticeDecided { target, decision } => {
                self.notices.retain(|made| made.target != *target);
                self.notices.push(TargetNotice { target: *target, decision: decision.clone(), by: meta.actor });
            }
            DemandEntry::LetterStarted { letter, target } => {
                self.letters.push(LetterOf { letter: *letter, target: *target });
            }
            DemandEntry::UserChallenged { target, challenge } => match challenge {
                UserChallenge::Stated { note } => {
                    self.challenges.push(OpenChallenge { target: *target, note: note.clone() });
                }
                UserChallenge::Ended { .. } => self.challenges.retain(|open| open.target != *target),
            },
            DemandEntry::NonDisclosureEnded { .. } => self.non_disclosure_ended = true,
            DemandEntry::BasisSigned { cells, basis, reason, as_counsel } => self.bases.push(BasisSignature {
                cells: cells.clone(),
                basis: basis.clone(),
                reason: reason.clone(),
                by: meta.actor,
                by_counsel: *as_counsel,
            }),
            DemandEntry::ConflictResolved { cells, reason } => self.conflict_reasons.push(ConflictReason {
                cells: cells.clone(),
                reason: reason.clone(),
                by: meta.actor,
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
