//! The use cases: this crate ties the domain, the register, the letters and the reader together and answers the contract.
//! It owns the session, the clock and the progress of long work. It holds no rule of its own: those are in `matter`.

#![forbid(unsafe_code)]

mod acting;
pub mod clock;
mod commands;
mod demand;
mod dialogs;
mod faults;
mod jobs;
mod keeping;
mod letter;
mod pages;
mod papers;
mod people;
mod pushes;
mod queue;
mod reading;
mod sample;
mod search;
mod session;
mod tokens;

pub use clock::{Clock, FixedClock, SystemClock};
pub use dialogs::{Dialogs, NoDialogs};
pub use pages::{Page, PageFault};
pub use reading::read_whole;
pub use register::Strength;
pub use sample::SampleMade;

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

use contract::Fault;
use matter::ids::DeviceId;
use matter::law::Law;
use matter::time::Instant;

use crate::jobs::Jobs;
use crate::pushes::Pushes;
use crate::reading::ReadingRoom;
use crate::session::Place;
use crate::tokens::Tokens;

/// What a desk stands in: clock, dialogs, this device's own folder, the cost of a guess at a passphrase.
pub struct Surroundings {
    /// The clock.
    pub clock: Box<dyn Clock>,
    /// Native dialogs.
    pub dialogs: Box<dyn Dialogs>,
    /// This device's own folder: recent registers, heads seen, the sample. Never content of a register.
    pub state_folder: PathBuf,
    /// What key slots must cost.
    pub strength: Strength,
    /// Where the program `desk-reader` lies; none for beside this program, as it is installed.
    pub reader: Option<PathBuf>,
    /// Papers are read by themselves while a register is open, so that their words can be found. A program that does one
    /// thing and ends leaves it to the one that stays.
    pub reads_papers: bool,
}

/// The desk. One per process; shared between threads.
pub struct Desk {
    /// For work that goes on by itself.
    me: Weak<Self>,
    surroundings: Surroundings,
    device: DeviceId,
    law: Law,
    place: Mutex<Place>,
    tokens: Mutex<Tokens>,
    pushes: Pushes,
    jobs: Jobs,
    /// Acts are decided one after the other.
    acting: Mutex<()>,
    pictures: Mutex<HashMap<String, Arc<Vec<Vec<u8>>>>>,
    /// Papers that are looked at.
    room: Arc<ReadingRoom>,
}

impl Desk {
    /// Sets up a desk on this device.
    ///
    /// # Errors
    /// The device's folder cannot be written, or the shipped law tables cannot be read.
    pub fn new(surroundings: Surroundings) -> Result<Arc<Self>, Fault> {
        let device = session::device_id(&surroundings.state_folder, surroundings.clock.now())?;
        let law = Law::shipped().map_err(|_| Fault::internal("law-tables"))?;
        let room = ReadingRoom::new(surroundings.reader.clone());
        Ok(Arc::new_cyclic(|me| Self {
            me: Weak::clone(me),
            surroundings,
            device,
            law,
            place: Mutex::new(Place::Nowhere),
            tokens: Mutex::new(Tokens::default()),
            pushes: Pushes::default(),
            jobs: Jobs::default(),
            acting: Mutex::new(()),
            pictures: Mutex::new(HashMap::new()),
            room,
        }))
    }

    /// The present instant, to the millisecond.
    fn now(&self) -> Instant {
        let now = self.surroundings.clock.now();
        Instant::from_timestamp_millis(now.timestamp_millis()).unwrap_or(now)
    }

    /// A new id that sorts by the time it was made (UUID version 7).
    fn new_id(&self) -> Result<uuid::Uuid, Fault> {
        let mut random = [0_u8; 10];
        getrandom::fill(&mut random).map_err(|_| Fault::internal("randomness"))?;
        let millis = u64::try_from(self.now().timestamp_millis()).unwrap_or(0);
        Ok(uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid())
    }
}

/// Takes a lock; a panic elsewhere does not take the desk down with it.
fn hold<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
