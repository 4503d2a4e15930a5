//! A file inside a paper, kept as a paper of its own.

use std::io::{PipeReader, PipeWriter, Read, Write};
use std::sync::atomic::Ordering;

use contract::{AttachPartReply, AttachPartRequest, Fault, PaperRef, Unreadable};
use matter::demand::PartOf;
use matter::ids::DocumentId;
use reader::paper::Part;
use reader::process::{Reading, Reason};
use register::{Source, Staged, Stamp, Watch};

use super::TakenIn;
use crate::Desk;
use crate::faults::fault;
use crate::jobs::Job;
use crate::reading::{looked, wire};
use crate::session::Open;

impl Desk {
    pub(crate) fn attach_part_of(&self, request: &AttachPartRequest) -> Result<AttachPartReply, Fault> {
        let open = self.writable()?;
        let demand = self.may_attach(&open, request.demand)?;
        let Some(holder) = demand.documents.iter().find(|known| known.document == request.document) else {
            return Err(Fault::NotFound);
        };
        // Before the paper is opened: opening a large one takes long, and is ended by a cancel or a lock like the rest.
        let mut job = self.job(&request.op.to_string(), "attach", None);
        let stopped = job.stop();
        let unreadable = |why| {
            let stopped = stopped.load(Ordering::Relaxed);
            if stopped { Err(Fault::Cancelled) } else { Ok(AttachPartReply::Unreadable { why }) }
        };
        let paper = PaperRef::Document { document: request.document };
        let begun = self.reading_apart(&open, &paper, |reading| job.cancels(reading.canceller()))?;
        let mut reading = match begun {
            Ok(reading) => reading,
            Err(why) => return unreadable(why),
        };
        let contents = match looked(reading.contents()) {
            Ok(contents) => contents,
            Err(why) => return unreadable(why),
        };
        let Some(part) = contents.parts.into_iter().find(|part| part.number == request.part) else {
            return Err(Fault::NotFound);
        };
        if let Some(refusal) = part.withheld {
            return unreadable(wire::why(Reason::Refused(refusal)));
        }
        let (staged, head) = match self.take_out(&open, reading, &part, &mut job)? {
            Ok(taken) => taken,
            Err(why) => return unreadable(why),
        };
        let taken = TakenIn {
            staged,
            name: part
                .name
                .filter(|name| !name.trim().is_empty())
                .unwrap_or_else(|| unnamed(&holder.name, request.part)),
            media_type: reader::media_type(&head).to_owned(),
            from: Some(PartOf { document: request.document, part: request.part }),
        };
        self.keep(&open, request.op, request.demand, request.role, taken).map(AttachPartReply::Kept)
    }

    /// From the reader straight into the register, a piece at a time; and the beginning, to tell its type by. A part that came
    /// in pieces and not to its end is dropped again.
    fn take_out(
        &self,
        open: &Open,
        mut reading: Reading,
        part: &Part,
        job: &mut Job<'_>,
    ) -> Result<Result<(Staged, Vec<u8>), Unreadable>, Fault> {
        job.expects(part.size);
        let stop = job.stop();
        let id = DocumentId(self.new_id()?);
        let (out, into) = std::io::pipe().map_err(|_| Fault::internal("pipe"))?;
        let number = part.number;
        let (staged, (read, head)) = std::thread::scope(|scope| {
            let taking = scope.spawn(move || {
                let mut to = Headed { head: Vec::new(), rest: into };
                (looked(reading.part(number, &mut to)), to.head)
            });
            let mut told = |done: u64| job.at(done);
            // Gone with the call: where the register takes no more, the reader's next piece finds nobody.
            let staged =
                open.register.stage(id, &mut Piped { from: out, length: part.size }, &mut Watch::new(&mut told, &stop));
            (staged, taking.join().unwrap_or((Err(Unreadable::Faulted), Vec::new())))
        });
        let staged = staged.map_err(fault)?;
        match read {
            Ok(size) if size == staged.length() => Ok(Ok((staged, head))),
            outcome => {
                open.register.discard(&staged).map_err(fault)?;
                Ok(Err(outcome.err().unwrap_or(Unreadable::Faulted)))
            }
        }
    }
}

/// A part that gives itself no name is told apart by what it lies in and by its number, from 1.
fn unnamed(holder: &str, part: u32) -> String {
    format!("{holder} · {}", part.saturating_add(1))
}

/// Keeps the beginning of what goes through.
struct Headed {
    head: Vec<u8>,
    rest: PipeWriter,
}

impl Write for Headed {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let written = self.rest.write(bytes)?;
        let more = reader::SNIFFED.saturating_sub(self.head.len());
        self.head.extend(bytes.iter().take(written.min(more)));
        Ok(written)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.rest.flush()
    }
}

/// What the reader says, as it comes, and how long it says it will be: for whether there is room. There is nothing to compare
/// before and after.
struct Piped {
    from: PipeReader,
    length: u64,
}

impl Read for Piped {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        self.from.read(into)
    }
}

impl Source for Piped {
    fn stamp(&mut self) -> Result<Stamp, register::Fault> {
        Ok(Stamp { length: self.length, mark: [0; 4] })
    }
}
