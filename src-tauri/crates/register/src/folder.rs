//! The register's folder: what lies where, who may read it, and whether the disk beneath it can be trusted.

use std::fs::{DirBuilder, File, OpenOptions, Permissions};
use std::io::Write as _;
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use crate::fault::Fault;

/// The folder `NAME.register/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder {
    root: PathBuf,
}

/// File systems on which SQLite's write-ahead log is not safe: it needs memory shared between processes of one machine.
/// Numbers from Linux `statfs(2)` and `linux/magic.h`.
const SHARES: &[(i64, &str)] = &[
    (0x6969, "nfs"),
    (0x517B, "smb"),
    (0xFE53_4D42, "smb"),
    (0xFF53_4D42, "smb"),
    (0x6573_5546, "fuse"),
    (0x0102_1997, "9p"),
    (0x00C3_6400, "ceph"),
    (0x5346_414F, "afs"),
    (0x7375_7245, "coda"),
    (0x564C, "ncp"),
];

/// The least that any writing needs: pages are written to the log first and to the database later.
const LEAST: u64 = 1024 * 1024;

impl Folder {
    /// Names a folder; nothing is touched.
    #[must_use]
    pub fn at(root: &Path) -> Self {
        Self { root: root.to_owned() }
    }

    /// The folder itself.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The database.
    #[must_use]
    pub fn database(&self) -> PathBuf {
        self.root.join("register.db")
    }

    /// The database under a new key, before it takes the old one's place.
    pub(crate) fn next_database(&self) -> PathBuf {
        self.root.join("register.next.db")
    }

    /// The key ring.
    #[must_use]
    pub fn keyring(&self) -> PathBuf {
        self.root.join("keyring.json")
    }

    /// The key ring's second copy.
    #[must_use]
    pub fn keyring_copy(&self) -> PathBuf {
        self.root.join("keyring.copy.json")
    }

    /// The file that one program at a time holds.
    #[must_use]
    pub fn lock(&self) -> PathBuf {
        self.root.join("register.lock")
    }

    /// Where backups lie unless another place is chosen.
    #[must_use]
    pub fn backups(&self) -> PathBuf {
        self.root.join("backups")
    }

    /// Makes the folder, readable by its owner alone. A folder with anything in it is refused.
    pub(crate) fn create(&self) -> Result<(), Fault> {
        match std::fs::read_dir(&self.root) {
            Ok(mut inside) => {
                if inside.next().is_some() {
                    return Err(Fault::Exists { what: "folder" });
                }
            }
            Err(_) => make_folder(&self.root)?,
        }
        self.close_to_others()
    }

    /// Takes away what group and others may do with the folder and the files in it.
    pub(crate) fn close_to_others(&self) -> Result<(), Fault> {
        let what = "setting who may read the register";
        std::fs::set_permissions(&self.root, Permissions::from_mode(0o700)).map_err(Fault::io(what))?;
        for item in std::fs::read_dir(&self.root).map_err(Fault::io(what))? {
            let item = item.map_err(Fault::io(what))?;
            let kind = item.file_type().map_err(Fault::io(what))?;
            let mode = if kind.is_dir() { 0o700 } else { 0o600 };
            if !kind.is_symlink() {
                std::fs::set_permissions(item.path(), Permissions::from_mode(mode)).map_err(Fault::io(what))?;
            }
        }
        Ok(())
    }

    /// Refuses a folder on a network share, or on a file system that another program serves.
    ///
    /// # Errors
    /// [`Fault::NetworkShare`], or the folder cannot be asked.
    pub fn refuse_share(&self) -> Result<(), Fault> {
        let there = self.root.ancestors().find(|folder| folder.exists());
        let asked = there.filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let status = rustix::fs::statfs(asked).map_err(|error| Fault::io("asking the file system")(error.into()))?;
        match share_kind(status.f_type) {
            Some(kind) => Err(Fault::NetworkShare { kind }),
            None => Ok(()),
        }
    }

    /// Bytes free for us on the folder's disk; 0 when it cannot be asked.
    #[must_use]
    pub fn free(&self) -> u64 {
        rustix::fs::statvfs(&self.root).map(|disk| disk.f_bavail.saturating_mul(disk.f_frsize)).unwrap_or(0)
    }

    /// Fills in what a full disk lacks, for a fault that says only that it is full.
    pub(crate) fn explain(&self, fault: Fault, needed: u64) -> Fault {
        match fault {
            Fault::NoSpace { needed: known, .. } => {
                Fault::NoSpace { needed: known.max(needed).max(LEAST), free: self.free() }
            }
            other => other,
        }
    }

    /// Replaces a file whole: temporary file, flush, rename, flush of the folder.
    pub(crate) fn replace(&self, path: &Path, bytes: &[u8]) -> Result<(), Fault> {
        replace(path, bytes).map_err(|fault| self.explain(fault, bytes.len() as u64))
    }
}

/// The kind of share a `statfs` number means; none for a disk.
#[must_use]
pub fn share_kind(number: i64) -> Option<&'static str> {
    // The kernel's number is 32 bits wide; on some systems it comes sign-extended.
    let number = number & 0xFFFF_FFFF;
    SHARES.iter().find(|(share, _)| *share == number).map(|(_, kind)| *kind)
}

/// Makes a folder and those above it that are missing, readable by their owner alone.
pub(crate) fn make_folder(path: &Path) -> Result<(), Fault> {
    DirBuilder::new().recursive(true).mode(0o700).create(path).map_err(Fault::io("making a folder"))
}

/// Replaces a file whole.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> Result<(), Fault> {
    let what = "replacing a file";
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".new");
    let beside = path.with_file_name(name);
    let mut file = private_file(&beside).map_err(Fault::io(what))?;
    file.write_all(bytes).and_then(|()| file.sync_all()).map_err(Fault::io(what))?;
    drop(file);
    std::fs::rename(&beside, path).map_err(Fault::io(what))?;
    flush_folder_of(path)
}

/// Opens a file for writing from its start, readable by its owner alone.
pub(crate) fn private_file(path: &Path) -> std::io::Result<File> {
    OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(path)
}

/// Makes a rename in a file's folder durable.
pub(crate) fn flush_folder_of(path: &Path) -> Result<(), Fault> {
    let parent = path.parent().unwrap_or(Path::new("."));
    File::open(parent).and_then(|folder| folder.sync_all()).map_err(Fault::io("flushing a folder"))
}
