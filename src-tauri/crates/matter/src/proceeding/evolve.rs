//! Folding entries into a proceeding.

use super::{CourtPaper, PaperKind, Proceeding, ProceedingEntry, RecordedPaper, Verification};
use crate::state::Meta;

impl Proceeding {
    /// Takes one entry; a disposed body counts as a version and nothing else.
    pub fn evolve(&mut self, meta: &Meta, entry: Option<&ProceedingEntry>) {
        self.version = self.version.saturating_add(1);
        let Some(entry) = entry else { return };
        match entry {
            ProceedingEntry::ProceedingOpened { court, docket, kind, demands } => {
                self.court.clone_from(court);
                self.docket = Some(docket.clone());
                self.kind = *kind;
                self.demands.clone_from(demands);
            }
            ProceedingEntry::DemandJoined { demand } => {
                if !self.demands.contains(demand) {
                    self.demands.push(*demand);
                }
            }
            ProceedingEntry::DemandLeft { demand, .. } => self.demands.retain(|known| known != demand),
            ProceedingEntry::CourtPaperRecorded { paper } => self.record(meta, paper),
            ProceedingEntry::OrderVerified { paper, effects, points, note } => {
                if let Some(recorded) = self.papers.iter_mut().find(|recorded| recorded.paper.id == *paper) {
                    recorded.paper.effects.clone_from(effects);
                    recorded.standing = None;
                    recorded.verified = Some(Verification {
                        by: meta.actor,
                        at: meta.recorded,
                        points: points.clone(),
                        note: note.clone(),
                    });
                }
            }
            ProceedingEntry::PaperSetAside { paper, reason } => {
                if let Some(recorded) = self.papers.iter_mut().find(|recorded| recorded.paper.id == *paper) {
                    recorded.set_aside = Some(reason.clone());
                    recorded.standing = None;
                }
            }
            ProceedingEntry::ProceedingEnded { .. } => self.ended = true,
        }
    }

    /// A paper recorded a second time is a correction of the first record (a wrong date of entry): it keeps its place and
    /// its id, which later papers name, and waits for counsel's verification again. Until then the version verified before
    /// goes on acting: a correction neither lowers an order nor lifts a stay.
    fn record(&mut self, meta: &Meta, paper: &CourtPaper) {
        let mut recorded = RecordedPaper {
            paper: paper.clone(),
            by: meta.actor,
            recorded: meta.recorded,
            verified: None,
            set_aside: None,
            standing: None,
        };
        match self.papers.iter_mut().find(|known| known.paper.id == paper.id) {
            Some(known) => {
                recorded.standing = match known.standing.take() {
                    None if known.verified.is_some() => Some(Box::new(known.clone())),
                    before => before,
                };
                *known = recorded;
            }
            None => self.papers.push(recorded),
        }
        // A new request on a docket that was taken for ended shows that it goes on.
        self.ended &= !matches!(
            paper.kind,
            PaperKind::Petition | PaperKind::Motion | PaperKind::OrderToShowCause | PaperKind::ReportAndRecommendation
        );
    }
}
