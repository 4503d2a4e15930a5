//! Files dragged over the window and dropped on it. Their paths go to the desk, which gives the page tokens; the page
//! itself has no permission to hear Tauri's own event, which would hand it the paths.

use std::sync::Arc;

use desk::Desk;
use tauri::{DragDropEvent, WindowEvent};

/// Hands what is dragged and dropped to the desk.
pub(crate) fn hear(event: &WindowEvent, desk: &Arc<Desk>) {
    let WindowEvent::DragDrop(event) = event else { return };
    let desk = Arc::clone(desk);
    match event {
        DragDropEvent::Enter { .. } => drop(tauri::async_runtime::spawn_blocking(move || desk.drag(true))),
        DragDropEvent::Leave => drop(tauri::async_runtime::spawn_blocking(move || desk.drag(false))),
        DragDropEvent::Drop { paths, .. } => {
            let paths = paths.clone();
            // Looks at the files: on a disk that sleeps this takes seconds.
            drop(tauri::async_runtime::spawn_blocking(move || desk.dropped(&paths)));
        }
        _ => {}
    }
}
