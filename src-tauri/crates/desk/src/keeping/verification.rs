//! Walking the whole register: what holds, and with what it was compared.

use contract::{Fault, Finding, VerifyReport};
use matter::wire::Count53;
use register::VerifyPlan;

use super::backup::watch;
use crate::Desk;
use crate::faults::fault;

/// The name under which the last backup's head is compared.
const BACKUP: &str = "backup";

impl Desk {
    pub(crate) fn verify_register(&self) -> Result<VerifyReport, Fault> {
        let open = self.open()?;
        let backups = register::backups(&open.register.folder().backups()).map_err(fault)?;
        let outside =
            backups.backups.first().and_then(|backup| backup.manifest.head).map(|head| (BACKUP.to_owned(), head));
        let plan = VerifyPlan { outside: outside.into_iter().collect(), ..VerifyPlan::whole() };
        let total = open.register.document_totals().map_err(fault)?.1;
        let mut job = self.job("verify", "verify", Some(total));
        let stop = job.stop();
        let report = open.register.verify(&plan, &mut |progress| watch(&mut job, progress), &stop).map_err(fault)?;
        if !report.complete {
            return Err(Fault::Cancelled);
        }
        let head = report.head.ok_or_else(|| Fault::StoreDamaged { detail: "the journal is empty".to_owned() })?;
        let count = |number: u64| Count53::try_from(number).unwrap_or_default();
        Ok(VerifyReport {
            head,
            entries: count(report.rows),
            signatures: count(report.acts),
            documents: count(report.documents),
            consistent: report.held.itself,
            with_last_seen: report.held.last_seen.map(|(_, held)| held),
            with_backup: report
                .held
                .outside
                .iter()
                .find(|compared| compared.who == BACKUP)
                .map(|compared| compared.held),
            findings: report.findings.iter().map(finding).collect(),
            at: self.now(),
        })
    }
}

/// A finding in the wire's form: its kind, its place, and the rest in technical words.
fn finding(found: &register::Finding) -> Finding {
    let value = serde_json::to_value(found).unwrap_or_default();
    let text = |key: &str| match value.get(key) {
        Some(serde_json::Value::String(text)) => text.clone(),
        Some(serde_json::Value::Null) | None => String::new(),
        Some(other) => other.to_string(),
    };
    let place =
        ["seq", "document", "demand", "object", "who"].iter().map(|key| text(key)).find(|place| !place.is_empty());
    let detail = ["detail", "fault", "column", "head"].iter().map(|key| text(key)).find(|detail| !detail.is_empty());
    Finding { kind: text("type"), place: place.unwrap_or_default(), detail: detail.unwrap_or_default() }
}
