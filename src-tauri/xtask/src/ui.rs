//! The front end's own tools: node, npm, and the scripts of `ui/package.json`.

use std::fs;

use crate::fault::{Fault, Outcome};
use crate::home::Home;
use crate::program::Program;

/// Vite 8 needs it.
const OLDEST_NODE: u32 = 20;

/// An npm command line in `ui/`.
pub(crate) fn npm<'a>(home: &Home, args: impl IntoIterator<Item = &'a str>) -> Program {
    Program::new("npm", args, &home.ui())
}

/// Node and npm are there and new enough.
pub(crate) fn node(home: &Home) -> Outcome {
    let remedy = "install Node 20 or newer with npm (Debian 12's own node is 18, which is too old)";
    let version = Program::new("node", ["--version"], home.top())
        .quietly()
        .text()
        .map_err(|_| Fault::new("node is not installed", remedy))?;
    if major(&version).is_none_or(|major| major < OLDEST_NODE) {
        return Err(Fault::new(format!("node {} is too old", version.trim()), remedy));
    }
    if Program::new("npm", ["--version"], home.top()).quietly().answers() {
        Ok(())
    } else {
        Err(Fault::new("npm is not installed", remedy))
    }
}

fn major(version: &str) -> Option<u32> {
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

/// `npm ci`, skipped while the lockfile is byte for byte the one that was installed last.
pub(crate) fn install(home: &Home) -> Outcome {
    node(home)?;
    let lock = home.ui().join("package-lock.json");
    let stamp = home.ui().join("node_modules/.installed-lock.json");
    let wanted = fs::read(&lock).map_err(|error| Fault::file("read", &lock, &error))?;
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        println!("ui/node_modules matches ui/package-lock.json: npm ci is not needed");
        return Ok(());
    }
    npm(home, ["ci", "--no-audit", "--no-fund"]).run()?;
    fs::write(&stamp, wanted).map_err(|error| Fault::file("write", &stamp, &error))
}

/// The front end as files in `ui/dist`, which the shell compiles in.
pub(crate) fn build(home: &Home) -> Outcome {
    npm(home, ["run", "build"]).run()
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn reads_the_major_version_of_node() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("v18.19.0"), Some(18));
        assert_eq!(major("what"), None);
    }
}
