//! Words of the register in a letter's language. Agencies by name, categories in plain words, zones by name.

use chrono_tz::Tz;
use letters::Language;
use matter::demand::{Category, Component};

fn pick(language: Language, en: &str, es: &str) -> String {
    match language {
        Language::En => en.to_owned(),
        Language::Es => es.to_owned(),
    }
}

/// The agency and the part of it, by name.
pub(super) fn agency(language: Language, component: Component) -> (String, String) {
    let dhs = pick(
        language,
        "U.S. Department of Homeland Security",
        "Departamento de Seguridad Nacional de los Estados Unidos (DHS)",
    );
    let part = match component {
        Component::IceHsi => "U.S. Immigration and Customs Enforcement (ICE), Homeland Security Investigations (HSI)",
        Component::IceEro => "U.S. Immigration and Customs Enforcement (ICE), Enforcement and Removal Operations (ERO)",
        Component::Ice => "U.S. Immigration and Customs Enforcement (ICE)",
        Component::Cbp => "U.S. Customs and Border Protection (CBP)",
        Component::Uscis => "U.S. Citizenship and Immigration Services (USCIS)",
        Component::OtherDhs => {
            return (dhs, pick(language, "another part of the Department", "otra parte del Departamento"));
        }
        Component::Other => {
            return (
                pick(language, "a U.S. government agency", "una agencia del gobierno de los Estados Unidos"),
                pick(language, "named on the demand", "la que nombra el requerimiento"),
            );
        }
    };
    (dhs, part.to_owned())
}

/// A record category in plain words.
pub(super) fn category(language: Language, category: Category) -> String {
    let (en, es) = match category {
        Category::Name => ("your name", "su nombre"),
        Category::Address => ("your address", "su dirección"),
        Category::Sessions => ("when you signed in and for how long", "cuándo inició sesión y por cuánto tiempo"),
        Category::Service => {
            ("when your account was made and which services you use", "cuándo se creó su cuenta y qué servicios usa")
        }
        Category::Identity => (
            "your phone number, user name or number, e-mail address, or the network (IP) addresses you used",
            "su número de teléfono, nombre o número de usuario, correo electrónico o las direcciones de red (IP) que usó",
        ),
        Category::Payment => {
            ("how you pay, such as a card or bank account", "cómo paga, por ejemplo con tarjeta o cuenta bancaria")
        }
        Category::OtherNonContent => (
            "other records about your account that are not the content of what you wrote or sent",
            "otros registros sobre su cuenta que no son el contenido de lo que usted escribió o envió",
        ),
        Category::Content => (
            "the content of what you wrote, posted, sent or stored",
            "el contenido de lo que usted escribió, publicó, envió o guardó",
        ),
        Category::Special => ("records that have a law of their own", "registros que tienen una ley propia"),
    };
    pick(language, en, es)
}

/// A zone's name as people of the United States say it; another zone by its own name.
pub(super) fn zone(language: Language, zone: Tz) -> String {
    let (en, es) = match zone.name() {
        "America/New_York" | "America/Detroit" | "US/Eastern" => ("Eastern Time", "hora del Este"),
        "America/Chicago" | "US/Central" => ("Central Time", "hora del Centro"),
        "America/Denver" | "America/Boise" | "US/Mountain" => ("Mountain Time", "hora de la Montaña"),
        "America/Phoenix" => ("Arizona time", "hora de Arizona"),
        "America/Los_Angeles" | "US/Pacific" => ("Pacific Time", "hora del Pacífico"),
        "America/Anchorage" => ("Alaska Time", "hora de Alaska"),
        "Pacific/Honolulu" => ("Hawaii Time", "hora de Hawái"),
        "America/Puerto_Rico" => ("Atlantic Time", "hora del Atlántico"),
        "Pacific/Guam" | "Pacific/Saipan" => ("Chamorro Time", "hora de Chamorro"),
        other => (other, other),
    };
    pick(language, en, es)
}

/// A court above the district courts. Which one it is the register does not keep.
pub(super) fn court_of_appeals(language: Language) -> String {
    pick(language, "a federal court of appeals", "un tribunal federal de apelaciones")
}

/// Instead of a date that an order does not set.
pub(super) fn no_date(language: Language) -> String {
    pick(language, "our file records none", "en nuestro expediente no consta ninguna")
}
