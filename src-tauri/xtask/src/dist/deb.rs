//! The package itself: a tree of files, a control file, and `dpkg-deb`.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use crate::fault::{Fault, Outcome};
use crate::home::Home;
use crate::program::Program;

const NAME: &str = "subpoena-desk";

/// Where each icon goes below `/usr/share/icons/hicolor`.
const ICONS: &[(&str, &str)] = &[
    ("icons/32x32.png", "32x32/apps/subpoena-desk.png"),
    ("icons/128x128.png", "128x128/apps/subpoena-desk.png"),
    ("icons/128x128@2x.png", "256x256/apps/subpoena-desk.png"),
    ("icons/icon.png", "512x512/apps/subpoena-desk.png"),
    ("icons/seal.svg", "scalable/apps/subpoena-desk.svg"),
];

/// What goes into a package.
pub(super) struct Deb<'a> {
    pub(super) home: &'a Home,
    pub(super) version: String,
    /// Built programs; each is installed under its own name in `/usr/bin`.
    pub(super) programs: Vec<PathBuf>,
    /// The licences of everything compiled in.
    pub(super) licences: String,
    /// Seconds since 1970 for every file.
    pub(super) stamp: String,
}

impl Deb<'_> {
    /// Makes the package in `folder`; returns its path.
    pub(super) fn make(&self, folder: &Path) -> Result<PathBuf, Fault> {
        let tree = folder.join("tree");
        if tree.exists() {
            fs::remove_dir_all(&tree).map_err(|error| Fault::file("empty", &tree, &error))?;
        }
        self.fill(&tree)?;
        let depends = self.depends(&folder.join("shlibs"))?;
        self.control(&tree, &depends)?;
        for folder in contents(&tree)?.folders {
            set_mode(&folder, 0o755)?;
        }
        let made = folder.join(format!("{NAME}_{}_{}.deb", self.version, self.architecture()?));
        let (from, to) = (tree.to_string_lossy(), made.to_string_lossy());
        Program::new("dpkg-deb", ["--root-owner-group", "-Zxz", "--build", &*from, &*to], folder)
            .with("SOURCE_DATE_EPOCH", &self.stamp)
            .with("DPKG_DEB_THREADS_MAX", "1")
            .run()?;
        Ok(made)
    }

    fn fill(&self, tree: &Path) -> Outcome {
        for program in &self.programs {
            let name = program.file_name().unwrap_or_default();
            put(&read(program)?, &tree.join("usr/bin").join(name), 0o755)?;
        }
        for (from, to) in ICONS {
            put(&read(&self.home.join(from))?, &tree.join("usr/share/icons/hicolor").join(to), 0o644)?;
        }
        let desktop = read(&self.home.join("src-tauri/deb/subpoena-desk.desktop"))?;
        put(&desktop, &tree.join("usr/share/applications/subpoena-desk.desktop"), 0o644)?;
        let documents = tree.join("usr/share/doc").join(NAME);
        put(&read(&self.home.join("LICENSE"))?, &documents.join("copyright"), 0o644)?;
        put(self.licences.as_bytes(), &documents.join("third-party-licences.txt"), 0o644)
    }

    /// The libraries the programs are linked to, as packages; dpkg-shlibdeps knows both.
    fn depends(&self, scratch: &Path) -> Result<String, Fault> {
        // It insists on a source package's control file in the folder it runs in.
        let control = format!("Source: {NAME}\n\nPackage: {NAME}\nArchitecture: any\n");
        put(control.as_bytes(), &scratch.join("debian/control"), 0o644)?;
        let mut args = vec!["-O".to_owned()];
        args.extend(self.programs.iter().map(|program| program.to_string_lossy().into_owned()));
        let said = Program::new("dpkg-shlibdeps", args, scratch).text()?;
        said.lines().find_map(|line| line.strip_prefix("shlibs:Depends=")).map(str::to_owned).ok_or_else(|| {
            Fault::new(
                "dpkg-shlibdeps named no library packages",
                "check that the programs were built on this machine, and that `dpkg-dev` is whole",
            )
        })
    }

    fn architecture(&self) -> Result<String, Fault> {
        let said = Program::new("dpkg", ["--print-architecture"], self.home.top()).quietly().text()?;
        Ok(said.trim().to_owned())
    }

    fn control(&self, tree: &Path, depends: &str) -> Outcome {
        let description = read(&self.home.join("src-tauri/deb/description"))?;
        let found = contents(tree)?;
        // Without it scans are shown and kept, and their words are not known.
        let engine = "tesseract-ocr, tesseract-ocr-eng, tesseract-ocr-spa, tesseract-ocr-script-latn";
        let control = format!(
            "Package: {NAME}\nVersion: {}\nArchitecture: {}\nMaintainer: The Subpoena Desk authors <subpoena-desk@example.invalid>\n\
             Section: misc\nPriority: optional\nInstalled-Size: {}\nDepends: {depends}\n\
             Recommends: {engine}\n{}",
            self.version,
            self.architecture()?,
            found.bytes.div_ceil(1024),
            String::from_utf8_lossy(&description),
        );
        let sums = Program::new("md5sum", found.files, tree).quietly().text()?;
        put(sums.as_bytes(), &tree.join("DEBIAN/md5sums"), 0o644)?;
        put(control.as_bytes(), &tree.join("DEBIAN/control"), 0o644)
    }
}

/// What lies below a folder.
#[derive(Default)]
struct Contents {
    folders: Vec<PathBuf>,
    /// Sorted, below the tree.
    files: Vec<String>,
    bytes: u64,
}

fn contents(tree: &Path) -> Result<Contents, Fault> {
    let (mut found, mut open) = (Contents::default(), vec![tree.to_owned()]);
    while let Some(folder) = open.pop() {
        let listed = fs::read_dir(&folder).and_then(Iterator::collect::<Result<Vec<_>, _>>);
        for entry in listed.map_err(|error| Fault::file("list", &folder, &error))? {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else if let Ok(inside) = path.strip_prefix(tree) {
                found.bytes += entry.metadata().map_or(0, |data| data.len());
                found.files.push(inside.to_string_lossy().into_owned());
            }
        }
        found.folders.push(folder);
    }
    found.files.sort();
    Ok(found)
}

fn read(path: &Path) -> Result<Vec<u8>, Fault> {
    fs::read(path).map_err(|error| Fault::file("read", path, &error))
}

/// Writes a file and the folders above it.
fn put(bytes: &[u8], path: &Path, mode: u32) -> Outcome {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| Fault::file("make", folder, &error))?;
    }
    fs::write(path, bytes).map_err(|error| Fault::file("write", path, &error))?;
    set_mode(path, mode)
}

/// Modes are set outright: whoever builds may have any umask.
fn set_mode(path: &Path, mode: u32) -> Outcome {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).map_err(|error| Fault::file("open", path, &error))
}
