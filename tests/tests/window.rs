//! The journey of the real window: the built program under a screen of its own, native dialogs by xdotool, the main job
//! by keyboard alone and counted. The scripts lie in `window`; this starts them.

use std::path::Path;
use std::process::Command;

use acceptance::journey::built;

/// A screen and a driver of the window; without them there is nothing to look at.
const SCREEN: &[&str] = &["Xvfb", "WebKitWebDriver"];

/// What else the journey needs besides node. `cargo xtask test` installs all of it.
const HANDS: &[&str] = &["xdotool", "openbox", "dbus-daemon", "import"];

/// The programs of the list that are not on the path, named.
fn absent(needed: &[&str]) -> String {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = |name: &str| std::env::split_paths(&path).any(|folder| folder.join(name).is_file());
    needed.iter().copied().filter(|name| !found(name)).collect::<Vec<_>>().join(", ")
}

#[test]
fn the_main_job_in_the_real_window_by_keyboard_alone() {
    let screen = absent(SCREEN);
    if !screen.is_empty() && std::env::var("CI").as_deref() != Ok("true") {
        println!("SKIPPED: the real window was NOT driven, for want of {screen}. `cargo xtask test` installs them.");
        return;
    }
    assert!(screen.is_empty(), "the real window cannot be driven without {screen}");
    assert_eq!(absent(HANDS), "", "programs the journey needs");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("window/journey.mjs");
    let done = Command::new("node").arg(script).arg(built("subpoena-desk")).arg(built("desk")).output().unwrap();
    let said = String::from_utf8_lossy(&done.stdout);
    println!("{said}");
    assert!(done.status.success(), "the journey ended with:\n{said}\n{}", String::from_utf8_lossy(&done.stderr));
}
