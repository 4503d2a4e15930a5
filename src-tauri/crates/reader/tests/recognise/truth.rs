//! A specimen's truth and a paper's suggestions, both as plain texts for each field: `truth.md` says how to compare.

use chrono::NaiveTime;
use look_alikes::{Layout, Specimen};
use matter::demand::{Category, Component};
use reader::recognise::{Field, IdentifierKind, Silence, Suggestions, Value};

use crate::score::{Score, plain};

/// The fields that are compared: a specimen's name for it, ours, and whether it is a long text.
const FIELDS: [(&str, Field, bool); 31] = [
    ("number", Field::SubpoenaNumber, false),
    ("caseNumber", Field::CaseNumber, false),
    ("fileNumber", Field::FileNumber, false),
    ("component", Field::Component, false),
    ("recipient.name", Field::Recipient, false),
    ("recipient.lines", Field::RecipientAddress, false),
    ("inRe", Field::InRe, true),
    ("contact.name", Field::ContactName, false),
    ("contact.title", Field::ContactTitle, false),
    ("contact.address", Field::ContactAddress, false),
    ("contact.phone", Field::ContactPhone, false),
    ("contact.email", Field::ContactEmail, false),
    ("issuing.name", Field::IssuingName, false),
    ("issuing.title", Field::IssuingTitle, false),
    ("issuing.phone", Field::IssuingPhone, false),
    ("server.name", Field::ServerName, false),
    ("server.title", Field::ServerTitle, false),
    ("issued", Field::Issued, false),
    ("returnDate", Field::ReturnDate, false),
    ("returnTime", Field::ReturnTime, false),
    ("place", Field::Place, false),
    ("appear", Field::Appear, false),
    ("produce", Field::Produce, false),
    ("authority", Field::Authority, false),
    ("purpose", Field::Purpose, true),
    ("warning", Field::Warning, true),
    ("records", Field::Record, true),
    ("period", Field::Period, false),
    ("identifiers", Field::Identifier, false),
    ("nonDisclosure", Field::NonDisclosure, false),
    ("fax", Field::FaxLine, true),
];

fn list(lines: &[String]) -> String {
    plain(&lines.join(", "))
}

/// What the layout drew of a field.
fn expected(specimen: &Specimen, field: &str) -> Vec<String> {
    let one = |text: &str| vec![plain(text)];
    let maybe = |text: Option<&String>| text.map(|text| plain(text)).into_iter().collect();
    match field {
        "number" => one(&specimen.number),
        "caseNumber" => maybe(specimen.case_number.as_ref()),
        "fileNumber" => maybe(specimen.file_number.as_ref()),
        "component" => one(&specimen.component),
        "recipient.name" => one(&specimen.recipient.name),
        "recipient.lines" => vec![list(&specimen.recipient.lines)],
        "inRe" => maybe(specimen.in_re.as_ref()),
        "contact.name" => one(&specimen.contact.name),
        "contact.title" => one(&specimen.contact.title),
        "contact.address" => one(&specimen.contact.address.replace('\n', ", ")),
        "contact.phone" => one(&specimen.contact.phone),
        "contact.email" => maybe(specimen.contact.email.as_ref()),
        "issuing.name" => one(&specimen.issuing.name),
        "issuing.title" => one(&specimen.issuing.title),
        "issuing.phone" => maybe(specimen.issuing.phone.as_ref()),
        "server.name" => specimen.server.iter().map(|server| plain(&server.name)).collect(),
        "server.title" => specimen.server.iter().map(|server| plain(&server.title)).collect(),
        "issued" => one(&specimen.issued.to_string()),
        "returnDate" => one(&specimen.return_date.to_string()),
        "returnTime" => one(&NaiveTime::parse_from_str(&specimen.return_time, "%H:%M").unwrap().to_string()),
        "place" => one(&specimen.place),
        "appear" => vec![specimen.appear.to_string()],
        "produce" => vec![specimen.produce.to_string()],
        "authority" => specimen.authority.iter().map(|text| citation(text)).collect(),
        "purpose" => maybe(specimen.purpose.as_ref()),
        "warning" => one(&specimen.warning),
        "records" => specimen.records.iter().map(|record| record_of(&record.text, &record.category)).collect(),
        "period" => specimen.period.iter().map(|period| format!("{}/{:?}", period.from, period.to)).collect(),
        "identifiers" => specimen.identifiers.iter().map(|one| format!("{}:{}", one.kind, plain(&one.value))).collect(),
        "nonDisclosure" => {
            Some(specimen.non_disclosure.kind.clone()).filter(|kind| kind != "none").into_iter().collect()
        }
        "fax" => specimen.fax.iter().map(|fax| plain(&fax.line)).collect(),
        _ => Vec::new(),
    }
}

/// `matter` puts what is outside the statute's list and what is traffic in one category.
fn record_of(text: &str, category: &str) -> String {
    let category = if category == "outside" { "otherNonContent" } else { category };
    format!("{category}:{}", plain(text))
}

/// Title and section, whatever they are written like: "8 U.S.C. § 1225(d)" is 8usc1225.
fn citation(text: &str) -> String {
    let lower = text.to_lowercase();
    let digits: Vec<String> =
        lower.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).map(str::to_owned).collect();
    let first = |at: usize| digits.get(at).cloned().unwrap_or_default();
    if lower.contains("tariff") {
        "tariffact509".to_owned()
    } else if lower.contains("nationality") {
        format!("ina{}", first(0))
    } else if lower.contains("c.f.r") || lower.contains("cfr") {
        format!("{}cfr{}", first(0), first(1))
    } else {
        format!("{}usc{}", first(0), first(1))
    }
}

/// What was suggested for a field.
fn found(suggestions: &Suggestions, field: Field) -> Vec<String> {
    suggestions
        .of(field)
        .map(|suggestion| match &suggestion.value {
            Value::Text { text } if field == Field::Authority => citation(text),
            Value::Text { text } => plain(text),
            Value::Lines { lines } => list(lines),
            Value::Date { date } => date.to_string(),
            Value::Time { time } => time.to_string(),
            Value::Ticked { ticked } => ticked.to_string(),
            Value::Component { component } => match component {
                Component::IceHsi => "HSI",
                Component::IceEro => "ERO",
                Component::Cbp => "CBP",
                Component::Uscis => "USCIS",
                _ => "other",
            }
            .to_owned(),
            Value::Period { from, to } => format!("{from}/{to:?}"),
            Value::Identifier { kind, value } => {
                let kind = match kind {
                    IdentifierKind::Handle => "handle",
                    IdentifierKind::Email => "email",
                    IdentifierKind::Url => "url",
                    IdentifierKind::Phone => "phone",
                    IdentifierKind::Ip => "ip",
                    IdentifierKind::AccountId => "accountId",
                };
                format!("{kind}:{}", plain(value))
            }
            Value::Record { text, category } => {
                let category = match category {
                    Some(Category::Name) => "A",
                    Some(Category::Address) => "B",
                    Some(Category::Sessions) => "C",
                    Some(Category::Service) => "D",
                    Some(Category::Identity) => "E",
                    Some(Category::Payment) => "F",
                    Some(Category::OtherNonContent) => "otherNonContent",
                    Some(Category::Content) => "content",
                    Some(Category::Special) => "special",
                    None => "none",
                };
                format!("{category}:{}", plain(text))
            }
            Value::NonDisclosure { standing } => match standing {
                Silence::Requested => "requested",
                Silence::Asserted => "asserted",
                Silence::Ordered => "ordered",
            }
            .to_owned(),
            other => format!("{other:?}"),
        })
        .collect()
}

/// Compares one paper. A field that the layout does not draw has nothing to find. On scans long texts are the same when 95
/// of 100 letters agree: a person has the place before their eyes. Everything else must be exact there too.
pub(crate) fn compare(
    score: &mut Score,
    paper: &str,
    specimen: &Specimen,
    layout: &Layout,
    suggestions: &Suggestions,
    scan: bool,
) {
    for (name, field, long) in FIELDS {
        let drawn = layout.draws(name, specimen.fax.is_some());
        let mut expected = if drawn { expected(specimen, name) } else { Vec::new() };
        let mut found = found(suggestions, field);
        if name == "authority" {
            // Citations within other texts are neither right nor wrong (`truth.md`).
            let texts = [Some(&specimen.warning), specimen.purpose.as_ref(), specimen.non_disclosure.text.as_ref()];
            let aside = |cited: &String| {
                texts
                    .iter()
                    .flatten()
                    .any(|text| plain(&text.to_lowercase()).contains(&cited.replace("usc", "u.s.c.§")))
            };
            found.retain(|cited| expected.contains(cited) || !aside(cited));
            expected.sort();
            expected.dedup();
            found.sort();
            found.dedup();
        }
        if !drawn && found.is_empty() {
            continue;
        }
        let alike = if scan && long { 0.95 } else { 1.0 };
        score.take(name, paper, &expected, &found, alike);
    }
}
