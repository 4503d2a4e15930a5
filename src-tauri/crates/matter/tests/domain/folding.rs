//! Folding: every pair of effects, and the ways in which one paper takes away what another did.

use matter::act::Act;
use matter::compulsion::Headline::*;
use matter::demand::{Category, Cells};
use matter::proceeding::What::{self, *};
use matter::proceeding::{CourtPaper, Entered, PaperKind};

use super::effects::decide_without_notice;
use super::support::*;

const EVERY: [What; 11] =
    [Produce, DoNotProduce, Stay, Lift, Quash, Deny, Vacate, Reverse, Satisfied, Silence, Pending];

fn world() -> World {
    let mut world = World::new();
    decide_without_notice(&mut world);
    world.did(COUNSEL, Act::EndProceeding { proceeding: COURT_Y, note: "dismissed".into() });
    world
}

/// After an order: first one paper, then another; verified or claimed, naming what stands before or nothing, in one court or
/// two, entered on the same day or in turn.
#[test]
fn every_pair_of_papers_after_an_order() {
    let against = [DoNotProduce, Stay, Quash, Deny, Vacate, Reverse];
    let mut pairs = 0;
    for first in EVERY {
        for second in EVERY {
            for bits in 0..64_u32 {
                let [verify_one, verify_two, name_one, name_two, other_court, same_day] =
                    [0, 1, 2, 3, 4, 5].map(|bit| bits & (1 << bit) != 0);
                let mut world = world();
                world.rules(COURT_X, order(1));
                let one = with(5, first, name_one.then(|| paper_id(1)));
                let mut two = with(6, second, name_two.then(|| paper_id(5)));
                if same_day {
                    two.entered = one.entered.clone();
                    two.signed = one.signed;
                }
                let court = if other_court { COURT_Y } else { COURT_X };
                let given = [(one.clone(), COURT_X, verify_one), (two.clone(), court, verify_two)];
                for (paper, court, verify) in given {
                    let (id, effects) = (paper.id, paper.effects.clone());
                    world.records(court, paper);
                    if verify {
                        world.verify(court, id, effects).unwrap();
                    }
                }
                pairs += 1;
                let shown = format!("{first:?} then {second:?}, bits {bits:06b}: {:?}", world.headline());
                let open = world.is_open(CELL);
                let folded = world.folded(CELL);
                // What is open rests on an order in force that nothing contradicts.
                if open {
                    assert!(folded.in_force().next().is_some(), "{shown}");
                    assert!(folded.claimed_restraints.is_empty(), "{shown}");
                    assert!(folded.restraints.is_empty() && folded.standing_stays.is_empty(), "{shown}");
                }
                // A claimed paper against production closes at once.
                if (!verify_one && against.contains(&first)) || (!verify_two && against.contains(&second)) {
                    assert!(!open, "{shown}");
                }
                // A verified restraint or stay, with nothing after it that lifts, vacates or names it, closes.
                if verify_two && matches!(second, DoNotProduce | Stay) && !name_two {
                    assert!(!open, "{shown}");
                    assert_ne!(world.headline(), InForce, "{shown}");
                }
                if verify_one && against.contains(&first) && matches!(second, Silence | Pending | Deny | Quash | Stay) {
                    assert!(!open, "{shown}");
                }
                // What claims nothing and is only claimed changes nothing.
                if !verify_one && !verify_two && !against.contains(&first) && !against.contains(&second) {
                    assert!(open && world.headline() == InForce, "{shown}");
                }
                // An order that ended or is stayed never counts as in force.
                for order in folded.in_force() {
                    assert!(order.stays.is_empty() && order.ended.is_none(), "{shown}");
                }
                // Whatever came later, on the day of the order it was in force.
                assert_eq!(world.shown_at(at(8, 3, 12)).headline, InForce, "{shown}: as of the order's day");
            }
        }
    }
    assert_eq!(pairs, 11 * 11 * 64);
}

#[test]
fn a_stay_is_lifted_by_the_paper_that_names_it_or_the_order() {
    for names in [paper_id(5), paper_id(1)] {
        let mut world = world();
        world.rules(COURT_X, order(1));
        world.rules(COURT_X, with(5, Stay, Some(paper_id(1))));
        assert_eq!(world.headline(), Stayed);
        world.rules(COURT_X, with(6, Lift, Some(names)));
        assert_eq!(world.headline(), InForce);
        assert!(world.is_open(CELL));
    }
}

#[test]
fn two_stays_need_two_lifts() {
    let mut world = world();
    world.rules(COURT_X, order(1));
    world.rules(COURT_X, with(5, Stay, Some(paper_id(1))));
    world.rules(COURT_X, with(6, Stay, Some(paper_id(1))));
    world.rules(COURT_X, with(7, Lift, Some(paper_id(5))));
    assert_eq!(world.headline(), Stayed);
}

#[test]
fn a_lift_that_names_nothing_lifts_nothing_of_another_court() {
    let mut world = world();
    world.rules(COURT_X, with(2, DoNotProduce, None));
    world.rules(COURT_Y, with(5, Lift, None));
    assert_eq!(world.headline(), Restrained);
    world.rules(COURT_X, with(6, Lift, None));
    assert_eq!(world.headline(), ProceedingPending);
}

#[test]
fn a_vacated_lift_lets_the_stay_stand_again() {
    let mut world = world();
    world.rules(COURT_X, order(1));
    world.rules(COURT_X, with(5, Stay, Some(paper_id(1))));
    world.rules(COURT_X, with(6, Lift, Some(paper_id(5))));
    assert!(world.is_open(CELL));
    world.rules(COURT_X, with(7, Vacate, Some(paper_id(6))));
    assert_eq!(world.headline(), Stayed);
    assert!(!world.is_open(CELL));
}

#[test]
fn a_stayed_lift_closes_again() {
    let mut world = world();
    world.rules(COURT_X, order(1));
    world.rules(COURT_X, with(5, Stay, Some(paper_id(1))));
    world.rules(COURT_X, with(6, Lift, Some(paper_id(5))));
    world.rules(COURT_X, with(7, Stay, Some(paper_id(6))));
    assert!(!world.is_open(CELL));
    assert_eq!(world.headline(), ConflictingOrders);
}

#[test]
fn a_vacated_stay_and_a_vacated_vacatur_bring_the_order_back() {
    for what in [Stay, Vacate, Quash] {
        let mut world = world();
        world.rules(COURT_X, order(1));
        world.rules(COURT_X, with(5, what, Some(paper_id(1))));
        assert_ne!(world.headline(), InForce, "{what:?}");
        world.rules(COURT_X, with(6, Reverse, Some(paper_id(5))));
        assert_eq!(world.headline(), InForce, "{what:?}");
    }
}

/// A paper acts after what it names, and after what that names in turn, though it was entered before.
#[test]
fn a_vacated_order_that_names_a_later_paper_is_not_in_force() {
    let mut world = world();
    let entered = |paper: CourtPaper, on| CourtPaper { signed: None, entered: Entered::On { date: on }, ..paper };
    world.rules(COURT_X, entered(order(4), day(8, 11)));
    world.rules(COURT_X, entered(with(1, Produce, Some(paper_id(4))), day(8, 10)));
    world.rules(COURT_X, entered(with(2, Vacate, Some(paper_id(1))), day(8, 10)));
    let orders: Vec<_> = world.folded(CELL).in_force().map(|order| order.paper).collect();
    assert_eq!(orders, [paper_id(4)]);
}

#[test]
fn a_corrected_record_still_acts_before_the_paper_of_its_day_that_names_it() {
    let mut world = world();
    world.rules(COURT_X, order(1));
    world.rules(COURT_X, with(2, Stay, Some(paper_id(1))));
    let vacated = with(3, Vacate, Some(paper_id(2)));
    world.rules(COURT_X, vacated.clone());
    assert_eq!(world.headline(), InForce);
    let entered = vacated.entered.clone();
    world.rules(COURT_X, CourtPaper { signed: None, entered, ..with(4, Vacate, Some(paper_id(3))) });
    assert_eq!(world.headline(), Stayed);
    let corrected = CourtPaper { title: "ORDER OF VACATUR".into(), ..vacated };
    let (id, effects) = (corrected.id, corrected.effects.clone());
    world.did(COUNSEL, Act::RecordCourtPaper { proceeding: COURT_X, paper: Box::new(corrected) });
    world.verify(COURT_X, id, effects).unwrap();
    assert_eq!(world.headline(), Stayed);
    assert!(!world.is_open(CELL));
}

#[test]
fn a_stay_after_the_lift_holds_though_the_order_names_a_later_paper() {
    // Recorded before the lift, entered three days after it.
    let mut world = world();
    let entered = |paper: CourtPaper, on| CourtPaper { signed: None, entered: Entered::On { date: on }, ..paper };
    world.rules(COURT_X, entered(with(4, Lift, None), day(8, 10)));
    world.rules(COURT_X, entered(with(1, Produce, Some(paper_id(4))), day(8, 1)));
    world.rules(COURT_X, entered(with(5, Stay, Some(paper_id(1))), day(8, 5)));
    world.rules(COURT_X, entered(with(6, Lift, Some(paper_id(1))), day(8, 2)));
    assert_eq!(world.headline(), Stayed);
    assert!(!world.is_open(CELL));
}

#[test]
fn a_stay_and_a_lift_that_name_each_other_close_whatever_else_is_filed() {
    for (others, stay_first) in (0..5).flat_map(|others| [(others, true), (others, false)]) {
        let mut world = world();
        world.rules(COURT_X, order(1));
        let day = with(2, Stay, None).entered;
        let of_one_day = |n, what, names| CourtPaper { signed: None, entered: day.clone(), ..with(n, what, names) };
        let (stay, lift) = if stay_first { (2, 3) } else { (3, 2) };
        let first = if stay_first { Stay } else { Lift };
        let second = if stay_first { Lift } else { Stay };
        world.rules(COURT_X, of_one_day(2, first, Some(paper_id(1))));
        world.rules(COURT_X, of_one_day(3, second, Some(paper_id(2))));
        for n in 0..others {
            world.rules(COURT_X, of_one_day(10 + n, Pending, None));
        }
        // Verified again, the first names the second: a slip.
        let slip = with(2, first, Some(paper_id(3))).effects;
        world.verify(COURT_X, paper_id(2), slip).unwrap();
        let shown = format!("{others} others, the stay is {stay}, the lift {lift}: {:?}", world.headline());
        assert!(!world.is_open(CELL), "{shown}");
    }
}

#[test]
fn an_order_that_lifted_a_restraint_and_is_vacated_leaves_the_restraint() {
    let mut world = world();
    world.rules(COURT_X, with(2, DoNotProduce, None));
    world.rules(COURT_X, with(3, Produce, Some(paper_id(2))));
    assert_eq!(world.headline(), InForce);
    world.rules(COURT_X, with(4, Vacate, Some(paper_id(3))));
    assert_eq!(world.headline(), Restrained);
}

#[test]
fn a_stay_cannot_name_the_motion_for_it() {
    let mut world = world();
    world.rules(COURT_X, order(1));
    let mut motion = with(4, Pending, None);
    motion.kind = PaperKind::Motion;
    world.records(COURT_X, motion);
    for what in [Stay, Vacate, Quash, Deny, DoNotProduce] {
        let mut world = World { states: world.states.clone(), ..self::world() };
        let named = with(5, what, Some(paper_id(4)));
        let effects = named.effects.clone();
        world.records(COURT_X, named);
        assert!(!world.is_open(CELL), "{what:?}: claimed");
        world.verify(COURT_X, paper_id(5), effects).unwrap_err();
        assert!(!world.is_open(CELL), "{what:?}: still claimed");
    }
}

#[test]
fn a_stay_of_a_record_made_twice_holds_the_one_that_stays() {
    // The order was recorded twice; the stay names the record that was then set aside.
    let mut world = world();
    world.rules(COURT_X, order(1));
    world.rules(COURT_X, with(5, Stay, Some(paper_id(1))));
    let mut again = order(1);
    again.id = paper_id(2);
    world.rules(COURT_X, again);
    let aside = Act::SetPaperAside { proceeding: COURT_X, paper: paper_id(1), reason: "recorded twice".into() };
    world.did(COUNSEL, aside);
    assert_eq!(world.headline(), Stayed);
    assert!(!world.is_open(CELL));
}

#[test]
fn the_same_for_a_vacatur() {
    let mut world = world();
    world.rules(COURT_X, order(1));
    world.rules(COURT_X, with(5, Vacate, Some(paper_id(1))));
    world.rules(COURT_X, order(2));
    let aside = Act::SetPaperAside { proceeding: COURT_X, paper: paper_id(1), reason: "recorded twice".into() };
    world.did(COUNSEL, aside);
    assert!(!world.is_open(CELL));
}

#[test]
fn one_day_restrains_before_it_releases() {
    // Same day, recorded in either order: what restrains wins.
    for stay_first in [true, false] {
        let mut world = world();
        let mut stay = with(5, Stay, None);
        stay.entered = order(1).entered;
        stay.signed = None;
        let papers = if stay_first { [stay, order(1)] } else { [order(1), stay] };
        for paper in papers {
            world.rules(COURT_X, paper);
        }
        assert_eq!(world.headline(), Stayed, "stay first: {stay_first}");
        let mut lift = with(6, Lift, None);
        lift.entered = order(1).entered;
        lift.signed = None;
        world.rules(COURT_X, lift);
        assert_eq!(world.headline(), Stayed, "a lift of the same day that names nothing");
    }
}

#[test]
fn courts_contradict_each_other() {
    for (what, day, headline) in [
        (Deny, 2, InForce),           // refused first, ordered later by another court: the later word
        (Deny, 9, ConflictingOrders), // ordered, then refused elsewhere
        (Quash, 2, ConflictingOrders),
        (Quash, 9, ConflictingOrders),
        (Vacate, 9, ConflictingOrders),
        (Stay, 2, ConflictingOrders),
        (Stay, 9, ConflictingOrders),
        (DoNotProduce, 2, ConflictingOrders),
        (DoNotProduce, 9, ConflictingOrders),
    ] {
        let mut world = world();
        world.rules(COURT_Y, with(day, what, None));
        world.rules(COURT_X, order(5));
        assert_eq!(world.headline(), headline, "{what:?} on {day}");
        assert_eq!(world.is_open(CELL), headline == InForce, "{what:?} on {day}");
    }
}

#[test]
fn all_widens_for_what_restrains_and_never_for_what_orders() {
    let mut world = world();
    world.rules(COURT_X, paper(1, vec![effect(Produce, every_cell(), None)]));
    world.rules(COURT_X, paper(2, vec![effect(Stay, Cells::All, Some(paper_id(1)))]));
    let mut wider = facts();
    wider.records.push(matter::demand::RecordSought { category: Category::Payment, words: String::new() });
    world.did(TRIAGE, Act::AmendDemand { demand: DEMAND, facts: Box::new(wider), reason: "rider".into() });
    let added = cell(T1, Category::Payment);
    assert!(world.folded(added).orders.is_empty(), "an order does not reach a category added later");
    assert_eq!(world.headline(), Stayed);
    let mut restrained = self::world();
    restrained.rules(COURT_X, paper(2, vec![effect(DoNotProduce, Cells::All, None)]));
    let mut wider = facts();
    wider.records.push(matter::demand::RecordSought { category: Category::Payment, words: String::new() });
    restrained.did(TRIAGE, Act::AmendDemand { demand: DEMAND, facts: Box::new(wider), reason: "rider".into() });
    assert_eq!(restrained.folded(added).restraints, vec![paper_id(2)]);
}

#[test]
fn a_stay_of_an_order_for_other_cells_is_no_stay_here() {
    let mut world = world();
    let other = cell(T2, Category::Name);
    world.rules(COURT_X, order(1));
    world.rules(COURT_X, paper(2, vec![effect(Produce, only(other), None)]));
    world.rules(COURT_X, paper(5, vec![effect(Stay, Cells::All, Some(paper_id(2)))]));
    assert!(world.is_open(CELL));
    assert!(!world.is_open(other));
}

#[test]
fn a_paper_is_corrected_by_counsel_and_keeps_its_id() {
    let mut world = world();
    world.rules(COURT_X, order(1));
    let mut wrong = with(20, Stay, Some(paper_id(1)));
    wrong.entered = Entered::NotKnown;
    world.records(COURT_X, wrong.clone());
    let mut right = wrong.clone();
    right.entered = Entered::On { date: day(8, 25) };
    let correct = || Act::RecordCourtPaper { proceeding: COURT_X, paper: Box::new(right.clone()) };
    // Triage may not: it could make a stay into nothing.
    world.refuses(TRIAGE, correct());
    assert!(!world.is_open(CELL));
    world.did(COUNSEL, correct());
    world.refuses(COUNSEL, correct());
    // What it is and does is not changed in passing.
    let mut other = right.clone();
    other.effects[0].what = Pending;
    world.refuses(COUNSEL, Act::RecordCourtPaper { proceeding: COURT_X, paper: Box::new(other) });
    let mut other = right.clone();
    other.kind = PaperKind::Motion;
    world.refuses(COUNSEL, Act::RecordCourtPaper { proceeding: COURT_X, paper: Box::new(other) });
    assert!(!world.is_open(CELL), "a corrected stay closes the gate until it is verified again");
    assert_eq!(world.shown().claimed_restraints, vec![paper_id(20)], "with the correction waiting for counsel");
    world.verify(COURT_X, paper_id(20), right.effects.clone()).unwrap();
    assert_eq!(world.headline(), Stayed);
    // A verified order that is corrected waits to be verified again, and is not lowered by that.
    let mut dated = order(1);
    dated.entered = Entered::On { date: day(8, 3) };
    dated.signed = None;
    world.did(COUNSEL, Act::RecordCourtPaper { proceeding: COURT_X, paper: Box::new(dated) });
    assert_eq!(world.folded(CELL).orders.len(), 1);
    assert_eq!(world.headline(), Stayed);
    assert_eq!(world.shown().claims, 1);
    world.did(COUNSEL, Act::SetPaperAside { proceeding: COURT_X, paper: paper_id(1), reason: "not ours".into() });
    assert!(world.folded(CELL).orders.is_empty(), "set aside, no version of it acts");
}

#[test]
fn a_second_verification_corrects_the_first_and_says_why() {
    let mut world = world();
    world.rules(COURT_X, paper(1, vec![effect(Produce, every_cell(), None)]));
    let verify = |note: &str| Act::VerifyPaper {
        proceeding: COURT_X,
        paper: paper_id(1),
        effects: order(1).effects,
        points: all_points(),
        note: note.into(),
    };
    world.refuses(COUNSEL, verify(" "));
    world.did(COUNSEL, verify("the second account is not in the order"));
    assert_eq!(world.shown().in_force[0].cells, vec![CELL]);
}
