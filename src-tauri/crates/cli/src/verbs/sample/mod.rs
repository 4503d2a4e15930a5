//! The whole main job on a SAMPLE register: every step is a line that anybody can type, run by the same verbs.

mod specimen;

use std::path::{Path, PathBuf};

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use clap::{Args, Parser};
use contract::{Commands, Empty};
use desk::{Clock, SystemClock};
use serde_json::{Value, json};

use crate::args::Given;
use crate::failure::{Failure, Outcome};
use crate::say::{self, Answer};
use crate::seat::{self, Seat};
use crate::words;

#[derive(Debug, Args)]
pub(crate) struct Sample {
    /// A folder that is not there yet, or is empty
    folder: PathBuf,
}

/// One line of the job.
struct Step {
    line: Vec<String>,
    /// The desk refuses it, and that is the point.
    refused: bool,
}

impl Sample {
    pub(crate) fn run(&self, json: bool) -> Outcome<Answer> {
        let papers = self.folder.join("papers");
        let taken = self.folder.read_dir().is_ok_and(|mut entries| entries.next().is_some());
        if taken {
            return Err(Failure::usage(format!(
                "{} is not empty: a sample is made in a new folder.",
                self.folder.display()
            )));
        }
        std::fs::create_dir_all(&papers).map_err(|why| Failure::file(&papers, why))?;
        let speak = |text: &str| {
            if !json {
                say::line(text);
            }
        };
        let desk = seat::desk()?;
        let register = self.folder.join("SAMPLE.register");
        speak(&format!("The SAMPLE register, with fictional demands, is made in {} …", register.display()));
        let made = desk.make_sample(&register)?;
        let session = desk.session(Empty {})?;
        let seat = Seat::at(desk, session);
        for (reference, state) in &made.demands {
            speak(&format!("  {reference}  {state}"));
        }
        let mut ran = Vec::new();
        for step in job(&self.folder, &papers, seat.zone())? {
            speak(&format!("\n$ desk {}", step.line.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(" ")));
            let (reply, text) = step.run(&seat)?;
            speak(&text);
            ran.push(json!({ "command": step.line, "reply": reply }));
        }
        let exported = self.folder.join("exported.pdf");
        let same = same_bytes(&papers.join("subpoena.pdf"), &exported)?;
        speak(&format!("\nThe exported paper is byte for byte the one attached: {}.", if same { "yes" } else { "NO" }));
        let mut answer = Answer::new(
            json!({
                "register": register,
                "person": made.person,
                "passphrase": made.passphrase,
                "demands": made.demands.iter().map(|(reference, state)| json!({ "reference": reference, "state": state })).collect::<Vec<_>>(),
                "steps": ran,
                "letter": self.folder.join("letter.pdf"),
                "exportedByteForByte": same,
            }),
            format!(
                "\nMade: {}\n      {}\n      {}\nLook around: desk --register {} --person {} list   (the passphrase is `{}`)",
                register.display(),
                self.folder.join("letter.pdf").display(),
                exported.display(),
                quoted(&register.to_string_lossy()),
                quoted(&made.person),
                made.passphrase
            ),
        );
        answer.code = if same { 0 } else { 4 };
        Ok(answer)
    }
}

impl Step {
    fn run(&self, seat: &Seat) -> Outcome<(Value, String)> {
        let typed = std::iter::once("desk").chain(self.line.iter().map(String::as_str));
        let given = Given::try_parse_from(typed).map_err(|fault| Failure::usage(fault.to_string()))?;
        match (super::on_seat(&given.verb, &given.common, seat), self.refused) {
            (Ok(answer), false) if answer.code == 0 => Ok((answer.value, answer.text)),
            (Ok(answer), _) => {
                Err(Failure::NotOne(format!("This step came out otherwise than it should:\n{}", answer.text)))
            }
            (Err(Failure::Fault(fault @ contract::Fault::Refused { .. })), true) => {
                let reply = json!({ "fault": fault });
                let said = words::of(&Failure::Fault(fault));
                let points: Vec<String> = said.points.iter().map(|point| format!("  - {point}")).collect();
                Ok((reply, format!("Refused, as it must be.\n{}", points.join("\n"))))
            }
            (Err(failure), _) => Err(failure),
        }
    }
}

/// As a person would type it in a shell.
fn quoted(word: &str) -> String {
    let plain = !word.is_empty() && word.chars().all(|c| c.is_ascii_alphanumeric() || "-_./:=,+".contains(c));
    if plain { word.to_owned() } else { format!("'{}'", word.replace('\'', "'\\''")) }
}

fn same_bytes(one: &Path, other: &Path) -> Outcome<bool> {
    let read = |path: &Path| std::fs::read(path).map_err(|why| Failure::file(path, why));
    Ok(read(one)? == read(other)?)
}

/// The subpoena's number, by which every step names the demand.
const NUMBER: &str = "SPECIMEN-2026-77";
const ACCOUNT: &str = "@river_lantern_88";

/// The job, with its papers written to `papers`.
fn job(folder: &Path, papers: &Path, zone: Tz) -> Outcome<Vec<Step>> {
    let now = SystemClock.now();
    let day = |days: i64| day_from(now, days, zone);
    let put = |name: &str, bytes: Vec<u8>| -> Outcome<String> {
        let path = papers.join(name);
        std::fs::write(&path, bytes).map_err(|why| Failure::file(&path, why))?;
        Ok(path.to_string_lossy().into_owned())
    };
    let subpoena = put("subpoena.pdf", specimen::pdf("Immigration subpoena (Form I-138), specimen"))?;
    let proof = put("docket-search.pdf", specimen::pdf("Docket search: nothing found, specimen"))?;
    let order = put("order.pdf", specimen::pdf("Order to comply, specimen"))?;
    let stay = put("stay.pdf", specimen::pdf("Order staying the order to comply, specimen"))?;
    let receipt = put("sending.txt", b"SPECIMEN: the mail server took the message.\n".to_vec())?;
    let at = |name: &str| folder.join(name).to_string_lossy().into_owned();
    let mut steps = Vec::new();
    let mut put_step = |line: &[&str], refused: bool| {
        steps.push(Step { line: line.iter().map(|word| (*word).to_owned()).collect(), refused });
    };
    let mut step = |line: &[&str]| put_step(line, line.first() == Some(&"disclose"));
    step(&[
        "log",
        "--instrument",
        "i138",
        "--recipient",
        "Example Platform, Inc.",
        "--received",
        &format!("{} 09:30", day(-2)),
        "--channel",
        "portal",
        "--component",
        "ice-hsi",
        "--office",
        "San Francisco Field Office",
        "--authority",
        "8 U.S.C. § 1225(d)(4)(A)",
        "--number",
        &format!("Subpoena Number={NUMBER}"),
        "--number",
        "File Number=SPECIMEN-FILE-3",
        "--issued",
        &day(-5),
        "--return",
        &format!("{} 17:00", day(14)),
        "--target",
        &format!("handle:{ACCOUNT}|language=es"),
        "--target",
        "e-mail:lantern@example.com",
        "--record",
        "name=name on the account",
        "--record",
        "sessions=log-in times",
        "--non-disclosure",
        "requested",
        "--attach",
        &subpoena,
    ]);
    step(&["attach", NUMBER, &subpoena]);
    step(&["list", "--view", "needs-triage", "--text", NUMBER]);
    step(&[
        "docket-search",
        NUMBER,
        "--place",
        "pacer",
        "--court",
        "cand",
        "--terms",
        NUMBER,
        "--result",
        "none-found",
        "--proof",
        &proof,
    ]);
    step(&["to-counsel", NUMBER, "--note", "Return date in two weeks."]);
    step(&["gate", NUMBER]);
    step(&["court", "open", NUMBER, "--court", "cand", "--docket", "3:26-mc-80999", "--kind", "enforcement"]);
    step(&[
        "court",
        "paper",
        NUMBER,
        "--kind",
        "order",
        "--title",
        "Order to comply",
        "--entry-number",
        "7",
        "--judge",
        "district-judge",
        "--signed",
        &day(-1),
        "--entered",
        &day(-1),
        "--document",
        &order,
        "--what",
        "produce",
        "--cells",
        &format!("{ACCOUNT}:*"),
        "--comply-by",
        &day(20),
    ]);
    step(&["show", NUMBER]);
    step(&["verify-order", NUMBER, "--holds", "all", "--note", "Read against the paper."]);
    step(&[
        "decide",
        NUMBER,
        "--cells",
        &format!("{ACCOUNT}:*"),
        "--decision",
        "comply-with-order",
        "--note",
        "The order binds us for this account.",
    ]);
    step(&[
        "decide",
        NUMBER,
        "--cells",
        "lantern@example.com:*",
        "--decision",
        "object",
        "--note",
        "No order covers this account.",
    ]);
    // Before the user was told, and over an account no order covers.
    step(&["disclose", NUMBER, "--cells", "all", "--what", "name on the account", "--to", "agency portal"]);
    step(&["notice", "decide", NUMBER, "--target", ACCOUNT, "--notify"]);
    step(&["letter", "draft", NUMBER, "--target", ACCOUNT]);
    step(&["letter", "approve", NUMBER]);
    step(&["letter", "pdf", NUMBER, "--to", &at("letter.pdf")]);
    step(&["letter", "sent", NUMBER, "--channel", "email", "--address", "lantern@example.com", "--proof", &receipt]);
    step(&["gate", NUMBER]);
    step(&[
        "court",
        "paper",
        NUMBER,
        "--kind",
        "order",
        "--title",
        "Order granting stay",
        "--entry-number",
        "9",
        "--judge",
        "district-judge",
        "--signed",
        &day(0),
        "--entered",
        &day(0),
        "--document",
        &stay,
        "--what",
        "stay",
        "--acts-on",
        "7",
    ]);
    step(&["verify-order", NUMBER, "--paper", "9", "--holds", "all", "--note", "Read against the paper."]);
    step(&["gate", NUMBER]);
    step(&["timeline", NUMBER]);
    step(&["export", NUMBER, "subpoena.pdf", &at("exported.pdf")]);
    step(&["backup"]);
    step(&["verify"]);
    Ok(steps)
}

fn day_from(now: DateTime<Utc>, days: i64, zone: Tz) -> String {
    (now + TimeDelta::days(days)).with_timezone(&zone).date_naive().to_string()
}

#[cfg(test)]
mod tests {
    use super::{job, quoted};
    use crate::args::Given;
    use clap::Parser;

    #[test]
    fn every_line_of_the_job_is_one_a_person_can_type() {
        let folder = tempfile::tempdir().unwrap();
        let steps = job(folder.path(), folder.path(), chrono_tz::America::Los_Angeles).unwrap();
        assert!(steps.iter().any(|step| step.refused));
        for step in steps {
            let typed = std::iter::once("desk".to_owned()).chain(step.line.clone());
            Given::try_parse_from(typed).unwrap_or_else(|fault| panic!("{:?}: {fault}", step.line));
        }
    }

    #[test]
    fn words_are_quoted_for_a_shell() {
        assert_eq!(quoted("cand"), "cand");
        assert_eq!(quoted("it's"), "'it'\\''s'");
        assert_eq!(quoted(""), "''");
    }
}
