//! Numbers that an agency gives its papers. Their format is not known (legal-reference §1.6), so only what no such number
//! looks like is refused.

use std::ops::Range;

use super::{date_in, phone_in, regex, time_in};

/// The number a text begins with, and where it ends. Groups of digits may be parted by spaces.
pub(in crate::recognise) fn number_in(text: &str) -> Option<Range<usize>> {
    // A number of one piece, or a short word and groups of digits after it: "SUB 48213", "A123 456 789".
    let shape = regex!(
        r"^[^\w]{0,2}((?:[A-Za-z]{1,5}\s)?[A-Za-z]{0,9}[-/.]?\d[A-Za-z0-9]*(?:[-/._][A-Za-z0-9]+)*(?: \d{3}\b){0,3}|[A-Za-z]{1,9}(?:[-/._][A-Za-z0-9]+)+(?: \d{3}\b){0,3})"
    );
    let found = shape?.captures(text)?.get(1)?;
    let value = found.as_str();
    let digits = value.chars().filter(char::is_ascii_digit).count();
    // A page number, a date, a telephone number or a citation stands there by mistake, or for another field.
    let rest = text.get(found.end()..).unwrap_or_default();
    let first_word = value.split(' ').next().unwrap_or_default().to_ascii_lowercase();
    let year = value.len() == 4 && (value.starts_with("20") || value.starts_with("19"));
    // The number of the printed form is none of the paper's.
    let form = ["I-138", "DHS-3115"].iter().any(|form| value.eq_ignore_ascii_case(form));
    let is_other = year
        || form
        || date_in(value).is_some()
        || time_in(text).is_some_and(|(_, at)| at.start <= found.start())
        || phone_in(text).is_some_and(|(_, at)| at.start <= found.start() && at.end > found.end())
        || rest.trim_start().starts_with("U.S.C")
        || ["page", "pg", "block", "form", "no", "of", "room", "suite", "dhs", "see", "the", "in"]
            .contains(&first_word.as_str());
    (digits >= 3 && !is_other).then(|| found.range())
}

#[cfg(test)]
mod tests {
    use super::number_in;

    fn read(text: &str) -> &str {
        number_in(text).and_then(|at| text.get(at)).unwrap_or_default()
    }

    #[test]
    fn numbers_of_many_shapes() {
        for number in [
            "HSI-SF-2026-004417",
            "SF07QR26SF0091",
            "26-004417",
            "4417",
            "201703-LAX-0044",
            "CBP-OPR-2027-0000219-S",
            "A123 456 789",
            "2026/00417/SF",
            "SUB 48213",
            "N123.4567",
            "PA-2026-0417-1",
        ] {
            assert_eq!(read(number), number);
            assert_eq!(read(&format!("{number} and more")), number);
            assert_eq!(read(&format!("{number}\n1900 West Street")), number);
        }
        for none in [
            "November 5, 2026",
            "I-138",
            "(212) 555-0101",
            "8 U.S.C. § 1225",
            "Page 1 of 3",
            "none",
            "11/05/2026",
            "10:00 a.m.",
        ] {
            assert_eq!(read(none), "", "{none}");
        }
    }
}
