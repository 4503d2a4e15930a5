//! Measurements beside the bars of DESIGN §8. They assert nothing about time; run with `--ignored --nocapture`.

use std::time::{Duration, Instant as Stopwatch};

use matter::ids::{DemandId, DocumentId};
use register::{FileSource, KeyRing, Strength, Watch, workshop};
use sha2::{Digest as _, Sha256};

use crate::stage::{PASSPHRASE, Seeded, Stage, attached, logged, random_id, setting};

fn p50(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

#[test]
#[ignore = "a measurement of 1 GiB"]
fn a_paper_of_one_gibibyte() {
    let root = tempfile::tempdir_in(std::env::current_dir().unwrap()).unwrap();
    let stage = Stage::new(root.path());
    let path = root.path().join("paper");
    let length = 1024 * 1024 * 1024;
    let mut random = Seeded::new(1);
    let mut file = std::fs::File::create(&path).unwrap();
    for _ in 0..length / (1024 * 1024) {
        std::io::Write::write_all(&mut file, &random.bytes(1024 * 1024)).unwrap();
    }
    file.sync_all().unwrap();
    drop(file);

    let start = Stopwatch::now();
    let copy = root.path().join("copy");
    std::fs::copy(&path, &copy).unwrap();
    std::fs::File::open(&copy).unwrap().sync_all().unwrap();
    let mut hash = Sha256::new();
    std::io::copy(&mut std::fs::File::open(&copy).unwrap(), &mut Hashing(&mut hash)).unwrap();
    let copied = start.elapsed();
    std::fs::remove_file(&copy).unwrap();

    let bare = Stage::new(&root.path().join("bare"));
    let raw = workshop::connection(&bare.setting, &bare.founded.founder).unwrap();
    let start = Stopwatch::now();
    let mut hash = Sha256::new();
    let mut file = std::fs::File::open(&path).unwrap();
    let mut bytes = vec![0_u8; 1024 * 1024];
    for group in 0..128 {
        raw.execute_batch("BEGIN IMMEDIATE").unwrap();
        for place in 0..8 {
            std::io::Read::read_exact(&mut file, &mut bytes).unwrap();
            hash.update(&bytes);
            raw.execute("INSERT INTO chunk (id, bytes) VALUES (?1, ?2)", rusqlite::params![group * 8 + place, bytes])
                .unwrap();
        }
        raw.execute_batch("COMMIT").unwrap();
    }
    let plain = start.elapsed();
    drop(raw);

    let start = Stopwatch::now();
    let mut source = FileSource::open(&path).unwrap();
    let staged = stage.register.stage(DocumentId(random_id()), &mut source, &mut Watch::nobody()).unwrap();
    let act = stage.append(vec![attached(DemandId(random_id()), 0, &staged)], 5);
    stage.register.append_with_documents(&act, stage.signer(), std::slice::from_ref(&staged)).unwrap();
    let ours = start.elapsed();
    let start = Stopwatch::now();
    stage.register.export(staged.document(), &mut std::io::sink(), &mut Watch::nobody()).unwrap();
    println!(
        "1 GiB: cp + fsync + sha256 {copied:?}; bare insert + sha256 {plain:?}; attach {ours:?} = {:.2} x bare, {:.2} x cp; \
         read back and hashed {:?}; peak memory {} KiB",
        ours.as_secs_f64() / plain.as_secs_f64(),
        ours.as_secs_f64() / copied.as_secs_f64(),
        start.elapsed(),
        peak_memory()
    );
}

struct Hashing<'a>(&'a mut Sha256);

impl std::io::Write for Hashing<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn peak_memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM")).unwrap();
    line.chars().filter(char::is_ascii_digit).collect()
}

#[test]
#[ignore = "a measurement of acts and searches"]
fn one_act_and_a_whole_check() {
    let root = tempfile::tempdir_in(std::env::current_dir().unwrap()).unwrap();
    let stage = Stage::new(root.path());
    let demands: Vec<DemandId> = (0..200).map(|_| DemandId(random_id())).collect();
    let logs = demands.iter().map(|demand| logged(*demand, "2026-0001", "Example Platform, Inc.", 5)).collect();
    stage.act(logs, 5).unwrap();
    let raw = workshop::connection(&stage.setting, &stage.founded.founder).unwrap();
    let (mut bare, mut acts) = (Vec::new(), Vec::new());
    for round in 0..2000_u64 {
        if round % 4 == 0 {
            let start = Stopwatch::now();
            raw.execute("INSERT INTO draft VALUES (zeroblob(16), ?1, zeroblob(800), 0)", [format!("{round}")]).unwrap();
            bare.push(start.elapsed());
        }
        let demand = demands[(round % 200) as usize];
        let start = Stopwatch::now();
        stage.act(vec![Stage::note(demand, 1 + round / 200, "looked at")], 6).unwrap();
        acts.push(start.elapsed());
    }
    let (bare, acts) = (p50(bare), p50(acts));
    println!(
        "one act p50 {acts:?}; a bare encrypted FULL commit p50 {bare:?}; difference {:?}",
        acts.saturating_sub(bare)
    );
    let start = Stopwatch::now();
    let cancel = std::sync::atomic::AtomicBool::new(false);
    let report = stage.register.verify(&register::VerifyPlan::default(), &mut |_| {}, &cancel).unwrap();
    assert!(report.is_clean());
    println!("verify: {} rows, {} signatures in {:?}", report.rows, report.acts, start.elapsed());
}

#[test]
#[ignore = "a measurement of acts and searches"]
fn a_passphrase_of_the_product() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    stage.register.close().unwrap();
    let mut real = setting(&root.path().join("real"));
    real.strength = Strength::production();
    let founder = register::NewHolder { person: stage.person, label: "M. Chen", passphrase: PASSPHRASE };
    let branch = matter::ids::BranchId(random_id());
    let recovery = matter::ids::PersonId(random_id());
    let (register, _) = register::Register::create(&real, &founder, recovery, branch, crate::stage::at(0)).unwrap();
    register.close().unwrap();
    let mut ring = KeyRing::read(&real.folder, real.strength).unwrap();
    let start = Stopwatch::now();
    ring.unlock(stage.person, PASSPHRASE).unwrap();
    let right = start.elapsed();
    let start = Stopwatch::now();
    assert!(ring.unlock(stage.person, "wrong").is_err());
    println!("right passphrase {right:?}, wrong {:?}", start.elapsed());
}
