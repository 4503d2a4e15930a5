//! Filling a register directly, as fast as it goes: a thousand demands an act.

use matter::demand::{DemandEntry, DemandFacts};
use matter::entry::Entry;
use matter::ids::{DemandId, OpId, TargetId};
use matter::journal::{Append, Digest, Subject, Write};
use matter::time::Moment;
use register::{Folder, KeyRing, Register, Setting, Strength, Unlocked};

use crate::journey::{Office, PASSPHRASE, facts, new_id};

/// How many demands one act logs here.
const AT_ONCE: u64 = 1_000;

/// The register's own door, for this device and person; the desk is locked first.
pub(super) fn door(office: &Office) -> (Setting, Unlocked) {
    let person = office.me().parse().unwrap();
    office.ask("lock", serde_json::json!({}));
    let state = office.folder.path().join("device");
    let device = std::fs::read_to_string(state.join("device")).unwrap().trim().parse().unwrap();
    let folder = Folder::at(&office.register);
    let setting = Setting { folder, strength: Strength::for_tests(), device, state, program: "bench".to_owned() };
    let mut ring = KeyRing::read(&setting.folder, setting.strength).unwrap();
    let unlocked = ring.unlock(person, PASSPHRASE).unwrap();
    (setting, unlocked)
}

/// Logs demands until there are this many, numbered on from `from`.
pub(super) fn fill(office: &Office, from: u64, to: u64) {
    let (setting, unlocked) = door(office);
    let register = Register::open(&setting, &unlocked, office.now()).unwrap();
    let target: TargetId = new_id().parse().unwrap();
    let target_text = target.to_string();
    let pattern: DemandFacts = serde_json::from_value(facts(office, &[(&target_text, "@x")])).unwrap();
    let mut number = from;
    while number < to {
        let upto = to.min(number + AT_ONCE);
        let writes = (number..upto).map(|number| write(office, &pattern, &unlocked, number)).collect();
        let op: OpId = new_id().parse().unwrap();
        let append = Append {
            op,
            request: Digest::of(op.to_string().as_bytes()),
            actor: unlocked.holder,
            happened: pattern.received,
            recorded: office.now(),
            reads: Vec::new(),
            writes,
        };
        register.append(&append, &unlocked.signer).unwrap();
        number = upto;
    }
    register.close().unwrap();
    office.sits_down("A. Rivera");
}

/// One demand, with a step, an owner, dates and words of its own.
fn write(office: &Office, pattern: &DemandFacts, unlocked: &Unlocked, number: u64) -> Write {
    let id: DemandId = new_id().parse().unwrap();
    let spread = number.wrapping_mul(2_654_435_761) % 100_000;
    let hours = chrono::TimeDelta::hours(i64::try_from(spread % 8_000).unwrap());
    let mut facts = pattern.clone();
    facts.received = Moment { at: office.now() - hours, zone: pattern.received.zone };
    facts.served = Some(facts.received);
    facts.act_by = Some((office.now() - hours + chrono::TimeDelta::days(20)).date_naive());
    if let Some(target) = facts.targets.first_mut() {
        target.identifier = format!("@account_{spread}_{number}");
    }
    if let Some(agency) = facts.numbers.first_mut() {
        agency.value = format!("SPEC-2026-{number:06}");
    }
    let logged = DemandEntry::DemandLogged { reference: format!("2026-{:04}", number + 1), facts: Box::new(facts) };
    let mut entries = vec![logged, DemandEntry::Assigned { owner: Some(unlocked.holder) }];
    match number % 10 {
        0..=2 => {}
        3..=5 => entries.push(DemandEntry::Triaged { note: String::new() }),
        6 | 7 => entries.push(DemandEntry::SentToCounsel { note: "please look".to_owned() }),
        _ => entries.push(DemandEntry::Closed { outcome: matter::demand::Outcome::Objected, note: String::new() }),
    }
    Write { subject: Subject::Demand(id), expected: 0, entries: entries.into_iter().map(Entry::Demand).collect() }
}
