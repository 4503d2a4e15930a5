//! What goes wrong, in two sentences: what happened, and what to do.

use std::fmt;

/// What every verb answers.
pub(crate) type Outcome = Result<(), Fault>;

/// A failure a person can act on.
#[derive(Debug)]
pub(crate) struct Fault {
    what: String,
    remedy: String,
    /// Already shown to the person, who need not read it twice.
    pub(crate) told: bool,
}

impl Fault {
    /// `what` happened, and the `remedy`: what the person at the terminal does next.
    pub(crate) fn new(what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { what: what.into(), remedy: remedy.into(), told: false }
    }

    /// A file or folder that could not be read or written.
    pub(crate) fn file(doing: &str, path: &std::path::Path, error: &std::io::Error) -> Self {
        Self::new(
            format!("could not {doing} {}: {error}", path.display()),
            "check that it exists, that you may use it, and that the disk is not full",
        )
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "What happened: {}\nWhat to do:    {}", self.what, self.remedy)
    }
}

/// Refuses arguments a verb does not take.
pub(crate) fn no_more(verb: &str, args: &[String]) -> Outcome {
    match args.first() {
        None => Ok(()),
        Some(word) => {
            Err(Fault::new(format!("`{verb}` does not take `{word}`"), "`cargo xtask help` lists what each verb takes"))
        }
    }
}
