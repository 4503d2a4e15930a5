//! Embeds the front end and the permissions: one per command of the contract, and one for the channel of pushes.

fn main() {
    // The list has to live as long as the program: Tauri keeps it by reference.
    let commands: Vec<&'static str> = contract::COMMANDS.iter().copied().chain(["subscribe"]).collect();
    let manifest = tauri_build::AppManifest::new().commands(commands.leak());
    if let Err(fault) = tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest)) {
        eprintln!("{fault:#}");
        std::process::exit(1);
    }
}
