//! The window: it transports commands, pushes and page pictures between the page and the desk, and owns what only a
//! native program can do: the window itself, its dialogs, what is dropped on it. It holds no rule and no SQL.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod calls;
mod compositing;
mod device;
mod dialogs;
mod drops;
mod log;
mod pages;
mod shell;
mod walls;
mod window;

#[cfg(test)]
mod tests;

use std::process::ExitCode;

fn main() -> ExitCode {
    walls::raise();
    if compositing::is_slow_here() {
        disable_compositing();
    }
    match shell::run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("{fault}");
            dialogs::say_not_started(&fault.to_string());
            ExitCode::FAILURE
        }
    }
}

/// WebKit reads this when GTK starts; without a GPU it makes a key press 65 ms instead of 11.
#[expect(unsafe_code, reason = "set_var is unsafe while other threads run: here main has started none yet")]
fn disable_compositing() {
    // SAFETY: called first in `main`, before GTK, Tauri or the desk start a thread.
    unsafe { std::env::set_var("WEBKIT_DISABLE_COMPOSITING_MODE", "1") }
}
