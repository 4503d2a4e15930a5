//! What a person names, found in the register: a demand by reference, a letter by its demand, a paper by its number. Ids
//! always work. Never the nearest match: exactly one, or a failure that says what there is.

use std::path::Path;

use contract::{Commands, DemandView, Empty, LetterRequest, QueueRequest, QueueSort, QueueView};

use crate::failure::{Failure, Outcome};
use crate::seat::Seat;
use crate::wire::{id, is_id, tag};

/// A demand's id, by its reference (2026-0003), an agency's number, or its id.
pub(crate) fn demand(seat: &Seat, named: &str) -> Outcome<String> {
    if is_id(named) {
        return Ok(named.to_owned());
    }
    let page = seat.desk.queue(QueueRequest {
        view: QueueView::All,
        sort: QueueSort::Reference,
        text: named.to_owned(),
        after: None,
        limit: 500,
    })?;
    if let Some(row) = page.rows.iter().find(|row| row.reference == named) {
        return Ok(row.demand.to_string());
    }
    let by_number = page.rows.iter().filter(|row| row.numbers.split(" · ").any(|number| number == named));
    match by_number.collect::<Vec<_>>().as_slice() {
        [row] => Ok(row.demand.to_string()),
        [] => Err(Failure::NotOne(format!("No demand here has the reference or number `{named}`."))),
        many => Err(Failure::NotOne(format!(
            "`{named}` is on more than one demand: {}.",
            many.iter().map(|row| row.reference.as_str()).collect::<Vec<_>>().join(", ")
        ))),
    }
}

/// One of several by a test; says what there is when it is not exactly one.
fn one<T>(
    what: &str,
    named: &str,
    all: &[T],
    fits: impl Fn(&T) -> bool,
    label: impl Fn(&T) -> String,
) -> Outcome<usize> {
    let mut found = all.iter().enumerate().filter(|(_, item)| fits(item)).map(|(place, _)| place);
    match (found.next(), found.next()) {
        (Some(place), None) => Ok(place),
        (first, _) => {
            let here = all.iter().map(label).collect::<Vec<_>>().join("; ");
            let how = if first.is_none() { "fits nothing" } else { "fits more than one thing" };
            let here = if here.is_empty() { "there is none".to_owned() } else { format!("there is {here}") };
            Err(Failure::NotOne(format!("{what} `{named}` {how}: {here}.")))
        }
    }
}

/// A document's id on this demand: by id, name, or the first eight or more digits of its SHA-256.
pub(crate) fn document(view: &DemandView, named: &str) -> Outcome<String> {
    let documents = &view.demand.documents;
    let digest = |text: &str| text.len() >= 8 && text.chars().all(|c| c.is_ascii_hexdigit());
    let place = one(
        "Document",
        named,
        documents,
        |kept| {
            kept.document.to_string() == named
                || kept.name == named
                || (digest(named) && tag(&kept.sha256).starts_with(&named.to_lowercase()))
        },
        |kept| kept.name.clone(),
    )?;
    Ok(documents.get(place).map(|kept| kept.document.to_string()).unwrap_or_default())
}

/// A document named, or a file that is attached now and then named.
pub(crate) fn document_or_file(seat: &Seat, view: &DemandView, named: &str, role: &str) -> Outcome<String> {
    if !is_id(named) && Path::new(named).is_file() {
        let attached = seat.attach(&view.demand.id.to_string(), Path::new(named), role)?;
        return Ok(attached.attached.document.to_string());
    }
    document(view, named)
}

/// An account of this demand: none for a paper that names none.
pub(crate) fn target(view: &DemandView, named: Option<&str>) -> Outcome<Option<String>> {
    let targets = view.demand.facts.as_ref().map(|facts| facts.targets.as_slice()).unwrap_or_default();
    match (named, targets) {
        (None, []) | (Some("none"), _) => Ok(None),
        (None, [only]) => Ok(Some(only.id.to_string())),
        (None, many) => Err(Failure::usage(format!(
            "Name the account with --target: {}.",
            many.iter().map(|target| target.identifier.as_str()).collect::<Vec<_>>().join(", ")
        ))),
        (Some(named), targets) => {
            let place = one(
                "Account",
                named,
                targets,
                |target| target.identifier == named || target.id.to_string() == named,
                |target| target.identifier.clone(),
            )?;
            Ok(targets.get(place).map(|target| target.id.to_string()))
        }
    }
}

/// A proceeding of this demand: by docket number as printed, or id; the only one when none is named.
pub(crate) fn proceeding(view: &DemandView, named: Option<&str>) -> Outcome<String> {
    let all = &view.proceedings;
    let printed = |place: usize| {
        all.get(place).and_then(|found| found.docket.as_ref()).map(|docket| docket.raw().to_owned()).unwrap_or_default()
    };
    let place = match (named, all.as_slice()) {
        (None, [_]) => 0,
        (None, []) => return Err(Failure::NotOne("No proceeding is recorded for this demand.".to_owned())),
        (named, _) => {
            let named = named.ok_or_else(|| Failure::usage("Name the proceeding with --proceeding DOCKET."))?;
            let places: Vec<usize> = (0..all.len()).collect();
            one(
                "Proceeding",
                named,
                &places,
                |place| printed(*place) == named || all.get(*place).is_some_and(|found| found.id.to_string() == named),
                |place| printed(*place),
            )?
        }
    };
    Ok(all.get(place).map(|found| found.id.to_string()).unwrap_or_default())
}

/// A court paper of this demand's proceedings, with its proceeding: by id, number on the docket, or title; when none is
/// named, the only one that is neither verified nor set aside.
pub(crate) fn paper(view: &DemandView, named: Option<&str>) -> Outcome<(String, String)> {
    let all: Vec<_> = view
        .proceedings
        .iter()
        .flat_map(|found| found.papers.iter().map(move |recorded| (found.id.to_string(), recorded)))
        .collect();
    let place = one(
        "Court paper",
        named.unwrap_or("not verified yet"),
        &all,
        |(_, recorded)| match named {
            None => recorded.verified.is_none() && recorded.set_aside.is_none(),
            Some(named) => {
                let paper = &recorded.paper;
                paper.id.to_string() == named
                    || paper.title == named
                    || (!named.is_empty() && paper.entry_number == named)
            }
        },
        |(_, recorded)| format!("{} {}", recorded.paper.entry_number, recorded.paper.title).trim().to_owned(),
    )?;
    Ok(all.get(place).map(|(found, recorded)| (found.clone(), recorded.paper.id.to_string())).unwrap_or_default())
}

/// A docket search of this demand: by id; when none is named, the only claim that is not answered.
pub(crate) fn claim(view: &DemandView, named: Option<&str>) -> Outcome<String> {
    let place = one(
        "Docket search",
        named.unwrap_or("with an open claim"),
        &view.demand.searches,
        |made| match named {
            Some(named) => made.search.id.to_string() == named,
            None => made.is_open_claim(),
        },
        |made| made.search.id.to_string(),
    )?;
    Ok(view.demand.searches.get(place).map(|made| made.search.id.to_string()).unwrap_or_default())
}

/// A letter with its demand: by id, or a demand's latest letter that is not set aside.
pub(crate) fn letter(seat: &Seat, named: &str) -> Outcome<(String, String)> {
    if is_id(named) {
        let shown = seat.desk.letter(LetterRequest { letter: id(named)? })?;
        let demand = shown.letter.demand.map(|demand| demand.to_string()).unwrap_or_default();
        return Ok((named.to_owned(), demand));
    }
    let demand = demand(seat, named)?;
    let view = seat.view(&demand)?;
    // Ids sort by the time they were made.
    let latest = view.letters.iter().filter(|letter| tag(&letter.step) != "setAside").max_by_key(|letter| letter.id);
    match latest {
        Some(letter) => Ok((letter.id.to_string(), demand)),
        None => Err(Failure::NotOne(format!("No letter was drafted for `{named}`."))),
    }
}

/// A person who is here, by name or id.
pub(crate) fn person(seat: &Seat, named: &str) -> Outcome<String> {
    let persons = seat.desk.people(Empty {})?.people.persons;
    let here: Vec<_> = persons.into_iter().filter(|person| !person.removed).collect();
    let place = one(
        "Person",
        named,
        &here,
        |person| person.name == named || person.id.to_string() == named,
        |person| person.name.clone(),
    )?;
    Ok(here.get(place).map(|person| person.id.to_string()).unwrap_or_default())
}
