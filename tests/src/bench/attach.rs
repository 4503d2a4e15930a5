//! Attaching one large file, and one act, beside the bare encrypted database on the same disk.

use std::fs::{self, File};
use std::io::{Read as _, Write as _};
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use matter::journal::Digest;
use serde_json::json;

use super::fill::door;
use super::{asked, ms, percentile, row, timed};
use crate::journey::{Case, Office};

const MIB: usize = 1024 * 1024;

/// Bytes that no disk and no database can make smaller.
fn noise(path: &Path, mebibytes: u64) {
    let mut file = File::create(path).unwrap();
    let mut chunk = vec![0_u8; MIB];
    for _ in 0..mebibytes {
        getrandom::fill(&mut chunk).unwrap();
        file.write_all(&chunk).unwrap();
    }
    file.sync_all().unwrap();
}

/// The most memory this process ever had, in KiB, since it was last asked to forget.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("0");
    line.trim().trim_end_matches(" kB").trim().parse().unwrap_or(0)
}

pub(super) fn attaching() {
    let mebibytes = asked("BENCH_ATTACH_MIB", 1_024);
    let office = Office::founded(&["triage", "counsel", "records"]);
    let case = Case::log(&office, "@river_lantern_88");
    let path = office.folder.path().join("large.bin");
    noise(&path, mebibytes);
    // Forgets the peak, so that the one seen afterwards is that of the attach.
    let _ = fs::write("/proc/self/clear_refs", "5");
    let before = peak();
    let (reply, attach) = timed(|| office.try_attach(&case.demand, &path, "instrument"));
    reply.unwrap();
    let memory = peak().saturating_sub(before) / 1024;

    let bare_office = Office::founded(&["triage"]);
    let (setting, unlocked) = door(&bare_office);
    let tool = register::workshop::connection(&setting, &unlocked).unwrap();
    tool.execute_batch("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE bare(n INTEGER PRIMARY KEY, bytes BLOB NOT NULL)")
        .unwrap();
    let ((), bare) = timed(|| {
        let mut file = File::open(&path).unwrap();
        let mut chunk = vec![0_u8; MIB];
        for number in 0..mebibytes {
            if number % 8 == 0 {
                tool.execute_batch("BEGIN IMMEDIATE").unwrap();
            }
            file.read_exact(&mut chunk).unwrap();
            std::hint::black_box(Digest::of(&chunk));
            tool.execute("INSERT INTO bare VALUES (?1, ?2)", (number.cast_signed(), &chunk)).unwrap();
            if number % 8 == 7 || number + 1 == mebibytes {
                tool.execute_batch("COMMIT").unwrap();
            }
        }
    });
    let copy = office.folder.path().join("copy.bin");
    let ((), plain) = timed(|| {
        fs::copy(&path, &copy).unwrap();
        Command::new("sha256sum").arg(&path).output().unwrap();
        File::open(&copy).unwrap().sync_all().unwrap();
    });
    let ratio = |other: Duration| attach.as_secs_f64() / other.as_secs_f64();
    row(
        &format!("attach {mebibytes} MiB, durable and encrypted"),
        &format!(
            "{:.1} s = {:.2} × bare insert + SHA-256 ({:.1} s)",
            attach.as_secs_f64(),
            ratio(bare),
            bare.as_secs_f64()
        ),
        "≤ 1.5 ×",
    );
    row(
        "the same beside cp + sha256sum + fsync",
        &format!("{:.2} × ({:.1} s)", ratio(plain), plain.as_secs_f64()),
        "goal 2.5 ×",
    );
    row("memory over idle while attaching", &format!("{memory} MiB"), "≤ 64 MiB");
}

pub(super) fn acting() {
    let rounds = asked("BENCH_ACTS", 300);
    let office = Office::founded(&["triage", "counsel", "records"]);
    let case = Case::log(&office, "@river_lantern_88");
    let note = json!({"type": "addNote", "demand": case.demand, "text": "a note of ordinary length for the file", "privileged": false});
    let mut acts: Vec<Duration> = (0..rounds).map(|_| timed(|| office.act(note.clone())).1).collect();
    let (setting, unlocked) = door(&office);
    let tool = register::workshop::connection(&setting, &unlocked).unwrap();
    tool.execute_batch("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE bare(n INTEGER PRIMARY KEY, bytes BLOB NOT NULL)")
        .unwrap();
    let body = vec![7_u8; 500];
    let mut bare: Vec<Duration> = (0..rounds)
        .map(|number| timed(|| tool.execute("INSERT INTO bare VALUES (?1, ?2)", (number.cast_signed(), &body))).1)
        .collect();
    let (act, bare) = (percentile(&mut acts, 50), percentile(&mut bare, 50));
    row(
        "one act, decided, signed, durable (p50)",
        &format!("{} = bare FULL commit ({}) + {}", ms(act), ms(bare), ms(act.saturating_sub(bare))),
        "≤ bare + 3 ms",
    );
}
