//! Departments behind titles: "Director, Detention and Removal".

use super::is_name;
use super::person::bare;

/// Whether what stands after a title and a comma, to the end of the line, is what the official works in: words with capitals,
/// no number, no person and no agency.
pub(super) fn is_department(text: &str) -> bool {
    let text = text.trim();
    let words: Vec<&str> = text.split_whitespace().collect();
    let other_words = words.first().is_some_and(|first| {
        let first = bare(first).to_lowercase();
        matches!(
            first.as_str(),
            "of" | "at"
                | "whose"
                | "who"
                | "u.s"
                | "us"
                | "united"
                | "department"
                | "dhs"
                | "ice"
                | "hsi"
                | "ero"
                | "cbp"
                | "uscis"
                | "fdns"
        )
    });
    let small = |word: &str| matches!(word, "in" | "of" | "and" | "the" | "for" | "to" | "on" | "&");
    let plain = words.iter().all(|word| {
        let word = bare(word);
        small(word) || word.is_empty() || word.chars().next().is_some_and(char::is_uppercase)
    });
    let other = text.chars().any(|c| c.is_ascii_digit() || matches!(c, '@' | ':' | ';' | '(' | '|'));
    (1..=7).contains(&words.len()) && plain && !other && !other_words && !is_name(text)
}

pub(super) fn goes_on(word: &str) -> bool {
    matches!(
        word,
        "office"
            | "investigations"
            | "detention"
            | "removal"
            | "enforcement"
            | "homeland"
            | "border"
            | "division"
            | "unit"
            | "group"
            | "branch"
            | "fraud"
            | "criminal"
            | "customs"
            | "field"
            | "operations"
            | "section"
            | "regional"
            | "national"
    )
}

pub(super) fn is_unit(word: &str) -> bool {
    matches!(
        word,
        "examinations" | "anti-smuggling" | "regulatory" | "audit" | "trade" | "intelligence" | "counterterrorism"
    )
}
