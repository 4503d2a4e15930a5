//! What a letter says about courts, and what it promises because of them. Each statement names its own paper and covers
//! the records of this letter's own user for which that paper stands so, and no others.

use std::collections::BTreeSet;

use letters::{Condition, Item, List};
use matter::compulsion::{CellCompulsion, OrderStanding, Standing, open_claims};
use matter::demand::{Cell, Decision};
use matter::gate::{Basis, Closed, Gate, gate_under};
use matter::ids::PaperId;
use matter::letter::courts_said;
use matter::proceeding::{JudgeAuthority, PaperKind, Proceeding, ProceedingKind, RecordedPaper, What};
use matter::time::PrintedDate;

use super::facts::{Made, item};
use super::words;

type Folded = (Cell, CellCompulsion);

/// A paper with the cells for which it stands so, and by when.
struct Stands {
    paper: PaperId,
    comply_by: Option<PrintedDate>,
    cells: BTreeSet<Cell>,
}

impl Made<'_> {
    pub(super) fn the_courts(&mut self) {
        let known = self.known;
        let all = courts_said(known.demand, known.proceedings, known.at);
        let own: Vec<Folded> = all.into_iter().filter(|(cell, _)| cell.target == known.letter.target).collect();
        // Courts that contradict each other are not told apart here: the letter is stopped, and nothing is said or promised.
        if own.iter().any(|(_, cell)| cell.is_conflicting()) {
            return;
        }
        self.what_courts_said(&own);
        self.petition();
        self.what_we_will_do(&own);
    }

    fn what_courts_said(&mut self, own: &[Folded]) {
        let standing = |which: Standing| {
            own.iter().flat_map(move |(cell, folded)| {
                let orders = folded.orders.iter().filter(move |order| order.standing() == which);
                orders.map(|order| (*cell, order.paper, order.comply_by.clone()))
            })
        };
        let papers = |of: fn(&CellCompulsion) -> &Vec<PaperId>| {
            own.iter().flat_map(move |(cell, folded)| of(folded).iter().map(|paper| (*cell, *paper, None)))
        };
        let in_force = by_paper(standing(Standing::InForce));
        let stayed = by_paper(standing(Standing::Stayed));
        let forbidding = by_paper(papers(|cell| &cell.restraints));
        let stays = by_paper(papers(|cell| &cell.standing_stays));
        // An order that is said to exist, for records that no order on file covers.
        let uncovered: Vec<&Folded> = own.iter().filter(|(_, cell)| cell.in_force().next().is_none()).collect();
        let claimed = !uncovered.is_empty()
            && (uncovered.iter().any(|(_, cell)| !cell.claimed.is_empty()) || self.heard_of_an_order());
        let none = in_force.is_empty() && stayed.is_empty() && forbidding.is_empty() && stays.is_empty() && !claimed;
        self.when(Condition::OrderClaimed, claimed);
        self.when(Condition::CourtStopClaimed, own.iter().any(|(_, cell)| !cell.claimed_restraints.is_empty()));
        self.when(Condition::OrderNoneOnRecord, none);
        self.orders(Condition::CourtForbidsProduction, List::OrdersForbidding, &forbidding);
        self.orders(Condition::StayStands, List::Stays, &stays);
        self.orders(Condition::OrderInForce, List::OrdersInForce, &in_force);
        self.orders(Condition::OrderStayed, List::OrdersStayed, &stayed);
    }

    /// True when a search heard of an order and nothing answered it since; papers that claim one are told by their cells.
    fn heard_of_an_order(&self) -> bool {
        open_claims(self.known.demand, self.known.proceedings, self.known.at).next().is_some()
    }

    fn orders(&mut self, condition: Condition, list: List, stand: &[Stands]) {
        let items = stand.iter().map(|one| self.order(one)).collect();
        self.list(condition, list, items);
    }

    /// One paper as the letter names it. What is not recorded of it stays empty, and stops the letter.
    fn order(&self, stands: &Stands) -> Item {
        let found =
            self.known.proceedings.iter().find_map(|proceeding| Some((proceeding, proceeding.paper(stands.paper)?)));
        let (court, docket, entered) = match found {
            Some((proceeding, recorded)) => (
                self.court_of(proceeding, recorded),
                docket(proceeding),
                recorded.paper.entered.date().map(|day| self.language.date(day)).unwrap_or_default(),
            ),
            None => Default::default(),
        };
        let comply_by = match &stands.comply_by {
            Some(date) => self.printed(date),
            None => words::no_date(self.language),
        };
        item(&[
            ("court", &court),
            ("docketNumber", &docket),
            ("orderEnteredOn", &entered),
            ("scope", &self.scope(&stands.cells)),
            ("complyBy", &comply_by),
        ])
    }

    fn scope(&self, cells: &BTreeSet<Cell>) -> String {
        let words: Vec<String> = cells.iter().map(|cell| words::category(self.language, cell.category)).collect();
        words.join("; ")
    }

    /// The court whose paper it is: a docket is kept under its district court, also where a court above ruled on it.
    fn court_of(&self, proceeding: &Proceeding, recorded: &RecordedPaper) -> String {
        let above = proceeding.kind == ProceedingKind::Appeal
            || recorded.paper.kind == PaperKind::AppellateDecision
            || recorded.paper.judge == JudgeAuthority::AppellatePanel;
        if above { words::court_of_appeals(self.language) } else { self.district_court(proceeding) }
    }

    fn district_court(&self, proceeding: &Proceeding) -> String {
        let court = self.known.law.courts.by_id(&proceeding.court.as_str().into());
        court.map(|court| court.name.clone()).unwrap_or_default()
    }

    /// The government's request to enforce: a paper of that kind on an enforcement docket that neither ended nor ruled.
    fn petition(&mut self) {
        let known = self.known;
        if known.demand.withdrawn.is_some() {
            return;
        }
        let pending = known.proceedings.iter().find(|proceeding| {
            proceeding.kind == ProceedingKind::Enforcement
                && !proceeding.ended
                && proceeding.demands.contains(&known.demand.id)
                && self.asks(proceeding)
        });
        if let Some(proceeding) = pending {
            let (court, number) = (self.district_court(proceeding), docket(proceeding));
            self.when(Condition::PetitionPending, !court.is_empty() && !number.is_empty());
            self.set("petitionCourt", court);
            self.set("petitionDocketNumber", number);
        }
    }

    /// True when a petition about this user's records is on file here, and since it neither a dismissal nor a ruling.
    fn asks(&self, proceeding: &Proceeding) -> bool {
        let (demand, target) = (self.known.demand, self.known.letter.target);
        let cells: Vec<Cell> = demand.cells().into_iter().filter(|cell| cell.target == target).collect();
        let about = |recorded: &RecordedPaper, what: &dyn Fn(What) -> bool| {
            recorded.paper.effects.iter().any(|effect| {
                effect.demand == demand.id && what(effect.what) && cells.iter().any(|cell| effect.cells.covers(cell))
            })
        };
        let mut asked = false;
        for recorded in proceeding.papers.iter().filter(|recorded| recorded.set_aside.is_none()) {
            match recorded.paper.kind {
                PaperKind::Petition => asked |= recorded.paper.effects.is_empty() || about(recorded, &|_| true),
                // A motion is anybody's: it asks for production only where that is recorded of it.
                PaperKind::Motion => asked |= about(recorded, &|what| what == What::Produce),
                PaperKind::Dismissal => asked = false,
                kind if kind.can_rule() && recorded.verified.is_some() => {
                    asked &= !about(recorded, &|what| !matches!(what, What::Silence | What::Pending));
                }
                _ => {}
            }
        }
        asked
    }

    fn what_we_will_do(&mut self, own: &[Folded]) {
        let demand = self.known.demand;
        let handed_over = |cell: &Cell| demand.disclosures.iter().any(|made| made.disclosure.cells.contains(cell));
        let (mut barred, mut unplanned, mut rest) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        let mut planned: Vec<(PrintedDate, BTreeSet<Cell>)> = Vec::new();
        for (cell, folded) in own {
            if !folded.restraints.is_empty() || folded.is_stayed() {
                barred.insert(*cell);
            } else if folded.in_force().next().is_none() {
                rest.insert(*cell);
            } else if handed_over(cell) {
                // The letter says that records were handed over; nothing is planned for these any more.
            } else if let Some(day) = self.plan(cell, folded) {
                match planned.iter_mut().find(|(known, _)| *known == day) {
                    Some((_, cells)) => {
                        cells.insert(*cell);
                    }
                    None => planned.push((day, BTreeSet::from([*cell]))),
                }
            } else {
                unplanned.insert(*cell);
            }
        }
        planned.sort_by_key(|(day, _)| day.due_at());
        let waits = rest.iter().all(|cell| demand.decision(cell).is_some_and(|made| made.decision == Decision::Object));
        self.when(Condition::ProductionBarred, !barred.is_empty());
        self.when(Condition::ProductionNotPlanned, !unplanned.is_empty());
        self.when(Condition::RecordsWithoutOrder, !rest.is_empty());
        self.when(Condition::RecordsUnderOrder, own.len() > rest.len());
        self.when(Condition::WaitsForOrder, waits && !rest.is_empty());
        let items = planned
            .iter()
            .map(|(day, cells)| item(&[("productionDate", &self.printed(day)), ("scope", &self.scope(cells))]))
            .collect();
        self.list(Condition::ProductionPlanned, List::PlannedProductions, items);
        for (name, cells) in [("barredScope", &barred), ("unplannedScope", &unplanned), ("restScope", &rest)] {
            let scope = self.scope(cells);
            self.set(name, scope);
        }
    }

    /// The day on which records are to be handed over under an order in force: only where counsel decided so since the
    /// order was verified, the order sets a day that is still to come, and nothing keeps the gate closed but the notice
    /// that this letter is.
    fn plan(&self, cell: &Cell, folded: &CellCompulsion) -> Option<PrintedDate> {
        let known = self.known;
        let verified = |order: &OrderStanding| {
            let recorded = known.proceedings.iter().find_map(|proceeding| proceeding.paper(order.paper))?;
            recorded.acting()?.verified.as_ref().map(|verified| verified.at)
        };
        let decided = known.demand.decision(cell).filter(|made| made.decision == Decision::ComplyWithOrder)?;
        let order = folded.in_force().min_by_key(|order| order.comply_by.as_ref().map(PrintedDate::due_at))?;
        if verified(order).is_none_or(|verified| decided.at < verified) {
            return None;
        }
        let day = order.comply_by.clone().filter(|day| day.due_at() > known.at)?;
        let notice_only = |reason: &Closed| {
            matches!(reason, Closed::NoticeNotSent | Closed::NoticeBounced | Closed::NoticeWindow { .. })
        };
        let may = match gate_under(known.settings, known.demand, cell, known.proceedings, known.letters, known.at) {
            Gate::Open { basis } => matches!(basis, Basis::EnforcementOrder { .. }),
            Gate::Closed { reasons } => reasons.iter().all(notice_only),
        };
        may.then_some(day)
    }
}

/// Cells by paper and date, in the order in which the papers come.
fn by_paper(found: impl Iterator<Item = (Cell, PaperId, Option<PrintedDate>)>) -> Vec<Stands> {
    let mut stand: Vec<Stands> = Vec::new();
    for (cell, paper, comply_by) in found {
        match stand.iter_mut().find(|one| one.paper == paper && one.comply_by == comply_by) {
            Some(one) => {
                one.cells.insert(cell);
            }
            None => stand.push(Stands { paper, comply_by, cells: BTreeSet::from([cell]) }),
        }
    }
    stand
}

fn docket(proceeding: &Proceeding) -> String {
    proceeding.docket.as_ref().map(|docket| docket.raw().to_owned()).unwrap_or_default()
}
