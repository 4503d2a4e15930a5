//! Where words stand, and how far the papers are read that they may stand in.

use clap::Args;
use contract::{
    Commands, Empty, HitPlace, ReadAgainRequest, Recognition, SearchFound, SearchHit, SearchRequest, SearchWithin,
};
use serde_json::{Value, json};

use crate::failure::Outcome;
use crate::find;
use crate::say::{Answer, folded};
use crate::seat::Seat;
use crate::vocabulary::word;
use crate::wire::{id, read, tag};

#[derive(Debug, Args)]
pub(crate) struct Search {
    /// The words: all must be met; "in quotes" in a row; word* a beginning; identifiers are met in other spellings too
    #[arg(required = true)]
    words: Vec<String>,
    /// Only of these kinds: demand, proceeding, letter, page
    #[arg(long = "in", value_name = "KIND")]
    kinds: Vec<String>,
    /// Only of this demand, with its proceedings, letters and papers
    #[arg(long, value_name = "DEMAND")]
    demand: Option<String>,
    /// Only of open demands
    #[arg(long, conflicts_with = "closed")]
    open: bool,
    /// Only of closed demands
    #[arg(long)]
    closed: bool,
    /// Only of demands received on this day or later (YYYY-MM-DD)
    #[arg(long, value_name = "DAY")]
    from: Option<String>,
    /// Only of demands received on this day or earlier
    #[arg(long, value_name = "DAY")]
    to: Option<String>,
    /// How many hits, 1 to 200
    #[arg(long, default_value_t = 20)]
    limit: u16,
}

impl Search {
    pub(crate) fn run(&self, seat: &Seat) -> Outcome<Answer> {
        let day = |day: &Option<String>| day.as_ref().map(|day| read(json!(day))).transpose();
        let within = SearchWithin {
            kinds: self.kinds.iter().map(|kind| read(json!(kind))).collect::<Outcome<_>>()?,
            open: if self.open { Some(true) } else { self.closed.then_some(false) },
            demand: match &self.demand {
                Some(named) => Some(id(&find::demand(seat, named)?)?),
                None => None,
            },
            received_from: day(&self.from)?,
            received_to: day(&self.to)?,
        };
        let found = seat.desk.search(SearchRequest { text: self.typed(), within, limit: self.limit })?;
        Ok(Answer::new(json!(found), words(&found)))
    }

    /// One argument with a space in it stands in a row, as whoever quoted it for the shell meant it.
    fn typed(&self) -> String {
        let quoted = |word: &String| {
            if word.contains(char::is_whitespace) && !word.contains('"') && self.words.len() > 1 {
                format!("\"{word}\"")
            } else {
                word.clone()
            }
        };
        self.words.iter().map(quoted).collect::<Vec<_>>().join(" ")
    }
}

fn words(found: &SearchFound) -> String {
    let mut lines = Vec::new();
    for identifier in &found.identifiers {
        lines.push(format!("{} is looked for in other spellings too.", folded(identifier)));
    }
    lines.extend(found.hits.iter().map(hit));
    let more = if found.more { ", and there are more" } else { "" };
    lines.push(match found.hits.len() {
        0 if found.newest_only => "No match among those that were looked at; there are more.".to_owned(),
        0 => "No match.".to_owned(),
        1 => format!("1 hit{more}."),
        hits => format!("{hits} hits{more}."),
    });
    if found.newest_only {
        lines.push("The words stand in very many places: only the newest were weighed.".to_owned());
    }
    lines.extend(unread(found));
    lines.join("\n")
}

fn hit(hit: &SearchHit) -> String {
    let place = match &hit.place {
        HitPlace::Demand { part, .. } | HitPlace::Proceeding { part, .. } | HitPlace::Letter { part, .. } => {
            word("part", &tag(part))
        }
        HitPlace::Page { name, page, recognised, .. } => {
            let name = if name.is_empty() { "a letter of ours" } else { name };
            let sure = if *recognised { ", recognised in a picture: it can be misread" } else { "" };
            format!("{}, page {}{sure}", folded(name), page.saturating_add(1))
        }
    };
    let demands: Vec<String> = hit
        .demands
        .iter()
        .map(|demand| if demand.open { demand.reference.clone() } else { format!("{} (closed)", demand.reference) })
        .collect();
    let snippet: String = hit
        .snippet
        .iter()
        .map(|piece| if piece.hit { format!("[{}]", piece.text) } else { piece.text.clone() })
        .collect();
    format!("{}  {place}\n    {}", demands.join(", "), folded(&snippet))
}

/// What a miss does not tell.
fn unread(found: &SearchFound) -> Vec<String> {
    let reading = &found.reading;
    let mut lines = Vec::new();
    let (waiting, troubled) = (reading.waiting.get(), reading.troubled.get());
    if waiting > 0 || troubled > 0 {
        lines.push(format!(
            "{waiting} papers are not read yet, {troubled} could not be read, whole or in part: see `desk reading`."
        ));
    }
    if found.hits.is_empty() {
        let (holding, recognised) = (reading.holding.get(), reading.recognised_pages.get());
        if holding > 0 {
            lines.push(format!("{holding} papers hold files that were not read, such as what hangs on a mail."));
        }
        if recognised > 0 {
            lines.push(format!("{recognised} pages were recognised in pictures: a misread word is not found."));
        }
        lines.push("That nothing was found does not show that there is nothing.".to_owned());
    }
    lines
}

#[derive(Debug, Args)]
pub(crate) struct Reading {
    /// Read now what is not read yet
    #[arg(long)]
    now: bool,
    /// Read again what could not be read
    #[arg(long)]
    again: bool,
}

impl Reading {
    pub(crate) fn run(&self, seat: &Seat) -> Outcome<Answer> {
        if self.again {
            seat.desk.read_again(ReadAgainRequest { document: None })?;
        }
        let read = if self.now || self.again { seat.desk.read_waiting(None, None)? } else { 0 };
        let view = seat.desk.reading(Empty {})?;
        let mut lines = vec![format!(
            "{} papers are read, {} are not read yet, {} could not be read, whole or in part.",
            view.read.get(),
            view.waiting.get(),
            view.troubled.get()
        )];
        let lacks = match view.recognition {
            Recognition::Absent => {
                Some("Text recognition is not installed on this computer: pictures of text are not read.")
            }
            Recognition::OneReading => Some(
                "Pictures of text are read once only on this computer: no names, numbers or dates of them are offered. Have the package tesseract-ocr-script-latn installed; they are then read again.",
            ),
            Recognition::TwoReadings => None,
        };
        lines.extend(lacks.map(str::to_owned));
        for trouble in &view.troubles {
            let demands: Vec<&str> = trouble.demands.iter().map(|demand| demand.reference.as_str()).collect();
            let why = match &trouble.why {
                Some(why) => word("unreadable", &tag(why)),
                None => format!("{} pictures and {} other pages were not read", trouble.pictures, trouble.pages),
            };
            lines.push(format!("{}  {}\n    {why}", demands.join(", "), folded(&trouble.name)));
        }
        let mut value = json!(view);
        if let Value::Object(fields) = &mut value {
            fields.insert("readNow".to_owned(), json!(read));
        }
        Ok(Answer::new(value, lines.join("\n")))
    }
}
