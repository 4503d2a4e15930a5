//! Whether the register is what was written: every row, every signature, every projection, every paper. A finding names
//! what it is about; nothing is mended here.

mod documents;
mod journal;
mod report;

use std::sync::atomic::{AtomicBool, Ordering};

use matter::ids::DocumentId;
use matter::journal::Head;

pub use report::{DocumentFault, Finding, Held, Outside, Report};

use crate::fault::Fault;
use crate::register::{LastSeen, Register};

/// What is checked.
#[derive(Debug, Clone, Default)]
pub struct VerifyPlan {
    /// The database's own pages too (about 8 s per GiB).
    pub pages: bool,
    /// Every paper's bytes too (about 5 s per GiB).
    pub documents: bool,
    /// Go on after this paper: where an earlier check was stopped.
    pub after: Option<DocumentId>,
    /// Heads held by others: who, and what they hold.
    pub outside: Vec<(String, Head)>,
}

impl VerifyPlan {
    /// Everything.
    #[must_use]
    pub fn whole() -> Self {
        Self { pages: true, documents: true, ..Self::default() }
    }
}

/// How far a check has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VerifyProgress {
    /// The database's pages; there is no number.
    Pages,
    /// Rows of the journal.
    Rows {
        /// Done.
        done: u64,
        /// Of.
        of: u64,
    },
    /// Rows of the queue, derived anew.
    Queue {
        /// Done.
        done: u64,
    },
    /// Bytes of papers.
    Bytes {
        /// Done.
        done: u64,
        /// Of.
        of: u64,
    },
}

/// Watches a check.
pub(crate) struct Eye<'a> {
    progress: &'a mut dyn FnMut(VerifyProgress),
    cancel: &'a AtomicBool,
}

impl Eye<'_> {
    pub(crate) fn at(&mut self, progress: VerifyProgress) -> Result<(), Fault> {
        (self.progress)(progress);
        if self.cancel.load(Ordering::Relaxed) { Err(Fault::Cancelled) } else { Ok(()) }
    }
}

/// Tables with indexes.
const INDEXED: [&str; 18] = [
    "journal",
    "acts",
    "document",
    "queue",
    "concern",
    "queue_tally",
    "mark",
    "record",
    "held",
    "reading",
    "page",
    "page_words",
    "index_form",
    "record_index",
    "page_index",
    "queue_gram",
    "device",
    "draft",
];

impl Register {
    /// Checks the register. Stopped by `cancel`, the report says how far it came and can be taken up from there.
    ///
    /// # Errors
    /// The register is locked, or so damaged that nothing can be read. What is merely wrong is a finding.
    pub fn verify(
        &self,
        plan: &VerifyPlan,
        progress: &mut dyn FnMut(VerifyProgress),
        cancel: &AtomicBool,
    ) -> Result<Report, Fault> {
        let mut report = Report { last_document: plan.after, ..Report::default() };
        let mut eye = Eye { progress, cancel };
        match self.check(plan, &mut report, &mut eye) {
            Ok(()) => report.complete = true,
            Err(Fault::Cancelled) => {}
            Err(other) => return Err(other),
        }
        report.held.itself = report.complete && !report.findings.iter().any(Finding::is_inside);
        Ok(report)
    }

    /// Every check in turn. One that meets damaged pages says so and leaves the others to go on.
    fn check(&self, plan: &VerifyPlan, report: &mut Report, eye: &mut Eye<'_>) -> Result<(), Fault> {
        report.head = sound(self.head(), report)?.flatten();
        let differences = sound(self.read(crate::schema::differences), report)?.unwrap_or_default();
        report.findings.extend(differences.into_iter().map(|object| Finding::Schema { object }));
        if plan.pages {
            eye.at(VerifyProgress::Pages)?;
            let pages = sound(self.quick_check(), report)?.unwrap_or_default();
            report.findings.extend(pages);
        }
        let walked = self.walk(report, eye)?;
        let compared = self.compare_heads(plan, &walked, report);
        sound(compared, report)?;
        let queue = self.check_queue(report, eye);
        sound(queue, report)?;
        self.check_documents(plan, &walked, report, eye)
    }

    fn quick_check(&self) -> Result<Vec<Finding>, Fault> {
        let mut found = Vec::new();
        let outcome = self.read(|db| {
            // The first few say enough: after one bad page the cipher refuses every other on this connection. The check of
            // a table compares its indexes with its rows, which the quick check of the file does not: an older page of an
            // index, put back, would hide rows.
            for check in
                ["quick_check(3)".to_owned()].into_iter().chain(INDEXED.map(|name| format!("integrity_check({name})")))
            {
                freshen(db)?;
                let mut statement = db.prepare(&format!("PRAGMA {check}"))?;
                let rows = statement.query_map([], |row| row.get::<_, String>(0))?;
                for text in rows {
                    let text = text?;
                    let lines = text.lines().filter(|line| *line != "ok" && !line.starts_with("***")).take(3);
                    found.extend(lines.map(|line| Finding::Pages { detail: line.to_owned() }));
                }
                if !found.is_empty() {
                    break;
                }
            }
            // Said as a fault, so that the pool gives the checks after this one another connection.
            if found.is_empty() { Ok(()) } else { Err(Fault::damaged("pages")) }
        });
        match outcome {
            Err(Fault::Damaged { .. }) if !found.is_empty() => Ok(found),
            other => other.map(|()| found),
        }
    }

    fn compare_heads(&self, plan: &VerifyPlan, walked: &journal::Walked, report: &mut Report) -> Result<(), Fault> {
        match self.last_seen() {
            LastSeen::Never => {}
            LastSeen::Missing => report.findings.push(Finding::NoteMissing),
            LastSeen::Altered => report.findings.push(Finding::NoteAltered),
            LastSeen::Head(head) => {
                let restored = walked.restored.contains(&head);
                let held = restored || self.holds(&head)?;
                report.held.last_seen = Some((head, held));
                if !held {
                    report.findings.push(Finding::LastSeen { head });
                }
            }
        }
        for (who, head) in &plan.outside {
            let held = self.holds(head)?;
            report.held.outside.push(Outside { who: who.clone(), head: *head, held });
            if !held {
                report.findings.push(Finding::Outside { who: who.clone(), head: *head });
            }
        }
        Ok(())
    }

    fn check_queue(&self, report: &mut Report, eye: &mut Eye<'_>) -> Result<(), Fault> {
        let mut done = 0_u64;
        let wrong = self.read(|db| {
            crate::queue::compare(db, &mut || {
                done = done.saturating_add(1);
                if done.is_multiple_of(256) { eye.at(VerifyProgress::Queue { done }) } else { Ok(()) }
            })
        });
        match wrong {
            Ok(demands) => report.findings.extend(demands.into_iter().map(|demand| Finding::Queue { demand })),
            // A row that cannot be read is named by the walk along the journal already.
            Err(Fault::Damaged { .. } | Fault::Entry { .. }) if !report.findings.is_empty() => {}
            Err(other) => return Err(other),
        }
        Ok(())
    }
}

/// A full-text index keeps its outline in memory, and its check, unlike a question, does not ask whether another connection
/// wrote since: a question is asked first.
fn freshen(db: &rusqlite::Connection) -> Result<(), Fault> {
    for index in ["record_index", "page_index", "queue_gram"] {
        db.prepare_cached(&format!("SELECT 1 FROM {index} WHERE {index} MATCH 'fresh'"))?.exists([])?;
    }
    Ok(())
}

/// Turns damaged pages into a finding.
fn sound<T>(outcome: Result<T, Fault>, report: &mut Report) -> Result<Option<T>, Fault> {
    match outcome {
        Ok(value) => Ok(Some(value)),
        Err(Fault::Damaged { detail }) => {
            report.findings.push(Finding::Pages { detail });
            Ok(None)
        }
        Err(other) => Err(other),
    }
}
