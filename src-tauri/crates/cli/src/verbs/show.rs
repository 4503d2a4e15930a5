//! Looking: the queue, one demand, its timeline.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use clap::Args;
use contract::{Commands, DemandRequest, DemandView, Empty, QueueRequest, TimelineRequest, Warning};
use serde_json::{Value, json};

use super::decide;
use crate::failure::Outcome;
use crate::find;
use crate::say::{Answer, folded};
use crate::seat::Seat;
use crate::time::{instant, shown, shown_printed, shown_text};
use crate::vocabulary::{field, word};
use crate::wire::{camel, id, json as wire, read, tag};

#[derive(Debug, Args)]
pub(crate) struct Show {
    /// The demand: reference, agency number or id
    demand: String,
    /// What was true then
    #[arg(long, value_name = "TIME")]
    as_of: Option<String>,
    /// What had been recorded by then
    #[arg(long, value_name = "TIME")]
    known_at: Option<String>,
}

impl Show {
    pub(crate) fn run(&self, seat: &Seat) -> Outcome<Answer> {
        let zone = seat.zone();
        let demand = find::demand(seat, &self.demand)?;
        let at = |text: &Option<String>| text.as_deref().map(|text| instant(text, zone)).transpose();
        let view = seat.desk.demand(DemandRequest {
            demand: id(&demand)?,
            as_of: at(&self.as_of)?,
            known_at: at(&self.known_at)?,
        })?;
        Ok(Answer::new(json!(view), lines(&view, zone).join("\n")))
    }
}

/// The banner: what a court compels, or that nothing on record does.
pub(crate) fn headline(view: &DemandView, zone: Tz) -> String {
    let shown_state = &view.compulsion;
    let as_of = shown(shown_state.as_of, zone);
    if let Some(guard) = &shown_state.guard {
        return word("guard", &tag(guard));
    }
    let name = tag(&shown_state.headline);
    let mut said = word("headline", &name);
    if shown_state.in_part {
        said.push_str(&format!(" ({} of {} accounts; see the gate)", shown_state.accounts, shown_state.of_accounts));
    }
    let printed = |by: &dyn Fn() -> Option<String>| by().map(|by| format!("\n  comply by {by}")).unwrap_or_default();
    match name.as_str() {
        "inForce" => {
            let by = shown_state.comply_by.as_ref();
            said.push_str(&printed(&|| by.map(|by| shown_printed(by.date, by.time, by.zone))));
        }
        "claimed" => {
            said.push_str("\n  Treat its dates as real until checked.");
            let by = shown_state.claimed_comply_by.as_ref();
            said.push_str(&printed(&|| by.map(|by| format!("{} (claimed)", shown_printed(by.date, by.time, by.zone)))));
        }
        "noneOnRecord" => said.push_str(&format!(
            "\n  Issued by an agency, not a court. No federal court order to comply is recorded here as of {as_of}."
        )),
        _ => said.push_str(&format!("\n  as of {as_of}")),
    }
    if shown_state.guard.is_none() {
        if !shown_state.claimed_restraints.is_empty() {
            said.push_str(
                "\n  A paper that forbids, stays or ends production is claimed and not verified: produce nothing until \
                 counsel has read it.",
            );
        }
        if let Some(day) = shown_state.withdrawn_on.filter(|_| tag(&shown_state.headline) != "withdrawn") {
            said.push_str(&format!(
                "\n  The agency withdrew the demand on {day}. That is not a ruling: what courts did stands."
            ));
        }
        if !shown_state.set_aside_verified.is_empty() {
            said.push_str(
                "\n  Our counsel set aside a paper that had been verified. No court did that: see the timeline.",
            );
        }
    }
    said
}

fn lines(view: &DemandView, zone: Tz) -> Vec<String> {
    let demand = &view.demand;
    let mut lines = vec![format!("{}  [{}]", demand.reference, word("step", &tag(&demand.step)))];
    if view.history {
        lines.push(format!("HISTORY: as of {}. Nothing can be done from here.", shown(view.as_of, zone)));
    }
    lines.push(headline(view, zone));
    let mut section = |name: &str, rows: Vec<String>| {
        if !rows.is_empty() {
            lines.push(format!("\n{name}"));
            lines.extend(rows.iter().map(|row| format!("  {}", folded(row))));
        }
    };
    section("Paper", paper(view, zone));
    section(
        "Dates",
        view.dates
            .iter()
            .map(|date| {
                let own: Tz = date.zone.parse().unwrap_or(zone);
                let kind = word("date", &tag(&date.kind));
                format!("{} — {kind}, {} business days", shown(date.at, own), date.business_days)
            })
            .collect(),
    );
    section("Look at", view.warnings.iter().map(warning).collect());
    section("Gate", decide::lines(view, zone));
    section(
        "Documents",
        demand
            .documents
            .iter()
            .map(|kept| {
                let digest = tag(&kept.sha256);
                let short = digest.get(..16).unwrap_or(&digest).to_owned();
                format!(
                    "{} — {}, {} bytes, SHA-256 {short}…, {}",
                    kept.name,
                    word("document", &tag(&kept.role)),
                    kept.length.get(),
                    kept.media_type
                )
            })
            .collect(),
    );
    section(
        "Docket searches",
        demand
            .searches
            .iter()
            .map(|made| {
                let search = &made.search;
                let place = word("place", &tag(&search.place));
                format!(
                    "{} — {place}: {}",
                    shown(search.searched.at, search.searched.zone),
                    word("result", &tag(&search.result))
                )
            })
            .collect(),
    );
    section("Proceedings", proceedings(view));
    section(
        "Decisions",
        demand
            .decisions
            .iter()
            .map(|made| {
                format!("{} — {}", crate::cells::shown(view, &wire(&made.cell)), word("decision", &tag(&made.decision)))
            })
            .collect(),
    );
    section("Telling the user", vec![word("notice", &tag(&view.notice))]);
    section(
        "Letters",
        view.letters
            .iter()
            .map(|letter| {
                let until =
                    letter.window_ends().map(|at| format!(", window until {}", shown(at, zone))).unwrap_or_default();
                format!("{} — {}, {}{until}", letter.id, letter.language, word("letter", &tag(&letter.step)))
            })
            .collect(),
    );
    section("You may", if view.may.is_empty() { Vec::new() } else { vec![view.may.join(", ")] });
    lines
}

/// The facts, those that are known.
fn paper(view: &DemandView, zone: Tz) -> Vec<String> {
    let Some(facts) = view.demand.facts.as_ref() else { return vec!["Nothing is kept of it any more.".to_owned()] };
    let mut rows = vec![word("instrument", &tag(&facts.instrument))];
    let mut row = |label: &str, value: String| {
        if !value.trim().is_empty() {
            rows.push(format!("{label}: {value}"));
        }
    };
    row("component", facts.component.as_ref().map(|from| word("component", &tag(from))).unwrap_or_default());
    row("office", facts.office.clone());
    row("recipient", facts.recipient.clone());
    for number in &facts.numbers {
        row(&number.label, number.value.clone());
    }
    row("received", shown(facts.received.at, facts.received.zone));
    row("served", facts.served.map(|served| shown(served.at, served.zone)).unwrap_or_default());
    let returns = facts.return_date.as_ref().map(|by| shown_printed(by.date, by.time, by.zone));
    row("return date as printed", returns.unwrap_or_default());
    row("authority cited", facts.authority.clone());
    for target in &facts.targets {
        row("account", format!("{} {}", target.kind, target.identifier));
    }
    if facts.no_target_stated {
        row("account", "none stated".to_owned());
    }
    row(
        "records",
        facts.records.iter().map(|sought| word("category", &tag(&sought.category))).collect::<Vec<_>>().join(", "),
    );
    row("logged", view.demand.logged.map(|at| shown(at, zone)).unwrap_or_default());
    row("hold", if view.demand.on_hold { "on".to_owned() } else { "off".to_owned() });
    rows
}

fn proceedings(view: &DemandView) -> Vec<String> {
    let mut rows = Vec::new();
    for found in &view.proceedings {
        let docket = found.docket.as_ref().map(|docket| docket.raw().to_owned()).unwrap_or_default();
        rows.push(format!("{} {docket}", found.court));
        for recorded in &found.papers {
            let paper = &recorded.paper;
            let state = match (&recorded.verified, &recorded.set_aside) {
                (_, Some(_)) => "set aside",
                (Some(_), None) => "verified by counsel",
                (None, None) if recorded.standing.is_some() => {
                    "corrected, waits for counsel; the version verified before acts until then"
                }
                (None, None) => "claimed, not verified",
            };
            let here = paper.effects.iter().filter(|effect| effect.demand == view.demand.id);
            let mut does: Vec<String> = here.map(|effect| word("what", &tag(&effect.what))).collect();
            if does.is_empty() && !paper.effects.is_empty() {
                does.push("about another demand of this docket, not this one".to_owned());
            }
            rows.push(format!(
                "  {} {} {} — {state}{}{}",
                paper.entry_number,
                word("paper", &tag(&paper.kind)),
                paper.title,
                if does.is_empty() { "" } else { ": " },
                does.join(", ")
            ));
        }
    }
    rows
}

fn warning(warning: &Warning) -> String {
    match warning {
        Warning::ReturnBeforeService => "The return date lies before service. It is kept as printed.".to_owned(),
        Warning::ReturnDatePassed => "The return date has passed.".to_owned(),
        Warning::NoDocketSearch => "Nobody has searched a docket yet.".to_owned(),
        Warning::DocketSearchStale { days } => format!("The last docket search is {days} days old."),
        Warning::FieldsEmpty { fields } => {
            format!("Empty so far: {}.", fields.iter().map(|name| field(name)).collect::<Vec<_>>().join(", "))
        }
        Warning::SameFile { reference, .. } => format!("The same file is on {reference}."),
        Warning::DutiesConflict => "A user's window or challenge runs past an order's date: counsel now.".to_owned(),
        Warning::NonDisclosureEndUnconfirmed => {
            "The non-disclosure order has ended on paper. Counsel confirms that it was not extended.".to_owned()
        }
        Warning::SameNumber { reference } => format!("The agency's number is on {reference} too."),
    }
}

#[derive(Debug, Args)]
pub(crate) struct List {
    /// needs-triage, due-this-week, waiting-for-counsel, claimed-orders, notices-to-send, all
    #[arg(long, default_value = "all")]
    view: String,
    /// due, received, reference
    #[arg(long, default_value = "due")]
    sort: String,
    /// Words in reference, numbers, identifiers, names and dockets
    #[arg(long, default_value = "")]
    text: String,
    /// How many rows, 1 to 500
    #[arg(long, default_value_t = 50)]
    limit: u16,
    /// Where the last page ended, as its reply said
    #[arg(long)]
    after: Option<String>,
    /// Only how many each view shows
    #[arg(long)]
    counts: bool,
}

impl List {
    pub(crate) fn run(&self, seat: &Seat) -> Outcome<Answer> {
        if self.counts {
            let counts = json!(seat.desk.queue_counts(Empty {})?);
            let lines =
                counts.as_object().into_iter().flatten().map(|(view, count)| format!("{count:>6}  {}", field(view)));
            let text = lines.collect::<Vec<_>>().join("\n");
            return Ok(Answer::new(counts, text));
        }
        let page = seat.desk.queue(QueueRequest {
            view: read(json!(camel(&self.view)))?,
            sort: read(json!(camel(&self.sort)))?,
            text: self.text.clone(),
            after: self.after.clone(),
            limit: self.limit,
        })?;
        let mut lines: Vec<String> = page
            .rows
            .iter()
            .map(|row| {
                let state = match &row.guard {
                    Some(guard) => word("guard", &tag(guard)),
                    None => word("headline", &tag(&row.headline)),
                };
                let part = if row.in_part { " (in part)" } else { "" };
                let due = match (row.due_at, &row.due_kind) {
                    (Some(at), Some(kind)) => format!("{}, {}", shown(at, row.due_zone), word("date", &tag(kind))),
                    _ => "no date".to_owned(),
                };
                format!(
                    "{}  {state}{part}\n           {due}; {}; {}",
                    row.reference,
                    word("step", &tag(&row.step)),
                    folded(&row.numbers)
                )
            })
            .collect();
        lines.push(format!("{} of {}", page.rows.len(), page.total.get()));
        if let Some(next) = &page.next {
            lines.push(format!("more: --after {next}"));
        }
        Ok(Answer::new(json!(page), lines.join("\n")))
    }
}

#[derive(Debug, Args)]
pub(crate) struct Timeline {
    /// The demand: reference, agency number or id
    demand: String,
    /// What had been recorded by then
    #[arg(long, value_name = "TIME")]
    known_at: Option<String>,
}

impl Timeline {
    pub(crate) fn run(&self, seat: &Seat) -> Outcome<Answer> {
        let zone = seat.zone();
        let demand = find::demand(seat, &self.demand)?;
        let known_at: Option<DateTime<Utc>> = self.known_at.as_deref().map(|text| instant(text, zone)).transpose()?;
        let entries = seat.desk.timeline(TimelineRequest { demand: id(&demand)?, known_at })?;
        let people = seat.desk.people(Empty {})?.people.persons;
        let mut lines = Vec::new();
        for entry in &entries {
            let who = people.iter().find(|person| person.id == entry.actor).map_or("", |person| person.name.as_str());
            let happened = shown(entry.happened.at, entry.happened.zone);
            let recorded = shown(entry.recorded, zone);
            lines.push(format!("{:>5}  {happened} (recorded {recorded})  {who}: {}", entry.seq, field(&entry.kind)));
            lines.extend(entry.changes.iter().filter(|change| is_short(&change.after)).map(|change| {
                let (before, after) = (brief(&change.before, zone), brief(&change.after, zone));
                format!("         {}: {} → {}", change.path, folded(&before), folded(&after))
            }));
        }
        Ok(Answer::new(json!(entries), lines.join("\n")))
    }
}

/// Long values are in the JSON; the words stay readable.
fn is_short(value: &Value) -> bool {
    !matches!(value, Value::Array(_) | Value::Object(_))
}

fn brief(value: &Value, zone: Tz) -> String {
    match value {
        Value::Null => "–".to_owned(),
        Value::String(text) => shown_text(text, zone),
        Value::Array(items) => format!("{} items", items.len()),
        Value::Object(_) => "…".to_owned(),
        other => other.to_string(),
    }
}
