//! Progress of long work, on standard error when a person looks at it.

use std::io::{IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use contract::Push;
use desk::Desk;

/// Shows every job's progress from now on.
pub(crate) fn show(desk: &Desk) {
    if !std::io::stderr().is_terminal() {
        return;
    }
    let shown = AtomicBool::new(false);
    desk.subscribe(Box::new(move |push| {
        let Push::Progress(progress) = push else { return };
        let mut screen = std::io::stderr().lock();
        if progress.ended {
            // A job that was over before anything was shown leaves nothing behind.
            if shown.swap(false, Ordering::Relaxed) {
                let _ = write!(screen, "\r\x1b[K");
                let _ = screen.flush();
            }
            return;
        }
        let Some(total) = progress.total.map(u64::from).filter(|total| *total > 0) else { return };
        let percent = u64::from(progress.done).saturating_mul(100) / total;
        shown.store(true, Ordering::Relaxed);
        let _ = write!(screen, "\r\x1b[K{} {percent} %", doing(&progress.what));
        let _ = screen.flush();
    }));
}

fn doing(what: &str) -> &str {
    match what {
        "attach" => "attaching",
        "export" => "saving",
        "backUp" => "backing up and checking the backup",
        "restore" => "restoring",
        "verify" => "walking the register",
        "rotate" => "changing the register's key",
        "unlock" => "opening",
        "reading" => "reading papers",
        other => other,
    }
}
