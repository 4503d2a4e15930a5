//! The intake form as options. With `--facts FILE` the whole form comes as JSON; options given besides take its place.

use std::path::PathBuf;

use chrono_tz::Tz;
use clap::Args;
use serde_json::{Map, Value, json};

use crate::failure::{Failure, Outcome};
use crate::time;
use crate::wire::{camel, new_id};

/// Every field of the form.
#[derive(Debug, Default, Args)]
pub(crate) struct FactOptions {
    /// The whole form as JSON (the contract's DemandFacts; `desk schema` prints it)
    #[arg(long, value_name = "FILE")]
    facts: Option<PathBuf>,
    /// What it is: not-confirmed (the default), i138, dhs3115, other-administrative, grand-jury, judicial-subpoena, warrant, i9-notice, preservation, emergency, informal
    #[arg(long, value_name = "KIND")]
    instrument: Option<String>,
    /// The recipient entity as the paper names it
    #[arg(long, value_name = "NAME")]
    recipient: Option<String>,
    /// When it was received
    #[arg(long, value_name = "TIME")]
    received: Option<String>,
    /// How it came: portal, email, fax, in-person, post, registered-agent, other
    #[arg(long, value_name = "WAY")]
    channel: Option<String>,
    /// An account, as the paper names it: KIND:IDENTIFIER[|account=…][|language=es][|zone=America/Denver]. Repeat for more
    #[arg(long = "target", value_name = "ACCOUNT")]
    targets: Vec<String>,
    /// The paper names no account
    #[arg(long)]
    no_target_stated: bool,
    /// Records sought: CATEGORY or CATEGORY=the paper's words. name, address, sessions, service, identity, payment, other-non-content, content, special
    #[arg(long = "record", value_name = "RECORDS")]
    records: Vec<String>,
    /// One of the agency's numbers: LABEL=NUMBER. Repeat for more
    #[arg(long = "number", value_name = "NUMBER")]
    numbers: Vec<String>,
    /// Authority cited, in the paper's words
    #[arg(long, value_name = "WORDS")]
    authority: Option<String>,
    /// Purpose stated, in the paper's words
    #[arg(long, value_name = "WORDS")]
    purpose: Option<String>,
    /// The issuing component: ice-hsi, ice-ero, ice, cbp, uscis, other-dhs, other
    #[arg(long, value_name = "COMPONENT")]
    component: Option<String>,
    /// The issuing office
    #[arg(long, value_name = "NAME")]
    office: Option<String>,
    /// Who signed it: NAME; TITLE; CONTACT
    #[arg(long, value_name = "PERSON")]
    issued_by: Option<String>,
    /// Whom to answer: NAME; TITLE; CONTACT
    #[arg(long, value_name = "PERSON")]
    answer_to: Option<String>,
    /// Who served it: NAME; TITLE; CONTACT
    #[arg(long, value_name = "PERSON")]
    served_by: Option<String>,
    /// The date of issue as printed
    #[arg(long, value_name = "DATE")]
    issued: Option<String>,
    /// When it was served
    #[arg(long, value_name = "TIME")]
    served: Option<String>,
    /// The return date as printed, with time and zone if printed. Kept as it is, also before service
    #[arg(long = "return", value_name = "DATE")]
    return_date: Option<String>,
    /// Where to appear or produce
    #[arg(long, value_name = "PLACE")]
    return_place: Option<String>,
    /// A rider or attachment belongs to it
    #[arg(long)]
    rider: bool,
    /// "Do not tell": none, requested, asserted:BASIS, ordered:COURT:DOCKET[:FROM[:TO]], statutory:BASIS
    #[arg(long, value_name = "STANDING")]
    non_disclosure: Option<String>,
    /// First day of the period asked about
    #[arg(long, value_name = "DATE")]
    period_from: Option<String>,
    /// Last day of the period asked about
    #[arg(long, value_name = "DATE")]
    period_to: Option<String>,
    /// Our own date to act by
    #[arg(long, value_name = "DATE")]
    act_by: Option<String>,
    /// A note for the file; not privileged
    #[arg(long, value_name = "WORDS")]
    note: Option<String>,
}

/// The form of a new demand.
pub(crate) fn of_new(options: &FactOptions, zone: Tz) -> Outcome<Value> {
    let mut form = match &options.facts {
        Some(path) => from_file(path)?,
        None => empty(),
    };
    fill(options, zone, &mut form)?;
    for (field, option) in [("received", "--received"), ("channel", "--channel"), ("recipient", "--recipient")] {
        if !form.contains_key(field) {
            return Err(Failure::usage(format!("{option} is needed: when, how and to whom it came.")));
        }
    }
    Ok(Value::Object(form))
}

/// The form of a demand that is on file, with what the options change.
pub(crate) fn of_known(options: &FactOptions, zone: Tz, known: Value) -> Outcome<Value> {
    let mut form = match (&options.facts, known) {
        (Some(path), _) => from_file(path)?,
        (None, Value::Object(known)) => known,
        _ => empty(),
    };
    fill(options, zone, &mut form)?;
    Ok(Value::Object(form))
}

fn from_file(path: &PathBuf) -> Outcome<Map<String, Value>> {
    let text = std::fs::read_to_string(path).map_err(|why| Failure::file(path, why))?;
    serde_json::from_str(&text).map_err(|fault| Failure::usage(format!("{}: {fault}", path.display())))
}

fn empty() -> Map<String, Value> {
    let mut form = Map::new();
    form.insert("instrument".to_owned(), json!("notConfirmed"));
    for field in ["component", "issued", "served", "returnDate", "periodFrom", "periodTo", "actBy"] {
        form.insert(field.to_owned(), Value::Null);
    }
    form
}

fn fill(options: &FactOptions, zone: Tz, form: &mut Map<String, Value>) -> Outcome<()> {
    let mut put = |field: &str, value: Value| form.insert(field.to_owned(), value);
    for (field, given) in
        [("instrument", &options.instrument), ("channel", &options.channel), ("component", &options.component)]
    {
        if let Some(word) = given {
            put(field, json!(camel(word)));
        }
    }
    for (field, given) in [
        ("recipient", &options.recipient),
        ("authority", &options.authority),
        ("purpose", &options.purpose),
        ("office", &options.office),
        ("returnPlace", &options.return_place),
        ("note", &options.note),
    ] {
        if let Some(words) = given {
            put(field, json!(words));
        }
    }
    for (field, given) in [
        ("issuingOfficial", &options.issued_by),
        ("pointOfContact", &options.answer_to),
        ("server", &options.served_by),
    ] {
        if let Some(person) = given {
            put(field, official(person));
        }
    }
    for (field, given) in [
        ("issued", &options.issued),
        ("periodFrom", &options.period_from),
        ("periodTo", &options.period_to),
        ("actBy", &options.act_by),
    ] {
        if let Some(day) = given {
            put(field, json!(time::date(day)?));
        }
    }
    for (field, given) in [("received", &options.received), ("served", &options.served)] {
        if let Some(moment) = given {
            put(field, time::moment(moment, zone)?);
        }
    }
    if let Some(printed) = &options.return_date {
        put("returnDate", time::printed(printed, zone)?);
    }
    if let Some(standing) = &options.non_disclosure {
        put("nonDisclosure", non_disclosure(standing)?);
    }
    if options.rider {
        put("rider", json!(true));
    }
    if options.no_target_stated {
        put("noTargetStated", json!(true));
        put("targets", json!([]));
    }
    if !options.numbers.is_empty() {
        put("numbers", options.numbers.iter().map(|number| agency_number(number)).collect());
    }
    if !options.records.is_empty() {
        put("records", options.records.iter().map(|record| record_sought(record)).collect());
    }
    if !options.targets.is_empty() {
        put("noTargetStated", json!(false));
        let known = form.get("targets").cloned().unwrap_or_default();
        let targets = options.targets.iter().map(|text| target(text, &known)).collect::<Outcome<Vec<Value>>>()?;
        form.insert("targets".to_owned(), Value::Array(targets));
    }
    Ok(())
}

fn official(text: &str) -> Value {
    let mut parts = text.splitn(3, ';').map(str::trim);
    let mut next = || parts.next().unwrap_or_default();
    json!({ "name": next(), "title": next(), "contact": next() })
}

fn agency_number(text: &str) -> Value {
    let (label, value) = text.split_once('=').unwrap_or(("Number", text));
    json!({ "label": label.trim(), "value": value.trim() })
}

fn record_sought(text: &str) -> Value {
    let (category, words) = text.split_once('=').unwrap_or((text, ""));
    json!({ "category": camel(category.trim()), "words": words.trim() })
}

/// An account that is on file already keeps its id: decisions and orders stand on it.
fn target(text: &str, known: &Value) -> Outcome<Value> {
    let mut parts = text.split('|');
    let (kind, identifier) = parts.next().and_then(|first| first.split_once(':')).ok_or_else(|| {
        Failure::usage(format!("`{text}` is not an account; write KIND:IDENTIFIER, as in handle:@example"))
    })?;
    let mut known = known.as_array().into_iter().flatten();
    let id = match known.find(|one| one.get("identifier").and_then(Value::as_str) == Some(identifier)) {
        Some(one) => one.get("id").cloned().unwrap_or_default(),
        None => json!(new_id()?),
    };
    let mut made =
        json!({ "id": id, "kind": kind, "identifier": identifier, "account": "", "language": "", "zone": null });
    for part in parts {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        match (name, made.as_object_mut()) {
            ("account" | "language" | "zone", Some(fields)) => fields.insert(name.to_owned(), json!(value)),
            _ => return Err(Failure::usage(format!("`{part}` is not account=…, language=… or zone=…"))),
        };
    }
    Ok(made)
}

fn non_disclosure(text: &str) -> Outcome<Value> {
    let (standing, rest) = text.split_once(':').unwrap_or((text, ""));
    Ok(match standing {
        "none" | "requested" => json!({ "type": standing }),
        "asserted" | "statutory" => json!({ "type": standing, "basis": rest }),
        "ordered" => {
            let parts: Vec<&str> = rest.split(':').collect();
            // A docket number holds a colon itself (3:26-mc-80123): court, then office and number, then the days.
            let (court, docket, days) = match parts.as_slice() {
                [court, office, number, days @ ..] if office.len() <= 2 => (*court, format!("{office}:{number}"), days),
                [court, docket, days @ ..] => (*court, (*docket).to_owned(), days),
                _ => return Err(Failure::usage("write ordered:COURT:DOCKET[:FROM[:TO]]")),
            };
            let day = |place: usize| days.get(place).map(|day| time::date(day)).transpose();
            json!({
                "type": "ordered", "court": court, "docket": docket,
                "start": day(0)?, "end": day(1)?, "review": null, "document": null,
            })
        }
        _ => {
            return Err(Failure::usage(format!(
                "`{text}` is not none, requested, asserted:…, ordered:… or statutory:…"
            )));
        }
    })
}

#[cfg(test)]
mod tests {
    use super::{FactOptions, agency_number, non_disclosure, of_known, of_new, target};
    use chrono_tz::America::Los_Angeles;
    use serde_json::json;

    #[test]
    fn the_hard_fields_are_asked_for() {
        let nothing = of_new(&FactOptions::default(), Los_Angeles).unwrap_err();
        assert!(nothing.to_string().contains("--received"));
    }

    #[test]
    fn options_become_the_form() {
        let options = FactOptions {
            instrument: Some("i138".to_owned()),
            recipient: Some("Example Platform, Inc.".to_owned()),
            received: Some("2026-11-20 09:30".to_owned()),
            channel: Some("in-person".to_owned()),
            targets: vec!["handle:@river_lantern_88|language=es".to_owned()],
            records: vec!["name".to_owned(), "other-non-content=all devices".to_owned()],
            ..FactOptions::default()
        };
        let form = of_new(&options, Los_Angeles).unwrap();
        assert_eq!(form["channel"], "inPerson");
        assert_eq!(form["received"], json!({"at": "2026-11-20T17:30:00.000Z", "zone": "America/Los_Angeles"}));
        assert_eq!(form["targets"][0]["identifier"], "@river_lantern_88");
        assert_eq!(form["targets"][0]["language"], "es");
        assert_eq!(form["records"][1], json!({"category": "otherNonContent", "words": "all devices"}));
    }

    #[test]
    fn an_account_on_file_keeps_its_id() {
        let known = json!([{ "id": "018f0000-0000-7000-8000-000000000001", "identifier": "@a" }]);
        assert_eq!(target("handle:@a", &known).unwrap()["id"], known[0]["id"]);
        assert_ne!(target("handle:@b", &known).unwrap()["id"], known[0]["id"]);
        assert!(target("@a", &known).is_err());
        let amended = of_known(
            &FactOptions { targets: vec!["handle:@a".to_owned()], ..FactOptions::default() },
            Los_Angeles,
            json!({ "recipient": "Example Platform, Inc.", "targets": known }),
        );
        assert_eq!(amended.unwrap()["recipient"], "Example Platform, Inc.");
    }

    #[test]
    fn a_docket_number_keeps_its_colon() {
        let ordered = non_disclosure("ordered:cand:3:26-mc-80123:2026-11-01").unwrap();
        assert_eq!(ordered["docket"], "3:26-mc-80123");
        assert_eq!(ordered["start"], "2026-11-01");
        assert_eq!(non_disclosure("ordered:cand:26-mc-80123").unwrap()["docket"], "26-mc-80123");
        assert!(non_disclosure("maybe").is_err());
        assert_eq!(agency_number("Subpoena Number=1"), json!({"label": "Subpoena Number", "value": "1"}));
    }
}
