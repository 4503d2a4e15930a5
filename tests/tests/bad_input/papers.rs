//! Files that vanish, change, are empty, are large, or have names that mean harm.

use std::fs::{self, File};
use std::io::{Seek as _, SeekFrom, Write as _};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use acceptance::journey::{Case, Office, fault_type, new_id};
use contract::Push;
use serde_json::json;

fn office() -> (Office, Case) {
    let office = Office::founded(&["triage", "counsel", "records"]);
    let case = Case::log(&office, "@river_lantern_88");
    (office, case)
}

/// Does something once, as soon as an attach reports that it moves on.
fn while_reading(office: &Office, harm: impl Fn() + Send + Sync + 'static) -> Arc<AtomicBool> {
    let done = Arc::new(AtomicBool::new(false));
    let told = Arc::clone(&done);
    office.desktop.desk.subscribe(Box::new(move |push| {
        if let Push::Progress(progress) = push
            && progress.what == "attach"
            && progress.done.get() > 0
            && !progress.ended
            && !told.swap(true, Ordering::SeqCst)
        {
            harm();
        }
    }));
    done
}

#[test]
fn a_file_that_vanished_before_it_was_read() {
    let (office, case) = office();
    let path = office.file("paper.pdf", b"%PDF-1.4");
    let token = office.desktop.desk.offer(&path).unwrap().token;
    fs::remove_file(&path).unwrap();
    let request = json!({"op": new_id(), "demand": case.demand, "file": token, "role": "instrument"});
    assert_eq!(office.fails("attach", request), "sourceUnreadable");
    let folder = json!({"op": new_id(), "demand": case.demand, "role": "other",
        "file": office.desktop.desk.offer(office.folder.path()).unwrap().token});
    assert!(["sourceUnreadable", "fileRejected"].contains(&&*office.fails("attach", folder)), "a folder is no paper");
    assert_eq!(case.view(&office)["demand"]["documents"], json!([]));
    office.verify_clean();
}

#[test]
fn a_file_that_changes_while_it_is_read() {
    for what in ["grows", "shrinks", "rewritten"] {
        let (office, case) = office();
        let path = office.file("large.bin", &vec![7_u8; 48 * 1024 * 1024]);
        let changing = path.clone();
        let changed = while_reading(&office, move || {
            let mut file = File::options().write(true).open(&changing).unwrap();
            match what {
                "grows" => {
                    file.seek(SeekFrom::End(0)).unwrap();
                    file.write_all(b"one line more").unwrap();
                }
                "shrinks" => file.set_len(9 * 1024 * 1024).unwrap(),
                _ => file.write_all(b"other bytes").unwrap(),
            }
        });
        let fault = office.try_attach(&case.demand, &path, "other").unwrap_err();
        assert!(changed.load(Ordering::SeqCst), "the test changed it while it was read");
        assert_eq!(fault_type(&fault), "sourceChanged", "{what}");
        assert_eq!(case.view(&office)["demand"]["documents"], json!([]), "nothing of it is kept");
        // As it is now it can be attached.
        let reply = office.try_attach(&case.demand, &path, "other").unwrap();
        let document = reply["attached"]["document"].as_str().unwrap();
        assert_eq!(office.exported(&case.demand, document), fs::read(&path).unwrap());
        office.verify_clean();
    }
}

#[test]
fn a_cancelled_attach_leaves_nothing() {
    let (office, case) = office();
    let path = office.file("large.bin", &vec![9_u8; 48 * 1024 * 1024]);
    let op = new_id();
    let (desk, job) = (Arc::downgrade(&office.desktop.desk), op.clone());
    let stopped = while_reading(&office, move || {
        let desk = desk.upgrade().unwrap();
        contract::route(&*desk, "cancel", json!({"job": job})).unwrap();
    });
    let token = office.desktop.desk.offer(&path).unwrap().token;
    let request = json!({"op": op, "demand": case.demand, "file": token, "role": "other"});
    assert_eq!(office.fails("attach", request), "cancelled");
    assert!(stopped.load(Ordering::SeqCst));
    assert_eq!(case.view(&office)["demand"]["documents"], json!([]));
    office.verify_clean();
}

#[test]
fn an_empty_file() {
    let (office, case) = office();
    let empty = office.file("empty.pdf", b"");
    let reply = office.try_attach(&case.demand, &empty, "other").unwrap();
    assert_eq!(reply["attached"]["length"], json!(0));
    let document = reply["attached"]["document"].as_str().unwrap();
    assert_eq!(office.exported(&case.demand, document), b"");
    office.verify_clean();
}

#[test]
fn names_are_display_text_and_nothing_else() {
    let (office, case) = office();
    let long = format!("{}.pdf", "n".repeat(251));
    let names = [
        "..%2f..%2fetc%2fpasswd",
        "..",
        "\u{202e}fdp.exe",
        "a\u{200f}b.pdf",
        "con.txt",
        " leading",
        "trailing.",
        "-rf",
        "line\nbreak.pdf",
        "tab\t.pdf",
        "quote\"'`$(x).pdf",
        "{{recipient}}.txt",
        "<b>.html",
        "\u{feff}bom.txt",
        "日本語.pdf",
        &long,
    ];
    for (number, name) in names.iter().enumerate().filter(|(_, name)| **name != "..") {
        let path = office.file(name, format!("paper {number}").as_bytes());
        let reply = office.try_attach(&case.demand, &path, "other").unwrap();
        assert_eq!(reply["attached"]["name"], json!(name), "kept for the eye as it was");
        let document = reply["attached"]["document"].as_str().unwrap();
        assert_eq!(office.exported(&case.demand, document), format!("paper {number}").as_bytes());
    }
    for asked in office.desktop.dialogs.asked() {
        let acceptance::host::Asked::Save { suggested_name } = asked else { panic!("only saving was asked for") };
        let plain = suggested_name.chars().all(|c| c.is_ascii_alphanumeric() || "-.".contains(c));
        assert!(plain && suggested_name.starts_with("2026-0001-"), "a name of ours is suggested: {suggested_name}");
    }
    for name in ["with\u{0}nul", &"x".repeat(300), "../../../nothing/here"] {
        let offered = office.desktop.desk.offer(Path::new(name)).unwrap_err();
        assert_eq!(offered, contract::Fault::SourceUnreadable);
    }
    office.verify_clean();
}

#[test]
fn an_export_that_cannot_be_written() {
    let (office, case) = office();
    let document = case.attach(&office, "paper.txt", b"the paper", "instrument");
    office.desktop.dialogs.answer(vec![office.folder.path().join("no/such/folder/paper.txt")]);
    let request = json!({"op": new_id(), "demand": case.demand, "document": document});
    assert_eq!(office.fails("export_document", request.clone()), "targetUnwritable");
    assert_eq!(office.ask("export_document", request), json!(false), "a cancelled dialog is no fault");
    let unknown = json!({"op": new_id(), "demand": case.demand, "document": new_id()});
    assert_eq!(office.fails("export_document", unknown), "notFound");
}

/// 64 MiB in every run, 3 GiB in the endurance run: more than any count of 32 bits with a sign holds.
#[test]
fn a_large_file_of_nothing() {
    let mebibytes: u64 = if std::env::var_os("ENDURE").is_some() { 3 * 1024 } else { 64 };
    let (office, case) = office();
    let sparse = office.file("sparse.bin", b"");
    File::options().write(true).open(&sparse).unwrap().set_len(mebibytes << 20).unwrap();
    let reply = office.try_attach(&case.demand, &sparse, "other").unwrap();
    assert_eq!(reply["attached"]["length"], json!(mebibytes << 20));
    let document = reply["attached"]["document"].clone();
    let to = office.folder.path().join("out.bin");
    office.desktop.dialogs.answer(vec![to.clone()]);
    office.ask("export_document", json!({"op": new_id(), "demand": case.demand, "document": document}));
    let same = std::process::Command::new("cmp").arg(&sparse).arg(&to).status().unwrap();
    assert!(same.success(), "byte for byte");
    fs::remove_file(&to).unwrap();
    office.verify_clean();
    println!("a file of {mebibytes} MiB attached, exported and compared");
}
