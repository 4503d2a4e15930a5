//! kill -9 at random moments, through the desk (R1, quick). A child attaches papers and performs acts, and acknowledges
//! each on a pipe once it is done. Whatever it acknowledged is there afterwards; what it was about to do is there once or
//! not at all, and asking again with the same op does no harm.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use acceptance::journey::{Case, Desktop, Office, PASSPHRASE, Running, new_id};
use serde_json::{Value, json};

const CHILD: &str = "ACCEPTANCE_KILLED_CHILD";
const NOW: &str = "2026-11-23T18:00:00Z";

/// How often the child is killed: 60, or as many as the endurance run asks for.
fn rounds() -> usize {
    std::env::var("ENDURE_ROUNDS").ok().and_then(|text| text.parse().ok()).unwrap_or(60)
}

fn desktop(register: &Path) -> Desktop {
    // The office's own device: one that comes in anew would be stopped once.
    let desktop = Desktop::at(&register.with_file_name("device"), NOW);
    desktop.enter(register, "A. Rivera", PASSPHRASE).unwrap();
    desktop
}

/// Not a test: the child. Works until it is killed.
#[test]
fn child() {
    let Ok(told) = std::env::var(CHILD) else { return };
    let told: Value = serde_json::from_str(&told).unwrap();
    let register = Path::new(told["register"].as_str().unwrap());
    let demand = told["demand"].as_str().unwrap();
    let desktop = desktop(register);
    println!("\nready");
    for number in 0_u32.. {
        let op = new_id();
        if number % 2 == 0 {
            let request = json!({"op": op, "act": {"type": "addNote", "demand": demand, "text": format!("note {op}"), "privileged": false}});
            println!("\ntry {request}");
            desktop.ask("act", request);
            println!("\ndone note {op}");
        } else {
            // A different length each time: one chunk, several, several transactions.
            let length = 1_000 + (number as usize * 7_919 * 611) % 12_000_000;
            let bytes: Vec<u8> = op.bytes().cycle().take(length).collect();
            let path = register.with_extension("paper");
            fs::write(&path, &bytes).unwrap();
            let token = desktop.desk.offer(&path).unwrap().token;
            let reply = desktop.ask("attach", json!({"op": op, "demand": demand, "file": token, "role": "other"}));
            println!("\ndone paper {} {length} {op}", reply["attached"]["document"].as_str().unwrap());
        }
    }
}

/// What one child said before it was killed.
#[derive(Default)]
struct Said {
    done: Vec<String>,
    tried: Option<Value>,
}

fn run_and_kill(told: &Value, after: Duration) -> Said {
    let child = Command::new(std::env::current_exe().unwrap())
        .args(["child", "--exact", "--nocapture", "--test-threads=1"])
        .env(CHILD, told.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut running = Running(child);
    let out = BufReader::new(running.0.stdout.take().unwrap());
    let (tell, ready) = std::sync::mpsc::channel();
    let reading = std::thread::spawn(move || {
        let mut said = Said::default();
        for line in out.lines().map_while(Result::ok) {
            if line == "ready" {
                let _nobody_waits_any_more = tell.send(());
            } else if let Some(done) = line.strip_prefix("done ") {
                said.done.push(done.to_owned());
            } else if let Some(request) = line.strip_prefix("try ") {
                said.tried = serde_json::from_str(request).ok();
            }
        }
        said
    });
    ready.recv_timeout(Duration::from_secs(120)).unwrap();
    std::thread::sleep(after);
    running.kill();
    reading.join().unwrap()
}

#[test]
fn nothing_acknowledged_is_lost() {
    let office = Office::founded(&["triage", "counsel", "records"]);
    let case = Case::log(&office, "@river_lantern_88");
    let told = json!({"register": office.register, "demand": case.demand});
    office.ask("lock", json!({}));
    let mut notes: Vec<String> = Vec::new();
    let mut papers: BTreeMap<String, (usize, String)> = BTreeMap::new();
    let mut seed = [0_u8; 8];
    getrandom::fill(&mut seed).unwrap();
    let mut random = u64::from_le_bytes(seed);
    println!("seed {random:#x}");
    let total = rounds();
    for _ in 0..total {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let said = run_and_kill(&told, Duration::from_millis(2 + (random >> 33) % 248));
        for line in &said.done {
            match line.split(' ').collect::<Vec<_>>()[..] {
                ["note", op] => notes.push(op.to_owned()),
                ["paper", document, length, op] => {
                    papers.insert(document.to_owned(), (length.parse().unwrap(), op.to_owned()));
                }
                _ => unreachable!("the child says nothing else: {line}"),
            }
        }
        // What it was about to do: asked again, it is there exactly once.
        if let Some(request) = said.tried {
            let again = desktop(&office.register);
            again.ask("act", request.clone());
            notes.push(request["op"].as_str().unwrap().to_owned());
            again.ask("lock", json!({}));
        }
    }
    notes.sort();
    notes.dedup();
    let after = desktop(&office.register);
    let timeline = after.ask("timeline", json!({"demand": case.demand})).to_string();
    for op in &notes {
        assert_eq!(timeline.matches(&format!("note {op}")).count(), 1, "an acknowledged note is there exactly once");
    }
    let shown = after.ask("demand", json!({"demand": case.demand}));
    let on_file: Vec<&str> =
        shown["demand"]["documents"].as_array().unwrap().iter().map(|one| one["document"].as_str().unwrap()).collect();
    for (document, (length, op)) in &papers {
        assert!(on_file.contains(&document.as_str()), "an acknowledged paper is attached");
        let to = office.folder.path().join("out");
        after.dialogs.answer(vec![to.clone()]);
        after.ask("export_document", json!({"op": new_id(), "demand": case.demand, "document": document}));
        let expected: Vec<u8> = op.bytes().cycle().take(*length).collect();
        assert!(fs::read(to).unwrap() == expected, "byte for byte");
    }
    let report = after.ask("verify", json!({}));
    assert_eq!(report["findings"], json!([]), "{report:#}");
    assert_eq!(report["documents"], json!(on_file.len()), "no half-attached paper is kept");
    assert!(notes.len() + papers.len() > total / 2, "the children got work done");
    println!(
        "R1: {total} kills; {} acts and {} attaches acknowledged; 0 lost; 0 half-attached; chain of {} entries whole",
        notes.len(),
        papers.len(),
        report["entries"]
    );
}
