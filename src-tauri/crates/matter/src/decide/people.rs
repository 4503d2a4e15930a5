//! Rules for people, roles and policy.

use super::{Asked, Ruled, one};
use crate::entry::Entry;
use crate::ids::PersonId;
use crate::journal::Subject;
use crate::people::{People, PeopleEntry, Role};
use crate::policy::{MOST_PATTERNS, PolicyEntry, Settings};
use crate::problem::Problem;

/// After the first counsel, the role counsel is granted only with an existing counsel's signature.
fn may_grant(people: &People, actor: PersonId, before: &[Role], after: &[Role]) -> Result<(), Problem> {
    let grants = after.contains(&Role::Counsel) && !before.contains(&Role::Counsel);
    if grants && people.count(Role::Counsel) > 0 && !people.has(actor, Role::Counsel) {
        return Err(Problem::CounselGrantsCounsel);
    }
    Ok(())
}

/// The last administrator stays one, and the last counsel: else an administrator who removed counsel could grant the role
/// without a counsel's signature, to themselves too. Who leaves names a successor first; who left without one is followed
/// by a replaced key, which is on record as such.
fn last_of_role(people: &People, person: PersonId, after: &[Role]) -> Result<(), Problem> {
    for role in [Role::Administrator, Role::Counsel] {
        let loses = people.has(person, role) && !after.contains(&role);
        if loses && people.count(role) <= 1 {
            return Err(Problem::LastOfRole { role });
        }
    }
    Ok(())
}

/// Two people of one name cannot be told apart on the lock screen.
fn name_taken(people: &People, but: Option<PersonId>, name: &str) -> bool {
    people.persons.iter().any(|person| Some(person.id) != but && !person.removed && person.name.trim() == name.trim())
}

/// Whether this person may add somebody with these roles. The first person of all founds the register.
///
/// # Errors
/// The reasons against it.
pub fn may_add(people: &People, actor: PersonId, name: &str, roles: &[Role]) -> Result<(), Vec<Problem>> {
    if name.trim().is_empty() {
        return Err(vec![Problem::Required { field: "name".to_owned() }]);
    }
    if roles.is_empty() {
        return Err(vec![Problem::Required { field: "roles".to_owned() }]);
    }
    if name_taken(people, None, name) {
        return Err(vec![Problem::Repeated { field: "name".to_owned() }]);
    }
    if !people.has(actor, Role::Administrator) {
        let roles = vec![Role::Administrator];
        return Err(vec![Problem::NotAllowed { who: people.who_has(&roles), roles }]);
    }
    may_grant(people, actor, &[], roles).map_err(|problem| vec![problem])
}

/// Whether this person may remove that one.
///
/// # Errors
/// The reasons against it.
pub fn may_remove(people: &People, actor: PersonId, person: PersonId, reason: &str) -> Result<(), Vec<Problem>> {
    if !people.has(actor, Role::Administrator) {
        let roles = vec![Role::Administrator];
        return Err(vec![Problem::NotAllowed { who: people.who_has(&roles), roles }]);
    }
    let found = people.person(person).ok_or_else(|| vec![Problem::Unknown { field: "person".to_owned() }])?;
    if found.removed {
        return Err(vec![Problem::AlreadyDone]);
    }
    if reason.trim().is_empty() {
        return Err(vec![Problem::ReasonMissing]);
    }
    last_of_role(people, person, &[]).map_err(|problem| vec![problem])
}

pub(super) fn roles(asked: &Asked<'_>, person: PersonId, roles: &[Role]) -> Ruled {
    let people = &asked.view.people;
    let found = people
        .person(person)
        .filter(|found| !found.removed)
        .ok_or_else(|| vec![Problem::Unknown { field: "person".to_owned() }])?;
    if roles.is_empty() {
        return Err(vec![Problem::Required { field: "roles".to_owned() }]);
    }
    // Counsel may sign for the role counsel; the other roles are an administrator's to set.
    let mut others_before: Vec<Role> = found.roles.iter().copied().filter(|role| *role != Role::Counsel).collect();
    let mut others_after: Vec<Role> = roles.iter().copied().filter(|role| *role != Role::Counsel).collect();
    others_before.sort_unstable();
    others_after.sort_unstable();
    if others_before != others_after && !people.has(asked.actor, Role::Administrator) {
        let roles = vec![Role::Administrator];
        return Err(vec![Problem::NotAllowed { who: people.who_has(&roles), roles }]);
    }
    may_grant(people, asked.actor, &found.roles, roles).map_err(|problem| vec![problem])?;
    last_of_role(people, person, roles).map_err(|problem| vec![problem])?;
    let mut roles = roles.to_vec();
    roles.sort_unstable();
    roles.dedup();
    one(Subject::People, Entry::People(PeopleEntry::RolesSet { person, roles }))
}

pub(super) fn rename(asked: &Asked<'_>, person: PersonId, name: &str) -> Ruled {
    let people = &asked.view.people;
    if people.person(person).is_none() {
        return Err(vec![Problem::Unknown { field: "person".to_owned() }]);
    }
    if name.trim().is_empty() {
        return Err(vec![Problem::Required { field: "name".to_owned() }]);
    }
    if name_taken(people, Some(person), name) {
        return Err(vec![Problem::Repeated { field: "name".to_owned() }]);
    }
    one(Subject::People, Entry::People(PeopleEntry::PersonRenamed { person, name: name.trim().to_owned() }))
}

pub(super) fn policy(asked: &Asked<'_>, settings: &Settings, reason: &str) -> Ruled {
    asked.reason(reason)?;
    if settings.notice_window_days == 0 {
        return Err(vec![Problem::Impossible { field: "noticeWindowDays".to_owned() }]);
    }
    if settings.idle_lock_minutes == 0 {
        return Err(vec![Problem::Impossible { field: "idleLockMinutes".to_owned() }]);
    }
    if settings.identifier_patterns.len() > MOST_PATTERNS {
        let most = u16::try_from(MOST_PATTERNS).unwrap_or(u16::MAX);
        return Err(vec![Problem::TooMany { field: "identifierPatterns".to_owned(), most }]);
    }
    let flawed = (1_u16..)
        .zip(&settings.identifier_patterns)
        .filter_map(|(number, pattern)| pattern.ready().err().map(|flaw| Problem::PatternUnusable { number, flaw }));
    let flawed: Vec<Problem> = flawed.collect();
    if !flawed.is_empty() {
        return Err(flawed);
    }
    let before = &asked.view.policy.settings;
    let counsels = before.notice_window_days != settings.notice_window_days
        || before.docket_recheck_days != settings.docket_recheck_days
        || before.help_organisations != settings.help_organisations
        || before.keep_data_clause != settings.keep_data_clause;
    // The windows and the words of letters are counsel's, once there is one.
    if counsels && !asked.is_counsel() && asked.view.people.count(Role::Counsel) > 0 {
        let roles = vec![Role::Counsel];
        return Err(vec![Problem::NotAllowed { who: asked.view.people.who_has(&roles), roles }]);
    }
    one(
        Subject::Policy,
        Entry::Policy(PolicyEntry::SettingsSet { settings: settings.clone(), reason: reason.to_owned() }),
    )
}
