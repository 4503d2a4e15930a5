//! What was recorded on the wrong demand is taken back in the open: a new entry with a reason, nothing deleted.

use matter::act::Act;
use matter::compulsion::Headline::*;
use matter::demand::{Link, LinkKind};
use matter::ids::DemandId;
use matter::journal::Subject;
use matter::mark;
use matter::problem::Problem;

use super::support::*;

const OTHER: DemandId = DemandId(uuid::Uuid::from_u128(0x777));

fn with_another() -> World {
    let mut world = World::new();
    let mut given = facts();
    given.targets.truncate(1);
    world.did(TRIAGE, Act::LogDemand { demand: OTHER, facts: Box::new(given) });
    world
}

#[test]
fn a_withdrawal_recorded_by_mistake_is_taken_back_with_a_reason() {
    let mut world = World::empty();
    world.did(TRIAGE, Act::LogDemand { demand: DEMAND, facts: Box::new(facts()) });
    let retract = |reason: &str| Act::RetractWithdrawal { demand: DEMAND, reason: reason.into() };
    assert!(matches!(world.refuses(TRIAGE, retract("none is there"))[..], [Problem::Unknown { .. }]));
    world.did(TRIAGE, Act::RecordWithdrawal { demand: DEMAND, document: None, note: "letter".into() });
    assert_eq!(world.headline(), Withdrawn);
    assert_eq!(world.refuses(TRIAGE, retract(" ")), vec![Problem::ReasonMissing]);
    let before = world.log.len();
    world.did(TRIAGE, retract("the letter was about another subpoena"));
    assert_eq!(world.headline(), NoneOnRecord);
    assert_eq!(world.log.len(), before + 1, "both entries stay");
    world.did(TRIAGE, Act::RecordWithdrawal { demand: DEMAND, document: None, note: "now it is".into() });
    assert_eq!(world.headline(), Withdrawn, "it can still happen");
}

#[test]
fn a_link_is_taken_back_and_a_supersession_with_it() {
    let mut world = with_another();
    let link = Link { kind: LinkKind::SupersededBy, demand: OTHER };
    world.did(TRIAGE, Act::LinkDemand { demand: DEMAND, link: link.clone() });
    assert!(world.demand().superseded_on.is_some());
    let unlink = |link: &Link| Act::UnlinkDemand { demand: DEMAND, link: link.clone(), reason: "misread".into() };
    let never_set = Link { kind: LinkKind::Duplicate, demand: OTHER };
    assert!(matches!(world.refuses(TRIAGE, unlink(&never_set))[..], [Problem::Unknown { .. }]));
    world.did(TRIAGE, unlink(&link));
    assert!(world.demand().links.is_empty());
    assert_eq!(world.demand().superseded_on, None);
    assert_ne!(world.headline(), Superseded);
}

#[test]
fn a_demand_leaves_a_docket_only_when_no_paper_acts_on_it_and_another_stays() {
    let mut world = with_another();
    let leave = |demand, reason: &str| Act::LeaveProceeding { proceeding: COURT_X, demand, reason: reason.into() };
    assert!(matches!(world.refuses(TRIAGE, leave(DEMAND, "wrong one"))[..], [Problem::NotAllowed { .. }]));
    assert_eq!(world.refuses(COUNSEL, leave(DEMAND, "wrong one")), vec![Problem::OnlyDemandOfDocket]);
    assert!(matches!(world.refuses(COUNSEL, leave(OTHER, "never was"))[..], [Problem::Unknown { .. }]));
    world.did(TRIAGE, Act::JoinDemand { proceeding: COURT_X, demand: OTHER });
    world.rules(COURT_X, order(1));
    assert_eq!(world.headline(), InForce);
    assert_eq!(world.refuses(COUNSEL, leave(DEMAND, "wrong one")), vec![Problem::PapersActOnIt]);
    assert_eq!(world.headline(), InForce, "an order is never lowered by leaving its docket");
    world.did(COUNSEL, leave(OTHER, "another subpoena"));
    let view = world.view();
    let docket = view.proceedings.iter().find(|found| found.id == COURT_X).unwrap();
    assert_eq!(docket.demands, vec![DEMAND]);
    let other = view.demands.iter().find(|found| found.id == OTHER).unwrap();
    assert!(other.proceedings.is_empty());
    // Set aside by counsel, the paper no longer stands in the way.
    world.did(TRIAGE, Act::JoinDemand { proceeding: COURT_X, demand: OTHER });
    world.did(COUNSEL, Act::SetPaperAside { proceeding: COURT_X, paper: paper_id(1), reason: "not ours".into() });
    world.did(COUNSEL, leave(DEMAND, "wrong one"));
    assert!(!world.demand().proceedings.contains(&COURT_X));
}

#[test]
fn numbers_and_dockets_are_found_in_any_spelling() {
    let number = |value: &str| mark::of_number(value);
    assert_eq!(number("HSI-SF-2026-004417"), number("hsi sf 2026/004417"));
    assert_ne!(number("HSI-SF-2026-004417"), number("HSI-SF-2026-004418"));
    for nothing in ["", "N/A", "none", "1", "§§"] {
        assert_eq!(number(nothing), None, "{nothing}");
    }
    let docket = |text: &str| mark::of_docket("cand", &text.into());
    for spelling in ["3:26-mc-80123", "26-mc-80123-LB", "26-MC-80123 (JSR)", "3:2026mc80123"] {
        let shared = docket(spelling).into_iter().any(|one| docket("3:26-mc-80123").contains(&one));
        assert!(shared, "{spelling}");
        let elsewhere = mark::of_docket("dcd", &spelling.into());
        assert!(!elsewhere.iter().any(|one| docket("3:26-mc-80123").contains(one)), "another court");
    }
    assert!(docket("in re: sealed, no 4").iter().any(|one| docket("In re Sealed No. 4").contains(one)));
    let world = World::new();
    let marks = mark::marks(&world.states[&Subject::Proceeding(COURT_X)]);
    assert!(docket("26-mc-80001").iter().any(|one| marks.contains(one)));
}
