//! Papers in and out, byte for byte.

use std::io::{Read as _, Seek as _, SeekFrom};
use std::sync::atomic::{AtomicBool, Ordering};

use matter::ids::{DemandId, DocumentId};
use matter::journal::Digest;
use register::{Fault, FileSource, Source, Stamp, Watch};

use crate::stage::{Seeded, Stage, attached, random_id};

#[test]
fn papers_of_many_lengths_come_back_byte_for_byte() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    let demand = DemandId(random_id());
    let mut random = Seeded::new(1);
    let mebibyte = 1024 * 1024;
    let lengths = [0, 1, 100, mebibyte - 1, mebibyte, mebibyte + 1, 8 * mebibyte, 9 * mebibyte + 17, 17 * mebibyte];
    let mut papers = Vec::new();
    for (version, length) in lengths.into_iter().enumerate() {
        let bytes = random.bytes(length);
        papers.push((stage.attach(demand, version as u64, &bytes).unwrap(), bytes));
    }
    let stage = stage.reopen();
    for (id, bytes) in papers {
        let facts = stage.register.document(id).unwrap();
        assert_eq!((facts.length, facts.sha256), (bytes.len() as u64, Digest::of(&bytes)));
        let mut out = Vec::new();
        stage.register.export(id, &mut out, &mut Watch::nobody()).unwrap();
        assert!(out == bytes, "{} bytes came back otherwise", bytes.len());
        let mut reader = stage.register.open_document(id).unwrap();
        let from = bytes.len() / 3;
        reader.seek(SeekFrom::Start(from as u64)).unwrap();
        let mut rest = Vec::new();
        reader.read_to_end(&mut rest).unwrap();
        assert!(rest == bytes[from..]);
    }
}

#[test]
fn the_same_bytes_are_kept_once() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    let bytes = Seeded::new(2).bytes(3_000_000);
    let first = stage.attach(DemandId(random_id()), 0, &bytes).unwrap();
    let again = stage.stage(&bytes).unwrap();
    assert!(again.is_known());
    assert_eq!(again.document(), first);
    let demand = DemandId(random_id());
    let act = stage.append(vec![attached(demand, 0, &again)], 6);
    stage.register.append_with_documents(&act, stage.signer(), &[again]).unwrap();
    assert_eq!(stage.register.document_totals().unwrap(), (1, 3_000_000));
    assert_eq!(rows(&stage, "SELECT count(*) FROM chunk"), 3);
    assert_eq!(rows(&stage, "SELECT count(*) FROM intake"), 0);
}

#[test]
fn the_same_bytes_staged_twice_at_once_are_kept_once() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    let bytes = Seeded::new(3).bytes(100_000);
    let (one, two) = (stage.stage(&bytes).unwrap(), stage.stage(&bytes).unwrap());
    let demand = DemandId(random_id());
    let first = stage.append(vec![attached(demand, 0, &one)], 6);
    stage.register.append_with_documents(&first, stage.signer(), std::slice::from_ref(&one)).unwrap();
    let second = stage.append(vec![attached(demand, 1, &two)], 7);
    let refused = stage.register.append_with_documents(&second, stage.signer(), std::slice::from_ref(&two));
    assert!(matches!(refused, Err(Fault::DocumentKnown { existing }) if existing == one.document()));
    stage.register.discard(&two).unwrap();
    assert_eq!(rows(&stage, "SELECT count(*) FROM chunk"), 1);
    assert_eq!(stage.register.head().unwrap().unwrap().seq, 4, "the refused act left no row");
}

#[test]
fn a_cancelled_intake_leaves_nothing() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    let bytes = Seeded::new(4).bytes(20 * 1024 * 1024);
    let cancel = AtomicBool::new(false);
    let mut seen = 0;
    let mut progress = |done| {
        seen = done;
        if done > 10 * 1024 * 1024 {
            cancel.store(true, Ordering::Relaxed);
        }
    };
    let mut source = bytes.as_slice();
    let watch = &mut Watch::new(&mut progress, &cancel);
    let stopped = stage.register.stage(DocumentId(random_id()), &mut source, watch);
    assert!(matches!(stopped, Err(Fault::Cancelled)));
    assert!(seen > 10 * 1024 * 1024 && seen < bytes.len() as u64);
    assert_eq!(rows(&stage, "SELECT count(*) FROM chunk"), 0);
    assert_eq!(rows(&stage, "SELECT count(*) FROM intake"), 0);
}

#[test]
fn what_a_dead_session_left_is_swept_and_what_is_alive_is_not() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    let left = stage.stage(&Seeded::new(5).bytes(3_000_000)).unwrap();
    let other = stage.stage(&Seeded::new(6).bytes(10)).unwrap();
    assert_eq!(rows(&stage, "SELECT count(*) FROM chunk"), 4);
    let stage = stage.reopen();
    assert_eq!(rows(&stage, "SELECT count(*) FROM chunk"), 0);
    let act = stage.append(vec![attached(DemandId(random_id()), 0, &left)], 6);
    let gone = stage.register.append_with_documents(&act, stage.signer(), &[left, other]);
    assert!(matches!(gone, Err(Fault::NotFound { .. })), "{gone:?}");
    assert_eq!(stage.register.head().unwrap().unwrap().seq, 3);
}

#[test]
fn others_write_while_a_paper_comes_in() {
    struct Slow<'a>(&'a Stage, u64, usize);
    impl std::io::Read for Slow<'_> {
        fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
            if self.2 == 0 {
                return Ok(0);
            }
            if self.2.is_multiple_of(1024) {
                let write = Stage::note(DemandId(random_id()), 0, "meanwhile");
                self.0.act(vec![write], 7).map_err(std::io::Error::other)?;
                self.1 += 1;
            }
            self.2 -= 1;
            let count = into.len().min(4096);
            into[..count].fill(self.2 as u8);
            Ok(count)
        }
    }
    impl Source for Slow<'_> {
        fn stamp(&mut self) -> Result<Stamp, Fault> {
            Ok(Stamp { length: 0, mark: [0; 4] })
        }
    }
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    let mut slow = Slow(&stage, 0, 6 * 1024);
    let staged = stage.register.stage(DocumentId(random_id()), &mut slow, &mut Watch::nobody()).unwrap();
    assert_eq!(slow.1, 6);
    assert_eq!(staged.length(), 6 * 1024 * 4096);
    assert_eq!(stage.register.head().unwrap().unwrap().seq, 9);
}

#[test]
fn a_file_that_changes_or_goes_while_it_is_read_is_refused() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    let path = root.path().join("paper.pdf");
    for change in 0..4 {
        std::fs::write(&path, Seeded::new(7).bytes(3_000_000)).unwrap();
        let mut source = FileSource::open(&path).unwrap();
        let cancel = AtomicBool::new(false);
        let mut changed = false;
        let mut progress = |_| {
            if !std::mem::replace(&mut changed, true) {
                match change {
                    0 => std::fs::write(&path, b"short").unwrap(),
                    1 => std::fs::remove_file(&path).unwrap(),
                    2 => {
                        use std::io::Write as _;
                        let mut file = std::fs::OpenOptions::new().append(true).open(&path).unwrap();
                        file.write_all(b"more").unwrap();
                    }
                    _ => {
                        let other = path.with_extension("other");
                        std::fs::write(&other, Seeded::new(7).bytes(3_000_000)).unwrap();
                        std::fs::rename(&other, &path).unwrap();
                    }
                }
            }
        };
        let watch = &mut Watch::new(&mut progress, &cancel);
        let refused = stage.register.stage(DocumentId(random_id()), &mut source, watch);
        assert!(matches!(refused, Err(Fault::SourceChanged)), "change {change}: {refused:?}");
        assert_eq!(rows(&stage, "SELECT count(*) FROM chunk"), 0);
    }
    std::fs::write(&path, Seeded::new(7).bytes(3_000_000)).unwrap();
    let mut source = FileSource::open(&path).unwrap();
    let staged = stage.register.stage(DocumentId(random_id()), &mut source, &mut Watch::nobody()).unwrap();
    assert_eq!(staged.length(), 3_000_000);
    assert!(FileSource::open(root.path()).is_err(), "a folder is no file");
}

#[test]
fn an_exported_file_is_whole_or_not_there() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    let bytes = Seeded::new(8).bytes(2_500_000);
    let id = stage.attach(DemandId(random_id()), 0, &bytes).unwrap();
    let path = root.path().join("out.pdf");
    stage.register.export_file(id, &path, false, &mut Watch::nobody()).unwrap();
    assert!(std::fs::read(&path).unwrap() == bytes);
    let over = stage.register.export_file(id, &path, false, &mut Watch::nobody());
    assert!(matches!(over, Err(Fault::Exists { .. })));
    let cancel = AtomicBool::new(true);
    let other = root.path().join("other.pdf");
    let stopped = stage.register.export_file(id, &other, false, &mut Watch::new(&mut |_| {}, &cancel));
    assert!(matches!(stopped, Err(Fault::Cancelled)));
    assert!(!other.exists() && !root.path().join("other.pdf.part").exists());
}

fn rows(stage: &Stage, sql: &str) -> i64 {
    let raw = register::workshop::connection(&stage.setting, &stage.founded.founder).unwrap();
    raw.query_row(sql, [], |row| row.get(0)).unwrap()
}
