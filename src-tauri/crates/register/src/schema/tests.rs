//! The runner itself: whole steps or none.

use rusqlite::Connection;

use super::{STEPS, Standing, Step, applied, apply, bring_up, differences, nothing, standing};

fn now() -> matter::time::Instant {
    matter::time::Instant::from_timestamp(1_795_424_400, 0).unwrap()
}

#[test]
fn a_new_database_is_brought_up_once() {
    let mut db = Connection::open_in_memory().unwrap();
    assert_eq!(standing(&db).unwrap(), Standing::New);
    bring_up(&mut db, now(), "test").unwrap();
    bring_up(&mut db, now(), "test").unwrap();
    assert_eq!(standing(&db).unwrap(), Standing::Current);
    assert_eq!(applied(&db).unwrap(), STEPS.len() as u64);
    assert_eq!(differences(&db).unwrap(), Vec::<String>::new());
}

#[test]
fn a_step_that_fails_half_way_leaves_the_database_as_it_was() {
    let mut db = Connection::open_in_memory().unwrap();
    bring_up(&mut db, now(), "test").unwrap();
    let mut steps: Vec<Step> =
        STEPS.iter().map(|step| Step { name: step.name, text: step.text, derive: step.derive }).collect();
    let text = &["CREATE TABLE half (one INTEGER)", "INSERT INTO nothing VALUES (1)"];
    steps.push(Step { name: "fails", text, derive: nothing });
    assert!(apply(&mut db, &steps, now(), "test").is_err());
    assert_eq!(standing(&db).unwrap(), Standing::Current);
    assert_eq!(differences(&db).unwrap(), Vec::<String>::new());
    steps.pop();
    steps.push(Step { name: "works", text: &["CREATE TABLE half (one INTEGER)"], derive: nothing });
    apply(&mut db, &steps, now(), "test").unwrap();
    assert!(matches!(standing(&db), Err(crate::Fault::TooNew { .. })), "and this program refuses it");
}
