//! Values by their form: dates, times, numbers, telephones, people.

mod date;
mod department;
mod half;
mod number;
mod person;
mod phone;
mod time;

pub(super) use date::{date_in, dates_in};
pub(super) use half::is_halves;
pub(super) use number::number_in;
pub(super) use person::{is_name, is_title, name_title};
pub(super) use phone::{email_in, phone_in};
pub(super) use time::{time_in, time_placed};

use regex::Regex;

/// A pattern of ours. One that is wrong stops a debug build, and finds nothing in any other.
pub(super) fn pattern(text: &str) -> Option<Regex> {
    let made = Regex::new(text);
    debug_assert!(made.is_ok(), "a pattern of ours can be compiled: {text}");
    made.ok()
}

/// A pattern, made once.
macro_rules! regex {
    ($text:expr) => {{
        static PATTERN: std::sync::LazyLock<Option<regex::Regex>> =
            std::sync::LazyLock::new(|| crate::recognise::value::pattern($text));
        PATTERN.as_ref()
    }};
}
pub(super) use regex;
