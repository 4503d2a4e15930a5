//! The queue of many demands, unlocking to it, replaying and verifying.

use matter::entry::Entry;
use matter::journal::{ActSignature, Header, Row};
use matter::state::{Meta, State};
use register::{Register, Unlocked};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::time::Duration;

use super::fill::{door, fill};
use super::{asked, ms, percentile, row, timed};
use crate::journey::{Office, PASSPHRASE};

const VIEWS: [&str; 6] = ["needsTriage", "dueThisWeek", "waitingForCounsel", "claimedOrders", "noticesToSend", "all"];

/// Of one register, which grows from one to the next.
pub(super) fn queue() {
    let office = Office::founded(&["triage", "counsel", "records"]);
    unlocking(&office);
    paging(&office);
    replaying(&office);
}

fn unlocking(office: &Office) {
    let demands = asked("BENCH_UNLOCK_DEMANDS", 10_000);
    fill(office, 0, demands);
    let person = office.me();
    let mut times = Vec::new();
    for _ in 0..5 {
        office.ask("lock", json!({}));
        // The guess at the passphrase is over when this clock starts in use; here it costs next to nothing.
        let ((), time) = timed(|| {
            office.ask("unlock", json!({"person": person, "passphrase": PASSPHRASE}));
            office.ask("queue", json!({"view": "needsTriage", "sort": "due", "limit": 100}));
            office.ask("queue_counts", json!({}));
        });
        times.push(time);
    }
    row(&format!("unlock done → usable queue with {demands} demands"), &ms(percentile(&mut times, 50)), "≤ 1.5 s");
}

fn paging(office: &Office) {
    let demands = asked("BENCH_DEMANDS", 100_000);
    let ((), time) = timed(|| fill(office, asked("BENCH_UNLOCK_DEMANDS", 10_000), demands));
    println!("| (filling to {demands} demands) | {:.0} s | |", time.as_secs_f64());
    let (mut first, mut later, mut counts, mut words) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for view in VIEWS {
        for sort in ["due", "received", "reference"] {
            let mut after = Value::Null;
            for page in 0..40 {
                let request = json!({"view": view, "sort": sort, "text": "", "after": after, "limit": 100});
                let (reply, time) = timed(|| office.ask("queue", request));
                if page == 0 {
                    first.push(time);
                } else {
                    later.push(time);
                }
                after = reply["next"].clone();
                if after.is_null() {
                    break;
                }
            }
            for _ in 0..9 {
                let request = json!({"view": view, "sort": sort, "text": "", "after": null, "limit": 100});
                first.push(timed(|| office.ask("queue", request)).1);
            }
        }
        counts.push(timed(|| office.ask("queue_counts", json!({}))).1);
    }
    for text in ["SPEC-2026-099999", "@account_4242", "nothing of the kind", "platform"] {
        let request = json!({"view": "all", "sort": "due", "text": text, "after": null, "limit": 100});
        words.extend((0..5).map(|_| timed(|| office.ask("queue", request.clone())).1));
    }
    row(
        &format!("queue of {demands} demands, first page of any view, p95"),
        &ms(percentile(&mut first, 95)),
        "≤ 20 ms",
    );
    row(&format!("the same, any later page, p95 of {}", later.len()), &ms(percentile(&mut later, 95)), "≤ 20 ms");
    row("how many each view shows, p95", &ms(percentile(&mut counts, 95)), "(none set)");
    row("filter by words over all of them, p95", &ms(percentile(&mut words, 95)), "(none set)");
}

fn replaying(office: &Office) {
    let (setting, unlocked) = door(office);
    let register = Register::open(&setting, &unlocked, office.now()).unwrap();
    let rows: Vec<Row> = register.since(0, usize::MAX).unwrap();
    register.close().unwrap();
    let (entries, time) = timed(|| replay(&rows));
    let each_second = entries as f64 / time.as_secs_f64();
    row(
        &format!("replay of {entries} entries from bytes in memory"),
        &format!("{each_second:.0} entries/s"),
        "≥ 100,000 entries/s",
    );
    office.sits_down("A. Rivera");
    let (report, time): (Value, Duration) = timed(|| office.ask("verify", json!({})));
    let signatures = report["signatures"].as_u64().unwrap_or(1).max(1);
    assert_eq!(report["findings"], json!([]), "a register that was only filled is whole");
    row(
        &format!("verify {} entries, {signatures} signatures, pages, chain, projections", report["entries"]),
        &format!("{:.1} s", time.as_secs_f64()),
        "(with hashing; signatures below)",
    );
    signing(&rows, &unlocked);
}

fn replay(rows: &[Row]) -> usize {
    let mut states: HashMap<String, State> = HashMap::new();
    for row in rows {
        let header = Header::from_bytes(&row.header).unwrap();
        let (_, body) = row.body.as_ref().unwrap();
        let entry = Entry::from_body(&header.subject, &header.kind, header.body_version, body).unwrap();
        let meta = Meta { seq: header.seq, happened: header.happened, recorded: header.recorded, actor: header.actor };
        let state = states.entry(header.subject.key()).or_insert_with(|| State::new(&header.subject));
        state.evolve(&meta, Some(&entry));
    }
    rows.len()
}

/// What one signature costs to check, on one core.
fn signing(rows: &[Row], unlocked: &Unlocked) {
    let signer = &unlocked.signer;
    let signed: Vec<_> =
        rows.iter().take(2_000).map(|row| (row.digest, ActSignature::sign(signer, &row.digest))).collect();
    let key = signer.verifying_key();
    let (held, time) = timed(|| signed.iter().filter(|(digest, signature)| signature.verifies(&key, digest)).count());
    let each = time.as_secs_f64() * 1e6 / held.max(1) as f64;
    row("check of one act's signature, one core", &format!("{each:.0} µs"), "≤ 50 µs");
}
