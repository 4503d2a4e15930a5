//! What this device remembers: its id, and where registers lie. Names and places only; never content.

use std::path::{Path, PathBuf};

use contract::{Fault, RecentRegister};
use matter::ids::DeviceId;
use matter::time::Instant;
use serde::{Deserialize, Serialize};

use crate::Desk;

const KEPT: usize = 8;

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Remembered {
    name: String,
    folder: PathBuf,
}

/// Writes beside and renames, so that a half-written file is never found.
fn replace(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let beside = path.with_extension("new");
    std::fs::write(&beside, bytes)?;
    std::fs::rename(beside, path)
}

/// This device's id, made once.
pub(crate) fn device_id(state: &Path, now: Instant) -> Result<DeviceId, Fault> {
    let unwritable = |_| Fault::TargetUnwritable;
    std::fs::create_dir_all(state).map_err(unwritable)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        std::fs::set_permissions(state, std::fs::Permissions::from_mode(0o700)).map_err(unwritable)?;
    }
    let path = state.join("device");
    if let Some(id) = std::fs::read_to_string(&path).ok().and_then(|text| text.trim().parse().ok()) {
        return Ok(id);
    }
    let mut random = [0_u8; 10];
    getrandom::fill(&mut random).map_err(|_| Fault::internal("randomness"))?;
    let millis = u64::try_from(now.timestamp_millis()).unwrap_or(0);
    let id = DeviceId(uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid());
    replace(&path, id.to_string().as_bytes()).map_err(unwritable)?;
    Ok(id)
}

impl Desk {
    fn remembered(&self) -> Vec<Remembered> {
        let path = self.surroundings.state_folder.join("registers.json");
        std::fs::read(path).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
    }

    /// Registers used before, the latest first; the token of each is its place in the list.
    pub(crate) fn recent_registers(&self) -> Vec<RecentRegister> {
        self.remembered()
            .into_iter()
            .enumerate()
            .map(|(place, kept)| RecentRegister {
                token: format!("recent-{place}"),
                present: kept.folder.is_dir(),
                name: kept.name,
            })
            .collect()
    }

    /// A register's folder by token: recent, or picked in this session.
    pub(crate) fn register_folder(&self, token: &str) -> Result<PathBuf, Fault> {
        match token.strip_prefix("recent-").and_then(|place| place.parse::<usize>().ok()) {
            Some(place) => self.remembered().into_iter().nth(place).map(|kept| kept.folder).ok_or(Fault::NotFound),
            None => self.path_of(token),
        }
    }

    /// Remembers a register. What cannot be remembered is chosen by hand next time.
    pub(crate) fn remember(&self, name: &str, folder: &Path) {
        let mut kept = self.remembered();
        kept.retain(|known| known.folder != folder);
        kept.insert(0, Remembered { name: name.to_owned(), folder: folder.to_owned() });
        kept.truncate(KEPT);
        let path = self.surroundings.state_folder.join("registers.json");
        let written = serde_json::to_vec_pretty(&kept).ok().map(|bytes| replace(&path, &bytes));
        if !matches!(written, Some(Ok(()))) {
            tracing::warn!("the list of recent registers could not be written");
        }
    }
}
