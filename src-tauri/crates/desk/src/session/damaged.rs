//! A register that does not open as it should: read what can be read, copy it as it is. Nothing in it is written.

use contract::{Fault, Push, Quarantined, SessionEvent, SessionView, UnlockRequest};
use register::{KeyRing, Register};

use super::Place;
use super::unlock::known_to_journal;
use crate::faults::fault;
use crate::{Desk, hold};

impl Desk {
    /// Opens a damaged register for one person, to read what can be read. One that opens as it should is opened as it
    /// should: what stops an unlocking stops here too. Trying writes nothing.
    pub(crate) fn open_damaged_for(&self, request: &UnlockRequest) -> Result<SessionView, Fault> {
        let folder = self.chosen()?;
        let setting = self.setting(&folder);
        let mut ring = KeyRing::read(&setting.folder, setting.strength).map_err(fault)?;
        let unlocked = ring.unlock(request.person, &request.passphrase).map_err(fault)?;
        self.lock_session();
        match Register::try_opening(&setting, &unlocked).map_err(fault) {
            Ok(()) => return self.unlock_for(request),
            Err(Fault::StoreDamaged { .. }) => {}
            Err(other) => return Err(other),
        }
        let register = Register::open_read_only(&setting, &unlocked).map_err(fault)?;
        let entered = self.enter(register, &folder, &unlocked);
        // Where the people themselves cannot be read, whoever has a slot of this register is let in to read.
        if matches!(known_to_journal(&entered), Ok(false)) {
            self.lock_session();
            return Err(Fault::WrongPassphrase);
        }
        let view = self.session_view().inspect_err(|_| self.lock_session())?;
        self.pushes.give(&Push::Session(SessionEvent::Opened));
        Ok(view)
    }

    /// Copies the register chosen, byte for byte, into a folder beside it. It is closed while it is copied.
    pub(crate) fn copy_as_it_is(&self) -> Result<Quarantined, Fault> {
        let folder = self.chosen()?;
        if matches!(&*hold(&self.place), Place::Open(_)) {
            self.lock_session();
        }
        let setting = self.setting(&folder);
        let copy = register::quarantine(&setting.folder, self.now()).map_err(fault)?;
        let name = copy.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        Ok(Quarantined { name })
    }
}
