//! The Debian packages a verb needs: named, and installed when the person says so.

use std::io::{BufRead, IsTerminal, Write};

use crate::fault::{Fault, Outcome};
use crate::home::Home;
use crate::program::Program;

#[cfg(test)]
mod tests;

/// To compile the window: a C compiler, WebKitGTK, GTK, and OpenSSL's libcrypto under SQLCipher. To use it: the engine that
/// recognises text in scans, with what it knows of English, Spanish and the Latin letters.
pub(crate) const RUN: &[&str] = &[
    "build-essential",
    "pkg-config",
    "libssl-dev",
    "libgtk-3-dev",
    "libwebkit2gtk-4.1-dev",
    "librsvg2-dev",
    "tesseract-ocr",
    "tesseract-ocr-eng",
    "tesseract-ocr-spa",
    "tesseract-ocr-script-latn",
];

/// To test it besides: the drivers, a screen of its own, a browser, fonts, and the tools that judge PDFs.
pub(crate) const TEST: &[&str] = &[
    "webkit2gtk-driver",
    "xvfb",
    "xdotool",
    // A window to drag files out of, so that a drop on the real window is a real one.
    "python3-gi",
    "gir1.2-gtk-3.0",
    "openbox",
    "dbus-x11",
    "chromium",
    "fonts-noto-core",
    "poppler-utils",
    "qpdf",
    "imagemagick",
    "strace",
];

/// Whether to ask before installing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Consent {
    /// `--yes` was given, or `CI=true`.
    Given,
    /// A person sits at the terminal.
    Ask,
    /// Nobody can be asked.
    Nobody,
}

impl Consent {
    /// From the arguments and surroundings of this program.
    pub(crate) fn of(yes: bool) -> Self {
        let ci = std::env::var("CI").is_ok_and(|value| value == "true");
        Self::decide(yes || ci, std::io::stdin().is_terminal())
    }

    fn decide(yes: bool, terminal: bool) -> Self {
        match (yes, terminal) {
            (true, _) => Self::Given,
            (false, true) => Self::Ask,
            (false, false) => Self::Nobody,
        }
    }
}

/// Sees to it that all of `wanted` are installed.
pub(crate) fn ensure(home: &Home, wanted: &[&str], consent: Consent) -> Outcome {
    if !Program::new("dpkg-query", ["--version"], home.top()).quietly().answers() {
        println!(
            "This system has no Debian packages, so nothing was checked. Needed, under whatever names they have here:\n  {}",
            wanted.join(" ")
        );
        return Ok(());
    }
    let missing = missing(home, wanted)?;
    if missing.is_empty() {
        println!("All {} system packages are installed.", wanted.len());
        return Ok(());
    }
    println!("Missing system packages:\n  {}", missing.join(" "));
    let by_hand = format!("install them: apt-get install {}", missing.join(" "));
    match consent {
        Consent::Given => {}
        Consent::Ask if agreed()? => {}
        Consent::Ask => {
            return Err(Fault::new("the packages were not installed, as you said", by_hand));
        }
        Consent::Nobody => {
            return Err(Fault::new(
                "system packages are missing and there is no terminal to ask on",
                format!("start again with --yes, or {by_hand}"),
            ));
        }
    }
    let root = Program::new("id", ["-u"], home.top()).quietly().text()?.trim() == "0";
    if !root && !Program::new("sudo", ["--version"], home.top()).quietly().answers() {
        return Err(Fault::new("installing needs root, and `sudo` is not here", format!("as root, {by_hand}")));
    }
    apt(home, root, &["update", "--quiet"])?;
    let mut install = vec!["install", "--yes", "--quiet", "--no-install-recommends"];
    install.extend(missing.iter().map(String::as_str));
    apt(home, root, &install)
}

/// `apt-get` without questions, through sudo unless we are root.
fn apt(home: &Home, root: bool, args: &[&str]) -> Outcome {
    let mut line = if root { vec![] } else { vec!["sudo"] };
    line.extend(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    line.extend(args);
    let (name, args) = line.split_first().unwrap_or((&"apt-get", args));
    Program::new(*name, args.iter().copied(), home.top()).run()
}

fn agreed() -> Result<bool, Fault> {
    print!("Install them now? [Y/n] ");
    let mut answer = String::new();
    std::io::stdout()
        .flush()
        .and_then(|()| std::io::stdin().lock().read_line(&mut answer))
        .map_err(|error| Fault::new(format!("your answer could not be read: {error}"), "start again with --yes"))?;
    Ok(is_yes(&answer))
}

/// Enter alone means yes; so does y in English and s in Spanish. The end of input is no answer.
fn is_yes(answer: &str) -> bool {
    answer.ends_with('\n') && matches!(answer.trim().to_lowercase().as_str(), "" | "y" | "yes" | "s" | "si" | "sí")
}

fn missing(home: &Home, wanted: &[&str]) -> Result<Vec<String>, Fault> {
    let mut args = vec!["--show", "--showformat", "${Package} ${db:Status-Status}\\n"];
    args.extend(wanted);
    // dpkg-query fails as soon as one package is unknown; what it prints about the others is what counts.
    let known = Program::new("dpkg-query", args, home.top()).quietly().said()?;
    Ok(absent(wanted, &known))
}

/// Those of `wanted` that `known`, lines of name and status, does not call installed.
fn absent(wanted: &[&str], known: &str) -> Vec<String> {
    let installed: Vec<&str> = known.lines().filter_map(|line| line.strip_suffix(" installed")).collect();
    wanted.iter().filter(|name| !installed.contains(name)).map(|name| (*name).to_owned()).collect()
}
