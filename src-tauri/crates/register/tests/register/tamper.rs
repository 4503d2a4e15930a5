//! R23: what somebody with the key does to a register is noticed and named, thirteen kinds of it.

use std::path::Path;

use ed25519_dalek::SigningKey;
use register::{Fault, Finding, Register, Setting, VerifyPlan, workshop};

use crate::stage::{Seeded, Stage, at, copy_folder, findings, rounds, setting};
use crate::tamper_tools as tools;

/// A closed register with an older copy of itself, to be copied and tampered with.
struct Victim {
    root: tempfile::TempDir,
    stage: Stage,
}

impl Victim {
    fn new(seed: u64) -> Self {
        let root = tempfile::tempdir().unwrap();
        let stage = Stage::new(&root.path().join("now"));
        stage.fill(seed, 4);
        let stage = stage.reopen();
        stage.register.close().unwrap();
        copy_folder(&root.path().join("now"), &root.path().join("before"));
        let stage =
            Stage { register: Register::open(&stage.setting, &stage.founded.founder, at(50)).unwrap(), ..stage };
        stage.fill(seed + 1000, 3);
        stage.register.close().unwrap();
        Self { root, stage }
    }

    /// A fresh copy, tampered with by `by`, opened and checked.
    fn after(&self, by: impl FnOnce(&Setting, &Path)) -> Result<Vec<Finding>, Fault> {
        let work = self.root.path().join("work");
        let _last_round = std::fs::remove_dir_all(&work);
        copy_folder(&self.root.path().join("now"), &work);
        let setting = setting(&work);
        by(&setting, self.root.path());
        let register = Register::open(&setting, &self.stage.founded.founder, at(60))?;
        let found = findings(&register);
        register.close()?;
        Ok(found)
    }

    /// As [`Self::after`], through a connection with the key, with the triggers out of the way and put back.
    fn after_sql(&self, by: impl FnOnce(&rusqlite::Connection)) -> Vec<Finding> {
        let found = self.after(|setting, _| {
            let raw = workshop::connection(setting, &self.stage.founded.founder).unwrap();
            tools::unguarded(&raw, by);
        });
        found.unwrap()
    }
}

fn names_row(found: &[Finding], seq: i64) -> bool {
    found.iter().any(|finding| match finding {
        Finding::Row { seq: named, .. } | Finding::Body { seq: named } | Finding::Entry { seq: named } => {
            (named.cast_signed() - seq).abs() <= 1
        }
        _ => false,
    })
}

fn says_last_seen(found: &[Finding]) -> bool {
    found.iter().any(|finding| matches!(finding, Finding::LastSeen { .. }))
}

#[test]
fn thirteen_kinds_of_tampering_are_noticed_and_named() {
    let mut noticed = [0_u64; 13];
    let seeds = rounds(5, 200);
    for seed in 0..seeds {
        let victim = Victim::new(seed);
        let mut random = Seeded::new(seed + 7);
        assert_eq!(victim.after(|_, _| {}).unwrap(), [], "untouched, nothing is wrong");
        let thief = SigningKey::from_bytes(&[9; 32]);
        let own = victim.stage.signer();

        let mut at_row = 0;
        let found = victim.after_sql(|raw| {
            at_row = tools::some_row(raw, &mut random);
            tools::change_header(raw, at_row);
        });
        noticed[0] += u64::from(names_row(&found, at_row));

        let found = victim.after_sql(|raw| {
            at_row = tools::some_row(raw, &mut random);
            tools::delete_row(raw, at_row);
        });
        noticed[1] += u64::from(names_row(&found, at_row));

        let with_act = seed % 2 == 0;
        let found = victim.after_sql(|raw| {
            tools::insert_row(raw, &thief, with_act);
            at_row = tools::last(raw);
        });
        noticed[2] += u64::from(found.iter().any(|finding| match finding {
            Finding::Signature { seq, .. } => with_act && seq.cast_signed() == at_row,
            Finding::Act { seq, .. } => !with_act && seq.cast_signed() == at_row,
            _ => false,
        }));

        let found = victim.after_sql(|raw| {
            at_row = tools::some_row(raw, &mut random).min(tools::last(raw) - 1);
            tools::swap_rows(raw, at_row, at_row + 1);
        });
        noticed[3] += u64::from(names_row(&found, at_row));

        let acts = 1 + random.below(4);
        noticed[4] += u64::from(says_last_seen(&victim.after_sql(|raw| tools::cut_tail(raw, acts))));

        let found = victim.after_sql(|raw| {
            at_row = tools::some_row(raw, &mut random);
            tools::change_body(raw, at_row, true);
        });
        noticed[5] += u64::from(names_row(&found, at_row) || says_last_seen(&found));

        let found = victim.after_sql(|raw| {
            tools::change_body(raw, tools::some_row(raw, &mut random), false);
            tools::recompute(raw, own);
        });
        let stolen = victim.after_sql(|raw| {
            tools::change_body(raw, tools::some_row(raw, &mut random), false);
            tools::recompute(raw, &thief);
        });
        let unsigned = stolen.iter().any(|finding| matches!(finding, Finding::Signature { .. }));
        noticed[6] += u64::from(says_last_seen(&found) && unsigned);

        let (mut replayed, mut before, mut after) = (None, None, None);
        let found = victim.after(|setting, root| {
            let old = root.join("before/desk.register/register.db");
            let raw = workshop::connection(setting, &victim.stage.founded.founder).unwrap();
            let pages = tools::pages_of_record(&raw);
            before = Some(tools::content(&raw));
            drop(raw);
            replayed = tools::replay_page(&old, &setting.folder.database(), &pages, &mut random);
            after = Some(setting.clone());
        });
        let page = replayed.unwrap();
        let seen = found.is_err() || found.is_ok_and(|found| !found.is_empty());
        // An older page may hold the same rows in another order on the page: then nothing was tampered with.
        let same = || {
            let raw = workshop::connection(&after.unwrap(), &victim.stage.founded.founder).unwrap();
            println!("seed {seed}: an older page of {page} holds the same rows");
            Some(tools::content(&raw)) == before
        };
        let seen = seen || same();
        noticed[7] += u64::from(seen);

        let found = victim.after(|setting, root| {
            std::fs::copy(root.join("before/desk.register/register.db"), setting.folder.database()).unwrap();
        });
        noticed[8] += u64::from(says_last_seen(&found.unwrap()));

        let other = Victim::new(seed + 500);
        let found = victim.after(|setting, _| {
            std::fs::copy(other.stage.setting.folder.database(), setting.folder.database()).unwrap();
        });
        noticed[9] += u64::from(matches!(found, Err(Fault::Damaged { .. })));

        let gone = seed % 2 == 0;
        let found = victim.after(|setting, _| {
            let heads = setting.state.join("heads");
            let mut kept = std::fs::read_dir(heads).unwrap().map(|item| item.unwrap().path());
            let note = kept.find(|path| path.extension().is_some_and(|kind| kind == "note")).unwrap();
            if gone {
                std::fs::remove_file(note).unwrap();
            } else {
                let text = std::fs::read_to_string(&note).unwrap();
                let lower: String = text.replacen("\n1", "\n", 1).replacen("\n2", "\n", 1);
                assert_ne!(text, lower);
                std::fs::write(note, lower).unwrap();
            }
        });
        let named = if gone { Finding::NoteMissing } else { Finding::NoteAltered };
        noticed[10] += u64::from(found.unwrap().contains(&named));

        let whole = seed % 2 == 0;
        let found = victim.after_sql(|raw| {
            let table = if whole { "document" } else { "chunk" };
            let count = raw.execute(&format!("DELETE FROM {table} WHERE rowid = (SELECT max(rowid) FROM {table})"), []);
            assert_eq!(count.unwrap(), 1);
        });
        noticed[11] += u64::from(found.iter().any(|finding| matches!(finding, Finding::Document { .. })));

        let found = victim.after(|setting, _| {
            let raw = workshop::connection(setting, &victim.stage.founded.founder).unwrap();
            raw.execute_batch("DROP TRIGGER journal_is_not_changed").unwrap();
            if seed % 2 == 0 {
                raw.execute_batch("CREATE TRIGGER journal_is_not_changed BEFORE UPDATE ON acts BEGIN SELECT 1; END")
                    .unwrap();
            }
        });
        let object = "trigger journal_is_not_changed".to_owned();
        noticed[12] += u64::from(found.unwrap().contains(&Finding::Schema { object }));
    }
    println!("tamper: {seeds} seeds, noticed and named per kind {noticed:?}");
    assert_eq!(noticed, [seeds; 13]);
}

#[test]
fn a_chain_written_anew_without_a_head_outside_is_said_to_hold_only_in_itself() {
    let victim = Victim::new(77);
    let work = victim.root.path().join("work");
    copy_folder(&victim.root.path().join("now"), &work);
    let setting = setting(&work);
    let head = {
        let register = Register::open(&setting, &victim.stage.founded.founder, at(60)).unwrap();
        let head = register.head().unwrap().unwrap();
        register.close().unwrap();
        head
    };
    let raw = workshop::connection(&setting, &victim.stage.founded.founder).unwrap();
    tools::unguarded(&raw, |raw| {
        tools::change_body(raw, 5, false);
        tools::recompute(raw, victim.stage.signer());
        raw.execute("UPDATE device SET noted = 0", []).unwrap();
    });
    drop(raw);
    std::fs::remove_dir_all(&setting.state).unwrap();
    let register = Register::open(&setting, &victim.stage.founded.founder, at(60)).unwrap();
    register.rebuild_queue().unwrap();
    let cancel = std::sync::atomic::AtomicBool::new(false);
    let report = register.verify(&VerifyPlan::whole(), &mut |_| {}, &cancel).unwrap();
    assert!(report.held.itself, "{:?}", report.findings);
    assert_eq!(report.held.last_seen, None, "and it is said that nothing outside vouches for it");
    let outside =
        VerifyPlan { outside: vec![("M. Chen, on paper, 23 Nov 2026".to_owned(), head)], ..VerifyPlan::whole() };
    let report = register.verify(&outside, &mut |_| {}, &cancel).unwrap();
    assert!(report.findings.iter().any(|finding| matches!(finding, Finding::Outside { .. })));
}

#[test]
fn a_stopped_check_says_so_and_can_go_on() {
    use std::sync::atomic::{AtomicBool, Ordering};
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    stage.fill(5, 6);
    let cancel = AtomicBool::new(false);
    let mut hashed = 0;
    let mut stop = |progress| {
        if matches!(progress, register::VerifyProgress::Bytes { .. }) {
            hashed += 1;
            cancel.store(hashed > 2, Ordering::Relaxed);
        }
    };
    let report = stage.register.verify(&VerifyPlan::whole(), &mut stop, &cancel).unwrap();
    assert!(!report.complete && !report.held.itself && report.documents < 6);
    cancel.store(false, Ordering::Relaxed);
    let rest = VerifyPlan { after: report.last_document, ..VerifyPlan::whole() };
    let second = stage.register.verify(&rest, &mut |_| {}, &cancel).unwrap();
    assert!(second.is_clean());
    assert_eq!(report.documents + second.documents, 6);
}
