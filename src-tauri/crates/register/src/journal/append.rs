//! Appending an act.

use std::collections::BTreeSet;

use ed25519_dalek::SigningKey;
use matter::ids::{BranchId, DeviceId};
use matter::journal::{ActSignature, Append, Appended, Digest, Header, RegisterId, Subject, commitment, row_digest};
use rusqlite::{Connection, OptionalExtension as _, Transaction, params};

use super::read::{number, version_of};
use crate::fault::Fault;
use crate::keyring::random;

/// What the register itself writes into a header.
pub(crate) struct Context {
    pub(crate) branch: BranchId,
    pub(crate) device: DeviceId,
    pub(crate) register: Option<RegisterId>,
}

/// The end of the chain while rows are added.
struct Tail {
    seq: u64,
    digest: Digest,
    register: Option<RegisterId>,
}

/// Appends an act within a transaction. The op is looked up first, so that a retry never meets a version check.
pub(crate) fn append_in(
    db: &Transaction<'_>,
    context: &Context,
    act: &Append,
    signer: &SigningKey,
) -> Result<(Appended, Option<RegisterId>), Fault> {
    if let Some(first_result) = look_up(db, act)? {
        return Ok((first_result, context.register));
    }
    check_shape(act)?;
    for (subject, version) in act.reads.iter().copied().chain(act.writes.iter().map(|w| (w.subject, w.expected))) {
        let found = version_of(db, &subject)?;
        if found != version {
            return Err(Fault::Conflict { subject, found });
        }
    }
    let mut tail = tail(db, context.register)?;
    let first = tail.seq.saturating_add(1);
    let mut touched = Vec::with_capacity(act.writes.len());
    let mut index = 0_u32;
    for write in &act.writes {
        let mut version = write.expected;
        for entry in &write.entries {
            version = version.saturating_add(1);
            let header = Header {
                seq: tail.seq.saturating_add(1),
                register: tail.register,
                branch: context.branch,
                device: context.device,
                op: act.op,
                index,
                subject: write.subject,
                version,
                kind: entry.kind(),
                body_version: entry.body_version(),
                happened: act.happened,
                recorded: act.recorded,
                actor: act.actor,
            };
            let body = entry.to_body().map_err(|fault| Fault::Entry { detail: fault.to_string() })?;
            add_row(db, &mut tail, &header, &body)?;
            index = index.saturating_add(1);
        }
        touched.push((write.subject, version));
    }
    db.prepare_cached(
        "INSERT INTO acts (op, request, first, last, signer, signature) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![
        act.op.0.as_bytes(),
        act.request.0,
        number(first)?,
        number(tail.seq)?,
        act.actor.0.as_bytes(),
        ActSignature::sign(signer, &tail.digest).0,
    ])?;
    Ok((Appended { first, last: tail.seq, again: false, touched }, tail.register))
}

fn check_shape(act: &Append) -> Result<(), Fault> {
    if act.writes.is_empty() || act.writes.iter().any(|write| write.entries.is_empty()) {
        return Err(Fault::MalformedAct { detail: "it writes nothing" });
    }
    let mut seen = BTreeSet::new();
    if act.writes.iter().all(|write| seen.insert(write.subject)) {
        Ok(())
    } else {
        Err(Fault::MalformedAct { detail: "it writes a subject twice" })
    }
}

/// The first result of an op that is on record.
fn look_up(db: &Connection, act: &Append) -> Result<Option<Appended>, Fault> {
    let found = db
        .prepare_cached("SELECT request, first, last FROM acts WHERE op = ?1")?
        .query_row([act.op.0.as_bytes()], |row| {
            Ok((row.get::<_, [u8; 32]>(0)?, row.get::<_, i64>(1)?, row.get::<_, i64>(2)?))
        })
        .optional()?;
    let Some((request, first, last)) = found else { return Ok(None) };
    if request != act.request.0 {
        return Err(Fault::OpReused);
    }
    let mut statement = db.prepare_cached(
        "SELECT subject, max(subject_version) FROM journal WHERE seq BETWEEN ?1 AND ?2 GROUP BY subject ORDER BY min(seq)",
    )?;
    let rows = statement.query_map([first, last], |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?)))?;
    let mut touched = Vec::new();
    for row in rows {
        let (key, version) = row?;
        let subject = Subject::from_key(&key).ok_or_else(|| Fault::damaged("a row names no subject"))?;
        touched.push((subject, version.unsigned_abs()));
    }
    Ok(Some(Appended { first: first.unsigned_abs(), last: last.unsigned_abs(), again: true, touched }))
}

fn tail(db: &Connection, register: Option<RegisterId>) -> Result<Tail, Fault> {
    let last = db
        .prepare_cached("SELECT seq, digest FROM journal ORDER BY seq DESC LIMIT 1")?
        .query_row([], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, [u8; 32]>(1)?)))
        .optional()?;
    Ok(match last {
        Some((seq, digest)) => Tail { seq: seq.unsigned_abs(), digest: Digest(digest), register },
        None => Tail { seq: 0, digest: Digest::default(), register: None },
    })
}

fn add_row(db: &Connection, tail: &mut Tail, header: &Header, body: &[u8]) -> Result<(), Fault> {
    let bytes = header.to_bytes().map_err(|_| Fault::Entry { detail: "a header has no written form".to_owned() })?;
    let salt = random::<16>()?;
    let commitment = commitment(&salt, body);
    let digest = row_digest(&bytes, &commitment, &tail.digest);
    let seq = number(header.seq)?;
    db.prepare_cached(
        "INSERT INTO journal (seq, header, commitment, previous, digest, subject, subject_version, kind, body_version, op,
             recorded_at, happened_at, actor)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
    )?
    .execute(params![
        seq,
        bytes,
        commitment.0,
        tail.digest.0,
        digest.0,
        header.subject.key(),
        number(header.version)?,
        header.kind,
        header.body_version,
        header.op.0.as_bytes(),
        header.recorded.timestamp_millis(),
        header.happened.at.timestamp_millis(),
        header.actor.0.as_bytes(),
    ])?;
    db.prepare_cached("INSERT INTO journal_body (seq, salt, body) VALUES (?1, ?2, ?3)")?
        .execute(params![seq, salt, body])?;
    tail.seq = header.seq;
    tail.digest = digest;
    tail.register.get_or_insert(digest);
    Ok(())
}
