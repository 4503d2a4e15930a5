//! What bad input gets: a fault of its own kind, and nothing lost.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test may stop where it stands"
)]

mod disk;
mod heads;
mod papers;
mod registers;
mod words;

use std::path::Path;

use acceptance::journey::PASSPHRASE;
use register::Strength;

/// Damages the page of a closed register that opening reads and no screen does: it answers `storeDamaged`, and everything
/// that is shown is sound.
fn hit_a_page_that_opening_needs(register: &Path, strength: Strength) {
    let setting = register::Setting {
        folder: register::Folder::at(register),
        strength,
        device: acceptance::journey::new_id().parse().unwrap(),
        state: register.with_extension("tool"),
        program: "0.0.0".to_owned(),
    };
    let mut ring = register::KeyRing::read(&setting.folder, setting.strength).unwrap();
    let person = ring.people().into_iter().next().unwrap().person;
    let unlocked = ring.unlock(person, PASSPHRASE).unwrap();
    let tool = register::workshop::connection(&setting, &unlocked).unwrap();
    let page: i64 =
        tool.query_row("SELECT rootpage FROM sqlite_schema WHERE name = 'intake'", [], |row| row.get(0)).unwrap();
    tool.close().unwrap();
    let file = register.join("register.db");
    let mut bytes = std::fs::read(&file).unwrap();
    bytes[(usize::try_from(page).unwrap() - 1) * 8192 + 100] ^= 0x40;
    std::fs::write(&file, bytes).unwrap();
}
