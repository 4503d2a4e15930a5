//! What the tests stand on: the built reader, the probe, papers, the corpus.

use std::fmt::Write as _;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use reader::process::{Launcher, Outcome, Reading};

/// The reader as it was built for these tests.
pub(crate) fn reader() -> Launcher {
    Launcher::at(Path::new(env!("CARGO_BIN_EXE_desk-reader")))
}

/// The probe under a name, which tells it what to try.
pub(crate) struct Probe {
    folder: tempfile::TempDir,
    name: String,
}

impl Probe {
    pub(crate) fn named(name: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let tests = std::env::current_exe().unwrap();
        let program = tests.parent().unwrap().parent().unwrap().join("examples/probe");
        assert!(program.exists(), "no {}: build it with `cargo build -p reader --examples`", program.display());
        symlink(program, folder.path().join(name)).unwrap();
        Self { folder, name: name.to_owned() }
    }

    /// Under a second name beside the first.
    pub(crate) fn also(self, name: &str) -> Self {
        let program = std::fs::read_link(self.path()).unwrap();
        symlink(program, self.folder.path().join(name)).unwrap();
        self
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.folder.path().join(&self.name)
    }

    pub(crate) fn reading(&self) -> Reading {
        Reading::of(&Launcher::at(&self.path()), Arc::from(&b"%PDF-1.4 a paper"[..]))
    }
}

/// A PDF of these objects, from number 1; the first is the catalog.
pub(crate) fn pdf(objects: &[String]) -> Vec<u8> {
    let mut text = String::from("%PDF-1.7\n");
    let mut places = Vec::new();
    for (number, object) in (1..).zip(objects) {
        places.push(text.len());
        write!(text, "{number} 0 obj\n{object}\nendobj\n").unwrap();
    }
    let table = text.len();
    write!(text, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).unwrap();
    for place in places {
        writeln!(text, "{place:010} 00000 n ").unwrap();
    }
    let size = objects.len() + 1;
    write!(text, "trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n").unwrap();
    text.into_bytes()
}

/// A PDF of one page of letter size: what is on it, and what stands in its dictionary besides.
pub(crate) fn one_page(content: &str, besides: &str) -> Vec<u8> {
    page_with(content, besides, "")
}

/// The same with something in the catalog.
pub(crate) fn page_with(content: &str, besides: &str, catalog: &str) -> Vec<u8> {
    pdf(&[
        format!("<< /Type /Catalog /Pages 2 0 R {catalog} >>"),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 612 792] >>".into(),
        format!("<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> {besides} >>"),
        format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".into(),
    ])
}

pub(crate) fn reading(paper: Vec<u8>) -> Reading {
    Reading::of(&reader(), Arc::from(paper))
}

/// What was read, or the test ends.
pub(crate) fn read<T: std::fmt::Debug>(asked: Result<Outcome<T>, reader::process::Unstartable>) -> T {
    match asked.unwrap() {
        Outcome::Read(value) => value,
        Outcome::Unreadable(reason) => panic!("not read: {reason:?}"),
    }
}

/// A folder of the shared corpus, which lies beside the project. Says so where there is none.
pub(crate) fn corpus(folder: &str) -> Option<Vec<PathBuf>> {
    let mut files = corpus_files(folder)?;
    files.retain(|path| path.extension().is_some_and(|extension| extension == "pdf"));
    Some(files)
}

/// All files of a folder of the shared corpus.
pub(crate) fn corpus_files(folder: &str) -> Option<Vec<PathBuf>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/corpus").join(folder);
    let Ok(entries) = std::fs::read_dir(&path) else {
        println!("NOT RUN: the corpus of real papers is not here ({}).", path.display());
        return None;
    };
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_file()).collect();
    files.sort();
    Some(files)
}

/// Whether a process is still there and is more than a number that nobody has asked about.
pub(crate) fn lives(id: u32) -> bool {
    let status = std::fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
    let state = status.rsplit(") ").next().and_then(|rest| rest.chars().next());
    state.is_some_and(|state| state != 'Z')
}

/// How often a test goes round: `quick` in every run, what `cargo xtask endure` says when it is told.
pub(crate) fn rounds(quick: u64) -> u64 {
    std::env::var("ENDURE_ROUNDS").ok().and_then(|text| text.parse().ok()).unwrap_or(quick)
}

/// Whether this is one of the long trials.
pub(crate) fn enduring() -> bool {
    std::env::var_os("ENDURE").is_some()
}
