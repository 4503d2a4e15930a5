//! The gate: bases, notice, conflict of duties, incidents.

use chrono::TimeDelta;
use matter::act::Act;
use matter::demand::{Cells, Decision, Disclosure, NoticeDecision, OtherBasis, UserChallenge};
use matter::gate::{Basis, Closed, Gate};
use matter::ids::{DisclosureId, PersonId};
use matter::people::Role;
use matter::problem::Problem;
use matter::proceeding::What::*;
use matter::time::PrintedDate;

use super::effects::decide_without_notice;
use super::letters::tell;
use super::support::*;

fn reasons(world: &World) -> Vec<Closed> {
    match world.gate(CELL) {
        Gate::Open { basis } => panic!("open: {basis:?}"),
        Gate::Closed { reasons } => reasons,
    }
}

fn decide(world: &mut World) {
    let (cells, decision) = (Cells::All, Decision::ComplyWithOrder);
    world.did(COUNSEL, Act::DecideCells { demand: DEMAND, cells, decision, note: "order".into() });
}

fn sign(basis: OtherBasis, cells: Cells) -> Act {
    Act::SignBasis { demand: DEMAND, cells, basis, reason: "reason".into() }
}

fn exception(ground: &str) -> OtherBasis {
    OtherBasis::Exception { ground: ground.into() }
}

fn due(world: &mut World, days: i64) {
    let mut given = order(1);
    let date = (world.now + TimeDelta::days(days)).date_naive();
    given.effects[0].comply_by = Some(PrintedDate { date, time: None, zone: chrono_tz::America::Los_Angeles });
    world.rules(COURT_X, given);
}

#[test]
fn nothing_on_record_is_no_basis() {
    let mut world = World::new();
    assert_eq!(reasons(&world), vec![Closed::NoBasis]);
    // Counsel may decide alone; the gate opens on the basis.
    decide(&mut world);
    assert_eq!(reasons(&world), vec![Closed::NoBasis]);
    let act = world.discloses(vec![CELL]);
    let refused = world.refuses(RECORDS, act);
    assert!(matches!(refused[0], Problem::GateClosed { .. }), "{refused:?}");
}

#[test]
fn an_exception_takes_two_people_one_of_them_counsel_and_one_ground() {
    let cases: [(&[(PersonId, &str)], bool); 7] = [
        (&[(COUNSEL, "a")], false),
        (&[(RECORDS, "a")], false),
        (&[(COUNSEL, "a"), (COUNSEL, "a")], false),
        (&[(COUNSEL, "a"), (RECORDS, "a")], true),
        (&[(RECORDS, "a"), (COUNSEL_TWO, "a")], true),
        (&[(COUNSEL, "a"), (RECORDS, "b")], false),
        (&[(COUNSEL, "a"), (COUNSEL, "b")], false),
    ];
    for (signatures, opens) in cases {
        let mut world = World::new();
        world.add(COUNSEL_TWO, "R. Osei", vec![Role::Counsel]);
        decide_without_notice(&mut world);
        for (person, ground) in signatures {
            let _refused_when_the_same = world.act(*person, sign(exception(ground), only(CELL)));
        }
        assert_eq!(world.is_open(CELL), opens, "{signatures:?}");
        if opens {
            assert_eq!(world.gate(CELL), Gate::Open { basis: Basis::Exception });
        } else {
            assert_eq!(reasons(&world), vec![Closed::SecondSignatureMissing], "{signatures:?}");
        }
    }
}

#[test]
fn a_signature_for_all_is_for_the_cells_there_are() {
    let mut world = World::new();
    decide_without_notice(&mut world);
    let consent = OtherBasis::UserConsent { document: Some(PAPER_FILE) };
    world.did(COUNSEL, sign(consent, Cells::All));
    assert!(world.is_open(CELL));
    let mut wider = facts();
    let third = matter::ids::TargetId(uuid::Uuid::from_u128(0x403));
    wider.targets.push(target(third, "@late_arrival"));
    world.did(TRIAGE, Act::AmendDemand { demand: DEMAND, facts: Box::new(wider), reason: "rider".into() });
    assert!(!world.is_open(cell(third, matter::demand::Category::Name)), "nobody consented for this account");
}

#[test]
fn other_grounds_are_counsels_and_need_their_proof() {
    let mut world = World::new();
    let process = |document| OtherBasis::OtherProcess { process: "grand-jury subpoena".into(), document };
    let emergency = OtherBasis::Emergency { ground: "threat to life".into() };
    for basis in [process(Some(PAPER_FILE)), emergency.clone(), OtherBasis::UserConsent { document: Some(PAPER_FILE) }]
    {
        assert!(matches!(world.refuses(RECORDS, sign(basis, Cells::All))[0], Problem::NotAllowed { .. }));
    }
    assert_eq!(world.refuses(COUNSEL, sign(process(None), Cells::All)), vec![Problem::PaperNotAttached]);
    world.refuses(COUNSEL, sign(OtherBasis::UserConsent { document: None }, Cells::All));
    world.refuses(COUNSEL, sign(exception(" "), Cells::All));
    world.refuses(COUNSEL, sign(emergency.clone(), Cells::Some { cells: vec![] }));
    world.did(COUNSEL, sign(emergency, only(CELL)));
    assert_eq!(world.gate(CELL), Gate::Open { basis: Basis::Emergency });
    // A court's word against production closes every ground, also while it is only claimed.
    world.records(COURT_X, with(5, DoNotProduce, None));
    assert_eq!(reasons(&world), vec![Closed::RestraintClaimed]);
}

#[test]
fn without_an_order_notice_and_challenge_close_and_only_counsels_no_frees() {
    let mut world = World::new();
    let process = OtherBasis::OtherProcess { process: "summons".into(), document: Some(PAPER_FILE) };
    world.did(COUNSEL, sign(process, Cells::All));
    assert_eq!(reasons(&world), vec![Closed::NoticeNotSent]);
    let no = |reason: &str| Act::DecideNotice {
        demand: DEMAND,
        target: Some(T1),
        decision: NoticeDecision::No { reason: reason.into() },
    };
    world.did(TRIAGE, no("duplicate"));
    assert_eq!(reasons(&world), vec![Closed::NoticeNotSent], "triage cannot free a disclosure from notice");
    world.did(COUNSEL, no("account of the agency"));
    assert!(world.is_open(CELL));
    let challenge = UserChallenge::Stated { note: "e-mail".into() };
    world.did(TRIAGE, Act::RecordUserChallenge { demand: DEMAND, target: None, challenge });
    assert_eq!(reasons(&world), vec![Closed::UserChallenge]);
    let ended = |target| Act::RecordUserChallenge {
        demand: DEMAND,
        target,
        challenge: UserChallenge::Ended { note: "motion withdrawn".into() },
    };
    world.refuses(TRIAGE, ended(None));
    world.did(COUNSEL, ended(Some(T1)));
    assert_eq!(reasons(&world), vec![Closed::UserChallenge], "a challenge for all is not ended for one");
    world.did(COUNSEL, ended(None));
    assert!(world.is_open(CELL));
}

#[test]
fn against_an_order_the_window_closes_while_it_fits_and_conflicts_when_it_does_not() {
    // The window is seven days. An order due in 30 days leaves time, one due in three does not.
    for (days, conflict) in [(30, false), (3, true)] {
        let mut world = World::new();
        decide(&mut world);
        due(&mut world, days);
        let shown = reasons(&world);
        assert!(shown.contains(&Closed::NoticeNotSent), "{shown:?}");
        assert_eq!(shown.iter().any(|reason| matches!(reason, Closed::Conflict { .. })), conflict, "{days}: {shown:?}");
        tell(&mut world, 1);
        let shown = reasons(&world);
        assert!(shown.iter().any(|reason| matches!(reason, Closed::NoticeWindow { .. })), "{shown:?}");
        assert_eq!(shown.iter().any(|reason| matches!(reason, Closed::Conflict { .. })), conflict, "{days}: {shown:?}");
        let resolve = Act::ResolveConflict { demand: DEMAND, cells: Cells::All, reason: "the order binds us".into() };
        assert_eq!(world.act(COUNSEL, resolve.clone()).is_ok(), conflict, "a reason is signed in a conflict only");
        assert_eq!(world.is_open(CELL), conflict);
        if conflict {
            // It does not weigh what comes later.
            let challenge = UserChallenge::Stated { note: "e-mail".into() };
            world.did(TRIAGE, Act::RecordUserChallenge { demand: DEMAND, target: Some(T1), challenge });
            assert!(!world.is_open(CELL));
            world.did(COUNSEL, resolve);
            assert!(world.is_open(CELL));
        } else {
            world.now += TimeDelta::days(9);
            assert!(world.is_open(CELL), "{:?}", world.gate(CELL));
        }
    }
}

#[test]
fn the_window_ends_after_its_last_second() {
    let mut world = World::new();
    decide(&mut world);
    due(&mut world, 60);
    tell(&mut world, 1);
    let ends = world.view().letters[0].window_ends().unwrap();
    world.now = ends;
    assert!(!world.is_open(CELL));
    world.now = ends + TimeDelta::milliseconds(999);
    assert!(!world.is_open(CELL));
    world.now = ends + TimeDelta::seconds(1);
    assert!(world.is_open(CELL));
}

#[test]
fn a_disclosure_goes_through_the_gate_or_is_an_incident() {
    let mut world = World::new();
    world.rules(COURT_X, order(1));
    let act = world.discloses(vec![CELL]);
    assert!(world.refuses(RECORDS, act.clone()).contains(&Problem::NotDecided { cell: CELL }));
    decide_without_notice(&mut world);
    // Said to have been made before counsel decided.
    world.refuses(RECORDS, act);
    let act = world.discloses(vec![CELL]);
    world.did(RECORDS, act.clone());
    world.refuses(RECORDS, act);
    let made = world.demand().disclosures;
    assert!(made[0].basis.starts_with("enforcementOrder:") && !made[0].incident);
    // A cell the order does not cover.
    let other = world.discloses(vec![cell(T1, matter::demand::Category::Sessions)]);
    world.refuses(RECORDS, other);
}

#[test]
fn a_disclosure_before_the_verification_was_outside_the_gate() {
    let mut world = World::new();
    decide_without_notice(&mut world);
    world.records(COURT_X, order(1));
    let early = world.discloses(vec![CELL]);
    world.now += TimeDelta::hours(5);
    world.verify(COURT_X, paper_id(1), order(1).effects).unwrap();
    assert!(world.is_open(CELL));
    world.refuses(RECORDS, early.clone());
    let Act::Disclose { disclosure, .. } = early else { panic!("no disclosure") };
    world.did(TRIAGE, Act::RecordIncident { demand: DEMAND, disclosure, note: "sent too soon".into() });
    assert!(world.demand().disclosures[0].incident);
}

#[test]
fn an_incident_says_what_left_also_when_nobody_asked_for_it() {
    let mut world = World::new();
    let disclosure = Disclosure {
        id: DisclosureId(uuid::Uuid::from_u128(77)),
        cells: vec![cell(T1, matter::demand::Category::Content)],
        what: "messages".into(),
        to: "the agency".into(),
        disclosed: moment(world.now),
        documents: Vec::new(),
    };
    let incident = |disclosure: &Disclosure| Act::RecordIncident {
        demand: DEMAND,
        disclosure: disclosure.clone(),
        note: "wrong export".into(),
    };
    world.refuses(AUDITOR, incident(&disclosure));
    world.did(LETTERS, incident(&disclosure));
    world.refuses(COUNSEL, Act::Disclose { demand: DEMAND, disclosure });
}

#[test]
fn not_confirmed_and_closed_keep_the_gate_shut() {
    let mut world = World::new();
    decide_without_notice(&mut world);
    world.rules(COURT_X, order(1));
    let mut unsure = facts();
    unsure.instrument = matter::demand::Instrument::NotConfirmed;
    world.did(TRIAGE, Act::AmendDemand { demand: DEMAND, facts: Box::new(unsure), reason: "which form?".into() });
    assert_eq!(reasons(&world), vec![Closed::InstrumentNotConfirmed]);
    world.did(TRIAGE, Act::AmendDemand { demand: DEMAND, facts: Box::new(facts()), reason: "I-138".into() });
    assert!(world.is_open(CELL));
}
