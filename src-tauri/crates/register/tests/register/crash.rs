//! R1, R2, R10: a child process is killed at random moments. What it was told is on record stays on record; whatever it
//! was doing, the register is the old one or the new one.

use std::collections::BTreeSet;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use matter::ids::{DemandId, PersonId};
use matter::journal::{Digest, Header};
use register::{Fault, Founded, KeyRing, Register, Unlocked, Watch};

use crate::stage::{PASSPHRASE, Seeded, Stage, at, findings, random_id, rounds, setting};

const CHILD: &str = "REGISTER_CRASH_CHILD";
const OTHER: &str = "another passphrase";

/// What a child does until it is killed.
#[derive(Clone, Copy, PartialEq)]
enum Work {
    Acts,
    Rotation,
    Backup,
    Passphrase,
}

const WORKS: [(Work, &str); 4] =
    [(Work::Acts, "acts"), (Work::Rotation, "rotation"), (Work::Backup, "backup"), (Work::Passphrase, "passphrase")];

/// Starts the child, kills it `after` its first line, and returns what it acknowledged.
fn run_and_kill(root: &Path, person: PersonId, work: &str, after: Duration) -> Vec<String> {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["crash::child", "--exact", "--nocapture", "--test-threads=1"])
        .env(CHILD, format!("{}|{person}|{work}", root.display()))
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let out = BufReader::new(child.stdout.take().unwrap());
    let (tell, told) = std::sync::mpsc::channel();
    let reading = std::thread::spawn(move || {
        let mut lines = Vec::new();
        for line in out.lines().map_while(Result::ok) {
            // The first one stands behind the test's own name.
            if let Some((_, ack)) = line.split_once("ack ") {
                lines.push(ack.to_owned());
                let _nobody_waits_any_more = tell.send(());
            }
        }
        lines
    });
    told.recv_timeout(Duration::from_secs(60)).unwrap();
    std::thread::sleep(after);
    child.kill().unwrap();
    child.wait().unwrap();
    reading.join().unwrap()
}

/// Not a test: the child. It does nothing unless it is told what to work on.
#[test]
fn child() {
    let Ok(told) = std::env::var(CHILD) else { return };
    let parts: Vec<&str> = told.split('|').collect();
    let root = PathBuf::from(parts[0]);
    let person: PersonId = parts[1].parse().unwrap();
    let (work, _) = WORKS.into_iter().find(|(_, name)| *name == parts[2]).unwrap();
    let setting = setting(&root);
    let mut unlocked = unlock_either(&root, person).unwrap();
    let mut register = Register::open(&setting, &unlocked, at(10)).unwrap();
    acknowledge("ready");
    let mut random = Seeded::new(std::process::id().into());
    loop {
        match work {
            Work::Acts => register = act(register, &unlocked, person, &mut random),
            Work::Rotation => {
                let known: Vec<_> = register.public_keys().unwrap().into_iter().map(|(_, _, key)| key).collect();
                unlocked = register.rotate(&unlocked, &[], &known, &AtomicBool::new(false)).unwrap().unlocked;
                register = Register::open(&setting, &unlocked, at(11)).unwrap();
                acknowledge("rotated");
            }
            Work::Backup => {
                let second = 1000 + random.below(1_000_000).cast_signed();
                match register.backup(None, at(second), &mut |_| {}, &AtomicBool::new(false)) {
                    Ok(backup) => acknowledge(&backup.path.display().to_string()),
                    Err(Fault::Exists { .. }) => {}
                    Err(other) => panic!("{other:?}"),
                }
            }
            Work::Passphrase => {
                let (old, new) = if random.below(2) == 0 { (PASSPHRASE, OTHER) } else { (OTHER, PASSPHRASE) };
                match register.change_passphrase(person, old, new) {
                    Ok(()) => acknowledge(new),
                    Err(Fault::WrongPassphrase) => {}
                    Err(other) => panic!("{other:?}"),
                }
            }
        }
    }
}

fn acknowledge(what: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "ack {what}").unwrap();
    out.flush().unwrap();
}

fn unlock_either(root: &Path, person: PersonId) -> Result<Unlocked, Fault> {
    let setting = setting(root);
    let mut ring = KeyRing::read(&setting.folder, setting.strength)?;
    ring.unlock(person, PASSPHRASE).or_else(|_| ring.unlock(person, OTHER))
}

/// One act or one paper, acknowledged only when it is on record.
fn act(register: Register, unlocked: &Unlocked, person: PersonId, random: &mut Seeded) -> Register {
    let stage = Bare { register, unlocked, person };
    let demand = DemandId(random_id());
    if random.below(2) == 0 {
        let length = random.below(3_000_000) as usize;
        let bytes = random.bytes(length);
        let op = stage.attach(demand, &bytes);
        acknowledge(&format!("{op} {}", Digest::of(&bytes)));
    } else {
        let op = stage.note(demand);
        acknowledge(&format!("{op} -"));
    }
    stage.register
}

/// A register without the founding words that only its founder has.
struct Bare<'a> {
    register: Register,
    unlocked: &'a Unlocked,
    person: PersonId,
}

impl Bare<'_> {
    fn append(&self, writes: Vec<matter::journal::Write>) -> matter::journal::Append {
        matter::journal::Append {
            op: matter::ids::OpId(random_id()),
            request: Digest::of(b"a request"),
            actor: self.person,
            happened: matter::time::Moment { at: at(20), zone: chrono_tz::America::Los_Angeles },
            recorded: at(20),
            reads: Vec::new(),
            writes,
        }
    }

    fn note(&self, demand: DemandId) -> matter::ids::OpId {
        let act = self.append(vec![Stage::note(demand, 0, "looked at")]);
        self.register.append(&act, &self.unlocked.signer).unwrap();
        act.op
    }

    fn attach(&self, demand: DemandId, mut bytes: &[u8]) -> matter::ids::OpId {
        let id = matter::ids::DocumentId(random_id());
        let staged = self.register.stage(id, &mut bytes, &mut Watch::nobody()).unwrap();
        let act = self.append(vec![crate::stage::attached(demand, 0, &staged)]);
        self.register.append_with_documents(&act, &self.unlocked.signer, std::slice::from_ref(&staged)).unwrap();
        act.op
    }
}

fn founded(root: &Path) -> (PersonId, Founded) {
    let stage = Stage::new(root);
    stage.fill(1, 2);
    stage.register.close().unwrap();
    (stage.person, stage.founded)
}

#[test]
fn nothing_acknowledged_is_lost_to_a_kill() {
    let root = tempfile::tempdir().unwrap();
    let (person, founded) = founded(root.path());
    let mut random = Seeded::new(61);
    let kills = rounds(60, 500);
    let mut acknowledged: Vec<(String, Option<Digest>)> = Vec::new();
    let mut lost = 0;
    for _ in 0..kills {
        let lines = run_and_kill(root.path(), person, "acts", Duration::from_millis(2 + random.below(249)));
        acknowledged.extend(lines.iter().filter(|line| *line != "ready").map(|line| {
            let (op, digest) = line.split_once(' ').unwrap();
            (op.to_owned(), digest.parse().ok())
        }));
        let register = Register::open(&setting(root.path()), &founded.founder, at(30)).unwrap();
        let ops: BTreeSet<String> = register
            .since(0, usize::MAX)
            .unwrap()
            .iter()
            .map(|row| Header::from_bytes(&row.header).unwrap().op.to_string())
            .collect();
        for (op, digest) in &acknowledged {
            let paper = digest.as_ref().is_none_or(|digest| register.document_with(digest).unwrap().is_some());
            lost += u64::from(!ops.contains(op) || !paper);
        }
        register.close().unwrap();
    }
    let register = Register::open(&setting(root.path()), &founded.founder, at(30)).unwrap();
    assert_eq!(findings(&register), [], "no half-attached paper, no break in the chain");
    let (papers, bytes) = register.document_totals().unwrap();
    println!(
        "kill -9: {kills} kills, {} acknowledged, {lost} lost, {papers} papers ({bytes} bytes) whole, 0 chain breaks",
        acknowledged.len()
    );
    assert_eq!(lost, 0);
    assert!(acknowledged.len() as u64 > kills, "the children did something");
}

/// R10: another process is refused at once with the number of the one that has the register; a killed one leaves no lock.
#[test]
fn a_second_process_is_refused_and_a_dead_one_is_not_in_the_way() {
    let root = tempfile::tempdir().unwrap();
    let (person, founded) = founded(root.path());
    let kills = rounds(10, 100);
    for _ in 0..kills {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["crash::child", "--exact", "--nocapture", "--test-threads=1"])
            .env(CHILD, format!("{}|{person}|acts", root.path().display()))
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        assert!(lines.any(|line| line.unwrap().ends_with("ack ready")));
        let second = Register::open(&setting(root.path()), &founded.founder, at(30));
        assert!(matches!(second, Err(Fault::InUse { pid }) if pid == child.id()), "{second:?}");
        child.kill().unwrap();
        child.wait().unwrap();
        Register::open(&setting(root.path()), &founded.founder, at(30)).unwrap().close().unwrap();
    }
    println!("two processes: {kills} of {kills} refused with the other's pid, 0 stale locks after {kills} kills");
}

#[test]
fn a_kill_while_keys_or_backups_are_written_leaves_the_old_or_the_new() {
    let kills = rounds(8, 200);
    for work in ["rotation", "backup", "passphrase"] {
        let root = tempfile::tempdir().unwrap();
        let (person, _) = founded(root.path());
        let mut random = Seeded::new(62);
        let mut done = 0;
        for _ in 0..kills {
            let lines = run_and_kill(root.path(), person, work, Duration::from_millis(random.below(120)));
            done += lines.len() - 1;
            let unlocked = unlock_either(root.path(), person).unwrap();
            let register = Register::open(&setting(root.path()), &unlocked, at(30)).unwrap();
            assert_eq!(findings(&register), []);
            register.close().unwrap();
            let kept = register::backups(&setting(root.path()).folder.backups()).unwrap();
            assert!(kept.unreadable.is_empty(), "a half-made backup is not taken for one");
        }
        println!("kill -9 during {work}: {kills} kills, {done} finished, every register opened and held");
    }
}
