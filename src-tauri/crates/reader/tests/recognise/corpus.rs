//! Real papers of the corpus. None of the demands is an I-138 or a 3115.

use std::path::{Path, PathBuf};

use matter::demand::Instrument;
use reader::recognise::{Class, Patterns, suggest};

use crate::stage;

/// The PDFs of a folder of the corpus; `None`, said plainly, where it is not there.
fn corpus(folder: &str) -> Option<Vec<PathBuf>> {
    let place = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(4)?.join("shared/corpus").join(folder);
    let Ok(entries) = std::fs::read_dir(&place) else {
        println!("no corpus at {}: real papers are not looked at", place.display());
        return None;
    };
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "pdf"));
    files.sort();
    Some(files)
}

#[test]
fn real_demands_and_filings() {
    for folder in ["demands", "court-filings"] {
        for file in corpus(folder).unwrap_or_default() {
            let pages = stage::pages_of(&std::fs::read(&file).unwrap());
            let suggestions = suggest(&pages, &Patterns::default());
            let class = suggestions.class.as_ref().map(|classed| classed.class);
            println!(
                "{} ({} words): {class:?}",
                file.file_name().unwrap().to_string_lossy(),
                pages.iter().flat_map(|page| page.words()).count()
            );
            for one in &suggestions.fields {
                println!("    {:?} {:?} {:.40}", one.field, one.value, one.quote);
            }
            let form = matches!(class, Some(Class::Demand { instrument: Instrument::I138 | Instrument::Dhs3115 }));
            assert!(!form, "{} is called {class:?}", file.display());
        }
    }
}
