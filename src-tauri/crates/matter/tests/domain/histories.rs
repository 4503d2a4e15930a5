//! Random histories through `decide` and `evolve`, watched by rules written a second time and more simply than the fold.

use matter::compulsion::{Guard, Headline};
use matter::demand::{Cell, Cells, NonDisclosure, NoticeDecision, OtherBasis};
use matter::gate::{Basis, Gate};
use matter::ids::{PaperId, PersonId, ProceedingId};
use matter::people::Role;
use matter::proceeding::{
    Effect, JudgeAuthority, PaperKind, Proceeding, ProceedingEntry, ProceedingKind, RecordedPaper, What,
};
use matter::state::State;
use matter::time::{Instant, court_days};
use proptest::prelude::*;

use super::support::*;
use super::tries::*;

/// The version of each paper that acts, by which a court can rule, that counsel verified, and that is in effect.
fn rulings(found: &Proceeding, now: Instant) -> impl Iterator<Item = &RecordedPaper> {
    found
        .papers
        .iter()
        .filter(|recorded| recorded.set_aside.is_none())
        .filter_map(RecordedPaper::acting)
        .filter(|recorded| matches!(recorded.paper.kind, PaperKind::Order | PaperKind::AppellateDecision))
        .filter(move |recorded| recorded.effective(&found.court) <= court_days(&found.court, now).1)
}

fn effects_on<'a>(
    proceedings: &'a [Proceeding],
    cell: &'a Cell,
    now: Instant,
) -> Vec<(ProceedingId, &'a RecordedPaper, &'a Effect)> {
    proceedings
        .iter()
        .flat_map(|found| rulings(found, now).map(move |recorded| (found.id, recorded)))
        .flat_map(|(id, recorded)| recorded.paper.effects.iter().map(move |effect| (id, recorded, effect)))
        .filter(|(.., effect)| effect.demand == DEMAND && effect.cells.covers(cell))
        .collect()
}

/// Nothing takes the paper away: no vacatur or reversal that itself stands names it.
fn stands(all: &[(ProceedingId, &RecordedPaper, &Effect)], paper: PaperId, asked: &mut Vec<PaperId>) -> bool {
    if asked.contains(&paper) {
        return true;
    }
    asked.push(paper);
    let undone = all.iter().any(|(_, by, undo)| {
        matches!(undo.what, What::Vacate | What::Reverse)
            && undo.acts_on == Some(paper)
            && stands(all, by.paper.id, asked)
    });
    asked.pop();
    !undone
}

/// The paper orders this cell, and whatever says no to it was itself taken away by another paper that stands and names it, or
/// by a lift of its own court or of the order.
fn truly_in_force(world: &World, cell: &Cell, paper: PaperId) -> Result<(), String> {
    let view = world.view();
    let all = effects_on(&view.proceedings, cell, world.now);
    let Some((court, order, effect)) =
        all.iter().find(|(_, recorded, effect)| recorded.paper.id == paper && effect.what == What::Produce)
    else {
        return Err("no verified ruling orders it".into());
    };
    let sound = order.paper.document.is_some()
        && order.paper.entered.date().is_some()
        && !matches!(order.paper.judge, JudgeAuthority::NotKnown | JudgeAuthority::NotAFederalCourt)
        && !matches!(&order.paper.judge, JudgeAuthority::Magistrate { counsel_reason } if counsel_reason.is_empty())
        && matches!(effect.cells, Cells::Some { .. });
    if !sound {
        return Err("the order lacks paper, entry, power or named cells".into());
    }
    // Papers of one docket are compared by the day they were entered.
    let day = |recorded: &RecordedPaper| recorded.paper.entered.date();
    for (other_court, no, says) in &all {
        let against = match says.what {
            What::Stay | What::DoNotProduce | What::Vacate | What::Reverse | What::Quash => {
                says.acts_on == Some(paper) || (says.acts_on.is_none() && other_court == court && day(no) >= day(order))
            }
            _ => false,
        };
        let taken_away = all.iter().any(|(third_court, third, undo)| {
            let names = undo.acts_on == Some(no.paper.id);
            third.paper.id != no.paper.id
                && stands(&all, third.paper.id, &mut Vec::new())
                && match undo.what {
                    What::Vacate | What::Reverse | What::Produce => names,
                    What::Lift => {
                        names || undo.acts_on == Some(paper) || (undo.acts_on.is_none() && third_court == other_court)
                    }
                    _ => false,
                }
        });
        if against && !taken_away {
            return Err(format!("{:?} says no", no.paper.id));
        }
    }
    Ok(())
}

/// Papers on file, not verified, that say no about this cell: a stay heard of closes at once.
fn claims_no(world: &World, cell: &Cell) -> bool {
    let view = world.view();
    let papers =
        view.proceedings.iter().flat_map(|found| found.papers.iter().map(|recorded| (found.court.as_str(), recorded)));
    papers.into_iter().any(|(court, recorded)| {
        recorded.set_aside.is_none()
            && recorded.verified.is_none()
            && !recorded.paper.kind.is_request()
            && recorded.effective(court) <= court_days(court, world.now).1
            && recorded.paper.effects.iter().any(|effect| {
                effect.demand == DEMAND
                    && effect.cells.covers(cell)
                    && matches!(
                        effect.what,
                        What::Stay | What::DoNotProduce | What::Quash | What::Vacate | What::Reverse | What::Deny
                    )
            })
    })
}

/// The user was told and the window is over, or need not or must not be told.
fn notice_settled(world: &World, cell: &Cell) -> bool {
    let demand = world.demand();
    let view = world.view();
    let told = view
        .letters
        .iter()
        .any(|letter| letter.target == cell.target && letter.window_ends().is_some_and(|ends| ends < world.now));
    let counsels_no = demand.notices.iter().any(|made| {
        made.target == cell.target && made.by_counsel && matches!(made.decision, NoticeDecision::No { .. })
    });
    let silenced = matches!(
        demand.facts.as_ref().unwrap().non_disclosure,
        NonDisclosure::Ordered { .. } | NonDisclosure::Statutory { .. }
    ) || view
        .proceedings
        .iter()
        .flat_map(|found| rulings(found, world.now))
        .any(|recorded| recorded.paper.effects.iter().any(|effect| effect.what == What::Silence));
    let challenged = demand.challenges.iter().any(|open| open.target == cell.target);
    (told || counsels_no || silenced) && !challenged
}

fn signed_by<'a>(
    world: &'a World,
    cell: &'a Cell,
    which: impl Fn(&OtherBasis) -> bool,
) -> Vec<(PersonId, bool, String)> {
    let demand = world.demand();
    demand
        .bases
        .iter()
        .filter(|signed| signed.cells.covers(cell) && which(&signed.basis))
        .map(|signed| (signed.by, signed.by_counsel, format!("{:?}", signed.basis)))
        .collect()
}

fn check_gate(world: &World, cell: &Cell) -> Result<(), TestCaseError> {
    let Gate::Open { basis } = world.gate(*cell) else { return Ok(()) };
    prop_assert!(!claims_no(world, cell), "open over a claimed stay: {basis:?}");
    prop_assert!(world.demand().outcome.is_none());
    prop_assert_ne!(world.shown().guard, Some(Guard::NotConfirmed));
    let folded = world.folded(*cell);
    prop_assert!(
        folded.restraints.is_empty() && !folded.is_conflicting() && !folded.is_stayed(),
        "{basis:?} over {folded:?}"
    );
    match &basis {
        Basis::EnforcementOrder { paper } => {
            let sound = truly_in_force(world, cell, *paper);
            prop_assert!(sound.is_ok(), "open on {paper}: {sound:?}");
            let weighed = world.demand().conflict_reasons.iter().any(|reason| reason.cells.covers(cell));
            prop_assert!(notice_settled(world, cell) || weighed, "open on an order before notice");
        }
        Basis::OtherProcess => {
            let signed = signed_by(world, cell, |basis| matches!(basis, OtherBasis::OtherProcess { .. }));
            prop_assert!(signed.iter().any(|(_, counsel, _)| *counsel));
            prop_assert!(notice_settled(world, cell));
        }
        Basis::UserConsent => {
            let signed = signed_by(world, cell, |basis| matches!(basis, OtherBasis::UserConsent { .. }));
            prop_assert!(signed.iter().any(|(_, counsel, _)| *counsel));
        }
        Basis::Emergency => prop_assert!(false, "nobody signed an emergency"),
        Basis::Exception => {
            let signed = signed_by(world, cell, |basis| matches!(basis, OtherBasis::Exception { .. }));
            let both = signed.iter().any(|(one, counsel, ground)| {
                *counsel && signed.iter().any(|(two, _, other)| two != one && other == ground)
            });
            prop_assert!(both, "{signed:?}");
            prop_assert!(notice_settled(world, cell));
        }
    }
    Ok(())
}

fn check(world: &World) -> Result<(), TestCaseError> {
    let shown = world.shown();
    for order in &shown.in_force {
        for cell in &order.cells {
            let folded = world.folded(*cell);
            if folded.is_conflicting() || !folded.restraints.is_empty() {
                continue;
            }
            let sound = truly_in_force(world, cell, order.paper);
            prop_assert!(sound.is_ok(), "in force: {sound:?} {folded:?}");
        }
    }
    if shown.headline == Headline::InForce {
        prop_assert!(!shown.in_force.is_empty());
    }
    for cell in world.demand().cells() {
        check_gate(world, &cell)?;
        let folded = world.folded(cell);
        let restrained = !folded.restraints.is_empty();
        prop_assert!(!restrained || shown.headline <= Headline::Restrained, "a restraint is shown before all else");
    }
    Ok(())
}

/// Whether the try can change what the file says about a day in the past: it corrects, or its paper acted by then.
fn touches_past(one: &Try, before: &World, after: &World, past: Instant) -> bool {
    let found = |world: &World, n: u8| {
        let view = world.view();
        view.proceedings
            .iter()
            .find_map(|found| found.paper(paper_id(n.into())).map(|paper| (found.court.clone(), paper.clone())))
    };
    let early = |world: &World, n: u8| {
        found(world, n).is_some_and(|(court, paper)| paper.effective(&court) <= court_days(&court, past).1)
    };
    match one {
        Try::SetAside { .. } => true,
        Try::Record { n, .. } | Try::Rule { n, .. } => found(before, *n).is_some() || early(after, *n),
        Try::Verify { n, what, .. } => {
            what.is_some() || found(before, *n).is_some_and(|(_, paper)| paper.verified.is_some()) || early(after, *n)
        }
        _ => false,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_history_reaches_in_force_or_an_open_gate_without_what_it_takes(history in tries()) {
        let mut world = World::new();
        world.add(COUNSEL_TWO, "R. Osei", vec![Role::Counsel]);
        let mut in_force: Vec<Instant> = Vec::new();
        for one in &history {
            let world_before = World {
                states: world.states.clone(),
                log: Vec::new(),
                now: world.now,
                supplied: world.supplied.clone(),
                refused: Vec::new(),
            };
            let before = world.headline();
            let open_before: Vec<bool> = world.demand().cells().into_iter().map(|cell| world.is_open(cell)).collect();
            let disclosed_before = world.demand().disclosures.len();
            let taken = attempt(&mut world, one);
            check(&world)?;
            if taken {
                // What is not a court's paper, nor counsel's word about one, never lowers what a court ordered.
                let about_papers = matches!(one, Try::Record { .. } | Try::Verify { .. } | Try::Rule { .. } | Try::SetAside { .. } | Try::Later { .. });
                if before <= Headline::Claimed && !about_papers {
                    prop_assert!(world.headline() <= before, "{:?} lowered {:?} to {:?}", one, before, world.headline());
                }
                // A claimed paper alone opens nothing.
                if let Try::Record { .. } = one {
                    for (cell, was) in world.demand().cells().into_iter().zip(&open_before) {
                        prop_assert!(*was || !world.is_open(cell), "recording a paper opened the gate");
                    }
                }
                in_force.retain(|past| !touches_past(one, &world_before, &world, *past));
                for past in &in_force {
                    prop_assert_eq!(world.shown_at(*past).headline, Headline::InForce, "a later paper took away what was so");
                }
            }
            if world.demand().disclosures.len() > disclosed_before {
                let made = world.demand().disclosures.last().cloned().unwrap();
                for cell in &made.disclosure.cells {
                    prop_assert!(world.is_open(*cell), "disclosed through a closed gate");
                }
                prop_assert!(!made.basis.is_empty());
            }
            if world.headline() == Headline::InForce && in_force.last().is_none_or(|last| *last < world.now) {
                in_force.push(world.now);
            }
        }
        // What is folded is what the entries say, and nothing else.
        let replayed = replay(&world);
        prop_assert_eq!(&replayed, &world.states);
    }
}

/// The histories are worth something only if they get there: a fixed run of them does.
#[test]
fn histories_reach_what_they_are_about() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let (mut headlines, mut bases, mut disclosed) =
        (std::collections::BTreeSet::new(), std::collections::BTreeSet::new(), 0);
    for _ in 0..400 {
        let mut world = World::new();
        world.add(COUNSEL_TWO, "R. Osei", vec![Role::Counsel]);
        for one in tries().new_tree(&mut runner).unwrap().current() {
            attempt(&mut world, &one);
            headlines.insert(world.headline());
            for cell in world.demand().cells() {
                if let Gate::Open { basis } = world.gate(cell) {
                    bases.insert(format!("{basis:?}").split(' ').next().unwrap().to_owned());
                }
            }
        }
        disclosed += world.demand().disclosures.len();
    }
    let wanted = [
        Headline::ConflictingOrders,
        Headline::Restrained,
        Headline::InForce,
        Headline::Stayed,
        Headline::Claimed,
        Headline::ProceedingPending,
    ];
    for headline in wanted {
        assert!(headlines.contains(&headline), "{headline:?} was never reached");
    }
    assert_eq!(bases.len(), 4, "{bases:?}");
    assert!(disclosed > 0);
}

fn replay(world: &World) -> std::collections::BTreeMap<matter::journal::Subject, State> {
    let mut states = std::collections::BTreeMap::new();
    for (meta, subject, entry) in &world.log {
        let body = entry.to_body().unwrap();
        let read = matter::entry::Entry::from_body(subject, &entry.kind(), entry.body_version(), &body).unwrap();
        assert_eq!(&read, entry);
        states.entry(*subject).or_insert_with(|| State::new(subject)).evolve(meta, Some(&read));
    }
    states
}

#[test]
fn every_subject_takes_any_entry_and_none() {
    let mut world = World::new();
    world.rules(COURT_X, order(1));
    for subject in world.states.keys().copied().collect::<Vec<_>>() {
        for (meta, _, entry) in &world.log {
            let mut state = world.states[&subject].clone();
            let version = state.version();
            state.evolve(meta, Some(entry));
            state.evolve(meta, None);
            assert_eq!(state.version(), version + 2);
        }
    }
    // A paper on a subject never opened is folded without harm.
    let mut state = State::new(&matter::journal::Subject::Proceeding(COURT_X));
    let verified =
        ProceedingEntry::OrderVerified { paper: paper_id(1), effects: vec![], points: vec![], note: String::new() };
    state.evolve(&world.log[0].0, Some(&matter::entry::Entry::Proceeding(verified)));
    assert_eq!(state.version(), 1);
    assert_eq!(ProceedingKind::Enforcement, Proceeding::new(COURT_X).kind);
}
