//! The journey of the real window: the built program under a screen of its own, native dialogs by xdotool, the main job
//! by keyboard alone and counted. The scripts lie in `window`; this starts them.

use std::path::Path;
use std::process::Command;

use acceptance::journey::built;

/// What the journey needs besides node; `cargo xtask test` installs it.
const NEEDED: &[&str] = &["Xvfb", "WebKitWebDriver", "xdotool", "openbox", "dbus-daemon", "import"];

/// The programs of the list that are not on the path.
fn absent() -> Vec<&'static str> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    NEEDED
        .iter()
        .copied()
        .filter(|name| !std::env::split_paths(&path).any(|folder| folder.join(name).is_file()))
        .collect()
}

#[test]
fn the_main_job_in_the_real_window_by_keyboard_alone() {
    let absent = absent();
    if !absent.is_empty() {
        assert!(
            std::env::var("CI").as_deref() != Ok("true"),
            "the real window cannot be driven without {}",
            absent.join(", ")
        );
        println!(
            "SKIPPED: the real window was NOT driven, for want of {}. `cargo xtask test` installs them.",
            absent.join(", ")
        );
        return;
    }
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("window/journey.mjs");
    let done = Command::new("node").arg(script).arg(built("subpoena-desk")).arg(built("desk")).output().unwrap();
    let said = String::from_utf8_lossy(&done.stdout);
    println!("{said}");
    assert!(done.status.success(), "the journey ended with:\n{said}\n{}", String::from_utf8_lossy(&done.stderr));
}
