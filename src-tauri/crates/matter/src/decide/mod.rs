//! Deciding: whether an act is taken, and which entries it makes. Pure: state, act, actor and time in, entries or
//! reasons out. There is no other way to write.

mod court;
mod demand;
mod gatekept;
mod letter;
mod people;

use crate::access::AccessEntry;
use crate::act::{Act, Supplied};
use crate::demand::Demand;
use crate::entry::Entry;
use crate::ids::{DemandId, PersonId};
use crate::journal::{Subject, Version};
use crate::letter::Letter;
use crate::people::{People, roles_for};
use crate::policy::Policy;
use crate::problem::Problem;
use crate::proceeding::Proceeding;
use crate::time::Instant;

/// Everything an act's decision may read. The versions of all of it are checked when the act is written.
#[derive(Debug, Clone)]
pub struct View {
    /// Who works here.
    pub people: People,
    /// What counsel set.
    pub policy: Policy,
    /// The demands the act concerns; the first is the one it is about, if it is about one.
    pub demands: Vec<Demand>,
    /// Every proceeding of those demands, and the one the act is about.
    pub proceedings: Vec<Proceeding>,
    /// Every letter of those demands, and the one the act is about.
    pub letters: Vec<Letter>,
}

impl View {
    /// The demand of this id, if it was logged.
    #[must_use]
    pub fn demand(&self, id: DemandId) -> Option<&Demand> {
        self.demands.iter().find(|demand| demand.id == id && demand.facts.is_some())
    }

    /// Every subject in view with its version: what the decision read.
    #[must_use]
    pub fn reads(&self) -> Vec<(Subject, Version)> {
        let mut reads = vec![(Subject::People, self.people.version), (Subject::Policy, self.policy.version)];
        reads.extend(self.demands.iter().map(|demand| (Subject::Demand(demand.id), demand.version)));
        reads.extend(self.proceedings.iter().map(|found| (Subject::Proceeding(found.id), found.version)));
        reads.extend(self.letters.iter().map(|letter| (Subject::Letter(letter.id), letter.version)));
        reads
    }

    fn version(&self, subject: &Subject) -> Version {
        self.reads().into_iter().find(|(read, _)| read == subject).map_or(0, |(_, version)| version)
    }
}

/// Entries for one subject, with the version they are written on.
pub type Write = (Subject, Version, Vec<Entry>);

/// What became of an act.
#[derive(Debug, Clone, PartialEq)]
pub enum Decided {
    /// Taken: these entries are written.
    Accepted(Vec<Write>),
    /// Refused, for these reasons; `record` goes to the actor's accesses where a refusal must be kept.
    Refused {
        /// The reasons; never empty.
        problems: Vec<Problem>,
        /// What is kept of the refusal.
        record: Option<AccessEntry>,
    },
}

/// What one act's rule returns: entries by subject, or the reasons against it.
type Ruled = Result<Vec<(Subject, Vec<Entry>)>, Vec<Problem>>;

/// Decides an act.
#[must_use]
pub fn decide(view: &View, act: &Act, supplied: &Supplied, actor: PersonId, now: Instant) -> Decided {
    let ruled = allowed(view, act, actor)
        .and_then(|()| not_in_future(act, now))
        .and_then(|()| rule(&Asked { view, supplied, actor, now }, act));
    match ruled {
        Ok(writes) => Decided::Accepted(
            writes.into_iter().map(|(subject, entries)| (subject, view.version(&subject), entries)).collect(),
        ),
        Err(problems) => Decided::Refused { record: refusal_kept(act, &problems), problems },
    }
}

/// What every rule is given.
struct Asked<'a> {
    view: &'a View,
    supplied: &'a Supplied,
    actor: PersonId,
    now: Instant,
}

impl Asked<'_> {
    /// The demand, logged; `open` asks that it is not closed.
    fn demand(&self, id: DemandId, open: bool) -> Result<&Demand, Vec<Problem>> {
        let demand = self.view.demand(id).ok_or_else(|| vec![Problem::Unknown { field: "demand".to_owned() }])?;
        if open && demand.outcome.is_some() {
            return Err(vec![Problem::WrongStep { step: demand.step }]);
        }
        Ok(demand)
    }

    fn proceeding(&self, id: crate::ids::ProceedingId) -> Result<&Proceeding, Vec<Problem>> {
        self.view
            .proceedings
            .iter()
            .find(|found| found.id == id && found.version > 0)
            .ok_or_else(|| vec![Problem::Unknown { field: "proceeding".to_owned() }])
    }

    fn letter(&self, id: crate::ids::LetterId) -> Result<&Letter, Vec<Problem>> {
        self.view
            .letters
            .iter()
            .find(|found| found.id == id && found.version > 0)
            .ok_or_else(|| vec![Problem::Unknown { field: "letter".to_owned() }])
    }

    fn is_counsel(&self) -> bool {
        self.view.people.has(self.actor, crate::people::Role::Counsel)
    }

    /// Refuses an empty reason or note.
    fn reason(&self, text: &str) -> Result<(), Vec<Problem>> {
        if text.trim().is_empty() { Err(vec![Problem::ReasonMissing]) } else { Ok(()) }
    }

    fn knows(&self, document: crate::ids::DocumentId, field: &str) -> Result<(), Vec<Problem>> {
        if self.supplied.known_documents.contains(&document) {
            Ok(())
        } else {
            Err(vec![Problem::Unknown { field: field.to_owned() }])
        }
    }
}

fn one(subject: Subject, entry: Entry) -> Ruled {
    Ok(vec![(subject, vec![entry])])
}

fn allowed(view: &View, act: &Act, actor: PersonId) -> Result<(), Vec<Problem>> {
    let roles = roles_for(act);
    if view.people.has_any(actor, roles) {
        return Ok(());
    }
    Err(vec![Problem::NotAllowed { roles: roles.to_vec(), who: view.people.who_has(roles) }])
}

/// A day in the future is refused; the latest calendar day anywhere counts as today.
fn not_in_future(act: &Act, now: Instant) -> Result<(), Vec<Problem>> {
    let today = crate::time::latest_day(now);
    match act.claimed_day() {
        Some((day, field)) if day > today => Err(vec![Problem::InFuture { field: field.to_owned() }]),
        _ => Ok(()),
    }
}

/// Refusals that are kept: those of acts that would have changed what may leave the building, or who may do what.
fn refusal_kept(act: &Act, problems: &[Problem]) -> Option<AccessEntry> {
    let kept = matches!(
        act,
        Act::VerifyPaper { .. }
            | Act::SetPaperAside { .. }
            | Act::DecideCells { .. }
            | Act::Disclose { .. }
            | Act::SignBasis { .. }
            | Act::ResolveConflict { .. }
            | Act::ApproveLetter { .. }
            | Act::MarkLetterSent { .. }
            | Act::DraftLetter { .. }
            | Act::SetRoles { .. }
            | Act::SetHold { .. }
    ) || problems.iter().any(|problem| matches!(problem, Problem::NotAllowed { .. }));
    kept.then(|| AccessEntry::Refused { act: act.name(), subject: act.subject(), problems: problems.to_vec() })
}

fn rule(asked: &Asked<'_>, act: &Act) -> Ruled {
    match act {
        Act::LogDemand { demand, facts } => demand::log(asked, *demand, facts),
        Act::AmendDemand { demand, facts, reason } => demand::amend(asked, *demand, facts, reason),
        Act::OpenProceeding { proceeding, court, docket, kind, demands } => {
            court::open(asked, *proceeding, court, docket, *kind, demands)
        }
        Act::JoinDemand { proceeding, demand } => court::join(asked, *proceeding, *demand),
        Act::LeaveProceeding { proceeding, demand, reason } => court::leave(asked, *proceeding, *demand, reason),
        Act::RecordCourtPaper { proceeding, paper } => court::record(asked, *proceeding, paper),
        Act::VerifyPaper { proceeding, paper, effects, points, note } => {
            court::verify(asked, *proceeding, *paper, effects, points, note)
        }
        Act::SetPaperAside { proceeding, paper, reason } => court::set_aside(asked, *proceeding, *paper, reason),
        Act::EndProceeding { proceeding, note } => court::end(asked, *proceeding, note),
        Act::Disclose { demand, disclosure } => gatekept::disclose(asked, *demand, disclosure),
        Act::RecordIncident { demand, disclosure, note } => gatekept::incident(asked, *demand, disclosure, note),
        Act::SignBasis { demand, cells, basis, reason } => gatekept::sign_basis(asked, *demand, cells, basis, reason),
        Act::ResolveConflict { demand, cells, reason } => gatekept::resolve(asked, *demand, cells, reason),
        Act::DraftLetter { letter, demand, target, kind, language } => {
            letter::draft(asked, *letter, *demand, *target, *kind, language)
        }
        Act::ApproveLetter { letter } => letter::approve(asked, *letter),
        Act::MarkLetterSent { letter, sent, channel, address, proof } => {
            letter::sent(asked, *letter, *sent, *channel, address, *proof)
        }
        Act::RecordBounce { letter, note } => letter::bounce(asked, *letter, note),
        Act::SetLetterAside { letter, reason } => letter::set_aside(asked, *letter, reason),
        Act::SetPolicy { settings, reason } => people::policy(asked, settings, reason),
        Act::SetRoles { person, roles } => people::roles(asked, *person, roles),
        Act::RenamePerson { person, name } => people::rename(asked, *person, name),
        other => demand::step(asked, other),
    }
}

pub use people::{may_add, may_remove};
