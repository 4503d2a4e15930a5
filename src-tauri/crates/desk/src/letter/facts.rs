//! What a letter says: each value and each condition is a fact of the register as of the printed time.

use std::collections::{BTreeMap, BTreeSet};

use letters::{Condition, Facts, Item, Language, List};
use matter::demand::{Category, Demand, DemandFacts, Instrument, NonDisclosure};
use matter::law::Law;
use matter::letter::Letter;
use matter::policy::Settings;
use matter::proceeding::Proceeding;
use matter::time::{Instant, PrintedDate};

use super::words;

/// Everything a letter may speak of.
pub(super) struct Known<'a> {
    pub(super) law: &'a Law,
    pub(super) settings: &'a Settings,
    pub(super) demand: &'a Demand,
    pub(super) proceedings: &'a [Proceeding],
    pub(super) letters: &'a [Letter],
    pub(super) letter: &'a Letter,
    /// The time that is printed: the approval's, once there is one.
    pub(super) as_of: Instant,
    /// The time at which courts, dates and the gate are looked at: what happened since the printed time is a change.
    pub(super) at: Instant,
}

/// A letter's facts; none when the demand's facts, or its target, are gone.
pub(super) fn facts(known: &Known<'_>) -> Option<Facts> {
    let facts = known.demand.facts.as_ref()?;
    let language = Language::from_code(&known.letter.language)?;
    let lists = lists(known, facts, language)?;
    let mut made = Made { known, facts, language, values: BTreeMap::new(), conditions: BTreeSet::new(), lists };
    made.ourselves();
    made.the_demand();
    made.non_disclosure();
    made.the_courts();
    made.the_window();
    Some(Facts { values: made.values, conditions: made.conditions, lists: made.lists })
}

pub(super) struct Made<'a> {
    pub(super) known: &'a Known<'a>,
    facts: &'a DemandFacts,
    pub(super) language: Language,
    values: BTreeMap<String, String>,
    conditions: BTreeSet<Condition>,
    lists: BTreeMap<List, Vec<Item>>,
}

impl Made<'_> {
    pub(super) fn set(&mut self, name: &str, value: impl Into<String>) {
        let value = value.into();
        if !value.trim().is_empty() {
            self.values.insert(name.to_owned(), value);
        }
    }

    pub(super) fn when(&mut self, condition: Condition, holds: bool) {
        if holds {
            self.conditions.insert(condition);
        }
    }

    /// A list whose condition holds when there is something in it.
    pub(super) fn list(&mut self, condition: Condition, list: List, items: Vec<Item>) {
        self.when(condition, !items.is_empty());
        self.lists.insert(list, items);
    }

    fn moment(&self, at: Instant, zone: chrono_tz::Tz) -> String {
        self.language.moment(at.with_timezone(&zone).naive_local(), &words::zone(self.language, zone))
    }

    pub(super) fn printed(&self, date: &PrintedDate) -> String {
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
        if let Some(withdrawal) = &self.known.demand.withdrawn {
            self.set("withdrawnOn", self.language.date(withdrawal.happened.date()));
            self.when(Condition::WithdrawnByAgency, true);
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

    fn the_window(&mut self) {
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

/// One item of a list.
pub(super) fn item(pairs: &[(&str, &str)]) -> Item {
    pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
}

/// The list blocks: this user's own identifiers and nobody else's.
fn lists(known: &Known<'_>, facts: &DemandFacts, language: Language) -> Option<BTreeMap<List, Vec<Item>>> {
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
