//! Names that say nothing: Manager, Service, Helper, Util.

use super::code::{line_of, words};
use super::walk::File;

const EMPTY: &[&str] = &["manager", "managers", "service", "services", "helper", "helpers", "util", "utils"];

/// Keywords after which a type or module is named.
const NAMED_BY: &[&str] = &["struct", "enum", "trait", "type", "union", "mod"];

/// Lines on which a type or module gets an empty name; line 1 stands for the file's own name.
pub(super) fn empty(file: &File) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for keyword in NAMED_BY {
        for at in words(&file.code, keyword) {
            let rest = file.code.get(at + keyword.len()..).unwrap_or_default().trim_start();
            let name: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            if says_nothing(&name) {
                found.push((line_of(&file.code, at), name));
            }
        }
    }
    let module = file.path.strip_suffix("/mod.rs").or_else(|| file.path.strip_suffix(".rs"));
    if let Some(name) = module.and_then(|path| path.rsplit('/').next()).filter(|name| says_nothing(name)) {
        found.push((1, name.to_owned()));
    }
    found
}

/// The last word decides. "Of service" is the law's own term (proof of service, date of service), and stays.
fn says_nothing(name: &str) -> bool {
    let words = split(name);
    match words.as_slice() {
        [.., before, last] if before == "of" => EMPTY.contains(&last.as_str()) && last != "service",
        [.., last] => EMPTY.contains(&last.as_str()),
        [] => false,
    }
}

/// `CamelCase` and `snake_case` as lower-case words.
fn split(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut fresh = true;
    for letter in name.chars() {
        if letter == '_' {
            fresh = true;
            continue;
        }
        if fresh || letter.is_uppercase() {
            words.push(String::new());
        }
        fresh = false;
        if let Some(word) = words.last_mut() {
            word.extend(letter.to_lowercase());
        }
    }
    words
}
