//! Folding the effects of papers on one cell, in order of effective time.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::cell::{Against, CellCompulsion, OrderStanding, Standing};
use crate::demand::{Cell, Cells};
use crate::ids::{DemandId, PaperId, ProceedingId};
use crate::proceeding::{Effect, PaperKind, Proceeding, ProceedingKind, RecordedPaper, What};
use crate::time::{Instant, court_days};

/// One effect of one verified paper on the cell being folded.
#[derive(Clone, Copy)]
struct Acting<'a> {
    proceeding: ProceedingId,
    court: &'a str,
    /// True for a paper of a court above.
    appellate: bool,
    recorded: &'a RecordedPaper,
    effect: &'a Effect,
}

impl Acting<'_> {
    fn paper(&self) -> PaperId {
        self.recorded.paper.id
    }

    fn effective(&self) -> NaiveDate {
        self.recorded.effective(self.court)
    }

    /// A paper that names nothing speaks about its own docket; one of a court above, about the dockets of the court it
    /// came from. It never reaches another district, which may lie in another circuit.
    fn reaches(&self, order: &OrderStanding) -> bool {
        self.proceeding == order.proceeding || (self.appellate && self.court == order.court)
    }
}

/// True for what takes away: it acts once its day has come everywhere in the district. What binds acts as soon as its day
/// has come anywhere there.
fn frees(what: What) -> bool {
    match what {
        What::Lift | What::Vacate | What::Reverse | What::Quash | What::Deny | What::Satisfied => true,
        What::Produce | What::DoNotProduce | What::Stay | What::Silence | What::Pending => false,
    }
}

/// What an effect's named paper is to this cell.
enum Named {
    /// None named, or the paper named cannot be what it acts on (a motion, a paper set aside, one not on file, one that
    /// does not touch a cell this effect names by itself): it acts on its scope.
    Scope,
    /// A verified paper that acts on this cell.
    Paper(PaperId),
    /// A paper on this cell that is not verified, or not yet effective.
    Waiting,
    /// A paper about other cells.
    Elsewhere,
}

/// Folds what the papers of the proceedings do to one cell of one demand, as of an instant (papers whose day has not come in
/// their court are not yet seen). Only a verified paper of a kind that can rule acts; the others stand as claimed.
#[must_use]
pub fn fold_cell(demand: DemandId, cell: &Cell, proceedings: &[Proceeding], at: Instant) -> CellCompulsion {
    let mut folded = CellCompulsion::default();
    let mut acting: Vec<Acting<'_>> = Vec::new();
    for proceeding in proceedings {
        let court = proceeding.court.as_str();
        let (earliest, latest) = court_days(court, at);
        for recorded in proceeding.papers.iter().filter(|recorded| recorded.set_aside.is_none()) {
            let rules = recorded.acting().filter(|version| version.paper.kind.can_rule());
            for effect in here(rules, demand, cell) {
                let Some(version) = rules else { continue };
                if version.effective(court) <= if frees(effect.what) { earliest } else { latest } {
                    let appellate =
                        proceeding.kind == ProceedingKind::Appeal || version.paper.kind == PaperKind::AppellateDecision;
                    acting.push(Acting { proceeding: proceeding.id, court, appellate, recorded: version, effect });
                }
            }
            let is_claim = recorded.verified.is_none() || !recorded.paper.kind.can_rule();
            if is_claim && recorded.effective(court) <= latest {
                for effect in here(Some(recorded), demand, cell) {
                    note_claim(&mut folded, recorded, effect);
                }
            }
        }
    }
    in_order(&mut acting);
    let struck = struck(&acting);
    let mut fold = Fold { demand, cell, proceedings, acting: &acting, struck: &struck, folded };
    for one in &acting {
        fold.apply(one);
    }
    fold.folded
}

/// What a paper does to this cell.
fn here<'a>(
    recorded: Option<&'a RecordedPaper>,
    demand: DemandId,
    cell: &'a Cell,
) -> impl Iterator<Item = &'a Effect> + 'a {
    let effects = recorded.map(|recorded| recorded.paper.effects.as_slice()).unwrap_or_default();
    effects.iter().filter(move |effect| effect.demand == demand && effect.cells.covers(cell))
}

/// When an effect takes its turn.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Turn {
    day: NaiveDate,
    /// Within a day.
    rank: u8,
    /// The day of the paper itself, or of one that it waited for.
    own: NaiveDate,
    recorded: Instant,
    /// How many papers it names, one through the other, it waited for.
    waited: usize,
}

impl Turn {
    fn of(one: &Acting<'_>) -> Self {
        let rank = match one.effect.what {
            What::Produce => 0,
            What::Lift if one.effect.acts_on.is_none() => 1,
            _ => 2,
        };
        Self { day: one.effective(), rank, own: one.effective(), recorded: one.recorded.recorded, waited: 0 }
    }

    /// Its turn when the paper it names has had its own.
    fn behind(mut self, named: Self) -> Self {
        self.day = self.day.max(named.day);
        if (named.day, named.rank) == (self.day, self.rank)
            && (named.own, named.recorded, named.waited) >= (self.own, self.recorded, self.waited)
        {
            (self.own, self.recorded, self.waited) = (named.own, named.recorded, named.waited + 1);
        }
        self
    }
}

/// A paper never acts on a day before that of the paper it names, nor of one that this one names in turn. On one day an order
/// to produce is taken first, whatever it names, and a lift that names nothing next, so that what restrains wins; the rest keep
/// the order of their own days, then that in which they were recorded, each behind the one it names.
fn in_order(acting: &mut Vec<Acting<'_>>) {
    let mut turns: Vec<(Turn, Acting<'_>)> = acting.iter().map(|one| (Turn::of(one), *one)).collect();
    // As many rounds as a chain can have papers.
    let mut moving = BTreeSet::new();
    for _ in 0..=turns.len() {
        moving.clear();
        let mut last: BTreeMap<PaperId, Turn> = BTreeMap::new();
        for (turn, one) in &turns {
            last.entry(one.paper()).and_modify(|known| *known = (*turn).max(*known)).or_insert(*turn);
        }
        for (turn, one) in &mut turns {
            let named = one.effect.acts_on.filter(|named| *named != one.paper());
            if let Some(named) = named.and_then(|named| last.get(&named)) {
                let then = turn.behind(*named);
                if then != *turn {
                    moving.insert(one.paper());
                }
                *turn = then;
            }
        }
        if moving.is_empty() {
            break;
        }
    }
    // Papers that name each other, by a slip: each as it is itself, and what restrains last.
    for (turn, one) in turns.iter_mut().filter(|(_, one)| moving.contains(&one.paper())) {
        let itself = Turn::of(one);
        let restrains = matches!(one.effect.what, What::Stay | What::DoNotProduce);
        *turn = Turn { day: turn.day, rank: itself.rank + u8::from(restrains), ..itself };
    }
    turns.sort_by_key(|(turn, _)| *turn);
    *acting = turns.into_iter().map(|(_, one)| one).collect();
}

/// The papers whose effects a later vacatur or reversal took away. Read from the last ruling back, since a vacatur can be
/// vacated itself: what it had taken away then stands again (a stay whose lifting was vacated stays on).
fn struck(acting: &[Acting<'_>]) -> BTreeSet<PaperId> {
    let mut struck = BTreeSet::new();
    for one in acting.iter().rev().filter(|one| matches!(one.effect.what, What::Vacate | What::Reverse)) {
        if let Some(named) = one.effect.acts_on
            && !struck.contains(&one.paper())
        {
            struck.insert(named);
        }
    }
    struck
}

fn note_claim(folded: &mut CellCompulsion, recorded: &RecordedPaper, effect: &Effect) {
    if recorded.paper.kind.is_request() {
        return;
    }
    match effect.what {
        What::Produce => folded.claimed.push(recorded.paper.id),
        What::DoNotProduce | What::Stay | What::Quash | What::Vacate | What::Reverse | What::Deny => {
            folded.claimed_restraints.push(recorded.paper.id);
        }
        What::Lift | What::Satisfied | What::Silence | What::Pending => {}
    }
}

struct Fold<'a> {
    demand: DemandId,
    cell: &'a Cell,
    proceedings: &'a [Proceeding],
    acting: &'a [Acting<'a>],
    struck: &'a BTreeSet<PaperId>,
    folded: CellCompulsion,
}

impl Fold<'_> {
    fn named(&self, effect: &Effect) -> Named {
        let Some(named) = effect.acts_on else { return Named::Scope };
        if self.acting.iter().any(|one| one.paper() == named) {
            return Named::Paper(named);
        }
        let found = self.proceedings.iter().find_map(|proceeding| proceeding.paper(named));
        let Some(found) = found.filter(|found| found.set_aside.is_none() && found.paper.kind.can_rule()) else {
            return Named::Scope;
        };
        let here = found.paper.effects.iter().any(|other| other.demand == self.demand && other.cells.covers(self.cell));
        match effect.cells {
            _ if here => Named::Waiting,
            Cells::All => Named::Elsewhere,
            Cells::Some { .. } => Named::Scope,
        }
    }

    fn apply(&mut self, one: &Acting<'_>) {
        let (paper, day, effect) = (one.paper(), one.effective(), one.effect);
        let struck = self.struck.contains(&paper);
        if struck && effect.what != What::Produce {
            return;
        }
        match effect.what {
            What::Produce => self.produce(one, struck),
            What::DoNotProduce => {
                // A restraint that names an order also stays that order; one that names none stands beside it.
                if let Named::Paper(named) = self.named(effect) {
                    self.stay_orders(paper, |order| order.paper == named);
                }
                self.folded.restraints.push(paper);
            }
            What::Stay => self.stay(one),
            What::Lift => self.lift(one),
            What::Vacate | What::Reverse => match self.named(effect) {
                Named::Paper(named) => {
                    // What else the named paper did is struck already; an order it made ends here.
                    if self.end(Standing::Undone, |order| order.paper == named) {
                        self.folded.undone.push((paper, day));
                    }
                }
                Named::Scope => {
                    self.end(Standing::Undone, |order| one.reaches(order));
                    self.against(one, false);
                    self.folded.undone.push((paper, day));
                }
                Named::Waiting | Named::Elsewhere => {}
            },
            What::Quash => {
                self.end_named_or_scope(one, Standing::QuashedOrDenied);
                self.against(one, true);
                self.folded.denials.push((paper, day));
            }
            What::Deny => {
                if let Named::Paper(named) = self.named(effect) {
                    self.end(Standing::QuashedOrDenied, |order| order.paper == named);
                }
                self.against(one, false);
                self.folded.denials.push((paper, day));
            }
            What::Satisfied => {
                self.end_named_or_scope(one, Standing::Satisfied);
                self.folded.satisfied.push((paper, day));
            }
            What::Silence | What::Pending => {}
        }
    }

    fn produce(&mut self, one: &Acting<'_>, struck: bool) {
        let paper = one.paper();
        // An order to produce acts on cells named one by one, never on "all": see `decide`.
        if matches!(one.effect.cells, Cells::All) {
            self.folded.claimed.push(paper);
            return;
        }
        // A court that orders production and names an earlier restraint, stay or denial takes it away; not for as long
        // as that order is itself undone.
        if let Some(named) = one.effect.acts_on
            && !struck
        {
            self.folded.restraints.retain(|other| *other != named);
            self.folded.standing_stays.retain(|other| *other != named);
            self.folded.against.retain(|other| other.paper != named);
        }
        self.folded.orders.push(OrderStanding {
            proceeding: one.proceeding,
            court: one.court.to_owned(),
            paper,
            comply_by: one.effect.comply_by.clone(),
            effective: one.effective(),
            stays: Vec::new(),
            ended: None,
        });
    }

    fn stay(&mut self, one: &Acting<'_>) {
        let by = one.paper();
        let placed = match self.named(one.effect) {
            Named::Scope => {
                // Another court's order is not stayed by silence; the two then contradict each other.
                let outside = self.folded.orders.iter().any(|order| order.ended.is_none() && !one.reaches(order));
                self.stay_orders(by, |order| one.reaches(order)) && !outside
            }
            Named::Paper(named) => {
                let placed = self.stay_orders(by, |order| order.paper == named);
                // To stay a "no" (a restraint, a denial) does not order production: the "no" is kept. To stay the
                // lifting of a stay closes again.
                let opens = |what: What| matches!(what, What::Produce | What::Lift);
                placed || !self.acting.iter().any(|other| other.paper() == named && opens(other.effect.what))
            }
            Named::Waiting => false,
            Named::Elsewhere => true,
        };
        if !placed {
            self.folded.standing_stays.push(by);
        }
    }

    fn stay_orders(&mut self, by: PaperId, which: impl Fn(&OrderStanding) -> bool) -> bool {
        let mut placed = false;
        for order in self.folded.orders.iter_mut().filter(|order| which(order)) {
            order.stays.push(by);
            placed = true;
        }
        placed
    }

    /// Lifts what the named paper did, or every stay of a named order; without a name, the stays and restraints of its own
    /// docket. One court does not lift another's by silence.
    fn lift(&mut self, one: &Acting<'_>) {
        let gone = |other: PaperId, acting: &[Acting<'_>]| match one.effect.acts_on {
            Some(named) => named == other,
            None => acting.iter().any(|by| by.paper() == other && by.proceeding == one.proceeding),
        };
        self.folded.restraints.retain(|other| !gone(*other, self.acting));
        self.folded.standing_stays.retain(|other| !gone(*other, self.acting));
        for order in &mut self.folded.orders {
            let whole = one.effect.acts_on == Some(order.paper);
            order.stays.retain(|stay| !whole && !gone(*stay, self.acting));
        }
    }

    fn end_named_or_scope(&mut self, one: &Acting<'_>, how: Standing) {
        match self.named(one.effect) {
            Named::Paper(named) => self.end(how, |order| order.paper == named),
            Named::Scope => self.end(how, |order| one.reaches(order)),
            Named::Waiting | Named::Elsewhere => false,
        };
    }

    /// Ends the orders that stand; true when one of them was meant, ended already or not.
    fn end(&mut self, how: Standing, which: impl Fn(&OrderStanding) -> bool) -> bool {
        let mut met = false;
        for order in self.folded.orders.iter_mut().filter(|order| which(order)) {
            order.ended.get_or_insert(how);
            met = true;
        }
        met
    }

    fn against(&mut self, one: &Acting<'_>, also_later_elsewhere: bool) {
        self.folded.against.push(Against {
            proceeding: one.proceeding,
            paper: one.paper(),
            day: one.effective(),
            also_later_elsewhere,
        });
    }
}
