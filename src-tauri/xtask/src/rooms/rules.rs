//! What must not be written, as a table: one row, one rule.

use super::Refusal;
use super::code::{line_of, words};
use super::names;
use super::walk::File;

/// A rule about the text of one file.
struct Rule {
    /// The rule as a sentence; what was found is put before it.
    says: &'static str,
    remedy: &'static str,
    /// The files it is about.
    about: fn(&File) -> bool,
    /// Line and what was found.
    finds: fn(&File) -> Vec<(usize, String)>,
}

const RULES: &[Rule] = &[
    Rule {
        says: "names nothing",
        remedy: "name the thing after what it is in the field, not after its role in a program",
        about: is_rust,
        finds: names::empty,
    },
    Rule {
        says: "makes an error a string",
        remedy: "give the failure a variant of an error enum (thiserror), so that a reader can act on it",
        // A test's own checks may answer in words: only a person reads them.
        about: |file| is_rust(file) && !file.path.contains("/tests/"),
        finds: string_errors,
    },
    Rule {
        says: "silences a lint for ever",
        remedy: "write #[expect(…, reason = \"…\")], which complains when it is no longer needed",
        about: is_rust,
        finds: |file| in_code(file, &["#[allow(", "#![allow("]),
    },
    Rule {
        says: "is not built",
        remedy: "build it, or leave it out until it can be built",
        about: is_rust,
        finds: |file| in_code(file, &["todo!(", "unimplemented!("]),
    },
    Rule {
        says: "switches a test off",
        remedy: "mend the test or delete it",
        about: is_rust,
        // A measurement asserts nothing and takes minutes: it is asked for by name.
        finds: |file| {
            in_code(file, &["#[ignore"]).into_iter().filter(|(line, _)| !is_measurement(file, *line)).collect()
        },
    },
    Rule {
        says: "switches tests off",
        remedy: "run all of them: mend the test or delete it",
        about: is_script_test,
        finds: |file| in_script(file, &[".only(", ".skip(", ".todo(", ".fixme("]),
    },
    Rule {
        says: "reads the clock",
        remedy: "take the time as an argument; only desk's clock may ask for it",
        about: |file| is_rust(file) && !may_ask_the_time(&file.path),
        finds: |file| in_code(file, &["Utc::now", "Local::now", "SystemTime::now"]),
    },
    Rule {
        says: "writes markup into the page",
        remedy: "bind text, or build the elements: what people and papers say is never markup",
        about: is_ui_code,
        finds: |file| in_script(file, &["innerHTML", "outerHTML", "insertAdjacentHTML", "{@html"]),
    },
    Rule {
        says: "reaches past the host",
        remedy: "ask the host interface (ui/src/host); nothing else knows which shell it has",
        about: |file| is_ui_code(file) && !file.path.starts_with("ui/src/host/"),
        finds: |file| in_script(file, &["@tauri-apps"]),
    },
    Rule {
        says: "is a path of one machine",
        remedy: "write a path below the project, or pass it in",
        about: |_| true,
        finds: machine_paths,
    },
    Rule {
        says: "is not the public registry",
        remedy: "point npm at the public registry and write the lockfile again",
        about: |file| file.is(&["package-lock.json"]),
        finds: foreign_packages,
    },
];

/// Every rule about this one file.
pub(super) fn check(file: &File) -> Vec<Refusal> {
    RULES
        .iter()
        .filter(|rule| (rule.about)(file))
        .flat_map(|rule| (rule.finds)(file).into_iter().map(move |found| (rule, found)))
        .map(|(rule, (line, found))| Refusal {
            at: format!("{}:{line}", file.path),
            rule: format!("`{found}` {}", rule.says),
            remedy: rule.remedy,
        })
        .collect()
}

/// `unsafe` stands in at most one file of each of these places, and nowhere else: the register's calls into SQLCipher,
/// the reader's walls, and what the shell must do before GTK starts.
const UNSAFE_PLACES: &[&str] =
    &["src-tauri/crates/register/src/", "src-tauri/crates/reader/src/", "src-tauri/src/main.rs"];

/// Refuses `unsafe` outside its places, and in a second file of one.
pub(super) fn unsafe_places(files: &[File]) -> Vec<Refusal> {
    let mut refusals = Vec::new();
    let mut taken: Vec<(&str, &str)> = Vec::new();
    for file in files.iter().filter(|file| is_rust(file)) {
        let Some(at) = words(&file.code, "unsafe").next() else {
            continue;
        };
        let place = UNSAFE_PLACES.iter().find(|place| file.path.starts_with(**place));
        let first = place.and_then(|place| taken.iter().find(|(taken, _)| taken == place));
        let rule = match (place, first) {
            (None, _) => "`unsafe` has no place here".to_owned(),
            (Some(_), Some((_, first))) => format!("`unsafe` stands in {first} already"),
            (Some(place), None) => {
                taken.push((place, &file.path));
                continue;
            }
        };
        refusals.push(Refusal {
            at: format!("{}:{}", file.path, line_of(&file.code, at)),
            rule,
            remedy: "keep it in one file of register, reader or the shell's main.rs, behind a safe function",
        });
    }
    refusals
}

/// `#[ignore = "a measurement of …"]`. The reason is a string, which the code without strings does not show.
fn is_measurement(file: &File, line: usize) -> bool {
    let text = file.text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
    text.trim_start().starts_with("#[ignore = \"a measurement of ")
}

fn is_rust(file: &File) -> bool {
    file.is(&[".rs"])
}

/// What goes into the page; tests of it may look at markup and name what they forbid.
fn is_ui_code(file: &File) -> bool {
    file.path.starts_with("ui/src/") && file.is(&[".ts", ".svelte", ".js", ".mjs", ".html"])
}

fn is_script_test(file: &File) -> bool {
    let named = [".test.", ".spec."].iter().any(|part| file.path.contains(part));
    file.is(&[".ts", ".js", ".mjs", ".svelte"]) && (named || file.path.starts_with("tests/"))
}

/// Desk's clock; this program and the acceptance package, which measure and wait.
fn may_ask_the_time(path: &str) -> bool {
    ["src-tauri/crates/desk/src/clock", "src-tauri/xtask/", "tests/"].iter().any(|place| path.starts_with(place))
}

/// Places in Rust code, comments and strings left out.
fn in_code(file: &File, patterns: &[&str]) -> Vec<(usize, String)> {
    patterns
        .iter()
        .flat_map(|pattern| words(&file.code, pattern).map(|at| (line_of(&file.code, at), (*pattern).to_owned())))
        .collect()
}

/// Places in a script or component, lines that are only a comment left out.
fn in_script(file: &File, patterns: &[&str]) -> Vec<(usize, String)> {
    let is_comment = |line: &str| ["//", "/*", "*", "<!--"].iter().any(|mark| line.trim_start().starts_with(mark));
    let mut found = Vec::new();
    for (number, line) in (1..).zip(file.text.lines()).filter(|(_, line)| !is_comment(line)) {
        found.extend(
            patterns.iter().filter(|pattern| line.contains(**pattern)).map(|pattern| (number, (*pattern).to_owned())),
        );
    }
    found
}

/// `Result<_, String>`, also over several lines and with `&str`.
fn string_errors(file: &File) -> Vec<(usize, String)> {
    words(&file.code, "Result<")
        .filter_map(|at| {
            let error = second_argument(file.code.get(at + "Result<".len()..)?)?;
            let bare = error.trim().trim_end_matches(',').trim();
            let stringly = matches!(bare, "String" | "std::string::String" | "&str" | "&'static str");
            stringly.then(|| (line_of(&file.code, at), format!("Result<_, {bare}>")))
        })
        .collect()
}

/// The text between the first comma at depth 0 and the closing bracket, in `T, E> …`.
fn second_argument(text: &str) -> Option<&str> {
    let (mut depth, mut comma, mut last) = (0_i32, None, ' ');
    for (at, letter) in text.char_indices() {
        match letter {
            '>' if last == '-' || last == '=' => {}
            '>' if depth == 0 => return text.get(comma? + 1..at),
            '<' | '(' | '[' | '{' => depth += 1,
            '>' | ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 && comma.is_none() => comma = Some(at),
            ';' if depth == 0 => return None,
            _ => {}
        }
        last = letter;
    }
    None
}

/// Folders that only the machine this was written on has. In two halves, or this file would refuse itself.
const MACHINE: &[&str] = &[concat!("/wo", "rk/"), concat!("/ro", "ot/")];

fn machine_paths(file: &File) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (number, line) in (1..).zip(file.text.lines()) {
        for path in MACHINE {
            // Only where a path begins: `src/work/` and `https://a.example/work/` are not meant.
            let begins = |at: usize| {
                let before = line.get(..at).and_then(|text| text.chars().next_back());
                before.is_none_or(|letter| !letter.is_alphanumeric() && !"._-~}".contains(letter))
            };
            found.extend(line.match_indices(path).filter(|(at, _)| begins(*at)).map(|_| (number, (*path).to_owned())));
        }
    }
    found
}

fn foreign_packages(file: &File) -> Vec<(usize, String)> {
    (1..)
        .zip(file.text.lines())
        .filter_map(|(number, line)| {
            let address = line.trim().strip_prefix("\"resolved\": \"")?;
            let public = address.starts_with("https://registry.npmjs.org/");
            (!public).then(|| (number, address.split('"').next().unwrap_or_default().to_owned()))
        })
        .collect()
}
