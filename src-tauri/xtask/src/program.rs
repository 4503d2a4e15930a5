//! Other programs: shown before they start, and explained when they fail.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::{Mutex, PoisonError};

use crate::fault::{Fault, Outcome};

/// A program to start, with its arguments, folder and variables.
pub(crate) struct Program {
    name: String,
    args: Vec<String>,
    at: PathBuf,
    vars: Vec<(&'static str, String)>,
    quiet: bool,
}

/// What a program said while it ran, and whether it ended well.
pub(crate) struct Spoken {
    pub(crate) well: bool,
    pub(crate) text: String,
}

impl Program {
    /// `name` is looked up on the path; it starts in the folder `at`.
    pub(crate) fn new<S: Into<String>>(name: impl Into<String>, args: impl IntoIterator<Item = S>, at: &Path) -> Self {
        Self {
            name: name.into(),
            args: args.into_iter().map(Into::into).collect(),
            at: at.to_owned(),
            vars: Vec::new(),
            quiet: false,
        }
    }

    /// With one more environment variable.
    pub(crate) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.vars.push((name, value.into()));
        self
    }

    /// Without printing the command line.
    pub(crate) fn quietly(mut self) -> Self {
        self.quiet = true;
        self
    }

    fn line(&self) -> String {
        std::iter::once(&self.name)
            .chain(&self.args)
            .map(|word| if word.contains(' ') { format!("'{word}'") } else { word.clone() })
            .collect::<Vec<_>>()
            .join(" ")
    }

    fn command(&self) -> Command {
        if !self.quiet {
            println!("$ {}", self.line());
        }
        let mut command = Command::new(&self.name);
        command.args(&self.args).current_dir(&self.at);
        // `cargo xtask` is itself `cargo run`, which sets these. Left in place they make build scripts believe that their
        // surroundings changed, and SQLCipher is compiled again each time one goes from `cargo build` to `cargo xtask`.
        for (name, _) in std::env::vars_os() {
            let name = name.to_string_lossy();
            if name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_") || name == "LIBSQLITE3_FLAGS" {
                command.env_remove(&*name);
            }
        }
        for (name, value) in &self.vars {
            command.env(name, value);
        }
        command
    }

    fn absent(&self, error: &std::io::Error) -> Fault {
        Fault::new(
            format!("`{}` could not be started: {error}", self.name),
            format!("install `{}`, or put its folder on the PATH", self.name),
        )
    }

    fn failed(&self, status: ExitStatus) -> Fault {
        Fault::new(
            format!("`{}` failed ({status})", self.line()),
            "read what it printed above; once mended, start the same verb again",
        )
    }

    /// Runs it on this terminal.
    pub(crate) fn run(&self) -> Outcome {
        let status = self.command().status().map_err(|error| self.absent(&error))?;
        if status.success() { Ok(()) } else { Err(self.failed(status)) }
    }

    /// Runs it and returns its standard output; its errors go to this terminal.
    pub(crate) fn text(&self) -> Result<String, Fault> {
        let output = self.command().stderr(Stdio::inherit()).output().map_err(|error| self.absent(&error))?;
        if output.status.success() {
            Ok(String::from_utf8_lossy(&output.stdout).into_owned())
        } else {
            Err(self.failed(output.status))
        }
    }

    /// Its standard output, whether or not it ended well; its errors are dropped.
    pub(crate) fn said(&self) -> Result<String, Fault> {
        let output = self.command().stderr(Stdio::null()).output().map_err(|error| self.absent(&error))?;
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// Whether it can be started and ends well; says nothing.
    pub(crate) fn answers(&self) -> bool {
        self.command()
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success())
    }

    /// Runs it on this terminal and keeps what it says, both streams in the order they came.
    pub(crate) fn spoken(&self) -> Result<Spoken, Fault> {
        let mut child = self
            .command()
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|error| self.absent(&error))?;
        let kept = Mutex::new(Vec::new());
        let (out, err) = (child.stdout.take(), child.stderr.take());
        std::thread::scope(|threads| {
            threads.spawn(|| show_and_keep(out, &kept));
            threads.spawn(|| show_and_keep(err, &kept));
        });
        let status = child.wait().map_err(|error| self.absent(&error))?;
        let kept = kept.into_inner().unwrap_or_else(PoisonError::into_inner);
        Ok(Spoken { well: status.success(), text: String::from_utf8_lossy(&kept).into_owned() })
    }
}

fn show_and_keep(stream: Option<impl Read>, kept: &Mutex<Vec<u8>>) {
    let Some(mut stream) = stream else { return };
    let mut buffer = [0_u8; 8192];
    loop {
        match stream.read(&mut buffer) {
            Ok(0) => return,
            Ok(read) => {
                let piece = buffer.get(..read).unwrap_or_default();
                let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
                let mut screen = std::io::stdout().lock();
                // A closed terminal is no reason to stop the tests.
                let _ = screen.write_all(piece).and_then(|()| screen.flush());
                kept.extend_from_slice(piece);
            }
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(_) => return,
        }
    }
}
