//! Rules for letters to the user.

use super::demand::known_target;
use super::{Asked, Ruled, one};
use crate::calendar::notice_window;
use crate::demand::{Demand, DemandEntry};
use crate::entry::Entry;
use crate::ids::{DemandId, DocumentId, LetterId, TargetId};
use crate::journal::Subject;
use crate::letter::{Letter, LetterEntry, LetterKind, LetterStep, SendingChannel, stops};
use crate::problem::Problem;
use crate::time::Moment;

/// Refuses a letter that something stands against.
fn may_tell(asked: &Asked<'_>, demand: &Demand, target: Option<TargetId>) -> Result<(), Vec<Problem>> {
    let problems = stops(demand, &asked.view.proceedings, target, asked.now);
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

fn demand_of<'a>(asked: &'a Asked<'_>, letter: &Letter) -> Result<&'a Demand, Vec<Problem>> {
    let id = letter.demand.ok_or_else(|| vec![Problem::Unknown { field: "demand".to_owned() }])?;
    asked.demand(id, true)
}

pub(super) fn draft(
    asked: &Asked<'_>,
    id: LetterId,
    demand_id: DemandId,
    target: Option<TargetId>,
    kind: LetterKind,
    language: &str,
) -> Ruled {
    let demand = asked.demand(demand_id, true)?;
    known_target(demand, target)?;
    if asked.view.letters.iter().any(|letter| letter.id == id && letter.version > 0) {
        return Err(vec![Problem::AlreadyDone]);
    }
    may_tell(asked, demand, target)?;
    let template =
        asked.supplied.template.clone().ok_or_else(|| vec![Problem::Unknown { field: "language".to_owned() }])?;
    Ok(vec![
        (
            Subject::Letter(id),
            vec![Entry::Letter(LetterEntry::LetterDrafted {
                demand: demand_id,
                target,
                kind,
                language: language.to_owned(),
                template,
            })],
        ),
        (Subject::Demand(demand_id), vec![Entry::Demand(DemandEntry::LetterStarted { letter: id, target })]),
    ])
}

pub(super) fn approve(asked: &Asked<'_>, id: LetterId) -> Ruled {
    let letter = asked.letter(id)?;
    let demand = demand_of(asked, letter)?;
    if !matches!(letter.step, LetterStep::Draft | LetterStep::Approved) {
        return Err(vec![Problem::AlreadyDone]);
    }
    may_tell(asked, demand, letter.target)?;
    let self_approved = letter.author == Some(asked.actor);
    if self_approved && asked.view.people.has_other_counsel(asked.actor) {
        return Err(vec![Problem::AuthorApproves]);
    }
    let (document, text, as_of) =
        asked.supplied.rendered.ok_or_else(|| vec![Problem::Required { field: "letter".to_owned() }])?;
    one(Subject::Letter(id), Entry::Letter(LetterEntry::LetterApproved { document, text, as_of, self_approved }))
}

pub(super) fn sent(
    asked: &Asked<'_>,
    id: LetterId,
    sent: Moment,
    channel: SendingChannel,
    address: &str,
    proof: DocumentId,
) -> Ruled {
    let letter = asked.letter(id)?;
    let demand = demand_of(asked, letter)?;
    let Some(approval) = &letter.approval else { return Err(vec![Problem::NotApproved]) };
    if !matches!(letter.step, LetterStep::Approved | LetterStep::Bounced) {
        return Err(vec![Problem::AlreadyDone]);
    }
    may_tell(asked, demand, letter.target)?;
    if address.trim().is_empty() {
        return Err(vec![Problem::Required { field: "address".to_owned() }]);
    }
    if !asked.supplied.known_documents.contains(&proof) {
        return Err(vec![Problem::ProofMissing]);
    }
    // A person gives minutes, or a day: earlier within the day of approval is no contradiction. Both days in one zone, or an
    // evening in San Francisco would lie before its own approval.
    if sent.at < approval.at && sent.date() < (Moment { at: approval.at, zone: sent.zone }).date() {
        return Err(vec![Problem::Impossible { field: "sent".to_owned() }]);
    }
    // Sent is a statement about the letter that counsel approved: if a fact in it changed, it is made again.
    if asked.supplied.text_now != Some(approval.text) {
        return Err(vec![Problem::FactsChanged]);
    }
    let settings = &asked.view.policy.settings;
    let mut zones = asked.supplied.court_zones.clone();
    zones.push(settings.zone);
    let user = demand.facts.iter().flat_map(|facts| &facts.targets).find(|target| Some(target.id) == letter.target);
    zones.extend(user.and_then(|target| target.zone));
    let window_ends = notice_window(sent.at, u32::from(settings.notice_window_days), &zones)
        .map_err(|_| vec![Problem::Impossible { field: "sent".to_owned() }])?
        .ends;
    one(
        Subject::Letter(id),
        Entry::Letter(LetterEntry::LetterSent { sent, channel, address: address.to_owned(), proof, window_ends }),
    )
}

pub(super) fn bounce(asked: &Asked<'_>, id: LetterId, note: &str) -> Ruled {
    asked.reason(note)?;
    if asked.letter(id)?.step != LetterStep::Sent {
        return Err(vec![Problem::NotApproved]);
    }
    one(Subject::Letter(id), Entry::Letter(LetterEntry::LetterBounced { note: note.to_owned() }))
}

pub(super) fn set_aside(asked: &Asked<'_>, id: LetterId, reason: &str) -> Ruled {
    asked.reason(reason)?;
    // A letter that was sent stays sent: it is corrected by a new letter.
    if !matches!(asked.letter(id)?.step, LetterStep::Draft | LetterStep::Approved | LetterStep::Bounced) {
        return Err(vec![Problem::AlreadyDone]);
    }
    one(Subject::Letter(id), Entry::Letter(LetterEntry::LetterSetAside { reason: reason.to_owned() }))
}
