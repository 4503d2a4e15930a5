//! Keeping: documents out, backups, restoring, walking the register.

use std::io::IsTerminal;
use std::path::PathBuf;

use clap::Args;
use contract::{
    AcceptHeadRequest, BackUpRequest, Backup as Made, Commands, Empty, LookAtBackupRequest, RestoreRequest,
};
use serde_json::json;

use crate::args::Common;
use crate::failure::{Failure, Outcome};
use crate::say::{self, Answer};
use crate::seat::{self, Seat};
use crate::wire::{id, new_id};
use crate::{find, time};

#[derive(Debug, Args)]
pub(crate) struct Export {
    /// The demand: reference, agency number or id
    demand: String,
    /// The document: its name, its id, or the first digits of its SHA-256
    document: String,
    /// Where to: a file, or a folder
    to: PathBuf,
}

impl Export {
    pub(crate) fn run(&self, seat: &Seat) -> Outcome<Answer> {
        let demand = find::demand(seat, &self.demand)?;
        let view = seat.view(&demand)?;
        let document = find::document(&view, &self.document)?;
        let kept = view.demand.documents.iter().find(|kept| kept.document.to_string() == document);
        // The name a person gave the file is never a path: only its letters, digits, dots and dashes are used.
        let name = kept.map(|kept| plain_name(&kept.name)).unwrap_or_default();
        let to = if self.to.is_dir() { self.to.join(&name) } else { self.to.clone() };
        if to.exists() {
            return Err(Failure::usage(format!("{} is there already: it is not written over.", to.display())));
        }
        seat.desk.export_to(id(&demand)?, id(&document)?, &to, id(&new_id()?)?)?;
        let words = format!("Saved {} byte for byte.", to.display());
        Ok(Answer::new(json!({ "demand": demand, "document": document, "file": to, "attached": kept }), words))
    }
}

fn plain_name(name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|c| if c.is_alphanumeric() || matches!(c, '.' | '-' | '_') { c } else { '_' })
        .take(120)
        .collect();
    let plain = plain.trim_start_matches('.').to_owned();
    if plain.is_empty() { "document".to_owned() } else { plain }
}

#[derive(Debug, Args)]
pub(crate) struct Backup {
    /// The folder to put it in; the register's own `backups` when left out
    #[arg(long, value_name = "FOLDER")]
    to: Option<PathBuf>,
    /// Only list the backups there are
    #[arg(long, conflicts_with = "to")]
    list: bool,
}

impl Backup {
    pub(crate) fn only_lists(&self) -> bool {
        self.list
    }

    pub(crate) fn run(&self, seat: &Seat) -> Outcome<Answer> {
        if self.list {
            let backups = seat.desk.backups(Empty {})?;
            let lines: Vec<String> = backups.iter().map(|made| said(made, seat)).collect();
            let text = if lines.is_empty() { "No backup was made yet.".to_owned() } else { lines.join("\n") };
            return Ok(Answer::new(json!({ "backups": backups }), text));
        }
        let folder = self.to.as_ref().map(|folder| seat.desk.offer(folder)).transpose()?.map(|picked| picked.token);
        let made = seat.desk.back_up(BackUpRequest { op: id(&new_id()?)?, folder })?;
        Ok(Answer::new(json!(made), format!("Backed up, and verified by restoring.\n{}", said(&made, seat))))
    }
}

fn said(made: &Made, seat: &Seat) -> String {
    let verified = if made.verified { "verified" } else { "not verified" };
    let when = time::shown(made.made, seat.zone());
    format!("{} — {when}, entry {}, {} bytes, {verified}", made.name, made.head.seq, made.length.get())
}

#[derive(Debug, Args)]
pub(crate) struct Restore {
    /// The backup's folder, or its name in the register's own `backups`
    backup: PathBuf,
    /// Why
    #[arg(long)]
    reason: String,
    /// Do not ask: what would be lost is accepted
    #[arg(long)]
    yes: bool,
    /// Only say what would be lost
    #[arg(long, conflicts_with = "yes")]
    look: bool,
}

impl Restore {
    pub(crate) fn run(&self, common: &Common) -> Outcome<Answer> {
        let desk = seat::desk()?;
        let chosen = seat::choose(&desk, common)?;
        let person = seat::person(common, &chosen)?;
        let passphrase = seat::own_passphrase(common, &format!("Passphrase of {}", person.name), false)?;
        let beside = common.register.as_ref().map(|register| register.join("backups").join(&self.backup));
        let folder = [Some(self.backup.clone()), beside].into_iter().flatten().find(|folder| folder.exists());
        let folder =
            folder.ok_or_else(|| Failure::NotOne(format!("There is no backup at {}.", self.backup.display())))?;
        let backup = desk.offer(&folder)?.token;
        let plan = desk.look_at_backup(LookAtBackupRequest {
            backup: backup.clone(),
            person: person.id,
            passphrase: passphrase.to_string(),
        })?;
        let zone = chosen.zone.parse().unwrap_or(chrono_tz::Tz::UTC);
        let lost = match plan.entries_lost.map(u64::from) {
            Some(0) => "Nothing recorded since would be lost.".to_owned(),
            Some(entries) => format!("{entries} entries recorded since would be lost."),
            None => "It cannot be told what was recorded since: this device saw no later head.".to_owned(),
        };
        let words = format!(
            "Backup of {}: entry {}, {} demands, {} documents. {lost}",
            time::shown(plan.made, zone),
            plan.backup.seq,
            plan.demands.get(),
            plan.documents.get()
        );
        if self.look {
            return Ok(Answer::new(json!(plan), words));
        }
        if !self.yes {
            agreed(common.json, &words)?;
        }
        let session = desk.restore(RestoreRequest {
            op: id(&new_id()?)?,
            backup,
            person: person.id,
            passphrase: passphrase.to_string(),
            reason: self.reason.clone(),
        })?;
        desk.lock(Empty {})?;
        let words =
            format!("{words}\nRestored. A new line of history begins; the register that was here is kept beside it.");
        Ok(Answer::new(json!({ "plan": plan, "session": session }), words))
    }
}

/// Asks on the terminal. Without one, or for a program, `--yes` says it.
fn agreed(json: bool, words: &str) -> Outcome<()> {
    if json || !std::io::stdin().is_terminal() {
        return Err(Failure::NobodyToAsk("Restoring replaces what is here: look with --look, then say --yes."));
    }
    say::line(words);
    say::line("Type yes to restore it.");
    let mut typed = String::new();
    std::io::stdin().read_line(&mut typed).map_err(|why| Failure::file("terminal", why))?;
    if typed.trim() == "yes" { Ok(()) } else { Err(Failure::Fault(contract::Fault::Cancelled)) }
}

#[derive(Debug, Args)]
pub(crate) struct AcceptHead {
    /// Why: what happened to the register, as far as is known
    #[arg(long)]
    reason: String,
    /// The number of the last entry, compared with one held elsewhere: needed where this machine sees the register for the
    /// first time
    #[arg(long, value_name = "N")]
    entry: Option<u64>,
}

impl AcceptHead {
    pub(crate) fn run(&self, seat: &Seat) -> Outcome<Answer> {
        let Some(stop) = &seat.session.stop else {
            let words = "This register holds the last entry that this machine saw: there is nothing to accept.";
            return Ok(Answer::new(json!({ "session": seat.session }), words));
        };
        let session = seat.desk.accept_head(AcceptHeadRequest {
            reason: self.reason.clone(),
            entry: self.entry.map(|entry| entry.to_string()),
        })?;
        let words = format!("Gone on from entry {}. It is on record, with the reason.", stop.found.seq);
        Ok(Answer::new(json!({ "stop": stop, "session": session }), words))
    }
}

/// Copies the register chosen as it is.
pub(crate) fn quarantine(common: &Common) -> Outcome<Answer> {
    let desk = seat::desk()?;
    seat::choose(&desk, common)?;
    let copy = desk.quarantine(Empty {})?;
    let words = format!("Copied as it is, byte for byte, to {}. The register itself was not touched.", copy.name);
    Ok(Answer::new(json!(copy), words))
}

/// Walks the whole register.
pub(crate) fn verify(seat: &Seat) -> Outcome<Answer> {
    let report = seat.desk.verify(Empty {})?;
    let compared = |holds: Option<bool>| match holds {
        Some(true) => "holds",
        Some(false) => "DOES NOT HOLD",
        None => "none seen on this device",
    };
    let mut lines = vec![
        format!(
            "{} entries, {} signatures, {} documents walked; head {}.",
            report.entries.get(),
            report.signatures.get(),
            report.documents.get(),
            report.head.seq
        ),
        format!("Consistent in itself: {}.", if report.consistent { "holds" } else { "DOES NOT HOLD" }),
        format!("With the last head this device saw: {}.", compared(report.with_last_seen)),
        format!("With the last verified backup: {}.", compared(report.with_backup)),
    ];
    lines.extend(report.findings.iter().map(|found| format!("  {} at {}: {}", found.kind, found.place, found.detail)));
    let sound = report.consistent && report.with_last_seen != Some(false) && report.with_backup != Some(false);
    let mut answer = Answer::new(json!(report), lines.join("\n"));
    answer.code = if sound && report.findings.is_empty() { 0 } else { 4 };
    Ok(answer)
}

#[cfg(test)]
mod tests {
    use super::plain_name;

    #[test]
    fn a_shown_name_is_never_a_path() {
        assert_eq!(plain_name("../../etc/passwd"), "_.._etc_passwd");
        assert_eq!(plain_name(".hidden"), "hidden");
        assert_eq!(plain_name("a\u{202e}fdp.exe\0"), "a_fdp.exe_");
        assert_eq!(plain_name("..."), "document");
        assert_eq!(plain_name(&"x".repeat(300)).len(), 120);
    }
}
