//! Tokens: the page names files and folders by them and never sees a path.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use contract::{Fault, Picked};
use matter::wire::Count53;

use crate::{Desk, hold};

/// Paths the person picked or dropped in this session.
#[derive(Debug, Default)]
pub(crate) struct Tokens(HashMap<String, PathBuf>);

impl Desk {
    /// Takes a path the person named and gives a token for it.
    ///
    /// # Errors
    /// There is nothing at that path.
    pub fn offer(&self, path: &Path) -> Result<Picked, Fault> {
        let data = std::fs::metadata(path).map_err(|_| Fault::SourceUnreadable)?;
        let length = data.is_file().then(|| Count53::try_from(data.len()).ok()).flatten();
        self.offer_path(path, length)
    }

    pub(crate) fn offer_path(&self, path: &Path, length: Option<Count53>) -> Result<Picked, Fault> {
        let token = self.new_id()?.to_string();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        hold(&self.tokens).0.insert(token.clone(), path.to_owned());
        Ok(Picked { token, name, length })
    }

    /// The path behind a token.
    pub(crate) fn path_of(&self, token: &str) -> Result<PathBuf, Fault> {
        hold(&self.tokens).0.get(token).cloned().ok_or(Fault::NotFound)
    }

    /// Files were dropped on the window.
    pub fn dropped(&self, paths: &[PathBuf]) {
        let files = paths.iter().filter(|path| path.is_file()).filter_map(|path| self.offer(path).ok()).collect();
        self.pushes.give(&contract::Push::Session(contract::SessionEvent::Dropped { files }));
    }

    /// Files are held over the window, or went away again.
    pub fn drag(&self, over: bool) {
        let event = if over { contract::SessionEvent::DragOver } else { contract::SessionEvent::DragLeft };
        self.pushes.give(&contract::Push::Session(event));
    }
}
