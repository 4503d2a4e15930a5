//! What a letter says: each value and each condition is a fact of the register as of the printed time.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use letters::{Condition, Facts, Item, Language, List};
use matter::compulsion::{CellCompulsion, fold_cell};
use matter::demand::{Category, Cell, Decision, Demand, DemandFacts, Instrument, NonDisclosure};
use matter::ids::PaperId;
use matter::law::Law;
use matter::letter::Letter;
use matter::policy::Settings;
use matter::proceeding::{Proceeding, ProceedingKind};
use matter::time::{Instant, PrintedDate};

use super::words;

/// Everything a letter may speak of.
pub(super) struct Known<'a> {
    pub(super) law: &'a Law,
    pub(super) settings: &'a Settings,
    pub(super) demand: &'a Demand,
    pub(super) proceedings: &'a [Proceeding],
    pub(super) letter: &'a Letter,
    pub(super) as_of: Instant,
}

/// A letter's facts; none when the demand's facts, or its target, are gone.
pub(super) fn facts(known: &Known<'_>) -> Option<Facts> {
    let facts = known.demand.facts.as_ref()?;
    let language = Language::from_code(&known.letter.language)?;
    let mut made = Made { known, facts, language, values: BTreeMap::new(), conditions: BTreeSet::new() };
    made.ourselves();
    made.the_demand();
    made.non_disclosure();
    made.what_courts_said();
    made.what_we_will_do();
    let (values, conditions) = (made.values, made.conditions);
    Some(Facts { values, conditions, lists: lists(known, facts, language)? })
}

struct Made<'a> {
    known: &'a Known<'a>,
    facts: &'a DemandFacts,
    language: Language,
    values: BTreeMap<String, String>,
    conditions: BTreeSet<Condition>,
}

impl Made<'_> {
    fn set(&mut self, name: &str, value: impl Into<String>) {
        let value = value.into();
        if !value.trim().is_empty() {
            self.values.insert(name.to_owned(), value);
        }
    }

    fn when(&mut self, condition: Condition, holds: bool) {
        if holds {
            self.conditions.insert(condition);
        }
    }

    fn moment(&self, at: Instant, zone: chrono_tz::Tz) -> String {
        self.language.moment(at.with_timezone(&zone).naive_local(), &words::zone(self.language, zone))
    }

    fn printed(&self, date: &PrintedDate) -> String {
        match date.time {
            Some(time) => self.language.moment(date.date.and_time(time), &words::zone(self.language, date.zone)),
            None => self.language.date(date.date),
        }
    }

    fn ourselves(&mut self) {
        let settings = self.known.settings;
        let as_of = self.known.as_of;
        self.set("company", settings.organisation.clone());
        self.set("letterDate", self.language.date(as_of.with_timezone(&settings.zone).date_naive()));
        self.set("asOf", self.moment(as_of, settings.zone));
        self.set("reference", self.known.demand.reference.clone());
        self.set("contact", settings.contact.clone());
        self.set("verification", settings.verification.clone());
        self.when(Condition::KeepDataClause, settings.keep_data_clause);
    }

    fn the_demand(&mut self) {
        let facts = self.facts;
        if let Some(component) = facts.component {
            let (agency, part) = words::agency(self.language, component);
            self.set("agency", agency);
            self.set("component", part);
        }
        self.set("office", facts.office.clone());
        self.when(Condition::OfficeStated, !facts.office.trim().is_empty());
        let number = facts.numbers.first().map(|number| number.value.clone()).unwrap_or_default();
        self.when(Condition::DemandNumbered, !number.trim().is_empty());
        self.set("demandNumber", number);
        self.set("statute", facts.authority.clone());
        self.when(Condition::StatuteStated, !facts.authority.trim().is_empty());
        self.set("receivedOn", self.language.date(facts.received.date()));
        if let Some(date) = &facts.return_date {
            self.set("returnDate", self.printed(date));
            self.when(Condition::HasReturnDate, true);
        }
        self.when(Condition::ImmigrationSubpoena, facts.instrument == Instrument::I138);
        self.when(Condition::CustomsSummons, facts.instrument == Instrument::Dhs3115);
        let content = facts.records.iter().any(|sought| sought.category == Category::Content);
        self.when(Condition::ContentNotIncluded, !content && !facts.records.is_empty());
        let disclosed = self.known.demand.disclosures.iter().rev().find(|made| {
            made.disclosure.cells.iter().any(|cell| cell.target == self.known.letter.target || cell.target.is_none())
        });
        self.when(Condition::NothingDisclosedOnFile, self.known.demand.disclosures.is_empty());
        if let Some(made) = disclosed {
            self.set("disclosedOn", self.language.date(made.disclosure.disclosed.date()));
            self.when(Condition::DisclosureOnFile, true);
        }
    }

    fn non_disclosure(&mut self) {
        match &self.facts.non_disclosure {
            NonDisclosure::Requested => self.when(Condition::NonDisclosureRequested, true),
            // That there was no request is said only where counsel wants it said; the register has no such wish yet.
            NonDisclosure::None
            | NonDisclosure::Asserted { .. }
            | NonDisclosure::Ordered { .. }
            | NonDisclosure::Statutory { .. } => {}
        }
    }

    /// The cells of this letter's own user.
    fn cells(&self) -> Vec<Cell> {
        self.known.demand.cells().into_iter().filter(|cell| cell.target == self.known.letter.target).collect()
    }

    fn what_courts_said(&mut self) {
        let folded: Vec<(Cell, CellCompulsion)> = self
            .cells()
            .into_iter()
            .map(|cell| (cell, fold_cell(self.known.demand.id, &cell, self.known.proceedings, self.known.as_of)))
            .collect();
        let any = |by: fn(&CellCompulsion) -> bool| folded.iter().any(|(_, cell)| by(cell));
        let conflicting = any(CellCompulsion::is_conflicting);
        let restrained = any(|cell| !cell.restraints.is_empty());
        let in_force = any(|cell| cell.in_force().next().is_some());
        let stayed = any(CellCompulsion::is_stayed);
        let claimed =
            any(|cell| !cell.claimed.is_empty()) || self.known.demand.searches.iter().any(|made| made.is_open_claim());
        self.when(Condition::CourtForbidsProduction, restrained || conflicting);
        self.when(Condition::OrderInForce, in_force && !conflicting);
        self.when(Condition::OrderStayed, stayed);
        self.when(Condition::OrderClaimed, claimed);
        self.when(Condition::OrderNoneOnRecord, !(restrained || in_force || stayed || claimed || conflicting));
        let restraint = folded.iter().find_map(|(_, cell)| cell.restraints.first().copied());
        let order = folded.iter().find_map(|(_, cell)| cell.in_force().next().cloned());
        let halted =
            folded.iter().find_map(|(_, cell)| cell.orders.iter().find(|order| !order.stays.is_empty()).cloned());
        let named = restraint.or(order.as_ref().map(|order| order.paper)).or(halted.map(|order| order.paper));
        if let Some(paper) = named {
            self.name_order(paper);
            let covered: Vec<String> = folded
                .iter()
                .filter(|(_, cell)| {
                    cell.restraints.contains(&paper) || cell.orders.iter().any(|order| order.paper == paper)
                })
                .map(|(cell, _)| words::category(self.language, cell.category))
                .collect();
            self.set("orderScope", covered.join("; "));
        }
        if let Some(by) = order.and_then(|order| order.comply_by) {
            self.set("productionDate", self.printed(&by));
        }
        self.petition();
    }

    fn name_order(&mut self, paper: PaperId) {
        for proceeding in self.known.proceedings {
            let Some(recorded) = proceeding.paper(paper) else { continue };
            self.set("court", self.court(proceeding));
            self.set("docketNumber", docket(proceeding));
            let entered: NaiveDate = recorded.effective(&proceeding.court);
            self.set("orderEnteredOn", self.language.date(entered));
        }
    }

    fn court(&self, proceeding: &Proceeding) -> String {
        self.known
            .law
            .courts
            .by_id(&proceeding.court.as_str().into())
            .map(|court| court.name.clone())
            .unwrap_or_default()
    }

    fn petition(&mut self) {
        let undecided = self.known.proceedings.iter().find(|proceeding| {
            proceeding.kind == ProceedingKind::Enforcement
                && !proceeding.ended
                && proceeding.demands.contains(&self.known.demand.id)
                && !proceeding
                    .papers
                    .iter()
                    .any(|recorded| recorded.verified.is_some() && recorded.paper.kind.can_rule())
        });
        if let Some(proceeding) = undecided {
            let (court, number) = (self.court(proceeding), docket(proceeding));
            self.when(Condition::PetitionPending, !court.is_empty() && !number.is_empty());
            self.set("petitionCourt", court);
            self.set("petitionDocketNumber", number);
        }
    }

    fn what_we_will_do(&mut self) {
        let decided: Vec<Decision> =
            self.cells().iter().filter_map(|cell| self.known.demand.decision(cell)).map(|made| made.decision).collect();
        let waits = !decided.is_empty() && decided.iter().all(|decision| !decision.wants_disclosure());
        self.when(Condition::WaitsForOrder, waits);
        // The window as it would run from the day the letter's statements are made.
        let user = self.facts.targets.iter().find(|target| Some(target.id) == self.known.letter.target);
        let mut zones: Vec<chrono_tz::Tz> = vec![self.known.settings.zone];
        zones.extend(user.and_then(|target| target.zone));
        for proceeding in self.known.proceedings {
            let court = self.known.law.courts.by_id(&proceeding.court.as_str().into());
            zones.extend(court.map(|court| court.zones.clone()).unwrap_or_default());
        }
        let days = u32::from(self.known.settings.notice_window_days);
        if let Ok(window) = matter::calendar::notice_window(self.known.as_of, days, &zones) {
            self.set("noticeWindowEnds", self.moment(window.ends, window.decided_by.zone));
            self.when(Condition::HasNoticeWindow, true);
        }
    }
}

fn docket(proceeding: &Proceeding) -> String {
    proceeding.docket.as_ref().map(|docket| docket.raw().to_owned()).unwrap_or_default()
}

/// The list blocks: this user's own identifiers and nobody else's.
fn lists(known: &Known<'_>, facts: &DemandFacts, language: Language) -> Option<BTreeMap<List, Vec<Item>>> {
    let item = |pairs: &[(&str, &str)]| -> Item {
        pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
    };
    let mut lists = BTreeMap::new();
    let account = match known.letter.target {
        Some(id) => facts.targets.iter().find(|target| target.id == id)?.identifier.clone(),
        None => known.demand.reference.clone(),
    };
    lists.insert(List::TargetsOfThisUser, vec![item(&[("account", &account)])]);
    let categories: BTreeSet<Category> = facts.records.iter().map(|sought| sought.category).collect();
    let records = categories.into_iter().map(|category| item(&[("description", &words::category(language, category))]));
    lists.insert(List::Records, records.collect());
    let help = known.settings.help_organisations.iter();
    lists.insert(
        List::HelpOrganisations,
        help.map(|organisation| item(&[("name", &organisation.name), ("contact", &organisation.contact)])).collect(),
    );
    Some(lists)
}
