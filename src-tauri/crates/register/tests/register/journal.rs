//! Appending, retrying, refusing, reading back.

use matter::ids::{DemandId, OpId};
use matter::journal::{ChainWalk, Digest, Journal, Subject};
use register::{Fault, Register};

use crate::stage::{Seeded, Stage, at, random_id};

#[test]
fn an_appended_act_is_a_chain_signed_by_its_actor() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    let demand = DemandId(random_id());
    for version in 0..5 {
        let done = stage.act(vec![Stage::note(demand, version, "seen")], 2).unwrap();
        assert_eq!(done.touched, [(Subject::Demand(demand), version + 1)]);
    }
    let mut walk = ChainWalk::default();
    for row in stage.register.since(0, 100).unwrap() {
        walk.step(&row).unwrap();
    }
    let head = stage.register.head().unwrap().unwrap();
    assert_eq!((walk.seq(), walk.digest()), (head.seq, head.digest));
    assert_eq!(walk.register(), Some(head.register));
    assert_eq!(head.seq, 8);
    let state = stage.register.load(&Subject::Demand(demand)).unwrap();
    assert_eq!(state.version(), 5);
}

#[test]
fn a_retried_op_returns_its_first_result_and_writes_nothing() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    let demand = DemandId(random_id());
    let act = stage.append(vec![Stage::note(demand, 0, "once")], 2);
    let first = stage.register.append(&act, stage.signer()).unwrap();
    let stage = stage.reopen();
    let again = stage.register.append(&act, stage.signer()).unwrap();
    assert!(again.again && !first.again);
    assert_eq!((again.first, again.last, again.touched), (first.first, first.last, first.touched));
    assert_eq!(stage.register.head().unwrap().unwrap().seq, first.last);
    let mut other = act;
    other.request = Digest::of(b"another request");
    assert!(matches!(stage.register.append(&other, stage.signer()), Err(Fault::OpReused)));
}

#[test]
fn a_subject_that_moved_on_refuses_the_act_and_leaves_nothing() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    let (demand, other) = (DemandId(random_id()), DemandId(random_id()));
    stage.act(vec![Stage::note(demand, 0, "one")], 2).unwrap();
    let before = stage.register.head().unwrap();
    let stale = stage.act(vec![Stage::note(other, 0, "new"), Stage::note(demand, 0, "stale")], 3);
    assert!(matches!(stale, Err(Fault::Conflict { subject, found: 1 }) if subject == Subject::Demand(demand)));
    let mut act = stage.append(vec![Stage::note(other, 0, "new")], 3);
    act.reads = vec![(Subject::Demand(demand), 0)];
    let read = stage.register.append(&act, stage.signer());
    assert!(matches!(read, Err(Fault::Conflict { .. })), "a stale read refuses as a stale write does");
    act.reads = vec![(Subject::Demand(demand), 1)];
    assert_eq!(stage.register.head().unwrap(), before);
    stage.register.append(&act, stage.signer()).unwrap();
}

#[test]
fn malformed_acts_are_refused() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    let demand = DemandId(random_id());
    let mut empty = Stage::note(demand, 0, "x");
    empty.entries.clear();
    let twice = vec![Stage::note(demand, 0, "x"), Stage::note(demand, 0, "y")];
    for writes in [vec![], vec![empty], twice] {
        assert!(matches!(stage.act(writes, 2), Err(Fault::MalformedAct { .. })));
    }
}

#[test]
fn the_journal_is_not_changed_nor_deleted_nor_replaced() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    stage.act(vec![Stage::note(DemandId(random_id()), 0, "one")], 2).unwrap();
    let raw = register::workshop::connection(&stage.setting, &stage.founded.founder).unwrap();
    let columns = "seq, header, commitment, previous, digest, subject, subject_version, kind, body_version, op,
                   recorded_at, happened_at, actor";
    for sql in [
        "UPDATE journal SET recorded_at = 0 WHERE seq = 2".to_owned(),
        "DELETE FROM journal WHERE seq = 4".to_owned(),
        format!("INSERT OR REPLACE INTO journal ({columns}) SELECT {columns} FROM journal WHERE seq = 4"),
        format!("REPLACE INTO journal ({columns}) SELECT {columns} FROM journal WHERE seq = 2"),
        "UPDATE OR REPLACE journal SET seq = 3 WHERE seq = 2".to_owned(),
        "UPDATE journal_body SET body = x'00'".to_owned(),
        "DELETE FROM journal_body".to_owned(),
        "REPLACE INTO journal_body (seq, salt, body) SELECT seq, salt, x'00' FROM journal_body WHERE seq = 2"
            .to_owned(),
        "UPDATE acts SET signature = zeroblob(64)".to_owned(),
        "DELETE FROM acts".to_owned(),
        "REPLACE INTO acts SELECT * FROM acts".to_owned(),
    ] {
        assert!(raw.execute(&sql, []).is_err(), "{sql}");
    }
    let count: i64 = raw.query_row("SELECT count(*) FROM journal", [], |row| row.get(0)).unwrap();
    assert_eq!(count, 4);
}

#[test]
fn a_reader_cannot_write() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    stage.register.close().unwrap();
    let register = Register::open_read_only(&stage.setting, &stage.founded.founder).unwrap();
    assert_eq!(register.head().unwrap().unwrap().seq, 3);
    let act = stage.append(vec![Stage::note(DemandId(random_id()), 0, "x")], 2);
    assert!(matches!(register.append(&act, stage.signer()), Err(Fault::ReadOnly)));
}

#[test]
fn known_at_hides_what_was_recorded_later() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    let demand = DemandId(random_id());
    let subject = Subject::Demand(demand);
    stage.act(vec![Stage::note(demand, 0, "early")], 100).unwrap();
    stage.act(vec![Stage::note(demand, 1, "late")], 200).unwrap();
    assert_eq!(stage.register.load_known_at(&subject, at(150)).unwrap().version(), 1);
    assert_eq!(stage.register.load_known_at(&subject, at(99)).unwrap().version(), 0);
    assert_eq!(stage.register.entries(&subject, None).unwrap().len(), 2);
}

#[test]
fn a_clock_that_went_back_is_visible_and_order_stands() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    let demand = DemandId(random_id());
    stage.act(vec![Stage::note(demand, 0, "now")], 1000).unwrap();
    assert_eq!(stage.register.last_recorded().unwrap(), Some(at(1000)));
    stage.act(vec![Stage::note(demand, 1, "after, by an earlier clock")], 500).unwrap();
    assert_eq!(stage.register.last_recorded().unwrap(), Some(at(500)));
    let versions: Vec<u64> =
        stage.register.entries(&Subject::Demand(demand), None).unwrap().iter().map(|one| one.header.version).collect();
    assert_eq!(versions, [1, 2]);
}

#[test]
fn two_threads_writing_one_demand_never_both_win_a_version() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    let demand = DemandId(random_id());
    let won = std::sync::atomic::AtomicU64::new(0);
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for version in 0..20 {
                    match stage.act(vec![Stage::note(demand, version, "mine")], 3) {
                        Ok(_) => {
                            won.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                        }
                        Err(Fault::Conflict { .. }) => {}
                        Err(other) => panic!("{other:?}"),
                    }
                }
            });
        }
    });
    let version = stage.register.version(&Subject::Demand(demand)).unwrap();
    assert_eq!(won.into_inner(), version);
    assert!(version > 0);
}

#[test]
fn the_trait_says_what_the_register_does() {
    fn through(
        journal: &mut dyn Journal<Fault = Fault>,
        act: &matter::journal::Append,
        key: &ed25519_dalek::SigningKey,
    ) {
        let done = journal.append(act, key).unwrap();
        assert_eq!(journal.head().unwrap().unwrap().seq, done.last);
        assert_eq!(journal.since(done.first - 1, 10).unwrap().len(), 1);
    }
    let root = tempfile::tempdir().unwrap();
    let mut stage = Stage::new(root.path());
    let mut act = stage.append(vec![Stage::note(DemandId(random_id()), 0, "x")], 2);
    act.op = OpId(random_id());
    let key = stage.signer().clone();
    through(&mut stage.register, &act, &key);
}

/// What is kept of subjects folded lately never differs from their entries.
#[test]
fn a_state_read_while_others_write_is_the_fold_of_its_entries() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    // More than are kept.
    let demands: Vec<DemandId> = (0..12).map(|_| DemandId(random_id())).collect();
    std::thread::scope(|scope| {
        for seed in 0..3 {
            let (stage, demands) = (&stage, &demands);
            scope.spawn(move || {
                let mut random = Seeded::new(seed);
                for _ in 0..120 {
                    let demand = demands[usize::try_from(random.below(12)).unwrap()];
                    let version = stage.register.version(&Subject::Demand(demand)).unwrap();
                    match stage.act(vec![Stage::note(demand, version, &random.next().to_string())], 3) {
                        Ok(_) | Err(Fault::Conflict { .. }) => {}
                        Err(other) => panic!("{other:?}"),
                    }
                    let found = stage.register.load(&Subject::Demand(demand)).unwrap();
                    assert!(found.version() >= version);
                }
            });
        }
    });
    for demand in demands {
        let subject = Subject::Demand(demand);
        let folded = stage.register.load_known_at(&subject, at(100)).unwrap();
        assert_eq!(stage.register.load(&subject).unwrap(), folded);
    }
    assert_eq!(crate::stage::findings(&stage.register), []);
}

#[test]
fn an_act_that_is_rolled_back_leaves_no_trace_in_what_is_read() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    let demand = DemandId(random_id());
    let subject = Subject::Demand(demand);
    stage.act(vec![Stage::note(demand, 0, "first")], 3).unwrap();
    let before = stage.register.load(&subject).unwrap();
    // What is derived from the act cannot be written, once the act itself was.
    let tool = register::workshop::connection(&stage.setting, &stage.founded.founder).unwrap();
    tool.execute_batch(
        "CREATE TRIGGER stopped BEFORE INSERT ON record WHEN NEW.text = 'second' BEGIN SELECT RAISE(ABORT, 'stopped'); END",
    )
    .unwrap();
    stage.act(vec![Stage::note(demand, 1, "second")], 4).unwrap_err();
    assert_eq!(stage.register.load(&subject).unwrap(), before);
    tool.execute_batch("DROP TRIGGER stopped").unwrap();
    stage.act(vec![Stage::note(demand, 1, "third")], 5).unwrap();
    assert_eq!(stage.register.load(&subject).unwrap(), stage.register.load_known_at(&subject, at(100)).unwrap());
    assert_eq!(stage.register.entries(&subject, None).unwrap().len(), 2);
    assert_eq!(crate::stage::findings(&stage.register), []);
}
