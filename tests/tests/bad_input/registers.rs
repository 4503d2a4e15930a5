//! Wrong passphrase, damaged and too-new registers, a second program.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use acceptance::journey::{Case, Desktop, Office, PASSPHRASE, Running, Terminal, fault_type};
use serde_json::json;

const CHILD: &str = "ACCEPTANCE_HOLDS_REGISTER";

#[test]
fn a_wrong_passphrase_opens_nothing_and_costs_nothing() {
    let office = Office::founded(&["triage"]);
    let case = Case::log(&office, "@river_lantern_88");
    let me = office.me();
    office.ask("lock", json!({}));
    let padded = format!("{PASSPHRASE}\u{0}");
    for wrong in
        ["", " ", "lantern river paper kit", "LANTERN RIVER PAPER KITE", &"x".repeat(100_000), &padded, "\u{202e}kite"]
    {
        assert_eq!(
            office.fails("unlock", json!({"person": me, "passphrase": wrong})),
            "wrongPassphrase",
            "{wrong:.20}"
        );
    }
    let stranger = acceptance::journey::new_id();
    assert!(
        ["wrongPassphrase", "notFound"]
            .contains(&&*office.fails("unlock", json!({"person": stranger, "passphrase": PASSPHRASE})))
    );
    office.sits_down("A. Rivera");
    assert_eq!(case.headline(&office), "noneOnRecord");
    office.verify_clean();
}

/// Writes over every page after the first eight of the file: the journal cannot but be hit.
fn damage(file: &Path) {
    let mut bytes = fs::read(file).unwrap();
    for page in bytes.chunks_mut(8192).skip(1) {
        page[100] ^= 0x40;
    }
    fs::write(file, bytes).unwrap();
}

#[test]
fn a_damaged_register_says_so_and_is_kept() {
    let office = Office::founded(&["triage"]);
    Case::log(&office, "@river_lantern_88");
    let backup = office.ask("back_up", json!({"op": acceptance::journey::new_id(), "folder": null}));
    let me = office.me();
    office.ask("lock", json!({}));
    let file = office.register.join("register.db");
    damage(&file);
    let damaged = fs::read(&file).unwrap();
    assert_eq!(office.fails("unlock", json!({"person": me, "passphrase": PASSPHRASE})), "storeDamaged");
    assert_eq!(fs::read(&file).unwrap(), damaged, "nothing was mended or deleted behind anybody's back");
    // What can be read is offered to be read; here every page is hit, so even that says so. A copy is made as it is.
    assert_eq!(office.fails("open_damaged", json!({"person": me, "passphrase": PASSPHRASE})), "storeDamaged");
    let copy = office.ask("quarantine", json!({}));
    let copied = office.folder.path().join(copy["name"].as_str().unwrap()).join("register.db");
    assert_eq!(fs::read(copied).unwrap(), damaged);
    assert_eq!(fs::read(&file).unwrap(), damaged, "reading and copying wrote nothing");
    // What to do: restore. The damaged one is moved aside, not deleted.
    let restored = office.ask(
        "restore",
        json!({"op": acceptance::journey::new_id(), "backup": backup["token"], "person": me,
        "passphrase": PASSPHRASE, "reason": "the disk failed"}),
    );
    assert_eq!(restored["state"], "open");
    assert_eq!(office.ask("queue_counts", json!({}))["all"], json!(1));
    let aside = fs::read_dir(office.folder.path())
        .unwrap()
        .any(|entry| fs::read(entry.unwrap().path().join("register.db")).is_ok_and(|bytes| bytes == damaged));
    assert!(aside, "the damaged register lies beside");
    office.verify_clean();
}

#[test]
fn what_is_sound_in_a_damaged_register_is_read_and_saved_and_nothing_is_written() {
    let office = Office::founded(&["triage", "counsel"]);
    let case = Case::log(&office, "@river_lantern_88");
    let mut large = vec![0_u8; 6_000_000];
    getrandom::fill(&mut large).unwrap();
    let attach = |name: &str, bytes: &[u8]| {
        let path = office.file(name, bytes);
        let reply = office.try_attach(&case.demand, &path, "other").unwrap();
        reply["attached"]["document"].as_str().unwrap().to_owned()
    };
    let (hit, sound) = (attach("large.bin", &large), attach("small.txt", b"what the paper says"));
    let me = office.me();
    office.ask("lock", json!({}));
    let file = office.register.join("register.db");
    let mut bytes = fs::read(&file).unwrap();
    // The middle of the file lies within the large paper.
    let middle = bytes.len() / 2;
    bytes[middle] ^= 0x40;
    fs::write(&file, &bytes).unwrap();
    // A register that is damaged in a paper only opens as ever, and so it does by the door for damaged ones.
    let session = office.ask("open_damaged", json!({"person": me, "passphrase": PASSPHRASE}));
    assert_eq!((&session["state"], &session["readOnly"]), (&json!("open"), &json!(false)));
    office.ask("lock", json!({}));
    super::hit_a_page_that_opening_needs(&office.register, register::Strength::for_tests());
    let bytes = fs::read(&file).unwrap();
    assert_eq!(office.fails("unlock", json!({"person": me, "passphrase": PASSPHRASE})), "storeDamaged");

    let session = office.ask("open_damaged", json!({"person": me, "passphrase": PASSPHRASE}));
    assert_eq!((&session["state"], &session["readOnly"]), (&json!("open"), &json!(true)));
    assert_eq!(office.ask("queue_counts", json!({}))["all"], json!(1));
    assert_eq!(case.headline(&office), "noneOnRecord");
    assert_eq!(office.exported(&case.demand, &sound), b"what the paper says");
    office.desktop.dialogs.answer(vec![office.folder.path().join("hit")]);
    let request = json!({"op": acceptance::journey::new_id(), "demand": case.demand, "document": hit});
    assert_eq!(office.fails("export_document", request), "storeDamaged");
    assert!(!office.folder.path().join("hit").exists(), "half a paper is not left behind");
    let note = json!({"type": "addNote", "demand": case.demand, "text": "x", "privileged": false});
    assert_eq!(fault_type(&office.try_act(note).unwrap_err()), "readOnly");
    for (command, request) in [
        ("change_passphrase", json!({"old": PASSPHRASE, "new": "another long one"})),
        ("back_up", json!({"op": acceptance::journey::new_id(), "folder": null})),
        ("save_draft", json!({"key": "intake", "value": {}})),
        ("accept_head", json!({"reason": "there is nothing to accept here"})),
    ] {
        assert_eq!(office.fails(command, request), "readOnly", "{command}");
    }
    office.ask("lock", json!({}));
    assert_eq!(fs::read(&file).unwrap(), bytes, "nothing was written");
}

#[test]
fn the_command_line_marks_everything_that_comes_from_a_damaged_register() {
    let home = tempfile::tempdir().unwrap();
    let terminal = Terminal::founded(home.path());
    let paper = home.path().join("subpoena.txt");
    fs::write(&paper, "what the paper says").unwrap();
    let logged = terminal.well(&[
        "log",
        "--instrument",
        "i138",
        "--recipient",
        "Example Platform, Inc.",
        "--received",
        "2026-01-20 09:30 America/New_York",
        "--channel",
        "email",
        "--target",
        "handle:@river_lantern_88",
        "--attach",
        &paper.to_string_lossy(),
    ]);
    let reference = logged["reference"].as_str().unwrap();
    super::hit_a_page_that_opening_needs(&terminal.register, register::Strength::production());
    let file = terminal.register.join("register.db");
    let bytes = fs::read(&file).unwrap();
    assert_eq!(terminal.run(&["show", reference]).0, 4);
    for verb in [&["list"][..], &["show", reference], &["gate", reference], &["timeline", reference]] {
        let ran = terminal.in_words(&[&["--damaged"], verb].concat()).output().unwrap();
        let said = String::from_utf8(ran.stdout).unwrap();
        let first = "READ ONLY: damaged register; what is missing cannot be told";
        assert_eq!(said.lines().next(), Some(first), "{verb:?}: {said}");
    }
    assert_eq!(terminal.well(&["--damaged", "show", reference])["readOnly"], true);
    assert_eq!(terminal.well(&["--damaged", "do", "queue_counts"])["readOnly"], true);
    let to = home.path().join("saved");
    terminal.well(&["--damaged", "export", reference, "subpoena.txt", &to.to_string_lossy()]);
    assert_eq!(fs::read(&to).unwrap(), b"what the paper says");
    let (code, said) = terminal.run(&["--damaged", "do", "save_draft", r#"{"key":"intake","value":{}}"#]);
    assert_eq!((code, fault_type(&said["fault"])), (4, "readOnly"));
    assert_eq!(fs::read(&file).unwrap(), bytes, "nothing was written");
}

#[test]
fn one_bad_key_ring_is_mended_from_the_other_and_two_are_damage() {
    let office = Office::founded(&["triage"]);
    let me = office.me();
    office.ask("lock", json!({}));
    let rings: Vec<_> = fs::read_dir(&office.register)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.file_name().unwrap().to_string_lossy().starts_with("keyring"))
        .collect();
    assert_eq!(rings.len(), 2, "two copies");
    let good: Vec<_> = rings.iter().map(|path| fs::read(path).unwrap()).collect();
    for path in &rings {
        fs::write(path, b"{\"version\":1").unwrap();
        let other = Desktop::at(&office.folder.path().join("other"), "2026-11-23T18:00:00Z");
        assert!(
            other.enter(&office.register, "A. Rivera", PASSPHRASE).is_ok(),
            "one bad copy does not lock anybody out"
        );
        other.ask("lock", json!({}));
        for (path, bytes) in rings.iter().zip(&good) {
            fs::write(path, bytes).unwrap();
        }
    }
    for path in &rings {
        fs::write(path, b"{\"version\":1").unwrap();
    }
    assert_eq!(office.fails("unlock", json!({"person": me, "passphrase": PASSPHRASE})), "storeDamaged");
    for (path, bytes) in rings.iter().zip(&good) {
        fs::write(path, bytes).unwrap();
    }
    office.sits_down("A. Rivera");
    office.verify_clean();
}

#[test]
fn a_register_of_a_newer_program_is_left_alone() {
    let office = Office::founded(&["triage"]);
    Case::log(&office, "@river_lantern_88");
    let me = office.me();
    office.ask("lock", json!({}));
    let setting = register::Setting {
        folder: register::Folder::at(&office.register),
        strength: register::Strength::for_tests(),
        device: acceptance::journey::new_id().parse().unwrap(),
        state: office.folder.path().join("tool"),
        program: "0.0.0".to_owned(),
    };
    let mut ring = register::KeyRing::read(&setting.folder, setting.strength).unwrap();
    let unlocked = ring.unlock(me.parse().unwrap(), PASSPHRASE).unwrap();
    let tool = register::workshop::connection(&setting, &unlocked).unwrap();
    tool.execute_batch("PRAGMA user_version = 9000").unwrap();
    tool.close().unwrap();
    assert_eq!(office.fails("unlock", json!({"person": me, "passphrase": PASSPHRASE})), "storeTooNew");
    let tool = register::workshop::connection(&setting, &unlocked).unwrap();
    let journal: i64 = tool.query_row("SELECT count(*) FROM journal", [], |row| row.get(0)).unwrap();
    assert!(journal > 4, "it was left as it is");
}

#[test]
fn what_is_no_register_is_not_opened() {
    let folder = tempfile::tempdir().unwrap();
    let desktop = Desktop::at(&folder.path().join("device"), "2026-11-23T18:00:00Z");
    for name in ["empty.register", "text.register"] {
        fs::create_dir(folder.path().join(name)).unwrap();
    }
    fs::write(folder.path().join("text.register/register.db"), b"not a database").unwrap();
    for name in ["empty.register", "text.register", "absent.register"] {
        let fault = desktop.desk.open_path(&folder.path().join(name)).unwrap_err();
        assert_eq!(fault, contract::Fault::NotARegister, "{name}");
    }
}

/// Not a test: the other program. It opens the register it is told of and holds it until its input ends.
#[test]
fn child() {
    let Some(told) = std::env::var_os(CHILD) else { return };
    let register = Path::new(&told);
    let desktop = Desktop::at(&register.with_extension("child"), "2026-11-23T18:00:00Z");
    desktop.enter(register, "A. Rivera", PASSPHRASE).unwrap();
    println!("holding");
    let mut line = String::new();
    let _until_the_end = std::io::stdin().read_line(&mut line);
}

fn other_program(register: &Path) -> Running {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["registers::child", "--exact", "--nocapture", "--test-threads=1"])
        .env(CHILD, register)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let out = BufReader::new(child.stdout.take().unwrap());
    let running = Running(child);
    let holds = out.lines().map_while(Result::ok).any(|line| line.ends_with("holding"));
    assert!(holds, "the other program holds the register");
    running
}

#[test]
fn a_second_program_is_told_who_has_it_and_a_dead_one_leaves_no_lock() {
    let office = Office::founded(&["triage"]);
    let case = Case::log(&office, "@river_lantern_88");
    let me = office.me();
    office.ask("lock", json!({}));
    other_program(&office.register).kill();
    let before = fs::read_dir(office.folder.path()).unwrap().count();
    for _ in 0..3 {
        let mut other = other_program(&office.register);
        let fault = office.call("unlock", json!({"person": me, "passphrase": PASSPHRASE})).unwrap_err();
        assert_eq!(fault, json!({"type": "registerInUse", "pid": other.0.id()}));
        // A copy of what another program writes to would be of no one moment.
        assert_eq!(office.call("quarantine", json!({})).unwrap_err(), fault);
        assert_eq!(fs::read_dir(office.folder.path()).unwrap().count(), before, "no half copy is left");
        other.kill();
        office.sits_down("A. Rivera");
        assert_eq!(case.headline(&office), "noneOnRecord");
        office.ask("lock", json!({}));
    }
    office.sits_down("A. Rivera");
    office.verify_clean();
}

#[test]
fn asking_before_a_register_is_chosen() {
    let folder = tempfile::tempdir().unwrap();
    let desktop = Desktop::at(&folder.path().join("device"), "2026-11-23T18:00:00Z");
    let fault = desktop.call("queue_counts", json!({})).unwrap_err();
    assert_eq!(fault_type(&fault), "noRegister");
    let fault = desktop.call("open_register", json!({"folder": "no such token"})).unwrap_err();
    assert_eq!(fault_type(&fault), "notFound");
}
