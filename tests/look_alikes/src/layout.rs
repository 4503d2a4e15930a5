//! The layouts there are, with the fields each draws.

use std::fs;
use std::path::PathBuf;

use serde::Deserialize;

/// A folder of layouts of forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Set {
    /// Drawn before there was a recogniser, and never changed: what it is measured on.
    Frozen,
    /// Drawn for making it.
    Open,
    /// Drawn on 2026-11-30 by somebody who had not seen the recogniser, and never changed.
    Second,
    /// Drawn on 2026-11-30 too, by somebody who had seen neither the recogniser nor the other sets, and never changed.
    Third,
    /// Drawn on 2026-11-30 as well, again by somebody who had seen neither it nor a layout of the others; never changed.
    Fourth,
    /// Drawn later that day, in the same way; never changed.
    Fifth,
    /// Drawn after it, in the same way; never changed.
    Sixth,
    /// Forty short ones, drawn in the same way for how the fields that are read worst may be worded; never changed.
    Seventh,
}

/// One layout of a form.
#[derive(Debug, Clone, Deserialize)]
pub struct Layout {
    /// Its file's name.
    pub file: String,
    /// `i138` or `3115`.
    pub form: String,
    /// The fields of a specimen that it puts on paper.
    pub drawn: Vec<String>,
    /// Those it puts on a fax cover sheet: only where the specimen has a fax line.
    #[serde(default)]
    pub only_with_fax: Vec<String>,
    /// Its text.
    #[serde(skip)]
    pub text: String,
}

#[derive(Deserialize)]
struct List {
    layout: Vec<Layout>,
}

/// The folder of this package, where layouts and pools lie.
pub(crate) fn home() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

impl Set {
    /// The name of its folder.
    fn folder(self) -> &'static str {
        match self {
            Self::Frozen => "frozen",
            Self::Open => "open",
            Self::Second => "second",
            Self::Third => "third",
            Self::Fourth => "fourth",
            Self::Fifth => "fifth",
            Self::Sixth => "sixth",
            Self::Seventh => "seventh",
        }
    }

    /// The layouts of this set, in the order of its list; none where the list cannot be read.
    #[must_use]
    pub fn layouts(self) -> Vec<Layout> {
        let folder = home().join("layouts").join(self.folder());
        let list = fs::read_to_string(folder.join("layouts.toml")).unwrap_or_default();
        let Ok(list) = toml::from_str::<List>(&list) else { return Vec::new() };
        // What the layouts of one folder share stands before each of them.
        let prelude = fs::read_to_string(folder.join("prelude.typ")).unwrap_or_default();
        let read = |layout: Layout| {
            let text = fs::read_to_string(folder.join(&layout.file)).ok()?;
            Some(Layout { text: format!("{prelude}{text}"), ..layout })
        };
        list.layout.into_iter().filter_map(read).collect()
    }

    /// The texts of the pools that go with this set.
    #[must_use]
    pub fn pools(self) -> Vec<String> {
        let files: &[&str] = match self {
            Self::Frozen => &["words.toml", "words-texts.toml"],
            Self::Open => &["layouts/open/words.toml"],
            Self::Second => &["layouts/second/words.toml", "layouts/second/words-texts.toml"],
            Self::Third => &["layouts/third/words.toml", "layouts/third/words-texts.toml"],
            Self::Fourth => &["layouts/fourth/words.toml", "layouts/fourth/words-texts.toml"],
            Self::Fifth => &["layouts/fifth/words.toml", "layouts/fifth/words-texts.toml"],
            Self::Sixth | Self::Seventh => &["layouts/sixth/words.toml", "layouts/sixth/words-texts.toml"],
        };
        files.iter().filter_map(|file| fs::read_to_string(home().join(file)).ok()).collect()
    }
}

impl Layout {
    /// Whether this field is on the paper, with or without a fax line.
    #[must_use]
    pub fn draws(&self, field: &str, fax: bool) -> bool {
        let has = |list: &[String]| list.iter().any(|name| name == field);
        has(&self.drawn) || fax && has(&self.only_with_fax)
    }
}
