//! R4: a full disk is named, everything stays readable, and work goes on when there is space again.

use std::path::{Path, PathBuf};
use std::process::Command;

use matter::ids::DemandId;
use register::{Fault, Watch};

use crate::stage::{Seeded, Stage, findings, random_id, rounds};

/// A small disk in memory; none when this user may not mount one.
struct SmallDisk(PathBuf);

impl SmallDisk {
    fn mount(at: &Path, mebibytes: u64) -> Option<Self> {
        std::fs::create_dir_all(at).unwrap();
        let size = format!("size={mebibytes}m");
        let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(at).output();
        match mounted {
            Ok(done) if done.status.success() => Some(Self(at.to_owned())),
            _ => {
                println!("SKIPPED: this user may not mount a small disk, so a full one was not tried");
                None
            }
        }
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _unmounted = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}

#[test]
fn a_full_disk_is_named_and_work_resumes() {
    let root = tempfile::tempdir().unwrap();
    let Some(disk) = SmallDisk::mount(&root.path().join("disk"), 24) else { return };
    let mut stage = Stage::new(&disk.0);
    let mut random = Seeded::new(4);
    let mut refused = 0;
    let total = rounds(20, 200);
    let mut kept: Vec<(matter::ids::DocumentId, matter::journal::Digest)> = Vec::new();
    for round in 0..total {
        let ballast = disk.0.join("ballast");
        let free = stage.setting.folder.free();
        let taken = free.saturating_sub(random.below(2_500_000));
        std::fs::write(&ballast, vec![1_u8; taken as usize]).unwrap();
        // Acts and papers until the disk says no.
        let demand = DemandId(random_id());
        let mut version = 0;
        let fault = loop {
            let length = random.below(600_000) as usize + 1;
            let bytes = random.bytes(length);
            let done = if version % 2 == 0 {
                stage.attach(demand, version, &bytes).map(|id| kept.push((id, matter::journal::Digest::of(&bytes))))
            } else {
                stage.act(vec![Stage::note(demand, version, &"x".repeat(length / 4))], 20).map(|_| ())
            };
            match done {
                Ok(()) => version += 1,
                Err(fault) => break fault,
            }
        };
        assert!(matches!(fault, Fault::NoSpace { free, .. } if free < 3_000_000), "round {round}: {fault:?}");
        refused += 1;
        // Everything on record is readable while the disk is full.
        for (id, digest) in &kept {
            let facts = stage.register.export(*id, &mut std::io::sink(), &mut Watch::nobody()).unwrap();
            assert_eq!(facts.sha256, *digest);
        }
        std::fs::remove_file(&ballast).unwrap();
        // No restart: the next act goes through. A commit that failed may be there all the same, so versions are asked.
        let version = stage.register.version(&matter::journal::Subject::Demand(demand)).unwrap();
        stage.act(vec![Stage::note(demand, version, "space again")], 21).unwrap();
        if stage.setting.folder.free() < 6_000_000 {
            assert_eq!(findings(&stage.register), []);
            // So little is left that the note of the head may not fit: the register is closed all the same.
            assert!(matches!(stage.register.close(), Ok(()) | Err(Fault::NoSpace { .. })));
            std::fs::remove_dir_all(stage.root()).unwrap();
            std::fs::remove_dir_all(&stage.setting.state).unwrap();
            kept.clear();
            stage = Stage::new(&disk.0);
        }
    }
    assert_eq!(findings(&stage.register), []);
    stage.register.close().unwrap();
    println!("disk full: {refused} of {total} rounds named, all readable, all resumed");
}
