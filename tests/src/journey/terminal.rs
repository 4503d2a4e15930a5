//! The command line as a person at a terminal uses it: the built program, a home of its own, JSON out.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::missing_panics_doc,
    reason = "a journey may stop where it stands"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

use super::office::PASSPHRASE;
use super::programs::built;

/// A home folder with a register, worked on through the program `desk`.
pub struct Terminal {
    /// The home folder.
    pub home: PathBuf,
    /// The register.
    pub register: PathBuf,
    passphrase: PathBuf,
}

impl Terminal {
    /// Founds a register below this folder with the program itself. The key slots cost what they cost in use.
    #[must_use]
    pub fn founded(home: &Path) -> Self {
        for folder in ["tmp", "state", "data", "config", "cache", "run", "registers"] {
            fs::create_dir_all(home.join(folder)).unwrap();
        }
        let passphrase = home.join("passphrase");
        fs::write(&passphrase, PASSPHRASE).unwrap();
        let terminal = Self { home: home.to_owned(), register: home.join("registers/Notices.register"), passphrase };
        let key = home.join("recovery-key");
        let init = ["init", "Notices", "--organisation", "Example Platform, Inc.", "--zone", "America/Los_Angeles"];
        let mut command = terminal.command(&init);
        command.args(["--roles", "triage,counsel,letters,records", "--person", "A. Rivera", "--in"]);
        let done = command.arg(home.join("registers")).arg("--recovery-key-to").arg(&key).output().unwrap();
        assert!(done.status.success(), "init: {}", String::from_utf8_lossy(&done.stdout));
        fs::remove_file(key).unwrap();
        terminal
    }

    /// The program with these arguments, in this home and nowhere else; it answers in JSON.
    #[must_use]
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = self.in_words(args);
        command.arg("--json");
        command
    }

    /// The same, answering in words.
    #[must_use]
    pub fn in_words(&self, args: &[&str]) -> Command {
        let mut command = Command::new(built("desk"));
        command.args(args).arg("--passphrase-file").arg(&self.passphrase).current_dir(&self.home);
        command.env_clear().env("PATH", "/usr/bin:/bin").env("LANG", "C.UTF-8");
        for (name, folder) in [
            ("HOME", ""),
            ("TMPDIR", "tmp"),
            ("XDG_STATE_HOME", "state"),
            ("XDG_DATA_HOME", "data"),
            ("XDG_CONFIG_HOME", "config"),
            ("XDG_CACHE_HOME", "cache"),
            ("XDG_RUNTIME_DIR", "run"),
        ] {
            command.env(name, self.home.join(folder));
        }
        if self.register.is_dir() {
            command.arg("--register").arg(&self.register);
        }
        command
    }

    /// Runs the program; gives its exit code and the JSON it printed.
    #[must_use]
    pub fn run(&self, args: &[&str]) -> (i32, Value) {
        read(&self.command(args).output().unwrap())
    }

    /// The same where only success is right.
    pub fn well(&self, args: &[&str]) -> Value {
        let (code, said) = self.run(args);
        assert_eq!(code, 0, "desk {} said {said:#}", args.first().unwrap_or(&""));
        said
    }
}

fn read(output: &Output) -> (i32, Value) {
    let said = String::from_utf8_lossy(&output.stdout);
    let value = serde_json::from_str(&said).unwrap_or_else(|_| {
        panic!("no JSON: {said}\n{}", String::from_utf8_lossy(&output.stderr));
    });
    (output.status.code().unwrap_or(-1), value)
}
