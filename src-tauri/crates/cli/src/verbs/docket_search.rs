//! Docket searches: dated observations, never a conclusion.

use clap::Args;
use serde_json::json;

use super::done;
use crate::failure::Outcome;
use crate::say::Answer;
use crate::seat::Seat;
use crate::wire::{camel, new_id};
use crate::{find, time};

#[derive(Debug, Args)]
pub(crate) struct DocketSearch {
    /// The demand: reference, agency number or id
    demand: String,
    /// Where: pacer, court-listener, clerk, us-attorney, agency-claim, other
    #[arg(long, value_name = "PLACE")]
    place: String,
    /// What it came to: none-found, proceeding-found, order-claimed
    #[arg(long, value_name = "RESULT")]
    result: String,
    /// When the docket was looked at
    #[arg(long, default_value = "now", value_name = "TIME")]
    searched: String,
    /// The court's id (cand); left out for a search over all courts
    #[arg(long, default_value = "")]
    court: String,
    /// The terms searched
    #[arg(long, default_value = "")]
    terms: String,
    /// The docket number found, as printed
    #[arg(long, default_value = "")]
    docket: String,
    /// When compliance is said to be due: treated as real until checked
    #[arg(long, value_name = "DATE")]
    claimed_comply_by: Option<String>,
    /// The proof: a file to attach, or a document that is attached
    #[arg(long, value_name = "FILE")]
    proof: Option<String>,
    /// A note
    #[arg(long, default_value = "")]
    note: String,
}

impl DocketSearch {
    pub(crate) fn run(&self, seat: &Seat) -> Outcome<Answer> {
        let demand = find::demand(seat, &self.demand)?;
        let view = seat.view(&demand)?;
        let proof = self.proof.as_deref().map(|named| find::document_or_file(seat, &view, named, "searchProof"));
        let search = new_id()?;
        let recorded = seat.act(
            json!({ "type": "recordDocketSearch", "demand": demand, "search": {
                "id": search,
                "searched": time::moment(&self.searched, seat.zone())?,
                "place": camel(&self.place),
                "court": self.court,
                "terms": self.terms,
                "result": camel(&self.result),
                "docket": self.docket,
                "claimedComplyBy": self.claimed_comply_by.as_deref().map(time::date).transpose()?,
                "proof": proof.transpose()?,
                "note": self.note,
            } }),
            None,
        )?;
        Ok(done(&recorded, json!({ "demand": demand, "search": search }), "Docket search recorded."))
    }
}

#[derive(Debug, Args)]
pub(crate) struct AnswerClaim {
    /// The demand: reference, agency number or id
    demand: String,
    /// The search that made the claim; the only open one when left out
    #[arg(long)]
    search: Option<String>,
    /// What became of the claim
    #[arg(long)]
    reason: String,
}

impl AnswerClaim {
    pub(crate) fn run(&self, seat: &Seat) -> Outcome<Answer> {
        let demand = find::demand(seat, &self.demand)?;
        let view = seat.view(&demand)?;
        let search = find::claim(&view, self.search.as_deref())?;
        let act = json!({ "type": "answerClaim", "demand": demand, "search": search, "reason": self.reason });
        Ok(done(&seat.act(act, Some(&view))?, json!({ "demand": demand, "search": search }), "Claim answered."))
    }
}
