//! The use cases, through the contract, on a clock that stands.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod keeping;
mod sample;

use std::path::Path;
use std::sync::Arc;

use contract::{Commands as _, ConfirmRecoveryRequest, CreateRegisterRequest, SessionState};
use desk::{Desk, FixedClock, NoDialogs, Strength, Surroundings};
use matter::people::Role;

const PASSPHRASE: &str = "correct horse battery";

fn desk_in(state: &Path) -> (Arc<Desk>, Arc<FixedClock>) {
    let clock = Arc::new(FixedClock::at("2026-11-23T18:00:00Z".parse().unwrap()));
    let desk = Desk::new(Surroundings {
        clock: Box::new(Arc::clone(&clock)),
        dialogs: Box::new(NoDialogs),
        state_folder: state.to_owned(),
        strength: Strength::for_tests(),
        reader: None,
        reads_papers: false,
    })
    .unwrap();
    (desk, clock)
}

/// A real register, its recovery key typed back, with one person who is everything. Gives the recovery key.
fn founded(desk: &Desk, folder: &Path) -> String {
    let created = desk
        .create_register(CreateRegisterRequest {
            folder: desk.offer(folder).unwrap().token,
            name: "Desk one".to_owned(),
            organisation: "Example Platform, Inc.".to_owned(),
            zone: "America/Los_Angeles".to_owned(),
            person: "A. Rivera".to_owned(),
            roles: vec![Role::Triage, Role::Counsel],
            passphrase: PASSPHRASE.to_owned(),
        })
        .unwrap();
    assert_eq!(created.session.state, SessionState::RecoveryKeyPending);
    let typed = created.recovery_key.to_lowercase().replace('-', " ");
    let session = desk.confirm_recovery_key(ConfirmRecoveryRequest { typed }).unwrap();
    assert_eq!(session.state, SessionState::Open);
    created.recovery_key
}
