//! Hashing every paper again.

use matter::ids::DocumentId;

use super::journal::Walked;
use super::{DocumentFault, Eye, Finding, Report, VerifyPlan, VerifyProgress, sound};
use crate::documents::{Located, after, rehash};
use crate::fault::Fault;
use crate::register::Register;

/// Papers whose records are read at once.
const BATCH: usize = 256;

impl Register {
    pub(super) fn check_documents(
        &self,
        plan: &VerifyPlan,
        walked: &Walked,
        report: &mut Report,
        eye: &mut Eye<'_>,
    ) -> Result<(), Fault> {
        let records = self.check_records(walked, report);
        sound(records, report)?;
        if !plan.documents {
            return Ok(());
        }
        let totals = self.document_totals();
        let (_, of) = sound(totals, report)?.unwrap_or_default();
        let mut done = 0_u64;
        loop {
            let batch = self.read(|db| after(db, report.last_document, BATCH));
            let Some(batch) = sound(batch, report)?.filter(|batch| !batch.is_empty()) else { return Ok(()) };
            for document in batch {
                let fault = self.hash_one(&document, &mut |bytes| {
                    done = done.saturating_add(bytes);
                    eye.at(VerifyProgress::Bytes { done, of })
                })?;
                let id = document.facts.id;
                report.findings.extend(fault.map(|fault| finding(id, walked, fault)));
                report.documents = report.documents.saturating_add(1);
                report.bytes = report.bytes.saturating_add(document.facts.length);
                report.last_document = Some(id);
            }
        }
    }

    fn hash_one(
        &self,
        document: &Located,
        step: &mut dyn FnMut(u64) -> Result<(), Fault>,
    ) -> Result<Option<DocumentFault>, Fault> {
        let read = |ordinal| self.chunk_of(document, ordinal);
        match rehash(&read, document.facts.length, &mut |bytes| step(bytes.len() as u64)) {
            Ok(digest) if digest == document.facts.sha256 => Ok(None),
            Ok(_) => Ok(Some(DocumentFault::Changed)),
            Err(Fault::Damaged { .. }) => Ok(Some(DocumentFault::BytesMissing)),
            Err(other) => Err(other),
        }
    }

    /// Compares what the journal says of papers with what is kept of them; fast, whatever their size.
    fn check_records(&self, walked: &Walked, report: &mut Report) -> Result<(), Fault> {
        for (id, (sha256, length, _)) in &walked.attached {
            let fault = match self.document(*id) {
                Ok(facts) if facts.sha256 == *sha256 && facts.length == *length => continue,
                Ok(_) => DocumentFault::Record,
                Err(Fault::NotFound { .. }) => DocumentFault::Missing,
                Err(other) => return Err(other),
            };
            report.findings.push(finding(*id, walked, fault));
        }
        let stray: i64 = self.read(|db| {
            Ok(db.query_row(
                "SELECT count(*) FROM chunk WHERE NOT EXISTS (SELECT 1 FROM document WHERE blob = chunk.id >> 20)
                     AND NOT EXISTS (SELECT 1 FROM intake WHERE blob = chunk.id >> 20)",
                [],
                |row| row.get(0),
            )?)
        })?;
        if stray > 0 {
            report.findings.push(Finding::StrayBytes { rows: stray.unsigned_abs() });
        }
        Ok(())
    }
}

fn finding(document: DocumentId, walked: &Walked, fault: DocumentFault) -> Finding {
    let demand = walked.attached.get(&document).map(|(_, _, demand)| *demand);
    Finding::Document { document, demand, fault }
}
