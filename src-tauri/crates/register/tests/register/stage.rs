//! What every test starts from: a register in a temporary folder, made-up people, acts.

use std::path::{Path, PathBuf};

use chrono_tz::America::Los_Angeles;
use ed25519_dalek::SigningKey;
use matter::demand::DemandEntry;
use matter::entry::Entry;
use matter::ids::{BranchId, DemandId, DeviceId, DocumentId, OpId, PersonId};
use matter::journal::{Append, Appended, Digest, Subject, Write};
use matter::people::{PeopleEntry, PublicKey, Role};
use matter::register::RegisterEntry;
use matter::time::{Instant, Moment};
use register::{Fault, Folder, Founded, KeyRing, NewHolder, Register, Setting, Staged, Strength, Unlocked};

pub(crate) const PASSPHRASE: &str = "a lantern by the river, 1988";

pub(crate) fn random_id() -> uuid::Uuid {
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes).unwrap();
    uuid::Builder::from_random_bytes(bytes).into_uuid()
}

/// A fixed clock: `seconds` after the morning of 23 November 2026.
pub(crate) fn at(seconds: i64) -> Instant {
    Instant::from_timestamp(1_795_424_400 + seconds, 0).unwrap()
}

/// Random numbers with a seed, so that a failing test can be run again.
pub(crate) struct Seeded(u64);

impl Seeded {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    pub(crate) fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound.max(1)
    }

    pub(crate) fn bytes(&mut self, length: usize) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(length + 8);
        while bytes.len() < length {
            bytes.extend_from_slice(&self.next().to_le_bytes());
        }
        bytes.truncate(length);
        bytes
    }
}

/// A register and whoever founded it.
pub(crate) struct Stage {
    pub(crate) setting: Setting,
    pub(crate) register: Register,
    pub(crate) founded: Founded,
    pub(crate) person: PersonId,
}

pub(crate) fn setting(root: &Path) -> Setting {
    Setting {
        folder: Folder::at(&root.join("desk.register")),
        strength: Strength::for_tests(),
        device: DeviceId(uuid::Uuid::from_u128(77)),
        state: root.join("state"),
        program: "test".to_owned(),
    }
}

impl Stage {
    /// A register with its first act: founded, one person with every role, the recovery key known.
    pub(crate) fn new(root: &Path) -> Self {
        let setting = setting(root);
        let person = PersonId(random_id());
        let founder = NewHolder { person, label: "M. Chen", passphrase: PASSPHRASE };
        let branch = BranchId(random_id());
        let (register, founded) = Register::create(&setting, &founder, PersonId(random_id()), branch, at(0)).unwrap();
        let stage = Self { setting, register, founded, person };
        stage.found();
        stage
    }

    fn found(&self) {
        let key = PublicKey::of(&self.signer().verifying_key());
        let roles = vec![Role::Counsel, Role::Administrator, Role::Triage];
        let writes = vec![
            Write {
                subject: Subject::Register,
                expected: 0,
                entries: vec![Entry::Register(RegisterEntry::RegisterFounded {
                    name: "Example Platform, Inc.".to_owned(),
                    sample: false,
                    program: "test".to_owned(),
                })],
            },
            Write {
                subject: Subject::People,
                expected: 0,
                entries: vec![
                    Entry::People(PeopleEntry::PersonAdded {
                        person: self.person,
                        name: "M. Chen".to_owned(),
                        key,
                        roles,
                    }),
                    Entry::People(PeopleEntry::RecoveryKeySet { key: PublicKey::of(&self.founded.recovery_verifying) }),
                ],
            },
        ];
        self.act(writes, 1).unwrap();
    }

    pub(crate) fn signer(&self) -> &SigningKey {
        &self.founded.founder.signer
    }

    pub(crate) fn root(&self) -> PathBuf {
        self.setting.folder.root().to_owned()
    }

    pub(crate) fn append(&self, writes: Vec<Write>, second: i64) -> Append {
        Append {
            op: OpId(random_id()),
            request: Digest::of(b"a request"),
            actor: self.person,
            happened: Moment { at: at(second), zone: Los_Angeles },
            recorded: at(second),
            reads: Vec::new(),
            writes,
        }
    }

    pub(crate) fn act(&self, writes: Vec<Write>, second: i64) -> Result<Appended, Fault> {
        self.register.append(&self.append(writes, second), self.signer())
    }

    /// One entry about a demand: a note of triage with this text.
    pub(crate) fn note(demand: DemandId, expected: u64, text: &str) -> Write {
        Write {
            subject: Subject::Demand(demand),
            expected,
            entries: vec![Entry::Demand(DemandEntry::Triaged { note: text.to_owned() })],
        }
    }

    /// Stages bytes as a new paper.
    pub(crate) fn stage(&self, bytes: &[u8]) -> Result<Staged, Fault> {
        let mut source = bytes;
        self.register.stage(DocumentId(random_id()), &mut source, &mut register::Watch::nobody())
    }

    /// Attaches bytes to a demand, in one act.
    pub(crate) fn attach(&self, demand: DemandId, expected: u64, bytes: &[u8]) -> Result<DocumentId, Fault> {
        let staged = self.stage(bytes)?;
        let act = self.append(vec![attached(demand, expected, &staged)], 5);
        self.register.append_with_documents(&act, self.signer(), std::slice::from_ref(&staged))?;
        Ok(staged.document())
    }

    /// Closes the register and opens it again.
    pub(crate) fn reopen(self) -> Self {
        self.register.close().unwrap();
        let register = Register::open(&self.setting, &self.founded.founder, at(10)).unwrap();
        Self { register, ..self }
    }
}

pub(crate) fn unlock(setting: &Setting, person: PersonId) -> Result<Unlocked, Fault> {
    KeyRing::read(&setting.folder, setting.strength)?.unlock(person, PASSPHRASE)
}

/// The entry that says a staged paper was attached.
pub(crate) fn attached(demand: DemandId, expected: u64, staged: &Staged) -> Write {
    use matter::demand::{Attached, DocumentRole};
    let attached = Attached {
        document: staged.document(),
        name: "letter.pdf".to_owned(),
        sha256: staged.sha256(),
        length: staged.length().try_into().unwrap(),
        media_type: "application/pdf".to_owned(),
        role: DocumentRole::Instrument,
        from: None,
    };
    Write {
        subject: Subject::Demand(demand),
        expected,
        entries: vec![Entry::Demand(DemandEntry::DocumentAttached { attached })],
    }
}

/// The least that intake asks for, with made-up words.
pub(crate) fn logged(demand: DemandId, reference: &str, recipient: &str, received: i64) -> Write {
    let day = at(received * 7 % 40_000_000).date_naive();
    let facts = serde_json::json!({
        "returnDate": { "date": day, "time": null, "zone": "America/New_York" },
        "instrument": "i138",
        "component": "iceHsi",
        "received": { "at": at(received), "zone": "America/Los_Angeles" },
        "channel": "email",
        "recipient": recipient,
        "targets": [{ "id": random_id(), "kind": "handle", "identifier": "@river_lantern_88" }],
    });
    let facts = Box::new(serde_json::from_value(facts).unwrap());
    let entry = DemandEntry::DemandLogged { reference: reference.to_owned(), facts };
    Write { subject: Subject::Demand(demand), expected: 0, entries: vec![Entry::Demand(entry)] }
}

/// How often a test goes round: `quick` in every run, `full` when trust.md's figures are asked for.
pub(crate) fn rounds(quick: u64, full: u64) -> u64 {
    if std::env::var_os("ENDURE").is_some() { full } else { quick }
}

/// Checks everything and returns what is wrong.
pub(crate) fn findings(register: &Register) -> Vec<register::Finding> {
    let cancel = std::sync::atomic::AtomicBool::new(false);
    let report = register.verify(&register::VerifyPlan::whole(), &mut |_| {}, &cancel).unwrap();
    assert!(report.complete);
    report.findings
}

impl Stage {
    /// Demands logged, changed, with papers: something of everything.
    pub(crate) fn fill(&self, seed: u64, demands: u64) -> Vec<DemandId> {
        let mut random = Seeded::new(seed);
        (0..demands)
            .map(|number| {
                let demand = DemandId(random_id());
                let second = 10 + number.cast_signed();
                self.act(vec![logged(demand, &format!("2026-{number:04}"), "Example Platform, Inc.", second)], second)
                    .unwrap();
                self.act(vec![Self::note(demand, 1, "looked at")], second).unwrap();
                let length = random.below(300_000) as usize;
                self.attach(demand, 2, &random.bytes(length)).unwrap();
                demand
            })
            .collect()
    }
}

/// Copies a closed register's folder with its device's notes.
pub(crate) fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for item in std::fs::read_dir(from).unwrap() {
        let item = item.unwrap();
        let target = to.join(item.file_name());
        if item.file_type().unwrap().is_dir() {
            copy_folder(&item.path(), &target);
        } else {
            std::fs::copy(item.path(), target).unwrap();
        }
    }
}
