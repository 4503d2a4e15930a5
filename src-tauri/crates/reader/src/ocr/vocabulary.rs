//! Words that are known to be words: where two readings of a scan differ in one letter, mostly one of them is none.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Common English words, none of them a name: SCOWL (Spell Checker Oriented Word Lists), size "small" of Debian's `wamerican-small`
/// 2020.12.07, those of small letters only. Copyright 2000-2011 Kevin Atkinson; permission to use, copy, modify, distribute and
/// sell them for any purpose is granted without fee where this notice stands beside them.
static WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| include_str!("words.txt").lines().collect());

/// A word without the marks of a sentence around it, in small letters; nothing where it has others than letters.
pub(super) fn bare(text: &str) -> Option<String> {
    let word = text.trim_matches(|letter: char| "()[].,;:!?'\"‘’“”".contains(letter));
    (word.chars().count() > 1 && word.chars().all(char::is_alphabetic)).then(|| word.to_lowercase())
}

/// Whether it is a common word of English.
pub(super) fn is_common(bare: &str) -> bool {
    WORDS.contains(bare)
}
