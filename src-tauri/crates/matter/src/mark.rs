//! Marks: what a demand or a proceeding is found by exactly, in whatever spelling it was written. Derived, never
//! evidence: two things with one mark are to be looked at by a person, and are not the same for that.

use std::collections::BTreeSet;

use crate::docket::DocketNumber;
use crate::state::State;

/// Fewer letters and digits than this tell nothing (`N/A`, `1`).
const LEAST: usize = 4;

/// The mark of a number of the agency's: its letters and digits, in lower case. None where it holds no digit, or too little
/// to tell one paper from another.
#[must_use]
pub fn of_number(value: &str) -> Option<String> {
    let plain: String = value.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let tells = plain.chars().count() >= LEAST && plain.chars().any(|c| c.is_ascii_digit());
    tells.then(|| format!("number/{plain}"))
}

/// The marks of a docket number within its court. Two numbers of one case ([`crate::docket::same_case`]) share at least
/// one: by year, type and number where both can be read, else by the letters and digits as written.
#[must_use]
pub fn of_docket(court: &str, docket: &DocketNumber) -> Vec<String> {
    let mut marks = vec![match docket.normalised() {
        plain if plain.is_empty() => format!("docket/{court}/raw/{}", docket.raw()),
        plain => format!("docket/{court}/as-written/{plain}"),
    }];
    marks.extend(
        docket
            .parsed()
            .map(|parsed| format!("docket/{court}/{}-{}-{}", parsed.year, parsed.kind.code(), parsed.sequence)),
    );
    marks
}

/// Everything a subject is found by.
#[must_use]
pub fn marks(state: &State) -> BTreeSet<String> {
    match state {
        State::Demand(demand) => {
            let numbers = demand.facts.iter().flat_map(|facts| &facts.numbers);
            numbers.filter_map(|number| of_number(&number.value)).collect()
        }
        State::Proceeding(found) => found.docket.iter().flat_map(|docket| of_docket(&found.court, docket)).collect(),
        _ => BTreeSet::new(),
    }
}
