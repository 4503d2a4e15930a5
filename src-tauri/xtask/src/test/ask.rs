//! What a person asked of `cargo xtask test`.

use super::lanes::Lane;
use crate::fault::Fault;

/// The arguments, read.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Ask {
    pub(super) list: bool,
    pub(super) yes: bool,
    only: Vec<String>,
    from: Option<String>,
}

impl Ask {
    /// Reads the arguments.
    pub(super) fn read(args: &[String]) -> Result<Self, Fault> {
        let mut ask = Self::default();
        let mut words = args.iter();
        while let Some(word) = words.next() {
            let mut lane = || {
                words.next().cloned().ok_or_else(|| {
                    Fault::new(format!("`{word}` needs the name of a lane"), "`cargo xtask test --list` prints them")
                })
            };
            match word.as_str() {
                "--list" => ask.list = true,
                "--yes" => ask.yes = true,
                "--only" => ask.only.push(lane()?),
                "--from" => ask.from = Some(lane()?),
                other => {
                    return Err(Fault::new(
                        format!("`test` does not take `{other}`"),
                        "use --list, --only LANE (more than once if you like), --from LANE, --yes",
                    ));
                }
            }
        }
        Ok(ask)
    }

    /// The lanes to run, in the order of the table.
    pub(super) fn choose<'a>(&self, table: &'a [Lane]) -> Result<Vec<&'a Lane>, Fault> {
        for name in self.only.iter().chain(&self.from) {
            if !table.iter().any(|lane| lane.name == name) {
                return Err(Fault::new(format!("there is no lane `{name}`"), "`cargo xtask test --list` prints them"));
            }
        }
        Ok(table
            .iter()
            .skip_while(|lane| self.from.as_ref().is_some_and(|name| lane.name != name))
            .filter(|lane| self.only.is_empty() || self.only.iter().any(|name| lane.name == name))
            .collect())
    }
}
