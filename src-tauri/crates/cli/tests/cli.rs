//! The command line as a program: what it prints, which code it ends with, and that a passphrase is never an argument.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops where something is missing"
)]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// A device with a register of its own.
struct Device {
    folder: tempfile::TempDir,
}

impl Device {
    fn new() -> Self {
        let device = Self { folder: tempfile::tempdir().unwrap() };
        fs::write(device.path("passphrase"), "correct horse battery\n").unwrap();
        device
    }

    /// With a register of one person, who is triage only.
    fn founded() -> Self {
        let device = Self::new();
        let made = device.desk(&[
            "init",
            "Test",
            "--in",
            &device.text(""),
            "--organisation",
            "Example Platform, Inc.",
            "--zone",
            "America/Los_Angeles",
            "--recovery-key-to",
            &device.text("recovery"),
        ]);
        assert_eq!(made.status.code(), Some(0), "{}", said(&made));
        device
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn text(&self, name: &str) -> String {
        self.path(name).to_string_lossy().into_owned()
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_desk"));
        command
            .args(["--json", "--person", "S. Okafor"])
            .args(args)
            .env("SUBPOENA_DESK_STATE", self.path("state"))
            .env("SUBPOENA_DESK_REGISTER", self.path("Test.register"))
            .stdin(Stdio::null());
        command
    }

    /// In words, as on a terminal.
    fn words(&self, args: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_desk"))
            .args(["--person", "S. Okafor"])
            .args(args)
            .arg("--passphrase-file")
            .arg(self.path("passphrase"))
            .env("SUBPOENA_DESK_STATE", self.path("state"))
            .env("SUBPOENA_DESK_REGISTER", self.path("Test.register"))
            .stdin(Stdio::null())
            .output()
            .unwrap()
    }

    fn desk(&self, args: &[&str]) -> Output {
        self.command(args).arg("--passphrase-file").arg(self.path("passphrase")).output().unwrap()
    }

    fn reply(&self, args: &[&str]) -> Value {
        let ran = self.desk(args);
        assert_eq!(ran.status.code(), Some(0), "{args:?}: {}", said(&ran));
        document(&ran)
    }

    fn logged(&self) -> String {
        let paper = self.path("subpoena.pdf");
        fs::write(&paper, b"%PDF-1.4\nSPECIMEN\n").unwrap();
        let logged = self.reply(&[
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
            "--record",
            "name",
            "--return",
            "2026-02-03 17:00",
            "--attach",
            &paper.to_string_lossy(),
        ]);
        logged["reference"].as_str().unwrap().to_owned()
    }
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// Exactly one JSON document on standard output.
fn document(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|fault| panic!("{fault}: {}", said(output)))
}

#[test]
fn what_is_logged_is_shown_and_exported_byte_for_byte() {
    let device = Device::founded();
    let reference = device.logged();
    let shown = device.reply(&["show", &reference]);
    let facts = &shown["demand"]["facts"];
    assert_eq!(facts["received"]["zone"], "America/New_York");
    assert_eq!(facts["returnDate"]["date"], "2026-02-03");
    assert_eq!(facts["returnDate"]["zone"], "America/Los_Angeles");
    assert_eq!(shown["compulsion"]["headline"], "noneOnRecord");
    let again = device.reply(&["attach", &reference, &device.text("subpoena.pdf")]);
    assert_eq!(again["attached"][0]["alreadyHere"], true);
    device.reply(&["export", &reference, "subpoena.pdf", &device.text("out.pdf")]);
    assert_eq!(fs::read(device.path("out.pdf")).unwrap(), fs::read(device.path("subpoena.pdf")).unwrap());
    let report = device.reply(&["verify"]);
    assert_eq!(report["consistent"], true);
    let page = device.reply(&["list", "--text", "@river_lantern_88"]);
    assert_eq!(page["rows"][0]["reference"], reference.as_str());
    let raw = device.reply(&["do", "queue_counts", "{}"]);
    assert_eq!(raw["all"], 1);
}

#[test]
fn the_files_inside_a_mail_are_listed_and_one_is_kept() {
    let device = Device::founded();
    let reference = device.logged();
    let mail = "From: officer@agency.example\r\nSubject: SPECIMEN\r\nMIME-Version: 1.0\r\n\
        Content-Type: multipart/mixed; boundary=\"x\"\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nAttached.\r\n\
        --x\r\nContent-Type: application/pdf; name=\"order.pdf\"\r\nContent-Disposition: attachment\r\n\
        Content-Transfer-Encoding: base64\r\n\r\nJVBERi0xLjQK\r\n--x--\r\n";
    fs::write(device.path("mail.eml"), mail).unwrap();
    device.reply(&["attach", &reference, &device.text("mail.eml")]);
    let parts = device.reply(&["parts", &reference, "mail.eml"]);
    assert_eq!((&parts[0]["name"], &parts[0]["length"]), (&"order.pdf".into(), &9.into()), "{parts:#}");
    let number = parts[0]["number"].to_string();
    let kept = device.reply(&["parts", &reference, "mail.eml", "--keep", &number, "--role", "instrument"]);
    assert_eq!((&kept["type"], &kept["attached"]["role"]), (&"kept".into(), &"instrument".into()), "{kept:#}");
    device.reply(&["export", &reference, "order.pdf", &device.text("out.pdf")]);
    assert_eq!(fs::read(device.path("out.pdf")).unwrap(), b"%PDF-1.4\n");
    // What hung on it begins like a PDF and is none; and a number that is not there.
    assert_eq!(document(&device.desk(&["parts", &reference, "order.pdf"]))["why"], "damaged");
    assert_ne!(device.desk(&["parts", &reference, "mail.eml", "--keep", "99"]).status.code(), Some(0));
}

#[test]
fn the_exit_code_says_what_kind_of_failure_it_was() {
    let device = Device::founded();
    let reference = device.logged();

    let usage = device.desk(&["log", "--recipient", "Example Platform, Inc."]);
    assert_eq!(usage.status.code(), Some(2), "{}", said(&usage));

    // Triage cannot decide, and is told who can: nobody yet.
    let refused = device.desk(&["decide", &reference, "--decision", "object", "--note", "No order."]);
    assert_eq!(refused.status.code(), Some(3), "{}", said(&refused));
    let document = document(&refused);
    assert_eq!(document["fault"]["problems"][0]["type"], "notAllowed");
    assert_eq!(document["words"]["points"][0], "This needs the role counsel. Nobody has it yet.");

    fs::write(device.path("passphrase"), "wrong horse battery\n").unwrap();
    let wrong = device.desk(&["show", &reference]);
    assert_eq!(wrong.status.code(), Some(5), "{}", said(&wrong));
    assert!(!said(&wrong).contains("wrong horse"), "a passphrase is never printed");

    let nobody = device.command(&["show", &reference]).output().unwrap();
    assert_eq!(nobody.status.code(), Some(2), "without a terminal nobody is asked: {}", said(&nobody));
}

#[test]
fn a_damaged_register_ends_with_its_own_code_and_nothing_is_deleted() {
    let device = Device::founded();
    let reference = device.logged();
    let database = device.path("Test.register").join("register.db");
    let mut bytes = fs::read(&database).unwrap();
    let length = bytes.len();
    for byte in bytes.iter_mut().skip(length / 4).step_by(97) {
        *byte ^= 0xff;
    }
    fs::write(&database, &bytes).unwrap();
    let damaged = device.desk(&["show", &reference]);
    assert_eq!(damaged.status.code(), Some(4), "{}", said(&damaged));
    assert_eq!(fs::read(&database).unwrap(), bytes);
}

#[test]
fn a_passphrase_comes_by_file_descriptor_too() {
    let device = Device::founded();
    device.logged();
    let mut command = device.command(&["list", "--counts", "--passphrase-fd", "0"]);
    let mut running = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    running.stdin.take().unwrap().write_all(b"correct horse battery\n").unwrap();
    let ran = running.wait_with_output().unwrap();
    assert_eq!(ran.status.code(), Some(0), "{}", said(&ran));
    assert_eq!(document(&ran)["all"], 1);
    assert!(device.desk(&["--passphrase", "x", "list"]).status.code() == Some(2), "there is no such argument");
}

#[test]
fn the_recovery_key_file_is_its_owners_alone_and_never_written_over() {
    let device = Device::founded();
    let key = fs::read_to_string(device.path("recovery")).unwrap();
    assert!(key.trim().len() >= 32, "{}", key.len());
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(device.path("recovery")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

#[test]
fn the_sample_runs_the_whole_main_job() {
    let device = Device::new();
    let ran = device.desk(&["sample", &device.text("sample")]);
    assert_eq!(ran.status.code(), Some(0), "{}", said(&ran));
    let made = document(&ran);
    assert_eq!(made["exportedByteForByte"], true);
    assert_eq!(made["demands"].as_array().unwrap().len(), 14);
    assert!(fs::read(Path::new(made["letter"].as_str().unwrap())).unwrap().starts_with(b"%PDF-1."));
    let again = device.desk(&["sample", &device.text("sample")]);
    assert_eq!(again.status.code(), Some(2), "a folder that is not empty is refused");
}

#[test]
fn a_register_in_use_is_code_six_and_says_by_whom() {
    let device = Device::founded();
    // Another program of ours: it holds the lock file as the desk does, for as long as it lives.
    let lock = fs::OpenOptions::new()
        .create(true)
        .write(true)
        .truncate(false)
        .open(device.path("Test.register/register.lock"));
    let lock = lock.unwrap();
    lock.lock().unwrap();
    (&lock).write_all(format!("{}", std::process::id()).as_bytes()).unwrap();
    let ran = device.desk(&["list"]);
    assert_eq!(ran.status.code(), Some(6), "{}", said(&ran));
    assert!(said(&ran).contains(&std::process::id().to_string()), "{}", said(&ran));
    drop(lock);
    assert_eq!(device.desk(&["list"]).status.code(), Some(0));
}

#[test]
fn an_older_file_put_back_stops_every_verb_until_an_administrator_says_why() {
    let device = Device::founded();
    let database = device.path("Test.register/register.db");
    let older = fs::read(&database).unwrap();
    let reference = device.logged();
    fs::write(&database, &older).unwrap();
    for beside in ["register.db-wal", "register.db-shm"] {
        let _not_there = fs::remove_file(device.path("Test.register").join(beside));
    }
    for verb in [&["list"][..], &["show", &reference], &["backup"]] {
        let ran = device.desk(verb);
        assert_eq!(ran.status.code(), Some(4), "{verb:?}: {}", said(&ran));
        assert!(said(&ran).contains("headDiffers"), "{}", said(&ran));
    }
    // The option for damaged registers does not lead past it, and is refused where it means nothing.
    let past = device.desk(&["--damaged", "list"]);
    assert_eq!(past.status.code(), Some(4), "{}", said(&past));
    assert!(said(&past).contains("headDiffers"), "{}", said(&past));
    let meaningless: [&[&str]; 5] = [
        &["--damaged", "accept-head", "--reason", "x"],
        &["--damaged", "note", &reference, "x"],
        &["--damaged", "backup"],
        &["--happened", "now", "verify"],
        &["--happened", "now", "list"],
    ];
    for args in meaningless {
        let ran = device.desk(args);
        assert_eq!(ran.status.code(), Some(2), "{args:?}: {}", said(&ran));
    }
    let walked = device.desk(&["verify"]);
    assert_eq!(walked.status.code(), Some(4), "{}", said(&walked));
    assert_eq!(document(&walked)["withLastSeen"], false);
    assert_eq!(device.desk(&["accept-head", "--reason", " "]).status.code(), Some(3));
    assert_eq!(device.reply(&["accept-head", "--reason", "put back by IT"])["session"]["state"], "open");
    assert_eq!(device.desk(&["list"]).status.code(), Some(0));
}

#[test]
fn a_register_is_copied_as_it_is_and_a_sound_one_opens_as_ever_by_the_door_for_damaged_ones() {
    let device = Device::founded();
    let reference = device.logged();
    let before = fs::read(device.path("Test.register/register.db")).unwrap();
    let copy = device.desk(&["quarantine"]);
    assert_eq!(copy.status.code(), Some(0), "{}", said(&copy));
    let name = document(&copy)["name"].as_str().unwrap().to_owned();
    assert_eq!(fs::read(device.path(&name).join("register.db")).unwrap(), before);
    let shown = device.reply(&["--damaged", "show", &reference]);
    assert_eq!(shown["readOnly"], Value::Null);
    assert!(!said(&device.words(&["--damaged", "list"])).contains("READ ONLY"));
}

#[test]
fn the_first_time_on_a_machine_the_last_entry_is_confirmed_once() {
    let device = Device::founded();
    let reference = device.logged();
    let elsewhere = |args: &[&str]| {
        let mut command = device.command(args);
        let ran = command.env("SUBPOENA_DESK_STATE", device.path("elsewhere"));
        ran.arg("--passphrase-file").arg(device.path("passphrase")).output().unwrap()
    };
    let stopped = elsewhere(&["show", &reference]);
    assert_eq!(stopped.status.code(), Some(4), "{}", said(&stopped));
    let walked = elsewhere(&["verify"]);
    let entry = document(&walked)["head"]["seq"].as_str().unwrap().to_owned();
    assert_eq!(elsewhere(&["accept-head", "--reason", "a new laptop"]).status.code(), Some(3));
    assert_eq!(elsewhere(&["accept-head", "--reason", "a new laptop", "--entry", "2"]).status.code(), Some(3));
    let gone_on = elsewhere(&["accept-head", "--reason", "a new laptop", "--entry", &entry]);
    assert_eq!(gone_on.status.code(), Some(0), "{}", said(&gone_on));
    assert_eq!(elsewhere(&["show", &reference]).status.code(), Some(0));
}

#[test]
fn what_was_stored_does_not_command_the_terminal() {
    let device = Device::founded();
    let reference = device.logged();
    let paper = device.path("inv\u{202e}fdp.txt");
    fs::write(&paper, b"x").unwrap();
    device.reply(&["attach", &reference, &paper.to_string_lossy()]);
    device.reply(&["amend", &reference, "--reason", "as printed", "--office", "San \u{1b}[2JFrancisco"]);
    let shown = device.words(&["show", &reference]);
    let text = String::from_utf8(shown.stdout).unwrap();
    assert!(!text.contains(['\u{1b}', '\u{202e}']), "{text:?}");
    assert!(text.contains("San [U+001B][2JFrancisco") && text.contains("inv[U+202E]fdp.txt"), "{text}");
    let line = device.words(&["timeline", &reference]);
    assert!(!said(&line).contains('\u{1b}'), "{}", said(&line));
    let json = device.reply(&["show", &reference]);
    assert_eq!(json["demand"]["facts"]["office"], "San \u{1b}[2JFrancisco", "a program gets what was stored");
}

#[test]
fn a_courts_day_without_a_zone_is_the_courts_own() {
    let device = Device::founded();
    let reference = device.logged();
    for (court, docket, zone) in
        [("nysd", "1:26-mc-00412", "America/New_York"), ("nvd", "2:26-mc-00031", "America/Denver")]
    {
        device.reply(&["court", "open", &reference, "--court", court, "--docket", docket]);
        for (by, said) in [("2026-12-03 17:00", zone), ("2026-12-03 17:00 America/Los_Angeles", "America/Los_Angeles")]
        {
            let cells = "@river_lantern_88:name";
            let paper = ["court", "paper", &reference, "--proceeding", docket, "--kind", "order", "--what", "produce"];
            let recorded = device.reply(&[&paper[..], &["--cells", cells, "--comply-by", by]].concat());
            let shown = device.reply(&["show", &reference]);
            let papers =
                shown["proceedings"].as_array().unwrap().iter().flat_map(|found| found["papers"].as_array().unwrap());
            let mut made = papers.filter(|found| found["paper"]["id"] == recorded["paper"]);
            assert_eq!(made.next().unwrap()["paper"]["effects"][0]["complyBy"]["zone"], said, "{court} {by}");
        }
    }
}
