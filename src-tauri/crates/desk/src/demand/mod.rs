//! A demand as the window shows it: folded, judged by the domain's functions, never here.

mod dates;
mod may;
mod warnings;

use contract::{CellGate, DemandRequest, DemandView, Fault, Seen, TimelineRequest};
use matter::access::AccessEntry;
use matter::compulsion::compulsion;
use matter::demand::{Demand, DemandEntry};
use matter::entry::Entry;
use matter::gate::gate_under;
use matter::ids::DemandId;
use matter::journal::Subject;
use matter::letter::Letter;
use matter::notice::{NoticeStanding, notice_standing_for};
use matter::proceeding::Proceeding;
use matter::state::State;
use matter::time::Instant;
use matter::timeline::{TimelineLine, TimelineRow, timeline};

use crate::faults::fault;
use crate::session::Open;
use crate::{Desk, hold};

/// A demand with what hangs on it, all as known at one time.
pub(crate) struct Whole {
    pub(crate) demand: Demand,
    pub(crate) proceedings: Vec<Proceeding>,
    pub(crate) letters: Vec<Letter>,
}

impl Open {
    fn state(&self, subject: Subject, known_at: Option<Instant>) -> Result<State, Fault> {
        match known_at {
            None => self.register.load(&subject).map_err(fault),
            Some(at) => self.register.load_known_at(&subject, at).map_err(fault),
        }
    }

    /// Loads a demand with its proceedings and letters. `as_of` leaves out the demand's own entries that happened later;
    /// what courts did is cut by the papers' own dates when compulsion is derived.
    pub(crate) fn whole(
        &self,
        id: DemandId,
        as_of: Option<Instant>,
        known_at: Option<Instant>,
    ) -> Result<Whole, Fault> {
        let mut demand = Demand::new(id);
        for recorded in self.register.entries(&Subject::Demand(id), known_at).map_err(fault)? {
            let meta = recorded.meta();
            let later = as_of.is_some_and(|at| meta.happened.at > at);
            match &recorded.entry {
                // The link to a proceeding is bookkeeping of ours: a paper entered before we knew of it was true then.
                Some(Entry::Demand(entry)) => {
                    let linked =
                        matches!(entry, DemandEntry::ProceedingLinked { .. } | DemandEntry::ProceedingUnlinked { .. });
                    if !later || linked {
                        demand.evolve(&meta, Some(entry));
                    }
                }
                _ if later => {}
                _ => demand.evolve(&meta, None),
            }
        }
        if demand.facts.is_none() && !demand.disposed {
            return Err(Fault::NotFound);
        }
        let mut proceedings = Vec::new();
        for proceeding in &demand.proceedings {
            if let State::Proceeding(found) = self.state(Subject::Proceeding(*proceeding), known_at)? {
                proceedings.push(*found);
            }
        }
        let mut letters = Vec::new();
        for started in &demand.letters {
            if let State::Letter(found) = self.state(Subject::Letter(started.letter), known_at)? {
                letters.push(*found);
            }
        }
        Ok(Whole { demand, proceedings, letters })
    }
}

impl Desk {
    pub(crate) fn show_demand(&self, request: &DemandRequest) -> Result<DemandView, Fault> {
        let open = self.started()?;
        let now = self.now();
        let history = request.as_of.is_some() || request.known_at.is_some();
        let at = request.as_of.or(request.known_at).unwrap_or(now);
        let whole = open.whole(request.demand, request.as_of, request.known_at)?;
        let settings = open.settings()?;
        let people = open.people()?;
        let Whole { demand, proceedings, letters } = &whole;
        let gates = demand
            .cells()
            .into_iter()
            .map(|cell| CellGate { gate: gate_under(&settings, demand, &cell, proceedings, letters, at), cell })
            .collect();
        let shown = compulsion(demand, proceedings, at);
        let dates = dates::dates(&self.law, &settings, &whole, &shown, at);
        let warnings = warnings::warnings(self, &open, &settings, &whole, at)?;
        let mut seen = vec![Seen { subject: Subject::Demand(demand.id), version: demand.version.to_string() }];
        seen.extend(
            proceedings
                .iter()
                .map(|found| Seen { subject: Subject::Proceeding(found.id), version: found.version.to_string() }),
        );
        seen.extend(
            letters.iter().map(|found| Seen { subject: Subject::Letter(found.id), version: found.version.to_string() }),
        );
        if !history {
            self.note_view(&open, request.demand)?;
        }
        Ok(DemandView {
            recheck_at: dates::recheck(&settings, demand),
            notice: notice(&whole, at),
            compulsion: shown,
            gates,
            dates,
            warnings,
            may: if history || open.register.is_read_only() { Vec::new() } else { may::may(&people, open.person) },
            seen,
            as_of: at,
            history,
            demand: whole.demand,
            proceedings: whole.proceedings,
            letters: whole.letters,
        })
    }

    /// That a person opened a demand is recorded, once a session.
    fn note_view(&self, open: &Open, demand: DemandId) -> Result<(), Fault> {
        if !hold(&open.viewed).insert(demand) || open.register.is_read_only() {
            return Ok(());
        }
        let entry = Entry::Access(AccessEntry::Viewed { subject: Subject::Demand(demand) });
        let _one_at_a_time = hold(&self.acting);
        match self.record(open, Subject::Access(open.person), vec![entry]) {
            // Reading goes on when the disk is full; the look is recorded with the next one there is space for.
            Err(Fault::NoSpace { .. }) => {
                hold(&open.viewed).remove(&demand);
                Ok(())
            }
            recorded => recorded,
        }
    }

    /// Every entry about a demand, its proceedings, its letters, and refusals and looks that concern it.
    pub(crate) fn show_timeline(&self, request: &TimelineRequest) -> Result<Vec<TimelineLine>, Fault> {
        let open = self.started()?;
        let whole = open.whole(request.demand, None, request.known_at)?;
        let mut subjects = vec![Subject::Demand(request.demand)];
        subjects.extend(whole.proceedings.iter().map(|found| Subject::Proceeding(found.id)));
        subjects.extend(whole.letters.iter().map(|found| Subject::Letter(found.id)));
        let concerned = subjects.clone();
        subjects.extend(open.people()?.persons.iter().map(|person| Subject::Access(person.id)));
        let mut lines = Vec::new();
        for subject in subjects {
            let rows = self.rows(&open, &subject, request.known_at)?;
            let of_subject = timeline(subject, &rows);
            let access = matches!(subject, Subject::Access(_));
            lines.extend(of_subject.into_iter().zip(&rows).filter_map(|(line, (_, _, entry, _))| {
                let concerns = match entry {
                    Some(Entry::Access(
                        AccessEntry::Viewed { subject }
                        | AccessEntry::Refused { subject, .. }
                        | AccessEntry::Exported { subject, .. },
                    )) => concerned.contains(subject),
                    _ => !access,
                };
                concerns.then_some(line)
            }));
        }
        lines.sort_by_key(|line| line.seq);
        Ok(lines)
    }

    fn rows(&self, open: &Open, subject: &Subject, known_at: Option<Instant>) -> Result<Vec<TimelineRow>, Fault> {
        let recorded = open.register.entries(subject, known_at).map_err(fault)?;
        Ok(recorded.into_iter().map(|one| (one.meta(), one.header.kind.clone(), one.entry, one.digest)).collect())
    }
}

/// Where notice stands over all accounts: what is strictest is shown, and the letters of each account are judged by
/// themselves.
pub(crate) fn notice(whole: &Whole, at: Instant) -> NoticeStanding {
    let rank = |standing: &NoticeStanding| match standing {
        NoticeStanding::Free => 0,
        NoticeStanding::Held => 1,
        NoticeStanding::EndUnconfirmed => 2,
        NoticeStanding::Forbidden => 3,
    };
    let day = matter::time::earliest_day(at);
    let of = |target| notice_standing_for(&whole.demand, &whole.proceedings, target, day);
    whole.demand.notice_targets().into_iter().map(of).max_by_key(rank).unwrap_or(NoticeStanding::Free)
}
