//! The loopback host, for tests only: the same commands, pushes and pages as the window's, over HTTP on this machine, so
//! that a plain browser can show every screen against the real desk. It is never shipped: it belongs to this package.
//!
//! ```text
//! GET  /                     the front end (ui/dist), with the product's content policy
//! POST /call/NAME            a command; Authorization: Bearer TOKEN
//! GET  /pushes?token=        pushes, as server-sent events
//! GET  /page/PATH?token=     page pictures; 403 while locked
//! POST /test/dialogs         {"answers":[["/a.pdf"],[]]}: what the next native dialogs answer; [] is "cancelled"
//! GET  /test/dialogs         what dialogs were asked for
//! POST /test/drop            {"paths":["/a.pdf"]}: files dropped on the window
//! POST /test/drag            {"over":true}
//! POST /test/clock           {"at":"2026-11-23T17:00:00Z"}: moves the fixed clock
//! ```

mod dialogs;
mod files;
mod policy;
mod pushes;
mod routes;

use std::path::PathBuf;
use std::sync::Arc;
use std::thread;

use chrono::{DateTime, Utc};
use desk::{Desk, FixedClock, Strength, Surroundings, SystemClock};
use tiny_http::Server;

pub use dialogs::{Asked, QueuedDialogs};
pub use files::shipped_front_end;
pub use policy::loopback_policy;

/// How a host is started.
#[derive(Debug, Clone)]
pub struct Options {
    /// The device's own folder: recent registers, heads seen, the sample.
    pub state_folder: PathBuf,
    /// The built front end.
    pub front_end: PathBuf,
    /// The clock stands here until a test moves it; none for the system's clock.
    pub now: Option<DateTime<Utc>>,
    /// The port; 0 for any free one.
    pub port: u16,
    /// What a guess at a passphrase costs. Tests use the floor.
    pub strength: Strength,
}

/// Why a host did not start.
#[derive(Debug, thiserror::Error)]
pub enum HostFault {
    /// The desk did not start.
    #[error("the desk did not start: {0}")]
    Desk(contract::Fault),
    /// No port could be taken.
    #[error("no port could be taken on 127.0.0.1: {0}")]
    Port(String),
    /// The policy in the product's configuration could not be read.
    #[error("tauri.conf.json has no content policy")]
    Policy,
    /// No randomness for the token.
    #[error("no randomness for the token")]
    Randomness,
}

/// A running host. It serves until the process ends.
pub struct Host {
    /// The desk behind it.
    pub desk: Arc<Desk>,
    /// What its dialogs answer.
    pub dialogs: QueuedDialogs,
    /// Its clock, if it stands.
    pub clock: Option<Arc<FixedClock>>,
    /// The bearer token every request but those for the front end's files carries.
    pub token: String,
    /// Where the built front end lies.
    front_end: PathBuf,
    /// The content policy sent with every file.
    policy: String,
    /// The address, without a path.
    origin: String,
}

impl Host {
    /// Starts serving on threads of its own.
    ///
    /// # Errors
    /// [`HostFault`].
    pub fn start(options: Options) -> Result<Arc<Self>, HostFault> {
        let dialogs = QueuedDialogs::default();
        let clock = options.now.map(|at| Arc::new(FixedClock::at(at)));
        let desk = Desk::new(Surroundings {
            clock: match &clock {
                Some(fixed) => Box::new(Arc::clone(fixed)),
                None => Box::new(SystemClock),
            },
            dialogs: Box::new(dialogs.clone()),
            state_folder: options.state_folder,
            strength: options.strength,
            reader: None,
            reads_papers: true,
        })
        .map_err(HostFault::Desk)?;
        let server = Server::http(("127.0.0.1", options.port)).map_err(|fault| HostFault::Port(fault.to_string()))?;
        let origin = format!("http://{}", server.server_addr());
        let host = Arc::new(Self {
            desk,
            dialogs,
            clock,
            token: fresh_token()?,
            front_end: options.front_end,
            policy: loopback_policy().ok_or(HostFault::Policy)?,
            origin,
        });
        let serving = Arc::clone(&host);
        thread::spawn(move || {
            // One thread per request: a long attach must not stop its own cancelling.
            for request in server.incoming_requests() {
                let host = Arc::clone(&serving);
                thread::spawn(move || routes::answer(&host, request));
            }
        });
        Ok(host)
    }

    /// The address to open in a browser, token included.
    #[must_use]
    pub fn url(&self) -> String {
        format!("{}/#token={}", self.origin, self.token)
    }

    /// The address without a path, for calls by hand.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }
}

/// 128 random bits, in hexadecimal.
fn fresh_token() -> Result<String, HostFault> {
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes).map_err(|_| HostFault::Randomness)?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}
