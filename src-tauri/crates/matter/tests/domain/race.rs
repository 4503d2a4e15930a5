//! A stay that lands while somebody discloses: the versions read make the disclosure lose, or the stay sees it.

use matter::act::Act;
use matter::decide::{Decided, Write, decide};
use matter::ids::PersonId;
use matter::journal::{Subject, Version};
use matter::proceeding::{ProceedingKind, What::*};

use super::effects::decide_without_notice;
use super::support::*;

type Ready = (PersonId, Vec<(Subject, Version)>, Vec<Write>);

/// What two people at two machines do: each decides on what they see, then appends.
fn ready(world: &World, actor: PersonId, act: &Act) -> Ready {
    let view = world.view();
    match decide(&view, act, &world.supplied, actor, world.now) {
        Decided::Accepted(writes) => (actor, view.reads(), writes),
        Decided::Refused { problems, .. } => panic!("{problems:?}"),
    }
}

fn append(world: &mut World, (actor, reads, writes): &Ready) -> bool {
    world.append(*actor, reads, writes)
}

fn stays() -> Vec<Act> {
    let stay = |claimed: bool| {
        let mut stay = with(9, Stay, Some(paper_id(1)));
        if claimed {
            stay.document = None;
            stay.entered = matter::proceeding::Entered::NotKnown;
        }
        Act::RecordCourtPaper { proceeding: COURT_X, paper: Box::new(stay) }
    };
    let new_docket = Act::OpenProceeding {
        proceeding: matter::ids::ProceedingId(uuid::Uuid::from_u128(0x399)),
        court: "mad".into(),
        docket: "1:26-mc-00009".into(),
        kind: ProceedingKind::UserChallenge,
        demands: vec![DEMAND],
    };
    vec![stay(true), stay(false), new_docket]
}

fn open_world() -> World {
    let mut world = World::new();
    decide_without_notice(&mut world);
    world.rules(COURT_X, order(1));
    assert!(world.is_open(CELL));
    world
}

#[test]
fn the_disclosure_loses_when_the_stay_is_first() {
    for stay in stays() {
        let mut world = open_world();
        let act = world.discloses(vec![CELL]);
        let disclosure = ready(&world, RECORDS, &act);
        let stay_ready = ready(&world, TRIAGE, &stay);
        assert!(append(&mut world, &stay_ready));
        assert!(!append(&mut world, &disclosure), "{stay:?}: the disclosure was written on what is no longer so");
        assert!(world.demand().disclosures.is_empty());
        if matches!(stay, Act::RecordCourtPaper { .. }) {
            // Asked again with the newer state, it is refused.
            world.refuses(RECORDS, act);
        }
    }
}

#[test]
fn the_stay_sees_the_disclosure_when_that_is_first() {
    for stay in stays() {
        let mut world = open_world();
        let act = world.discloses(vec![CELL]);
        let disclosure = ready(&world, RECORDS, &act);
        let stay_ready = ready(&world, TRIAGE, &stay);
        assert!(append(&mut world, &disclosure));
        assert!(!append(&mut world, &stay_ready), "{stay:?}: recorded without having seen the disclosure");
        assert_eq!(world.demand().disclosures.len(), 1);
        // The stay is not lost: decided again, it is taken and closes.
        world.did(TRIAGE, stay.clone());
        if matches!(stay, Act::RecordCourtPaper { .. }) {
            assert!(!world.is_open(CELL));
        }
    }
}

#[test]
fn a_reads_list_names_all_that_was_in_view() {
    let world = open_world();
    let view = world.view();
    let read: Vec<Subject> = view.reads().into_iter().map(|(subject, _)| subject).collect();
    for subject in [
        Subject::People,
        Subject::Policy,
        Subject::Demand(DEMAND),
        Subject::Proceeding(COURT_X),
        Subject::Proceeding(COURT_Y),
    ] {
        assert!(read.contains(&subject), "{subject:?}");
    }
    assert!(
        view.reads()
            .iter()
            .all(|(subject, version)| *version == world.states.get(subject).map_or(0, matter::state::State::version))
    );
}
