//! The queue: pages by key, counts, filters, and the same rows after deriving them anew.

use std::collections::BTreeSet;

use matter::ids::DemandId;
use register::{QueueFilter, QueueSort, Register};

use crate::stage::{Seeded, Stage, at, findings, logged, random_id};

/// Demands with made-up words, several to an act.
fn log_many(stage: &Stage, count: u64, at_once: u64) {
    let mut random = Seeded::new(12);
    let mut number = 0;
    while number < count {
        let writes = (number..(number + at_once).min(count))
            .map(|number| {
                let recipient =
                    ["Example Platform, Inc.", "Señal Ejemplo S. A.", "Example Media LLC"][number as usize % 3];
                let received = random.below(30_000_000).cast_signed();
                logged(DemandId(random_id()), &format!("2026-{number:06}"), recipient, received)
            })
            .collect();
        stage.act(writes, 40).unwrap();
        number += at_once;
    }
}

fn walk(register: &Register, filter: &QueueFilter, sort: QueueSort, limit: usize) -> Vec<DemandId> {
    let mut found = Vec::new();
    let mut after = None;
    loop {
        let page = register.queue(filter, sort, after.as_ref(), limit).unwrap();
        found.extend(page.rows.iter().map(|row| row.demand));
        after = page.last;
        if after.is_none() {
            return found;
        }
    }
}

#[test]
fn pages_hold_every_row_once_in_order_forwards_and_backwards() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    log_many(&stage, 137, 20);
    for sort in [QueueSort::Due, QueueSort::Received, QueueSort::Reference] {
        let all = walk(&stage.register, &QueueFilter::default(), sort, 10);
        assert_eq!(all.len(), 137);
        assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), 137);
        let mut back = Vec::new();
        let mut before = None;
        loop {
            let page = stage.register.queue_before(&QueueFilter::default(), sort, before.as_ref(), 10).unwrap();
            let mut rows: Vec<_> = page.rows.iter().map(|row| row.demand).collect();
            rows.append(&mut back);
            back = rows;
            before = page.first;
            if before.is_none() {
                break;
            }
        }
        assert_eq!(back, all, "{sort:?}");
    }
    let page = stage.register.queue(&QueueFilter::default(), QueueSort::Received, None, 200).unwrap();
    assert!(page.rows.windows(2).all(|pair| pair[0].received_at <= pair[1].received_at));
}

#[test]
fn filters_and_counts_agree() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    log_many(&stage, 60, 20);
    let counts = stage.register.queue_counts(at(0)).unwrap();
    assert_eq!((counts.all, counts.open), (60, 60));
    let triage =
        QueueFilter { open: Some(true), steps: vec![matter::demand::Step::NeedsTriage], ..QueueFilter::default() };
    assert_eq!(counts.needs_triage, stage.register.queue_count_of(&triage).unwrap());
    assert_eq!(walk(&stage.register, &triage, QueueSort::Due, 7).len() as u64, counts.needs_triage);
    let accents = QueueFilter { text: "senal  EJEMPLO".to_owned(), ..QueueFilter::default() };
    assert_eq!(walk(&stage.register, &accents, QueueSort::Received, 7).len(), 20);
    let nothing = QueueFilter { text: "%' OR 1=1 --".to_owned(), ..QueueFilter::default() };
    assert_eq!(walk(&stage.register, &nothing, QueueSort::Due, 7).len(), 0);
    let mine = QueueFilter { owner: Some(stage.person), ..QueueFilter::default() };
    assert_eq!(stage.register.queue_count_of(&mine).unwrap(), 0);
    let row = stage.register.queue(&triage, QueueSort::Due, None, 1).unwrap().rows.remove(0);
    let version = stage.register.version(&matter::journal::Subject::Demand(row.demand)).unwrap();
    stage.act(vec![Stage::note(row.demand, version, "triaged")], 50).unwrap();
    assert_eq!(stage.register.queue_counts(at(0)).unwrap().needs_triage, counts.needs_triage - 1);
    assert_eq!(stage.register.demand_by_reference(&row.reference).unwrap(), Some(row.demand));
}

#[test]
fn the_queue_derived_anew_is_the_same_and_a_changed_row_is_named() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    log_many(&stage, 20, 5);
    assert_eq!(findings(&stage.register), []);
    let page = |register: &Register| register.queue(&QueueFilter::default(), QueueSort::Due, None, 100).unwrap();
    let before = page(&stage.register);
    stage.register.rebuild_queue().unwrap();
    assert_eq!(page(&stage.register), before);
    assert_eq!(findings(&stage.register), []);
    let raw = register::workshop::connection(&stage.setting, &stage.founded.founder).unwrap();
    let demand = before.rows[3].demand;
    raw.execute("UPDATE queue SET claimed = 1 WHERE demand = ?1", [demand.0.as_bytes()]).unwrap();
    assert_eq!(findings(&stage.register), [register::Finding::Queue { demand }]);
    stage.register.rebuild_queue().unwrap();
    raw.execute("UPDATE queue_tally SET rows = rows + 1", []).unwrap();
    assert_eq!(findings(&stage.register).len(), 1);
}

/// Figures for trust.md and DESIGN §8; run with `--ignored`.
#[test]
#[ignore = "a measurement of 100,000 demands"]
fn figures_of_a_hundred_thousand_demands() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    log_many(&stage, 100_000, 500);
    let stage = stage.reopen();
    let mut times = Vec::new();
    let views = [
        QueueFilter::default(),
        QueueFilter { open: Some(true), steps: vec![matter::demand::Step::NeedsTriage], ..QueueFilter::default() },
        QueueFilter { open: Some(true), steps: vec![matter::demand::Step::WithCounsel], ..QueueFilter::default() },
        QueueFilter { open: Some(true), claimed: true, ..QueueFilter::default() },
        QueueFilter { open: Some(true), notice_to_send: true, ..QueueFilter::default() },
        QueueFilter { open: Some(true), due_before: Some(at(7 * 86_400)), ..QueueFilter::default() },
    ];
    for sort in [QueueSort::Due, QueueSort::Received, QueueSort::Reference] {
        for (view, filter) in views.iter().enumerate() {
            let mut after = None;
            let before = times.len();
            for _ in 0..20 {
                let start = std::time::Instant::now();
                let page = stage.register.queue(filter, sort, after.as_ref(), 100).unwrap();
                times.push(start.elapsed());
                after = page.last;
            }
            let slowest = times.iter().skip(before).max().unwrap();
            println!("{sort:?}, view {view}: slowest page {slowest:?}");
        }
    }
    let mut counting = Vec::new();
    for _ in 0..20 {
        let start = std::time::Instant::now();
        stage.register.queue_counts(at(7 * 86_400)).unwrap();
        counting.push(start.elapsed());
    }
    let text = QueueFilter { text: "lantern ejemplo".to_owned(), ..QueueFilter::default() };
    let start = std::time::Instant::now();
    stage.register.queue(&text, QueueSort::Due, None, 100).unwrap();
    let typed = start.elapsed();
    times.sort();
    counting.sort();
    println!(
        "queue of 100,000: page p50 {:?} p95 {:?} max {:?}; counts p50 {:?} p95 {:?}; text {typed:?}",
        times[times.len() / 2],
        times[times.len() * 95 / 100],
        times[times.len() - 1],
        counting[10],
        counting[18]
    );
}
