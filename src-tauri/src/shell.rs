//! Puts the parts together: desk, window, commands, page pictures.

use std::path::PathBuf;
use std::sync::Arc;

use contract::Fault;
use desk::{Desk, Strength, Surroundings, SystemClock};
use tauri::WindowEvent;

use crate::dialogs::NativeDialogs;
use crate::window::Closing;
use crate::{calls, device, drops, log, pages, window};

/// Why the program did not start.
#[derive(Debug)]
pub(crate) enum NotStarted {
    /// The system names no folder for this device's own state.
    NoStateFolder,
    /// That folder could not be made.
    StateFolder(PathBuf, std::io::Error),
    /// The desk did not start.
    Desk(Fault),
    /// The window did not open.
    Window(tauri::Error),
}

impl std::fmt::Display for NotStarted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NoStateFolder => f.write_str(
                "Subpoena Desk did not start: no folder is known for its own state. No register was touched. \
                 Set SUBPOENA_DESK_STATE to a folder of your own.",
            ),
            Self::StateFolder(folder, why) => write!(
                f,
                "Subpoena Desk did not start: its own folder {} cannot be made ({why}). No register was touched. \
                 Set SUBPOENA_DESK_STATE to a folder you can write to.",
                folder.display()
            ),
            Self::Desk(fault) => write!(
                f,
                "Subpoena Desk did not start ({fault}). No register was touched. Look at the disk that holds its own folder."
            ),
            Self::Window(why) => {
                write!(
                    f,
                    "The window did not open ({why}). No register was touched. The command line `desk` needs no window."
                )
            }
        }
    }
}

/// Runs until the window is closed.
pub(crate) fn run() -> Result<(), NotStarted> {
    let state_folder = device::state_folder().ok_or(NotStarted::NoStateFolder)?;
    std::fs::create_dir_all(&state_folder).map_err(|why| NotStarted::StateFolder(state_folder.clone(), why))?;
    log::start(&state_folder);
    let desk = Desk::new(Surroundings {
        clock: Box::new(SystemClock),
        dialogs: Box::new(NativeDialogs),
        state_folder: state_folder.clone(),
        strength: Strength::production(),
        reader: None,
        reads_papers: true,
    })
    .map_err(NotStarted::Desk)?;
    let pushes = calls::Pushes::of(&desk);
    let closing = Arc::new(Closing::new());
    let (asked, shown, heard) = (Arc::clone(&desk), Arc::clone(&desk), desk);
    let folder = state_folder.clone();
    tauri::Builder::default()
        .invoke_handler(move |invoke| calls::answer(invoke, &asked, &pushes))
        .register_asynchronous_uri_scheme_protocol("page", move |_, request, responder| {
            let desk = Arc::clone(&shown);
            tauri::async_runtime::spawn_blocking(move || responder.respond(pages::answer(&desk, &request)));
        })
        .on_window_event(move |window, event| {
            drops::hear(event, &heard);
            if let WindowEvent::CloseRequested { api, .. } = event {
                api.prevent_close();
                closing.begin(window, &heard, &state_folder);
            }
        })
        .setup(move |app| Ok(window::open(app.handle(), &folder)?))
        .run(tauri::generate_context!())
        .map_err(NotStarted::Window)
}
