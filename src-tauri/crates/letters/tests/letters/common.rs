//! Fictional facts for the tests.
use std::collections::{BTreeMap, BTreeSet};

use letters::{Condition, FIELDS, Facts, Language, Letter, List, Stationery, Template, compose, shipped};

pub(crate) fn template(language: Language) -> Template {
    let source = match language {
        Language::En => shipped::USER_NOTICE_EN,
        Language::Es => shipped::USER_NOTICE_ES,
    };
    Template::parse(source).expect("shipped templates parse")
}

pub(crate) fn item(fields: &[(&str, &str)]) -> BTreeMap<String, String> {
    fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// An item with the example of each of its fields.
fn example(list: List) -> BTreeMap<String, String> {
    list.fields().iter().map(|field| (field.name.to_owned(), field.example.to_owned())).collect()
}

/// Every field with its example, every list with two items, no condition.
pub(crate) fn all_values() -> Facts {
    let values = FIELDS.iter().map(|field| (field.name.to_owned(), field.example.to_owned())).collect();
    let lists = BTreeMap::from([
        (List::TargetsOfThisUser, vec![item(&[("account", "@river_lantern_88")])]),
        (
            List::Records,
            vec![
                item(&[("description", "Your name and address")]),
                item(&[("description", "The dates and times you signed in, and the network addresses")]),
                item(&[("description", "The phone number on the account")]),
            ],
        ),
        (List::RecordsHeld, vec![item(&[("description", "The dates and times you signed in")])]),
        (List::OrdersForbidding, vec![example(List::OrdersForbidding)]),
        (List::Stays, vec![example(List::Stays)]),
        (List::OrdersInForce, vec![example(List::OrdersInForce)]),
        (List::OrdersStayed, vec![example(List::OrdersStayed)]),
        (List::PlannedProductions, vec![example(List::PlannedProductions)]),
        (
            List::HelpOrganisations,
            vec![
                item(&[("name", "Example Legal Aid"), ("contact", "legalaid.example")]),
                item(&[("name", "Sample Bar Referral Line"), ("contact", "555-0142")]),
            ],
        ),
    ]);
    Facts { values, conditions: BTreeSet::new(), lists }
}

/// The usual case: confirmed I-138, nothing disclosed, no order on record, a waiting period, a copy goes along.
pub(crate) fn usual() -> Facts {
    let mut facts = all_values();
    facts.conditions = BTreeSet::from([
        Condition::ImmigrationSubpoena,
        Condition::OfficeStated,
        Condition::DemandNumbered,
        Condition::StatuteStated,
        Condition::HasReturnDate,
        Condition::OrderNoneOnRecord,
        Condition::NonDisclosureRequested,
        Condition::NothingDisclosedOnFile,
        Condition::CopyAttached,
        Condition::CopyRedacted,
        Condition::ContentNotIncluded,
        Condition::RecordsWithoutOrder,
        Condition::HasNoticeWindow,
    ]);
    facts
}

/// The usual case with the values a Spanish letter gets.
pub(crate) fn usual_es() -> Facts {
    let mut facts = usual();
    let spanish = [
        ("letterDate", "lunes, 23 de noviembre de 2026"),
        ("asOf", "lunes, 23 de noviembre de 2026, a las 10:15 a. m. (hora del Este)"),
        ("receivedOn", "miércoles, 18 de noviembre de 2026"),
        ("returnDate", "jueves, 3 de diciembre de 2026, a las 10:00 a. m. (hora del Este)"),
        ("noticeWindowEnds", "lunes, 7 de diciembre de 2026, a las 11:59 p. m. (hora del Este)"),
        ("disclosedOn", "viernes, 20 de noviembre de 2026"),
        ("withdrawnOn", "viernes, 20 de noviembre de 2026"),
        ("barredScope", "su número de teléfono"),
        ("unplannedScope", "su dirección"),
        ("restScope", "cómo paga"),
        ("redactions", "Tapamos la línea telefónica directa de una persona que trabaja para el gobierno."),
    ];
    for (name, value) in spanish {
        facts.values.insert(name.to_owned(), value.to_owned());
    }
    facts.lists.insert(
        List::Records,
        vec![
            item(&[("description", "Su nombre y su dirección")]),
            item(&[("description", "Las fechas y horas en que inició sesión, y las direcciones de red")]),
            item(&[("description", "El número de teléfono de la cuenta")]),
        ],
    );
    facts.lists.insert(List::RecordsHeld, vec![item(&[("description", "Las fechas y horas en que inició sesión")])]);
    for list in [List::OrdersForbidding, List::Stays, List::OrdersInForce, List::OrdersStayed, List::PlannedProductions]
    {
        for (name, value) in [
            ("orderEnteredOn", "lunes, 9 de noviembre de 2026"),
            ("scope", "su nombre, su dirección y las fechas en que inició sesión"),
            ("complyBy", "viernes, 11 de diciembre de 2026, a las 5:00 p. m. (hora del Pacífico)"),
            ("productionDate", "viernes, 11 de diciembre de 2026, a las 5:00 p. m. (hora del Pacífico)"),
        ] {
            for found in facts.lists.entry(list).or_default() {
                if let Some(known) = found.get_mut(name) {
                    value.clone_into(known);
                }
            }
        }
    }
    facts
}

/// Long and odd values, twelve accounts, orders for and against, everything that can be shown beside them.
pub(crate) fn worst(mut facts: Facts) -> Facts {
    facts.conditions = Condition::ALL
        .iter()
        .copied()
        .filter(|condition| {
            !matches!(
                condition,
                Condition::CustomsSummons
                    | Condition::OrderNoneOnRecord
                    | Condition::StayStands
                    | Condition::WaitsForOrder
                    | Condition::NothingDisclosedOnFile
                    | Condition::NonDisclosureNoneOnFile
            )
        })
        .collect();
    let long = "A very long office name that goes on and on, Homeland Security Investigations, ".repeat(4);
    facts.values.insert("office".to_owned(), long.trim().to_owned());
    let mut accounts: Vec<_> =
        (1..=9).map(|n| item(&[("account", &format!("@{}_{n}", "river_lantern".repeat(4)))])).collect();
    accounts.push(item(&[("account", "@نهر_الفانوس ٨٨")]));
    accounts.push(item(&[("account", "@פנס_הנהר")]));
    accounts.push(item(&[("account", "@Řeka_Žluťoučký_Лампа_Ποταμός 🏮🦊")]));
    facts.lists.insert(List::TargetsOfThisUser, accounts);
    facts
}

/// Values that would do harm if anything read them as markup.
pub(crate) const HOSTILE: &[&str] = &[
    "#strong[x]",
    "{{company}}",
    "*x* _y_ **z**",
    "<script>alert(1)</script>",
    "$x^2$ $ x $",
    "[a](http://b.example) ![c](d)",
    "\\ ` ~ @label <label> // x /* y */",
    "::: when orderInForce",
    "#import \"x.typ\": * #read(\"letter.json\")",
    "= Heading - list + enum / term: x",
    "-- --- ... 'a' \"b\"",
    "{{7*7}} %s \\u{41} &amp; &#65;",
    "a 🏮 b",
];

pub(crate) fn letter(facts: &Facts, language: Language) -> Letter {
    compose(&template(language), facts).expect("all facts are there")
}

pub(crate) fn stationery() -> Stationery {
    Stationery {
        sender: "Example Platform, Inc.".to_owned(),
        address_lines: vec![
            "Legal Department · 100 Example Street, Springfield, CA 90000".to_owned(),
            "legal-notices@platform.example".to_owned(),
        ],
        reference: "2026-0007".to_owned(),
    }
}
