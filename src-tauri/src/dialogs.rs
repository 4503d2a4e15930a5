//! Native dialogs by rfd. Its GTK backend draws on the thread that runs GTK's loop, which is the window's; the caller, a
//! worker, waits for the answer meanwhile, and the window goes on drawing.

use std::path::PathBuf;

use contract::PickPurpose;
use desk::Dialogs;
use rfd::AsyncFileDialog;
use tauri::async_runtime::block_on;

/// The dialogs of this machine.
pub(crate) struct NativeDialogs;

/// No names of people or files in a title: it shows in task switchers.
fn title(purpose: PickPurpose) -> &'static str {
    match purpose {
        PickPurpose::Papers => "Attach papers",
        PickPurpose::NewRegister => "Folder for the register",
        PickPurpose::Register => "Open a register",
        PickPurpose::Backup => "Choose a backup",
        PickPurpose::BackupTarget => "Folder for backups",
    }
}

/// A dialog that begins in the person's own folder: GTK's begins in "Recent", where a folder cannot be chosen, and which
/// would show names of papers of other work.
fn dialog(title: &str) -> AsyncFileDialog {
    let dialog = AsyncFileDialog::new().set_title(title);
    match std::env::home_dir() {
        Some(home) => dialog.set_directory(home),
        None => dialog,
    }
}

impl Dialogs for NativeDialogs {
    fn files(&self, purpose: PickPurpose) -> Vec<PathBuf> {
        block_on(dialog(title(purpose)).pick_files()).unwrap_or_default().into_iter().map(PathBuf::from).collect()
    }

    fn folder(&self, purpose: PickPurpose) -> Option<PathBuf> {
        block_on(dialog(title(purpose)).pick_folder()).map(PathBuf::from)
    }

    fn save(&self, suggested_name: &str) -> Option<PathBuf> {
        block_on(dialog("Save a copy").set_file_name(suggested_name).save_file()).map(PathBuf::from)
    }
}

/// Says on the screen why there is no window. Without a screen it returns at once.
pub(crate) fn say_not_started(why: &str) {
    let screen = ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some());
    if cfg!(target_os = "linux") && !screen {
        return;
    }
    rfd::MessageDialog::new()
        .set_level(rfd::MessageLevel::Error)
        .set_title("Subpoena Desk")
        .set_description(why)
        .show();
}
