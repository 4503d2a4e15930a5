//! The one window: where it may go (nowhere), how large it is, and what closing it does.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use contract::{Commands, Empty};
use desk::Desk;
use tauri::webview::NewWindowResponse;
use tauri::{AppHandle, Manager, Runtime, Url, WebviewUrl, WebviewWindowBuilder, Window};

use crate::device::{LEAST, WindowSize};

/// The window's label, which the capability names.
pub(crate) const LABEL: &str = "main";

/// Fixed, and without a name: it shows in task switchers and shared screens.
pub(crate) const TITLE: &str = "Subpoena Desk";

/// Opens it. It is shown at once; the page says when it is ready.
pub(crate) fn open<R: Runtime>(app: &AppHandle<R>, state_folder: &Path) -> tauri::Result<()> {
    let size = WindowSize::read(state_folder);
    WebviewWindowBuilder::new(app, LABEL, WebviewUrl::default())
        .title(TITLE)
        .inner_size(size.width, size.height)
        .min_inner_size(LEAST.0, LEAST.1)
        .maximized(size.maximized)
        .center()
        .data_directory(state_folder.join("webview"))
        .general_autofill_enabled(false)
        .devtools(cfg!(debug_assertions))
        .on_navigation(is_own_page)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .build()?;
    Ok(())
}

/// The page of this program, and nothing else: no link, no paper, no address typed anywhere leads out of it.
pub(crate) fn is_own_page(address: &Url) -> bool {
    let page = matches!(address.path(), "" | "/" | "/index.html");
    let own = match address.scheme() {
        "tauri" => address.host_str() == Some("localhost"),
        // WebView2 knows no custom schemes: there the program's own origin has this name.
        "http" => cfg!(windows) && address.host_str() == Some("tauri.localhost"),
        _ => false,
    };
    own && page
}

/// Closing locks first: the database is closed and the keys are gone before the window is.
pub(crate) struct Closing(AtomicBool);

impl Closing {
    pub(crate) fn new() -> Self {
        Self(AtomicBool::new(false))
    }

    /// Begins to close; the second time does nothing.
    pub(crate) fn begin<R: Runtime>(&self, window: &Window<R>, desk: &Arc<Desk>, state_folder: &Path) {
        if self.0.swap(true, Ordering::SeqCst) {
            return;
        }
        keep_size(window, state_folder);
        let _ = window.hide();
        let (app, desk) = (window.app_handle().clone(), Arc::clone(desk));
        tauri::async_runtime::spawn_blocking(move || {
            // A lock that is refused (no register is chosen) is no reason to stay.
            let _ = crate::log::caught(|| desk.lock(Empty {}));
            app.exit(0);
        });
    }
}

fn keep_size<R: Runtime>(window: &Window<R>, state_folder: &Path) {
    let kept = WindowSize::read(state_folder);
    let maximized = window.is_maximized().unwrap_or(false);
    let size = match (maximized, window.inner_size(), window.scale_factor()) {
        (false, Ok(size), Ok(scale)) => {
            let size = size.to_logical::<f64>(scale);
            WindowSize { width: size.width, height: size.height, maximized }
        }
        // A maximised window keeps the size it will have when it no longer is.
        _ => WindowSize { maximized, ..kept },
    };
    size.keep(state_folder);
}
