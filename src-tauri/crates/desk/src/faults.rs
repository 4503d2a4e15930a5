//! From the register's faults to those of the wire. Nothing of a file's content goes along.

use contract::Fault;
use matter::wire::Count53;
use register::Fault as Kept;

/// The wire's fault for a register's.
pub(crate) fn fault(kept: Kept) -> Fault {
    let count = |bytes: u64| (bytes > 0).then(|| Count53::try_from(bytes).ok()).flatten();
    match kept {
        Kept::WrongPassphrase | Kept::RecoveryKeyMistyped => Fault::WrongPassphrase,
        Kept::NotFound { .. } => Fault::NotFound,
        Kept::Exists { .. } => Fault::RegisterExists,
        Kept::Conflict { subject, .. } => Fault::Conflict { subject },
        Kept::OpReused => Fault::OpReused,
        Kept::TooNew { .. } => Fault::StoreTooNew,
        Kept::Damaged { detail } => Fault::StoreDamaged { detail },
        Kept::NotEncrypted => Fault::StoreDamaged { detail: "the database is not encrypted".to_owned() },
        Kept::InUse { pid } => Fault::RegisterInUse { pid },
        Kept::NoSpace { needed, free } => Fault::NoSpace { needed: count(needed), free: Count53::try_from(free).ok() },
        Kept::NetworkShare { kind } => Fault::NetworkShare { kind: kind.to_owned() },
        Kept::SourceChanged => Fault::SourceChanged,
        Kept::Cancelled => Fault::Cancelled,
        Kept::Locked => Fault::Locked,
        Kept::BackupRefused { reason } => Fault::FileRejected { detail: reason },
        Kept::Io { what: "opening the file" | "reading the file", .. } => Fault::SourceUnreadable,
        Kept::Io { what, source } => {
            tracing::error!(what, kind = ?source.kind(), "a file operation failed");
            Fault::internal(what)
        }
        Kept::ReadOnly => Fault::ReadOnly,
        Kept::Entry { detail } => Fault::StoreDamaged { detail },
        other => {
            tracing::error!(fault = %other, "the register answered with a fault");
            Fault::internal("register")
        }
    }
}
