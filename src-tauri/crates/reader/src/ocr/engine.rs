//! Finding the engine. Only places that belong to the system count: no search path, no setting, no environment.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::{Language, Missing};

const PROGRAMS: &[&str] = &["/usr/bin/tesseract", "/usr/local/bin/tesseract"];

/// Debian 12 and 13, Ubuntu 22.04, Fedora, Arch, built by hand.
const DATA: &[&str] = &[
    "/usr/share/tesseract-ocr/5/tessdata",
    "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tesseract/tessdata",
    "/usr/share/tessdata",
    "/usr/local/share/tessdata",
];

/// The libraries of the system, and the list in which its loader looks them up.
const LIBRARIES: &[&str] = &["/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/etc/ld.so.cache"];

/// Tesseract, as it is installed here.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Engine {
    program: PathBuf,
    data: PathBuf,
    languages: Vec<Language>,
}

impl Engine {
    /// The engine with these languages.
    ///
    /// # Errors
    /// The first of what is missing.
    pub fn find(languages: &[Language]) -> Result<Self, Missing> {
        Self::among(PROGRAMS.iter().map(Path::new), DATA.iter().map(Path::new), languages)
    }

    fn among<'a>(
        mut programs: impl Iterator<Item = &'a Path>,
        data: impl Iterator<Item = &'a Path>,
        languages: &[Language],
    ) -> Result<Self, Missing> {
        let program = programs.find(|program| program.is_file()).ok_or(Missing::Program)?;
        let lacking = |folder: &Path| languages.iter().copied().find(|language| name(folder, *language).is_none());
        let mut missing = languages.first().map_or(Missing::Program, |language| Missing::Language(*language));
        for (number, folder) in data.filter(|folder| folder.is_dir()).enumerate() {
            match lacking(folder) {
                None => {
                    let languages = languages.to_vec();
                    return Ok(Self { program: program.to_owned(), data: folder.to_owned(), languages });
                }
                Some(language) if number == 0 => missing = Missing::Language(language),
                Some(_) => {}
            }
        }
        Err(missing)
    }

    /// What it is told to read the picture of one page from its standard input and write a table of words.
    #[must_use]
    pub fn words(&self) -> Vec<OsString> {
        // With the data that tells which way up a page is, it finds out; boxes stay those of the picture it was given.
        let segmentation = if self.data.join("osd.traineddata").is_file() { "1" } else { "3" };
        let languages: Vec<String> = self.languages.iter().filter_map(|language| name(&self.data, *language)).collect();
        let mut words: Vec<OsString> = ["stdin", "stdout", "--tessdata-dir"].map(OsString::from).into();
        words.push(self.data.clone().into());
        words.extend(["--psm", segmentation, "-l", &languages.join("+")].map(OsString::from));
        // The table without the file of settings that usually asks for it.
        words.extend(["-c", "tessedit_create_tsv=1", "-c", "tessedit_create_txt=0"].map(OsString::from));
        words
    }

    /// It, ready to be become.
    #[cfg(target_os = "linux")]
    #[must_use]
    pub fn program(&self, words: Vec<OsString>) -> crate::walls::Program {
        let mut readable: Vec<PathBuf> = LIBRARIES.iter().map(PathBuf::from).collect();
        readable.extend([self.program.clone(), self.data.clone()]);
        let environment = vec![("OMP_THREAD_LIMIT", "1"), ("LC_ALL", "C.UTF-8")];
        crate::walls::Program { path: self.program.clone(), words, environment, readable }
    }
}

/// What the engine calls a language in this folder, where it has it. Scripts lie in a folder of their own in most systems, and
/// beside the languages in Debian 12.
fn name(data: &Path, language: Language) -> Option<String> {
    let names = [language.code().to_owned(), format!("script/{}", language.code())];
    names.into_iter().find(|name| data.join(format!("{name}.traineddata")).is_file())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{Engine, Language, Missing, Path};

    #[test]
    fn what_is_missing_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let (program, data) = (folder.path().join("tesseract"), folder.path().join("tessdata"));
        let find = || Engine::among([program.as_path()].into_iter(), [data.as_path()].into_iter(), &Language::ALL);
        assert_eq!(find(), Err(Missing::Program));
        fs::write(&program, b"").unwrap();
        assert_eq!(find(), Err(Missing::Language(Language::English)));
        fs::create_dir(&data).unwrap();
        fs::write(data.join("eng.traineddata"), b"").unwrap();
        assert_eq!(find(), Err(Missing::Language(Language::Spanish)));
        assert_eq!(find().unwrap_err().package(), "tesseract-ocr-spa");
        fs::write(data.join("spa.traineddata"), b"").unwrap();
        assert_eq!(find().unwrap_err().package(), "tesseract-ocr-script-latn");
        fs::create_dir(data.join("script")).unwrap();
        fs::write(data.join("script/Latin.traineddata"), b"").unwrap();
        let engine = find().unwrap();
        let words = engine.words();
        assert!(words.contains(&"eng+spa+script/Latin".into()) && words.contains(&data.clone().into()), "{words:?}");
        assert!(words.contains(&"3".into()), "which way up a page is takes data of its own");
        fs::write(data.join("osd.traineddata"), b"").unwrap();
        assert!(find().unwrap().words().contains(&"1".into()));
        assert!(!Path::new(&words[0]).is_absolute());
    }

    #[test]
    fn languages_have_one_code_each() {
        for language in Language::ALL {
            assert_eq!(Language::of(language.code()), Some(language));
        }
        assert_eq!(Language::of("../eng"), None);
    }
}
