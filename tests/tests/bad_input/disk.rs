//! A full disk: named, everything stays readable, and work goes on when there is space again.

use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use acceptance::journey::{Case, Office, fault_type};
use serde_json::json;

/// A small disk in memory; none when this user may not mount one.
struct SmallDisk(PathBuf);

impl SmallDisk {
    fn mount(at: &Path) -> Option<Self> {
        fs::create_dir_all(at).unwrap();
        let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", "size=24m", "tmpfs"]).arg(at).output();
        if mounted.is_ok_and(|done| done.status.success()) {
            return Some(Self(at.to_owned()));
        }
        println!("SKIPPED: this user may not mount a small disk, so a full one was not tried");
        None
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}

#[test]
fn a_full_disk_is_named_and_work_goes_on_when_there_is_space() {
    let root = tempfile::tempdir().unwrap();
    let Some(disk) = SmallDisk::mount(&root.path().join("disk")) else { return };
    let office = Office::founded_in(tempfile::tempdir_in(&disk.0).unwrap(), &["triage", "counsel"]);
    let papers = tempfile::tempdir().unwrap();
    let case = Case::log(&office, "@river_lantern_88");
    let paper = |number: u32, length: usize| {
        let path = papers.path().join(format!("{number}.bin"));
        let bytes: Vec<u8> = number.to_le_bytes().into_iter().cycle().take(length).collect();
        fs::write(&path, &bytes).unwrap();
        path
    };
    let kept = office.try_attach(&case.demand, &paper(1, 1_000_000), "instrument").unwrap();
    let kept = kept["attached"]["document"].as_str().unwrap().to_owned();
    for round in 0..4 {
        // First a paper larger than the disk, then small ones until nothing fits.
        let fault = office.try_attach(&case.demand, &paper(100 + round, 40_000_000), "other").unwrap_err();
        assert_eq!(fault_type(&fault), "noSpace", "{fault}");
        assert!(fault["free"].is_number(), "it says how much is free: {fault}");
        let ballast = disk.0.join("ballast");
        let mut filler = fs::File::create(&ballast).unwrap();
        while std::io::copy(&mut std::io::repeat(1).take(1 << 16), &mut filler).is_ok() {}
        let note = json!({"type": "addNote", "demand": case.demand, "text": "n".repeat(200_000), "privileged": false});
        let mut written = 0;
        let fault = loop {
            match office.try_act(note.clone()) {
                Ok(_) => written += 1,
                Err(fault) => break fault,
            }
            assert!(written < 100, "the disk is full");
        };
        assert_eq!(fault_type(&fault), "noSpace", "{fault}");
        assert_eq!(case.view(&office)["demand"]["reference"], json!(case.reference), "reading goes on");
        drop(filler);
        fs::remove_file(&ballast).unwrap();
        office.act(
            json!({"type": "addNote", "demand": case.demand, "text": "there is space again", "privileged": false}),
        );
    }
    let lines = office.ask("timeline", json!({"demand": case.demand})).to_string();
    assert_eq!(lines.matches("there is space again").count(), 4);
    let to = papers.path().join("out.bin");
    office.desktop.dialogs.answer(vec![to.clone()]);
    let request = json!({"op": acceptance::journey::new_id(), "demand": case.demand, "document": kept});
    assert_eq!(office.ask("export_document", request), json!(true));
    assert_eq!(fs::read(to).unwrap(), fs::read(papers.path().join("1.bin")).unwrap());
    office.verify_clean();
    drop(office);
}
