//! Our words against those of another program. Used by the tests and by the example `text_recall`.

use std::collections::HashMap;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

use reader::process::{Launcher, Outcome, Reading};
use unicode_normalization::UnicodeNormalization;

/// How often each word occurs, folded: compatibility forms taken apart (ligatures), small letters.
pub(crate) type Bag = HashMap<String, usize>;

pub(crate) fn bag(text: &str) -> Bag {
    let folded: String = text.nfkc().collect::<String>().to_lowercase();
    let mut bag = Bag::new();
    for word in folded.split_whitespace() {
        *bag.entry(word.to_owned()).or_default() += 1;
    }
    bag
}

pub(crate) fn size(bag: &Bag) -> usize {
    bag.values().sum()
}

/// How many of `theirs` are in `ours`, each as often as it occurs.
pub(crate) fn found(theirs: &Bag, ours: &Bag) -> usize {
    theirs.iter().map(|(word, count)| (*count).min(ours.get(word).copied().unwrap_or(0))).sum()
}

/// Which of `theirs` are not in `ours`, and how often.
pub(crate) fn missing(theirs: &Bag, ours: &Bag) -> Vec<(String, usize)> {
    let less = |(word, count): (&String, &usize)| {
        let less = count.saturating_sub(ours.get(word).copied().unwrap_or(0));
        (less > 0).then(|| (word.clone(), less))
    };
    let mut missing: Vec<(String, usize)> = theirs.iter().filter_map(less).collect();
    missing.sort();
    missing
}

/// What poppler's `pdftotext` reads, and how long it takes. `None` where there is no such program or it refuses. In the
/// layout it leaves words that are divided at the end of a line as they are printed, and so do we.
pub(crate) fn pdftotext(path: &Path) -> Option<(String, Duration)> {
    let begun = Instant::now();
    let out = Command::new("pdftotext").args(["-layout", "-enc", "UTF-8"]).arg(path).arg("-").output().ok()?;
    out.status.success().then(|| (String::from_utf8_lossy(&out.stdout).into_owned(), begun.elapsed()))
}

/// What the reader reads, all pages, in a process of its own; and how long that takes.
pub(crate) fn ours(launcher: &Launcher, path: &Path) -> Result<(String, Duration), String> {
    let paper: Arc<[u8]> = std::fs::read(path).map_err(|fault| fault.to_string())?.into();
    let begun = Instant::now();
    let mut reading = Reading::of(launcher, paper);
    let pages = match reading.open(None).map_err(|fault| fault.to_string())? {
        Outcome::Read(pages) => pages,
        Outcome::Unreadable(reason) => return Err(format!("{reason:?}")),
    };
    let mut text = String::new();
    for page in 0..pages {
        match reading.page_text(page).map_err(|fault| fault.to_string())? {
            Outcome::Read(page) => text.push_str(&page.plain()),
            Outcome::Unreadable(reason) => return Err(format!("page {page}: {reason:?}")),
        }
    }
    Ok((text, begun.elapsed()))
}

/// Papers whose text the two programs see differently for a reason, so that they count for nothing.
pub(crate) const EXCLUDED: &[(&str, &str)] = &[];

pub(crate) fn excluded(path: &Path) -> Option<&'static str> {
    let name = path.file_name()?.to_str()?;
    EXCLUDED.iter().find(|(excluded, _)| *excluded == name).map(|(_, why)| *why)
}
