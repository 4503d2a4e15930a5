//! A register in memory: acts go through `decide`, entries through `evolve`, as in the program. No state is made by hand.

use std::collections::BTreeMap;

use chrono::{NaiveDate, TimeDelta, TimeZone, Utc};
use matter::act::{Act, Supplied};
use matter::compulsion::{CellCompulsion, Compulsion, Headline, compulsion, fold_cell};
use matter::decide::{Decided, View, Write, decide};
use matter::demand::{
    Category, Cell, Cells, Channel, Demand, DemandFacts, Disclosure, Instrument, NonDisclosure, Official, RecordSought,
    Target,
};
use matter::entry::Entry;
use matter::gate::{Gate, gate_under};
use matter::ids::*;
use matter::journal::{Digest, Subject, Version};
use matter::letter::TemplateVersion;
use matter::people::{PeopleEntry, PublicKey, Role};
use matter::problem::Problem;
use matter::proceeding::*;
use matter::state::{Meta, State};
use matter::time::{Instant, Moment};
use uuid::Uuid;

pub(crate) const ADMIN: PersonId = PersonId(Uuid::from_u128(1));
pub(crate) const TRIAGE: PersonId = PersonId(Uuid::from_u128(2));
pub(crate) const COUNSEL: PersonId = PersonId(Uuid::from_u128(3));
pub(crate) const RECORDS: PersonId = PersonId(Uuid::from_u128(4));
pub(crate) const LETTERS: PersonId = PersonId(Uuid::from_u128(5));
pub(crate) const AUDITOR: PersonId = PersonId(Uuid::from_u128(6));
pub(crate) const COUNSEL_TWO: PersonId = PersonId(Uuid::from_u128(7));
pub(crate) const DEMAND: DemandId = DemandId(Uuid::from_u128(0x100));
pub(crate) const OTHER_DEMAND: DemandId = DemandId(Uuid::from_u128(0x101));
pub(crate) const PAPER_FILE: DocumentId = DocumentId(Uuid::from_u128(0x200));
pub(crate) const LETTER_FILE: DocumentId = DocumentId(Uuid::from_u128(0x201));
pub(crate) const COURT_X: ProceedingId = ProceedingId(Uuid::from_u128(0x300));
pub(crate) const COURT_Y: ProceedingId = ProceedingId(Uuid::from_u128(0x301));
pub(crate) const T1: TargetId = TargetId(Uuid::from_u128(0x401));
pub(crate) const T2: TargetId = TargetId(Uuid::from_u128(0x402));

pub(crate) fn paper_id(n: u128) -> PaperId {
    PaperId(Uuid::from_u128(0x500 + n))
}

pub(crate) fn letter_id(n: u128) -> LetterId {
    LetterId(Uuid::from_u128(0x600 + n))
}

pub(crate) fn search_id(n: u128) -> SearchId {
    SearchId(Uuid::from_u128(0x700 + n))
}

pub(crate) fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

pub(crate) fn at(month: u32, day: u32, hour: u32) -> Instant {
    Utc.with_ymd_and_hms(2026, month, day, hour, 0, 0).unwrap()
}

pub(crate) fn moment(at: Instant) -> Moment {
    Moment { at, zone: chrono_tz::America::Los_Angeles }
}

pub(crate) fn cell(target: TargetId, category: Category) -> Cell {
    Cell { target: Some(target), category }
}

/// The first account's name: the cell most tests look at.
pub(crate) const CELL: Cell = Cell { target: Some(T1), category: Category::Name };

pub(crate) fn only(cell: Cell) -> Cells {
    Cells::Some { cells: vec![cell] }
}

/// All four cells of [`facts`], named one by one.
pub(crate) fn every_cell() -> Cells {
    Cells::Some {
        cells: [T1, T2]
            .into_iter()
            .flat_map(|target| [Category::Name, Category::Sessions].map(|category| cell(target, category)))
            .collect(),
    }
}

pub(crate) fn target(id: TargetId, identifier: &str) -> Target {
    Target {
        id,
        kind: "handle".into(),
        identifier: identifier.into(),
        account: String::new(),
        language: "en".into(),
        zone: None,
    }
}

pub(crate) fn facts() -> DemandFacts {
    let sought = |category| RecordSought { category, words: String::new() };
    DemandFacts {
        instrument: Instrument::I138,
        authority: "8 U.S.C. 1225(d)".into(),
        purpose: String::new(),
        component: None,
        office: "San Francisco Field Office".into(),
        issuing_official: Official { name: "M. Chen".into(), ..Official::default() },
        point_of_contact: Official::default(),
        server: Official::default(),
        numbers: Vec::new(),
        issued: None,
        served: None,
        received: moment(at(9, 1, 18)),
        return_date: None,
        return_place: String::new(),
        channel: Channel::Email,
        recipient: "Example Platform, Inc.".into(),
        rider: false,
        non_disclosure: NonDisclosure::None,
        targets: vec![target(T1, "@river_lantern_88"), target(T2, "@quiet_harbor_12")],
        no_target_stated: false,
        records: vec![sought(Category::Name), sought(Category::Sessions)],
        period_from: None,
        period_to: None,
        act_by: None,
        note: String::new(),
    }
}

pub(crate) struct World {
    pub(crate) states: BTreeMap<Subject, State>,
    pub(crate) log: Vec<(Meta, Subject, Entry)>,
    pub(crate) now: Instant,
    pub(crate) supplied: Supplied,
    pub(crate) refused: Vec<(String, Vec<Problem>, bool)>,
}

impl World {
    /// Everybody is here; nothing is logged. 2 September 2026, 12:00 UTC.
    pub(crate) fn empty() -> Self {
        let digest = Digest::of(b"text");
        let mut world = Self {
            states: BTreeMap::new(),
            log: Vec::new(),
            now: at(9, 2, 12),
            refused: Vec::new(),
            supplied: Supplied {
                reference: "2026-0001".into(),
                template: Some(TemplateVersion { id: "user-notice".into(), language: "en".into(), version: 1, digest }),
                rendered: Some((LETTER_FILE, digest, at(9, 2, 12))),
                text_now: Some(digest),
                known_documents: vec![PAPER_FILE, LETTER_FILE],
                court_zones: vec![chrono_tz::America::Los_Angeles],
                is_district_court: true,
            },
        };
        for (person, name, roles) in [
            (ADMIN, "A. Rivera", vec![Role::Administrator]),
            (TRIAGE, "S. Okafor", vec![Role::Triage]),
            (COUNSEL, "M. Chen", vec![Role::Counsel]),
            (RECORDS, "B. Lindqvist", vec![Role::Records]),
            (LETTERS, "T. Haddad", vec![Role::Letters]),
            (AUDITOR, "K. Moreau", vec![Role::Auditor]),
        ] {
            world.add(person, name, roles);
        }
        world
    }

    /// One demand for two accounts and two categories, and two dockets that concern it.
    pub(crate) fn new() -> Self {
        let mut world = Self::empty();
        world.did(TRIAGE, Act::LogDemand { demand: DEMAND, facts: Box::new(facts()) });
        for (proceeding, court, docket, kind) in [
            (COURT_X, "cand", "3:26-mc-80001", ProceedingKind::Enforcement),
            (COURT_Y, "dcd", "1:26-mc-00002", ProceedingKind::UserChallenge),
        ] {
            world.did(
                TRIAGE,
                Act::OpenProceeding {
                    proceeding,
                    court: court.into(),
                    docket: docket.into(),
                    kind,
                    demands: vec![DEMAND],
                },
            );
        }
        world
    }

    pub(crate) fn add(&mut self, person: PersonId, name: &str, roles: Vec<Role>) {
        let entry = PeopleEntry::PersonAdded { person, name: name.into(), key: PublicKey("00".into()), roles };
        self.write(ADMIN, Subject::People, Entry::People(entry));
    }

    pub(crate) fn write(&mut self, actor: PersonId, subject: Subject, entry: Entry) {
        let meta = Meta { seq: self.log.len() as u64 + 1, happened: moment(self.now), recorded: self.now, actor };
        self.states.entry(subject).or_insert_with(|| State::new(&subject)).evolve(&meta, Some(&entry));
        self.log.push((meta, subject, entry));
    }

    pub(crate) fn view(&self) -> View {
        let mut view = View {
            people: matter::people::People::default(),
            policy: matter::policy::Policy::default(),
            demands: Vec::new(),
            proceedings: Vec::new(),
            letters: Vec::new(),
        };
        for state in self.states.values() {
            match state {
                State::People(state) => view.people = (**state).clone(),
                State::Policy(state) => view.policy = (**state).clone(),
                State::Demand(state) => view.demands.push((**state).clone()),
                State::Proceeding(state) => view.proceedings.push((**state).clone()),
                State::Letter(state) => view.letters.push((**state).clone()),
                State::Register(_) | State::Access(_) => {}
            }
        }
        view
    }

    fn version(&self, subject: &Subject) -> Version {
        self.states.get(subject).map_or(0, State::version)
    }

    /// What a journal does: every version read is checked, then all is written.
    pub(crate) fn append(&mut self, actor: PersonId, reads: &[(Subject, Version)], writes: &[Write]) -> bool {
        let stale = |(subject, version): &(Subject, Version)| self.version(subject) != *version;
        if reads.iter().any(stale) || writes.iter().any(|(subject, expected, _)| self.version(subject) != *expected) {
            return false;
        }
        for (subject, _, entries) in writes {
            for entry in entries {
                self.write(actor, *subject, entry.clone());
            }
        }
        true
    }

    /// Does an act, one minute after the last, or returns the reasons against it.
    pub(crate) fn act(&mut self, actor: PersonId, act: Act) -> Result<(), Vec<Problem>> {
        self.now += TimeDelta::minutes(1);
        let view = self.view();
        match decide(&view, &act, &self.supplied, actor, self.now) {
            Decided::Accepted(writes) => {
                assert!(self.append(actor, &view.reads(), &writes), "{act:?} was decided on what is there");
                Ok(())
            }
            Decided::Refused { problems, record } => {
                assert!(!problems.is_empty(), "{act:?} was refused without a reason");
                self.refused.push((act.name(), problems.clone(), record.is_some()));
                Err(problems)
            }
        }
    }

    #[track_caller]
    pub(crate) fn did(&mut self, actor: PersonId, act: Act) {
        let shown = format!("{act:?}");
        if let Err(problems) = self.act(actor, act) {
            panic!("refused: {problems:?}\n{shown}");
        }
    }

    #[track_caller]
    pub(crate) fn refuses(&mut self, actor: PersonId, act: Act) -> Vec<Problem> {
        let shown = format!("{act:?}");
        self.act(actor, act).expect_err(&shown)
    }

    pub(crate) fn demand(&self) -> Demand {
        self.view().demands.into_iter().find(|demand| demand.id == DEMAND).unwrap()
    }

    pub(crate) fn shown(&self) -> Compulsion {
        self.shown_at(self.now)
    }

    pub(crate) fn shown_at(&self, at: Instant) -> Compulsion {
        compulsion(&self.demand(), &self.view().proceedings, at)
    }

    pub(crate) fn headline(&self) -> Headline {
        self.shown().headline
    }

    pub(crate) fn folded(&self, cell: Cell) -> CellCompulsion {
        fold_cell(DEMAND, &cell, &self.view().proceedings, self.now)
    }

    pub(crate) fn gate(&self, cell: Cell) -> Gate {
        let view = self.view();
        gate_under(&view.policy.settings, &self.demand(), &cell, &view.proceedings, &view.letters, self.now)
    }

    pub(crate) fn is_open(&self, cell: Cell) -> bool {
        matches!(self.gate(cell), Gate::Open { .. })
    }

    /// Records a paper as triage would, with everything a verification asks for.
    #[track_caller]
    pub(crate) fn records(&mut self, proceeding: ProceedingId, paper: CourtPaper) {
        self.did(TRIAGE, Act::RecordCourtPaper { proceeding, paper: Box::new(paper) });
    }

    pub(crate) fn verify(
        &mut self,
        proceeding: ProceedingId,
        paper: PaperId,
        effects: Vec<Effect>,
    ) -> Result<(), Vec<Problem>> {
        self.act(COUNSEL, Act::VerifyPaper { proceeding, paper, effects, points: all_points(), note: "read".into() })
    }

    /// Records and verifies.
    #[track_caller]
    pub(crate) fn rules(&mut self, proceeding: ProceedingId, paper: CourtPaper) {
        let (id, effects) = (paper.id, paper.effects.clone());
        self.records(proceeding, paper);
        self.verify(proceeding, id, effects).unwrap();
    }

    pub(crate) fn discloses(&mut self, cells: Vec<Cell>) -> Act {
        Act::Disclose {
            demand: DEMAND,
            disclosure: Disclosure {
                id: DisclosureId(Uuid::from_u128(0x800 + self.log.len() as u128)),
                cells,
                what: "name".into(),
                to: "by courier".into(),
                disclosed: moment(self.now),
                documents: Vec::new(),
            },
        }
    }
}

pub(crate) fn all_points() -> Vec<PointAnswer> {
    OrderPoint::ALL.into_iter().map(|point| PointAnswer { point, holds: true, note: String::new() }).collect()
}

pub(crate) fn effect(what: What, cells: Cells, acts_on: Option<PaperId>) -> Effect {
    Effect { what, demand: DEMAND, cells, acts_on, comply_by: None }
}

/// An order of a district judge, entered on 1 September or `n` days later, with its paper.
pub(crate) fn paper(n: u128, effects: Vec<Effect>) -> CourtPaper {
    let entered = day(8, 1) + TimeDelta::days(n as i64);
    CourtPaper {
        id: paper_id(n),
        kind: PaperKind::Order,
        title: "ORDER".into(),
        entry_number: n.to_string(),
        judge: JudgeAuthority::DistrictJudge,
        signed: Some(entered),
        entered: Entered::On { date: entered },
        served: None,
        document: Some(PAPER_FILE),
        effects,
    }
}

/// An order to produce one cell.
pub(crate) fn order(n: u128) -> CourtPaper {
    paper(n, vec![effect(What::Produce, only(CELL), None)])
}

pub(crate) fn with(n: u128, what: What, acts_on: Option<PaperId>) -> CourtPaper {
    paper(n, vec![effect(what, only(CELL), acts_on)])
}
