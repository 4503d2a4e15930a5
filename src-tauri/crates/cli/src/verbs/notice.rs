//! Telling the user: the decision, a challenge, the end of an order against it.

use clap::{Args, Subcommand};
use serde_json::json;

use super::done;
use crate::failure::{Failure, Outcome};
use crate::say::Answer;
use crate::seat::Seat;
use crate::{find, time};

#[derive(Debug, Subcommand)]
pub(crate) enum Notice {
    /// Decide whether a user is told
    Decide(Decide),
    /// A user said they will challenge the demand, or the challenge ended
    Challenge(Challenge),
    /// Counsel confirms that a non-disclosure order ended without extension
    OrderEnded(OrderEnded),
}

impl Notice {
    pub(crate) fn run(&self, seat: &Seat) -> Outcome<Answer> {
        match self {
            Self::Decide(verb) => verb.run(seat),
            Self::Challenge(verb) => verb.run(seat),
            Self::OrderEnded(verb) => verb.run(seat),
        }
    }
}

#[derive(Debug, Args)]
pub(crate) struct Decide {
    /// The demand: reference, agency number or id
    demand: String,
    /// The account; the only one when left out
    #[arg(long)]
    target: Option<String>,
    /// Tell the user
    #[arg(long, conflicts_with_all = ["later", "no"])]
    notify: bool,
    /// Tell the user on this later date
    #[arg(long, value_name = "DATE", conflicts_with = "no")]
    later: Option<String>,
    /// Do not tell the user
    #[arg(long)]
    no: bool,
    /// Why not, or why not now
    #[arg(long, default_value = "")]
    reason: String,
}

impl Decide {
    fn run(&self, seat: &Seat) -> Outcome<Answer> {
        let demand = find::demand(seat, &self.demand)?;
        let view = seat.view(&demand)?;
        let target = find::target(&view, self.target.as_deref())?;
        let (decision, words) = match (self.notify, &self.later, self.no) {
            (true, ..) => (json!({ "type": "notify" }), "Decided: tell the user."),
            (_, Some(on), _) => (
                json!({ "type": "later", "on": time::date(on)?, "reason": self.reason }),
                "Decided: tell the user later.",
            ),
            (.., true) => (json!({ "type": "no", "reason": self.reason }), "Decided: the user is not told."),
            _ => return Err(Failure::usage("Say --notify, --later DATE or --no.")),
        };
        let act = json!({ "type": "decideNotice", "demand": demand, "target": target, "decision": decision });
        Ok(done(&seat.act(act, Some(&view))?, json!({ "demand": demand, "target": target }), words))
    }
}

#[derive(Debug, Args)]
pub(crate) struct Challenge {
    /// The demand: reference, agency number or id
    demand: String,
    /// The account; the only one when left out
    #[arg(long)]
    target: Option<String>,
    /// The challenge ended
    #[arg(long)]
    ended: bool,
    /// How we know
    #[arg(long)]
    note: String,
}

impl Challenge {
    fn run(&self, seat: &Seat) -> Outcome<Answer> {
        let demand = find::demand(seat, &self.demand)?;
        let view = seat.view(&demand)?;
        let target = find::target(&view, self.target.as_deref())?;
        let kind = if self.ended { "ended" } else { "stated" };
        let act = json!({
            "type": "recordUserChallenge", "demand": demand, "target": target,
            "challenge": { "type": kind, "note": self.note },
        });
        let words =
            if self.ended { "Recorded: the challenge ended." } else { "Recorded: the user challenges the demand." };
        Ok(done(&seat.act(act, Some(&view))?, json!({ "demand": demand, "target": target }), words))
    }
}

#[derive(Debug, Args)]
pub(crate) struct OrderEnded {
    /// The demand: reference, agency number or id
    demand: String,
    /// How it was confirmed
    #[arg(long)]
    note: String,
}

impl OrderEnded {
    fn run(&self, seat: &Seat) -> Outcome<Answer> {
        let demand = find::demand(seat, &self.demand)?;
        let act = json!({ "type": "confirmNonDisclosureEnd", "demand": demand, "note": self.note });
        Ok(done(&seat.act(act, None)?, json!({ "demand": demand }), "Confirmed: the order ended without extension."))
    }
}
