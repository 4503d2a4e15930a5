//! The verbs: each turns what was typed into the contract's requests, and replies into words.

pub(crate) mod court;
pub(crate) mod decide;
pub(crate) mod docket_search;
pub(crate) mod keeping;
pub(crate) mod letter;
pub(crate) mod log;
pub(crate) mod notice;
pub(crate) mod person;
pub(crate) mod raw;
pub(crate) mod read;
pub(crate) mod sample;
pub(crate) mod search;
pub(crate) mod show;
pub(crate) mod step;

use contract::Done;
use serde_json::{Value, json};

use crate::args::{Common, Given, Verb};
use crate::failure::{Failure, Outcome};
use crate::say::Answer;
use crate::seat::Seat;

/// Runs what was typed.
pub(crate) fn run(given: &Given) -> Outcome<Answer> {
    let common = &given.common;
    let takes = given.verb.takes();
    if common.damaged && !takes.damaged {
        return Err(Failure::usage("--damaged is for verbs that read: this one does nothing in a damaged register."));
    }
    if common.happened.is_some() && !takes.happened {
        return Err(Failure::usage("--happened is for verbs that record what happened: this one does not."));
    }
    match &given.verb {
        Verb::Init(init) => init.run(common),
        Verb::Schema => Ok(raw::schema()),
        Verb::Read(read) => read.run(),
        Verb::Do(call) => call.run(common),
        Verb::Sample(sample) => sample.run(common.json),
        Verb::Restore(restore) => restore.run(common),
        Verb::Quarantine => keeping::quarantine(common),
        verb => {
            let seat = Seat::take(common)?;
            let answer = on_seat(verb, common, &seat)?;
            Ok(if seat.session.read_only { answer.marked_as_damaged() } else { answer })
        }
    }
}

/// Runs a verb of an open register.
fn on_seat(verb: &Verb, common: &Common, seat: &Seat) -> Outcome<Answer> {
    match verb {
        Verb::Person(verb) => verb.run(common, seat),
        Verb::Log(verb) => verb.run(seat),
        Verb::Amend(verb) => verb.run(seat),
        Verb::Attach(verb) => verb.run(seat),
        Verb::Parts(verb) => verb.run(seat),
        Verb::Show(verb) => verb.run(seat),
        Verb::List(verb) => verb.run(seat),
        Verb::Search(verb) => verb.run(seat),
        Verb::Reading(verb) => verb.run(seat),
        Verb::Timeline(verb) => verb.run(seat),
        Verb::Assign(verb) => verb.run(seat),
        Verb::Triage(verb) => verb.run(seat, "triage", "Triaged."),
        Verb::ToCounsel(verb) => verb.run(seat, "sendToCounsel", "Sent to counsel."),
        Verb::ToTriage(verb) => verb.run(seat, "returnToTriage", "Sent back to triage."),
        Verb::Note(verb) => verb.run(seat),
        Verb::Link(verb) => verb.run(seat),
        Verb::Withdrawal(verb) => verb.run(seat),
        Verb::Close(verb) => verb.run(seat),
        Verb::Reopen(verb) => verb.run(seat, "reopen", "Opened again."),
        Verb::DocketSearch(verb) => verb.run(seat),
        Verb::AnswerClaim(verb) => verb.run(seat),
        Verb::Court(verb) => verb.run(seat),
        Verb::VerifyOrder(verb) => verb.run(seat),
        Verb::Decide(verb) => verb.run(seat),
        Verb::Gate(verb) => verb.run(seat),
        Verb::Basis(verb) => verb.run(seat),
        Verb::Resolve(verb) => verb.run(seat),
        Verb::Disclose(verb) => verb.run(seat),
        Verb::Incident(verb) => verb.run(seat),
        Verb::Notice(verb) => verb.run(seat),
        Verb::Letter(verb) => verb.run(seat),
        Verb::Hold(verb) => verb.run(seat),
        Verb::Export(verb) => verb.run(seat),
        Verb::Backup(verb) => verb.run(seat),
        Verb::Verify => keeping::verify(seat),
        Verb::AcceptHead(verb) => verb.run(seat),
        Verb::Init(_)
        | Verb::Schema
        | Verb::Read(_)
        | Verb::Do(_)
        | Verb::Sample(_)
        | Verb::Restore(_)
        | Verb::Quarantine => Err(Failure::usage("This verb opens a register of its own.")),
    }
}

/// An act that was done: its reply, with ids the verb made.
pub(crate) fn done(done: &Done, more: Value, words: impl Into<String>) -> Answer {
    let mut value = json!(done);
    if let (Some(fields), Value::Object(more)) = (value.as_object_mut(), more) {
        fields.extend(more);
    }
    Answer::new(value, words)
}
