//! Keeping: backups, restoring, verification, rotation. Not built yet: each answers that it is not.

use contract::{
    BackUpRequest, Backup, Fault, LookAtBackupRequest, RemovePersonRequest, RestorePlan, RestoreRequest, SessionView,
    VerifyReport,
};

use crate::Desk;
use crate::session::Open;

const NOT_YET: &str = "not-built-yet";

impl Desk {
    pub(crate) fn list_backups(&self) -> Result<Vec<Backup>, Fault> {
        Err(Fault::internal(NOT_YET))
    }

    pub(crate) fn make_backup(&self, _request: &BackUpRequest) -> Result<Backup, Fault> {
        Err(Fault::internal(NOT_YET))
    }

    pub(crate) fn look_at(&self, _request: &LookAtBackupRequest) -> Result<RestorePlan, Fault> {
        Err(Fault::internal(NOT_YET))
    }

    pub(crate) fn restore_backup(&self, _request: &RestoreRequest) -> Result<SessionView, Fault> {
        Err(Fault::internal(NOT_YET))
    }

    pub(crate) fn verify_register(&self) -> Result<VerifyReport, Fault> {
        Err(Fault::internal(NOT_YET))
    }

    pub(crate) fn rotate(&self, _open: &Open, _request: &RemovePersonRequest) -> Result<Vec<String>, Fault> {
        Err(Fault::internal(NOT_YET))
    }
}
