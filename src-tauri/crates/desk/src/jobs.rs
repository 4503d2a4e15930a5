//! Long work: named by the op it was started with, with progress and cancel.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use contract::{Fault, Progress, Push};
use matter::wire::Count53;
use reader::process::Canceller;

use crate::{Desk, hold};

/// Jobs that run now.
#[derive(Default)]
pub(crate) struct Jobs(Mutex<HashMap<String, Running>>);

/// How a running job is stopped.
struct Running {
    /// Looked at between two steps.
    stop: Arc<AtomicBool>,
    /// For a step that takes long: a reader's answer, a page being recognised.
    cancellers: Vec<Canceller>,
}

impl Running {
    fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
        for canceller in &self.cancellers {
            canceller.cancel();
        }
    }
}

/// One running job; its end is pushed when it goes out of sight.
pub(crate) struct Job<'a> {
    desk: &'a Desk,
    name: String,
    what: &'static str,
    total: Option<u64>,
    stop: Arc<AtomicBool>,
    told: std::time::Instant,
}

/// A window needs no more than this many pictures of a bar in a second.
const APART: Duration = Duration::from_millis(80);

impl Desk {
    pub(crate) fn job(&self, name: &str, what: &'static str, total: Option<u64>) -> Job<'_> {
        let stop = Arc::new(AtomicBool::new(false));
        let running = Running { stop: Arc::clone(&stop), cancellers: Vec::new() };
        hold(&self.jobs.0).insert(name.to_owned(), running);
        let job = Job { desk: self, name: name.to_owned(), what, total, stop, told: std::time::Instant::now() };
        job.tell(0, false);
        job
    }

    pub(crate) fn stop_job(&self, name: &str) -> Result<(), Fault> {
        match hold(&self.jobs.0).get(name) {
            Some(running) => {
                running.stop();
                Ok(())
            }
            None => Err(Fault::NotFound),
        }
    }

    pub(crate) fn stop_all_jobs(&self) {
        for running in hold(&self.jobs.0).values() {
            running.stop();
        }
    }
}

impl Job<'_> {
    pub(crate) fn stop(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.stop)
    }

    /// Stopping the job ends this too, at once; also where it was stopped before.
    pub(crate) fn cancels(&self, canceller: Canceller) {
        if let Some(running) = hold(&self.desk.jobs.0).get_mut(&self.name) {
            if running.stop.load(Ordering::Relaxed) {
                canceller.cancel();
            }
            running.cancellers.push(canceller);
        }
    }

    /// How much there is to do, where that is known only later.
    pub(crate) fn expects(&mut self, total: u64) {
        self.total = Some(total);
    }

    /// Says how far it is.
    pub(crate) fn at(&mut self, done: u64) {
        if self.told.elapsed() >= APART {
            self.told = std::time::Instant::now();
            self.tell(done, false);
        }
    }

    fn tell(&self, done: u64, ended: bool) {
        self.desk.pushes.give(&Push::Progress(Progress {
            job: self.name.clone(),
            what: self.what.to_owned(),
            done: Count53::try_from(done).unwrap_or_default(),
            total: self.total.and_then(|total| Count53::try_from(total).ok()),
            ended,
        }));
    }
}

impl Drop for Job<'_> {
    fn drop(&mut self) {
        hold(&self.desk.jobs.0).remove(&self.name);
        self.tell(self.total.unwrap_or(0), true);
    }
}
