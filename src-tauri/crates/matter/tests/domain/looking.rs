//! Looking: the queue's row, the timeline, printed dates.

use chrono::{NaiveDate, NaiveTime, TimeZone, Utc};
use matter::act::Act;
use matter::compulsion::Headline;
use matter::demand::{Cells, Decision, NoticeDecision, Outcome};
use matter::journal::{Digest, Subject};
use matter::proceeding::What::*;
use matter::queue::{DateKind, QueueRow, project};
use matter::time::{Moment, PrintedDate};
use matter::timeline::timeline;
use proptest::prelude::*;

use super::letters::tell;
use super::support::*;

fn queued(world: &World) -> QueueRow {
    let view = world.view();
    project(&world.demand(), &view.proceedings, &view.letters).unwrap()
}

fn on(month: u32, day_of: u32) -> PrintedDate {
    PrintedDate { date: day(month, day_of), time: None, zone: chrono_tz::America::Los_Angeles }
}

#[test]
fn the_row_names_the_earliest_date_and_what_it_is() {
    let mut world = World::new();
    let dated = |month, day| {
        let mut facts = facts();
        facts.return_date = Some(on(month, day));
        facts.act_by = Some(self::day(10, 20));
        Act::AmendDemand { demand: DEMAND, facts: Box::new(facts), reason: "read".into() }
    };
    world.did(TRIAGE, dated(10, 24));
    assert_eq!(queued(&world).due_kind, Some(DateKind::ActBy));
    world.did(TRIAGE, dated(10, 10));
    assert_eq!(
        (queued(&world).due_kind, queued(&world).due_at),
        (Some(DateKind::ReturnDate), Some(on(10, 10).due_at()))
    );
    let mut given = order(1);
    given.effects[0].comply_by = Some(on(10, 5));
    world.records(COURT_X, given.clone());
    let row = queued(&world);
    assert_eq!((row.due_kind, row.claimed, row.headline), (Some(DateKind::ClaimedComplyBy), true, Headline::Claimed));
    world.verify(COURT_X, paper_id(1), given.effects).unwrap();
    let row = queued(&world);
    assert_eq!((row.due_kind, row.claimed, row.headline), (Some(DateKind::ComplyBy), false, Headline::InForce));
    assert!(row.in_part && row.open);
    world.rules(COURT_X, with(5, Stay, Some(paper_id(1))));
    assert_eq!(queued(&world).due_kind, Some(DateKind::ReturnDate), "a stayed order's date is not on the agenda");
    // A request's date is none of an order.
    let mut proposed = order(6);
    proposed.kind = matter::proceeding::PaperKind::ProposedOrder;
    proposed.effects[0].comply_by = Some(on(9, 15));
    world.records(COURT_X, proposed);
    assert_eq!(queued(&world).due_kind, Some(DateKind::ReturnDate));
}

#[test]
fn a_closed_demand_leaves_the_agenda_but_for_an_order() {
    let mut world = World::new();
    for target in [T1, T2] {
        world.did(TRIAGE, Act::DecideNotice { demand: DEMAND, target: Some(target), decision: NoticeDecision::Notify });
    }
    assert!(queued(&world).notice_to_send);
    world.did(TRIAGE, Act::Close { demand: DEMAND, outcome: Outcome::Objected, note: String::new() });
    let row = queued(&world);
    assert_eq!((row.open, row.due_at, row.notice_to_send), (false, None, false));
    let mut given = order(1);
    given.effects[0].comply_by = Some(on(10, 5));
    world.records(COURT_X, given);
    assert_eq!(queued(&world).due_kind, Some(DateKind::ClaimedComplyBy));
}

#[test]
fn notices_to_send_stop_with_the_letter_and_come_back_with_the_bounce() {
    let mut world = World::new();
    world.did(TRIAGE, Act::DecideNotice { demand: DEMAND, target: Some(T1), decision: NoticeDecision::Notify });
    assert!(queued(&world).notice_to_send);
    tell(&mut world, 1);
    assert!(!queued(&world).notice_to_send);
    world.did(LETTERS, Act::RecordBounce { letter: letter_id(1), note: "full".into() });
    assert!(queued(&world).notice_to_send);
    world.records(COURT_X, with(5, Silence, None));
    assert!(!queued(&world).notice_to_send, "held by a paper that orders silence");
}

#[test]
fn the_row_does_not_depend_on_the_present() {
    let mut world = World::new();
    world.rules(COURT_X, order(1));
    let row = queued(&world);
    world.now = at(12, 31, 1);
    assert_eq!(queued(&world), row);
    assert!(row.search.contains("@river_lantern_88") && row.search.contains("3:26-mc-80001"));
}

fn lines(world: &World, subject: Subject) -> Vec<matter::timeline::TimelineLine> {
    let rows: Vec<_> = world
        .log
        .iter()
        .filter(|(_, about, _)| *about == subject)
        .map(|(meta, _, entry)| (*meta, entry.kind(), Some(entry.clone()), Digest::of(entry.kind().as_bytes())))
        .collect();
    timeline(subject, &rows)
}

#[test]
fn the_timeline_says_before_and_after() {
    let mut world = World::new();
    let mut given = facts();
    given.return_date = Some(on(10, 10));
    world.did(TRIAGE, Act::AmendDemand { demand: DEMAND, facts: Box::new(given), reason: "page 2".into() });
    world.did(
        COUNSEL,
        Act::DecideCells { demand: DEMAND, cells: Cells::All, decision: Decision::Object, note: "n".into() },
    );
    let lines = lines(&world, Subject::Demand(DEMAND));
    let kinds: Vec<&str> = lines.iter().map(|line| line.kind.as_str()).collect();
    assert_eq!(
        kinds,
        [
            "demandLogged",
            "holdPlaced",
            "assigned",
            "proceedingLinked",
            "proceedingLinked",
            "demandAmended",
            "counselDecided"
        ]
    );
    let amended = &lines[5];
    assert_eq!(amended.actor, TRIAGE);
    assert_eq!(amended.changes.len(), 1, "{:?}", amended.changes);
    assert_eq!(amended.changes[0].path, "facts.returnDate");
    assert!(amended.changes[0].before.is_null());
    assert_eq!(amended.changes[0].after["date"], "2026-10-10");
    assert_eq!(amended.body["reason"], "page 2");
    let decided: Vec<&str> = lines[6].changes.iter().map(|change| change.path.as_str()).collect();
    assert_eq!(decided, ["decisions", "step"]);
    assert!(lines.windows(2).all(|pair| pair[0].seq < pair[1].seq));
}

#[test]
fn a_line_whose_body_was_disposed_of_stays_a_line() {
    let mut world = World::new();
    world.did(TRIAGE, Act::SendToCounsel { demand: DEMAND, note: "n".into() });
    let rows: Vec<_> = world
        .log
        .iter()
        .filter(|(_, about, _)| *about == Subject::Demand(DEMAND))
        .map(|(meta, _, entry)| (*meta, entry.kind(), None, Digest::of(b"")))
        .collect();
    let lines = timeline(Subject::Demand(DEMAND), &rows);
    assert_eq!(lines.len(), rows.len());
    assert!(lines.iter().all(|line| line.body.is_null()));
}

fn printed(zone: chrono_tz::Tz, date: NaiveDate, time: Option<(u32, u32)>) -> chrono::DateTime<Utc> {
    PrintedDate { date, time: time.map(|(h, m)| NaiveTime::from_hms_opt(h, m, 0).unwrap()), zone }.due_at()
}

#[test]
fn a_printed_date_is_read_against_ourselves() {
    use chrono_tz::{America, Australia, Pacific};
    let utc = |y, m, d, h, min| Utc.with_ymd_and_hms(y, m, d, h, min, 0).unwrap();
    let date = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
    for (zone, date, time, at) in [
        // Without a time: the start of the day, not its end.
        (America::Los_Angeles, date(11, 30), None, utc(2026, 11, 30, 8, 0)),
        (Pacific::Guam, date(11, 30), None, utc(2026, 11, 29, 14, 0)),
        (America::Los_Angeles, date(11, 30), Some((11, 45)), utc(2026, 11, 30, 19, 45)),
        // Twice, when the clocks go back: the first.
        (America::Los_Angeles, date(11, 1), Some((1, 30)), utc(2026, 11, 1, 8, 30)),
        // Never, when they go forward: the earlier of the two readings, west and east of Greenwich.
        (America::Los_Angeles, date(3, 8), Some((2, 30)), utc(2026, 3, 8, 9, 30)),
        (Australia::Sydney, date(10, 4), Some((2, 30)), utc(2026, 10, 3, 15, 30)),
        // A Saturday does not roll.
        (America::New_York, date(11, 28), Some((17, 0)), utc(2026, 11, 28, 22, 0)),
    ] {
        assert_eq!(printed(zone, date, time), at, "{zone} {date} {time:?}");
    }
    // A whole day that did not happen.
    let samoa = printed(Pacific::Apia, NaiveDate::from_ymd_opt(2011, 12, 30).unwrap(), None);
    assert!(samoa <= utc(2011, 12, 30, 10, 0));
}

proptest! {
    #[test]
    fn any_date_and_any_moment_has_an_answer(days in any::<i32>(), secs in any::<i64>(), zone in 0..chrono_tz::TZ_VARIANTS.len()) {
        let zone = chrono_tz::TZ_VARIANTS[zone];
        let date = NaiveDate::from_num_days_from_ce_opt(days).unwrap_or(NaiveDate::MAX);
        let due = PrintedDate { date, time: None, zone }.due_at();
        prop_assert!(due <= Utc.with_ymd_and_hms(2200, 1, 2, 0, 0, 0).unwrap());
        if let Some(at) = Utc.timestamp_opt(secs, 0).single() {
            let _total = Moment { at, zone }.date();
        }
        for at in [chrono::DateTime::<Utc>::MIN_UTC, chrono::DateTime::<Utc>::MAX_UTC] {
            let _total = (Moment { at, zone }.date(), matter::time::latest_day(at));
        }
    }
}
