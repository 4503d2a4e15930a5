//! Papers of courts, and papers that look like something they are not.

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::layout::home;
use crate::{Chance, PoolFault, Pools};

/// The papers cannot be made.
#[derive(Debug, Error)]
pub enum Truth {
    /// The list cannot be read.
    #[error(transparent)]
    Pool(#[from] PoolFault),
    /// Not TOML of the right shape.
    #[error("the papers cannot be read: {0}")]
    Unreadable(#[from] toml::de::Error),
    /// A file is not there.
    #[error("the papers cannot be read: {0}")]
    File(#[from] std::io::Error),
}

#[derive(Debug, Clone, Deserialize)]
struct Paper {
    class: String,
    #[serde(default)]
    effects: Vec<String>,
    #[serde(default)]
    signed: bool,
    #[serde(default)]
    blank: bool,
    judge: Option<String>,
    #[serde(default)]
    counsel: bool,
    titles: Vec<Vec<String>>,
    paragraphs: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
struct Other {
    class: String,
    style: String,
    #[serde(default)]
    form: String,
    #[serde(default)]
    heading: Vec<String>,
    counsel: Vec<String>,
    titles: Vec<Vec<String>>,
    paragraphs: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
struct Sheet {
    paper: Vec<Paper>,
    other: Vec<Other>,
}

/// What may stand on such papers.
#[derive(Debug, Clone)]
pub struct CourtWords {
    pools: Pools,
    sheet: Sheet,
    prelude: String,
}

/// One paper: what a layout draws, and the truth.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "papers.toml says what each is")]
pub struct CourtSpecimen {
    pub class: String,
    pub effects: Vec<String>,
    pub court_id: Option<String>,
    pub court: Vec<String>,
    /// As it is drawn, with a label before it where the layout has none.
    pub docket: String,
    pub docket_number: Option<String>,
    pub parties: Vec<String>,
    pub title: Vec<String>,
    pub paragraphs: Vec<String>,
    pub judge: Option<String>,
    pub judge_title: String,
    pub signed: Option<NaiveDate>,
    /// "/s/" stands before the judge's name.
    pub mark: bool,
    pub blank: bool,
    pub entered: Option<NaiveDate>,
    pub stamp: Option<String>,
    pub counsel: Option<Vec<String>>,
    pub form_name: String,
    /// The layout's text.
    #[serde(skip)]
    pub layout: String,
    /// The layout's name.
    #[serde(skip)]
    pub style: String,
}

const STYLES: [&str; 4] = ["boxed", "plain", "pleading", "york"];

impl CourtWords {
    /// Reads the lists.
    ///
    /// # Errors
    /// [`Truth`].
    pub fn read() -> Result<Self, Truth> {
        let folder = home().join("layouts/court");
        let text = std::fs::read_to_string(folder.join("papers.toml"))?;
        let prelude = std::fs::read_to_string(folder.join("prelude.typ"))?;
        Ok(Self { pools: Pools::read(&[&text])?, sheet: toml::from_str(&text)?, prelude })
    }

    /// How many kinds of paper there are.
    #[must_use]
    pub fn kinds(&self) -> usize {
        self.sheet.paper.len() + self.sheet.other.len()
    }

    /// A paper of the kind with this number. The same seed gives the same.
    ///
    /// # Errors
    /// [`Truth`].
    pub fn paper(&self, kind: usize, seed: u64) -> Result<CourtSpecimen, Truth> {
        let chance = &mut Chance::from(seed);
        let mut made = match self.sheet.paper.get(kind) {
            Some(paper) => self.of_court(paper, chance)?,
            None => self.of_other(kind - self.sheet.paper.len(), chance)?,
        };
        let file = home().join("layouts/court").join(format!("{}.typ", made.style));
        made.layout = format!("{}{}", self.prelude, std::fs::read_to_string(file)?);
        Ok(made)
    }

    fn of_court(&self, paper: &Paper, chance: &mut Chance) -> Result<CourtSpecimen, Truth> {
        let style = *chance.one(&STYLES).unwrap_or(&"plain");
        let (court_id, court) = self.court(chance)?;
        let number = self.pools.filled(chance, "numbers", "dockets")?;
        // The layout for pleadings has the label itself.
        let label = if style == "pleading" { "" } else { self.pools.one(chance, "numbers", "labels")? };
        let judge = paper.judge.is_some().then(|| self.pools.one(chance, "words", "judges")).transpose()?;
        let power = match paper.judge.as_deref() {
            Some("magistrate") => "magistrate",
            Some("any") if chance.percent(40) => "magistrate",
            _ => "district",
        };
        let signed = (NaiveDate::from_ymd_opt(2026, 9, 1).unwrap_or_default()) + Days::new(chance.below(90));
        let signed = paper.signed.then_some(signed);
        let entered = signed.filter(|_| chance.percent(40)).map(|day| day + Days::new(chance.below(4)));
        let recipient = self.pools.one(chance, "words", "recipients")?.to_owned();
        let stamp = chance.percent(60).then(|| {
            let day = entered.or(signed).unwrap_or_else(|| NaiveDate::from_ymd_opt(2026, 10, 1).unwrap_or_default());
            let (document, day) = (1 + chance.below(60), day.format("%m/%d/%y"));
            format!("Case {number} Document {document} Filed {day} Page 1 of 1")
        });
        let counsel = if paper.counsel {
            let block = chance.one(self.pools.all("words", "counsel")?).and_then(toml::Value::as_array);
            Some(block.into_iter().flatten().filter_map(|line| line.as_str().map(str::to_owned)).collect())
        } else {
            None
        };
        Ok(CourtSpecimen {
            class: paper.class.clone(),
            effects: paper.effects.clone(),
            court_id: Some(court_id),
            court,
            docket: format!("{label}{number}"),
            docket_number: Some(number),
            parties: vec![
                "UNITED STATES OF AMERICA,".to_owned(),
                "Petitioner,".to_owned(),
                "v.".to_owned(),
                format!("{},", recipient.to_uppercase()),
                "Respondent.".to_owned(),
            ],
            title: chance.one(&paper.titles).cloned().unwrap_or_default(),
            paragraphs: self.fill(&paper.paragraphs, &recipient, chance)?,
            judge: judge.map(str::to_owned),
            judge_title: self.pools.one(chance, "words", power)?.to_owned(),
            signed,
            mark: chance.percent(70),
            blank: paper.blank,
            entered,
            stamp,
            counsel,
            form_name: String::new(),
            layout: String::new(),
            style: style.to_owned(),
        })
    }

    fn of_other(&self, kind: usize, chance: &mut Chance) -> Result<CourtSpecimen, Truth> {
        let first = self.sheet.other.first();
        let Some(other) = self.sheet.other.get(kind).or(first) else {
            return Err(PoolFault::Lacks("other".to_owned(), kind.to_string()).into());
        };
        let recipient = self.pools.one(chance, "words", "recipients")?.to_owned();
        let (court_id, court, docket, parties) = if other.style == "blank" {
            let (id, court) = self.court(chance)?;
            let number = self.pools.filled(chance, "numbers", "dockets")?;
            let parties = vec!["United States of America".to_owned(), "v.".to_owned(), "Doe".to_owned()];
            (Some(id), court, number, parties)
        } else {
            (None, other.heading.clone(), String::new(), vec![recipient.clone(), "1 Acorn Way".to_owned()])
        };
        let day = NaiveDate::from_ymd_opt(2026, 10, 2).unwrap_or_default();
        Ok(CourtSpecimen {
            class: other.class.clone(),
            effects: Vec::new(),
            court_id,
            court,
            docket_number: None,
            docket: if docket.is_empty() { docket } else { format!("Case No. {docket}") },
            parties,
            title: chance.one(&other.titles).cloned().unwrap_or_default(),
            paragraphs: self.fill(&other.paragraphs, &recipient, chance)?,
            judge: None,
            judge_title: String::new(),
            signed: Some(day.with_day(5).unwrap_or(day)),
            mark: false,
            blank: false,
            entered: None,
            stamp: None,
            counsel: Some(other.counsel.clone()),
            form_name: other.form.clone(),
            layout: String::new(),
            style: other.style.clone(),
        })
    }

    fn court(&self, chance: &mut Chance) -> Result<(String, Vec<String>), Truth> {
        let row = chance.one(self.pools.all("courts", "rows")?).and_then(toml::Value::as_array);
        let mut row = row.into_iter().flatten().filter_map(|line| line.as_str().map(str::to_owned));
        Ok((row.next().unwrap_or_default(), row.collect()))
    }

    fn fill(&self, paragraphs: &[String], recipient: &str, chance: &mut Chance) -> Result<Vec<String>, Truth> {
        let paper = self.pools.one(chance, "words", "papers")?;
        Ok(paragraphs.iter().map(|text| text.replace("{p}", paper).replace("{r}", recipient)).collect())
    }
}
