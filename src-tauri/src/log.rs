//! The log of this device: one line per fault that should not happen, with the reference the window shows, and the place
//! of every panic. Never what a panic said, and nothing of the libraries': their words may hold a person's data.

use std::cell::RefCell;
use std::fs::{File, OpenOptions};
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use contract::Fault;
use desk::{Clock, SystemClock};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Level, Metadata, Subscriber};

thread_local! {
    static REFERENCE: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Whose words are kept: the crates of this program that promise to log no content.
const OURS: &[&str] = &["desk", "register", "reader", "letters", "subpoena_desk"];

/// The file, shared between threads; none when it could not be opened, which is no reason to stop.
#[derive(Clone)]
struct Log(Arc<Mutex<Option<File>>>);

impl Log {
    fn open(folder: &Path) -> Self {
        let file = OpenOptions::new().create(true).append(true).open(folder.join("faults.log")).ok();
        Self(Arc::new(Mutex::new(file)))
    }

    fn line(&self, words: &str) {
        let line = format!("{} {words}\n", SystemClock.now().to_rfc3339());
        eprint!("{line}");
        if let Some(file) = self.0.lock().unwrap_or_else(PoisonError::into_inner).as_mut() {
            let _ = file.write_all(line.as_bytes());
        }
    }
}

/// From now on warnings and errors of ours, and places of panics, go to the log in this device's folder.
pub(crate) fn start(folder: &Path) {
    let log = Log::open(folder);
    // Another one was set before only in tests.
    let _ = tracing::subscriber::set_global_default(log.clone());
    std::panic::set_hook(Box::new(move |panic| {
        let reference = format!("{:x}", SystemClock.now().timestamp_millis());
        let place = panic.location().map(|at| format!("{}:{}:{}", at.file(), at.line(), at.column()));
        log.line(&format!("panic reference={reference} at {}", place.unwrap_or_default()));
        REFERENCE.with(|kept| *kept.borrow_mut() = reference);
    }));
}

/// Runs `work`; a panic in it is a fault whose reference stands in the log.
pub(crate) fn caught<T>(work: impl FnOnce() -> Result<T, Fault>) -> Result<T, Fault> {
    catch_unwind(AssertUnwindSafe(work))
        .unwrap_or_else(|_| Err(Fault::Internal { reference: REFERENCE.with(|kept| kept.borrow().clone()) }))
}

struct Fields(String);

impl Visit for Fields {
    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.push_str(&format!(" {}={value}", field.name()));
    }

    fn record_debug(&mut self, field: &Field, value: &dyn std::fmt::Debug) {
        match field.name() {
            "message" => self.0.push_str(&format!(" {value:?}")),
            name => self.0.push_str(&format!(" {name}={value:?}")),
        }
    }
}

impl Subscriber for Log {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        let from = metadata.target().split("::").next().unwrap_or_default();
        *metadata.level() <= Level::WARN && OURS.contains(&from)
    }

    fn event(&self, event: &Event<'_>) {
        let mut fields = Fields(format!("{} {}:", event.metadata().level(), event.metadata().target()));
        event.record(&mut fields);
        self.line(&fields.0);
    }

    // Spans are not kept.
    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

#[cfg(test)]
mod tests {
    use super::{caught, start};
    use contract::Fault;

    #[test]
    fn a_panic_is_a_fault_whose_reference_is_logged_and_whose_words_are_not() {
        let folder = std::env::temp_dir().join(format!("subpoena-desk-log-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        start(&folder);
        let fault = caught::<()>(|| panic!("@river_lantern_88")).unwrap_err();
        let _ = std::panic::take_hook();
        tracing::error!(reference = "r-1", "a command panicked");
        tracing::error!(target: "tauri::ipc", "@river_lantern_88");
        let log = std::fs::read_to_string(folder.join("faults.log")).unwrap();
        std::fs::remove_dir_all(&folder).unwrap();
        let Fault::Internal { reference } = fault else { panic!("not an internal fault") };
        assert!(log.contains(&reference) && log.contains("log.rs"), "{log}");
        assert!(log.contains("reference=r-1"), "{log}");
        assert!(!log.contains("river"), "{log}");
    }
}
