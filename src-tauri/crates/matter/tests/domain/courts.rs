//! Days are the court's own; what reaches another docket, and what is said beside a headline.

use matter::act::Act;
use matter::compulsion::Headline::*;
use matter::proceeding::{Entered, PaperKind, What::*};

use super::support::*;

fn world() -> World {
    World::new()
}

/// An instant on a court's own wall clock.
fn wall(zone: chrono_tz::Tz, month: u32, date: u32, hour: u32) -> matter::time::Instant {
    use chrono::TimeZone as _;
    zone.with_ymd_and_hms(2026, month, date, hour, 0, 0).unwrap().to_utc()
}

fn dated(mut paper: matter::proceeding::CourtPaper, entered: chrono::NaiveDate) -> matter::proceeding::CourtPaper {
    paper.signed = None;
    paper.entered = Entered::On { date: entered };
    paper
}

#[test]
fn a_vacatur_acts_on_its_day_in_its_court_and_not_the_evening_before() {
    let zone = chrono_tz::America::Los_Angeles;
    let mut world = world();
    world.now = wall(zone, 11, 20, 12);
    world.rules(COURT_X, dated(order(1), day(11, 2)));
    world.rules(COURT_X, dated(with(2, Vacate, Some(paper_id(1))), day(11, 19)));
    let headline = |month, date, hour| world.shown_at(wall(zone, month, date, hour)).headline;
    assert_eq!(headline(11, 18, 3), InForce);
    assert_eq!(headline(11, 18, 23), InForce, "in UTC it is the 19th by then");
    // The other docket goes on: a proceeding is pending, and what a court said is said first.
    assert_eq!(headline(11, 19, 0), ProceedingPending);
    assert_eq!(world.shown().latest.unwrap().headline, ReversedOrVacated);
    assert_eq!(headline(11, 1, 23), ProceedingPending);
    assert_eq!(headline(11, 2, 0), InForce);
}

#[test]
fn a_lift_entered_tomorrow_is_not_taken_today() {
    let zone = chrono_tz::America::Los_Angeles;
    let mut world = world();
    world.now = wall(zone, 11, 24, 20);
    world.rules(COURT_X, dated(with(1, DoNotProduce, None), day(11, 20)));
    let ahead = dated(with(2, Lift, Some(paper_id(1))), day(11, 25));
    let act = Act::RecordCourtPaper { proceeding: COURT_X, paper: Box::new(ahead) };
    assert!(matches!(world.refuses(COUNSEL, act)[0], matter::problem::Problem::InFuture { .. }));
    assert_eq!(world.headline(), Restrained);
}

#[test]
fn a_paper_recorded_in_the_evening_acts_at_once() {
    let mut world = world();
    world.now = wall(chrono_tz::America::Los_Angeles, 11, 24, 20);
    let mut stay = with(1, DoNotProduce, None);
    (stay.signed, stay.entered, stay.served) = (None, Entered::NotKnown, None);
    world.records(COURT_X, stay);
    assert_eq!(world.shown().claimed_restraints, vec![paper_id(1)]);
    assert!(!world.is_open(CELL));
}

#[test]
fn an_appellate_paper_that_names_nothing_does_not_reach_another_districts_order() {
    let mut world = world();
    world.rules(COURT_Y, order(1));
    assert_eq!(world.headline(), InForce);
    let mut mandate = with(2, Vacate, None);
    mandate.kind = PaperKind::AppellateDecision;
    world.rules(COURT_X, mandate);
    assert!(!world.folded(CELL).orders.iter().any(|order| order.ended.is_some()), "the order elsewhere did not end");
    assert_eq!(world.headline(), ConflictingOrders, "counsel is told at once");
}

#[test]
fn a_withdrawal_or_a_supersession_displaces_no_ruling() {
    for (n, what, shows) in [(1, Deny, DeniedOrQuashed), (2, Quash, DeniedOrQuashed), (3, Satisfied, Complied)] {
        let mut world = world();
        if what == Satisfied {
            world.rules(COURT_X, order(9));
        }
        world.rules(COURT_X, with(n, what, None));
        world.rules(COURT_Y, with(n + 4, Deny, None));
        world.did(TRIAGE, Act::RecordWithdrawal { demand: DEMAND, document: None, note: "letter".into() });
        let shown = world.shown();
        assert!(shown.headline <= shows, "{what:?}: {:?}", shown.headline);
        assert!(shown.latest.is_some_and(|latest| latest.paper.is_some()), "a court ruled: that is said");
        assert!(shown.withdrawn_on.is_some(), "and the withdrawal beside it");
    }
}

#[test]
fn a_verified_order_that_counsel_set_aside_is_said_and_not_forgotten() {
    let mut world = world();
    world.rules(COURT_X, order(1));
    world.records(COURT_X, order(2));
    for n in [1, 2] {
        let reason = "another company's".into();
        world.did(COUNSEL, Act::SetPaperAside { proceeding: COURT_X, paper: paper_id(n), reason });
    }
    let shown = world.shown();
    assert!(shown.in_force.is_empty());
    assert_eq!(shown.set_aside_verified, vec![paper_id(1)], "what was only recorded lowered nothing");
}

#[test]
fn a_claimed_restraint_is_said_beside_an_order_in_force() {
    let mut world = world();
    world.rules(COURT_X, order(1));
    world.records(COURT_Y, with(2, DoNotProduce, None));
    let shown = world.shown();
    assert_eq!(shown.headline, InForce);
    assert_eq!(shown.claimed_restraints, vec![paper_id(2)]);
    let view = world.view();
    let row = matter::queue::project(&world.demand(), &view.proceedings, &view.letters).unwrap();
    assert!(row.claimed, "it is among the claimed orders");
}

#[test]
fn the_day_a_court_wants_an_answer_is_on_the_agenda_before_the_agencys() {
    let mut world = World::new();
    let mut cause = with(1, Pending, None);
    cause.kind = PaperKind::OrderToShowCause;
    cause.effects[0].comply_by =
        Some(matter::time::PrintedDate { date: day(9, 20), time: None, zone: chrono_tz::America::Los_Angeles });
    world.records(COURT_X, cause);
    assert_eq!(world.shown().respond_by.unwrap().date, day(9, 20));
    assert_eq!(world.headline(), ProceedingPending);
    let view = world.view();
    let row = matter::queue::project(&world.demand(), &view.proceedings, &view.letters).unwrap();
    assert_eq!(row.due_kind, Some(matter::queue::DateKind::AnswerCourt));
}
