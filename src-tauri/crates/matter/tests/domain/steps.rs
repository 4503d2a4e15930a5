//! Steps of a demand, roles, people, closing, claims, amendments.

use chrono::TimeDelta;
use matter::act::Act;
use matter::compulsion::{Guard, Headline::*};
use matter::decide::{may_add, may_remove};
use matter::demand::{
    Category, Cells, Decision, DocketSearch, Instrument, Link, LinkKind, NoticeDecision, Outcome, RecordSought,
    SearchPlace, SearchResult, Step,
};
use matter::people::{Role, roles_for};
use matter::policy::{PatternFlaw, PlatformPattern, Settings};
use matter::problem::Problem;
use matter::proceeding::What::*;
use matter::suggestion::IdentifierKind;
use matter::time::{Moment, PrintedDate};

use super::support::*;

fn amend(world: &mut World, change: impl Fn(&mut matter::demand::DemandFacts)) -> Result<(), Vec<Problem>> {
    let mut given = facts();
    change(&mut given);
    world.act(TRIAGE, Act::AmendDemand { demand: DEMAND, facts: Box::new(given), reason: "read again".into() })
}

fn search(n: u128, result: SearchResult, docket: &str, at: matter::time::Instant) -> Act {
    Act::RecordDocketSearch {
        demand: DEMAND,
        search: DocketSearch {
            id: search_id(n),
            searched: moment(at),
            place: SearchPlace::AgencyClaim,
            court: "cand".into(),
            terms: "Example Platform".into(),
            result,
            docket: docket.into(),
            claimed_comply_by: Some(day(9, 30)),
            proof: None,
            note: String::new(),
        },
    }
}

#[test]
fn each_act_is_refused_to_whom_it_is_not_given() {
    let world = World::new();
    let letter = letter_id(1);
    let acts = [
        (
            Act::VerifyPaper {
                proceeding: COURT_X,
                paper: paper_id(1),
                effects: vec![],
                points: vec![],
                note: String::new(),
            },
            vec![COUNSEL],
        ),
        (Act::SetPaperAside { proceeding: COURT_X, paper: paper_id(1), reason: "r".into() }, vec![COUNSEL]),
        (Act::EndProceeding { proceeding: COURT_X, note: "n".into() }, vec![COUNSEL]),
        (
            Act::DecideCells { demand: DEMAND, cells: Cells::All, decision: Decision::Object, note: String::new() },
            vec![COUNSEL],
        ),
        (Act::ResolveConflict { demand: DEMAND, cells: Cells::All, reason: "r".into() }, vec![COUNSEL]),
        (Act::ConfirmNonDisclosureEnd { demand: DEMAND, note: "n".into() }, vec![COUNSEL]),
        (Act::AnswerClaim { demand: DEMAND, search: search_id(1), reason: "r".into() }, vec![COUNSEL]),
        (Act::ApproveLetter { letter }, vec![COUNSEL]),
        (Act::Assign { demand: DEMAND, owner: None }, vec![TRIAGE, COUNSEL]),
        (Act::Close { demand: DEMAND, outcome: Outcome::Objected, note: String::new() }, vec![TRIAGE, COUNSEL]),
        (Act::SetHold { demand: DEMAND, on: true, reason: "r".into() }, vec![TRIAGE, COUNSEL, RECORDS]),
        (Act::SetLetterAside { letter, reason: "r".into() }, vec![TRIAGE, COUNSEL, LETTERS]),
        (Act::SetPolicy { settings: Settings::default(), reason: "r".into() }, vec![COUNSEL, ADMIN]),
        (Act::SetRoles { person: TRIAGE, roles: vec![Role::Triage] }, vec![COUNSEL, ADMIN]),
        (Act::RenamePerson { person: TRIAGE, name: "N".into() }, vec![ADMIN]),
    ];
    let stranger = matter::ids::PersonId(uuid::Uuid::from_u128(99));
    for (act, may) in acts {
        for person in [ADMIN, TRIAGE, COUNSEL, RECORDS, LETTERS, AUDITOR, stranger] {
            let mut world = World { states: world.states.clone(), log: world.log.clone(), ..World::empty() };
            let refused = world.act(person, act.clone()).err().unwrap_or_default();
            let by_role = refused.iter().find_map(|problem| match problem {
                Problem::NotAllowed { who, roles } => Some((who.clone(), roles.clone())),
                _ => None,
            });
            assert_eq!(by_role.is_none(), may.contains(&person), "{act:?} by {person}: {refused:?}");
            if let Some((who, roles)) = by_role {
                assert_eq!(roles, roles_for(&act).to_vec());
                assert!(!who.is_empty() && world.refused.iter().all(|(_, _, kept)| *kept), "says who can, and is kept");
            }
        }
    }
}

#[test]
fn the_hold_is_placed_by_intake_and_lifted_by_counsel_only() {
    let mut world = World::new();
    assert!(world.demand().on_hold);
    let lift = Act::SetHold { demand: DEMAND, on: false, reason: "over".into() };
    for person in [TRIAGE, RECORDS] {
        world.refuses(person, lift.clone());
    }
    world.did(COUNSEL, lift);
    assert!(!world.demand().on_hold);
}

#[test]
fn hard_fields_and_what_cannot_be() {
    type Change = fn(&mut matter::demand::DemandFacts);
    let changes: [(&str, Change); 8] = [
        ("recipient", |facts| facts.recipient = " ".into()),
        ("targets", |facts| facts.targets.clear()),
        ("noTargetStated", |facts| facts.no_target_stated = true),
        ("targets", |facts| facts.targets[1].id = T1),
        ("targets", |facts| facts.targets[1].identifier = "@river_lantern_88".into()),
        ("periodTo", |facts| (facts.period_from, facts.period_to) = (Some(day(2, 2)), Some(day(2, 1)))),
        ("returnDate", |facts| {
            let date = chrono::NaiveDate::from_ymd_opt(20_026, 1, 1).unwrap();
            facts.return_date = Some(PrintedDate { date, time: None, zone: chrono_tz::UTC });
        }),
        ("received", |facts| facts.received = moment(at(12, 1, 1))),
    ];
    for (field, change) in changes {
        let mut world = World::empty();
        let mut given = facts();
        change(&mut given);
        let refused = world.refuses(TRIAGE, Act::LogDemand { demand: DEMAND, facts: Box::new(given) });
        assert!(format!("{refused:?}").contains(field), "{field}: {refused:?}");
    }
    // The return date before service is real (trap 6); not confirmed, and no category yet, are too.
    let mut world = World::empty();
    let mut given = facts();
    given.instrument = Instrument::NotConfirmed;
    given.records.clear();
    given.served = Some(moment(at(9, 1, 18)));
    given.return_date = Some(PrintedDate { date: day(8, 31), time: None, zone: chrono_tz::UTC });
    world.did(TRIAGE, Act::LogDemand { demand: DEMAND, facts: Box::new(given) });
    assert_eq!(world.shown().guard, Some(Guard::NotConfirmed));
    world.refuses(TRIAGE, Act::Triage { demand: DEMAND, note: String::new() });
}

#[test]
fn today_is_the_latest_day_anywhere() {
    let mut world = World::new();
    world.now = at(9, 2, 20);
    // In Guam it is 3 September.
    let docket = matter::ids::ProceedingId(uuid::Uuid::from_u128(0x399));
    let open = Act::OpenProceeding {
        proceeding: docket,
        court: "gud".into(),
        docket: "1:26-mc-00009".into(),
        kind: matter::proceeding::ProceedingKind::Enforcement,
        demands: vec![DEMAND],
    };
    world.did(TRIAGE, open);
    let mut guam = order(33);
    guam.entered = matter::proceeding::Entered::On { date: day(9, 3) };
    guam.signed = None;
    guam.served = Some(Moment { at: world.now, zone: chrono_tz::Pacific::Guam });
    // In San Francisco it is not.
    let early = Act::RecordCourtPaper { proceeding: COURT_X, paper: Box::new(guam.clone()) };
    assert!(matches!(world.refuses(TRIAGE, early)[0], Problem::InFuture { .. }));
    world.rules(docket, guam);
    assert_eq!(world.headline(), InForce);
    for (n, entered, served) in [(34, true, false), (34, false, true)] {
        let mut ahead = with(n, Stay, None);
        if !entered {
            ahead.signed = None;
            ahead.entered = matter::proceeding::Entered::NotKnown;
        }
        ahead.served = served.then(|| moment(at(9, 20, 1)));
        let act = Act::RecordCourtPaper { proceeding: COURT_X, paper: Box::new(ahead) };
        assert!(matches!(world.refuses(TRIAGE, act)[0], Problem::InFuture { .. }), "a stay that would wait");
    }
}

#[test]
fn closing_needs_a_decision_about_notice_for_each_account() {
    let mut world = World::new();
    let close = |outcome| Act::Close { demand: DEMAND, outcome, note: String::new() };
    assert_eq!(world.refuses(TRIAGE, close(Outcome::Objected)), vec![Problem::NoticeUndecided]);
    for target in [T1, T2] {
        assert_eq!(world.refuses(TRIAGE, close(Outcome::Objected)), vec![Problem::NoticeUndecided]);
        world.did(TRIAGE, Act::DecideNotice { demand: DEMAND, target: Some(target), decision: NoticeDecision::Notify });
    }
    world.did(TRIAGE, close(Outcome::Objected));
    assert_eq!(world.demand().step, Step::Closed);
    assert!(matches!(world.refuses(TRIAGE, close(Outcome::Objected))[0], Problem::WrongStep { .. }));
    // What is heard of late goes on record although it is closed.
    let claim = search(1, SearchResult::OrderClaimed, "", world.now);
    world.did(TRIAGE, claim);
    world.records(COURT_X, order(1));
    assert_eq!(world.headline(), Claimed);
    world.did(TRIAGE, Act::Reopen { demand: DEMAND, reason: "an order is claimed".into() });
    assert_eq!(world.demand().step, Step::Triaged);
}

#[test]
fn a_duplicate_closes_with_its_link() {
    let mut world = World::new();
    world.did(TRIAGE, Act::LogDemand { demand: OTHER_DEMAND, facts: Box::new(facts()) });
    let close = Act::Close { demand: DEMAND, outcome: Outcome::Duplicate, note: String::new() };
    world.refuses(TRIAGE, close.clone());
    let link = Link { kind: LinkKind::Duplicate, demand: OTHER_DEMAND };
    world.did(TRIAGE, Act::LinkDemand { demand: DEMAND, link });
    world.did(TRIAGE, close);
}

#[test]
fn a_claim_stands_until_counsel_answers_or_verifies_after_it() {
    let mut world = World::new();
    world.rules(COURT_X, order(1));
    world.rules(COURT_X, with(5, Vacate, Some(paper_id(1))));
    let now = world.now + TimeDelta::minutes(1);
    world.did(TRIAGE, search(1, SearchResult::OrderClaimed, "", now));
    assert_eq!(world.headline(), Claimed, "an order verified before does not answer a later claim");
    assert_eq!(world.shown().claimed_comply_by.unwrap().date, day(9, 30));
    let now = world.now + TimeDelta::minutes(1);
    world.did(TRIAGE, search(2, SearchResult::NoneFound, "", now));
    assert_eq!(world.headline(), Claimed, "not found is not answered");
    world.did(
        COUNSEL,
        Act::AnswerClaim { demand: DEMAND, search: search_id(1), reason: "the clerk: no such order".into() },
    );
    assert_ne!(world.headline(), Claimed);
    // A claim on a named docket is met by an order to comply verified on that docket of that court, and by nothing less.
    let now = world.now + TimeDelta::minutes(1);
    world.did(TRIAGE, search(3, SearchResult::OrderClaimed, "26-mc-80001", now));
    world.rules(COURT_Y, with(8, Deny, None));
    world.rules(COURT_X, with(7, Silence, None));
    world.rules(COURT_X, with(9, Deny, None));
    assert_eq!(
        world.headline(),
        Claimed,
        "no ruling on another docket, no silence and no denial says that there is no order"
    );
    assert_eq!(world.shown().open_claims, vec![search_id(3)]);
    world.rules(COURT_X, order(10));
    assert_eq!(world.shown().claims, 0);
    // Without a docket number only counsel's answer ends it.
    let now = world.now + TimeDelta::minutes(1);
    world.did(TRIAGE, search(4, SearchResult::OrderClaimed, "", now));
    world.rules(COURT_X, order(11));
    assert_eq!(world.shown().open_claims, vec![search_id(4)]);
}

#[test]
fn a_verified_or_claimed_paper_keeps_what_it_names() {
    let mut world = World::new();
    // Claimed: the cell a restraint names cannot be sorted away, the spelling can be mended.
    world.records(COURT_X, with(5, DoNotProduce, None));
    assert_eq!(
        amend(&mut world, |facts| facts.records =
            vec![RecordSought { category: Category::Payment, words: String::new() }]),
        Err(vec![Problem::BoundByOrder { field: "records".into() }])
    );
    amend(&mut world, |facts| facts.targets[0].identifier = "@river_lantern_89".into()).unwrap();
    amend(&mut world, |_| ()).unwrap();
    world.verify(COURT_X, paper_id(5), with(5, DoNotProduce, None).effects).unwrap();
    for change in [
        (|facts| facts.recipient = "Another, Inc.".into()) as fn(&mut matter::demand::DemandFacts),
        |facts| facts.targets[0].identifier = "@river_lantern_89".into(),
        |facts| facts.targets[0].kind = "email".into(),
        |facts| drop(facts.targets.remove(0)),
    ] {
        let refused = amend(&mut world, change).unwrap_err();
        assert!(refused.iter().all(|problem| matches!(problem, Problem::BoundByOrder { .. })), "{refused:?}");
    }
    amend(&mut world, |facts| drop(facts.targets.remove(1))).unwrap();
}

#[test]
fn withdrawn_and_superseded_show_the_latest_with_its_day() {
    let mut world = World::new();
    for proceeding in [COURT_X, COURT_Y] {
        world.did(COUNSEL, Act::EndProceeding { proceeding, note: "dismissed".into() });
    }
    assert_eq!(world.headline(), NoneOnRecord);
    world.did(TRIAGE, Act::RecordWithdrawal { demand: DEMAND, document: None, note: "letter".into() });
    assert_eq!(world.headline(), Withdrawn);
    assert_eq!(world.shown_at(at(8, 20, 1)).headline, NoneOnRecord, "it was not withdrawn then");
    world.did(TRIAGE, Act::LogDemand { demand: OTHER_DEMAND, facts: Box::new(facts()) });
    world.now += TimeDelta::days(4);
    world.did(
        TRIAGE,
        Act::LinkDemand { demand: DEMAND, link: Link { kind: LinkKind::SupersededBy, demand: OTHER_DEMAND } },
    );
    assert_eq!(world.headline(), Superseded);
    let far = world.shown_at(at(12, 31, 1)).latest.unwrap();
    assert_eq!((far.headline, far.day), (Superseded, day(9, 6)), "its own day, whenever it is asked");
}

#[test]
fn a_decision_covers_every_cell_or_the_demand_waits() {
    let mut world = World::new();
    let decide = |cells| Act::DecideCells { demand: DEMAND, cells, decision: Decision::Object, note: String::new() };
    world.did(TRIAGE, Act::SendToCounsel { demand: DEMAND, note: String::new() });
    world.did(COUNSEL, decide(only(CELL)));
    assert_eq!(world.demand().step, Step::WithCounsel);
    world.did(COUNSEL, decide(Cells::All));
    assert_eq!(world.demand().step, Step::Decided);
    amend(&mut world, |facts| facts.records.push(RecordSought { category: Category::Content, words: String::new() }))
        .unwrap();
    assert_eq!(world.demand().step, Step::WithCounsel, "content came in and nobody decided about it");
    world.did(COUNSEL, Act::ReturnToTriage { demand: DEMAND, note: "which content?".into() });
    world.refuses(COUNSEL, Act::ReturnToTriage { demand: DEMAND, note: "again".into() });
}

#[test]
fn counsel_grants_counsel_and_the_last_ones_stay() {
    let mut world = World::new();
    let roles = |person, roles: &[Role]| Act::SetRoles { person, roles: roles.to_vec() };
    assert_eq!(
        world.refuses(ADMIN, roles(TRIAGE, &[Role::Triage, Role::Counsel])),
        vec![Problem::CounselGrantsCounsel]
    );
    assert_eq!(
        world.refuses(ADMIN, roles(ADMIN, &[Role::Administrator, Role::Counsel])),
        vec![Problem::CounselGrantsCounsel]
    );
    assert!(
        world.refuses(COUNSEL, roles(TRIAGE, &[Role::Counsel])).iter().all(|p| matches!(p, Problem::NotAllowed { .. }))
    );
    let last = |role| vec![Problem::LastOfRole { role }];
    assert_eq!(world.refuses(ADMIN, roles(COUNSEL, &[Role::Auditor])), last(Role::Counsel));
    assert_eq!(world.refuses(ADMIN, roles(ADMIN, &[Role::Auditor])), last(Role::Administrator));
    let people = world.view().people;
    assert_eq!(may_remove(&people, ADMIN, COUNSEL, "left"), Err(last(Role::Counsel)));
    assert_eq!(may_remove(&people, ADMIN, ADMIN, "left"), Err(last(Role::Administrator)));
    assert_eq!(may_remove(&people, ADMIN, TRIAGE, "left"), Ok(()));
    may_remove(&people, COUNSEL, TRIAGE, "left").unwrap_err();
    may_remove(&people, ADMIN, TRIAGE, " ").unwrap_err();
    assert_eq!(may_add(&people, ADMIN, "R. Osei", &[Role::Counsel]), Err(vec![Problem::CounselGrantsCounsel]));
    assert_eq!(may_add(&people, ADMIN, "R. Osei", &[Role::Triage]), Ok(()));
    may_add(&people, ADMIN, " M. Chen ", &[Role::Triage]).unwrap_err();
    may_add(&people, ADMIN, "R. Osei", &[]).unwrap_err();
    world.refuses(ADMIN, Act::RenamePerson { person: TRIAGE, name: "M. Chen".into() });
    world.did(COUNSEL, roles(TRIAGE, &[Role::Triage, Role::Counsel]));
    world.did(ADMIN, roles(COUNSEL, &[Role::Auditor]));
    // The windows are counsel's.
    let mut settings = Settings { notice_window_days: 1, ..Settings::default() };
    let policy = |settings: &Settings| Act::SetPolicy { settings: settings.clone(), reason: "r".into() };
    world.refuses(ADMIN, policy(&settings));
    world.did(TRIAGE, policy(&settings));
    settings.notice_window_days = 0;
    world.refuses(TRIAGE, policy(&settings));
    // What an account looks like is no matter of law: whoever may set policy says it. Each pattern finds its example.
    let pattern = |pattern: &str| PlatformPattern {
        kind: IdentifierKind::AccountId,
        pattern: pattern.into(),
        example: "u-204417".into(),
    };
    settings.notice_window_days = 1;
    settings.identifier_patterns = vec![pattern(r"\bu-\d{6}\b"), pattern(r"\d{4}")];
    let flaw = PatternFlaw::MissesExample;
    assert_eq!(world.refuses(TRIAGE, policy(&settings)), vec![Problem::PatternUnusable { number: 2, flaw }]);
    settings.identifier_patterns = vec![pattern(r"\bu-\d{6}\b"); 65];
    let too_many = Problem::TooMany { field: "identifierPatterns".into(), most: 64 };
    assert_eq!(world.refuses(TRIAGE, policy(&settings)), vec![too_many]);
    settings.identifier_patterns.truncate(1);
    world.did(ADMIN, policy(&settings));
}

#[test]
fn a_proceeding_is_one_docket_however_it_is_spelt() {
    let mut world = World::new();
    let open = |docket: &str, demands: Vec<matter::ids::DemandId>| Act::OpenProceeding {
        proceeding: matter::ids::ProceedingId(uuid::Uuid::from_u128(0x399)),
        court: "cand".into(),
        docket: docket.into(),
        kind: matter::proceeding::ProceedingKind::Enforcement,
        demands,
    };
    world.refuses(TRIAGE, open("26-mc-80001-LB", vec![DEMAND]));
    world.refuses(TRIAGE, open(" ", vec![DEMAND]));
    world.refuses(TRIAGE, open("3:26-mc-80999", vec![]));
    world.refuses(TRIAGE, open("3:26-mc-80999", vec![DEMAND, DEMAND]));
    world.refuses(TRIAGE, open("3:26-mc-80999", vec![OTHER_DEMAND]));
    world.supplied.is_district_court = false;
    assert_eq!(world.refuses(TRIAGE, open("3:26-mc-80999", vec![DEMAND])), vec![Problem::NotADistrictCourt]);
    world.supplied.is_district_court = true;
    world.did(TRIAGE, open("garbage, kept as it is", vec![DEMAND]));
}
