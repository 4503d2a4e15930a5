//! One form: what stands on it. The fields are told in `truth.md`.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::{Chance, PoolFault, Pools};

/// What stands on a form, and so what a reader may be asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[expect(missing_docs, reason = "truth.md has a line for each field")]
pub struct Specimen {
    pub form: String,
    pub number: String,
    pub case_number: Option<String>,
    pub file_number: Option<String>,
    pub matter_number: Option<String>,
    pub component: String,
    pub recipient: Recipient,
    pub in_re: Option<String>,
    pub contact: Contact,
    pub issuing: Issuing,
    pub server: Option<Server>,
    pub issued: NaiveDate,
    pub return_date: NaiveDate,
    pub return_time: String,
    pub place: String,
    pub appear: bool,
    pub produce: bool,
    pub authority: Vec<String>,
    pub purpose: Option<String>,
    pub warning: String,
    pub records: Vec<Record>,
    pub period: Option<Period>,
    pub identifiers: Vec<Identifier>,
    pub non_disclosure: NonDisclosure,
    pub rider: bool,
    pub fax: Option<Fax>,
}

macro_rules! part {
    ($(#[$doc:meta])* $name:ident { $($field:ident : $type:ty),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "camelCase", deny_unknown_fields)]
        #[expect(missing_docs, reason = "truth.md has a line for each field")]
        pub struct $name { $(pub $field: $type),+ }
    };
}

part!(
    /// To whom it is addressed.
    Recipient { name: String, lines: Vec<String> }
);
part!(
    /// Before whom to appear.
    Contact { name: String, title: String, address: String, phone: String, email: Option<String> }
);
part!(
    /// Who signs.
    Issuing { name: String, title: String, phone: Option<String> }
);
part!(
    /// Who may serve it.
    Server { name: String, title: String }
);
part!(
    /// One thing that is asked for.
    Record { text: String, category: String }
);
part!(
    /// The time asked about; without an end it runs to the present.
    Period { from: NaiveDate, to: Option<NaiveDate> }
);
part!(
    /// One account or address.
    Identifier { kind: String, value: String }
);
part!(
    /// What it says about telling others.
    NonDisclosure { kind: String, text: Option<String> }
);
part!(
    /// A fax machine's line.
    Fax { line: String }
);

/// The kinds of identifier and their pools.
const KINDS: [&str; 6] = ["handle", "email", "url", "phone", "ip", "accountId"];
/// The categories and their pools.
const CATEGORIES: [&str; 9] = ["A", "B", "C", "D", "E", "F", "otherNonContent", "content", "outside"];

impl Specimen {
    /// A specimen of this form, drawn from the pools. The same seed gives the same.
    ///
    /// # Errors
    /// [`PoolFault`] where a pool is missing.
    pub fn of(form: &str, pools: &Pools, seed: u64) -> Result<Self, PoolFault> {
        let chance = &mut Chance::from(seed);
        let paper = if form == "i138" { "subpoena" } else { "summons" };
        let mut numbers = Vec::new();
        while numbers.len() < 4 {
            let number = pools.filled(chance, "numbers", "patterns")?;
            // One that contains another could not be told from it.
            if !numbers.iter().any(|other: &String| other.contains(&number) || number.contains(other)) {
                numbers.push(number);
            }
        }
        let [number, case, file, matter] = <[String; 4]>::try_from(numbers).unwrap_or_default();
        let component = *chance.one(&["HSI", "ERO", "CBP", "USCIS"]).unwrap_or(&"HSI");
        let listed = if chance.percent(70) { "listed" } else { "unlisted" };
        let issuing = Issuing {
            name: person(pools, chance)?,
            title: pools.one(chance, "titles", &format!("{form}_issuing_{listed}"))?.to_owned(),
            phone: chance.percent(50).then(|| pools.filled(chance, "telephones", "offices")).transpose()?,
        };
        let (street, town) = (pools.one(chance, "places", "streets")?, pools.one(chance, "places", "towns")?);
        let office = pools.one(chance, "offices", component)?;
        let contact_name = person(pools, chance)?;
        let contact = Contact {
            title: pools.one(chance, "titles", "contact")?.to_owned(),
            address: [office, street, town].into_iter().filter(|l| !l.is_empty()).collect::<Vec<_>>().join("\n"),
            phone: pools.filled(chance, "telephones", "offices")?,
            email: chance.percent(50).then(|| mail(&contact_name)),
            name: contact_name,
        };
        let server = if chance.percent(60) {
            let title = pools.one(chance, "titles", "server")?.to_owned();
            Some(Server { name: person(pools, chance)?, title })
        } else {
            None
        };
        let start = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap_or_default();
        let issued = start + Days::new(chance.below(420));
        let days = chance.one(pools.all("times", "days")?).and_then(toml::Value::as_integer).unwrap_or(14);
        let return_date = issued + chrono::TimeDelta::days(days);
        let appear = chance.percent(30);
        let (identifiers, records) = (identifiers(pools, chance)?, records(pools, chance)?);
        let kind = *chance.one(&["none", "none", "requested", "requested", "asserted"]).unwrap_or(&"none");
        let text = if kind != "none" || chance.percent(30) {
            Some(tidy(&pools.one(chance, "non_disclosure", kind)?.replace("{paper}", paper)))
        } else {
            None
        };
        let authority = chance.one(pools.all("authority", form)?).and_then(toml::Value::as_array);
        let authority = authority.into_iter().flatten().filter_map(|line| line.as_str().map(str::to_owned)).collect();
        let from = issued - Days::new(30 + chance.below(300));
        Ok(Self {
            form: form.to_owned(),
            number,
            case_number: chance.percent(60).then_some(case),
            file_number: chance.percent(50).then_some(file),
            matter_number: chance.percent(40).then_some(matter),
            component: component.to_owned(),
            recipient: recipient(pools, chance)?,
            in_re: chance.percent(60).then(|| text_of(pools, chance, "in_re", "texts", paper)).transpose()?,
            contact,
            issuing,
            server,
            issued,
            return_date,
            return_time: pools.one(chance, "times", "return")?.to_owned(),
            place: format!("{street}, {town}"),
            appear,
            produce: !appear || chance.percent(80),
            authority,
            purpose: chance.percent(80).then(|| text_of(pools, chance, "purpose", form, paper)).transpose()?,
            warning: text_of(pools, chance, "warning", form, paper)?,
            records,
            period: chance.percent(70).then(|| Period {
                from,
                to: if chance.percent(75) { Some(issued - Days::new(1 + chance.below(20))) } else { None },
            }),
            identifiers,
            non_disclosure: NonDisclosure { kind: kind.to_owned(), text },
            rider: chance.percent(50),
            fax: chance
                .percent(35)
                .then(|| pools.filled(chance, "times", "fax").map(|line| Fax { line }))
                .transpose()?,
        })
    }
}

/// Several lines of TOML are one line of text.
fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn text_of(pools: &Pools, chance: &mut Chance, group: &str, name: &str, paper: &str) -> Result<String, PoolFault> {
    let text = pools.one(chance, group, name)?.replace("{paper}", paper);
    Ok(tidy(&pools.fill(chance, &text)?))
}

fn person(pools: &Pools, chance: &mut Chance) -> Result<String, PoolFault> {
    let first = pools.one(chance, "people", "first")?;
    let last = pools.one(chance, "people", "last")?;
    let suffix = pools.one(chance, "people", "suffix")?;
    Ok(format!("{first} {last}{suffix}"))
}

/// A mail address after a name, in plain letters.
fn mail(name: &str) -> String {
    let plain: String = name
        .to_lowercase()
        .chars()
        .map(|letter| if letter == ' ' { '.' } else { letter })
        .filter(|letter| letter.is_ascii_lowercase() || *letter == '.')
        .collect();
    format!("{plain}@example.net")
}

fn recipient(pools: &Pools, chance: &mut Chance) -> Result<Recipient, PoolFault> {
    let name = pools.one(chance, "companies", "names")?.to_owned();
    let attention = pools.one(chance, "companies", "attention")?;
    let street = pools.one(chance, "companies", "streets")?;
    let town = pools.one(chance, "places", "towns")?;
    let lines = [attention, street, town].into_iter().filter(|line| !line.is_empty()).map(str::to_owned).collect();
    Ok(Recipient { name, lines })
}

fn identifiers(pools: &Pools, chance: &mut Chance) -> Result<Vec<Identifier>, PoolFault> {
    let count = *chance.one(&[1, 1, 2, 2, 3, 5, 9]).unwrap_or(&1);
    let mut found: Vec<Identifier> = Vec::new();
    for _ in 0..count {
        let kind = *chance.one(&KINDS).unwrap_or(&"handle");
        let mut value = pools.filled(chance, "identifiers", kind)?;
        if kind == "email" {
            value.retain(|letter| letter.is_ascii());
        }
        if !found.iter().any(|other| other.value.contains(&value) || value.contains(&other.value)) {
            found.push(Identifier { kind: kind.to_owned(), value });
        }
    }
    Ok(found)
}

fn records(pools: &Pools, chance: &mut Chance) -> Result<Vec<Record>, PoolFault> {
    let count = usize::try_from(2 + chance.below(7)).unwrap_or(2);
    let mut found = Vec::new();
    for category in chance.some(&CATEGORIES, count) {
        let text = tidy(pools.one(chance, "records", category)?);
        found.push(Record { text, category: (*category).to_owned() });
    }
    Ok(found)
}
