//! Letters to users: who may be told, by what the letter was approved, when the window ends.

use chrono::{NaiveTime, TimeDelta};
use matter::act::Act;
use matter::demand::{Instrument, NonDisclosure, NoticeDecision};
use matter::gate::{Closed, Gate};
use matter::journal::Digest;
use matter::letter::{LetterKind, LetterStep, SendingChannel};
use matter::people::Role;
use matter::problem::Problem;
use matter::proceeding::What::*;

use super::support::*;

fn draft(n: u128) -> Act {
    Act::DraftLetter {
        letter: letter_id(n),
        demand: DEMAND,
        target: Some(T1),
        kind: LetterKind::UserNotice,
        language: "en".into(),
    }
}

pub(crate) fn approve(n: u128) -> Act {
    Act::ApproveLetter { letter: letter_id(n) }
}

pub(crate) fn sent(world: &World, n: u128) -> Act {
    Act::MarkLetterSent {
        letter: letter_id(n),
        sent: moment(world.now),
        channel: SendingChannel::Email,
        address: "the account's address".into(),
        proof: PAPER_FILE,
    }
}

/// Drafted by letter staff, approved by counsel, sent.
pub(crate) fn tell(world: &mut World, n: u128) {
    world.did(LETTERS, draft(n));
    world.did(COUNSEL, approve(n));
    let sent = sent(world, n);
    world.did(LETTERS, sent);
}

fn amend(world: &mut World, standing: NonDisclosure) -> Result<(), Vec<Problem>> {
    let mut facts = facts();
    facts.non_disclosure = standing;
    world.act(COUNSEL, Act::AmendDemand { demand: DEMAND, facts: Box::new(facts), reason: "read again".into() })
}

fn ordered(end: Option<chrono::NaiveDate>) -> NonDisclosure {
    NonDisclosure::Ordered {
        court: "cand".into(),
        docket: "3:26-mc-80077".into(),
        start: None,
        end,
        review: None,
        document: None,
    }
}

fn confirm_end() -> Act {
    Act::ConfirmNonDisclosureEnd { demand: DEMAND, note: "clerk: no extension".into() }
}

#[test]
fn a_request_never_suppresses_notice() {
    let mut world = World::new();
    amend(&mut world, NonDisclosure::Requested).unwrap();
    tell(&mut world, 1);
}

#[test]
fn an_order_or_a_statute_forbids_and_an_asserted_one_holds() {
    for (standing, problem) in [
        (ordered(None), Problem::NoticeForbidden),
        (ordered(Some(day(12, 1))), Problem::NoticeForbidden),
        (ordered(Some(day(9, 1))), Problem::NonDisclosureEndUnconfirmed),
        (NonDisclosure::Statutory { basis: "18 U.S.C. 2709(c)".into() }, Problem::NoticeForbidden),
        (NonDisclosure::Asserted { basis: "2705(b), it says".into() }, Problem::NoticeHeld),
    ] {
        let mut world = World::new();
        world.did(LETTERS, draft(1));
        world.did(COUNSEL, approve(1));
        amend(&mut world, standing).unwrap();
        // Neither started, nor approved, nor sent.
        assert_eq!(world.refuses(LETTERS, draft(2)), vec![problem.clone()]);
        assert_eq!(world.refuses(COUNSEL, approve(1)), vec![problem.clone()]);
        let send = sent(&world, 1);
        assert_eq!(world.refuses(LETTERS, send), vec![problem]);
        assert!(world.refused.iter().all(|(_, _, kept)| *kept), "refusals of letters are kept");
        // Counsel's word frees.
        world.did(COUNSEL, confirm_end());
        let send = sent(&world, 1);
        world.did(LETTERS, send);
    }
}

#[test]
fn counsels_word_is_about_one_order_not_the_next() {
    let mut world = World::new();
    assert!(world.act(COUNSEL, confirm_end()).is_err(), "a word in store");
    amend(&mut world, ordered(Some(day(9, 1)))).unwrap();
    world.did(COUNSEL, confirm_end());
    amend(&mut world, ordered(Some(day(12, 1)))).unwrap();
    assert_eq!(world.refuses(LETTERS, draft(1)), vec![Problem::NoticeForbidden]);
}

#[test]
fn only_counsel_records_what_forbids_and_what_frees() {
    let mut world = World::new();
    let mut given = facts();
    given.non_disclosure = ordered(None);
    let by_triage = |facts: &matter::demand::DemandFacts| Act::AmendDemand {
        demand: DEMAND,
        facts: Box::new(facts.clone()),
        reason: "it says so".into(),
    };
    assert_eq!(world.refuses(TRIAGE, by_triage(&given)), vec![Problem::CounselRecordsNonDisclosure]);
    given.non_disclosure = NonDisclosure::Asserted { basis: "it says so".into() };
    world.did(TRIAGE, by_triage(&given));
    assert_eq!(world.refuses(TRIAGE, by_triage(&facts())), vec![Problem::CounselRecordsNonDisclosure]);
}

#[test]
fn silence_ordered_on_a_docket_holds_and_then_forbids() {
    let mut world = World::new();
    world.records(COURT_X, with(5, Silence, None));
    assert_eq!(world.refuses(LETTERS, draft(1)), vec![Problem::NoticeHeld]);
    world.verify(COURT_X, paper_id(5), with(5, Silence, None).effects).unwrap();
    assert_eq!(world.refuses(LETTERS, draft(1)), vec![Problem::NoticeForbidden]);
    // The other account is not silenced.
    let other = Act::DraftLetter {
        letter: letter_id(2),
        demand: DEMAND,
        target: Some(T2),
        kind: LetterKind::UserNotice,
        language: "en".into(),
    };
    world.did(LETTERS, other);
    world.did(COUNSEL, confirm_end());
    world.did(LETTERS, draft(1));
    // A new paper is a new silence, whatever counsel said of the old one.
    world.records(COURT_X, with(6, Silence, None));
    assert_eq!(world.refuses(LETTERS, draft(3)), vec![Problem::NoticeHeld]);
}

#[test]
fn nobody_approves_their_own_letter_once_two_counsel_exist() {
    let mut world = World::new();
    world.did(COUNSEL, draft(1));
    world.did(COUNSEL, approve(1));
    let letter = world.view().letters[0].clone();
    assert!(letter.approval.unwrap().self_approved, "shown as such");
    world.add(COUNSEL_TWO, "R. Osei", vec![Role::Counsel]);
    world.did(COUNSEL, draft(2));
    assert_eq!(world.refuses(COUNSEL, approve(2)), vec![Problem::AuthorApproves]);
    world.did(COUNSEL_TWO, approve(2));
}

#[test]
fn a_letter_whose_facts_changed_is_made_again() {
    let mut world = World::new();
    world.did(LETTERS, draft(1));
    world.did(COUNSEL, approve(1));
    world.supplied.text_now = Some(Digest::of(b"other"));
    let send = sent(&world, 1);
    assert_eq!(world.refuses(LETTERS, send), vec![Problem::FactsChanged]);
    world.supplied.rendered = Some((LETTER_FILE, Digest::of(b"other"), world.now));
    world.did(COUNSEL, approve(1));
    let send = sent(&world, 1);
    world.did(LETTERS, send);
}

#[test]
fn sending_needs_approval_address_and_proof() {
    let mut world = World::new();
    world.did(LETTERS, draft(1));
    let send = sent(&world, 1);
    assert_eq!(world.refuses(LETTERS, send), vec![Problem::NotApproved]);
    world.did(COUNSEL, approve(1));
    for (address, proof, problem) in [
        (" ", PAPER_FILE, Problem::Required { field: "address".into() }),
        ("x", matter::ids::DocumentId(uuid::Uuid::from_u128(9)), Problem::ProofMissing),
    ] {
        let send = Act::MarkLetterSent {
            letter: letter_id(1),
            sent: moment(world.now),
            channel: SendingChannel::Post,
            address: address.into(),
            proof,
        };
        assert_eq!(world.refuses(LETTERS, send), vec![problem]);
    }
}

#[test]
fn the_window_starts_at_proof_ends_in_the_later_zone_and_a_bounce_stops_it() {
    let mut world = World::new();
    let mut given = facts();
    given.targets[0].zone = Some(chrono_tz::Pacific::Honolulu);
    world.did(TRIAGE, Act::AmendDemand { demand: DEMAND, facts: Box::new(given), reason: "zone".into() });
    tell(&mut world, 1);
    let letter = world.view().letters[0].clone();
    let ends = letter.window_ends().unwrap().with_timezone(&chrono_tz::Pacific::Honolulu);
    // Seven full days after 2 September in Honolulu.
    assert_eq!((ends.date_naive(), ends.time()), (day(9, 9), NaiveTime::from_hms_opt(23, 59, 59).unwrap()));
    world.did(LETTERS, Act::RecordBounce { letter: letter_id(1), note: "mailbox full".into() });
    let letter = world.view().letters[0].clone();
    assert_eq!((letter.window_ends(), letter.step), (None, LetterStep::Bounced));
    // A second channel starts a window of its own.
    world.now += TimeDelta::days(3);
    let send = sent(&world, 1);
    world.did(LETTERS, send);
    let ends = world.view().letters[0].window_ends().unwrap().with_timezone(&chrono_tz::Pacific::Honolulu);
    assert_eq!(ends.date_naive(), day(9, 12));
}

#[test]
fn a_decision_against_notice_stops_the_letter_too() {
    let mut world = World::new();
    let decision = NoticeDecision::No { reason: "hijacked account".into() };
    world.did(TRIAGE, Act::DecideNotice { demand: DEMAND, target: Some(T1), decision });
    assert_eq!(world.refuses(LETTERS, draft(1)), vec![Problem::NoticeDecidedAgainst]);
}

#[test]
fn past_its_recorded_end_a_non_disclosure_order_frees_no_disclosure_from_notice() {
    let mut world = World::new();
    super::effects::decide_without_notice(&mut world);
    world.did(COUNSEL, Act::DecideNotice { demand: DEMAND, target: Some(T1), decision: NoticeDecision::Notify });
    world.rules(COURT_X, order(1));
    amend(&mut world, ordered(Some(day(9, 20)))).unwrap();
    assert!(world.is_open(CELL), "forbidden: the order to produce opens without notice");
    world.now = at(9, 22, 12);
    let Gate::Closed { reasons } = world.gate(CELL) else { panic!("open") };
    assert!(reasons.contains(&Closed::NoticeNotSent), "{reasons:?}");
}

#[test]
fn a_letter_is_sent_on_the_evening_it_was_approved_on_and_not_the_day_before() {
    // 24 November, 19:40 in Los Angeles is 25 November in UTC.
    let evening = at(11, 25, 3) + TimeDelta::minutes(40);
    let zone = chrono_tz::America::Los_Angeles;
    let sent_at = |n: u128, instant| Act::MarkLetterSent {
        letter: letter_id(n),
        sent: matter::time::Moment { at: instant, zone },
        channel: SendingChannel::Email,
        address: "the account's address".into(),
        proof: PAPER_FILE,
    };
    let mut world = World::new();
    world.now = evening;
    world.did(LETTERS, draft(1));
    world.did(COUNSEL, approve(1));
    let the_day_before = world.refuses(LETTERS, sent_at(1, evening - TimeDelta::hours(20)));
    assert_eq!(the_day_before, vec![Problem::Impossible { field: "sent".into() }]);
    // The whole minute that a person gives lies some seconds before the approval.
    world.did(LETTERS, sent_at(1, evening));
}

fn of_kind(world: &mut World, instrument: Instrument) {
    let mut facts = facts();
    facts.instrument = instrument;
    world.did(COUNSEL, Act::AmendDemand { demand: DEMAND, facts: Box::new(facts), reason: "read again".into() });
}

#[test]
fn a_letter_that_says_an_agency_issued_it_is_for_an_agencys_paper_only() {
    for instrument in [
        Instrument::NotConfirmed,
        Instrument::GrandJury,
        Instrument::JudicialSubpoena,
        Instrument::Warrant,
        Instrument::I9Notice,
        Instrument::Preservation,
        Instrument::Emergency,
        Instrument::Informal,
    ] {
        let mut world = World::new();
        world.did(LETTERS, draft(1));
        world.did(LETTERS, draft(2));
        world.did(COUNSEL, approve(2));
        of_kind(&mut world, instrument);
        let stopped = vec![Problem::LetterNotForThisPaper];
        assert_eq!(world.refuses(LETTERS, draft(3)), stopped, "{instrument:?}");
        assert_eq!(world.refuses(COUNSEL, approve(1)), stopped, "{instrument:?}");
        let send = sent(&world, 2);
        assert_eq!(world.refuses(LETTERS, send), stopped, "{instrument:?}");
    }
    for instrument in [Instrument::Dhs3115, Instrument::OtherAdministrative] {
        let mut world = World::new();
        of_kind(&mut world, instrument);
        tell(&mut world, 1);
    }
}

#[test]
fn no_letter_says_which_of_two_contradicting_orders_holds() {
    // An order to produce in force, and a quashing or a restraint of another court.
    for against in [Quash, DoNotProduce] {
        let mut world = World::new();
        world.did(LETTERS, draft(1));
        world.did(LETTERS, draft(2));
        world.did(COUNSEL, approve(2));
        world.rules(COURT_X, order(1));
        world.rules(COURT_Y, with(2, against, None));
        assert!(world.folded(CELL).is_conflicting());
        let stopped = vec![Problem::OrdersContradict];
        assert_eq!(world.refuses(LETTERS, draft(3)), stopped);
        assert_eq!(world.refuses(COUNSEL, approve(1)), stopped);
        let send = sent(&world, 2);
        assert_eq!(world.refuses(LETTERS, send), stopped);
        // The other account has no contradiction.
        let other = Act::DraftLetter {
            letter: letter_id(4),
            demand: DEMAND,
            target: Some(T2),
            kind: LetterKind::UserNotice,
            language: "en".into(),
        };
        world.did(LETTERS, other);
    }
}
