//! Every fault and every reason of a refusal in plain words: what happened, what is safe, what to do. The window has the
//! same table in two languages; this one is the command line's.

use chrono_tz::Tz;
use contract::Fault;
use serde_json::Value;

use crate::failure::Failure;
use crate::time::shown_text;
use crate::vocabulary::{field, list, word};
use crate::wire::json;

/// A failure in words.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Words {
    pub(crate) happened: String,
    pub(crate) safe: String,
    pub(crate) to_do: String,
    pub(crate) points: Vec<String>,
}

fn three(happened: impl Into<String>, safe: &str, to_do: impl Into<String>) -> Words {
    Words { happened: happened.into(), safe: safe.to_owned(), to_do: to_do.into(), points: Vec::new() }
}

const UNCHANGED: &str = "Nothing was changed.";
const SAVED: &str = "Everything recorded before is safe.";

/// The failure in words.
pub(crate) fn of(failure: &Failure) -> Words {
    match failure {
        Failure::Fault(fault) => of_fault(fault),
        Failure::Usage(what) => {
            three(what.as_str(), UNCHANGED, "`desk help` lists the verbs, `desk help VERB` its options.")
        }
        Failure::NotOne(what) => three(what.as_str(), UNCHANGED, "Name it more exactly; `desk show` prints the ids."),
        Failure::File { path, why } => {
            three(format!("{}: {why}", path.display()), UNCHANGED, "Check that it is there and that you may open it.")
        }
        Failure::NobodyToAsk(what) => three(*what, UNCHANGED, "Start it on a terminal, or use the option named."),
    }
}

fn of_fault(fault: &Fault) -> Words {
    match fault {
        Fault::Locked => three("The register is locked.", SAVED, "Give a person and their passphrase."),
        Fault::NoRegister => {
            three("No register was named.", UNCHANGED, "Add --register FOLDER, or set SUBPOENA_DESK_REGISTER.")
        }
        Fault::WrongPassphrase => three(
            "That passphrase or key does not open this register.",
            "The register is as it was, and still locked.",
            "Check who is named and type it again.",
        ),
        Fault::RecoveryKeyDiffers => three(
            "What was given back is not the recovery key that was shown.",
            "The register is there; it starts when the key was given back.",
            "Compare it group by group with your sheet.",
        ),
        Fault::NotFound => {
            three("What was asked for is not in this register.", UNCHANGED, "Look at `desk list` or `desk show`.")
        }
        Fault::Refused { problems } => Words {
            points: problems.iter().map(|problem| of_problem(&json(problem))).collect(),
            ..three("This was not recorded.", UNCHANGED, "Mend what is listed and do it again.")
        },
        Fault::Conflict { .. } => three(
            "Someone else changed this meanwhile. Yours was not recorded.",
            "Their change is saved.",
            "Look at the newer state with `desk show`, then do it again if it still holds.",
        ),
        Fault::OpReused => three(
            "The same act was sent twice with different content. The second was not recorded.",
            "What was recorded the first time stands.",
            "Look at `desk timeline`, then do it again if it is missing.",
        ),
        Fault::StoreTooNew => three(
            "This register was written by a newer program.",
            "It was not opened and not changed.",
            "Install the newer program and open it again.",
        ),
        Fault::StoreDamaged { detail } => Words {
            points: vec![detail.clone()],
            ..three(
                "This register is damaged.",
                "Nothing was deleted or mended by itself. Your backups are as they were.",
                "Copy it as it is with `desk quarantine`, read what can be read with --damaged, then `desk restore` the \
                 last good backup.",
            )
        },
        Fault::HeadDiffers => three(
            "The register does not hold the last entry that this machine saw in it: an older copy was put back, entries \
             were cut off, or the note that would tell is gone. Or this machine sees it for the first time, and cannot \
             tell whether this is the latest.",
            "Nothing was changed. The note of what was seen last is kept as it is.",
            "Run `desk verify`: it says what the last entry is and what was seen. Then restore a backup, or let an \
             administrator go on: `desk accept-head --reason WHY`. The first time on a machine, anybody goes on who \
             compared the last entry's number with one held elsewhere: `desk accept-head --entry N --reason WHY`.",
        ),
        Fault::ReadOnly => three(
            "The register is damaged and open for reading only.",
            "Nothing was written in it.",
            "Save the papers you need (`desk --damaged export`), then `desk restore` the last good backup.",
        ),
        Fault::RegisterInUse { pid } => three(
            format!("Another program has this register open (process {pid})."),
            "It was not opened twice. Nothing was changed.",
            "Close the window or the other command, then try again.",
        ),
        Fault::RegisterExists => three(
            "There is a register in that folder already.",
            "It was not touched.",
            "Choose another name or folder.",
        ),
        Fault::NotARegister => {
            three("That folder holds no register.", UNCHANGED, "Choose a folder whose name ends in .register.")
        }
        Fault::NoSpace { needed, free } => {
            let room = match (needed.map(u64::from), free.map(u64::from)) {
                (Some(needed), Some(free)) => format!("The disk is full: {free} bytes free, {needed} needed."),
                (None, Some(free)) => format!("The disk is full: {free} bytes free."),
                _ => "The disk is full.".to_owned(),
            };
            three(
                room,
                "Everything recorded before is safe. This change was not recorded.",
                "Free some space and try again.",
            )
        }
        Fault::NetworkShare { kind } => three(
            format!("That folder lies on a network share ({kind})."),
            "Nothing was written there.",
            "Choose a folder on this machine: a database on a share can be damaged when the line breaks.",
        ),
        Fault::SourceChanged => three(
            "The file changed while it was being read.",
            "Nothing of it was kept.",
            "Wait until it is no longer written, then attach it again.",
        ),
        Fault::SourceUnreadable => three(
            "The file could not be read.",
            "Nothing of it was kept. The file itself was not changed.",
            "Check that it is there and that you may open it.",
        ),
        Fault::TargetUnwritable => three(
            "The file could not be written there.",
            "The document is safe in the register.",
            "Choose another folder.",
        ),
        Fault::ClockBehind { last } => three(
            format!("This machine's clock stands before the register's last entry ({last})."),
            "Nothing was recorded with a wrong time.",
            "Set the clock and try again.",
        ),
        Fault::FileRejected { detail } => Words {
            points: vec![detail.clone()],
            ..three(
                "The file was not accepted.",
                "Nothing of it was kept. The file itself was not changed.",
                "Choose another file.",
            )
        },
        Fault::LetterIncomplete { missing } => Words {
            points: missing.iter().map(|name| field(name)).collect(),
            ..three(
                "The letter still has empty fields.",
                "The draft is kept.",
                "Fill in what is listed, then make it again.",
            )
        },
        Fault::Undrawable { characters } => three(
            format!("Some characters cannot be drawn in the letter: {characters}"),
            "The draft is kept. No letter was made.",
            "Replace those characters, or attach the text as a file.",
        ),
        Fault::Cancelled => three("It was stopped.", "Nothing of it was kept.", "Start it again when you want."),
        Fault::Request { detail } => Words {
            points: vec![detail.clone()],
            ..three(
                "The request is not of its command's form.",
                UNCHANGED,
                "`desk schema` prints the form of every command.",
            )
        },
        Fault::Internal { reference } => three(
            "Something went wrong that should not happen.",
            SAVED,
            format!("Try again. If it comes back, give support this reference: {reference}"),
        ),
    }
}

/// One reason of a refusal as a sentence. Reasons come as the wire has them: their types belong to the domain.
pub(crate) fn of_problem(problem: &Value) -> String {
    let text = |name: &str| problem.get(name).and_then(Value::as_str).unwrap_or_default();
    let named = || field(text("field"));
    let count = |name: &str| problem.get(name).and_then(Value::as_u64).unwrap_or_default();
    match text("type") {
        "notAllowed" => {
            let roles = list(problem.get("roles"), |role| word("role", role));
            match list(problem.get("who"), str::to_owned) {
                who if who.is_empty() => format!("This needs the role {roles}. Nobody has it yet."),
                who => format!("This needs the role {roles}. Ask {who}."),
            }
        }
        "required" => format!("Fill in: {}.", named()),
        "impossible" => format!("This value cannot be: {}.", named()),
        "inFuture" => format!("This lies in the future: {}.", named()),
        "repeated" => format!("This is there twice: {}.", named()),
        "unknown" => format!("This is not in the register: {}.", named()),
        "wrongStep" => format!("The demand is on another step: {}.", word("step", text("step"))),
        "recoveryKeyNotConfirmed" => "The recovery key was not given back yet.".to_owned(),
        "counselRecordsNonDisclosure" => {
            "Only counsel records that an order or a statute forbids notice. Record it as \
             asserted, and counsel decides."
                .to_owned()
        }
        "boundByOrder" => {
            format!("A verified order covers this, so it cannot be renamed: {}. Add a new account instead.", named())
        }
        "paperCannotOrder" => "A paper of this kind orders nothing by itself.".to_owned(),
        "paperNotAttached" => "Verifying needs the paper itself: attach it first.".to_owned(),
        "notEntered" => "Verifying needs the date of entry, or the clerk's confirmation of a sealed order.".to_owned(),
        "judgePowerNotShown" => "It is not shown that this judge could order this.".to_owned(),
        "notADistrictCourt" => "The court is not one of the 94 federal district courts.".to_owned(),
        "cellsNotNamed" => "Name the accounts and categories the order covers.".to_owned(),
        "pointNotHeld" => {
            format!("A point of the check does not hold or was not answered: {}.", word("point", text("point")))
        }
        "alreadyDone" => "This was done already. Correct it by a new act with a reason.".to_owned(),
        "gateClosed" => {
            let reasons = problem.get("reasons").and_then(Value::as_array).into_iter().flatten();
            let reasons = reasons.map(|reason| of_closed(reason, Tz::UTC));
            format!("The gate is closed: {}.", reasons.collect::<Vec<_>>().join("; "))
        }
        "notDecided" => "Counsel has not decided to disclose this.".to_owned(),
        "papersActOnIt" => {
            "Papers of this docket are recorded as acting on this demand. Counsel sets them aside, or they \
                            are recorded again without it, first."
                .to_owned()
        }
        "onlyDemandOfDocket" => {
            "It is the only demand of this docket: join the right one first, then take this one out.".to_owned()
        }
        "noticeForbidden" => "A court's order or a statute forbids telling this user.".to_owned(),
        "noticeHeld" => "An order against notice was asserted: the letter waits for counsel.".to_owned(),
        "nonDisclosureEndUnconfirmed" => {
            "The non-disclosure order has ended on paper. Counsel must say that it was not extended.".to_owned()
        }
        "noticeUndecided" => "Decide for every account whether the user is told.".to_owned(),
        "noticeDecidedAgainst" => "It was decided not to tell this user.".to_owned(),
        "letterNotForThisPaper" => {
            "This letter says that an agency issued the demand and no judge signed it. The paper recorded here is of \
             another kind, or its kind is not confirmed."
                .to_owned()
        }
        "ordersContradict" => {
            "Courts' orders about this account contradict each other: counsel first. No letter says which one holds."
                .to_owned()
        }
        "authorApproves" => "Another counsel must approve: nobody approves their own letter.".to_owned(),
        "factsChanged" => "A fact in the letter has changed since: make it again.".to_owned(),
        "notApproved" => "The letter is not approved.".to_owned(),
        "proofMissing" => "Proof of sending is missing.".to_owned(),
        "counselGrantsCounsel" => "Only counsel grants the role of counsel.".to_owned(),
        "lastOfRole" => format!("This is the last person with the role {}.", word("role", text("role"))),
        "patternUnusable" => {
            let what = match text("flaw") {
                "unreadable" => "it cannot be read, or is too large",
                "findsNothing" => "it would match where nothing stands",
                _ => "within a sentence it does not find its example, whole and alone",
            };
            format!("Pattern {} of the platform's identifiers: {what}.", count("number"))
        }
        "tooMany" => format!("{}: no more than {}.", named(), count("most")),
        "reasonMissing" => "Say why.".to_owned(),
        other => other.to_owned(),
    }
}

/// Why the gate is closed, without a full stop.
pub(crate) fn of_closed(reason: &Value, zone: Tz) -> String {
    let text = |name: &str| reason.get(name).and_then(Value::as_str);
    let at = |name: &str| text(name).map(|at| shown_text(at, zone));
    match (text("type").unwrap_or_default(), at("until"), at("complyBy")) {
        ("noticeWindow", Some(until), _) => format!("the user's window runs until {until}"),
        ("conflict", _, Some(by)) => {
            format!("the user's window or challenge runs past the date to comply ({by}): counsel now")
        }
        (tag, ..) => word("closed", tag),
    }
}

#[cfg(test)]
mod tests;
