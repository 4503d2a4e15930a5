//! The languages letters are written in, and how dates and times are written out in them.

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};
use serde::{Deserialize, Serialize};

/// The language of a letter. It decides the document language of the PDF and the words around the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Language {
    /// English as written in the United States.
    En,
    /// Spanish as written in the United States.
    Es,
}

/// The words the layout itself prints; the template has all others.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Words {
    /// Large, across every page of a letter that is not approved.
    draft: &'static str,
    /// Read out at the top of such a letter.
    draft_note: &'static str,
    /// Before the page number.
    page: &'static str,
    /// Between page number and page count.
    of: &'static str,
    /// Before the register's reference in the footer.
    reference: &'static str,
}

const EN_DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const ES_DAYS: [&str; 7] = ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"];
const EN_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const ES_MONTHS: [&str; 12] = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];

impl Language {
    /// Every language.
    pub const ALL: &'static [Self] = &[Self::En, Self::Es];

    /// The two-letter code (ISO 639-1), as in template heads and in the PDF's `/Lang`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Es => "es",
        }
    }

    /// The language with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|language| language.code() == code)
    }

    /// A day written out: "Thursday, December 3, 2026", "jueves, 3 de diciembre de 2026". Never in figures only.
    #[must_use]
    pub fn date(self, date: NaiveDate) -> String {
        let weekday = date.weekday().num_days_from_monday() as usize;
        let month = date.month0() as usize;
        let (days, months) = match self {
            Self::En => (&EN_DAYS, &EN_MONTHS),
            Self::Es => (&ES_DAYS, &ES_MONTHS),
        };
        let weekday = days.get(weekday).copied().unwrap_or_default();
        let month = months.get(month).copied().unwrap_or_default();
        match self {
            Self::En => format!("{weekday}, {month} {}, {}", date.day(), date.year()),
            Self::Es => format!("{weekday}, {} de {month} de {}", date.day(), date.year()),
        }
    }

    /// A local time written out with its zone's name, to the minute (seconds are cut, not rounded up):
    /// "Thursday, December 3, 2026, 11:59 p.m. Eastern Time". `zone` is the zone's name in this language.
    #[must_use]
    pub fn moment(self, local: NaiveDateTime, zone: &str) -> String {
        let date = self.date(local.date());
        let (afternoon, hour) = local.hour12();
        let minute = local.minute();
        match self {
            Self::En => format!("{date}, {hour}:{minute:02} {} {zone}", if afternoon { "p.m." } else { "a.m." }),
            Self::Es => {
                let article = if hour == 1 { "a la" } else { "a las" };
                format!("{date}, {article} {hour}:{minute:02} {} ({zone})", if afternoon { "p. m." } else { "a. m." })
            }
        }
    }

    /// The words of the layout.
    pub(crate) const fn words(self) -> Words {
        match self {
            Self::En => Words {
                draft: "DRAFT",
                draft_note: "Draft. Not approved. Do not send.",
                page: "Page",
                of: "of",
                reference: "Reference",
            },
            Self::Es => Words {
                draft: "BORRADOR",
                draft_note: "Borrador. No aprobado. No enviar.",
                page: "Página",
                of: "de",
                reference: "Referencia",
            },
        }
    }
}
