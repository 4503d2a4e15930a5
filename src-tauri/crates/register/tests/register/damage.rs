//! R7: damaged bytes are noticed before anything is shown, and nothing is deleted.

use matter::ids::DemandId;
use matter::journal::Appended;
use register::{Fault, Register, quarantine};

use crate::stage::{Seeded, Stage, at, findings, random_id, rounds};

/// Opens and checks; what was noticed, in words, or none.
fn noticed(stage: &Stage) -> Option<String> {
    let opened = Register::open(&stage.setting, &stage.founded.founder, at(70));
    let register = match opened {
        Ok(register) => register,
        Err(Fault::Damaged { detail }) => return Some(detail),
        Err(other) => return Some(other.to_string()),
    };
    let found = findings(&register);
    let _damaged_all_the_same = register.close();
    found.first().map(|finding| format!("{finding:?}"))
}

#[test]
fn a_flipped_bit_anywhere_is_noticed() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    stage.fill(4, 6);
    stage.register.close().unwrap();
    let path = stage.setting.folder.database();
    let good = std::fs::read(&path).unwrap();
    let mut random = Seeded::new(70);
    let total = rounds(60, 2000);
    for round in 0..total {
        let mut bytes = good.clone();
        let place = 16 + random.below(bytes.len() as u64 - 16) as usize;
        bytes[place] ^= 1 << random.below(8);
        std::fs::write(&path, &bytes).unwrap();
        let what = noticed(&stage);
        assert!(what.is_some(), "round {round}: byte {place} (page {}) went unnoticed", place / 8192 + 1);
    }
    std::fs::write(&path, &good).unwrap();
    assert_eq!(noticed(&stage), None);
    println!("damage: {total} of {total} flipped bits noticed");
}

#[test]
fn zeroed_swapped_and_cut_pages_are_noticed() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    stage.fill(5, 4);
    stage.register.close().unwrap();
    let path = stage.setting.folder.database();
    let good = std::fs::read(&path).unwrap();
    let page = |bytes: &[u8], number: usize| bytes[number * 8192..(number + 1) * 8192].to_vec();
    let last = good.len() / 8192 - 1;
    let mut zeroed = good.clone();
    zeroed[3 * 8192..4 * 8192].fill(0);
    let mut swapped = good.clone();
    swapped[3 * 8192..4 * 8192].copy_from_slice(&page(&good, 5));
    swapped[5 * 8192..6 * 8192].copy_from_slice(&page(&good, 3));
    let cut = good[..last * 8192].to_vec();
    for (name, bytes) in [("zeroed", zeroed), ("swapped", swapped), ("cut", cut)] {
        std::fs::write(&path, bytes).unwrap();
        assert!(noticed(&stage).is_some(), "{name}");
    }
}

#[test]
fn a_damaged_register_is_copied_aside_and_what_is_sound_is_read() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    let demands = stage.fill(6, 3);
    let papers: Vec<_> = demands
        .iter()
        .enumerate()
        .map(|(number, demand)| {
            let id = stage.attach(*demand, 3, &Seeded::new(number as u64).bytes(2_000_000)).unwrap();
            (*demand, id)
        })
        .collect();
    stage.register.close().unwrap();
    let path = stage.setting.folder.database();
    let mut bytes = std::fs::read(&path).unwrap();
    let place = bytes.len() - 500_000;
    bytes[place] ^= 4;
    std::fs::write(&path, &bytes).unwrap();
    let copy = quarantine(&stage.setting.folder, at(80)).unwrap();
    assert!(std::fs::read(copy.join("register.db")).unwrap() == bytes);
    let register = Register::open_read_only(&stage.setting, &stage.founded.founder).unwrap();
    let mut read = 0;
    let mut refused = 0;
    for (demand, paper) in papers {
        register.load(&matter::journal::Subject::Demand(demand)).unwrap();
        match register.export(paper, &mut std::io::sink(), &mut register::Watch::nobody()) {
            Ok(_) => read += 1,
            Err(Fault::Damaged { .. }) => refused += 1,
            Err(other) => panic!("{other:?}"),
        }
    }
    assert_eq!((read, refused), (2, 1), "one paper is damaged, the others are read");
    let found = findings(&register);
    assert!(
        found.iter().any(|finding| matches!(finding, register::Finding::Document { demand: Some(_), .. })),
        "{found:?}"
    );
    register.close().unwrap();
    assert!(std::fs::read(&path).unwrap() == bytes, "nothing was written");
}

#[test]
fn a_log_that_is_gone_or_old_loses_no_more_than_it_held() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    stage.fill(7, 2);
    stage.register.close().unwrap();
    let folder = stage.root();
    let stale = folder.join("register.db-wal");
    std::fs::write(&stale, Seeded::new(1).bytes(100_000)).unwrap();
    assert_eq!(noticed(&stage), None, "a log of something else is not taken for ours");
}

/// A page that fails its check stops what needs it, and nothing else: what is sound is still written.
#[test]
fn an_act_that_meets_a_damaged_page_does_not_stop_the_next() {
    let root = tempfile::tempdir().unwrap();
    let mut stage = Stage::new(root.path());
    // Long enough that the two demands lie on pages of their own.
    let long = "a long note, of which few go on a page. ".repeat(150);
    let (hurt, sound) = (DemandId(random_id()), DemandId(random_id()));
    for demand in [hurt, sound] {
        for version in 0..12 {
            stage.act(vec![Stage::note(demand, version, &format!("{version}: {long}"))], 3).unwrap();
        }
    }
    stage.register.close().unwrap();
    let path = stage.setting.folder.database();
    let good = std::fs::read(&path).unwrap();
    // What an act on each comes to when this page is hit; on both, one after the other, in one session.
    let mut acts = |page: usize, demands: &[DemandId]| -> Option<Vec<Result<Appended, Fault>>> {
        let mut bytes = good.clone();
        bytes[page * 8192 + 100] ^= 4;
        std::fs::write(&path, &bytes).unwrap();
        stage.register = Register::open(&stage.setting, &stage.founded.founder, at(10)).ok()?;
        let outcomes = demands.iter().map(|demand| stage.act(vec![Stage::note(*demand, 12, "next")], 11)).collect();
        let _damaged_all_the_same = stage.register.close();
        for beside in ["register.db-wal", "register.db-shm"] {
            let _none_left = std::fs::remove_file(stage.setting.folder.root().join(beside));
        }
        Some(outcomes)
    };
    let mut met = 0;
    for page in 1..good.len() / 8192 {
        let Some([Ok(_)]) = acts(page, &[sound]).as_deref() else { continue };
        if let Some([Err(Fault::Damaged { .. }), next]) = acts(page, &[hurt, sound]).as_deref() {
            met += 1;
            assert!(next.is_ok(), "page {page}: {next:?}");
        }
    }
    assert!(met > 0, "no page stops an act on one demand alone");
}
